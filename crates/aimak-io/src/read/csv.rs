//! Rows of text out of CSV (RFC 4180, and semicolons as spreadsheets of many countries write them).
//!
//! By hand rather than by a library, because a row that is too long must be named as a person would find it.

use compact_str::CompactString;

use super::cells::{CellText, EARLY};

/// The first rows, each parted by the separator that stands most often in it: a title above the table tells nothing of the table.
pub(super) fn early(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| {
        let cells = rows(line, most_frequent(line)).into_iter().next();
        let names = cells.unwrap_or_default().into_iter();
        let name = |cell: CellText| cell.unwrap_or_default().trim().to_owned();
        names.map(name).collect()
    };
    lines(text).take(EARLY).map(cells).collect()
}

/// The separator of the header: the row of this number, else the first one that is not blank.
pub(super) fn separator(text: &str, header_row: Option<usize>) -> char {
    let header = match header_row {
        Some(number) => lines(text).nth(number.saturating_sub(1)),
        None => lines(text).find(|line| !line.trim().is_empty()),
    };
    most_frequent(header.unwrap_or_default())
}

/// Lines of the text; a line end inside quotes ends no line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut before) = (false, '\n');
    text.split_inclusive(move |c| {
        // a quote opens at the beginning of a cell only, 5" is five inches; or it is the second of a pair
        let opens = matches!(before, '\n' | ',' | ';' | '\t' | '"');
        quoted ^= c == '"' && (quoted || opens);
        before = c;
        c == '\n' && !quoted
    })
}

/// Semicolon, tab or comma, whichever stands most often outside quotes.
fn most_frequent(line: &str) -> char {
    let mut counts = [(0, ','), (0, '\t'), (0, ';')];
    let mut inside = false;
    for c in line.chars() {
        inside ^= c == '"';
        counts
            .iter_mut()
            .filter(|(_, separator)| !inside && *separator == c)
            .for_each(|(count, _)| *count += 1);
    }
    counts
        .into_iter()
        .max_by_key(|(count, _)| *count)
        .map_or(',', |(_, separator)| separator)
}

/// Cells of every row; an empty cell is `None`. Quotes may hold separators and line ends.
pub(super) fn rows(text: &str, separator: char) -> Vec<Vec<CellText>> {
    let special = |c: char| matches!(c, '"' | '\r' | '\n') || c == separator;
    let filled =
        |cell: &mut CompactString| Some(std::mem::take(cell)).filter(|cell| !cell.is_empty());
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), CompactString::default());
    let (mut quoted, mut rest) = (false, text);
    // what lies between two marks is taken whole: most cells are one piece
    while let Some(at) = rest.find(special) {
        cell.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap_or(separator);
        rest = &rest[at + mark.len_utf8()..];
        match mark {
            '"' if quoted && rest.starts_with('"') => {
                rest = &rest[1..];
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(filled(&mut cell));
                let cells = row.len();
                rows.push(std::mem::replace(&mut row, Vec::with_capacity(cells)));
            }
            mark if mark == separator && !quoted => row.push(filled(&mut cell)),
            mark => cell.push(mark),
        }
    }
    cell.push_str(rest);
    if !cell.is_empty() || !row.is_empty() {
        row.push(filled(&mut cell));
        rows.push(row);
    }
    rows
}
