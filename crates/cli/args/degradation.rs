//! What may stand behind `aimak degradation`.

use std::path::PathBuf;

use aimak_science::degradation::{Variant, soil_carbon_model::ClimateZone, windows::Years};
use clap::Args;

use super::{Zones, one_of};

/// `aimak degradation --productivity STACK --land-cover STACK --soil-carbon STACK --out DIR`.
#[derive(Args)]
pub struct Degradation {
    /// Annual productivity: a file with a band for each image, or a pattern of files.
    #[arg(long, value_name = "RASTER")]
    pub productivity: String,
    /// Dates of its bands.
    #[arg(long, value_name = "LIST")]
    pub dates: Option<String>,
    /// Land cover of several years.
    #[arg(long, value_name = "RASTER")]
    pub land_cover: Option<String>,
    /// Dates of its bands.
    #[arg(long, value_name = "LIST")]
    pub land_cover_dates: Option<String>,
    /// What the codes of land cover mean.
    #[arg(long, value_name = "LEGEND", default_value = "esa-cci")]
    pub legend: String,
    /// What a change of land cover means.
    #[arg(long, value_name = "MATRIX", default_value = "unccd")]
    pub matrix: String,
    /// Soil carbon of several years, or of one year for the model.
    #[arg(long, value_name = "RASTER")]
    pub soil_carbon: Option<String>,
    /// Dates of its bands.
    #[arg(long, value_name = "LIST")]
    pub soil_carbon_dates: Option<String>,
    /// Climate for the model of soil carbon.
    #[arg(long, value_name = "CLIMATE", value_parser = climate)]
    pub climate: Option<ClimateZone>,
    /// Codes of soil types.
    #[arg(long, value_name = "RASTER")]
    pub soil_units: Option<String>,
    /// The window of the baseline.
    #[arg(long, value_name = "YEARS", value_parser = years)]
    pub baseline: Option<Years>,
    /// The window that is reported.
    #[arg(long, value_name = "YEARS", value_parser = years)]
    pub reporting: Option<Years>,
    /// The rules.
    #[arg(long, value_name = "VARIANT", default_value = "default", value_parser = variant)]
    pub variant: Variant,
    /// Lets the known sub-indicators decide.
    #[arg(long)]
    pub any_available: bool,
    /// The polygons.
    #[command(flatten)]
    pub zones: Zones,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Reads `2000-2015`.
fn years(text: &str) -> Result<Years, String> {
    let (first, last) = text.split_once(['-', '–']).ok_or("2000-2015")?;
    let year = |text: &str| {
        text.trim()
            .parse::<i32>()
            .map_err(|_| "2000-2015".to_owned())
    };
    let years = Years {
        first: year(first)?,
        last: year(last)?,
    };
    (years.first <= years.last)
        .then_some(years)
        .ok_or_else(|| "2000-2015".to_owned())
}

fn variant(text: &str) -> Result<Variant, String> {
    let known = [
        ("default", Variant::Default),
        ("unccd-reporting", Variant::UnccdReporting),
        ("trends-earth", Variant::TrendsEarth),
    ];
    one_of(text, &known)
}

fn climate(text: &str) -> Result<ClimateZone, String> {
    let known = [
        ("temperate-dry", ClimateZone::TemperateDry),
        ("temperate-moist", ClimateZone::TemperateMoist),
        ("tropical-dry", ClimateZone::TropicalDry),
        ("tropical-moist", ClimateZone::TropicalMoist),
        ("tropical-montane", ClimateZone::TropicalMontane),
    ];
    one_of(text, &known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_two_and_in_order() {
        let window = Years {
            first: 2000,
            last: 2015,
        };
        assert_eq!(years("2000-2015"), Ok(window));
        for wrong in ["2000", "2015-2000", "a-b", ""] {
            assert!(years(wrong).is_err(), "{wrong}");
        }
    }
}
