//! By how much do those for it outnumber those against it?

use super::refusal::Refused;
use crate::trend::NORMAL_975;

/// A share for less a share against, of the same persons.
///
/// # Formula
/// `p₊ − p₋`, `se = √((p₊ + p₋ − (p₊ − p₋)²)/n)`, interval `± 1.96·se`, cut to −1 and 1.
///
/// # Range and edge cases
/// −1 to 1. Where all say the same the formula gives a standard error of 0; no interval is given then, because a sample of
/// ten that agree does not prove that all do.
///
/// # Example
/// ```
/// use aimak_science::attitudes::likert::{AnswerScale, Distribution};
/// let answers = Distribution::of_counts(AnswerScale::FIVE, &[4, 9, 15, 38, 22]).unwrap();
/// let net = answers.net_agreement().unwrap();
/// assert!((net.value() - 0.53409).abs() < 5e-6 && (net.standard_error() - 0.07865).abs() < 5e-6);
/// let (lo, hi) = net.limits(1.0).unwrap();
/// assert!((lo - 0.37995).abs() < 5e-6 && (hi - 0.68823).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS F.1; the variance of a difference of two classes of a multinomial sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetShare {
    share_for: f64,
    share_against: f64,
    n: u64,
}

impl NetShare {
    /// From counts.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] for n = 0, [`Refused::OutOfRange`] where the two are more than n.
    pub fn of(for_it: u64, against_it: u64, n: u64) -> Result<Self, Refused> {
        if n == 0 {
            return Err(Refused::NoAnswers);
        }
        if for_it + against_it > n {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            share_for: for_it as f64 / n as f64,
            share_against: against_it as f64 / n as f64,
            n,
        })
    }

    /// Share for less share against.
    pub fn value(&self) -> f64 {
        self.share_for - self.share_against
    }

    /// Persons.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Standard error for persons drawn one by one.
    pub fn standard_error(&self) -> f64 {
        let difference = self.value();
        let variance = self.share_for + self.share_against - difference * difference;
        (variance.max(0.0) / self.n as f64).sqrt()
    }

    /// The 95 % limits under a design effect (1 for persons drawn one by one); `None` where all say the same.
    pub fn limits(&self, design_effect: f64) -> Option<(f64, f64)> {
        let half = NORMAL_975 * self.standard_error() * design_effect.sqrt();
        let value = self.value();
        (half > 0.0).then(|| ((value - half).max(-1.0), (value + half).min(1.0)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn more_voices_than_persons() {
        assert_eq!(NetShare::of(6, 5, 10), Err(Refused::OutOfRange));
        assert_eq!(NetShare::of(0, 0, 0), Err(Refused::NoAnswers));
    }

    proptest! {
        #[test]
        fn a_wider_design_is_never_surer(agree in 1_u64..50, disagree in 0_u64..50, other in 0_u64..50, deff in 1.0..5.0_f64) {
            let net = NetShare::of(agree, disagree, agree + disagree + other).unwrap();
            if let (Some(plain), Some(wide)) = (net.limits(1.0), net.limits(deff)) {
                prop_assert!(wide.0 <= plain.0 && plain.1 <= wide.1);
                prop_assert!(plain.0 <= net.value() && net.value() <= plain.1);
            }
        }
    }
}
