//! How well does a soil do what soils do, in one number between 0 and 1?
//!
//! Two steps: each measured property is scored by a curve, then the scores are summarised. The scores are what to publish; the index
//! is a summary. Curves were fitted to soils and crops of the USA, and the index of one texture says nothing about another's.

mod classes;
mod curves;
mod index;

pub use classes::{ClimateClass, MatterClass, Mineralogy, TextureGroup};
pub use curves::{
    PhOptimum, Score, aggregate_score, bulk_density_score, carbon_score, ph_score, potassium_score,
};
pub use index::{HealthIndicator, HealthScores, SoilHealthIndex, is_beyond_analytical_error};
