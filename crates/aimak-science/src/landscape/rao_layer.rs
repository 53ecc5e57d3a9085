//! Rao's Q as if it were a raster of its own: computed where it is read.

use aimak_core::{Raster, RasterFault, RasterLayer, RasterSource, Window};
use geo::MultiPolygon;
use ndarray::s;

use super::rao::{self, rao_q};

/// The Q of a layer, read window by window: the layer is read with a margin of half a moving window, so every window gives
/// the bits that the whole map would have there.
pub struct RaoLayer<'a> {
    /// Reads the values.
    pub source: &'a dyn RasterSource,
    /// The moving window.
    pub window: rao::Window,
    /// Width of a step between quantised values.
    pub step: f64,
}

impl RasterSource for RaoLayer<'_> {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let half = self.window.side() / 2;
        let (col, row) = (
            window.col.saturating_sub(half),
            window.row.saturating_sub(half),
        );
        let around = Window {
            col,
            row,
            width: (window.col + window.width + half).min(layer.grid.width) - col,
            height: (window.row + window.height + half).min(layer.grid.height) - row,
        };
        let values = self.source.read(layer, band, around)?;
        let q = rao_q(&values, self.window, self.step).map_err(|_| RasterFault {
            layer: layer.id.clone(),
            band,
            window,
            cause: format!("step {}", self.step),
        })?;
        let (down, right) = (window.row - row, window.col - col);
        let inner = s![down..down + window.height, right..right + window.width];
        Ok(Raster {
            values: q.values.slice(inner).to_owned(),
            valid: q.valid.slice(inner).to_owned(),
        })
    }

    fn to_grid(
        &self,
        layer: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        self.source.to_grid(layer, shape)
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;
    use proptest::prelude::*;

    use super::*;
    use crate::zonal::tests::{MemoryRaster, grid, layer};

    proptest! {
        #[test]
        fn a_window_has_the_bits_of_the_whole(
            col in 0_usize..20, row in 0_usize..20, width in 1_usize..10, height in 1_usize..10, side in 1_usize..5,
        ) {
            let layer = layer(grid(0.0, 0.0, 30.0, 30.0, 1.0, 1.0));
            let value = |(row, col): (usize, usize)| {
                let value = (row * 37 + col * 101) % 83;
                if value == 7 { f64::NAN } else { value as f64 / 100.0 }
            };
            let source = MemoryRaster(Array2::from_shape_fn((30, 30), value));
            let window = rao::Window::of_side(2 * side + 1).unwrap();
            let q = RaoLayer { source: &source, window, step: 0.01 };
            let whole = q.read(&layer, 0, layer.grid.whole()).unwrap();
            let part = q.read(&layer, 0, Window { col, row, width, height }).unwrap();
            for ((r, c), valid) in part.valid.indexed_iter() {
                prop_assert_eq!(*valid, whole.valid[(row + r, col + c)]);
                if *valid {
                    prop_assert_eq!(part.values[(r, c)].to_bits(), whole.values[(row + r, col + c)].to_bits());
                }
            }
        }
    }
}
