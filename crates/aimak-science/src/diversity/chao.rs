//! How many species are there at least, and how sure is that?

use super::{
    sample::{Sample, SamplingUnit},
    unseen::{bias_corrected_pairs, pairs, small_sample},
};
use crate::trend::NORMAL_975;

/// The variants of Chao's lower bound in use. They differ by design: name the one you show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChaoVariant {
    /// `(n−1)/n · f₁²/(2 f₂)`, `(n−1)/n · f₁(f₁−1)/2` where f₂ = 0: iNEXT, SpadeR, vegan's `specpool`.
    Classic,
    /// As `Classic` without (n−1)/n: vegan's `specpool(smallsample = FALSE)`, scikit-bio without bias correction.
    ClassicLargeSample,
    /// `(n−1)/n · f₁(f₁−1)/(2(f₂+1))`: `EstimateS`, bias-corrected.
    BiasCorrected,
    /// As `BiasCorrected` without (n−1)/n: vegan's `estimateR`.
    BiasCorrectedLargeSample,
}

impl ChaoVariant {
    /// Every variant.
    pub const ALL: [Self; 4] = [
        Self::Classic,
        Self::ClassicLargeSample,
        Self::BiasCorrected,
        Self::BiasCorrectedLargeSample,
    ];

    const fn is_bias_corrected(self) -> bool {
        matches!(self, Self::BiasCorrected | Self::BiasCorrectedLargeSample)
    }

    fn factor(self, units: u64) -> f64 {
        match self {
            Self::Classic | Self::BiasCorrected => small_sample(units),
            Self::ClassicLargeSample | Self::BiasCorrectedLargeSample => 1.0,
        }
    }

    /// Species not seen, and how it grows with f₁ and with f₂.
    fn unseen(self, once: f64, twice: f64, units: u64) -> Unseen {
        let factor = self.factor(units);
        let (species, by_once, by_twice) = if self.is_bias_corrected() || twice == 0.0 {
            let twice = if self.is_bias_corrected() { twice } else { 0.0 };
            let both = bias_corrected_pairs(once, twice);
            let slope = (2.0 * once - 1.0) / (2.0 * (twice + 1.0));
            (both, slope, -both / (twice + 1.0))
        } else {
            let both = pairs(once, twice);
            (both, once / twice, -both / twice)
        };
        Unseen {
            species: factor * species,
            by_once: factor * by_once,
            by_twice: factor * by_twice,
        }
    }
}

struct Unseen {
    species: f64,
    by_once: f64,
    by_twice: f64,
}

/// What a richness was estimated by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimator {
    /// Chao1 of individuals, in a variant.
    Chao1(ChaoVariant),
    /// Chao2 of plots, in a variant.
    Chao2(ChaoVariant),
    /// Abundance coverage of rare species.
    Ace,
}

impl Estimator {
    /// The name as files write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chao1(ChaoVariant::Classic) => "chao1_classic",
            Self::Chao1(ChaoVariant::ClassicLargeSample) => "chao1_classic_large_sample",
            Self::Chao1(ChaoVariant::BiasCorrected) => "chao1_bias_corrected",
            Self::Chao1(ChaoVariant::BiasCorrectedLargeSample) => {
                "chao1_bias_corrected_large_sample"
            }
            Self::Chao2(ChaoVariant::Classic) => "chao2_classic",
            Self::Chao2(ChaoVariant::ClassicLargeSample) => "chao2_classic_large_sample",
            Self::Chao2(ChaoVariant::BiasCorrected) => "chao2_bias_corrected",
            Self::Chao2(ChaoVariant::BiasCorrectedLargeSample) => {
                "chao2_bias_corrected_large_sample"
            }
            Self::Ace => "ace",
        }
    }
}

/// An estimated number of species. A lower bound, not the true number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RichnessEstimate {
    /// What it was estimated by.
    pub estimator: Estimator,
    /// Species seen.
    pub observed: usize,
    /// Estimated species.
    pub estimate: f64,
    /// Standard error.
    pub se: f64,
    /// Limits of the 95 % interval.
    pub limits: (f64, f64),
}

/// Chao's lower bound of richness: Chao1 for individuals, Chao2 for plots.
///
/// # Formula
/// `S + f₀`, f₀ by the variant. The variance is that of the delta method over multinomial frequencies,
/// `Σ Dᵢ² fᵢ − (Σ Dᵢ fᵢ)²/Ŝ` with `Dᵢ = ∂Ŝ/∂fᵢ`, which gives the printed variances of Chao (1987) with and without
/// doubletons. Interval: `S + f₀/K` to `S + f₀·K`, `K = exp(z √ln(1 + Var/f₀²))`. Where f₀ = 0: variance
/// `Σ fᵢ(e⁻ⁱ − e⁻²ⁱ) − (Σ i e⁻ⁱ fᵢ)²/n` and `(S ± z·SE)/(1 − Σ e⁻ⁱ fᵢ/S)`, not below S; bias-corrected variants keep the
/// delta method's error there, as vegan does.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// At least S. `None` where nothing was found. Under ten plots or thirty individuals it says little (METHODS E.3).
///
/// # Example
/// ```
/// use aimak_science::diversity::{ChaoVariant, Sample, chao::chao};
/// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
/// girdled.extend([1; 12]);
/// let spiders = Sample::of_individuals(&girdled);
/// let found = chao(&spiders, ChaoVariant::Classic).unwrap();
/// assert!((found.estimate - 43.8929).abs() < 5e-5 && (found.se - 14.3056).abs() < 5e-5);
/// assert!((found.limits.0 - 30.5110).abs() < 5e-5 && (found.limits.1 - 96.9712).abs() < 5e-5);
/// let corrected = |variant| chao(&spiders, variant).unwrap().estimate;
/// assert!((corrected(ChaoVariant::BiasCorrected) - 39.1214).abs() < 5e-5);
/// assert!((corrected(ChaoVariant::BiasCorrectedLargeSample) - 39.2).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS E.2; Chao (1984), Scand. J. Stat. 11:265–270; Chao (1987), Biometrics 43:783–791.
pub fn chao(sample: &Sample, variant: ChaoVariant) -> Option<RichnessEstimate> {
    if sample.total() == 0 {
        return None;
    }
    let (once, twice) = (sample.with_count(1) as f64, sample.with_count(2) as f64);
    let unseen = variant.unseen(once, twice, sample.size());
    let observed = sample.observed() as f64;
    let estimate = observed + unseen.species;
    let weighted = unseen.by_once * once + unseen.by_twice * twice;
    let squares = unseen.by_once.powi(2) * once + unseen.by_twice.powi(2) * twice;
    let delta = observed + 2.0 * weighted + squares
        - (observed + weighted) * (observed + weighted) / estimate;
    let (complete_se, complete_limits) = complete(sample);
    let nothing_unseen = unseen.species <= 0.0;
    let se = if nothing_unseen && !variant.is_bias_corrected() {
        complete_se
    } else {
        delta.max(0.0).sqrt()
    };
    Some(RichnessEstimate {
        estimator: match sample.unit() {
            SamplingUnit::Individuals => Estimator::Chao1(variant),
            SamplingUnit::Plots => Estimator::Chao2(variant),
        },
        observed: sample.observed(),
        estimate,
        se,
        limits: if nothing_unseen {
            complete_limits
        } else {
            log_normal_limits(observed, unseen.species, se)
        },
    })
}

/// `S + f₀/K` to `S + f₀·K`, `K = exp(z √ln(1 + (SE/f₀)²))`.
pub(super) fn log_normal_limits(observed: f64, unseen: f64, se: f64) -> (f64, f64) {
    let spread = (NORMAL_975 * (1.0 + (se / unseen).powi(2)).ln().sqrt()).exp();
    (observed + unseen / spread, observed + unseen * spread)
}

/// Standard error and limits where no species seems to be missing.
fn complete(sample: &Sample) -> (f64, (f64, f64)) {
    let sum = |term: &dyn Fn(f64) -> f64| -> f64 {
        let of_count = |(count, species): &(u64, usize)| *species as f64 * term(*count as f64);
        sample.tally().iter().map(of_count).sum()
    };
    let first = sum(&|i| i * (-i).exp());
    let variance = sum(&|i| (-i).exp() - (-2.0 * i).exp()) - first * first / sample.size() as f64;
    let se = variance.max(0.0).sqrt();
    let observed = sample.observed() as f64;
    let seen = 1.0 - sum(&|i| (-i).exp()) / observed;
    let half = NORMAL_975 * se;
    let limits = ((observed - half) / seen, (observed + half) / seen);
    (se, (limits.0.max(observed), limits.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_found_has_no_estimate() {
        for variant in ChaoVariant::ALL {
            assert_eq!(chao(&Sample::of_individuals(&[0, 0, 0]), variant), None);
        }
    }

    /// Chao2 of METHODS E.2, and that plots and individuals are told apart.
    #[test]
    fn plots_of_the_worked_example() {
        let sample = Sample::of_plots(&[12, 9, 7, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1], 15);
        let found = chao(&sample, ChaoVariant::Classic).unwrap();
        assert!((found.estimate - 18.8889).abs() < 5e-5);
        assert_eq!(found.estimator.id(), "chao2_classic");
    }

    /// f₁ 12, f₂ 4, n 168: `f₂[c(f₁/f₂)²/2 + c²(f₁/f₂)³ + c²(f₁/f₂)⁴/4]` with c = 167/168.
    #[test]
    fn the_printed_variance_with_doubletons() {
        let mut counts = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
        counts.extend([1; 12]);
        let c = 167.0 / 168.0;
        let printed: f64 = 4.0 * (c * 4.5 + c * c * 27.0 + c * c * 20.25);
        let found = chao(&Sample::of_individuals(&counts), ChaoVariant::Classic).unwrap();
        assert!((found.se - printed.sqrt()).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn at_least_what_was_seen_inside_its_limits(counts in prop::collection::vec(0u64..30, 1..40)) {
            for variant in ChaoVariant::ALL {
                let Some(found) = chao(&Sample::of_individuals(&counts), variant) else { continue };
                let observed = found.observed as f64;
                prop_assert!(found.estimate >= observed && found.limits.0 >= observed);
                prop_assert!(found.limits.0 <= found.estimate + 1e-9 || found.estimate == observed);
                prop_assert!(found.estimate <= found.limits.1 + 1e-9 && found.se.is_finite());
            }
        }

        #[test]
        fn bias_correction_never_finds_more(counts in prop::collection::vec(0u64..30, 1..40)) {
            let sample = Sample::of_individuals(&counts);
            let of = |variant| chao(&sample, variant).map_or(0.0, |found| found.estimate);
            prop_assert!(of(ChaoVariant::BiasCorrected) <= of(ChaoVariant::Classic) + 1e-9);
            prop_assert!(of(ChaoVariant::Classic) <= of(ChaoVariant::ClassicLargeSample) + 1e-9);
        }
    }
}
