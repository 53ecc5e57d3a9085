//! What does a map look like at the size of a page?

use std::path::Path;

use aimak_core::{Grid, Window, cell_map::MapScale};
use gdal::{Dataset, errors::GdalError, raster::ResampleAlg};
use geo::{CoordsIter as _, MultiPolygon};
use proj::Proj;

/// Pixels along the longer side of a picture: as many as the raster has cells there, but no fewer and no more than these. Fewer would
/// put the cells of a coarse raster in the wrong place; more would be too heavy to carry.
const LONGER_SIDE: std::ops::RangeInclusive<f64> = 900.0..=2048.0;
/// Room around the outlines, as a part of their extent.
const MARGIN: f64 = 0.03;
/// Points along each edge of the outlines' frame when it is projected.
const POINTS_AN_EDGE: usize = 16;
/// The part of all slopes that keeps its own colour; the steepest share the last one.
const WITHIN_SCALE: f64 = 0.98;

/// West, south, east, north.
pub(super) type Bounds = [f64; 4];

/// What a picture shows: values on a grid of degrees, row by row from the north.
pub(super) struct Picture {
    /// Its frame, degrees.
    pub bounds: Bounds,
    width: usize,
    values: Vec<Option<f64>>,
}

/// How values become codes from 1 on.
#[derive(Clone, Copy)]
pub(super) enum Coding<'a> {
    /// They are codes.
    Classes,
    /// By limits between classes.
    Limits(&'a [f64]),
    /// In even steps.
    Scale(MapScale),
}

impl Picture {
    /// The part of a raster around the outlines; `None` where they do not meet.
    pub fn of(
        path: &Path,
        grid: &Grid,
        outlines: &[&MultiPolygon<f64>],
    ) -> Result<Option<Self>, GdalError> {
        let there = Proj::new_known_crs("EPSG:4326", &grid.crs, None).ok();
        let Some((bounds, there)) = frame(outlines).zip(there) else {
            return Ok(None);
        };
        let Some(window) = window(&bounds, grid, &there) else {
            return Ok(None);
        };
        let cells = window.width.max(window.height) as f64;
        let longer = cells.clamp(*LONGER_SIDE.start(), *LONGER_SIDE.end());
        let read = Thinned::read(path, grid, window, longer)?;
        let [west, south, east, north] = bounds;
        let (width, height) = shape(&bounds, longer);
        let step = (
            (east - west) / width as f64,
            (north - south) / height as f64,
        );
        let value = |place: usize| {
            let (row, col) = (place / width, place % width);
            let longitude = west + step.0 * (col as f64 + 0.5);
            let latitude = north - step.1 * (row as f64 + 0.5);
            read.at(there.convert((longitude, latitude)).ok()?)
        };
        Ok(Some(Self {
            bounds,
            width,
            values: (0..width * height).map(value).collect(),
        }))
    }

    /// A scale about zero that holds nearly all values.
    pub fn scale(&self) -> MapScale {
        let mut sizes: Vec<f64> = self
            .values
            .iter()
            .flatten()
            .map(|value| value.abs())
            .collect();
        sizes.sort_by(f64::total_cmp);
        let last = (WITHIN_SCALE * sizes.len().saturating_sub(1) as f64) as usize;
        MapScale::about_zero(sizes.get(last).copied().unwrap_or(1.0))
    }

    /// Codes as a grey picture.
    pub fn png(&self, coding: Coding<'_>) -> Result<Vec<u8>, png::EncodingError> {
        let code = |value: f64| match coding {
            Coding::Classes => value as u8,
            Coding::Limits(limits) => 1 + limits.partition_point(|limit| *limit <= value) as u8,
            Coding::Scale(scale) => scale.code(value),
        };
        let codes: Vec<u8> = self.values.iter().map(|v| v.map_or(0, code)).collect();
        let mut bytes = Vec::new();
        let height = codes.len() / self.width;
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&codes)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// A window of a raster, thinned to what a picture can show.
struct Thinned {
    left: f64,
    top: f64,
    dx: f64,
    dy: f64,
    width: usize,
    values: Vec<f64>,
    nodata: f64,
}

impl Thinned {
    /// Of a picture whose longer side has `pixels`.
    fn read(path: &Path, grid: &Grid, window: Window, pixels: f64) -> Result<Self, GdalError> {
        let dataset = Dataset::open(path)?;
        let band = dataset.rasterband(1)?;
        let longer = window.width.max(window.height) as f64;
        // twice as fine as the picture, so that the nearest of these is near
        let thin = (longer / (2.0 * pixels)).max(1.0);
        let cells = |length: usize| ((length as f64 / thin).ceil() as usize).max(1);
        let (width, height) = (cells(window.width), cells(window.height));
        let buffer = band.read_as::<f64>(
            (window.col as isize, window.row as isize),
            (window.width, window.height),
            (width, height),
            Some(ResampleAlg::NearestNeighbour),
        )?;
        Ok(Self {
            left: grid.left + grid.dx * window.col as f64,
            top: grid.top - grid.dy * window.row as f64,
            dx: grid.dx * window.width as f64 / width as f64,
            dy: grid.dy * window.height as f64 / height as f64,
            width,
            nodata: band.no_data_value().unwrap_or(f64::NAN),
            values: buffer.into_shape_and_vec().1,
        })
    }

    fn at(&self, (x, y): (f64, f64)) -> Option<f64> {
        let (col, row) = (
            ((x - self.left) / self.dx).floor(),
            ((self.top - y) / self.dy).floor(),
        );
        if !(col >= 0.0 && row >= 0.0 && col < self.width as f64) {
            return None;
        }
        let value = *self.values.get(row as usize * self.width + col as usize)?;
        (value.is_finite() && value.total_cmp(&self.nodata).is_ne()).then_some(value)
    }
}

/// Frame of all outlines with a margin, degrees.
pub(super) fn frame(outlines: &[&MultiPolygon<f64>]) -> Option<Bounds> {
    let corners = outlines.iter().flat_map(|outline| outline.coords_iter());
    let [west, south, east, north] = corners.fold(
        [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
        |[w, s, e, n], c| [w.min(c.x), s.min(c.y), e.max(c.x), n.max(c.y)],
    );
    (west < east && south < north).then(|| {
        let (x, y) = (MARGIN * (east - west), MARGIN * (north - south));
        [west - x, south - y, east + x, north + y]
    })
}

/// The cells of a grid that a frame of degrees covers, and a cell around them.
pub(super) fn window(bounds: &Bounds, grid: &Grid, there: &Proj) -> Option<Window> {
    let [west, south, east, north] = *bounds;
    let along = (0..=POINTS_AN_EDGE).map(|k| k as f64 / POINTS_AN_EDGE as f64);
    let edges = along.flat_map(|t| {
        let (x, y) = (west + t * (east - west), south + t * (north - south));
        [(x, south), (x, north), (west, y), (east, y)]
    });
    let places: Vec<(f64, f64)> = edges
        .filter_map(|place| there.convert(place).ok())
        .collect();
    let range = |of: fn(&(f64, f64)) -> f64| {
        let all = places.iter().map(of);
        all.fold((f64::MAX, f64::MIN), |(lo, hi), v| (lo.min(v), hi.max(v)))
    };
    let ((left, right), (bottom, top)) = (range(|p| p.0), range(|p| p.1));
    let cell = |distance: f64, size: f64, cells: usize| (distance / size).clamp(0.0, cells as f64);
    let first_col =
        (cell(left - grid.left, grid.dx, grid.width).floor() as usize).saturating_sub(1);
    let last_col =
        (cell(right - grid.left, grid.dx, grid.width).ceil() as usize + 1).min(grid.width);
    let first_row = (cell(grid.top - top, grid.dy, grid.height).floor() as usize).saturating_sub(1);
    let last_row =
        (cell(grid.top - bottom, grid.dy, grid.height).ceil() as usize + 1).min(grid.height);
    (!places.is_empty() && first_col < last_col && first_row < last_row).then(|| Window {
        col: first_col,
        row: first_row,
        width: last_col - first_col,
        height: last_row - first_row,
    })
}

/// Columns and rows of a picture whose pixels are about square on the ground.
fn shape(bounds: &Bounds, longer: f64) -> (usize, usize) {
    let [west, south, east, north] = *bounds;
    let width = (east - west) * f64::midpoint(south, north).to_radians().cos();
    let height = north - south;
    let pixel = width.max(height) / longer;
    let pixels = |length: f64| ((length / pixel).round() as usize).max(1);
    (pixels(width), pixels(height))
}
