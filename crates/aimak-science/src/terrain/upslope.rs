//! How much drains through a cell?

use aimak_core::Raster;

use super::{network::FlowNetwork, routing::Routing};

impl<R: Routing> FlowNetwork<'_, R> {
    /// Flow accumulation: number of cells that drain through every cell, itself included. Whole numbers under [`super::D8`]
    /// (exact below 2⁵³), parts of cells where water divides.
    pub fn upslope_cells(&self) -> Raster<f64> {
        self.sum(|_| 1.0)
    }

    /// Sum of `weights` over all that drains through every cell, itself included, each part weighted by how much of it comes
    /// this way: `A(c) = w(c) + Σ share(u → c)·A(u)`. A weight that is missing counts as 0.
    pub fn upslope_sum(&self, weights: &Raster<f64>) -> Raster<f64> {
        let lattice = self.lattice();
        self.sum(|cell| {
            let (row, col) = lattice.place(cell);
            weights.get(row, col).copied().unwrap_or(0.0)
        })
    }

    /// Mean of `values` over all that drains through every cell.
    pub fn upslope_mean(&self, values: &Raster<f64>) -> Raster<f64> {
        let mut mean = self.upslope_sum(values);
        mean.values /= &self.upslope_cells().values;
        mean.values.zip_mut_with(&mean.valid, |mean, &valid| {
            if !valid {
                *mean = 0.0;
            }
        });
        mean
    }

    fn sum(&self, weight: impl Fn(usize) -> f64 + Sync) -> Raster<f64> {
        let lattice = self.lattice();
        let valid = lattice.map(|cell| self.routing.takes_part(cell));
        let mut sums = lattice.map(|cell| if valid[cell] { weight(cell) } else { 0.0 });
        for &cell in &self.order {
            let passed_on = sums[cell as usize];
            self.routing.receivers(cell as usize, |receiver| {
                sums[receiver.cell] += receiver.share * passed_on;
            });
        }
        Raster {
            values: lattice.array(sums),
            valid: lattice.array(valid),
        }
    }
}
