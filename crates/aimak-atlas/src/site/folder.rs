//! The folders an edition is written into, file by file as they are made.
//!
//! Nothing of an edition is held in memory: a file is put onto the disk by whichever thread made it, and only its path, size and
//! checksum are kept. The list is sorted, so the manifest is the same however many threads there were.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use serde::Serialize;

use super::{disk, stick};
use crate::{AtlasError, page::Place, source::sha256};

/// What a manifest says of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// SHA-256 in hex.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// Path below the root and what lies there.
pub type Listing = BTreeMap<String, Listed>;

/// One copy of an edition on the disk.
pub struct Folder {
    /// Where it will lie once the site is in its place.
    pub place: Place,
    root: PathBuf,
    listed: Mutex<Listing>,
}

impl Folder {
    /// A folder to write into.
    pub fn new(place: Place, root: impl Into<PathBuf>) -> Self {
        Self {
            place,
            root: root.into(),
            listed: Mutex::default(),
        }
    }

    /// Writes a file, in the form that this place can use, and notes it.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), AtlasError> {
        if self.place != Place::Stick {
            return self.write(path, bytes);
        }
        stick::form(path, bytes).map_or(Ok(()), |(path, bytes)| self.write(&path, &bytes))
    }

    /// Writes a file without a trace in the list: the manifest itself.
    pub fn put_unlisted(&self, path: &str, bytes: &[u8]) -> Result<(), AtlasError> {
        disk::write_file(&self.root.join(path), bytes)
    }

    /// What has been written so far.
    pub fn listing(&self) -> Listing {
        // a thread that panicked while it noted a file takes the whole run down anyway
        self.listed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), AtlasError> {
        self.put_unlisted(path, bytes)?;
        let entry = Listed {
            sha256: sha256(bytes),
            bytes: bytes.len() as u64,
        };
        let mut listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        listed.insert(path.to_owned(), entry);
        Ok(())
    }
}

/// All copies of an edition: what is the same in each is written by one call.
pub struct Copies(Vec<Folder>);

impl Copies {
    /// Copies to write.
    pub fn new(folders: impl IntoIterator<Item = Folder>) -> Self {
        Self(folders.into_iter().collect())
    }

    /// The folders.
    pub fn folders(&self) -> &[Folder] {
        &self.0
    }

    /// Writes a file that is the same in every copy.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), AtlasError> {
        self.0.iter().try_for_each(|folder| folder.put(path, bytes))
    }

    /// Writes a file that says where it lies.
    pub fn put_by_place(
        &self,
        path: &str,
        bytes: impl Fn(Place) -> Option<Vec<u8>>,
    ) -> Result<(), AtlasError> {
        self.0.iter().try_for_each(|folder| {
            bytes(folder.place).map_or(Ok(()), |bytes| folder.put(path, &bytes))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_lies_in_every_copy_and_is_listed_with_its_checksum() {
        let disk = tempfile::tempdir().expect("a folder for the test");
        let copies = Copies::new([
            Folder::new(Place::Newest, disk.path().join("a")),
            Folder::new(Place::Frozen, disk.path().join("b")),
        ]);
        copies.put("data/x.js", b"abc").expect("written");
        let by_place = |place| (place == Place::Newest).then(|| b"new".to_vec());
        copies.put_by_place("y.html", by_place).expect("written");
        let [newest, frozen] = copies.folders() else {
            panic!("two copies")
        };
        assert_eq!(newest.listing().len(), 2);
        assert_eq!(frozen.listing()["data/x.js"].sha256, sha256(b"abc"));
        assert_eq!(frozen.listing()["data/x.js"].bytes, 3);
        let text = std::fs::read(disk.path().join("b/data/x.js")).expect("there");
        assert_eq!(text, b"abc");
        assert!(!disk.path().join("b/y.html").exists());
    }
}
