//! What lies where on a raster, and who reads it?

use geo_types::MultiPolygon;
use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::{block::Block, time::PartialDate};

/// A north-up grid: shape, upper left corner, cell size, CRS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// Left edge, in CRS units.
    pub left: f64,
    /// Top edge, in CRS units.
    pub top: f64,
    /// Cell width, positive.
    pub dx: f64,
    /// Cell height, positive; rows run southwards.
    pub dy: f64,
    /// CRS as authority code or WKT.
    pub crs: String,
    /// True where the CRS is in degrees.
    pub geographic: bool,
}

impl Grid {
    /// The window that holds the whole grid.
    pub fn whole(&self) -> Window {
        Window {
            col: 0,
            row: 0,
            width: self.width,
            height: self.height,
        }
    }

    /// Right edge, in CRS units.
    pub fn right(&self) -> f64 {
        self.left + self.dx * self.width as f64
    }

    /// Bottom edge, in CRS units.
    pub fn bottom(&self) -> f64 {
        self.top - self.dy * self.height as f64
    }

    /// The part of this grid inside `window`, as a grid of its own.
    #[must_use]
    pub fn window(&self, window: Window) -> Self {
        Self {
            width: window.width,
            height: window.height,
            left: self.left + self.dx * window.col as f64,
            top: self.top - self.dy * window.row as f64,
            ..self.clone()
        }
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// First column.
    pub col: usize,
    /// First row.
    pub row: usize,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// Values with a validity mask; a nodata number never enters.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster<T> {
    /// Cell values, `[row, column]`; meaningless where `valid` is false.
    pub values: Array2<T>,
    /// Which cells hold a value.
    pub valid: Array2<bool>,
}

impl<T> Raster<T> {
    /// The value of a cell, or `None` where it holds none or lies outside.
    pub fn get(&self, row: usize, col: usize) -> Option<&T> {
        self.valid
            .get((row, col))
            .copied()
            .unwrap_or(false)
            .then(|| &self.values[(row, col)])
    }
}

/// What the pixels of a layer mean.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RasterRole {
    /// Elevation above sea level, m.
    Elevation,
    /// Numbers without a declared meaning, for figures asked for directly.
    #[serde(skip_deserializing)]
    #[schemars(skip)]
    Values,
    /// Normalised difference vegetation index, −1 to 1 after scale and offset.
    Ndvi,
    /// Classes of land cover by year.
    LandCover,
    /// Soil organic carbon stock by year, t/ha.
    SoilCarbon,
    /// Soil erodibility K, t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
    SoilErodibility,
}

/// One band of a layer: a date of the series, or the only band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// When the band was taken; `None` for a layer without time.
    pub when: Option<PartialDate>,
}

/// A raster layer of the project. Bands may come from one file or from many; the source knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RasterLayer {
    /// Id, unique in the project.
    pub id: String,
    /// Meaning of the pixels.
    pub role: RasterRole,
    /// The grid all its bands share.
    pub grid: Grid,
    /// True where io projected a geographic raster onto this grid (bilinear), which the finding then says.
    pub reprojected: bool,
    /// Bands in order of time.
    pub bands: Vec<Band>,
    /// First and last month (1–12, both included) of the growing season; `None`: every band counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season_months: Option<[i8; 2]>,
    /// Ids of the sources (files) it is read from.
    pub sources: Vec<String>,
    /// Height of a block the reader likes, rows; a hint for strips.
    pub block_rows: usize,
}

/// Why a window could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RasterFault {
    /// The layer.
    pub layer: String,
    /// The band, from 0.
    pub band: usize,
    /// The window.
    pub window: Window,
    /// What the reader said.
    pub cause: String,
}

impl std::fmt::Display for RasterFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Window {
            col,
            row,
            width,
            height,
        } = self.window;
        let band = self.band + 1;
        write!(
            f,
            "{}: band {band}, block {width}x{height} at column {col}, row {row}: {}",
            self.layer, self.cause
        )
    }
}

impl std::error::Error for RasterFault {}

/// The only door through which pixels reach the science. `aimak-io` implements it over GDAL, tests over memory.
pub trait RasterSource: Sync {
    /// Reads `window` of a band, scale and offset applied, masked cells invalid.
    ///
    /// # Errors
    /// [`RasterFault`] naming layer, band and block where the file is damaged or unreadable.
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Raster<f64>, RasterFault>;

    /// The same cells as they are stored, for sums over many of them. Values and validity agree with [`Self::read`].
    ///
    /// # Errors
    /// As [`Self::read`].
    fn block(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Block, RasterFault> {
        let raster = self.read(layer, band, window)?;
        Ok(Block::of_raster(window, raster))
    }

    /// Width of a block the reader likes, columns; a hint for windows that are narrower than the grid.
    fn block_cols(&self, layer: &RasterLayer) -> usize {
        layer.grid.width
    }

    /// `shape` (working CRS) in the CRS of the layer's grid, edges densified before they are projected.
    ///
    /// # Errors
    /// [`RasterFault`] where the shape cannot be projected.
    fn to_grid(
        &self,
        layer: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault>;
}
