//! Which figures can be asked of the pixels of a zone, and what does each need?

use std::{fmt, str::FromStr};

use super::tally::{Needs, Totals};

/// A figure over the cells of a zone. Cells count by the fraction f of theirs that the zone covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statistic {
    /// Σ f over cells with a value.
    Count,
    /// Σ f·x.
    Sum,
    /// Σ f·x / Σ f.
    Mean,
    /// Lowest value of any touched cell.
    Min,
    /// Highest value of any touched cell.
    Max,
    /// Population variance Σ f·(x − mean)² / Σ f.
    Variance,
    /// Root of the variance.
    Stdev,
    /// Standard deviation over mean.
    Cv,
    /// The quantile 0.5.
    Median,
    /// A weighted quantile, 0–1; see [`super::Frequencies::quantile`].
    Quantile(f64),
    /// The value that covers most; of several, the greatest.
    Majority,
    /// The value that covers least; of several, the smallest.
    Minority,
    /// Number of distinct values.
    Variety,
    /// Area of covered cells with a value, ha; on geographic grids by the ellipsoid.
    AreaHa,
    /// Share of each value in the area, one column a value.
    Shares,
    /// Σ f·x·w / Σ f·w with w from a second raster.
    WeightedMean,
    /// Σ f·x·w.
    WeightedSum,
}

/// Square metres in a hectare.
const SQUARE_METRES_PER_HECTARE: f64 = 1e4;

impl Statistic {
    /// Every figure with a name of its own; a quantile is written `quantile=0.9`.
    pub const NAMED: [(&'static str, Self); 16] = [
        ("count", Self::Count),
        ("sum", Self::Sum),
        ("mean", Self::Mean),
        ("min", Self::Min),
        ("max", Self::Max),
        ("variance", Self::Variance),
        ("stdev", Self::Stdev),
        ("cv", Self::Cv),
        ("median", Self::Median),
        ("majority", Self::Majority),
        ("minority", Self::Minority),
        ("variety", Self::Variety),
        ("area_ha", Self::AreaHa),
        ("shares", Self::Shares),
        ("weighted_mean", Self::WeightedMean),
        ("weighted_sum", Self::WeightedSum),
    ];

    /// What must be counted for it.
    pub fn needs(self) -> Needs {
        Needs {
            spread: matches!(self, Self::Variance | Self::Stdev | Self::Cv),
            values: matches!(
                self,
                Self::Median
                    | Self::Quantile(_)
                    | Self::Majority
                    | Self::Minority
                    | Self::Variety
                    | Self::Shares
            ),
            above: None,
        }
    }

    /// True where a second raster is needed.
    pub fn needs_weights(self) -> bool {
        matches!(self, Self::WeightedMean | Self::WeightedSum)
    }

    /// The figure of a zone; `None` where no cell holds a value. Shares and weighted figures are not single numbers of
    /// these totals and are `None` here.
    ///
    /// A count, a sum, an area and a variety of nothing are 0, as in exactextract.
    pub fn of(self, totals: &Totals) -> Option<f64> {
        let frequencies = &totals.frequencies;
        let stdev = || totals.variance().map(f64::sqrt);
        match self {
            Self::Count => Some(totals.cells),
            Self::Sum => Some(totals.sum),
            Self::Mean => totals.mean(),
            Self::Min => totals.range.map(|(low, _)| low),
            Self::Max => totals.range.map(|(_, high)| high),
            Self::Variance => totals.variance(),
            Self::Stdev => stdev(),
            // a mean of zero has no coefficient of variation
            Self::Cv => Some(stdev()? / totals.mean().filter(|mean| *mean != 0.0)?),
            Self::Median => frequencies.quantile(0.5),
            Self::Quantile(q) => frequencies.quantile(q),
            Self::Majority => frequencies.majority(),
            Self::Minority => frequencies.minority(),
            Self::Variety => Some(frequencies.variety() as f64),
            Self::AreaHa => Some(totals.area_m2 / SQUARE_METRES_PER_HECTARE),
            Self::Shares | Self::WeightedMean | Self::WeightedSum => None,
        }
    }
}

impl Needs {
    /// What all of these figures need together.
    pub fn of(statistics: &[Statistic]) -> Self {
        let any = |ask: fn(&Needs) -> bool| statistics.iter().any(|s| ask(&s.needs()));
        Self {
            spread: any(|needs| needs.spread),
            values: any(|needs| needs.values),
            above: None,
        }
    }
}

/// A word that names no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownStatistic(pub String);

impl FromStr for Statistic {
    type Err = UnknownStatistic;

    /// Reads `mean`, `quantile=0.9`, ...
    ///
    /// ```
    /// use aimak_science::zonal::Statistic;
    /// assert_eq!("stdev".parse(), Ok(Statistic::Stdev));
    /// assert_eq!("quantile=0.9".parse(), Ok(Statistic::Quantile(0.9)));
    /// assert!("quantile=1.5".parse::<Statistic>().is_err());
    /// ```
    fn from_str(word: &str) -> Result<Self, UnknownStatistic> {
        let unknown = || UnknownStatistic(word.to_owned());
        if let Some(q) = word.strip_prefix("quantile=") {
            let q = q.parse().map_err(|_| unknown())?;
            return if (0.0..=1.0).contains(&q) {
                Ok(Self::Quantile(q))
            } else {
                Err(unknown())
            };
        }
        let named = Self::NAMED.iter().find(|(name, _)| *name == word);
        named.map(|(_, statistic)| *statistic).ok_or_else(unknown)
    }
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Quantile(q) = self {
            return write!(f, "quantile={q}");
        }
        let named = Self::NAMED.iter().find(|(_, statistic)| statistic == self);
        f.write_str(named.map_or("", |(name, _)| name))
    }
}
