<<<<<<< HEAD
//! Textbook methods: soil stocks, replicates, intervals.

pub mod equivalent_mass;
pub mod interval;
pub mod quantile;
=======
//! Textbook methods: diversity at equal coverage, replicates, intervals.

pub mod community;
pub mod coverage;
pub mod hill;
pub mod interval;
pub mod quantile;
pub(crate) mod range;
pub mod redraw;
>>>>>>> soil
pub mod replicates;
pub mod strata;
