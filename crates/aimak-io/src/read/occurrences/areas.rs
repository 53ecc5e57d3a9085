//! Which species are known from each area, and how much was looked for there?

use std::collections::BTreeSet;

use geo::{BoundingRect as _, Intersects as _, MultiPolygon, Point, Rect};
use proj::Proj;

use super::Occurrence;
use crate::{problem::Problem, zonal::Polygons};

/// The CRS of records.
const WGS84: &str = "EPSG:4326";

/// What records say of an area. It tells where people looked, not what is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaList {
    /// Its species.
    pub species: BTreeSet<String>,
    /// Records that are precise enough for maps.
    pub records: u64,
    /// Calendar years of them, where known.
    pub years: BTreeSet<i16>,
}

/// Lists by polygon, in their order. Only records that are precise enough for maps count.
///
/// # Errors
/// Where the polygons have a CRS into which longitude and latitude cannot be brought.
pub fn by_area(
    records: &[Occurrence],
    file: &str,
    polygons: &Polygons,
) -> Result<Vec<AreaList>, Problem> {
    let to_areas = Proj::new_known_crs(WGS84, &polygons.crs, None)
        .map_err(|error| Problem::error("unknown-crs", file).found(error.to_string()))?;
    let areas: Vec<(&MultiPolygon<f64>, Option<Rect<f64>>)> = polygons
        .shapes
        .iter()
        .map(|shape| (shape, shape.bounding_rect()))
        .collect();
    let mut lists = vec![AreaList::default(); areas.len()];
    for record in records.iter().filter(|record| record.on_map()) {
        let point = record
            .place
            .and_then(|[x, y]| to_areas.convert((x, y)).ok());
        let Some(point) = point.map(Point::from) else {
            continue;
        };
        for (list, (shape, frame)) in lists.iter_mut().zip(&areas) {
            if frame.is_some_and(|frame| frame.intersects(&point)) && shape.intersects(&point) {
                list.species.insert(record.species.clone());
                list.records += 1;
                list.years.extend(record.year());
            }
        }
    }
    Ok(lists)
}
