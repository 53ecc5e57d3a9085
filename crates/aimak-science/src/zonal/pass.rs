//! One pass over a raster for all zones: strips of rows, in parallel, merged in order.

use aimak_core::{Message, Progress, Raster, RasterFault, RasterLayer, RasterSource, Window};
use geo::MultiPolygon;
use ndarray::{Array2, s};
use rayon::prelude::*;
use rstar::{AABB, RTree, primitives::GeomWithData};

use super::{
    coverage::{area_in_cells, cell_window, fractions},
    tally::Tally,
};
use crate::land::Zone;

/// Rows of a strip. A constant of the method: sums are merged strip by strip, so another value would be another rounding.
pub const STRIP_ROWS: usize = 256;

/// Where the pixels of a pass come from.
pub struct Pixels<'a> {
    /// Reads (and, for derived figures, computes) a window of a band.
    pub read: &'a (dyn Fn(usize, Window) -> Result<Raster<f64>, RasterFault> + Sync),
    /// Number of bands.
    pub bands: usize,
    /// Cells above it are counted apart.
    pub threshold: Option<f64>,
}

/// What the pass saw of one zone.
pub struct ZoneTally {
    /// Area of the zone in cells, on the raster or off it.
    pub cells: f64,
    /// A tally for each band.
    pub bands: Vec<Result<Tally, RasterFault>>,
}

/// A zone in the CRS of the grid.
struct Placed {
    shape: MultiPolygon<f64>,
    window: Window,
}

/// Tallies of every zone and band.
pub fn pass(
    layer: &RasterLayer,
    zones: &[Zone],
    source: &dyn RasterSource,
    pixels: &Pixels<'_>,
    progress: &dyn Progress,
) -> Vec<ZoneTally> {
    let shapes: Vec<Result<MultiPolygon<f64>, RasterFault>> = zones
        .par_iter()
        .map(|zone| source.to_grid(layer, &zone.shape))
        .collect();
    let placed: Vec<Option<Placed>> = shapes
        .iter()
        .map(|shape| place(layer, shape.as_ref().ok()?))
        .collect();
    let strips = strips(layer, &placed);
    progress.begin(
        Message::new("stage-pixels").with("layer", layer.id.as_str()),
        strips.len(),
    );
    let counted: Vec<Vec<(usize, Vec<Result<Tally, RasterFault>>)>> = strips
        .par_iter()
        .map(|strip| {
            let counted = if progress.cancelled() {
                Vec::new()
            } else {
                count_strip(strip, &placed, layer, pixels)
            };
            progress.advance(1);
            counted
        })
        .collect();
    let mut tallies: Vec<ZoneTally> = shapes
        .iter()
        .map(|shape| empty(layer, shape, pixels.bands))
        .collect();
    for (zone, bands) in counted.into_iter().flatten() {
        for (total, later) in tallies[zone].bands.iter_mut().zip(bands) {
            merge(total, later);
        }
    }
    tallies
}

/// The tally of a zone before any strip; a zone that could not be projected carries its fault.
fn empty(
    layer: &RasterLayer,
    shape: &Result<MultiPolygon<f64>, RasterFault>,
    bands: usize,
) -> ZoneTally {
    let start = shape
        .as_ref()
        .map(|_| Tally::default())
        .map_err(Clone::clone);
    let cells = shape
        .as_ref()
        .map_or(0.0, |shape| area_in_cells(&layer.grid, shape));
    ZoneTally {
        cells,
        bands: vec![start; bands],
    }
}

/// Adds the tally of a later strip; the first fault stays.
fn merge(total: &mut Result<Tally, RasterFault>, later: Result<Tally, RasterFault>) {
    match (&total, later) {
        (Ok(sum), Ok(later)) => *total = Ok(sum.merge(later)),
        (Ok(_), Err(fault)) => *total = Err(fault),
        (Err(_), _) => {}
    }
}

/// Where a zone lies on the grid; `None` off it.
fn place(layer: &RasterLayer, shape: &MultiPolygon<f64>) -> Option<Placed> {
    let window = cell_window(&layer.grid, shape)?;
    Some(Placed {
        shape: shape.clone(),
        window,
    })
}

/// A strip and the zones that cross it.
struct Strip {
    window: Window,
    zones: Vec<usize>,
}

/// The strips that some zone needs, from north to south, each as wide as its zones.
fn strips(layer: &RasterLayer, placed: &[Option<Placed>]) -> Vec<Strip> {
    let extents = placed.iter().enumerate().filter_map(|(index, zone)| {
        let window = zone.as_ref()?.window;
        let last = (window.row + window.height - 1) as f64;
        Some(GeomWithData::new(
            rstar::primitives::Rectangle::from_corners([0.0, window.row as f64], [0.0, last]),
            index,
        ))
    });
    let tree = RTree::bulk_load(extents.collect());
    let rows = layer.grid.height;
    (0..rows.div_ceil(STRIP_ROWS))
        .filter_map(|strip| {
            let (first, end) = (strip * STRIP_ROWS, ((strip + 1) * STRIP_ROWS).min(rows));
            let rows = AABB::from_corners([0.0, first as f64], [0.0, (end - 1) as f64]);
            let mut zones: Vec<usize> = tree
                .locate_in_envelope_intersecting(&rows)
                .map(|zone| zone.data)
                .collect();
            zones.sort_unstable();
            let windows = zones.iter().filter_map(|&zone| placed[zone].as_ref());
            let needed = windows.map(|zone| zone.window).reduce(around)?;
            let window = rows_within(needed, first, end);
            Some(Strip { window, zones })
        })
        .collect()
}

/// The smallest window that holds both.
fn around(a: Window, b: Window) -> Window {
    let (col, row) = (a.col.min(b.col), a.row.min(b.row));
    let right = (a.col + a.width).max(b.col + b.width);
    let bottom = (a.row + a.height).max(b.row + b.height);
    Window {
        col,
        row,
        width: right - col,
        height: bottom - row,
    }
}

/// The rows of `window` from `first` on and before `end`.
fn rows_within(window: Window, first: usize, end: usize) -> Window {
    let row = window.row.max(first);
    Window {
        row,
        height: (window.row + window.height).min(end) - row,
        ..window
    }
}

/// The part of a strip that a zone covers.
struct Cover {
    zone: usize,
    window: Window,
    fractions: Array2<f64>,
}

/// Reads each band of a strip once and counts it for all zones of the strip.
fn count_strip(
    strip: &Strip,
    placed: &[Option<Placed>],
    layer: &RasterLayer,
    pixels: &Pixels<'_>,
) -> Vec<(usize, Vec<Result<Tally, RasterFault>>)> {
    let Window { row, height, .. } = strip.window;
    let cover = |&zone: &usize| {
        let Placed { shape, window } = placed[zone].as_ref()?;
        let window = rows_within(*window, row, row + height);
        let fractions = fractions(&layer.grid, shape, window);
        Some(Cover {
            zone,
            window,
            fractions,
        })
    };
    let covers: Vec<Cover> = strip.zones.iter().filter_map(cover).collect();
    let by_band: Vec<Vec<Result<Tally, RasterFault>>> = (0..pixels.bands)
        .into_par_iter()
        .map(|band| count_band(band, strip.window, &covers, pixels))
        .collect();
    let of_zone = |index: usize| by_band.iter().map(|zones| zones[index].clone()).collect();
    covers
        .iter()
        .enumerate()
        .map(|(index, cover)| (cover.zone, of_zone(index)))
        .collect()
}

/// The tallies of one band in the order of `covers`.
///
/// Where the strip cannot be read as a whole, every zone reads its own window: a damaged block then costs only the zones
/// that need it, and the others get the very bits they would have had.
fn count_band(
    band: usize,
    strip: Window,
    covers: &[Cover],
    pixels: &Pixels<'_>,
) -> Vec<Result<Tally, RasterFault>> {
    let whole = (pixels.read)(band, strip);
    let count = |cover: &Cover| match &whole {
        Ok(raster) => Ok(cover.count(raster, strip, pixels.threshold)),
        Err(fault) if cover.window == strip => Err(fault.clone()),
        Err(_) => {
            let own = (pixels.read)(band, cover.window)?;
            Ok(cover.count(&own, cover.window, pixels.threshold))
        }
    };
    covers.iter().map(count).collect()
}

impl Cover {
    /// Counts the pixels of `raster`, which holds `read`.
    fn count(&self, raster: &Raster<f64>, read: Window, threshold: Option<f64>) -> Tally {
        let (row, col) = (self.window.row - read.row, self.window.col - read.col);
        let part = s![row..row + self.window.height, col..col + self.window.width];
        Tally::count(
            self.fractions.view(),
            raster.values.slice(part),
            raster.valid.slice(part),
            threshold,
        )
    }
}
