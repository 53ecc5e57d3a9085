//! How steep is the land?

mod horn;
mod slope;

pub use horn::slope_percent;
pub use slope::{SlopeSummary, slope_summary};
