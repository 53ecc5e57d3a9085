//! How many species are in a part of the individuals, and how much does that vary from draw to draw?

use super::{absence::AbsenceTable, sample::Sample};

/// A number of species expected of a draw, with its standard deviation over draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedRichness {
    /// Individuals (or plots) drawn.
    pub size: u64,
    /// Expected species.
    pub mean: f64,
    /// Standard deviation over all draws of this size from the sample.
    pub sd: f64,
}

/// Rarefied richness with its standard deviation (vegan's `rarefy`).
///
/// # Formula
/// `E = Σ (1 − qᵢ)`, `qᵢ = C(n−xᵢ, m)/C(n, m)`; `Var = Σ qᵢ(1 − qᵢ) + 2 Σ_{i<j} [C(n−xᵢ−xⱼ, m)/C(n, m) − qᵢqⱼ]`.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// The deviation is that of draws *from this sample*, 0 at its full size; it says nothing about other samples
/// ([`super::curves`] does). `None` for m = 0 or above the size. For plots the species of a plot come together, which this formula does not
/// know: use [`super::accumulation`].
///
/// # Example
/// ```
/// use aimak_science::diversity::{Sample, expected_richness::expected_richness};
/// // {a, a, b}: two drawn are one species in 1 of 3 cases, so 5/3 ± √(2/9)
/// let found = expected_richness(&Sample::of_individuals(&[2, 1]), 2).unwrap();
/// assert!((found.mean - 5.0 / 3.0).abs() < 1e-12 && (found.sd - (2.0_f64 / 9.0).sqrt()).abs() < 1e-12);
/// ```
///
/// # Reference
/// Hurlbert (1971), Ecology 52:577–586; Heck et al. (1975), Ecology 56:1459–1461.
pub fn expected_richness(sample: &Sample, m: u64) -> Option<ExpectedRichness> {
    let n = sample.size();
    if m == 0 || m > n {
        return None;
    }
    let tally = sample.tally();
    let largest = tally.last().map_or(0, |(count, _)| *count);
    let absent = AbsenceTable::new(n, m, 2 * largest);
    let (mut mean, mut variance) = (0.0, 0.0);
    for (place, (count, species)) in tally.iter().enumerate() {
        let (missed, species) = (absent.of(*count), *species as f64);
        mean += species * (1.0 - missed);
        variance += species * missed * (1.0 - missed);
        variance += species * (species - 1.0) * (absent.of(2 * count) - missed * missed);
        for (other, others) in &tally[..place] {
            let both = absent.of(count + other) - missed * absent.of(*other);
            variance += 2.0 * species * *others as f64 * both;
        }
    }
    // one individual is one species, and all of them are all: differences of equal sums would leave a last digit
    let certain = m == 1 || m == n;
    Some(ExpectedRichness {
        size: m,
        mean,
        sd: if certain {
            0.0
        } else {
            variance.max(0.0).sqrt()
        },
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_and_more_than_there_is_cannot_be_drawn() {
        let sample = Sample::of_individuals(&[2, 1]);
        assert_eq!(expected_richness(&sample, 0), None);
        assert_eq!(expected_richness(&sample, 4), None);
        assert_eq!(expected_richness(&Sample::of_individuals(&[]), 1), None);
    }

    /// Every draw of `m` from individuals numbered by species: mean and deviation of their richness.
    fn by_hand(counts: &[u64], m: u32) -> (f64, f64) {
        let species: Vec<usize> = counts
            .iter()
            .enumerate()
            .flat_map(|(s, n)| std::iter::repeat_n(s, *n as usize))
            .collect();
        let draws = (0_u32..1 << species.len()).filter(|draw| draw.count_ones() == m);
        let richness: Vec<f64> = draws
            .map(|draw| {
                let drawn = (0..species.len())
                    .filter(|i| (draw >> i) & 1 == 1)
                    .map(|i| species[i]);
                drawn.collect::<std::collections::BTreeSet<_>>().len() as f64
            })
            .collect();
        let mean = richness.iter().sum::<f64>() / richness.len() as f64;
        let variance =
            richness.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / richness.len() as f64;
        (mean, variance.sqrt())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn as_over_all_draws(counts in prop::collection::vec(1u64..4, 1..5), m in 1u32..6) {
            let sample = Sample::of_individuals(&counts);
            prop_assume!(u64::from(m) <= sample.size());
            let found = expected_richness(&sample, u64::from(m)).unwrap();
            let (mean, sd) = by_hand(&counts, m);
            prop_assert!((found.mean - mean).abs() < 1e-9 && (found.sd - sd).abs() < 1e-6, "{found:?} {mean} {sd}");
        }
    }
}
