//! Textbook methods that several rooms share: replicates, intervals, quantiles, ranges, ranks.

pub mod interval;
pub mod quantile;
pub(crate) mod range;
pub mod ranks;
pub mod replicates;
pub mod strata;
