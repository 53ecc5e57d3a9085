//! What else could have been found, had the same effort been spent again?

use aimak_core::{AimakCode, SpeciesScale};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

use super::{assemblage::Assemblage, community::Community, sample::SamplingUnit};
use crate::methods::{
    interval::{StandardError, variance},
    replicates::REPLICATES,
};

/// What is drawn at random where species were noted on this scale.
const fn unit(scale: SpeciesScale) -> SamplingUnit {
    match scale {
        SpeciesScale::Count => SamplingUnit::Individuals,
        _ => SamplingUnit::Plots,
    }
}

/// The assemblage behind the plots of a community.
fn behind(community: &Community, plots: usize) -> Assemblage {
    let once = vec![1; plots];
    let unit = unit(community.scale());
    let counts = match unit {
        SamplingUnit::Individuals => community.individuals(&once),
        SamplingUnit::Plots => community.occurrences(&once),
    };
    Assemblage::new(unit, &counts, plots as u64)
}

/// One more sample of the same size.
fn draw(assemblage: &Assemblage, scale: SpeciesScale, random: &mut ChaCha8Rng) -> Community {
    let species = assemblage.chances().len();
    let plots = match assemblage.unit() {
        SamplingUnit::Individuals => vec![individuals(assemblage, random)],
        SamplingUnit::Plots => (0..assemblage.size())
            .map(|_| plot(assemblage, random))
            .collect(),
    };
    Community::of_species(scale, species, plots)
}

/// Individuals by species.
fn individuals(assemblage: &Assemblage, random: &mut ChaCha8Rng) -> Vec<(usize, f64)> {
    let mut counts = vec![0.0; assemblage.chances().len()];
    for _ in 0..assemblage.size() {
        counts[assemblage.species(random.random())] += 1.0;
    }
    let found = counts.into_iter().enumerate();
    found.filter(|(_, count)| *count > 0.0).collect()
}

/// Species present on one plot.
fn plot(assemblage: &Assemblage, random: &mut ChaCha8Rng) -> Vec<(usize, f64)> {
    let present = |(_, chance): &(usize, &f64)| random.random::<f64>() < **chance;
    let species = assemblage.chances().iter().enumerate().filter(present);
    species.map(|(species, _)| (species, 1.0)).collect()
}

/// The standard error of a value of several plots together, from [`REPLICATES`] further samples of the same size.
///
/// Replicate k depends only on (seed, aimak, k). `None` where more than a tenth of the replicates has no value.
pub fn standard_error(
    community: &Community,
    plots: usize,
    (seed, aimak): (u64, &AimakCode),
    value: impl Fn(&Community, &[u32]) -> Option<f64>,
) -> Option<StandardError> {
    let assemblage = behind(community, plots);
    if assemblage.chances().is_empty() || assemblage.size() < 2 {
        return None;
    }
    let of_replicate = |k: usize| {
        let mut random = ChaCha8Rng::from_seed(replicate_seed(seed, aimak, k));
        let drawn = draw(&assemblage, community.scale(), &mut random);
        let plots = match assemblage.unit() {
            SamplingUnit::Individuals => 1,
            SamplingUnit::Plots => plots,
        };
        value(&drawn, &vec![1; plots])
    };
    let values: Vec<f64> = (0..REPLICATES).filter_map(of_replicate).collect();
    if values.len() * 10 < REPLICATES * 9 {
        return None;
    }
    Some(StandardError {
        se: variance(&values)?.sqrt(),
        df: assemblage.size() as f64 - 1.0,
    })
}

/// SHA-256 of (seed, aimak, "redraw", k).
fn replicate_seed(seed: u64, aimak: &AimakCode, k: usize) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    for part in [aimak.0.as_bytes(), b"redraw"] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.update((k as u64).to_le_bytes());
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_samples_have_the_same_size_and_the_same_seed_says_the_same() {
        let aimak = AimakCode("A".into());
        let assemblage = Assemblage::new(SamplingUnit::Individuals, &[30, 12, 5, 2, 1, 1], 4);
        let drawn = |k| {
            let mut random = ChaCha8Rng::from_seed(replicate_seed(7, &aimak, k));
            draw(&assemblage, SpeciesScale::Count, &mut random).individuals(&[1])
        };
        assert_eq!(drawn(0), drawn(0));
        assert_ne!(drawn(0), drawn(1));
        assert_eq!(drawn(1).iter().sum::<u64>(), 51);
    }
}
