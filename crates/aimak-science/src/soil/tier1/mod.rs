//! What does the IPCC's default method assume about carbon in this soil?
//!
//! Tier 1 of the 2019 Refinement: a potential by assumption, labelled [`ESTIMATE_KIND`], never a measurement. Its figures have types
//! of their own, always carry their interval, and do not add to measured stocks. Where the interval of a change holds zero, the sign
//! is not determined by the default method, and that is the answer.
//!
//! The 2006 Guidelines and GPG 2003 have other factors; sets are never mixed, and only [`FACTOR_SET`] is offered.

mod change;
mod climate_zone;
mod factors;
mod management;
mod nitrogen;
mod reference;
mod stock;

pub use change::{ChangedField, Sign, TRANSITION_YEARS, Tier1Change, mean_change};
pub use climate_zone::{Climatology, climate_zone};
pub use factors::DefaultFactor;
pub use management::factors;
pub use nitrogen::{LandHistory, nitrogen_from_carbon_loss_kg};
pub use reference::{reference_stock, soil_group};
pub use stock::{Tier1Place, Tier1Stock};

/// How every figure of this module is labelled.
pub const ESTIMATE_KIND: &str = "IPCC_TIER1";
/// Which factors are used.
pub const FACTOR_SET: &str = "2019R";
