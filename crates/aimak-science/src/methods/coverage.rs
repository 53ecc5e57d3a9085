//! How much of a community did the sample catch, and how many species at equal completeness?

use super::unseen::unseen_species;

/// A sample of a community: how often each species was found.
///
/// Individuals counted: `size` and `total` are both the number of individuals n. Presence on plots: `size` is the number
/// of plots T and `total` the number of presences U. The formulas are the same for both.
///
/// # Example
/// ```
/// use aimak_science::methods::coverage::Sample;
/// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
/// girdled.extend([1; 12]);
/// let spiders = Sample::of_individuals(&girdled);
/// assert!((spiders.coverage() - 0.9289).abs() < 5e-5);
/// assert!((spiders.coverage_at(50) - 0.8675).abs() < 5e-5);
/// assert!((spiders.coverage_at(336) - 0.9636).abs() < 5e-5);
/// assert!((spiders.richness_at(50) - 15.0301).abs() < 5e-5);
/// assert!((spiders.richness_at(336) - 34.7307).abs() < 5e-5);
/// // METHODS E.3: the smallest m with coverage of at least 0.90 is 85
/// assert!(spiders.coverage_at(84) < 0.90 && spiders.coverage_at(85) >= 0.90);
/// assert!((spiders.richness_at_coverage(0.9).unwrap() - 19.0002).abs() < 5e-4);
/// ```
///
/// # Reference
/// METHODS E.3; Chao & Jost (2012), Ecology 93:2533–2547; Chao et al. (2014), doi:10.1890/13-0133.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Distinct counts with the number of species that have them, rising.
    counts: Vec<(u64, usize)>,
    /// Individuals n or plots T.
    size: u64,
    /// Individuals n or presences U.
    total: u64,
}

impl Sample {
    /// A sample of counted individuals; species with 0 are dropped.
    pub fn of_individuals(counts: &[u64]) -> Self {
        let total = counts.iter().sum();
        Self {
            counts: tally(counts),
            size: total,
            total,
        }
    }

    /// A sample of plots; `occupied` says on how many of the `plots` each species was found.
    pub fn of_plots(occupied: &[u64], plots: u64) -> Self {
        Self {
            counts: tally(occupied),
            size: plots,
            total: occupied.iter().sum(),
        }
    }

    /// Individuals or plots.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Species seen.
    pub fn observed(&self) -> usize {
        self.counts.iter().map(|(_, species)| species).sum()
    }

    /// Number of species with exactly this count.
    fn with_count(&self, count: u64) -> usize {
        self.counts
            .iter()
            .find(|(found, _)| *found == count)
            .map_or(0, |(_, species)| *species)
    }

    /// Lower bound of the species not seen (Chao1 or Chao2 minus the observed).
    pub fn unseen(&self) -> f64 {
        unseen_species(self.with_count(1), self.with_count(2), self.size)
    }

    /// Share of singletons among all records, and the factor by which it shrinks with each further record.
    ///
    /// `f₁/n` and `A = n f₀/(n f₀ + f₁)`.
    fn singletons(&self) -> (f64, f64) {
        let once = self.with_count(1) as f64;
        if once == 0.0 {
            return (0.0, 0.0);
        }
        let unseen = self.size as f64 * self.unseen();
        (once / self.total as f64, unseen / (unseen + once))
    }

    /// Estimated share of the community's individuals that belong to species seen.
    ///
    /// `C = 1 − (f₁/n)·A`; 0 for an empty sample.
    pub fn coverage(&self) -> f64 {
        if self.total == 0 {
            return 0.0;
        }
        let (share, factor) = self.singletons();
        1.0 - share * factor
    }

    /// Expected coverage of `m` individuals or plots.
    ///
    /// `m < n`: `1 − Σ (xᵢ/n)·C(n−xᵢ, m)/C(n−1, m)`; `m ≥ n`: `1 − (f₁/n)·A^(m−n+1)`.
    pub fn coverage_at(&self, m: u64) -> f64 {
        if self.total == 0 {
            return 0.0;
        }
        if m >= self.size {
            let (share, factor) = self.singletons();
            return 1.0 - share * factor.powf((m - self.size + 1) as f64);
        }
        self.interpolated_coverage(m as f64)
    }

    /// `1 − Σ (xᵢ/n)·C(n−xᵢ, m)/C(n−1, m)` for a real size below that of the sample.
    fn interpolated_coverage(&self, m: f64) -> f64 {
        let mut absent = Absent::new(self.size - 1, m);
        let missed = |(count, species): &(u64, usize)| {
            *species as f64 * *count as f64 / self.total as f64 * absent.among(*count - 1)
        };
        1.0 - self.counts.iter().map(missed).sum::<f64>()
    }

    /// Expected number of species among `m` individuals or plots.
    ///
    /// `m < n`: `Σ [1 − C(n−xᵢ, m)/C(n, m)]`; `m > n`: `S + f₀[1 − (1 − f₁/(n f₀ + f₁))^(m−n)]`.
    pub fn richness_at(&self, m: u64) -> f64 {
        if m >= self.size {
            return self.extrapolated((m - self.size) as f64);
        }
        let mut absent = Absent::new(self.size, m as f64);
        let found =
            |(count, species): &(u64, usize)| *species as f64 * (1.0 - absent.among(*count));
        self.counts.iter().map(found).sum()
    }

    /// Expected number of species when the sample grows by `further` individuals or plots.
    fn extrapolated(&self, further: f64) -> f64 {
        let (unseen, once) = (self.unseen(), self.with_count(1) as f64);
        let observed = self.observed() as f64;
        if unseen == 0.0 || once == 0.0 {
            return observed;
        }
        let stays_unseen = 1.0 - once / (self.size as f64 * unseen + once);
        observed + unseen * (1.0 - stays_unseen.powf(further))
    }

    /// Expected number of species where the sample is cut or extended to coverage `target` (0–1).
    ///
    /// The size is solved exactly: inside the sample as a real number, with richness on a straight line between whole
    /// sizes; above the sample by inverting the coverage formula. Below one individual the answer is that of one individual; a coverage of 1 means
    /// every species, unseen ones included.
    ///
    /// `None` for an empty sample.
    pub fn richness_at_coverage(&self, target: f64) -> Option<f64> {
        if self.total == 0 {
            return None;
        }
        if target >= self.coverage() {
            let (share, factor) = self.singletons();
            if share * factor == 0.0 {
                return Some(self.observed() as f64);
            }
            let further = ((1.0 - target).max(0.0) / share).ln() / factor.ln() - 1.0;
            return Some(self.extrapolated(further.max(0.0)));
        }
        let (mut low, mut high) = (1, self.size);
        if target <= self.coverage_at(low) {
            return Some(self.richness_at(low));
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
        Some(self.richness_at(low) + share * (self.richness_at(high) - self.richness_at(low)))
    }

    /// How far from `low` to `low + 1` the sample must grow to reach `target`.
    ///
    /// Inside the sample the coverage of a real size is the Gamma function's; the last step, where the formula for the
    /// whole sample takes over, is a straight line.
    fn share_between(&self, low: u64, high: u64, target: f64) -> f64 {
        let (from, to) = (self.coverage_at(low), self.coverage_at(high));
        if to <= from {
            return 0.0;
        }
        if high == self.size {
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
        self.coverage_at(2 * self.size)
    }
}

/// Counts above 0 with the number of species that have them, rising.
fn tally(counts: &[u64]) -> Vec<(u64, usize)> {
    let mut sorted: Vec<u64> = counts.iter().copied().filter(|count| *count > 0).collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .map(|equal| (equal[0], equal.len()))
        .collect()
}

/// Chances that none of `k` marked ones is among `m` drawn from `n`: `C(n − k, m)/C(n, m) = Π_{j<k} (n − m − j)/(n − j)`.
///
/// The product holds for real `m` too, where the binomials are Gamma functions; it grows from one `k` to the next, which
/// a difference of four `ln Γ` would not, at twenty times the cost in a bootstrap.
struct Absent {
    n: f64,
    m: f64,
    marked: u64,
    chance: f64,
}

/// Chances below this are nothing beside the 1 they are taken from.
const NEVER: f64 = 1e-18;

impl Absent {
    fn new(n: u64, m: f64) -> Self {
        Self {
            n: n as f64,
            m,
            marked: 0,
            chance: 1.0,
        }
    }

    /// The chance for `k` marked ones; `k` must not fall from call to call.
    fn among(&mut self, k: u64) -> f64 {
        if k as f64 + self.m > self.n {
            return 0.0;
        }
        while self.marked < k && self.chance > NEVER {
            let j = self.marked as f64;
            self.chance *= (self.n - self.m - j) / (self.n - j);
            self.marked += 1;
        }
        if self.chance > NEVER {
            self.chance
        } else {
            0.0
        }
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
        // iNEXT 3.0.1 edge case: Chat(n) 1/9, richness at 2n 8.560568
        let sample = Sample::of_individuals(&[1; 5]);
        assert!((sample.coverage() - 1.0 / 9.0).abs() < 1e-12);
        assert!((sample.richness_at(10) - 8.560_568_341_546_85).abs() < 1e-9);
    }

    #[test]
    fn nothing_found_has_no_richness() {
        assert_eq!(Sample::of_individuals(&[]).richness_at_coverage(0.5), None);
    }

    proptest! {
        #[test]
        fn coverage_and_richness_never_fall_with_size(counts in prop::collection::vec(1u64..40, 1..30)) {
            let sample = Sample::of_individuals(&counts);
            for m in 1..2 * sample.size() {
                prop_assert!(sample.coverage_at(m) <= sample.coverage_at(m + 1) + 1e-9);
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

        #[test]
        fn order_of_species_is_irrelevant(mut counts in prop::collection::vec(0u64..40, 1..30)) {
            let forward = Sample::of_individuals(&counts);
            counts.reverse();
            prop_assert_eq!(forward, Sample::of_individuals(&counts));
        }
    }
}
