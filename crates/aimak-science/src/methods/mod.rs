//! Textbook methods: diversity at equal coverage, replicates, intervals.

pub mod community;
pub mod coverage;
pub mod hill;
pub mod interval;
pub mod quantile;
pub(crate) mod range;
pub mod redraw;
pub mod replicates;
pub mod strata;
pub mod unseen;
