//! Would a total give one farm's own figure away?

/// Amounts of the units behind a total: hectares, tonnes, income. Attitudes have no amounts; see [`super::table`].
///
/// # Formula
/// Kept back below five units; where the largest is at least 75 % of the total; and where the second largest, knowing its own amount,
/// could estimate the largest within 15 %: `total − x₁ − x₂ < 0.15·x₁`.
///
/// # Range and edge cases
/// Amounts are not negative; units with 0 count as units, but not towards the five.
///
/// # Example
/// ```
/// use aimak_science::disclosure::dominance::{Dominance, Dominated};
/// let rule = Dominance::METHODS;
/// assert_eq!(rule.check(&[30.0, 25.0, 20.0, 15.0, 10.0]), Ok(100.0));
/// assert_eq!(rule.check(&[80.0, 5.0, 5.0, 5.0, 5.0]), Err(Dominated::Largest));
/// // 100 − 60 − 35 = 5 is less than 15 % of 60
/// assert_eq!(rule.check(&[60.0, 35.0, 2.0, 2.0, 1.0]), Err(Dominated::SecondKnows));
/// assert_eq!(rule.check(&[30.0, 25.0, 20.0, 25.0]), Err(Dominated::FewUnits));
/// ```
///
/// # Reference
/// METHODS F.5.3; Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dominance {
    /// Fewest units.
    pub least_units: usize,
    /// Share of the total from which the largest dominates.
    pub largest_share: f64,
    /// How near, in shares of the largest, another unit may not come to it.
    pub nearness: f64,
}

/// Why a total is kept back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dominated {
    /// Fewer than five units.
    FewUnits,
    /// The largest unit is most of it.
    Largest,
    /// The second largest could estimate the largest.
    SecondKnows,
    /// An amount is negative or no number.
    NotAnAmount,
}

impl Dominance {
    /// Five units, 75 %, 15 %.
    pub const METHODS: Self = Self {
        least_units: 5,
        largest_share: 0.75,
        nearness: 0.15,
    };

    /// The total, where it may be told.
    ///
    /// # Errors
    /// [`Dominated`].
    pub fn check(&self, amounts: &[f64]) -> Result<f64, Dominated> {
        if !amounts
            .iter()
            .all(|amount| *amount >= 0.0 && amount.is_finite())
        {
            return Err(Dominated::NotAnAmount);
        }
        let mut sorted: Vec<f64> = amounts
            .iter()
            .copied()
            .filter(|amount| *amount > 0.0)
            .collect();
        sorted.sort_by(|a, b| b.total_cmp(a));
        if sorted.len() < self.least_units.max(2) {
            return Err(Dominated::FewUnits);
        }
        let total: f64 = sorted.iter().sum();
        let rest: f64 = sorted[2..].iter().sum();
        if sorted[0] >= self.largest_share * total {
            Err(Dominated::Largest)
        } else if rest < self.nearness * sorted[0] {
            Err(Dominated::SecondKnows)
        } else {
            Ok(total)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn three_quarters_are_dominance() {
        let check = |largest| Dominance::METHODS.check(&[largest, 10.0, 5.0, 5.0, 5.0]);
        assert_eq!(check(75.0), Err(Dominated::Largest));
        assert_eq!(check(74.0), Ok(99.0));
        let wrong = Dominance::METHODS.check(&[1.0, -1.0]);
        assert_eq!(wrong, Err(Dominated::NotAnAmount));
    }

    proptest! {
        #[test]
        fn nobody_can_estimate_another_closely(amounts in prop::collection::vec(0.0..100.0_f64, 0..12)) {
            if let Ok(total) = Dominance::METHODS.check(&amounts) {
                // every unit takes all that is not its own as the guess for every other
                for (i, own) in amounts.iter().enumerate() {
                    for (j, other) in amounts.iter().enumerate().filter(|(j, other)| *j != i && **other > 0.0) {
                        let guess = total - own;
                        prop_assert!(guess - other >= 0.15 * other - 1e-9, "{} {}", i, j);
                    }
                }
            }
        }
    }
}
