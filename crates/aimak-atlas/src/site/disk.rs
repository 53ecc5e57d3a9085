//! Files onto the disk, and whole folders into their place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::AtlasError;

/// Copies frozen editions other than `own`.
pub(super) fn carry_over(from: &Path, to: &Path, own: &str) -> Result<(), AtlasError> {
    let Ok(entries) = fs::read_dir(from) else {
        return Ok(());
    };
    for entry in entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name() != own)
    {
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Copies a file, or a folder with all that is in it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), AtlasError> {
    if !from.is_dir() {
        return fs::copy(from, to)
            .map(drop)
            .map_err(|cause| AtlasError::Write {
                path: to.to_owned(),
                cause,
            });
    }
    fs::create_dir_all(to).map_err(|cause| AtlasError::Write {
        path: to.to_owned(),
        cause,
    })?;
    let entries = fs::read_dir(from).map_err(|cause| AtlasError::Read {
        path: from.to_owned(),
        cause,
    })?;
    entries
        .filter_map(Result::ok)
        .try_for_each(|entry| copy(&entry.path(), &to.join(entry.file_name())))
}

/// Writes one file and the folders it needs.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), AtlasError> {
    let fail = |cause| AtlasError::Write {
        path: path.to_owned(),
        cause,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    fs::write(path, bytes).map_err(fail)
}

/// Writes a file beside its place and renames it: whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AtlasError> {
    let partial = beside(path, "partial");
    write_file(&partial, bytes)?;
    fs::rename(&partial, path).map_err(|cause| {
        let _ = fs::remove_file(&partial);
        AtlasError::Write {
            path: path.to_owned(),
            cause,
        }
    })
}

/// A folder beside the site: same disk, so that a rename suffices.
pub(super) fn beside(site: &Path, suffix: &str) -> PathBuf {
    let mut name = site
        .file_name()
        .unwrap_or_else(|| "site".as_ref())
        .to_owned();
    name.push(format!(".{suffix}"));
    site.with_file_name(name)
}

/// Removes a folder, if it is there.
pub(super) fn remove(folder: &Path) -> Result<(), AtlasError> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|cause| AtlasError::Write {
        path: folder.to_owned(),
        cause,
    })
}

/// Removes everything in a folder but one entry.
pub(super) fn empty_but(folder: &Path, kept: &str) -> Result<(), AtlasError> {
    let fail = |cause| AtlasError::Write {
        path: folder.to_owned(),
        cause,
    };
    for entry in fs::read_dir(folder).map_err(fail)?.filter_map(Result::ok) {
        if entry.file_name() == kept {
            continue;
        }
        let path = entry.path();
        let removed = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        removed.map_err(fail)?;
    }
    Ok(())
}

/// Puts the new site in place; the old one comes back if that fails.
pub(super) fn swap(partial: &Path, site: &Path) -> Result<(), AtlasError> {
    let fail = |cause| AtlasError::Write {
        path: site.to_owned(),
        cause,
    };
    if !site.exists() {
        return fs::rename(partial, site).map_err(fail);
    }
    let old = beside(site, "old.partial");
    remove(&old)?;
    fs::rename(site, &old).map_err(fail)?;
    if let Err(cause) = fs::rename(partial, site) {
        let _ = fs::rename(&old, site);
        return Err(fail(cause));
    }
    remove(&old)
}
