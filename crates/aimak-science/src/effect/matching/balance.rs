//! Are the matched sides alike in what is known of them?

use crate::methods::interval::{mean, variance};

/// One covariate on both sides.
///
/// # Formula
/// Standardised difference `(x̄_T − x̄_C)/√((s²_T + s²_C)/2)`, the spreads those before matching both times: otherwise a smaller spread
/// after matching would look like worse balance. Variance ratio `s²_T/s²_C`. After matching, comparison units count as often as they
/// were taken.
///
/// # Range and edge cases
/// Below 0.1 is usually called balanced, above 0.25 is not; with ten units chance alone gives ±0.6. `None` where nothing varies.
///
/// # Reference
/// Austin (2009), Stat. Med. 28:3083–3107; Stuart (2010), Stat. Sci. 25:1–21.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Standardised difference of all units.
    pub before: Option<f64>,
    /// Standardised difference of the matched ones.
    pub after: Option<f64>,
    /// Variance ratio of all units.
    pub ratio_before: Option<f64>,
    /// Variance ratio of the matched ones.
    pub ratio_after: Option<f64>,
}

/// Values of a covariate with the weight of each unit.
pub(super) struct Weighted {
    pub(super) values: Vec<f64>,
    pub(super) weights: Vec<f64>,
}

impl Weighted {
    /// Each value once.
    pub(super) fn even(values: Vec<f64>) -> Self {
        Self {
            weights: vec![1.0; values.len()],
            values,
        }
    }

    fn sums(&self) -> (f64, f64) {
        let weight = self.weights.iter().sum::<f64>();
        let sum: f64 = self
            .values
            .iter()
            .zip(&self.weights)
            .map(|(x, w)| x * w)
            .sum();
        (weight, sum)
    }

    fn mean(&self) -> f64 {
        let (weight, sum) = self.sums();
        sum / weight
    }

    /// With weights of one this is the usual variance with divisor n − 1.
    fn variance(&self) -> Option<f64> {
        let (weight, sum) = self.sums();
        let squares: f64 = self.weights.iter().map(|w| w * w).sum();
        let left = weight - squares / weight;
        let centre = sum / weight;
        let pairs = self.values.iter().zip(&self.weights);
        let spread: f64 = pairs.map(|(x, w)| w * (x - centre) * (x - centre)).sum();
        (left > 1e-12 * weight).then(|| spread / left)
    }
}

impl Balance {
    /// All values of both sides, then the matched ones.
    pub(super) fn of(treated: &[f64], comparison: &[f64], matched: &[Weighted; 2]) -> Self {
        let spreads = variance(treated).zip(variance(comparison));
        let unit = spreads.map(|(treated, comparison)| f64::midpoint(treated, comparison).sqrt());
        let standardised = |difference: f64| {
            unit.filter(|unit| *unit > 0.0)
                .map(|unit| difference / unit)
        };
        let difference = mean(treated).zip(mean(comparison)).map(|(a, b)| a - b);
        let ratio = |sides: Option<(f64, f64)>| {
            sides
                .filter(|(_, comparison)| *comparison > 0.0)
                .map(|(a, b)| a / b)
        };
        Self {
            before: difference.and_then(standardised),
            after: standardised(matched[0].mean() - matched[1].mean()),
            ratio_before: ratio(spreads),
            ratio_after: ratio(matched[0].variance().zip(matched[1].variance())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // means 3 and 2, both variances 1: one standard deviation apart; matched on the unit with 3, none
        let matched = [
            Weighted::even(vec![2.0, 3.0, 4.0]),
            Weighted {
                values: vec![2.0, 3.0],
                weights: vec![1.0, 2.0],
            },
        ];
        let found = Balance::of(&[2.0, 3.0, 4.0], &[1.0, 2.0, 3.0], &matched);
        assert_eq!((found.before, found.ratio_before), (Some(1.0), Some(1.0)));
        // mean 8/3; squares 4/9 + 2/9 over 3 − 5/3
        assert!((found.after.unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert!((found.ratio_after.unwrap() - 2.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_vary_has_no_measure() {
        let same = [Weighted::even(vec![1.0; 2]), Weighted::even(vec![1.0; 2])];
        let found = Balance::of(&[1.0, 1.0], &[1.0, 1.0], &same);
        assert_eq!((found.before, found.ratio_after), (None, None));
    }
}
