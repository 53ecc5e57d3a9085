//! LS of millions of cells: the same equations, with the powers they share taken once.

use super::{DesmetGovers, InvestSlopeLength, UNIT_PLOT_M};

/// An equation for LS that is asked for every cell of a grid.
pub trait CellTopography: Sync {
    /// LS of a cell of this slope (m/m), of which one side seen in the direction of flow is `width` (`|sin α| + |cos α|`, α the
    /// aspect) cell sides wide, with so many cells above it.
    fn slope_length_and_steepness(&self, slope: f64, width: f64, cells_above: f64) -> f64;
}

/// `DG96` with `S_MCCOOL` on cells of one size.
pub struct DesmetGoversCells {
    rilling: f64,
    /// Cap of the slope length in cells; infinite without.
    longest_cells: f64,
    /// 22.13/D.
    unit_cells: f64,
}

impl DesmetGoversCells {
    /// The equation on cells of this side, m.
    pub fn of(length: &DesmetGovers, cell_size_m: f64) -> Self {
        Self {
            rilling: length.exponent.rilling.factor(),
            longest_cells: length
                .cap
                .map_or(f64::INFINITY, |cap| cap.metres() / cell_size_m),
            unit_cells: UNIT_PLOT_M / cell_size_m,
        }
    }
}

impl CellTopography for DesmetGoversCells {
    fn slope_length_and_steepness(&self, slope: f64, width: f64, cells_above: f64) -> f64 {
        let sine = sine(slope);
        let m = mccool(self.rilling, sine);
        let above = cells_above.min(self.longest_cells * width);
        grown(above, m, self.unit_cells * width) * steepness(slope, sine)
    }
}

/// `LS_INVEST` on cells of one size.
pub struct InvestCells {
    cell_size_m: f64,
    largest_length_factor: f64,
    /// 22.13/D.
    unit_cells: f64,
}

impl InvestCells {
    /// The equation on cells of this side, m.
    pub fn of(length: &InvestSlopeLength, cell_size_m: f64) -> Self {
        Self {
            cell_size_m,
            largest_length_factor: length.largest_length_factor,
            unit_cells: UNIT_PLOT_M / cell_size_m,
        }
    }
}

impl CellTopography for InvestCells {
    fn slope_length_and_steepness(&self, slope: f64, _width: f64, cells_above: f64) -> f64 {
        let sine = sine(slope);
        let cosine = if slope > 0.0 { sine / slope } else { 1.0 };
        let m = match 100.0 * slope {
            percent if percent <= 1.0 => 0.2,
            percent if percent <= 3.5 => 0.3,
            percent if percent <= 5.0 => 0.4,
            percent if percent <= 9.0 => 0.5,
            _ => mccool(1.0, sine),
        };
        let m = f64::from(m as f32);
        // the root of an area is a length, which InVEST puts where the area belongs
        let above = cells_above.max(0.0).sqrt() / self.cell_size_m;
        let length = grown(above, m, self.unit_cells * (sine + cosine));
        length.min(self.largest_length_factor) * steepness(slope, sine)
    }
}

/// sin θ of a slope in m/m.
fn sine(slope: f64) -> f64 {
    slope / (1.0 + slope * slope).sqrt()
}

/// m of [`super::McCoolExponent`].
fn mccool(rilling: f64, sine: f64) -> f64 {
    let ratio = rilling * (sine / 0.0896) / (3.0 * (0.8 * sine.ln()).exp() + 0.56);
    ratio / (1.0 + ratio)
}

/// S of [`super::McCoolSteepness`].
fn steepness(slope: f64, sine: f64) -> f64 {
    if 100.0 * slope < 9.0 {
        10.8 * sine + 0.03
    } else {
        16.8 * sine - 0.50
    }
}

/// `[(a + 1)^{m+1} − a^{m+1}]/u^m = u·[((a + 1)/u)^{m+1} − (a/u)^{m+1}]`: L with areas in cells and `u = 22.13·x/D`.
fn grown(above: f64, m: f64, unit: f64) -> f64 {
    let per_unit = 1.0 / unit;
    // 0 above: the logarithm is −∞ and its power 0, as it must be
    let power = |cells: f64| ((m + 1.0) * (cells * per_unit).ln()).exp();
    unit * (power(above + 1.0) - power(above))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::erosion::water::{
        Slope,
        topography::{LengthCap, McCoolSteepness, TerrainCell, slope_length_and_steepness},
    };

    proptest! {
        /// The plain equations are the measure.
        #[test]
        fn many_cells_are_as_one(
            percent in 0.0..90.0_f64, above in prop_oneof![Just(0.0), 0.0..20.0_f64, 0.0..1e6_f64],
            aspect_radians in 0.0..6.3_f64, side in 5.0..30.0_f64, capped in any::<bool>(),
        ) {
            let cell = TerrainCell {
                slope: Slope::from_percent(percent).unwrap(),
                contributing_area_m2: above * side * side,
                aspect_radians,
                cell_size_m: side,
            };
            let length = DesmetGovers { cap: capped.then_some(LengthCap::METRES_122), ..DesmetGovers::default() };
            let width = aspect_radians.sin().abs() + aspect_radians.cos().abs();
            let close = |found: f64, expected: f64| (found - expected).abs() <= 1e-7 * expected;
            let plain = slope_length_and_steepness(&length, &McCoolSteepness, &cell).unwrap().value;
            let found = DesmetGoversCells::of(&length, side).slope_length_and_steepness(percent / 100.0, width, above);
            prop_assert!(close(found, plain), "{} {}", found, plain);
            let invest = InvestSlopeLength::default();
            let plain = invest.slope_length_and_steepness(&cell).unwrap().value;
            let found = InvestCells::of(&invest, side).slope_length_and_steepness(percent / 100.0, width, above);
            prop_assert!(close(found, plain), "{} {}", found, plain);
        }
    }
}
