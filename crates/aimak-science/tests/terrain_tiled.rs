//! Tile by tile is as the whole grid, cell for cell, for every size of tile.

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, FlowNetwork, Relief, fill,
    tiled::{directions_by_tiles, fill_by_tiles, upslope_cells_by_tiles},
};
use ndarray::{Array2, ArrayView2};
use proptest::prelude::*;

const SIZE: CellSize = CellSize { dx: 30.0, dy: 24.0 };

/// Few heights make plateaus that cross many tiles; `gaps` of 40 kinds are missing, NaN or sinks.
fn land(heights: u32, gaps: u8) -> impl Strategy<Value = (Raster<f32>, Array2<bool>)> {
    (1..20_usize, 1..20_usize).prop_flat_map(move |(rows, cols)| {
        let cell = (0..heights, 0..40_u8);
        prop::collection::vec(cell, rows * cols).prop_map(move |cells| {
            let cells = Array2::from_shape_vec((rows, cols), cells).expect("one per cell");
            let height = |&(height, kind): &(u32, u8)| match kind {
                1 if gaps > 1 => f32::NAN,
                _ if height == 0 => -0.0,
                _ => height as f32 - 2.0,
            };
            let dem = Raster {
                values: cells.map(height),
                valid: cells.map(|&(_, kind)| kind > 0 || gaps == 0),
            };
            (dem, cells.map(|&(_, kind)| gaps > 2 && kind == 2))
        })
    })
}

/// Valid cells with their bits.
fn known(raster: &Raster<f32>) -> Array2<Option<u32>> {
    Array2::from_shape_fn(raster.values.dim(), |(row, col)| {
        raster.get(row, col).map(|height| height.to_bits())
    })
}

fn same(
    dem: &Raster<f32>,
    sinks: Option<ArrayView2<bool>>,
    side: usize,
) -> Result<(), TestCaseError> {
    let whole = fill(dem, sinks);
    let filled = fill_by_tiles(dem, sinks, side);
    prop_assert_eq!(known(&filled), known(&whole), "filling, tiles of {}", side);
    let relief = Relief::of(whole, SIZE, sinks);
    let d8 = D8::of(&relief);
    let towards = directions_by_tiles(&filled, sinks, SIZE, side);
    prop_assert_eq!(
        towards.view(),
        d8.towards(),
        "directions, tiles of {}",
        side
    );
    let cells = FlowNetwork::of(&d8).upslope_cells();
    let counted = upslope_cells_by_tiles(&towards, side);
    for (place, &count) in counted.indexed_iter() {
        let expected = cells.get(place.0, place.1).copied().unwrap_or(0.0);
        prop_assert_eq!(count as f64, expected, "{:?}, tiles of {}", place, side);
    }
    Ok(())
}

proptest! {
    #[test]
    fn with_gaps_and_sinks((dem, sinks) in land(6, 3), side in 1..25_usize) {
        same(&dem, Some(sinks.view()), side)?;
    }

    #[test]
    fn with_large_plateaus((dem, _) in land(2, 0), side in 1..25_usize) {
        same(&dem, None, side)?;
    }

    #[test]
    fn on_rough_ground((dem, _) in land(1000, 2), side in 1..25_usize) {
        same(&dem, None, side)?;
    }
}

/// A lake in a bowl covers all tiles and drains through one notch.
#[test]
fn one_plateau_over_all_tiles() {
    let side = 40;
    let dem = Raster {
        values: Array2::from_shape_fn((side, side), |(row, col)| {
            let rim = row == 0 || col == 0 || row + 1 == side || col + 1 == side;
            match (rim, row, col) {
                (true, 39, 17) => 5.0,
                (true, ..) => 9.0,
                _ => ((row * 7 + col * 13) % 5) as f32,
            }
        }),
        valid: Array2::from_elem((side, side), true),
    };
    for tile in [1, 2, 3, 7, 16, 39, 40, 100] {
        same(&dem, None, tile).expect("as the whole grid");
    }
    let towards = directions_by_tiles(&fill(&dem, None), None, SIZE, 7);
    let counted = upslope_cells_by_tiles(&towards, 9);
    // the wall is higher than the lake and drains into it
    assert_eq!(counted[(39, 17)], (side * side) as u64);
}
