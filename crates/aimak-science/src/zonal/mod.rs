//! What do the pixels inside a polygon say? Exact coverage, one pass for all zones, bands and figures.
//!
//! A cell counts by the fraction of it that the zone covers, where that is over 0 and the cell holds a value: no rule of
//! centres, so a plot smaller than a pixel has a value too. Rules on ties, nodata and quantiles are those of exactextract.
//! On geographic grids cells are not weighted by their ground area (as exactextract by default); areas are those of the
//! ellipsoid.

mod cell_area;
pub mod centres;
pub mod coverage;
mod moments;
mod pass;
mod sample;
mod span_cells;
mod statistic;
mod table;
mod tally;
mod values;
mod weighted;

use aimak_core::{Block, Progress, RasterFault, RasterLayer, RasterSource, Window};
use geo::MultiPolygon;
use rayon::prelude::*;

use self::coverage::Coverage;
use crate::land::Zone;

pub use cell_area::row_areas_m2;
pub use pass::{Counting, Route, STRIP_ROWS, pass};
pub use statistic::{Statistic, UnknownStatistic};
pub use table::{Question, ZonalTable, table};
pub use tally::{Needs, Tally, Totals};
pub use values::Frequencies;
pub use weighted::{Nested, ReadBlock, Weighted, WeightedSums};

/// Sums over zones of blocks that are read or computed.
pub struct Sums<'a, D> {
    /// Reads a window of a band.
    pub read: ReadBlock<'a>,
    /// What is counted.
    pub needs: Needs,
    /// Ground area of a cell by row of the grid; empty where nobody asks for areas.
    pub row_areas_m2: Vec<f64>,
    /// Turns the sums of a zone into what is wanted of it; big ones are then let go.
    pub finish: &'a (dyn Fn(usize, Result<Totals, RasterFault>) -> D + Sync),
}

impl<D: Send> Counting for Sums<'_, D> {
    type Read = Block;
    type Part = Tally;
    type Done = D;

    fn read(&self, band: usize, window: Window) -> Result<Block, RasterFault> {
        (self.read)(band, window)
    }

    fn count(&self, coverage: &Coverage, read: &Block) -> Tally {
        let area = |row: usize| self.row_areas_m2.get(row).copied().unwrap_or(0.0);
        Tally::count(coverage, read, self.needs, &area)
    }

    fn merge(&self, part: Tally, below: Tally) -> Tally {
        part.merge(below)
    }

    fn finish(&self, zone: usize, parts: Result<Tally, RasterFault>) -> D {
        (self.finish)(zone, parts.map(Tally::totals))
    }
}

/// Zones in the CRS of a layer.
pub fn on_grid(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
) -> Vec<Result<MultiPolygon<f64>, RasterFault>> {
    zones
        .par_iter()
        .map(|zone| source.to_grid(layer, &zone.shape))
        .collect()
}

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

/// Means of every band of `layer` over every zone: `[zone][band]`. Empty where `progress` asked to stop.
///
/// Formula: `mean = Σ f·x / Σ f` over valid cells, `f` the fraction of the cell inside the zone.
///
/// A block that cannot be read is an `Err` for the zones that need it; the rest of the run is not lost.
pub fn means(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<Vec<Result<ZonalMean, RasterFault>>> {
    let shapes = on_grid(layer, zones, source);
    let areas = areas_in_cells(layer, &shapes);
    let finish = |zone: usize, totals: Result<Totals, RasterFault>| {
        totals.map(|totals| ZonalMean {
            mean: totals.mean(),
            cells: totals.cells,
            valid_share: totals.valid_share(areas[zone]),
            inside: totals.met,
        })
    };
    let sums = Sums {
        read: &|band, window| source.block(layer, band, window),
        needs: Needs::default(),
        row_areas_m2: Vec::new(),
        finish: &finish,
    };
    let route = Route::over(layer, layer.bands.len(), &shapes);
    pass(&route, &sums, progress).unwrap_or_default()
}

/// Areas of zones in cells of a layer, on the grid or off it.
pub(crate) fn areas_in_cells(
    layer: &RasterLayer,
    shapes: &[Result<MultiPolygon<f64>, RasterFault>],
) -> Vec<f64> {
    let area = |shape: &MultiPolygon<f64>| coverage::area_in_cells(&layer.grid, shape);
    shapes
        .iter()
        .map(|shape| shape.as_ref().map_or(0.0, area))
        .collect()
}

impl<'a> Route<'a> {
    /// Over the first `bands` bands of a layer.
    pub fn over(
        layer: &'a RasterLayer,
        bands: usize,
        zones: &'a [Result<MultiPolygon<f64>, RasterFault>],
    ) -> Self {
        Self {
            grid: &layer.grid,
            bands,
            block_rows: layer.block_rows,
            zones,
            name: &layer.id,
        }
    }
}

#[cfg(test)]
mod figures_tests;
#[cfg(test)]
pub(crate) mod tests;
