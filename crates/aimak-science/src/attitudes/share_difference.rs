//! By how much did a share change, and between which limits does the change lie?

use super::proportion::Proportion;

/// A share at two dates and the difference between them.
///
/// The two ways to make one are not interchangeable: [`ShareDifference::of_independent`] is for two samples of different
/// people, [`super::mcnemar::PairedBoxes::difference`] for the same people asked twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareDifference {
    /// Share before.
    pub before: f64,
    /// Share after.
    pub after: f64,
    /// Lower 95 % limit of after less before.
    pub lo: f64,
    /// Upper 95 % limit.
    pub hi: f64,
}

impl ShareDifference {
    /// Difference of the shares of two samples of different people.
    ///
    /// # Formula
    /// Newcombe's hybrid of Wilson limits l, u: `d − √((p₂ − l₂)² + (u₁ − p₁)²)` to `d + √((u₂ − p₂)² + (p₁ − l₁)²)`,
    /// `d = p₂ − p₁`. Design effects and weights come in through the effective numbers of the two shares.
    ///
    /// # Range and edge cases
    /// −1 to 1; holds d. Works for 0 of n and n of n.
    ///
    /// # Example
    /// ```
    /// use aimak_science::attitudes::{proportion::Proportion, share_difference::ShareDifference};
    /// // Newcombe (1998), examples a and c: 56/70 against 48/80, 9/10 against 3/10
    /// let of = |x, n| Proportion::of(x, n).unwrap();
    /// let change = ShareDifference::of_independent(&of(48, 80), &of(56, 70));
    /// assert!((change.lo - 0.0524).abs() < 5e-5 && (change.hi - 0.3339).abs() < 5e-5);
    /// let change = ShareDifference::of_independent(&of(3, 10), &of(9, 10));
    /// assert!((change.lo - 0.1705).abs() < 5e-5 && (change.hi - 0.8090).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// METHODS F.2, F.4; Newcombe (1998), Stat. Med. 17:873–890, method 10.
    pub fn of_independent(before: &Proportion, after: &Proportion) -> Self {
        Self::square_and_add(before, after, 0.0)
    }

    /// Distances of the Wilson limits put together under a correlation φ of the two answers of a person.
    pub(super) fn square_and_add(before: &Proportion, after: &Proportion, phi: f64) -> Self {
        let ((l1, u1), (l2, u2)) = (before.limits(), after.limits());
        let (p1, p2) = (before.share(), after.share());
        let together = |a: f64, b: f64| (a * a - 2.0 * phi * a * b + b * b).max(0.0).sqrt();
        let difference = p2 - p1;
        Self {
            before: p1,
            after: p2,
            lo: difference - together(p2 - l2, u1 - p1),
            hi: difference + together(u2 - p2, p1 - l1),
        }
    }

    /// After less before.
    pub fn difference(&self) -> f64 {
        self.after - self.before
    }

    /// True where no change is among the values the data allow.
    pub fn holds_zero(&self) -> bool {
        self.lo <= 0.0 && 0.0 <= self.hi
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn inside_its_range_and_turned_round(
            (x, more, y, less) in (0_u64..60, 0_u64..60, 0_u64..60, 0_u64..60)
        ) {
            prop_assume!(x + more > 0 && y + less > 0);
            let (before, after) = (Proportion::of(x, x + more).unwrap(), Proportion::of(y, y + less).unwrap());
            let change = ShareDifference::of_independent(&before, &after);
            let back = ShareDifference::of_independent(&after, &before);
            prop_assert!(-1.0 - 1e-12 <= change.lo && change.hi <= 1.0 + 1e-12);
            prop_assert!(change.lo <= change.difference() && change.difference() <= change.hi);
            prop_assert!((change.lo + back.hi).abs() < 1e-12 && (change.hi + back.lo).abs() < 1e-12);
        }
    }
}
