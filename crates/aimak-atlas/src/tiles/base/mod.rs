//! The base map of the release as vector tiles.
//!
//! A layer for each kind of things. Every feature says its `rank` and, where it has a name in any language, its name in all three.

mod cut;
mod thing;

use std::{collections::BTreeMap, path::PathBuf};

use aimak_core::BaseKind;
use rayon::prelude::*;

use self::{
    cut::cut,
    thing::{Collection, Thing, frame},
};
use super::{
    archive::{Archive, Header, Tiles},
    mercator::{Bounds, Tile},
    vector_tile::{self, Layer},
};
use crate::{AtlasError, source::Source};

/// Zooms of the archive; the browser enlarges the deepest.
const ZOOMS: std::ops::RangeInclusive<u8> = 4..=10;

/// The archive of the base map.
pub struct Base {
    /// The archive.
    pub archive: Archive,
    /// Frame of its features, degrees.
    pub bounds: Bounds,
    /// Layers that have features, in the order in which they are painted.
    pub layers: Vec<&'static str>,
}

/// The base map of a release; `None` where it has none.
///
/// # Errors
/// [`AtlasError::Parse`] where the file is not what the release says.
pub fn archive(source: &Source) -> Result<Option<Base>, AtlasError> {
    let Some(about) = &source.release.backdrop.base else {
        return Ok(None);
    };
    let file = source.files.iter().find(|file| file.path == about.file);
    let Some(file) = file else {
        return Ok(None);
    };
    let read: Collection =
        serde_json::from_slice(&file.bytes).map_err(|cause| AtlasError::Parse {
            path: PathBuf::from(&about.file),
            cause,
        })?;
    Ok(base(&read.things()))
}

fn base(features: &[Thing]) -> Option<Base> {
    let bounds = frame(features)?;
    let zooms: Vec<u8> = ZOOMS.collect();
    let written: Vec<Vec<(Tile, Vec<u8>)>> = zooms
        .par_iter()
        .map(|zoom| of_zoom(features, *zoom))
        .collect();
    let mut tiles = Tiles::default();
    for (tile, bytes) in written.into_iter().flatten() {
        tiles.add(tile, bytes);
    }
    let present = |kind: &BaseKind| features.iter().any(|feature| feature.kind == *kind);
    let layers: Vec<&str> = BaseKind::ALL
        .into_iter()
        .filter(present)
        .map(BaseKind::key)
        .collect();
    let fields = serde_json::json!({ "name_ky": "String", "name_ru": "String", "name_en": "String", "rank": "Number" });
    let described: Vec<_> = layers
        .iter()
        .map(|layer| serde_json::json!({ "id": layer, "fields": fields }))
        .collect();
    let header = Header {
        of: pmtiles::TileType::Mvt,
        bounds,
        metadata: serde_json::json!({ "name": "base", "vector_layers": described }),
    };
    Some(Base {
        archive: tiles.written(&header)?,
        bounds,
        layers,
    })
}

/// The tiles of a zoom.
fn of_zoom(features: &[Thing], zoom: u8) -> Vec<(Tile, Vec<u8>)> {
    let mut tiles: BTreeMap<(u32, u32), Vec<Layer>> = BTreeMap::new();
    for feature in features
        .iter()
        .filter(|feature| feature.first_zoom() <= zoom)
    {
        let Some(form) = feature.at_zoom(zoom) else {
            continue;
        };
        for (tile, shape) in cut(&form, zoom) {
            let layers = tiles.entry((tile.row, tile.col)).or_insert_with(|| {
                BaseKind::ALL
                    .into_iter()
                    .map(|kind| Layer::new(kind.key()))
                    .collect()
            });
            let place = BaseKind::ALL.iter().position(|kind| *kind == feature.kind);
            let place = place.expect("invariant: all kinds are listed");
            layers[place].add(&shape, &feature.properties);
        }
    }
    tiles
        .into_iter()
        .map(|((row, col), layers)| (Tile { zoom, col, row }, vector_tile::tile(&layers)))
        .collect()
}

#[cfg(test)]
mod tests;
