//! What do the interactive maps load, piece by piece? Archives of tiles, and what the browser must know of them.
//!
//! `PMTiles` v3: one file for each theme, no more than 8 MB. Maps by cell are tiles of codes, the base map vector tiles, the relief
//! tiles of heights; outlines are small enough to come whole. Letters come from the font of the page.

mod about;
mod archive;
mod base;
mod clip;
mod codes;
mod holes;
mod mercator;
mod png;
mod relief;
mod simplify;
mod vector_tile;

use std::collections::BTreeMap;

use aimak_core::{Message, Progress};

use self::about::{ArchiveAbout, Kind, TilesAbout};
use crate::{AtlasError, cells::CellLayer, source::Source};

/// Every archive of a release and `data/tiles.js`, by path below the root of an edition.
///
/// # Errors
/// [`AtlasError`] where a file of the release is damaged, or `progress` asked to stop.
pub fn files(
    source: &Source,
    cells: &[CellLayer<'_>],
    progress: &dyn Progress,
) -> Result<BTreeMap<String, Vec<u8>>, AtlasError> {
    let maps = codes::by_archive(cells);
    progress.begin(Message::new("stage-atlas-tiles"), 2 + maps.len());
    let mut files = BTreeMap::new();
    let mut archives = BTreeMap::new();
    let mut put = |name: &str, about, bytes| {
        files.insert(about::file(name), bytes);
        archives.insert(name.to_owned(), about);
    };
    let going_on = || {
        progress.advance(1);
        if progress.cancelled() {
            Err(AtlasError::Cancelled)
        } else {
            Ok(())
        }
    };
    let backdrop = &source.release.backdrop;
    if let (Some(base), Some(about)) = (base::archive(source)?, &backdrop.base) {
        let described = ArchiveAbout::of("base", Kind::Vector, &base.archive, base.bounds)
            .with_layers(base.layers)
            .credited(credit(source, &about.sources));
        put("base", described, base.archive.bytes);
    }
    going_on()?;
    if let (Some((archive, bounds)), Some(about)) = (relief::archive(source)?, &backdrop.relief) {
        let described = ArchiveAbout::of("relief", Kind::Terrarium, &archive, bounds)
            .credited(credit(source, &about.sources));
        put("relief", described, archive.bytes);
    }
    going_on()?;
    for maps in &maps {
        if let Some((archive, bounds)) = maps.archive().zip(maps.bounds()) {
            let described =
                ArchiveAbout::of(&maps.name, Kind::Codes, &archive, bounds).with_maps(maps.about());
            put(&maps.name, described, archive.bytes);
        }
        going_on()?;
    }
    let about = TilesAbout {
        archives,
        glyphs: None,
    };
    let about = serde_json::to_string_pretty(&about).expect("invariant: words serialise");
    let script = format!("window.AIMAK_TILES = {about};\n");
    files.insert("data/tiles.js".to_owned(), script.into_bytes());
    Ok(files)
}

/// Citations and licences of sources, as the project declares them, each once.
fn credit(source: &Source, ids: &[String]) -> String {
    let mut words: Vec<String> = Vec::new();
    let sources = source.release.sources.iter();
    for from in sources.filter(|from| ids.contains(&from.id)) {
        let said = match (&from.citation, &from.licence) {
            (Some(citation), Some(licence)) => format!("{citation} ({licence})"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => continue,
        };
        if !words.contains(&said) {
            words.push(said);
        }
    }
    words.join(" · ")
}

#[cfg(test)]
mod tests;
