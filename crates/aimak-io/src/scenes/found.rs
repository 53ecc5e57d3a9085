//! A scene as it was found on the disk: who took it when, and which file holds which band.

use std::path::{Path, PathBuf};

use aimak_science::spectral::{BandRole, ClassMask, Sensor};
use jiff::civil::Date;

use crate::raster::Decoding;

/// A band of a file, not opened yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BandPlace {
    pub path: PathBuf,
    /// The file as people know it.
    pub name: String,
    /// From 1.
    pub band: usize,
    pub decoding: Decoding,
}

impl BandPlace {
    /// The only band of a file, its numbers as they are stored.
    pub(super) fn codes(path: &Path) -> Self {
        let decoding = Decoding {
            scale_offset: Some((1.0, 0.0)),
            nodata: None,
        };
        Self::single(path, decoding)
    }

    /// The only band of a file.
    pub(super) fn single(path: &Path, decoding: Decoding) -> Self {
        Self {
            path: path.to_owned(),
            name: path.display().to_string(),
            band: 1,
            decoding,
        }
    }
}

/// What tells which pixels count.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FoundMask {
    None,
    Landsat {
        sensor: Sensor,
        qa_pixel: BandPlace,
        qa_radsat: Option<BandPlace>,
    },
    SceneClassification(BandPlace),
    Classes(ClassMask, BandPlace),
}

/// What its bands are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FoundValues {
    Reflectance(Vec<(BandRole, BandPlace)>),
    Index(BandPlace),
}

/// A scene that was found, before its pixels are opened.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundScene {
    /// Name of the product, or of the row that names it.
    pub id: String,
    /// The day it was taken.
    pub date: Date,
    /// What took it, where that is known.
    pub sensor: Option<Sensor>,
    /// Where scale and offset come from.
    pub calibration: &'static str,
    /// The file that tells them, where it is one beside the bands.
    pub metadata: Option<PathBuf>,
    pub(super) values: FoundValues,
    pub(super) mask: FoundMask,
    /// Two scenes that agree in it are one scene twice.
    pub(super) key: String,
}

impl FoundScene {
    /// True where an index was computed already: such a scene cannot be harmonised.
    pub const fn is_index(&self) -> bool {
        matches!(self.values, FoundValues::Index(_))
    }

    /// The band that plays a role.
    pub(super) fn band(&self, role: BandRole) -> Option<&BandPlace> {
        let FoundValues::Reflectance(bands) = &self.values else {
            return None;
        };
        bands
            .iter()
            .find(|(known, _)| *known == role)
            .map(|(_, place)| place)
    }
}
