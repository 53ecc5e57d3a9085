//! From a DEM to the sediment that arrives in a stream, on a whole grid.
//!
//! Two methods ([`Rules`]): that of METHODS B, which measures lengths in metres and is the default, and that of InVEST SDR 3.20
//! as its code runs it, for comparison with InVEST studies. Their maps must not be compared with each other.
//!
//! Filling, plateaus and order are whole-grid work on one core; rows in between are shared out. Water walks the grid three times:
//! down with what drains through a cell, up with the way to the stream, down with the sediment.

mod factors;
pub(super) mod grade;
#[cfg(test)]
mod invest;
mod layers;
mod question;
mod routes;
#[cfg(test)]
mod tests;

pub use factors::{FactorMap, FactorMaps};
pub use layers::Layers;
pub use question::{Rules, Unanswered, WaterErosion};
pub use routes::Routes;
