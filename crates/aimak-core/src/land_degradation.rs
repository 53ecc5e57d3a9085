//! Which years and rules does an assessment of land degradation follow?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the project assesses land degradation after SDG 15.3.1: section `[land_degradation]` of the project file.
///
/// Land cover and soil carbon are compared between the first and the last year of a period. Productivity looks back from
/// its last year: sixteen years for the trend, thirteen and three for the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LandDegradation {
    /// First and last year of the baseline; without it there is no status against it.
    pub baseline: Option<[i16; 2]>,
    /// First and last year of the reporting period.
    pub reporting: [i16; 2],
    /// What the numbers of the land cover map mean.
    #[serde(default)]
    pub legend: LandCoverLegend,
    /// Whose rules: published ones disagree, and the share of degraded land hangs on them.
    #[serde(default)]
    pub variant: DegradationVariant,
}

/// What the numbers of a land cover map mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LandCoverLegend {
    /// The seven classes of the UNCCD, 1 to 7.
    #[default]
    Unccd,
    /// ESA-CCI land cover.
    EsaCci,
    /// ESA `WorldCover`.
    EsaWorldcover,
}

impl LandCoverLegend {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unccd => "unccd",
            Self::EsaCci => "esa_cci",
            Self::EsaWorldcover => "esa_worldcover",
        }
    }
}

/// Whose rules an assessment follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DegradationVariant {
    /// Our own statements: two-sided 5 %.
    #[default]
    Default,
    /// The text of the UNCCD's manual, for comparison with the national report.
    UnccdReporting,
    /// As Trends.Earth, for comparison with it.
    TrendsEarth,
}

impl DegradationVariant {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::UnccdReporting => "unccd_reporting",
            Self::TrendsEarth => "trends_earth",
        }
    }
}
