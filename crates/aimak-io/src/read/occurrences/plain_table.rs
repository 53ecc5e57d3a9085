//! Records of a table whose header names Darwin Core terms.

use std::path::Path;

use super::{
    archive::Each,
    delimited::{Dialect, each_row},
    raw::{Columns, Widths},
};
use crate::{problem::Problem, read::cells};

/// Hands over every record of a file that is no zip.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn each_record(path: &Path, each: &mut Each<'_>) -> Result<(), Vec<Problem>> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path)
        .map_err(|error| vec![Problem::error("unreadable", &name).because_of(&error)])?;
    each_row_of(&name, &bytes, each)
}

/// Hands over every record of a text.
///
/// # Errors
/// Where its header names no species or a column twice, a row has another number of cells, or a quote stays open.
pub(super) fn each_row_of(
    label: &str,
    bytes: &[u8],
    each: &mut Each<'_>,
) -> Result<(), Vec<Problem>> {
    let text = decoded(label, bytes, None).map_err(|problem| vec![problem])?;
    let dialect = dialect(&text);
    let mut problems = Vec::new();
    let (mut header, mut widths): (Option<(Columns, usize)>, _) = (None, Widths::default());
    let mut take = |row: usize, cells: &[String]| match &header {
        None => {
            let columns = Columns::of_header(label, cells, &mut problems);
            header = Some((columns, cells.len()));
        }
        Some((columns, width)) => {
            widths.look(dialect, *width, true, row, cells);
            each(label, columns.raw(row, cells));
        }
    };
    let read = each_row(&text, dialect, 1, &mut take);
    let width = header.map(|(_, width)| width);
    if width.is_none() {
        problems.push(Problem::error("sheet-no-rows", label).found("—"));
    }
    problems.extend(widths.problems(label, width.unwrap_or_default()));
    if let Err(open) = read {
        problems.push(
            Problem::error("occurrences-open-quote", label)
                .at_row(open.row)
                .found("\""),
        );
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// How a table is divided. Downloads of GBIF know no quotes: a quote in them is a letter.
fn dialect(text: &str) -> Dialect {
    let header = text.lines().next().unwrap_or_default().to_lowercase();
    // names of terms hold none of these
    let often = [',', ';', '\t'].map(|mark| (header.matches(mark).count(), mark));
    let separator = often
        .into_iter()
        .max_by_key(|(count, _)| *count)
        .map_or(',', |(_, mark)| mark);
    let of_gbif = separator == '\t' && header.split('\t').any(|name| name.trim() == "gbifid");
    Dialect {
        separator,
        quote: (!of_gbif).then_some('"'),
        line_end: '\n',
    }
}

/// A text in the encoding that is told; without one as [`cells::decode`] finds out.
///
/// # Errors
/// Where the encoding is not known, or the bytes are none of it.
pub(super) fn decoded(
    label: &str,
    bytes: &[u8],
    encoding: Option<&str>,
) -> Result<String, Problem> {
    let Some(told) = encoding else {
        return Ok(cells::decode(bytes));
    };
    let wrong = || Problem::error("occurrences-encoding", label).found(told);
    let encoding = encoding_rs::Encoding::for_label(told.trim().as_bytes()).ok_or_else(wrong)?;
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        Err(wrong())
    } else {
        Ok(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_gbif_are_letters() {
        assert_eq!(dialect("gbifID\tspecies\n1\tx").quote, None);
        assert_eq!(dialect("species\tlocality\nx\t\"a\tb\"").quote, Some('"'));
        assert_eq!(dialect("species;date\n").separator, ';');
    }

    #[test]
    fn an_encoding_is_kept_to() {
        let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode("Талас");
        assert_eq!(
            decoded("a", &cp1251, Some("windows-1251")).unwrap(),
            "Талас"
        );
        assert_eq!(
            decoded("a", &cp1251, Some("UTF-8")).unwrap_err().code,
            "occurrences-encoding"
        );
        assert_eq!(
            decoded("a", b"x", Some("klingon")).unwrap_err().code,
            "occurrences-encoding"
        );
    }
}
