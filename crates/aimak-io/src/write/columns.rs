//! How does a table of the release become CSV and Parquet, always in the same bytes?

use aimak_core::{Interval, Project};
use polars::prelude::{
    Column, DataFrame, NamedFrom as _, ParquetCompression, ParquetWriter, PolarsError, Series,
};
use polars_io::prelude::{CsvWriter, SerWriter as _};

use crate::problem::Problem;

/// Columns of words and numbers over rows, by name.
pub(super) struct Columns<'a, R> {
    rows: &'a [R],
    columns: Vec<Column>,
}

impl<'a, R> Columns<'a, R> {
    /// A table that has no columns yet.
    pub fn of(rows: &'a [R]) -> Self {
        Self {
            rows,
            columns: Vec::new(),
        }
    }

    pub fn words(&mut self, name: &str, of: impl Fn(&R) -> Option<String>) {
        let values: Vec<Option<String>> = self.rows.iter().map(of).collect();
        self.columns.push(Series::new(name.into(), values).into());
    }

    pub fn numbers(&mut self, name: &str, of: impl Fn(&R) -> Option<f64>) {
        let values: Vec<Option<f64>> = self.rows.iter().map(of).collect();
        self.columns.push(Series::new(name.into(), values).into());
    }

    pub fn counts(&mut self, name: &str, of: impl Fn(&R) -> Option<usize>) {
        self.whole(name, |row| of(row).map(|n| n as i64));
    }

    pub fn whole(&mut self, name: &str, of: impl Fn(&R) -> Option<i64>) {
        let values: Vec<Option<i64>> = self.rows.iter().map(of).collect();
        self.columns.push(Series::new(name.into(), values).into());
    }

    /// Ends of an interval, its level and kind; or why there is none.
    pub fn interval(&mut self, of: impl Fn(&R) -> Option<Interval>) {
        let bounds = |row: &R| of(row).and_then(|interval| interval.bounds());
        self.numbers("interval_lo", |row| bounds(row).map(|(lo, _)| lo));
        self.numbers("interval_hi", |row| bounds(row).map(|(_, hi)| hi));
        self.numbers("interval_level", |row| match of(row)? {
            Interval::Between { level, .. } => Some(level),
            Interval::Unavailable(_) => None,
        });
        self.words("interval_kind", |row| match of(row)? {
            Interval::Between { kind, .. } => Some(kind.key().to_owned()),
            Interval::Unavailable(_) => None,
        });
        self.words("no_interval_reason", |row| match of(row)? {
            Interval::Unavailable(reason) => Some(reason.key().to_owned()),
            Interval::Between { .. } => None,
        });
    }

    /// Of which edition every row is, and whether its numbers are invented: a row travels further than its file.
    pub fn edition(&mut self, project: &Project) {
        self.words("edition", |_| Some(project.edition.id.clone()));
        self.words("simulated", |_| Some(project.simulated.to_string()));
    }

    /// The table.
    pub fn finish(self) -> Result<DataFrame, PolarsError> {
        DataFrame::new(self.rows.len(), self.columns)
    }
}

/// A table as CSV (comma, UTF-8, unrounded numbers) and as Parquet.
pub(super) struct Encoded {
    pub csv: Vec<u8>,
    pub parquet: Vec<u8>,
}

/// Both forms of a table named `file`.
///
/// # Errors
/// Where the table cannot be made, which would be our own mistake.
pub(super) fn encoded(file: &str, frame: &mut DataFrame) -> Result<Encoded, Problem> {
    both(frame).map_err(|error| failed(file, &error))
}

fn both(frame: &mut DataFrame) -> Result<Encoded, PolarsError> {
    let (mut csv, mut parquet) = (Vec::new(), Vec::new());
    CsvWriter::new(&mut csv)
        .include_header(true)
        .finish(frame)?;
    // one uncompressed row group: the same bytes on every machine
    ParquetWriter::new(&mut parquet)
        .with_compression(ParquetCompression::Uncompressed)
        .finish(frame)?;
    Ok(Encoded { csv, parquet })
}

/// A table that could not be made.
pub(super) fn failed(file: &str, error: &PolarsError) -> Problem {
    Problem::error("folder-unwritable", file).found(error.to_string())
}
