//! The outlines and every finding in one file for a GIS, always in the same bytes.

use std::path::Path;

use aimak_core::{AimakCode, PartialDate, Release};
use gdal::{
    Dataset, DriverManager,
    config::{clear_thread_local_config_option, set_thread_local_config_option},
    errors::GdalError,
    spatial_ref::{AxisMappingStrategy, SpatialRef},
    vector::{
        Feature, FieldDefn, Layer, LayerAccess as _, LayerOptions, OGRFieldType,
        OGRwkbGeometryType, ToGdal as _, sql::Dialect,
    },
};
use geo::MultiPolygon;
use polars::prelude::{AnyValue, Column, DataFrame, DataType};

/// The outlines.
const OUTLINES: &str = "aimaks";
/// A layer that joins the findings to the outlines: for a GIS it is a map, for the file it is a rule of three lines.
const JOINED: &str = "findings_by_aimak";

/// Tables without shapes, by name.
pub(super) type Tables<'a> = [(&'static str, &'a DataFrame)];

/// Writes the outlines, a table for each of `tables`, and findings joined to outlines; the table `findings` has a column `subject`.
///
/// # Errors
/// Where GDAL or the disk refuses.
pub(super) fn write(
    path: &Path,
    release: &Release,
    outlines: &[(AimakCode, MultiPolygon<f64>)],
    tables: &Tables<'_>,
) -> Result<(), GdalError> {
    // GeoPackage wants to know when a layer changed: when the edition was published, whatever the clock says
    set_thread_local_config_option(CLOCK, &moment(release.project.edition.date))?;
    let written = filled(path, release, outlines, tables);
    clear_thread_local_config_option(CLOCK)?;
    written
}

const CLOCK: &str = "OGR_CURRENT_DATE";

/// The first moment of a date.
fn moment(date: PartialDate) -> String {
    format!("{}T00:00:00.000Z", date.first_day())
}

fn filled(
    path: &Path,
    release: &Release,
    outlines: &[(AimakCode, MultiPolygon<f64>)],
    tables: &Tables<'_>,
) -> Result<(), GdalError> {
    let mut dataset = DriverManager::get_driver_by_name("GPKG")?.create_vector_only(path)?;
    let mut transaction = dataset.start_transaction()?;
    areas(&mut transaction, release, outlines)?;
    for (name, frame) in tables {
        table(&mut transaction, name, frame)?;
    }
    transaction.commit()?;
    if let Some((name, frame)) = tables.iter().find(|(name, _)| *name == "findings") {
        for statement in joined(name, frame, release) {
            dataset.execute_sql(statement, None, Dialect::DEFAULT)?;
        }
    }
    dataset.close()
}

/// The aimaks with their outlines.
fn areas(
    dataset: &mut Dataset,
    release: &Release,
    outlines: &[(AimakCode, MultiPolygon<f64>)],
) -> Result<(), GdalError> {
    let mut srs = SpatialRef::from_epsg(4326)?;
    srs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    let layer = dataset.create_layer(LayerOptions {
        name: OUTLINES,
        srs: Some(&srs),
        ty: OGRwkbGeometryType::wkbMultiPolygon,
        options: None,
    })?;
    let words = ["code", "name_ky", "name_ru", "name_en", "organic_since"];
    let numbers = ["area_ha", "organic_ha"];
    for name in words {
        FieldDefn::new(name, OGRFieldType::OFTString)?.add_to_layer(&layer)?;
    }
    for name in numbers {
        FieldDefn::new(name, OGRFieldType::OFTReal)?.add_to_layer(&layer)?;
    }
    for aimak in &release.aimaks {
        let mut feature = Feature::new(layer.defn())?;
        let shape = outlines.iter().find(|(code, _)| *code == aimak.code);
        if let Some((_, shape)) = shape {
            feature.set_geometry(shape.to_gdal()?)?;
        }
        feature.set_field_string(0, &aimak.code.0)?;
        for (place, name) in [&aimak.name.ky, &aimak.name.ru, &aimak.name.en]
            .into_iter()
            .enumerate()
        {
            feature.set_field_string(place + 1, name)?;
        }
        if let Some(since) = aimak.organic_since {
            feature.set_field_string(4, &since.to_string())?;
        }
        feature.set_field_double(5, aimak.area_ha)?;
        if let Some(organic) = aimak.organic_ha {
            feature.set_field_double(6, organic)?;
        }
        feature.create(&layer)?;
    }
    Ok(())
}

/// A table without shapes, with the columns of `frame`.
fn table(dataset: &mut Dataset, name: &str, frame: &DataFrame) -> Result<(), GdalError> {
    let layer = dataset.create_layer(LayerOptions {
        name,
        srs: None,
        ty: OGRwkbGeometryType::wkbNone,
        options: None,
    })?;
    let columns = frame.columns();
    for column in columns {
        let kind = match column.dtype() {
            DataType::Float64 => OGRFieldType::OFTReal,
            DataType::Int64 => OGRFieldType::OFTInteger64,
            _ => OGRFieldType::OFTString,
        };
        FieldDefn::new(column.name(), kind)?.add_to_layer(&layer)?;
    }
    (0..frame.height()).try_for_each(|row| feature(&layer, columns, row))
}

fn feature(layer: &Layer<'_>, columns: &[Column], row: usize) -> Result<(), GdalError> {
    let mut feature = Feature::new(layer.defn())?;
    for (place, column) in columns.iter().enumerate() {
        match column.get(row) {
            Ok(AnyValue::Float64(number)) => feature.set_field_double(place, number)?,
            Ok(AnyValue::Int64(number)) => feature.set_field_integer64(place, number)?,
            Ok(AnyValue::String(word)) => feature.set_field_string(place, word)?,
            _ => feature.set_field_null(place)?,
        }
    }
    feature.create(layer)
}

/// Statements that make the findings of aimaks a layer with shapes.
fn joined(findings: &str, frame: &DataFrame, release: &Release) -> [String; 3] {
    let names = frame.get_column_names();
    let columns: Vec<String> = names.iter().map(|name| format!("f.\"{name}\"")).collect();
    let columns = columns.join(", ");
    let moment = moment(release.project.edition.date);
    [
        format!(
            "CREATE VIEW {JOINED} AS SELECT f.fid AS OGC_FID, a.geom, {columns} \
             FROM {findings} f JOIN {OUTLINES} a ON a.code = f.subject"
        ),
        format!(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) \
             SELECT '{JOINED}', 'features', '{JOINED}', '', '{moment}', min_x, min_y, max_x, max_y, srs_id \
             FROM gpkg_contents WHERE table_name = '{OUTLINES}'"
        ),
        format!(
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) \
             VALUES ('{JOINED}', 'geom', 'MULTIPOLYGON', 4326, 0, 0)"
        ),
    ]
}
