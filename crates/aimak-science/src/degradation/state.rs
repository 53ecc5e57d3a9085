//! Is the land now greener or barer than in the years before?

use super::{ChangeClass, recode, trend::Z_95};
use crate::methods::quantile::quantile;

/// A spread below this part of the mean is rounding of a constant series, not a spread.
const ROUNDING: f64 = 1e-12;

/// Which divisor a standard deviation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divisor {
    /// The number of years (population; what the guidance and SEPAL use).
    N,
    /// One less (sample).
    NMinusOne,
}

/// The years that the state compares, valid values only.
#[derive(Clone, Copy, Debug)]
pub struct StateYears<'a> {
    /// Annual productivity of the preceding years (13 as published).
    pub history: &'a [f64],
    /// Annual productivity of the recent years (3 as published).
    pub recent: &'a [f64],
}

impl StateYears<'_> {
    /// z without √3: the recent mean against the spread of single years.
    ///
    /// # Formula
    /// `z = (x̄ − μ)/σ` with mean μ and standard deviation σ of the history.
    ///
    /// # Range and edge cases
    /// `None` without years or where the history does not vary.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::state::{Divisor, StateYears};
    /// let history = [0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31];
    /// let years = StateYears { history: &history, recent: &[0.285, 0.290, 0.288] };
    /// assert!((years.z_prais(Divisor::N).unwrap() + 1.40953).abs() < 5e-6);
    /// assert!((years.z_gpg(Divisor::N).unwrap() + 2.44138).abs() < 5e-6);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.1; UNCCD PRAIS 4 manual, SO1.
    pub fn z_prais(&self, divisor: Divisor) -> Option<f64> {
        let (before, now) = (mean(self.history)?, mean(self.recent)?);
        let n = self.history.len() as f64;
        let divisor = match divisor {
            Divisor::N => n,
            Divisor::NMinusOne => n - 1.0,
        };
        let squares: f64 = self.history.iter().map(|x| (x - before).powi(2)).sum();
        let deviation = (squares / divisor).sqrt();
        // NaN (one year, divisor 0) must not pass either
        (deviation > ROUNDING * before.abs()).then(|| (now - before) / deviation)
    }

    /// z with √3: the recent mean against the spread of means of as many years.
    ///
    /// # Formula
    /// `z = (x̄ − μ)/(σ/√m)` with m recent years.
    ///
    /// # Reference
    /// METHODS D.5.1; GPG v2 as quoted by SEPAL SDG 15.3.1.
    pub fn z_gpg(&self, divisor: Divisor) -> Option<f64> {
        Some(self.z_prais(divisor)? * (self.recent.len() as f64).sqrt())
    }

    /// The nine inner deciles of Trends.Earth: the history and two made-up years, 5 % of its range below and above it.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::state::StateYears;
    /// let history = [0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31];
    /// let deciles = StateYears { history: &history, recent: &[] }.deciles().unwrap();
    /// assert!((deciles[0] - 0.284).abs() < 1e-9 && (deciles[8] - 0.336).abs() < 1e-9);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.1; Trends.Earth @ 35b2b7d `productivity_state`. Percentiles are of type 7; those of Earth Engine are not
    /// documented for so few values.
    pub fn deciles(&self) -> Option<[f64; 9]> {
        let low = self.history.iter().copied().min_by(f64::total_cmp)?;
        let high = self.history.iter().copied().max_by(f64::total_cmp)?;
        let margin = 0.05 * (high - low);
        let mut extended = self.history.to_vec();
        extended.extend([low - margin, high + margin]);
        let mut deciles = [0.0; 9];
        for (tenth, decile) in (1_u8..).zip(&mut deciles) {
            *decile = quantile(&extended, f64::from(tenth) / 10.0)?;
        }
        Some(deciles)
    }

    /// Steps between the decile classes (1–10) of the history's mean and of the recent mean, as Trends.Earth counts them.
    ///
    /// # Range and edge cases
    /// −9 to 9; 0 where the means differ by at most 0.01 NDVI. Values are NDVI from −1 to 1, not times 10,000.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::state::StateYears;
    /// let history = [0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31];
    /// let years = StateYears { history: &history, recent: &[0.285, 0.290, 0.288] };
    /// assert_eq!(years.decile_steps(), Some(-4)); // class 6 to class 2
    /// ```
    pub fn decile_steps(&self) -> Option<i16> {
        let (before, now) = (mean(self.history)?, mean(self.recent)?);
        let deciles = self.deciles()?;
        if (now - before).abs() <= SMALL_DIFFERENCE + ROUNDING {
            return Some(0);
        }
        Some(decile_class(&deciles, now) - decile_class(&deciles, before))
    }
}

/// Means that differ by no more are the same for Trends.Earth, NDVI.
const SMALL_DIFFERENCE: f64 = 0.01;

/// 1 up to the first decile, 10 above the ninth. The mean of equal values may lie a rounding above them.
fn decile_class(deciles: &[f64; 9], mean: f64) -> i16 {
    let passed = deciles.iter().filter(|decile| mean > **decile + ROUNDING);
    1 + passed.count() as i16
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// When does a state count? Three published rules disagree.
///
/// # Reference
/// METHODS D.5.1 and appendix X 11.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StateRule {
    /// z with √3 beyond ± the cut.
    Gpg {
        /// The cut.
        cut: f64,
    },
    /// z without √3 beyond ± the cut: seldom reached, because three-year means vary less than years.
    Prais {
        /// The cut.
        cut: f64,
    },
    /// Two decile classes up or down.
    TeDecile,
}

impl StateRule {
    /// The rule of our statements.
    pub const STATE_GPG: Self = Self::Gpg { cut: Z_95 };

    /// The three-level class. Both z take the divisor n, which METHODS names, so that they differ by √3 alone.
    ///
    /// ```
    /// use aimak_science::degradation::{ChangeClass, state::{StateRule, StateYears}, trend::Z_95};
    /// let history = [0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31];
    /// let years = StateYears { history: &history, recent: &[0.285, 0.290, 0.288] };
    /// assert_eq!(StateRule::STATE_GPG.class(&years), Some(ChangeClass::Degraded));
    /// assert_eq!(StateRule::Prais { cut: Z_95 }.class(&years), Some(ChangeClass::Stable));
    /// assert_eq!(StateRule::TeDecile.class(&years), Some(ChangeClass::Degraded));
    /// ```
    pub fn class(&self, years: &StateYears<'_>) -> Option<ChangeClass> {
        match self {
            Self::Gpg { cut } => ChangeClass::beyond(years.z_gpg(Divisor::N)?, *cut),
            Self::Prais { cut } => ChangeClass::beyond(years.z_prais(Divisor::N)?, *cut),
            Self::TeDecile => recode::state(years.decile_steps()?),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::degradation::trend::ZClass;

    const HISTORY: [f64; 13] = [
        0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31,
    ];
    const RECENT: [f64; 3] = [0.285, 0.290, 0.288];

    #[test]
    fn the_published_rules_on_one_series() {
        // test_vectors.json, D.state and D.state.variants
        let years = StateYears {
            history: &HISTORY,
            recent: &RECENT,
        };
        let close = |found: Option<f64>, expected: f64| {
            assert!((found.unwrap() - expected).abs() < 5e-6, "{found:?}");
        };
        close(years.z_prais(Divisor::NMinusOne), -1.35424);
        close(years.z_prais(Divisor::N), -1.40953);
        close(years.z_gpg(Divisor::NMinusOne), -2.34561);
        close(years.z_gpg(Divisor::N), -2.44138);
        let at_risk = ZClass::of(years.z_prais(Divisor::N).unwrap());
        assert_eq!(at_risk, Some(ZClass::PotentiallyDegrading));
        let expected = [
            0.284, 0.298, 0.300, 0.306, 0.310, 0.314, 0.320, 0.330, 0.336,
        ];
        for (found, expected) in years.deciles().unwrap().iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
        let class = |mean| decile_class(&years.deciles().unwrap(), mean);
        assert_eq!((class(0.31077), class(0.28767)), (6, 2));
    }

    #[test]
    fn a_history_that_does_not_vary_has_no_z() {
        // the mean of thirteen times 0.1 is not 0.1 in binary: an exact test for zero would divide by rounding
        for constant in [0.1, 0.3, 0.7, 0.0] {
            let history = [constant; 13];
            let years = StateYears {
                history: &history,
                recent: &RECENT,
            };
            assert_eq!(StateRule::STATE_GPG.class(&years), None, "{constant}");
        }
        let one = StateYears {
            history: &[0.3],
            recent: &RECENT,
        };
        assert_eq!(one.z_prais(Divisor::NMinusOne), None);
    }

    #[test]
    fn deciles_of_a_constant_history_and_a_hundredth() {
        let of = |history: f64, recent: f64| {
            StateYears {
                history: &[history; 13],
                recent: &[recent; 3],
            }
            .decile_steps()
            .unwrap()
        };
        assert_eq!(of(0.3, 0.31), 0);
        assert_eq!(of(0.3, 0.3101), 9);
        assert_eq!(of(0.1, 0.05), 0); // nothing lies below the lowest class
    }

    #[test]
    fn no_years_no_state() {
        let years = StateYears {
            history: &HISTORY,
            recent: &[],
        };
        for rule in [StateRule::STATE_GPG, StateRule::TeDecile] {
            assert_eq!(rule.class(&years), None);
        }
    }

    proptest! {
        #[test]
        fn order_of_years_and_scale_do_not_matter(history in prop::collection::vec(0.1..0.8, 13), recent in prop::collection::vec(0.1..0.8, 3), factor in 0.5..3.0_f64) {
            let z = StateYears { history: &history, recent: &recent }.z_gpg(Divisor::N).unwrap();
            let scaled: (Vec<f64>, Vec<f64>) = (history.iter().rev().map(|x| x * factor).collect(), recent.iter().rev().map(|x| x * factor).collect());
            let other = StateYears { history: &scaled.0, recent: &scaled.1 }.z_gpg(Divisor::N).unwrap();
            prop_assert!((z - other).abs() < 1e-6 * z.abs().max(1.0));
        }

        #[test]
        fn state_with_root_three_reaches_further(history in prop::collection::vec(0.1..0.8, 13), recent in prop::collection::vec(0.1..0.8, 3)) {
            let years = StateYears { history: &history, recent: &recent };
            let (gpg, prais) = (StateRule::STATE_GPG.class(&years).unwrap(), StateRule::Prais { cut: Z_95 }.class(&years).unwrap());
            prop_assert!(prais == gpg || prais == ChangeClass::Stable);
        }
    }
}
