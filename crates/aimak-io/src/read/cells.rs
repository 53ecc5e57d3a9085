//! Rows of text out of CSV, Parquet and spreadsheet files.

use std::path::Path;

use polars::prelude::{AnyValue, DataFrame, DataType};
use polars_io::prelude::{ParquetReader, SerReader as _};

/// Header and rows of a table, every cell as text; `None` is an empty cell.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Cells {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows of data; a row may be shorter than the header.
    pub rows: Vec<Vec<Option<String>>>,
    /// Rows with more cells than the header has: place and number of cells.
    pub too_long: Vec<(usize, usize)>,
}

/// Reads a table by the ending of its name.
///
/// # Errors
/// What the reader said.
pub(crate) fn read(path: &Path, sheet: Option<&str>) -> Result<Cells, String> {
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match extension.as_str() {
        "parquet" => {
            let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
            frame(
                &ParquetReader::new(file)
                    .finish()
                    .map_err(|error| error.to_string())?,
            )
        }
        "xlsx" | "xlsm" | "xls" | "ods" => workbook(path, sheet),
        _ => Ok(csv(&decode(
            &std::fs::read(path).map_err(|error| error.to_string())?,
        ))),
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

/// The separator that stands most often in the header outside quotes: semicolon, tab or comma.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let header = text.chars().take_while(|c| {
        quoted ^= *c == '"';
        quoted || *c != '\n'
    });
    let mut counts = [(0, ','), (0, '\t'), (0, ';')];
    let mut inside = false;
    for c in header {
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

/// Splits CSV (RFC 4180, and semicolons as spreadsheets of many countries write them).
///
/// By hand rather than by a library, because a row that is too long must be named as a person would find it.
fn csv(text: &str) -> Cells {
    let mut rows = records(text, separator(text)).into_iter();
    let header: Vec<String> = rows
        .next()
        .unwrap_or_default()
        .into_iter()
        .map(|name| name.trim().to_owned())
        .collect();
    let rows: Vec<Vec<Option<String>>> = rows
        .map(|row| {
            row.into_iter()
                .map(|cell| Some(cell).filter(|cell| !cell.is_empty()))
                .collect()
        })
        .collect();
    Cells {
        too_long: too_long(&header, &rows),
        header,
        rows,
    }
}

/// Rows whose cells beyond the header are not all empty.
fn too_long(header: &[String], rows: &[Vec<Option<String>>]) -> Vec<(usize, usize)> {
    let surplus = |row: &Vec<Option<String>>| row.iter().skip(header.len()).any(Option::is_some);
    rows.iter()
        .enumerate()
        .filter(|(_, row)| surplus(row))
        .map(|(place, row)| (place, row.len()))
        .collect()
}

/// Records of raw cells; quotes may hold separators and line ends.
fn records(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            c if c == separator && !quoted => record.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    records
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
                AnyValue::String(text) => Some(text.to_owned()),
                AnyValue::StringOwned(text) => Some(text.to_string()),
                _ => None,
            });
        }
    }
    Ok(Cells {
        header,
        rows,
        too_long: Vec::new(),
    })
}

/// A moment of a workbook as text. Midnight is a day: spreadsheets keep no dates without a time.
fn written(moment: &(impl std::fmt::Display + ?Sized)) -> String {
    let text = moment.to_string();
    let day = text.strip_suffix(" 00:00:00").map(str::to_owned);
    day.unwrap_or(text)
}

/// A sheet of a workbook; its first row is the header.
fn workbook(path: &Path, name: Option<&str>) -> Result<Cells, String> {
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
        other => Some(other.to_string()).filter(|text| !text.is_empty()),
    };
    // a sheet may begin below or right of A1; rows are counted from A1 as the person sees them
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let mut rows = range
        .rows()
        .map(|row| row.iter().map(text).collect::<Vec<_>>());
    let header: Vec<String> = rows
        .next()
        .unwrap_or_default()
        .into_iter()
        .map(|name| name.unwrap_or_default().trim().to_owned())
        .collect();
    let rows: Vec<_> = std::iter::repeat_n(Vec::new(), above).chain(rows).collect();
    Ok(Cells {
        too_long: too_long(&header, &rows),
        header,
        rows,
    })
}

#[cfg(test)]
mod tests {

    use super::*;

    fn of(bytes: &[u8]) -> Cells {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        read(&path, None).unwrap()
    }

    fn some(cells: &[&str]) -> Vec<Option<String>> {
        cells.iter().map(|cell| Some((*cell).to_owned())).collect()
    }

    #[test]
    fn dialects_and_encodings_read_alike() {
        let semicolons = "аймак;ph\r\nТалас;7,5\r\n";
        let expected = Cells {
            header: vec!["аймак".into(), "ph".into()],
            rows: vec![some(&["Талас", "7,5"])],
            too_long: vec![],
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
    fn workbooks_keep_hours_and_midnight_is_a_day() {
        use calamine::{ExcelDateTime, ExcelDateTimeType};
        let text = |serial: f64| {
            let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
            written(&moment.as_datetime().unwrap())
        };
        assert_eq!(text(43_599.0), "2019-05-14");
        assert_eq!(text(43_599.312_5), "2019-05-14 07:30:00");
        let hours: Vec<String> = (1..24)
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
        let cells = read(&path, None).unwrap();
        assert_eq!(cells.header, ["plot", "ph"]);
        assert_eq!(
            cells.rows,
            [some(&["A", "7.5"]), vec![Some("B".into()), None]]
        );
    }
}
