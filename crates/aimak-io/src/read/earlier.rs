//! What have editions that were published earlier told of people's answers, and of what farms reported?

use std::path::{Path, PathBuf};

use aimak_core::{Attitudes, FigureTold};

use crate::{problem::Problem, write::read_release};

/// Folder of a site with its editions, each with its release in `downloads/`.
const EDITIONS: &str = "e";

/// What editions have told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// Of people's answers, edition by edition.
    pub answers: Vec<Attitudes>,
    /// Of the programme's own figures.
    pub figures: Vec<FigureTold>,
}

/// What a site (with all its editions) or a release folder has told, editions in the order of their names; the edition `own` is
/// left out, because it is the one being made.
///
/// # Errors
/// A folder that is neither, or an edition that cannot be read: nobody could say then that nothing is given away beside it.
pub fn earlier(folder: &Path, own: &str) -> Result<Earlier, Vec<Problem>> {
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
    let mut told = Earlier::default();
    for release in others {
        told.answers.extend(release.attitudes);
        told.figures.extend(release.programme);
    }
    Ok(told)
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
