//! How many hectares of each zone have each class?

use std::ops::Range;

use aimak_core::{Grid, Message, Progress, RasterFault, Window};
use geo::MultiPolygon;
use rayon::prelude::*;

use super::{Degradation, References, Sheet, StripClasses};
use crate::{
    degradation::areas::{AreaByClass, ClassifiedPixel, Surface},
    zonal::{
        coverage::{Coverage, area_in_cells, cell_window},
        row_areas_m2,
    },
};

const M2_A_HA: f64 = 10_000.0;
/// A zone reaches beyond the raster where more than this part of it is not on it; less is rounding.
const BEYOND: f64 = 1e-9;

/// Areas of a zone, map by map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZoneAreas {
    /// False where the zone does not meet the raster.
    pub met: bool,
    /// Σ of the covered fractions of its cells.
    cells: f64,
    /// Σ of their areas, ha.
    covered_ha: f64,
    sheets: [AreaByClass<i8>; Sheet::ALL.len()],
}

impl ZoneAreas {
    /// Areas of the classes of a map. Land beyond the raster counts as missing; water is in no share.
    pub fn of(&self, sheet: Sheet) -> &AreaByClass<i8> {
        &self.sheets[sheet as usize]
    }

    /// Cells of the raster that the zone covers, as a sum of fractions.
    pub fn cells(&self) -> f64 {
        self.cells
    }

    /// Counts the cells of a strip, row by row.
    fn of_strip(coverage: &Coverage, strip: &StripClasses, at: Window, cell_ha: &[f64]) -> Self {
        let mut areas = Self {
            met: true,
            ..Self::default()
        };
        for row in 0..coverage.window.height {
            let grid_row = coverage.window.row + row;
            for span in coverage.row(row) {
                let first =
                    (grid_row - at.row) * at.width + coverage.window.col + span.col - at.col;
                let cells = first..first + span.len;
                areas.add(strip, cells, cell_ha[grid_row], span.fraction);
            }
        }
        areas
    }

    /// Adds neighbouring cells that are covered alike.
    fn add(&mut self, strip: &StripClasses, cells: Range<usize>, area_ha: f64, coverage: f64) {
        self.cells += coverage * cells.len() as f64;
        self.covered_ha += area_ha * coverage * cells.len() as f64;
        for (sheet, areas) in Sheet::ALL.into_iter().zip(&mut self.sheets) {
            let water = cells.clone().filter(|cell| strip.is_water(*cell)).count();
            let on_land = |cell: &usize| !strip.is_water(*cell);
            let mut enter = |class, surface, n| {
                let pixel = ClassifiedPixel {
                    class,
                    area_ha,
                    coverage,
                    surface,
                };
                if n > 0 {
                    areas
                        .add(&pixel, n)
                        .expect("invariant: cells have an area, and coverage lies from 0 to 1");
                }
            };
            let mut known = 0;
            let mut counts = [0; CODES];
            for code in cells.clone().filter(on_land) {
                if let Some(code) = sheet.code(strip, code) {
                    counts[(code - LOWEST) as usize] += 1;
                    known += 1;
                }
            }
            for (code, n) in (LOWEST..).zip(counts) {
                enter(Some(code), Surface::Land, n);
            }
            enter(None, Surface::Land, cells.len() - water - known);
            enter(None, Surface::InlandWater, water);
        }
    }

    fn merge(&mut self, below: &Self) {
        self.met |= below.met;
        self.cells += below.cells;
        self.covered_ha += below.covered_ha;
        for (areas, below) in self.sheets.iter_mut().zip(&below.sheets) {
            areas.merge(below);
        }
    }

    /// Counts what lies beyond the raster as land without a class, at the mean size of the cells on it.
    fn close(&mut self, zone_cells: f64) {
        let beyond = zone_cells - self.cells;
        if self.cells == 0.0 || beyond <= BEYOND * zone_cells {
            return;
        }
        let area_ha = beyond * self.covered_ha / self.cells;
        let pixel = ClassifiedPixel {
            class: None,
            area_ha,
            coverage: 1.0,
            surface: Surface::Land,
        };
        for areas in &mut self.sheets {
            areas
                .add(&pixel, 1)
                .expect("invariant: an area is not negative");
        }
    }
}

/// Codes −1 to 7.
const LOWEST: i8 = -1;
const CODES: usize = 9;

/// A zone in the CRS of productivity; a fault where it could not be projected.
pub type PlacedZone = Result<MultiPolygon<f64>, RasterFault>;

/// What a walk over the strips found.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked {
    /// Areas of every zone; a fault where a strip of it could not be read.
    pub areas: Vec<Result<ZoneAreas, RasterFault>>,
    /// Strips that could not be read.
    pub faults: Vec<RasterFault>,
}

/// Why a walk ended early.
#[derive(Debug)]
pub enum Stopped<E> {
    /// Somebody asked for it.
    Cancelled,
    /// A strip could not be kept.
    NotKept(E),
}

impl Degradation<'_> {
    /// Areas of zones, which are in the CRS of productivity. `None` where `progress` asked to stop.
    ///
    /// Cells count by the fraction that a zone covers and by their area on the ground. Strips are merged in their order, so
    /// that any number of threads gives the same bits.
    pub fn areas(
        &self,
        zones: &[PlacedZone],
        references: &References,
        progress: &dyn Progress,
    ) -> Option<Vec<Result<ZoneAreas, RasterFault>>> {
        let keep = |_, _: Option<&StripClasses>| Ok::<(), std::convert::Infallible>(());
        let walked = self.walk(zones, references, progress, keep).ok()?;
        Some(walked.areas)
    }

    /// The same, while `keep` gets the classes of every strip, `None` for one that could not be read: for maps.
    ///
    /// # Errors
    /// Where `progress` asked to stop, or a strip could not be kept.
    pub fn walk<E>(
        &self,
        zones: &[PlacedZone],
        references: &References,
        progress: &dyn Progress,
        mut keep: impl FnMut(Window, Option<&StripClasses>) -> Result<(), E>,
    ) -> Result<Walked, Stopped<E>> {
        let grid = &self.productivity.layer.grid;
        let cell_ha: Vec<f64> = row_areas_m2(grid).iter().map(|m2| m2 / M2_A_HA).collect();
        let start = |zone: &Result<_, RasterFault>| match zone {
            Ok(_) => Ok(ZoneAreas::default()),
            Err(fault) => Err(fault.clone()),
        };
        let mut walked = Walked {
            areas: zones.iter().map(start).collect(),
            faults: Vec::new(),
        };
        let strips = self.strips();
        let layer = self.productivity.layer.id.as_str();
        progress.begin(
            Message::new("stage-pixels").with("layer", layer),
            strips.len(),
        );
        for window in strips {
            if progress.cancelled() {
                return Err(Stopped::Cancelled);
            }
            let classes = self.classes(window, references);
            keep(window, classes.as_ref().ok()).map_err(Stopped::NotKept)?;
            count(
                grid,
                zones,
                window,
                classes.as_ref(),
                &cell_ha,
                &mut walked.areas,
            );
            walked.faults.extend(classes.err());
            progress.advance(1);
        }
        for (areas, zone) in walked.areas.iter_mut().zip(zones) {
            if let (Ok(areas), Ok(zone)) = (areas, zone) {
                areas.close(area_in_cells(grid, zone));
            }
        }
        Ok(walked)
    }
}

/// Adds a strip to all zones that meet it.
pub(super) fn count(
    grid: &Grid,
    zones: &[PlacedZone],
    window: Window,
    classes: Result<&StripClasses, &RasterFault>,
    cell_ha: &[f64],
    areas: &mut [Result<ZoneAreas, RasterFault>],
) {
    let add = |(zone, place): (&PlacedZone, &mut Result<ZoneAreas, RasterFault>)| {
        let (Ok(shape), Ok(areas)) = (zone, place.as_mut()) else {
            return;
        };
        let Some(inside) = cell_window(grid, shape).and_then(|cells| rows_of(cells, window)) else {
            return;
        };
        match classes {
            Ok(classes) => {
                let coverage = Coverage::of(grid, shape, inside);
                areas.merge(&ZoneAreas::of_strip(&coverage, classes, window, cell_ha));
            }
            Err(fault) => *place = Err(fault.clone()),
        }
    };
    zones.par_iter().zip(areas).for_each(add);
}

/// The rows of a window that lie in a strip of whole rows.
fn rows_of(cells: Window, strip: Window) -> Option<Window> {
    let row = cells.row.max(strip.row);
    let end = (cells.row + cells.height).min(strip.row + strip.height);
    (end > row).then(|| Window {
        row,
        height: end - row,
        ..cells
    })
}
