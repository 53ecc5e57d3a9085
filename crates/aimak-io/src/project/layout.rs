//! Does what the project file says about the layout of a table fit its file?

use super::{TableFormat, TableSpec};
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
}
