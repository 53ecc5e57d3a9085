//! How different is every plot from every other?

use rayon::prelude::*;

use super::{
    amount::Amount,
    dissimilarity::{Dissimilarity, Shared},
    shared_amounts::Rows,
    table::Table,
};

/// Rows of the matrix that one worker takes at a time.
const ROWS_AT_A_TIME: usize = 16;

/// Dissimilarities of all pairs of plots.
///
/// Values are those of [`Dissimilarity::of`]; the order of the plots is that of the table, whatever the number of threads.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Dissimilarity, DissimilarityMatrix, Individuals, Table};
/// let table = Table::from_records([
///     ("A", "Poa", Individuals(3)), ("A", "Rumex", Individuals(1)), ("B", "Poa", Individuals(1)),
///     ("C", "Poa", Individuals(0)), ("D", "Poa", Individuals(0)),
/// ]).unwrap();
/// let bray = DissimilarityMatrix::of(&table, Dissimilarity::BRAY_CURTIS);
/// // A = 1, B = 3, C = 0: 3/5
/// assert_eq!((bray.between(0, 1), bray.between(1, 0)), (Some(0.6), Some(0.6)));
/// assert_eq!(bray.between(0, 2), Some(1.0)); // nothing was found on C
/// assert_eq!(bray.between(2, 3), None); // nor on D: no difference can be stated
/// assert_eq!(bray.between(0, 0), Some(0.0));
/// ```
///
/// # Reference
/// METHODS E.4.
#[derive(Clone, Debug, PartialEq)]
pub struct DissimilarityMatrix {
    measure: Dissimilarity,
    /// True for plots on which something was found.
    held: Vec<bool>,
    /// The upper triangle, row by row; 0 where there is no value.
    values: Vec<f64>,
}

impl DissimilarityMatrix {
    /// The matrix of a table.
    pub fn of<A: Amount>(table: &Table<A>, measure: Dissimilarity) -> Self {
        let plots = table.plots().len();
        let rows = Rows::of(table);
        let totals: Vec<f64> = (0..plots)
            .map(|plot| {
                table
                    .row(plot)
                    .iter()
                    .map(|(_, amount)| amount.number())
                    .sum()
            })
            .collect();
        let mut values = vec![0.0; plots * plots.saturating_sub(1) / 2];
        strips(&mut values, plots)
            .into_par_iter()
            .for_each(|(from, strip)| {
                let mut strip = strip.iter_mut();
                for first in from..plots.min(from + ROWS_AT_A_TIME) {
                    rows.shared_with(first, first + 1..plots, |second, both| {
                        let shared = Shared::of_totals(both, totals[first], totals[second]);
                        let place = strip.next().expect("invariant: a strip holds its pairs");
                        *place = measure.of(shared).unwrap_or(0.0);
                    });
                }
            });
        Self {
            measure,
            held: totals.iter().map(|total| *total > 0.0).collect(),
            values,
        }
    }

    /// What the values are.
    pub fn measure(&self) -> Dissimilarity {
        self.measure
    }

    /// Number of plots.
    pub fn plots(&self) -> usize {
        self.held.len()
    }

    /// The dissimilarity of two plots; `None` where it has no value.
    pub fn between(&self, one: usize, other: usize) -> Option<f64> {
        let (first, second) = (one.min(other), one.max(other));
        let whole = matches!(
            self.measure,
            Dissimilarity::Sorensen | Dissimilarity::Jaccard
        );
        let stated = match (self.held[first], self.held[second]) {
            (true, true) => true,
            (false, false) => false,
            _ => whole,
        };
        if !stated {
            return None;
        }
        if first == second {
            return Some(0.0);
        }
        Some(self.values[before_row(first, self.plots()) + second - first - 1])
    }

    /// Mean over all pairs that have a value, and how many they are; `None` where none has.
    pub fn mean(&self) -> Option<(f64, usize)> {
        let plots = self.plots();
        let pairs = (0..plots).flat_map(|i| (i + 1..plots).map(move |j| (i, j)));
        let (mut sum, mut n) = (0.0, 0);
        for value in pairs.filter_map(|(i, j)| self.between(i, j)) {
            sum += value;
            n += 1;
        }
        (n > 0).then(|| (sum / n as f64, n))
    }
}

/// Pairs that stand before row `row` in the upper triangle.
fn before_row(row: usize, plots: usize) -> usize {
    row * (2 * plots - row - 1) / 2
}

/// The upper triangle cut into strips of rows, each with its first row.
fn strips(values: &mut [f64], plots: usize) -> Vec<(usize, &mut [f64])> {
    let mut strips = Vec::new();
    let mut rest = values;
    for from in (0..plots).step_by(ROWS_AT_A_TIME) {
        let to = plots.min(from + ROWS_AT_A_TIME);
        let pairs = before_row(to, plots) - before_row(from, plots);
        let (strip, others) = rest.split_at_mut(pairs);
        strips.push((from, strip));
        rest = others;
    }
    strips
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::amount::Individuals, *};

    proptest! {
        #[test]
        fn each_pair_is_what_two_plots_say(counts in prop::collection::vec(0u64..6, 37 * 9)) {
            let names: Vec<String> = (0..37).map(|plot| plot.to_string()).collect();
            let species = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
            let records = counts.iter().enumerate()
                .map(|(i, count)| (names[i / 9].as_str(), species[i % 9], Individuals(*count / 3)));
            let table = Table::from_records(records).unwrap();
            let presence = table.presence();
            for measure in Dissimilarity::ALL {
                let (amounts, bits) = (DissimilarityMatrix::of(&table, measure), DissimilarityMatrix::of(&presence, measure));
                for i in 0..37 {
                    for j in i + 1..37 {
                        prop_assert_eq!(amounts.between(i, j), measure.of(Shared::of_plots(&table, i, j)));
                        prop_assert_eq!(bits.between(j, i), measure.of(Shared::of_plots(&presence, i, j)));
                    }
                }
            }
        }
    }

    #[test]
    fn the_number_of_threads_does_not_show() {
        let names: Vec<String> = (0..100).map(|plot| plot.to_string()).collect();
        let records = names.iter().enumerate().flat_map(|(i, plot)| {
            let name = plot.as_str();
            [
                (name, "x", Individuals(i as u64 % 7)),
                (name, "y", Individuals(i as u64 % 11)),
                (name, "z", Individuals(1)),
            ]
        });
        let table = Table::from_records(records).unwrap();
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| DissimilarityMatrix::of(&table, Dissimilarity::BRAY_CURTIS))
        };
        assert_eq!(on(1), on(5));
    }

    #[test]
    fn no_pair_has_no_mean() {
        let table = Table::from_records([("A", "x", Individuals(2))]).unwrap();
        assert_eq!(
            DissimilarityMatrix::of(&table, Dissimilarity::Jaccard).mean(),
            None
        );
    }
}
