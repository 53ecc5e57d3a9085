//! Tables for erosion by water without a project file: a weather station, and C and P by class of land cover. Their columns have
//! fixed names with the unit in them.

mod land_classes;
mod station;
#[cfg(test)]
mod tests;

pub use land_classes::land_classes;
pub use station::station;
