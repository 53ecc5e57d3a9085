//! LS: what does the relief do to every cell of a window?
//!
//! The length of a slope ends at 122 m, so what lies a few dozen cells away hardly matters. The DEM is cut into fixed tiles, each
//! seen with [`HALO`] cells around it; a cell has one LS whoever asks, and no country must fit into memory. Only in a hollow wider than
//! the halo may the level to which it is filled differ from that of the whole DEM; such hollows are lakes, which land cover masks.

use aimak_core::{Raster, RasterFault, RasterLayer, RasterSource, Window};
use rayon::prelude::*;

use crate::{
    erosion::water::{
        Slope,
        chain::grade::Grade,
        rainfall::snowmelt_matters,
        topography::{CellTopography as _, DesmetGovers, DesmetGoversCells},
    },
    terrain::{CellSize, Cells, FlowNetwork, MultipleFlow, PackedFlow, Relief, fill},
    zonal::STRIP_ROWS,
};

/// Rows of a tile: those of a strip, so that whoever walks strips computes no tile twice.
const TILE_ROWS: usize = STRIP_ROWS;
/// Columns of a tile.
const TILE_COLS: usize = 1024;
/// Cells seen around a tile.
pub const HALO: usize = 64;

/// LS of cells, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct ReliefCells {
    /// LS; `None` where no slope is known.
    pub factor: Vec<Option<f32>>,
    /// Steeper than 50 %, outside the data of RUSLE.
    pub steep: Vec<bool>,
    /// So high that the snow of the winter matters.
    pub snowy: Vec<bool>,
}

impl ReliefCells {
    fn none(cells: usize) -> Self {
        Self {
            factor: vec![None; cells],
            steep: vec![false; cells],
            snowy: vec![false; cells],
        }
    }

    /// Takes the cells that a tile and a window share.
    fn take(&mut self, window: Window, tile: &Self, at: Window) {
        let first = window.row.max(at.row)..(window.row + window.height).min(at.row + at.height);
        let (left, right) = (
            window.col.max(at.col),
            (window.col + window.width).min(at.col + at.width),
        );
        for row in first {
            let to = (row - window.row) * window.width + left - window.col;
            let from = (row - at.row) * at.width + left - at.col;
            let n = right - left;
            self.factor[to..to + n].copy_from_slice(&tile.factor[from..from + n]);
            self.steep[to..to + n].copy_from_slice(&tile.steep[from..from + n]);
            self.snowy[to..to + n].copy_from_slice(&tile.snowy[from..from + n]);
        }
    }
}

/// LS of the cells of a window, by [`DesmetGovers`] with its cap and the steepness of `McCool`, multiple flow directions (Freeman).
///
/// # Errors
/// Where the DEM cannot be read.
pub fn cells(
    dem: &RasterLayer,
    source: &dyn RasterSource,
    window: Window,
) -> Result<ReliefCells, RasterFault> {
    let tiles: Vec<Window> = tiles(dem, window);
    let computed: Result<Vec<ReliefCells>, RasterFault> = tiles
        .par_iter()
        .map(|tile| of_tile(dem, source, *tile))
        .collect();
    let mut all = ReliefCells::none(window.width * window.height);
    for (tile, at) in computed?.iter().zip(tiles) {
        all.take(window, tile, at);
    }
    Ok(all)
}

/// The tiles that meet a window.
fn tiles(dem: &RasterLayer, window: Window) -> Vec<Window> {
    let grid = &dem.grid;
    let rows = window.row / TILE_ROWS..(window.row + window.height).div_ceil(TILE_ROWS);
    let tile = |row: usize, col: usize| Window {
        row: row * TILE_ROWS,
        col: col * TILE_COLS,
        height: TILE_ROWS.min(grid.height - row * TILE_ROWS),
        width: TILE_COLS.min(grid.width - col * TILE_COLS),
    };
    rows.flat_map(|row| {
        let cols = window.col / TILE_COLS..(window.col + window.width).div_ceil(TILE_COLS);
        cols.map(move |col| tile(row, col))
    })
    .collect()
}

/// LS of a tile, seen with its surroundings.
fn of_tile(
    dem: &RasterLayer,
    source: &dyn RasterSource,
    tile: Window,
) -> Result<ReliefCells, RasterFault> {
    let grid = &dem.grid;
    let (row, col) = (tile.row.saturating_sub(HALO), tile.col.saturating_sub(HALO));
    let around = Window {
        row,
        col,
        height: (tile.row + tile.height + HALO).min(grid.height) - row,
        width: (tile.col + tile.width + HALO).min(grid.width) - col,
    };
    let elevations = source.read(dem, 0, around)?;
    let size = CellSize {
        dx: grid.dx,
        dy: grid.dy,
    };
    let whole = of_elevations(&elevations, size);
    let mut cells = ReliefCells::none(tile.width * tile.height);
    cells.take(tile, &whole, around);
    Ok(cells)
}

/// LS of elevations that are seen whole. Cells at their border have none.
fn of_elevations(elevations: &Raster<f64>, size: CellSize) -> ReliefCells {
    let heights = Raster {
        values: elevations.values.mapv(|height| height as f32),
        valid: elevations.valid.clone(),
    };
    let relief = Relief::of(fill(&heights, None), size, None);
    let grade = Grade::of(relief.dem(), size);
    let flow = PackedFlow::of_multiple(&MultipleFlow::freeman(&relief));
    let drained = FlowNetwork::of(&flow).upslope_cells();
    let drained = Cells::of(&drained);
    let slopes = Cells::of(&grade.slope_percent);
    let heights = Cells::of(&heights);
    let topography = DesmetGoversCells::of(&DesmetGovers::default(), size.dx);
    let mut cells = ReliefCells::none(grade.width.len());
    for (place, width) in grade.width.iter().enumerate() {
        let known = slopes.get(place).zip(drained.get(place));
        if let Some((percent, drained)) = known {
            let ratio = f64::from(percent) / 100.0;
            let ls = topography.slope_length_and_steepness(ratio, f64::from(*width), drained - 1.0);
            cells.factor[place] = Some(ls as f32);
            cells.steep[place] =
                Slope::from_percent(percent.into()).is_some_and(Slope::is_too_steep);
        }
        let high = heights.get(place).map(f64::from);
        cells.snowy[place] = high.is_some_and(|height| snowmelt_matters(height, false));
    }
    cells
}

#[cfg(test)]
mod tests;
