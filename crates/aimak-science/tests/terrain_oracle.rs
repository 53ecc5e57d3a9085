//! Terrain against named peers; their layers lie beside this file and never come from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::path::Path;

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, FlowNetwork, InvestMultipleFlow, Relief, fill, slope_percent, streams,
};
use ndarray::Array2;
use serde_json::Value;

fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/oracle")
        .join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A layer; cells without data are null.
fn layer(case: &Value, name: &str) -> Raster<f64> {
    let rows = case[name].as_array().unwrap();
    let cols = rows[0].as_array().unwrap().len();
    let cells = Array2::from_shape_fn((rows.len(), cols), |(row, col)| rows[row][col].as_f64());
    Raster {
        values: cells.mapv(Option::unwrap_or_default),
        valid: cells.mapv(|cell| cell.is_some()),
    }
}

/// Every cell within `tolerance` (relative), and the same cells missing.
fn same(found: &Raster<f64>, expected: &Raster<f64>, tolerance: f64, what: &str) {
    assert_eq!(
        found.valid, expected.valid,
        "{what}: other cells are missing"
    );
    for ((place, &valid), (&found, &expected)) in found
        .valid
        .indexed_iter()
        .zip(found.values.iter().zip(&expected.values))
    {
        let close = (found - expected).abs() <= tolerance * expected.abs().max(1.0);
        assert!(
            !valid || close,
            "{what} at {place:?}: {found}, expected {expected}"
        );
    }
}

const INVEST: &str = "invest_terrain_24x24.json";

/// The DEM of the `InVEST` case in single precision, as `InVEST` read it, with its cell size.
fn invest_dem(case: &Value) -> (Raster<f32>, CellSize) {
    let dem = layer(case, "dem");
    let side = case["pixel_m"].as_f64().unwrap();
    let dem = Raster {
        values: dem.values.mapv(|z| z as f32),
        valid: dem.valid,
    };
    (dem, CellSize { dx: side, dy: side })
}

fn doubles(raster: &Raster<f32>) -> Raster<f64> {
    Raster {
        values: raster.values.mapv(f64::from),
        valid: raster.valid.clone(),
    }
}

#[test]
fn hollows_are_filled_as_by_invest() {
    let case = read(INVEST);
    let (dem, _) = invest_dem(&case);
    let expected = layer(&case, "pit_filled_dem");
    let filled = fill(&dem, None);
    assert_ne!(filled.values, dem.values, "the case has hollows");
    same(&doubles(&filled), &expected, 1e-8, "filled DEM");
}

#[test]
fn slope_as_by_invest_where_all_neighbours_are_known() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let filled = doubles(&fill(&dem, None));
    let slope = slope_percent(&filled, size.dx, size.dy);
    let expected = layer(&case, "slope_percent");
    let mut compared = 0;
    for ((row, col), &valid) in slope.valid.indexed_iter() {
        if valid {
            let (found, expected) = (
                slope.values[(row, col)],
                expected.values[(row + 1, col + 1)],
            );
            assert!(
                (found - expected).abs() <= 1e-6 * expected.abs().max(1.0),
                "{row}, {col}: {found}, {expected}"
            );
            compared += 1;
        }
    }
    assert!(compared > 400, "only {compared} cells compared");
}

#[test]
fn multiple_flow_is_divided_as_by_invest() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let relief = Relief::of(fill(&dem, None), size, None);
    let routing = InvestMultipleFlow::of(&relief);
    let cells = dem.values.dim();
    for ((row, col), &valid) in dem.valid.indexed_iter() {
        if valid {
            // stored as a signed number
            let expected = case["mfd_direction"][row][col].as_i64().unwrap() as u32;
            let found = routing.packed(row * cells.1 + col);
            assert_eq!(
                found, expected,
                "{row}, {col}: {found:x}, expected {expected:x}"
            );
        }
    }
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    same(
        &accumulation,
        &layer(&case, "mfd_accumulation"),
        1e-6,
        "accumulation",
    );
}

#[test]
fn single_flow_is_as_by_invest() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let relief = Relief::of(fill(&dem, None), size, None);
    let routing = D8::of(&relief);
    let expected = layer(&case, "d8_direction");
    let mut differ = Vec::new();
    for (place, &towards) in routing.towards().indexed_iter() {
        if expected.valid[place] && f64::from(towards) != expected.values[place] {
            differ.push((place, towards, expected.values[place]));
        }
    }
    println!("{differ:?}");
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    let stream = streams(&accumulation, case["threshold_cells"].as_f64().unwrap());
    same(
        &accumulation,
        &layer(&case, "d8_accumulation"),
        0.0,
        "accumulation",
    );
    assert_eq!(stream.mapv(f64::from), layer(&case, "d8_stream").values);
}
