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
    let format = known(path)?;
    put_in_place(path, |partial| match format {
        Format::GeoPackage => {
            geopackage(partial, polygons, columns).map_err(|error| error.to_string())
        }
        text => frame(polygons, columns)
            .and_then(|frame| text.write(partial, frame))
            .map_err(|error| error.to_string()),
    })
}

/// Several rows for each polygon, with words among the figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<N = &'static str> {
    /// Name of the field that names the polygons.
    pub field: String,
    /// Polygon of each row.
    pub ids: Vec<String>,
    /// Names and cells of the other columns.
    pub columns: Vec<(N, Cells)>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Figures.
    Numbers(Vec<Option<f64>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Words.
    Words(Vec<Option<String>>),
}

/// Writes rows to `path` as CSV or Parquet. They appear whole or not at all.
///
/// # Errors
/// Where the format is not one of these two or the disk refuses.
pub fn write_rows<N: AsRef<str>>(path: &Path, rows: &Rows<N>) -> Result<(), Problem> {
    rows_writable(path)?;
    let format = known(path)?;
    put_in_place(path, |partial| {
        let frame = rows.frame();
        let written = frame.and_then(|frame| format.write(partial, frame));
        written.map_err(|error| error.to_string())
    })
}

/// Whether rows can be written under this name: asked before a long computation.
///
/// # Errors
/// Where the format is neither CSV nor Parquet.
pub fn rows_writable(path: &Path) -> Result<(), Problem> {
    match known(path)? {
        Format::Csv | Format::Parquet => Ok(()),
        // a feature for every row would repeat its polygon
        Format::GeoPackage => {
            Err(Problem::error("rows-format", &path.display().to_string()).found(extension(path)))
        }
    }
}

impl<N: AsRef<str>> Rows<N> {
    fn frame(&self) -> Result<DataFrame, PolarsError> {
        // a field may be called as one of our columns is
        let taken = self
            .columns
            .iter()
            .any(|(name, _)| name.as_ref() == self.field);
        let field = if taken {
            format!("polygon_{}", self.field)
        } else {
            self.field.clone()
        };
        let ids = id_column(&field, &self.ids);
        let column = |(name, cells): &(N, Cells)| {
            let name = name.as_ref().into();
            match cells {
                Cells::Numbers(numbers) => Series::new(name, numbers),
                Cells::Whole(numbers) => Series::new(name, numbers),
                Cells::Words(words) => Series::new(name, words),
            }
        };
        let all = std::iter::once(ids).chain(self.columns.iter().map(column));
        DataFrame::new(self.ids.len(), all.map(Column::from).collect())
    }
}

/// Lets `write` fill a hidden neighbour of `path` and puts it into place.
pub(super) fn put_in_place(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<(), Problem> {
    let partial = beside(path);
    let written = write(&partial);
    let placed =
        written.and_then(|()| std::fs::rename(&partial, path).map_err(|error| error.to_string()));
    if placed.is_err() {
        let _ = std::fs::remove_file(&partial);
    }
    placed.map_err(|cause| {
        Problem::error("table-unwritable", &path.display().to_string()).found(cause)
    })
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

    /// Writes a frame in a format that holds no shapes.
    fn write(self, path: &Path, mut frame: DataFrame) -> Result<(), PolarsError> {
        let file = std::fs::File::create(path)?;
        match self {
            Self::Parquet => ParquetWriter::new(file)
                .with_compression(ParquetCompression::Uncompressed)
                .finish(&mut frame)
                .map(drop),
            Self::Csv | Self::GeoPackage => {
                CsvWriter::new(file).include_header(true).finish(&mut frame)
            }
        }
    }
}

/// The format that the ending of a name says.
fn known(path: &Path) -> Result<Format, Problem> {
    Format::of(path).ok_or_else(|| {
        Problem::error("table-format", &path.display().to_string()).found(extension(path))
    })
}

/// Whether a table can be written under this name: asked before a long computation.
///
/// # Errors
/// Where the format is not known.
pub fn writable(path: &Path) -> Result<(), Problem> {
    known(path).map(drop)
}

/// Whether this name says text.
pub(super) fn is_text(path: &Path) -> bool {
    matches!(Format::of(path), Some(Format::Csv))
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
fn whole_ids(ids: &[String]) -> Option<Vec<i64>> {
    let whole = |id: &String| {
        let number: i64 = id.parse().ok()?;
        // 007 is a name, not a number
        (number.to_string() == *id).then_some(number)
    };
    ids.iter().map(whole).collect()
}

fn id_column(field: &str, ids: &[String]) -> Series {
    match whole_ids(ids) {
        Some(ids) => Series::new(field.into(), ids),
        None => Series::new(field.into(), ids),
    }
}

fn frame(
    polygons: &Polygons,
    columns: &[(String, Vec<Option<f64>>)],
) -> Result<DataFrame, PolarsError> {
    let ids = id_column(&polygons.field, &polygons.ids);
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
    let ids = whole_ids(&polygons.ids);
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
