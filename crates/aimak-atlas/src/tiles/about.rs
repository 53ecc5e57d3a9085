//! What does the browser learn of the archives before it opens one? (`data/tiles.js`)

use std::collections::BTreeMap;

use serde::Serialize;

use super::{archive::Archive, mercator::Bounds};
use crate::source::sha256;

/// Everything `data/tiles.js` says.
#[derive(Serialize)]
pub struct TilesAbout<'a> {
    /// Archives by name.
    pub archives: BTreeMap<String, ArchiveAbout<'a>>,
    /// Where letters come from; `None`: from the font of the page.
    pub glyphs: Option<&'static str>,
}

/// One archive.
#[derive(Serialize)]
pub struct ArchiveAbout<'a> {
    file: String,
    bytes: usize,
    sha256: String,
    kind: Kind,
    minzoom: u8,
    maxzoom: u8,
    bounds: Bounds,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    layers: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    maps: Vec<MapAbout<'a>>,
    attribution: String,
}

/// What the tiles hold.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Vector tiles.
    Vector,
    /// Heights.
    Terrarium,
    /// Codes of maps by cell.
    Codes,
}

/// One map of an archive of codes.
#[derive(Serialize)]
pub struct MapAbout<'a> {
    /// Stem of the map's files.
    pub map: String,
    /// What of the indicator.
    pub quantity: &'static str,
    /// Where its codes are.
    pub channel: Channel,
    /// Value of code 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Difference of neighbouring codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<f64>,
    /// Limits between classes of values, whose codes count from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<&'a [f64]>,
    /// Classes with names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classes: Option<Vec<ClassAbout<'a>>>,
}

/// A class with a name.
#[derive(Serialize)]
pub struct ClassAbout<'a> {
    /// Its code.
    pub code: u8,
    /// Its key in texts.
    pub key: &'a str,
}

/// A number of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The first.
    Red,
    /// The second.
    Green,
    /// The third.
    Blue,
}

impl Channel {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Red, Self::Green, Self::Blue];
}

impl<'a> ArchiveAbout<'a> {
    /// An archive that stands at `tiles/<name>.pmtiles`.
    pub fn of(name: &str, kind: Kind, archive: &Archive, bounds: Bounds) -> Self {
        Self {
            file: file(name),
            bytes: archive.bytes.len(),
            sha256: sha256(&archive.bytes),
            kind,
            minzoom: archive.least,
            maxzoom: archive.deepest,
            bounds,
            layers: Vec::new(),
            maps: Vec::new(),
            attribution: String::new(),
        }
    }

    /// With the layers of its vector tiles.
    pub fn with_layers(self, layers: Vec<&'static str>) -> Self {
        Self { layers, ..self }
    }

    /// With the maps of its codes.
    pub fn with_maps(self, maps: Vec<MapAbout<'a>>) -> Self {
        Self { maps, ..self }
    }

    /// With the words that must stand on every map that shows it.
    pub fn credited(self, attribution: String) -> Self {
        Self {
            attribution,
            ..self
        }
    }
}

/// Path of an archive below the root of an edition.
pub fn file(name: &str) -> String {
    format!("tiles/{name}.pmtiles")
}
