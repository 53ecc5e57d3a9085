//! How far off can a stock be, from the laboratory to the spade?
//!
//! These are errors of measurement. They say nothing about which plots were drawn; only [`MeanError`] brings both together, and
//! keeps them apart while doing so.

mod layer;
mod mean;
mod profile;
mod simulation;

pub use layer::{MeasuredLayer, StockError, StockErrors};
pub use mean::{MeanError, half_interval_percent};
pub use profile::{INTER_LAYER_CORRELATION, profile_error};
pub use simulation::{SimulatedStock, StockDraws};
