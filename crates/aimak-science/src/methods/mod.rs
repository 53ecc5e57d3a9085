//! Textbook methods: soil stocks, replicates, intervals.

pub mod equivalent_mass;
pub mod interval;
pub mod quantile;
pub mod replicates;
pub mod soil_stock;
pub mod strata;
