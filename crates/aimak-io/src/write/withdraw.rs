//! How does an eco-passport leave a release folder?

use std::{fs, path::Path};

use aimak_core::WithdrawnPassport;

use super::{Folder, RELEASE_FILE, read_release, release_folder};
use crate::problem::Problem;

/// A release without the passport, written beside its place. Dropped before [`CleanedRelease::put_in_place`], it vanishes.
#[derive(Debug)]
pub struct CleanedRelease(Folder);

impl CleanedRelease {
    /// Puts the cleaned release in the place of the old one.
    ///
    /// # Errors
    /// Where the disk refuses; the old release is then still there.
    pub fn put_in_place(self) -> Result<(), Problem> {
        self.0.put_in_place()
    }
}

/// True where the release in `dir` shows the passport.
///
/// # Errors
/// Where there is no release.
pub fn shows_passport(dir: &Path, id: &str) -> Result<bool, Problem> {
    let shown = read_release(dir)?.passports.shown;
    Ok(shown.iter().any(|passport| passport.id == id))
}

/// The release in `dir` without the passport and its photos; `None` where it does not show it. The other files keep their bytes.
///
/// # Errors
/// Where there is no release, or its folder holds something else, or cannot be written.
pub fn withdraw(dir: &Path, note: &WithdrawnPassport) -> Result<Option<CleanedRelease>, Problem> {
    let mut release = read_release(dir)?;
    if release.withdraw(&note.id, note.date).is_none() {
        return Ok(None);
    }
    let folder = release_folder(dir)?;
    for asset in &release.assets {
        let copied = fs::copy(dir.join(&asset.path), folder.path(&asset.path));
        copied.map_err(|error| {
            let file = dir.join(&asset.path).display().to_string();
            Problem::error("unreadable", &file).because_of(&error)
        })?;
    }
    let mut json = serde_json::to_vec_pretty(&release).expect("invariant: a release serialises");
    json.push(b'\n');
    folder.write(RELEASE_FILE, &json)?;
    Ok(Some(CleanedRelease(folder)))
}
