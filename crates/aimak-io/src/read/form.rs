//! Tables that a form on a phone was exported to: groups in names, repeat groups, several answers to one question.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::Path,
};

use super::{
    cells::{CellText, Cells, Start},
    mapping::no_field,
    table::LISTED,
};
use crate::{
    problem::Problem,
    project::{FormExport, ParentSpec, TableSpec},
};

/// Columns that KoboToolbox or ODK Central add to every form.
const ADDED: [&str; 4] = ["_uuid", "_submission_time", "SubmissionDate", "KEY"];

/// The places of columns by their names without groups, where only one column ends so and none is called so.
pub(super) fn without_groups(header: &[String], export: FormExport) -> BTreeMap<String, usize> {
    let mut short: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (place, name) in header.iter().enumerate() {
        if let Some((_, last)) = name.rsplit_once(export.separator()) {
            let several = short.contains_key(last);
            short.insert(last.to_owned(), (!several).then_some(place));
        }
    }
    let unique = short
        .into_iter()
        .filter_map(|(name, place)| Some((name, place?)));
    unique.filter(|(name, _)| !header.contains(name)).collect()
}

/// Columns that end with this name behind a group.
pub(super) fn in_groups<'h>(header: &'h [String], name: &str, separator: char) -> Vec<&'h str> {
    let ends = |column: &&String| {
        column
            .rsplit_once(separator)
            .is_some_and(|(_, last)| last == name)
    };
    header.iter().filter(ends).map(String::as_str).collect()
}

/// True where a file looks like the export of a form.
pub(super) fn looks_exported(header: &[String]) -> bool {
    ADDED
        .iter()
        .any(|name| header.iter().any(|column| column == name))
}

/// The columns of 1 and 0 of a question with several answers, with the answers they stand for: `site/pests/aphid` for `pests`
/// or for `site/pests`.
pub(super) fn answer_columns(
    header: &[String],
    question: &str,
    separator: char,
) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for column in header {
        let Some((path, answer)) = column.rsplit_once(separator) else {
            continue;
        };
        let last = path.rsplit(separator).next().unwrap_or(path);
        if path == question || last == question {
            found.push((column.clone(), answer.to_owned()));
        }
    }
    found
}

/// Rows of a repeat group, each with the columns of the row it belongs to behind its own; a name that both have stays its own.
///
/// # Errors
/// Where the parent table cannot be read, or rows name no parent or one that stands there twice.
pub(super) fn with_parents(
    base: &Path,
    spec: &TableSpec,
    parent: &ParentSpec,
    mut cells: Cells,
) -> Result<Cells, Vec<Problem>> {
    let file = parent.file.as_ref().unwrap_or(&spec.file);
    let start = Start {
        sheet: parent.sheet.as_deref(),
        header_row: spec.header_row,
        first_row: spec.first_row,
    };
    let parents = super::cells::read(&base.join(file), start)
        .map_err(|cause| vec![Problem::error("unreadable", file).found(cause)])?;
    let place = |cells: &Cells, name: &str| cells.header.iter().position(|column| column == name);
    let (key, index) = (place(&cells, &parent.key), place(&parents, &parent.index));
    let (Some(key), Some(index)) = (key, index) else {
        let absent = [
            key.is_none()
                .then(|| no_field(&spec.file, &parent.key, &cells.header)),
            index
                .is_none()
                .then(|| no_field(file, &parent.index, &parents.header)),
        ];
        return Err(absent.into_iter().flatten().collect());
    };
    let mut problems = Vec::new();
    let rows = by_index(&parents, index, parent, file, &mut problems);
    let kept: Vec<usize> = (0..parents.header.len())
        .filter(|place| !cells.header.contains(&parents.header[*place]))
        .collect();
    let width = cells.header.len();
    let numbers = cells.first_row..;
    for (row, number) in cells.rows.iter_mut().zip(numbers) {
        if row.iter().all(Option::is_none) {
            continue;
        }
        let named = text(row, key);
        let found = named.and_then(|named| rows.get(named).copied());
        let Some(found) = found else {
            let problem = Problem::error("no-parent", &spec.file).at_row(number);
            problems.push(problem.in_column(&parent.key).found(named.unwrap_or("—")));
            continue;
        };
        row.resize(width, None);
        let of_parent = &parents.rows[found];
        row.extend(
            kept.iter()
                .map(|place| of_parent.get(*place).cloned().flatten()),
        );
    }
    if !problems.is_empty() {
        // the first ones show the kind of mistake
        problems.truncate(LISTED);
        return Err(problems);
    }
    cells
        .header
        .extend(kept.iter().map(|place| parents.header[*place].clone()));
    Ok(cells)
}

/// The rows of the parents by what their children call them.
fn by_index<'p>(
    parents: &'p Cells,
    index: usize,
    parent: &ParentSpec,
    file: &str,
    problems: &mut Vec<Problem>,
) -> BTreeMap<&'p str, usize> {
    let mut rows = BTreeMap::new();
    for (place, row) in parents.rows.iter().enumerate() {
        let Some(name) = text(row, index) else {
            continue;
        };
        match rows.entry(name) {
            Entry::Vacant(free) => {
                free.insert(place);
            }
            Entry::Occupied(_) => problems.push(
                Problem::error("parent-twice", file)
                    .at_row(parents.first_row + place)
                    .in_column(&parent.index)
                    .found(name),
            ),
        }
    }
    rows
}

/// A cell without blanks around it.
fn text(row: &[CellText], place: usize) -> Option<&str> {
    let text = row.get(place)?.as_deref()?.trim();
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_name_without_its_group_is_found_where_only_one_column_ends_so() {
        let header = header(&["site/plot_id", "soil/ph", "water/ph", "date", "meta/date"]);
        let short = without_groups(&header, FormExport::Kobo);
        assert_eq!(
            short.into_iter().collect::<Vec<_>>(),
            [("plot_id".to_owned(), 0)]
        );
        assert_eq!(in_groups(&header, "ph", '/'), ["soil/ph", "water/ph"]);
    }

    #[test]
    fn answers_have_columns_of_their_own() {
        let header = header(&[
            "site/pests",
            "site/pests/aphid",
            "site/pests/thrips",
            "other/aphid",
        ]);
        let of = |question| answer_columns(&header, question, '/');
        let answers: Vec<String> = of("pests").into_iter().map(|(_, answer)| answer).collect();
        assert_eq!(answers, ["aphid", "thrips"]);
        assert_eq!(of("site/pests"), of("pests"));
    }
}
