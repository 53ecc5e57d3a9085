//! How much organic carbon lies in the soil: down to a depth, or in a mass of soil?
//!
//! Tillage loosens and compacts, so one depth holds different masses on two dates. Every statement about change is made on equal
//! soil mass ([`CarbonChange`]); a stock to a fixed depth describes one date.

mod change;
mod equivalent_mass;
mod fixed_depth;
mod knots;
mod mass_curve;
mod monotone_spline;
mod profile;
mod reference_mass;

pub use change::{CarbonChange, Sampling, StockMethod};
pub use equivalent_mass::{EsmCurve, EsmLinear, EsmSpline, deeper_than, stock_in_mass_of};
pub use fixed_depth::FixedDepth;
pub use mass_curve::{MassCurve, SoilMass};
pub use monotone_spline::MonotoneSpline;
pub use profile::{CarbonLayer, CarbonProfile, Stock};
pub use reference_mass::{lowest_reference_t_per_ha, site_reference_t_per_ha};
