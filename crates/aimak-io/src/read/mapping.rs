//! Does the header of a file hold what the project file maps?

use aimak_core::Message;

use super::{form, table::Table, value::Measure};
use crate::{
    problem::{Problem, nearest},
    project::{FormExport, SpeciesLayout},
};

impl Table<'_> {
    /// Mapped columns that are not there or there twice, and units that do not fit.
    pub(super) fn mapping_problems(&self) -> Vec<Problem> {
        let header = self.header();
        if let Some(row) = self
            .spec
            .header_row
            .filter(|_| header.iter().all(String::is_empty))
        {
            return vec![
                Problem::error("no-header-row", &self.spec.file)
                    .at_row(row)
                    .found("—"),
            ];
        }
        let count = |name: &str| header.iter().filter(|column| *column == name).count();
        let names = self.mapped_names();
        let header_row = self.header_elsewhere(&names);
        let mut problems = Vec::new();
        for name in &names {
            match count(name) {
                0 if self.has(name) || !self.answer_columns(name).is_empty() => {}
                0 => {
                    let problem = no_field(&self.spec.file, name, header);
                    problems.push(match header_row {
                        Some(row) => {
                            problem.hinting(Message::new("hint-header-row").with("row", row))
                        }
                        None => self.in_groups(name).unwrap_or(problem),
                    });
                }
                1 => {}
                n => problems.push(
                    Problem::error("column-twice", &self.spec.file)
                        .in_column(name)
                        .found(format!("{n} × {name}")),
                ),
            }
        }
        problems.extend(self.unit_problems());
        problems
    }

    /// Columns of 1 and 0 that the species of a list may stand in, with the species.
    pub(super) fn answer_columns(&self, name: &str) -> Vec<(String, String)> {
        let spec = self.spec;
        let species = spec.columns.species.as_ref();
        let is_species = species.is_some_and(|column| column.name() == name);
        if spec.layout != Some(SpeciesLayout::List) || !is_species {
            return Vec::new();
        }
        let separator = spec.export.unwrap_or(FormExport::Kobo).separator();
        form::answer_columns(self.header(), name, separator)
    }

    /// What is wrong with a name that only stands behind groups of a form: several do, or nothing says that it is a form.
    fn in_groups(&self, name: &str) -> Option<Problem> {
        let (spec, header) = (self.spec, self.header());
        let exports = match spec.export {
            Some(export) => vec![export],
            None => vec![FormExport::Kobo, FormExport::Odk],
        };
        let mut behind = exports.into_iter().map(|export| {
            let columns = form::in_groups(header, name, export.separator());
            (export, columns)
        });
        let (export, columns) = behind.find(|(_, columns)| !columns.is_empty())?;
        let hint = if columns.len() > 1 {
            Message::new("hint-name-group").with("columns", columns.join(", "))
        } else if form::looks_exported(header) {
            Message::new("hint-export").with("export", export.key())
        } else {
            // a slash or a hyphen alone may belong to any name
            Message::new("hint-did-you-mean").with("word", columns[0])
        };
        Some(no_field(&spec.file, name, header).hinting(hint))
    }

    /// Every name of a column the project file gives.
    fn mapped_names(&self) -> Vec<&str> {
        let spec = self.spec;
        let mapped = spec
            .columns
            .mapped()
            .into_iter()
            .map(|(_, column)| column.name());
        let period = spec.period_from.iter().map(|from| from.column.as_str());
        let species = spec.species_columns_from.as_deref();
        mapped.chain(period).chain(species).collect()
    }

    /// The row among the first of the file in which all mapped names stand, where they do not stand in the header.
    fn header_elsewhere(&self, names: &[&str]) -> Option<usize> {
        let holds = |row: &&[String]| names.iter().all(|name| row.iter().any(|cell| cell == name));
        if names.is_empty() || holds(&self.header()) {
            return None;
        }
        let place = self.early().iter().position(|row| holds(&row.as_slice()))?;
        Some(place + 1)
    }

    /// Units that the quantity of their column does not come in.
    fn unit_problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, column) in self.spec.columns.mapped() {
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
                    Problem::error("unknown-unit", &self.spec.file)
                        .in_column(column.name())
                        .found(unit)
                        .expecting(expected),
                );
            }
        }
        problems
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
