//! What is the mean of a raster, weighted by a second raster on another grid?

use aimak_core::{Block, Grid, RasterFault, Window};

use super::{coverage::Coverage, pass::Counting};

/// Cell sizes and corners that differ by less than this share of a cell agree: headers are rounded.
const ALIGNED: f64 = 1e-6;

/// Two grids of which one divides the cells of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    /// The finer cells, over the extent of the values.
    pub grid: Grid,
    values: Steps,
    weights: Steps,
}

/// How the cells of a grid lie in the finer one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Steps {
    /// Fine cells to a cell, across and down.
    factor: (usize, usize),
    /// Fine cells from the corner of this grid to that of the fine one; positive to the right and down.
    skip: (isize, isize),
    /// Cells of this grid, across and down.
    size: (usize, usize),
}

impl Nested {
    /// The finer of two grids, or `None` where their cells do not nest: then one must be resampled first, by a method that
    /// somebody chooses.
    ///
    /// ```
    /// use aimak_core::Grid;
    /// use aimak_science::zonal::Nested;
    /// let fine = Grid {
    ///     width: 60, height: 60, left: 0.0, top: 600.0, dx: 10.0, dy: 10.0, crs: "EPSG:32643".into(), geographic: false,
    /// };
    /// let coarse = Grid { width: 20, height: 20, dx: 30.0, dy: 30.0, ..fine.clone() };
    /// assert_eq!(Nested::of(&coarse, &fine).map(|nested| nested.grid.width), Some(60));
    /// assert!(Nested::of(&coarse, &Grid { left: 4.0, ..fine }).is_none());
    /// ```
    pub fn of(values: &Grid, weights: &Grid) -> Option<Self> {
        if values.crs != weights.crs {
            return None;
        }
        let (dx, dy) = (values.dx.min(weights.dx), values.dy.min(weights.dy));
        let factor = |grid: &Grid| Some((whole(grid.dx / dx)?, whole(grid.dy / dy)?));
        let (of_values, of_weights) = (factor(values)?, factor(weights)?);
        let skip = |grid: &Grid| {
            Some((
                near_whole((values.left - grid.left) / dx)?,
                near_whole((grid.top - values.top) / dy)?,
            ))
        };
        let steps = |grid: &Grid, factor| {
            Some(Steps {
                factor,
                skip: skip(grid)?,
                size: (grid.width, grid.height),
            })
        };
        let grid = Grid {
            width: values.width * of_values.0,
            height: values.height * of_values.1,
            dx,
            dy,
            ..values.clone()
        };
        Some(Self {
            grid,
            values: steps(values, of_values)?,
            weights: steps(weights, of_weights)?,
        })
    }
}

/// A ratio that is a whole number of at least one.
fn whole(ratio: f64) -> Option<usize> {
    near_whole(ratio)
        .and_then(|n| usize::try_from(n).ok())
        .filter(|n| *n >= 1)
}

fn near_whole(number: f64) -> Option<isize> {
    ((number - number.round()).abs() <= ALIGNED * number.abs().max(1.0))
        .then_some(number.round() as isize)
}

impl Steps {
    /// The window of this grid that holds a fine window, cut to the grid; `None` where they do not meet.
    fn around(&self, fine: Window) -> Option<Window> {
        let range = |from: usize, len: usize, skip: isize, factor: usize, size: usize| {
            let from = from as isize + skip;
            let first = from.div_euclid(factor as isize).max(0);
            let last = (from + len as isize - 1).div_euclid(factor as isize);
            let last = last.min(size as isize - 1);
            (last >= first).then_some((first as usize, (last - first + 1) as usize))
        };
        let (col, width) = range(
            fine.col,
            fine.width,
            self.skip.0,
            self.factor.0,
            self.size.0,
        )?;
        let (row, height) = range(
            fine.row,
            fine.height,
            self.skip.1,
            self.factor.1,
            self.size.1,
        )?;
        Some(Window {
            col,
            row,
            width,
            height,
        })
    }

    /// The value of this grid at a fine cell.
    fn at(&self, read: Option<&Block>, row: usize, col: usize) -> Option<f64> {
        let block = read?;
        let place = |fine: usize, skip: isize, factor: usize, from: usize, len: usize| {
            let cell = (fine as isize + skip).div_euclid(factor as isize) - from as isize;
            usize::try_from(cell).ok().filter(|cell| *cell < len)
        };
        let w = block.window;
        let row = place(row, self.skip.1, self.factor.1, w.row, w.height)?;
        let col = place(col, self.skip.0, self.factor.0, w.col, w.width)?;
        block.value(row * w.width + col)
    }
}

/// Reads a window of a raster.
pub type ReadBlock<'a> = &'a (dyn Fn(usize, Window) -> Result<Block, RasterFault> + Sync);

/// Weighted sums over zones.
pub struct Weighted<'a> {
    /// The finer grid of both, which the pass walks.
    pub nested: &'a Nested,
    /// Reads values, by band.
    pub values: ReadBlock<'a>,
    /// Reads weights.
    pub weights: ReadBlock<'a>,
}

/// Σ f·x·w and Σ f·w over the cells with a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeightedSums {
    /// Σ f·x·w, per cell of the finer grid.
    pub sum: f64,
    /// Σ f·w.
    pub weight: f64,
    /// True where a cell with a value has no weight: nobody can say what it is worth.
    pub unknown: bool,
}

impl WeightedSums {
    /// Σ f·x·w / Σ f·w; `None` where a weight is unknown or all are zero (exactextract then gives NaN).
    pub fn mean(&self) -> Option<f64> {
        (!self.unknown && self.weight != 0.0).then(|| self.sum / self.weight)
    }

    /// Σ f·x·w in cells of the finer grid; `None` where a weight is unknown.
    pub fn total(&self) -> Option<f64> {
        (!self.unknown).then_some(self.sum)
    }
}

impl Counting for Weighted<'_> {
    type Read = (Option<Block>, Option<Block>);
    type Part = WeightedSums;
    type Done = Result<WeightedSums, RasterFault>;

    fn read(&self, band: usize, window: Window) -> Result<Self::Read, RasterFault> {
        let values = self.nested.values.around(window);
        let weights = self.nested.weights.around(window);
        Ok((
            values
                .map(|window| (self.values)(band, window))
                .transpose()?,
            weights
                .map(|window| (self.weights)(0, window))
                .transpose()?,
        ))
    }

    fn count(&self, coverage: &Coverage, (values, weights): &Self::Read) -> WeightedSums {
        let mut sums = WeightedSums::default();
        for row in 0..coverage.window.height {
            let fine_row = coverage.window.row + row;
            for span in coverage.row(row) {
                for col in span.col..span.col + span.len {
                    let fine_col = coverage.window.col + col;
                    let Some(value) = self.nested.values.at(values.as_ref(), fine_row, fine_col)
                    else {
                        continue;
                    };
                    match self.nested.weights.at(weights.as_ref(), fine_row, fine_col) {
                        Some(weight) => {
                            sums.sum += span.fraction * weight * value;
                            sums.weight += span.fraction * weight;
                        }
                        None => sums.unknown = true,
                    }
                }
            }
        }
        sums
    }

    fn merge(&self, part: WeightedSums, below: WeightedSums) -> WeightedSums {
        WeightedSums {
            sum: part.sum + below.sum,
            weight: part.weight + below.weight,
            unknown: part.unknown || below.unknown,
        }
    }

    fn finish(&self, _: usize, parts: Result<WeightedSums, RasterFault>) -> Self::Done {
        parts
    }
}
