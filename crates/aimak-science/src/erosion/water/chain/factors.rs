//! Which R, K, C and P has a cell?

use aimak_core::Raster;

use crate::{erosion::water::Surface, terrain::Cells};

/// A factor of soil loss over the cells of a grid.
#[derive(Clone, Copy, Debug)]
pub enum FactorMap<'a> {
    /// The same everywhere.
    Number(f32),
    /// By cell, on the grid of the DEM.
    Grid(&'a Raster<f32>),
}

/// The factors of a grid; units as in [`crate::erosion::water::Factors`].
#[derive(Clone, Copy, Debug)]
pub struct FactorMaps<'a> {
    /// R, MJ mm ha⁻¹ h⁻¹ yr⁻¹.
    pub erosivity: FactorMap<'a>,
    /// K, t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
    pub erodibility: FactorMap<'a>,
    /// C.
    pub cover: FactorMap<'a>,
    /// P.
    pub practice: FactorMap<'a>,
    /// What the surface is; `None` where all of it is soil. Cells without soil have no loss, and sediment is not followed over
    /// them.
    pub surfaces: Option<&'a Raster<Surface>>,
}

/// A factor, asked cell by cell.
#[derive(Clone, Copy)]
enum Asked<'a> {
    Number(f32),
    Cells(Cells<'a, f32>),
}

impl<'a> FactorMap<'a> {
    fn asked(self) -> Asked<'a> {
        match self {
            Self::Number(number) => Asked::Number(number),
            Self::Grid(raster) => Asked::Cells(Cells::of(raster)),
        }
    }

    /// Rows and columns, where it has any.
    fn shape(self) -> Option<(usize, usize)> {
        match self {
            Self::Number(_) => None,
            Self::Grid(raster) => Some(raster.values.dim()),
        }
    }
}

impl Asked<'_> {
    /// The value of a cell, if it lies between 0 and `highest`.
    fn up_to(&self, highest: f32, cell: usize) -> Option<f32> {
        let value = match self {
            Self::Number(number) => *number,
            Self::Cells(cells) => cells.get(cell)?,
        };
        (0.0..=highest).contains(&value).then_some(value)
    }
}

/// The factors, asked cell by cell.
#[derive(Clone, Copy)]
pub(super) struct CellFactors<'a> {
    erosivity: Asked<'a>,
    erodibility: Asked<'a>,
    cover: Asked<'a>,
    practice: Asked<'a>,
    surfaces: Option<Cells<'a, Surface>>,
}

impl<'a> FactorMaps<'a> {
    pub(super) fn asked(&self) -> CellFactors<'a> {
        CellFactors {
            erosivity: self.erosivity.asked(),
            erodibility: self.erodibility.asked(),
            cover: self.cover.asked(),
            practice: self.practice.asked(),
            surfaces: self.surfaces.map(Cells::of),
        }
    }

    /// True where every grid has this shape.
    pub(super) fn fit(&self, shape: (usize, usize)) -> bool {
        let maps = [self.erosivity, self.erodibility, self.cover, self.practice];
        let surfaces = self.surfaces.map(|surfaces| surfaces.values.dim());
        let shapes = maps.into_iter().filter_map(FactorMap::shape);
        shapes.chain(surfaces).all(|other| other == shape)
    }
}

impl CellFactors<'_> {
    fn is_soil(&self, cell: usize) -> bool {
        match &self.surfaces {
            None => true,
            Some(surfaces) => surfaces.get(cell) == Some(Surface::Soil),
        }
    }

    /// C on soil.
    pub(super) fn cover(&self, cell: usize) -> Option<f32> {
        self.cover.up_to(1.0, cell).filter(|_| self.is_soil(cell))
    }

    /// R·K on soil.
    pub(super) fn attack(&self, cell: usize) -> Option<f64> {
        let erosivity = self.erosivity.up_to(f32::MAX, cell)?;
        let erodibility = self.erodibility.up_to(f32::MAX, cell)?;
        let attack = f64::from(erosivity) * f64::from(erodibility);
        self.is_soil(cell).then_some(attack)
    }

    /// C·P on soil.
    pub(super) fn protection(&self, cell: usize) -> Option<f64> {
        let practice = self.practice.up_to(1.0, cell)?;
        Some(f64::from(self.cover(cell)?) * f64::from(practice))
    }

    /// True where all factors are known.
    pub(super) fn are_known(&self, cell: usize) -> bool {
        self.attack(cell).is_some() && self.protection(cell).is_some()
    }
}
