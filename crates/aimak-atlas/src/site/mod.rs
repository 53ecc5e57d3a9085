//! From a release to a site folder, whole or not at all.
//!
//! The newest edition lies at the root, a frozen copy of it under `e/<edition>/`; frozen copies of older editions are
//! carried over unchanged. An edition published again under its own id replaces its frozen copy: an id names one
//! publication, and a correction before anybody cited it is still that publication. Once it is cited, a change needs a
//! new id in the project file.
//!
//! Pages are made by all cores and put onto the disk as they come ([`folder`]); only the sorted list of them is kept.

pub(crate) mod assets;
mod disk;
mod folder;
mod in_one_language;
mod kept;
mod older;
mod shared;
mod stick;
mod withdraw;

use std::{fs, path::Path};

use aimak_core::{Lang, Message, Progress};
use rayon::prelude::*;
use serde::Serialize;

pub(crate) use self::{
    assets::{fonts, style_sheet},
    disk::write_whole,
};
use self::{
    disk::{beside, carry_over, remove, swap},
    folder::{Copies, Folder, Listed, Listing},
    in_one_language::InOneLanguage,
    shared::Shared,
};
pub use self::{
    stick::{Carried, publish_stick},
    withdraw::{Cleaned, editions_with, withdraw},
};
use crate::{
    AtlasError, SiteSummary,
    cells::CellLayer,
    map,
    news::Since,
    outline,
    page::{self, Place},
    source::{self, Source},
    view::View,
};

/// Tells a folder of ours from a stranger's; also the list of files with their checksums.
const MANIFEST: &str = "site.json";

/// Publishes the release in `release_dir` to the folder `site`.
///
/// Pages are written beside the site and renamed into place, so a killed run leaves the last good site whole.
///
/// # Errors
/// [`AtlasError`]; nothing of the site has changed then.
pub fn publish(
    release_dir: &Path,
    site: &Path,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    refuse_foreign(site)?;
    let source = read(release_dir, progress)?;
    let partial = beside(site, "partial");
    remove(&partial)?;
    whole(site, &partial, write(site, &partial, &source, progress))
}

/// Puts what was written in its place, or removes it where something went wrong.
fn whole(
    site: &Path,
    partial: &Path,
    written: Result<SiteSummary, AtlasError>,
) -> Result<SiteSummary, AtlasError> {
    if written.is_err() {
        remove(partial)?;
    }
    let summary = written?;
    swap(partial, site)?;
    Ok(summary)
}

/// Reads the release.
fn read(release_dir: &Path, progress: &dyn Progress) -> Result<Source, AtlasError> {
    progress.begin(Message::new("stage-atlas-files"), 0);
    source::read(release_dir, progress)
}

/// Writes both copies and the editions of the old site into a new folder.
fn write(
    site: &Path,
    partial: &Path,
    source: &Source,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    let editions = partial.join("e");
    let edition = &source.release.project.edition.id;
    carry_over(&site.join("e"), &editions, edition)?;
    let notes = &source.release.passports.withdrawn;
    withdraw::clean_carried(&editions, edition, notes, progress)?;
    let own = editions.join(edition);
    fs::create_dir_all(&own).map_err(|cause| AtlasError::Write {
        path: own.clone(),
        cause,
    })?;
    let copies = Copies::new([
        Folder::new(Place::Newest, partial),
        Folder::new(Place::Frozen, own),
    ]);
    let names = sorted_editions(&editions)?;
    let since = older::before(&editions, &source.release.project.edition)?;
    render(
        source,
        &since,
        &languages(source),
        &names,
        &copies,
        progress,
    )
}

/// A folder that holds something but no site of ours stays as it is.
fn refuse_foreign(site: &Path) -> Result<(), AtlasError> {
    let foreign = match fs::read_dir(site) {
        Ok(mut entries) => entries.next().is_some() && !site.join(MANIFEST).is_file(),
        Err(_) => site.exists(),
    };
    if foreign {
        Err(AtlasError::NotASite {
            path: site.to_owned(),
        })
    } else {
        Ok(())
    }
}

/// Languages of the project; all three where it names none.
pub(crate) fn languages(source: &Source) -> Vec<Lang> {
    let declared = source.release.project.languages.clone();
    if declared.is_empty() {
        Lang::ALL.to_vec()
    } else {
        declared
    }
}

/// Writes every file of the edition into its copies; `editions` are named on the first page.
fn render(
    source: &Source,
    since: &Since,
    languages: &[Lang],
    editions: &[String],
    copies: &Copies,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    let sheet = outline::sheet(&source.outlines);
    let cells = CellLayer::all(source)?;
    let view = |lang| View::new(&source.release, &source.outlines, sheet.as_ref(), lang);
    let first = view(languages.first().copied().unwrap_or(Lang::Ky));
    let shared = Shared::put(source, since, &first, &cells, copies, progress)?;
    copies.put_by_place("index.html", |place| {
        Some(page::language_chooser(&first, editions, place).into_bytes())
    })?;
    copies.put_by_place(stick::READ_ME, |place| {
        (place == Place::Stick).then(|| stick::read_me(&source.release.project, languages))
    })?;
    let mut pages = 0;
    for &lang in languages {
        let view = view(lang);
        let cards = source.release.cards.par_iter();
        let maps = cards.filter_map(|card| Some((card.id.as_ref(), map::of(&view, card)?)));
        let edition = InOneLanguage {
            source,
            since,
            shared: &shared,
            view: &view,
            maps: &maps.collect(),
            cells: &cells,
        };
        pages += edition.put(copies, progress)?;
    }
    finish(source, copies, pages)
}

/// The list of what was written, in every copy; the last file of an edition.
fn finish(source: &Source, copies: &Copies, pages: usize) -> Result<SiteSummary, AtlasError> {
    let mut summary = SiteSummary {
        pages,
        files: 0,
        bytes: 0,
    };
    for folder in copies.folders() {
        if folder.place == Place::Newest {
            let edition = &source.release.project.edition.id;
            folder.put(kept::PATH, &kept::script(edition, &folder.listing()))?;
        }
        let listing = folder.listing();
        let manifest = manifest(source, &listing);
        folder.put_unlisted(MANIFEST, &manifest)?;
        summary.files += listing.len() + 1;
        summary.bytes += listing.values().map(|file| file.bytes).sum::<u64>();
        summary.bytes += manifest.len() as u64;
    }
    Ok(summary)
}

#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    edition: &'a str,
    program: &'a str,
    files: Vec<ManifestFile<'a>>,
}

#[derive(Serialize)]
struct ManifestFile<'a> {
    path: &'a str,
    #[serde(flatten)]
    listed: &'a Listed,
}

fn manifest(source: &Source, listing: &Listing) -> Vec<u8> {
    let manifest = Manifest {
        schema: "aimak-site/1",
        edition: &source.release.project.edition.id,
        program: &source.release.program,
        files: listing
            .iter()
            .map(|(path, listed)| ManifestFile { path, listed })
            .collect(),
    };
    let mut text =
        serde_json::to_vec_pretty(&manifest).expect("invariant: the manifest serialises");
    text.push(b'\n');
    text
}

/// Editions below a folder, the newest first; none where there is no such folder.
fn sorted_editions(editions: &Path) -> Result<Vec<String>, AtlasError> {
    if !editions.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(editions).map_err(|cause| AtlasError::Read {
        path: editions.to_owned(),
        cause,
    })?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.reverse();
    Ok(names)
}
