//! Does what the project file says about the layout of a table fit its file?

use aimak_core::SpeciesScale;

use super::{SpeciesLayout, TableFormat, TableSpec};
use crate::problem::Problem;

/// Keys that the kind of the file knows nothing of, and rows in no order.
pub(super) fn check(table: &TableSpec, file: &str, problems: &mut Vec<Problem>) {
    use TableFormat::{Map, Text, Workbook};
    let format = TableFormat::of(&table.file);
    let counted = [Text, Workbook];
    let keys: [(&str, bool, &[TableFormat]); 4] = [
        ("sheet", table.sheet.is_some(), &[Workbook]),
        ("layer", table.layer.is_some(), &[Map]),
        ("header_row", table.header_row.is_some(), &counted),
        ("first_row", table.first_row.is_some(), &counted),
    ];
    for (key, _, _) in keys
        .into_iter()
        .filter(|(_, given, fits)| *given && !fits.contains(&format))
    {
        problems.push(
            Problem::error("key-without-use", file)
                .in_column(&format!("tables[{}].{key}", table.id))
                .found(table.file.as_str()),
        );
    }
    let header_row = table.header_row.unwrap_or(1);
    if let Some(first_row) = table.first_row.filter(|first| *first <= header_row) {
        problems.push(
            Problem::error("first-row-above", file)
                .in_column(&format!("tables[{}].first_row", table.id))
                .found(format!("{first_row} ≤ {header_row}")),
        );
    }
    forms(table, file, problems);
}

/// What exports of forms need: where parents stand, lists without amounts, parts of places only.
fn forms(table: &TableSpec, file: &str, problems: &mut Vec<Problem>) {
    let mut wrong = |code: &'static str, key: &str, found: &str| {
        let path = format!("tables[{}].{key}", table.id);
        problems.push(Problem::error(code, file).in_column(&path).found(found));
    };
    if let Some(parent) = &table.parent {
        let parent_file = parent.file.as_deref().unwrap_or(&table.file);
        let in_book = TableFormat::of(parent_file) == TableFormat::Workbook;
        match (&parent.file, &parent.sheet) {
            (None, None) => wrong("parent-where", "parent", "—"),
            (_, Some(sheet)) if !in_book => wrong("parent-where", "parent.sheet", sheet),
            _ => {}
        }
    }
    if table.layout == Some(SpeciesLayout::List) {
        if table
            .scale
            .is_some_and(|scale| scale != SpeciesScale::Presence)
        {
            wrong("list-presence", "scale", "≠ presence");
        }
        if let Some(amount) = &table.columns.amount {
            wrong("list-presence", "columns.amount", amount.name());
        }
    }
    for (key, column) in table.columns.mapped() {
        if column.part().is_some_and(|part| !part.fits(key)) {
            wrong("part-without-use", &format!("columns.{key}"), column.name());
        }
    }
}
