//! How much soil does the rain carry off each piece of a region, year by year?
//!
//! Loss is `A = R·K·LS·C·P`. What the rain does stands apart from what the land does: here `K·LS·C·P` is averaged over each piece of
//! land for every year ([`LandYear::per_erosivity`]), and R comes later, so that each climate can meet each land
//! ([`super::change`]). P is 1: no raster knows the practice of a field.
//!
//! | file | question |
//! |---|---|
//! | [`relief`] | LS, of tiles of the DEM |
//! | [`cover`] | C of every cell in a year |
//! | [`zones`] | sums over pieces of land |
//! | [`classes`] | what a class of land cover means for erosion |

pub mod classes;
pub mod cover;
pub mod relief;
pub mod zones;

use aimak_core::{RasterFault, RasterLayer, RasterSource, Window};

use crate::aligned::Aligned;
use cover::{CellCover, YearlyCover};
use relief::ReliefCells;

/// Cells larger than this say nothing about the length of a slope (METHODS B: 30 m or less), m. Cells projected from one arc
/// second come out a little larger or smaller.
pub const LARGEST_CELL_M: f64 = 31.0;

/// Where the erodibility of the soil comes from.
#[derive(Clone, Copy)]
pub enum Erodibility<'a> {
    /// One number for the region, t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
    Everywhere(f64),
    /// A raster of it.
    Raster(&'a RasterLayer),
}

/// The layers of a region, ready to be asked.
#[derive(Clone, Copy)]
pub struct Region<'a> {
    /// Elevations on square cells in metres; its grid is that of the answer.
    pub dem: &'a RasterLayer,
    /// Reads all layers.
    pub source: &'a dyn RasterSource,
    /// Cover by year.
    pub cover: YearlyCover<'a>,
    /// K.
    pub erodibility: Erodibility<'a>,
}

impl Region<'_> {
    /// K·LS of the cells of a window on a relief that is known; `None` where either is missing.
    ///
    /// # Errors
    /// Where the raster of K cannot be read.
    pub fn detached(
        &self,
        relief: &ReliefCells,
        window: Window,
    ) -> Result<Vec<Option<f32>>, RasterFault> {
        let with = |ls: f32, k: f64| (k * f64::from(ls)) as f32;
        let factors = relief.factor.iter();
        match self.erodibility {
            Erodibility::Everywhere(k) => Ok(factors.map(|ls| ls.map(|ls| with(ls, k))).collect()),
            Erodibility::Raster(layer) => {
                let aligned = Aligned {
                    layer,
                    source: self.source,
                    onto: &self.dem.grid,
                };
                let possible = |k: f64| (k.is_finite() && k >= 0.0).then_some(k);
                let k = aligned.values(0, window, possible)?;
                Ok(factors
                    .zip(k)
                    .map(|(ls, k)| Some(with((*ls)?, k?)))
                    .collect())
            }
        }
    }

    /// C of the cells of a window in a year.
    ///
    /// # Errors
    /// Where a layer cannot be read.
    pub fn cover(&self, year: i16, window: Window) -> Result<Vec<CellCover>, RasterFault> {
        self.cover
            .of_year(year, window, &self.dem.grid, self.source)
    }
}
