//! A sheet looked at: where is its header, and what is in its columns?

use super::{facts::Facts, vocabulary};

/// Rows of a sheet in which a header is looked for.
const HEADER_WITHIN: usize = 20;

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
    /// Rows of data that hold anything.
    pub rows: usize,
    /// Its named columns.
    pub columns: Vec<SeenColumn>,
}

impl Sheet {
    /// Looks at the rows of a sheet, from its first on; `None` where nothing could be a header.
    pub fn of(rows: &[Vec<Option<String>>]) -> Option<Self> {
        let header = header(rows)?;
        let data: Vec<_> = rows[header + 1..]
            .iter()
            .filter(|row| row.iter().any(Option::is_some))
            .collect();
        let names = rows[header].iter().enumerate();
        let named = names.filter_map(|(place, name)| Some((place, name.as_deref()?.trim())));
        let mut columns: Vec<SeenColumn> = Vec::new();
        for (place, name) in named.filter(|(_, name)| !name.is_empty()) {
            let cells = data.iter().filter_map(|row| row.get(place)?.as_deref());
            let key = vocabulary::key_of(name)
                .filter(|key| columns.iter().all(|seen| seen.key != Some(*key)));
            columns.push(SeenColumn {
                name: name.to_owned(),
                facts: Facts::of(cells),
                key,
            });
        }
        Some(Self {
            header_row: header + 1,
            rows: data.len(),
            columns,
        })
    }

    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&SeenColumn> {
        self.columns.iter().find(|column| column.key == Some(key))
    }

    /// True where a column of this key is there.
    pub fn has(&self, key: &str) -> bool {
        self.column(key).is_some()
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

/// The row with most words a header is known by; without any, the first row of several words.
fn header(rows: &[Vec<Option<String>>]) -> Option<usize> {
    let known = |row: &Vec<Option<String>>| {
        row.iter()
            .flatten()
            .filter(|cell| vocabulary::key_of(cell).is_some())
            .count()
    };
    let within = rows.iter().take(HEADER_WITHIN).enumerate();
    // the first of equals: rows of units or of numbers below a header know no words
    let best = within
        .clone()
        .map(|(place, row)| (known(row), std::cmp::Reverse(place)))
        .max()?;
    if best.0 > 0 {
        return Some(best.1.0);
    }
    let words = |cell: &&String| crate::read::value::number(cell).is_none();
    within
        .clone()
        .find(|(_, row)| row.iter().flatten().filter(words).count() >= 2)
        .map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<Option<String>>> {
        let cell = |cell: &&str| Some((*cell).to_owned()).filter(|cell| !cell.is_empty());
        rows.iter()
            .map(|row| row.iter().map(cell).collect())
            .collect()
    }

    #[test]
    fn a_header_below_a_title_is_found() {
        let sheet = Sheet::of(&rows(&[
            &["Результаты анализов 2013", ""],
            &["", ""],
            &["№ разреза", "Глубина от, см", "Глубина до, см", "Гумус, %"],
            &["1", "0", "20", "2,1"],
            &["2", "0", "20", "1,9"],
        ]))
        .unwrap();
        assert_eq!((sheet.header_row, sheet.rows), (3, 2));
        assert_eq!(sheet.column("plot").unwrap().name, "№ разреза");
        assert_eq!(
            sheet
                .others()
                .map(|column| column.name.as_str())
                .collect::<Vec<_>>(),
            ["Гумус, %"]
        );
    }

    #[test]
    fn a_key_is_given_once() {
        let sheet = Sheet::of(&rows(&[
            &["Date", "Year", "plot"],
            &["2013-05-14", "2013", "a"],
        ]))
        .unwrap();
        assert_eq!(sheet.column("date").unwrap().name, "Date");
        assert_eq!(sheet.columns[1].key, None);
    }

    #[test]
    fn numbers_alone_have_no_header() {
        assert!(Sheet::of(&rows(&[&["1", "2"], &["3", "4"]])).is_none());
    }
}
