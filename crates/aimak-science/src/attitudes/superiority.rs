//! Does a person asked after answer higher than one asked before?

use super::{likert::Distribution, refusal::Refused};
use crate::{methods::interval::StandardError, trend::concordance::two_sided_p};

/// Two samples of different people compared by the order of their answers.
///
/// # Formula
/// `U = Σ aᵢ(Σ_{j<i} bⱼ + bᵢ/2)` over codes i, before bᵢ, after aᵢ. Superiority `P = U/(mn) = P(after > before) + ½P(equal)`, Cliff's
/// `δ = 2P − 1`. Test: `z = (U − mn/2)/√(mn/12·[(N+1) − Σ(t³−t)/(N(N−1))])` without correction for continuity.
///
/// # Range and edge cases
/// P 0 to 1, δ −1 to 1. The test says whether chance would do; the interval of P does not take the two spreads as equal and can
/// therefore disagree with it by a little.
///
/// # Example
/// ```
/// use aimak_science::attitudes::{likert::{AnswerScale, Distribution}, superiority::Superiority};
/// let of = |counts: [u64; 5]| Distribution::of_counts(AnswerScale::FIVE, &counts).unwrap();
/// let found = Superiority::of(&of([4, 9, 15, 38, 22]), &of([2, 5, 12, 40, 33])).unwrap();
/// assert_eq!(found.u(), 4713.5);
/// assert!((found.z().unwrap() - 2.02296).abs() < 5e-6 && (found.p().unwrap() - 0.04308).abs() < 5e-6);
/// assert!((found.cliff_delta() - 0.1644).abs() < 5e-5 && (found.superiority() - 0.5822).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS F.4; Mann & Whitney (1947), Ann. Math. Stat. 18:50–60; Cliff (1993), Psychol. Bull. 114:494–509.
#[derive(Clone, Debug, PartialEq)]
pub struct Superiority {
    before: Vec<f64>,
    after: Vec<f64>,
}

impl Superiority {
    /// Compares two distributions on one scale.
    ///
    /// # Errors
    /// [`Refused::ItemsDiffer`] for two scales, [`Refused::NoAnswers`] where one is empty.
    pub fn of(before: &Distribution, after: &Distribution) -> Result<Self, Refused> {
        if before.scale() != after.scale() {
            return Err(Refused::ItemsDiffer);
        }
        if before.n() == 0 || after.n() == 0 {
            return Err(Refused::NoAnswers);
        }
        let counts =
            |answers: &Distribution| answers.counts().iter().map(|count| *count as f64).collect();
        Ok(Self {
            before: counts(before),
            after: counts(after),
        })
    }

    fn sizes(&self) -> (f64, f64) {
        (self.before.iter().sum(), self.after.iter().sum())
    }

    /// Mann and Whitney's U of the later sample.
    pub fn u(&self) -> f64 {
        let placed = self.after.iter().zip(standings(&self.before));
        placed.map(|(count, below)| count * below).sum()
    }

    /// Chance that a person asked after answers higher, ties counted half.
    pub fn superiority(&self) -> f64 {
        let (m, n) = self.sizes();
        self.u() / (m * n)
    }

    /// Cliff's δ.
    pub fn cliff_delta(&self) -> f64 {
        2.0 * self.superiority() - 1.0
    }

    /// The standard score of U; `None` where all answers of both dates are one code.
    pub fn z(&self) -> Option<f64> {
        let (m, n) = self.sizes();
        let total = m + n;
        let both = self.before.iter().zip(&self.after);
        let ties: f64 = both.map(|(b, a)| (a + b).powi(3) - (a + b)).sum();
        let variance = m * n / 12.0 * ((total + 1.0) - ties / (total * (total - 1.0)));
        (variance > 1e-12 * m * n).then(|| (self.u() - m * n / 2.0) / variance.sqrt())
    }

    /// Two-sided p of the Mann–Whitney test.
    pub fn p(&self) -> Option<f64> {
        self.z().map(two_sided_p)
    }

    /// Standard error of the superiority without taking the two spreads as equal.
    ///
    /// # Formula
    /// Each answer stands at the share of the other sample below it (half of the equal ones); with the variances of these
    /// standings, `SE² = s_a²/n_a + s_b²/n_b`, df after Satterthwaite.
    ///
    /// # Range and edge cases
    /// `None` with fewer than two persons at a date, or where neither sample has any spread of standings (all before below all
    /// after): the formula would then claim certainty.
    ///
    /// # Reference
    /// Brunner & Munzel (2000), Biom. J. 42:17–25.
    pub fn standard_error(&self) -> Option<StandardError> {
        let (m, n) = self.sizes();
        let after = spread(&self.after, &standings(&self.before), m)?;
        let before = spread(&self.before, &standings(&self.after), n)?;
        let both = StandardError::satterthwaite(&[after, before]);
        (both.se > 0.0).then_some(both)
    }

    /// The 95 % limits of the superiority, cut to 0 and 1; `None` as for the standard error.
    pub fn limits(&self) -> Option<(f64, f64)> {
        let (lo, hi) = self.standard_error()?.limits(self.superiority());
        Some((lo.max(0.0), hi.min(1.0)))
    }

    /// The 95 % limits of Cliff's δ.
    pub fn cliff_limits(&self) -> Option<(f64, f64)> {
        self.limits()
            .map(|(lo, hi)| (2.0 * lo - 1.0, 2.0 * hi - 1.0))
    }
}

/// For each code, how many of a sample answer below it, and half of those who answer the same.
fn standings(counts: &[f64]) -> Vec<f64> {
    let running = |below: &mut f64, count: &f64| {
        let at = *below + count / 2.0;
        *below += count;
        Some(at)
    };
    counts.iter().scan(0.0, running).collect()
}

/// Standard error of the mean standing among `others`; `None` for fewer than two persons.
fn spread(counts: &[f64], standings: &[f64], others: f64) -> Option<StandardError> {
    let n: f64 = counts.iter().sum();
    if n < 2.0 {
        return None;
    }
    let weighted = counts.iter().zip(standings);
    let mean = weighted.clone().map(|(c, s)| c * s / others).sum::<f64>() / n;
    let squares: f64 = weighted.map(|(c, s)| c * (s / others - mean).powi(2)).sum();
    Some(StandardError {
        se: (squares / (n - 1.0) / n).sqrt(),
        df: n - 1.0,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::attitudes::likert::AnswerScale;

    fn of(counts: &[u64]) -> Distribution {
        Distribution::of_counts(AnswerScale::FIVE, counts).unwrap()
    }

    #[test]
    fn no_spread_no_certainty() {
        let apart = Superiority::of(&of(&[10, 0, 0, 0, 0]), &of(&[0, 0, 0, 0, 12])).unwrap();
        assert_eq!((apart.superiority(), apart.limits()), (1.0, None));
        let alike = Superiority::of(&of(&[0, 0, 9, 0, 0]), &of(&[0, 0, 4, 0, 0])).unwrap();
        assert_eq!((alike.superiority(), alike.p()), (0.5, None));
        let seven = Distribution::of_counts(AnswerScale::SEVEN, &[1; 7]).unwrap();
        assert_eq!(
            Superiority::of(&of(&[1; 5]), &seven),
            Err(Refused::ItemsDiffer)
        );
        assert_eq!(
            Superiority::of(&of(&[0; 5]), &of(&[1; 5])),
            Err(Refused::NoAnswers)
        );
    }

    proptest! {
        #[test]
        fn turned_round(before in prop::collection::vec(0_u64..20, 5), after in prop::collection::vec(0_u64..20, 5)) {
            let (before, after) = (of(&before), of(&after));
            prop_assume!(before.n() > 1 && after.n() > 1);
            let (there, back) = (Superiority::of(&before, &after).unwrap(), Superiority::of(&after, &before).unwrap());
            prop_assert!((there.superiority() + back.superiority() - 1.0).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&there.superiority()));
            match (there.limits(), back.limits()) {
                (Some((lo, hi)), Some((low, high))) => {
                    prop_assert!((lo + high - 1.0).abs() < 1e-9 && (hi + low - 1.0).abs() < 1e-9);
                    prop_assert!(lo <= there.superiority() && there.superiority() <= hi);
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn pairs_counted_one_by_one(before in prop::collection::vec(0_u64..6, 5), after in prop::collection::vec(0_u64..6, 5)) {
            let (b, a) = (of(&before), of(&after));
            prop_assume!(b.n() > 0 && a.n() > 0);
            let mut wins = 0.0;
            for (i, x) in after.iter().enumerate() {
                for (j, y) in before.iter().enumerate() {
                    let worth = match i.cmp(&j) { std::cmp::Ordering::Greater => 1.0, std::cmp::Ordering::Equal => 0.5, std::cmp::Ordering::Less => 0.0 };
                    wins += worth * (x * y) as f64;
                }
            }
            prop_assert!((Superiority::of(&b, &a).unwrap().u() - wins).abs() < 1e-9);
        }
    }
}
