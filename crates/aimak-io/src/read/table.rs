//! A table with its mapping: columns are asked for by meaning, and every cell that does not fit is remembered.

use std::{collections::BTreeMap, path::Path};

use aimak_core::{Message, PartialDate};

use super::{
    cells::{self, Cells},
    value::{self, Measure},
};
use crate::{
    problem::{More, Problem, Severity, nearest},
    project::{Column, TableSpec},
};

/// Problems of one kind in one column that are listed one by one; the rest is counted.
const LISTED: usize = 3;
/// First row of data as a spreadsheet counts.
pub(super) const FIRST_ROW: usize = 2;

/// A table with its mapping.
pub(super) struct Table<'a> {
    /// Its mapping.
    pub spec: &'a TableSpec,
    cells: Cells,
    places: BTreeMap<String, usize>,
    wrong: BTreeMap<(String, &'static str), Wrong>,
}

/// Problems of one kind in one column.
#[derive(Default)]
struct Wrong {
    listed: Vec<Problem>,
    further: Vec<usize>,
    last_row: Option<usize>,
}

impl<'a> Table<'a> {
    /// Reads the file of a table.
    ///
    /// # Errors
    /// Where it cannot be read, or its header does not agree with the mapping.
    pub fn read(base: &Path, spec: &'a TableSpec) -> Result<Self, Vec<Problem>> {
        let cells = cells::read(&base.join(&spec.file), spec.sheet.as_deref())
            .map_err(|cause| vec![Problem::error("unreadable", &spec.file).found(cause)])?;
        let mut places = BTreeMap::new();
        for (place, name) in cells.header.iter().enumerate() {
            places.entry(name.clone()).or_insert(place);
        }
        let mut table = Self {
            spec,
            cells,
            places,
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

    /// Mapped columns that are not there or there twice, and units that do not fit.
    fn mapping_problems(&self) -> Vec<Problem> {
        let spec = self.spec;
        let header = &self.cells.header;
        let mapped = spec.columns.mapped();
        let named = mapped.iter().map(|(_, column)| column.name());
        let named = named.chain(spec.period_from.iter().map(|from| from.column.as_str()));
        let mut problems = Vec::new();
        for name in named.chain(spec.species_columns_from.as_deref()) {
            match header.iter().filter(|column| *column == name).count() {
                0 => problems.push(no_field(&spec.file, name, header)),
                1 => {}
                n => problems.push(
                    Problem::error("column-twice", &spec.file)
                        .in_column(name)
                        .found(format!("{n} × {name}")),
                ),
            }
        }
        for (key, column) in mapped {
            let Some(unit) = column.unit() else { continue };
            let measure = Measure::of_key(key);
            if measure
                .and_then(|measure| measure.convert(1.0, Some(unit)))
                .is_none()
            {
                let known = measure
                    .into_iter()
                    .flat_map(|measure| measure.units)
                    .map(|unit| unit.name);
                let known: Vec<&str> = known.collect();
                let expected = Message::new("expected-one-of").with("known", known.join(", "));
                problems.push(
                    Problem::error("unknown-unit", &spec.file)
                        .in_column(column.name())
                        .found(unit)
                        .expecting(expected),
                );
            }
        }
        problems
    }

    /// Names of the columns.
    pub fn header(&self) -> &[String] {
        &self.cells.header
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
        let text = self.text(row, Some(column))?;
        let Some(number) = value::number(&text) else {
            let problem = self.problem(Severity::Error, "not-a-number", row, column.name());
            self.note(with_remedy(problem.found(&text), &text, measure));
            return None;
        };
        let number = measure.convert(number, column.unit()).unwrap_or(number);
        if (measure.low..=measure.high).contains(&number) {
            return Some(number);
        }
        let expected = Message::new("expected-out-of-range")
            .with("low", measure.low)
            .with("high", measure.high)
            .with("unit", measure.unit);
        let problem = self.problem(Severity::Error, "out-of-range", row, column.name());
        self.note(problem.found(text).expecting(expected));
        None
    }

    /// A mapped cell as a date.
    pub fn date(&mut self, row: usize, column: Option<&Column>) -> Option<PartialDate> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        let date = value::date(&text);
        if date.is_none() {
            self.wrong(row, column.name(), "not-a-date", &text);
        }
        date
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
            .at_row(row + FIRST_ROW)
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
    pub fn problems(self) -> Vec<Problem> {
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

/// The name of a column in the header; nothing where it is not mapped.
pub(super) fn name_of(column: Option<&Column>) -> &str {
    column.map_or("", Column::name)
}

/// A range of depths is two numbers in one cell, and belongs into two columns.
fn with_remedy(problem: Problem, text: &str, measure: &Measure) -> Problem {
    match value::range(text).filter(|_| measure.is_depth()) {
        Some((top, bottom)) => {
            let hint = Message::new("hint-depth-range").with("top", top);
            problem.hinting(hint.with("bottom", bottom))
        }
        None => problem,
    }
}

/// A column or field that the mapping names and the file does not have.
pub(crate) fn no_field(file: &str, name: &str, known: &[String]) -> Problem {
    let expected = Message::new("expected-one-of").with("known", known.join(", "));
    let hint = nearest(name, known.iter().map(String::as_str)).map_or_else(
        || Message::new("hint-no-field"),
        |word| Message::new("hint-did-you-mean").with("word", word),
    );
    Problem::error("no-field", file)
        .in_column(name)
        .found("—")
        .expecting(expected)
        .hinting(hint)
}
