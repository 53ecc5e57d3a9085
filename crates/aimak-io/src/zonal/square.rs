//! A square table of all pairs as CSV or Parquet.

use std::{
    fs::File,
    io::{self, Write as _},
    path::Path,
};

use rayon::prelude::*;

use super::table::{Cells, Rows, is_text, put_in_place, rows_writable, write_rows};
use crate::problem::Problem;

/// Rows that one worker turns into text at a time.
const ROWS_AT_A_TIME: usize = 16;
/// Pieces of text that are kept while earlier ones are written.
const PIECES_AT_A_TIME: usize = 8;

/// Writes the value of every pair: a row and a column for each id. The table appears whole or not at all.
///
/// Text is made row by row and written while the next rows are made: a frame of columns would hold all cells twice before
/// the first byte is written. The bytes are those that [`write_rows`] writes, for any number of threads.
///
/// # Errors
/// Where the format is neither CSV nor Parquet, or the disk refuses.
pub fn write_square(
    path: &Path,
    field: &str,
    ids: &[String],
    between: impl Fn(usize, usize) -> Option<f64> + Sync,
) -> Result<(), Problem> {
    rows_writable(path)?;
    if is_text(path) && !ids.iter().any(|id| id == field) {
        return put_in_place(path, |partial| {
            text(partial, field, ids, &between).map_err(|error| error.to_string())
        });
    }
    let column = |(other, id): (usize, &String)| {
        let values = (0..ids.len()).map(|one| between(one, other));
        (id.clone(), Cells::Numbers(values.collect()))
    };
    let rows = Rows {
        field: field.to_owned(),
        ids: ids.to_vec(),
        columns: ids.par_iter().enumerate().map(column).collect(),
    };
    write_rows(path, &rows)
}

/// Writes the square as text.
fn text(
    path: &Path,
    field: &str,
    ids: &[String],
    between: &(impl Fn(usize, usize) -> Option<f64> + Sync),
) -> io::Result<()> {
    let mut file = File::create(path)?;
    let names: Vec<&str> = std::iter::once(field)
        .chain(ids.iter().map(String::as_str))
        .collect();
    let header: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let mut ready = vec![format!("{}\n", header.join(",")).into_bytes()];
    let starts: Vec<usize> = (0..ids.len()).step_by(ROWS_AT_A_TIME).collect();
    for next in starts.chunks(PIECES_AT_A_TIME) {
        let piece = |&from: &usize| rows_as_text(from, &header[1..], between);
        let (written, made) = rayon::join(
            || ready.iter().try_for_each(|piece| file.write_all(piece)),
            || next.par_iter().map(piece).collect::<Vec<_>>(),
        );
        written?;
        ready = made;
    }
    ready.iter().try_for_each(|piece| file.write_all(piece))
}

/// Some rows of the square, beginning with this one.
fn rows_as_text(
    from: usize,
    names: &[String],
    between: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<u8> {
    let until = names.len().min(from + ROWS_AT_A_TIME);
    let mut text = Vec::with_capacity((until - from) * (names.len() + 1) * 20);
    let mut digits = zmij::Buffer::new();
    for (one, name) in names.iter().enumerate().take(until).skip(from) {
        text.extend_from_slice(name.as_bytes());
        for other in 0..names.len() {
            text.push(b',');
            if let Some(value) = between(one, other) {
                text.extend_from_slice(digits.format(value).as_bytes());
            }
        }
        text.push(b'\n');
    }
    text
}

/// A name as RFC 4180 wants it.
fn quoted(name: &str) -> String {
    if name.is_empty() || name.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", name.replace('"', "\"\""))
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_the_one_of_any_other_table() {
        let folder = tempfile::tempdir().unwrap();
        let mut ids: Vec<String> = (0..40).map(|id| format!("plot {id}")).collect();
        ids[3] = "a \"quoted\", long name".to_owned();
        let between = |one: usize, other: usize| {
            let (one, other) = (one.min(other) as f64, one.max(other) as f64);
            (one != 7.0).then(|| {
                if one == other {
                    0.0
                } else {
                    (one + 1.0) / (other * 1e9 + 3.0)
                }
            })
        };
        let columns = ids.iter().enumerate().map(|(other, id)| {
            let values = (0..ids.len()).map(|one| between(one, other)).collect();
            (id.clone(), Cells::Numbers(values))
        });
        let rows = Rows {
            field: "plot".to_owned(),
            ids: ids.clone(),
            columns: columns.collect(),
        };
        let paths = ["frame.csv", "square.csv"].map(|name| folder.path().join(name));
        write_rows(&paths[0], &rows).unwrap();
        write_square(&paths[1], "plot", &ids, between).unwrap();
        let [frame, square] = paths.map(|path| std::fs::read_to_string(path).unwrap());
        assert_eq!(frame, square);
    }

    #[test]
    fn a_format_without_cells_is_refused() {
        let refused = write_square(Path::new("pairs.gpkg"), "plot", &[], |_, _| None);
        assert_eq!(refused.unwrap_err().code, "rows-format");
    }
}
