//! A record as it stands in its file, and the columns it is read by.

use super::{
    delimited::Dialect,
    meta::MetaTable,
    term::{Term, places, plain},
};
use crate::problem::{More, Problem};

/// Words that mean "nothing", as programs and databases write them.
const NOTHING: [&str; 7] = ["NA", "N/A", "NaN", "nan", "null", "NULL", "\\N"];
/// Rows of one kind of problem that are listed one by one; the rest is counted.
const LISTED: usize = 3;

/// A record as it stands in its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Raw {
    /// Its row as a spreadsheet counts.
    pub row: usize,
    /// What stands there.
    pub cells: Vec<(Term, String)>,
}

impl Raw {
    /// What stands under a term; `None` where nothing does.
    pub(super) fn get(&self, term: Term) -> Option<&str> {
        let found = self.cells.iter().find(|(known, _)| *known == term);
        found.map(|(_, text)| text.as_str())
    }

    /// Takes over what another record says and this one does not; ids are its own.
    pub(super) fn inherit(&mut self, from: &[(Term, String)]) {
        for (term, text) in from {
            if *term != Term::Id && self.get(*term).is_none() {
                self.cells.push((*term, text.clone()));
            }
        }
    }
}

/// Where the terms of a table stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    /// Places of terms.
    pub places: Vec<(Term, usize)>,
    /// Values of terms whose cell is empty or which have none.
    pub defaults: Vec<(Term, String)>,
}

impl Columns {
    /// The columns of a header; what is wrong with it is told.
    pub(super) fn of_header(file: &str, header: &[String], problems: &mut Vec<Problem>) -> Self {
        let columns = Self {
            places: places(header.iter().map(String::as_str).enumerate()),
            defaults: Vec::new(),
        };
        for (_, place) in &columns.places {
            let name = plain(&header[*place]);
            let n = header.iter().filter(|other| plain(other) == name).count();
            if n > 1 {
                let problem = Problem::error("column-twice", file).in_column(&header[*place]);
                problems.push(problem.found(format!("{n} × {}", header[*place])));
            }
        }
        problems.extend(columns.without_names(file, &header.join(", ")));
        columns
    }

    /// The columns of a table of an archive.
    pub(super) fn of_meta(table: &MetaTable) -> Self {
        Self {
            places: table.places(),
            defaults: table.defaults(),
        }
    }

    /// A table that names no species.
    pub(super) fn without_names(&self, file: &str, found: &str) -> Option<Problem> {
        let names = [Term::ScientificName, Term::AcceptedName, Term::Species];
        let named = self.places.iter().map(|(term, _)| term);
        let named = named.chain(self.defaults.iter().map(|(term, _)| term));
        let none = !named.into_iter().any(|term| names.contains(term));
        none.then(|| Problem::error("occurrences-no-name", file).found(found))
    }

    /// A row by these columns.
    pub(super) fn raw(&self, row: usize, cells: &[String]) -> Raw {
        let cell = |place: usize| {
            let text = cells.get(place)?.trim();
            (!text.is_empty() && !NOTHING.contains(&text)).then(|| text.to_owned())
        };
        let found = self
            .places
            .iter()
            .filter_map(|(term, place)| Some((*term, cell(*place)?)));
        let mut raw = Raw {
            row,
            cells: found.collect(),
        };
        raw.inherit(&self.defaults);
        raw
    }
}

/// Rows whose number of cells tells that something broke.
#[derive(Default)]
pub(super) struct Widths {
    wrong: Vec<(usize, usize)>,
}

impl Widths {
    /// Notes a row that has more cells than the header, or fewer where cells cannot be left out: without quotes, a line end inside a
    /// cell tears its row in two.
    pub(super) fn look(
        &mut self,
        dialect: Dialect,
        width: usize,
        header: bool,
        row: usize,
        cells: &[String],
    ) {
        let surplus = header && cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        let torn = dialect.quote.is_none() && cells.len() < width;
        if surplus || torn {
            self.wrong.push((row, cells.len()));
        }
    }

    /// The problems of a file.
    pub(super) fn problems(self, file: &str, width: usize) -> Vec<Problem> {
        let expected =
            || aimak_core::Message::new("expected-occurrences-row-width").with("columns", width);
        let problem = |(row, found): &(usize, usize)| {
            Problem::error("occurrences-row-width", file)
                .at_row(*row)
                .found(found.to_string())
                .expecting(expected())
        };
        let (listed, further) = self.wrong.split_at(self.wrong.len().min(LISTED));
        let mut problems: Vec<Problem> = listed.iter().map(problem).collect();
        if !further.is_empty() {
            problems.push(rows_of(
                Problem::error("occurrences-row-width", file).expecting(expected()),
                further.iter().map(|(row, _)| *row).collect(),
            ));
        }
        problems
    }
}

/// A problem that stands for many rows.
pub(super) fn rows_of(problem: Problem, rows: Vec<usize>) -> Problem {
    Problem {
        more: Box::new(More {
            causes: Vec::new(),
            further_rows: rows,
        }),
        ..problem
    }
}
