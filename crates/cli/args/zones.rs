//! The polygons that several commands take.

use std::path::{Path, PathBuf};

use aimak_io::{problem::Problem, zonal::Polygons};
use clap::Args;

/// `[--polygons FILE [--id FIELD] [--skip-invalid]]`.
#[derive(Args)]
pub struct Zones {
    /// The polygons.
    #[arg(long, value_name = "FILE")]
    pub polygons: Option<PathBuf>,
    /// The field that names them.
    #[arg(long, value_name = "FIELD")]
    pub id: Option<String>,
    /// Leaves invalid polygons out instead of refusing them.
    #[arg(long)]
    pub skip_invalid: bool,
}

impl Zones {
    /// The polygons, where any are given.
    ///
    /// # Errors
    /// Every problem of their file.
    pub fn read(&self) -> Result<Option<Polygons>, Vec<Problem>> {
        read(
            self.polygons.as_deref(),
            self.id.as_deref(),
            self.skip_invalid,
        )
    }
}

/// The polygons of a file, where one is given.
///
/// # Errors
/// Every problem of the file.
pub fn read(
    path: Option<&Path>,
    id: Option<&str>,
    skip_invalid: bool,
) -> Result<Option<Polygons>, Vec<Problem>> {
    let Some(path) = path else {
        return Ok(None);
    };
    let (polygons, _) = aimak_io::zonal::polygons(path, None, id, skip_invalid)?;
    Ok(Some(polygons))
}
