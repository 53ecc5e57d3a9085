//! The contract between analysis and atlas: findings, cards, sources, edition.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    backdrop::Backdrop,
    card::Card,
    cell_map::MapLayer,
    eco_passport::{EcoPassport, EcoPassports},
    effect::EffectReport,
    estimate::Estimate,
    evidence::Evidence,
    message::Message,
    place::{AimakCode, Land, ProfileValue},
    programme::FigureTold,
    questionnaire::Attitudes,
    ranking::Ranking,
    reach::Reach,
    survey::Project,
    text::LocalText,
    time::{PartialDate, Period, PeriodId},
    withheld::Withheld,
};

/// Version of the contract; the atlas refuses another.
pub const RELEASE_SCHEMA: &str = "aimak-release/1";

/// One publication. Old editions stay readable beside the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Id, part of the address: `2026-1`.
    pub id: String,
    /// Date of publication as declared in the project file (the program reads no clock).
    pub date: PartialDate,
}

/// An input file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id, unique in the release.
    pub id: String,
    /// Path as written in the project file.
    pub path: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Licence, if declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Citation, if declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
}

/// Rows that were not used. Nothing is dropped silently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exclusion {
    /// Id of the source.
    pub source: String,
    /// How many rows.
    pub rows: usize,
    /// Which they are, as a person counts them in the file, the header being row 1 where it stands first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub which: Vec<usize>,
    /// How many rows the table has; 0 where nobody counted.
    #[serde(default)]
    pub of: usize,
    /// Why (`exclusion-...`).
    pub reason: Message,
}

/// A file of the release folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Path inside the release folder, `/`-separated.
    pub path: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What it is: `outlines`, `findings_csv`, `findings_parquet`, ...
    pub kind: String,
}

/// The profile of a monitored unit, ready for its page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AimakProfile {
    /// The key.
    pub code: AimakCode,
    /// The name.
    pub name: LocalText,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// When it became organic; absent for a comparison area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organic_since: Option<PartialDate>,
    /// When the unit came into being, if declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<PartialDate>,
    /// When it was dissolved, if declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<PartialDate>,
    /// Units it was formed from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<AimakCode>,
    /// Area of the outline in hectares.
    pub area_ha: f64,
    /// Organic land (in conversion or certified) in hectares; absent where no parcels are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organic_ha: Option<f64>,
    /// Declared figures by field id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub profile: BTreeMap<String, ProfileValue>,
}

/// Whom a finding speaks about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One aimak.
    Aimak(AimakCode),
    /// All organic aimaks together, the aimak being the unit.
    OrganicAimaks,
}

/// What of the indicator a finding gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Its value, independent of time (terrain).
    Timeless,
    /// Its value in a period.
    State {
        /// The period.
        period: PeriodId,
    },
    /// Its value on a date or in a year of a series.
    At {
        /// The date.
        date: PartialDate,
    },
    /// Its slope over the years of a series, per year.
    Trend {
        /// First year with a value.
        first: i16,
        /// Last year with a value.
        last: i16,
    },
    /// Its value for a span of years as a whole (an assessment of land over a reporting period).
    OverYears {
        /// First year.
        first: i16,
        /// Last year.
        last: i16,
    },
    /// What two periods do not have in common: of both together, never below zero.
    Between {
        /// The period taken as before.
        before: PeriodId,
        /// The period taken as after.
        after: PeriodId,
    },
    /// After minus before.
    Change {
        /// The period taken as before.
        before: PeriodId,
        /// The period taken as after.
        after: PeriodId,
    },
    /// Change (or what came and went between the two periods) on organic land minus that in the comparison.
    DifferenceOfChanges {
        /// The period taken as before.
        before: PeriodId,
        /// The period taken as after.
        after: PeriodId,
    },
}

impl Quantity {
    /// The key used in files and texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Timeless => "timeless",
            Self::State { .. } => "state",
            Self::At { .. } => "at",
            Self::Trend { .. } => "trend",
            Self::OverYears { .. } => "over_years",
            Self::Between { .. } => "between",
            Self::Change { .. } => "change",
            Self::DifferenceOfChanges { .. } => "difference_of_changes",
        }
    }

    /// When it was, as tables write it: column and word, for those columns that apply.
    ///
    /// ```
    /// use aimak_core::{PeriodId, Quantity};
    /// let trend = Quantity::Trend { first: 2000, last: 2024 };
    /// assert_eq!((trend.key(), trend.times()), ("trend", vec![("date", "2000/2024".to_owned())]));
    /// let state = Quantity::State { period: PeriodId("after".into()) };
    /// assert_eq!(state.times(), [("period", "after".to_owned())]);
    /// ```
    pub fn times(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Timeless => Vec::new(),
            Self::State { period } => vec![("period", period.0.clone())],
            Self::At { date } => vec![("date", date.to_string())],
            // an interval of years as ISO 8601 writes it
            Self::Trend { first, last } | Self::OverYears { first, last } => {
                vec![("date", format!("{first}/{last}"))]
            }
            Self::Between { before, after }
            | Self::Change { before, after }
            | Self::DifferenceOfChanges { before, after } => vec![
                ("period_before", before.0.clone()),
                ("period_after", after.0.clone()),
            ],
        }
    }

    /// Columns that [`Self::times`] may name.
    pub const TIME_COLUMNS: [&'static str; 4] = ["period_before", "period_after", "period", "date"];
}

/// A number, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A number with everything that belongs to it.
    Estimated(Estimate),
    /// No number, in words.
    Withheld(Withheld),
}

/// One result with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Indicator id.
    pub indicator: String,
    /// Whom it speaks about.
    pub subject: Subject,
    /// Which land.
    pub land: Land,
    /// Share of organic land in the aimak, per cent; absent where parcels are not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treated_share_percent: Option<f64>,
    /// What of the indicator.
    pub quantity: Quantity,
    /// The number, or why there is none.
    pub outcome: Outcome,
    /// What stands behind it.
    pub evidence: Evidence,
}

impl Finding {
    /// Sort key: indicator, subject, land, quantity. Unique within a release.
    pub fn key(&self) -> (&str, &Subject, Land, &Quantity) {
        (&self.indicator, &self.subject, self.land, &self.quantity)
    }

    /// The estimate, if a number was given.
    pub const fn estimate(&self) -> Option<&Estimate> {
        match &self.outcome {
            Outcome::Estimated(estimate) => Some(estimate),
            Outcome::Withheld(_) => None,
        }
    }
}

/// A release: everything the atlas shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// [`RELEASE_SCHEMA`].
    pub schema: String,
    /// Version of the program.
    pub program: String,
    /// The project.
    pub project: Project,
    /// Its periods.
    pub periods: Vec<Period>,
    /// Profiles, sorted by code.
    pub aimaks: Vec<AimakProfile>,
    /// Cards of the indicators that have findings, in order of the registry.
    pub cards: Vec<Card>,
    /// Findings, sorted by [`Finding::key`].
    pub findings: Vec<Finding>,
    /// Input files, sorted by id.
    pub sources: Vec<Source>,
    /// Rows left out.
    pub exclusions: Vec<Exclusion>,
    /// Effects of the transition, in order of the registry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<EffectReport>,
    /// What people said, as far as it may be told; `None` where nobody was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attitudes: Option<Attitudes>,
    /// What the programme reports of itself, as far as it may be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programme: Vec<FigureTold>,
    /// Orders of aimaks, with how sure they are, in order of the registry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rankings: Vec<Ranking>,
    /// Of which other aimaks the evidence may speak; `None` where the project declares nothing by which that could be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// Maps, in order of the registry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maps: Vec<MapLayer>,
    /// What lies around and under the findings on a map.
    #[serde(default, skip_serializing_if = "Backdrop::is_empty")]
    pub backdrop: Backdrop,
    /// Eco-passports of local places.
    #[serde(default, skip_serializing_if = "EcoPassports::is_empty")]
    pub passports: EcoPassports,
    /// Files of the release folder, sorted by path; `release.json` itself is not among them.
    pub assets: Vec<Asset>,
}

impl Release {
    /// Takes an eco-passport out of the release, with its photos, and leaves a note in its place; hands over what was taken out.
    pub fn withdraw(&mut self, id: &str, date: PartialDate) -> Option<EcoPassport> {
        let taken = self.passports.withdraw(id, date)?;
        let belongs = |asset: &Asset| taken.files().any(|file| file.path == asset.path);
        self.assets.retain(|asset| !belongs(asset));
        Some(taken)
    }
}
