//! What must a reader know about a factor?

/// A factor of soil loss with its reservations, of the kind `R`.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor<R> {
    /// The factor, in the unit of its equation.
    pub value: f64,
    /// Reservations, in the order of `R`.
    pub remarks: Vec<R>,
}

impl<R: Ord> Factor<R> {
    /// A factor without reservations.
    pub const fn plain(value: f64) -> Self {
        Self {
            value,
            remarks: Vec::new(),
        }
    }

    /// The same factor with `remark`, if `holds`.
    #[must_use]
    pub fn remarked(mut self, remark: R, holds: bool) -> Self {
        if holds && !self.remarks.contains(&remark) {
            self.remarks.push(remark);
            self.remarks.sort_unstable();
        }
        self
    }
}
