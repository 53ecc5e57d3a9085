//! What is a default factor, and how sure is it?

/// A default of the IPCC with its error.
///
/// Errors are half a 95 % interval, in per cent of the value: reference stocks are published so, factors as two standard deviations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DefaultFactor {
    /// Which row of which table.
    pub id: &'static str,
    /// Which of the row's cells, where they differ by climate or soil; 0 where the row has one for all. Equal ids and cells are one number
    /// with one error, in whatever field they stand; the same digits in two cells are not.
    pub cell: u8,
    /// The value.
    pub value: f64,
    /// Half-width of its 95 % interval, per cent of the value; 0 for the definition of 1.
    pub half_width_percent: f64,
}

impl DefaultFactor {
    pub(super) const fn new(id: &'static str, value: f64, half_width_percent: f64) -> Self {
        Self {
            id,
            cell: 0,
            value,
            half_width_percent,
        }
    }

    /// The same number in this cell of its row.
    pub(super) const fn in_cell(self, cell: u8) -> Self {
        Self { cell, ..self }
    }

    /// A factor that is 1 by definition and has no error.
    pub(super) const fn one(id: &'static str) -> Self {
        Self::new(id, 1.0, 0.0)
    }

    /// Half-width of the interval as a fraction of the value.
    pub(super) fn relative(&self) -> f64 {
        self.half_width_percent / 100.0
    }
}
