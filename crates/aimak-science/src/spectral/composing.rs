//! How do many images become a dated series, one window after the other?

use aimak_core::{Raster, RasterFault, RasterSource, Window};
use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    Composite, Harmonisation, Image, ImageCounts, MedianComposite, Period, Stack,
    index::SpectralIndex,
};

/// Pixels of an index held at once, at most; a window is never smaller than a block, though.
const PIXELS_AT_ONCE: usize = 8 << 20;
/// Blocks lower than this are taken for the lines of a file without tiles.
const LOWEST_TILE: usize = 16;

/// Images of one grid that become a series.
pub struct Composing<'a> {
    /// The images.
    pub images: &'a [Image],
    /// Reads them.
    pub source: &'a dyn RasterSource,
    /// What is computed of each.
    pub index: &'a SpectralIndex,
    /// How each is made comparable, in the order of the images.
    pub harmonisations: &'a [Harmonisation],
    /// How the images of a period become one.
    pub median: MedianComposite,
}

/// One layer of the series in one window.
#[derive(Clone, Debug)]
pub struct Composed {
    /// Medians and counts.
    pub composite: Composite,
    /// What each image of the period contributed, in their order.
    pub counts: Vec<ImageCounts>,
    /// Images that could not be read in this window; they count as not seen there.
    pub faults: Vec<RasterFault>,
}

/// What the images of a period showed of one window.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The days; `None` where no image could be read.
    pub stack: Option<Stack>,
    /// What each image of the period contributed, in their order.
    pub counts: Vec<ImageCounts>,
    /// Images that could not be read in this window; they count as not seen there.
    pub faults: Vec<RasterFault>,
}

impl Composing<'_> {
    /// The composite of a period in a window.
    ///
    /// # Range and edge cases
    /// Where an image cannot be read, the others still count; the fault is told.
    pub fn of(&self, period: &Period, window: Window) -> Composed {
        let looked = self.look(period, window);
        let composite = match &looked.stack {
            Some(stack) => self.median.over(stack, period.span),
            None => Composite::nothing(period.span, (window.height, window.width)),
        };
        Composed {
            composite,
            counts: looked.counts,
            faults: looked.faults,
        }
    }

    /// What the images of a period show of a window.
    pub fn look(&self, period: &Period, window: Window) -> Looked {
        let look = |&place: &usize| {
            let image = &self.images[place];
            let harmonisation = self.harmonisations[place];
            let seen = image.index(self.source, window, self.index, harmonisation);
            seen.map(|(layer, counts)| ((image.date, layer), counts))
        };
        let seen: Vec<_> = period.members.par_iter().map(look).collect();
        let (mut counts, mut faults) = (Vec::new(), Vec::new());
        let mut layers: Vec<(Date, Raster<f64>)> = Vec::new();
        for seen in seen {
            match seen {
                Ok((layer, pixels)) => {
                    layers.push(layer);
                    counts.push(pixels);
                }
                Err(fault) => {
                    faults.push(fault);
                    counts.push(ImageCounts::default());
                }
            }
        }
        let stack = Some(layers).filter(|layers| !layers.is_empty());
        let stack = stack.map(|layers| {
            Stack::new(layers).expect("invariant: windows of one grid have one shape")
        });
        Looked {
            stack,
            counts,
            faults,
        }
    }

    /// Windows that are computed one after the other; together they are the grid.
    ///
    /// Whole rows where they are affordable, else parts of them as wide as whole blocks, which are mostly as wide as they
    /// are high: none should be decoded often.
    pub fn windows(&self, periods: &[Period]) -> Vec<Window> {
        let Some(first) = self.images.first() else {
            return Vec::new();
        };
        let grid = &first.layer.grid;
        let layers = periods.iter().map(|period| period.members.len()).max();
        let block = self.images.iter().map(|image| image.layer.block_rows).max();
        let (layers, block) = (layers.unwrap_or(1).max(1), block.unwrap_or(1).max(1));
        let (rows, cols) = window_shape((grid.height, grid.width), layers, block);
        let window = |row: usize, col: usize| Window {
            col,
            row,
            width: cols.min(grid.width - col),
            height: rows.min(grid.height - row),
        };
        let starts = (0..grid.height).step_by(rows);
        starts
            .flat_map(|row| {
                (0..grid.width)
                    .step_by(cols)
                    .map(move |col| window(row, col))
            })
            .collect()
    }
}

/// Rows and columns of a window on a grid of this shape.
fn window_shape((height, width): (usize, usize), layers: usize, block: usize) -> (usize, usize) {
    let affordable = PIXELS_AT_ONCE / layers;
    let whole_rows = affordable / width.max(1);
    if whole_rows >= block || block < LOWEST_TILE {
        let rows = if whole_rows > block {
            whole_rows / block * block
        } else {
            whole_rows
        };
        return (rows.clamp(1, height.max(1)), width.max(1));
    }
    let cols = (affordable / block / block * block).max(block);
    (block.min(height.max(1)), cols.min(width.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_affordable_and_whole_blocks_where_they_can_be() {
        // a small grid at once
        assert_eq!(window_shape((100, 200), 12, 512), (100, 200));
        // a Sentinel-2 tile: 12 images of a month, blocks of 1024
        assert_eq!(window_shape((10_980, 10_980), 12, 1024), (1024, 1024));
        // the same from a file of lines
        let (rows, cols) = window_shape((10_980, 10_980), 12, 1);
        assert!(cols == 10_980 && rows * cols * 12 <= PIXELS_AT_ONCE && rows > 50);
        // one image: whole rows of blocks
        assert_eq!(window_shape((10_980, 10_980), 1, 256), (512, 10_980));
    }
}
