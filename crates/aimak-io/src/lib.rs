//! The room with the doors: reads and writes files, and the only one that links GDAL, PROJ and polars.
//!
//! In: [`read::load`] turns a project file into a survey, or into the list of everything that is wrong with it. Out:
//! [`write::release`] puts a release folder into place, whole or not at all.

pub mod demo;
pub mod digest;
pub mod init;
pub mod land_cover;
pub mod photo;
pub mod problem;
pub mod project;
pub mod raster;
pub mod read;
pub mod scenes;
pub mod template;
pub mod write;
pub mod zonal;
