//! Which cells lie within so many metres of a marked one?

use aimak_core::Grid;
use ndarray::{Array2, ArrayView2, Axis, Zip};

/// Share of the squared radius by which rounding of a cell size may miss it: 60 m are three cells of 20.000000001 m.
const ROUNDING: f64 = 1e-9;

/// Width and height of a cell, metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellSize {
    dx_m: f64,
    dy_m: f64,
}

impl CellSize {
    /// A cell size; `None` unless both are positive numbers.
    pub fn new(dx_m: f64, dy_m: f64) -> Option<Self> {
        let positive = |size: f64| size.is_finite() && size > 0.0;
        (positive(dx_m) && positive(dy_m)).then_some(Self { dx_m, dy_m })
    }

    /// The cell size of a grid in metres; `None` for degrees, in which a buffer would be an ellipse that nobody asked for.
    pub fn of(grid: &Grid) -> Option<Self> {
        if grid.geographic {
            return None;
        }
        Self::new(grid.dx, grid.dy)
    }
}

/// A disc around every marked cell.
///
/// # Formula
/// A cell is buffered where a marked cell's centre lies at most `radius` away, `(Δcol·dx)² + (Δrow·dy)² ≤ radius²`. First the
/// nearest marked cell of each column, then for every cell the width of the disc at that height: exact, and linear in cells
/// whatever the radius.
///
/// # Units
/// Metres.
///
/// # Range and edge cases
/// Marks outside the window are not seen: read [`Buffer::halo`] more rows and columns on every side and cut them off after.
///
/// # Example
/// ```
/// use aimak_science::spectral::{Buffer, CellSize};
/// let buffer = Buffer::new(60.0, CellSize::new(20.0, 20.0).unwrap()).unwrap();
/// assert_eq!(buffer.halo(), (3, 3));
/// let mut cloud = ndarray::Array2::from_elem((9, 9), false);
/// cloud[(4, 4)] = true;
/// let near = buffer.around(&cloud.view());
/// assert_eq!(near.iter().filter(|near| **near).count(), 29); // points of the integer lattice in a disc of radius 3
/// assert!(near[(4, 7)] && near[(2, 6)] && !near[(2, 7)]);
/// ```
///
/// # Reference
/// METHODS D.1 (clouds and shadows, 60 m). Two passes after Meijster, Roerdink & Hesselink (2000), A general algorithm for
/// computing distance transforms in linear time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buffer {
    radius_m: f64,
    cell: CellSize,
}

impl Buffer {
    /// A buffer; `None` unless the radius is a number and not negative.
    pub fn new(radius_m: f64, cell: CellSize) -> Option<Self> {
        (radius_m.is_finite() && radius_m >= 0.0).then_some(Self { radius_m, cell })
    }

    /// Rows and columns that a window must be read wider on every side.
    pub fn halo(&self) -> (usize, usize) {
        (
            self.reach(self.cell.dy_m, 0.0),
            self.reach(self.cell.dx_m, 0.0),
        )
    }

    /// The cells within the radius of a marked one, the marked ones among them.
    pub fn around(&self, marked: &ArrayView2<'_, bool>) -> Array2<bool> {
        let rows = self.halo().0.min(marked.nrows());
        let half_widths: Vec<usize> = (0..=rows)
            .map(|row| self.reach(self.cell.dx_m, row as f64 * self.cell.dy_m))
            .collect();
        let heights = rows_to_nearest(marked, rows + 1);
        let mut near = Array2::from_elem(marked.dim(), false);
        Zip::from(near.axis_iter_mut(Axis(0)))
            .and(heights.axis_iter(Axis(0)))
            .par_for_each(|mut near, heights| {
                let mut open = starts_and_ends(heights.iter(), &half_widths);
                let mut discs = 0;
                for (near, step) in near.iter_mut().zip(open.drain(..)) {
                    discs += step;
                    *near = discs > 0;
                }
            });
        near
    }

    /// Cells of size `step` that fit into the disc along a line `off_m` metres beside its centre.
    fn reach(&self, step: f64, off_m: f64) -> usize {
        let limit = self.radius_m * self.radius_m * (1.0 + ROUNDING);
        let inside = |cells: usize| {
            let along = cells as f64 * step;
            along * along + off_m * off_m <= limit
        };
        let mut cells = ((limit - off_m * off_m).max(0.0).sqrt() / step) as usize;
        // the root may round across a whole number of cells
        while cells > 0 && !inside(cells) {
            cells -= 1;
        }
        while inside(cells + 1) {
            cells += 1;
        }
        cells
    }
}

/// For each cell the rows to the nearest marked cell of its column, at most `none`.
fn rows_to_nearest(marked: &ArrayView2<'_, bool>, none: usize) -> Array2<usize> {
    let mut heights = marked.map(|marked| if *marked { 0 } else { none });
    let rows = heights.nrows();
    let downwards = (1..rows).map(|row| (row - 1, row));
    let upwards = (1..rows).rev().map(|row| (row, row - 1));
    for (from, to) in downwards.chain(upwards) {
        let (from, mut to) = heights.multi_slice_mut((ndarray::s![from, ..], ndarray::s![to, ..]));
        Zip::from(&mut to)
            .and(&from)
            .for_each(|to, from| *to = (*to).min(from + 1));
    }
    heights
}

/// For each cell of a row how many discs begin there, less those that ended before.
fn starts_and_ends<'a>(
    heights: impl ExactSizeIterator<Item = &'a usize>,
    half_widths: &[usize],
) -> Vec<i32> {
    let mut steps = vec![0; heights.len() + 1];
    let end = heights.len();
    for (col, height) in heights.enumerate() {
        if let Some(half) = half_widths.get(*height) {
            steps[col.saturating_sub(*half)] += 1;
            steps[(col + half + 1).min(end)] -= 1;
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use ndarray::s;
    use proptest::prelude::*;

    use super::*;

    /// Every disc drawn cell by cell.
    fn plain(marked: &Array2<bool>, radius_m: f64, dx_m: f64, dy_m: f64) -> Array2<bool> {
        let limit = radius_m * radius_m * (1.0 + ROUNDING);
        Array2::from_shape_fn(marked.dim(), |(row, col)| {
            marked.indexed_iter().any(|((r, c), marked)| {
                let x = (c as f64 - col as f64) * dx_m;
                let y = (r as f64 - row as f64) * dy_m;
                *marked && x * x + y * y <= limit
            })
        })
    }

    fn grid(text: &str) -> Array2<bool> {
        let rows: Vec<&str> = text.split('/').collect();
        Array2::from_shape_fn((rows.len(), rows[0].len()), |(row, col)| {
            rows[row].as_bytes()[col] == b'1'
        })
    }

    #[test]
    fn discs_as_scipy() {
        let rows = crate::spectral::oracle_rows(include_str!("../../tests/oracle/disc_buffer.csv"));
        assert_eq!(rows.len(), 12);
        for row in rows {
            let number = |i: usize| row[i].parse::<f64>().unwrap();
            let cell = CellSize::new(number(1), number(0)).unwrap();
            let near = Buffer::new(number(2), cell)
                .unwrap()
                .around(&grid(row[3]).view());
            assert_eq!(near, grid(row[4]), "{row:?}");
        }
    }

    #[test]
    fn sizes_must_be_positive_numbers() {
        let cell = CellSize::new(20.0, 20.0).unwrap();
        assert_eq!(CellSize::new(0.0, 20.0), None);
        assert_eq!(CellSize::new(20.0, f64::NAN), None);
        assert_eq!(Buffer::new(-1.0, cell), None);
        assert_eq!(Buffer::new(f64::INFINITY, cell), None);
        let nothing = Buffer::new(0.0, cell).unwrap();
        let cloud = grid("010/000");
        assert_eq!(nothing.around(&cloud.view()), cloud);
    }

    fn marks() -> impl Strategy<Value = Array2<bool>> {
        (1_usize..14, 1_usize..14).prop_flat_map(|(rows, cols)| {
            prop::collection::vec(prop::bool::weighted(0.06), rows * cols)
                .prop_map(move |marks| Array2::from_shape_vec((rows, cols), marks).unwrap())
        })
    }

    proptest! {
        #[test]
        fn two_passes_draw_the_same_discs(marked in marks(), radius in 0.0..130.0_f64, dx in 5.0..40.0_f64, dy in 5.0..40.0_f64) {
            let near = Buffer::new(radius, CellSize::new(dx, dy).unwrap()).unwrap().around(&marked.view());
            prop_assert_eq!(near, plain(&marked, radius, dx, dy));
        }

        #[test]
        fn whole_cells_are_reached_exactly(marked in marks(), cells in 0_u8..6, size in prop::sample::select(vec![10.0, 20.0, 30.0, 0.1])) {
            let radius = f64::from(cells) * size;
            let near = Buffer::new(radius, CellSize::new(size, size).unwrap()).unwrap().around(&marked.view());
            prop_assert_eq!(near, plain(&marked, radius, size, size));
        }

        #[test]
        fn a_window_with_its_halo_is_as_good_as_the_whole(marked in marks(), from in 0_usize..14) {
            let buffer = Buffer::new(60.0, CellSize::new(20.0, 20.0).unwrap()).unwrap();
            let from = from.min(marked.nrows() - 1);
            let (halo, _) = buffer.halo();
            let first = from.saturating_sub(halo);
            let window = buffer.around(&marked.slice(s![first.., ..]));
            let whole = buffer.around(&marked.view());
            prop_assert_eq!(window.slice(s![from - first.., ..]), whole.slice(s![from.., ..]));
        }
    }
}
