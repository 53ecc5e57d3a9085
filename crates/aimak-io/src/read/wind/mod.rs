//! Tables for erosion by wind: weather, and fields. Their columns have fixed names with the unit in them.

mod fields;
#[cfg(test)]
mod tests;
mod weather;

pub use fields::{Ask, FieldRow, Fields, fields};
pub use weather::weather;
