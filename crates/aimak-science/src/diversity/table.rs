//! What was found on which plot, and how much of it?

use std::collections::{BTreeSet, HashMap};

use aimak_core::{Reason, Withheld};

use super::{
    amount::{Amount, Individuals, Presence},
    hill::hill_number,
    sample::Sample,
};

/// A community table: plots by species, holding only what was found.
///
/// Plots stand in the order in which they were first met, species by name, so sums do not depend on the order of the records.
/// A record of nothing (count 0, absence) makes its plot known: a plot that was searched in vain is a plot.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Individuals, Table};
/// let table = Table::from_records([
///     ("P2", "Poa", Individuals(9)), ("P2", "Rumex", Individuals(1)), ("P1", "Poa", Individuals(2)),
///     ("P3", "Poa", Individuals(0)), ("P1", "Poa", Individuals(1)),
/// ]).unwrap();
/// assert_eq!(table.plots(), ["P2", "P1", "P3"]);
/// assert_eq!(table.species(), ["Poa", "Rumex"]);
/// assert_eq!((table.amounts(0), table.amounts(1), table.amounts(2)), (vec![9.0, 1.0], vec![3.0], vec![]));
/// assert_eq!(table.joined_records(), 1); // Poa on P1 twice
/// ```
///
/// Cover says nothing about individuals, so no sample can be made of it, and Chao's estimate cannot be asked for:
/// ```compile_fail
/// use aimak_science::diversity::{CoverShare, Table, ChaoVariant, chao::chao};
/// let cover = Table::from_records([("P1", "Poa", CoverShare::of_percent(40.0).unwrap())]).unwrap();
/// chao(&cover.sample(0), ChaoVariant::Classic);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Table<A> {
    plots: Vec<String>,
    species: Vec<String>,
    /// Where the entries of each plot begin; one more at the end.
    starts: Vec<usize>,
    /// Species and amount, species rising within a plot.
    entries: Vec<(u32, A)>,
    joined: usize,
}

impl<A: Amount> Table<A> {
    /// A table of long records (plot, species, amount).
    ///
    /// Several records of one species on one plot are joined: individuals are added, covers overlap by chance (see
    /// [`super::cover::CoverShare`]). [`Table::joined_records`] says how often, so that the reader of a file can report it.
    ///
    /// # Errors
    /// `NO_DATA` without any record.
    pub fn from_records<'a>(
        records: impl IntoIterator<Item = (&'a str, &'a str, A)>,
    ) -> Result<Self, Withheld> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut plots: Vec<&str> = Vec::new();
        let mut rows: Vec<Vec<(&str, A)>> = Vec::new();
        for (plot, species, amount) in records {
            let row = *places.entry(plot).or_insert_with(|| {
                plots.push(plot);
                rows.push(Vec::new());
                plots.len() - 1
            });
            if amount.number() > 0.0 {
                rows[row].push((species, amount));
            }
        }
        if plots.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        let names: BTreeSet<&str> = rows.iter().flatten().map(|(species, _)| *species).collect();
        let numbers: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
        let mut table = Self {
            plots: plots.into_iter().map(str::to_owned).collect(),
            species: names.into_iter().map(str::to_owned).collect(),
            starts: vec![0],
            entries: Vec::new(),
            joined: 0,
        };
        for row in rows {
            table.push_row(
                row.into_iter()
                    .map(|(species, amount)| (numbers[species], amount)),
            );
        }
        Ok(table)
    }

    /// Adds the entries of the next plot.
    fn push_row(&mut self, row: impl Iterator<Item = (u32, A)>) {
        let start = self.entries.len();
        let mut row: Vec<(u32, A)> = row.collect();
        row.sort_by_key(|(species, _)| *species);
        for (species, amount) in row {
            match self.entries[start..].last_mut() {
                Some((last, held)) if *last == species => {
                    *held = held.joined(amount);
                    self.joined += 1;
                }
                _ => self.entries.push((species, amount)),
            }
        }
        self.starts.push(self.entries.len());
    }

    /// Names of the plots.
    pub fn plots(&self) -> &[String] {
        &self.plots
    }

    /// Names of the species found, sorted.
    pub fn species(&self) -> &[String] {
        &self.species
    }

    /// Records that met an earlier one of the same species on the same plot.
    pub fn joined_records(&self) -> usize {
        self.joined
    }

    /// Species (by their place in [`Table::species`]) and amounts of a plot, species rising.
    pub fn row(&self, plot: usize) -> &[(u32, A)] {
        &self.entries[self.starts[plot]..self.starts[plot + 1]]
    }

    /// Amounts of the species on a plot, without zeros.
    pub fn amounts(&self, plot: usize) -> Vec<f64> {
        self.row(plot)
            .iter()
            .map(|(_, amount)| amount.number())
            .collect()
    }

    /// Share of the cells of the table that hold anything.
    pub fn density(&self) -> f64 {
        let cells = self.plots.len() * self.species.len();
        if cells == 0 {
            return 0.0;
        }
        self.entries.len() as f64 / cells as f64
    }

    /// Hill number of a plot; `None` where nothing was found.
    pub fn hill(&self, plot: usize, order: f64) -> Option<f64> {
        hill_number(&self.amounts(plot), order)
    }

    /// Mean share of each species over those of some plots where anything was found; every plot weighs the same.
    ///
    /// `None` where nothing was found on any.
    pub fn mean_shares(&self, plots: &[usize]) -> Option<Vec<f64>> {
        let mut shares = vec![0.0; self.species.len()];
        let mut held = 0.0;
        for plot in plots {
            let total: f64 = self
                .row(*plot)
                .iter()
                .map(|(_, amount)| amount.number())
                .sum();
            if total > 0.0 {
                held += 1.0;
                for (species, amount) in self.row(*plot) {
                    shares[*species as usize] += amount.number() / total;
                }
            }
        }
        (held > 0.0).then(|| shares.into_iter().map(|share| share / held).collect())
    }

    /// A table of some plots; species that occur on none of them stay.
    #[must_use]
    pub fn rows_of(&self, plots: &[usize]) -> Self {
        let mut chosen = Self {
            plots: Vec::new(),
            species: self.species.clone(),
            starts: vec![0],
            entries: Vec::new(),
            joined: 0,
        };
        for plot in plots {
            chosen.plots.push(self.plots[*plot].clone());
            chosen.entries.extend_from_slice(self.row(*plot));
            chosen.starts.push(chosen.entries.len());
        }
        chosen
    }

    /// Only what is there and what is not.
    pub fn presence(&self) -> Table<Presence> {
        Table {
            plots: self.plots.clone(),
            species: self.species.clone(),
            starts: self.starts.clone(),
            entries: self
                .entries
                .iter()
                .map(|(species, _)| (*species, Presence(true)))
                .collect(),
            joined: self.joined,
        }
    }

    /// The sample that some plots make together by presence: for every kind of amount, cover too.
    pub fn sample_of_plots(&self, plots: &[usize]) -> Sample {
        let mut occupied = vec![0; self.species.len()];
        for plot in plots {
            for (species, _) in self.row(*plot) {
                occupied[*species as usize] += 1;
            }
        }
        Sample::of_plots(&occupied, plots.len() as u64)
    }
}

impl Table<Individuals> {
    /// The sample of a plot.
    pub fn sample(&self, plot: usize) -> Sample {
        let counts: Vec<u64> = self.row(plot).iter().map(|(_, count)| count.0).collect();
        Sample::of_individuals(&counts)
    }

    /// The sample of several plots thrown together.
    pub fn pooled_sample(&self, plots: &[usize]) -> Sample {
        let mut counts = vec![0; self.species.len()];
        for plot in plots {
            for (species, count) in self.row(*plot) {
                counts[*species as usize] += count.0;
            }
        }
        Sample::of_individuals(&counts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records() -> impl Strategy<Value = Vec<(String, String, u64)>> {
        prop::collection::vec(("[A-D]", "[a-f]", 0u64..5), 1..40)
    }

    fn table(records: &[(String, String, u64)]) -> Table<Individuals> {
        let long = records
            .iter()
            .map(|(plot, species, n)| (plot.as_str(), species.as_str(), Individuals(*n)));
        Table::from_records(long).unwrap()
    }

    proptest! {
        #[test]
        fn no_individual_is_lost_and_order_changes_only_the_order_of_plots(records in records()) {
            let there = table(&records);
            let all: Vec<usize> = (0..there.plots().len()).collect();
            let expected: u64 = records.iter().map(|(_, _, n)| n).sum();
            prop_assert_eq!(there.pooled_sample(&all).size(), expected);
            let mut turned = records.clone();
            turned.reverse();
            let back = table(&turned);
            prop_assert_eq!(back.species(), there.species());
            for (i, plot) in there.plots().iter().enumerate() {
                let j = back.plots().iter().position(|other| other == plot).unwrap();
                prop_assert_eq!(there.row(i), back.row(j));
            }
        }

        #[test]
        fn presence_keeps_richness(records in records()) {
            let there = table(&records);
            for plot in 0..there.plots().len() {
                prop_assert_eq!(there.presence().hill(plot, 2.0), there.hill(plot, 0.0));
            }
        }
    }

    #[test]
    fn no_record_is_no_table() {
        let none: [(&str, &str, Presence); 0] = [];
        assert_eq!(
            Table::from_records(none).unwrap_err().reason,
            Reason::NoData
        );
    }

    #[test]
    fn a_plot_searched_in_vain_counts_as_a_plot() {
        let table =
            Table::from_records([("A", "x", Presence(true)), ("B", "x", Presence(false))]).unwrap();
        assert_eq!(table.sample_of_plots(&[0, 1]).size(), 2);
        assert_eq!((table.hill(1, 0.0), table.mean_shares(&[1])), (None, None));
        assert_eq!(table.mean_shares(&[0, 1]), Some(vec![1.0]));
    }
}
