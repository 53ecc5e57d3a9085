//! Features of a vector file, as GDAL sees them.

use std::path::Path;

use aimak_core::Message;
use gdal::{
    Dataset, DatasetOptions, GdalOpenFlags,
    spatial_ref::SpatialRef,
    vector::{Feature, FieldValue, Layer as GdalLayer, LayerAccess as _},
};
use geo::{Coord, Geometry, MapCoords as _, MultiPolygon};
use proj::Proj;

use super::flaws::Flaws;
use crate::problem::Problem;

/// One feature: its fields as text, its shape in the file's CRS.
pub(crate) struct Shape {
    /// Its number in the file, from 1.
    pub number: usize,
    fields: Vec<(String, Option<String>)>,
    /// Areas of the feature, or what is wrong with them.
    pub areas: Result<MultiPolygon<f64>, Flaws>,
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

    /// How people find it where it has no code.
    pub fn label(&self) -> String {
        format!("#{}", self.number)
    }
}

/// A layer: its features and its CRS.
pub(crate) struct Layer {
    /// Features in the order of the file.
    pub shapes: Vec<Shape>,
    /// Names of the fields.
    pub fields: Vec<String>,
    crs: String,
}

/// Which file, which layer, which CRS if the file has none.
pub(crate) struct Wanted<'a> {
    /// Path on disk.
    pub path: &'a Path,
    /// Name for people.
    pub name: &'a str,
    /// Layer, if the file has several.
    pub layer: Option<&'a str>,
    /// CRS declared in the project file.
    pub crs: Option<&'a str>,
    /// Heading of the project file under which a CRS can be declared; `None` without a project file.
    pub heading: Option<&'a str>,
}

/// Reads a layer of areas; `None` where a problem leaves nothing to go on with. A CRS is never guessed.
pub(crate) fn read(wanted: &Wanted, problems: &mut Vec<Problem>) -> Option<Layer> {
    let shape = |number: usize, feature: &Feature, fields: &[String]| {
        let values = texts(feature, fields);
        Shape {
            number,
            fields: fields.iter().cloned().zip(values).collect(),
            areas: areas(feature),
        }
    };
    let read = features(wanted, problems, shape)?;
    let Some(crs) = read.crs else {
        problems.push(no_crs(wanted, &read.layer));
        return None;
    };
    if read.rows.is_empty() {
        problems.push(Problem::error("no-features", wanted.name).found("0"));
    }
    Some(Layer {
        shapes: read.rows,
        fields: read.fields,
        crs,
    })
}

/// A feature as a row of a table: its fields as text, in their order, and its place in the file's CRS.
pub(super) struct PointRow {
    /// Fields in the order of the layer.
    pub fields: Vec<Option<String>>,
    /// Where it lies; nothing where it has no shape; the kind of its shape where that is no point.
    pub place: Result<Option<Coord<f64>>, String>,
}

/// A layer of points.
pub(super) struct Points {
    /// Features in the order of the file.
    pub rows: Vec<PointRow>,
    /// Names of the fields.
    pub fields: Vec<String>,
    /// The CRS of their places; `None` for a table without any.
    pub crs: Option<String>,
}

/// Reads a layer of points, or a table without shapes; `None` where a problem leaves nothing to go on with.
pub(super) fn read_points(wanted: &Wanted, problems: &mut Vec<Problem>) -> Option<Points> {
    let row = |_: usize, feature: &Feature, fields: &[String]| PointRow {
        fields: texts(feature, fields),
        place: point(feature),
    };
    let read = features(wanted, problems, row)?;
    if read.crs.is_none() && read.has_shapes {
        problems.push(no_crs(wanted, &read.layer));
        return None;
    }
    Some(Points {
        rows: read.rows,
        fields: read.fields,
        crs: read.crs.filter(|_| read.has_shapes),
    })
}

/// A feature of any shape: its number in the file from 1, its fields in the order of the layer, its shape in the file's CRS or, where it
/// has none or one nobody draws, what was found instead.
pub(super) struct AnyShape {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Fields in the order of the layer.
    pub fields: Vec<Option<String>>,
    /// Its shape, or what was found instead.
    pub shape: Result<Geometry<f64>, String>,
}

/// A layer of any shapes.
pub(super) struct AnyLayer {
    /// Features in the order of the file.
    pub rows: Vec<AnyShape>,
    /// Names of the fields.
    pub fields: Vec<String>,
    /// Its CRS.
    pub crs: String,
}

/// Reads a layer of any shapes; `None` where a problem leaves nothing to go on with.
pub(super) fn read_any(wanted: &Wanted, problems: &mut Vec<Problem>) -> Option<AnyLayer> {
    let row = |number: usize, feature: &Feature, fields: &[String]| AnyShape {
        number,
        fields: texts(feature, fields),
        shape: any_shape(feature),
    };
    let read = features(wanted, problems, row)?;
    let Some(crs) = read.crs else {
        problems.push(no_crs(wanted, &read.layer));
        return None;
    };
    if read.rows.is_empty() {
        problems.push(Problem::error("no-features", wanted.name).found("0"));
        return None;
    }
    Some(AnyLayer {
        rows: read.rows,
        fields: read.fields,
        crs,
    })
}

/// What a layer holds, before it is known what its shapes must be.
struct Features<T> {
    rows: Vec<T>,
    fields: Vec<String>,
    crs: Option<String>,
    layer: String,
    has_shapes: bool,
}

/// Every feature of a layer, turned into what is needed of it by its number (from 1) and the names of its fields.
fn features<T>(
    wanted: &Wanted,
    problems: &mut Vec<Problem>,
    of: impl Fn(usize, &Feature, &[String]) -> T,
) -> Option<Features<T>> {
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
    let mut layer = layer_of(&dataset, wanted, problems)?;
    let own = layer
        .spatial_ref()
        .and_then(|reference| definition(&reference));
    if let (Some(own), Some(declared)) = (&own, wanted.crs)
        && own != declared
    {
        let found = format!("{declared} / {own}");
        problems.push(
            Problem::warning("crs-ignored", wanted.name)
                .in_column("crs")
                .found(found),
        );
    }
    let crs = own.or_else(|| wanted.crs.map(str::to_owned));
    let fields: Vec<String> = layer.defn().fields().map(|field| field.name()).collect();
    let (name, has_shapes) = (layer.name(), layer.defn().geom_fields().count() > 0);
    let features = layer.features().enumerate();
    let features = features.map(|(place, feature)| of(place + 1, &feature, &fields));
    Some(Features {
        rows: features.collect(),
        fields,
        crs,
        layer: name,
        has_shapes,
    })
}

/// A layer without CRS, and where one is declared.
fn no_crs(wanted: &Wanted, layer: &str) -> Problem {
    let problem = Problem::error("vector-no-crs", wanted.name)
        .found(layer)
        .because([Message::new("cause-layer-without-crs").with("layer", layer)]);
    match wanted.heading {
        Some(heading) => {
            let hint = Message::new("hint-vector-no-crs");
            problem.hinting(hint.with("heading", heading))
        }
        None => problem.hinting(Message::new("hint-assign-crs")),
    }
}

/// The layer meant: the named one, or the only one.
fn layer_of<'d>(
    dataset: &'d Dataset,
    wanted: &Wanted,
    problems: &mut Vec<Problem>,
) -> Option<GdalLayer<'d>> {
    let names: Vec<String> = dataset.layers().map(|layer| layer.name()).collect();
    let place = match wanted.layer {
        Some(name) => names.iter().position(|known| known == name),
        None => (names.len() == 1).then_some(0),
    };
    let layer = place.and_then(|place| dataset.layer(place).ok());
    if layer.is_none() {
        let expected = Message::new("expected-one-of").with("known", names.join(", "));
        let problem = Problem::error("which-layer", wanted.name)
            .in_column("layer")
            .expecting(expected);
        problems.push(problem.found(wanted.layer.unwrap_or("—")));
    }
    layer
}

/// `EPSG:n` where the CRS has a code, else WKT; `None` for the placeholders GDAL has for "nobody knows".
fn definition(reference: &SpatialRef) -> Option<String> {
    if reference
        .name()
        .is_some_and(|name| name.to_lowercase().starts_with("undefined"))
    {
        return None;
    }
    match (reference.auth_name(), reference.auth_code()) {
        (Some(name), Ok(code)) => Some(format!("{name}:{code}")),
        _ => reference.to_wkt().ok().filter(|wkt| !wkt.is_empty()),
    }
}

/// The fields of a feature as text, in their order.
fn texts(feature: &Feature, fields: &[String]) -> Vec<Option<String>> {
    let text = |place: usize| {
        // a property that a feature of GeoJSON does not have is unset and not null: as a number it would be read as 0
        let written = feature.field_as_string(place).ok().flatten();
        let written = written.filter(|text| !text.is_empty())?;
        match feature.field(place).ok().flatten()? {
            FieldValue::RealValue(number) => Some(number.to_string()),
            FieldValue::DateValue(date) => Some(date.to_string()),
            _ => Some(written),
        }
    };
    (0..fields.len()).map(text).collect()
}

/// The place of a feature; nothing where it has none, the kind of its shape where that is no single point.
fn point(feature: &Feature) -> Result<Option<Coord<f64>>, String> {
    let Ok(shape) = feature.geometry_by_index(0) else {
        return Ok(None);
    };
    let mut flat = shape.clone();
    flat.flatten_to_2d();
    let other = || flat.geometry_name();
    match flat.to_geo().map_err(|_| other())? {
        Geometry::Point(point) => Ok(Some(point.0)),
        // some programs write every layer of points as one of bundles
        Geometry::MultiPoint(points) if points.0.len() == 1 => Ok(points.0.first().map(|p| p.0)),
        _ => Err(other()),
    }
}

/// The shape of a feature, or what was found instead.
fn any_shape(feature: &Feature) -> Result<Geometry<f64>, String> {
    let shape = feature.geometry_by_index(0);
    let mut flat = shape.map_err(|_| "∅".to_owned())?.clone();
    flat.flatten_to_2d();
    flat.to_geo().map_err(|_| flat.geometry_name())
}

/// The areas of a feature, or what is wrong with them.
fn areas(feature: &Feature) -> Result<MultiPolygon<f64>, Flaws> {
    // by index, not `geometry()`: that one hands out a null pointer for a feature without geometry
    let mut flat = feature
        .geometry_by_index(0)
        .map_err(|_| Flaws::no_shape())?
        .clone();
    flat.flatten_to_2d();
    let areas = match flat
        .to_geo()
        .map_err(|_| Flaws::no_area(&flat.geometry_name()))?
    {
        Geometry::Polygon(polygon) => MultiPolygon::from(polygon),
        Geometry::MultiPolygon(polygons) => polygons,
        _ => return Err(Flaws::no_area(&flat.geometry_name())),
    };
    match Flaws::of(&areas) {
        Some(flaws) => Err(flaws),
        None => Ok(areas),
    }
}

impl Layer {
    /// The file's CRS, as `EPSG:n` or WKT.
    pub fn crs(&self) -> &str {
        &self.crs
    }

    /// A transformation from the file's CRS.
    ///
    /// # Errors
    /// Where PROJ does not know one of the two.
    pub fn to(&self, crs: &str) -> Result<Proj, String> {
        Proj::new_known_crs(&self.crs, crs, None).map_err(|error| error.to_string())
    }
}

/// A shape in another CRS. Corners are projected, edges stay straight: neighbours keep sharing their borders.
///
/// # Errors
/// Where a corner cannot be projected.
pub(super) fn project(shape: &MultiPolygon<f64>, proj: &Proj) -> Result<MultiPolygon<f64>, String> {
    shape.try_map_coords(|c| match proj.convert((c.x, c.y)) {
        Ok((x, y)) if f64::is_finite(x) && f64::is_finite(y) => Ok(Coord { x, y }),
        Ok(_) => Err(format!("{}, {}", c.x, c.y)),
        Err(error) => Err(format!("{}, {}: {error}", c.x, c.y)),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn what_a_feature_of_geojson_does_not_say_is_not_zero() {
        let square =
            r#"{"type": "Polygon", "coordinates": [[[74, 42], [75, 42], [75, 43], [74, 42]]]}"#;
        let feature = |properties: &str| {
            format!(
                r#"{{"type": "Feature", "properties": {{{properties}}}, "geometry": {square}}}"#
            )
        };
        let features = [
            feature(r#""code": "A", "poor": 12.5, "farms": 0"#),
            feature(r#""code": "B""#),
            feature(r#""code": "C", "poor": null, "farms": 3"#),
        ]
        .join(", ");
        let mut file = tempfile::Builder::new()
            .suffix(".geojson")
            .tempfile()
            .unwrap();
        write!(
            file,
            r#"{{"type": "FeatureCollection", "features": [{features}]}}"#
        )
        .unwrap();
        let wanted = Wanted {
            path: file.path(),
            name: "areas",
            layer: None,
            crs: None,
            heading: None,
        };
        let layer = read(&wanted, &mut Vec::new()).unwrap();
        let said = |field: &str| -> Vec<Option<&str>> {
            let shapes = layer.shapes.iter();
            shapes.map(|shape| shape.field(field)).collect()
        };
        assert_eq!(said("poor"), [Some("12.5"), None, None]);
        assert_eq!(said("farms"), [Some("0"), None, Some("3")]);
    }
}
