//! How many species are there, judged by how well the rare ones were covered?

use super::{
    chao::{ChaoVariant, Estimator, RichnessEstimate, chao, log_normal_limits},
    sample::{Sample, SamplingUnit},
};

/// Species with at most so many individuals are rare.
pub const RARE: u64 = 10;

/// Abundance-based coverage estimate of richness (ACE).
///
/// # Formula
/// `S_abun + S_rare/C + (f₁/C)·γ²`, `C = 1 − f₁/n_rare`,
/// `γ² = max(S_rare/C · Σ i(i−1)fᵢ/(n_rare(n_rare−1)) − 1, 0)`, sums over species with at most ten individuals. Standard
/// error by the delta method, as for Chao's bound; interval log-normal around what is unseen.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// At least S. Where every rare species is a singleton, C is 0 and Chao1 (classic) is given instead; the estimator says so.
/// `None` where nothing was found or nothing rare (nothing says what is missing then), and for plots.
///
/// vegan 2.7 has the same estimate and other errors: its gradient takes C as `1 + f₁/(n_rare − 1)` (`estimateR`), which makes
/// them about half as large.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Sample, ace::ace};
/// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
/// girdled.extend([1; 12]);
/// assert!((ace(&Sample::of_individuals(&girdled)).unwrap().estimate - 48.4152).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS E.2; Chao & Lee (1992), J. Am. Stat. Assoc. 87:210–217; Chazdon et al. (1998).
pub fn ace(sample: &Sample) -> Option<RichnessEstimate> {
    if sample.unit() == SamplingUnit::Plots {
        return None;
    }
    let rare = Rare::of(sample)?;
    if rare.coverage() <= 0.0 {
        return chao(sample, ChaoVariant::Classic);
    }
    let observed = sample.observed() as f64;
    let abundant = observed - rare.species;
    let estimate = abundant + rare.estimate();
    let unseen = estimate - observed;
    let se = rare.variance(abundant, estimate).max(0.0).sqrt();
    Some(RichnessEstimate {
        estimator: Estimator::Ace,
        observed: sample.observed(),
        estimate,
        se,
        limits: if unseen > 0.0 {
            log_normal_limits(observed, unseen, se)
        } else {
            (observed, observed)
        },
    })
}

/// The species with at most ten individuals.
struct Rare {
    /// (count, species).
    frequencies: Vec<(f64, f64)>,
    species: f64,
    individuals: f64,
    /// `Σ i(i−1)fᵢ`.
    pairs: f64,
    once: f64,
}

impl Rare {
    /// `None` where no species is rare.
    fn of(sample: &Sample) -> Option<Self> {
        let rare = sample
            .tally()
            .iter()
            .take_while(|(count, _)| *count <= RARE);
        let frequencies: Vec<(f64, f64)> = rare
            .map(|(count, species)| (*count as f64, *species as f64))
            .collect();
        let sum = |term: &dyn Fn(f64) -> f64| -> f64 {
            frequencies
                .iter()
                .map(|(i, species)| term(*i) * species)
                .sum()
        };
        let (species, individuals) = (sum(&|_| 1.0), sum(&|i| i));
        let pairs = sum(&|i| i * (i - 1.0));
        (species > 0.0).then_some(Self {
            frequencies,
            species,
            individuals,
            pairs,
            once: sample.with_count(1) as f64,
        })
    }

    fn coverage(&self) -> f64 {
        1.0 - self.once / self.individuals
    }

    /// γ², and γ² before it is cut at 0.
    fn variation(&self) -> (f64, f64) {
        let found = self.species / self.coverage() * self.pairs
            / (self.individuals * (self.individuals - 1.0))
            - 1.0;
        (found.max(0.0), found)
    }

    fn estimate(&self) -> f64 {
        (self.species + self.once * self.variation().0) / self.coverage()
    }

    /// How the estimate grows with the number of species found `i` times.
    fn slope(&self, i: f64) -> f64 {
        let (coverage, n) = (self.coverage(), self.individuals);
        let (variation, uncut) = self.variation();
        let single = if i == 1.0 { 1.0 } else { 0.0 };
        let of_coverage = self.once * i / (n * n) - single / n;
        let relative = 1.0 / self.species + i * (i - 1.0) / self.pairs
            - of_coverage / coverage
            - i / n
            - i / (n - 1.0);
        let of_variation = if uncut > 0.0 {
            (uncut + 1.0) * relative
        } else {
            0.0
        };
        (1.0 + single * variation + self.once * of_variation) / coverage
            - self.estimate() * of_coverage / coverage
    }

    /// `Σ Dᵢ² fᵢ − (Σ Dᵢ fᵢ)²/Ŝ`; an abundant species counts as one.
    fn variance(&self, abundant: f64, estimate: f64) -> f64 {
        let (mut sum, mut squares) = (abundant, abundant);
        for (i, species) in &self.frequencies {
            let slope = self.slope(*i);
            sum += slope * species;
            squares += slope * slope * species;
        }
        squares - sum * sum / estimate
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(counts: &[u64]) -> Option<RichnessEstimate> {
        ace(&Sample::of_individuals(counts))
    }

    #[test]
    fn without_coverage_of_rare_species_chao1_answers() {
        let found = of(&[1, 1, 1, 50, 60]).unwrap();
        assert_eq!(found.estimator, Estimator::Chao1(ChaoVariant::Classic));
        // 5 + 112/113·3
        assert!((found.estimate - 7.973_451_327).abs() < 1e-9);
    }

    #[test]
    fn nothing_rare_says_nothing_about_what_is_missing() {
        assert_eq!(of(&[11, 20, 30]), None);
        assert_eq!(of(&[0, 0]), None);
        assert_eq!(ace(&Sample::of_plots(&[2, 1], 3)), None);
    }

    /// The derivative of the written formula, by differences.
    fn numeric_slope(rare: &Rare, i: f64) -> f64 {
        let moved = |by: f64| {
            let single = if i == 1.0 { by } else { 0.0 };
            Rare {
                frequencies: Vec::new(),
                species: rare.species + by,
                individuals: rare.individuals + i * by,
                pairs: rare.pairs + i * (i - 1.0) * by,
                once: rare.once + single,
            }
            .estimate()
        };
        (moved(1e-5) - moved(-1e-5)) / 2e-5
    }

    proptest! {
        #[test]
        fn slopes_are_derivatives(counts in prop::collection::vec(1u64..20, 2..40)) {
            let Some(rare) = Rare::of(&Sample::of_individuals(&counts)) else { return Ok(()) };
            prop_assume!(rare.coverage() > 0.05 && rare.variation().1.abs() > 1e-3 && rare.pairs > 0.0);
            for i in 1..=10 {
                let (ours, theirs) = (rare.slope(f64::from(i)), numeric_slope(&rare, f64::from(i)));
                prop_assert!((ours - theirs).abs() < 1e-4 * theirs.abs().max(1.0), "{i}: {ours} {theirs}");
            }
        }

        #[test]
        fn at_least_what_was_seen(counts in prop::collection::vec(0u64..20, 1..40)) {
            if let Some(found) = of(&counts) {
                prop_assert!(found.estimate >= found.observed as f64 - 1e-9 && found.se.is_finite());
                prop_assert!(found.limits.1 >= found.estimate - 1e-9);
            }
        }
    }
}
