//! Maps of the release: a cloud-optimised raster each, and a picture small enough for a page.

use std::path::Path;

use aimak_core::{
    CellMap, Grid, MapGrid, MapLayer, MapLegend, Message, Progress, RasterFault, Release, Window,
};
use gdal::{
    DriverManager,
    errors::GdalError,
    raster::{Buffer, GdalType, RasterCreationOptions},
    spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef},
};
use geo::MultiPolygon;

use super::{
    Folder, Unwritten,
    cell_tags::Tags,
    maps::{Packing, optimise},
    picture::{Coding, Picture},
};
use crate::problem::Problem;

/// Writes `<stem>.tif` and `<stem>.png` ([`aimak_core::MapAbout::stem`]) into the folder; `None` where the map does not meet the outlines.
///
/// Cells of a strip that cannot be read stay empty; the figures that need them are withheld and say why.
///
/// # Errors
/// Where the disk refuses, or `progress` asked to stop.
pub(super) fn write(
    folder: &Folder,
    draft: &Release,
    map: &dyn CellMap,
    outlines: &[&MultiPolygon<f64>],
    progress: &dyn Progress,
) -> Result<Option<MapLayer>, Unwritten> {
    let about = map.about().clone();
    let raster = format!("{}.tif", about.stem());
    let picture = format!("{}.png", about.stem());
    let place = folder.path(&raster);
    raster_file(map, &Tags::of(draft, &about), &place, progress)?;
    let refused =
        |file: &str, cause: String| Problem::error("folder-unwritable", file).found(cause);
    let seen = Picture::of(&place, map.grid(), outlines);
    let seen = seen.map_err(|error| refused(&raster, error.to_string()))?;
    let Some(seen) = seen else {
        let _ = std::fs::remove_file(&place);
        return Ok(None);
    };
    let scale = matches!(about.legend, MapLegend::Values(_)).then(|| seen.scale());
    let coding = match (&about.legend, scale) {
        (MapLegend::Classed { limits, .. }, _) => Coding::Limits(limits),
        (_, Some(scale)) => Coding::Scale(scale),
        (_, None) => Coding::Classes,
    };
    let png = seen
        .png(coding)
        .map_err(|error| refused(&picture, error.to_string()))?;
    folder.write(&picture, &png)?;
    Ok(Some(MapLayer {
        about,
        raster,
        picture,
        grid: placed(map.grid()),
        bounds: seen.bounds,
        scale,
    }))
}

/// The grid with its frame in degrees; `None` where its CRS leads to none.
fn placed(grid: &Grid) -> Option<MapGrid> {
    let geographic = |crs: &str| {
        let mut crs = SpatialRef::from_definition(crs).ok()?;
        crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
        Some(crs)
    };
    let to_degrees =
        CoordTransform::new(&geographic(&grid.crs)?, &geographic("EPSG:4326")?).ok()?;
    let frame = [grid.left, grid.bottom(), grid.right(), grid.top];
    let bounds = to_degrees.transform_bounds(&frame, POINTS_AN_EDGE).ok()?;
    bounds
        .iter()
        .all(|degree| degree.is_finite())
        .then(|| MapGrid {
            grid: grid.clone(),
            bounds,
        })
}

/// Points along each edge of a raster when its frame is projected.
const POINTS_AN_EDGE: i32 = 21;

/// Computes the map and puts it into place as a cloud-optimised file.
fn raster_file(
    map: &dyn CellMap,
    tags: &Tags,
    place: &Path,
    progress: &dyn Progress,
) -> Result<(), Unwritten> {
    let draft = place.with_extension("draft.tif");
    let with_unit = place.with_extension("draft.vrt");
    let written = match map.about().legend {
        MapLegend::Classes(_) => fill::<u8>(&draft, map, tags, 0, progress),
        MapLegend::Values(_) | MapLegend::Classed { .. } => {
            fill::<f32>(&draft, map, tags, f32::NAN, progress)
        }
    };
    let made = written.and_then(|whole| {
        if whole {
            tags.with_unit(&draft, &with_unit)?;
            optimise(&with_unit, place, Packing::Small)?;
        }
        Ok(whole)
    });
    for draft in [&draft, &with_unit] {
        let _ = std::fs::remove_file(draft);
    }
    let name = place.display().to_string();
    match made {
        Ok(true) => Ok(()),
        Ok(false) => Err(Unwritten::Interrupted),
        Err(error) => Err(Problem::error("folder-unwritable", &name)
            .found(error.to_string())
            .into()),
    }
}

/// A number cells are stored as.
trait Stored: GdalType + Copy + Into<f64> {
    fn of(value: f64) -> Self;
}

impl Stored for u8 {
    fn of(value: f64) -> Self {
        value as Self
    }
}

impl Stored for f32 {
    fn of(value: f64) -> Self {
        value as Self
    }
}

/// Computes the map strip by strip into a plain file; false where `progress` asked to stop.
fn fill<T: Stored>(
    path: &Path,
    map: &dyn CellMap,
    tags: &Tags,
    nodata: T,
    progress: &dyn Progress,
) -> Result<bool, GdalError> {
    let grid = map.grid();
    let options = RasterCreationOptions::from_iter(["TILED=YES", "BIGTIFF=IF_SAFER"]);
    let driver = DriverManager::get_driver_by_name("GTiff")?;
    let mut dataset = driver.create_with_band_type_with_options::<T, _>(
        path,
        grid.width,
        grid.height,
        1,
        &options,
    )?;
    dataset.set_geo_transform(&[grid.left, grid.dx, 0.0, grid.top, 0.0, -grid.dy])?;
    dataset.set_spatial_ref(&SpatialRef::from_definition(&grid.crs)?)?;
    tags.write(&mut dataset)?;
    let mut band = dataset.rasterband(1)?;
    band.set_no_data_value(Some(nodata.into()))?;
    let strips = map.strips();
    let stage = Message::new("stage-map").with("map", map.about().stem());
    progress.begin(stage, strips.len());
    for window in strips {
        if progress.cancelled() {
            return Ok(false);
        }
        let values: Result<Vec<Option<f64>>, RasterFault> = map.values(window);
        let stored = match values {
            Ok(values) => values
                .into_iter()
                .map(|v| v.map_or(nodata, T::of))
                .collect(),
            Err(_) => vec![nodata; window.width * window.height],
        };
        let Window {
            col,
            row,
            width,
            height,
        } = window;
        let at = (col as isize, row as isize);
        band.write(
            at,
            (width, height),
            &mut Buffer::new((width, height), stored),
        )?;
        progress.advance(1);
    }
    dataset.close()?;
    Ok(true)
}
