//! What does a browser keep for reading without the internet?
//!
//! `data/offline.js` names the edition and the few files that are kept by everybody who opens the atlas; what is kept on request is chosen by
//! the browser from `site.json`, whose checksum stands here, so that files of two editions are never mixed.

use serde::Serialize;

use super::{
    assets::is_font,
    folder::{Listed, Listing},
};
use crate::{page, source::sha256};

/// The list below the root of a site.
pub const PATH: &str = "data/offline.js";

/// Fonts and scripts that every page uses; the interactive map is kept on request only.
const SHELL: [&str; 3] = ["assets/atlas.css", "assets/atlas.js", "assets/icon.svg"];

#[derive(Serialize)]
struct Offline<'a> {
    edition: &'a str,
    /// Tells two publications apart, also of one edition.
    digest: &'a str,
    shell: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    #[serde(flatten)]
    listed: &'a Listed,
}

/// The script with the list.
pub fn script(edition: &str, listing: &Listing) -> Vec<u8> {
    let digest = digest(listing);
    let kept = Offline {
        edition,
        digest: &digest,
        shell: listing
            .iter()
            .filter(|(path, _)| is_shell(path))
            .map(|(path, listed)| File { path, listed })
            .collect(),
    };
    let json = serde_json::to_string(&kept).expect("invariant: the list serialises");
    format!("self.AIMAK_OFFLINE = {json};\n").into_bytes()
}

/// Checksum of all that was written: path, space, checksum, line by line.
fn digest(listing: &Listing) -> String {
    let lines = listing
        .iter()
        .map(|(path, listed)| format!("{path} {}\n", listed.sha256));
    sha256(lines.collect::<String>().as_bytes())
}

/// True for what everybody keeps: the frame of pages, the first pages, and the page in place of one that was not kept.
fn is_shell(path: &str) -> bool {
    let first = |path: &str| {
        let (_, name) = path.split_once('/').unwrap_or(("", path));
        name == "index.html" || name == page::offline::PATH
    };
    SHELL.contains(&path) || is_font(path) || first(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_and_the_first_pages_are_kept_by_everybody() {
        let kept = [
            "index.html",
            "ky/index.html",
            "en/offline.html",
            "assets/noto-sans-latin-400-normal.woff2",
        ];
        assert!(kept.iter().all(|path| is_shell(path)));
        let on_request = [
            "assets/map.js",
            "ky/aimak/index.html",
            "data/outlines.js",
            "downloads/release.json",
        ];
        assert!(!on_request.iter().any(|path| is_shell(path)));
    }

    #[test]
    fn another_file_is_another_digest() {
        let listed = |sha256: &str| Listed {
            sha256: sha256.into(),
            bytes: 1,
        };
        let one: Listing = [("a".to_owned(), listed("00"))].into();
        let other: Listing = [("a".to_owned(), listed("01"))].into();
        assert_ne!(digest(&one), digest(&other));
        assert_eq!(digest(&one), sha256(b"a 00\n"));
    }
}
