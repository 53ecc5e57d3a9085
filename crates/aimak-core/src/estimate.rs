//! How much is it, and how sure is that?

use serde::{Deserialize, Serialize};

use crate::message::Message;

/// The unit of a value. Texts call it `unit-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Tonnes of carbon per hectare.
    TonneCarbonPerHectare,
    /// Grams in a kilogram of fine earth.
    GramPerKilogram,
    /// pH units.
    Ph,
    /// Number of species.
    Species,
    /// Number of species on a plot.
    SpeciesPerPlot,
    /// Effective number of species (Hill number).
    EffectiveSpecies,
    /// Effective number of crops (Hill number of their areas).
    EffectiveCrops,
    /// Number of varieties on a farm.
    Varieties,
    /// Vegetation index, no unit, −1 to 1.
    Ndvi,
    /// Change of the vegetation index in a year.
    NdviPerYear,
    /// Tonnes of soil lost from a hectare in a year.
    TonnePerHectareYear,
    /// Milligrams in a kilogram of fine earth.
    MilligramPerKilogram,
    /// Per cent of fine earth by mass, where tenths are not enough.
    PercentOfFineEarth,
    /// Decisiemens per metre.
    DecisiemensPerMetre,
    /// Per cent; differences of two such values are percentage points.
    Percent,
}

impl Unit {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TonneCarbonPerHectare => "tonne_carbon_per_hectare",
            Self::GramPerKilogram => "gram_per_kilogram",
            Self::Ph => "ph",
            Self::Species => "species",
            Self::SpeciesPerPlot => "species_per_plot",
            Self::EffectiveSpecies => "effective_species",
            Self::EffectiveCrops => "effective_crops",
            Self::Varieties => "varieties",
            Self::Ndvi => "ndvi",
            Self::NdviPerYear => "ndvi_per_year",
            Self::TonnePerHectareYear => "tonne_per_hectare_year",
            Self::MilligramPerKilogram => "milligram_per_kilogram",
            Self::PercentOfFineEarth => "percent_of_fine_earth",
            Self::DecisiemensPerMetre => "decisiemens_per_metre",
            Self::Percent => "percent",
        }
    }

    /// The symbol for tables and file headers, the same in every language.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::TonneCarbonPerHectare => "t C/ha",
            Self::GramPerKilogram => "g/kg",
            Self::Ph => "pH",
            Self::Species | Self::EffectiveSpecies => "species",
            Self::SpeciesPerPlot => "species/plot",
            Self::EffectiveCrops => "crops",
            Self::Varieties => "varieties",
            Self::Ndvi => "1",
            Self::NdviPerYear => "1/yr",
            Self::TonnePerHectareYear => "t/ha/yr",
            Self::MilligramPerKilogram => "mg/kg",
            Self::DecisiemensPerMetre => "dS/m",
            Self::PercentOfFineEarth | Self::Percent => "%",
        }
    }

    /// Decimals a reader needs; files keep every digit.
    pub const fn decimals(self) -> usize {
        match self {
            Self::NdviPerYear => 4,
            Self::Ndvi => 3,
            Self::Ph
            | Self::DecisiemensPerMetre
            | Self::PercentOfFineEarth
            | Self::SpeciesPerPlot
            | Self::TonnePerHectareYear => 2,
            Self::TonneCarbonPerHectare
            | Self::GramPerKilogram
            | Self::MilligramPerKilogram
            | Self::Species
            | Self::EffectiveSpecies
            | Self::EffectiveCrops
            | Self::Varieties
            | Self::Percent => 1,
        }
    }
}

/// Where the spread of an interval comes from. Mixing kinds lies, so they never merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntervalKind {
    /// Other plots could have been drawn.
    Sampling,
    /// Other aimaks could have been chosen; the aimak is the unit.
    AmongAimaks,
    /// Other years could have been seen; pixels are a census.
    YearToYear,
    /// Factors of a formula are uncertain.
    Parameter,
    /// The model itself is uncertain.
    Model,
}

impl IntervalKind {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sampling => "sampling",
            Self::AmongAimaks => "among_aimaks",
            Self::YearToYear => "year_to_year",
            Self::Parameter => "parameter",
            Self::Model => "model",
        }
    }
}

/// Why a value has no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoInterval {
    /// Every pixel was seen: nothing was sampled.
    Census,
    /// Fewer than two plots or aimaks.
    TooFewUnits,
    /// Fewer than three years in a period.
    TooFewYears,
}

impl NoInterval {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Census => "census",
            Self::TooFewUnits => "too_few_units",
            Self::TooFewYears => "too_few_years",
        }
    }
}

/// An interval, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    /// From `lo` to `hi`.
    Between {
        /// Lower end, in the unit of the value.
        lo: f64,
        /// Upper end.
        hi: f64,
        /// Nominal coverage, 0.95.
        level: f64,
        /// Where the spread comes from.
        kind: IntervalKind,
    },
    /// No interval can be given.
    Unavailable(NoInterval),
}

impl Interval {
    /// Lower and upper end, if there is an interval.
    pub const fn bounds(&self) -> Option<(f64, f64)> {
        match self {
            Self::Between { lo, hi, .. } => Some((*lo, *hi)),
            Self::Unavailable(_) => None,
        }
    }

    /// True where the interval holds zero; `None` without an interval.
    pub fn holds_zero(&self) -> Option<bool> {
        self.bounds().map(|(lo, hi)| lo <= 0.0 && 0.0 <= hi)
    }
}

/// What was counted for `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SampleUnit {
    /// Plots.
    Plots,
    /// Plots visited before and after.
    PairedPlots,
    /// Farms.
    Farms,
    /// Farms recorded before and after.
    PairedFarms,
    /// Persons.
    Persons,
    /// Persons asked before and after.
    PairedPersons,
    /// Years.
    Years,
    /// Raster cells (a sum of coverage fractions, rounded).
    Cells,
    /// Aimaks.
    Aimaks,
    /// Fields whose management is documented.
    Fields,
}

impl SampleUnit {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plots => "plots",
            Self::PairedPlots => "paired_plots",
            Self::Farms => "farms",
            Self::PairedFarms => "paired_farms",
            Self::Persons => "persons",
            Self::PairedPersons => "paired_persons",
            Self::Years => "years",
            Self::Cells => "cells",
            Self::Aimaks => "aimaks",
            Self::Fields => "fields",
        }
    }
}

/// How many of what; two groups where a value compares two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleSize {
    /// What was counted.
    pub of: SampleUnit,
    /// How many (before, or organic, where there are two groups).
    pub n: usize,
    /// The second group (after, or comparison), if there are two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_other: Option<usize>,
}

/// Narrower intervals around the same value and of the same kind: a picture that shows them fades towards its ends, because a reader of
/// one bar alone takes its ends for as likely as its middle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bands {
    /// Lower and upper end of the 50 % interval, in the unit of the value.
    pub half: (f64, f64),
    /// Lower and upper end of the 80 % interval.
    pub most: (f64, f64),
    /// The standard error behind them, in the unit of the value.
    pub se: f64,
    /// The degrees of freedom of their Student's t.
    pub df: f64,
}

/// A remark that stays with a value wherever it goes. Texts call it `flag-<code>`.
pub type Flag = Message;

/// A value with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The value, unrounded.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
    /// Its interval, or why there is none.
    pub interval: Interval,
    /// Its 50 % and 80 % intervals, where its spread is that of Student's t.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
    /// How many observations stand behind it.
    pub sample: SampleSize,
    /// Remarks, for instance `CF_ASSUMED_0`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
}
