//! Eco-passports: from the tables of teachers and shepherds to what everybody may see.
//!
//! Everything private ends here. What leaves this module is either publishable ([`EcoPassports`] and photos without a past) or a
//! problem shown to the person at the keyboard. The tables are not listed among the sources of a release: a checksum of a short table with
//! one unknown coordinate can be tried out until it fits.

mod contact;
mod inside;
mod list;
mod observations;
mod photos;
mod places;
mod publish;
mod record;
#[cfg(test)]
mod tests;
pub(crate) mod withdrawn;
mod words;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Aimak, EcoPassports, Exclusion, PassportPhoto, PhotoFile};
use aimak_science::disclosure::{
    consent::{Use, permitted},
    rule::Rule,
};
use proj::Proj;
use rayon::prelude::*;

pub use self::list::{ProjectWithdrawal, from_project};
use self::record::Record;
use super::{Reading, places::Places, sheet, table::Table};
use crate::{
    photo,
    problem::{Problem, Severity},
    project::EcoPassportSpec,
};

/// Eco-passports as read: what may be published, and the files that belong to it.
#[derive(Default)]
pub struct Passports {
    /// What may be published.
    pub published: EcoPassports,
    /// What was left out, as far as that may be told.
    pub(super) exclusions: Vec<Exclusion>,
    /// Files of the photos, by path inside the release.
    pub photos: BTreeMap<String, Vec<u8>>,
    /// The tables, as the project file names them: remarks on them are for the person at the keyboard, not for the log of a release.
    pub tables: Vec<String>,
    /// How many places the tables hold. Not to be published.
    pub records: usize,
}

impl std::fmt::Debug for Passports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passports")
            .field("published", &self.published)
            .finish_non_exhaustive()
    }
}

impl Reading {
    /// Reads the passports the project file names.
    pub(super) fn passports(&mut self, aimaks: &[Aimak]) -> Passports {
        let Some(spec) = self.file.eco_passports.clone() else {
            return Passports::default();
        };
        let lines = withdrawn::read(&self.base, &spec.withdrawn);
        let lines = lines.unwrap_or_else(|problems| {
            self.problems.extend(problems);
            Vec::new()
        });
        let Ok(proj) = Proj::new_known_crs("EPSG:4326", &self.file.project.crs, None) else {
            return Passports::default();
        };
        let records = self.records(&spec, &Places::new(aimaks), &proj);
        let count = records.len();
        let standing: Vec<&Record> = records
            .iter()
            .filter(|record| !lines.iter().any(|line| line.note.id == record.id))
            .collect();
        let rule = Rule::METHODS.with_least_group(self.file.disclosure.min_group as u64);
        let (counted_only, exclusions) = publish::left_out(&standing, rule);
        let photo_table = spec.photos.as_deref().unwrap_or_default();
        let inside = |record: &Record, cell: &publish::Cell| {
            let aimak = aimaks.iter().find(|aimak| aimak.code == record.aimak);
            aimak.map_or(0.0, |aimak| inside::share(cell, aimak, &proj))
        };
        let (shown, photos, problems) = shown(&standing, photo_table, &inside);
        self.problems.extend(problems);
        let mut notes: Vec<_> = lines.into_iter().filter(|line| line.published).collect();
        notes.sort_by(|a, b| a.note.cmp(&b.note));
        notes.dedup_by(|later, first| later.note.id == first.note.id);
        let tables = [
            Some(&spec.places),
            spec.observations.as_ref(),
            spec.photos.as_ref(),
        ];
        Passports {
            published: EcoPassports {
                shown,
                withdrawn: notes.into_iter().map(|line| line.note).collect(),
                counted_only,
            },
            exclusions,
            photos,
            tables: tables
                .into_iter()
                .flatten()
                .chain([&spec.withdrawn])
                .cloned()
                .collect(),
            records: count,
        }
    }

    /// Every record of the tables.
    fn records(&mut self, spec: &EcoPassportSpec, places: &Places<'_>, proj: &Proj) -> Vec<Record> {
        let edition = self.file.project.edition.date;
        let region = places::Region {
            places,
            proj,
            edition,
        };
        let mut records = Vec::new();
        self.fixed(&spec.places, &places::NEEDED, &places::OPTIONAL, |table| {
            records = places::read(table, &region);
        });
        if let Some(file) = &spec.observations {
            let (needed, optional) = (&observations::NEEDED, &observations::OPTIONAL);
            self.fixed(file, needed, optional, |table| {
                observations::read(table, &mut records, edition);
            });
        }
        if let Some(file) = &spec.photos {
            let folder = self.base.join(photo_folder(spec, file));
            self.fixed(file, &photos::NEEDED, &photos::OPTIONAL, |table| {
                photos::read(table, &folder, &mut records, edition);
            });
        }
        records
    }

    /// Reads a table of fixed columns; what is wrong with it is kept.
    fn fixed(
        &mut self,
        file: &str,
        needed: &[&str],
        optional: &[&str],
        read: impl FnOnce(&mut Table<'_>),
    ) {
        let spec = sheet::spec(Path::new(file));
        let mut table = match Table::read(&self.base, &spec) {
            Ok(table) => table,
            Err(problems) => return self.problems.extend(problems),
        };
        let problems = words::check_columns(&table, needed, optional);
        if problems.is_empty() {
            read(&mut table);
        }
        self.problems.extend(problems);
        self.problems.extend(table.problems());
    }
}

/// Where photos lie: in their folder, else beside their table.
fn photo_folder(spec: &EcoPassportSpec, table: &str) -> PathBuf {
    let beside = || Path::new(table).parent().map(Path::to_owned);
    let given = spec.photo_folder.as_ref().map(PathBuf::from);
    given.or_else(beside).unwrap_or_default()
}

/// The place a row belongs to; one that is not in the table of places is a problem.
fn place_of(table: &mut Table<'_>, row: usize, records: &[Record]) -> Option<usize> {
    let id = sheet::filled(table, row, "place")?;
    let found = records.iter().position(|record| record.id == id);
    if found.is_none() {
        let known = records.iter().map(|record| record.id.as_str());
        let problem = table.problem(Severity::Error, "passport-unknown-place", row, "place");
        let problem = problem.found(id.as_str());
        table.note(match crate::problem::nearest(&id, known) {
            Some(word) => {
                problem.hinting(aimak_core::Message::new("hint-did-you-mean").with("word", word))
            }
            None => problem,
        });
    }
    found
}

/// Public records with their photos, sorted by id.
fn shown(
    records: &[&Record],
    table: &str,
    inside: &dyn Fn(&Record, &publish::Cell) -> f64,
) -> (
    Vec<aimak_core::EcoPassport>,
    BTreeMap<String, Vec<u8>>,
    Vec<Problem>,
) {
    let (public, _) = permitted(records, Use::Record, |record| record.consent);
    let (mut files, mut problems) = (BTreeMap::new(), Vec::new());
    let mut passports = Vec::new();
    for record in public {
        let mut passport = publish::passport(record, &|cell| inside(record, cell));
        let photos: Vec<_> = record
            .photos
            .iter()
            .filter(|photo| publish::may_be_shown(record, photo))
            .collect();
        let prepared: Vec<_> = photos
            .par_iter()
            .map(|photo| photos::prepare(photo, table))
            .collect();
        for (place, (photo, prepared)) in photos.iter().zip(prepared).enumerate() {
            let prepared = match prepared {
                Ok(prepared) => prepared,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            let stem = format!("passport-{}-{}", record.id, place + 1);
            let mut put = |path: String, picture: photo::Picture| {
                let (width, height) = (picture.width, picture.height);
                files.insert(path.clone(), picture.jpeg);
                PhotoFile {
                    path,
                    width,
                    height,
                }
            };
            passport.photos.push(PassportPhoto {
                large: put(format!("{stem}.jpg"), prepared.large),
                small: put(format!("{stem}-small.jpg"), prepared.small),
                card: put(format!("{stem}-card.jpg"), prepared.card),
                taken: publish::photo_date(record, photo),
                author: photo.author.clone(),
                caption: photo.caption.clone(),
                alt: photo.alt.clone(),
            });
        }
        passports.push(passport);
    }
    passports.sort_by(|a, b| a.id.cmp(&b.id));
    (passports, files, problems)
}
