//! What have editions that were published earlier told of people's answers?

use std::path::{Path, PathBuf};

use aimak_core::Attitudes;

use crate::{problem::Problem, write::read_release};

/// Folder of a site with its editions, each with its release in `downloads/`.
const EDITIONS: &str = "e";

/// Answers that a site (with all its editions) or a release folder has told, editions in the order of their names; the edition `own` is
/// left out, because it is the one being made.
///
/// # Errors
/// A folder that is neither, or an edition that cannot be read: nobody could say then that nothing is given away beside it.
pub fn earlier_answers(folder: &Path, own: &str) -> Result<Vec<Attitudes>, Vec<Problem>> {
    let mut releases = Vec::new();
    let mut problems = Vec::new();
    for folder in release_folders(folder).map_err(|problem| vec![problem])? {
        match read_release(&folder) {
            Ok(release) => releases.push(release),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let others = releases
        .into_iter()
        .filter(|release| release.project.edition.id != own);
    Ok(others.filter_map(|release| release.attitudes).collect())
}

/// Release folders of a site, or the folder itself.
fn release_folders(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let editions = folder.join(EDITIONS);
    if !editions.is_dir() {
        return Ok(vec![folder.to_owned()]);
    }
    let unreadable = |error: std::io::Error| {
        Problem::error("unreadable", &editions.display().to_string()).because_of(&error)
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&editions).map_err(unreadable)? {
        let edition = entry.map_err(unreadable)?.path();
        if edition.is_dir() {
            found.push(edition.join("downloads"));
        }
    }
    found.sort();
    Ok(found)
}
