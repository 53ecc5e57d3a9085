//! Which tile of a web map holds a place?
//!
//! The world is a square of `256 * 2^zoom` pixels in Web Mercator, x to the east from 180° W, y to the south from 85.05° N:
//!
//! `x = (λ + 180°) / 360°`, `y = (1 - asinh(tan φ) / π) / 2`, as parts of its side
//!
//! (OpenStreetMap wiki, Slippy map tilenames).

use std::{f64::consts::PI, ops::RangeInclusive};

/// Side of a tile, pixels.
pub const SIDE: u32 = 256;

/// West, south, east, north, degrees.
pub type Bounds = [f64; 4];

/// Where a place lies on the world's square, 0–1 each way.
pub fn on_world((longitude, latitude): (f64, f64)) -> (f64, f64) {
    let y = (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0;
    ((longitude + 180.0) / 360.0, y)
}

/// Longitude and latitude of a place on the world's square.
pub fn off_world((x, y): (f64, f64)) -> (f64, f64) {
    let latitude = ((1.0 - 2.0 * y) * PI).sinh().atan().to_degrees();
    (x * 360.0 - 180.0, latitude)
}

/// Pixels along the side of the world.
pub fn world_pixels(zoom: u8) -> f64 {
    f64::from(SIDE) * f64::from(zoom).exp2()
}

/// A tile. Its place in an archive is the one `PMTiles` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Zoom.
    pub zoom: u8,
    /// Columns to the west of it.
    pub col: u32,
    /// Rows to the north of it.
    pub row: u32,
}

impl Tile {
    /// The tile that holds a place on the world's square.
    pub fn at((x, y): (f64, f64), zoom: u8) -> Self {
        let last = f64::from(zoom).exp2() - 1.0;
        let number = |part: f64| (part * (last + 1.0)).floor().clamp(0.0, last) as u32;
        Self {
            zoom,
            col: number(x),
            row: number(y),
        }
    }

    /// All tiles of a zoom that meet a frame, row by row.
    pub fn over([west, south, east, north]: Bounds, zoom: u8) -> impl Iterator<Item = Self> {
        let first = Self::at(on_world((west, north)), zoom);
        let last = Self::at(on_world((east, south)), zoom);
        Self::block(zoom, first.col..=last.col, first.row..=last.row)
    }

    /// Tiles of some columns and rows, row by row.
    pub fn block(
        zoom: u8,
        cols: RangeInclusive<u32>,
        rows: RangeInclusive<u32>,
    ) -> impl Iterator<Item = Self> {
        rows.flat_map(move |row| cols.clone().map(move |col| Self { zoom, col, row }))
    }

    /// Longitude of the middle of a column of its pixels.
    pub fn longitude(self, pixel: u32) -> f64 {
        off_world((self.part(self.col, pixel), 0.5)).0
    }

    /// Latitude of the middle of a row of its pixels.
    pub fn latitude(self, pixel: u32) -> f64 {
        off_world((0.5, self.part(self.row, pixel))).1
    }

    fn part(self, tile: u32, pixel: u32) -> f64 {
        (f64::from(tile) * f64::from(SIDE) + f64::from(pixel) + 0.5) / world_pixels(self.zoom)
    }
}

/// The zoom at which the longer side of a frame is nearest to `pixels` (on a scale of zooms), between 0 and `deepest`.
pub fn zoom_of(bounds: Bounds, pixels: f64, deepest: u8) -> u8 {
    let [west, south, east, north] = bounds;
    let ((left, top), (right, bottom)) = (on_world((west, north)), on_world((east, south)));
    let side = (right - left).max(bottom - top).max(1e-12) * f64::from(SIDE);
    (pixels / side)
        .log2()
        .round()
        .clamp(0.0, f64::from(deepest)) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the OpenStreetMap wiki (Slippy map tilenames): Shibuya crossing in Tokyo.
    #[test]
    fn the_tile_of_a_crossing_in_tokyo() {
        let world = on_world((139.700_679_3, 35.659_069_9));
        let tile = Tile {
            zoom: 18,
            col: 232_798,
            row: 103_246,
        };
        assert_eq!(Tile::at(world, 18), tile);
        let pixel = |part: f64, tile: u32| (part * world_pixels(18)).floor() as u32 - tile * SIDE;
        assert_eq!(
            (pixel(world.0, tile.col), pixel(world.1, tile.row)),
            (238, 105)
        );
    }

    /// Table of the same page: the north edge of the world, and 66.51326° N, the edge of the second of four rows.
    #[test]
    fn latitudes_of_tile_edges() {
        for (y, latitude) in [(0.0, 85.051_128_78), (0.25, 66.513_260_44), (0.5, 0.0)] {
            assert!((off_world((0.5, y)).1 - latitude).abs() < 1e-8, "{y}");
        }
        let (x, y) = on_world(off_world((0.7, 0.37)));
        assert!((x - 0.7).abs() < 1e-15 && (y - 0.37).abs() < 1e-15);
    }

    #[test]
    fn a_frame_is_covered_row_by_row() {
        let tiles: Vec<Tile> = Tile::over([-1.0, -1.0, 1.0, 1.0], 1).collect();
        let places: Vec<(u32, u32)> = tiles.iter().map(|tile| (tile.col, tile.row)).collect();
        assert_eq!(places, [(0, 0), (1, 0), (0, 1), (1, 1)]);
        assert_eq!(Tile::over([70.0, 41.0, 71.0, 42.0], 0).count(), 1);
        // the last column holds 180° E
        assert_eq!(Tile::at(on_world((180.0, 0.0)), 3).col, 7);
    }

    #[test]
    fn the_zoom_of_a_size() {
        // half the world is 128 pixels wide at zoom 0
        let half = [-90.0, -10.0, 90.0, 10.0];
        assert_eq!(zoom_of(half, 128.0, 12), 0);
        assert_eq!(zoom_of(half, 512.0, 12), 2);
        assert_eq!(zoom_of(half, 1.0, 12), 0);
        assert_eq!(zoom_of(half, 1e9, 12), 12);
    }
}
