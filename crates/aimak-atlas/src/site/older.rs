//! Which edition in the site came before this one?

use std::{fs, path::Path};

use aimak_core::{
    Release,
    release::{Edition, RELEASE_SCHEMA},
};
use serde::Deserialize;

use super::sorted_editions;
use crate::{
    AtlasError,
    news::{Since, by_age},
};

/// What is read of every edition to find the right one.
#[derive(Deserialize)]
struct Head {
    schema: String,
    project: HeadProject,
}

#[derive(Deserialize)]
struct HeadProject {
    edition: Edition,
}

/// The newest edition below `editions` that is older than `own`.
///
/// # Errors
/// Where the disk refuses to read one.
pub(super) fn before(editions: &Path, own: &Edition) -> Result<Since, AtlasError> {
    let mut newest: Option<(Head, Vec<u8>)> = None;
    for name in sorted_editions(editions)? {
        let path = editions.join(&name).join("downloads/release.json");
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => continue,
            Err(cause) => return Err(AtlasError::Read { path, cause }),
        };
        // a folder of somebody else is no edition
        let Ok(head) = serde_json::from_slice::<Head>(&bytes) else {
            continue;
        };
        let age = |edition: &Edition, other: &Edition| {
            by_age((edition.date, &edition.id), (other.date, &other.id))
        };
        let is_older = age(&head.project.edition, own).is_lt();
        let is_newer_than =
            |found: &(Head, Vec<u8>)| age(&head.project.edition, &found.0.project.edition).is_gt();
        if is_older && newest.as_ref().is_none_or(is_newer_than) {
            newest = Some((head, bytes));
        }
    }
    let Some((head, bytes)) = newest else {
        return Ok(Since::First);
    };
    let whole = serde_json::from_slice::<Release>(&bytes);
    Ok(match whole {
        Ok(release) if head.schema == RELEASE_SCHEMA => Since::Compared(Box::new(release)),
        _ => Since::Unreadable(head.project.edition.id),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// Editions on disk: the name of the folder, and what its release says of itself.
    fn editions(all: &[(&str, &str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::TempDir::new().unwrap();
        for (name, schema, id) in all {
            let mut release = sample::release(id, false);
            release.schema = (*schema).into();
            let downloads = folder.path().join(name).join("downloads");
            fs::create_dir_all(&downloads).unwrap();
            let json = serde_json::to_vec(&release).unwrap();
            fs::write(downloads.join("release.json"), json).unwrap();
        }
        folder
    }

    fn found(folder: &Path, own: &str) -> String {
        let own = sample::release(own, false).project.edition;
        match before(folder, &own).unwrap() {
            Since::First | Since::Elsewhere => "first".into(),
            Since::Unreadable(id) => format!("unreadable {id}"),
            Since::Compared(release) => release.project.edition.id.clone(),
        }
    }

    #[test]
    fn the_newest_of_the_older_ones_is_taken() {
        let here = RELEASE_SCHEMA;
        let folder = editions(&[
            ("2026-9", here, "2026-9"),
            ("2026-10", here, "2026-10"),
            ("2026-11", here, "2026-11"),
        ]);
        assert_eq!(found(folder.path(), "2026-11"), "2026-10");
        assert_eq!(found(folder.path(), "2026-12"), "2026-11");
        assert_eq!(found(folder.path(), "2026-9"), "first");
        assert_eq!(found(&folder.path().join("nowhere"), "2026-9"), "first");
    }

    #[test]
    fn what_was_written_in_another_way_is_not_compared() {
        let folder = editions(&[("2026-1", "aimak-release/0", "2026-1")]);
        assert_eq!(found(folder.path(), "2026-2"), "unreadable 2026-1");
        fs::create_dir_all(folder.path().join("photos/downloads")).unwrap();
        fs::write(folder.path().join("photos/downloads/release.json"), "{}").unwrap();
        assert_eq!(found(folder.path(), "2026-2"), "unreadable 2026-1");
    }
}
