//! A DEM in degrees becomes one in metres, because slope needs both axes in the unit of the height.

use std::path::Path;

use aimak_core::{Grid, Raster};
use gdal::{
    Dataset, DriverManager,
    raster::reproject,
    spatial_ref::{AxisMappingStrategy, SpatialRef},
};
use geo::{Coord, LineString};
use ndarray::Array2;
use proj::Proj;

/// Metres of one degree of latitude on a sphere of the Earth's mean radius.
const METRES_PER_DEGREE: f64 = 111_195.0;
/// Marks cells without a value while GDAL resamples; lower than any place on Earth.
const NOTHING: f64 = -32_768.0;

/// The first band of a geographic DEM, projected bilinearly to `crs`.
///
/// The new cells are square and as large as the old ones are on the ground at the middle of the DEM (geometric mean of both
/// sides), so that neither relief nor precision is invented. The whole DEM is held in memory.
pub(super) fn projected(
    path: &Path,
    old: &Grid,
    nodata: Option<f64>,
    crs: &str,
) -> Result<(Grid, Raster<f64>), String> {
    let said = |error: gdal::errors::GdalError| error.to_string();
    let grid = target(old, crs)?;
    let source = Dataset::open(path).map_err(said)?;
    let memory = DriverManager::get_driver_by_name("MEM").map_err(said)?;
    let mut from = memory
        .create_with_band_type::<f64, _>("", old.width, old.height, 1)
        .map_err(said)?;
    from.set_geo_transform(&[old.left, old.dx, 0.0, old.top, 0.0, -old.dy])
        .map_err(said)?;
    from.set_spatial_ref(&reference(&old.crs)?).map_err(said)?;
    let band = source.rasterband(1).map_err(said)?;
    let mut stored = band.read_band_as::<f64>().map_err(said)?;
    for value in stored.data_mut() {
        if value.is_nan() || nodata.is_some_and(|nodata| *value == nodata) {
            *value = NOTHING;
        }
    }
    fill(&mut from, &mut stored)?;
    let mut to = memory
        .create_with_band_type::<f64, _>("", grid.width, grid.height, 1)
        .map_err(said)?;
    to.set_geo_transform(&[grid.left, grid.dx, 0.0, grid.top, 0.0, -grid.dy])
        .map_err(said)?;
    to.set_spatial_ref(&reference(crs)?).map_err(said)?;
    let mut nothing = gdal::raster::Buffer::new(
        (grid.width, grid.height),
        vec![NOTHING; grid.width * grid.height],
    );
    fill(&mut to, &mut nothing)?;
    reproject(&from, &to).map_err(said)?;
    let values: Array2<f64> = to
        .rasterband(1)
        .and_then(|band| band.read_band_as::<f64>())
        .map_err(said)?
        .to_array()
        .map_err(said)?;
    let valid = values.mapv(|value| value != NOTHING);
    Ok((grid, Raster { values, valid }))
}

/// Writes all cells of the first band and declares the nodata number.
fn fill(dataset: &mut Dataset, values: &mut gdal::raster::Buffer<f64>) -> Result<(), String> {
    let said = |error: gdal::errors::GdalError| error.to_string();
    let mut band = dataset.rasterband(1).map_err(said)?;
    band.set_no_data_value(Some(NOTHING)).map_err(said)?;
    band.write((0, 0), values.shape(), values).map_err(said)
}

/// A CRS with easting or longitude first, as rasters have it.
fn reference(crs: &str) -> Result<SpatialRef, String> {
    let mut reference = SpatialRef::from_definition(crs).map_err(|error| error.to_string())?;
    reference.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    Ok(reference)
}

/// Square cells over the projected outline of the old grid.
fn target(old: &Grid, crs: &str) -> Result<Grid, String> {
    let proj = Proj::new_known_crs(&old.crs, crs, None).map_err(|error| error.to_string())?;
    let middle = f64::midpoint(old.top, old.bottom());
    let cell = METRES_PER_DEGREE * (old.dx * middle.to_radians().cos() * old.dy).sqrt();
    let corners = [
        (old.left, old.top),
        (old.right(), old.top),
        (old.right(), old.bottom()),
        (old.left, old.bottom()),
    ];
    let outline = LineString::from([&corners[..], &corners[..1]].concat());
    let (mut low, mut high) = (
        Coord {
            x: f64::MAX,
            y: f64::MAX,
        },
        Coord {
            x: f64::MIN,
            y: f64::MIN,
        },
    );
    for edge in outline.lines() {
        for k in 0..=32 {
            let share = f64::from(k) / 32.0;
            let point = (
                edge.start.x + share * edge.dx(),
                edge.start.y + share * edge.dy(),
            );
            let (x, y) = proj.convert(point).map_err(|error| error.to_string())?;
            low = Coord {
                x: low.x.min(x),
                y: low.y.min(y),
            };
            high = Coord {
                x: high.x.max(x),
                y: high.y.max(y),
            };
        }
    }
    let cells = |from: f64, to: f64| ((to - from) / cell).ceil() as usize;
    Ok(Grid {
        width: cells(low.x, high.x),
        height: cells(low.y, high.y),
        left: low.x,
        top: high.y,
        dx: cell,
        dy: cell,
        crs: crs.to_owned(),
        geographic: false,
    })
}
