//! Which place is it, who lives there, and which of its land is organic?

use std::{collections::BTreeMap, fmt};

use geo_types::MultiPolygon;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{text::LocalText, time::PartialDate};

/// The code of an aimak. Names change and repeat; codes are what everything is keyed on.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct AimakCode(pub String);

impl fmt::Display for AimakCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A figure or fact of an aimak's profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ProfileValue {
    /// Yes or no, for instance `women_led`.
    Flag(bool),
    /// A count or an area, for instance `farmers`.
    Number(f64),
    /// Words.
    Text(String),
    /// A count of people or farms too small to be published (METHODS P.9): only the threshold is told.
    Suppressed {
        /// The count is above zero and below this.
        fewer_than: usize,
    },
}

/// A monitored unit. It is frozen when monitoring begins: today's merged or renamed unit is only a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Aimak {
    /// The key.
    pub code: AimakCode,
    /// The name shown to readers.
    pub name: LocalText,
    /// Other spellings and former names, for search.
    pub aliases: Vec<String>,
    /// When it became organic; `None` makes it a comparison area.
    pub organic_since: Option<PartialDate>,
    /// When the unit came into being, if within living memory.
    pub valid_from: Option<PartialDate>,
    /// When it was merged or dissolved; its monitoring goes on.
    pub valid_to: Option<PartialDate>,
    /// Codes of the units it was formed from.
    pub predecessors: Vec<AimakCode>,
    /// Profile figures by field id (`farmers`, `people`, `women_led`, `hectares`, `eco_schools`, ...).
    pub profile: BTreeMap<String, ProfileValue>,
    /// Outline in the project's working CRS (metres).
    pub outline: MultiPolygon<f64>,
}

/// How far an organic parcel is on its way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ParcelStatus {
    /// The community voted for it; nothing changed on the land yet.
    Voted,
    /// Farmed organically, not certified yet.
    InConversion,
    /// Certified.
    Certified,
}

/// A piece of organic land: one status over one stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// The aimak it lies in.
    pub aimak: AimakCode,
    /// Its status.
    pub status: ParcelStatus,
    /// From when the status holds.
    pub since: PartialDate,
    /// Until when (exclusive); `None` while it lasts.
    pub until: Option<PartialDate>,
    /// Shape in the working CRS.
    pub shape: MultiPolygon<f64>,
}

/// Which land of an aimak a figure speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Land {
    /// The aimak from border to border.
    WholeAimak,
    /// Its organic parcels (in conversion or certified).
    Organic,
    /// Its land outside every parcel.
    Untreated,
}

impl Land {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::WholeAimak => "whole_aimak",
            Self::Organic => "organic",
            Self::Untreated => "untreated",
        }
    }
}
