//! How many species are expected at another size or completeness of the sample?

use super::{absence::Absent, coverage::Reached, sample::Sample, unseen::unseen_species};

/// Expected richness: rarefied inside the sample, extrapolated above it.
///
/// # Formula
/// `m < n`: `Σ [1 − C(n−xᵢ, m)/C(n, m)]`; `m > n`: `S + f₀[1 − (1 − f₁/(n f₀ + f₁))^(m−n)]`.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// Extrapolation is trusted up to twice the size ([`Sample::reach`]); beyond it only the lower bound of Chao is approached.
///
/// # Example
/// ```
/// use aimak_science::diversity::Sample;
/// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
/// girdled.extend([1; 12]);
/// let spiders = Sample::of_individuals(&girdled);
/// assert!((spiders.richness_at(50) - 15.0301).abs() < 5e-5);
/// assert!((spiders.richness_at(336) - 34.7307).abs() < 5e-5);
/// assert!((spiders.richness_at_coverage(0.9).unwrap() - 19.0002).abs() < 5e-4);
/// ```
///
/// # Reference
/// METHODS E.3; Hurlbert (1971), Ecology 52:577–586; Chao et al. (2014), doi:10.1890/13-0133.1.
impl Sample {
    /// Lower bound of the species not seen (Chao1 or Chao2 minus the observed).
    pub fn unseen(&self) -> f64 {
        unseen_species(self.with_count(1), self.with_count(2), self.size())
    }

    /// Expected number of species among `m` individuals or plots.
    ///
    /// `m < n`: `Σ [1 − C(n−xᵢ, m)/C(n, m)]`; `m > n`: `S + f₀[1 − (1 − f₁/(n f₀ + f₁))^(m−n)]`.
    pub fn richness_at(&self, m: u64) -> f64 {
        if m >= self.size() {
            return self.extrapolated((m - self.size()) as f64);
        }
        let mut absent = Absent::new(self.size(), m as f64);
        let found =
            |(count, species): &(u64, usize)| *species as f64 * (1.0 - absent.among(*count));
        self.tally().iter().map(found).sum()
    }

    /// Expected number of species when the sample grows by `further` individuals or plots.
    pub(super) fn extrapolated(&self, further: f64) -> f64 {
        let (unseen, once) = (self.unseen(), self.with_count(1) as f64);
        let observed = self.observed() as f64;
        if unseen == 0.0 || once == 0.0 {
            return observed;
        }
        let stays_unseen = 1.0 - once / (self.size() as f64 * unseen + once);
        observed + unseen * (1.0 - stays_unseen.powf(further))
    }

    /// Expected number of species where the sample is cut or extended to coverage `target` (0–1).
    ///
    /// Inside the sample richness lies on a straight line between whole sizes. A coverage of 1 means every species, unseen
    /// ones included. `None` for an empty sample.
    pub fn richness_at_coverage(&self, target: f64) -> Option<f64> {
        Some(match self.size_at_coverage(target)? {
            Reached::Within { low, share } => {
                self.richness_at(low) + share * (self.richness_at(low + 1) - self.richness_at(low))
            }
            Reached::Beyond { further } => self.extrapolated(further),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn five_singletons_at_twice_the_size() {
        // iNEXT 3.0.1 edge case: richness at 2n 8.560568
        let sample = Sample::of_individuals(&[1; 5]);
        assert!((sample.richness_at(10) - 8.560_568_341_546_85).abs() < 1e-9);
    }

    #[test]
    fn nothing_found_has_no_richness() {
        assert_eq!(Sample::of_individuals(&[]).richness_at_coverage(0.5), None);
    }

    proptest! {
        #[test]
        fn richness_never_falls_with_size(counts in prop::collection::vec(1u64..40, 1..30)) {
            let sample = Sample::of_individuals(&counts);
            for m in 1..2 * sample.size() {
                prop_assert!(sample.richness_at(m) <= sample.richness_at(m + 1) + 1e-9);
            }
            prop_assert!(sample.richness_at(sample.size()) <= sample.observed() as f64 + 1e-9);
        }

        #[test]
        fn richness_at_own_coverage_is_what_was_seen(counts in prop::collection::vec(1u64..40, 1..30)) {
            let sample = Sample::of_individuals(&counts);
            let seen = sample.richness_at_coverage(sample.coverage()).unwrap();
            prop_assert!((seen - sample.observed() as f64).abs() < 1e-6);
        }
    }
}
