//! The table of photos, and the photos themselves.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use aimak_core::{Message, PartialDate};
use aimak_science::disclosure::consent::Consent;

use super::{
    record::{Photo, Record},
    words,
};
use crate::{
    photo::{self, LARGEST_BYTES, LARGEST_PIXELS, Unfit},
    problem::Problem,
    read::{sheet, table::Table},
};

pub(super) const NEEDED: [&str; 5] = [
    "place",
    "file",
    "consent",
    "recognisable_face",
    "face_consent",
];
pub(super) const OPTIONAL: [&str; 9] = [
    "taken",
    "adult_author",
    "adult_author_may_be_named",
    "caption_ky",
    "caption_ru",
    "caption_en",
    "alt_ky",
    "alt_ru",
    "alt_en",
];

/// Adds every photo of the table to its place; files are looked for, not opened.
pub(super) fn read(
    table: &mut Table<'_>,
    folder: &Path,
    records: &mut [Record],
    edition: PartialDate,
) {
    let mut seen = BTreeSet::new();
    for row in table.rows() {
        let record = super::place_of(table, row, records);
        let file = file(table, row, folder);
        let consent = words::consent(table, row);
        let faces_agreed = faces(table, row, consent);
        let taken = words::date(table, row, "taken", edition);
        let may_be_named = words::flag(table, row, "adult_author_may_be_named").unwrap_or(false);
        let author = words::text(table, row, "adult_author").filter(|_| may_be_named);
        let (Some(place), Some((name, file))) = (record, file) else {
            continue;
        };
        if !seen.insert((place, file.clone())) {
            table.wrong(row, "file", "passport-twice", &name);
            continue;
        }
        if consent == Consent::Public && records[place].consent == Consent::Public {
            words::check_contact(table, row, &OPTIONAL);
        }
        records[place].photos.push(Photo {
            row: table.row_number(row),
            name,
            file,
            consent,
            faces_agreed,
            taken,
            author,
            caption: words::local(table, row, "caption"),
            alt: words::local(table, row, "alt"),
        });
    }
}

/// The file of a row: inside the folder, and there.
fn file(table: &mut Table<'_>, row: usize, folder: &Path) -> Option<(String, PathBuf)> {
    let name = sheet::filled(table, row, "file")?;
    let inside = Path::new(&name)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(&name);
    if inside && path.is_file() {
        return Some((name, path));
    }
    table.wrong(row, "file", "photo-missing", &name);
    None
}

/// Whether everybody who can be recognised agreed. A public photo that shows a face without consent contradicts itself and is a
/// problem; one of which nobody knows is kept back, and that is said.
fn faces(table: &mut Table<'_>, row: usize, consent: Consent) -> bool {
    let face = words::flag(table, row, "recognisable_face");
    let agreed = words::flag(table, row, "face_consent").unwrap_or(false);
    if consent == Consent::Public {
        match face {
            Some(true) if !agreed => {
                let found = words::text(table, row, "face_consent");
                let found = found.unwrap_or_else(|| "—".to_owned());
                table.wrong(row, "face_consent", "photo-face-consent", &found);
            }
            None if words::text(table, row, "recognisable_face").is_none() => {
                table.doubtful(row, "recognisable_face", "photo-face-unknown", "—");
            }
            _ => {}
        }
    }
    match face {
        Some(false) => true,
        Some(true) => agreed,
        None => false,
    }
}

/// Opens a photo and makes it publishable.
pub(super) fn prepare(photo: &Photo, table_file: &str) -> Result<photo::Photo, Problem> {
    let problem = |code: &'static str| {
        Problem::error(code, table_file)
            .at_row(photo.row)
            .in_column("file")
            .found(photo.name.as_str())
    };
    let size = std::fs::metadata(&photo.file).map_or(0, |data| data.len());
    let prepared = if size > LARGEST_BYTES {
        Err(Unfit::TooLarge)
    } else {
        let bytes = std::fs::read(&photo.file);
        photo::prepare(&bytes.map_err(|error| problem("photo-damaged").because_of(&error))?)
    };
    prepared.map_err(|unfit| match unfit {
        Unfit::OtherFormat => problem("photo-type"),
        Unfit::TooLarge => {
            let expected = Message::new("expected-photo-too-large")
                .with("megabytes", LARGEST_BYTES as f64 / 1e6)
                .with("megapixels", LARGEST_PIXELS as f64 / 1e6);
            problem("photo-too-large").expecting(expected)
        }
        Unfit::Damaged(said) => problem("photo-damaged").found(format!("{}: {said}", photo.name)),
    })
}
