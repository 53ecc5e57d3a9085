//! Onto which grid in metres does a DEM go?

use aimak_core::Grid;
use gdal::spatial_ref::SpatialRef;
use proj::Proj;

use super::super::{dem, same_crs};
use crate::problem::Problem;

/// A grid a DEM is projected to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub grid: Grid,
    /// Width and height of a cell before, m on the ground.
    pub own_cell_m: [f64; 2],
}

/// Sides of a cell that differ by more than this share make no square: lengths along the flow would be wrong.
const SQUARE: f64 = 0.01;

/// The grid to project to; `None` where the DEM can stay as it is.
///
/// Square cells, as large as the old ones are on the ground (geometric mean of both sides) and rounded to whole metres, below
/// ten metres to decimetres; edges at multiples of the cell, so that neighbouring DEMs fit together.
pub(super) fn target(
    grid: &Grid,
    crs: Option<&str>,
    name: &str,
) -> Result<Option<Target>, Problem> {
    let square = (grid.dx / grid.dy - 1.0).abs() <= SQUARE;
    let stays = crs.is_none_or(|crs| same_crs(crs, &grid.crs));
    if stays && square && dem::has_true_metres(grid) {
        return Ok(None);
    }
    let wrong = |cause: String| Problem::error("dem-crs", name).found(cause);
    let crs = match crs {
        Some(crs) => crs.to_owned(),
        None => own_or_utm(grid).ok_or_else(|| wrong(grid.crs.clone()))?,
    };
    let reference =
        SpatialRef::from_definition(&crs).map_err(|error| wrong(format!("{crs}: {error}")))?;
    let own_cell_m = dem::ground_cell(grid).ok_or_else(|| wrong(grid.crs.clone()))?;
    let outline = dem::outline(grid, &crs).map_err(wrong)?;
    let side = rounded((own_cell_m[0] * own_cell_m[1]).sqrt());
    let (left, top) = (
        (outline.min().x / side).floor() * side,
        (outline.max().y / side).ceil() * side,
    );
    let cells = |length: f64| ((length / side).ceil() as usize).max(1);
    let grid = Grid {
        width: cells(outline.max().x - left),
        height: cells(top - outline.min().y),
        left,
        top,
        dx: side,
        dy: side,
        crs,
        geographic: reference.is_geographic(),
    };
    if grid.geographic || !dem::has_true_metres(&grid) {
        return Err(wrong(grid.crs));
    }
    Ok(Some(Target { grid, own_cell_m }))
}

/// Whole metres, below ten metres decimetres, below one metre as it is.
fn rounded(side: f64) -> f64 {
    match side {
        10.0.. => side.round(),
        1.0.. => (side * 10.0).round() / 10.0,
        _ => side,
    }
}

/// Its own CRS where only the cells are no squares, else the UTM zone (WGS 84) of its centre.
fn own_or_utm(grid: &Grid) -> Option<String> {
    if dem::has_true_metres(grid) {
        return Some(grid.crs.clone());
    }
    let (x, y) = (
        f64::midpoint(grid.left, grid.right()),
        f64::midpoint(grid.top, grid.bottom()),
    );
    let degrees = Proj::new_known_crs(&grid.crs, "EPSG:4326", None).ok()?;
    let (longitude, latitude) = if same_crs(&grid.crs, "EPSG:4326") {
        (x, y)
    } else {
        degrees.convert((x, y)).ok()?
    };
    Some(utm(longitude, latitude))
}

/// The zone of a place, without the exceptions of Norway and Svalbard.
fn utm(longitude: f64, latitude: f64) -> String {
    let zone = ((longitude + 180.0).rem_euclid(360.0) / 6.0).floor() as u32 + 1;
    let hemisphere = if latitude < 0.0 { 7 } else { 6 };
    format!("EPSG:32{hemisphere}{zone:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_of_places() {
        assert_eq!(utm(74.6, 42.9), "EPSG:32643");
        assert_eq!(utm(68.0, 51.5), "EPSG:32642");
        assert_eq!(utm(-58.4, -34.6), "EPSG:32721");
        assert_eq!(utm(180.0, 1.0), "EPSG:32601");
    }

    #[test]
    fn sides_are_rounded_sensibly() {
        assert_eq!([26.49, 9.963, 0.5].map(rounded), [26.0, 10.0, 0.5]);
    }
}
