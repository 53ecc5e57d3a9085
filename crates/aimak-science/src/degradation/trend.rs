//! Which way did productivity go over sixteen years?

use super::{ChangeClass, kendall::TrendScore};

/// Cut that one stable series in twenty passes (two-sided 5 %).
pub const Z_95: f64 = 1.96;
/// Cut that one stable series in five passes (two-sided 20 %).
pub const Z_80: f64 = 1.28;

/// The five classes of a z-score in the UNCCD manual; trend and state share them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZClass {
    /// Z below −1.96.
    Degrading,
    /// From −1.96 to below −1.28 ("at risk").
    PotentiallyDegrading,
    /// From −1.28 to 1.28.
    NoSignificantChange,
    /// Above 1.28 to 1.96.
    PotentiallyImproving,
    /// Z above 1.96.
    Improving,
}

impl ZClass {
    /// The class of a z-score.
    ///
    /// # Range and edge cases
    /// A cut itself belongs to the milder class; no number has no class.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::trend::ZClass;
    /// assert_eq!(ZClass::of(-1.96), Some(ZClass::PotentiallyDegrading));
    /// assert_eq!(ZClass::of(2.963487), Some(ZClass::Improving));
    /// assert_eq!(ZClass::of(f64::NAN), None);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.1; UNCCD PRAIS 4 manual, SO1.
    pub fn of(z: f64) -> Option<Self> {
        let strong = ChangeClass::beyond(z, Z_95)?;
        let weak = ChangeClass::beyond(z, Z_80)?;
        Some(match (strong, weak) {
            (ChangeClass::Degraded, _) => Self::Degrading,
            (ChangeClass::Improved, _) => Self::Improving,
            (ChangeClass::Stable, ChangeClass::Degraded) => Self::PotentiallyDegrading,
            (ChangeClass::Stable, ChangeClass::Stable) => Self::NoSignificantChange,
            (ChangeClass::Stable, ChangeClass::Improved) => Self::PotentiallyImproving,
        })
    }
}

/// Critical values of |S| in Trends.Earth for one length of series.
///
/// They are handed in because the table is a peer's, not a fact: its "95 %" is a one-sided 5.4–5.8 % test, about 89 %
/// two-sided. Use them to reproduce Trends.Earth, not to make a statement of your own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KendallCritical {
    /// Called 90 %.
    pub s90: i64,
    /// Called 95 %.
    pub s95: i64,
    /// Called 99 %.
    pub s99: i64,
}

impl KendallCritical {
    /// The row of Trends.Earth for sixteen years (`gee/stats.py`, n = 16).
    pub const SIXTEEN_YEARS: Self = Self {
        s90: 28,
        s95: 36,
        s99: 56,
    };

    /// The significance of Trends.Earth, −3 to 3: the sign of the slope, and one step for each critical value reached.
    ///
    /// # Range and edge cases
    /// |S| equal to the 90 % value is 0, though 95 % and 99 % count from their own value on; |slope| up to
    /// `flat_slope_per_year` is 0. As there, the sign is the slope's even where S points the other way.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{kendall::TrendScore, trend::KendallCritical};
    /// let of = |s, slope_per_year| {
    ///     KendallCritical::SIXTEEN_YEARS.significance(&TrendScore { s, z: 0.0, slope_per_year }, 0.001)
    /// };
    /// assert_eq!((of(36, 0.004), of(-56, -0.004), of(28, 0.004), of(56, 0.001)), (2, -3, 0, 0));
    /// ```
    pub fn significance(&self, score: &TrendScore, flat_slope_per_year: f64) -> i8 {
        let (s, slope) = (score.s.abs(), score.slope_per_year);
        if s <= self.s90 || slope.abs() <= flat_slope_per_year || slope == 0.0 {
            return 0;
        }
        let steps = 1 + i8::from(s >= self.s95) + i8::from(s >= self.s99);
        if slope > 0.0 { steps } else { -steps }
    }
}

/// When does a trend count?
///
/// # Reference
/// METHODS D.5.1; UNCCD PRAIS 4 manual; SEPAL SDG 15.3.1; Trends.Earth @ 35b2b7d `gee/productivity.py`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TrendRule {
    /// Mann–Kendall Z strictly beyond ± this cut.
    ZBeyond {
        /// The cut, for instance [`Z_95`].
        cut: f64,
    },
    /// |S| from the 95 % row of Trends.Earth on, and a slope that is not flat; only to reproduce Trends.Earth.
    TeKendall {
        /// The row for the length of the series.
        critical: KendallCritical,
        /// A slope up to this size is flat, NDVI per year (10 in its NDVI·10,000).
        flat_slope_per_year: f64,
    },
}

impl TrendRule {
    /// The rule of our statements: at 1.28 one stable pixel in ten would be called degrading.
    pub const DEFAULT: Self = Self::ZBeyond { cut: Z_95 };
    /// The rule of the text of the UNCCD manual, for comparison with the national report.
    pub const UNCCD_REPORTING: Self = Self::ZBeyond { cut: Z_80 };
    /// The rule of Trends.Earth for sixteen years of NDVI (−1 to 1).
    pub const TE_KENDALL: Self = Self::TeKendall {
        critical: KendallCritical::SIXTEEN_YEARS,
        flat_slope_per_year: 0.001,
    };

    /// The three-level class of a score.
    ///
    /// ```
    /// use aimak_science::degradation::{ChangeClass, kendall::TrendScore, trend::TrendRule};
    /// let falling = TrendScore { s: -40, z: -1.76, slope_per_year: -0.002 };
    /// assert_eq!(TrendRule::DEFAULT.class(&falling), Some(ChangeClass::Stable));
    /// assert_eq!(TrendRule::UNCCD_REPORTING.class(&falling), Some(ChangeClass::Degraded));
    /// assert_eq!(TrendRule::TE_KENDALL.class(&falling), Some(ChangeClass::Degraded));
    /// ```
    pub fn class(&self, score: &TrendScore) -> Option<ChangeClass> {
        match self {
            Self::ZBeyond { cut } => ChangeClass::beyond(score.z, *cut),
            Self::TeKendall {
                critical,
                flat_slope_per_year,
            } => {
                let significance = critical.significance(score, *flat_slope_per_year);
                super::recode::trajectory(significance.into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_cut_belongs_to_the_milder_class() {
        let classes = [-1.97, -1.96, -1.28, 1.28, 1.29, 1.96, 1.97].map(|z| ZClass::of(z).unwrap());
        assert_eq!(
            classes,
            [
                ZClass::Degrading,
                ZClass::PotentiallyDegrading,
                ZClass::NoSignificantChange,
                ZClass::NoSignificantChange,
                ZClass::PotentiallyImproving,
                ZClass::PotentiallyImproving,
                ZClass::Improving
            ]
        );
    }

    #[test]
    fn significance_as_trends_earth() {
        // its row for 24 years; slopes in NDVI·10,000 per year, hence 10 for flat
        let critical = KendallCritical {
            s90: 52,
            s95: 66,
            s99: 98,
        };
        let table = include_str!("../../tests/oracle/te_kendall_significance.csv");
        let mut compared = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
            let score = TrendScore {
                s: cells[0] as i64,
                z: 0.0,
                slope_per_year: cells[1],
            };
            assert_eq!(
                f64::from(critical.significance(&score, 10.0)),
                cells[2],
                "{line}"
            );
            compared += 1;
        }
        assert_eq!(compared, 59);
    }

    #[test]
    fn a_flat_or_contrary_slope_is_what_trends_earth_makes_of_it() {
        let of = |s, slope_per_year| {
            TrendRule::TE_KENDALL.class(&TrendScore {
                s,
                z: 0.0,
                slope_per_year,
            })
        };
        assert_eq!(of(60, 0.001), Some(ChangeClass::Stable));
        assert_eq!(of(35, 0.01), Some(ChangeClass::Stable));
        assert_eq!(of(36, 0.01), Some(ChangeClass::Improved));
        assert_eq!(of(60, -0.01), Some(ChangeClass::Degraded));
    }

    proptest! {
        #[test]
        fn the_wider_cut_never_contradicts_the_narrower(z in -4.0..4.0_f64) {
            let score = TrendScore { s: 0, z, slope_per_year: 0.0 };
            let (strict, loose) = (TrendRule::DEFAULT.class(&score).unwrap(), TrendRule::UNCCD_REPORTING.class(&score).unwrap());
            prop_assert!(strict == loose || strict == ChangeClass::Stable);
        }
    }
}
