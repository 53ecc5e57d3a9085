//! Do the items of a scale measure one thing?

use statrs::distribution::{Beta, ContinuousCDF as _};

use super::{
    refusal::Refused,
    scale_score::{LEAST_ITEMS, ScoredItems},
};
use crate::methods::interval::{LEVEL, variance};

/// Fewest persons for an α that is told (METHODS F.3).
pub const LEAST_PERSONS: usize = 30;
/// Least α of a scale that is built (METHODS F.3).
pub const LEAST_ALPHA: f64 = 0.6;

/// Sums whose spread is this part of the greatest of them differ by rounding alone.
const ROUNDING: f64 = 1e-12;

/// Cronbach's α of persons in rows and items in columns, all items pointing one way.
///
/// # Formula
/// `α = k/(k−1)·(1 − Σ s_j²/s_T²)`, variances with divisor n − 1; T is the sum over items.
///
/// # Range and edge cases
/// At most 1; negative where items contradict each other. `None` for fewer than two items or persons, and where all sums are alike.
///
/// # Example
/// ```
/// use aimak_science::attitudes::reliability::cronbach_alpha;
/// let rows = [[4.0, 5.0, 4.0, 2.0], [3.0, 4.0, 3.0, 3.0], [5.0, 5.0, 4.0, 1.0],
///             [2.0, 3.0, 2.0, 4.0], [4.0, 4.0, 5.0, 2.0], [3.0, 3.0, 3.0, 3.0]];
/// let as_asked: Vec<Vec<f64>> = rows.iter().map(|row| row.to_vec()).collect();
/// let turned: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0], row[1], row[2], 6.0 - row[3]]).collect();
/// assert!((cronbach_alpha(&as_asked).unwrap() + 0.43011).abs() < 5e-6);
/// assert!((cronbach_alpha(&turned).unwrap() - 0.95105).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS F.3; Cronbach (1951), Psychometrika 16:297–334.
pub fn cronbach_alpha(rows: &[Vec<f64>]) -> Option<f64> {
    let k = rows.first()?.len();
    if k < 2 {
        return None;
    }
    let items: Option<f64> = (0..k).map(|item| variance(&column(rows, item))).sum();
    let sums: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
    let greatest = sums.iter().fold(0.0_f64, |most, sum| most.max(sum.abs()));
    let total = variance(&sums).filter(|total| total.sqrt() > ROUNDING * greatest)?;
    let k = k as f64;
    Some(k / (k - 1.0) * (1.0 - items? / total))
}

/// Reliability of a scale.
///
/// # Formula
/// α as [`cronbach_alpha`] over persons who answered every item. Limits of Feldt: `1 − (1−α)·F(0.975)` and
/// `1 − (1−α)·F(0.025)`, F with n − 1 and (n−1)(k−1) degrees of freedom. Item–rest correlation: Pearson's between an item and the sum of
/// the others.
///
/// # Range and edge cases
/// Told from 30 persons and 3 items on. Whether a scale may be built is another question: [`Reliability::permits_scale`].
///
/// # Reference
/// METHODS F.3; Feldt, Woodruff & Salih (1987), Appl. Psychol. Meas. 11:93–103.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// Cronbach's α.
    pub alpha: f64,
    /// Lower 95 % limit.
    pub lo: f64,
    /// Upper 95 % limit.
    pub hi: f64,
    /// Persons who answered every item.
    pub persons: usize,
    /// Persons left out because an item was missing.
    pub incomplete: usize,
    /// Correlation of each item with the sum of the others; `None` where one of the two does not vary.
    pub item_rest: Vec<Option<f64>>,
    /// α without each item; `None` where it cannot be computed.
    pub alpha_without: Vec<Option<f64>>,
}

impl Reliability {
    /// Reliability of these answers.
    ///
    /// # Errors
    /// [`Refused::FewAnswers`] below [`LEAST_PERSONS`] complete rows, [`Refused::NoSpread`] where all sums are alike,
    /// [`Refused::OutOfRange`] for codes beyond the scale.
    pub fn of(items: &ScoredItems, rows: &[Vec<Option<u8>>]) -> Result<Self, Refused> {
        let complete = items.complete(rows)?;
        let n = complete.len();
        if n < LEAST_PERSONS {
            return Err(Refused::FewAnswers {
                n,
                needed: LEAST_PERSONS,
            });
        }
        let alpha = cronbach_alpha(&complete).ok_or(Refused::NoSpread)?;
        let (lo, hi) = feldt(alpha, n as f64, items.count() as f64);
        let without = |item: usize| {
            let others: Vec<Vec<f64>> = complete.iter().map(|row| all_but(row, item)).collect();
            cronbach_alpha(&others)
        };
        Ok(Self {
            alpha,
            lo,
            hi,
            persons: n,
            incomplete: rows.len() - n,
            item_rest: (0..items.count())
                .map(|item| item_rest(&complete, item))
                .collect(),
            alpha_without: (0..items.count()).map(without).collect(),
        })
    }

    /// Whether a scale may be built of the items.
    ///
    /// # Errors
    /// [`Refused::CheckReversed`] for a negative α, [`Refused::Unreliable`] for one below [`LEAST_ALPHA`],
    /// [`Refused::FewItems`] below [`LEAST_ITEMS`].
    pub fn permits_scale(&self) -> Result<(), Refused> {
        let (alpha, items) = (self.alpha, self.item_rest.len());
        if items < LEAST_ITEMS {
            return Err(Refused::FewItems {
                n: items,
                needed: LEAST_ITEMS,
            });
        }
        if alpha < 0.0 {
            return Err(Refused::CheckReversed { alpha });
        }
        if alpha < LEAST_ALPHA {
            return Err(Refused::Unreliable {
                alpha,
                needed: LEAST_ALPHA,
            });
        }
        Ok(())
    }
}

fn column(rows: &[Vec<f64>], item: usize) -> Vec<f64> {
    rows.iter().map(|row| row[item]).collect()
}

fn all_but(row: &[f64], item: usize) -> Vec<f64> {
    let others = row.iter().enumerate().filter(|(place, _)| *place != item);
    others.map(|(_, value)| *value).collect()
}

fn item_rest(rows: &[Vec<f64>], item: usize) -> Option<f64> {
    let rest: Vec<f64> = rows
        .iter()
        .map(|row| all_but(row, item).iter().sum())
        .collect();
    pearson(&column(rows, item), &rest)
}

/// Pearson's correlation; `None` where one of the two does not vary.
fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let spread = (variance(x)? * variance(y)?).sqrt();
    let n = x.len() as f64;
    let (x_mean, y_mean) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let products = x.iter().zip(y).map(|(x, y)| (x - x_mean) * (y - y_mean));
    let covariance = products.sum::<f64>() / (n - 1.0);
    (spread > 0.0).then(|| covariance / spread)
}

/// Limits of α after Feldt.
fn feldt(alpha: f64, n: f64, k: f64) -> (f64, f64) {
    let (above, below) = (n - 1.0, (n - 1.0) * (k - 1.0));
    let tail = (1.0 - LEVEL) / 2.0;
    let at = |p: f64| 1.0 - (1.0 - alpha) * f_quantile(p, above, below);
    (at(1.0 - tail), at(tail))
}

/// Quantile of Fisher's F by the beta distribution: `x/(1−x)·d₂/d₁` with x of Beta(d₁/2, d₂/2).
fn f_quantile(p: f64, above: f64, below: f64) -> f64 {
    let beta = Beta::new(above / 2.0, below / 2.0)
        .expect("invariant: at least 30 persons and 3 items give positive degrees of freedom");
    let x = beta.inverse_cdf(p);
    x / (1.0 - x) * below / above
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::attitudes::likert::AnswerScale;

    /// Persons whose three answers move together, with the third item turned round.
    fn rows() -> Vec<Vec<Option<u8>>> {
        let base = |i: usize| (i % 5 + 1) as u8;
        (0..40)
            .map(|i| {
                let other = if i % 4 == 0 { base(i + 1) } else { base(i) };
                vec![Some(base(i)), Some(other), Some(6 - base(i))]
            })
            .collect()
    }

    #[test]
    fn a_forgotten_reversal_is_found() {
        let as_asked = ScoredItems::new(AnswerScale::FIVE, &[false; 3]).unwrap();
        let found = Reliability::of(&as_asked, &rows()).unwrap();
        assert!(matches!(
            found.permits_scale(),
            Err(Refused::CheckReversed { .. })
        ));
        let turned = ScoredItems::new(AnswerScale::FIVE, &[false, false, true]).unwrap();
        let found = Reliability::of(&turned, &rows()).unwrap();
        assert_eq!(found.permits_scale(), Ok(()));
        assert!(found.lo < found.alpha && found.alpha < found.hi && found.hi < 1.0);
    }

    #[test]
    fn few_persons_and_no_spread() {
        let items = ScoredItems::new(AnswerScale::FIVE, &[false; 3]).unwrap();
        let few = Reliability::of(&items, &rows()[..29]);
        assert_eq!(few, Err(Refused::FewAnswers { n: 29, needed: 30 }));
        let same = vec![vec![Some(3); 3]; 30];
        assert_eq!(Reliability::of(&items, &same), Err(Refused::NoSpread));
        let mut holes = rows();
        holes[3][1] = None;
        let found = Reliability::of(&items, &holes).unwrap();
        assert_eq!((found.persons, found.incomplete), (39, 1));
    }

    #[test]
    fn quantile_of_f() {
        // scipy 1.17: f.ppf([.025, .975], 29, 58), f.ppf(.975, 2708, 10832)
        for ((p, above, below), expected) in [
            ((0.975, 29.0, 58.0), 1.833_313_219_865_37),
            ((0.025, 29.0, 58.0), 0.509_171_807_242_806),
            ((0.975, 2708.0, 10832.0), 1.060_798_709_520_874),
        ] {
            assert!((f_quantile(p, above, below) / expected - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn sums_that_differ_by_rounding_are_alike() {
        let codes = [
            [1.0, 4.0, 5.0, 3.0],
            [4.0, 5.0, 1.0, 3.0],
            [5.0, 1.0, 2.0, 5.0],
        ];
        let in_units = |by: f64| codes.map(|row| row.map(|code| by * code + 1.0).to_vec());
        assert_eq!(cronbach_alpha(&in_units(1.0)), None);
        assert_eq!(cronbach_alpha(&in_units(2.739_048_936_228_353_4)), None);
    }

    proptest! {
        #[test]
        fn order_and_units_are_irrelevant(codes in prop::collection::vec(prop::collection::vec(1_u8..6, 4), 3..30), by in 0.5..3.0_f64) {
            let rows: Vec<Vec<f64>> = codes.iter().map(|row| row.iter().map(|code| f64::from(*code)).collect()).collect();
            let moved: Vec<Vec<f64>> = rows.iter().rev().map(|row| row.iter().rev().map(|x| by * x + 1.0).collect()).collect();
            match (cronbach_alpha(&rows), cronbach_alpha(&moved)) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-9 * (1.0 + one.abs()) && one <= 1.0 + 1e-12),
                (one, other) => prop_assert_eq!(one.is_some(), other.is_some()),
            }
        }
    }
}
