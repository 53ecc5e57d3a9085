//! What does a sample of soil say: how much carbon, which texture, which class, and how sure is that?
//!
//! All functions here are pure and know nothing of surveys or files. Laboratory figures carry substance and unit in their type
//! ([`content`]); what cannot be answered is a [`aimak_core::Withheld`] with its reason; what a reader must know travels as
//! [`remark`]s. Measured stocks ([`stock`]) and assumed ones ([`tier1`]) are different types.

pub mod bulk_density;
pub mod carbon_reading;
pub mod content;
pub mod depth_spline;
pub mod detection;
pub mod equal_depth;
pub mod fertiliser;
pub mod figure;
pub mod health;
pub mod organic_matter;
pub mod remark;
pub mod scales;
pub mod stock;
pub mod stock_error;
pub mod texture;
pub mod tier1;
pub mod tyurin_calibration;
