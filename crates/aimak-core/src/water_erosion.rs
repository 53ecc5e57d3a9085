//! From what is the loss of soil by water modelled?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    evidence::InputUse, land_degradation::LandCoverLegend, place::AimakCode, time::PartialDate,
};

/// How the project models erosion by water (RUSLE): section `[water_erosion]` of the project file.
///
/// Relief comes from the elevation raster, cover from the land cover and NDVI rasters, rain from a table of weather. A practice
/// against erosion is not known from any of them, so P is 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaterErosion {
    /// Soil erodibility K of the whole region, t ha h ha⁻¹ MJ⁻¹ mm⁻¹, where no raster of the role `soil_erodibility` gives it.
    pub erodibility: Option<f64>,
    /// What the numbers of the land cover map mean.
    #[serde(default)]
    pub legend: LandCoverLegend,
    /// How rain becomes erosivity.
    #[serde(default)]
    pub erosivity: ErosivityEquation,
}

/// How the rain of twelve months becomes erosivity R.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErosivityEquation {
    /// From the modified Fournier index: it sees in which months the rain falls.
    #[default]
    RenardFreimundFournier,
    /// From the sum of the year.
    RenardFreimundAnnual,
}

impl ErosivityEquation {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RenardFreimundFournier => "renard_freimund_fournier",
            Self::RenardFreimundAnnual => "renard_freimund_annual",
        }
    }
}

/// What a weather station recorded in a month or on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Weather {
    /// The aimak it stands for; `None` for the whole region.
    pub aimak: Option<AimakCode>,
    /// The month or the day.
    pub when: PartialDate,
    /// Precipitation, mm.
    pub precipitation_mm: f64,
    /// Mean temperature, °C.
    pub temperature_c: f64,
    /// The row it came from.
    pub row: InputUse,
}
