//! Which files lie below these folders?

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Folders below a given one that are looked into: a folder of SAFE products has seven levels.
const DEEPEST: usize = 8;

/// Every file below the given places, once, in order. A file stands for the folder it lies in: somebody may name the
/// metadata of a scene.
///
/// # Errors
/// Places that cannot be read, with what the system said.
pub(super) fn files(places: &[PathBuf]) -> (Vec<PathBuf>, Vec<(PathBuf, std::io::Error)>) {
    let (mut found, mut faults, mut seen) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for place in places {
        let folder = match place.metadata() {
            Ok(facts) if facts.is_file() => place.parent().unwrap_or(Path::new("")).to_owned(),
            Ok(_) => place.clone(),
            Err(error) => {
                faults.push((place.clone(), error));
                continue;
            }
        };
        below(&folder, DEEPEST, &mut found, &mut seen, &mut faults);
    }
    (found.into_iter().collect(), faults)
}

fn below(
    folder: &Path,
    levels: usize,
    found: &mut BTreeSet<PathBuf>,
    seen: &mut BTreeSet<PathBuf>,
    faults: &mut Vec<(PathBuf, std::io::Error)>,
) {
    // a folder named twice, or reached by a link, is one
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if levels == 0 || !seen.insert(real) {
        return;
    }
    let listed = std::fs::read_dir(if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    });
    let entries = match listed.and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push((folder.to_owned(), error));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries
        .into_iter()
        .map(|entry| folder.join(entry.file_name()))
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            below(&path, levels - 1, found, seen, faults);
        } else {
            found.insert(path);
        }
    }
}

/// Name of a file without its ending, and the ending in small letters.
pub(super) fn name_and_ending(path: &Path) -> Option<(&str, String)> {
    let stem = path.file_stem()?.to_str()?;
    let ending = path.extension()?.to_str()?;
    Some((stem, ending.to_ascii_lowercase()))
}
