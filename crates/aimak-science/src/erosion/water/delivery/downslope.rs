//! What lies between a cell and its stream?

use aimak_core::Raster;
use ndarray::Array2;

use crate::terrain::{CellSize, FlowNetwork, Routing};

/// How one step of the way down is counted.
pub trait DownslopeStep {
    /// Resistance of the step from one cell to another, of which those per metre are given by number of cell.
    fn step(&self, resistances: &[f32], own: usize, next: usize, length_m: f64) -> f64;
}

/// The step of Borselli and METHODS, in metres, the default: `d/(C_th·S_th)` of the cell that is left, with d = D or D√2.
///
/// The cell itself is on the way, the stream is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetreSteps;

impl DownslopeStep for MetreSteps {
    fn step(&self, resistances: &[f32], own: usize, _next: usize, length_m: f64) -> f64 {
        length_m * f64::from(resistances[own])
    }
}

/// The steps of InVEST 3.20, in cells, diagonal or not.
///
/// With multiple flow directions it adds `1/(C_th·S_th)` of the cell that is **entered**, with single ones (D8) that of the cell
/// that is **left**. Against [`MetreSteps`] the index of connectivity is shifted by log₁₀ of the cell size, 1.48 at 30 m: for
/// comparison with InVEST studies only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvestSteps {
    /// As with its MFD routing.
    MultipleDirections,
    /// As with its D8 routing.
    SingleDirection,
}

impl DownslopeStep for InvestSteps {
    fn step(&self, resistances: &[f32], own: usize, next: usize, _length_m: f64) -> f64 {
        match self {
            Self::MultipleDirections => resistances[next].into(),
            Self::SingleDirection => resistances[own].into(),
        }
    }
}

/// `D_dn` of every cell: the resistance on the way to the stream.
///
/// # Formula
/// `D_dn = Σ share·(step + D_dn(next))/Σ share` over the neighbours that reach a stream; 0 on streams.
///
/// # Units
/// m by [`MetreSteps`], cells by [`InvestSteps`].
///
/// # Range and edge cases
/// `resistances` are `1/(C_th·S_th)` by number of cell, infinite where unknown ([`super::Weights::resistances`]). Invalid where
/// they are, or where nothing that leaves the cell reaches a stream. A stream is reached whatever is known of it.
///
/// # Reference
/// METHODS B.6 and P.4; `RASTER_PEERS` 3, rule 9.
pub fn downslope_resistance(
    network: &FlowNetwork<'_, impl Routing>,
    resistances: &[f32],
    is_stream: &Array2<bool>,
    size: CellSize,
    steps: &impl DownslopeStep,
) -> Raster<f64> {
    let distances = size.distances();
    network.downslope_sum(is_stream, |cell, receiver| {
        let length_m = distances[receiver.direction];
        let step = steps.step(resistances, cell, receiver.cell, length_m);
        step.is_finite().then_some(step)
    })
}
