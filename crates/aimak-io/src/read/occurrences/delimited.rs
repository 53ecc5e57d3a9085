//! Rows of a text file whose separators and quotes are told.

/// How a text is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Between cells.
    pub separator: char,
    /// Around cells; `None` where quotes are letters like others, as in downloads of GBIF.
    pub quote: Option<char>,
    /// Between rows; a carriage return before a line feed belongs to it.
    pub line_end: char,
}

/// A quote that is opened and never closed: everything behind it would be one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OpenQuote {
    /// The row in which it stands.
    pub row: usize,
}

/// Hands over every row that is not blank with its number, counted from `first`.
pub(super) fn each_row(
    text: &str,
    dialect: Dialect,
    first: usize,
    each: &mut dyn FnMut(usize, &[String]),
) -> Result<(), OpenQuote> {
    let (mut row, mut cells, mut cell) = (first, Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if Some(c) == dialect.quote {
            if quoted && chars.peek() == Some(&c) {
                chars.next();
                cell.push(c);
            } else if quoted || cell.is_empty() {
                quoted = !quoted;
            } else {
                cell.push(c);
            }
        } else if quoted {
            cell.push(c);
        } else if c == dialect.separator {
            cells.push(std::mem::take(&mut cell));
        } else if c == dialect.line_end {
            cells.push(std::mem::take(&mut cell));
            hand_over(row, &cells, each);
            cells.clear();
            row += 1;
        } else if c != '\r' || chars.peek() != Some(&'\n') {
            cell.push(c);
        }
    }
    if quoted {
        return Err(OpenQuote { row });
    }
    cells.push(cell);
    hand_over(row, &cells, each);
    Ok(())
}

fn hand_over(row: usize, cells: &[String], each: &mut dyn FnMut(usize, &[String])) {
    if cells.iter().any(|cell| !cell.trim().is_empty()) {
        each(row, cells);
    }
}

/// A text without its first lines.
pub(super) fn without_lines(text: &str, lines: usize, line_end: char) -> &str {
    (0..lines).fold(text, |rest, _| {
        rest.split_once(line_end).map_or("", |(_, rest)| rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: Dialect = Dialect {
        separator: ',',
        quote: Some('"'),
        line_end: '\n',
    };

    fn rows(text: &str, dialect: Dialect) -> Result<Vec<(usize, Vec<String>)>, OpenQuote> {
        let mut rows = Vec::new();
        each_row(text, dialect, 1, &mut |row, cells| {
            rows.push((row, cells.to_vec()));
        })?;
        Ok(rows)
    }

    #[test]
    fn quotes_hold_separators_and_line_ends() {
        let found = rows("a,\"b, \"\"c\"\"\nd\"\r\n\r\n5\" nails,2", CSV).unwrap();
        let cells = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        assert_eq!(found[0], (1, cells(&["a", "b, \"c\"\nd"])));
        assert_eq!(
            found[1],
            (3, cells(&["5\" nails", "2"])),
            "a blank row is counted, not handed over"
        );
    }

    #[test]
    fn a_quote_that_stays_open_is_named() {
        assert_eq!(rows("a,b\n1,\"2\n3,4\n", CSV), Err(OpenQuote { row: 2 }));
        let letters = Dialect { quote: None, ..CSV };
        assert_eq!(rows("a,b\n1,\"2\n3,4\n", letters).unwrap().len(), 3);
    }

    #[test]
    fn other_line_ends() {
        let old = Dialect {
            line_end: '\r',
            ..CSV
        };
        assert_eq!(rows("a,b\r1,2", old).unwrap().len(), 2);
        assert_eq!(without_lines("x\ny\nz", 2, '\n'), "z");
        assert_eq!(without_lines("x", 2, '\n'), "");
    }
}
