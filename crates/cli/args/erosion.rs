//! What may stand behind `aimak erosion`.

use std::path::PathBuf;

use aimak_core::ErosivityEquation;
use aimak_io::{problem::Problem, zonal::Polygons};
use aimak_science::erosion::water::cover::{
    Almagro, CoverFromNdvi, Durigon, Kulikov, VanDerKnijff,
};
use clap::Args;

use super::{DemFiles, Flow, one_of, terrain::flow, zones};

/// `aimak erosion --dem D --erosivity R --erodibility K --cover C --out DIR`.
#[derive(Args)]
pub struct Erosion {
    /// The DEM.
    #[command(flatten)]
    pub dem: DemFiles,
    /// R.
    #[arg(long, value_name = "RAIN", allow_negative_numbers = true)]
    pub erosivity: String,
    /// How the rain of a table becomes R.
    #[arg(long, value_name = "EQUATION", default_value = "fournier", value_parser = erosivity)]
    pub erosivity_equation: ErosivityEquation,
    /// K.
    #[arg(long, value_name = "SOIL", allow_negative_numbers = true)]
    pub erodibility: String,
    /// C, or what it follows from.
    #[arg(long, value_name = "FACTOR", allow_negative_numbers = true)]
    pub cover: String,
    /// C, P and surface by class; the cover then is land cover.
    #[arg(long, value_name = "TABLE")]
    pub cover_table: Option<PathBuf>,
    /// C by an equation; the cover then is NDVI.
    #[arg(long, value_name = "EQUATION", value_parser = curve, conflicts_with = "cover_table")]
    pub cover_ndvi: Option<Curve>,
    /// P.
    #[arg(long, value_name = "PRACTICE", allow_negative_numbers = true)]
    pub practice: Option<String>,
    /// Areas to be summed up.
    #[arg(long, value_name = "FILE")]
    pub watersheds: Option<PathBuf>,
    /// The field that names them.
    #[arg(long, value_name = "FIELD")]
    pub id: Option<String>,
    /// Leaves invalid ones out instead of refusing them.
    #[arg(long)]
    pub skip_invalid: bool,
    /// Where the water of a cell goes.
    #[arg(long, value_name = "ROUTING", default_value = "mfd", value_parser = flow)]
    pub routing: Flow,
    /// The method from the DEM on.
    #[arg(long, value_name = "METHOD", default_value = "desmet-govers", value_parser = method)]
    pub ls: Method,
    /// Cells that make a stream.
    #[arg(long, value_name = "CELLS", default_value_t = 1000.0)]
    pub streams: f64,
    /// k of Borselli.
    #[arg(long, value_name = "NUMBER", default_value_t = 2.0)]
    pub k: f64,
    /// IC₀.
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 0.5,
        allow_negative_numbers = true
    )]
    pub ic0: f64,
    /// The highest SDR of a slope.
    #[arg(long, value_name = "SHARE", default_value_t = 0.8)]
    pub sdr_max: f64,
    /// The longest slope.
    #[arg(long, value_name = "METRES", default_value_t = 122.0)]
    pub l_max: f64,
    /// Seed of the draws.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

impl Erosion {
    /// The areas to be summed up, where any are given.
    ///
    /// # Errors
    /// Every problem of their file.
    pub fn areas(&self) -> Result<Option<Polygons>, Vec<Problem>> {
        zones::read(
            self.watersheds.as_deref(),
            self.id.as_deref(),
            self.skip_invalid,
        )
    }
}

/// How soil loss and its way to the stream are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// METHODS B: Desmet & Govers, ways in metres.
    DesmetGovers,
    /// InVEST SDR 3.20 as its code runs it.
    Invest,
}

/// An equation for C from NDVI.
pub type Curve = &'static (dyn CoverFromNdvi + Sync);

fn method(text: &str) -> Result<Method, String> {
    let known = [
        ("desmet-govers", Method::DesmetGovers),
        ("invest", Method::Invest),
    ];
    one_of(text, &known)
}

fn erosivity(text: &str) -> Result<ErosivityEquation, String> {
    let known = [
        ("fournier", ErosivityEquation::RenardFreimundFournier),
        ("annual", ErosivityEquation::RenardFreimundAnnual),
    ];
    one_of(text, &known)
}

fn curve(text: &str) -> Result<Curve, String> {
    let known: [(&str, Curve); 4] = [
        ("van-der-knijff", &VanDerKnijff),
        ("durigon", &Durigon),
        ("almagro", &Almagro),
        ("kulikov", &Kulikov),
    ];
    one_of(text, &known)
}
