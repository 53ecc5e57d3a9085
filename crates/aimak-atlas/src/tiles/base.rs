//! The base map of the release as vector tiles.
//!
//! A layer for each kind of things. Every feature says its `rank` and, where it has a name in any language, its name in all three.

use std::{collections::BTreeMap, path::PathBuf};

use aimak_core::{BaseKind, Lang, LocalText};
use rayon::prelude::*;
use serde::Deserialize;

use super::{
    archive::{Archive, Header, Tiles},
    clip::{Place, Square},
    mercator::{Bounds, Tile, off_world, on_world},
    simplify::simplified,
    vector_tile::{self, At, EXTENT, Layer, Shape, Value},
};
use crate::{AtlasError, source::Source};

/// Zooms of the archive; the browser enlarges the deepest.
const ZOOMS: std::ops::RangeInclusive<u8> = 4..=10;
/// What is drawn beyond the sides of a tile, units: lines have a width.
const MARGIN: f64 = 64.0;
/// Corners nearer than this to the line without them are left out, units; a tile is shown 512 pixels wide, so this is half a pixel.
const TOLERANCE: f64 = 4.0;
/// The same at the deepest zoom, which is enlarged.
const DEEPEST_TOLERANCE: f64 = 1.0;
/// Lines and areas that are smaller both ways are left out but at the deepest zoom, units.
const SMALLEST: f64 = 16.0;

/// The archive of the base map.
pub struct Base {
    /// The archive.
    pub archive: Archive,
    /// Frame of its features, degrees.
    pub bounds: Bounds,
    /// Layers that have features, in the order in which they are painted.
    pub layers: Vec<&'static str>,
}

/// The base map of a release; `None` where it has none.
///
/// # Errors
/// [`AtlasError::Parse`] where the file is not what the release says.
pub fn archive(source: &Source) -> Result<Option<Base>, AtlasError> {
    let Some(about) = &source.release.backdrop.base else {
        return Ok(None);
    };
    let file = source.files.iter().find(|file| file.path == about.file);
    let Some(file) = file else {
        return Ok(None);
    };
    let read: Collection =
        serde_json::from_slice(&file.bytes).map_err(|cause| AtlasError::Parse {
            path: PathBuf::from(&about.file),
            cause,
        })?;
    let features: Vec<Thing> = read.features.into_iter().map(Thing::of).collect();
    Ok(base(&features))
}

fn base(features: &[Thing]) -> Option<Base> {
    let bounds = frame(features)?;
    let zooms: Vec<u8> = ZOOMS.collect();
    let written: Vec<Vec<(Tile, Vec<u8>)>> = zooms
        .par_iter()
        .map(|zoom| of_zoom(features, *zoom))
        .collect();
    let mut tiles = Tiles::default();
    for (tile, bytes) in written.into_iter().flatten() {
        tiles.add(tile, bytes);
    }
    let present = |kind: &BaseKind| features.iter().any(|feature| feature.kind == *kind);
    let layers: Vec<&str> = BaseKind::ALL
        .into_iter()
        .filter(present)
        .map(BaseKind::key)
        .collect();
    let fields = serde_json::json!({ "name_ky": "String", "name_ru": "String", "name_en": "String", "rank": "Number" });
    let described: Vec<_> = layers
        .iter()
        .map(|layer| serde_json::json!({ "id": layer, "fields": fields }))
        .collect();
    let header = Header {
        of: pmtiles::TileType::Mvt,
        bounds,
        metadata: serde_json::json!({ "name": "base", "vector_layers": described }),
    };
    Some(Base {
        archive: tiles.written(&header)?,
        bounds,
        layers,
    })
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    kind: BaseKind,
    rank: u8,
    #[serde(default)]
    name_ky: String,
    #[serde(default)]
    name_ru: String,
    #[serde(default)]
    name_en: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point(Place),
    LineString(Vec<Place>),
    MultiLineString(Vec<Vec<Place>>),
    Polygon(Vec<Vec<Place>>),
    MultiPolygon(Vec<Vec<Vec<Place>>>),
}

/// A feature on the world's square.
struct Thing {
    kind: BaseKind,
    rank: u8,
    properties: Vec<(&'static str, Value)>,
    form: Form,
}

enum Form {
    Point(Place),
    Lines(Vec<Vec<Place>>),
    /// Outer rings, each with its holes behind it.
    Areas(Vec<Vec<Vec<Place>>>),
}

impl Thing {
    fn of(feature: Feature) -> Self {
        let Properties {
            kind,
            rank,
            name_ky,
            name_ru,
            name_en,
        } = feature.properties;
        let name = LocalText {
            ky: name_ky.into(),
            ru: name_ru.into(),
            en: name_en.into(),
        };
        let named = |lang: Lang| {
            let key = match lang {
                Lang::Ky => "name_ky",
                Lang::Ru => "name_ru",
                Lang::En => "name_en",
            };
            (key, Value::Text(name.get(lang).to_owned()))
        };
        let names = Lang::ALL.into_iter().filter(|_| !name.is_empty());
        let rank_of = [("rank", Value::Number(rank.into()))];
        let line = |line: Vec<Place>| -> Vec<Place> { line.into_iter().map(on_world).collect() };
        let lines =
            |lines: Vec<Vec<Place>>| -> Vec<Vec<Place>> { lines.into_iter().map(line).collect() };
        let form = match feature.geometry {
            Geometry::Point(place) => Form::Point(on_world(place)),
            Geometry::LineString(places) => Form::Lines(vec![line(places)]),
            Geometry::MultiLineString(parts) => Form::Lines(lines(parts)),
            Geometry::Polygon(rings) => Form::Areas(vec![lines(rings)]),
            Geometry::MultiPolygon(areas) => Form::Areas(areas.into_iter().map(lines).collect()),
        };
        Self {
            kind,
            rank,
            properties: names.map(named).chain(rank_of).collect(),
            form,
        }
    }

    /// The first zoom that shows it: the most important things from the least on.
    fn first_zoom(&self) -> u8 {
        (self.rank + ZOOMS.start() - 1).clamp(*ZOOMS.start(), *ZOOMS.end())
    }

    fn places(&self) -> Vec<Place> {
        match &self.form {
            Form::Point(place) => vec![*place],
            Form::Lines(lines) => lines.concat(),
            Form::Areas(areas) => areas.iter().flatten().flatten().copied().collect(),
        }
    }
}

/// Frame of places: left, top, right, bottom.
fn extremes(places: &[Place]) -> Option<[f64; 4]> {
    let first = places.first()?;
    let start = [first.0, first.1, first.0, first.1];
    Some(places.iter().fold(start, |[l, t, r, b], (x, y)| {
        [l.min(*x), t.min(*y), r.max(*x), b.max(*y)]
    }))
}

/// West, south, east, north of all features.
fn frame(features: &[Thing]) -> Option<Bounds> {
    let corners: Vec<Place> = features
        .iter()
        .filter_map(|feature| extremes(&feature.places()))
        .flat_map(|[left, top, right, bottom]| [(left, top), (right, bottom)])
        .collect();
    let [left, top, right, bottom] = extremes(&corners)?;
    let ((west, north), (east, south)) = (off_world((left, top)), off_world((right, bottom)));
    Some([west, south, east, north])
}

/// The tiles of a zoom.
fn of_zoom(features: &[Thing], zoom: u8) -> Vec<(Tile, Vec<u8>)> {
    let mut tiles: BTreeMap<(u32, u32), Vec<Layer>> = BTreeMap::new();
    for feature in features
        .iter()
        .filter(|feature| feature.first_zoom() <= zoom)
    {
        let Some(form) = feature.at_zoom(zoom) else {
            continue;
        };
        for (tile, shape) in cut(&form, zoom) {
            let layers = tiles.entry((tile.row, tile.col)).or_insert_with(|| {
                BaseKind::ALL
                    .into_iter()
                    .map(|kind| Layer::new(kind.key()))
                    .collect()
            });
            let place = BaseKind::ALL.iter().position(|kind| *kind == feature.kind);
            let place = place.expect("invariant: all kinds are listed");
            layers[place].add(&shape, &feature.properties);
        }
    }
    tiles
        .into_iter()
        .map(|((row, col), layers)| (Tile { zoom, col, row }, vector_tile::tile(&layers)))
        .collect()
}

impl Thing {
    /// Its form in units of the tiles of a zoom, with the corners that zoom shows; `None` where it is too small.
    fn at_zoom(&self, zoom: u8) -> Option<Form> {
        let deepest = zoom == *ZOOMS.end();
        let units = f64::from(EXTENT) * f64::from(zoom).exp2();
        let tolerance = if deepest {
            DEEPEST_TOLERANCE
        } else {
            TOLERANCE
        };
        let line = |line: &Vec<Place>| {
            let scaled: Vec<Place> = line.iter().map(|(x, y)| (x * units, y * units)).collect();
            simplified(&scaled, tolerance)
        };
        let seen = |line: &Vec<Place>| {
            let size = |[left, top, right, bottom]: [f64; 4]| (right - left).max(bottom - top);
            deepest || extremes(line).map_or(0.0, size) >= SMALLEST
        };
        match &self.form {
            Form::Point((x, y)) => Some(Form::Point((x * units, y * units))),
            Form::Lines(lines) => {
                let lines: Vec<_> = lines.iter().map(line).filter(seen).collect();
                (!lines.is_empty()).then_some(Form::Lines(lines))
            }
            Form::Areas(areas) => {
                let rings = |area: &Vec<Vec<Place>>| -> Vec<Vec<Place>> {
                    area.iter().map(line).filter(seen).collect()
                };
                // without its outer ring an area is gone, whatever its holes
                let large =
                    |area: &&Vec<Vec<Place>>| area.first().map(line).is_some_and(|r| seen(&r));
                let areas: Vec<_> = areas.iter().filter(large).map(rings).collect();
                (!areas.is_empty()).then_some(Form::Areas(areas))
            }
        }
    }
}

/// The parts of a form by tile.
fn cut(form: &Form, zoom: u8) -> Vec<(Tile, Shape)> {
    let side = f64::from(EXTENT);
    let places = match form {
        Form::Point(place) => vec![*place],
        Form::Lines(lines) => lines.concat(),
        Form::Areas(areas) => areas.iter().flatten().flatten().copied().collect(),
    };
    let Some([left, top, right, bottom]) = extremes(&places) else {
        return Vec::new();
    };
    let world = side * f64::from(zoom).exp2();
    let tile = |x: f64, y: f64| Tile::at((x / world, y / world), zoom);
    let first = tile(left - MARGIN, top - MARGIN);
    let last = tile(right + MARGIN, bottom + MARGIN);
    let tiles = Tile::block(zoom, first.col..=last.col, first.row..=last.row);
    tiles
        .filter_map(|tile| {
            let corner = (f64::from(tile.col) * side, f64::from(tile.row) * side);
            Some((tile, inside(form, corner)?))
        })
        .collect()
}

/// The part of a form inside the tile with a corner there, in units of the tile.
fn inside(form: &Form, (left, top): Place) -> Option<Shape> {
    let square = Square {
        least: -MARGIN,
        most: f64::from(EXTENT) + MARGIN,
    };
    let local = |places: &Vec<Place>| -> Vec<Place> {
        places.iter().map(|(x, y)| (x - left, y - top)).collect()
    };
    match form {
        Form::Point((x, y)) => {
            let own = Square {
                least: 0.0,
                most: f64::from(EXTENT),
            };
            let place = (x - left, y - top);
            own.holds(place).then(|| Shape::Points(vec![whole(place)]))
        }
        Form::Lines(lines) => {
            let parts = lines.iter().flat_map(|line| square.line(&local(line)));
            let parts: Vec<Vec<At>> = parts
                .map(|part| corners(&part))
                .filter(|part| part.len() > 1)
                .collect();
            (!parts.is_empty()).then_some(Shape::Lines(parts))
        }
        Form::Areas(areas) => {
            let rings = areas.iter().flat_map(|area| {
                let rings: Vec<Vec<At>> = area
                    .iter()
                    .map(|ring| corners(&square.ring(open(&local(ring)))))
                    .collect();
                oriented(rings)
            });
            let rings: Vec<Vec<At>> = rings.collect();
            (!rings.is_empty()).then_some(Shape::Rings(rings))
        }
    }
}

/// A ring without its last corner, which is its first.
fn open(ring: &[Place]) -> &[Place] {
    match ring {
        [rest @ .., last] if ring.first() == Some(last) => rest,
        _ => ring,
    }
}

/// Rings of one area as the specification wants them: the outer one clockwise on the screen, holes the other way, none without an
/// area; nothing where that leaves no outer ring.
fn oriented(rings: Vec<Vec<At>>) -> Vec<Vec<At>> {
    let mut kept = Vec::new();
    for (place, mut ring) in rings.into_iter().enumerate() {
        if ring.last() == ring.first() {
            ring.pop();
        }
        let area = twice_area(&ring);
        if area == 0 {
            if place == 0 {
                break;
            }
            continue;
        }
        if (area > 0) != (place == 0) {
            ring.reverse();
        }
        kept.push(ring);
    }
    kept
}

/// Twice the area of a ring, positive where it runs clockwise on the screen.
fn twice_area(ring: &[At]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

fn whole((x, y): Place) -> At {
    (x.round() as i32, y.round() as i32)
}

/// Places on whole units, none twice in a row.
fn corners(places: &[Place]) -> Vec<At> {
    let mut corners: Vec<At> = places.iter().copied().map(whole).collect();
    corners.dedup();
    corners
}

#[cfg(test)]
#[path = "base_tests.rs"]
mod tests;
