//! How much of a community did the sample catch, and how large must a sample be to catch so much?

use super::{absence::Absent, sample::Sample};

/// A size of a sample: inside it, between two whole sizes, or beyond it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reached {
    /// `low` individuals or plots and this share of the next one.
    Within {
        /// The whole size below.
        low: u64,
        /// Share of the next one, 0–1.
        share: f64,
    },
    /// So many more than the sample holds; without limit where every species is wanted.
    Beyond {
        /// Individuals or plots beyond the sample.
        further: f64,
    },
}

impl Reached {
    /// The size as a real number, for a sample of `n`.
    pub fn size(self, n: u64) -> f64 {
        match self {
            Self::Within { low, share } => low as f64 + share,
            Self::Beyond { further } => n as f64 + further,
        }
    }
}

/// Sample coverage.
///
/// # Formula
/// At the size of the sample `C = 1 − (f₁/n)·A`; below it the expectation over all smaller samples; above it what is missed
/// shrinks by the factor A with each further individual or plot.
///
/// # Units
/// Share (0–1) of the community's individuals (of presences, where plots were sampled) that belong to species seen.
///
/// # Range and edge cases
/// 0 for an empty sample; 1 without singletons, and with a single singleton and no doubleton.
///
/// # Example
/// ```
/// use aimak_science::diversity::Sample;
/// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
/// girdled.extend([1; 12]);
/// let spiders = Sample::of_individuals(&girdled);
/// assert!((spiders.coverage() - 0.9289).abs() < 5e-5);
/// assert!((spiders.coverage_at(50) - 0.8675).abs() < 5e-5);
/// assert!((spiders.coverage_at(336) - 0.9636).abs() < 5e-5);
/// // METHODS E.3: the smallest m with coverage of at least 0.90 is 85
/// assert!(spiders.coverage_at(84) < 0.90 && spiders.coverage_at(85) >= 0.90);
/// assert!((spiders.size_at_coverage(0.9).unwrap().size(168) - 84.8744).abs() < 5e-4);
/// ```
///
/// # Reference
/// METHODS E.3; Chao & Jost (2012), Ecology 93:2533–2547; Chao et al. (2014), doi:10.1890/13-0133.1.
impl Sample {
    /// Share of singletons among all records, and the factor by which it shrinks with each further record.
    ///
    /// `f₁/n` and `A = n f₀/(n f₀ + f₁)`.
    fn singletons(&self) -> (f64, f64) {
        let once = self.with_count(1) as f64;
        if once == 0.0 {
            return (0.0, 0.0);
        }
        let unseen = self.size() as f64 * self.unseen();
        (once / self.total() as f64, unseen / (unseen + once))
    }

    /// Estimated share of the community's individuals that belong to species seen.
    ///
    /// `C = 1 − (f₁/n)·A`; 0 for an empty sample.
    pub fn coverage(&self) -> f64 {
        if self.total() == 0 {
            return 0.0;
        }
        let (share, factor) = self.singletons();
        1.0 - share * factor
    }

    /// Expected coverage of `m` individuals or plots.
    ///
    /// `m < n`: `1 − Σ (xᵢ/n)·C(n−xᵢ, m)/C(n−1, m)`; `m ≥ n`: `1 − (f₁/n)·A^(m−n+1)`.
    pub fn coverage_at(&self, m: u64) -> f64 {
        if self.total() == 0 {
            return 0.0;
        }
        if m >= self.size() {
            let (share, factor) = self.singletons();
            return 1.0 - share * factor.powf((m - self.size() + 1) as f64);
        }
        self.interpolated_coverage(m as f64)
    }

    /// `1 − Σ (xᵢ/n)·C(n−xᵢ, m)/C(n−1, m)` for a real size below that of the sample.
    fn interpolated_coverage(&self, m: f64) -> f64 {
        let mut absent = Absent::new(self.size() - 1, m);
        let missed = |(count, species): &(u64, usize)| {
            *species as f64 * *count as f64 / self.total() as f64 * absent.among(*count - 1)
        };
        1.0 - self.tally().iter().map(missed).sum::<f64>()
    }

    /// The size at which coverage `target` (0–1) is expected.
    ///
    /// The size is solved exactly: inside the sample as a real number, above it by inverting the coverage formula. Below one
    /// individual the answer is one individual; a coverage of 1 means an endless sample.
    ///
    /// `None` for an empty sample.
    pub fn size_at_coverage(&self, target: f64) -> Option<Reached> {
        if self.total() == 0 {
            return None;
        }
        if target >= self.coverage() {
            let (share, factor) = self.singletons();
            if share * factor == 0.0 {
                return Some(Reached::Beyond { further: 0.0 });
            }
            let further = ((1.0 - target).max(0.0) / share).ln() / factor.ln() - 1.0;
            let further = further.max(0.0);
            return Some(Reached::Beyond { further });
        }
        let (mut low, mut high) = (1, self.size());
        if target <= self.coverage_at(low) {
            return Some(Reached::Within { low, share: 0.0 });
        }
        while high - low > 1 {
            let middle = u64::midpoint(low, high);
            if self.coverage_at(middle) <= target {
                low = middle;
            } else {
                high = middle;
            }
        }
        let share = self.share_between(low, high, target);
        Some(Reached::Within { low, share })
    }

    /// Expected coverage at a size that need not be whole.
    pub fn coverage_reached(&self, size: Reached) -> f64 {
        match size {
            Reached::Within { low, share: 0.0 } => self.coverage_at(low),
            Reached::Within { low, share } if low + 1 < self.size() => {
                self.interpolated_coverage(low as f64 + share)
            }
            Reached::Within { low, share } => {
                let (from, to) = (self.coverage_at(low), self.coverage_at(low + 1));
                from + share * (to - from)
            }
            Reached::Beyond { further } => {
                let (share, factor) = self.singletons();
                1.0 - share * factor.powf(further + 1.0)
            }
        }
    }

    /// How far from `low` to `low + 1` the sample must grow to reach `target`.
    ///
    /// Inside the sample the coverage of a real size is the Gamma function's; the last step, where the formula for the
    /// whole sample takes over, is a straight line. A species with more finds than are left out counts as found between whole sizes
    /// already, as in iNEXT; so close to the full size, and in samples of few plots, the size may be up to one too small.
    fn share_between(&self, low: u64, high: u64, target: f64) -> f64 {
        let (from, to) = (self.coverage_at(low), self.coverage_at(high));
        if to <= from {
            return 0.0;
        }
        if high == self.size() {
            return (target - from) / (to - from);
        }
        let (mut below, mut above) = (0.0, 1.0);
        for _ in 0..40 {
            let middle = f64::midpoint(below, above);
            if self.interpolated_coverage(low as f64 + middle) <= target {
                below = middle;
            } else {
                above = middle;
            }
        }
        below
    }

    /// Coverage expected at twice the size: as far as richness may be extrapolated.
    pub fn reach(&self) -> f64 {
        self.coverage_at(2 * self.size())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plots_of_the_worked_example() {
        // METHODS E.2
        let occupied = [12, 9, 7, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1];
        let sample = Sample::of_plots(&occupied, 15);
        assert!((sample.coverage() - 0.9147).abs() < 5e-5);
        assert!((sample.observed() as f64 + sample.unseen() - 18.8889).abs() < 5e-5);
    }

    #[test]
    fn all_singletons_have_a_coverage_above_zero() {
        // iNEXT 3.0.1 edge case: Chat(n) 1/9
        let sample = Sample::of_individuals(&[1; 5]);
        assert!((sample.coverage() - 1.0 / 9.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn coverage_never_falls_with_size(counts in prop::collection::vec(1u64..40, 1..30)) {
            let sample = Sample::of_individuals(&counts);
            for m in 1..2 * sample.size() {
                prop_assert!(sample.coverage_at(m) <= sample.coverage_at(m + 1) + 1e-9);
            }
        }

        #[test]
        fn the_coverage_asked_for_lies_between_the_whole_sizes_around_the_one_found(
            counts in prop::collection::vec(1u64..40, 3..30), target in 0.05..0.999,
        ) {
            let sample = Sample::of_individuals(&counts);
            match sample.size_at_coverage(target).unwrap() {
                Reached::Within { low, share } => {
                    prop_assert!(low == 1 || sample.coverage_at(low) <= target);
                    prop_assert!(target <= sample.coverage_at(low + 1) && (0.0..=1.0).contains(&share));
                }
                beyond @ Reached::Beyond { .. } => {
                    let reached = sample.coverage_reached(beyond);
                    prop_assert!((reached - target).abs() < 1e-9 || sample.coverage() == 1.0);
                }
            }
        }
    }
}
