//! Where are the eight neighbours of a cell, and how far away?

use aimak_core::Raster;
use ndarray::Array2;
use rayon::prelude::*;

/// Row and column steps to the eight neighbours, counter-clockwise from east: E, NE, N, NW, W, SW, S, SE.
pub const STEPS: [(isize, isize); 8] = [
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
    (0, -1),
    (1, -1),
    (1, 0),
    (1, 1),
];

/// The direction back: from the neighbour towards the cell.
pub const fn opposite(direction: usize) -> usize {
    (direction + 4) % 8
}

/// True for NE, NW, SW, SE.
pub const fn is_diagonal(direction: usize) -> bool {
    direction % 2 == 1
}

/// Directions as bits.
const NORTH: u8 = 1 << 1 | 1 << 2 | 1 << 3;
const WEST: u8 = 1 << 3 | 1 << 4 | 1 << 5;
const SOUTH: u8 = 1 << 5 | 1 << 6 | 1 << 7;
const EAST: u8 = 1 << 7 | 1 | 1 << 1;

/// The neighbours of a cell, counter-clockwise from east; see [`Lattice::around`].
#[derive(Clone, Debug)]
pub struct Around {
    lattice: Lattice,
    cell: usize,
    /// Directions still to come, as bits.
    left: u8,
}

impl Iterator for Around {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return None;
        }
        let direction = self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some((direction, self.lattice.step(self.cell, direction)))
    }
}

/// Width and height of a cell, m.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellSize {
    /// Width, m.
    pub dx: f64,
    /// Height, m.
    pub dy: f64,
}

impl CellSize {
    /// Distances between a cell's centre and its neighbours' centres by direction, m.
    pub fn distances(self) -> [f64; 8] {
        let diagonal = self.dx.hypot(self.dy);
        let (dx, dy) = (self.dx, self.dy);
        [dx, diagonal, dy, diagonal, dx, diagonal, dy, diagonal]
    }

    /// Area of a cell, m².
    pub fn area_m2(self) -> f64 {
        self.dx * self.dy
    }
}

/// The cells of a raster, numbered row by row from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lattice {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub cols: usize,
}

impl Lattice {
    /// The cells of an array of this shape. Orders of cells are kept in 32 bits, so there may be 4·10⁹ of them; more would
    /// have to come in tiles.
    pub fn of((rows, cols): (usize, usize)) -> Self {
        assert!(
            (rows + 2) * (cols + 2) < u32::MAX as usize,
            "invariant: a raster held at once has fewer than 2^32 cells"
        );
        Self { rows, cols }
    }

    /// Number of cells.
    pub fn cells(self) -> usize {
        self.rows * self.cols
    }

    /// Row and column of a cell.
    pub fn place(self, cell: usize) -> (usize, usize) {
        (cell / self.cols, cell % self.cols)
    }

    /// The neighbour in `direction`, which must lie on the raster.
    pub fn step(self, cell: usize, direction: usize) -> usize {
        let (row, col) = STEPS[direction];
        cell.wrapping_add_signed(row * self.cols as isize + col)
    }

    /// Directions and numbers of the neighbours that lie on the raster.
    pub fn around(self, cell: usize) -> Around {
        // 32 bits suffice, and divide in a third of the time
        let (at, cols, rows) = (cell as u32, self.cols as u32, self.rows as u32);
        let (row, col) = (at / cols, at % cols);
        let mut left = u8::MAX;
        if row == 0 {
            left &= !NORTH;
        }
        if row + 1 == rows {
            left &= !SOUTH;
        }
        if col == 0 {
            left &= !WEST;
        }
        if col + 1 == cols {
            left &= !EAST;
        }
        Around {
            lattice: self,
            cell,
            left,
        }
    }

    /// True where a neighbour is missing because the raster ends.
    pub fn at_border(self, cell: usize) -> bool {
        let (row, col) = self.place(cell);
        row == 0 || col == 0 || row + 1 == self.rows || col + 1 == self.cols
    }

    /// One value per cell, found row by row in parallel.
    pub fn map<V: Clone + Default + Send>(self, value: impl Fn(usize) -> V + Sync) -> Vec<V> {
        let mut values = vec![V::default(); self.cells()];
        values
            .par_chunks_mut(self.cols.max(1))
            .enumerate()
            .for_each(|(row, line)| {
                for (col, out) in line.iter_mut().enumerate() {
                    *out = value(row * self.cols + col);
                }
            });
        values
    }

    /// A layer: one value per cell or none, found row by row in parallel.
    pub fn raster<V: Copy + Default + Send>(
        self,
        value: impl Fn(usize) -> Option<V> + Sync,
    ) -> Raster<V> {
        let mut values = vec![V::default(); self.cells()];
        let mut valid = vec![false; self.cells()];
        let width = self.cols.max(1);
        let lines = values
            .par_chunks_mut(width)
            .zip(valid.par_chunks_mut(width));
        lines.enumerate().for_each(|(row, (values, valid))| {
            for (col, (out, known)) in values.iter_mut().zip(valid).enumerate() {
                if let Some(value) = value(row * self.cols + col) {
                    (*out, *known) = (value, true);
                }
            }
        });
        Raster {
            values: self.array(values),
            valid: self.array(valid),
        }
    }

    /// One value per cell as an array.
    pub fn array<V>(self, values: Vec<V>) -> Array2<V> {
        Array2::from_shape_vec((self.rows, self.cols), values)
            .expect("invariant: one value per cell")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_has_three_neighbours_and_an_inner_cell_eight() {
        let lattice = Lattice::of((3, 4));
        assert_eq!(
            lattice.around(0).collect::<Vec<_>>(),
            [(0, 1), (6, 4), (7, 5)]
        );
        let around_five: Vec<usize> = lattice.around(5).map(|(_, cell)| cell).collect();
        assert_eq!(around_five, [6, 2, 1, 0, 4, 8, 9, 10]);
    }

    #[test]
    fn the_way_back_leads_back() {
        let lattice = Lattice::of((3, 3));
        for (direction, cell) in lattice.around(4) {
            assert_eq!(lattice.step(cell, opposite(direction)), 4);
        }
    }

    #[test]
    fn distances_of_oblong_cells() {
        let size = CellSize { dx: 3.0, dy: 4.0 };
        assert_eq!(size.distances(), [3.0, 5.0, 4.0, 5.0, 3.0, 5.0, 4.0, 5.0]);
    }
}
