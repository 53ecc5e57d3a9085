//! A table of fields for the default method of the IPCC: climate, soil, and how each was managed before and after.

use std::path::Path;

use aimak_core::ManagementRecord;

pub use super::tier1_words::{soil_key, zone_key};
use super::{
    sheet,
    tier1_record::{NEEDED, RecordColumns, optional},
};
use crate::problem::Problem;

/// A field of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier1Field {
    /// Its name.
    pub id: String,
    /// What is documented of it.
    pub record: ManagementRecord,
}

const ID: &str = "id";

/// Reads the table.
///
/// # Errors
/// Everything that is wrong with it. What is missing is no error: the answer is then withheld.
pub fn tier1_fields(path: &Path) -> Result<Vec<Tier1Field>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed: Vec<&str> = std::iter::once(ID).chain(NEEDED).collect();
    let optional: Vec<&str> = optional().collect();
    let problems = sheet::columns(&table, &needed, &optional);
    if !problems.is_empty() {
        return Err(problems);
    }
    let columns = RecordColumns::fixed();
    let mut fields = Vec::new();
    for row in table.rows() {
        let id = sheet::filled(&mut table, row, ID);
        let record = columns.record(&mut table, row);
        fields.extend(id.map(|id| Tier1Field { id, record }));
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, fields)
}
