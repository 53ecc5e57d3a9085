//! What of the records may be published, and how exactly?

use std::collections::BTreeMap;

use aimak_core::{
    EcoPassport, Exclusion, Message, PartialDate, PassportAuthor, PassportPlace, SpeciesSeen,
};
use aimak_science::disclosure::{
    consent::{Consent, Use, permitted, together},
    rule::Rule,
    sensitive_species::Sensitivity,
};

use super::record::{Photo, Record, Species};

/// Under which name the release speaks of all tables of passports: their own say where they lie on somebody's disk.
pub(super) const SOURCE: &str = "eco_passports";
/// How exactly a place is told where nobody said more.
const USUAL: Sensitivity = Sensitivity::Hundredth;

/// Where a place may be said to lie.
///
/// # Formula
/// The coarsest of what protects the place itself and the species seen there. A place without sensitivity is a cell of 0.01 degrees,
/// and a point only where the record says so. A species of category 1 is left out of the list and coarsens nothing: beside a place that
/// is shown it would be told, and a whole place kept back for it would tell as much.
///
/// The aimak is told as well. A cell of which less than a quarter lies in the aimak would therefore tell much more than it seems to, and
/// gives way to the next coarser one. `inside` finds that share.
///
/// # Edge cases
/// The cells are those of a fixed grid; no seed, no random number and no other record has a part in them.
pub(super) fn place(record: &Record, inside: &dyn Fn(&Cell) -> f64) -> PassportPlace {
    let Some((longitude, latitude)) = record.at else {
        return PassportPlace::NotRecorded;
    };
    let species = shown_species(record).filter_map(|species| species.sensitivity);
    let usual = (!record.exact_point_public).then_some(USUAL);
    let own = record.sensitivity.or(usual);
    let Some(category) = own.into_iter().chain(species).min() else {
        return PassportPlace::Point {
            longitude: rounded(longitude),
            latitude: rounded(latitude),
        };
    };
    let coarser = GRIDS.into_iter().filter(|grid| *grid <= category);
    let mut cells = coarser.filter_map(|grid| Cell::of(grid, longitude, latitude));
    let wide_enough = cells.find(|cell| inside(cell) >= LEAST_INSIDE);
    wide_enough.map_or(PassportPlace::KeptBack, Cell::told)
}

/// Grids, the finest first.
const GRIDS: [Sensitivity; 3] = [
    Sensitivity::Thousandth,
    Sensitivity::Hundredth,
    Sensitivity::Tenth,
];
/// Share of a cell that must lie in the aimak.
const LEAST_INSIDE: f64 = 0.25;

/// A point to about a metre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

/// A cell of a grid of degrees.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub west: f64,
    pub south: f64,
    pub size_degrees: f64,
    uncertainty_m: f64,
}

impl Cell {
    /// The cell of the category's grid that a point lies in.
    fn of(category: Sensitivity, longitude: f64, latitude: f64) -> Option<Self> {
        let per_degree = f64::from(category.cells_per_degree()?);
        let found = category.generalised(longitude, latitude)?;
        // from its centre back to the number of the cell: its edges then have the digits of the grid and no others
        let edge = |centre: f64| (centre * per_degree - 0.5).round() / per_degree;
        Some(Self {
            west: edge(found.longitude),
            south: edge(found.latitude),
            size_degrees: 1.0 / per_degree,
            uncertainty_m: found.uncertainty_m.round(),
        })
    }

    fn told(self) -> PassportPlace {
        PassportPlace::Cell {
            west: self.west,
            south: self.south,
            size_degrees: self.size_degrees,
            uncertainty_m: self.uncertainty_m,
        }
    }
}

/// Species that may stand in the list.
fn shown_species(record: &Record) -> impl Iterator<Item = &Species> {
    let shown = |species: &&Species| species.sensitivity != Some(Sensitivity::Withheld);
    record.species.iter().filter(shown)
}

/// A date as it may be told: only its month where the place or a species is sensitive (METHODS F.5.7).
fn told(date: PartialDate, sensitive: bool) -> PartialDate {
    match date {
        PartialDate::Day(day) if sensitive => PartialDate::Month(day.year(), day.month()),
        other => other,
    }
}

/// A record as it may be published, its photos still missing.
pub(super) fn passport(record: &Record, inside: &dyn Fn(&Cell) -> f64) -> EcoPassport {
    let sensitive = is_sensitive(record);
    let mut states = record.states.clone();
    for state in &mut states {
        state.date = told(state.date, sensitive);
    }
    states.sort_by_key(|state| (state.date.first_day(), state.judged_by));
    EcoPassport {
        id: record.id.clone(),
        name: record.name.clone(),
        aimak: record.aimak.clone(),
        kind: record.kind,
        place: place(record, inside),
        recorded: record.recorded.map(|date| told(date, sensitive)),
        states,
        species: species(record, sensitive),
        knowledge: record.knowledge.clone(),
        threats: record.threats.clone(),
        recommendations: record.recommendations.clone(),
        authors: authors(record),
        photos: Vec::new(),
    }
}

/// True where a date to the day could tell when a rare species is to be found there.
pub(super) fn is_sensitive(record: &Record) -> bool {
    record.sensitivity.is_some() || shown_species(record).any(|s| s.sensitivity.is_some())
}

/// Each species once, with the latest date.
fn species(record: &Record, sensitive: bool) -> Vec<SpeciesSeen> {
    let mut found: BTreeMap<&str, SpeciesSeen> = BTreeMap::new();
    for species in shown_species(record) {
        let mut seen = species.seen.clone();
        seen.last_seen = seen.last_seen.map(|date| told(date, sensitive));
        match found.get_mut(species.seen.name.as_str()) {
            None => {
                found.insert(&species.seen.name, seen);
            }
            Some(known) => {
                let later = |date: Option<PartialDate>| date.map(PartialDate::end);
                if later(seen.last_seen) > later(known.last_seen) {
                    known.last_seen = seen.last_seen;
                }
                if known.local_name.is_empty() {
                    known.local_name = seen.local_name;
                }
            }
        }
    }
    found.into_values().collect()
}

fn authors(record: &Record) -> Vec<PassportAuthor> {
    let author = &record.author;
    let pupils = author.school.iter().map(|school| PassportAuthor::Pupils {
        school: school.clone(),
        class: author.class.clone().unwrap_or_default(),
    });
    let adults = author.adults.iter().cloned().map(PassportAuthor::Named);
    pupils.chain(adults).collect()
}

/// The date of a photo as it may be told.
pub(super) fn photo_date(record: &Record, photo: &Photo) -> Option<PartialDate> {
    photo.taken.map(|date| told(date, is_sensitive(record)))
}

/// True where the photo, the record and everybody on the photo allow it to be shown.
pub(super) fn may_be_shown(record: &Record, photo: &Photo) -> bool {
    let faces = if photo.faces_agreed {
        Consent::Public
    } else {
        Consent::Internal
    };
    together([record.consent, photo.consent, faces]).permits(Use::Record)
}

/// What is told of records that are not shown: how many only wish to be counted, and what was left out. Small numbers are not told,
/// and neither is that there are any.
pub(super) fn left_out(records: &[&Record], rule: Rule) -> (Option<usize>, Vec<Exclusion>) {
    let tell = |count: usize| (count > 0 && !rule.is_small(count as u64)).then_some(count);
    let (shown, _) = permitted(records, Use::Record, |record| record.consent);
    let (counted, inside) = permitted(records, Use::Figure, |record| record.consent);
    let counted_only = tell(counted.len() - shown.len());
    let photos = shown.iter().flat_map(|record| {
        let kept_back = |photo: &&Photo| !may_be_shown(record, photo);
        record.photos.iter().filter(kept_back)
    });
    let exclusions = [
        (counted_only, "exclusion-passports-counted-only"),
        (tell(inside), "exclusion-passports-internal"),
        (tell(photos.count()), "exclusion-passport-photos"),
    ];
    let exclusions = exclusions.into_iter().filter_map(|(rows, reason)| {
        Some(Exclusion {
            source: SOURCE.to_owned(),
            rows: rows?,
            // which records they are is private
            which: Vec::new(),
            of: 0,
            reason: Message::new(reason),
        })
    });
    (counted_only, exclusions.collect())
}
