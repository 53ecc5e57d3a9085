//! A table with its mapping: columns are asked for by meaning, and every cell that does not fit is remembered.

use std::{collections::BTreeMap, path::Path};

use aimak_core::Message;

use super::{
    cells::{self, CellText, Cells, Start},
    date_columns::Order,
    form, points,
    value::{self, Measure},
};
use crate::{
    problem::{More, Problem, Severity, nearest},
    project::{CellPart, Column, TableFormat, TableSpec},
};

/// Problems of one kind in one column that are listed one by one; the rest is counted.
pub(super) const LISTED: usize = 3;

/// A table with its mapping.
pub(super) struct Table<'a> {
    /// Its mapping.
    pub spec: &'a TableSpec,
    cells: Cells,
    places: BTreeMap<String, usize>,
    /// The order of day and month by column, as far as it was asked for.
    pub(super) orders: BTreeMap<String, Order>,
    /// What is wrong, by column and kind.
    pub(super) wrong: BTreeMap<(String, &'static str), Wrong>,
}

/// Problems of one kind in one column.
#[derive(Default)]
pub(super) struct Wrong {
    /// The first ones.
    pub listed: Vec<Problem>,
    further: Vec<usize>,
    /// The last row of all.
    pub last_row: Option<usize>,
}

impl<'a> Table<'a> {
    /// Reads the file of a table.
    ///
    /// # Errors
    /// Where it cannot be read, or its header does not agree with the mapping.
    pub fn read(base: &Path, spec: &'a TableSpec) -> Result<Self, Vec<Problem>> {
        let cells = cells_of(base, spec)?;
        let mut places = BTreeMap::new();
        for (place, name) in cells.header.iter().enumerate() {
            places.entry(name.clone()).or_insert(place);
        }
        if let Some(export) = spec.export {
            places.extend(form::without_groups(&cells.header, export));
        }
        let mut table = Self {
            spec,
            cells,
            places,
            orders: BTreeMap::new(),
            wrong: BTreeMap::new(),
        };
        let problems = table.mapping_problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        for (row, found) in std::mem::take(&mut table.cells.too_long) {
            let expected =
                Message::new("expected-row-too-long").with("columns", table.cells.header.len());
            let problem = table
                .problem(Severity::Error, "row-too-long", row, "")
                .found(found.to_string());
            table.note(Problem {
                column: None,
                ..problem.expecting(expected)
            });
        }
        Ok(table)
    }

    /// Names of the columns.
    pub fn header(&self) -> &[String] {
        &self.cells.header
    }

    /// True where a column of this name is there, also without its group in exports of forms.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The name in the header of a column that may be named without its group.
    pub(super) fn name_in_header<'n>(&'n self, name: &'n str) -> &'n str {
        let place = self.places.get(name);
        place.map_or(name, |place| self.cells.header[*place].as_str())
    }

    /// The first rows of the file, among which the header may stand.
    pub(super) fn early(&self) -> &[Vec<String>] {
        &self.cells.early
    }

    /// The number of a row as the person who opens the file sees it.
    pub fn row_number(&self, row: usize) -> usize {
        self.cells.first_row + row
    }

    /// The cells of a row.
    pub(super) fn cells_in(&self, row: usize) -> &[CellText] {
        &self.cells.rows[row]
    }

    /// Rows that hold anything; blank lines at the end of a spreadsheet are no rows.
    pub fn rows(&self) -> Vec<usize> {
        let filled = |row: &usize| self.cells.rows[*row].iter().any(Option::is_some);
        (0..self.cells.rows.len()).filter(filled).collect()
    }

    /// A cell by the name of its column; missing codes are `None`.
    pub fn cell(&self, row: usize, name: &str, missing: &[String]) -> Option<&str> {
        let place = *self.places.get(name)?;
        let text = self.cells.rows[row].get(place)?.as_deref()?.trim();
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
        measure: &Measure,
    ) -> Option<f64> {
        let column = column?;
        let text = self.cell(row, column.name(), column.missing())?;
        let number = match column.part() {
            Some(CellPart::Top) => value::depths(text).map(|(top, _)| top),
            Some(CellPart::Bottom) => value::depths(text).map(|(_, bottom)| bottom),
            _ => value::number(text),
        };
        let converted =
            number.map(|number| measure.convert(number, column.unit()).unwrap_or(number));
        self.possible(row, column.name(), converted, measure)
    }

    /// A cell of a column with a fixed name as a number within its range, in the unit of the survey.
    pub fn number_in(&mut self, row: usize, name: &str, measure: &Measure) -> Option<f64> {
        let number = value::number(self.cell(row, name, &[])?);
        self.possible(row, name, number, measure)
    }

    /// A number that can be; what is none, and what lies outside the range, is noted.
    pub(super) fn possible(
        &mut self,
        row: usize,
        name: &str,
        number: Option<f64>,
        measure: &Measure,
    ) -> Option<f64> {
        let possible = |number: &f64| (measure.low..=measure.high).contains(number);
        if let Some(number) = number.filter(possible) {
            return Some(number);
        }
        // only what is told needs its text
        let text = self.cell(row, name, &[])?.to_owned();
        if number.is_none() {
            let problem = self.problem(Severity::Error, "not-a-number", row, name);
            self.note(with_remedy(problem.found(&text), &text, measure));
            return None;
        }
        let expected = Message::new("expected-out-of-range")
            .with("low", measure.low)
            .with("high", measure.high)
            .with("unit", measure.unit);
        let problem = self.problem(Severity::Error, "out-of-range", row, name);
        self.note(problem.found(text).expecting(expected));
        None
    }

    /// A mapped cell as yes or no.
    pub fn flag(&mut self, row: usize, column: Option<&Column>) -> Option<bool> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        let flag = value::flag(&text);
        if flag.is_none() {
            self.wrong(row, column.name(), "not-yes-or-no", &text);
        }
        flag
    }

    /// A problem of this table, to be noted.
    pub fn problem(
        &self,
        severity: Severity,
        code: &'static str,
        row: usize,
        column: &str,
    ) -> Problem {
        Problem::new(severity, code, &self.spec.file)
            .at_row(self.row_number(row))
            .in_column(column)
    }

    /// Notes an error in a cell.
    pub fn wrong(&mut self, row: usize, column: &str, code: &'static str, found: &str) {
        let problem = self.problem(Severity::Error, code, row, column);
        self.note(problem.found(found));
    }

    /// Notes what a person should look at although the work goes on.
    pub fn doubtful(
        &mut self,
        row: usize,
        column: &str,
        code: &'static str,
        found: impl Into<String>,
    ) {
        let problem = self.problem(Severity::Warning, code, row, column);
        self.note(problem.found(found));
    }

    /// A mapped cell that must not be empty, as text; an empty one is noted.
    pub fn needed(&mut self, row: usize, column: Option<&Column>) -> Option<String> {
        let text = self.text(row, column);
        if text.is_none() {
            self.wrong(row, name_of(column), "empty-cell", "∅");
        }
        text
    }

    /// Notes a word that is none of the known ones.
    pub fn unknown<'k>(
        &mut self,
        row: usize,
        column: &str,
        code: &'static str,
        found: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let problem = self
            .problem(Severity::Error, code, row, column)
            .found(found);
        self.note(match nearest(found, known) {
            Some(word) => problem.hinting(Message::new("hint-did-you-mean").with("word", word)),
            None => problem,
        });
    }

    /// Notes a problem; beyond the first of its kind in its column they are only counted.
    pub fn note(&mut self, problem: Problem) {
        let column = problem.column.clone().unwrap_or_default();
        let wrong = self.wrong.entry((column, problem.code)).or_default();
        // a column mapped twice is wrong once
        if problem.row.is_some()
            && std::mem::replace(&mut wrong.last_row, problem.row) == problem.row
        {
            return;
        }
        if wrong.listed.len() < LISTED {
            wrong.listed.push(problem);
        } else {
            wrong.further.extend(problem.row);
        }
    }

    /// All noted problems, by column and kind.
    pub fn problems(mut self) -> Vec<Problem> {
        self.tell_units_apart();
        let mut problems = Vec::new();
        for Wrong {
            listed, further, ..
        } in self.wrong.into_values()
        {
            let rest = listed.last().filter(|_| !further.is_empty());
            let rest = rest.map(|last| Problem {
                row: None,
                found: String::new(),
                more: Box::new(More {
                    causes: Vec::new(),
                    further_rows: further,
                }),
                ..last.clone()
            });
            problems.extend(listed);
            problems.extend(rest);
        }
        problems
    }
}

/// The cells of a table, from a file of any format.
fn cells_of(base: &Path, spec: &TableSpec) -> Result<Cells, Vec<Problem>> {
    if TableFormat::of(&spec.file) == TableFormat::Map {
        return points::read(base, spec);
    }
    let start = Start {
        sheet: spec.sheet.as_deref(),
        header_row: spec.header_row,
        first_row: spec.first_row,
    };
    let cells = cells::read(&base.join(&spec.file), start)
        .map_err(|cause| vec![Problem::error("unreadable", &spec.file).found(cause)])?;
    match &spec.parent {
        Some(parent) => form::with_parents(base, spec, parent, cells),
        None => Ok(cells),
    }
}

/// The name of a column in the header; nothing where it is not mapped.
pub(super) fn name_of(column: Option<&Column>) -> &str {
    column.map_or("", Column::name)
}

/// What to do about two numbers in one cell, or about a number whose thousands are marked.
fn with_remedy(problem: Problem, text: &str, measure: &Measure) -> Problem {
    if let Some((top, bottom)) = value::range(text).filter(|_| measure.is_depth()) {
        let hint = Message::new("hint-depth-range").with("top", top);
        return problem.hinting(hint.with("bottom", bottom));
    }
    match value::unmarked(text) {
        Some(plain) => problem.hinting(Message::new("hint-marked-thousands").with("plain", plain)),
        None => problem,
    }
}
