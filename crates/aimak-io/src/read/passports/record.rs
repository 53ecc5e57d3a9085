//! A place as the tables tell it: also what may never be published.
//!
//! These types implement neither `Debug` nor `Serialize`, so that nothing private can be printed by accident.

use std::path::PathBuf;

use aimak_core::{AimakCode, LocalText, PartialDate, PlaceKind, PlaceState, SpeciesSeen};
use aimak_science::disclosure::{consent::Consent, sensitive_species::Sensitivity};

/// A place with everything told of it.
pub(super) struct Record {
    pub id: String,
    pub name: LocalText,
    pub aimak: AimakCode,
    pub kind: PlaceKind,
    /// Degrees east and north.
    pub at: Option<(f64, f64)>,
    pub exact_point_public: bool,
    pub sensitivity: Option<Sensitivity>,
    pub consent: Consent,
    pub recorded: Option<PartialDate>,
    pub knowledge: LocalText,
    pub threats: LocalText,
    pub recommendations: LocalText,
    pub author: Author,
    pub states: Vec<PlaceState>,
    pub species: Vec<Species>,
    pub photos: Vec<Photo>,
}

/// Who made a record.
#[derive(Default)]
pub(super) struct Author {
    /// Adults, only those who may be named.
    pub adults: Vec<String>,
    pub school: Option<String>,
    pub class: Option<String>,
}

/// A species with what protects it.
pub(super) struct Species {
    pub seen: SpeciesSeen,
    pub sensitivity: Option<Sensitivity>,
}

/// A photo with what was agreed to.
pub(super) struct Photo {
    /// Row of the table, from 0.
    pub row: usize,
    /// As the table names it.
    pub name: String,
    pub file: PathBuf,
    pub consent: Consent,
    /// True where nobody is recognisable, or all who are agreed.
    pub faces_agreed: bool,
    pub taken: Option<PartialDate>,
    pub author: Option<String>,
    pub caption: LocalText,
    pub alt: LocalText,
}
