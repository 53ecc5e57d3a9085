//! Species lists: a row for each species, or a column for each.

use aimak_core::{Message, SpeciesScale};
use aimak_science::diversity::CoverScale;

use super::{
    table::Table,
    value::{COUNT, COVER},
    visits::Drafts,
};
use crate::{
    problem::Severity,
    project::{Column, SpeciesLayout},
};

/// Reads the rows of a species table.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let scale = table.spec.scale.unwrap_or(SpeciesScale::Count);
    match table.spec.layout {
        Some(SpeciesLayout::Wide) => wide(table, drafts, scale),
        Some(SpeciesLayout::List) => super::species_list::rows(table, drafts),
        Some(SpeciesLayout::Long) | None => long(table, drafts, scale),
    }
}

/// The amount in a cell, by its scale; cover in per cent, whatever classes it was noted in. A code the scale does not have is noted.
fn amount(table: &mut Table, row: usize, column: &Column, scale: SpeciesScale) -> Option<f64> {
    match CoverScale::of(scale) {
        None => table.number(row, Some(column), &COUNT),
        Some(CoverScale::Percent) => table.number(row, Some(column), &COVER),
        Some(classes) => {
            let code = table.text(row, Some(column))?;
            let cover = classes.cover(&code).ok();
            if cover.is_none() {
                let known: Vec<&str> = classes.codes().iter().map(|(code, _)| *code).collect();
                let problem = table.problem(Severity::Error, "cover-step", row, column.name());
                let expected = Message::new("expected-cover-step")
                    .with("scale", classes.id())
                    .with("known", known.join(", "));
                table.note(problem.found(code).expecting(expected));
            }
            cover.map(|cover| 100.0 * cover.share())
        }
    }
}

fn long(table: &mut Table, drafts: &mut Drafts, scale: SpeciesScale) {
    let spec = table.spec;
    let columns = &spec.columns;
    for row in table.rows() {
        let amount = match &columns.amount {
            Some(column) => amount(table, row, column, scale),
            None => Some(1.0),
        };
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        drafts.look_for_species(&table.spec.id, &plot, &time, scale);
        let (Some(name), Some(amount)) = (table.text(row, columns.species.as_ref()), amount) else {
            drafts.leave_out(table, row, Message::new("exclusion-no-species-or-amount"));
            continue;
        };
        if amount > 0.0 {
            let name = plain(&name, spec.species_suffix.as_deref());
            let again = drafts.add_species(&plot, &time, scale, &name, amount);
            if again && spec.species_suffix.is_none() {
                let column = columns.species.as_ref().map_or("", Column::name);
                table.doubtful(row, column, "species-twice", format!("{plot}: {name}"));
            }
        }
    }
}

fn wide(table: &mut Table, drafts: &mut Drafts, scale: SpeciesScale) {
    let spec = table.spec;
    let species = species_columns(table);
    for row in table.rows() {
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        drafts.look_for_species(&table.spec.id, &plot, &time, scale);
        for (column, name) in &species {
            // an empty cell of a wide table means: not found
            let amount = amount(table, row, column, scale).unwrap_or(0.0);
            if amount > 0.0 {
                drafts.add_species(
                    &plot,
                    &time,
                    scale,
                    &plain(name, spec.species_suffix.as_deref()),
                    amount,
                );
            }
        }
    }
}

/// Columns that are species, with their names: all from the first one that are not mapped to anything else.
fn species_columns(table: &Table) -> Vec<(Column, String)> {
    let spec = table.spec;
    let mapped: Vec<&str> = spec
        .columns
        .mapped()
        .into_iter()
        .map(|(_, column)| table.name_in_header(column.name()))
        .collect();
    let period = spec.period_from.as_ref();
    let period = period.map(|from| table.name_in_header(&from.column));
    let first = spec.species_columns_from.as_ref();
    let first = first
        .map(|name| table.name_in_header(name))
        .and_then(|name| table.header().iter().position(|column| column == name))
        .unwrap_or(0);
    let names = table.header().iter().skip(first);
    let species = names.filter(|name| {
        !name.is_empty() && !mapped.contains(&name.as_str()) && period != Some(name.as_str())
    });
    species
        .map(|name| (Column::Name(name.clone()), name.clone()))
        .collect()
}

/// The name without the mark of its vegetation layer.
pub(super) fn plain(name: &str, mark: Option<&str>) -> String {
    let cut = mark
        .and_then(|mark| name.rsplit_once(mark))
        .map_or(name, |(plain, _)| plain);
    cut.trim().to_owned()
}
