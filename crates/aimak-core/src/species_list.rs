//! Which species are threatened, and which tell of the state of their habitat?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a list may say of a species.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeciesMark {
    /// It is on the Red List.
    RedList,
    /// It tells of the state of its habitat.
    Indicator,
}

/// A category of the Red List.
///
/// # Reference
/// IUCN (2012), Red List Categories and Criteria, version 3.1, second edition; RE after the guidelines for regional lists (2012).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedListCategory {
    /// Extinct.
    Ex,
    /// Extinct in the wild.
    Ew,
    /// Regionally extinct.
    Re,
    /// Critically endangered.
    Cr,
    /// Endangered.
    En,
    /// Vulnerable.
    Vu,
    /// Near threatened.
    Nt,
    /// Least concern.
    Lc,
    /// Too little is known.
    Dd,
    /// The list is not made for it.
    Na,
    /// Not evaluated.
    Ne,
}

impl RedListCategory {
    /// Every category, the gravest first.
    pub const ALL: [Self; 11] = [
        Self::Ex,
        Self::Ew,
        Self::Re,
        Self::Cr,
        Self::En,
        Self::Vu,
        Self::Nt,
        Self::Lc,
        Self::Dd,
        Self::Na,
        Self::Ne,
    ];

    /// The letters of the category, the same in every language.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ex => "EX",
            Self::Ew => "EW",
            Self::Re => "RE",
            Self::Cr => "CR",
            Self::En => "EN",
            Self::Vu => "VU",
            Self::Nt => "NT",
            Self::Lc => "LC",
            Self::Dd => "DD",
            Self::Na => "NA",
            Self::Ne => "NE",
        }
    }

    /// The category of these letters, in capitals or not; a remark in brackets behind them, as in `CR(PE)`, is passed over.
    pub fn of_key(key: &str) -> Option<Self> {
        let key = key.split('(').next().unwrap_or(key).trim();
        Self::ALL
            .into_iter()
            .find(|category| category.key().eq_ignore_ascii_case(key))
    }

    /// True for the three categories of threatened species, and for species thought gone: one found again is of the greatest concern.
    ///
    /// Near threatened species (NT) are not threatened.
    ///
    /// ```
    /// use aimak_core::RedListCategory;
    /// let threatened = |key| RedListCategory::of_key(key).map(RedListCategory::is_threatened);
    /// assert_eq!(["CR", "vu", "RE"].map(threatened), [Some(true); 3]);
    /// assert_eq!(threatened("CR(PE)"), Some(true));
    /// assert_eq!(["NT", "LC", "DD"].map(threatened), [Some(false); 3]);
    /// assert_eq!(threatened("rare"), None);
    /// ```
    pub const fn is_threatened(self) -> bool {
        matches!(
            self,
            Self::Ex | Self::Ew | Self::Re | Self::Cr | Self::En | Self::Vu
        )
    }
}

/// What the project's lists say of one species; `None` where a list does not speak of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedSpecies {
    /// Whether it is on the Red List.
    pub red_list: Option<bool>,
    /// Whether it tells of the state of its habitat.
    pub indicator: Option<bool>,
    /// The table that says so.
    pub source: String,
}

impl ListedSpecies {
    /// What is said about a mark.
    pub const fn says(&self, mark: SpeciesMark) -> Option<bool> {
        match mark {
            SpeciesMark::RedList => self.red_list,
            SpeciesMark::Indicator => self.indicator,
        }
    }
}

/// The project's lists of species, by name; empty where it gives none.
///
/// ```
/// use aimak_core::{ListedSpecies, SpeciesList, SpeciesMark};
/// let tulip = ListedSpecies { red_list: Some(true), indicator: None, source: "list".into() };
/// let list = SpeciesList { species: [("Tulipa greigii".to_owned(), tulip)].into() };
/// assert_eq!(list.says("Tulipa greigii", SpeciesMark::RedList), Some(true));
/// assert_eq!(list.says("Poa annua", SpeciesMark::RedList), None);
/// assert!(list.speaks_of(SpeciesMark::RedList) && !list.speaks_of(SpeciesMark::Indicator));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeciesList {
    /// The species.
    pub species: BTreeMap<String, ListedSpecies>,
}

impl SpeciesList {
    /// What the lists say of a species; `None` where they do not say.
    pub fn says(&self, species: &str, mark: SpeciesMark) -> Option<bool> {
        self.species.get(species)?.says(mark)
    }

    /// True where any list speaks of the mark.
    pub fn speaks_of(&self, mark: SpeciesMark) -> bool {
        self.species
            .values()
            .any(|listed| listed.says(mark).is_some())
    }
}
