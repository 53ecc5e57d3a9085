//! A sheet looked at: where is its header, and what is in its columns?

use std::{cmp::Reverse, path::Path};

use compact_str::CompactString;

use super::{facts::Facts, vocabulary};
use crate::read::{
    cells::{self, CellText, Cells, Start},
    value,
};

/// Columns that programs of forms add to every export.
const FORM: [&str; 4] = [
    "_uuid",
    "_submission_time",
    "_submission__uuid",
    "meta/instanceID",
];

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct SeenColumn {
    /// Its name in the header.
    pub name: String,
    /// What is in it.
    pub facts: Facts,
    /// The key of the project file its name means.
    pub key: Option<&'static str>,
}

/// A sheet looked at.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Row of the header as a person counts, from 1.
    pub header_row: usize,
    /// First row of data, where a line of units stands below the header.
    pub first_row: Option<usize>,
    /// Rows of data that hold anything.
    pub rows: usize,
    /// Its named columns.
    pub columns: Vec<SeenColumn>,
}

impl Sheet {
    /// Looks at a sheet; `None` where nothing could be a header.
    ///
    /// # Errors
    /// What the reader said.
    pub fn read(path: &Path, sheet: Option<&str>) -> Result<Option<Self>, String> {
        let start = Start {
            sheet,
            ..Start::default()
        };
        let usual = cells::read(path, start)?;
        let Some(header_row) = header(&usual.early) else {
            return Ok(None);
        };
        // most headers stand where the reader takes them from: then one reading is enough
        if usual.first_row == header_row + 1 {
            return Ok(Some(Self::of(header_row, &usual)));
        }
        let start = Start {
            header_row: Some(header_row),
            ..start
        };
        Ok(Some(Self::of(header_row, &cells::read(path, start)?)))
    }

    /// Looks at the columns of a table whose header stands in this row.
    pub fn of(header_row: usize, cells: &Cells) -> Self {
        let filled = |row: &&Vec<CellText>| row.iter().any(Option::is_some);
        let mut data: Vec<_> = cells.rows.iter().filter(filled).collect();
        let units = data.len() > 1 && is_of_words(data[0], &data[1..]);
        if units {
            data.remove(0);
        }
        let mut columns: Vec<SeenColumn> = Vec::new();
        let named = cells
            .header
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty());
        for (place, name) in named {
            let found = data.iter().filter_map(|row| row.get(place)?.as_deref());
            let key = vocabulary::key_of(name)
                .filter(|key| columns.iter().all(|seen| seen.key != Some(*key)));
            columns.push(SeenColumn {
                name: name.clone(),
                facts: Facts::of(found),
                key,
            });
        }
        let degrees = ["longitude", "latitude"]
            .iter()
            .all(|key| columns.iter().any(|column| column.key == Some(*key)));
        if degrees {
            // one place is enough
            let metres = |column: &&mut SeenColumn| ["x", "y"].map(Some).contains(&column.key);
            columns
                .iter_mut()
                .filter(metres)
                .for_each(|column| column.key = None);
        }
        // a row has carbon by one column; humus would be the same carbon again
        if columns
            .iter()
            .any(|column| column.key == Some("carbon_percent"))
        {
            let again = |column: &&mut SeenColumn| {
                [
                    "humus_percent",
                    "organic_matter_percent",
                    "total_carbon_percent",
                ]
                .map(Some)
                .contains(&column.key)
            };
            columns
                .iter_mut()
                .filter(again)
                .for_each(|column| column.key = None);
        }
        Self {
            header_row,
            first_row: units.then_some(header_row + 2),
            rows: data.len(),
            columns,
        }
    }

    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&SeenColumn> {
        self.columns.iter().find(|column| column.key == Some(key))
    }

    /// True where a column of this key is there.
    pub fn has(&self, key: &str) -> bool {
        self.column(key).is_some()
    }

    /// True for an export of KoboToolbox or ODK.
    pub fn is_form(&self) -> bool {
        self.columns
            .iter()
            .any(|column| FORM.contains(&column.name.as_str()))
    }

    /// True for records of occurrence with Darwin Core names, which are no plots.
    pub fn is_of_occurrences(&self) -> bool {
        let has = |name: &str| self.columns.iter().any(|column| column.name == name);
        has("basisOfRecord") || (has("scientificName") && has("decimalLatitude"))
    }

    /// Gives `key` to the first column that numbers rows, where no column has the key.
    pub fn number_rows(&mut self, key: &'static str) {
        if !self.has(key)
            && let Some(column) = self
                .columns
                .iter_mut()
                .find(|column| column.key.is_none() && vocabulary::numbers_rows(&column.name))
        {
            column.key = Some(key);
        }
    }

    /// Columns without a key that do not point at persons.
    pub fn others(&self) -> impl Iterator<Item = &SeenColumn> {
        self.columns
            .iter()
            .filter(|column| column.key.is_none() && !vocabulary::is_personal(&column.name))
    }
}

/// The row with most words a header is known by, counted from 1; without any, the first row of several words.
fn header(early: &[Vec<String>]) -> Option<usize> {
    let known = |row: &Vec<String>| {
        row.iter()
            .filter(|cell| vocabulary::key_of(cell).is_some())
            .count()
    };
    let numbered = early.iter().zip(1..);
    // the first of equals: rows of units or of numbers below a header know no words
    let (most, Reverse(row)) = numbered
        .clone()
        .map(|(row, number)| (known(row), Reverse(number)))
        .max()?;
    if most > 0 {
        return Some(row);
    }
    let words = |cell: &&String| !cell.is_empty() && value::number(cell).is_none();
    let several = |row: &Vec<String>| row.iter().filter(words).count() >= 2;
    numbered
        .into_iter()
        .find(|(row, _)| several(row))
        .map(|(_, number)| number)
}

/// True for a row without a digit above columns of which several hold numbers: a line of units.
fn is_of_words(first: &[CellText], below: &[&Vec<CellText>]) -> bool {
    let digit = |text: &CompactString| text.contains(|c: char| c.is_ascii_digit());
    let numeric = |place: &usize| {
        let cells: Vec<&str> = below
            .iter()
            .filter_map(|row| row.get(*place)?.as_deref())
            .collect();
        !cells.is_empty() && cells.iter().all(|cell| value::number(cell).is_some())
    };
    let over_numbers = (0..first.len())
        .filter(numeric)
        .filter(|place| first[*place].is_some())
        .count();
    !first.iter().flatten().any(digit) && over_numbers >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Option<Sheet> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, text).unwrap();
        Sheet::read(&path, None).unwrap()
    }

    #[test]
    fn a_header_below_a_title_is_found() {
        let sheet = sheet("Результаты анализов 2013, район\n\n№ разреза;Глубина от, см;Глубина до, см;Цвет\n1;0;20;бурый\n2;0;20;серый\n").unwrap();
        assert_eq!(
            (sheet.header_row, sheet.first_row, sheet.rows),
            (3, None, 2)
        );
        assert_eq!(sheet.column("plot").unwrap().name, "№ разреза");
        assert_eq!(
            sheet
                .others()
                .map(|column| column.name.as_str())
                .collect::<Vec<_>>(),
            ["Цвет"]
        );
    }

    #[test]
    fn a_line_of_units_below_the_header_is_no_data() {
        let sheet = sheet("plot,top,bottom,SOC\n,cm,cm,%\n1,0,20,1.2\n2,0,20,1.4\n").unwrap();
        assert_eq!((sheet.first_row, sheet.rows), (Some(3), 2));
        // rows of words are data where the columns hold words
        let words = self::sheet("plot,top,crop\na,0,wheat\nb,0,bean\n").unwrap();
        assert_eq!(words.first_row, None);
    }

    #[test]
    fn a_key_is_given_once() {
        let sheet = sheet("Date,Year,plot\n2013-05-14,2013,a\n").unwrap();
        assert_eq!(sheet.column("date").unwrap().name, "Date");
        assert_eq!(sheet.columns[1].key, None);
    }

    #[test]
    fn numbers_alone_have_no_header() {
        assert!(sheet("1,2\n3,4\n").is_none());
    }
}
