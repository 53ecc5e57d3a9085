//! What does another raster say at the centre of each cell?

use aimak_core::{Grid, RasterFault, RasterLayer, RasterSource, Window};

/// Cells read at once, at most, unless one row holds more.
const CELLS_AT_ONCE: usize = 4 << 20;
/// A centre that lies on a border of the other grid, up to rounding, belongs to the cell to the right and below.
const ROUNDING: f64 = 1e-6;

/// A layer seen from the cells of a grid: nearest neighbour by cell centre, without a projection.
///
/// Classes cannot be averaged, so the cell under the centre speaks for all. Both grids must be in one CRS: a projection
/// decides about borders of classes and belongs to a program that is made for it.
#[derive(Clone, Copy)]
pub struct Aligned<'a> {
    /// The layer.
    pub layer: &'a RasterLayer,
    /// Reads it.
    pub source: &'a dyn RasterSource,
    /// The grid whose cells ask.
    pub onto: &'a Grid,
}

impl Aligned<'_> {
    /// Values of a band for a window of [`Self::onto`], row by row; `None` where the layer holds none or does not reach.
    ///
    /// # Errors
    /// Where the layer cannot be read.
    pub fn values<T: Copy>(
        &self,
        band: usize,
        window: Window,
        of: impl Fn(f64) -> Option<T>,
    ) -> Result<Vec<Option<T>>, RasterFault> {
        let (grid, onto) = (&self.layer.grid, self.onto);
        let column = |col: usize| {
            let x = onto.left + (col as f64 + 0.5) * onto.dx;
            cell((x - grid.left) / grid.dx, grid.width)
        };
        let row_of = |row: usize| {
            let y = onto.top - (row as f64 + 0.5) * onto.dy;
            cell((grid.top - y) / grid.dy, grid.height)
        };
        let columns: Vec<Option<usize>> = (window.col..window.col + window.width)
            .map(column)
            .collect();
        let mut values = vec![None; window.width * window.height];
        let Some((col, width)) = around(&columns) else {
            return Ok(values);
        };
        let rows_at_once = self.rows_at_once(width);
        for first in (0..window.height).step_by(rows_at_once) {
            let end = (first + rows_at_once).min(window.height);
            let rows: Vec<Option<usize>> =
                (window.row + first..window.row + end).map(row_of).collect();
            let Some((row, height)) = around(&rows) else {
                continue;
            };
            let read = Window {
                col,
                row,
                width,
                height,
            };
            let block = self.source.block(self.layer, band, read)?;
            let places = values[first * window.width..].chunks_mut(window.width);
            for (line, there) in places.zip(rows).filter_map(|(l, r)| Some((l, r?))) {
                for (value, column) in line.iter_mut().zip(&columns) {
                    let place = column.map(|column| (there - row) * width + column - col);
                    *value = place.and_then(|place| block.value(place)).and_then(&of);
                }
            }
        }
        Ok(values)
    }

    /// How many rows of the asking grid are read together.
    fn rows_at_once(&self, width: usize) -> usize {
        let finer = (self.onto.dy / self.layer.grid.dy).max(1.0);
        ((CELLS_AT_ONCE as f64 / (width as f64 * finer)) as usize).max(1)
    }
}

/// The cell that holds a place counted in cells.
fn cell(place: f64, count: usize) -> Option<usize> {
    let nearest = place.round();
    let cell = if (place - nearest).abs() < ROUNDING {
        nearest
    } else {
        place.floor()
    };
    (cell >= 0.0 && cell < count as f64).then_some(cell as usize)
}

/// First cell and number of cells of those that exist; they rise.
fn around(cells: &[Option<usize>]) -> Option<(usize, usize)> {
    let first = cells.iter().flatten().next()?;
    let last = cells.iter().flatten().next_back()?;
    Some((*first, last - first + 1))
}
