//! What drains through a cell, and how freely does sediment pass through that land?

use super::{UpslopeArea, Weights};
use crate::terrain::{FlowNetwork, Routing};

/// Sums over all that drains through a cell, the cell included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UpslopeSums {
    /// Cells.
    pub cells: f64,
    /// Cells among them whose weights are known.
    known: f64,
    /// Σ `C_th`.
    cover: f64,
    /// Σ `S_th`, m/m.
    slope: f64,
}

impl UpslopeSums {
    /// The area above; the means are those of the land whose weights are known (land without soil has none). `None` where none
    /// is.
    pub fn area(&self, cell_area_m2: f64) -> Option<UpslopeArea> {
        (self.known > 0.0).then(|| UpslopeArea {
            mean_cover: self.cover / self.known,
            mean_slope: self.slope / self.known,
            area_m2: self.cells * cell_area_m2,
        })
    }
}

/// The sums of every cell, in one walk down the network.
pub fn upslope_sums(
    network: &FlowNetwork<'_, impl Routing>,
    weights: &Weights,
) -> Vec<UpslopeSums> {
    let sums = network.upslope_sums(|cell| match weights.of(cell) {
        Some(own) => [1.0, 1.0, own.cover(), own.slope()],
        None => [1.0, 0.0, 0.0, 0.0],
    });
    let named = |[cells, known, cover, slope]: [f64; 4]| UpslopeSums {
        cells,
        known,
        cover,
        slope,
    };
    sums.into_iter().map(named).collect()
}
