//! A DEM at about the size of the pixels of its picture.

use aimak_core::{Message, Progress, RasterLayer, RasterSource, Window};
use rayon::prelude::*;

/// Rows of averaged cells that are read at once.
const ROWS_AT_ONCE: usize = 16;

/// A window of a DEM, its cells averaged in squares.
pub(super) struct Averaged {
    left: f64,
    top: f64,
    dx: f64,
    dy: f64,
    width: usize,
    height: usize,
    values: Vec<f64>,
}

impl Averaged {
    /// Squares of `factor` cells each way; `None` where `progress` asked to stop. A strip that cannot be read is a hole: the figures
    /// that need it say so.
    pub fn read(
        layer: &RasterLayer,
        source: &dyn RasterSource,
        window: Window,
        factor: usize,
        progress: &dyn Progress,
    ) -> Option<Self> {
        let factor = factor.max(1);
        let (width, height) = (
            window.width.div_ceil(factor),
            window.height.div_ceil(factor),
        );
        let firsts: Vec<usize> = (0..height).step_by(ROWS_AT_ONCE).collect();
        progress.begin(Message::new("stage-relief"), firsts.len());
        let mut values = Vec::with_capacity(width * height);
        for some in firsts.chunks(rayon::current_num_threads()) {
            let strips: Vec<Vec<f64>> = some
                .par_iter()
                .map(|&first| {
                    strip(
                        layer,
                        source,
                        window,
                        factor,
                        first..(first + ROWS_AT_ONCE).min(height),
                    )
                })
                .collect();
            values.extend(strips.into_iter().flatten());
            progress.advance(some.len());
            if progress.cancelled() {
                return None;
            }
        }
        let size = factor as f64;
        Some(Self {
            left: layer.grid.left + layer.grid.dx * window.col as f64,
            top: layer.grid.top - layer.grid.dy * window.row as f64,
            dx: layer.grid.dx * size,
            dy: layer.grid.dy * size,
            width,
            height,
            values,
        })
    }

    /// The height at a place, from the known ones of the four squares whose middles are around it.
    pub fn at(&self, (x, y): (f64, f64)) -> Option<f64> {
        let (col, row) = (
            (x - self.left) / self.dx - 0.5,
            (self.top - y) / self.dy - 0.5,
        );
        let (first_col, first_row) = (col.floor(), row.floor());
        let mut sum = 0.0;
        let mut weights = 0.0;
        for (right, below) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            let (c, r) = (first_col + right, first_row + below);
            if !(c >= 0.0 && r >= 0.0 && c < self.width as f64 && r < self.height as f64) {
                continue;
            }
            let value = self.values[r as usize * self.width + c as usize];
            let weight = (1.0 - (col - c).abs()) * (1.0 - (row - r).abs());
            if !value.is_nan() {
                sum += weight * value;
                weights += weight;
            }
        }
        (weights > 0.0).then(|| sum / weights)
    }
}

/// Some rows of squares.
fn strip(
    layer: &RasterLayer,
    source: &dyn RasterSource,
    window: Window,
    factor: usize,
    rows: std::ops::Range<usize>,
) -> Vec<f64> {
    let width = window.width.div_ceil(factor);
    let from = rows.start * factor;
    let cells = Window {
        row: window.row + from,
        height: (rows.end * factor).min(window.height) - from,
        ..window
    };
    let mut sums = vec![(0.0, 0.0); width * rows.len()];
    if let Ok(raster) = source.read(layer, 0, cells) {
        let both = raster.values.indexed_iter().zip(&raster.valid);
        for (((row, col), value), _) in both.filter(|(_, valid)| **valid) {
            let (sum, count) = &mut sums[row / factor * width + col / factor];
            *sum += *value;
            *count += 1.0;
        }
    }
    sums.into_iter().map(|(sum, count)| sum / count).collect()
}
