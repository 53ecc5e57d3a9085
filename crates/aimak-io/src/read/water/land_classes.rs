//! What a class of land cover means for erosion: C, P, or no soil at all.

use std::path::Path;

use aimak_core::Message;
use aimak_science::erosion::water::{
    Surface,
    cover::{CoverTable, LandClass},
};

use super::super::{sheet, table::Table};
use crate::problem::Problem;

/// Each column by our name and by that of InVEST's biophysical table.
const CLASS: [&str; 2] = ["class", "lucode"];
const COVER: [&str; 2] = ["c", "usle_c"];
const PRACTICE: [&str; 2] = ["p", "usle_p"];
const SURFACE: &str = "surface";

/// What [`SURFACE`] may say.
const SURFACES: [(&str, Surface); 5] = [
    ("soil", Surface::Soil),
    ("water", Surface::Water),
    ("rock", Surface::Rock),
    ("ice", Surface::Ice),
    ("settlement", Surface::Settlement),
];
const SHARE: (f64, f64) = (0.0, 1.0);
const CODES: (f64, f64) = (-2e9, 2e9);

/// Reads a table with columns `class` and `c`, and if wanted `p` and `surface`; InVEST's names serve as well.
///
/// # Errors
/// Everything that is wrong with it.
pub fn land_classes(path: &Path) -> Result<CoverTable, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let (class, cover) = (named(&table, CLASS), named(&table, COVER));
    let practice = named(&table, PRACTICE);
    let problems = sheet::columns(&table, &[class, cover], &[practice, SURFACE]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for row in table.rows() {
        let code = sheet::number(&mut table, row, class, CODES, "1");
        let read = LandClass {
            cover: sheet::number(&mut table, row, cover, SHARE, "1"),
            practice: sheet::number(&mut table, row, practice, SHARE, "1"),
            surface: surface(&mut table, row),
        };
        match code.filter(|code| code.fract() == 0.0) {
            None => {
                let found = table.cell(row, class, &[]).unwrap_or("—").to_owned();
                table.wrong(row, class, "land-class-code", &found);
            }
            Some(_) if read.cover.is_none() && read.surface == Surface::Soil => {
                // a C that is no share of 1 has its own problem
                if table.cell(row, cover, &[]).is_none() {
                    table.wrong(row, cover, "land-class-without-cover", "—");
                }
            }
            Some(code) => {
                rows.push((code as i64, read));
                places.push(row);
            }
        }
    }
    let by_class = CoverTable::new(&rows).unwrap_or_else(|again| {
        for place in again {
            let found = rows[place].0.to_string();
            table.wrong(places[place], class, "land-class-twice", &found);
        }
        CoverTable::default()
    });
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, by_class)
}

/// The name under which a table has a column; ours where it has neither.
fn named(table: &Table<'_>, [own, invest]: [&'static str; 2]) -> &'static str {
    let has = |name| table.header().iter().any(|column| column == name);
    if !has(own) && has(invest) {
        invest
    } else {
        own
    }
}

/// The surface of a row; soil where nothing is said.
fn surface(table: &mut Table<'_>, row: usize) -> Surface {
    let Some(word) = table.cell(row, SURFACE, &[]).map(str::to_owned) else {
        return Surface::Soil;
    };
    let known = SURFACES.iter().find(|(name, _)| *name == word);
    known.map_or_else(
        || {
            let names = SURFACES.map(|(name, _)| name).join(", ");
            let problem = table.problem(
                crate::problem::Severity::Error,
                "land-class-surface",
                row,
                SURFACE,
            );
            let expected = Message::new("expected-one-of").with("known", names);
            table.note(problem.found(word).expecting(expected));
            Surface::Soil
        },
        |(_, surface)| *surface,
    )
}
