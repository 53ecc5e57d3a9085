//! What does water meet on its way to a stream?

use aimak_core::Raster;
use ndarray::Array2;

use super::{
    neighbours::CellSize,
    network::FlowNetwork,
    routing::{Receiver, Routing},
};

impl<R: Routing> FlowNetwork<'_, R> {
    /// Sum of `step` along the way to the next target cell: `D(c) = Σ share(c → n)·(step(c, n) + D(n)) / Σ share(c → n)` over
    /// the receivers from which water reaches a target. 0 on targets; invalid where no water reaches one.
    ///
    /// `step` is asked for the cost of going from a cell (by number, row by row) to a receiver, `None` where nothing is known of
    /// that way; `targets` has the shape of the DEM and may be a map of streams.
    pub fn downslope_sum(
        &self,
        targets: &Array2<bool>,
        step: impl Fn(usize, Receiver) -> Option<f64>,
    ) -> Raster<f64> {
        let lattice = self.lattice();
        let targets = targets.as_standard_layout();
        let is_target = targets.as_slice().expect("invariant: in standard layout");
        let mut reaches = vec![false; lattice.cells()];
        let mut sums = vec![0.0; lattice.cells()];
        for &cell in self.order.iter().rev() {
            let cell = cell as usize;
            if is_target[cell] {
                reaches[cell] = true;
                continue;
            }
            let (mut sum, mut shares) = (0.0, 0.0);
            self.routing.receivers(cell, |receiver| {
                if reaches[receiver.cell]
                    && let Some(step) = step(cell, receiver)
                {
                    sum += receiver.share * (step + sums[receiver.cell]);
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
    pub fn distance_to_stream_m(&self, streams: &Array2<bool>, size: CellSize) -> Raster<f64> {
        let distances = size.distances();
        self.downslope_sum(streams, |_, receiver| Some(distances[receiver.direction]))
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::terrain::{D8, Relief, fill};

    /// Four cells of a hillslope, 30 m each, above a stream: the connectivity of METHODS B.6, worked by hand.
    #[test]
    fn a_hillslope_by_hand() {
        let whole = |values: Array2<f64>| Raster {
            valid: Array2::from_elem(values.dim(), true),
            values,
        };
        let size = CellSize { dx: 30.0, dy: 30.0 };
        let dem = whole(array![[40.0, 31.0, 23.5, 19.0, 17.5]]);
        let slope = whole(array![[0.30, 0.25, 0.15, 0.05, 0.05]]);
        let cover = whole(array![[0.10, 0.20, 0.20, 0.05, 0.05]]);
        let stream = array![[false, false, false, false, true]];

        let routing = D8::of(&Relief::of(fill(&dem, None), size, None));
        let network = FlowNetwork::of(&routing);
        let area = network.contributing_area_m2(size).values;
        let (mean_slope, mean_cover) = (network.upslope_mean(&slope), network.upslope_mean(&cover));
        let down = network.downslope_sum(&stream, |cell, receiver| {
            let weight = slope.values[(0, cell)] * cover.values[(0, cell)];
            Some(size.distances()[receiver.direction] / weight)
        });
        let connectivity = [-4.21011, -3.89048, -3.80844, -3.88973];
        for (col, expected) in connectivity.into_iter().enumerate() {
            let cell = (0, col);
            let up = mean_slope.values[cell] * mean_cover.values[cell] * area[cell].sqrt();
            let found: f64 = (up / down.values[cell]).log10();
            assert!(
                (found - expected).abs() < 5e-6,
                "{found}, expected {expected}"
            );
        }
        let distance = network.distance_to_stream_m(&stream, size);
        assert_eq!(distance.values, array![[120.0, 90.0, 60.0, 30.0, 0.0]]);
    }

    #[test]
    fn what_does_not_reach_a_stream_has_no_distance() {
        let dem = Raster {
            values: array![[3.0, 2.0, 3.0, 4.0]],
            valid: array![[true, true, false, true]],
        };
        let size = CellSize { dx: 1.0, dy: 1.0 };
        let routing = D8::of(&Relief::of(dem, size, None));
        let stream = array![[false, true, false, false]];
        let distance = FlowNetwork::of(&routing).distance_to_stream_m(&stream, size);
        assert_eq!(distance.valid, array![[true, true, false, false]]);
    }
}
