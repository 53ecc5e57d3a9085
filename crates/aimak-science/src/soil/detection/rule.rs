//! Which difference would a standard error let us see?

use aimak_core::Withheld;

use super::noncentral_t::two_sided_power;
use crate::methods::{
    interval::{POWER, StandardError},
    range::in_range,
};

/// How the smallest detectable difference is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DetectionRule {
    /// Sum of two t quantiles, as METHODS A.9 and GSOC-MRV. The default.
    #[default]
    Quantiles,
    /// The effect at which the t test has this power exactly, by the noncentral t.
    Exact,
}

/// A two-sided test at 5 % that should see a difference in four cases of five.
///
/// # Formula
/// By quantiles `MDD = (t(0.975, ν) + t(0.80, ν))·SE`; exactly `MDD = δ·SE` with `power(ν, δ) = 0.80`.
///
/// # Range and edge cases
/// In the unit of the standard error; 0 where that is 0. With few degrees of freedom the quantiles are a little above the exact
/// difference.
///
/// # Example
/// ```
/// use aimak_science::{methods::interval::StandardError, soil::detection::{Detection, DetectionRule}};
/// let paired = StandardError { se: 6.0 / 20_f64.sqrt(), df: 19.0 };
/// assert!((Detection::default().smallest(paired) - 3.963_173).abs() < 5e-7);
/// let exact = Detection { rule: DetectionRule::Exact };
/// assert!((exact.smallest(paired) / Detection::default().smallest(paired) - 1.0).abs() < 0.01);
/// ```
///
/// # Reference
/// METHODS A.9 and H, amendment 5; Zar (2010), Biostatistical Analysis, 5th ed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detection {
    /// How it is found.
    pub rule: DetectionRule,
}

impl Detection {
    /// The smallest detectable difference.
    pub fn smallest(self, error: StandardError) -> f64 {
        match self.rule {
            DetectionRule::Quantiles => error.smallest_detectable(),
            DetectionRule::Exact => noncentrality_of_power(error.df) * error.se,
        }
    }
}

/// The effect in standard errors at which power is 80 %, by halving.
fn noncentrality_of_power(df: f64) -> f64 {
    let power = |delta| {
        two_sided_power(df, delta).expect("invariant: a standard error has degrees of freedom")
    };
    let (mut low, mut high) = (0.0, 1.0);
    while power(high) < POWER {
        (low, high) = (high, 2.0 * high);
    }
    // the width halves to the last bit of a number of this size
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if power(middle) < POWER {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// After how many years a steady change becomes detectable.
///
/// # Formula
/// `MDD/|rate|`.
///
/// # Range and edge cases
/// `None` for a rate of 0: never.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::years_to_detect;
/// assert!((years_to_detect(3.963_173, 0.45).unwrap() - 8.807_051).abs() < 5e-7);
/// assert_eq!(years_to_detect(3.963_173, 0.0), None);
/// ```
///
/// # Reference
/// METHODS A.9.
pub fn years_to_detect(mdd: f64, rate_per_year: f64) -> Option<f64> {
    let years = mdd / rate_per_year.abs();
    years.is_finite().then_some(years)
}

/// Whether "no effect" may be written: only where the design could have seen the effect expected (else `MDD_TOO_LARGE`).
///
/// ```
/// use aimak_science::soil::detection::no_effect_may_be_said;
/// assert_eq!(no_effect_may_be_said(3.96, 2.0), Ok(false));
/// assert_eq!(no_effect_may_be_said(3.96, -5.0), Ok(true));
/// ```
///
/// # Reference
/// METHODS A.9 and H.3.
pub fn no_effect_may_be_said(mdd: f64, expected_effect: f64) -> Result<bool, Withheld> {
    in_range("mdd", mdd, 0.0, f64::MAX)?;
    in_range("expected_effect", expected_effect, f64::MIN, f64::MAX)?;
    Ok(mdd <= expected_effect.abs())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_exact_difference_has_the_power_it_claims(df in 2.0..80.0_f64) {
            let delta = Detection { rule: DetectionRule::Exact }.smallest(StandardError { se: 1.0, df });
            prop_assert!((two_sided_power(df, delta).unwrap() - POWER).abs() < 1e-9);
        }

        #[test]
        fn more_freedom_sees_more(df in 2.0..80.0_f64) {
            for rule in [DetectionRule::Quantiles, DetectionRule::Exact] {
                let mdd = |df| Detection { rule }.smallest(StandardError { se: 1.0, df });
                prop_assert!(mdd(df + 1.0) < mdd(df));
            }
        }
    }
}
