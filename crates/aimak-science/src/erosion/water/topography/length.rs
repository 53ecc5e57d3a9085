//! L: how much does the way that water has come already add?

use super::{LengthExponent, McCoolExponent, TerrainCell, UNIT_PLOT_M};
use crate::erosion::water::Equation;

/// L of a planar field of one slope.
///
/// # Formula
/// `(λ/22.13)^m` with λ in m, measured horizontally.
///
/// # Range and edge cases
/// 0 and above; NaN never for `length_m ≥ 0`.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{LengthExponent, McCoolExponent, planar_length_factor}};
/// let m = McCoolExponent::default().exponent(Slope::from_percent(9.0).unwrap());
/// assert!((planar_length_factor(100.0, m) - 2.12959).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS B.3; Renard et al. (1997), USDA Agriculture Handbook 703.
pub fn planar_length_factor(length_m: f64, exponent: f64) -> f64 {
    (length_m / UNIT_PLOT_M).powf(exponent)
}

/// The longest slope that counts, m: beyond it water gathers in channels, which RUSLE does not describe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LengthCap(f64);

impl LengthCap {
    /// 122 m (400 ft), the default.
    pub const METRES_122: Self = Self(122.0);
    /// 333 m, the longest slope of the data behind USLE.
    pub const METRES_333: Self = Self(333.0);

    /// A cap of one's own; `None` unless it is a positive length.
    pub fn of_metres(length_m: f64) -> Option<Self> {
        (length_m > 0.0 && length_m.is_finite()).then_some(Self(length_m))
    }

    /// The length, m.
    pub const fn metres(self) -> f64 {
        self.0
    }
}

/// L on a grid after Desmet & Govers, `DG96`, the default.
///
/// # Formula
/// `L = [(A + D²)^{m+1} − A^{m+1}]/[D^{m+2}·x^m·22.13^m]`; A contributing area without the own cell (m²), D cell size (m),
/// `x = |sin α| + |cos α|` of the **aspect** α. A slope-length cap λ cuts A to `λ·D·x`.
///
/// # Range and edge cases
/// Above 0. On a plane the mean over the cells of a slope is exactly `(nD/22.13)^m`, which is why it is the default. `None` for
/// impossible cells.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{DesmetGovers, LengthCap, TerrainCell}};
/// let cell = |cells| TerrainCell {
///     slope: Slope::from_percent(20.0).unwrap(),
///     contributing_area_m2: f64::from(cells) * 900.0,
///     aspect_radians: 0.0,
///     cell_size_m: 30.0,
/// };
/// let capped = DesmetGovers::default();
/// assert!((capped.length_factor(&cell(50)).unwrap() - 4.94334).abs() < 5e-6);
/// assert!((capped.length_factor(&cell(4)).unwrap() - 4.89882).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS B.3; Desmet & Govers (1996), J. Soil Water Conserv. 51:427–433.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesmetGovers {
    /// How m is found.
    pub exponent: McCoolExponent,
    /// The longest slope that counts; `None` for no limit.
    pub cap: Option<LengthCap>,
}

impl Default for DesmetGovers {
    fn default() -> Self {
        Self {
            exponent: McCoolExponent::default(),
            cap: Some(LengthCap::METRES_122),
        }
    }
}

impl DesmetGovers {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "DG96",
        formula: "[(A + D²)^(m+1) − A^(m+1)]/[D^(m+2)·x^m·22.13^m], x = |sin α| + |cos α|, A ≤ λ·D·x",
        unit: "1",
        holds: "cells of 30 m or less, contributing area by D-infinity or multiple flow directions, slope length up to the cap",
        reference: "Desmet & Govers (1996), J. Soil Water Conserv. 51:427–433",
    };

    /// L of a cell.
    pub fn length_factor(&self, cell: &TerrainCell) -> Option<f64> {
        if !cell.is_possible() {
            return None;
        }
        let x = cell.aspect_radians.sin().abs() + cell.aspect_radians.cos().abs();
        let longest_m2 = self
            .cap
            .map_or(f64::INFINITY, |cap| cap.metres() * cell.cell_size_m * x);
        let area_m2 = cell.contributing_area_m2.min(longest_m2);
        let m = self.exponent.exponent(cell.slope);
        Some(grown_length(area_m2, cell.cell_size_m, x, m))
    }
}

/// `[(A + D²)^{m+1} − A^{m+1}]/[D^{m+2}·x^m·22.13^m]`.
pub(super) fn grown_length(above: f64, cell_size_m: f64, x: f64, m: f64) -> f64 {
    let grown = (above + cell_size_m * cell_size_m).powf(m + 1.0) - above.powf(m + 1.0);
    grown / (cell_size_m.powf(m + 2.0) * (x * UNIT_PLOT_M).powf(m))
}

#[cfg(test)]
mod tests {
    use std::f64::consts::FRAC_PI_4;

    use proptest::prelude::*;

    use super::*;
    use crate::erosion::water::Slope;

    fn cell(percent: f64, cells: f64, aspect_radians: f64) -> TerrainCell {
        TerrainCell {
            slope: Slope::from_percent(percent).unwrap(),
            contributing_area_m2: cells * 900.0,
            aspect_radians,
            cell_size_m: 30.0,
        }
    }

    #[test]
    fn worked_values_of_methods_b3() {
        // test_vectors.json: B.L.desmet
        let l = |cells, aspect, cap| {
            let length = DesmetGovers {
                cap,
                ..DesmetGovers::default()
            };
            length.length_factor(&cell(20.0, cells, aspect)).unwrap()
        };
        let expected = [
            (l(0.0, 0.0, None), 1.20547),
            (l(4.0, 0.0, None), 4.89882),
            (l(4.0, FRAC_PI_4, None), 3.95957),
            (l(50.0, 0.0, None), 21.63931),
            (l(50.0, 0.0, Some(LengthCap::METRES_122)), 4.94334),
            (l(50.0, 0.0, Some(LengthCap::METRES_333)), 8.76702),
        ];
        for (found, expected) in expected {
            assert!((found - expected).abs() < 5.1e-6, "{found} {expected}");
        }
        // test_vectors.json: B.L.uniform, at 9 %
        let m = McCoolExponent::default().exponent(Slope::from_percent(9.0).unwrap());
        for (length, expected) in [
            (22.13, 1.0),
            (50.0, 1.50459),
            (122.0, 2.35277),
            (333.0, 3.89176),
        ] {
            assert!((planar_length_factor(length, m) - expected).abs() < 5.1e-6);
        }
    }

    #[test]
    fn impossible_cells_have_no_length() {
        let length = DesmetGovers::default();
        assert_eq!(length.length_factor(&cell(20.0, -1.0, 0.0)), None);
        assert_eq!(length.length_factor(&cell(20.0, f64::NAN, 0.0)), None);
        assert_eq!(LengthCap::of_metres(0.0), None);
        assert_eq!(
            LengthCap::of_metres(200.0).map(LengthCap::metres),
            Some(200.0)
        );
    }

    proptest! {
        /// The mean over the cells of a plane is L of the whole plane.
        #[test]
        fn a_plane_is_a_plane(cells in 1_usize..60, percent in 0.5..60.0_f64, side in 5.0..30.0_f64) {
            let length = DesmetGovers { cap: None, ..DesmetGovers::default() };
            let at = |above: usize| TerrainCell {
                contributing_area_m2: above as f64 * side * side,
                cell_size_m: side,
                ..cell(percent, 0.0, 0.0)
            };
            let sum: f64 = (0..cells).map(|above| length.length_factor(&at(above)).unwrap()).sum();
            let m = length.exponent.exponent(at(0).slope);
            let whole = planar_length_factor(cells as f64 * side, m);
            prop_assert!((sum / cells as f64 - whole).abs() < 1e-12 * whole.max(1.0));
        }

        #[test]
        fn more_area_is_no_shorter_and_the_cap_holds(percent in 0.5..60.0_f64, cells in 0.0..5000.0_f64, aspect in 0.0..6.3_f64) {
            let capped = DesmetGovers::default();
            let l = |cells| capped.length_factor(&cell(percent, cells, aspect)).unwrap();
            prop_assert!(l(cells + 1.0) >= l(cells));
            prop_assert!(l(1e9) == l(1e7));
        }
    }
}
