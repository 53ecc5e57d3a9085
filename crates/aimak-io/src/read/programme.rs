//! What the programme reports of itself: a row for each figure of a year.

use std::collections::BTreeSet;

use aimak_core::{AimakCode, AmountUnit, PartialDate, Topic, YearlyFigure};

use super::{
    places::Places,
    plots::known_aimak,
    table::Table,
    value::{AMOUNT, COUNT},
};
use crate::project::Column;

/// Reads the rows of a table of figures.
pub(super) fn rows(table: &mut Table, places: &Places) -> Vec<YearlyFigure> {
    let mut figures: Vec<YearlyFigure> = Vec::new();
    let mut seen: BTreeSet<(Topic, String, AimakCode, i16)> = BTreeSet::new();
    for row in table.rows() {
        let Some(figure) = figure(table, row, places) else {
            continue;
        };
        let key = (
            figure.topic,
            figure.of.clone(),
            figure.aimak.clone(),
            figure.year,
        );
        if !seen.insert(key) {
            let column = name(table.spec.columns.topic.as_ref());
            let found = format!("{} {}", figure.topic.key(), figure.year);
            table.wrong(row, &column, "figure-twice", &found);
            continue;
        }
        figures.push(figure);
    }
    let key = |figure: &YearlyFigure| {
        (
            figure.topic,
            figure.of.clone(),
            figure.aimak.clone(),
            figure.year,
        )
    };
    figures.sort_by_key(key);
    figures
}

fn name(column: Option<&Column>) -> String {
    column.map_or("", Column::name).to_owned()
}

/// One row; what is wrong with it is noted.
fn figure(table: &mut Table, row: usize, places: &Places) -> Option<YearlyFigure> {
    let columns = &table.spec.columns;
    let needed = [
        &columns.aimak,
        &columns.topic,
        &columns.unit,
        &columns.source,
        &columns.date,
        &columns.amount,
    ];
    for column in needed {
        if table.text(row, column.as_ref()).is_none() {
            table.wrong(row, &name(column.as_ref()), "empty-cell", "∅");
        }
    }
    let aimak = known_aimak(table, row, places);
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
        source: table.text(row, columns.source.as_ref())?,
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
        table.unknown(row, &name(column), problem, &text, known().into_iter());
    }
    found
}
