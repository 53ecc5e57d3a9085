//! What does water meet on its way to a stream?

use aimak_core::Raster;
use ndarray::ArrayView2;

use super::{
    neighbours::CellSize,
    network::FlowNetwork,
    routing::{Receiver, Routing},
};

impl<R: Routing> FlowNetwork<'_, R> {
    /// Sum of `step` along the way to the next target cell: `D(c) = Σ share(c → n)·(step(c, n) + D(n)) / Σ share(c → n)` over
    /// the receivers from which water reaches a target. 0 on targets; invalid where no water reaches one.
    ///
    /// `step` is asked for the cost of going from a cell (by number, row by row) to a receiver; `targets` has the shape of the
    /// DEM and may be a map of streams.
    pub fn downslope_sum(
        &self,
        targets: ArrayView2<bool>,
        step: impl Fn(usize, Receiver) -> f64,
    ) -> Raster<f64> {
        let lattice = self.lattice();
        let mut reaches = vec![false; lattice.cells()];
        let mut sums = vec![0.0; lattice.cells()];
        for &cell in self.order.iter().rev() {
            let cell = cell as usize;
            if targets[lattice.place(cell)] {
                reaches[cell] = true;
                continue;
            }
            let (mut sum, mut shares) = (0.0, 0.0);
            self.routing.receivers(cell, |receiver| {
                if reaches[receiver.cell] {
                    sum += receiver.share * (step(cell, receiver) + sums[receiver.cell]);
                    shares += receiver.share;
                }
            });
            if shares > 0.0 {
                reaches[cell] = true;
                sums[cell] = sum / shares;
            }
        }
        Raster {
            values: lattice.array(sums),
            valid: lattice.array(reaches),
        }
    }

    /// Length of the way to the next stream cell along the flow, m; where water divides, the mean of the ways.
    pub fn distance_to_stream_m(&self, streams: ArrayView2<bool>, size: CellSize) -> Raster<f64> {
        let distances = size.distances();
        self.downslope_sum(streams, |_, receiver| distances[receiver.direction])
    }
}
