//! What is remembered of the pixels seen so far; tallies of strips are merged in the order of the strips.

use ndarray::ArrayView2;

use aimak_core::Raster;

/// Sums over the cells of a zone. The default is the identity of [`Tally::merge`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Sum of coverage, valid or not.
    pub covered: f64,
    /// Sum of coverage of valid cells.
    pub valid: f64,
    /// Sum of coverage × value.
    pub weighted: f64,
    /// Sum of coverage of cells above the threshold of the pass.
    pub above: f64,
}

impl Tally {
    /// Counts the cells of one window, row by row.
    pub fn count(
        fractions: ArrayView2<'_, f64>,
        raster: &Raster<f64>,
        col: usize,
        threshold: Option<f64>,
    ) -> Self {
        let mut tally = Self::default();
        for ((row, offset), &fraction) in fractions.indexed_iter() {
            if fraction <= 0.0 {
                continue;
            }
            tally.covered += fraction;
            if let Some(&value) = raster.get(row, col + offset) {
                tally.valid += fraction;
                tally.weighted += fraction * value;
                if threshold.is_some_and(|threshold| value > threshold) {
                    tally.above += fraction;
                }
            }
        }
        tally
    }

    /// This tally and a later one.
    #[must_use]
    pub fn merge(self, later: Self) -> Self {
        Self {
            covered: self.covered + later.covered,
            valid: self.valid + later.valid,
            weighted: self.weighted + later.weighted,
            above: self.above + later.above,
        }
    }

    /// Mean of the valid cells.
    pub fn mean(&self) -> Option<f64> {
        (self.valid > 0.0).then(|| self.weighted / self.valid)
    }

    /// Share of a zone of `zone_cells` cells that is valid; rounding may not lift it over one.
    pub fn valid_share(&self, zone_cells: f64) -> f64 {
        if zone_cells > 0.0 {
            (self.valid / zone_cells).min(1.0)
        } else {
            0.0
        }
    }
}
