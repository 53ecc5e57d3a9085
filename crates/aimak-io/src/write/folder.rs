//! A folder written beside its place and renamed into it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::problem::Problem;

/// What an existing folder must be like to be replaced.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Guard {
    /// Empty, or holding this file: something we wrote before.
    Holds(&'static str),
}

/// A folder that is not in place yet. Dropped before [`Folder::put_in_place`], it vanishes without a trace.
#[derive(Debug)]
pub(crate) struct Folder {
    place: PathBuf,
    partial: PathBuf,
}

impl Folder {
    /// Begins a folder that will stand at `place`.
    ///
    /// # Errors
    /// Where something stands there that is not ours to replace, or nothing can be written beside it.
    pub(crate) fn beside(place: &Path, Guard::Holds(file): Guard) -> Result<Self, Problem> {
        let name = place.display().to_string();
        let occupied = place.exists() && !place.join(file).exists();
        let empty = fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_none());
        if occupied && !empty {
            return Err(Problem::error("folder-not-ours", &name).found(name.clone()));
        }
        let partial = sibling(place, &format!("partial-{}", std::process::id()));
        let folder = Self {
            place: place.to_owned(),
            partial,
        };
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
        let old = sibling(&self.place, &format!("old-{}", std::process::id()));
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

/// A hidden neighbour of a folder.
fn sibling(place: &Path, suffix: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{suffix}"))
}
