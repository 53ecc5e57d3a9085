//! How does a release folder come into place: whole, or not at all?
mod borders;
mod folder;
mod log;
mod maps;
mod outlines;
mod table;
#[cfg(test)]
mod tests;

use std::path::Path;

use aimak_core::{Asset, Release, release::RELEASE_SCHEMA};

use crate::{digest, problem::Problem, read::Loaded};

pub(crate) use folder::Folder;
pub use maps::{MapSheet, MapStack, Maps};

/// The file that makes a folder a release.
const RELEASE_FILE: &str = "release.json";
/// All files of a release folder.
const FILES: [&str; 5] = [
    RELEASE_FILE,
    "findings.csv",
    "findings.parquet",
    "log.txt",
    "outlines.geojson",
];

/// Writes the release of `draft` to `dir` and returns it with its assets.
///
/// Everything is written beside `dir` and renamed into place; until then the last good release stays. The files are
/// `release.json`, `outlines.geojson` (WGS 84), `findings.csv`, `findings.parquet` and `log.txt`; the same draft always
/// gives the same bytes. Plots, their ids and their coordinates are in none of them.
///
/// # Errors
/// Where `dir` holds something that is no release, or cannot be written.
pub fn release(dir: &Path, draft: &Release, loaded: &Loaded) -> Result<Release, Problem> {
    let folder = Folder::beside(dir, &FILES)?;
    let mut assets = vec![
        asset(
            &folder,
            "outlines.geojson",
            "outlines",
            outlines::geojson(&draft.aimaks, &loaded.outlines_wgs84).as_bytes(),
        )?,
        asset(&folder, "findings.csv", "findings_csv", &table::csv(draft)?)?,
        asset(
            &folder,
            "findings.parquet",
            "findings_parquet",
            &table::parquet(draft)?,
        )?,
        asset(
            &folder,
            "log.txt",
            "log",
            log::text(draft, &loaded.remarks).as_bytes(),
        )?,
    ];
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    let release = Release {
        assets,
        ..draft.clone()
    };
    let mut json = serde_json::to_vec_pretty(&release).expect("invariant: a release serialises");
    json.push(b'\n');
    folder.write(RELEASE_FILE, &json)?;
    folder.put_in_place()?;
    Ok(release)
}

/// Writes one asset and describes it.
fn asset(folder: &Folder, path: &str, kind: &str, bytes: &[u8]) -> Result<Asset, Problem> {
    folder.write(path, bytes)?;
    let (path, kind) = (path.to_owned(), kind.to_owned());
    Ok(Asset {
        path,
        sha256: digest::sha256_bytes(bytes),
        bytes: bytes.len() as u64,
        kind,
    })
}

/// Reads the release in `dir`.
///
/// # Errors
/// Where there is none, or one of another version of the contract.
pub fn read_release(dir: &Path) -> Result<Release, Problem> {
    let file = dir.join(RELEASE_FILE);
    let problem =
        |found: String| Problem::error("no-release", &file.display().to_string()).found(found);
    let bytes = std::fs::read(&file).map_err(|error| problem(error.to_string()))?;
    // the version first: of another one, the rest may look different
    let Version { schema } =
        serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))?;
    if schema != RELEASE_SCHEMA {
        return Err(problem(schema));
    }
    serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))
}

/// The part of a release that every version has.
#[derive(serde::Deserialize)]
struct Version {
    schema: String,
}
