//! What lies around the areas on a map: features of any vector file, cut to what a map shows.
//!
//! A base map is no data: a feature that does not fit is left out and said, and only a layer of which nothing fits is an error.

mod shape;

use std::borrow::Cow;

use aimak_core::{BaseKind, LocalText, Message};
use geo::{Coord, Geometry, MapCoords as _, MultiPolygon, Rect};
use proj::Proj;

use self::shape::{fitting_shape, frame, seen};
use super::{
    Reading,
    mapping::no_field,
    vector::{self, AnyShape, Wanted},
};
use crate::{problem::Problem, project::BasemapSpec};

/// The rank of what has none.
const USUAL_RANK: u8 = 5;

/// A feature of the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseFeature {
    /// What it is.
    pub kind: BaseKind,
    /// 1 for the most important to 9.
    pub rank: u8,
    /// Its name; empty where it has none.
    pub name: LocalText,
    /// Where it lies, WGS 84.
    pub shape: Geometry<f64>,
}

/// The base map and the sources it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Features in the order of the project file and of each file.
    pub features: Vec<BaseFeature>,
    /// Ids of the layers that have features on the map.
    pub sources: Vec<String>,
}

impl Reading {
    /// Reads the layers of the base map as far as they lie on a map of these outlines.
    pub(super) fn basemap<'a>(
        &mut self,
        outlines: impl Iterator<Item = &'a MultiPolygon<f64>>,
    ) -> Basemap {
        let mut basemap = Basemap::default();
        let frame = frame(outlines);
        for spec in self.file.basemap.clone() {
            let (licence, citation) = (spec.licence.as_ref(), spec.citation.as_ref());
            if !self.source(&spec.id, &spec.file, licence, citation) {
                continue;
            }
            let found = self.base_layer(&spec, frame);
            if !found.is_empty() {
                basemap.sources.push(spec.id);
                basemap.features.extend(found);
            }
        }
        basemap
    }

    fn base_layer(&mut self, spec: &BasemapSpec, frame: Option<Rect<f64>>) -> Vec<BaseFeature> {
        let path = self.base.join(&spec.file);
        let wanted = Wanted {
            path: &path,
            name: &spec.file,
            layer: spec.layer.as_deref(),
            crs: spec.crs.as_deref(),
            heading: Some("[[basemap]]"),
        };
        let Some(layer) = vector::read_any(&wanted, &mut self.problems) else {
            return Vec::new();
        };
        let names = [&spec.name.ky, &spec.name.ru, &spec.name.en];
        let named = names.into_iter().chain([&spec.rank]).flatten();
        let absent: Vec<&String> = named.filter(|name| !layer.fields.contains(name)).collect();
        if !absent.is_empty() {
            let missing = absent.into_iter();
            let missing = missing.map(|name| no_field(&spec.file, name, &layer.fields));
            self.problems.extend(missing);
            return Vec::new();
        }
        let degrees = Proj::new_known_crs(&layer.crs, "EPSG:4326", None);
        let Ok(degrees) = degrees else {
            let problem = Problem::error("unknown-crs", &spec.file);
            self.problems.push(problem.found(layer.crs.as_str()));
            return Vec::new();
        };
        let mut reader = LayerReader {
            spec,
            fields: &layer.fields,
            degrees,
            frame,
            misfits: Misfits::default(),
        };
        let rows = layer.rows.iter();
        let found: Vec<BaseFeature> = rows.filter_map(|row| reader.feature(row)).collect();
        let problems = reader.misfits.told(spec, layer.rows.len(), found.len());
        self.problems.extend(problems);
        found
    }
}

/// Turns the features of one layer into what a map shows of them.
struct LayerReader<'a> {
    spec: &'a BasemapSpec,
    fields: &'a [String],
    degrees: Proj,
    frame: Option<Rect<f64>>,
    misfits: Misfits,
}

impl LayerReader<'_> {
    fn feature(&mut self, row: &AnyShape) -> Option<BaseFeature> {
        let rank = match self.rank(row) {
            Ok(rank) => rank,
            Err(text) => {
                self.misfits.ranks.add(row.number, text);
                return None;
            }
        };
        let fitting = row.shape.as_ref().map_err(Clone::clone);
        let fitting = fitting.and_then(|shape| fitting_shape(self.spec.kind, shape));
        let fitting = match fitting {
            Ok(shape) => shape,
            Err(kind) => {
                self.misfits.shapes.add(row.number, kind);
                return None;
            }
        };
        let degrees = fitting.try_map_coords(|c| {
            let (x, y) = self.degrees.convert((c.x, c.y))?;
            Ok::<_, proj::ProjError>(Coord { x, y })
        });
        // what has no place on the Earth lies on no map
        let shape = seen(degrees.ok()?, self.frame?)?;
        Some(BaseFeature {
            kind: self.spec.kind,
            rank,
            name: self.name(row),
            shape,
        })
    }

    fn text<'r>(&self, row: &'r AnyShape, field: Option<&String>) -> Option<&'r str> {
        let place = self.fields.iter().position(|known| Some(known) == field)?;
        let text = row.fields.get(place)?.as_deref()?.trim();
        (!text.is_empty()).then_some(text)
    }

    fn name(&self, row: &AnyShape) -> LocalText {
        let of = |field: &Option<String>| -> Cow<'static, str> {
            let text = self.text(row, field.as_ref()).unwrap_or_default();
            text.to_owned().into()
        };
        let name = &self.spec.name;
        LocalText {
            ky: of(&name.ky),
            ru: of(&name.ru),
            en: of(&name.en),
        }
    }

    fn rank(&self, row: &AnyShape) -> Result<u8, String> {
        let Some(text) = self.text(row, self.spec.rank.as_ref()) else {
            return Ok(USUAL_RANK);
        };
        let number: Option<f64> = text.parse().ok();
        let whole = number.filter(|rank| rank.fract() == 0.0 && (1.0..=9.0).contains(rank));
        whole.map(|rank| rank as u8).ok_or_else(|| text.to_owned())
    }
}

/// Features of a layer that cannot be drawn.
#[derive(Default)]
struct Misfits {
    shapes: Misfit,
    ranks: Misfit,
}

/// One way not to fit: the first that does not, and how many there are.
#[derive(Default)]
struct Misfit {
    first: Option<(usize, String)>,
    count: usize,
}

impl Misfit {
    fn add(&mut self, number: usize, found: String) {
        self.first.get_or_insert((number, found));
        self.count += 1;
    }

    fn told(self, problem: Problem) -> Option<Problem> {
        let (number, found) = self.first?;
        let found = match self.count {
            1 => found,
            n => format!("{found} ({n} ×)"),
        };
        Some(problem.at_feature(&format!("#{number}")).found(found))
    }
}

impl Misfits {
    /// What is wrong with a layer of `all` features of which `drawn` are left.
    fn told(self, spec: &BasemapSpec, all: usize, drawn: usize) -> Vec<Problem> {
        let nothing = self.shapes.count + self.ranks.count == all;
        let problem = |code| {
            if nothing {
                Problem::error(code, &spec.file)
            } else {
                Problem::warning(code, &spec.file)
            }
        };
        let kind = match spec.kind {
            BaseKind::Lake | BaseKind::Glacier => "area",
            BaseKind::River | BaseKind::Border | BaseKind::Road => "line",
            BaseKind::Place => "point",
        };
        let shape = problem("basemap-shape")
            .expecting(Message::new("expected-basemap-shape").with("kind", kind));
        let rank = problem("basemap-rank").in_column(spec.rank.as_deref().unwrap_or_default());
        let mut problems: Vec<Problem> = [self.shapes.told(shape), self.ranks.told(rank)]
            .into_iter()
            .flatten()
            .collect();
        if drawn == 0 && !nothing {
            problems.push(Problem::warning("basemap-outside", &spec.file).found(all.to_string()));
        }
        problems
    }
}

#[cfg(test)]
mod tests;
