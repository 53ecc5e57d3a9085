//! How prone is a place to erosion by wind, where RWEQ cannot be computed?
//!
//! ILSWE, the index of land susceptibility to wind erosion: a rank from 0 to 1 without a unit. It says nothing of tonnes, and is
//! never added to, or compared with, a loss.

pub mod climate;
mod field;
mod susceptibility;

pub use field::RankedField;
pub use susceptibility::{
    EQUATION, IndexFactors, LandSurface, Susceptibility, WindErosionIndex, vegetation_cover,
};
