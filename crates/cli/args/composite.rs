//! `aimak composite --scenes DIR... --out DIR`.

use std::path::PathBuf;

use aimak_science::spectral::{
    Season,
    index::{self, SpectralIndex},
};
use clap::{Args, ValueEnum};

use super::days;

/// `aimak composite --scenes DIR... --out DIR`.
#[derive(Args)]
pub struct Composite {
    /// Folders of scenes.
    #[arg(long, value_name = "DIR", num_args = 1.., required_unless_present_any = ["table", "stack"])]
    pub scenes: Vec<PathBuf>,
    /// A table of images.
    #[arg(long, value_name = "FILE")]
    pub table: Option<PathBuf>,
    /// A dated stack of an index that somebody computed already.
    #[arg(long, value_name = "RASTER", conflicts_with_all = ["scenes", "table"])]
    pub stack: Option<String>,
    /// Dates of the bands of the stack.
    #[arg(long, value_name = "LIST", requires = "stack")]
    pub dates: Option<String>,
    /// The index.
    #[arg(long, value_name = "INDEX", default_value = "ndvi", value_parser = index_of)]
    pub index: &'static SpectralIndex,
    /// Which images make one layer.
    #[arg(long, value_name = "SPAN", default_value = "month")]
    pub every: EverySpan,
    /// First and last day of the season.
    #[arg(long, value_name = "DAYS", value_parser = days::season)]
    pub season: Option<Season>,
    /// Fewest clear days that give a value.
    #[arg(long, value_name = "N")]
    pub min_clear: Option<u16>,
    /// Whether sensors are made comparable.
    #[arg(long, value_name = "WAY")]
    pub harmonise: Option<Harmonise>,
    /// A raster whose grid is used.
    #[arg(long, value_name = "FILE")]
    pub grid: Option<PathBuf>,
    /// Takes cells that lie across the grid by their nearest centre instead of refusing them.
    #[arg(long)]
    pub nearest: bool,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Which images make one layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EverySpan {
    /// Those of a day.
    Day,
    /// Those of a month.
    Month,
    /// Those of the season of a year.
    Season,
}

/// Whether sensors are made comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Harmonise {
    /// As Landsat 8 would have seen it.
    Oli,
    /// As each sensor saw it.
    None,
}

/// Reads the id of an index.
fn index_of(id: &str) -> Result<&'static SpectralIndex, String> {
    let known = || {
        index::ALL
            .iter()
            .map(|index| index.id)
            .collect::<Vec<_>>()
            .join(", ")
    };
    index::by_id(id).ok_or_else(known)
}
