//! The relief of the release as tiles of heights.
//!
//! A tile has no way to say that no height is known, and shading would show a cliff there. So holes, and what tiles hold beyond the
//! picture, get the heights around them, the smoother the farther away.

use std::{ops::RangeInclusive, path::PathBuf};

use aimak_core::ReliefPicture;
use rayon::prelude::*;

use super::{
    archive::{Archive, Header, Tiles},
    holes::{filled, mean_of_known},
    mercator::{Bounds, SIDE, Tile, off_world, world_pixels, zoom_of},
    png::{self, Pixel},
};
use crate::{AtlasError, source::Source};

/// At the least zoom the relief is about this wide.
const SMALLEST: f64 = 128.0;

/// Heights of a part of the world at one zoom, row by row; NaN where none is known.
struct Heights {
    zoom: u8,
    left: u32,
    top: u32,
    width: u32,
    values: Vec<f32>,
}

/// The archive of the relief and its frame; `None` where the release has none.
///
/// # Errors
/// [`AtlasError::Picture`] where the picture is not what the release says.
pub fn archive(source: &Source) -> Result<Option<(Archive, Bounds)>, AtlasError> {
    let Some(about) = &source.release.backdrop.relief else {
        return Ok(None);
    };
    let file = source.files.iter().find(|file| file.path == about.file);
    let damaged = |cause: String| AtlasError::Picture {
        path: PathBuf::from(&about.file),
        cause,
    };
    let file = file.ok_or_else(|| damaged("—".to_owned()))?;
    let finest = Heights::read(about, &file.bytes).map_err(damaged)?;
    let bounds = finest.bounds();
    let mut tiles = Tiles::default();
    let least = zoom_of(bounds, SMALLEST, finest.zoom);
    let mut heights = finest;
    loop {
        for (tile, picture) in heights.tiles() {
            tiles.add(tile, picture);
        }
        if heights.zoom == least {
            break;
        }
        heights = heights.half();
    }
    let header = Header {
        of: pmtiles::TileType::Png,
        bounds,
        metadata: serde_json::json!({ "name": "relief", "encoding": "terrarium" }),
    };
    Ok(tiles.written(&header).map(|archive| (archive, bounds)))
}

impl Heights {
    fn read(about: &ReliefPicture, bytes: &[u8]) -> Result<Self, String> {
        let said = |error: ::png::DecodingError| error.to_string();
        let decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
        let mut reader = decoder.read_info().map_err(said)?;
        let mut pixels = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let frame = reader.next_frame(&mut pixels).map_err(said)?;
        if frame.color_type != ::png::ColorType::Rgb || frame.bit_depth != ::png::BitDepth::Eight {
            return Err(format!("{:?}, {:?}", frame.color_type, frame.bit_depth));
        }
        let world = world_pixels(about.zoom);
        let fits = |first: u32, length: u32| f64::from(first) + f64::from(length) <= world;
        if about.zoom > 24 || !(fits(about.left, frame.width) && fits(about.top, frame.height)) {
            return Err(format!("{} / {} / {}", about.zoom, about.left, about.top));
        }
        let (pixels, _) = pixels.as_chunks();
        Ok(Self {
            zoom: about.zoom,
            left: about.left,
            top: about.top,
            width: frame.width,
            values: pixels
                .iter()
                .map(|pixel| ReliefPicture::height(*pixel).map_or(f32::NAN, |height| height as f32))
                .collect(),
        })
    }

    fn height(&self) -> u32 {
        self.values.len() as u32 / self.width
    }

    /// Its frame, degrees.
    fn bounds(&self) -> Bounds {
        let world = world_pixels(self.zoom);
        let corner = |x: u32, y: u32| off_world((f64::from(x) / world, f64::from(y) / world));
        let (west, north) = corner(self.left, self.top);
        let (east, south) = corner(self.left + self.width, self.top + self.height());
        [west, south, east, north]
    }

    /// The height at a pixel of the world.
    fn at(&self, x: u32, y: u32) -> f32 {
        let place = |pixel: u32, first: u32, length: u32| {
            let place = pixel.checked_sub(first);
            place.filter(|place| *place < length)
        };
        let col = place(x, self.left, self.width);
        let row = place(y, self.top, self.height());
        col.zip(row).map_or(f32::NAN, |(col, row)| {
            self.values[(row * self.width + col) as usize]
        })
    }

    /// Every tile that meets them, as PNG.
    fn tiles(&self) -> Vec<(Tile, Vec<u8>)> {
        let range = |first: u32, length: u32| first / SIDE..=(first + length - 1) / SIDE;
        let (cols, rows) = (range(self.left, self.width), range(self.top, self.height()));
        let whole = self.over(&cols, &rows);
        let tiles: Vec<Tile> = Tile::block(self.zoom, cols, rows).collect();
        tiles
            .into_par_iter()
            .map(|tile| (tile, png::tile(&whole.pixels(tile))))
            .collect()
    }

    /// The same on whole tiles, without holes.
    fn over(&self, cols: &RangeInclusive<u32>, rows: &RangeInclusive<u32>) -> Self {
        let (left, top) = (cols.start() * SIDE, rows.start() * SIDE);
        let width = (cols.end() + 1) * SIDE - left;
        let height = (rows.end() + 1) * SIDE - top;
        let at = |place: u32| self.at(left + place % width, top + place / width);
        let values = (0..width * height).map(at).collect();
        Self {
            zoom: self.zoom,
            left,
            top,
            width,
            values: filled(values, width as usize),
        }
    }

    fn pixels(&self, tile: Tile) -> Vec<Pixel> {
        let pixel = |place: u32| {
            let (x, y) = (
                tile.col * SIDE + place % SIDE,
                tile.row * SIDE + place / SIDE,
            );
            ReliefPicture::pixel(f64::from(self.at(x, y)))
        };
        (0..SIDE * SIDE).map(pixel).collect()
    }

    /// The same one zoom higher up: the mean of the known ones of each four.
    fn half(&self) -> Self {
        let (left, top) = (self.left / 2, self.top / 2);
        let last = |first: u32, length: u32| (first + length - 1) / 2;
        let width = last(self.left, self.width) - left + 1;
        let height = last(self.top, self.height()) - top + 1;
        let mean = |place: u32| {
            let (x, y) = (2 * (left + place % width), 2 * (top + place / width));
            let four = [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)];
            mean_of_known(four.map(|(x, y)| self.at(x, y)))
        };
        Self {
            zoom: self.zoom - 1,
            left,
            top,
            width,
            values: (0..width * height).map(mean).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_heights_become_the_mean_of_those_that_are_known() {
        let heights = Heights {
            zoom: 5,
            left: 3,
            top: 2,
            width: 3,
            values: vec![1.0, 2.0, f32::NAN, 4.0, 5.0, 6.0],
        };
        assert!(heights.at(2, 2).is_nan() && heights.at(0, 9).is_nan());
        let half = heights.half();
        assert_eq!((half.zoom, half.left, half.top, half.width), (4, 1, 1, 2));
        // column 3 lies in the first one, columns 4 and 5 in the second
        assert_eq!(half.values, [2.5, 13.0 / 3.0]);
    }

    #[test]
    fn a_tile_is_cut_out_of_the_picture() {
        let heights = Heights {
            zoom: 2,
            left: 255,
            top: 0,
            width: 2,
            values: vec![100.0, -7.5],
        };
        let tiles = heights.tiles();
        let places: Vec<(u32, u32)> = tiles.iter().map(|(tile, _)| (tile.col, tile.row)).collect();
        assert_eq!(places, [(0, 0), (1, 0)]);
        let whole = heights.over(&(0..=1), &(0..=0));
        let height = |tile: Tile, pixel: usize| ReliefPicture::height(whole.pixels(tile)[pixel]);
        assert_eq!(height(tiles[1].0, 0), Some(-7.5));
        assert_eq!(height(tiles[0].0, 255), Some(100.0));
        let beyond = height(tiles[1].0, 256 * 255).unwrap();
        assert!((-7.5..=100.0).contains(&beyond), "no cliff: {beyond}");
        // 255 of 1024 pixels from 180° W
        assert!((heights.bounds()[0] - (255.0 / 1024.0 * 360.0 - 180.0)).abs() < 1e-12);
    }
}
