//! How much does each watershed lose, counted cell by cell with the part of every cell that lies in it?

use aimak_core::{Grid, Progress, Raster, RasterFault, Window};
use geo::MultiPolygon;

use super::{
    Slope, Surface,
    chain::Layers,
    totals::{Cell, LossTotals},
};
use crate::{
    terrain::Cells,
    zonal::{Counting, Route, coverage::Coverage, pass},
};

/// Layers and what the surface is, to be summed over areas.
#[derive(Clone, Copy, Debug)]
pub struct Watersheds<'a> {
    /// The layers.
    pub layers: &'a Layers,
    /// Their grid, in metres.
    pub grid: &'a Grid,
    /// What the surface is; `None` where all of it is soil.
    pub surfaces: Option<&'a Raster<Surface>>,
}

/// The totals of one watershed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watershed {
    /// False where it does not meet the grid.
    pub met: bool,
    /// True where it reaches the edge of the DEM: what flows in from beyond is unknown, and its outermost cells have no slope.
    pub at_edge: bool,
    /// The sums.
    pub totals: LossTotals,
}

/// Square metres in a hectare.
const HECTARE_M2: f64 = 1e4;

impl Watersheds<'_> {
    /// The totals of every shape, in the CRS of the grid; `None` where `progress` asked to stop.
    pub fn totals(
        &self,
        shapes: &[Result<MultiPolygon<f64>, RasterFault>],
        progress: &dyn Progress,
    ) -> Option<Vec<Result<Watershed, RasterFault>>> {
        let route = Route {
            grid: self.grid,
            bands: 1,
            block_rows: 1,
            zones: shapes,
            name: "soil_loss",
        };
        let counted = pass(&route, &Summing::of(self), progress)?;
        Some(
            counted
                .into_iter()
                .filter_map(|mut of_band| of_band.pop())
                .collect(),
        )
    }

    /// The totals of the whole grid.
    pub fn whole(&self) -> LossTotals {
        let summing = Summing::of(self);
        let mut totals = LossTotals::default();
        for cell in 0..self.grid.width * self.grid.height {
            if summing.is_land(cell) {
                totals.add(&summing.cell(cell), summing.cell_ha);
            }
        }
        totals
    }
}

/// The layers, cell by cell.
struct Summing<'a> {
    grid: &'a Grid,
    cell_ha: f64,
    slope: Cells<'a, f32>,
    heights: Cells<'a, f32>,
    loss: Cells<'a, f32>,
    bare: Cells<'a, f32>,
    ratio: Cells<'a, f32>,
    connectivity: Cells<'a, f32>,
    deposition: Cells<'a, f32>,
    surfaces: Option<Cells<'a, Surface>>,
}

impl<'a> Summing<'a> {
    fn of(watersheds: &Watersheds<'a>) -> Self {
        let layers = watersheds.layers;
        Self {
            grid: watersheds.grid,
            cell_ha: watersheds.grid.dx * watersheds.grid.dy / HECTARE_M2,
            slope: Cells::of(&layers.slope_percent),
            heights: Cells::of(&layers.upslope_cells),
            loss: Cells::of(&layers.soil_loss),
            bare: Cells::of(&layers.potential_loss),
            ratio: Cells::of(&layers.delivery_ratio),
            connectivity: Cells::of(&layers.connectivity),
            deposition: Cells::of(&layers.deposition),
            surfaces: watersheds.surfaces.map(Cells::of),
        }
    }

    /// True where the DEM has a height.
    fn is_land(&self, cell: usize) -> bool {
        self.heights.get(cell).is_some()
    }

    fn cell(&self, cell: usize) -> Cell {
        let slope = self
            .slope
            .get(cell)
            .and_then(|percent| Slope::from_percent(percent.into()));
        Cell {
            surface: match self.surfaces {
                None => Some(Surface::Soil),
                Some(surfaces) => surfaces.get(cell),
            },
            steep: slope.is_some_and(Slope::is_too_steep),
            loss: self
                .loss
                .get(cell)
                .zip(self.bare.get(cell))
                .map(|(a, b)| (a.into(), b.into())),
            delivery_ratio: self.ratio.get(cell).map(Into::into),
            connectivity: self.connectivity.get(cell).map(Into::into),
            deposition: self.deposition.get(cell).map(Into::into),
        }
    }

    fn at_edge(&self, row: usize, col: usize) -> bool {
        row == 0 || col == 0 || row + 1 == self.grid.height || col + 1 == self.grid.width
    }
}

impl Counting for Summing<'_> {
    type Read = ();
    type Part = Watershed;
    type Done = Result<Watershed, RasterFault>;

    fn read(&self, _band: usize, _window: Window) -> Result<(), RasterFault> {
        Ok(())
    }

    fn count(&self, coverage: &Coverage, (): &()) -> Watershed {
        let mut part = Watershed {
            met: true,
            ..Watershed::default()
        };
        let window = coverage.window;
        for down in 0..window.height {
            let row = window.row + down;
            for span in coverage.row(down) {
                for col in window.col + span.col..window.col + span.col + span.len {
                    let cell = self.cell(row * self.grid.width + col);
                    part.totals.add(&cell, span.fraction * self.cell_ha);
                    part.at_edge |= self.at_edge(row, col);
                }
            }
        }
        part
    }

    fn merge(&self, mut part: Watershed, below: Watershed) -> Watershed {
        part.met |= below.met;
        part.at_edge |= below.at_edge;
        part.totals.merge(&below.totals);
        part
    }

    fn finish(&self, _zone: usize, parts: Result<Watershed, RasterFault>) -> Self::Done {
        parts
    }
}
