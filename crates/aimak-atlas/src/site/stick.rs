//! What of an edition can be used by double-click, and in which form?
//!
//! A page opened from `file://` may load scripts, pictures and styles by their tags, and nothing else: no `fetch`, so no byte ranges of
//! tile archives, and no service worker. A tile archive therefore travels as a *pack*: a script that holds the whole archive as base64
//! (`CONTRACT.md`, "Packs").

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use aimak_core::{Lang, Message, Progress, Project};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    disk::{beside, remove},
    folder::{Copies, Folder},
    languages, read, refuse_foreign, render, whole,
};
use crate::{
    AtlasError, SiteSummary,
    news::Since,
    page::{self, Place},
    texts::Catalogue,
};

/// How to open the atlas, in every language of the project.
pub const READ_ME: &str = "READ ME.txt";

/// A site to be carried by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The folder to copy onto a stick.
    pub folder: PathBuf,
    /// What is in it.
    pub summary: SiteSummary,
}

/// Publishes the release into a folder that opens by double-click, below `parent`: its name holds the project and the date of the edition, so
/// that two sticks can be told apart. One copy of the newest edition and nothing that needs a server.
///
/// # Errors
/// [`AtlasError`]; nothing has changed then.
pub fn publish_stick(
    release_dir: &Path,
    parent: &Path,
    progress: &dyn Progress,
) -> Result<Carried, AtlasError> {
    let source = read(release_dir, progress)?;
    let project = &source.release.project;
    let folder = parent.join(folder_name(project));
    refuse_foreign(&folder)?;
    let partial = beside(&folder, "partial");
    remove(&partial)?;
    let copies = Copies::new([Folder::new(Place::Stick, &partial)]);
    let written = render(
        &source,
        &Since::Elsewhere,
        &languages(&source),
        &[],
        &copies,
        progress,
    );
    let summary = whole(&folder, &partial, written)?;
    Ok(Carried { folder, summary })
}

/// `demo-2026-11-24`.
fn folder_name(project: &Project) -> String {
    let date = project.edition.date;
    format!("{}-{date}", page::file_name(&project.id))
}

/// Plain text that the oldest editor shows right: with a byte order mark and two characters at the end of a line.
pub fn read_me(project: &Project, languages: &[Lang]) -> Vec<u8> {
    let part = |lang: &Lang| {
        let words = Catalogue::new(*lang);
        let edition = project.edition.id.as_str();
        let message = Message::new("stick-read-me")
            .with("title", project.title.get(*lang))
            .with("edition", edition)
            .with("date", words.date(project.edition.date));
        let simulated = project.simulated.then(|| words.text("simulated-banner"));
        let notice = project.notice.as_ref();
        let notice = notice.map(|text| text.get(*lang).to_owned());
        let parts = [Some(words.message(&message)), simulated, notice];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    };
    let parts: Vec<String> = languages.iter().map(part).collect();
    let text = parts.join("\n\n* * *\n\n").replace('\n', "\r\n");
    format!("\u{feff}{text}\r\n").into_bytes()
}

/// Files that only a server can use.
const SERVER_ONLY: [&str; 4] = ["sw.js", "data/offline.js", ".htaccess", "_headers"];

/// Tells the map that packs lie beside the tiles' description: elsewhere nobody asks for them from the disk in vain.
const HAS_PACKS: &[u8] = b"window.AIMAK_TILES.packs = true;\n";

/// A file in the form it has on a stick: its path and bytes; `None` where it is of no use there.
pub fn form<'a>(path: &'a str, bytes: &'a [u8]) -> Option<(Cow<'a, str>, Cow<'a, [u8]>)> {
    if SERVER_ONLY.contains(&path) {
        return None;
    }
    if path == "data/tiles.js" {
        return Some((Cow::Borrowed(path), Cow::Owned([bytes, HAS_PACKS].concat())));
    }
    let archive = path
        .strip_prefix("tiles/")
        .and_then(|name| name.strip_suffix(".pmtiles"));
    Some(match archive {
        Some(archive) => (
            Cow::Owned(format!("packs/{archive}.js")),
            Cow::Owned(pack(archive, bytes)),
        ),
        None => (Cow::Borrowed(path), Cow::Borrowed(bytes)),
    })
}

/// A tile archive as a script.
fn pack(archive: &str, bytes: &[u8]) -> Vec<u8> {
    let name = serde_json::Value::from(archive);
    let mut script = format!("(window.AIMAK_PACKS=window.AIMAK_PACKS||{{}})[{name}]=\"");
    STANDARD.encode_string(bytes, &mut script);
    script.push_str("\";\n");
    script.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_archive_becomes_a_script_and_server_files_stay_behind() {
        let (path, bytes) = form("tiles/base.pmtiles", b"PMTiles\x03\xff").expect("carried");
        assert_eq!(path, "packs/base.js");
        assert_eq!(
            &*bytes,
            b"(window.AIMAK_PACKS=window.AIMAK_PACKS||{})[\"base\"]=\"UE1UaWxlcwP/\";\n"
        );
        assert_eq!(form("sw.js", b"x"), None);
        assert_eq!(
            form("ky/index.html", b"x").expect("carried").0,
            "ky/index.html"
        );
    }
}
