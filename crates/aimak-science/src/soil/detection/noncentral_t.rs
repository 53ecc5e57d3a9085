//! How is the t statistic distributed where there is an effect?

use statrs::{
    distribution::{ContinuousCDF as _, Normal},
    function::{beta::beta_reg, gamma::ln_gamma},
};

use crate::methods::interval::t_quantile;

/// Terms further than this many standard deviations from the largest weigh less than 1e-20.
const REACH: f64 = 10.0;

/// Distribution function of the noncentral t.
///
/// # Formula
/// For t ≥ 0: `F = Φ(−δ) + ½·Σⱼ [pⱼ·I_x(j + ½, ν/2) + qⱼ·I_x(j + 1, ν/2)]`, `x = t²/(ν + t²)`, `pⱼ = e^(−δ²/2)·(δ²/2)^j/j!`,
/// `qⱼ = δ·e^(−δ²/2)·(δ²/2)^j/(√2·Γ(j + 3/2))`; below 0 `F(t; δ) = 1 − F(−t; −δ)`. Only the terms about the largest are summed.
///
/// # Range and edge cases
/// `None` unless ν > 0 and all is finite.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::noncentral_t_cdf;
/// assert!((noncentral_t_cdf(2.0, 26.0, 1.9).unwrap() - 0.530_890_488).abs() < 1e-9); // SciPy 1.17
/// assert_eq!(noncentral_t_cdf(2.0, 0.0, 1.9), None);
/// ```
///
/// # Reference
/// Lenth (1989), Appl. Stat. 38:185–189 (AS 243).
pub fn noncentral_t_cdf(t: f64, df: f64, noncentrality: f64) -> Option<f64> {
    let possible = df > 0.0
        && [t, df, noncentrality]
            .iter()
            .all(|number| number.is_finite());
    if !possible {
        return None;
    }
    let upper = |t: f64, delta: f64| {
        let below_zero = Normal::standard().cdf(-delta);
        (below_zero + series(t, df, delta)).clamp(0.0, 1.0)
    };
    Some(if t >= 0.0 {
        upper(t, noncentrality)
    } else {
        1.0 - upper(-t, -noncentrality)
    })
}

/// `½·Σ` of the formula, for t ≥ 0.
fn series(t: f64, df: f64, delta: f64) -> f64 {
    let x = t * t / (df + t * t);
    let half = delta * delta / 2.0;
    let spread = REACH * (half.sqrt() + 1.0);
    let (first, last) = (
        (half - spread).max(0.0).floor() as u32,
        (half + spread + 20.0).ceil() as u32,
    );
    let ln_half = half.ln();
    let mut sum = 0.0;
    for j in first..=last {
        let j = f64::from(j);
        // logarithms, because the weights of a large effect underflow one by one; 0⁰ is 1
        let power = if j == 0.0 { 0.0 } else { j * ln_half };
        let even = (power - half - ln_gamma(j + 1.0)).exp();
        let odd = (power - half - ln_gamma(j + 1.5)).exp() * delta / std::f64::consts::SQRT_2;
        sum += even * beta_reg(j + 0.5, df / 2.0, x) + odd * beta_reg(j + 1.0, df / 2.0, x);
    }
    sum / 2.0
}

/// Power of a two-sided t test at 5 %: the chance to reject in either direction.
///
/// # Formula
/// `1 − F(c; ν, δ) + F(−c; ν, δ)`, `c = t(0.975, ν)`.
///
/// # Range and edge cases
/// 0.05 for no effect; `None` as above.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::two_sided_power;
/// // two groups of 30, half a standard deviation apart: δ = 0.5·√15; R's power.t.test leaves out the far tail of 0.000056
/// assert!((two_sided_power(58.0, 0.5 * 15_f64.sqrt()).unwrap() - (0.477_841 + 0.000_056)).abs() < 1e-6);
/// assert!((two_sided_power(58.0, 0.0).unwrap() - 0.05).abs() < 1e-9);
/// ```
pub fn two_sided_power(df: f64, noncentrality: f64) -> Option<f64> {
    if df <= 0.0 || !df.is_finite() {
        return None;
    }
    let critical = t_quantile(0.975, df);
    let above = 1.0 - noncentral_t_cdf(critical, df, noncentrality)?;
    let below = noncentral_t_cdf(-critical, df, noncentrality)?;
    Some(above + below)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::StudentsT;

    use super::*;

    #[test]
    fn without_an_effect_it_is_the_t_of_student() {
        for df in [1.0, 4.0, 30.0] {
            let student = StudentsT::new(0.0, 1.0, df).unwrap();
            for t in [-3.0, -0.5, 0.0, 0.7, 2.0] {
                let found = noncentral_t_cdf(t, df, 0.0).unwrap();
                assert!((found - student.cdf(t)).abs() < 1e-12, "{t} {df}");
            }
        }
    }

    #[test]
    fn huge_effects_do_not_underflow() {
        let power = two_sided_power(20.0, 60.0).unwrap();
        assert!((power - 1.0).abs() < 1e-9, "{power}");
        let median = noncentral_t_cdf(60.0, 1e6, 60.0).unwrap();
        assert!((median - 0.5).abs() < 1e-3, "{median}");
    }

    proptest! {
        #[test]
        fn it_rises_with_t_and_falls_with_the_effect(t in -4.0..6.0_f64, step in 0.0..2.0_f64, df in 2.0..60.0_f64, delta in -3.0..8.0_f64) {
            let f = |t, delta| noncentral_t_cdf(t, df, delta).unwrap();
            prop_assert!(f(t, delta) <= f(t + step, delta) + 1e-12);
            prop_assert!(f(t, delta + step) <= f(t, delta) + 1e-12);
            // mirrored: P(T ≤ t; δ) = P(T ≥ −t; −δ)
            prop_assert!((f(t, delta) + f(-t, -delta) - 1.0).abs() < 1e-12);
        }
    }
}
