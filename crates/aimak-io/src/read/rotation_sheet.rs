//! What grew on every field, year by year: a table without a project file.

use std::{collections::BTreeMap, path::Path};

use super::{sheet, table::Table, value};
use crate::problem::Problem;

/// What grew on a field in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldYear {
    /// The main crop.
    pub crop: String,
    /// A cover or catch crop, if there was one.
    pub cover_crop: Option<String>,
    /// Whether the main crop is a legume; `None` where nobody said.
    pub legume: Option<bool>,
}

/// Years of a field, in their order.
pub type FieldYears = BTreeMap<i16, FieldYear>;

const NEEDED: [&str; 3] = ["field", "year", "crop"];
const OPTIONAL: [&str; 2] = ["cover_crop", "legume"];
/// Years a sequence can be of.
const YEARS: (f64, f64) = (1900.0, 2100.0);

/// Reads the table; fields by their names.
///
/// # Errors
/// Everything that is wrong with it: columns that are not there, empty cells, a year that is none or stands twice for a field.
pub fn rotations(path: &Path) -> Result<BTreeMap<String, FieldYears>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let problems = sheet::columns(&table, &NEEDED, &OPTIONAL);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut fields: BTreeMap<String, FieldYears> = BTreeMap::new();
    for row in table.rows() {
        let field = sheet::filled(&mut table, row, "field");
        let year = year(&mut table, row);
        let crop = sheet::filled(&mut table, row, "crop");
        let legume = legume(&mut table, row);
        let cover_crop = table.cell(row, "cover_crop", &[]).map(str::to_owned);
        let (Some(field), Some(year), Some(crop)) = (field, year, crop) else {
            continue;
        };
        let years = fields.entry(field.clone()).or_default();
        if years.contains_key(&year) {
            table.wrong(row, "year", "year-twice", &format!("{field}: {year}"));
            continue;
        }
        years.insert(
            year,
            FieldYear {
                crop,
                cover_crop,
                legume,
            },
        );
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, fields)
}

fn year(table: &mut Table<'_>, row: usize) -> Option<i16> {
    sheet::filled(table, row, "year")?;
    let year = sheet::number(table, row, "year", YEARS, "")?;
    if year.fract() != 0.0 {
        table.wrong(row, "year", "not-a-year", &year.to_string());
        return None;
    }
    Some(year as i16)
}

fn legume(table: &mut Table<'_>, row: usize) -> Option<bool> {
    let text = table.cell(row, "legume", &[])?.to_owned();
    let legume = value::flag(&text);
    if legume.is_none() {
        table.wrong(row, "legume", "not-yes-or-no", &text);
    }
    legume
}
