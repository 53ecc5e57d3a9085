//! A folder of tables and what they mean.

use std::path::{Path, PathBuf};

use super::{Folder, folder::ABOUT};
use crate::problem::Problem;

/// Tables that are being written. Dropped before [`Tables::finish`], they vanish without a trace.
pub struct Tables {
    folder: Folder,
}

impl Tables {
    /// Begins a folder that may hold these tables.
    ///
    /// # Errors
    /// Where something stands at `dir` that is no folder of these tables, or nothing can be written beside it.
    pub fn begin(dir: &Path, tables: &[&str]) -> Result<Self, Problem> {
        let names = [&[ABOUT], tables].concat();
        let folder = Folder::beside(dir, &names)?;
        Ok(Self { folder })
    }

    /// Where a table is written meanwhile.
    pub fn path(&self, table: &str) -> PathBuf {
        self.folder.path(table)
    }

    /// Writes a text beside the tables, such as a picture.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn text(&self, name: &str, text: &str) -> Result<(), Problem> {
        self.folder.write(name, text.as_bytes())
    }

    /// Writes what the tables mean and puts the folder into place.
    ///
    /// # Errors
    /// Where the disk refuses; what stood in the place before is then still there.
    pub fn finish(self, about: &serde_json::Value) -> Result<(), Problem> {
        self.folder.finish(about)
    }
}
