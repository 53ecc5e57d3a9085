//! Records of a Darwin Core Archive, or of a zip that holds one table.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{
    delimited::{each_row, without_lines},
    meta::{Meta, MetaTable},
    plain_table,
    raw::{Columns, Raw, Widths, rows_of},
    term::Term,
    zipped::Zipped,
};
use crate::problem::Problem;

/// Takes a record and the name of the file it stands in.
pub(super) type Each<'a> = dyn FnMut(&str, Raw) + 'a;
/// Cells of the rows of a core by their id.
type ById = BTreeMap<String, Vec<(Term, String)>>;

/// The file that describes an archive.
const META: &str = "meta.xml";
/// The table of records in a download of GBIF.
const OCCURRENCE: &str = "occurrence.txt";

/// Hands over every record of a zip; returns remarks.
///
/// # Errors
/// What is wrong with the zip, its description or its tables.
pub(super) fn each_record(path: &Path, each: &mut Each<'_>) -> Result<Vec<Problem>, Vec<Problem>> {
    let mut zip = Zipped::open(path)?;
    let described = zip.files.iter().filter(|file| last(file) == META);
    if let Some(meta) = described.min_by_key(|file| file.len()).cloned() {
        return Star::open(zip, &meta)?.each_record(each);
    }
    let table = only_table(&zip, path)?;
    let bytes = zip.bytes(&table).map_err(|problem| vec![problem])?;
    plain_table::each_row_of(&zip.label(&table), &bytes, each)?;
    Ok(Vec::new())
}

/// The last part of a name.
fn last(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default()
}

/// The one table of a zip without description.
fn only_table(zip: &Zipped, path: &Path) -> Result<String, Vec<Problem>> {
    let is_table = |file: &&String| {
        let name = last(file).to_lowercase();
        let ending = Path::new(&name)
            .extension()
            .and_then(|ending| ending.to_str());
        matches!(ending, Some("csv" | "tsv" | "txt"))
            && !matches!(name.as_str(), "readme.txt" | "citations.txt" | "rights.txt")
    };
    let tables: Vec<&String> = zip.files.iter().filter(is_table).collect();
    let records = tables
        .iter()
        .find(|file| last(file).eq_ignore_ascii_case(OCCURRENCE));
    match (records, tables.as_slice()) {
        (Some(file), _) => Ok((*file).clone()),
        (None, [only]) => Ok((*only).clone()),
        _ => {
            let found = if zip.files.is_empty() {
                "—".to_owned()
            } else {
                zip.files.join(", ")
            };
            let name = path.display().to_string();
            Err(vec![
                Problem::error("occurrences-zip-content", &name).found(found),
            ])
        }
    }
}

/// A core, and the table of records around it.
struct Star {
    zip: Zipped,
    /// The folder of the description.
    folder: String,
    records: MetaTable,
    /// The core, where records are an extension of it.
    core: Option<MetaTable>,
}

impl Star {
    /// Finds the table of records that a description names.
    fn open(mut zip: Zipped, meta: &str) -> Result<Self, Vec<Problem>> {
        let folder = meta.strip_suffix(META).unwrap_or_default().to_owned();
        let label = zip.label(meta);
        let bytes = zip.bytes(meta).map_err(|problem| vec![problem])?;
        let text = plain_table::decoded(&label, &bytes, None).map_err(|problem| vec![problem])?;
        let wrong = |found: String| vec![Problem::error("occurrences-meta", &label).found(found)];
        let Meta { core, extensions } = Meta::read(&text).map_err(wrong)?;
        let kinds: Vec<String> = std::iter::once(&core)
            .chain(&extensions)
            .map(|table| table.rows.clone())
            .collect();
        let of_records = |table: &MetaTable| table.rows == "occurrence";
        // a download of GBIF has its records twice: as interpreted, and as an extension as they were sent
        let (records, core) = if of_records(&core) {
            (core, None)
        } else if let Some(records) = extensions.into_iter().find(of_records) {
            (records, Some(core))
        } else if matches!(core.rows.as_str(), "" | "simpledarwinrecord") {
            (core, None)
        } else {
            let problem = Problem::error("occurrences-no-records", &label);
            return Err(vec![problem.found(kinds.join(", "))]);
        };
        Ok(Self {
            zip,
            folder,
            records,
            core,
        })
    }

    /// Hands over the records with what their core says.
    fn each_record(mut self, each: &mut Each<'_>) -> Result<Vec<Problem>, Vec<Problem>> {
        let mut problems: Vec<Problem> = self.nameless().into_iter().collect();
        let core = self.core.take();
        let by_id = core.map(|core| self.by_id(&core, &mut problems));
        let records = self.records.clone();
        let mut orphans: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut take = |label: &str, id: Option<&str>, mut raw: Raw| {
            match (&by_id, id) {
                (Some(by_id), Some(id)) if by_id.contains_key(id) => inherit(&mut raw, id, by_id),
                (Some(_), _) => orphans.entry(label.to_owned()).or_default().push(raw.row),
                (None, Some(id)) if raw.get(Term::Id).is_none() => {
                    raw.cells.push((Term::Id, id.to_owned()));
                }
                (None, _) => {}
            }
            each(label, raw);
        };
        self.each_row(&records, &mut problems, &mut take);
        if !problems.is_empty() {
            return Err(problems);
        }
        let orphan = |(label, rows): (String, Vec<usize>)| {
            rows_of(Problem::warning("occurrences-orphan", &label), rows)
        };
        Ok(orphans.into_iter().map(orphan).collect())
    }

    /// A problem where neither the records nor their core name species.
    fn nameless(&self) -> Option<Problem> {
        let label = self.zip.label(META);
        let unnamed = |table: &MetaTable| Columns::of_meta(table).without_names(&label, "—");
        let problem = unnamed(&self.records)?;
        let named = self
            .core
            .as_ref()
            .is_some_and(|core| unnamed(core).is_none());
        (!named).then_some(problem)
    }

    /// The rows of the core by their id.
    fn by_id(&mut self, core: &MetaTable, problems: &mut Vec<Problem>) -> ById {
        let mut by_id = ById::new();
        let mut take = |_: &str, id: Option<&str>, raw: Raw| {
            if let Some(id) = id {
                by_id.insert(id.to_owned(), raw.cells);
            }
        };
        self.each_row(core, problems, &mut take);
        by_id
    }

    /// Hands over every row of the files of a table, with the id of the core it belongs to.
    fn each_row(
        &mut self,
        table: &MetaTable,
        problems: &mut Vec<Problem>,
        take: &mut dyn FnMut(&str, Option<&str>, Raw),
    ) {
        let columns = Columns::of_meta(table);
        for file in &table.files {
            let inside = format!("{}{file}", self.folder);
            let label = self.zip.label(&inside);
            let bytes = self.zip.bytes(&inside);
            let text =
                bytes.and_then(|bytes| plain_table::decoded(&label, &bytes, Some(&table.encoding)));
            let text = match text {
                Ok(text) => text,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            let data = without_lines(&text, table.header_lines, table.dialect.line_end);
            let (mut widths, width) = (Widths::default(), table.width());
            let mut row_of = |row: usize, cells: &[String]| {
                widths.look(table.dialect, width, false, row, cells);
                let id = table
                    .id
                    .and_then(|place| cells.get(place))
                    .map(|id| id.trim());
                take(
                    &label,
                    id.filter(|id| !id.is_empty()),
                    columns.raw(row, cells),
                );
            };
            let read = each_row(data, table.dialect, 1 + table.header_lines, &mut row_of);
            problems.extend(widths.problems(&label, width));
            if let Err(open) = read {
                problems.push(
                    Problem::error("occurrences-open-quote", &label)
                        .at_row(open.row)
                        .found("\""),
                );
            }
        }
    }
}

/// Takes over what the core says, and what the events say that an event is part of.
fn inherit(raw: &mut Raw, id: &str, by_id: &ById) {
    let mut seen = BTreeSet::new();
    let mut next = Some(id.to_owned());
    while let Some(id) = next.filter(|id| seen.insert(id.clone())) {
        let Some(cells) = by_id.get(&id) else { return };
        raw.inherit(cells);
        let parent = cells.iter().find(|(term, _)| *term == Term::ParentEventId);
        next = parent.map(|(_, id)| id.clone());
    }
}
