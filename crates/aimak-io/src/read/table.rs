//! Rows and cells of a table, whatever file they come from; all of them text until somebody asks for a number.

use std::{collections::BTreeMap, path::Path};

use aimak_core::PartialDate;
use polars::prelude::{AnyValue, DataFrame, DataType};
use polars_io::prelude::{CsvReadOptions, ParquetReader, SerReader as _};

use super::aimaks::no_field;
use crate::{
    problem::Problem,
    project::{Column, TableSpec},
};

/// Rows of a wrong cell that are named; the rest is counted.
const NAMED_ROWS: usize = 10;
/// First row of data as a spreadsheet counts.
const FIRST_ROW: usize = 2;

/// A table with its mapping.
pub(super) struct Table<'a> {
    /// Its mapping.
    pub spec: &'a TableSpec,
    /// Names of the columns.
    pub header: Vec<String>,
    rows: Vec<Vec<Option<String>>>,
    /// Wrong cells by column and kind: the rows, and the first cell.
    wrong: BTreeMap<(String, &'static str), (Vec<usize>, String)>,
}

impl<'a> Table<'a> {
    /// Reads the file of a table.
    ///
    /// # Errors
    /// Where it cannot be read, or lacks mapped columns.
    pub fn read(base: &Path, spec: &'a TableSpec) -> Result<Self, Vec<Problem>> {
        let path = base.join(&spec.file);
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        let read = match extension.as_str() {
            "parquet" => std::fs::File::open(&path)
                .map_err(|error| error.to_string())
                .and_then(|file| {
                    ParquetReader::new(file)
                        .finish()
                        .map_err(|error| error.to_string())
                })
                .and_then(|frame| cells(&frame)),
            "xlsx" | "xls" | "ods" => sheet(&path, spec.sheet.as_deref()),
            _ => csv(&path),
        };
        let (header, rows) =
            read.map_err(|cause| vec![Problem::error("unreadable", &spec.file).found(cause)])?;
        let table = Self {
            spec,
            header,
            rows,
            wrong: BTreeMap::new(),
        };
        let named = spec
            .columns
            .mapped()
            .into_iter()
            .map(|(_, column)| column.name());
        let named = named.chain(spec.period_from.iter().map(|from| from.column.as_str()));
        let absent = named.filter(|name| !table.header.iter().any(|column| column == name));
        let problems: Vec<Problem> = absent
            .map(|name| no_field(&spec.file, name, &table.header))
            .collect();
        if problems.is_empty() {
            Ok(table)
        } else {
            Err(problems)
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// A cell by the name of its column; missing codes are `None`.
    pub fn cell(&self, row: usize, name: &str, missing: &[String]) -> Option<&str> {
        let place = self.header.iter().position(|column| column == name)?;
        let text = self.rows[row].get(place)?.as_deref()?.trim();
        let is_missing = text.is_empty()
            || self
                .spec
                .missing
                .iter()
                .chain(missing)
                .any(|word| word == text);
        (!is_missing).then_some(text)
    }

    /// A mapped cell as text.
    pub fn text(&self, row: usize, column: Option<&Column>) -> Option<String> {
        let column = column?;
        self.cell(row, column.name(), column.missing())
            .map(str::to_owned)
    }

    /// A mapped cell as a number in the unit of the survey, within its physical range.
    pub fn number(
        &mut self,
        row: usize,
        column: Option<&Column>,
        range: (f64, f64),
    ) -> Option<f64> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        let plain = text
            .replace([' ', '\u{a0}', '\u{202f}'], "")
            .replace(',', ".")
            .replace('\u{2212}', "-");
        let Ok(number) = plain.parse::<f64>() else {
            self.note(row, column.name(), "not-a-number", &text);
            return None;
        };
        let number = number * factor(column.unit());
        if number < range.0 || number > range.1 || number.is_nan() {
            self.note(row, column.name(), "out-of-range", &text);
            return None;
        }
        Some(number)
    }

    /// A mapped cell as a date: ISO of any precision, `14.05.2019`, `20190514`.
    pub fn date(&mut self, row: usize, column: Option<&Column>) -> Option<PartialDate> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        let parsed = date(&text);
        if parsed.is_none() {
            self.note(row, column.name(), "not-a-date", &text);
        }
        parsed
    }

    /// A mapped cell as yes or no, in three languages.
    pub fn flag(&mut self, row: usize, column: Option<&Column>) -> Option<bool> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        match text.to_lowercase().as_str() {
            "y" | "yes" | "true" | "1" | "да" | "ооба" => Some(true),
            "n" | "no" | "false" | "0" | "нет" | "жок" => Some(false),
            _ => {
                self.note(row, column.name(), "not-yes-or-no", &text);
                None
            }
        }
    }

    /// Notes a wrong cell.
    pub fn note(&mut self, row: usize, column: &str, code: &'static str, found: &str) {
        let entry = self
            .wrong
            .entry((column.to_owned(), code))
            .or_insert_with(|| (Vec::new(), found.to_owned()));
        entry.0.push(row + FIRST_ROW);
    }

    /// The wrong cells as problems, one for each column and kind, its rows named.
    pub fn problems(self) -> Vec<Problem> {
        let file = self.spec.file.clone();
        let problem =
            |((column, code), (rows, first)): ((String, &'static str), (Vec<usize>, String))| {
                let named: Vec<String> =
                    rows.iter().take(NAMED_ROWS).map(usize::to_string).collect();
                let more = rows.len().saturating_sub(NAMED_ROWS);
                let more = if more > 0 {
                    format!(" (+{more})")
                } else {
                    String::new()
                };
                Problem::error(code, &file)
                    .at_row(rows[0])
                    .in_column(&column)
                    .found(format!("{first:?} [{}{more}]", named.join(", ")))
            };
        self.wrong.into_iter().map(problem).collect()
    }
}

/// What a number of this unit is multiplied by to be in the unit of the survey.
fn factor(unit: Option<&str>) -> f64 {
    match unit {
        Some("g/kg" | "mm") => 0.1,
        Some("mg/kg") => 1e-4,
        Some("kg/m3") => 1e-3,
        Some("m") => 100.0,
        _ => 1.0,
    }
}

/// A date in one of the usual habits.
fn date(text: &str) -> Option<PartialDate> {
    let dotted: Vec<&str> = text.split('.').collect();
    if let [day, month, year] = dotted.as_slice() {
        return format!("{year}-{month:0>2}-{day:0>2}").parse().ok();
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
            .parse()
            .ok();
    }
    text.split([' ', 'T'])
        .next()?
        .replace('/', "-")
        .parse()
        .ok()
}

/// Header and rows.
type Cells = (Vec<String>, Vec<Vec<Option<String>>>);

/// CSV: UTF-8 with or without a byte order mark, else CP1251; comma, semicolon or tab, whichever the header has most of.
fn csv(path: &Path) -> Result<Cells, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251.decode(&bytes).0.into_owned(),
    };
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: char| header.matches(separator).count();
    let separator = [',', ';', '\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(',');
    let options = CsvReadOptions::default()
        .with_has_header(true)
        .with_infer_schema_length(Some(0))
        .map_parse_options(|options| options.with_separator(separator as u8));
    let reader = options.into_reader_with_file_handle(std::io::Cursor::new(text));
    cells(&reader.finish().map_err(|error| error.to_string())?)
}

/// The cells of a data frame as text.
fn cells(frame: &DataFrame) -> Result<Cells, String> {
    let header: Vec<String> = frame
        .get_column_names()
        .iter()
        .map(std::string::ToString::to_string)
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
    Ok((header, rows))
}

/// A sheet of a workbook; its first row is the header.
fn sheet(path: &Path, name: Option<&str>) -> Result<Cells, String> {
    use calamine::{Data, Reader as _};
    let mut book = calamine::open_workbook_auto(path).map_err(|error| error.to_string())?;
    let name = name
        .map(str::to_owned)
        .or_else(|| book.sheet_names().first().cloned())
        .unwrap_or_default();
    let range = book
        .worksheet_range(&name)
        .map_err(|error| error.to_string())?;
    let text = |cell: &Data| match cell {
        Data::Empty | Data::Error(_) => None,
        Data::DateTime(date) => date.as_datetime().map(|date| date.date().to_string()),
        other => Some(other.to_string()),
    };
    let mut rows = range
        .rows()
        .map(|row| row.iter().map(text).collect::<Vec<_>>());
    let header = rows
        .next()
        .unwrap_or_default()
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    Ok((header, rows.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Cells {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        csv(&path).unwrap()
    }

    #[test]
    fn dialects_and_encodings_read_alike() {
        let expected = (
            vec!["аймак".to_owned(), "ph".to_owned()],
            vec![vec![Some("Талас".to_owned()), Some("7,5".to_owned())]],
        );
        assert_eq!(read("аймак;ph\nТалас;7,5\n".as_bytes()), expected);
        assert_eq!(read("\u{feff}аймак;ph\nТалас;7,5\n".as_bytes()), expected);
        assert_eq!(read("аймак,ph\nТалас,\"7,5\"\n".as_bytes()), expected);
        let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode("аймак;ph\nТалас;7,5\n");
        assert_eq!(read(&cp1251), expected);
    }

    #[test]
    fn dates_in_three_habits() {
        for text in [
            "2019-05-14",
            "14.05.2019",
            "20190514",
            "2019/05/14",
            "2019-05-14T00:00:00",
        ] {
            assert_eq!(date(text).unwrap().to_string(), "2019-05-14", "{text}");
        }
        assert_eq!(date("2019").unwrap(), PartialDate::Year(2019));
        assert_eq!(date("in May"), None);
    }
}
