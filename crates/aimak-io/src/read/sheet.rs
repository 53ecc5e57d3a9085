//! A table whose columns have fixed names.

use std::path::Path;

use aimak_core::Message;

use super::{
    mapping::no_field,
    table::Table,
    value::{self, Measure},
};
use crate::{
    problem::Problem,
    project::{Columns, TableKind, TableSpec},
};

/// Words that mean "not measured", as programs write them.
const MISSING: [&str; 5] = ["NA", "N/A", "NaN", "nan", "null"];

/// How such a table is read: as one of a project file that maps no columns.
pub(super) fn spec(path: &Path) -> TableSpec {
    TableSpec {
        id: "table".to_owned(),
        kind: TableKind::Plots,
        file: path.display().to_string(),
        sheet: None,
        layer: None,
        header_row: None,
        first_row: None,
        dates: None,
        export: None,
        parent: None,
        missing: MISSING.map(str::to_owned).to_vec(),
        columns: Columns::default(),
        crs: None,
        period_from: None,
        period: None,
        carbon_method: None,
        nutrient_method: None,
        ec_method: None,
        scale: None,
        layout: None,
        species_columns_from: None,
        species_suffix: None,
        questions: Vec::new(),
        codes: None,
        do_not_know: None,
        declined: None,
        licence: None,
        citation: None,
    }
}

/// Opens a table.
pub(super) fn open(spec: &TableSpec) -> Result<Table<'_>, Vec<Problem>> {
    // joined to nothing, the path stays as it was given
    Table::read(Path::new(""), spec).map_err(plainly)
}

/// Columns that are needed and not there, and known ones that stand there twice.
pub(super) fn columns(table: &Table<'_>, needed: &[&str], optional: &[&str]) -> Vec<Problem> {
    let file = &table.spec.file;
    let count = |name: &str| {
        table
            .header()
            .iter()
            .filter(|column| *column == name)
            .count()
    };
    let absent = needed.iter().filter(|name| count(name) == 0);
    let absent = absent.map(|name| {
        let problem = no_field(file, name, table.header());
        match problem.hint.id.as_str() {
            "hint-no-field" => problem.hinting(Message::new("hint-sheet-column")),
            _ => problem,
        }
    });
    let twice = needed.iter().chain(optional).filter(|name| count(name) > 1);
    let twice = twice.map(|name| {
        let found = format!("{} × {name}", count(name));
        Problem::error("column-twice", file)
            .in_column(name)
            .found(found)
    });
    absent.chain(twice).collect()
}

/// A cell as a number within its range, in the unit its column names.
pub(super) fn number(
    table: &mut Table<'_>,
    row: usize,
    column: &'static str,
    (low, high): (f64, f64),
    unit: &'static str,
) -> Option<f64> {
    let measure = Measure {
        low,
        high,
        unit,
        units: &[],
    };
    table.number_in(row, column, &measure)
}

/// A number that must be there, within its range; an empty cell is noted.
pub(super) fn needed(
    table: &mut Table<'_>,
    row: usize,
    column: &str,
    measure: &Measure,
) -> Option<f64> {
    let Some(text) = table.cell(row, column, &[]) else {
        table.wrong(row, column, "empty-cell", "—");
        return None;
    };
    let number = value::number(text);
    table.possible(row, column, number, measure)
}

/// Hints that do not speak of a project file, where there is none.
fn plainly(problems: Vec<Problem>) -> Vec<Problem> {
    let plain = |problem: Problem| match problem.hint.id.as_str() {
        "hint-not-a-number" | "hint-out-of-range" => {
            problem.hinting(Message::new("hint-sheet-cell"))
        }
        "hint-unreadable" => problem.hinting(Message::new("hint-sheet-unreadable")),
        "hint-units-row" => problem.hinting(Message::new("hint-sheet-units-row")),
        "hint-vector-no-crs" => problem.hinting(Message::new("hint-assign-crs")),
        "hint-which-layer" => problem.hinting(Message::new("hint-sheet-layer")),
        _ => problem,
    };
    problems.into_iter().map(plain).collect()
}

/// What stands in a column that must not be empty; an empty cell is noted.
pub(super) fn filled(table: &mut Table<'_>, row: usize, column: &str) -> Option<String> {
    let text = table.cell(row, column, &[]).map(str::to_owned);
    if text.is_none() {
        table.wrong(row, column, "empty-cell", "—");
    }
    text
}

/// What was read, or everything that is wrong with the table; `empty` says that it holds no row.
pub(super) fn finish<T>(mut table: Table<'_>, empty: bool, read: T) -> Result<T, Vec<Problem>> {
    if empty {
        let none = Problem::error("sheet-no-rows", &table.spec.file);
        table.note(none.found("—"));
    }
    let problems = plainly(table.problems());
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(problems)
    }
}
