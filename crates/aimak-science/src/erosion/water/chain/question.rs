//! What is asked of the chain, and when is there no answer?

use aimak_core::{Message, Progress, Raster};
use ndarray::{Array2, Zip};

use super::{FactorMaps, Layers, Routes, grade::Grade, layers::Work};
use crate::{
    erosion::water::{
        delivery::{DeliveryRatio, InvestSteps, MetreSteps},
        topography::{DesmetGovers, DesmetGoversCells, InvestCells, InvestSlopeLength},
    },
    terrain::{
        CellSize, D8, DInfinity, InvestMultipleFlow, InvestSingleFlow, Lattice, MultipleFlow,
        PackedFlow, Relief, Routing, fill,
    },
};

/// Which rules lead from the DEM to the stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rules {
    /// METHODS B: L after Desmet & Govers, ways in metres, every cell kept whose own factors are known.
    Metres(DesmetGovers),
    /// InVEST SDR 3.20: its L, ways in cells, a cell missing in one input missing in all, no loss on streams.
    Invest(InvestSlopeLength),
}

/// Soil loss and sediment delivery of a grid.
#[derive(Clone, Copy, Debug)]
pub struct WaterErosion<'a> {
    /// Heights, m; not filled.
    pub dem: &'a Raster<f32>,
    /// Size of its cells: squares.
    pub size: CellSize,
    /// Closed basins, which are not filled; see [`fill`].
    pub sinks: Option<&'a Array2<bool>>,
    /// R, K, C, P.
    pub factors: FactorMaps<'a>,
    /// The method.
    pub rules: Rules,
    /// Where water goes.
    pub routes: Routes,
    /// Cells that make a stream.
    pub stream_cells: f64,
    /// From the index of connectivity to the ratio.
    pub delivery: DeliveryRatio,
}

/// Why there are no layers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unanswered {
    /// Somebody asked to stop.
    Stopped,
    /// A factor is not on the grid of the DEM.
    OtherShape,
    /// Cells are no squares.
    NotSquare,
    /// The DEM, or all that factors leave of it, is empty.
    NoCells,
    /// InVEST knows multiple flow and D8.
    NoSuchRoutes,
    /// Nowhere does so much water come together that it makes a stream.
    NoStreams {
        /// Cells that drain through the cell with most water.
        most_cells: f64,
    },
}

/// Sides of a square may differ by this share.
const SQUARE: f64 = 1e-3;
/// Stages told to the person who waits.
const STAGES: usize = 9;

impl WaterErosion<'_> {
    /// The layers, on the grid of the DEM. The same on any number of threads.
    ///
    /// # Errors
    /// Where the question does not fit, no stream is found, or `progress` asked to stop.
    pub fn layers(&self, progress: &dyn Progress) -> Result<Layers, Unanswered> {
        self.check()?;
        progress.begin(Message::new("stage-erosion"), STAGES);
        let step = || {
            progress.advance(1);
            if progress.cancelled() {
                Err(Unanswered::Stopped)
            } else {
                Ok(())
            }
        };
        let sinks = self.sinks.map(|sinks| sinks.view());
        let filled = match self.common_cells() {
            None => fill(self.dem, sinks),
            Some(dem) => fill(&dem, sinks),
        };
        step()?;
        if !filled.valid.iter().any(|valid| *valid) {
            return Err(Unanswered::NoCells);
        }
        let relief = Relief::of(filled, self.size, sinks);
        step()?;
        let side = self.size.dx;
        match &self.rules {
            Rules::Metres(length) => {
                let work = Work {
                    question: self,
                    topography: &DesmetGoversCells::of(length, side),
                    steps: &MetreSteps,
                    grade: Grade::of(relief.dem(), self.size),
                    step: &step,
                };
                match self.routes {
                    Routes::Multiple => work.along(&alone(relief, |relief| {
                        PackedFlow::of_multiple(&MultipleFlow::freeman(relief))
                    })),
                    Routes::D8 => work.along(&alone(relief, D8::of)),
                    Routes::DInfinity => work.along(&alone(relief, DInfinity::of)),
                }
            }
            Rules::Invest(length) => {
                let multiple = self.routes == Routes::Multiple;
                let work = Work {
                    question: self,
                    topography: &InvestCells::of(length, side),
                    steps: &if multiple {
                        InvestSteps::MultipleDirections
                    } else {
                        InvestSteps::SingleDirection
                    },
                    grade: Grade::as_invest(relief.dem(), self.size),
                    step: &step,
                };
                if multiple {
                    work.along(&alone(relief, InvestMultipleFlow::of))
                } else {
                    work.along(&alone(relief, InvestSingleFlow::of))
                }
            }
        }
    }

    fn check(&self) -> Result<(), Unanswered> {
        if !self.factors.fit(self.dem.values.dim()) {
            return Err(Unanswered::OtherShape);
        }
        if (self.size.dx / self.size.dy - 1.0).abs() > SQUARE {
            return Err(Unanswered::NotSquare);
        }
        if matches!(self.rules, Rules::Invest(_)) && self.routes == Routes::DInfinity {
            return Err(Unanswered::NoSuchRoutes);
        }
        Ok(())
    }

    /// The DEM where everything else is known too, if the rules want that.
    fn common_cells(&self) -> Option<Raster<f32>> {
        matches!(self.rules, Rules::Invest(_)).then(|| {
            let factors = self.factors.asked();
            let lattice = Lattice::of(self.dem.values.dim());
            let known = lattice.array(lattice.map(|cell| factors.are_known(cell)));
            Raster {
                values: self.dem.values.clone(),
                valid: Zip::from(&self.dem.valid)
                    .and(&known)
                    .map_collect(|dem, known| *dem && *known),
            }
        })
    }
}

/// The routing of a relief, which is let go: a large grid leaves no room for what is not needed any more.
#[expect(
    clippy::needless_pass_by_value,
    reason = "letting it go is what this is for"
)]
fn alone<R: Routing>(relief: Relief<f32>, of: impl Fn(&Relief<f32>) -> R) -> R {
    of(&relief)
}
