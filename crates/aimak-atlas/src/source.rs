//! Is this a release, whole and unchanged?

use std::{
    fs,
    path::{Component, Path},
};

use aimak_core::{
    Progress, Release,
    release::{Asset, RELEASE_SCHEMA},
};
use sha2::{Digest as _, Sha256};

use crate::{AtlasError, outline::Outline};

/// A release with the bytes of its files, each checked against its SHA-256.
pub struct Source {
    /// The release.
    pub release: Release,
    /// Outlines in WGS84, sorted by code.
    pub outlines: Vec<Outline>,
    /// Files to hand on: name in the site's `downloads/`, kind, bytes.
    pub files: Vec<File>,
}

/// A file handed on unchanged.
#[derive(Clone)]
pub struct File {
    /// Path inside `downloads/`.
    pub path: String,
    /// What it is (`outlines`, `findings_csv`, ...).
    pub kind: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads a release folder; refuses anything that is not what `release.json` says.
pub fn read(folder: &Path, progress: &dyn Progress) -> Result<Source, AtlasError> {
    let path = folder.join("release.json");
    let bytes = fs::read(&path).map_err(|cause| AtlasError::Read {
        path: path.clone(),
        cause,
    })?;
    let release: Release =
        serde_json::from_slice(&bytes).map_err(|cause| AtlasError::Parse { path, cause })?;
    if release.schema != RELEASE_SCHEMA {
        return Err(AtlasError::Schema {
            found: release.schema,
            expected: RELEASE_SCHEMA,
        });
    }
    let mut files = vec![File {
        path: "release.json".into(),
        kind: "release".into(),
        bytes,
    }];
    for asset in &release.assets {
        files.push(checked(folder, asset)?);
        progress.advance(1);
    }
    let outlines = outlines(folder, &files)?;
    Ok(Source {
        release,
        outlines,
        files,
    })
}

/// One file of the release, if it is the one the release was made with.
fn checked(folder: &Path, asset: &Asset) -> Result<File, AtlasError> {
    let inside = Path::new(&asset.path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(AtlasError::OutsideRelease {
            path: asset.path.clone(),
        });
    }
    let path = folder.join(&asset.path);
    let bytes = fs::read(&path).map_err(|cause| AtlasError::Read {
        path: path.clone(),
        cause,
    })?;
    let found = sha256(&bytes);
    if found != asset.sha256 {
        return Err(AtlasError::Digest {
            path,
            found,
            expected: asset.sha256.clone(),
        });
    }
    Ok(File {
        path: asset.path.clone(),
        kind: asset.kind.clone(),
        bytes,
    })
}

/// The outlines among the files; a release without them has no maps.
fn outlines(folder: &Path, files: &[File]) -> Result<Vec<Outline>, AtlasError> {
    let Some(file) = files.iter().find(|file| file.kind == "outlines") else {
        return Ok(Vec::new());
    };
    crate::outline::read(&file.bytes).map_err(|cause| AtlasError::Parse {
        path: folder.join(&file.path),
        cause,
    })
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-2, appendix B.1.
    #[test]
    fn sha256_of_abc() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
