//! How much less do years tell that resemble their neighbours?

use super::NORMAL_975;

/// Coarseness of residuals before ranking, as a part of the largest value: float noise must not break ties.
const RESIDUAL_STEP: f64 = 1e-12;

/// What serial correlation does to the variance of S.
#[derive(Clone, Debug, PartialEq)]
pub struct SerialCorrection {
    /// Lags whose rank correlation differs from 0 at 5 %, in rising order.
    pub lags_used: Vec<usize>,
    /// The factor as estimated; below 1 it would narrow the variance.
    pub estimated_factor: f64,
    /// The factor the variance was multiplied with.
    pub factor: f64,
}

impl SerialCorrection {
    /// The same with a factor of at least 1.
    #[must_use]
    pub fn never_narrowing(self) -> Self {
        Self {
            factor: self.estimated_factor.max(1.0),
            ..self
        }
    }
}

/// The correction of Hamed and Rao from lags 1 to `greatest_lag`.
///
/// # Formula
/// Take the trend off, rank what is left, `ρ_k` = autocorrelation of the ranks at lag k; over lags with `|ρ_k| ≥ 1.96/√n`
/// `f = 1 + 2/[n(n−1)(n−2)] · Σ (n−k)(n−k−1)(n−k−2) ρ_k`.
///
/// # Range and edge cases
/// Lags count valid values, not years: across a gap the next value is the neighbour. Residuals are ranked in steps of 10⁻¹² of the
/// largest value, so that the unit does not matter. Where all residuals are equal nothing can be correlated: no lags, factor 1.
///
/// # Example
/// ```
/// use aimak_science::trend::{serial_correlation::significant_lags, theil_sen::SenSlopes};
/// let ndvi = [0.30, 0.31, 0.33, 0.34, 0.33, 0.32, 0.31, 0.33, 0.36, 0.38, 0.39, 0.38, 0.36, 0.35, 0.37, 0.40];
/// let years: Vec<f64> = (2009..2025).map(f64::from).collect();
/// let slope_per_year = SenSlopes::of(&years, &ndvi).median().unwrap();
/// let found = significant_lags(&years, &ndvi, slope_per_year, 1);
/// assert_eq!(found.lags_used, [1]);
/// assert!((found.estimated_factor - 1.940349).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.4; Hamed & Rao (1998), J. Hydrol. 204:182–196, doi:10.1016/S0022-1694(97)00125-X.
pub fn significant_lags(
    times: &[f64],
    values: &[f64],
    slope: f64,
    greatest_lag: usize,
) -> SerialCorrection {
    let ranks = average_ranks(&residuals(times, values, slope));
    let n = ranks.len() as f64;
    let limit = NORMAL_975 / n.sqrt();
    let (mut lags_used, mut sum) = (Vec::new(), 0.0);
    for lag in 1..=greatest_lag.min(ranks.len().saturating_sub(1)) {
        let Some(rho) = autocorrelation(&ranks, lag).filter(|rho| rho.abs() >= limit) else {
            continue;
        };
        let left = n - lag as f64;
        sum += left * (left - 1.0) * (left - 2.0) * rho;
        lags_used.push(lag);
    }
    let estimated_factor = if lags_used.is_empty() {
        1.0
    } else {
        1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * sum
    };
    SerialCorrection {
        lags_used,
        estimated_factor,
        factor: estimated_factor,
    }
}

/// Values less the trend, in whole steps of [`RESIDUAL_STEP`].
fn residuals(times: &[f64], values: &[f64], slope: f64) -> Vec<f64> {
    let largest = values
        .iter()
        .fold(0.0_f64, |largest, x| largest.max(x.abs()));
    let step = if largest > 0.0 {
        largest * RESIDUAL_STEP
    } else {
        1.0
    };
    // from the first time on: with calendar years slope·year would drown the last digits
    let start = times.first().copied().unwrap_or(0.0);
    let residual = |(time, x): (&f64, &f64)| ((x - slope * (time - start)) / step).round();
    times.iter().zip(values).map(residual).collect()
}

/// Ranks from 1; equal values share the mean of their ranks.
fn average_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for group in order.chunk_by(|a, b| values[*a] == values[*b]) {
        for place in group {
            ranks[*place] = before as f64 + f64::midpoint(group.len() as f64, 1.0);
        }
        before += group.len();
    }
    ranks
}

/// Autocorrelation with the divisor n at every lag; `None` without spread.
fn autocorrelation(ranks: &[f64], lag: usize) -> Option<f64> {
    let mean = f64::midpoint(ranks.len() as f64, 1.0);
    let product = |(a, b): (&f64, &f64)| (a - mean) * (b - mean);
    let spread: f64 = ranks.iter().zip(ranks).map(product).sum();
    let shared: f64 = ranks.iter().zip(&ranks[lag..]).map(product).sum();
    (spread > 0.0).then(|| shared / spread)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranks_of_ties_by_hand() {
        assert_eq!(
            average_ranks(&[3.0, 1.0, 3.0, 2.0, -0.0, 0.0]),
            [5.5, 3.0, 5.5, 4.0, 1.5, 1.5]
        );
    }

    #[test]
    fn lag_one_of_the_worked_example() {
        // METHODS D.4: rho1 .578676, as R's acf
        let ndvi = [
            0.30, 0.31, 0.33, 0.34, 0.33, 0.32, 0.31, 0.33, 0.36, 0.38, 0.39, 0.38, 0.36, 0.35,
            0.37, 0.40,
        ];
        let times: Vec<f64> = (0..16).map(f64::from).collect();
        let slope = crate::trend::theil_sen::SenSlopes::of(&times, &ndvi)
            .median()
            .unwrap();
        let rho = autocorrelation(&average_ranks(&residuals(&times, &ndvi, slope)), 1).unwrap();
        assert!((rho - 0.578_676).abs() < 5e-7, "{rho}");
    }

    #[test]
    fn a_straight_line_leaves_nothing_to_correlate() {
        let times: Vec<f64> = (2001..2013).map(f64::from).collect();
        let line: Vec<f64> = times.iter().map(|t| 0.1 * (t - 2000.0)).collect();
        let found = significant_lags(&times, &line, 0.1, 11);
        assert_eq!((found.lags_used, found.factor), (vec![], 1.0));
    }

    proptest! {
        #[test]
        fn the_unit_does_not_matter(values in prop::collection::vec(1_u32..2000, 8..30), slope in -3_i32..4) {
            let times: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
            let fine: Vec<f64> = values.iter().copied().map(f64::from).collect();
            let coarse: Vec<f64> = fine.iter().map(|x| x * 8192.0).collect();
            let slope = f64::from(slope);
            prop_assert_eq!(significant_lags(&times, &fine, slope, 3), significant_lags(&times, &coarse, slope * 8192.0, 3));
        }
    }
}
