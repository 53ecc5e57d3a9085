//! How often was each species found?

/// What a sample is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SamplingUnit {
    /// Individuals counted: abundance.
    Individuals,
    /// Plots on which presence was noted: incidence.
    Plots,
}

/// A sample of a community: how often each species was found.
///
/// Individuals counted: `size` and `total` are both the number of individuals n. Presence on plots: `size` is the number
/// of plots T and `total` the number of presences U. Most formulas are the same for both.
///
/// # Example
/// ```
/// use aimak_science::diversity::Sample;
/// let beetles = Sample::of_individuals(&[5, 0, 2, 1, 1]);
/// assert_eq!((beetles.size(), beetles.observed(), beetles.with_count(1)), (9, 4, 2));
/// let plants = Sample::of_plots(&[3, 1, 1], 4);
/// assert_eq!((plants.size(), plants.total()), (4, 5));
/// ```
///
/// # Reference
/// Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    unit: SamplingUnit,
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
            unit: SamplingUnit::Individuals,
            counts: tally(counts),
            size: total,
            total,
        }
    }

    /// A sample of plots; `occupied` says on how many of the `plots` each species was found.
    pub fn of_plots(occupied: &[u64], plots: u64) -> Self {
        Self {
            unit: SamplingUnit::Plots,
            counts: tally(occupied),
            size: plots,
            total: occupied.iter().sum(),
        }
    }

    /// What was drawn.
    pub fn unit(&self) -> SamplingUnit {
        self.unit
    }

    /// Individuals or plots.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Individuals or presences.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Species seen.
    pub fn observed(&self) -> usize {
        self.counts.iter().map(|(_, species)| species).sum()
    }

    /// Number of species with exactly this count.
    pub fn with_count(&self, count: u64) -> usize {
        self.counts
            .iter()
            .find(|(found, _)| *found == count)
            .map_or(0, |(_, species)| *species)
    }

    /// Distinct counts with the number of species that have them, rising.
    pub fn tally(&self) -> &[(u64, usize)] {
        &self.counts
    }

    /// The count of each species, rising.
    pub fn counts(&self) -> impl Iterator<Item = u64> + '_ {
        let equal = |(count, species): &(u64, usize)| std::iter::repeat_n(*count, *species);
        self.counts.iter().flat_map(equal)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn order_of_species_is_irrelevant_and_nothing_is_lost(mut counts in prop::collection::vec(0u64..40, 1..30)) {
            let forward = Sample::of_individuals(&counts);
            counts.reverse();
            prop_assert_eq!(&forward, &Sample::of_individuals(&counts));
            counts.retain(|count| *count > 0);
            counts.sort_unstable();
            prop_assert_eq!(forward.counts().collect::<Vec<_>>(), counts);
        }
    }
}
