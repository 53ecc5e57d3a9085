//! Which region shall be invented?

use aimak_core::PartialDate;
use serde::{Deserialize, Serialize};

use super::people;

/// The parameters of the process. `data/demo/region.toml` comments each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Seed of the demo.
    pub seed: u64,
    /// Aimaks from west to east.
    pub columns: usize,
    /// Aimaks from south to north.
    pub rows: usize,
    /// Distance of neighbours in a row, m.
    pub column_width_m: f64,
    /// Distance of rows, m.
    pub row_height_m: f64,
    /// Western edge, EPSG:32643.
    pub left_m: f64,
    /// Southern edge, EPSG:32643.
    pub bottom_m: f64,
    /// Cell of the DEM, m.
    pub dem_cell_m: f64,
    /// Cell of the NDVI images, m.
    pub ndvi_cell_m: f64,
    /// First year of NDVI.
    pub first_year: i16,
    /// Last year of NDVI.
    pub last_year: i16,
    /// When each organic aimak decided.
    pub organic_since: Vec<PartialDate>,
    /// Organic land of each, per cent.
    pub organic_share_percent: Vec<f64>,
    /// Plots on the organic land of an organic aimak.
    pub plots_on_organic_land: usize,
    /// Plots on its other land.
    pub plots_on_untreated_land: usize,
    /// Plots in a comparison aimak.
    pub plots_in_comparison_aimaks: usize,
    /// Species of the pool.
    pub species: usize,
    /// Stems counted on a plot.
    pub stems_per_plot: usize,
    /// True effects.
    pub effect: Effect,
    /// Standard deviations.
    pub spread: Spread,
}

/// True effects of the transition on organic land.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Carbon of the two upper layers, percentage points.
    pub carbon_percent: f64,
    /// NDVI.
    pub ndvi: f64,
    /// Abundance p becomes p^(1 − evenness), rescaled.
    pub evenness: f64,
    /// pH.
    pub ph: f64,
}

/// Standard deviations of the process.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Carbon among aimaks, relative.
    pub carbon_between_aimaks: f64,
    /// Carbon among plots, relative.
    pub carbon_between_plots: f64,
    /// Change of carbon on a plot, percentage points.
    pub carbon_change_plot: f64,
    /// Change of carbon of an aimak, percentage points.
    pub carbon_change_aimak: f64,
    /// Bulk density among plots, g/cm³.
    pub bulk_density_plot: f64,
    /// pH among plots.
    pub ph_plot: f64,
    /// Change of pH on a plot.
    pub ph_change_plot: f64,
    /// Change of pH of an aimak.
    pub ph_change_aimak: f64,
    /// Log abundance, plot by species.
    pub species_plot: f64,
    /// Weather of a year, common to the region.
    pub ndvi_weather_year: f64,
    /// Weather of a year in an aimak.
    pub ndvi_weather_aimak: f64,
    /// NDVI of a pixel.
    pub ndvi_pixel: f64,
    /// Share of pixels under clouds.
    pub cloud_share: f64,
}

impl Default for Definition {
    /// The demo region.
    fn default() -> Self {
        toml::from_str(include_str!("../../../../data/demo/region.toml"))
            .expect("invariant: data/demo/region.toml fits this type")
    }
}

impl Definition {
    /// Fewer aimaks and coarser rasters, the same process.
    pub fn small() -> Self {
        let demo = Self::default();
        Self {
            columns: 4,
            rows: 3,
            dem_cell_m: 1000.0,
            ndvi_cell_m: 500.0,
            first_year: 2012,
            last_year: 2023,
            organic_since: demo.organic_since[2..7].to_vec(),
            organic_share_percent: vec![12.0, 20.0, 30.0, 40.0, 60.0],
            ..demo
        }
    }

    /// Facts that must never leave the region's own files: names of the invented farmers.
    pub fn private_facts(&self) -> Vec<String> {
        let mut facts = people::farmers(3);
        facts.push(people::telephone(0));
        facts
    }
}
