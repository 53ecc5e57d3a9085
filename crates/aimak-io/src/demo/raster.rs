//! Elevations and NDVI as tiled `GeoTIFF` files.

use std::path::Path;

use aimak_core::{Grid, Raster};
use aimak_science::simulate::Region;
use gdal::{
    Dataset, DriverManager, Metadata as _,
    errors::GdalError,
    raster::{Buffer, GdalType, RasterCreationOptions},
    spatial_ref::SpatialRef,
};

/// Stored number of a cell without a value.
const NODATA: i16 = -32_768;
/// NDVI is stored as an integer, times this.
const NDVI_SCALE: f64 = 1e4;

/// `dem.tif`: metres above the sea.
pub(super) fn dem(path: &Path, region: &Region) -> Result<(), String> {
    let (grid, raster) = &region.dem;
    let write_all = || {
        let mut dataset = create::<i16>(path, grid, 1)?;
        write(&mut dataset, 1, raster, 1.0, "elevation")?;
        // only closing tells whether the disk took everything
        dataset.close()
    };
    write_all().map_err(|error: GdalError| error.to_string())
}

/// `ndvi.tif`: a band for each year, its description the year.
pub(super) fn ndvi(path: &Path, region: &Region) -> Result<(), String> {
    let write_all = || {
        let mut dataset = create::<i16>(path, &region.ndvi_grid, region.ndvi.len())?;
        for (place, (year, image)) in region.ndvi.iter().enumerate() {
            write(
                &mut dataset,
                place + 1,
                image,
                NDVI_SCALE,
                &year.to_string(),
            )?;
        }
        dataset.close()
    };
    write_all().map_err(|error: GdalError| error.to_string())
}

/// A new tiled, compressed file.
fn create<T: GdalType>(path: &Path, grid: &Grid, bands: usize) -> Result<Dataset, GdalError> {
    let options = RasterCreationOptions::from_iter([
        "TILED=YES",
        "COMPRESS=DEFLATE",
        "PREDICTOR=2",
        "INTERLEAVE=BAND",
    ]);
    let driver = DriverManager::get_driver_by_name("GTiff")?;
    let mut dataset = driver.create_with_band_type_with_options::<T, _>(
        path,
        grid.width,
        grid.height,
        bands,
        &options,
    )?;
    dataset.set_geo_transform(&[grid.left, grid.dx, 0.0, grid.top, 0.0, -grid.dy])?;
    dataset.set_spatial_ref(&SpatialRef::from_definition(&grid.crs)?)?;
    Ok(dataset)
}

/// Writes one band.
fn write(
    dataset: &mut Dataset,
    band: usize,
    raster: &Raster<f64>,
    scale: f64,
    name: &str,
) -> Result<(), GdalError> {
    let (rows, columns) = raster.values.dim();
    let stored = raster.values.iter().zip(&raster.valid);
    let stored: Vec<i16> = stored
        .map(|(value, valid)| {
            if *valid {
                (value * scale).round() as i16
            } else {
                NODATA
            }
        })
        .collect();
    let mut band = dataset.rasterband(band)?;
    band.set_no_data_value(Some(f64::from(NODATA)))?;
    if scale != 1.0 {
        band.set_scale(1.0 / scale)?;
    }
    band.set_description(name)?;
    band.write(
        (0, 0),
        (columns, rows),
        &mut Buffer::new((columns, rows), stored),
    )
}
