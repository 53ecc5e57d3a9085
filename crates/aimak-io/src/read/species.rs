//! Species lists: a row for each species, or a column for each.

use aimak_core::SpeciesScale;

use super::{table::Table, visits::Drafts};
use crate::project::SpeciesLayout;

/// Reads the rows of a species table.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let scale = table.spec.scale.unwrap_or(SpeciesScale::Count);
    match table.spec.layout {
        Some(SpeciesLayout::Wide) => wide(table, drafts, scale),
        Some(SpeciesLayout::Long) | None => long(table, drafts, scale),
    }
}

/// Largest amount that can be right.
fn range(scale: SpeciesScale) -> (f64, f64) {
    match scale {
        SpeciesScale::CoverPercent => (0.0, 100.0),
        SpeciesScale::Count | SpeciesScale::Presence => (0.0, 1e9),
    }
}

fn long(table: &mut Table, drafts: &mut Drafts, scale: SpeciesScale) {
    let columns = &table.spec.columns;
    for row in 0..table.len() {
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        drafts.look_for_species(&plot, &time, scale);
        let amount = match &columns.amount {
            Some(column) => table.number(row, Some(column), range(scale)),
            None => Some(1.0),
        };
        let name = table.text(row, columns.species.as_ref());
        if let Some((name, amount)) = name.zip(amount).filter(|(_, amount)| *amount > 0.0) {
            drafts.add_species(
                &plot,
                &time,
                scale,
                plain(&name, table.spec.species_suffix.as_deref()),
                amount,
            );
        }
    }
}

fn wide(table: &mut Table, drafts: &mut Drafts, scale: SpeciesScale) {
    let mapped: Vec<&str> = table
        .spec
        .columns
        .mapped()
        .into_iter()
        .map(|(_, column)| column.name())
        .collect();
    let first = table.spec.species_columns_from.as_ref();
    let first = first
        .and_then(|name| table.header.iter().position(|column| column == name))
        .unwrap_or(0);
    let species: Vec<String> = table
        .header
        .iter()
        .skip(first)
        .filter(|name| !mapped.contains(&name.as_str()))
        .cloned()
        .collect();
    for row in 0..table.len() {
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        drafts.look_for_species(&plot, &time, scale);
        for name in &species {
            let column = crate::project::Column::Name(name.clone());
            let amount = table.number(row, Some(&column), range(scale));
            if let Some(amount) = amount.filter(|amount| *amount > 0.0) {
                drafts.add_species(
                    &plot,
                    &time,
                    scale,
                    plain(name, table.spec.species_suffix.as_deref()),
                    amount,
                );
            }
        }
    }
}

/// The name without the mark of its vegetation layer.
fn plain(name: &str, mark: Option<&str>) -> String {
    let cut = mark
        .and_then(|mark| name.rsplit_once(mark))
        .map_or(name, |(plain, _)| plain);
    cut.trim().to_owned()
}
