//! Forms to fill in: a workbook with a sheet for every kind of table, and a project file that reads it as it is.
//!
//! Row 1 of a sheet is the header the project file names; rows below are data from the first one on. Whatever explains stands
//! elsewhere (a note on the header, a message beside the cell, the first sheet), and so do the examples: one that nobody
//! deleted would be published.

mod book;
mod form;
mod project;

use std::path::Path;

use aimak_core::{Lang, Message};

pub use form::Form;
pub use project::Setting;
pub(crate) use project::{beside, period, quoted};

use crate::problem::Problem;

/// The catalogue, which lives behind another door.
pub type Words<'a> = &'a dyn Fn(Lang, &Message) -> String;

/// Writes the workbook. The same forms give the same bytes.
///
/// # Errors
/// Where something stands in its place already, which may be a filled one, or the disk refuses.
pub fn workbook(path: &Path, forms: &[Form], words: Words<'_>) -> Result<(), Problem> {
    let bytes = book::bytes(forms, words);
    let bytes = bytes.map_err(|error| unwritable(path, &error.to_string()))?;
    new_file(path, &bytes)
}

/// Writes the project file beside a workbook.
///
/// # Errors
/// As for the workbook.
pub fn project(
    path: &Path,
    forms: &[Form],
    setting: &Setting<'_>,
    words: Words<'_>,
) -> Result<(), Problem> {
    new_file(path, project::text(path, forms, setting, words).as_bytes())
}

/// Whether nothing stands there yet: asked for both files before either is written.
///
/// # Errors
/// Where something does.
pub fn vacant(path: &Path) -> Result<(), Problem> {
    if path.exists() {
        let name = path.display().to_string();
        return Err(Problem::error("template-exists", &name).found(name.as_str()));
    }
    Ok(())
}

/// Writes a file where nothing stands yet.
///
/// # Errors
/// Where something does, or the disk refuses.
pub(crate) fn new_file(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    use std::io::Write as _;
    vacant(path)?;
    let file = std::fs::File::create_new(path);
    file.and_then(|mut file| file.write_all(bytes))
        .map_err(|error| unwritable(path, &error.to_string()))
}

fn unwritable(path: &Path, cause: &str) -> Problem {
    Problem::error("table-unwritable", &path.display().to_string()).found(cause)
}
