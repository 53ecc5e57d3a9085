//! Lists of species: which are threatened, and which tell of the state of their habitat?

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use aimak_core::{ListedSpecies, Plot, RedListCategory, SpeciesList};

use super::{
    species_names::SpeciesNames,
    table::{Table, name_of},
    value,
};
use crate::problem::Problem;

/// Names that a remark lists.
const NAMED: usize = 5;

/// The lists read so far.
#[derive(Default)]
pub(super) struct SpeciesLists {
    list: SpeciesList,
    /// Files by the id of their table.
    files: BTreeMap<String, String>,
}

impl SpeciesLists {
    /// Reads the rows of a list.
    pub fn rows(&mut self, table: &mut Table, names: &mut SpeciesNames) {
        let spec = table.spec;
        self.files.insert(spec.id.clone(), spec.file.clone());
        for row in table.rows() {
            let columns = &spec.columns;
            let (red_list, indicator) = (red_listed(table, row), flag(table, row));
            let Some(name) = table.needed(row, columns.species.as_ref()) else {
                continue;
            };
            let at = (spec.file.clone(), table.row_number(row));
            let name = names.accepted(&name, &at);
            let says = ListedSpecies {
                red_list,
                indicator,
                source: spec.id.clone(),
            };
            match self.list.species.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(says);
                }
                Entry::Occupied(taken) => {
                    let column = name_of(columns.species.as_ref());
                    table.wrong(row, column, "species-listed-twice", taken.key());
                }
            }
        }
    }

    /// The lists together, and a remark on each of whose names some occur in no record.
    pub fn finish(&mut self, plots: &[Plot]) -> (SpeciesList, Vec<Problem>) {
        let visits = plots.iter().flat_map(|plot| &plot.visits);
        let recorded: BTreeSet<&str> = visits
            .flat_map(|visit| &visit.species)
            .map(|found| found.species.as_str())
            .collect();
        let mut remarks = Vec::new();
        for (id, file) in &self.files {
            let own = |(_, says): &(&String, &ListedSpecies)| says.source == *id;
            let names: Vec<&str> = self
                .list
                .species
                .iter()
                .filter(own)
                .map(|(name, _)| name.as_str())
                .collect();
            let unused: Vec<&str> = names
                .iter()
                .copied()
                .filter(|name| !recorded.contains(name))
                .collect();
            if !unused.is_empty() {
                remarks.push(not_recorded(file, &unused, names.len()));
            }
        }
        (std::mem::take(&mut self.list), remarks)
    }
}

/// The remark on names that occur in no record.
fn not_recorded(file: &str, unused: &[&str], listed: usize) -> Problem {
    let more = if unused.len() > NAMED { ", …" } else { "" };
    let names = unused[..unused.len().min(NAMED)].join(", ");
    let found = format!("{} / {listed}: {names}{more}", unused.len());
    Problem::warning("species-list-not-recorded", file).found(found)
}

/// Whether a row's species is on the Red List: its category, or yes or no; an empty cell means no.
fn red_listed(table: &mut Table, row: usize) -> Option<bool> {
    let column = table.spec.columns.red_list.as_ref()?;
    let Some(text) = table.text(row, Some(column)) else {
        return Some(false);
    };
    let category = RedListCategory::of_key(&text).map(RedListCategory::is_threatened);
    let says = category.or_else(|| value::flag(&text));
    if says.is_none() {
        let known = RedListCategory::ALL.map(RedListCategory::key);
        table.unknown(
            row,
            column.name(),
            "unknown-red-list-category",
            &text,
            known.into_iter(),
        );
    }
    says
}

/// Whether a row's species tells of its habitat; an empty cell means no.
fn flag(table: &mut Table, row: usize) -> Option<bool> {
    let column = table.spec.columns.indicator.as_ref()?;
    if table.text(row, Some(column)).is_none() {
        return Some(false);
    }
    table.flag(row, Some(column))
}
