//! What does `InVEST` make of a DEM? To compare with its models number for number.
//!
//! The steps of `pygeoprocessing`, which `InVEST` 3.20 runs, where they differ from ours: slope beside gaps, plateaus,
//! shares in fifteenths, and streams that are traced. Filling is the same. Described from results and documentation; nothing
//! is copied.

mod multiple;
mod plateaus;
mod single;
mod slope;
mod streams;

pub use multiple::InvestMultipleFlow;
pub use single::InvestSingleFlow;
pub use slope::{invest_slope_beside_gap, invest_slope_percent};
pub use streams::{TRACED_SHARE, invest_streams_multiple, invest_streams_single};

use super::neighbours::is_diagonal;

/// 1 beside, 1/√2 at a corner.
fn nearness(direction: usize) -> f64 {
    if is_diagonal(direction) {
        std::f64::consts::FRAC_1_SQRT_2
    } else {
        1.0
    }
}
