//! What does a cell hold, asked by its number?

use aimak_core::Raster;

/// A raster read by the numbers of its cells, row by row from 0, as water meets them.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a, T> {
    values: &'a [T],
    valid: &'a [bool],
}

impl<'a, T: Copy> Cells<'a, T> {
    /// The cells of a raster that lies in memory row after row, as every raster does that was read or computed whole.
    pub fn of(raster: &'a Raster<T>) -> Self {
        let row_by_row = "invariant: rows one after the other";
        Self {
            values: raster.values.as_slice().expect(row_by_row),
            valid: raster.valid.as_slice().expect(row_by_row),
        }
    }

    /// What is stored for all cells, also for those that hold nothing.
    pub fn values(self) -> &'a [T] {
        self.values
    }

    /// Which cells hold a value.
    pub fn valid(self) -> &'a [bool] {
        self.valid
    }

    /// The value of a cell, where it holds one.
    pub fn get(&self, cell: usize) -> Option<T> {
        self.valid[cell].then(|| self.values[cell])
    }
}
