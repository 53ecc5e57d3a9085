//! Which cells make a tile, and which of them lie on its rim?

use aimak_core::{Raster, Window};
use ndarray::{Array2, ArrayView2, s};

use super::super::{
    elevation::Elevation,
    neighbours::{Lattice, STEPS},
};

/// A grid cut into square tiles, row by row; those at the right and lower end may be smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiling {
    rows: usize,
    cols: usize,
    side: usize,
}

impl Tiling {
    /// Tiles of `side` cells over a grid of this shape.
    pub fn of((rows, cols): (usize, usize), side: usize) -> Self {
        assert!(side > 0, "invariant: a tile has cells");
        Self { rows, cols, side }
    }

    fn across(&self) -> usize {
        self.cols.div_ceil(self.side)
    }

    /// Number of tiles.
    pub fn count(&self) -> usize {
        self.across() * self.rows.div_ceil(self.side)
    }

    /// The cells of a tile.
    pub fn window(&self, tile: usize) -> Window {
        let (row, col) = (
            tile / self.across() * self.side,
            tile % self.across() * self.side,
        );
        Window {
            col,
            row,
            width: self.side.min(self.cols - col),
            height: self.side.min(self.rows - row),
        }
    }

    /// A window with `margin` more cells on every side, as far as the grid goes.
    pub fn around(&self, window: Window, margin: usize) -> Window {
        let (row, col) = (
            window.row.saturating_sub(margin),
            window.col.saturating_sub(margin),
        );
        Window {
            col,
            row,
            width: (window.col + window.width + margin).min(self.cols) - col,
            height: (window.row + window.height + margin).min(self.rows) - row,
        }
    }

    /// True for a cell of the grid beyond which there is nothing.
    pub(super) fn at_border(&self, [row, col]: [usize; 2]) -> bool {
        row == 0 || col == 0 || row + 1 == self.rows || col + 1 == self.cols
    }

    /// The cell of the grid one step from another.
    pub(super) fn step(&self, [row, col]: [usize; 2], direction: usize) -> Option<[usize; 2]> {
        let (down, right) = STEPS[direction];
        let row = row.checked_add_signed(down)?;
        let col = col.checked_add_signed(right)?;
        (row < self.rows && col < self.cols).then_some([row, col])
    }

    /// The tile of a cell, and the place on its rim.
    pub(super) fn on_rim(&self, [row, col]: [usize; 2]) -> Option<(usize, usize)> {
        let tile = row / self.side * self.across() + col / self.side;
        let window = self.window(tile);
        let place = Rim::of(window).place([row - window.row, col - window.col])?;
        Some((tile, place))
    }
}

/// The outermost cells of a tile, row by row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rim {
    height: usize,
    width: usize,
}

impl Rim {
    pub(super) fn of(window: Window) -> Self {
        Self {
            height: window.height,
            width: window.width,
        }
    }

    /// Row and column within the tile, in order.
    pub(super) fn cells(self) -> impl Iterator<Item = [usize; 2]> {
        let Self { height, width } = self;
        (0..height).flat_map(move |row| {
            let whole = row == 0 || row + 1 == height;
            let step = if whole || width == 1 { 1 } else { width - 1 };
            (0..width).step_by(step).map(move |col| [row, col])
        })
    }

    /// The number of a cell in that order; `None` inside.
    pub(super) fn place(self, [row, col]: [usize; 2]) -> Option<usize> {
        let Self { height, width } = self;
        let ends = width.min(2);
        if row == 0 {
            Some(col)
        } else if row + 1 == height {
            Some(width + (height - 2) * ends + col)
        } else if col == 0 || col + 1 == width {
            Some(width + (row - 1) * ends + usize::from(col > 0))
        } else {
            None
        }
    }
}

/// A part of a DEM and where it lies.
#[derive(Clone, Debug)]
pub struct Piece<T> {
    /// Which cells of the whole.
    pub window: Window,
    /// Their heights.
    pub dem: Raster<T>,
    /// Which of them are closed basins, if there are any.
    pub sinks: Option<Array2<bool>>,
}

impl<T: Elevation> Piece<T> {
    /// Cuts a window out of a DEM in memory.
    pub fn cut(dem: &Raster<T>, sinks: Option<ArrayView2<bool>>, window: Window) -> Self {
        let cells = s![
            window.row..window.row + window.height,
            window.col..window.col + window.width
        ];
        Self {
            window,
            dem: Raster {
                values: dem.values.slice(cells).to_owned(),
                valid: dem.valid.slice(cells).to_owned(),
            },
            sinks: sinks.map(|sinks| sinks.slice(cells).to_owned()),
        }
    }

    /// The place within the piece of a cell of the whole, which must lie in it.
    fn inside(&self, [row, col]: [usize; 2]) -> [usize; 2] {
        [row - self.window.row, col - self.window.col]
    }

    /// The number within the piece of a cell of the whole.
    pub(super) fn cell(&self, place: [usize; 2]) -> usize {
        let [row, col] = self.inside(place);
        row * self.window.width + col
    }

    /// The height of a cell of the whole.
    pub(super) fn height(&self, place: [usize; 2]) -> Option<T> {
        let [row, col] = self.inside(place);
        let height = self.dem.get(row, col).copied();
        height.filter(|height| height.is_height())
    }

    /// True where a cell of the whole is declared a closed basin.
    pub(super) fn is_sink(&self, place: [usize; 2]) -> bool {
        let sinks = self.sinks.as_ref();
        sinks.is_some_and(|sinks| sinks[self.inside(place)])
    }
}

/// The cells of a tile by number, and their places in the whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells {
    pub lattice: Lattice,
    window: Window,
}

impl Cells {
    pub(super) fn of(window: Window) -> Self {
        Self {
            lattice: Lattice::of((window.height, window.width)),
            window,
        }
    }

    /// The place in the whole.
    pub(super) fn place(self, cell: usize) -> [usize; 2] {
        let (row, col) = self.lattice.place(cell);
        [self.window.row + row, self.window.col + col]
    }

    /// Numbers of the cells of the rim, in its order.
    pub(super) fn rim(self) -> impl Iterator<Item = usize> {
        let cols = self.lattice.cols;
        let cells = Rim::of(self.window).cells();
        cells.map(move |[row, col]| row * cols + col)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rims_are_numbered_in_their_order() {
        for (height, width) in [(1, 1), (1, 4), (4, 1), (2, 2), (2, 5), (3, 3), (5, 4)] {
            let rim = Rim { height, width };
            let cells: Vec<[usize; 2]> = rim.cells().collect();
            for (number, &cell) in cells.iter().enumerate() {
                assert_eq!(
                    rim.place(cell),
                    Some(number),
                    "{height} × {width}: {cell:?}"
                );
            }
            let inner = height.saturating_sub(2) * width.saturating_sub(2);
            assert_eq!(cells.len() + inner, height * width);
        }
    }

    #[test]
    fn tiles_cover_the_grid() {
        let tiling = Tiling::of((7, 10), 4);
        assert_eq!(tiling.count(), 6);
        let last = tiling.window(5);
        assert_eq!((last.row, last.col, last.height, last.width), (4, 8, 3, 2));
        let wide = tiling.around(last, 2);
        assert_eq!((wide.row, wide.col, wide.height, wide.width), (2, 6, 5, 4));
        assert_eq!(tiling.on_rim([4, 9]), Some((5, 1)));
        assert_eq!(tiling.on_rim([1, 1]), None);
        assert_eq!(tiling.step([0, 0], 2), None);
    }
}
