//! How does an eco-passport leave a site, with all its editions?
//!
//! Every edition carries its own release in `downloads/`. One that held the passport is made anew from that release without it, so nothing
//! of it can be left over on a page nobody thought of; the other editions stay byte for byte. The address of the passport stays too, and
//! says that it was withdrawn.

use std::{
    fs,
    path::{Path, PathBuf},
};

use aimak_core::{PartialDate, Progress, Release, WithdrawnPassport};

use super::{
    MANIFEST, disk,
    folder::{Copies, Folder},
    languages, older, render, sorted_editions,
};
use crate::{
    AtlasError,
    page::Place,
    source::{self, Source},
};

/// A site without the passport, written beside its place. Dropped before [`Cleaned::put_in_place`], it vanishes.
#[derive(Debug)]
pub struct Cleaned {
    /// Editions that held the passport, the newest first.
    pub editions: Vec<String>,
    site: PathBuf,
    partial: PathBuf,
}

impl Cleaned {
    /// Puts the cleaned site in the place of the old one.
    ///
    /// # Errors
    /// Where the disk refuses; the old site is then still there.
    pub fn put_in_place(self) -> Result<(), AtlasError> {
        disk::swap(&self.partial, &self.site)
    }
}

impl Drop for Cleaned {
    fn drop(&mut self) {
        // what cannot be removed is a matter of space, not of truth: it holds nothing that was withdrawn
        let _ = disk::remove(&self.partial);
    }
}

/// Editions of a site that show the passport, the newest first.
///
/// # Errors
/// Where the folder is no site, or an edition cannot be read: nobody could say then that it holds nothing.
pub fn editions_with(site: &Path, id: &str) -> Result<Vec<String>, AtlasError> {
    if !site.join(MANIFEST).is_file() {
        return Err(AtlasError::NotASite {
            path: site.to_owned(),
        });
    }
    let mut found = Vec::new();
    for edition in sorted_editions(&site.join("e"))? {
        if shows(&site.join("e").join(&edition), id)? {
            found.push(edition);
        }
    }
    // its frozen copy may have been deleted by hand
    if shows(site, id)? {
        let newest = newest_edition(site)?;
        if !found.contains(&newest) {
            found.insert(0, newest);
        }
    }
    Ok(found)
}

/// The site without the passport; `None` where no edition shows it. Nothing of the site has changed before it is put in place.
///
/// # Errors
/// [`AtlasError`].
pub fn withdraw(
    site: &Path,
    note: &WithdrawnPassport,
    progress: &dyn Progress,
) -> Result<Option<Cleaned>, AtlasError> {
    let affected = editions_with(site, &note.id)?;
    if affected.is_empty() {
        return Ok(None);
    }
    // a link or `.` is replaced where it points to
    let site = site.canonicalize().map_err(|cause| AtlasError::Read {
        path: site.to_owned(),
        cause,
    })?;
    let cleaned = Cleaned {
        partial: disk::beside(&site, "withdraw.partial"),
        site,
        editions: affected,
    };
    disk::remove(&cleaned.partial)?;
    let newest = newest_edition(&cleaned.site)?;
    let editions = cleaned.partial.join("e");
    disk::copy(&cleaned.site, &cleaned.partial)?;
    for edition in &cleaned.editions {
        let root = (*edition == newest).then_some(cleaned.partial.as_path());
        clean(
            &editions,
            edition,
            std::slice::from_ref(note),
            root,
            progress,
        )?;
    }
    Ok(Some(cleaned))
}

/// Takes withdrawn passports out of editions that are carried over from an older site: a copy of it may come from a stick that nobody cleaned.
pub(super) fn clean_carried(
    editions: &Path,
    own: &str,
    notes: &[WithdrawnPassport],
    progress: &dyn Progress,
) -> Result<(), AtlasError> {
    for edition in sorted_editions(editions)? {
        let mut found = Vec::new();
        for note in notes {
            if edition != own && shows(&editions.join(&edition), &note.id)? {
                found.push(note.clone());
            }
        }
        if !found.is_empty() {
            clean(editions, &edition, &found, None, progress)?;
        }
    }
    Ok(())
}

/// True where an edition shows the passport.
fn shows(edition: &Path, id: &str) -> Result<bool, AtlasError> {
    let path = edition.join("downloads/release.json");
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(AtlasError::Read { path, cause }),
    };
    let release: Release =
        serde_json::from_slice(&bytes).map_err(|cause| AtlasError::Parse { path, cause })?;
    Ok(release
        .passports
        .shown
        .iter()
        .any(|passport| passport.id == id))
}

/// The edition that lies at the root of a site.
fn newest_edition(site: &Path) -> Result<String, AtlasError> {
    #[derive(serde::Deserialize)]
    struct Newest {
        edition: String,
    }
    let path = site.join(MANIFEST);
    let bytes = fs::read(&path).map_err(|cause| AtlasError::Read {
        path: path.clone(),
        cause,
    })?;
    let newest: Newest =
        serde_json::from_slice(&bytes).map_err(|cause| AtlasError::Parse { path, cause })?;
    Ok(newest.edition)
}

/// Makes one edition anew without the passports; also its copy at the root, where `root` names it.
fn clean(
    editions: &Path,
    edition: &str,
    notes: &[WithdrawnPassport],
    root: Option<&Path>,
    progress: &dyn Progress,
) -> Result<(), AtlasError> {
    let folder = editions.join(edition);
    let held = root.filter(|_| !folder.exists()).unwrap_or(&folder);
    let mut source = source::read(&held.join("downloads"), progress)?;
    for note in notes {
        without(&mut source, &note.id, note.date);
    }
    let since = older::before(editions, &source.release.project.edition)?;
    disk::remove(&folder)?;
    let mut copies = vec![Folder::new(Place::Frozen, folder)];
    if let Some(root) = root {
        disk::empty_but(root, "e")?;
        copies.push(Folder::new(Place::Newest, root));
    }
    // the one that is about to be made is on the first page, too
    let mut names = sorted_editions(editions)?;
    if !names.iter().any(|name| name == edition) {
        names.push(edition.to_owned());
        names.sort_by(|a, b| b.cmp(a));
    }
    let copies = Copies::new(copies);
    render(
        &source,
        &since,
        &languages(&source),
        &names,
        &copies,
        progress,
    )?;
    Ok(())
}

/// Takes a passport with its photos out of a release in memory.
fn without(source: &mut Source, id: &str, date: PartialDate) {
    if source.release.withdraw(id, date).is_none() {
        return;
    }
    let assets = &source.release.assets;
    source.files.retain(|file| {
        file.kind == "release" || assets.iter().any(|asset| asset.path == file.path)
    });
    let mut json =
        serde_json::to_vec_pretty(&source.release).expect("invariant: a release serialises");
    json.push(b'\n');
    for file in source
        .files
        .iter_mut()
        .filter(|file| file.kind == "release")
    {
        file.bytes.clone_from(&json);
    }
}
