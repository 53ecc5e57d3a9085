//! How much drains through a cell?

use aimak_core::Raster;
use rayon::prelude::*;

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

    /// Several sums of one walk: that of each of the `weights` of every cell, as by [`Self::upslope_sum`]; 0 for cells that do not
    /// take part.
    pub fn upslope_sums<const N: usize>(
        &self,
        weights: impl Fn(usize) -> [f64; N] + Sync,
    ) -> Vec<[f64; N]> {
        let lattice = self.lattice();
        let mut sums = vec![[0.0; N]; lattice.cells()];
        let rows = sums.par_chunks_mut(lattice.cols.max(1)).enumerate();
        rows.for_each(|(row, line)| {
            for (col, sums) in line.iter_mut().enumerate() {
                let cell = row * lattice.cols + col;
                if self.routing.takes_part(cell) {
                    *sums = weights(cell);
                }
            }
        });
        for &cell in &self.order {
            let passed_on = sums[cell as usize];
            self.routing.receivers(cell as usize, |receiver| {
                for (sum, passed_on) in sums[receiver.cell].iter_mut().zip(passed_on) {
                    *sum += receiver.share * passed_on;
                }
            });
        }
        sums
    }

    fn sum(&self, weight: impl Fn(usize) -> f64 + Sync) -> Raster<f64> {
        let lattice = self.lattice();
        let sums = self.upslope_sums(|cell| [weight(cell)]);
        Raster {
            values: lattice.array(sums.into_iter().map(|[sum]| sum).collect()),
            valid: lattice.array(lattice.map(|cell| self.routing.takes_part(cell))),
        }
    }
}
