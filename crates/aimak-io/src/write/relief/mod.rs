//! The relief under the maps: heights of the project's DEM on the pixels of a web map.
//!
//! Cells of the DEM are averaged to about the size of a pixel and interpolated between their middles, so that shading shows slopes and
//! no steps. Nothing is read from this picture: it is only shaded.

mod averaged;

use std::f64::consts::PI;

use aimak_core::{Progress, RasterLayer, RasterRole, RasterSource, ReliefPicture};
use geo::MultiPolygon;
use proj::Proj;

use self::averaged::Averaged;
use super::{
    Unwritten,
    picture::{self, Bounds},
};
use crate::{problem::Problem, read::Loaded};

/// Pixels along the longer side, at most.
const LONGER_SIDE: f64 = 1500.0;
/// Pixels of the world at zoom 0.
const WORLD: f64 = 256.0;
/// No DEM is finer than this zoom shows (5 m).
const DEEPEST: f64 = 14.0;

/// The relief as it is written.
pub(super) struct Relief {
    /// The picture.
    pub png: Vec<u8>,
    place: PixelFrame,
    sources: Vec<String>,
}

impl Relief {
    /// What the release says of it.
    pub fn about(self, file: &str) -> ReliefPicture {
        ReliefPicture {
            file: file.to_owned(),
            zoom: self.place.zoom,
            left: self.place.left,
            top: self.place.top,
            sources: self.sources,
        }
    }
}

/// The relief of the first DEM that meets the outlines; `None` where there is none.
///
/// # Errors
/// Where `progress` asked to stop.
pub(super) fn of(loaded: &Loaded, progress: &dyn Progress) -> Result<Option<Relief>, Unwritten> {
    let outlines = loaded.outlines_wgs84.iter().map(|(_, outline)| outline);
    let outlines: Vec<&MultiPolygon<f64>> = outlines.collect();
    let Some(bounds) = picture::frame(&outlines) else {
        return Ok(None);
    };
    let layers = loaded.survey.rasters.iter();
    for layer in layers.filter(|layer| layer.role == RasterRole::Elevation) {
        let Some(heights) = Heights::of(layer, &loaded.rasters, &bounds, progress)? else {
            continue;
        };
        let png = heights.png();
        let png = png.map_err(|error| {
            Problem::error("folder-unwritable", "relief.png").found(error.to_string())
        })?;
        return Ok(Some(Relief {
            png,
            place: heights.place,
            sources: layer.sources.clone(),
        }));
    }
    Ok(None)
}

/// A part of the world in pixels of a zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PixelFrame {
    zoom: u8,
    left: u32,
    top: u32,
    width: usize,
    height: usize,
}

impl PixelFrame {
    /// The pixels of a frame of degrees whose longer side has no more than `most`.
    fn of([west, south, east, north]: Bounds, most: f64) -> Self {
        let x = |longitude: f64| (longitude + 180.0) / 360.0 * WORLD;
        let y = |latitude: f64| (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0 * WORLD;
        let longer = (x(east) - x(west)).max(y(south) - y(north));
        // a pixel is lost to each side being rounded outward
        let zoom = ((most - 2.0) / longer).log2().floor().clamp(0.0, DEEPEST);
        let scale = zoom.exp2();
        let first = |at: f64| (at * scale).floor();
        let length = |from: f64, to: f64| (((to * scale).ceil() - first(from)) as usize).max(1);
        Self {
            zoom: zoom as u8,
            left: first(x(west)) as u32,
            top: first(y(north)) as u32,
            width: length(x(west), x(east)),
            height: length(y(north), y(south)),
        }
    }

    /// Longitude of the middle of a column.
    fn longitude(self, col: usize) -> f64 {
        self.share(f64::from(self.left) + col as f64) * 360.0 - 180.0
    }

    /// Latitude of the middle of a row.
    fn latitude(self, row: usize) -> f64 {
        let y = self.share(f64::from(self.top) + row as f64);
        ((1.0 - 2.0 * y) * PI).sinh().atan().to_degrees()
    }

    fn share(self, pixel: f64) -> f64 {
        (pixel + 0.5) / (WORLD * f64::from(self.zoom).exp2())
    }
}

/// Heights on pixels of the world, row by row; NaN where none is known.
struct Heights {
    place: PixelFrame,
    values: Vec<f64>,
}

impl Heights {
    fn of(
        layer: &RasterLayer,
        source: &dyn RasterSource,
        bounds: &Bounds,
        progress: &dyn Progress,
    ) -> Result<Option<Self>, Unwritten> {
        let Ok(there) = Proj::new_known_crs("EPSG:4326", &layer.grid.crs, None) else {
            return Ok(None);
        };
        let Some(window) = picture::window(bounds, &layer.grid, &there) else {
            return Ok(None);
        };
        let cells = window.width.max(window.height) as f64;
        let place = PixelFrame::of(*bounds, LONGER_SIDE.min(cells));
        let pixels = place.width.max(place.height) as f64;
        let averaged = Averaged::read(layer, source, window, (cells / pixels) as usize, progress);
        let Some(averaged) = averaged else {
            return Err(Unwritten::Interrupted);
        };
        let value = |pixel: usize| {
            let (col, row) = (pixel % place.width, pixel / place.width);
            let at = there.convert((place.longitude(col), place.latitude(row)));
            at.ok().and_then(|at| averaged.at(at)).unwrap_or(f64::NAN)
        };
        let values: Vec<f64> = (0..place.width * place.height).map(value).collect();
        Ok(Self { place, values }.trimmed())
    }

    /// Without the rows and columns at the rim that hold no height; `None` where none is left.
    fn trimmed(self) -> Option<Self> {
        let PixelFrame { width, height, .. } = self.place;
        let known = |col: usize, row: usize| !self.values[row * width + col].is_nan();
        let rows: Vec<usize> = (0..height)
            .filter(|&row| (0..width).any(|col| known(col, row)))
            .collect();
        let cols: Vec<usize> = (0..width)
            .filter(|&col| (0..height).any(|row| known(col, row)))
            .collect();
        let (&left, &right) = (cols.first()?, cols.last()?);
        let (&top, &bottom) = (rows.first()?, rows.last()?);
        let lines = self.values.chunks_exact(width).take(bottom + 1).skip(top);
        Some(Self {
            place: PixelFrame {
                left: self.place.left + left as u32,
                top: self.place.top + top as u32,
                width: right - left + 1,
                height: bottom - top + 1,
                ..self.place
            },
            values: lines.flat_map(|line| line[left..=right].to_vec()).collect(),
        })
    }

    fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let pixels: Vec<u8> = self
            .values
            .iter()
            .flat_map(|height| ReliefPicture::pixel(*height))
            .collect();
        let mut bytes = Vec::new();
        let (width, height) = (self.place.width as u32, self.place.height as u32);
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&pixels)?;
        writer.finish()?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests;
