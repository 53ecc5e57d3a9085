//! Polygons of any vector file, with the field that names them.

use std::path::Path;

use aimak_core::Message;
use geo::MultiPolygon;

use crate::{
    problem::{Problem, Severity},
    read::no_field,
    read::vector::{self, Shape, Wanted},
};

/// Polygons as they stand in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygons {
    /// Name of the field that names them.
    pub field: String,
    /// What stands in that field.
    pub ids: Vec<String>,
    /// Shapes in the CRS of the file; empty where the file's shape cannot be used.
    pub shapes: Vec<MultiPolygon<f64>>,
    /// CRS of the file.
    pub crs: String,
}

/// Name of the column of polygons that no field names: their number in the file, from 1.
const NUMBER: &str = "number";

/// Reads polygons. Without a `field` they are numbered. Invalid ones are errors; with `skip_invalid` they stay in the table without figures, and are warnings.
///
/// # Errors
/// Every problem of the file together.
pub fn polygons(
    path: &Path,
    layer: Option<&str>,
    field: Option<&str>,
    skip_invalid: bool,
) -> Result<(Polygons, Vec<Problem>), Vec<Problem>> {
    crate::raster::prepare();
    let name = path.display().to_string();
    let wanted = Wanted {
        path,
        name: &name,
        layer,
        crs: None,
        heading: None,
    };
    let mut problems = Vec::new();
    let Some(read) = vector::read(&wanted, &mut problems) else {
        return Err(problems);
    };
    if let Some(field) = field.filter(|field| !read.fields.iter().any(|known| known == field)) {
        let mut problem = no_field(&name, field, &read.fields);
        if problem.hint.id == "hint-no-field" {
            problem = problem.hinting(Message::new("hint-id-field"));
        }
        problems.push(problem);
    }
    let mut polygons = Polygons {
        field: field.unwrap_or(NUMBER).to_owned(),
        ids: Vec::new(),
        shapes: Vec::new(),
        crs: read.crs().to_owned(),
    };
    for shape in read.shapes {
        let id = match field {
            Some(field) => shape.field(field).unwrap_or_default().to_owned(),
            None => shape.number.to_string(),
        };
        polygons
            .shapes
            .push(areas(&shape, &id, &name, skip_invalid, &mut problems));
        polygons.ids.push(id);
    }
    if problems.iter().any(Problem::is_error) {
        return Err(problems);
    }
    Ok((polygons, problems))
}

/// The areas of a feature, or none and a problem.
fn areas(
    shape: &Shape,
    id: &str,
    file: &str,
    skip_invalid: bool,
    problems: &mut Vec<Problem>,
) -> MultiPolygon<f64> {
    let severity = if skip_invalid {
        Severity::Warning
    } else {
        Severity::Error
    };
    shape.areas.clone().unwrap_or_else(|flaws| {
        let feature = if id.is_empty() || id == shape.number.to_string() {
            shape.label()
        } else {
            format!("{} ({id})", shape.label())
        };
        let problem = Problem::new(severity, "invalid-polygon", file);
        problems.push(flaws.told(problem.at_feature(&feature)));
        MultiPolygon::new(Vec::new())
    })
}
