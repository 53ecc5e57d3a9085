//! The literal cases of `pygeoprocessing`'s own tests (`tests/test_routing.py`, which calls them checked by hand).

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, FlowNetwork, InvestMultipleFlow, InvestSingleFlow, Relief, fill,
    invest_streams_multiple,
};
use ndarray::{Array2, array};

const SIDE: usize = 11;
const SIZE: CellSize = CellSize { dx: 1.0, dy: 1.0 };

/// Level ground; with a channel, its middle row is a metre lower.
fn relief(channel: bool) -> Relief<f32> {
    let height = |(row, _): (usize, usize)| {
        if channel && row == SIDE / 2 {
            -1.0
        } else {
            0.0
        }
    };
    let dem = Raster {
        values: Array2::from_shape_fn((SIDE, SIDE), height),
        valid: Array2::from_elem((SIDE, SIDE), true),
    };
    Relief::of(fill(&dem, None), SIZE, None)
}

#[test]
fn level_ground_under_single_flow() {
    let relief = relief(false);
    let routing = InvestSingleFlow::of(&relief);
    let directions = relief
        .lattice()
        .array((0..SIDE * SIDE).map(|cell| routing.towards(cell)).collect());
    let expected: Array2<u8> = array![
        [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0],
        [4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0],
        [4, 4, 2, 2, 2, 2, 2, 2, 2, 0, 0],
        [4, 4, 4, 2, 2, 2, 2, 2, 0, 0, 0],
        [4, 4, 4, 4, 2, 2, 2, 0, 0, 0, 0],
        [4, 4, 4, 4, 4, 2, 0, 0, 0, 0, 0],
        [4, 4, 4, 4, 4, 6, 0, 0, 0, 0, 0],
        [4, 4, 4, 4, 6, 6, 6, 0, 0, 0, 0],
        [4, 4, 4, 6, 6, 6, 6, 6, 0, 0, 0],
        [4, 4, 6, 6, 6, 6, 6, 6, 6, 0, 0],
        [4, 6, 6, 6, 6, 6, 6, 6, 6, 6, 0],
    ];
    assert_eq!(directions, expected);
    let first_row = FlowNetwork::of(&routing)
        .upslope_cells()
        .values
        .row(0)
        .to_vec();
    assert_eq!(
        first_row,
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]
    );
}

#[test]
fn a_channel_under_multiple_flow() {
    let relief = relief(true);
    let routing = InvestMultipleFlow::of(&relief);
    let row = |row: usize| (0..SIDE).map(move |col| row * SIDE + col);
    let packed = |r: usize| row(r).map(|cell| routing.packed(cell)).collect::<Vec<_>>();
    let around = |west: u32, middle: u32, east: u32| {
        let mut line = vec![middle; SIDE];
        (line[0], line[SIDE - 1]) = (west, east);
        line
    };
    for r in 0..5 {
        let above = around(1_761_607_680, 1_178_599_424, 157_286_400);
        assert_eq!(packed(r), above, "row {r}");
    }
    let mut channel = around(4_603_904, 15, 1_073_741_894);
    channel[1..5].fill(983_040);
    channel[5] = 524_296;
    assert_eq!(packed(5), channel);
    for r in 6..SIDE {
        assert_eq!(packed(r), around(2_400, 17_984, 26_880), "row {r}");
    }
    let accumulation = FlowNetwork::of(&routing).upslope_cells();
    let close = |row: usize, expected: [f64; 6]| {
        for (col, expected) in expected.into_iter().enumerate() {
            let found = accumulation.values[(row, col)];
            assert!((found - expected).abs() < 5e-8, "{row}, {col}: {found}");
            let mirrored = accumulation.values[(row, SIDE - 1 - col)];
            assert!((found - mirrored).abs() < 1e-12, "{row}, {col}");
        }
    };
    close(
        3,
        [
            3.564_688_05,
            4.345_749_27,
            4.080_233_24,
            4.009_329_45,
            4.0,
            4.0,
        ],
    );
    close(
        5,
        [
            60.5,
            51.126_813_36,
            39.012_725_03,
            27.621_412_27,
            16.519_192,
            11.003_046_35,
        ],
    );
    let traced = invest_streams_multiple(&routing, &accumulation, 30.0);
    let is_stream = |(row, col): (usize, usize)| row == 5 && !(3..=7).contains(&col);
    assert_eq!(traced, Array2::from_shape_fn((SIDE, SIDE), is_stream));
}
