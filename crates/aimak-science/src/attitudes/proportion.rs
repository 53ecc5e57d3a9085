//! Which share of people said so, and how sure is that?

use super::refusal::Refused;
use crate::trend::NORMAL_975;

/// Above this share of a village interviewed, the village's size narrows the interval (METHODS F.2).
const LARGE_PART: f64 = 0.05;

/// A share with the Wilson interval.
///
/// # Formula
/// `centre = (p + z²/2n)/(1 + z²/n)`, `half = z√(p(1−p)/n + z²/4n²)/(1 + z²/n)`, z = 1.96. Under clusters or weights n is the
/// effective one. Where more than a twentieth of a population N was asked, the distances of both limits from p shrink by
/// `√((N−n)/(N−1))`.
///
/// # Range and edge cases
/// Limits lie in 0–1 and hold p, also for 0 of n and n of n. METHODS shrinks the half-width; the distances from p shrink as
/// much, and unlike a half-width around the centre they still hold p when everybody was asked.
///
/// # Example
/// ```
/// use aimak_science::attitudes::proportion::Proportion;
/// let near = |(lo, hi): (f64, f64), (low, high): (f64, f64)| (lo - low).abs() < 5e-6 && (hi - high).abs() < 5e-6;
/// assert!(near(Proportion::of(60, 88).unwrap().limits(), (0.57865, 0.76977)));
/// assert!(near(Proportion::of(22, 88).unwrap().limits(), (0.17128, 0.34963)));
/// assert!(near(Proportion::of(0, 10).unwrap().limits(), (0.0, 0.27753)));
/// assert!(near(Proportion::of(10, 10).unwrap().limits(), (0.72247, 1.0)));
/// // households in villages, twelve each: design effect 1.55
/// let clustered = Proportion::of(60, 88).unwrap().with_effective_n(88.0 / 1.55).unwrap();
/// assert!(near(clustered.limits(), (0.55248, 0.78811)));
/// ```
///
/// # Reference
/// METHODS F.2; Wilson (1927), J. Am. Stat. Assoc. 22:209–212.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    successes: u64,
    n: u64,
    /// Equal to successes/n unless weighted.
    share: f64,
    effective_n: f64,
    /// What is left of the distances from the share to its limits: 1, or less in a small population.
    shrink: f64,
}

impl Proportion {
    /// `successes` of `n` persons drawn one by one.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] for n = 0, [`Refused::OutOfRange`] for more successes than persons.
    pub fn of(successes: u64, n: u64) -> Result<Self, Refused> {
        if n == 0 {
            return Err(Refused::NoAnswers);
        }
        if successes > n {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            successes,
            n,
            share: successes as f64 / n as f64,
            effective_n: n as f64,
            shrink: 1.0,
        })
    }

    /// The same share as sure as one of `effective_n` persons drawn one by one.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for an effective number that is not positive.
    pub fn with_effective_n(self, effective_n: f64) -> Result<Self, Refused> {
        if !(effective_n > 0.0 && effective_n.is_finite()) {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            effective_n,
            ..self
        })
    }

    /// The same persons with a weighted share.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a share outside 0–1.
    pub fn with_weighted_share(self, share: f64) -> Result<Self, Refused> {
        if !(0.0..=1.0).contains(&share) {
            return Err(Refused::OutOfRange);
        }
        Ok(Self { share, ..self })
    }

    /// The same share in a population of this size, of which these persons are a part.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a population smaller than the sample.
    ///
    /// ```
    /// use aimak_science::attitudes::proportion::Proportion;
    /// let all = Proportion::of(30, 40).unwrap().in_population(40).unwrap();
    /// assert_eq!(all.limits(), (0.75, 0.75));
    /// let few = Proportion::of(30, 40).unwrap().in_population(4000).unwrap();
    /// assert_eq!(few.limits(), Proportion::of(30, 40).unwrap().limits());
    /// ```
    pub fn in_population(self, size: u64) -> Result<Self, Refused> {
        if size < self.n {
            return Err(Refused::OutOfRange);
        }
        let part = self.n as f64 / size as f64;
        let shrink = if part <= LARGE_PART {
            1.0
        } else if size == self.n {
            0.0
        } else {
            ((size - self.n) as f64 / (size as f64 - 1.0)).sqrt()
        };
        Ok(Self { shrink, ..self })
    }

    /// Persons who said so.
    pub fn successes(&self) -> u64 {
        self.successes
    }

    /// Persons who answered.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// The share, 0 to 1.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// The number of persons drawn one by one that would be as sure.
    pub fn effective_n(&self) -> f64 {
        self.effective_n
    }

    /// Standard error of the share, `√(p(1−p)/n)`; 0 where nobody or everybody said so.
    pub fn standard_error(&self) -> f64 {
        self.shrink * (self.share * (1.0 - self.share) / self.effective_n).sqrt()
    }

    /// The 95 % limits.
    pub fn limits(&self) -> (f64, f64) {
        let (p, n, z2) = (self.share, self.effective_n, NORMAL_975 * NORMAL_975);
        let scale = 1.0 + z2 / n;
        let centre = (p + z2 / (2.0 * n)) / scale;
        let half = NORMAL_975 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / scale;
        // only against rounding: the limits of Wilson never leave 0 to 1, nor p
        let (lo, hi) = ((centre - half).clamp(0.0, p), (centre + half).clamp(p, 1.0));
        // at the ends centre ± half would leave some 1e-17
        let lo = if p == 0.0 { 0.0 } else { lo };
        let hi = if p >= 1.0 { 1.0 } else { hi };
        (p - self.shrink * (p - lo), p + self.shrink * (hi - p))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nobody_asked_and_nonsense() {
        assert_eq!(Proportion::of(0, 0), Err(Refused::NoAnswers));
        assert_eq!(Proportion::of(3, 2), Err(Refused::OutOfRange));
        let share = Proportion::of(3, 4).unwrap();
        for n in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(share.with_effective_n(n), Err(Refused::OutOfRange));
        }
        assert_eq!(share.in_population(3), Err(Refused::OutOfRange));
    }

    #[test]
    fn half_of_a_village() {
        // (N − n)/(N − 1) = 40/79
        let (part, whole) = (Proportion::of(20, 40).unwrap(), 80);
        let (lo, hi) = part.limits();
        let (low, high) = part.in_population(whole).unwrap().limits();
        assert!(((high - low) / (hi - lo) - (40.0_f64 / 79.0).sqrt()).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn inside_and_around_the_share(x in 0_u64..200, more in 0_u64..200, part in 0.05..1.0_f64) {
            prop_assume!(x + more > 0);
            let plain = Proportion::of(x, x + more).unwrap();
            let fewer = plain.with_effective_n(part * (x + more) as f64).unwrap();
            let ((lo, hi), (low, high)) = (plain.limits(), fewer.limits());
            prop_assert!(0.0 <= low && low <= lo + 1e-15 && lo <= plain.share());
            prop_assert!(plain.share() <= hi && hi <= high + 1e-15 && high <= 1.0);
        }

        #[test]
        fn the_other_answer_has_the_mirrored_limits(x in 0_u64..200, more in 0_u64..200) {
            prop_assume!(x + more > 0);
            let (lo, hi) = Proportion::of(x, x + more).unwrap().limits();
            let (other_lo, other_hi) = Proportion::of(more, x + more).unwrap().limits();
            prop_assert!((lo + other_hi - 1.0).abs() < 1e-12 && (hi + other_lo - 1.0).abs() < 1e-12);
        }
    }
}
