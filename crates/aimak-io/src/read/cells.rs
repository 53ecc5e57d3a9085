//! Rows of text out of CSV, Parquet and spreadsheet files.

use std::path::Path;

use compact_str::{CompactString, ToCompactString as _};
use polars::prelude::{AnyValue, DataFrame, DataType};
use polars_io::prelude::{ParquetReader, SerReader as _};

use super::csv;
use crate::project::TableFormat;

/// Rows at the top of a file among which a header may stand.
pub(super) const EARLY: usize = 20;

/// A cell as text; `None` is an empty one. Most are so short that they need no memory of their own.
pub(crate) type CellText = Option<CompactString>;

/// Which sheet of a file is read, and where on it the table begins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Start<'a> {
    /// Sheet of a workbook; the first one if not given.
    pub sheet: Option<&'a str>,
    /// Row of the header as a spreadsheet counts; the first row that holds anything if not given.
    pub header_row: Option<usize>,
    /// First row of data; the one below the header if not given.
    pub first_row: Option<usize>,
}

/// Header and rows of a table, every cell as text; `None` is an empty cell.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Cells {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows of data; a row may be shorter than the header.
    pub rows: Vec<Vec<CellText>>,
    /// Rows with more cells than the header has: place and number of cells.
    pub too_long: Vec<(usize, usize)>,
    /// Number of the first of `rows`, as the person who opens the file sees it.
    pub first_row: usize,
    /// The first rows of the file, among which the header may stand: row 1 comes first.
    pub early: Vec<Vec<String>>,
}

/// Reads a table by the ending of its name.
///
/// # Errors
/// What the reader said.
pub(crate) fn read(path: &Path, start: Start) -> Result<Cells, String> {
    match TableFormat::of(&path.to_string_lossy()) {
        TableFormat::Parquet => {
            let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
            frame(
                &ParquetReader::new(file)
                    .finish()
                    .map_err(|error| error.to_string())?,
            )
        }
        TableFormat::Workbook => Ok(below(workbook(path, start.sheet)?, start)),
        TableFormat::Text | TableFormat::Map => {
            let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
            let text = decode(&bytes);
            let early = csv::early(&text);
            let rows = csv::rows(&text, csv::separator(&text, start.header_row));
            Ok(Cells {
                early,
                ..below(rows, start)
            })
        }
    }
}

/// The table that begins somewhere among the rows of a file.
fn below(rows: Vec<Vec<CellText>>, start: Start) -> Cells {
    let names = |row: &Vec<CellText>| -> Vec<String> {
        let name = |cell: &CellText| cell.as_deref().unwrap_or_default().trim().to_owned();
        row.iter().map(name).collect()
    };
    let filled = |row: &Vec<CellText>| row.iter().flatten().any(|text| !text.trim().is_empty());
    let header_place = match start.header_row {
        Some(number) => number.saturating_sub(1),
        None => rows.iter().position(filled).unwrap_or(0),
    };
    let usual = header_place + 1;
    let first_place = start
        .first_row
        .map_or(usual, |number| number.saturating_sub(1).max(usual));
    let early = rows.iter().take(EARLY).map(names).collect();
    let header = rows.get(header_place).map(names).unwrap_or_default();
    let rows: Vec<_> = rows.into_iter().skip(first_place).collect();
    Cells {
        too_long: too_long(&header, &rows),
        header,
        rows,
        first_row: first_place + 1,
        early,
    }
}

/// Text of any usual encoding: a byte order mark decides, then valid UTF-8, else it is CP1251 (Russian Windows).
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

/// Rows whose cells beyond the header are not all empty.
fn too_long(header: &[String], rows: &[Vec<CellText>]) -> Vec<(usize, usize)> {
    let surplus = |row: &Vec<CellText>| row.iter().skip(header.len()).any(Option::is_some);
    rows.iter()
        .enumerate()
        .filter(|(_, row)| surplus(row))
        .map(|(place, row)| (place, row.len()))
        .collect()
}

/// The cells of a data frame as text.
fn frame(frame: &DataFrame) -> Result<Cells, String> {
    let header: Vec<String> = frame
        .get_column_names()
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut rows = vec![Vec::with_capacity(header.len()); frame.height()];
    for column in frame.columns() {
        let texts = column
            .cast(&DataType::String)
            .map_err(|error| error.to_string())?;
        for (row, cells) in rows.iter_mut().enumerate() {
            cells.push(match texts.get(row).map_err(|error| error.to_string())? {
                AnyValue::String(text) => Some(text.into()),
                AnyValue::StringOwned(text) => Some(text.as_str().into()),
                _ => None,
            });
        }
    }
    Ok(Cells {
        early: vec![header.clone()],
        header,
        rows,
        too_long: Vec::new(),
        first_row: 2,
    })
}

/// A moment of a workbook as text. Midnight is a day: spreadsheets keep no dates without a time.
fn written(moment: &(impl std::fmt::Display + ?Sized)) -> CompactString {
    let text = moment.to_compact_string();
    let day = text.strip_suffix(" 00:00:00").map(CompactString::from);
    day.unwrap_or(text)
}

/// The rows of a sheet of a workbook, counted from A1 as the person sees them.
fn workbook(path: &Path, name: Option<&str>) -> Result<Vec<Vec<CellText>>, String> {
    use calamine::{Data, Reader as _};
    let mut book = calamine::open_workbook_auto(path).map_err(|error| error.to_string())?;
    let first = book.sheet_names().first().cloned();
    let name = name.map(str::to_owned).or(first).unwrap_or_default();
    let range = book
        .worksheet_range(&name)
        .map_err(|error| error.to_string())?;
    let text = |cell: &Data| match cell {
        Data::Empty => None,
        Data::DateTime(date) => date.as_datetime().map(|moment| written(&moment)),
        other => Some(other.to_compact_string()).filter(|text| !text.is_empty()),
    };
    // a sheet may begin below or right of A1
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let rows = range.rows().map(|row| row.iter().map(text).collect());
    Ok(std::iter::repeat_n(Vec::new(), above).chain(rows).collect())
}

/// Names of the sheets of a workbook; `None` alone for a file that has no sheets.
///
/// # Errors
/// What the reader said.
pub(crate) fn sheets(path: &Path) -> Result<Vec<Option<String>>, String> {
    use calamine::Reader as _;
    if TableFormat::of(&path.to_string_lossy()) != TableFormat::Workbook {
        return Ok(vec![None]);
    }
    let book = calamine::open_workbook_auto(path).map_err(|error| error.to_string())?;
    Ok(book.sheet_names().into_iter().map(Some).collect())
}

#[cfg(test)]
mod tests {

    use super::*;

    fn at(bytes: &[u8], start: Start) -> Cells {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        read(&path, start).unwrap()
    }

    fn of(bytes: &[u8]) -> Cells {
        at(bytes, Start::default())
    }

    fn some(cells: &[&str]) -> Vec<CellText> {
        cells.iter().map(|cell| Some((*cell).into())).collect()
    }

    #[test]
    fn dialects_and_encodings_read_alike() {
        let semicolons = "аймак;ph\r\nТалас;7,5\r\n";
        let expected = Cells {
            header: vec!["аймак".into(), "ph".into()],
            rows: vec![some(&["Талас", "7,5"])],
            too_long: vec![],
            first_row: 2,
            early: vec![
                vec!["аймак".into(), "ph".into()],
                vec!["Талас".into(), "7,5".into()],
            ],
        };
        assert_eq!(of(semicolons.as_bytes()), expected);
        assert_eq!(
            of(format!("\u{feff}{semicolons}").as_bytes()),
            expected,
            "byte order mark"
        );
        assert_eq!(
            of("аймак,ph\nТалас,\"7,5\"".as_bytes()),
            expected,
            "comma, quotes, no last line end"
        );
        assert_eq!(of("аймак\tph\nТалас\t7,5\n".as_bytes()), expected, "tab");
        let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(semicolons);
        assert_eq!(of(&cp1251), expected, "CP1251");
        let utf16: Vec<u8> = [0xFEFF]
            .into_iter()
            .chain(semicolons.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            of(&utf16),
            expected,
            "UTF-16, as spreadsheets save \"Unicode text\""
        );
    }

    #[test]
    fn quotes_hold_separators_quotes_and_line_ends() {
        let cells = of(b"a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n,3\n");
        assert_eq!(
            cells.rows,
            [some(&["x, \"y\"", "1\n2"]), vec![None, Some("3".into())]]
        );
    }

    #[test]
    fn rows_longer_than_the_header_are_named() {
        let cells = of(b"a,b\n1,2\n1,2,3\n1,2,,\n");
        assert_eq!(cells.too_long, [(1, 3)]);
    }

    #[test]
    fn a_header_below_titles_and_above_units_keeps_the_numbers_of_rows() {
        let text = "Soil, 2019\n\nplot;ph\n;1\nA;7,5\n".as_bytes();
        let start = Start {
            header_row: Some(3),
            first_row: Some(5),
            ..Start::default()
        };
        let cells = at(text, start);
        assert_eq!(
            (cells.header.as_slice(), cells.first_row),
            (&["plot".to_owned(), "ph".to_owned()][..], 5)
        );
        assert_eq!(cells.rows, [some(&["A", "7,5"])]);
        // each early row is parted by its own separator, or the header would not be found among them
        assert_eq!(of(text).early[2], ["plot", "ph"]);
        assert_eq!(
            of(b"\n\na,b\n1,2\n").first_row,
            4,
            "blank rows on top are no header"
        );
        let beyond = Start {
            header_row: Some(9),
            ..start
        };
        assert_eq!(at(text, beyond).header, Vec::<String>::new());
    }

    #[test]
    fn workbooks_keep_hours_and_midnight_is_a_day() {
        use calamine::{ExcelDateTime, ExcelDateTimeType};
        let text = |serial: f64| {
            let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
            written(&moment.as_datetime().unwrap())
        };
        assert_eq!(text(43_599.0), "2019-05-14");
        assert_eq!(text(43_599.312_5), "2019-05-14 07:30:00");
        let hours: Vec<CompactString> = (1..24)
            .map(|h| text(43_599.0 + f64::from(h) / 24.0))
            .collect();
        let expected: Vec<String> = (1..24)
            .map(|h| format!("2019-05-14 {h:02}:00:00"))
            .collect();
        assert_eq!(hours, expected);
    }

    #[test]
    fn parquet_reads_like_csv() {
        use polars::prelude::{IntoColumn as _, NamedFrom as _, Series};
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.parquet");
        let plot = Series::new("plot".into(), ["A", "B"]).into_column();
        let ph = Series::new("ph".into(), [Some(7.5), None]).into_column();
        let mut data = DataFrame::new(2, vec![plot, ph]).unwrap();
        let file = std::fs::File::create(&path).unwrap();
        polars_io::prelude::ParquetWriter::new(file)
            .finish(&mut data)
            .unwrap();
        let cells = read(&path, Start::default()).unwrap();
        assert_eq!(cells.header, ["plot", "ph"]);
        assert_eq!(
            cells.rows,
            [some(&["A", "7.5"]), vec![Some("B".into()), None]]
        );
    }
}
