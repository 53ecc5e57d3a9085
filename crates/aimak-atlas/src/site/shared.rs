//! What is the same in every language of an edition: assets, downloads and what programs are told of them, tiles, outlines.

use std::collections::BTreeMap;

use aimak_core::Progress;
use rayon::prelude::*;

use super::{assets, folder::Copies};
use crate::{
    AtlasError,
    cells::CellLayer,
    metadata::Catalog,
    news::Since,
    outline, page,
    source::{File, Source},
    tiles,
    view::View,
};

/// What pages need to know of it.
pub(super) struct Shared<'a> {
    /// What lies in `downloads/`, as programs are told of it.
    pub catalog: Catalog<'a>,
    /// The columns of its tables, by path.
    pub headers: Vec<(String, Vec<String>)>,
    /// The figures of each indicator, by path.
    pub tables: BTreeMap<String, Vec<u8>>,
}

impl<'a> Shared<'a> {
    /// Writes all of it.
    pub fn put(
        source: &'a Source,
        since: &Since,
        view: &View<'_>,
        cells: &[CellLayer<'_>],
        copies: &Copies,
        progress: &dyn Progress,
    ) -> Result<Self, AtlasError> {
        assets::put(copies)?;
        copies.put("data/outlines.js", &outlines_script(source))?;
        put_cell_pictures(cells, view, copies)?;
        let headline = headline(view);
        // those of the release, unchanged, and the headline outlines
        let files: Vec<&File> = source.files.iter().chain([&headline]).collect();
        for file in &files {
            copies.put(&format!("downloads/{}", file.path), &file.bytes)?;
        }
        let catalog = Catalog::of(&source.release, &source.outlines, &files);
        for (path, bytes) in catalog.files() {
            copies.put(&path, &bytes)?;
        }
        let tables = tables(source);
        for (path, bytes) in &tables {
            copies.put(path, bytes)?;
        }
        if let Since::Compared(old) = since {
            copies.put(page::news::TABLE, &page::news::table(old, &source.release))?;
        }
        for (path, bytes) in tiles::files(source, cells, progress)? {
            copies.put(&path, &bytes)?;
        }
        Ok(Self {
            catalog,
            headers: page::data::headers(&files),
            tables,
        })
    }
}

/// The figures of each indicator as a table of their own, by path.
fn tables(source: &Source) -> BTreeMap<String, Vec<u8>> {
    let cards = source.release.cards.iter();
    let with_rows = cards.filter_map(|card| {
        let rows = page::indicator::table(&source.release, &source.files, &card.id)?;
        Some((page::indicator::table_path(&card.id), rows))
    });
    with_rows.collect()
}

/// The headline outlines, as a file to download.
fn headline(view: &View<'_>) -> File {
    File {
        path: "headline.geojson".into(),
        kind: "headline".into(),
        bytes: crate::headline::geojson(view),
    }
}

/// Drawn pictures of the maps by cell, the same in every language.
fn put_cell_pictures(
    cells: &[CellLayer<'_>],
    view: &View<'_>,
    copies: &Copies,
) -> Result<(), AtlasError> {
    let Some(sheet) = view.sheet else {
        return Ok(());
    };
    cells
        .par_iter()
        .try_for_each(|layer| copies.put(&format!("data/{}", layer.file()), &layer.on_sheet(sheet)))
}

/// Outlines for the interactive maps.
fn outlines_script(source: &Source) -> Vec<u8> {
    let feature = |(id, outline): (usize, &outline::Outline)| {
        serde_json::json!({
            "type": "Feature", "id": id, "properties": { "code": outline.code }, "geometry": outline.shape.rounded(),
        })
    };
    let features: Vec<_> = source.outlines.iter().enumerate().map(feature).collect();
    let collection = serde_json::json!({
        "type": "FeatureCollection", "bbox": outline::bounds(&source.outlines), "features": features,
    });
    format!("window.AIMAK_OUTLINES = {collection};\n").into_bytes()
}
