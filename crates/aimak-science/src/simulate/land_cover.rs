//! What grows on the land in some years, and how much carbon does its soil hold?
//!
//! Both are drawn from elevation and smooth noise, so they look like a place. They know nothing of the transition: land
//! degradation has no true effect here that an analysis could find.

use aimak_core::{Grid, Raster};
use ndarray::Array2;

use super::fields::{Noise, height_below};
use crate::degradation::land_cover::LandCoverClass;

/// Years with a map: both ends of the baseline, both ends of the reporting period.
const BASELINE: [i16; 2] = [2000, 2015];
/// Years over which soil carbon approaches what a new land cover holds (IPCC 2006, chapter 2.3.3).
const YEARS_TO_BALANCE: f64 = 20.0;

/// Maps of land cover and soil carbon by year.
pub struct LandMaps {
    /// Codes of the UNCCD, 1 to 7.
    pub cover: Vec<(i16, Raster<f64>)>,
    /// Soil carbon, t/ha.
    pub carbon: Vec<(i16, Raster<f64>)>,
}

impl LandMaps {
    /// The maps on a grid: 2000, 2015, 2016 and the last year.
    pub fn generate(seed: u64, grid: &Grid, dem: &(Grid, Raster<f64>), last_year: i16) -> Self {
        let country = Country::new(seed, grid, dem);
        let [first, end] = BASELINE;
        let years = [first, end, end + 1, last_year.max(end + 2)];
        let covers = years.map(|year| (year, country.cover(f64::from(year - first))));
        let mut carbon = vec![(first, country.carbon(&covers[0].1))];
        for pair in covers.windows(2) {
            let (since, before) = &pair[0];
            let (year, after) = &pair[1];
            let held = &carbon.last().expect("invariant: the first year is there").1;
            let years = f64::from(year - since);
            let next = Array2::from_shape_fn(held.dim(), |cell| {
                let factor = holds(after[cell]) / holds(before[cell]);
                let share = (years / YEARS_TO_BALANCE).min(1.0);
                held[cell] * (1.0 + (factor - 1.0) * share)
            });
            carbon.push((*year, next));
        }
        let all = |values: Array2<f64>| Raster {
            valid: Array2::from_elem(values.dim(), true),
            values,
        };
        let code = |class: LandCoverClass| class.index() as f64 + 1.0;
        Self {
            cover: covers
                .into_iter()
                .map(|(year, cover)| (year, all(cover.mapv(code))))
                .collect(),
            carbon: carbon
                .into_iter()
                .map(|(year, carbon)| (year, all(carbon.mapv(|t| (t * 10.0).round() / 10.0))))
                .collect(),
        }
    }
}

/// Typical soil carbon of a land cover in the upper 30 cm, t/ha.
const fn holds(class: LandCoverClass) -> f64 {
    match class {
        LandCoverClass::TreeCovered => 90.0,
        LandCoverClass::Grassland | LandCoverClass::Wetland => 72.0,
        LandCoverClass::Cropland => 52.0,
        LandCoverClass::Artificial => 30.0,
        LandCoverClass::OtherLand => 14.0,
        LandCoverClass::Water => 1.0,
    }
}

/// What decides on land cover.
struct Country<'a> {
    grid: &'a Grid,
    height_m: Array2<f64>,
    woods: Noise,
    fields: Noise,
    villages: Noise,
    lakes: Noise,
    soil: Noise,
}

impl<'a> Country<'a> {
    fn new(seed: u64, grid: &'a Grid, dem: &(Grid, Raster<f64>)) -> Self {
        let noise = |name: &str, spacing| Noise::new(seed, name, grid, spacing);
        Self {
            grid,
            height_m: Array2::from_shape_fn((grid.height, grid.width), |cell| {
                height_below(grid, cell, dem)
            }),
            woods: noise("woods", 2_600.0),
            fields: noise("fields", 2_000.0),
            villages: noise("villages", 3_200.0),
            lakes: noise("lakes", 5_000.0),
            soil: noise("soil", 1_800.0),
        }
    }

    /// Land cover so many years after the first map: villages grow, fields shift between crops and grass, the barren
    /// heights creep down here and there.
    fn cover(&self, years: f64) -> Array2<LandCoverClass> {
        Array2::from_shape_fn(self.height_m.dim(), |(row, col)| {
            let (east, south) = (
                self.grid.dx * (col as f64 + 0.5),
                self.grid.dy * (row as f64 + 0.5),
            );
            let height = self.height_m[(row, col)];
            let at = |noise: &Noise| noise.at(east, south);
            let fields = at(&self.fields) + 0.02 * (years / 4.0).sin();
            match height {
                _ if height < 1_500.0 && at(&self.lakes) > 0.62 => LandCoverClass::Water,
                _ if height < 1_700.0 && at(&self.villages) > 0.66 - 0.004 * years => {
                    LandCoverClass::Artificial
                }
                _ if height > 2_450.0 + 220.0 * at(&self.soil) - 2.5 * years => {
                    LandCoverClass::OtherLand
                }
                _ if height < 1_750.0 && fields > -0.25 + 0.004 * years => LandCoverClass::Cropland,
                _ if height > 1_500.0 && at(&self.woods) > 0.42 => LandCoverClass::TreeCovered,
                _ => LandCoverClass::Grassland,
            }
        })
    }

    /// Soil carbon of the first map, t/ha.
    fn carbon(&self, cover: &Array2<LandCoverClass>) -> Array2<f64> {
        Array2::from_shape_fn(cover.dim(), |(row, col)| {
            let (east, south) = (
                self.grid.dx * (col as f64 + 0.5),
                self.grid.dy * (row as f64 + 0.5),
            );
            holds(cover[(row, col)]) * (1.0 + 0.18 * self.soil.at(east, south))
        })
    }
}
