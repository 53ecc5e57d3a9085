//! What community does a sample stand for, species not seen included?

use super::sample::{Sample, SamplingUnit};
use crate::simulate::streams::Stream;

/// The community that a sample stands for: a chance for each species seen, and for those not seen.
///
/// Drawing from it says how sure a richness at equal coverage is. Drawing *plots* again does not: a plot drawn twice turns
/// each of its singletons into a doubleton, so that the two numbers on which everything beyond the sample rests hardly
/// vary. Over invented regions such intervals held the truth in 80–90 % of cases, those from here in 93–97 %.
///
/// # Formula
/// Individuals: `p̂ᵢ = (xᵢ/n)·(1 − λ(1 − xᵢ/n)ⁿ)`, `λ = (1 − C)/Σ (xᵢ/n)(1 − xᵢ/n)ⁿ`; ⌈f₀⌉ unseen species share `1 − C`;
/// n individuals are drawn. Presence on T plots: the same with `Yᵢ/T` for `xᵢ/n` and T for n, λ and the unseen share
/// multiplied by `U/T`; each species is present on each plot with its chance. No chance falls below 0, because
/// `1 − C = A·f₁/n` and the singletons alone make the sum below λ at least `(f₁/n)(1 − 1/n)ⁿ`.
///
/// # Range and edge cases
/// Plots differ, and this does not know it: where species grow in patches, a single date is a little surer than it should be. The two
/// dates of a revisited plot are drawn apart, which makes a change less sure than it is.
///
/// # Reference
/// METHODS E.3; Chao et al. (2014), Ecol. Monogr. 84:45–67, appendix G, doi:10.1890/13-0133.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Assemblage {
    unit: SamplingUnit,
    /// Individuals n or plots T.
    size: u64,
    /// Chance of each species to be the next individual, or to be on a plot.
    chances: Vec<f64>,
    ladder: Ladder,
}

impl Assemblage {
    /// The assemblage behind counted individuals, or behind occurrence on plots.
    ///
    /// ```
    /// use aimak_science::diversity::{SamplingUnit, assemblage::Assemblage};
    /// // f₁ 2, f₂ 1, n 8: f₀ 1.75, A 0.875, C 0.78125, so two unseen species share 0.21875
    /// let assemblage = Assemblage::new(SamplingUnit::Individuals, &[4, 2, 1, 1], 3);
    /// assert_eq!(assemblage.chances().len(), 6);
    /// assert!((assemblage.chances()[5] - 0.109375).abs() < 1e-12);
    /// assert!((assemblage.chances().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    /// ```
    pub fn new(unit: SamplingUnit, counts: &[u64], plots: u64) -> Self {
        let sample = match unit {
            SamplingUnit::Individuals => Sample::of_individuals(counts),
            SamplingUnit::Plots => Sample::of_plots(counts, plots),
        };
        let size = sample.size();
        let n = size as f64;
        let seen: Vec<f64> = counts
            .iter()
            .filter(|x| **x > 0)
            .map(|x| *x as f64 / n)
            .collect();
        // individuals: all chances sum to 1; plots: to U/T species on a plot
        let unseen_share = seen.iter().sum::<f64>() * (1.0 - sample.coverage());
        let missed = |p: &f64| (1.0 - p).powf(n);
        let weight: f64 = seen.iter().map(|p| p * missed(p)).sum();
        let lambda = if weight > 0.0 {
            unseen_share / weight
        } else {
            0.0
        };
        let unseen = if unseen_share > 0.0 {
            sample.unseen().ceil() as usize
        } else {
            0
        };
        let mut chances: Vec<f64> = seen
            .iter()
            .map(|p| p * (1.0 - lambda * missed(p)))
            .collect();
        chances.resize(chances.len() + unseen, unseen_share / unseen.max(1) as f64);
        Self {
            unit,
            size,
            ladder: Ladder::new(&chances),
            chances,
        }
    }

    /// The assemblage behind a sample; species in the order of rising counts.
    pub fn behind(sample: &Sample) -> Self {
        let counts: Vec<u64> = sample.counts().collect();
        Self::new(sample.unit(), &counts, sample.size())
    }

    /// What is drawn.
    pub fn unit(&self) -> SamplingUnit {
        self.unit
    }

    /// Individuals or plots drawn.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The chances: species seen in their order, then the unseen ones.
    pub fn chances(&self) -> &[f64] {
        &self.chances
    }

    /// The species on which a random number of 0–1 (1 excluded) falls.
    pub(super) fn species(&self, place: f64) -> usize {
        self.ladder.species(place)
    }

    /// One more sample of the same size.
    pub fn draw(&self, random: &mut Stream) -> Sample {
        match self.unit {
            SamplingUnit::Individuals => {
                let mut counts = vec![0; self.chances.len()];
                for _ in 0..self.size {
                    counts[self.species(random.uniform())] += 1;
                }
                Sample::of_individuals(&counts)
            }
            SamplingUnit::Plots => {
                let occupied = |chance: &f64| occurrences(self.size, *chance, random);
                let counts: Vec<u64> = self.chances.iter().map(occupied).collect();
                Sample::of_plots(&counts, self.size)
            }
        }
    }
}

/// On how many of `plots` a species with this chance occurs, by leaps from one occurrence to the next.
fn occurrences(plots: u64, chance: f64, random: &mut Stream) -> u64 {
    if chance > 0.5 {
        return plots - occurrences(plots, 1.0 - chance, random);
    }
    if chance <= 0.0 {
        return 0;
    }
    let per_plot = (-chance).ln_1p();
    let (mut place, mut found) = (0.0, 0);
    loop {
        // plots without it before the next occurrence
        place += ((-random.uniform()).ln_1p() / per_plot).floor() + 1.0;
        if place > plots as f64 {
            return found;
        }
        found += 1;
    }
}

/// Steps of a ladder that are found without searching.
const LANDINGS: usize = 256;

/// Chances laid end to end on 0–1; a random number falls on one of them.
#[derive(Clone, Debug, PartialEq)]
struct Ladder {
    /// Upper ends.
    upto: Vec<f64>,
    /// The first step that can hold a number of each 256th: thousands of numbers fall for each of hundreds of replicates.
    landings: Vec<usize>,
}

impl Ladder {
    fn new(chances: &[f64]) -> Self {
        let total: f64 = chances.iter().sum();
        let mut sum = 0.0;
        let add = |chance: &f64| {
            sum += chance / total;
            sum
        };
        let upto: Vec<f64> = chances.iter().map(add).collect();
        let landing = |k: usize| upto.partition_point(|upto| *upto <= k as f64 / LANDINGS as f64);
        Self {
            landings: (0..LANDINGS).map(landing).collect(),
            upto,
        }
    }

    /// The species on which a number of 0–1 (1 excluded) falls.
    fn species(&self, place: f64) -> usize {
        let mut species = self.landings[(place * LANDINGS as f64) as usize];
        while species + 1 < self.upto.len() && self.upto[species] <= place {
            species += 1;
        }
        // rounding may leave the last end a little below 1
        species.min(self.upto.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Counts 4, 2, 1, 1 of n = 8: f₁ 2, f₂ 1, f₀ = 7/8·4/2 = 1.75, A = 14/(14 + 2) = 0.875, C = 1 − 2/8·0.875 = 0.78125.
    /// λ = 0.21875 / (0.5·0.5⁸ + 0.25·0.75⁸ + 2·0.125·0.875⁸).
    #[test]
    fn chances_by_hand() {
        let chances = Assemblage::new(SamplingUnit::Individuals, &[4, 2, 1, 0, 1], 3).chances;
        assert_eq!(chances.len(), 6);
        let weight = 0.5 * 0.5_f64.powi(8) + 0.25 * 0.75_f64.powi(8) + 0.25 * 0.875_f64.powi(8);
        let lambda = 0.218_75 / weight;
        assert!((chances[0] - 0.5 * (1.0 - lambda * 0.5_f64.powi(8))).abs() < 1e-12);
        assert!((chances[2] - 0.125 * (1.0 - lambda * 0.875_f64.powi(8))).abs() < 1e-12);
        assert!((chances[4] - 0.109_375).abs() < 1e-12);
        assert!((chances[5] - 0.109_375).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn chances_keep_their_sum(counts in prop::collection::vec(0u64..9, 2..30)) {
            let individuals = Assemblage::new(SamplingUnit::Individuals, &counts, 0);
            prop_assert!(individuals.chances.iter().all(|p| (0.0..=1.0).contains(p)));
            let sum: f64 = individuals.chances.iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-9 || individuals.chances.is_empty());
            let plots = Assemblage::new(SamplingUnit::Plots, &counts, 9);
            prop_assert!(plots.chances.iter().all(|p| (0.0..=1.0).contains(p)));
            let on_a_plot: f64 = plots.chances.iter().sum();
            prop_assert!((on_a_plot - counts.iter().sum::<u64>() as f64 / 9.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_number_falls_on_the_species_whose_stretch_holds_it() {
        let ladder = Ladder::new(&[0.2, 0.0, 0.5, 0.3]);
        let falls = [0.0, 0.199_9, 0.2, 0.699_9, 0.7, 0.999_999].map(|place| ladder.species(place));
        assert_eq!(falls, [0, 0, 2, 2, 3, 3]);
    }

    /// Mean T·p and variance T·p(1 − p) of 20 000 draws, within five standard errors.
    #[test]
    fn occurrences_are_binomial() {
        for chance in [0.02_f64, 0.3, 0.5, 0.9, 1.0] {
            let mut random = Stream::named(3, &["occurrences"]);
            let draws: Vec<f64> = (0..20_000)
                .map(|_| occurrences(12, chance, &mut random) as f64)
                .collect();
            let mean = draws.iter().sum::<f64>() / 20_000.0;
            let variance = 12.0 * chance * (1.0 - chance);
            assert!(
                (mean - 12.0 * chance).abs() <= 5.0 * (variance / 20_000.0).sqrt(),
                "{mean}"
            );
            let found = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
            assert!(
                (found - variance).abs() <= 0.05 * variance,
                "{found} {variance}"
            );
        }
    }
}
