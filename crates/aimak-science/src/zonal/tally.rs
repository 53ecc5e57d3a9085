//! What is remembered of the pixels seen so far; tallies of strips are merged in the order of the strips.

use ndarray::ArrayView2;

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
    /// Counts the cells of one window, row by row; the three arrays have the same shape.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a view is two words and a stride; ndarray passes it by value"
    )]
    pub fn count(
        fractions: ArrayView2<'_, f64>,
        values: ArrayView2<'_, f64>,
        valid: ArrayView2<'_, bool>,
        threshold: Option<f64>,
    ) -> Self {
        let mut tally = Self::default();
        let threshold = threshold.unwrap_or(f64::INFINITY);
        // not ndarray's `Zip`: it may walk in the order of the memory, and sums would follow it
        let rows = fractions.rows().into_iter().zip(values.rows());
        for ((fractions, values), valid) in rows.zip(valid.rows()) {
            for ((&fraction, &value), &valid) in fractions.iter().zip(values).zip(valid) {
                if fraction > 0.0 {
                    tally.covered += fraction;
                    if valid {
                        tally.valid += fraction;
                        tally.weighted += fraction * value;
                        tally.above += if value > threshold { fraction } else { 0.0 };
                    }
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
