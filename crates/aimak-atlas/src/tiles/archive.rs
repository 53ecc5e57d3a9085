//! How do tiles become one file?

use std::{collections::BTreeMap, io::Cursor};

use pmtiles::{PmTilesWriter, TileCoord, TileId, TileType};

use super::mercator::{Bounds, Tile};

/// An archive is no larger than this: whoever has a host that serves no parts of files loads it whole.
pub const LARGEST: usize = 8_000_000;

/// Tiles of all zooms of one archive.
#[derive(Default)]
pub struct Tiles {
    /// By their number in the archive, so that they are written in its order.
    tiles: BTreeMap<u64, (Tile, Vec<u8>)>,
}

/// A written archive.
#[derive(Debug)]
pub struct Archive {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Least zoom with tiles.
    pub least: u8,
    /// Deepest zoom with tiles.
    pub deepest: u8,
}

/// What an archive says of itself.
pub struct Header {
    /// Kind of tiles.
    pub of: TileType,
    /// Frame of what they show, degrees.
    pub bounds: Bounds,
    /// Anything else, JSON.
    pub metadata: serde_json::Value,
}

impl Tiles {
    /// Adds a tile.
    pub fn add(&mut self, tile: Tile, bytes: Vec<u8>) {
        let number = TileId::from(coordinates(tile)).value();
        self.tiles.insert(number, (tile, bytes));
    }

    /// Writes the archive; `None` where there is no tile. Deepest zooms are left out until it is small enough.
    pub fn written(mut self, header: &Header) -> Option<Archive> {
        loop {
            let zooms = self.tiles.values().map(|(tile, _)| tile.zoom);
            let (least, deepest) = (zooms.clone().min()?, zooms.max()?);
            let bytes = write(&self.tiles, header, (least, deepest));
            if bytes.len() <= LARGEST || least == deepest {
                return Some(Archive {
                    bytes,
                    least,
                    deepest,
                });
            }
            self.tiles.retain(|_, (tile, _)| tile.zoom < deepest);
        }
    }
}

fn coordinates(tile: Tile) -> TileCoord {
    TileCoord::new(tile.zoom, tile.col, tile.row).expect("invariant: a tile lies in the world")
}

fn write(
    tiles: &BTreeMap<u64, (Tile, Vec<u8>)>,
    header: &Header,
    (least, deepest): (u8, u8),
) -> Vec<u8> {
    let [west, south, east, north] = header.bounds;
    let mut memory = Cursor::new(Vec::new());
    let written = PmTilesWriter::new(header.of)
        .min_zoom(least)
        .max_zoom(deepest)
        .bounds(west, south, east, north)
        .center(f64::midpoint(west, east), f64::midpoint(south, north))
        .center_zoom(least)
        .metadata(header.metadata.to_string())
        .create(&mut memory)
        .and_then(|mut writer| {
            for (tile, bytes) in tiles.values() {
                writer.add_tile(coordinates(*tile), bytes)?;
            }
            writer.finalize()
        });
    written.expect("invariant: memory takes an archive");
    memory.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            of: TileType::Png,
            bounds: [72.5, 42.25, 73.5, 42.75],
            metadata: serde_json::json!({ "name": "test" }),
        }
    }

    fn tile(zoom: u8, col: u32, row: u32) -> Tile {
        Tile { zoom, col, row }
    }

    #[test]
    fn the_order_of_adding_does_not_matter() {
        let tiles = [tile(0, 0, 0), tile(2, 1, 1), tile(2, 2, 1), tile(1, 1, 0)];
        let written = |order: &[usize]| {
            let mut all = Tiles::default();
            for &i in order {
                all.add(tiles[i], vec![i as u8; 9]);
            }
            all.written(&header()).unwrap().bytes
        };
        let bytes = written(&[0, 1, 2, 3]);
        assert_eq!(bytes, written(&[3, 2, 0, 1]));
        // the header as the specification has it: magic, version, clustered, zooms, west in tenths of a millionth
        assert_eq!(&bytes[..8], b"PMTiles\x03");
        assert_eq!(bytes[96], 1, "clustered: tiles in ascending order");
        assert_eq!(&bytes[99..102], &[2, 0, 2], "PNG, zooms 0 to 2");
        let west = i32::from_le_bytes(bytes[102..106].try_into().unwrap());
        assert_eq!(west, 725_000_000);
    }

    #[test]
    fn an_archive_that_is_too_large_loses_its_deepest_zooms() {
        let mut tiles = Tiles::default();
        tiles.add(tile(3, 0, 0), vec![1; 1000]);
        for col in 0..3 {
            tiles.add(tile(4, col, 0), vec![col as u8; LARGEST / 2]);
        }
        let archive = tiles.written(&header()).unwrap();
        assert_eq!((archive.least, archive.deepest), (3, 3));
        assert!(archive.bytes.len() <= LARGEST);
        assert!(Tiles::default().written(&header()).is_none());
    }
}
