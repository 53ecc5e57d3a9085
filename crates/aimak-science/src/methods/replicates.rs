//! What else could the plots have said, had others been drawn?

use aimak_core::AimakCode;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

use super::strata::Strata;

/// Number of replicates of every resampling.
pub const REPLICATES: usize = 200;

/// A resampling plan: which plots, in which strata, under which seed.
///
/// Replicate k draws, in each stratum, n − 1 of its n plots with replacement (the rescaled bootstrap: n draws would make
/// few plots look surer than they are). The draws of a stratum depend only on (seed, aimak, stratum, k), so two dates
/// with the same plots are resampled alike, whatever thread does it and in whatever order.
///
/// # Reference
/// DESIGN 4; Rao & Wu (1988), J. Am. Stat. Assoc. 83:231–241.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    seed: u64,
    aimak: AimakCode,
    /// Strata with the places of their plots in the list given.
    strata: Strata<usize>,
    id: [u8; 32],
}

impl Plan {
    /// A plan over plots given as (stratum, id), in the order in which multiplicities are wanted.
    pub fn new(seed: u64, aimak: &AimakCode, plots: &[(&str, &str)]) -> Self {
        let strata = Strata::new(
            plots
                .iter()
                .enumerate()
                .map(|(place, (stratum, _))| (*stratum, place)),
        );
        let mut hash = Sha256::new();
        hash.update(seed.to_le_bytes());
        feed(&mut hash, &aimak.0);
        for (stratum, id) in plots {
            feed(&mut hash, stratum);
            feed(&mut hash, id);
        }
        Self {
            seed,
            aimak: aimak.clone(),
            strata,
            id: hash.finalize().into(),
        }
    }

    /// Degrees of freedom: plots minus strata.
    pub fn degrees_of_freedom(&self) -> f64 {
        (self.strata.len() - self.strata.groups().len()) as f64
    }

    /// How often each plot is drawn in replicate `k`.
    pub fn multiplicities(&self, k: usize) -> Vec<u32> {
        let mut times = vec![0; self.strata.len()];
        for (stratum, places) in self.strata.groups() {
            let mut random = ChaCha8Rng::from_seed(self.stratum_seed(stratum, k));
            for _ in 1..places.len() {
                times[places[random.random_range(0..places.len())]] += 1;
            }
        }
        times
    }

    /// The value of every replicate; `None` where it cannot be computed for that draw.
    pub fn draws(&self, mut value: impl FnMut(&[u32]) -> Option<f64>) -> Draws {
        let values = (0..REPLICATES)
            .map(|k| value(&self.multiplicities(k)))
            .collect();
        Draws {
            plan: self.id,
            values,
        }
    }

    /// SHA-256 of (seed, aimak, stratum, k), each text with its length.
    fn stratum_seed(&self, stratum: &str, k: usize) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.seed.to_le_bytes());
        feed(&mut hash, &self.aimak.0);
        feed(&mut hash, stratum);
        hash.update((k as u64).to_le_bytes());
        hash.finalize().into()
    }
}

/// Adds a text so that no two lists of texts look alike.
fn feed(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

/// Draws of different plans do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifferentPlans;

/// Replicate values of one quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    plan: [u8; 32],
    values: Vec<Option<f64>>,
}

impl Draws {
    /// The difference, replicate by replicate: what both have in common cancels.
    ///
    /// ```
    /// use aimak_core::AimakCode;
    /// use aimak_science::methods::replicates::{DifferentPlans, Plan};
    /// let plan = Plan::new(7, &AimakCode("A".into()), &[("", "p1"), ("", "p2"), ("", "p3")]);
    /// let (before, after) = ([4.0, 5.0, 9.0], [6.0, 7.0, 11.0]); // every plot gained 2
    /// let mean = |of: [f64; 3]| plan.draws(move |times| {
    ///     let drawn: u32 = times.iter().sum();
    ///     Some(times.iter().zip(of).map(|(n, x)| f64::from(*n) * x).sum::<f64>() / f64::from(drawn))
    /// });
    /// let change = mean(after).minus(&mean(before)).unwrap();
    /// assert!(change.sd().unwrap() < 1e-12);
    /// let other = Plan::new(7, &AimakCode("B".into()), &[("", "p1"), ("", "p2"), ("", "p3")]);
    /// assert_eq!(change.minus(&other.draws(|_| Some(1.0))), Err(DifferentPlans));
    /// ```
    ///
    /// # Errors
    /// [`DifferentPlans`] where the two were not drawn by the same plan.
    pub fn minus(&self, other: &Self) -> Result<Self, DifferentPlans> {
        if self.plan != other.plan {
            return Err(DifferentPlans);
        }
        let pairs = self.values.iter().zip(&other.values);
        Ok(Self {
            plan: self.plan,
            values: pairs.map(|(a, b)| Some((*a)? - (*b)?)).collect(),
        })
    }

    /// Standard deviation over the replicates; `None` where more than a tenth of them gave no value.
    pub fn sd(&self) -> Option<f64> {
        let given: Vec<f64> = self.values.iter().copied().flatten().collect();
        if given.len() * 10 < self.values.len() * 9 {
            return None;
        }
        super::interval::variance(&given).map(f64::sqrt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aimak() -> AimakCode {
        AimakCode("A01".into())
    }

    #[test]
    fn a_stratum_draws_one_plot_less_than_it_has() {
        let plan = Plan::new(
            1,
            &aimak(),
            &[("a", "1"), ("a", "2"), ("a", "3"), ("b", "4"), ("b", "5")],
        );
        for k in 0..20 {
            let times = plan.multiplicities(k);
            assert_eq!(times[..3].iter().sum::<u32>(), 2);
            assert_eq!(times[3..].iter().sum::<u32>(), 1);
        }
        assert_eq!(plan.degrees_of_freedom(), 3.0);
    }

    #[test]
    fn a_stratum_does_not_care_about_its_neighbours() {
        let alone = Plan::new(1, &aimak(), &[("b", "4"), ("b", "5")]);
        let beside = Plan::new(
            1,
            &aimak(),
            &[("a", "1"), ("a", "2"), ("b", "4"), ("b", "5")],
        );
        for k in 0..20 {
            assert_eq!(alone.multiplicities(k), beside.multiplicities(k)[2..]);
        }
    }

    #[test]
    fn spread_of_a_mean_is_the_textbook_standard_error() {
        let values = [3.0, 5.0, 4.0, 8.0, 6.0, 2.0, 9.0, 4.5, 5.5, 7.0];
        let plots: Vec<(&str, String)> = (0..10).map(|i| ("", format!("p{i}"))).collect();
        let plots: Vec<(&str, &str)> = plots
            .iter()
            .map(|(stratum, id)| (*stratum, id.as_str()))
            .collect();
        let draws = Plan::new(3, &aimak(), &plots).draws(|times| {
            let drawn: u32 = times.iter().sum();
            Some(
                times
                    .iter()
                    .zip(values)
                    .map(|(n, x)| f64::from(*n) * x)
                    .sum::<f64>()
                    / f64::from(drawn),
            )
        });
        let textbook = super::super::interval::StandardError::of_mean(&values)
            .unwrap()
            .se;
        // 200 replicates: the standard error of a standard deviation is about 5 %
        assert!((draws.sd().unwrap() / textbook - 1.0).abs() < 0.15);
    }

    #[test]
    fn missing_replicates_are_not_silently_dropped() {
        let plan = Plan::new(1, &aimak(), &[("", "1"), ("", "2")]);
        assert_eq!(plan.draws(|_| None).sd(), None);
    }
}
