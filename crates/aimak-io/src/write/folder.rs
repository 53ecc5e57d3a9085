//! A folder written beside its place and renamed into it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::problem::Problem;

/// A folder that is not in place yet. Dropped before [`Folder::put_in_place`], it vanishes without a trace.
#[derive(Debug)]
pub(crate) struct Folder {
    place: PathBuf,
    partial: PathBuf,
}

impl Folder {
    /// Begins a folder that will stand at `place` and hold `files`, the first of which tells what it is.
    ///
    /// What stands there already is replaced only if it is empty, or holds the first of `files` and nothing that is not
    /// among them: a note somebody laid into a release is not ours to throw away.
    ///
    /// # Errors
    /// Where something stands there that is not ours to replace, or nothing can be written beside it.
    pub(crate) fn beside(place: &Path, files: &[&str]) -> Result<Self, Problem> {
        let name = place.display().to_string();
        let not_ours = |found: String| Problem::error("folder-not-ours", &name).found(found);
        let unwritable =
            |error: io::Error| Problem::error("folder-unwritable", &name).found(error.to_string());
        // a link or `.` is replaced where it points to; a renamed link would leave the old release behind
        let place = match place.canonicalize() {
            Ok(place) => place,
            Err(_) => std::path::absolute(place).map_err(unwritable)?,
        };
        if place.exists() {
            let entries = entries(&place).map_err(|error| not_ours(error.to_string()))?;
            let marked = entries.is_empty() || entries.iter().any(|entry| *entry == files[0]);
            // statistics that GIS programs lay beside a raster
            let known = |entry: &str| files.contains(&entry) || entry.ends_with(".aux.xml");
            if let Some(strange) = entries.iter().find(|entry| !marked || !known(entry)) {
                return Err(not_ours(strange.clone()));
            }
        }
        let partial = sibling(&place, &format!("{}.partial", std::process::id()));
        let folder = Self { place, partial };
        let _ = fs::remove_dir_all(&folder.partial);
        fs::create_dir_all(&folder.partial).map_err(|error| folder.unwritable(&error))?;
        Ok(folder)
    }

    /// Writes one file of the folder.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Problem> {
        fs::write(self.partial.join(path), bytes).map_err(|error| self.unwritable(&error))
    }

    /// Where files can be written meanwhile.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.partial.join(path)
    }

    /// Puts the folder into place; the old one goes only when the new one stands.
    ///
    /// # Errors
    /// Where the disk refuses; the old folder is then back in place.
    pub(crate) fn put_in_place(self) -> Result<(), Problem> {
        let old = sibling(&self.place, &format!("{}.old", std::process::id()));
        let had_old = self.place.exists();
        if had_old {
            fs::rename(&self.place, &old).map_err(|error| self.unwritable(&error))?;
        }
        if let Err(error) = fs::rename(&self.partial, &self.place) {
            if had_old {
                let _ = fs::rename(&old, &self.place);
            }
            return Err(self.unwritable(&error));
        }
        // what cannot be removed harms nobody: the new folder stands
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }

    fn unwritable(&self, error: &std::io::Error) -> Problem {
        Problem::error("folder-unwritable", &self.place.display().to_string())
            .found(error.to_string())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.partial);
    }
}

/// Names of what a folder holds, sorted.
fn entries(folder: &Path) -> io::Result<Vec<String>> {
    let name =
        |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    let mut names = fs::read_dir(folder)?
        .map(name)
        .collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// A hidden neighbour of a folder.
fn sibling(place: &Path, suffix: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{suffix}"))
}
