//! How well is every cell covered in a year?

use aimak_core::{Grid, LandCoverLegend, RasterFault, RasterLayer, RasterSource, Window};

use super::classes::{GroundClass, ground_class};
use crate::{aligned::Aligned, spectral::FractionalCover, trend::maps::Years};

/// C of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellCover {
    /// Soil with this C.
    Soil(f32),
    /// No soil: water, ice, settlements.
    NoSoil,
    /// Land cover or greenness is not known.
    Unknown,
}

/// Cover by year: the range of the land cover, and where in it by how green the growing season was.
///
/// `C = C_min + (C_max − C_min)·(1 − F)` with F from the mean NDVI of the season (METHODS B.4 method 2 with D.6). Years are
/// averaged as C, not as NDVI.
#[derive(Clone, Copy)]
pub struct YearlyCover<'a> {
    /// NDVI.
    pub ndvi: &'a RasterLayer,
    /// Its bands of the growing season by year.
    pub seasons: &'a Years,
    /// Land cover.
    pub land: &'a RasterLayer,
    /// Its bands by year.
    pub maps: &'a Years,
    /// What its numbers mean.
    pub legend: LandCoverLegend,
}

impl YearlyCover<'_> {
    /// The band of the land cover that holds for a year: the last map made until then, else the first one.
    pub fn land_band(&self, year: i16) -> Option<usize> {
        let years = self.maps.whole();
        let until = years.iter().rposition(|made| *made <= i32::from(year));
        let made = *years.get(until.unwrap_or(0))?;
        self.maps.only_band(made)
    }

    /// C of the cells of a window of `onto` in a year, row by row.
    pub(super) fn of_year(
        &self,
        year: i16,
        window: Window,
        onto: &Grid,
        source: &dyn RasterSource,
    ) -> Result<Vec<CellCover>, RasterFault> {
        let cells = window.width * window.height;
        let Some(band) = self.land_band(year) else {
            return Ok(vec![CellCover::Unknown; cells]);
        };
        let aligned = |layer| Aligned {
            layer,
            source,
            onto,
        };
        let class = |code| ground_class(self.legend, code);
        let land = aligned(self.land).values(band, window, class)?;
        let greenness = self.season_mean(year, window, aligned(self.ndvi))?;
        let fraction = FractionalCover::default();
        let cover = |(class, ndvi): (Option<GroundClass>, Option<f32>)| match (class, ndvi) {
            (Some(GroundClass::NoSoil(_)), _) => CellCover::NoSoil,
            (Some(GroundClass::Soil(land)), Some(ndvi)) => fraction
                .cover(f64::from(ndvi))
                .and_then(|fraction| land.range().cover(fraction))
                .map_or(CellCover::Unknown, |c| CellCover::Soil(c as f32)),
            _ => CellCover::Unknown,
        };
        Ok(land.into_iter().zip(greenness).map(cover).collect())
    }

    /// Mean NDVI of the bands of a season.
    fn season_mean(
        &self,
        year: i16,
        window: Window,
        aligned: Aligned,
    ) -> Result<Vec<Option<f32>>, RasterFault> {
        let cells = window.width * window.height;
        let (mut sums, mut counts) = (vec![0.0_f64; cells], vec![0_u16; cells]);
        for band in self.seasons.bands_of(i32::from(year)) {
            let values = aligned.values(*band, window, Some)?;
            for ((sum, count), value) in sums.iter_mut().zip(&mut counts).zip(values) {
                if let Some(value) = value {
                    *sum += value;
                    *count += 1;
                }
            }
        }
        let mean = |(sum, count): (f64, u16)| (count > 0).then(|| (sum / f64::from(count)) as f32);
        Ok(sums.into_iter().zip(counts).map(mean).collect())
    }
}
