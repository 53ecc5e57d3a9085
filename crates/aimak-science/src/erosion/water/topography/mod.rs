//! LS: how much more does a long, steep slope lose than the unit plot (22.13 m at 9 %)?
//!
//! Slope, contributing area and flow direction come from the terrain engine. CV 0.20 (METHODS B.7).

mod cells;
mod exponent;
mod invest;
mod length;
mod steepness;

pub use cells::{CellTopography, DesmetGoversCells, InvestCells};
pub use exponent::{InvestExponent, LengthExponent, McCoolExponent, Rilling};
pub use invest::InvestSlopeLength;
pub use length::{DesmetGovers, LengthCap, planar_length_factor};
pub use steepness::{LiuSteepness, McCoolSteepness, NearingSteepness, Steepness};

use super::{Factor, Remark, Slope};

/// Length of the unit plot, m.
const UNIT_PLOT_M: f64 = 22.13;

/// What LS needs to know of one cell of a square grid in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TerrainCell {
    /// Its slope.
    pub slope: Slope,
    /// Area that drains into it, its own left out, m². Zero behind a field border, road, canal, terrace or forest edge.
    pub contributing_area_m2: f64,
    /// Direction in which it drains, radians from any axis of the grid.
    pub aspect_radians: f64,
    /// Side of the cell, m; METHODS asks for 30 m or less.
    pub cell_size_m: f64,
}

impl TerrainCell {
    /// True where the numbers can be those of a cell.
    fn is_possible(&self) -> bool {
        self.contributing_area_m2 >= 0.0
            && self.contributing_area_m2.is_finite()
            && self.cell_size_m > 0.0
            && self.cell_size_m.is_finite()
            && self.aspect_radians.is_finite()
    }
}

/// LS of a cell by the method of Desmet & Govers with a named S: the default of METHODS with [`McCoolSteepness`].
///
/// # Range and edge cases
/// Above 0. Slopes above 50 % keep their value and are remarked; totals leave them out. `None` for impossible cells.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{DesmetGovers, McCoolSteepness, TerrainCell, slope_length_and_steepness}};
/// let cell = TerrainCell {
///     slope: Slope::from_percent(20.0).unwrap(),
///     contributing_area_m2: 4.0 * 900.0,
///     aspect_radians: 0.0,
///     cell_size_m: 30.0,
/// };
/// let uncapped = DesmetGovers { cap: None, ..DesmetGovers::default() };
/// let ls = slope_length_and_steepness(&uncapped, &McCoolSteepness, &cell).unwrap();
/// assert!((ls.value - 13.69098).abs() < 5e-6);
/// ```
pub fn slope_length_and_steepness(
    length: &DesmetGovers,
    steepness: &dyn Steepness,
    cell: &TerrainCell,
) -> Option<Factor> {
    let value = length.length_factor(cell)? * steepness.steepness(cell.slope);
    Some(factor(value, cell.slope))
}

/// LS with the remark that steep slopes need.
fn factor(value: f64, slope: Slope) -> Factor {
    Factor::plain(value).remarked(Remark::SteepExtrapolated, slope.is_too_steep())
}
