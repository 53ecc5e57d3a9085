//! How the project file names rasters.

use aimak_core::{PartialDate, RasterRole};
use schemars::JsonSchema;
use serde::Deserialize;

/// A raster layer: one file or a series of files.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RasterSpec {
    /// Id, unique in the project.
    pub id: String,
    /// What the pixels mean.
    pub role: RasterRole,
    /// A raster file GDAL reads, relative to the project file.
    pub file: Option<String>,
    /// Instead of `file`: a series with `{year}`, `{month}`, `{day}` in the path, for instance `ndvi_{year}.tif`.
    pub files: Option<String>,
    /// Dates of the bands (or files), in order.
    #[serde(default)]
    pub dates: Vec<PartialDate>,
    /// Where dates are read from, if they are not listed.
    pub dates_from: Option<DatesFrom>,
    /// Bands to use, from 1; all if empty.
    #[serde(default)]
    pub bands: Vec<usize>,
    /// Multiplies the stored number; the file's own scale if not given.
    pub scale: Option<f64>,
    /// Added after scaling; the file's own offset if not given.
    pub offset: Option<f64>,
    /// Stored number that means "no value", where the file declares none.
    pub nodata: Option<f64>,
    /// Lowest and highest valid value after scale and offset; others are masked.
    pub valid_range: Option<[f64; 2]>,
    /// CRS of the file, only where the file itself declares none.
    pub crs: Option<String>,
    /// First and last month of the growing season, both included.
    pub season: Option<[i8; 2]>,
    /// A mask: only pixels with the listed classes count.
    pub mask: Option<MaskSpec>,
    /// Licence of the file.
    pub licence: Option<String>,
    /// How to cite the file.
    pub citation: Option<String>,
}

/// Where the dates of bands are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DatesFrom {
    /// The descriptions of the bands.
    BandNames,
    /// The names of the files, by the pattern in `files`.
    FileNames,
}

/// A raster of classes on the same grid.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaskSpec {
    /// The file, relative to the project file.
    pub file: String,
    /// Classes whose pixels count.
    pub keep: Vec<i64>,
}
