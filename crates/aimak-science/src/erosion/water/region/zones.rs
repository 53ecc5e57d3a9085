//! What do the cells of each piece of land say about a year?

use aimak_core::{Progress, RasterFault, Window};
use geo::MultiPolygon;

use super::{
    Region,
    cover::CellCover,
    relief::{self, ReliefCells},
};
use crate::zonal::{self, Counting, Route, coverage::Coverage, pass};

/// A piece of land in a year. Areas are in cells, as sums of covered fractions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LandYear {
    /// Soil whose loss is known, on slopes up to 50 %.
    pub counted: f64,
    /// Σ of `K·LS·C` over it: loss per unit of R.
    loss: f64,
    /// Soil on slopes above 50 %.
    pub steep: f64,
    /// Water, ice, settlements.
    pub no_soil: f64,
    /// Land of which something is missing.
    pub missing: f64,
    /// Part of the counted soil so high that the snow of the winter matters.
    pub snowy: f64,
}

/// What does not change with the years.
#[derive(Clone, Copy)]
struct Ground {
    /// K·LS.
    detached: Option<f32>,
    steep: bool,
    snowy: bool,
}

impl LandYear {
    /// Mean of `K·LS·C·P` over the counted soil: t ha⁻¹ yr⁻¹ for each unit of R; `None` where nothing counts.
    pub fn per_erosivity(&self) -> Option<f64> {
        (self.counted > 0.0).then(|| self.loss / self.counted)
    }

    fn add(&mut self, ground: Ground, cover: CellCover, part: f64) {
        match (cover, ground.detached) {
            (CellCover::NoSoil, _) => self.no_soil += part,
            (_, Some(_)) if ground.steep => self.steep += part,
            (CellCover::Soil(c), Some(detached)) => {
                self.counted += part;
                self.loss += part * f64::from(detached) * f64::from(c);
                if ground.snowy {
                    self.snowy += part;
                }
            }
            _ => self.missing += part,
        }
    }

    fn merge(&mut self, below: &Self) {
        self.counted += below.counted;
        self.loss += below.loss;
        self.steep += below.steep;
        self.no_soil += below.no_soil;
        self.missing += below.missing;
        self.snowy += below.snowy;
    }
}

/// A piece of land, year by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LandYears {
    /// False where it does not meet the DEM.
    pub met: bool,
    /// One for each year that was asked for.
    pub years: Vec<LandYear>,
    /// Cells of the DEM it covers, on the DEM or off it.
    pub cells: f64,
}

/// A window that was read: what stays, and cover by year.
struct Seen {
    window: Window,
    relief: ReliefCells,
    /// K·LS.
    detached: Vec<Option<f32>>,
    covers: Vec<Vec<CellCover>>,
}

struct Sums<'a> {
    region: &'a Region<'a>,
    years: &'a [i16],
    areas: Vec<f64>,
}

impl Counting for Sums<'_> {
    type Read = Seen;
    type Part = LandYears;
    type Done = Result<LandYears, RasterFault>;

    fn read(&self, _band: usize, window: Window) -> Result<Seen, RasterFault> {
        let relief = relief::cells(self.region.dem, self.region.source, window)?;
        let covers: Result<_, RasterFault> = self
            .years
            .iter()
            .map(|year| self.region.cover(*year, window))
            .collect();
        Ok(Seen {
            window,
            detached: self.region.detached(&relief, window)?,
            relief,
            covers: covers?,
        })
    }

    fn count(&self, coverage: &Coverage, seen: &Seen) -> LandYears {
        let mut part = LandYears {
            met: true,
            years: vec![LandYear::default(); self.years.len()],
            cells: 0.0,
        };
        for row in 0..coverage.window.height {
            let line = (coverage.window.row + row - seen.window.row) * seen.window.width;
            for span in coverage.row(row) {
                let first = line + coverage.window.col + span.col - seen.window.col;
                let cells = first..first + span.len;
                for (year, covers) in part.years.iter_mut().zip(&seen.covers) {
                    for (cell, cover) in cells.clone().zip(&covers[cells.clone()]) {
                        let ground = Ground {
                            detached: seen.detached[cell],
                            steep: seen.relief.steep[cell],
                            snowy: seen.relief.snowy[cell],
                        };
                        year.add(ground, *cover, span.fraction);
                    }
                }
            }
        }
        part
    }

    fn merge(&self, mut part: LandYears, below: LandYears) -> LandYears {
        if part.years.is_empty() {
            return below;
        }
        part.met |= below.met;
        for (year, below) in part.years.iter_mut().zip(&below.years) {
            year.merge(below);
        }
        part
    }

    /// Land beyond the DEM is missing.
    fn finish(&self, zone: usize, parts: Result<LandYears, RasterFault>) -> Self::Done {
        let mut land = parts?;
        land.cells = self.areas[zone];
        for year in &mut land.years {
            let seen = year.counted + year.steep + year.no_soil + year.missing;
            year.missing += (land.cells - seen).max(0.0);
        }
        Ok(land)
    }
}

impl Region<'_> {
    /// Pieces of land (in the CRS of the DEM) in every one of `years`; `None` where `progress` asked to stop.
    pub fn lands(
        &self,
        zones: &[Result<MultiPolygon<f64>, RasterFault>],
        years: &[i16],
        progress: &dyn Progress,
    ) -> Option<Vec<Result<LandYears, RasterFault>>> {
        let sums = Sums {
            region: self,
            years,
            areas: zonal::areas_in_cells(self.dem, zones),
        };
        let lands = pass(&Route::over(self.dem, 1, zones), &sums, progress)?;
        Some(lands.into_iter().flatten().collect())
    }
}
