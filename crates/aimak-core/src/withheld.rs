//! Why is there no number? Too little or unfit data is an answer, in words.

use serde::{Deserialize, Serialize};

use crate::message::Message;

/// Reason codes of METHODS appendix R. Texts call them `reason-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Reason {
    /// Nothing of the kind was recorded.
    NoData,
    /// Fewer plots than an interval needs.
    TooFewPlots,
    /// Fewer years than the period needs.
    TooFewYears,
    /// Fewer valid years than a trend needs.
    SeriesTooShort,
    /// Too few aimaks on one side.
    TooFewClusters,
    /// The period cannot be placed: it counts from a date the area does not have.
    PeriodUndefined,
    /// The land was organic before it was first observed: there is no "before".
    AlwaysOrganic,
    /// The land was observed before the transition, but what lies in the period taken as before came after it.
    BeforePeriodAfterTransition,
    /// The whole aimak is no treated unit, and no parcels are given.
    TreatedAreaUnknown,
    /// No comparison area has the data.
    NoComparison,
    /// Soil layers leave a gap or do not start at the surface.
    GapAtDepth,
    /// Sampling ends above the reference soil mass.
    EsmNeedsDeeperSample,
    /// Bulk density was not measured.
    BulkDensityMissing,
    /// Before and after used different methods.
    MethodMismatch,
    /// Fewer than 30 individuals and fewer than 10 plots, or coverage below one half.
    EffortMissing,
    /// Less than 70 % of the area has valid pixels.
    ValidAreaBelow70,
    /// Fewer pixels than a figure can be stated from.
    TooFewPixels,
    /// The area does not meet the raster.
    OutsideRaster,
    /// A value is out of its physical range.
    OutOfRange,
    /// The raster could not be read there.
    RasterUnreadable,
    /// Two neighbouring observations of a season are too far apart for a line between them.
    GapTooLong,
    /// The first or last observation lies too far from the limits of the season.
    SeasonNotCovered,
    /// A sub-indicator of SDG 15.3.1 is missing.
    SubindicatorMissing,
    /// A factor of an equation was not measured.
    FactorMissing,
    /// Too few observations in a period.
    TooFewObservations,
    /// Sand, silt and clay do not sum to 100 %.
    TextureSum,
    /// Nobody knows by which method a laboratory worked.
    MethodUnknown,
    /// Total carbon of soil that may hold carbonates, and nobody measured them.
    CarbonateMissing,
    /// Bulk density was predicted or taken over from another date.
    BdPtf,
    /// What farms did is not documented.
    ActivityDataMissing,
    /// So few people stand behind the number that it could point at one of them.
    Suppressed,
}

impl Reason {
    /// The code as written in files and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoData => "NO_DATA",
            Self::TooFewPlots => "TOO_FEW_PLOTS",
            Self::TooFewYears => "TOO_FEW_YEARS",
            Self::SeriesTooShort => "SERIES_TOO_SHORT",
            Self::TooFewClusters => "TOO_FEW_CLUSTERS",
            Self::PeriodUndefined => "PERIOD_UNDEFINED",
            Self::AlwaysOrganic => "ALWAYS_ORGANIC",
            Self::BeforePeriodAfterTransition => "BEFORE_PERIOD_AFTER_TRANSITION",
            Self::TreatedAreaUnknown => "TREATED_AREA_UNKNOWN",
            Self::NoComparison => "NO_COMPARISON",
            Self::GapAtDepth => "GAP_AT_DEPTH",
            Self::EsmNeedsDeeperSample => "ESM_NEEDS_DEEPER_SAMPLE",
            Self::BulkDensityMissing => "BULK_DENSITY_MISSING",
            Self::MethodMismatch => "METHOD_MISMATCH",
            Self::EffortMissing => "EFFORT_MISSING",
            Self::ValidAreaBelow70 => "VALID_AREA_BELOW70",
            Self::TooFewPixels => "TOO_FEW_PIXELS",
            Self::OutsideRaster => "OUTSIDE_RASTER",
            Self::OutOfRange => "OUT_OF_RANGE",
            Self::RasterUnreadable => "RASTER_UNREADABLE",
            Self::GapTooLong => "GAP_TOO_LONG",
            Self::SeasonNotCovered => "SEASON_NOT_COVERED",
            Self::SubindicatorMissing => "SUBINDICATOR_MISSING",
            Self::FactorMissing => "FACTOR_MISSING",
            Self::TooFewObservations => "TOO_FEW_OBSERVATIONS",
            Self::TextureSum => "TEXTURE_SUM",
            Self::MethodUnknown => "METHOD_UNKNOWN",
            Self::CarbonateMissing => "CARBONATE_MISSING",
            Self::BdPtf => "BD_PTF",
            Self::ActivityDataMissing => "ACTIVITY_DATA_MISSING",
            Self::Suppressed => "SUPPRESSED",
        }
    }

    /// Every reason, for tests that each has its words.
    pub const ALL: [Self; 31] = [
        Self::NoData,
        Self::TooFewPlots,
        Self::TooFewYears,
        Self::SeriesTooShort,
        Self::TooFewClusters,
        Self::PeriodUndefined,
        Self::AlwaysOrganic,
        Self::BeforePeriodAfterTransition,
        Self::TreatedAreaUnknown,
        Self::NoComparison,
        Self::GapAtDepth,
        Self::EsmNeedsDeeperSample,
        Self::BulkDensityMissing,
        Self::MethodMismatch,
        Self::EffortMissing,
        Self::ValidAreaBelow70,
        Self::TooFewPixels,
        Self::OutsideRaster,
        Self::OutOfRange,
        Self::RasterUnreadable,
        Self::GapTooLong,
        Self::SeasonNotCovered,
        Self::SubindicatorMissing,
        Self::FactorMissing,
        Self::TooFewObservations,
        Self::TextureSum,
        Self::MethodUnknown,
        Self::CarbonateMissing,
        Self::BdPtf,
        Self::ActivityDataMissing,
        Self::Suppressed,
    ];
}

/// An answer without a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Withheld {
    /// Why.
    pub reason: Reason,
    /// What was there and what would be needed (`n`, `needed`, ...), for the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Message>,
}

impl Withheld {
    /// Withheld for `reason`, nothing further to say.
    pub const fn because(reason: Reason) -> Self {
        Self {
            reason,
            details: Vec::new(),
        }
    }

    /// The same with a detail.
    #[must_use]
    pub fn with(mut self, detail: Message) -> Self {
        self.details.push(detail);
        self
    }
}
