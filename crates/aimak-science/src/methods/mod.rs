//! Textbook methods that several rooms share: replicates, intervals, quantiles, ranges, ranks, similarity.

pub mod among_first;
pub mod interval;
pub mod quantile;
pub(crate) mod range;
pub mod ranks;
pub mod replicates;
pub mod similarity;
pub mod strata;
