//! How steep is an aimak on the whole, and how much of it is too steep to plough?

use aimak_core::{Progress, Raster, RasterFault, RasterLayer, RasterSource, Window};
use ndarray::{Array2, s};

use super::horn::slope_percent;
use crate::{
    land::Zone,
    zonal::{Pixels, Tally, pass},
};

/// Land steeper than this is counted apart, per cent.
const STEEP_PERCENT: f64 = 15.0;

/// Slope over one zone. A census of cells: nothing was sampled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlopeSummary {
    /// Coverage-weighted mean slope, per cent; `None` without valid cells.
    pub mean_percent: Option<f64>,
    /// Share of the valid area steeper than 15 %, per cent.
    pub share_above_15_percent: Option<f64>,
    /// Sum of the coverage fractions of valid cells.
    pub cells: f64,
    /// Share of the zone's area with a slope, 0–1. Cells at the border of the DEM have none.
    pub valid_share: f64,
    /// False where the zone does not meet the DEM.
    pub inside: bool,
}

impl SlopeSummary {
    fn of(tally: &Tally, zone_cells: f64) -> Self {
        let share = (tally.valid > 0.0).then(|| 100.0 * tally.above / tally.valid);
        Self {
            mean_percent: tally.mean(),
            share_above_15_percent: share,
            cells: tally.valid,
            valid_share: tally.valid_share(zone_cells),
            inside: tally.covered > 0.0,
        }
    }
}

/// Slope (Horn) of the first band of `layer` over every zone. The layer's grid must be in metres.
pub fn slope_summary(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<Result<SlopeSummary, RasterFault>> {
    let read = |band, window| slope_window(layer, source, band, window);
    let pixels = Pixels {
        read: &read,
        bands: 1,
        threshold: Some(STEEP_PERCENT),
    };
    pass(layer, zones, source, &pixels, progress)
        .into_iter()
        .map(|zone| {
            let tally = zone
                .bands
                .into_iter()
                .next()
                .unwrap_or_else(|| Ok(Tally::default()));
            tally.map(|tally| SlopeSummary::of(&tally, zone.cells))
        })
        .collect()
}

/// Slope of the cells of `window`: reads one cell more on every side where the DEM has it.
fn slope_window(
    layer: &RasterLayer,
    source: &dyn RasterSource,
    band: usize,
    window: Window,
) -> Result<Raster<f64>, RasterFault> {
    let grid = &layer.grid;
    let (row, col) = (window.row.saturating_sub(1), window.col.saturating_sub(1));
    let bottom = (window.row + window.height + 1).min(grid.height);
    let right = (window.col + window.width + 1).min(grid.width);
    let wide = Window {
        col,
        row,
        width: right - col,
        height: bottom - row,
    };
    let slope = slope_percent(&source.read(layer, band, wide)?, grid.dx, grid.dy);
    let shape = (window.height, window.width);
    let mut out = Raster {
        values: Array2::zeros(shape),
        valid: Array2::from_elem(shape, false),
    };
    let (skip_row, skip_col) = (row + 1 - window.row, col + 1 - window.col);
    let (rows, cols) = slope.values.dim();
    out.values
        .slice_mut(s![skip_row..skip_row + rows, skip_col..skip_col + cols])
        .assign(&slope.values);
    out.valid
        .slice_mut(s![skip_row..skip_row + rows, skip_col..skip_col + cols])
        .assign(&slope.valid);
    Ok(out)
}
