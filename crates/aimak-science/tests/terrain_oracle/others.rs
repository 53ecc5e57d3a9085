//! pysheds and GRASS.

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, DInfinity, FlowNetwork, Ground, MultipleFlow, Relief, aspect_degrees, fill,
    slope_percent,
};
use ndarray::s;

use super::layers::{layer, read, same};

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
