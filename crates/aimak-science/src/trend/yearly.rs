//! What does each year of a series hold, strip by strip?

use aimak_core::{RasterFault, Window};
use rayon::prelude::*;

use super::maps::Images;

/// Numbers held at once while a strip is computed, at most.
const NUMBERS_AT_ONCE: usize = 8 << 20;

/// Yearly values of a window: all cells of the first year, then all of the second.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlyValues {
    /// Values, meaningless where not valid.
    pub values: Vec<f64>,
    /// Which values hold.
    pub valid: Vec<bool>,
}

impl Images<'_> {
    /// Windows of whole rows that are computed one after the other; together they are the grid.
    pub fn strips(&self) -> Vec<Window> {
        let grid = &self.layer.grid;
        let numbers_a_row = (grid.width * self.layer.bands.len()).max(1);
        let affordable = (NUMBERS_AT_ONCE / numbers_a_row).max(1);
        // whole blocks, so that none is decoded twice
        let block = self.layer.block_rows.max(1);
        let rows = if affordable > block {
            affordable / block * block
        } else {
            affordable
        };
        let strip = |row: usize| Window {
            col: 0,
            row,
            width: grid.width,
            height: rows.min(grid.height - row),
        };
        (0..grid.height).step_by(rows).map(strip).collect()
    }

    /// Means of the images of every year in a window.
    ///
    /// # Errors
    /// The first band that cannot be read there.
    pub fn yearly(&self, window: Window) -> Result<YearlyValues, RasterFault> {
        let cells = window.width * window.height;
        let mut read = YearlyValues {
            values: vec![0.0; cells * self.years.bands.len()],
            valid: vec![false; cells * self.years.bands.len()],
        };
        let places = read
            .values
            .par_chunks_mut(cells.max(1))
            .zip(read.valid.par_chunks_mut(cells.max(1)));
        self.years
            .bands
            .par_iter()
            .zip(places)
            .try_for_each(|(bands, (values, valid))| self.year(bands, window, values, valid))?;
        Ok(read)
    }

    /// The mean of the bands of one year; `values` come as zeros.
    fn year(
        &self,
        bands: &[usize],
        window: Window,
        values: &mut [f64],
        valid: &mut [bool],
    ) -> Result<(), RasterFault> {
        let mut n = vec![0_u32; values.len()];
        for &band in bands {
            let block = self.source.block(self.layer, band, window)?;
            for (place, (sum, n)) in values.iter_mut().zip(&mut n).enumerate() {
                if let Some(value) = block.value(place) {
                    *sum += value;
                    *n += 1;
                }
            }
        }
        for ((sum, valid), &n) in values.iter_mut().zip(valid).zip(&n) {
            *sum /= f64::from(n.max(1));
            *valid = n > 0;
        }
        Ok(())
    }
}
