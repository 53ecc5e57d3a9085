//! Textbook methods: soil stocks, diversity at equal coverage, replicates, intervals.

pub mod community;
pub mod coverage;
pub mod equivalent_mass;
pub mod hill;
pub mod interval;
pub mod quantile;
pub mod redraw;
pub mod replicates;
pub mod soil_stock;
pub mod strata;
pub mod unseen;
