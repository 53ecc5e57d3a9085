//! How freely does sediment pass through a cell?

use crate::erosion::water::Slope;

/// Cover below this counts as this.
const LOWEST_COVER: f64 = 0.001;
/// Slope below this counts as this, m/m.
const LOWEST_SLOPE: f64 = 0.005;
/// Slope above this counts as this, m/m.
const HIGHEST_SLOPE: f64 = 1.0;

/// The two weights of a cell in the index of connectivity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellWeights {
    cover: f64,
    slope: f64,
}

impl CellWeights {
    /// Weights from C (not C·P) and the slope.
    ///
    /// # Formula
    /// `C_th = max(C, 0.001)`, `S_th = clamp(S, 0.005, 1)` with S in m/m.
    ///
    /// # Range and edge cases
    /// `None` for C outside 0–1.
    ///
    /// ```
    /// use aimak_science::erosion::water::{Slope, delivery::CellWeights};
    /// let flat = CellWeights::new(0.0, Slope::from_percent(0.1).unwrap()).unwrap();
    /// assert_eq!((flat.cover(), flat.slope()), (0.001, 0.005));
    /// ```
    pub fn new(cover: f64, slope: Slope) -> Option<Self> {
        (0.0..=1.0).contains(&cover).then(|| Self {
            cover: cover.max(LOWEST_COVER),
            slope: slope.ratio().clamp(LOWEST_SLOPE, HIGHEST_SLOPE),
        })
    }

    /// `C_th`.
    pub const fn cover(self) -> f64 {
        self.cover
    }

    /// `S_th`, m/m.
    pub const fn slope(self) -> f64 {
        self.slope
    }

    /// `1/(C_th·S_th)`: how strongly a metre of this cell holds sediment back.
    pub const fn resistance(self) -> f64 {
        1.0 / (self.cover * self.slope)
    }
}
