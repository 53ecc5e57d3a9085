//! What did the satellite see of the ground, and how green was it?
//!
//! The way of a pixel: [`DigitalNumber`] → [`Calibration`] → [`Reflectance`] in a [`Scene`]; [`LandsatQuality`],
//! [`SceneClassification`] or a [`ClassMask`] say which pixels count; [`Harmonisation`] makes sensors comparable; an [`index`]
//! turns bands into one number; [`Image`] does all of it for one image of a series, window by window; [`MedianComposite`] and [`AnnualProductivity`] turn dates into months, seasons and years.
//! [`Composing`] leads many images through. Everything works on one window at a time, so the caller bounds the memory.

mod bands;
mod calibration;
mod composing;
mod composite;
mod dilation;
mod every;
mod fractional_cover;
mod harmonise;
mod illumination;
mod image;
pub mod index;
mod productivity;
mod quality;
mod scene;
mod scene_classification;
mod season;
mod sensor;
mod stack;

pub use bands::Bands;
pub use calibration::{BoaOffset, Calibration, DigitalNumber, Reflectance};
pub use composing::{Composed, Composing, Looked};
pub use composite::{Composite, MedianComposite};
pub use dilation::{Buffer, CellSize};
pub use every::{Every, Period};
pub use fractional_cover::{CoverForm, FractionalCover};
pub use harmonise::{BandLine, Harmonisation, HarmonisationFlag};
pub use illumination::cos_incidence;
pub use image::{Image, ImageCounts, ImageMask, ImageValues};
pub use productivity::{
    AnnualProductivity, Productivity, ProductivityRefusal, ProductivityWindow, SeasonsAt,
};
pub use quality::{ClassMask, LandsatQuality};
pub use scene::{Scene, SceneFault};
pub use scene_classification::{LIT_COS_INCIDENCE, SceneClass, SceneClassification, UsablePixels};
pub use season::{BeltSeasons, Season};
pub use sensor::{BandRole, Sensor, SensorFamily};
pub use stack::Stack;

/// Rows of an oracle table without comments and header, split at commas.
#[cfg(test)]
fn oracle_rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').collect()).collect()
}
