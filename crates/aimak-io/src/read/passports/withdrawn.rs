//! The list of passports that are withdrawn.

use std::path::Path;

use aimak_core::{PartialDate, WithdrawnPassport};

use super::words;
use crate::{
    problem::Problem,
    read::{sheet, table::Table},
};

/// Columns of the list.
pub(crate) const COLUMNS: [&str; 3] = ["date", "id", "published"];

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Id and date.
    pub note: WithdrawnPassport,
    /// Whether it was ever published: only then its address says that it was withdrawn.
    pub published: bool,
}

/// The list beside a project; empty where there is none yet.
///
/// # Errors
/// Where it cannot be read: a list nobody can read would let everything through.
pub(crate) fn read(base: &Path, file: &str) -> Result<Vec<Line>, Vec<Problem>> {
    if !base.join(file).exists() {
        return Ok(Vec::new());
    }
    let spec = sheet::spec(Path::new(file));
    let mut table = Table::read(base, &spec)?;
    let missing = words::check_columns(&table, &COLUMNS, &[]);
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut lines: Vec<Line> = Vec::new();
    for row in table.rows() {
        let id = sheet::filled(&mut table, row, "id");
        let date = sheet::filled(&mut table, row, "date")
            .and_then(|_| table.date(row, Some(&words::column("date"))));
        // whoever wrote the line by hand and left this open is answered by the cautious reading: no note that it ever was
        let published = words::flag(&mut table, row, "published").unwrap_or(false);
        if let Some((id, date)) = id.zip(date) {
            lines.push(line(id, date, published));
        }
    }
    let problems = table.problems();
    if problems.iter().any(Problem::is_error) {
        return Err(problems);
    }
    Ok(lines)
}

fn line(id: String, date: PartialDate, published: bool) -> Line {
    Line {
        note: WithdrawnPassport { id, date },
        published,
    }
}
