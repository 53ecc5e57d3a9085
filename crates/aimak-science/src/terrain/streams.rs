//! Where does so much water come together that it makes a stream?

use aimak_core::Raster;
use ndarray::{Array2, Zip};

/// Cells through which at least `threshold_cells` drain, the accumulation being that of [`super::FlowNetwork::upslope_cells`].
/// There is no threshold for all landscapes: tune it to mapped rivers.
pub fn streams(accumulation: &Raster<f64>, threshold_cells: f64) -> Array2<bool> {
    Zip::from(&accumulation.values)
        .and(&accumulation.valid)
        .map_collect(|&cells, &valid| valid && cells >= threshold_cells)
}
