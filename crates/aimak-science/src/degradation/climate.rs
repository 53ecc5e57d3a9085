//! Would productivity have moved with the rain alone?
//!
//! Two sensitivity runs beside the plain trend: classify the corrected series with the same [`super::trend::TrendRule`].
//! Irrigated land answers to its canals, not to the rain above it: correct rainfed land only.

use crate::trend::trends_earth::least_squares_slope;

/// What rain does not explain: residuals of productivity on precipitation, year by year (RESTREND).
///
/// # Formula
/// `rᵢ = yᵢ − (a + b·pᵢ)` with a, b by least squares over the years of this pixel.
///
/// # Units
/// That of the productivity.
///
/// # Range and edge cases
/// `None` with fewer than three years, different lengths, or rain that never varies.
///
/// # Example
/// ```
/// use aimak_science::degradation::climate::restrend_residuals;
/// // through (100, 0.2), (200, 0.4), (300, 0.3): b = 0.0005, a = 0.2
/// let residuals = restrend_residuals(&[0.2, 0.4, 0.3], &[100.0, 200.0, 300.0]).unwrap();
/// for (found, expected) in residuals.iter().zip([-0.05, 0.1, -0.05]) {
///     assert!((found - expected).abs() < 1e-12);
/// }
/// ```
///
/// # Reference
/// METHODS D.5.1; Evans & Geerken (2004), J. Arid Environ. 57:535–554; Trends.Earth @ 35b2b7d `p_restrend`.
pub fn restrend_residuals(productivity: &[f64], rain_mm: &[f64]) -> Option<Vec<f64>> {
    let n = productivity.len();
    if n < 3 || rain_mm.len() != n {
        return None;
    }
    let per_mm = least_squares_slope(rain_mm, productivity)?;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n as f64;
    let (mean_rain, mean_productivity) = (mean(rain_mm), mean(productivity));
    let residual = |(y, p): (&f64, &f64)| y - (mean_productivity + per_mm * (p - mean_rain));
    Some(productivity.iter().zip(rain_mm).map(residual).collect())
}

/// Productivity per metre of rain, year by year.
///
/// # Formula
/// `y / (p/1000)` with p in mm.
///
/// # Range and edge cases
/// A year without rain has no efficiency (`None` at its place); different lengths give `None` as a whole.
///
/// # Example
/// ```
/// use aimak_science::degradation::climate::rain_use_efficiency;
/// assert_eq!(rain_use_efficiency(&[0.3, 0.3], &[500.0, 0.0]), Some(vec![Some(0.6), None]));
/// ```
///
/// # Reference
/// METHODS D.5.1; Le Houérou (1984), J. Arid Environ. 7:213–247; Trends.Earth @ 35b2b7d `ue`.
pub fn rain_use_efficiency(productivity: &[f64], rain_mm: &[f64]) -> Option<Vec<Option<f64>>> {
    let efficiency = |(y, p): (&f64, &f64)| (*p > 0.0).then(|| y / (p / 1000.0));
    (productivity.len() == rain_mm.len())
        .then(|| productivity.iter().zip(rain_mm).map(efficiency).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rain_that_never_varies_explains_nothing() {
        assert_eq!(restrend_residuals(&[0.1, 0.2, 0.3], &[400.0; 3]), None);
        assert_eq!(restrend_residuals(&[0.1, 0.2], &[400.0, 300.0]), None);
        assert_eq!(rain_use_efficiency(&[0.1], &[]), None);
    }

    proptest! {
        #[test]
        fn residuals_sum_to_nothing_and_forget_the_rain(years in prop::collection::vec((0.1..0.8_f64, 100.0..900.0_f64), 5..20)) {
            let (productivity, rain): (Vec<f64>, Vec<f64>) = years.into_iter().unzip();
            let residuals = restrend_residuals(&productivity, &rain).unwrap();
            prop_assert!(residuals.iter().sum::<f64>().abs() < 1e-9);
            prop_assert!(least_squares_slope(&rain, &residuals).unwrap().abs() < 1e-9);
        }
    }
}
