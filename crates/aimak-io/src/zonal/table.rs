//! A table of figures by polygon as CSV, Parquet or GeoPackage.

use std::path::{Path, PathBuf};

use gdal::{
    Dataset, DriverManager,
    errors::GdalError,
    spatial_ref::{AxisMappingStrategy, SpatialRef},
    vector::{
        Feature, FieldDefn, LayerAccess as _, LayerOptions, OGRFieldType, OGRwkbGeometryType,
        ToGdal as _,
    },
};
use polars::prelude::{Column, DataFrame, NamedFrom as _, PolarsError, Series};
use polars_io::prelude::{CsvWriter, ParquetCompression, ParquetWriter, SerWriter as _};

use super::Polygons;
use crate::problem::Problem;

/// A moment that is written instead of the clock: GeoPackage wants one, and the same inputs must give the same bytes.
const NO_CLOCK: &str = "2000-01-01T00:00:00.000Z";

/// Writes ids and columns to `path`; the ending of its name chooses the format. It appears whole or not at all.
///
/// # Errors
/// Where the format is not known or the disk refuses.
pub fn write(
    path: &Path,
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<(), Problem> {
    let name = path.display().to_string();
    let unwritable = |cause: String| Problem::error("table-unwritable", &name).found(cause);
    let format = Format::of(path)
        .ok_or_else(|| Problem::error("table-format", &name).found(extension(path)))?;
    let partial = beside(path);
    let written = match format {
        Format::Csv => csv(&partial, polygons, columns).map_err(|error| error.to_string()),
        Format::Parquet => parquet(&partial, polygons, columns).map_err(|error| error.to_string()),
        Format::GeoPackage => {
            geopackage(&partial, polygons, columns).map_err(|error| error.to_string())
        }
    };
    let placed =
        written.and_then(|()| std::fs::rename(&partial, path).map_err(|error| error.to_string()));
    if placed.is_err() {
        let _ = std::fs::remove_file(&partial);
    }
    placed.map_err(unwritable)
}

/// The formats of a table.
#[derive(Clone, Copy)]
enum Format {
    Csv,
    Parquet,
    GeoPackage,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        match extension(path).as_str() {
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            "gpkg" => Some(Self::GeoPackage),
            _ => None,
        }
    }
}

/// Whether a table can be written under this name: asked before a long computation.
///
/// # Errors
/// Where the format is not known.
pub fn writable(path: &Path) -> Result<(), Problem> {
    Format::of(path).map(drop).ok_or_else(|| {
        Problem::error("table-format", &path.display().to_string()).found(extension(path))
    })
}

fn extension(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default();
    extension.to_string_lossy().to_lowercase()
}

/// A hidden neighbour, with the same ending: drivers look at it.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".partial-{}-{name}", std::process::id()))
}

/// Ids as whole numbers where all of them are, as GIS programs hand them out.
fn whole_ids(polygons: &Polygons) -> Option<Vec<i64>> {
    let whole = |id: &String| {
        let number: i64 = id.parse().ok()?;
        // 007 is a name, not a number
        (number.to_string() == *id).then_some(number)
    };
    polygons.ids.iter().map(whole).collect()
}

fn frame(
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<DataFrame, PolarsError> {
    let field = polygons.field.as_str().into();
    let ids = match whole_ids(polygons) {
        Some(ids) => Series::new(field, ids),
        None => Series::new(field, &polygons.ids),
    };
    let figures = columns.iter().map(|(name, values)| {
        let values: &[Option<f64>] = values;
        Series::new(name.as_str().into(), values)
    });
    let all: Vec<Column> = std::iter::once(ids)
        .chain(figures)
        .map(Column::from)
        .collect();
    DataFrame::new(polygons.ids.len(), all)
}

fn csv(
    path: &Path,
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<(), PolarsError> {
    let mut frame = frame(polygons, columns)?;
    CsvWriter::new(std::fs::File::create(path)?)
        .include_header(true)
        .finish(&mut frame)
}

fn parquet(
    path: &Path,
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<(), PolarsError> {
    let mut frame = frame(polygons, columns)?;
    ParquetWriter::new(std::fs::File::create(path)?)
        .with_compression(ParquetCompression::Uncompressed)
        .finish(&mut frame)
        .map(drop)
}

fn geopackage(
    path: &Path,
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<(), GdalError> {
    gdal::config::set_thread_local_config_option("OGR_CURRENT_DATE", NO_CLOCK)?;
    let _ = std::fs::remove_file(path);
    let mut dataset = DriverManager::get_driver_by_name("GPKG")?.create_vector_only(path)?;
    let mut transaction = dataset.start_transaction()?;
    features(&mut transaction, polygons, columns)?;
    transaction.commit()?;
    dataset.close()
}

fn features(
    dataset: &mut Dataset,
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<(), GdalError> {
    let mut srs = SpatialRef::from_definition(&polygons.crs)?;
    srs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    let layer = dataset.create_layer(LayerOptions {
        name: "zonal",
        srs: Some(&srs),
        ty: OGRwkbGeometryType::wkbMultiPolygon,
        options: None,
    })?;
    let ids = whole_ids(polygons);
    let id_type = if ids.is_some() {
        OGRFieldType::OFTInteger64
    } else {
        OGRFieldType::OFTString
    };
    FieldDefn::new(&polygons.field, id_type)?.add_to_layer(&layer)?;
    for (name, _) in columns {
        FieldDefn::new(name, OGRFieldType::OFTReal)?.add_to_layer(&layer)?;
    }
    for (place, shape) in polygons.shapes.iter().enumerate() {
        let mut feature = Feature::new(layer.defn())?;
        if !shape.0.is_empty() {
            feature.set_geometry(shape.to_gdal()?)?;
        }
        match &ids {
            Some(ids) => feature.set_field_integer64(0, ids[place])?,
            None => feature.set_field_string(0, &polygons.ids[place])?,
        }
        for (column, (_, values)) in columns.iter().enumerate() {
            match values[place] {
                Some(value) => feature.set_field_double(column + 1, value)?,
                None => feature.set_field_null(column + 1)?,
            }
        }
        feature.create(&layer)?;
    }
    Ok(())
}
