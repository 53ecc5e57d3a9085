//! One pass over a raster for all zones: strips of rows, in parallel, merged in order.

use aimak_core::{Message, Progress, Raster, RasterFault, RasterLayer, RasterSource, Window};
use geo::MultiPolygon;
use ndarray::Array2;
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
            let windows = || {
                zones
                    .iter()
                    .filter_map(|&zone| placed[zone].as_ref())
                    .map(|zone| zone.window)
            };
            let col = windows().map(|window| window.col).min()?;
            let right = windows().map(|window| window.col + window.width).max()?;
            let window = Window {
                col,
                row: first,
                width: right - col,
                height: end - first,
            };
            Some(Strip { window, zones })
        })
        .collect()
}

/// Reads each band of a strip once and counts it for all zones of the strip.
fn count_strip(
    strip: &Strip,
    placed: &[Option<Placed>],
    layer: &RasterLayer,
    pixels: &Pixels<'_>,
) -> Vec<(usize, Vec<Result<Tally, RasterFault>>)> {
    let covers: Vec<(usize, usize, Array2<f64>)> = strip
        .zones
        .iter()
        .filter_map(|&zone| {
            let Placed { shape, window } = placed[zone].as_ref()?;
            let window = Window {
                col: window.col,
                width: window.width,
                ..strip.window
            };
            Some((
                zone,
                window.col - strip.window.col,
                fractions(&layer.grid, shape, window),
            ))
        })
        .collect();
    let by_band: Vec<Vec<Result<Tally, RasterFault>>> = (0..pixels.bands)
        .into_par_iter()
        .map(|band| {
            let raster = (pixels.read)(band, strip.window);
            let count = |(_, col, fractions): &(usize, usize, Array2<f64>)| match &raster {
                Ok(raster) => Ok(Tally::count(
                    fractions.view(),
                    raster,
                    *col,
                    pixels.threshold,
                )),
                Err(fault) => Err(fault.clone()),
            };
            covers.iter().map(count).collect()
        })
        .collect();
    let of_zone = |index: usize| by_band.iter().map(|zones| zones[index].clone()).collect();
    covers
        .iter()
        .enumerate()
        .map(|(index, (zone, ..))| (*zone, of_zone(index)))
        .collect()
}
