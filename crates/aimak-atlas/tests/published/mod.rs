//! Releases on the disk and the sites made from them, for every test that reads pages.

#![allow(dead_code, reason = "each test uses a part")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use aimak_atlas::publish;
use aimak_core::{Release, Silent};
use tempfile::TempDir;

use crate::sample;

/// A folder with a release and the site made from it.
pub struct Site(TempDir);

impl Site {
    /// The site of one release.
    pub fn of(release: Release) -> Self {
        let site = Self(TempDir::new().unwrap());
        site.publish(release);
        site
    }

    /// Publishes a release over what is there.
    pub fn publish(&self, release: Release) {
        sample::write(&self.release(), release);
        publish(&self.release(), &self.path(), &Silent).unwrap();
    }

    /// The folder of the release.
    pub fn release(&self) -> PathBuf {
        self.0.path().join("release")
    }

    /// The folder of the site.
    pub fn path(&self) -> PathBuf {
        self.0.path().join("site")
    }

    /// The text of a file of the site.
    pub fn file(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// True where the site has such a file.
    pub fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }
}

/// All files below a folder, by path below it.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                found.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// What lies between two marks.
pub fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from}"))
        .1;
    rest.split_once(to)
        .unwrap_or_else(|| panic!("no {to} after {from}"))
        .0
}
