//! The verbs of `aimak`: pure, parallel and seeded functions from a [`aimak_core::Survey`] to findings.
//!
//! This crate opens no file, reads no clock and asks the system for no randomness. Pixels come through
//! [`aimak_core::RasterSource`].

pub mod aligned;
pub mod attitudes;
pub mod degradation;
pub mod disclosure;
pub mod diversity;
pub mod draft;
pub mod effect;
pub mod engine;
pub mod erosion;
pub mod indicators;
pub mod land;
pub mod landscape;
pub mod methods;
pub mod simulate;
pub mod soil;
pub mod spectral;
pub mod studies;
pub mod terrain;
pub mod trend;
pub mod zonal;
