//! Which local place was described, by whom, and what of it may everybody see?
//!
//! These types hold what is published and nothing else: no point that may not be told, no name without consent, no class of
//! consent below "public". What the tables of a project say beyond that never leaves `aimak-io`.

use serde::{Deserialize, Serialize};

use crate::{place::AimakCode, text::LocalText, time::PartialDate};

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A spring.
    Spring,
    /// An old or remarkable tree.
    Tree,
    /// A grove.
    Grove,
    /// A pasture.
    Pasture,
    /// A sacred place.
    SacredPlace,
    /// A wetland.
    Wetland,
    /// A place where herbs are gathered.
    HerbPlace,
    /// Another place.
    Other,
}

impl PlaceKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Spring,
        Self::Tree,
        Self::Grove,
        Self::Pasture,
        Self::SacredPlace,
        Self::Wetland,
        Self::HerbPlace,
        Self::Other,
    ];

    /// The code in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Tree => "tree",
            Self::Grove => "grove",
            Self::Pasture => "pasture",
            Self::SacredPlace => "sacred_place",
            Self::Wetland => "wetland",
            Self::HerbPlace => "herb_place",
            Self::Other => "other",
        }
    }
}

/// In what state a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateClass {
    /// Good.
    Good,
    /// Fair.
    Fair,
    /// Poor.
    Poor,
}

impl StateClass {
    /// Every class, the best first.
    pub const ALL: [Self; 3] = [Self::Good, Self::Fair, Self::Poor];

    /// The code in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Poor => "poor",
        }
    }
}

/// Who judged a state: a circle of people, never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// Pupils with their teacher.
    Pupils,
    /// Shepherds.
    Shepherds,
    /// Herbalists.
    Herbalists,
    /// Other people who live there.
    Residents,
    /// Specialists.
    Experts,
}

impl Judge {
    /// Every circle.
    pub const ALL: [Self; 5] = [
        Self::Pupils,
        Self::Shepherds,
        Self::Herbalists,
        Self::Residents,
        Self::Experts,
    ];

    /// The code in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pupils => "pupils",
            Self::Shepherds => "shepherds",
            Self::Herbalists => "herbalists",
            Self::Residents => "residents",
            Self::Experts => "experts",
        }
    }
}

/// Who made a passport.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassportAuthor {
    /// An adult who agreed to be named.
    Named(String),
    /// Pupils: their school and class, never their names.
    Pupils {
        /// The school.
        school: String,
        /// The class; empty where only the school is told.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        class: String,
    },
}

/// Where a place lies, as exactly as may be told.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassportPlace {
    /// The point itself, degrees of WGS 84: those who know the place agreed.
    Point {
        /// Degrees east.
        longitude: f64,
        /// Degrees north.
        latitude: f64,
    },
    /// A cell of a fixed grid of degrees that the place lies in. It is the same in every edition, whatever the seed.
    Cell {
        /// Western edge, degrees east.
        west: f64,
        /// Southern edge, degrees north.
        south: f64,
        /// Width and height, degrees: 0.1, 0.01 or 0.001.
        size_degrees: f64,
        /// Half the diagonal, m.
        uncertainty_m: f64,
    },
    /// Too sensitive for any cell; only the aimak is told.
    KeptBack,
    /// No coordinates were taken.
    NotRecorded,
}

/// The state of a place on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceState {
    /// When.
    pub date: PartialDate,
    /// How it was found.
    pub state: StateClass,
    /// By whom.
    pub judged_by: Judge,
}

/// A species seen at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeciesSeen {
    /// The name as written, scientific where known.
    pub name: String,
    /// What it is called there.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub local_name: LocalText,
    /// When it was last seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<PartialDate>,
}

/// A picture file with its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoFile {
    /// Path inside the release folder.
    pub path: String,
    /// Width, pixels.
    pub width: u32,
    /// Height, pixels.
    pub height: u32,
}

/// A photo that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassportPhoto {
    /// The large picture.
    pub large: PhotoFile,
    /// The small one, for its page.
    pub small: PhotoFile,
    /// The smallest one, for lists.
    pub card: PhotoFile,
    /// When it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<PartialDate>,
    /// Who took it, if that person agreed to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// What is to be seen.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub caption: LocalText,
    /// The same for those who cannot see it; empty where the atlas makes one.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub alt: LocalText,
}

/// The eco-passport of a local place, as published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EcoPassport {
    /// Id, part of the address of its page.
    pub id: String,
    /// The name of the place.
    pub name: LocalText,
    /// The aimak it lies in.
    pub aimak: AimakCode,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Where it lies.
    pub place: PassportPlace,
    /// When it was described; the month where a sensitive species was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<PartialDate>,
    /// States, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<PlaceState>,
    /// Species, sorted by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub species: Vec<SpeciesSeen>,
    /// What people there know of it.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub knowledge: LocalText,
    /// What threatens it.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub threats: LocalText,
    /// What should be done.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub recommendations: LocalText,
    /// Who made it, as far as they may be named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<PassportAuthor>,
    /// Photos, in order of the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<PassportPhoto>,
}

/// A passport that was public once and is no longer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WithdrawnPassport {
    /// Its id: its address stays, and says that it was withdrawn.
    pub id: String,
    /// When it was withdrawn.
    pub date: PartialDate,
}

/// All eco-passports of a project, as published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EcoPassports {
    /// Passports, sorted by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<EcoPassport>,
    /// Withdrawn ones, sorted by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<WithdrawnPassport>,
    /// Places that their authors only wish to be counted; `None` where there are none or too few to tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_only: Option<usize>,
}

impl EcoPassports {
    /// True where there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.withdrawn.is_empty() && self.counted_only.is_none()
    }

    /// Takes a passport out and leaves a note in its place; hands over what was taken out. The date of an earlier note stays.
    ///
    /// ```
    /// use aimak_core::EcoPassports;
    /// let mut passports = EcoPassports::default();
    /// assert_eq!(passports.withdraw("ak-bulak", "2026-12-01".parse().unwrap()), None);
    /// assert!(passports.is_empty(), "what was never published leaves no note");
    /// ```
    pub fn withdraw(&mut self, id: &str, date: PartialDate) -> Option<EcoPassport> {
        let place = self.shown.iter().position(|passport| passport.id == id)?;
        let taken = self.shown.remove(place);
        if !self.withdrawn.iter().any(|note| note.id == id) {
            self.withdrawn.push(WithdrawnPassport {
                id: id.to_owned(),
                date,
            });
            self.withdrawn.sort();
        }
        Some(taken)
    }
}

impl EcoPassport {
    /// Files of its photos, in all sizes.
    pub fn files(&self) -> impl Iterator<Item = &PhotoFile> {
        self.photos
            .iter()
            .flat_map(|photo| [&photo.large, &photo.small, &photo.card])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passport(id: &str) -> EcoPassport {
        EcoPassport {
            id: id.to_owned(),
            name: LocalText::same("Ak-Bulak"),
            aimak: AimakCode("A-1".into()),
            kind: PlaceKind::Spring,
            place: PassportPlace::KeptBack,
            recorded: None,
            states: Vec::new(),
            species: Vec::new(),
            knowledge: LocalText::default(),
            threats: LocalText::default(),
            recommendations: LocalText::default(),
            authors: vec![PassportAuthor::Pupils {
                school: "1".into(),
                class: "7-A".into(),
            }],
            photos: Vec::new(),
        }
    }

    #[test]
    fn withdrawing_leaves_a_note_and_nothing_else() {
        let mut passports = EcoPassports {
            shown: vec![passport("a"), passport("b")],
            ..EcoPassports::default()
        };
        let date = PartialDate::Year(2026);
        assert_eq!(passports.withdraw("b", date), Some(passport("b")));
        assert_eq!(passports.withdraw("b", PartialDate::Year(2027)), None);
        let json = serde_json::to_string(&passports).unwrap();
        assert!(
            json.contains(r#""withdrawn":[{"id":"b","date":"2026"}]"#),
            "{json}"
        );
        assert_eq!(
            serde_json::from_str::<EcoPassports>(&json).unwrap(),
            passports
        );
        assert_eq!(passports.shown.len(), 1);
    }

    #[test]
    fn a_release_without_passports_says_nothing_of_them() {
        assert!(EcoPassports::default().is_empty());
        assert_eq!(
            serde_json::to_string(&EcoPassports::default()).unwrap(),
            "{}"
        );
    }
}
