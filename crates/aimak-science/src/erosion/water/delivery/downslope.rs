//! What lies between a cell and its stream?

use super::{CellWeights, FlowNetwork};

/// How one step of the way down is counted.
pub trait DownslopeStep {
    /// Resistance of the step from a cell to the next.
    fn step(&self, own: CellWeights, next: CellWeights, length_m: f64) -> f64;
}

/// The step of Borselli and METHODS, in metres, the default: `d/(C_th·S_th)` of the cell that is left, with d = D or D√2.
///
/// The cell itself is on the way, the stream is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetreSteps;

impl DownslopeStep for MetreSteps {
    fn step(&self, own: CellWeights, _next: CellWeights, length_m: f64) -> f64 {
        length_m * own.resistance()
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
    fn step(&self, own: CellWeights, next: CellWeights, _length_m: f64) -> f64 {
        match self {
            Self::MultipleDirections => next.resistance(),
            Self::SingleDirection => own.resistance(),
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
/// `None` without weights, or where nothing that leaves the cell reaches a stream. `weights` and `is_stream` are in the order of the
/// network's cells; shorter ones count as missing.
///
/// # Reference
/// METHODS B.6 and P.4; `RASTER_PEERS` 3, rule 9.
pub fn downslope_resistance(
    network: &impl FlowNetwork,
    weights: &[Option<CellWeights>],
    is_stream: &[bool],
    steps: &impl DownslopeStep,
) -> Vec<Option<f64>> {
    let weight = |cell: usize| weights.get(cell).copied().flatten();
    let mut resistance = vec![None; network.cells()];
    for &cell in network.upstream_first().iter().rev() {
        let Some(own) = weight(cell) else { continue };
        if is_stream.get(cell).copied().unwrap_or(false) {
            resistance[cell] = Some(0.0);
            continue;
        }
        let (mut sum, mut shares) = (0.0, 0.0);
        for outflow in network.outflows(cell) {
            if let (Some(below), Some(next)) = (resistance[outflow.to], weight(outflow.to)) {
                sum += outflow.share * (steps.step(own, next, outflow.length_m) + below);
                shares += outflow.share;
            }
        }
        resistance[cell] = (shares > 0.0).then(|| sum / shares);
    }
    resistance
}
