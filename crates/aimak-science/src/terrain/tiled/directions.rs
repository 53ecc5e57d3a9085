//! To which neighbour does every cell of a tile drain, and which plateaus does the tile not see to their end?

use aimak_core::Window;
use ndarray::{Array2, s};
use serde::{Deserialize, Serialize};

use super::{
    super::{
        d8::D8,
        elevation::Elevation,
        neighbours::{CellSize, STEPS},
        relief::{Ground, Relief},
    },
    tiling::{Cells, Piece, Rim, Tiling},
};

/// The D8 directions of a tile. Those of plateaus that reach into other tiles are still open.
#[derive(Clone, Debug)]
pub struct DirectedTile<T> {
    towards: Array2<u8>,
    rim: FlatRim<T>,
}

/// Plateaus that reach into other tiles, as far as the coordinator must know them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlatRim<T> {
    /// By place on the rim: the number of its plateau, and its height.
    pub plateaus: Vec<Option<(u32, T)>>,
    /// By number: where the plateau lies in this tile, in cells of the whole.
    pub bounds: Vec<Window>,
}

impl<T: Elevation> DirectedTile<T> {
    /// First stage. `piece` is the tile of the filled DEM with [`super::FLOW_MARGIN`].
    pub fn of(tiling: &Tiling, tile: usize, piece: Piece<T>, size: CellSize) -> Self {
        let window = tiling.window(tile);
        let (row, col) = (window.row - piece.window.row, window.col - piece.window.col);
        let (ground, towards) = PlacedRelief::of(piece, size);
        let inside = s![row..row + window.height, col..col + window.width];
        Self {
            towards: towards.towards().slice(inside).to_owned(),
            rim: flat_rim(tiling, tile, &ground),
        }
    }

    /// Directions as of [`D8::towards`].
    pub fn towards(&self) -> &Array2<u8> {
        &self.towards
    }

    /// What goes to the coordinator.
    pub fn into_rim(self) -> FlatRim<T> {
        self.rim
    }
}

/// The ground of a piece, asked by cells of the whole.
pub(super) struct PlacedRelief<T> {
    /// Its heights have gone into the relief; its window still tells where it lies.
    piece: Piece<T>,
    relief: Relief<T>,
}

impl<T: Elevation> PlacedRelief<T> {
    pub(super) fn of(mut piece: Piece<T>, size: CellSize) -> (Self, D8) {
        let nothing = aimak_core::Raster {
            values: Array2::from_elem((0, 0), T::default()),
            valid: Array2::from_elem((0, 0), false),
        };
        let dem = std::mem::replace(&mut piece.dem, nothing);
        let relief = Relief::of(dem, size, piece.sinks.as_ref().map(|sinks| sinks.view()));
        let towards = D8::of(&relief);
        (Self { piece, relief }, towards)
    }

    /// Number of a cell within the piece.
    pub(super) fn cell(&self, place: [usize; 2]) -> usize {
        self.piece.cell(place)
    }

    /// The height of level ground. On a filled DEM there are no pits: what looks like one is a plateau that drains elsewhere.
    pub(super) fn level(&self, place: [usize; 2]) -> Option<T> {
        let cell = self.cell(place);
        let is_level = matches!(self.relief.ground(cell), Ground::Flat | Ground::Pit);
        is_level.then(|| self.relief.heights()[cell])
    }
}

/// The plateaus of a tile that reach into other tiles.
fn flat_rim<T: Elevation>(tiling: &Tiling, tile: usize, ground: &PlacedRelief<T>) -> FlatRim<T> {
    let window = tiling.window(tile);
    let cells = Cells::of(window);
    let mut seen: Vec<Option<u32>> = vec![None; cells.lattice.cells()];
    let mut bounds = Vec::new();
    for start in cells.rim() {
        let place = cells.place(start);
        if seen[start].is_none() && reaches_out(tiling, window, ground, place) {
            let number = bounds.len() as u32;
            bounds.push(spread(cells, ground, start, number, &mut seen));
        }
    }
    let plateau = |cell: usize| seen[cell].zip(ground.level(cells.place(cell)));
    FlatRim {
        plateaus: cells.rim().map(plateau).collect(),
        bounds,
    }
}

/// True where level ground goes on at the same height in another tile.
fn reaches_out<T: Elevation>(
    tiling: &Tiling,
    window: Window,
    ground: &PlacedRelief<T>,
    place: [usize; 2],
) -> bool {
    let Some(level) = ground.level(place) else {
        return false;
    };
    let outside = |&[row, col]: &[usize; 2]| {
        let (rows, cols) = (
            window.row..window.row + window.height,
            window.col..window.col + window.width,
        );
        !(rows.contains(&row) && cols.contains(&col))
    };
    (0..STEPS.len())
        .filter_map(|direction| tiling.step(place, direction))
        .filter(outside)
        .any(|next| ground.level(next) == Some(level))
}

/// Numbers the part of a plateau that lies in the tile; where that is.
fn spread<T: Elevation>(
    cells: Cells,
    ground: &PlacedRelief<T>,
    start: usize,
    number: u32,
    seen: &mut [Option<u32>],
) -> Window {
    let level = ground.level(cells.place(start));
    let [row, col] = cells.place(start);
    let (mut low, mut high) = ([row, col], [row, col]);
    seen[start] = Some(number);
    let mut ahead = vec![start];
    while let Some(cell) = ahead.pop() {
        let place = cells.place(cell);
        for axis in 0..2 {
            low[axis] = low[axis].min(place[axis]);
            high[axis] = high[axis].max(place[axis]);
        }
        for (_, next) in cells.lattice.around(cell) {
            if seen[next].is_none() && ground.level(cells.place(next)) == level {
                seen[next] = Some(number);
                ahead.push(next);
            }
        }
    }
    Window {
        row: low[0],
        col: low[1],
        height: high[0] - low[0] + 1,
        width: high[1] - low[1] + 1,
    }
}

/// Places of the rim of a tile in the whole, with their numbers.
pub(super) fn rim_places(tiling: &Tiling, tile: usize) -> impl Iterator<Item = [usize; 2]> {
    let window = tiling.window(tile);
    Rim::of(window)
        .cells()
        .map(move |[row, col]| [window.row + row, window.col + col])
}
