//! Textbook methods that several rooms share: replicates, intervals, quantiles, ranges.

pub mod interval;
pub mod quantile;
pub(crate) mod range;
pub mod replicates;
pub mod strata;
