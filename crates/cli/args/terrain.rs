//! What may stand behind `aimak terrain`.

use std::path::PathBuf;

use clap::Args;

use super::one_of;

/// `aimak terrain --dem FILE... --out DIR`.
#[derive(Args)]
pub struct Terrain {
    /// The DEM.
    #[command(flatten)]
    pub dem: Dem,
    /// Where the water of a cell goes.
    #[arg(long, value_name = "ROUTING", default_value = "mfd", value_parser = flow)]
    pub routing: Flow,
    /// Cells that make a stream.
    #[arg(long, value_name = "CELLS", default_value_t = 1000.0)]
    pub streams: f64,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// A DEM as the command line names it.
#[derive(Args)]
pub struct Dem {
    /// One file, or several that lie side by side or overlap.
    #[arg(long, value_name = "RASTER", num_args = 1.., required = true)]
    pub dem: Vec<String>,
    /// The CRS to project to.
    #[arg(long, value_name = "CRS")]
    pub crs: Option<String>,
    /// Closed basins.
    #[arg(long, value_name = "FILE")]
    pub sinks: Option<PathBuf>,
}

/// Rules by which water moves on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To all lower neighbours (Freeman 1991).
    Multiple,
    /// To the steepest neighbour.
    Single,
    /// Along the steepest direction, between two neighbours (Tarboton 1997).
    Infinite,
}

/// Reads the name of a routing.
pub fn flow(text: &str) -> Result<Flow, String> {
    let known = [
        ("mfd", Flow::Multiple),
        ("d8", Flow::Single),
        ("dinf", Flow::Infinite),
    ];
    one_of(text, &known)
}
