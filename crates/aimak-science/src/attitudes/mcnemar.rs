//! Of the same people asked twice, how many came over and how many left?

use statrs::distribution::{Binomial, Discrete as _, DiscreteCDF as _};

use super::{proportion::Proportion, refusal::Refused, share_difference::ShareDifference};

/// The same persons by whether they agreed before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairedBoxes {
    /// Agreed both times.
    pub both: u64,
    /// Agreed after only.
    pub gained: u64,
    /// Agreed before only.
    pub lost: u64,
    /// Never agreed.
    pub neither: u64,
}

impl PairedBoxes {
    /// Persons.
    pub fn n(&self) -> u64 {
        self.both + self.gained + self.lost + self.neither
    }

    /// Exact test of `McNemar`: those who changed went either way with the same chance.
    ///
    /// # Formula
    /// `p = min(1, 2·Σ_{i ≤ min(b,c)} C(b+c, i)/2^{b+c})` with b gained and c lost.
    ///
    /// # Range and edge cases
    /// 0 to 1; 1 where nobody changed.
    ///
    /// # Example
    /// ```
    /// use aimak_science::attitudes::mcnemar::PairedBoxes;
    /// let persons = PairedBoxes { both: 40, gained: 14, lost: 5, neither: 21 };
    /// assert!((persons.exact_p() - 0.06357).abs() < 5e-6);
    /// // 2·Σ_{i<5} C(19,i)/2¹⁹ + C(19,5)/2¹⁹ = (2·5036 + 11628)/524288
    /// assert!((persons.mid_p() - 21700.0 / 524288.0).abs() < 1e-12);
    /// assert!((persons.difference().unwrap().difference() - 0.1125).abs() < 1e-12);
    /// ```
    ///
    /// # Reference
    /// METHODS F.4; `McNemar` (1947), Psychometrika 12:153–157.
    pub fn exact_p(&self) -> f64 {
        (2.0 * self.tail().0).min(1.0)
    }

    /// The same with half the chance of what was seen: less cautious, closer to its level.
    ///
    /// # Reference
    /// Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13:91.
    pub fn mid_p(&self) -> f64 {
        let (tail, seen) = self.tail();
        if self.gained == self.lost {
            1.0
        } else {
            (2.0 * tail - seen).clamp(0.0, 1.0)
        }
    }

    /// Chance of at most as many on the smaller side as seen, and of just as many.
    fn tail(&self) -> (f64, f64) {
        let smaller = self.gained.min(self.lost);
        let changed = Binomial::new(0.5, self.gained + self.lost)
            .expect("invariant: one half is a probability");
        (changed.cdf(smaller), changed.pmf(smaller))
    }

    /// Change of the share that agrees.
    ///
    /// # Formula
    /// As [`ShareDifference::of_independent`], with the correlation φ of the two answers taken off:
    /// `d − √((p₂−l₂)² − 2φ(p₂−l₂)(u₁−p₁) + (u₁−p₁)²)` and likewise above. `φ = (ad − bc)/√(product of the four sums)`, and for
    /// `ad > bc` the numerator is `max(ad − bc − n/2, 0)`; 0 where a sum is 0.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] without persons.
    ///
    /// # Example
    /// ```
    /// use aimak_science::attitudes::mcnemar::PairedBoxes;
    /// let persons = PairedBoxes { both: 36, gained: 2, lost: 12, neither: 0 };
    /// let change = persons.difference().unwrap();
    /// assert!((change.lo + 0.3404).abs() < 5e-5 && (change.hi + 0.0569).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// Newcombe (1998), Stat. Med. 17:2635–2650, method 10.
    pub fn difference(&self) -> Result<ShareDifference, Refused> {
        let n = self.n();
        let before = Proportion::of(self.both + self.lost, n)?;
        let after = Proportion::of(self.both + self.gained, n)?;
        Ok(ShareDifference::square_and_add(
            &before,
            &after,
            self.correlation(),
        ))
    }

    fn correlation(&self) -> f64 {
        let [a, b, c, d] = [self.both, self.gained, self.lost, self.neither].map(|n| n as f64);
        let product = (a + b) * (c + d) * (a + c) * (b + d);
        if product == 0.0 {
            return 0.0;
        }
        let excess = a * d - b * c;
        let corrected = if excess > 0.0 {
            (excess - (a + b + c + d) / 2.0).max(0.0)
        } else {
            excess
        };
        corrected / product.sqrt()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn boxes(both: u64, gained: u64, lost: u64, neither: u64) -> PairedBoxes {
        PairedBoxes {
            both,
            gained,
            lost,
            neither,
        }
    }

    #[test]
    fn nobody_changed_and_nobody_asked() {
        let still = boxes(10, 0, 0, 5);
        assert_eq!((still.exact_p(), still.mid_p()), (1.0, 1.0));
        assert!(still.difference().unwrap().holds_zero());
        assert_eq!(boxes(0, 0, 0, 0).difference(), Err(Refused::NoAnswers));
    }

    #[test]
    fn printed_limits_of_newcombe() {
        // Newcombe (1998), Table II: cells e, f, g, h with e + f the first share, and limits of first less second
        for ([e, f, g, h], (lo, hi)) in [
            ([36, 12, 2, 0], (0.0569, 0.3404)),
            ([18, 12, 2, 18], (0.0562, 0.3290)),
        ] {
            let change = boxes(e, f, g, h).difference().unwrap();
            assert!((change.lo - lo).abs() < 1e-4, "{change:?}");
            assert!((change.hi - hi).abs() < 1e-4, "{change:?}");
        }
    }

    proptest! {
        #[test]
        fn turned_round((a, b, c, d) in (0_u64..40, 0_u64..40, 0_u64..40, 0_u64..40)) {
            prop_assume!(a + b + c + d > 0);
            let (there, back) = (boxes(a, b, c, d), boxes(a, c, b, d));
            prop_assert_eq!(there.exact_p(), back.exact_p());
            prop_assert!(there.mid_p() <= there.exact_p() && there.exact_p() <= 1.0);
            let (change, reverse) = (there.difference().unwrap(), back.difference().unwrap());
            prop_assert!((change.lo + reverse.hi).abs() < 1e-12 && (change.hi + reverse.lo).abs() < 1e-12);
            prop_assert!(-1.0 - 1e-12 <= change.lo && change.lo <= change.difference());
            prop_assert!(change.difference() <= change.hi && change.hi <= 1.0 + 1e-12);
        }
    }
}
