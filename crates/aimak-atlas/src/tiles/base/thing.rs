//! A thing of the base map: what is read of it, and what a zoom shows of it.

use aimak_core::{BaseKind, Lang, LocalText};
use serde::Deserialize;

use super::ZOOMS;
use crate::tiles::{
    clip::Place,
    mercator::{Bounds, off_world, on_world},
    simplify::simplified,
    vector_tile::{EXTENT, Value},
};

/// Corners nearer than this to the line without them are left out, units; a tile is shown 512 pixels wide, so this is half a pixel.
const TOLERANCE: f64 = 4.0;
/// The same at the deepest zoom, which is enlarged.
const DEEPEST_TOLERANCE: f64 = 1.0;
/// Lines and areas that are smaller both ways are left out but at the deepest zoom, units.
const SMALLEST: f64 = 16.0;

/// The file as it is written.
#[derive(Deserialize)]
pub(super) struct Collection {
    features: Vec<Feature>,
}

impl Collection {
    /// Its features on the world's square.
    pub fn things(self) -> Vec<Thing> {
        self.features.into_iter().map(Thing::of).collect()
    }
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
pub(super) struct Thing {
    /// What it is.
    pub kind: BaseKind,
    rank: u8,
    /// Rank and names.
    pub properties: Vec<(&'static str, Value)>,
    form: Form,
}

/// Its form.
pub(super) enum Form {
    /// A point.
    Point(Place),
    /// Lines.
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
    pub fn first_zoom(&self) -> u8 {
        (self.rank + ZOOMS.start() - 1).clamp(*ZOOMS.start(), *ZOOMS.end())
    }

    /// Its form in units of the tiles of a zoom, with the corners that zoom shows; `None` where it is too small.
    pub fn at_zoom(&self, zoom: u8) -> Option<Form> {
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

    fn places(&self) -> Vec<Place> {
        match &self.form {
            Form::Point(place) => vec![*place],
            Form::Lines(lines) => lines.concat(),
            Form::Areas(areas) => areas.iter().flatten().flatten().copied().collect(),
        }
    }
}

/// Frame of places: left, top, right, bottom.
pub(super) fn extremes(places: &[Place]) -> Option<[f64; 4]> {
    let first = places.first()?;
    let start = [first.0, first.1, first.0, first.1];
    Some(places.iter().fold(start, |[l, t, r, b], (x, y)| {
        [l.min(*x), t.min(*y), r.max(*x), b.max(*y)]
    }))
}

/// West, south, east, north of all things.
pub(super) fn frame(features: &[Thing]) -> Option<Bounds> {
    let corners: Vec<Place> = features
        .iter()
        .filter_map(|feature| extremes(&feature.places()))
        .flat_map(|[left, top, right, bottom]| [(left, top), (right, bottom)])
        .collect();
    let [left, top, right, bottom] = extremes(&corners)?;
    let ((west, north), (east, south)) = (off_world((left, top)), off_world((right, bottom)));
    Some([west, south, east, north])
}
