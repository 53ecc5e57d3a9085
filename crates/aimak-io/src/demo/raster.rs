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

/// NDVI is stored as an integer, times this.
const NDVI_SCALE: f64 = 1e4;
/// Tonnes of carbon a hectare are stored in tenths.
const CARBON_SCALE: f64 = 10.0;

/// Writes one file; says what the disk or GDAL said.
type Write = fn(&Path, &Region) -> Result<(), String>;

/// Every raster file of the region and how it is written.
pub(super) const ALL: [(&str, Write); 4] = [
    ("dem.tif", dem),
    ("ndvi.tif", |path, region| {
        yearly::<i16>(path, &region.ndvi_grid, &region.ndvi, NDVI_SCALE)
    }),
    ("land_cover.tif", |path, region| {
        yearly::<u8>(path, &region.ndvi_grid, &region.land_cover, 1.0)
    }),
    ("soil_carbon.tif", |path, region| {
        yearly::<i16>(path, &region.ndvi_grid, &region.soil_carbon, CARBON_SCALE)
    }),
];

/// `dem.tif`: metres above the sea.
fn dem(path: &Path, region: &Region) -> Result<(), String> {
    let (grid, raster) = &region.dem;
    let write_all = || {
        let mut dataset = create::<i16>(path, grid, 1)?;
        write::<i16>(&mut dataset, 1, raster, 1.0, "elevation")?;
        // only closing tells whether the disk took everything
        dataset.close()
    };
    write_all().map_err(|error: GdalError| error.to_string())
}

/// A band for each year, its description the year.
fn yearly<T: Stored>(
    path: &Path,
    grid: &Grid,
    images: &[(i16, Raster<f64>)],
    scale: f64,
) -> Result<(), String> {
    let write_all = || {
        let mut dataset = create::<T>(path, grid, images.len())?;
        for (place, (year, image)) in images.iter().enumerate() {
            write::<T>(&mut dataset, place + 1, image, scale, &year.to_string())?;
        }
        dataset.close()
    };
    write_all().map_err(|error| error.to_string())
}

/// A kind of whole number a raster is stored in.
trait Stored: GdalType + Copy {
    /// Stored number of a cell without a value.
    const NODATA: Self;
    /// The stored number nearest to a value.
    fn of(value: f64) -> Self;
    /// As GDAL wants to hear it.
    fn as_f64(self) -> f64;
}

impl Stored for i16 {
    const NODATA: Self = -32_768;
    fn of(value: f64) -> Self {
        value.round() as Self
    }
    fn as_f64(self) -> f64 {
        f64::from(self)
    }
}

impl Stored for u8 {
    const NODATA: Self = 0;
    fn of(value: f64) -> Self {
        value.round() as Self
    }
    fn as_f64(self) -> f64 {
        f64::from(self)
    }
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
fn write<T: Stored>(
    dataset: &mut Dataset,
    band: usize,
    raster: &Raster<f64>,
    scale: f64,
    name: &str,
) -> Result<(), GdalError> {
    let (rows, columns) = raster.values.dim();
    let stored = raster.values.iter().zip(&raster.valid);
    let stored: Vec<T> = stored
        .map(|(value, valid)| {
            if *valid {
                T::of(value * scale)
            } else {
                T::NODATA
            }
        })
        .collect();
    let mut band = dataset.rasterband(band)?;
    band.set_no_data_value(Some(T::NODATA.as_f64()))?;
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
