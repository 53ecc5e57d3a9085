//! What is the mean of the pixels under a polygon, every pixel counted by the part of it that the polygon covers?
//!
//! One pass over the raster serves all zones. Strips of rows are read, each strip once; the strips are fixed to the grid, so
//! that neither threads nor the file's tiles change a bit of the result.

pub mod coverage;
mod pass;
mod tally;

use aimak_core::{Progress, RasterFault, RasterLayer, RasterSource};

use crate::land::Zone;

pub use pass::{Pixels, STRIP_ROWS, pass};
pub use tally::Tally;

/// The mean of one band over one zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZonalMean {
    /// Coverage-weighted mean of the valid cells; `None` where there is none.
    pub mean: Option<f64>,
    /// Sum of the coverage fractions of valid cells.
    pub cells: f64,
    /// Share of the zone's area with valid pixels, 0–1; land beyond the raster counts as not valid.
    pub valid_share: f64,
    /// False where the zone does not meet the raster.
    pub inside: bool,
}

impl ZonalMean {
    /// The result for a zone of `zone_cells` cells.
    fn of(tally: &Tally, zone_cells: f64) -> Self {
        Self {
            mean: tally.mean(),
            cells: tally.valid,
            valid_share: tally.valid_share(zone_cells),
            inside: tally.covered > 0.0,
        }
    }
}

/// Means of every band of `layer` over every zone: `[zone][band]`.
///
/// Formula: `mean = Σ f·x / Σ f` over valid cells, `f` the fraction of the cell inside the zone. A cell counts when
/// `f > 0` and it is valid; on geographic grids cells are not weighted by their ground area (as exactextract by default).
///
/// A block that cannot be read is an `Err` for the zones that need it; the rest of the run is not lost.
pub fn means(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<Vec<Result<ZonalMean, RasterFault>>> {
    let read = |band, window| source.read(layer, band, window);
    let pixels = Pixels {
        read: &read,
        bands: layer.bands.len(),
        threshold: None,
    };
    let tallied = pass(layer, zones, source, &pixels, progress);
    let to_mean = |cells: f64| {
        move |tally: Result<Tally, RasterFault>| tally.map(|tally| ZonalMean::of(&tally, cells))
    };
    tallied
        .into_iter()
        .map(|zone| zone.bands.into_iter().map(to_mean(zone.cells)).collect())
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
