//! Records of species: Darwin Core Archives, downloads of GBIF, tables with Darwin Core names, exports of iNaturalist.
//!
//! METHODS E.8. Records follow roads, observers and campaigns. They may tell that a species is known from a place; they are no counts, a
//! missing record is no absence, and before and after must not be read from them.
//!
//! Who observed a record is used to find repetitions and then forgotten: no output of this module holds it.

mod archive;
mod areas;
mod delimited;
mod duplicates;
mod event_date;
mod meta;
mod place;
mod plain_table;
mod precision;
mod raw;
mod record;
mod rule;
mod term;
#[cfg(test)]
mod tests;
mod zipped;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use aimak_core::Span;
use aimak_science::diversity::occurrence::{BasisOfRecord, Licence, Sighting};
use jiff::civil::Date;

pub use areas::{AreaList, by_area};
pub use rule::{Flag, Rule};

use crate::problem::Problem;

/// Endings of files that are no text.
const BOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "parquet"];

/// A record that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// Its id: that of GBIF where it has one.
    pub id: Option<String>,
    /// The species, without authors.
    pub species: String,
    /// The name as it is written.
    pub name: Option<String>,
    /// The days it can mean.
    pub days: Option<Span>,
    /// Longitude and latitude, degrees (WGS 84).
    pub place: Option<[f64; 2]>,
    /// Uncertainty of the place, m.
    pub uncertainty_m: Option<f64>,
    /// What evidence it is.
    pub basis: Option<BasisOfRecord>,
    /// Individuals, where they were counted.
    pub count: Option<f64>,
    /// Another amount.
    pub quantity: Option<String>,
    /// What that amount is.
    pub quantity_type: Option<String>,
    /// How it was sampled.
    pub protocol: Option<String>,
    /// How much effort that was.
    pub effort: Option<String>,
    /// How large the sample was.
    pub sample_size: Option<String>,
    /// The unit of that.
    pub sample_size_unit: Option<String>,
    /// The event it belongs to.
    pub event: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The data set it comes from.
    pub dataset: Option<String>,
    /// Its licence.
    pub licence: Licence,
    /// Its licence as it is written.
    pub licence_given: Option<String>,
    /// How its place was made coarser.
    pub generalizations: Option<String>,
    /// What is kept back.
    pub information_withheld: Option<String>,
    /// What is told beside it.
    pub flags: BTreeSet<Flag>,
    /// The file it stands in.
    pub file: String,
    /// Its row.
    pub row: usize,
}

impl Occurrence {
    /// Whether its place is known well enough for maps and areas.
    pub fn on_map(&self) -> bool {
        !self.flags.iter().any(|flag| flag.off_map())
    }

    /// The calendar year, where its date lies in one.
    pub fn year(&self) -> Option<i16> {
        self.days.and_then(record::year)
    }

    /// What it adds to a list of species.
    pub fn sighting(&self) -> Sighting<'_> {
        Sighting {
            species: &self.species,
            year: self.year(),
            on_map: self.on_map(),
        }
    }
}

/// A record that is left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The file it stands in.
    pub file: String,
    /// Its row.
    pub row: usize,
    /// Its id.
    pub id: Option<String>,
    /// Why.
    pub rule: Rule,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Occurrences {
    /// Records that stay, in the order of what they say.
    pub kept: Vec<Occurrence>,
    /// Absences: the species was looked for and not found. Never an abundance of 0.
    pub absences: Vec<Occurrence>,
    /// Records that are left out, in the order of files and rows.
    pub left_out: Vec<LeftOut>,
    /// What a person should look at although the work goes on.
    pub remarks: Vec<Problem>,
}

/// Reads files of records.
///
/// # Errors
/// Every problem of every file together. A record that cannot be used is none: it is left out with its reason.
pub fn occurrences(files: &[PathBuf]) -> Result<Occurrences, Vec<Problem>> {
    let (mut all, mut reads, mut problems) = (Occurrences::default(), Vec::new(), Vec::new());
    let files: BTreeSet<&PathBuf> = files.iter().collect();
    for path in files {
        let mut rows = 0;
        let mut each = |file: &str, raw: raw::Raw| {
            rows += 1;
            match record::read(file, &raw) {
                Ok(read) => reads.push(read),
                Err(rule) => all.left_out.push(LeftOut {
                    file: file.to_owned(),
                    row: raw.row,
                    id: raw.get(term::Term::Id).map(str::to_owned),
                    rule,
                }),
            }
        };
        match each_record(path, &mut each) {
            Ok(remarks) if rows > 0 => all.remarks.extend(remarks),
            Ok(_) => {
                let name = path.display().to_string();
                problems.push(Problem::error("sheet-no-rows", &name).found("—"));
            }
            Err(found) => problems.extend(found),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let (absences, present): (Vec<_>, Vec<_>) = reads.into_iter().partition(|read| read.absent);
    all.absences = absences.into_iter().map(|read| read.occurrence).collect();
    let (kept, again) = duplicates::parted(present);
    all.kept = kept;
    all.left_out.extend(again.into_iter().map(|record| LeftOut {
        file: record.file,
        row: record.row,
        id: record.id,
        rule: Rule::Duplicate,
    }));
    all.left_out.sort();
    all.kept.sort_by(in_order);
    all.absences.sort_by(in_order);
    Ok(all)
}

/// Hands over every record of a file; returns remarks.
fn each_record(path: &Path, each: &mut archive::Each<'_>) -> Result<Vec<Problem>, Vec<Problem>> {
    let mut magic = [0; 4];
    let begins = std::fs::File::open(path).and_then(|mut file| {
        use std::io::Read as _;
        file.read(&mut magic)
    });
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    // workbooks are zips too
    if BOOKS.contains(&ending.as_str()) {
        let name = path.display().to_string();
        return Err(vec![
            Problem::error("occurrences-workbook", &name).found(ending),
        ]);
    }
    if ending == "zip" || (begins.is_ok() && magic == *b"PK\x03\x04") {
        archive::each_record(path, each)
    } else {
        plain_table::each_record(path, each).map(|()| Vec::new())
    }
}

/// By species, days and id, whatever the order of files and rows.
fn in_order(one: &Occurrence, other: &Occurrence) -> std::cmp::Ordering {
    let place = |record: &Occurrence| record.place.unwrap_or_default();
    let ([x, y], [other_x, other_y]) = (place(one), place(other));
    told(one)
        .cmp(&told(other))
        .then(x.total_cmp(&other_x))
        .then(y.total_cmp(&other_y))
        .then_with(|| (&one.file, one.row).cmp(&(&other.file, other.row)))
}

/// What a person would sort records by.
fn told(record: &Occurrence) -> (&str, Option<(Date, Date)>, Option<&str>) {
    let days = record.days.map(|days| (days.from, days.to));
    (&record.species, days, record.id.as_deref())
}

/// Every rule that leaves records out.
pub fn every_rule() -> impl Iterator<Item = Rule> {
    record::every_rule()
}
