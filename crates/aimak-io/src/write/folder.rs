//! A folder written beside its place and renamed into it.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use crate::problem::Problem;

/// The file that tells what a folder of maps or tables means.
pub(super) const ABOUT: &str = "about.json";

/// A folder that is not in place yet. Dropped before [`Folder::put_in_place`], it vanishes without a trace.
#[derive(Debug)]
pub(crate) struct Folder {
    place: PathBuf,
    partial: PathBuf,
    /// Locked while this run lives, so that a later run can tell its leftovers from its work. The system lets go of the
    /// lock of a killed run. `None` where a folder cannot be locked.
    _lock: Option<File>,
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
        clear_leftovers(&place);
        if place.exists() {
            let entries = entries(&place).map_err(|error| not_ours(error.to_string()))?;
            let marked = entries.is_empty() || entries.iter().any(|entry| *entry == files[0]);
            // statistics that GIS programs lay beside a raster
            let known = |entry: &str| files.contains(&entry) || entry.ends_with(".aux.xml");
            if let Some(strange) = entries.iter().find(|entry| !marked || !known(entry)) {
                return Err(not_ours(strange.clone()));
            }
        }
        let partial = sibling(&place, PARTIAL, std::process::id());
        let _ = fs::remove_dir_all(&partial);
        fs::create_dir_all(&partial).map_err(unwritable)?;
        Ok(Self {
            _lock: lock(&partial),
            place,
            partial,
        })
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
        let done = if self.place.exists() {
            self.swap()
        } else {
            fs::rename(&self.partial, &self.place)
        };
        // dropped, the folder takes along what now stands beside: the old one
        done.map_err(|error| self.unwritable(&error))
    }

    /// Exchanges the old folder and the new one: in one step where the system can, so that not even a killed run leaves
    /// the place empty.
    fn swap(&self) -> io::Result<()> {
        if exchange(&self.partial, &self.place).is_ok() {
            return Ok(());
        }
        let old = sibling(&self.place, OLD, std::process::id());
        let _ = fs::remove_dir_all(&old);
        fs::rename(&self.place, &old)?;
        if let Err(error) = fs::rename(&self.partial, &self.place) {
            let _ = fs::rename(&old, &self.place);
            return Err(error);
        }
        // what cannot be removed harms nobody: the new folder stands
        let _ = fs::remove_dir_all(&old);
        Ok(())
    }

    /// Writes what the folder means and puts it into place.
    ///
    /// # Errors
    /// Where the disk refuses; what stood in the place before is then still there.
    pub(super) fn finish(self, about: &serde_json::Value) -> Result<(), Problem> {
        let mut json = serde_json::to_vec_pretty(about).expect("invariant: JSON serialises");
        json.push(b'\n');
        self.write(ABOUT, &json)?;
        self.put_in_place()
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

/// Marks a folder that is being written.
const PARTIAL: &str = "partial-";
/// Marks a folder that is being replaced.
const OLD: &str = "old-";

/// A hidden neighbour of a folder, of this process alone.
fn sibling(place: &Path, mark: &str, process: u32) -> PathBuf {
    place.with_file_name(format!("{}{process}", stem(place, mark)))
}

/// What the names of such neighbours begin with.
fn stem(place: &Path, mark: &str) -> String {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.{mark}")
}

/// Removes what killed runs left beside `place`. A folder that one of them had moved away goes back first, if nothing
/// stands in its place.
fn clear_leftovers(place: &Path) {
    let Some(beside) = place.parent() else { return };
    let left = |mark: &str| {
        let stem = stem(place, mark);
        let names = entries(beside).unwrap_or_default();
        let ours = move |name: &String| {
            let process = name.strip_prefix(&stem);
            process.is_some_and(|id| id.parse::<u32>().is_ok())
        };
        let names = names.into_iter().filter(ours);
        names
            .map(|name| beside.join(name))
            .filter(|path| lock(path).is_some())
            .collect::<Vec<PathBuf>>()
    };
    // leftovers that cannot be removed are a matter of space, not of truth
    for old in left(OLD) {
        if place.exists() || fs::rename(&old, place).is_err() {
            let _ = fs::remove_dir_all(&old);
        }
    }
    for partial in left(PARTIAL) {
        let _ = fs::remove_dir_all(&partial);
    }
}

/// Locks a folder; `None` where somebody else has locked it, or folders cannot be locked here.
fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.try_lock().ok()?;
    Some(folder)
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Exchanges two folders in one step, which this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a folder of one file.
    fn put(place: &Path, text: &str) {
        let folder = Folder::beside(place, &["mark"]).unwrap();
        folder.write("mark", text.as_bytes()).unwrap();
        folder.put_in_place().unwrap();
    }

    #[test]
    fn leftovers_of_killed_runs_go_and_work_of_living_ones_stays() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("release");
        let neighbour = |name: &str| {
            let folder = dir.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("mark"), name).unwrap();
            folder
        };
        neighbour(".release.partial-4000001");
        let living = neighbour(".release.partial-4000002");
        let held = lock(&living).unwrap();
        neighbour(".release.partial-by-hand");
        neighbour(".release2.partial-4000001");
        put(&place, "new");
        assert_eq!(
            entries(dir.path()).unwrap(),
            [
                ".release.partial-4000002",
                ".release.partial-by-hand",
                ".release2.partial-4000001",
                "release"
            ]
        );
        drop(held);
        put(&place, "newer");
        assert!(!living.exists());
        assert_eq!(fs::read_to_string(place.join("mark")).unwrap(), "newer");
    }

    #[test]
    fn a_folder_that_a_killed_run_moved_away_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("release");
        put(&place, "last good");
        fs::rename(&place, dir.path().join(".release.old-4000001")).unwrap();
        let unfinished = Folder::beside(&place, &["mark"]).unwrap();
        drop(unfinished);
        assert_eq!(fs::read_to_string(place.join("mark")).unwrap(), "last good");
        assert_eq!(entries(dir.path()).unwrap(), ["release"]);
    }
}
