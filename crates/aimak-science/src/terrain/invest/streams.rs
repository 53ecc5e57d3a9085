//! Which cells does `InVEST` call streams?

use std::collections::VecDeque;

use aimak_core::Raster;
use ndarray::{Array2, Zip};

use super::{
    super::{cells::Cells, routing::Routing},
    InvestMultipleFlow,
};

/// Part of the threshold down to which a stream is followed.
pub const TRACED_SHARE: f64 = 0.7;

/// Streams under single flow: more cells than the threshold drain through them; one with exactly as many is none yet.
/// `accumulation` is that of [`super::super::FlowNetwork::upslope_cells`].
pub fn invest_streams_single(accumulation: &Raster<f64>, threshold_cells: f64) -> Array2<bool> {
    Zip::from(&accumulation.values)
        .and(&accumulation.valid)
        .map_collect(|&cells, &valid| valid && cells > threshold_cells)
}

/// Streams under multiple flow, as `pygeoprocessing` traces them.
///
/// Multiple flow braids: downstream of a cell that reaches the threshold T the accumulation may sink below it. So streams grow
/// upstream from their mouths, the cells with T or more from which something leaves the data; cells with 0.7 T or more belong
/// to them where they join a stream below to one above. What reaches T without a way down to a mouth is no stream. Mouths are
/// taken row by row and cells first in, first out: a braid that is met after the stream above it is not joined any more.
///
/// `accumulation` is that of [`super::super::FlowNetwork::upslope_cells`].
pub fn invest_streams_multiple(
    routing: &InvestMultipleFlow,
    accumulation: &Raster<f64>,
    threshold_cells: f64,
) -> Array2<bool> {
    let lattice = routing.lattice();
    let mut tracing = Tracing {
        routing,
        accumulation: Cells::of(accumulation),
        threshold: threshold_cells,
        state: vec![State::default(); lattice.cells()],
    };
    for cell in 0..lattice.cells() {
        if tracing.cells(cell) >= threshold_cells && routing.leaves(cell) {
            tracing.state[cell] = State::Stream;
            tracing.climb(cell);
        }
    }
    lattice.array(lattice.map(|cell| tracing.state[cell] == State::Stream))
}

struct Tracing<'a> {
    routing: &'a InvestMultipleFlow,
    accumulation: Cells<'a, f64>,
    threshold: f64,
    state: Vec<State>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Unknown,
    /// Water enough to join two streams, if there is one above.
    Candidate,
    Stream,
}

impl Tracing<'_> {
    /// Accumulation of a cell.
    fn cells(&self, cell: usize) -> f64 {
        self.accumulation.get(cell).unwrap_or(0.0)
    }

    /// Follows a stream upwards from its mouth.
    fn climb(&mut self, mouth: usize) {
        let mut ahead = VecDeque::from([mouth]);
        while let Some(cell) = ahead.pop_front() {
            for donor in self.routing.donors(cell) {
                if self.cells(donor) >= self.threshold {
                    if self.state[donor] != State::Stream {
                        self.state[donor] = State::Stream;
                        self.join(donor);
                        ahead.push_back(donor);
                    }
                } else if self.cells(donor) >= TRACED_SHARE * self.threshold
                    && self.state[donor] == State::Unknown
                {
                    self.state[donor] = State::Candidate;
                    ahead.push_back(donor);
                }
            }
        }
    }

    /// Candidates below a stream are streams.
    fn join(&mut self, stream: usize) {
        let mut ahead = vec![stream];
        while let Some(cell) = ahead.pop() {
            let state = &mut self.state;
            self.routing.receivers(cell, |receiver| {
                if state[receiver.cell] == State::Candidate {
                    state[receiver.cell] = State::Stream;
                    ahead.push(receiver.cell);
                }
            });
        }
    }
}
