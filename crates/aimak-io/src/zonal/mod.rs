//! Polygons and rasters without a project file, and the table that comes of them.

mod polygons;
mod square;
mod table;
#[cfg(test)]
mod tests;

pub use crate::raster::{Direct, direct};
pub use polygons::{Polygons, polygons};
pub use square::write_square;
pub use table::{Cells, Rows, rows_writable, writable, write, write_rows};
