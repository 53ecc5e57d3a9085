//! What the programme reports of itself: a row for each figure of a year.

use std::collections::{BTreeMap, btree_map::Entry};

use aimak_core::{AimakCode, AmountUnit, PartialDate, Topic, YearlyFigure};

use super::{
    places::Places,
    table::{Table, name_of},
    value::{AMOUNT, COUNT},
};
use crate::project::Column;

/// Reads the rows of a table of figures, in order of topic, thing, aimak and year.
pub(super) fn rows(table: &mut Table, places: &Places) -> Vec<YearlyFigure> {
    let mut figures: BTreeMap<(Topic, String, AimakCode, i16), YearlyFigure> = BTreeMap::new();
    for row in table.rows() {
        let Some(figure) = figure(table, row, places) else {
            continue;
        };
        let (topic, year) = (figure.topic, figure.year);
        match figures.entry((topic, figure.of.clone(), figure.aimak.clone(), year)) {
            Entry::Vacant(free) => {
                free.insert(figure);
            }
            Entry::Occupied(_) => {
                let column = name_of(table.spec.columns.topic.as_ref());
                table.wrong(
                    row,
                    column,
                    "figure-twice",
                    &format!("{} {year}", topic.key()),
                );
            }
        }
    }
    figures.into_values().collect()
}

/// One row; what is wrong with it is noted.
fn figure(table: &mut Table, row: usize, places: &Places) -> Option<YearlyFigure> {
    let columns = &table.spec.columns;
    for column in [
        &columns.aimak,
        &columns.topic,
        &columns.unit,
        &columns.date,
        &columns.amount,
    ] {
        table.needed(row, column.as_ref());
    }
    let source = table.needed(row, columns.source.as_ref());
    let aimak = places.named(table, row, columns.aimak.as_ref());
    let topic = key(
        table,
        row,
        columns.topic.as_ref(),
        "unknown-topic",
        Topic::of_key,
        || Topic::ALL.map(Topic::key).to_vec(),
    );
    let unit = key(
        table,
        row,
        columns.unit.as_ref(),
        "unknown-amount-unit",
        AmountUnit::of_key,
        || {
            AmountUnit::WITHOUT_YEAR
                .map(AmountUnit::key)
                .into_iter()
                .chain(["som_2024"])
                .collect()
        },
    );
    let date = table.date(row, columns.date.as_ref());
    let amount = table.number(row, columns.amount.as_ref(), &AMOUNT);
    let reporters = table.number(row, columns.reporters.as_ref(), &COUNT);
    Some(YearlyFigure {
        topic: topic?,
        of: table.text(row, columns.of.as_ref()).unwrap_or_default(),
        aimak: aimak?,
        year: date.map(PartialDate::year)?,
        amount: amount?,
        unit: unit?,
        source: source?,
        reporters: reporters.map(|count| count as u64),
    })
}

/// A word of a closed list; another one is a problem that names the nearest.
fn key<T>(
    table: &mut Table,
    row: usize,
    column: Option<&Column>,
    problem: &'static str,
    of: impl Fn(&str) -> Option<T>,
    known: impl Fn() -> Vec<&'static str>,
) -> Option<T> {
    let text = table.text(row, column)?;
    let found = of(&text);
    if found.is_none() {
        table.unknown(row, name_of(column), problem, &text, known().into_iter());
    }
    found
}
