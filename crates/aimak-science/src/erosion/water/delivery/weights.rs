//! How freely does sediment pass through a cell?

use aimak_core::Raster;
use rayon::prelude::*;

use crate::{
    erosion::water::Slope,
    terrain::{Cells, Lattice},
};

/// Cover below this counts as this.
const LOWEST_COVER: f64 = 0.001;
/// Slope below this counts as this, m/m.
const LOWEST_SLOPE: f64 = 0.005;
/// Slope above this counts as this, m/m.
const HIGHEST_SLOPE: f64 = 1.0;

/// The two weights of a cell in the index of connectivity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellWeights {
    cover: f64,
    slope: f64,
}

impl CellWeights {
    /// Weights from C (not C·P) and the slope.
    ///
    /// # Formula
    /// `C_th = max(C, 0.001)`, `S_th = clamp(S, 0.005, 1)` with S in m/m.
    ///
    /// # Range and edge cases
    /// `None` for C outside 0–1.
    ///
    /// ```
    /// use aimak_science::erosion::water::{Slope, delivery::CellWeights};
    /// let flat = CellWeights::new(0.0, Slope::from_percent(0.1).unwrap()).unwrap();
    /// assert_eq!((flat.cover(), flat.slope()), (0.001, 0.005));
    /// ```
    pub fn new(cover: f64, slope: Slope) -> Option<Self> {
        (0.0..=1.0).contains(&cover).then(|| Self {
            cover: cover.max(LOWEST_COVER),
            slope: slope.ratio().clamp(LOWEST_SLOPE, HIGHEST_SLOPE),
        })
    }

    /// `C_th`.
    pub const fn cover(self) -> f64 {
        self.cover
    }

    /// `S_th`, m/m.
    pub const fn slope(self) -> f64 {
        self.slope
    }

    /// `1/(C_th·S_th)`: how strongly a metre of this cell holds sediment back.
    pub const fn resistance(self) -> f64 {
        1.0 / (self.cover * self.slope)
    }
}

/// The weights of every cell of a raster, in single precision: what they stand for is known far less well.
#[derive(Clone, Debug)]
pub struct Weights {
    cells: Vec<(f32, f32)>,
    known: Vec<bool>,
}

impl Weights {
    /// Weights from C by cell and slopes in per cent; unknown where one of them is, or C is none.
    pub fn of_cells(
        cover: impl Fn(usize) -> Option<f32> + Sync,
        slope_percent: &Raster<f32>,
    ) -> Self {
        let slopes = Cells::of(slope_percent);
        let weights = Lattice::of(slope_percent.values.dim()).raster(|cell| {
            let slope = Slope::from_percent(slopes.get(cell)?.into())?;
            let weights = CellWeights::new(cover(cell)?.into(), slope)?;
            Some((weights.cover as f32, weights.slope as f32))
        });
        Self {
            cells: weights.values.into_raw_vec_and_offset().0,
            known: weights.valid.into_raw_vec_and_offset().0,
        }
    }

    /// The weights of a cell.
    pub fn of(&self, cell: usize) -> Option<CellWeights> {
        let (cover, slope) = self.cells[cell];
        self.known[cell].then(|| CellWeights {
            cover: cover.into(),
            slope: slope.into(),
        })
    }

    /// `1/(C_th·S_th)` of every cell; infinite where it is unknown: nobody knows a way through.
    pub fn resistances(&self) -> Vec<f32> {
        let cells = self.cells.par_iter().zip(&self.known);
        let resistance = |((cover, slope), known): (&(f32, f32), &bool)| {
            if *known {
                1.0 / (cover * slope)
            } else {
                f32::INFINITY
            }
        };
        cells.map(resistance).collect()
    }
}
