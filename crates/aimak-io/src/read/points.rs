//! A layer of points as a table: attributes are columns, and so are longitude and latitude.

use std::path::Path;

use compact_str::{CompactString, ToCompactString as _};
use proj::Proj;

use super::{
    cells::{CellText, Cells},
    sheet,
    table::LISTED,
    vector::{self, PointRow, Wanted},
};
use crate::{
    problem::{More, Problem},
    project::{Column, TableFormat, TableKind, TableSpec},
};

/// Names of the two columns that hold the places.
const LONGITUDE_LATITUDE: [&str; 2] = ["longitude", "latitude"];
/// The CRS of those columns.
const WGS84: &str = "EPSG:4326";

/// Reads a layer of points as a table. A row bears the number of its feature, which map programs count from 1.
///
/// # Errors
/// Where the layer cannot be read, or a feature is no point.
pub(super) fn read(base: &Path, spec: &TableSpec) -> Result<Cells, Vec<Problem>> {
    let path = base.join(&spec.file);
    let wanted = Wanted {
        path: &path,
        name: &spec.file,
        layer: spec.layer.as_deref(),
        // with mapped eastings it is their CRS
        crs: spec.crs.as_deref().filter(|_| spec.columns.x.is_none()),
        heading: Some("[[tables]]"),
    };
    let mut problems = Vec::new();
    let read = vector::read_points(&wanted, &mut problems);
    let Some(points) = read.filter(|_| !problems.iter().any(Problem::is_error)) else {
        return Err(problems);
    };
    let problems = no_points(&points.rows, &spec.file);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut header = points.fields;
    let own = LONGITUDE_LATITUDE
        .iter()
        .any(|name| header.iter().any(|field| field == name));
    let to_degrees = match points.crs.filter(|_| !own) {
        Some(crs) => Some(Proj::new_known_crs(&crs, WGS84, None).map_err(|error| {
            vec![Problem::error("unknown-crs", &spec.file).found(error.to_string())]
        })?),
        None => None,
    };
    if to_degrees.is_some() {
        header.extend(LONGITUDE_LATITUDE.map(str::to_owned));
    }
    let row = |row: PointRow| -> Vec<CellText> {
        let place = row.place.ok().flatten();
        let degrees = to_degrees
            .as_ref()
            .map(|proj| place.and_then(|c| proj.convert((c.x, c.y)).ok()));
        let texts = degrees.map(|place| match place {
            Some((longitude, latitude)) => {
                [longitude, latitude].map(|degrees| Some(degrees.to_compact_string()))
            }
            None => [None, None],
        });
        row.fields
            .into_iter()
            .map(|field| field.map(CompactString::from))
            .chain(texts.into_iter().flatten())
            .collect()
    };
    Ok(Cells {
        early: vec![header.clone()],
        header,
        rows: points.rows.into_iter().map(row).collect(),
        too_long: Vec::new(),
        first_row: 1,
    })
}

/// A layer of points of a file that no project names yet.
///
/// # Errors
/// As [`read`].
pub(crate) fn of(path: &Path) -> Result<Cells, Vec<Problem>> {
    read(Path::new(""), &sheet::spec(path))
}

/// Features that are no points: the first ones one by one, the others together.
fn no_points(rows: &[PointRow], file: &str) -> Vec<Problem> {
    let other =
        |(place, row): (usize, &PointRow)| Some((place + 1, row.place.as_ref().err()?.clone()));
    let others: Vec<(usize, String)> = rows.iter().enumerate().filter_map(other).collect();
    let problem = |(number, kind): &(usize, String)| {
        Problem::error("feature-no-point", file)
            .at_feature(&format!("#{number}"))
            .found(kind.as_str())
    };
    let mut problems: Vec<Problem> = others.iter().take(LISTED).map(problem).collect();
    if others.len() > LISTED {
        let further_rows = others[LISTED..].iter().map(|(number, _)| *number).collect();
        problems.push(Problem {
            more: Box::new(More {
                causes: Vec::new(),
                further_rows,
            }),
            ..Problem::error("feature-no-point", file)
        });
    }
    problems
}

/// The table with the places of its points as coordinates, where it may place plots and says nothing else of where they lie.
pub(super) fn placed(spec: &TableSpec) -> TableSpec {
    let mut spec = spec.clone();
    let columns = &mut spec.columns;
    let mapped = [
        &columns.longitude,
        &columns.latitude,
        &columns.x,
        &columns.y,
    ];
    if TableFormat::of(&spec.file) == TableFormat::Map
        && spec.kind == TableKind::Plots
        && mapped.into_iter().all(Option::is_none)
    {
        let [longitude, latitude] =
            LONGITUDE_LATITUDE.map(|name| Some(Column::Name(name.to_owned())));
        (columns.longitude, columns.latitude) = (longitude, latitude);
    }
    spec
}
