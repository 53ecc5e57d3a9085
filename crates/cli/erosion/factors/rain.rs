//! R: given, or from the weather of a station.

use std::path::Path;

use aimak_core::{ErosivityEquation, Grid};
use aimak_io::{problem::Problem, read::water::station};
use aimak_science::{
    erosion::water::erosivity::{RenardFreimundAnnual, RenardFreimundFournier},
    studies::soil_loss::Climate,
};

use super::{Factor, Origin, Values, grid::Range};
use crate::{args, progress::Bars};

/// Endings of tables.
const TABLES: [&str; 4] = ["csv", "xlsx", "ods", "parquet"];

/// R by a number, a raster, or the table of a station.
///
/// # Errors
/// Every problem of it.
pub fn erosivity(
    args: &args::Erosion,
    onto: &Grid,
    bars: &Bars<'_>,
) -> Result<Factor, Vec<Problem>> {
    let text = &args.erosivity;
    let ending = Path::new(text).extension().unwrap_or_default();
    if !TABLES.contains(&ending.to_string_lossy().to_lowercase().as_str()) {
        return Range::EROSIVITY.factor(text, onto, bars);
    }
    let weather = station(Path::new(text))?;
    let climate = Climate::of_station(&weather, args.erosivity_equation).map_err(|withheld| {
        let problem = Problem::error("erosion-few-years", text);
        vec![problem.because(withheld.details)]
    })?;
    let card = match args.erosivity_equation {
        ErosivityEquation::RenardFreimundFournier => RenardFreimundFournier::EQUATION,
        ErosivityEquation::RenardFreimundAnnual => RenardFreimundAnnual::EQUATION,
    };
    Ok(Factor {
        values: Values::Number(climate.erosivity as f32),
        origin: Origin {
            number: Some(climate.erosivity),
            file: Some(text.clone()),
            by: Some(card.id.to_owned()),
            years: Some(climate.years),
            rain_mm: Some(climate.rain_mm),
            ..Origin::default()
        },
        faults: Vec::new(),
    })
}
