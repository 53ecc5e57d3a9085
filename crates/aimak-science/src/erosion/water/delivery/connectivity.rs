//! How well is a cell connected with its stream?

/// What drains through a cell, the cell included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UpslopeArea {
    /// Mean of `C_th` over it.
    pub mean_cover: f64,
    /// Mean of `S_th` over it, m/m.
    pub mean_slope: f64,
    /// A, m².
    pub area_m2: f64,
}

impl UpslopeArea {
    /// `D_up`, m: how much the cell gathers.
    ///
    /// # Formula
    /// `D_up = C̄_th·S̄_th·√A`.
    ///
    /// ```
    /// use aimak_science::erosion::water::delivery::UpslopeArea;
    /// let top = UpslopeArea { mean_cover: 0.10, mean_slope: 0.30, area_m2: 900.0 };
    /// assert!((top.contribution_m() - 0.9).abs() < 1e-12);
    /// ```
    pub fn contribution_m(&self) -> f64 {
        self.mean_cover * self.mean_slope * self.area_m2.sqrt()
    }
}

/// IC, dimensionless.
///
/// # Formula
/// `IC = log₁₀(D_up/D_dn)`.
///
/// # Range and edge cases
/// Any number. `None` where either is 0 (a stream has no way to the stream) or negative or no number.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::delivery::index_of_connectivity;
/// assert!((index_of_connectivity(0.9, 14_600.0).unwrap() + 4.21011).abs() < 5e-6);
/// assert_eq!(index_of_connectivity(0.9, 0.0), None);
/// ```
///
/// # Reference
/// METHODS B.6; Borselli, Cassi & Torri (2008), Catena 75:268–277.
pub fn index_of_connectivity(contribution_m: f64, resistance: f64) -> Option<f64> {
    let possible = contribution_m > 0.0 && resistance > 0.0;
    let index = (contribution_m / resistance).log10();
    (possible && index.is_finite()).then_some(index)
}
