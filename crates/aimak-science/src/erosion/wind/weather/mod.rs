//! What was the weather like, period by period?
//!
//! [`Record`] takes observations of any step from minutes to days, sorts them by day and finds out by itself how many of each
//! kind a day usually has. A day with fewer than 70 % of them is missing; so is a period with fewer than 70 % of its days (or,
//! for wind, of its observations): METHODS R.3. What is seen stands for what is missing, and the period is remarked.

mod day;
mod evaporation;
mod period;
mod quantity;
mod record;
mod split;

pub use evaporation::Evaporation;
pub use period::PeriodWeather;
pub use quantity::{Observation, Quantity};
pub use record::{Record, Site};
pub use split::PeriodLength;

/// Fewer than this share of the observations, and nothing is said.
pub const LEAST_SHARE: f64 = 0.7;

#[cfg(test)]
mod tests;
