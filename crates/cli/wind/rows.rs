//! Columns that the tables of loss and index share.

use aimak_core::Withheld;
use aimak_io::{read::wind::FieldRow, zonal::Cells};

use super::told::lacking;

/// The label of a field; `None` where the table of fields has none.
pub fn label(row: &FieldRow) -> Option<String> {
    Some(row.period.clone()).filter(|label| !label.is_empty())
}

/// Labels of the fields.
pub fn labels(rows: &[FieldRow]) -> Cells {
    Cells::Words(rows.iter().map(label).collect())
}

/// Why there is no value, and what is lacking.
pub fn reasons(refused: &[Option<&Withheld>]) -> [(&'static str, Cells); 2] {
    let codes = refused
        .iter()
        .map(|withheld| Some((*withheld)?.reason.code().to_owned()));
    let columns = refused.iter().map(|withheld| lacking((*withheld)?));
    [
        ("reason", Cells::Words(codes.collect())),
        ("lacking", Cells::Words(columns.collect())),
    ]
}
