//! What may stand behind `aimak landscape`.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::Zones;

/// `aimak landscape --land-cover R --polygons P --out TABLE`, or `--raster R --rao SIDE --out DIR`.
#[derive(Args)]
#[command(group(ArgGroup::new("what").required(true).args(["land_cover", "raster"])))]
pub struct Landscape {
    /// Land cover, for metrics of patches and classes.
    #[arg(
        long,
        value_name = "RASTER",
        requires = "polygons",
        conflicts_with = "rao"
    )]
    pub land_cover: Option<String>,
    /// Values, for Rao's Q.
    #[arg(long, value_name = "RASTER", requires = "rao")]
    pub raster: Option<String>,
    /// One band, from 1.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub band: usize,
    /// The metrics.
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "landscape,class"
    )]
    pub metrics: Vec<String>,
    /// Cells that touch at corners only are no patch.
    #[arg(long)]
    pub four_neighbours: bool,
    /// Radius of PROX, m.
    #[arg(long, value_name = "METRES", default_value_t = 500.0)]
    pub search_radius: f64,
    /// Largest distance of joined patches in CONNECT, m.
    #[arg(long, value_name = "METRES", default_value_t = 500.0)]
    pub join_distance: f64,
    /// Side of the moving window of Rao's Q, cells.
    #[arg(long, value_name = "SIDE", requires = "raster")]
    pub rao: Option<usize>,
    /// Width of a step between values that count as different in Rao's Q.
    #[arg(long, value_name = "STEP", default_value_t = 0.01)]
    pub step: f64,
    /// The polygons.
    #[command(flatten)]
    pub zones: Zones,
    /// The table or the folder to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}
