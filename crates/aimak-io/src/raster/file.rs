//! What does a raster file say about itself?

use std::path::Path;

use aimak_core::Grid;
use gdal::{Dataset, spatial_ref::SpatialRef};

use crate::problem::Problem;

/// A file as far as a layer needs to know it.
pub(super) struct RasterFile {
    /// Its grid.
    pub grid: Grid,
    /// Number of bands.
    pub bands: usize,
    /// Descriptions of the bands.
    pub descriptions: Vec<String>,
    /// Scale, offset and nodata of the first band.
    pub scale: Option<f64>,
    /// Offset of the first band.
    pub offset: Option<f64>,
    /// Nodata number of the first band.
    pub nodata: Option<f64>,
    /// Rows of a block.
    pub block_rows: usize,
}

/// Looks at a file. `name` is its name for people, `crs` the CRS of the project file for files without one.
pub(super) fn look(path: &Path, name: &str, crs: Option<&str>) -> Result<RasterFile, Vec<Problem>> {
    let unreadable = |error: gdal::errors::GdalError| {
        vec![Problem::error("raster-unreadable", name).found(error.to_string())]
    };
    let dataset = Dataset::open(path).map_err(unreadable)?;
    let band = dataset.rasterband(1).map_err(unreadable)?;
    let described = |k| {
        dataset
            .rasterband(k)
            .and_then(|band| gdal::Metadata::description(&band))
            .unwrap_or_default()
    };
    let mut problems = Vec::new();
    let crs = crs_of(&dataset, name, crs)
        .map_err(|problem| problems.push(problem))
        .ok();
    let affine = affine(&dataset, name)
        .map_err(|problem| problems.push(problem))
        .ok();
    let (Some((crs, geographic)), Some([left, dx, top, dy])) = (crs, affine) else {
        return Err(problems);
    };
    let (width, height) = dataset.raster_size();
    Ok(RasterFile {
        grid: Grid {
            width,
            height,
            left,
            top,
            dx,
            dy,
            crs,
            geographic,
        },
        bands: dataset.raster_count(),
        descriptions: (1..=dataset.raster_count()).map(described).collect(),
        scale: band.scale(),
        offset: band.offset(),
        nodata: band.no_data_value(),
        block_rows: band.block_size().1,
    })
}

/// The CRS as `EPSG:n` where it has a code, else as WKT; and whether it is in degrees. Never guessed.
fn crs_of(
    dataset: &Dataset,
    name: &str,
    declared: Option<&str>,
) -> Result<(String, bool), Problem> {
    let own = dataset.spatial_ref().ok();
    let declared = || declared.and_then(|crs| SpatialRef::from_definition(crs).ok());
    let Some(crs) = own.or_else(declared) else {
        return Err(Problem::error("raster-no-crs", name).found("—"));
    };
    let authority = match (crs.auth_name(), crs.auth_code()) {
        (Some(name), Ok(code)) => Some(format!("{name}:{code}")),
        _ => None,
    };
    let text = authority.or_else(|| crs.to_wkt().ok());
    let text = text.ok_or_else(|| Problem::error("raster-no-crs", name).found("—"))?;
    Ok((text, crs.is_geographic()))
}

/// Left edge, cell width, top edge, cell height; refuses rotated and south-up grids.
fn affine(dataset: &Dataset, name: &str) -> Result<[f64; 4], Problem> {
    let found = |transform: &[f64; 6]| format!("{transform:?}");
    let transform = dataset
        .geo_transform()
        .map_err(|error| Problem::error("raster-no-place", name).found(error.to_string()))?;
    let [left, dx, skew_x, top, skew_y, dy] = transform;
    if skew_x != 0.0 || skew_y != 0.0 {
        return Err(Problem::error("raster-rotated", name).found(found(&transform)));
    }
    if dx <= 0.0 || dy >= 0.0 {
        return Err(Problem::error("raster-south-up", name).found(found(&transform)));
    }
    Ok([left, dx, top, -dy])
}
