//! `aimak productivity --raster STACK --out DIR`.

use std::path::PathBuf;

use aimak_science::spectral::Season;
use clap::Args;

use super::days::{self, Belt};

/// `aimak productivity --raster STACK --out DIR`.
#[derive(Args)]
pub struct Productivity {
    /// The series of NDVI.
    #[arg(long, value_name = "RASTER")]
    pub raster: String,
    /// Dates of the bands.
    #[arg(long, value_name = "LIST")]
    pub dates: Option<String>,
    /// First and last day of the growing season.
    #[arg(long, value_name = "DAYS", default_value = "04-01..10-31", value_parser = days::season)]
    pub season: Season,
    /// Elevations, for seasons by belt.
    #[arg(long, value_name = "FILE")]
    pub dem: Option<PathBuf>,
    /// Seasons above elevations.
    #[arg(long, value_name = "BELTS", value_delimiter = ',', requires = "dem", value_parser = days::belt)]
    pub belts: Vec<Belt>,
    /// NDVI of bare soil.
    #[arg(long, value_name = "NDVI")]
    pub floor: Option<f64>,
    /// The longest gap that is crossed, days.
    #[arg(long, value_name = "N")]
    pub max_gap: Option<u16>,
    /// How far from the limits of the season the first and last observation may lie, days.
    #[arg(long, value_name = "N")]
    pub edge: Option<u16>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
