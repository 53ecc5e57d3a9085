//! What does InVEST call LS?

use super::{
    InvestExponent, LengthExponent as _, McCoolSteepness, Steepness as _, TerrainCell, factor,
    length::grown_length,
};
use crate::erosion::water::{Equation, Factor};

/// LS of InVEST SDR 3.20, `LS_INVEST`, for comparison with InVEST studies.
///
/// # Formula
/// As Desmet & Govers, but with the **square root** of the contributing area where the area belongs, x from the **slope** angle
/// instead of the aspect, m from [`InvestExponent`], and `l_max` cutting the value of L instead of the length.
///
/// # Range and edge cases
/// Lower than [`super::DesmetGovers`] by a factor of about 4 at 20 % and four cells; `l_max` never binds on real slopes. Maps
/// of the two must not be compared. `None` for impossible cells.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{InvestSlopeLength, TerrainCell}};
/// let cell = TerrainCell {
///     slope: Slope::from_percent(20.0).unwrap(),
///     contributing_area_m2: 4.0 * 900.0,
///     aspect_radians: 0.0,
///     cell_size_m: 30.0,
/// };
/// let ls = InvestSlopeLength::default().slope_length_and_steepness(&cell).unwrap();
/// assert!((ls.value - 3.34481).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS B.3 and appendix T; `RASTER_PEERS` 3; InVEST 3.20 `sdr.py`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InvestSlopeLength {
    /// `l_max`, the largest value of L, dimensionless.
    pub largest_length_factor: f64,
}

impl Default for InvestSlopeLength {
    fn default() -> Self {
        Self {
            largest_length_factor: 122.0,
        }
    }
}

impl InvestSlopeLength {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "LS_INVEST",
        formula: "S·min(l_max, [(√A + D²)^(m+1) − √A^(m+1)]/[D^(m+2)·x^m·22.13^m]), x = |sin θ| + |cos θ|",
        unit: "1",
        holds: "comparison with InVEST SDR 3.14 and later",
        reference: "Natural Capital Project, InVEST 3.20, SDR model",
    };

    /// L of a cell.
    pub fn length_factor(&self, cell: &TerrainCell) -> Option<f64> {
        if !cell.is_possible() {
            return None;
        }
        let angle = cell.slope.radians();
        let x = angle.sin().abs() + angle.cos().abs();
        let m = InvestExponent.exponent(cell.slope);
        let length = grown_length(cell.contributing_area_m2.sqrt(), cell.cell_size_m, x, m);
        Some(length.min(self.largest_length_factor))
    }

    /// LS of a cell.
    pub fn slope_length_and_steepness(&self, cell: &TerrainCell) -> Option<Factor> {
        let value = self.length_factor(cell)? * McCoolSteepness.steepness(cell.slope);
        Some(factor(value, cell.slope))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::erosion::water::{Remark, Slope};

    fn cell(percent: f64, accumulation_cells: f64) -> TerrainCell {
        TerrainCell {
            slope: Slope::from_percent(percent).unwrap(),
            contributing_area_m2: (accumulation_cells - 1.0) * 900.0,
            aspect_radians: 0.0,
            cell_size_m: 30.0,
        }
    }

    #[test]
    fn the_literal_table_of_invests_own_test() {
        // InVEST tests/test_sdr.py `test_ls_factor`: l_max 25
        let invest = InvestSlopeLength {
            largest_length_factor: 25.0,
        };
        let table = [
            (1.5, 100.0, 0.253_996),
            (4.0, 100.0, 0.657_229),
            (8.0, 100.0, 1.345_856),
            (10.0, 100.0, 1.776_729),
            (15.0, 1e7, 49.802_994),
        ];
        for (percent, accumulation, expected) in table {
            let ls = invest.slope_length_and_steepness(&cell(percent, accumulation));
            let found = ls.unwrap().value;
            assert!((found / expected - 1.0).abs() < 1e-6, "{found} {expected}");
        }
    }

    #[test]
    fn worked_values_of_methods_b3() {
        // test_vectors.json: B.L.invest
        for (above, expected) in [
            (0.0, 1.09083),
            (4.0, 1.19682),
            (50.0, 1.42921),
            (5000.0, 3.35117),
        ] {
            let l = InvestSlopeLength::default().length_factor(&cell(20.0, above + 1.0));
            assert!((l.unwrap() - expected).abs() < 6e-6);
        }
    }

    #[test]
    fn steep_land_is_remarked() {
        let ls = InvestSlopeLength::default().slope_length_and_steepness(&cell(51.0, 2.0));
        assert_eq!(ls.unwrap().remarks, [Remark::SteepExtrapolated]);
    }
}
