//! How much soil does water carry off a slope, and how much of it arrives in a stream?
//!
//! Soil loss is `A = R·K·L·S·C·P` (RUSLE), t ha⁻¹ yr⁻¹: the long-term mean of sheet and rill erosion. It is not the loss of a
//! single year. **Never covered**: gullies, banks, landslides, mudflows (sel), snow-melt, erosion by irrigation and tillage.
//!
//! | factor | file | unit |
//! |---|---|---|
//! | R rain erosivity | [`erosivity`] | MJ mm ha⁻¹ h⁻¹ yr⁻¹ |
//! | K soil erodibility | [`erodibility`] | t ha h ha⁻¹ MJ⁻¹ mm⁻¹ |
//! | LS length and steepness | [`topography`] | 1 |
//! | C cover | [`cover`] | 1 |
//! | P practice | [`practice`] | 1 |
//!
//! Where published equations disagree each is a type of its own with an [`Equation`] that says when it holds. LS alone differs by
//! a factor of four between [`topography::DesmetGovers`] and [`topography::InvestSlopeLength`], so a result always names its
//! equations, and before and after are compared with the same ones only.
//!
//! Missing is `None`, never 0. METHODS B; `RASTER_PEERS` 3.

pub mod chain;
pub mod change;
pub mod cover;
pub mod delivery;
mod equation;
pub mod erodibility;
pub mod erosivity;
pub mod practice;
pub mod rainfall;
pub mod region;
mod remark;
mod slope;
pub mod soil_loss;
pub mod topography;
pub mod totals;
pub mod uncertainty;
pub mod watersheds;

pub use equation::{EQUATIONS, Equation};
pub use remark::{Factor, Remark};
pub use slope::Slope;
pub use soil_loss::{Factors, Surface};

#[cfg(test)]
mod invest_tests;
#[cfg(test)]
mod invest_tiny;
