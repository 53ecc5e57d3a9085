//! How does water run over a DEM that does not fit into memory?
//!
//! Filling, D8 directions and accumulation each take three stages (Barnes 2016, Comput. Geosci. 96:56–68; 2017, Environ. Model.
//! Softw. 92:202–212): every tile alone, then one small graph of the rims of all tiles, then every tile alone again. No tile
//! talks to another, so tiles can be units of a cluster; only rims travel. The result is that of the whole grid, cell for cell,
//! whatever the tiles: heights are compared and never added, counts are whole numbers.
//!
//! 1. [`FilledTile::of`] → [`spill_levels`] → [`FilledTile::finish`]
//! 2. [`DirectedTile::of`] → [`crossing_flats`] → [`CrossingFlat::directions`], which go back into the tiles
//! 3. [`TileFlow::of`] → [`inflows`] → [`TileFlow::upslope_cells`]
//!
//! [`fill_by_tiles`], [`directions_by_tiles`] and [`upslope_cells_by_tiles`] lead through the stages in this process.

mod accumulation;
mod directions;
mod filling;
mod flats;
mod inflow;
mod spill;
mod tiling;

use aimak_core::Raster;
use ndarray::{Array2, ArrayView2, s};
use rayon::prelude::*;

pub use accumulation::{Link, RimFlow, TileFlow};
pub use directions::{DirectedTile, FlatRim};
pub use filling::{FillRim, FilledTile};
pub use flats::{CrossingFlat, crossing_flats};
pub use inflow::inflows;
pub use spill::spill_levels;
pub use tiling::{Piece, Tiling};

use super::{elevation::Elevation, neighbours::CellSize};

/// Cells of other tiles that filling looks at.
pub const FILL_MARGIN: usize = 1;
/// Cells of other tiles that directions look at: to know whether a neighbour is level ground takes its own neighbours.
pub const FLOW_MARGIN: usize = 2;

/// As [`super::fill`], tile by tile.
pub fn fill_by_tiles<T: Elevation>(
    dem: &Raster<T>,
    sinks: Option<ArrayView2<bool>>,
    side: usize,
) -> Raster<T> {
    let tiling = Tiling::of(dem.values.dim(), side);
    let piece = |tile| Piece::cut(dem, sinks, tiling.around(tiling.window(tile), FILL_MARGIN));
    let tiles = (0..tiling.count()).into_par_iter();
    let tiles: Vec<FilledTile<T>> = tiles
        .map(|tile| FilledTile::of(&tiling, tile, &piece(tile)))
        .collect();
    let rims: Vec<FillRim<T>> = tiles.iter().map(|tile| tile.rim().clone()).collect();
    let levels = spill_levels(&tiling, &rims);
    let finished: Vec<Raster<T>> = tiles
        .into_par_iter()
        .zip(&levels)
        .map(|(tile, levels)| tile.finish(levels))
        .collect();
    let mut whole = Raster {
        values: Array2::from_elem(dem.values.dim(), T::default()),
        valid: Array2::from_elem(dem.values.dim(), false),
    };
    for (tile, finished) in finished.into_iter().enumerate() {
        put(&tiling, tile, &finished.values, &mut whole.values);
        put(&tiling, tile, &finished.valid, &mut whole.valid);
    }
    whole
}

/// As [`super::D8::towards`] of a filled DEM, tile by tile.
pub fn directions_by_tiles<T: Elevation>(
    filled: &Raster<T>,
    sinks: Option<ArrayView2<bool>>,
    size: CellSize,
    side: usize,
) -> Array2<u8> {
    let tiling = Tiling::of(filled.values.dim(), side);
    let piece = |window| Piece::cut(filled, sinks, tiling.around(window, FLOW_MARGIN));
    let tiles = (0..tiling.count()).into_par_iter();
    let tiles: Vec<DirectedTile<T>> = tiles
        .map(|tile| DirectedTile::of(&tiling, tile, piece(tiling.window(tile)), size))
        .collect();
    let mut whole = Array2::zeros(filled.values.dim());
    for (tile, directed) in tiles.iter().enumerate() {
        put(&tiling, tile, directed.towards(), &mut whole);
    }
    let rims: Vec<FlatRim<T>> = tiles.into_iter().map(DirectedTile::into_rim).collect();
    let flats = crossing_flats(&tiling, &rims);
    let resolved: Vec<Vec<([usize; 2], u8)>> = flats
        .par_iter()
        .map(|flat| flat.directions(piece(flat.bounds), size))
        .collect();
    for (place, towards) in resolved.into_iter().flatten() {
        whole[place] = towards;
    }
    whole
}

/// Cells that drain through every cell, itself included, tile by tile; 0 where no height is known. Directions as of
/// [`super::D8::towards`].
pub fn upslope_cells_by_tiles(towards: &Array2<u8>, side: usize) -> Array2<u64> {
    let tiling = Tiling::of(towards.dim(), side);
    let flow = |tile: usize| {
        let window = tiling.window(tile);
        let cells = s![
            window.row..window.row + window.height,
            window.col..window.col + window.width
        ];
        TileFlow::of(&tiling, tile, towards.slice(cells).to_owned())
    };
    let tiles: Vec<TileFlow> = (0..tiling.count()).into_par_iter().map(flow).collect();
    let rims: Vec<RimFlow> = tiles.par_iter().map(TileFlow::rim).collect();
    let inflows = inflows(&tiling, &rims);
    let counted: Vec<Array2<u64>> = tiles
        .par_iter()
        .zip(&inflows)
        .map(|(tile, inflow)| tile.upslope_cells(inflow))
        .collect();
    let mut whole = Array2::zeros(towards.dim());
    for (tile, counted) in counted.iter().enumerate() {
        put(&tiling, tile, counted, &mut whole);
    }
    whole
}

/// Puts a tile into its place.
fn put<V: Clone>(tiling: &Tiling, tile: usize, cells: &Array2<V>, whole: &mut Array2<V>) {
    let window = tiling.window(tile);
    let place = s![
        window.row..window.row + window.height,
        window.col..window.col + window.width
    ];
    whole.slice_mut(place).assign(cells);
}
