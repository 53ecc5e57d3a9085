//! Which bytes exactly were read: checksums for the file that tells what a folder means.

use std::{collections::BTreeMap, path::PathBuf};

use aimak_core::{Message, Progress as _};
use aimak_io::{digest::sha256_file, problem::Problem};
use rayon::prelude::*;

use crate::{progress::Bars, stop::Stop};

/// SHA-256 and size of files, by their path.
pub type Digests = BTreeMap<PathBuf, (String, u64)>;

/// Checksums of files, each once.
pub fn of(files: impl Iterator<Item = PathBuf>, bars: &Bars<'_>) -> Result<Digests, Stop> {
    let files: std::collections::BTreeSet<PathBuf> = files.collect();
    bars.begin(Message::new("stage-digests"), files.len());
    let digest = |path: PathBuf| {
        if bars.cancelled() {
            return Err(Stop::Interrupted);
        }
        let unreadable = |error: std::io::Error| {
            Problem::error("raster-unreadable", &path.display().to_string()).because_of(&error)
        };
        let digest = sha256_file(&path).map_err(unreadable)?;
        bars.advance(1);
        Ok((path, digest))
    };
    let digests = files.into_par_iter().map(digest).collect();
    bars.finish();
    digests
}
