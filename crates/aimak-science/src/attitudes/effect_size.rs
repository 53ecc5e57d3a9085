//! How large is a difference of scores, whatever their scale?

use super::refusal::Refused;
use crate::methods::interval::{mean, variance};

/// Mean, standard deviation and number of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, divisor n − 1.
    pub sd: f64,
    /// Number of values.
    pub n: usize,
}

impl Group {
    /// Of values.
    ///
    /// # Errors
    /// [`Refused::FewAnswers`] for fewer than two.
    pub fn of(values: &[f64]) -> Result<Self, Refused> {
        let n = values.len();
        match (mean(values), variance(values)) {
            (Some(mean), Some(variance)) => Ok(Self {
                mean,
                sd: variance.sqrt(),
                n,
            }),
            _ => Err(Refused::FewAnswers { n, needed: 2 }),
        }
    }
}

/// Standardised difference of two groups of scale scores; not for single questions, whose means do not exist (METHODS F.1).
///
/// # Formula
/// Cohen's `d = (x̄₂ − x̄₁)/s`, s pooled over both; Hedges' `g = J·d`, `J = 1 − 3/(4·df − 1)`, df = n₁ + n₂ − 2.
///
/// # Range and edge cases
/// Any number. Refused where neither group varies.
///
/// # Example
/// ```
/// use aimak_science::attitudes::effect_size::{Group, StandardisedDifference};
/// let (before, after) = (Group { mean: 3.0, sd: 1.0, n: 10 }, Group { mean: 3.5, sd: 1.0, n: 10 });
/// let found = StandardisedDifference::of(&before, &after).unwrap();
/// assert!((found.cohen_d - 0.5).abs() < 1e-12 && (found.hedges_g - 0.5 * (1.0 - 3.0 / 71.0)).abs() < 1e-12);
/// ```
///
/// # Reference
/// Cohen (1988), Statistical Power Analysis; Hedges (1981), J. Educ. Stat. 6:107–128.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardisedDifference {
    /// Cohen's d.
    pub cohen_d: f64,
    /// Hedges' g.
    pub hedges_g: f64,
}

impl StandardisedDifference {
    /// After less before.
    ///
    /// # Errors
    /// [`Refused::NoSpread`].
    pub fn of(before: &Group, after: &Group) -> Result<Self, Refused> {
        let df = (before.n + after.n) as f64 - 2.0;
        let squares = |group: &Group| (group.n as f64 - 1.0) * group.sd * group.sd;
        let pooled = ((squares(before) + squares(after)) / df).sqrt();
        if pooled > 0.0 {
            let cohen_d = (after.mean - before.mean) / pooled;
            Ok(Self {
                cohen_d,
                hedges_g: small_sample_factor(df) * cohen_d,
            })
        } else {
            Err(Refused::NoSpread)
        }
    }
}

/// `J = 1 − 3/(4·df − 1)`: d of small samples is too far from zero by so much.
pub fn small_sample_factor(df: f64) -> f64 {
    1.0 - 3.0 / (4.0 * df - 1.0)
}

/// Log response ratio of two groups of positive amounts (yields, prices), with its variance.
///
/// # Formula
/// `ln(x̄₂/x̄₁)`, variance `s₂²/(n₂x̄₂²) + s₁²/(n₁x̄₁²)`.
///
/// # Range and edge cases
/// Refused where a mean is not positive.
///
/// # Example
/// ```
/// use aimak_science::attitudes::effect_size::{Group, LogRatio};
/// let (before, after) = (Group { mean: 2.0, sd: 0.4, n: 10 }, Group { mean: 4.0, sd: 0.4, n: 10 });
/// let found = LogRatio::of(&before, &after).unwrap();
/// assert!((found.log_ratio - 2.0_f64.ln()).abs() < 1e-12 && (found.variance - 0.005).abs() < 1e-12);
/// ```
///
/// # Reference
/// Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogRatio {
    /// Natural logarithm of after over before.
    pub log_ratio: f64,
    /// Its variance.
    pub variance: f64,
}

impl LogRatio {
    /// After over before.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] where a mean is not positive.
    pub fn of(before: &Group, after: &Group) -> Result<Self, Refused> {
        if !(before.mean > 0.0 && after.mean > 0.0) {
            return Err(Refused::OutOfRange);
        }
        let part = |group: &Group| (group.sd / group.mean).powi(2) / group.n as f64;
        Ok(Self {
            log_ratio: (after.mean / before.mean).ln(),
            variance: part(before) + part(after),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn factor_and_g_of_the_reference() {
        // shared/reference/stats/misc/effect_sizes.json: d, g and J of one comparison with 32 degrees of freedom (computed in R); the two
        // groups themselves are not given there
        assert!((small_sample_factor(32.0) - 0.976_377_952_755_906).abs() < 1e-14);
        assert!(
            (small_sample_factor(32.0) * 0.727_160_987_191_91 - 0.709_983_955_998_4).abs() < 1e-12
        );
    }

    #[test]
    fn refused() {
        assert_eq!(
            Group::of(&[1.0]),
            Err(Refused::FewAnswers { n: 1, needed: 2 })
        );
        let still = Group::of(&[2.0, 2.0]).unwrap();
        assert_eq!(
            StandardisedDifference::of(&still, &still),
            Err(Refused::NoSpread)
        );
        let below = Group {
            mean: -1.0,
            sd: 1.0,
            n: 5,
        };
        assert_eq!(LogRatio::of(&below, &still), Err(Refused::OutOfRange));
    }

    proptest! {
        #[test]
        fn units_are_irrelevant(a in prop::collection::vec(1.0..9.0_f64, 3..20), b in prop::collection::vec(1.0..9.0_f64, 3..20), by in 0.2..5.0_f64) {
            let groups = |by: f64| {
                let of = |values: &[f64]| Group::of(&values.iter().map(|x| by * x).collect::<Vec<_>>()).unwrap();
                (of(&a), of(&b))
            };
            let (plain, scaled) = (groups(1.0), groups(by));
            let d = |groups: &(Group, Group)| StandardisedDifference::of(&groups.0, &groups.1).unwrap();
            prop_assert!((d(&plain).hedges_g - d(&scaled).hedges_g).abs() < 1e-9);
            prop_assert!(d(&plain).hedges_g.abs() <= d(&plain).cohen_d.abs());
            let ratio = |groups: &(Group, Group)| LogRatio::of(&groups.0, &groups.1).unwrap();
            prop_assert!((ratio(&plain).log_ratio - ratio(&scaled).log_ratio).abs() < 1e-9);
            prop_assert!((ratio(&plain).variance - ratio(&scaled).variance).abs() < 1e-9);
        }
    }
}
