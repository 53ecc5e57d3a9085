//! Plants: the shares of the mean plot, and what follows from them.

use serde::{Deserialize, Serialize};

use super::{Course, Stages};
use crate::simulate::{definition::Definition, species, streams::Stream};

/// Plots over which the mean share of a species is integrated.
const INTEGRATION_PLOTS: usize = 4000;

/// True mean shares of the species over all plots that could be, in the order of the pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Communities {
    /// Without the transition.
    pub without: Vec<f64>,
    /// With it.
    pub with: Vec<f64>,
}

impl Communities {
    /// Integrates the process over many plots.
    pub(super) fn integrate(definition: &Definition, seed: u64) -> Self {
        let mean = |evenness: f64| {
            let pool = species::abundances(definition, evenness);
            let mut stream = Stream::named(seed, &["integration"]);
            let mut mean = vec![0.0; pool.len()];
            for _ in 0..INTEGRATION_PLOTS {
                let luck = species::luck(definition, &mut stream);
                for (sum, share) in mean.iter_mut().zip(species::on_plot(&pool, &luck)) {
                    *sum += share / INTEGRATION_PLOTS as f64;
                }
            }
            mean
        };
        Self {
            without: mean(0.0),
            with: mean(definition.effect.evenness),
        }
    }

    fn shares(&self, transition: bool) -> &[f64] {
        if transition {
            &self.with
        } else {
            &self.without
        }
    }

    /// `exp(−Σ p ln p)` and its change.
    pub(super) fn order1(&self, stages: Stages) -> Course {
        stages.course(|transition| {
            let entropy: f64 = self.shares(transition).iter().map(|p| -p * p.ln()).sum();
            entropy.exp()
        })
    }

    /// Species expected in as large a sample of individuals as has this expected coverage, and the change of it.
    pub(super) fn richness(&self, stages: Stages, coverage: f64) -> Course {
        stages.course(|transition| richness(self.shares(transition), coverage))
    }
}

/// `S(m) = Σ 1 − (1 − p)^m` with `m` such that `C(m) = 1 − Σ p(1 − p)^m` is the coverage.
fn richness(shares: &[f64], coverage: f64) -> f64 {
    let covered = |m: f64| 1.0 - shares.iter().map(|p| p * (1.0 - p).powf(m)).sum::<f64>();
    let (mut few, mut many) = (1.0, 1e9);
    // halving on the logarithm: sizes range from one to millions
    for _ in 0..100 {
        let between = f64::sqrt(few * many);
        if covered(between) < coverage {
            few = between;
        } else {
            many = between;
        }
    }
    shares.iter().map(|p| 1.0 - (1.0 - p).powf(few)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten equally common species: m individuals cover 1 − 0.9^m of them, and ten times that many species are met.
    #[test]
    fn equal_shares_are_met_as_they_are_covered() {
        let shares = [0.1; 10];
        for coverage in [0.2, 0.5, 0.95] {
            assert!((richness(&shares, coverage) - 10.0 * coverage).abs() < 1e-9);
        }
    }
}
