//! Is there a steady rise or fall that chance alone would seldom make?

use aimak_core::{Reason, Withheld};

use super::{
    MINIMUM_YEARS, MINIMUM_YEARS_EXACT,
    concordance::{Concordance, standard_score, tie_sizes, two_sided_p},
    exact_null::ExactNull,
    serial_correlation::{SerialCorrection, significant_lags},
    series::Series,
    theil_sen::TheilSen,
};

/// Longest series without ties whose p the default takes from the exact distribution.
const EXACT_UP_TO: usize = 10;

/// The test of Mann and Kendall in its variants.
///
/// # Formula
/// S, its variance and `Z = (S ∓ 1)/√Var` as in [`Concordance`]; two-sided p from the distribution the variant names.
///
/// # Units
/// None: only the order of the values counts.
///
/// # Range and edge cases
/// Fewer than 8 valid years (5 where the exact distribution serves) give `SERIES_TOO_SHORT`. A constant series has S = 0, Z = 0,
/// p = 1. Gaps need no filling: a missing year takes part in no pair.
///
/// # Example
/// ```
/// use aimak_science::trend::{mann_kendall::MannKendall, series::Series};
/// let ndvi = [0.30, 0.31, 0.33, 0.34, 0.33, 0.32, 0.31, 0.33, 0.36, 0.38, 0.39, 0.38, 0.36, 0.35, 0.37, 0.40];
/// let series = Series::yearly(&ndvi.map(Some)).unwrap();
/// let plain = MannKendall::Normal.test(&series).unwrap();
/// assert_eq!(plain.s, 72);
/// assert!((plain.z - 3.218419).abs() < 5e-7 && (plain.p - 0.001289).abs() < 5e-7);
/// let corrected = MannKendall::HamedRao { greatest_lag: 3 }.test(&series).unwrap();
/// assert!((corrected.z - 2.933642).abs() < 5e-7 && (corrected.p - 0.00335).abs() < 5e-7);
/// let correction = corrected.serial.unwrap();
/// assert_eq!(correction.lags_used, [1, 3]);
/// assert!((correction.factor - 1.203569).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.4; Mann (1945), Econometrica 13:245–259; Kendall (1975), Rank Correlation Methods; Hamed & Rao (1998),
/// J. Hydrol. 204:182–196.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MannKendall {
    /// Exact p for up to 10 years without ties and for 5 to 7 years with ties, else the normal distribution.
    #[default]
    Standard,
    /// The normal distribution, variance corrected for ties; what most programs call the original test.
    Normal,
    /// Exact p for any length, given the ties. Slow for hundreds of years.
    Exact,
    /// Variance widened for serial correlation of the detrended ranks, never narrowed.
    HamedRao {
        /// Lags looked at, from 1; the specification takes 3.
        greatest_lag: usize,
    },
    /// As pyMannKendall: all lags, the slope per place of the list, and a variance that may shrink, which makes the series
    /// *more* significant. For comparison only.
    HamedRaoAllLags,
}

/// Where p comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Null {
    /// The normal distribution.
    Normal,
    /// Every order of the values, equally likely.
    Exact,
}

/// What the test found.
#[derive(Clone, Debug, PartialEq)]
pub struct MannKendallResult {
    /// Number of valid years.
    pub n: usize,
    /// Rising less falling pairs.
    pub s: i64,
    /// Variance of S the score was made with.
    pub variance: f64,
    /// Kendall's tau-a, −1 to 1.
    pub tau_a: f64,
    /// Kendall's tau-b, −1 to 1; `None` for a constant series.
    pub tau_b: Option<f64>,
    /// S in standard deviations, corrected for continuity.
    pub z: f64,
    /// Two-sided p, 0–1.
    pub p: f64,
    /// Where p comes from.
    pub null: Null,
    /// The correction for serial correlation, where the variant makes one.
    pub serial: Option<SerialCorrection>,
}

impl MannKendall {
    /// The default correction for serial correlation: lags 1 to 3 (METHODS D.4).
    pub const HAMED_RAO: Self = Self::HamedRao { greatest_lag: 3 };

    /// Fewest valid years for the variant.
    pub const fn minimum_years(self) -> usize {
        match self {
            Self::Standard | Self::Exact => MINIMUM_YEARS_EXACT,
            Self::Normal | Self::HamedRao { .. } | Self::HamedRaoAllLags => MINIMUM_YEARS,
        }
    }

    /// Tests a series.
    ///
    /// # Errors
    /// `SERIES_TOO_SHORT` below [`Self::minimum_years`]; `OUT_OF_RANGE` where [`Self::HamedRaoAllLags`] makes the variance
    /// negative, as it can.
    pub fn test(self, series: &Series) -> Result<MannKendallResult, Withheld> {
        series.at_least(self.minimum_years())?;
        let pairs = Concordance::of(series.values());
        let serial = self.serial_correction(series)?;
        let variance = pairs.variance() * serial.as_ref().map_or(1.0, |serial| serial.factor);
        let z = standard_score(pairs.s(), variance);
        let null = self.null(&pairs);
        let p = match null {
            Null::Normal => two_sided_p(z),
            Null::Exact => exact_p(&pairs, series.values()),
        };
        Ok(MannKendallResult {
            n: pairs.n,
            s: pairs.s(),
            variance,
            tau_a: pairs.tau_a().unwrap_or(0.0),
            tau_b: pairs.tau_b(),
            z,
            p,
            null,
            serial,
        })
    }

    /// The distribution the variant takes p from.
    pub(crate) fn null(self, pairs: &Concordance) -> Null {
        let untied = pairs.tie_term == 0;
        let exact = match self {
            Self::Exact => true,
            Self::Standard => pairs.n < MINIMUM_YEARS || (untied && pairs.n <= EXACT_UP_TO),
            Self::Normal | Self::HamedRao { .. } | Self::HamedRaoAllLags => false,
        };
        if exact { Null::Exact } else { Null::Normal }
    }

    fn serial_correction(self, series: &Series) -> Result<Option<SerialCorrection>, Withheld> {
        match self {
            Self::Standard | Self::Normal | Self::Exact => Ok(None),
            Self::HamedRao { greatest_lag } => {
                let slope = TheilSen::RealTime.slope(series)?;
                let found = significant_lags(series.years(), series.values(), slope, greatest_lag);
                Ok(Some(found.never_narrowing()))
            }
            Self::HamedRaoAllLags => {
                let slope = TheilSen::IndexDistance.slope(series)?;
                // the peer measures the slope on places of the list but takes it off the valid values by their count
                let count: Vec<f64> = (0..series.len()).map(|i| i as f64).collect();
                let found = significant_lags(&count, series.values(), slope, series.len() - 1);
                if found.factor > 0.0 {
                    Ok(Some(found))
                } else {
                    Err(Withheld::because(Reason::OutOfRange))
                }
            }
        }
    }
}

fn exact_p(pairs: &Concordance, values: &[f64]) -> f64 {
    let null = if pairs.tie_term == 0 {
        ExactNull::without_ties(pairs.n)
    } else {
        ExactNull::with_ties(&tie_sizes(values))
    };
    null.two_sided_p(pairs.s())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn yearly(values: &[f64]) -> Series {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        Series::yearly(&values).unwrap()
    }

    #[test]
    fn all_lags_of_the_worked_example_narrow_the_variance() {
        // METHODS D.4: lags 1, 3, 4 kept, factor below 1
        let ndvi = [
            0.30, 0.31, 0.33, 0.34, 0.33, 0.32, 0.31, 0.33, 0.36, 0.38, 0.39, 0.38, 0.36, 0.35,
            0.37, 0.40,
        ];
        let found = MannKendall::HamedRaoAllLags.test(&yearly(&ndvi)).unwrap();
        let serial = found.serial.unwrap();
        assert_eq!(serial.lags_used, [1, 3, 4]);
        assert!((serial.factor - 0.682_455).abs() < 5e-7);
        assert!((found.variance - 332.128_274).abs() < 5e-7 && (found.z - 3.895_879).abs() < 5e-7);
        let first = MannKendall::HamedRao { greatest_lag: 1 }
            .test(&yearly(&ndvi))
            .unwrap();
        assert!((first.z - 2.310_482).abs() < 5e-7 && (first.p - 0.020_861).abs() < 5e-7);
        assert!((first.variance - 944.303_309).abs() < 5e-7);
    }

    #[test]
    fn short_series_are_withheld_or_exact() {
        let values = [0.31, 0.30, 0.33, 0.36, 0.38, 0.39, 0.41];
        let refused = MannKendall::Normal.test(&yearly(&values)).unwrap_err();
        assert_eq!(refused.reason, Reason::SeriesTooShort);
        assert!(MannKendall::HAMED_RAO.test(&yearly(&values)).is_err());
        assert!(MannKendall::Standard.test(&yearly(&values[..4])).is_err());
        let five = MannKendall::Standard.test(&yearly(&values[1..6])).unwrap();
        // all ten pairs rise: two of the 120 orders are that extreme
        assert_eq!((five.s, five.null), (10, Null::Exact));
        assert!((five.p - 2.0 / 120.0).abs() < 1e-15);
    }

    #[test]
    fn the_default_leaves_the_exact_distribution_after_ten_years_or_with_ties() {
        let rising: Vec<f64> = (0..11).map(f64::from).collect();
        let null = |values: &[f64]| MannKendall::Standard.test(&yearly(values)).unwrap().null;
        assert_eq!(null(&rising[..10]), Null::Exact);
        assert_eq!(null(&rising), Null::Normal);
        assert_eq!(
            null(&[1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]),
            Null::Normal
        );
        assert_eq!(null(&[1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), Null::Exact);
    }

    #[test]
    fn a_constant_series_has_no_trend() {
        for test in [
            MannKendall::Standard,
            MannKendall::Normal,
            MannKendall::Exact,
            MannKendall::HAMED_RAO,
            MannKendall::HamedRaoAllLags,
        ] {
            let found = test.test(&yearly(&[0.3; 12])).unwrap();
            assert_eq!(
                (found.s, found.z, found.p, found.tau_b),
                (0, 0.0, 1.0, None),
                "{test:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn gaps_change_nothing_but_the_dates(values in prop::collection::vec(0.0..1.0_f64, 8..20), gap in 0usize..8) {
            let mut holed: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
            holed.insert(gap, None);
            let holed = Series::yearly(&holed).unwrap();
            for test in [MannKendall::Standard, MannKendall::Normal, MannKendall::Exact] {
                prop_assert_eq!(test.test(&holed), test.test(&yearly(&values)));
            }
        }

        #[test]
        fn the_default_correction_never_lowers_p(values in prop::collection::vec(0.0..1.0_f64, 8..30)) {
            let series = yearly(&values);
            let (plain, corrected) = (MannKendall::Normal.test(&series).unwrap(), MannKendall::HAMED_RAO.test(&series).unwrap());
            prop_assert!(corrected.p >= plain.p && corrected.variance >= plain.variance);
        }
    }
}
