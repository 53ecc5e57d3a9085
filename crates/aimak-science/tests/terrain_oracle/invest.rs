//! `InVEST` SDR 3.20 on a DEM with plateaus, a pit and gaps.

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, FlowNetwork, Ground, InvestMultipleFlow, InvestSingleFlow, MISSING, Relief, fill,
    invest_slope_percent, invest_streams_multiple, invest_streams_single, slope_percent, streams,
};
use serde_json::Value;

use super::layers::{layer, read, same};

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

/// Also beside gaps and at the border, where we ourselves name no slope.
#[test]
fn slope_as_by_invest() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let filled = fill(&dem, None);
    let slope = invest_slope_percent(&filled, size);
    let expected = layer(&case, "slope_percent");
    same(&slope, &expected, 2e-6, "slope");
    let own = slope_percent(&filled, size.dx, size.dy);
    let mut guessed = 0;
    for ((row, col), &valid) in slope.valid.indexed_iter() {
        let inner = row.checked_sub(1).zip(col.checked_sub(1));
        match inner.and_then(|(row, col)| own.get(row, col)) {
            Some(own) => assert!((own - slope.values[(row, col)]).abs() < 1e-9),
            None => guessed += usize::from(valid),
        }
    }
    assert!(guessed >= 100, "only {guessed} cells beside gaps");
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
    let routing = InvestSingleFlow::of(&relief);
    let lattice = relief.lattice();
    let directions = layer(&case, "d8_direction");
    let mut plateaus = 0;
    for cell in 0..lattice.cells() {
        let (row, col) = lattice.place(cell);
        let found = routing.towards(cell);
        assert_eq!(found != MISSING, directions.valid[(row, col)]);
        if let Some(&expected) = directions.get(row, col) {
            assert_eq!(f64::from(found), expected, "{row}, {col}");
            plateaus += usize::from(relief.ground(cell) != Ground::Slope);
        }
    }
    assert!(plateaus > 20, "only {plateaus} cells on plateaus");
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    same(
        &accumulation,
        &layer(&case, "d8_accumulation"),
        0.0,
        "accumulation",
    );
    let threshold = case["threshold_cells"].as_f64().unwrap();
    let expected = layer(&case, "d8_stream")
        .values
        .mapv(|stream| stream == 1.0);
    assert_eq!(invest_streams_single(&accumulation, threshold), expected);
}

#[test]
fn streams_are_traced_as_by_invest() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let relief = Relief::of(fill(&dem, None), size, None);
    let routing = InvestMultipleFlow::of(&relief);
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    let threshold = case["threshold_cells"].as_f64().unwrap();
    let traced = invest_streams_multiple(&routing, &accumulation, threshold);
    let expected = layer(&case, "mfd_stream")
        .values
        .mapv(|stream| stream == 1.0);
    assert_eq!(traced, expected);
    assert_ne!(
        streams(&accumulation, threshold),
        expected,
        "the case needs tracing"
    );
}

/// Off plateaus our own D8 says the same; on them it follows both gradients of Barnes et al.
#[test]
fn our_single_flow_is_that_of_invest_off_plateaus() {
    let case = read(INVEST);
    let (dem, size) = invest_dem(&case);
    let relief = Relief::of(fill(&dem, None), size, None);
    let (ours, theirs) = (D8::of(&relief), InvestSingleFlow::of(&relief));
    let lattice = relief.lattice();
    let slopes = (0..lattice.cells()).filter(|&cell| relief.ground(cell) == Ground::Slope);
    let mut compared = 0;
    for cell in slopes {
        assert_eq!(ours.towards()[lattice.place(cell)], theirs.towards(cell));
        compared += 1;
    }
    assert!(compared > 400, "only {compared} cells compared");
}
