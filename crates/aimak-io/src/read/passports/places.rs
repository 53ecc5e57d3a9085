//! The table of places.

use std::collections::BTreeSet;

use aimak_core::{AimakCode, PartialDate};
use proj::Proj;

use super::{
    record::{Author, Record},
    words,
};
use crate::read::{
    lost::{Lost, Readings},
    places::Places,
    sheet,
    table::Table,
};

pub(super) const NEEDED: [&str; 8] = [
    "id",
    "aimak",
    "kind",
    "longitude",
    "latitude",
    "exact_point_public",
    "sensitivity",
    "consent",
];
pub(super) const OPTIONAL: [&str; 17] = [
    "name_ky",
    "name_ru",
    "name_en",
    "recorded",
    "knowledge_ky",
    "knowledge_ru",
    "knowledge_en",
    "threats_ky",
    "threats_ru",
    "threats_en",
    "recommendations_ky",
    "recommendations_ru",
    "recommendations_en",
    "adult_author",
    "adult_author_may_be_named",
    "school",
    "class",
];
/// Longest id: it becomes part of file names.
const LONGEST_ID: usize = 60;

/// What holds for all rows.
pub(super) struct Region<'a> {
    pub places: &'a Places<'a>,
    /// From longitude and latitude to the working CRS.
    pub proj: &'a Proj,
    pub edition: PartialDate,
}

/// Every place of the table; rows with a problem are noted and may be missing.
pub(super) fn read(table: &mut Table<'_>, region: &Region<'_>) -> Vec<Record> {
    let mut lost = Lost::default();
    let mut ids = BTreeSet::new();
    let mut records = Vec::new();
    for row in table.rows() {
        let id = id(table, row, &mut ids);
        let record = record(table, row, region, &mut lost);
        if let Some((id, record)) = id.zip(record) {
            records.push(Record { id, ..record });
        }
    }
    for problem in lost.problems(&table.spec.file, "longitude, latitude") {
        table.note(problem);
    }
    records
}

/// The id: short, plain, and the only one of its kind also where a disk does not tell capitals apart.
fn id(table: &mut Table<'_>, row: usize, ids: &mut BTreeSet<String>) -> Option<String> {
    let id = sheet::filled(table, row, "id")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.len() > LONGEST_ID || !id.chars().all(plain) {
        table.wrong(row, "id", "passport-id", &id);
        return None;
    }
    if !ids.insert(id.to_lowercase()) {
        table.wrong(row, "id", "passport-twice", &id);
        return None;
    }
    Some(id)
}

/// A row without its id.
fn record(
    table: &mut Table<'_>,
    row: usize,
    region: &Region<'_>,
    lost: &mut Lost,
) -> Option<Record> {
    let name = words::local(table, row, "name");
    if name.is_empty() {
        table.wrong(row, "name_ky", "empty-cell", "—");
    }
    let aimak = aimak(table, row, region.places);
    let kind = sheet::filled(table, row, "kind")
        .and_then(|_| words::word(table, row, "kind", words::KINDS));
    let at = point(table, row, region, aimak.as_ref(), lost);
    let exact_point_public = words::flag(table, row, "exact_point_public").unwrap_or(false);
    let sensitivity = words::sensitivity(table, row);
    if exact_point_public && sensitivity.is_some() {
        table.wrong(row, "exact_point_public", "passport-sensitive-exact", "yes");
    }
    let consent = words::consent(table, row);
    if consent == aimak_science::disclosure::consent::Consent::Public {
        words::check_contact(table, row, &OPTIONAL);
    }
    let recorded = words::date(table, row, "recorded", region.edition);
    let author = author(table, row);
    Some(Record {
        id: String::new(),
        name,
        aimak: aimak?,
        kind: kind?,
        at,
        exact_point_public,
        sensitivity,
        consent,
        recorded,
        knowledge: words::local(table, row, "knowledge"),
        threats: words::local(table, row, "threats"),
        recommendations: words::local(table, row, "recommendations"),
        author,
        states: Vec::new(),
        species: Vec::new(),
        photos: Vec::new(),
    })
}

fn aimak(table: &mut Table<'_>, row: usize, places: &Places<'_>) -> Option<AimakCode> {
    sheet::filled(table, row, "aimak")?;
    places.named(table, row, Some(&words::column("aimak")))
}

/// Longitude and latitude; both or none, and inside an area.
fn point(
    table: &mut Table<'_>,
    row: usize,
    region: &Region<'_>,
    aimak: Option<&AimakCode>,
    lost: &mut Lost,
) -> Option<(f64, f64)> {
    let given = ["longitude", "latitude"].map(|name| words::text(table, row, name).is_some());
    match given {
        [true, false] => table.wrong(row, "latitude", "empty-cell", "—"),
        [false, true] => table.wrong(row, "longitude", "empty-cell", "—"),
        _ => {}
    }
    let [longitude, latitude] =
        ["longitude", "latitude"].map(|name| table.degrees(row, Some(&words::column(name))));
    let at = longitude.zip(latitude)?;
    if region.places.is_empty() {
        return Some(at);
    }
    let here = region.proj.convert(at).ok().map(geo::Point::from);
    match here.and_then(|point| region.places.aimak_at(point)) {
        None => {
            let readings = Readings::of(region.proj);
            lost.add(table.row_number(row), at, &readings, region.places);
        }
        Some(found) if aimak.is_some_and(|named| named != found) => {
            lost.sound += 1;
            table.doubtful(row, "aimak", "passport-other-aimak", found.0.as_str());
        }
        Some(_) => lost.sound += 1,
    }
    Some(at)
}

/// Adults by name where they agreed; pupils by school and class.
fn author(table: &mut Table<'_>, row: usize) -> Author {
    let names = words::text(table, row, "adult_author");
    let may_be_named = words::flag(table, row, "adult_author_may_be_named").unwrap_or(false);
    let names = names.filter(|_| may_be_named);
    let adults = names.iter().flat_map(|names| names.split(';'));
    let adults = adults.map(|name| name.trim().to_owned());
    Author {
        adults: adults.filter(|name| !name.is_empty()).collect(),
        school: words::text(table, row, "school"),
        class: words::text(table, row, "class"),
    }
}
