//! Terrain against named peers; their layers lie beside this file and never come from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::path::Path;

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, DInfinity, FlowNetwork, Ground, InvestMultipleFlow, MultipleFlow, Relief,
    aspect_degrees, fill, slope_percent,
};
use ndarray::{Array2, s};
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

/// `InVEST` and we lead plateaus differently (it by the distance to the drain, we by both gradients of Barnes et al.), so
/// directions are compared where a neighbour is lower, and accumulation where no water comes from a plateau.
#[test]
fn single_flow_is_as_by_invest_off_plateaus() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let relief = Relief::of(fill(&dem, None), size, None);
    let lattice = relief.lattice();
    let routing = D8::of(&relief);
    let directions = layer(&case, "d8_direction");
    let mut below_plateau = vec![false; lattice.cells()];
    for start in 0..lattice.cells() {
        let ground = relief.ground(start);
        let place = lattice.place(start);
        assert_eq!(ground != Ground::Missing, directions.valid[place]);
        if ground == Ground::Slope {
            assert_eq!(
                f64::from(routing.towards()[place]),
                directions.values[place],
                "{place:?}"
            );
        }
        if ground == Ground::Flat {
            for follow_invest in [true, false] {
                let mut cell = start;
                while !below_plateau[cell] || cell == start {
                    below_plateau[cell] = true;
                    let towards = if follow_invest {
                        directions.values[lattice.place(cell)] as usize
                    } else {
                        usize::from(routing.towards()[lattice.place(cell)])
                    };
                    match lattice
                        .around(cell)
                        .find(|&(direction, _)| direction == towards)
                    {
                        Some((_, next)) if relief.ground(next) != Ground::Missing => cell = next,
                        _ => break,
                    }
                }
            }
        }
    }
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    let expected = layer(&case, "d8_accumulation");
    let mut compared = 0;
    for cell in (0..lattice.cells()).filter(|&cell| !below_plateau[cell]) {
        let (row, col) = lattice.place(cell);
        assert_eq!(
            accumulation.get(row, col),
            expected.get(row, col),
            "{row}, {col}"
        );
        compared += usize::from(accumulation.valid[(row, col)]);
    }
    assert!(compared > 400, "only {compared} cells compared");
}

const PEERS: &str = "terrain_peers_30x26.json";
const PEERS_CELL: CellSize = CellSize { dx: 30.0, dy: 20.0 };

#[test]
fn filling_and_directions_as_by_pysheds() {
    let case = read(PEERS);
    let filled = fill(&layer(&case, "dem"), None);
    same(&filled, &layer(&case, "pysheds_filled"), 0.0, "filled DEM");
    let relief = Relief::of(filled, PEERS_CELL, None);
    let (d8, d_infinity) = (D8::of(&relief), DInfinity::of(&relief));
    let directions = layer(&case, "pysheds_d8_direction");
    let angles = layer(&case, "pysheds_dinf_angle");
    let lattice = relief.lattice();
    let mut compared = 0;
    for cell in 0..lattice.cells() {
        let (row, col) = lattice.place(cell);
        if relief.ground(cell) != Ground::Slope {
            continue;
        }
        let towards = f64::from(d8.towards()[(row, col)]);
        assert_eq!(Some(&towards), directions.get(row, col), "{row}, {col}");
        // along the border pysheds names no angle
        if let Some(&angle) = angles.get(row, col) {
            assert!(
                (d_infinity.angle(cell).unwrap() - angle).abs() < 1e-6,
                "{row}, {col}"
            );
            compared += 1;
        }
    }
    assert!(compared > 500, "only {compared} angles compared");
}

#[test]
fn accumulation_as_by_pysheds() {
    let case = read(PEERS);
    let dem = layer(&case, "smooth_dem");
    let relief = Relief::of(fill(&dem, None), PEERS_CELL, None);
    assert_eq!(relief.dem().values, dem.values, "the case has no hollows");
    let d8 = FlowNetwork::of(&D8::of(&relief)).upslope_cells();
    same(&d8, &layer(&case, "pysheds_d8_accumulation"), 0.0, "D8");
    let multiple = FlowNetwork::of(&MultipleFlow::with_exponent(&relief, 1.0)).upslope_cells();
    same(
        &multiple,
        &layer(&case, "pysheds_mfd_accumulation"),
        1e-10,
        "MFD",
    );
}

#[test]
fn slope_and_aspect_as_by_grass() {
    let case = read(PEERS);
    let dem = layer(&case, "dem");
    let (dx, dy) = (PEERS_CELL.dx, PEERS_CELL.dy);
    let inner = |name: &str| {
        let whole = layer(&case, name);
        let (rows, cols) = whole.values.dim();
        let inside = s![1..rows - 1, 1..cols - 1];
        Raster {
            values: whole.values.slice(inside).to_owned(),
            valid: whole.valid.slice(inside).to_owned(),
        }
    };
    same(
        &slope_percent(&dem, dx, dy),
        &inner("grass_slope_percent"),
        1e-9,
        "slope",
    );
    same(
        &aspect_degrees(&dem, dx, dy),
        &inner("grass_aspect_degrees"),
        1e-9,
        "aspect",
    );
}
