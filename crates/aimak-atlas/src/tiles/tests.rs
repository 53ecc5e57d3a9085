//! Archives of a whole release, read back tile by tile.

use std::io::{Cursor, Read as _};

use aimak_core::{
    Backdrop, BaseMap, MapAbout, MapClass, MapLayer, MapLegend, PeriodId, Quantity, ReliefPicture,
    Silent, Unit, cell_map::MapScale,
};
use pmtiles::{TileCoord, TileId};

use super::*;
use crate::{
    sample,
    source::File,
    tiles::mercator::{SIDE, Tile, off_world, on_world, world_pixels},
};

const BOUNDS: [f64; 4] = [72.5, 42.2, 73.3, 42.8];

fn png(width: usize, numbers: &[u8], color: ::png::ColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let height = numbers.len() / width / color.samples();
    let mut encoder = ::png::Encoder::new(&mut bytes, width as u32, height as u32);
    encoder.set_color(color);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(numbers).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A picture of codes that differ from cell to cell, a quarter of them none.
fn codes(salt: usize) -> Vec<u8> {
    let code = |cell: usize| {
        let noise = cell.wrapping_mul(2_654_435_761).wrapping_add(salt * 97) >> 7;
        if noise.is_multiple_of(4) {
            0
        } else {
            (noise % 255) as u8
        }
    };
    (0..80 * 60).map(code).collect()
}

/// A release with three maps of one indicator, one of another, a base map and a relief.
fn source() -> Source {
    let mut release = sample::release("2026-1", true);
    let (first, other) = (
        release.cards[0].id.to_string(),
        release.cards[1].id.to_string(),
    );
    let period = |id: &str| PeriodId(id.to_owned());
    let (before, after) = (period("before"), period("after"));
    let quantities = [
        Quantity::State {
            period: before.clone(),
        },
        Quantity::State {
            period: after.clone(),
        },
        Quantity::Change { before, after },
    ];
    let layer = |indicator: &str, quantity, legend, scale| {
        let about = MapAbout {
            indicator: indicator.to_owned(),
            quantity,
            legend,
            notes: Vec::new(),
        };
        MapLayer {
            raster: format!("{}.tif", about.stem()),
            picture: format!("{}.png", about.stem()),
            grid: None,
            about,
            bounds: BOUNDS,
            scale,
        }
    };
    let scale = MapScale {
        low: -3.0,
        step: 0.1,
    };
    let values = || MapLegend::Values(Unit::TonnePerHectareYear);
    release.maps = quantities
        .into_iter()
        .map(|quantity| layer(&first, quantity, values(), Some(scale)))
        .collect();
    let classes = vec![MapClass {
        code: 1,
        key: "stable".to_owned(),
    }];
    release.maps.push(layer(
        &other,
        Quantity::Timeless,
        MapLegend::Classes(classes),
        None,
    ));
    let pictures = release.maps.iter().enumerate().map(|(salt, map)| File {
        path: map.picture.clone(),
        kind: "map_picture".to_owned(),
        bytes: png(80, &codes(salt), ::png::ColorType::Grayscale),
    });
    let mut files: Vec<File> = pictures.collect();
    let ids = vec![release.sources[0].id.clone()];
    release.sources[0].citation = Some("Somebody 2020".to_owned());
    release.sources[0].licence = Some("CC BY 4.0".to_owned());
    release.backdrop = Backdrop {
        base: Some(BaseMap {
            file: "basemap.geojson".to_owned(),
            sources: ids.clone(),
        }),
        relief: Some(ReliefPicture {
            file: "relief.png".to_owned(),
            zoom: 8,
            left: 45_990,
            top: 24_100,
            sources: ids,
        }),
    };
    let geojson = r#"{ "features": [
        { "properties": { "kind": "river", "rank": 1 }, "geometry": { "type": "LineString", "coordinates": [[72.6,42.3],[73.2,42.7]] } },
        { "properties": { "kind": "place", "rank": 2, "name_ky": "Көл" }, "geometry": { "type": "Point", "coordinates": [73.0,42.5] } }
    ] }"#;
    files.push(File {
        path: "basemap.geojson".to_owned(),
        kind: "basemap".to_owned(),
        bytes: geojson.into(),
    });
    let heights: Vec<u8> = (0..150 * 120)
        .flat_map(|cell| ReliefPicture::pixel(f64::from(cell % 150) * 20.0))
        .collect();
    files.push(File {
        path: "relief.png".to_owned(),
        kind: "relief".to_owned(),
        bytes: png(150, &heights, ::png::ColorType::Rgb),
    });
    Source {
        release,
        outlines: Vec::new(),
        files,
    }
}

/// Every file of the tiles of the example.
fn written(threads: usize) -> BTreeMap<String, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let source = source();
    let cells = CellLayer::all(&source).unwrap();
    pool.unwrap()
        .install(|| files(&source, &cells, &Silent).unwrap())
}

/// What `data/tiles.js` says.
fn said(files: &BTreeMap<String, Vec<u8>>) -> serde_json::Value {
    let script = std::str::from_utf8(&files["data/tiles.js"]).unwrap();
    let json = script.strip_prefix("window.AIMAK_TILES = ").unwrap();
    serde_json::from_str(json.trim_end().trim_end_matches(';')).unwrap()
}

/// An archive read by the specification alone (version 3), not by the crate that wrote it.
struct Read {
    bytes: Vec<u8>,
    data: usize,
    /// Number, how many times it is repeated, offset, length.
    entries: Vec<[u64; 4]>,
}

impl Read {
    fn of(bytes: &[u8]) -> Self {
        let long = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as usize;
        let root = &bytes[long(8)..long(8) + long(16)];
        let mut directory = Vec::new();
        flate2::read::GzDecoder::new(root)
            .read_to_end(&mut directory)
            .unwrap();
        let mut rest = directory.as_slice();
        let count = varint(&mut rest);
        let mut column = || (0..count).map(|_| varint(&mut rest)).collect::<Vec<u64>>();
        let (steps, runs, lengths, offsets) = (column(), column(), column(), column());
        let mut entries: Vec<[u64; 4]> = Vec::new();
        let mut number = 0;
        for i in 0..count as usize {
            number += steps[i];
            let before = entries.last().map_or(0, |entry| entry[2] + entry[3]);
            let offset = offsets[i].checked_sub(1).unwrap_or(before);
            assert!(runs[i] > 0, "no leaf directories in archives this small");
            entries.push([number, runs[i], offset, lengths[i]]);
        }
        Self {
            bytes: bytes.to_vec(),
            data: long(56),
            entries,
        }
    }

    fn tile(&self, tile: Tile) -> Option<&[u8]> {
        let number = TileId::from(TileCoord::new(tile.zoom, tile.col, tile.row).unwrap()).value();
        let entry = self
            .entries
            .iter()
            .find(|entry| (entry[0]..entry[0] + entry[1]).contains(&number))?;
        let from = self.data + entry[2] as usize;
        Some(&self.bytes[from..from + entry[3] as usize])
    }

    /// The pixels of a tile of numbers.
    fn pixels(&self, tile: Tile) -> Vec<u8> {
        let bytes = self.tile(tile).unwrap_or_else(|| panic!("{tile:?}"));
        let mut reader = ::png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let (first, rest) = bytes.split_first().unwrap();
        *bytes = rest;
        value |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            break;
        }
    }
    value
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    assert_eq!(written(1), written(4));
}

#[test]
fn the_browser_is_told_what_there_is() {
    let files = written(2);
    let said = said(&files);
    assert!(said["glyphs"].is_null());
    let release = source().release;
    let (first, other) = (&release.cards[0].id, &release.cards[1].id);
    let names: Vec<&String> = said["archives"].as_object().unwrap().keys().collect();
    let mut expected = [
        "base".to_owned(),
        "relief".to_owned(),
        first.to_string(),
        other.to_string(),
    ];
    expected.sort();
    assert_eq!(names, expected.iter().collect::<Vec<_>>());
    for about in said["archives"].as_object().unwrap().values() {
        let bytes = &files[about["file"].as_str().unwrap()];
        assert_eq!(about["bytes"], bytes.len());
        assert_eq!(about["sha256"], crate::source::sha256(bytes));
        assert!(bytes.len() <= archive::LARGEST);
        assert_eq!(
            (about["minzoom"].as_u64(), about["maxzoom"].as_u64()),
            (Some(bytes[100].into()), Some(bytes[101].into()))
        );
    }
    let base = &said["archives"]["base"];
    assert_eq!(base["attribution"], "Somebody 2020 (CC BY 4.0)");
    assert_eq!(base["layers"], serde_json::json!(["river", "place"]));
    let maps = &said["archives"][first.as_ref()]["maps"];
    let channels: Vec<(&str, &str)> = maps
        .as_array()
        .unwrap()
        .iter()
        .map(|map| {
            (
                map["quantity"].as_str().unwrap(),
                map["channel"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        channels,
        [("state", "red"), ("state", "green"), ("change", "blue")]
    );
    assert_eq!(
        (&maps[2]["low"], &maps[2]["step"]),
        (&serde_json::json!(-3.0), &serde_json::json!(0.1))
    );
    let alone = &said["archives"][other.as_ref()]["maps"][0];
    assert_eq!(
        (&alone["channel"], &alone["classes"][0]["key"]),
        (&"red".into(), &"stable".into())
    );
    assert!(alone.get("low").is_none());
}

/// At the middle of every pixel of every tile stands the code that the picture has there, in every channel.
#[test]
fn codes_of_tiles_are_those_of_the_picture() {
    let source = source();
    let cells = CellLayer::all(&source).unwrap();
    let archives = codes::by_archive(&cells);
    assert_eq!(archives.len(), 2);
    let archive = archives[0].archive().unwrap();
    let read = Read::of(&archive.bytes);
    let pictures: Vec<Vec<u8>> = (0..3).map(codes).collect();
    let mut seen = 0;
    for zoom in archive.least..=archive.deepest {
        for tile in Tile::over(BOUNDS, zoom) {
            let pixels = read.pixels(tile);
            for place in (0..SIDE * SIDE).step_by(7) {
                let world =
                    [(tile.col, place % SIDE), (tile.row, place / SIDE)].map(|(tile, pixel)| {
                        (f64::from(tile * SIDE + pixel) + 0.5) / world_pixels(zoom)
                    });
                let (longitude, latitude) = off_world((world[0], world[1]));
                let col = ((longitude - BOUNDS[0]) / 0.8 * 80.0).floor();
                let row = ((BOUNDS[3] - latitude) / 0.6 * 60.0).floor();
                let inside = (0.0..80.0).contains(&col) && (0.0..60.0).contains(&row);
                for (channel, picture) in pictures.iter().enumerate() {
                    let expected = if inside {
                        picture[row as usize * 80 + col as usize]
                    } else {
                        0
                    };
                    assert_eq!(
                        pixels[place as usize * 3 + channel],
                        expected,
                        "{tile:?} {place}"
                    );
                    seen += usize::from(expected > 0);
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn heights_stand_where_the_picture_has_them() {
    let files = written(2);
    let read = Read::of(&files["tiles/relief.pmtiles"]);
    let (x, y) = (45_990 + 77, 24_100 + 60);
    let tile = Tile {
        zoom: 8,
        col: x / SIDE,
        row: y / SIDE,
    };
    let pixels = read.pixels(tile);
    let place = ((y % SIDE) * SIDE + x % SIDE) as usize * 3;
    let height = ReliefPicture::height([pixels[place], pixels[place + 1], pixels[place + 2]]);
    assert_eq!(height, Some(77.0 * 20.0));
    // beyond the rim heights go on without a cliff
    let beyond = ReliefPicture::height([pixels[0], pixels[1], pixels[2]]);
    assert!(beyond.is_some_and(|height| (0.0..=3000.0).contains(&height)));
}

#[test]
fn a_place_and_a_river_are_in_the_tile_that_holds_them() {
    let files = written(2);
    let read = Read::of(&files["tiles/base.pmtiles"]);
    let bytes = read.tile(Tile::at(on_world((73.0, 42.5)), 8)).unwrap();
    let mut tile = Vec::new();
    flate2::read::GzDecoder::new(bytes)
        .read_to_end(&mut tile)
        .unwrap();
    for word in ["river", "place", "name_ky", "name_en", "Көл", "rank"] {
        assert!(
            tile.windows(word.len())
                .any(|window| window == word.as_bytes()),
            "{word}"
        );
    }
    assert!(read.tile(Tile::at(on_world((10.0, 10.0)), 8)).is_none());
}

#[test]
fn a_damaged_relief_is_said() {
    let mut source = source();
    let relief = source.files.last_mut().unwrap();
    relief.bytes = png(3, &[1, 2, 3], ::png::ColorType::Grayscale);
    let failed = files(&source, &[], &Silent);
    assert!(matches!(failed, Err(AtlasError::Picture { .. })));
}
