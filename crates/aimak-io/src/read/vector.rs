//! Features of a vector file, as GDAL sees them.

use std::path::Path;

use gdal::{
    Dataset, DatasetOptions, GdalOpenFlags,
    spatial_ref::SpatialRef,
    vector::{Feature, FieldValue, LayerAccess as _},
};
use geo::{Coord, Geometry, MapCoords as _, MultiPolygon, Validation as _};
use proj::Proj;

use crate::problem::Problem;

/// One feature: its fields as text, its shape in the file's CRS.
pub(super) struct Shape {
    /// How people find it: `#` and its number in the file, from 1.
    pub name: String,
    fields: Vec<(String, Option<String>)>,
    /// Areas of the feature.
    pub areas: MultiPolygon<f64>,
}

impl Shape {
    /// A field as text; `None` where it is empty.
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found
            .and_then(|(_, value)| value.as_deref())
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }
}

/// A layer: its features and its CRS.
pub(super) struct Layer {
    /// Features in the order of the file.
    pub shapes: Vec<Shape>,
    /// Names of the fields.
    pub fields: Vec<String>,
    crs: String,
}

/// Which file, which layer, which CRS if the file has none.
pub(super) struct Wanted<'a> {
    /// Path on disk.
    pub path: &'a Path,
    /// Name for people.
    pub name: &'a str,
    /// Layer, if the file has several.
    pub layer: Option<&'a str>,
    /// CRS declared in the project file.
    pub crs: Option<&'a str>,
}

/// Reads a layer; invalid areas are problems, each named with its feature.
///
/// # Errors
/// All problems that leave nothing to go on with.
pub(super) fn read(wanted: &Wanted, problems: &mut Vec<Problem>) -> Option<Layer> {
    let unreadable = |error: gdal::errors::GdalError| {
        Problem::error("unreadable", wanted.name).found(error.to_string())
    };
    let options = DatasetOptions {
        open_flags: GdalOpenFlags::GDAL_OF_VECTOR,
        ..DatasetOptions::default()
    };
    let dataset = Dataset::open_ex(wanted.path, options)
        .map_err(|error| problems.push(unreadable(error)))
        .ok()?;
    let layer = wanted
        .layer
        .map_or_else(|| dataset.layer(0), |name| dataset.layer_by_name(name));
    let mut layer = layer
        .map_err(|error| problems.push(unreadable(error)))
        .ok()?;
    let crs = layer
        .spatial_ref()
        .and_then(|reference| definition(&reference))
        .or_else(|| wanted.crs.map(str::to_owned));
    let Some(crs) = crs else {
        problems.push(Problem::error("vector-no-crs", wanted.name).found("—"));
        return None;
    };
    let fields: Vec<String> = layer.defn().fields().map(|field| field.name()).collect();
    let mut shapes = Vec::new();
    for (number, feature) in layer.features().enumerate() {
        let name = format!("#{}", number + 1);
        match areas(&feature) {
            Ok(areas) => shapes.push(Shape {
                name,
                fields: texts(&feature, &fields),
                areas,
            }),
            Err(found) => problems.push(
                Problem::error("invalid-shape", wanted.name)
                    .at_feature(&name)
                    .found(found),
            ),
        }
    }
    if shapes.is_empty() && problems.is_empty() {
        problems.push(Problem::error("no-features", wanted.name).found("0"));
    }
    Some(Layer {
        shapes,
        fields,
        crs,
    })
}

/// `EPSG:n` where the CRS has a code, else WKT.
fn definition(reference: &SpatialRef) -> Option<String> {
    match (reference.auth_name(), reference.auth_code()) {
        (Some(name), Ok(code)) => Some(format!("{name}:{code}")),
        _ => reference.to_wkt().ok().filter(|wkt| !wkt.is_empty()),
    }
}

/// The fields of a feature as text.
fn texts(feature: &Feature, fields: &[String]) -> Vec<(String, Option<String>)> {
    let text = |place: usize| match feature.field(place).ok().flatten()? {
        FieldValue::RealValue(number) => Some(number.to_string()),
        FieldValue::DateValue(date) => Some(date.to_string()),
        _ => feature.field_as_string(place).ok().flatten(),
    };
    fields
        .iter()
        .enumerate()
        .map(|(place, name)| (name.clone(), text(place)))
        .collect()
}

/// The areas of a feature, or what is wrong with them.
fn areas(feature: &Feature) -> Result<MultiPolygon<f64>, String> {
    let geometry = feature.geometry().ok_or_else(|| "∅".to_owned())?;
    let areas = match geometry.to_geo().map_err(|error| error.to_string())? {
        Geometry::Polygon(polygon) => MultiPolygon::from(polygon),
        Geometry::MultiPolygon(polygons) => polygons,
        _ => return Err(geometry.geometry_name()),
    };
    areas
        .check_validation()
        .map_err(|error| error.to_string())?;
    Ok(areas)
}

impl Layer {
    /// A transformation from the file's CRS.
    ///
    /// # Errors
    /// Where PROJ does not know one of the two.
    pub fn to(&self, crs: &str) -> Result<Proj, String> {
        Proj::new_known_crs(&self.crs, crs, None).map_err(|error| error.to_string())
    }
}

/// A shape in another CRS.
///
/// # Errors
/// Where a corner cannot be projected.
pub(super) fn project(shape: &MultiPolygon<f64>, proj: &Proj) -> Result<MultiPolygon<f64>, String> {
    shape.try_map_coords(|c| {
        let (x, y) = proj
            .convert((c.x, c.y))
            .map_err(|error| error.to_string())?;
        Ok(Coord { x, y })
    })
}
