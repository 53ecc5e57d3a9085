//! How much soil does wind carry off a field?
//!
//! RWEQ (Fryrear et al. 1998), period by period: `Π = WF·EF·SCF·K'·COG`, from which follow what wind can carry at most and over
//! which length it gets there. Valid on **cultivated fields** of up to some 100 m, with a loose, dry surface. **Not** on mountain
//! slopes, and not where the ground is snow-covered or wet from irrigation.
//!
//! | factor | file | unit |
//! |---|---|---|
//! | U wind at 2 m | [`speed`] | m s⁻¹ |
//! | Wf wind value | [`wind_value`] | m³ s⁻³ |
//! | ρ air density | [`air`] | kg m⁻³ |
//! | SW soil wetness | [`wetness`] | 1 |
//! | SD snow | [`snow`] | 1 |
//! | WF weather factor | [`weather_factor`] | kg m⁻¹ |
//! | EF erodible fraction | [`erodible_fraction`] | 1 |
//! | SCF crust | [`crust`] | 1 |
//! | K' roughness | [`roughness`] | 1 |
//! | COG cover | [`cover`] | 1 |
//! | Qmax, s, Q(x), loss | [`transport`] | kg m⁻¹, m, kg m⁻² |
//!
//! Where hourly wind, roughness or cover are not known there is the index [`index`] (ILSWE): a rank without a unit.
//!
//! # Three results that are never added
//! Loss by water is a number of t ha⁻¹ yr⁻¹ from a long-term mean, loss by wind is a [`WindLoss`], the index is a
//! [`index::WindErosionIndex`]. Only losses by wind have a sum:
//! ```
//! # use aimak_science::erosion::{water::Factors, wind::{WindLoss, index::WindErosionIndex}};
//! fn both(spring: WindLoss, autumn: WindLoss) -> WindLoss {
//!     spring + autumn
//! }
//! ```
//! Others would mean nothing, and do not compile:
//! ```compile_fail
//! # use aimak_science::erosion::{water::Factors, wind::{WindLoss, index::WindErosionIndex}};
//! fn both(water: &Factors, wind: WindLoss) -> f64 {
//!     water.soil_loss().unwrap() + wind
//! }
//! ```
//! ```compile_fail
//! # use aimak_science::erosion::{water::Factors, wind::{WindLoss, index::WindErosionIndex}};
//! fn both(loss: WindLoss, index: WindErosionIndex) -> WindLoss {
//!     loss + index
//! }
//! ```
//!
//! Missing is `None` or [`aimak_core::Withheld`], never 0. METHODS C.

pub mod air;
pub mod cover;
pub mod crust;
mod equation;
pub mod erodible_fraction;
pub mod evapotranspiration;
pub mod field;
pub mod field_loss;
pub mod index;
mod loss;
mod remark;
pub mod roughness;
pub mod snow;
pub mod speed;
pub mod transport;
pub mod uncertainty;
pub mod weather;
pub mod weather_factor;
pub mod wetness;
pub mod wind_value;

pub use equation::EQUATIONS;
pub use loss::WindLoss;
pub use remark::{Factor, Remark};

#[cfg(test)]
mod tests;
