//! What every edition carries of `atlas-web`: scripts, fonts, one style sheet, settings of web servers.

use std::{io::Write as _, path::Path, sync::LazyLock};

use flate2::{Compression, write::GzEncoder};
use include_dir::{Dir, include_dir};

use super::folder::Copies;
use crate::{AtlasError, page::Place};

static SCRIPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/dist");
static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/fonts");
static STYLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/styles");
static HOSTING: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/hosting");

/// The one script that must lie at the root: a service worker rules over its own folder and what is below.
const SERVICE_WORKER: &str = "sw.js";

/// Scripts and fonts as they are, one style sheet; at the root of the site the service worker and settings of web servers.
pub fn put(copies: &Copies) -> Result<(), AtlasError> {
    for (name, bytes) in names(&SCRIPTS).chain(names(&FONTS)) {
        if name == SERVICE_WORKER {
            at_root(copies, name, bytes)?;
        } else {
            copies.put(&format!("assets/{name}"), bytes)?;
        }
    }
    for (name, bytes) in names(&HOSTING) {
        at_root(copies, name, bytes)?;
    }
    copies.put("assets/atlas.css", style_sheet().as_bytes())
}

/// A file that only the newest edition has, whose folder is the whole site.
fn at_root(copies: &Copies, name: &str, bytes: &[u8]) -> Result<(), AtlasError> {
    copies.put_by_place(name, |place| {
        (place == Place::Newest).then(|| bytes.to_vec())
    })
}

/// Names and bytes of the files of a folder.
fn names(folder: &'static Dir<'_>) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    folder
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents())))
}

/// What a reader fetches before an interactive map shows anything, as hosts send it: scripts and styles after gzip, in MB.
pub static MAP_MEGABYTES: LazyLock<f64> = LazyLock::new(|| {
    let parts = names(&SCRIPTS).filter(|(name, _)| ["map.js", "map.css"].contains(name));
    let bytes: usize = parts.map(|(_, bytes)| compressed(bytes)).sum();
    bytes as f64 / 1e6
});

fn compressed(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    let written = gzip.write_all(bytes).and_then(|()| gzip.finish());
    written.map_or(bytes.len(), |gzip| gzip.len())
}

/// Web fonts: names and bytes.
pub fn fonts() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    names(&FONTS).filter(|(name, _)| is_font(name))
}

/// True for the name of a web font.
pub fn is_font(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "woff2")
}

/// The style sheets of all parts as one: `atlas.css` first, the others by name. Every reader loads it first, so what
/// explains it to its authors stays with the sources.
pub fn style_sheet() -> String {
    let mut sheets: Vec<_> = STYLES.files().collect();
    sheets.sort_by_key(|sheet| (!sheet.path().ends_with("atlas.css"), sheet.path()));
    let texts = sheets.into_iter().filter_map(|sheet| sheet.contents_utf8());
    texts.map(without_comments).collect::<Vec<_>>().join("\n")
}

/// A style sheet without its comments and indents.
fn without_comments(css: &str) -> String {
    let (first, commented) = css.split_once("/*").unwrap_or((css, ""));
    let rest = commented
        .split("/*")
        .filter_map(|part| part.split_once("*/"));
    let bare: String = std::iter::once(first)
        .chain(rest.map(|(_, rest)| rest))
        .collect();
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{MAP_MEGABYTES, without_comments};

    #[test]
    fn the_map_is_told_at_the_size_it_travels() {
        assert!((0.2..0.6).contains(&*MAP_MEGABYTES), "{}", *MAP_MEGABYTES);
    }

    #[test]
    fn a_style_sheet_loses_comments_only() {
        let css =
            "/* a */\na { color: red }\n/* b\n c */ b { x: y }\n  c { content: \": \" } /* d */\n";
        assert_eq!(
            without_comments(css),
            "a { color: red }\nb { x: y }\nc { content: \": \" }"
        );
        assert_eq!(without_comments("a {}"), "a {}");
    }
}
