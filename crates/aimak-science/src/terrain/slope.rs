//! How steep is an aimak on the whole, and how much of it is too steep to plough?

use aimak_core::{Block, Progress, Raster, RasterFault, RasterLayer, RasterSource, Window};
use ndarray::{Array2, s};

use super::horn::slope_percent;
use crate::{
    land::Zone,
    zonal::{self, Needs, Route, Sums, Totals, pass},
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
    fn of(totals: &Totals, zone_cells: f64) -> Self {
        let share = (totals.cells > 0.0).then(|| 100.0 * totals.above / totals.cells);
        Self {
            mean_percent: totals.mean(),
            share_above_15_percent: share,
            cells: totals.cells,
            valid_share: totals.valid_share(zone_cells),
            inside: totals.met,
        }
    }
}

/// Slope (Horn) of the first band of `layer` over every zone. The layer's grid must be in metres. Empty where `progress`
/// asked to stop.
pub fn slope_summary(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<Result<SlopeSummary, RasterFault>> {
    let shapes = zonal::on_grid(layer, zones, source);
    let areas = zonal::areas_in_cells(layer, &shapes);
    let finish = |zone: usize, totals: Result<Totals, RasterFault>| {
        totals.map(|totals| SlopeSummary::of(&totals, areas[zone]))
    };
    let read = |band, window| {
        let slope = slope_window(layer, source, band, window)?;
        Ok(Block::of_raster(window, slope))
    };
    let sums = Sums {
        read: &read,
        needs: Needs {
            above: Some(STEEP_PERCENT),
            ..Needs::default()
        },
        row_areas_m2: Vec::new(),
        finish: &finish,
    };
    let by_zone = pass(&Route::over(layer, 1, &shapes), &sums, progress);
    by_zone.unwrap_or_default().into_iter().flatten().collect()
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
