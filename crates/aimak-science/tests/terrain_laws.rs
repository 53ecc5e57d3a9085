//! What holds for water on every terrain, checked on random ones.

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, DInfinity, FlowNetwork, Ground, InvestMultipleFlow, InvestSingleFlow,
    MultipleFlow, Relief, Routing, fill, invest_slope_percent,
    neighbours::{Lattice, STEPS},
};
use ndarray::Array2;
use proptest::prelude::*;

const SQUARE: CellSize = CellSize { dx: 30.0, dy: 30.0 };
const OBLONG: CellSize = CellSize { dx: 20.0, dy: 31.0 };

/// A DEM and its sinks.
#[derive(Clone, Debug)]
struct Land {
    dem: Raster<f64>,
    sinks: Array2<bool>,
}

/// Few different heights make many plateaus and hollows; some cells are missing, some NaN, some sinks.
fn land(heights: u32) -> impl Strategy<Value = Land> {
    (1..14_usize, 1..14_usize).prop_flat_map(move |(rows, cols)| {
        let cell = (0..heights, 0..40_u8);
        prop::collection::vec(cell, rows * cols).prop_map(move |cells| {
            let cells = Array2::from_shape_vec((rows, cols), cells).expect("one per cell");
            let height = |&(height, kind): &(u32, u8)| {
                if kind == 1 {
                    f64::NAN
                } else {
                    f64::from(height)
                }
            };
            Land {
                dem: Raster {
                    values: cells.map(height),
                    valid: cells.map(|&(_, kind)| kind != 0),
                },
                sinks: cells.map(|&(_, kind)| kind == 2),
            }
        })
    })
}

impl Land {
    fn filled(&self) -> Raster<f64> {
        fill(&self.dem, Some(self.sinks.view()))
    }

    fn relief(&self, size: CellSize) -> Relief<f64> {
        Relief::of(self.filled(), size, Some(self.sinks.view()))
    }
}

fn known(dem: &Raster<f64>, row: isize, col: isize) -> Option<f64> {
    let (row, col) = (usize::try_from(row).ok()?, usize::try_from(col).ok()?);
    dem.get(row, col).copied().filter(|z| !z.is_nan())
}

/// Heights of the eight neighbours, `None` where there is none.
fn around(dem: &Raster<f64>, (row, col): (usize, usize)) -> [Option<f64>; 8] {
    STEPS.map(|(down, right)| known(dem, row as isize + down, col as isize + right))
}

/// Filling as Planchon & Darboux (2001) did it: drown everything and let it drain until nothing changes. Slow and plain.
fn drained(land: &Land) -> Array2<Option<f64>> {
    let dem = &land.dem;
    let height = |(row, col)| known(dem, row as isize, col as isize);
    let leaves = |place| land.sinks[place] || around(dem, place).iter().any(Option::is_none);
    let mut levels = Raster {
        values: Array2::from_shape_fn(dem.values.dim(), |place| match height(place) {
            Some(z) if leaves(place) => z,
            _ => f64::INFINITY,
        }),
        valid: Array2::from_shape_fn(dem.values.dim(), |place| height(place).is_some()),
    };
    loop {
        let before = levels.clone();
        for (place, z) in dem.values.indexed_iter() {
            if before.valid[place] && !leaves(place) {
                let lowest = around(&levels, place)
                    .into_iter()
                    .flatten()
                    .fold(f64::INFINITY, f64::min);
                levels.values[place] = lowest.max(*z);
            }
        }
        if levels == before {
            break;
        }
    }
    Array2::from_shape_fn(dem.values.dim(), |place| {
        levels.valid[place].then_some(levels.values[place])
    })
}

/// Water that arrives where nothing flows on, by any routing, is all the water.
fn all_water_arrives<R: Routing>(routing: &R) -> Result<(), TestCaseError> {
    let lattice = routing.lattice();
    let network = FlowNetwork::of(routing);
    let part: Vec<usize> = (0..lattice.cells())
        .filter(|&cell| routing.takes_part(cell))
        .collect();
    let mut ordered: Vec<usize> = network.order().iter().map(|&cell| cell as usize).collect();
    let mut position = vec![0; lattice.cells()];
    for (number, &cell) in ordered.iter().enumerate() {
        position[cell] = number;
    }
    ordered.sort_unstable();
    prop_assert_eq!(&ordered, &part, "every cell once: no circles");
    let accumulation = network.upslope_cells();
    let mut arrived = 0.0;
    for cell in part.iter().copied() {
        let (mut shares, mut forwards) = (0.0, true);
        routing.receivers(cell, |receiver| {
            shares += receiver.share;
            forwards &= position[receiver.cell] > position[cell];
        });
        prop_assert!(forwards);
        prop_assert!(shares == 0.0 || (shares - 1.0).abs() < 1e-12);
        arrived += (1.0 - shares) * accumulation.values[lattice.place(cell)];
    }
    prop_assert!((arrived - part.len() as f64).abs() < 1e-9 * part.len() as f64 + 1e-12);
    Ok(())
}

/// Turned by a quarter to the left: what was east is north.
fn turned<T: Clone>(map: &Array2<T>) -> Array2<T> {
    let mut turned = map.t().to_owned();
    turned.invert_axis(ndarray::Axis(0));
    turned.as_standard_layout().into_owned()
}

fn close(a: &Array2<f64>, b: &Array2<f64>) -> bool {
    a.dim() == b.dim()
        && a.iter()
            .zip(b)
            .all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0))
}

proptest! {
    #[test]
    fn filling_is_the_least_that_drains(land in land(9)) {
        let filled = land.filled();
        let expected = drained(&land);
        for (place, expected) in expected.indexed_iter() {
            prop_assert_eq!(filled.get(place.0, place.1), expected.as_ref());
            if let Some(level) = expected {
                prop_assert!(*level >= land.dem.values[place]);
            }
        }
        let again = Land { dem: filled.clone(), ..land.clone() }.filled();
        prop_assert_eq!(&again.valid, &filled.valid);
        for (level, (again, valid)) in filled.values.iter().zip(again.values.iter().zip(&filled.valid)) {
            prop_assert!(!valid || level.to_bits() == again.to_bits());
        }
    }

    #[test]
    fn every_cell_drains_without_rising(land in land(5)) {
        let relief = land.relief(SQUARE);
        let d8 = D8::of(&relief);
        let lattice = relief.lattice();
        let height = |cell: usize| relief.dem().values[lattice.place(cell)];
        for start in (0..lattice.cells()).filter(|&cell| d8.takes_part(cell)) {
            let (mut cell, mut walked) = (start, 0);
            while let Some(next) = d8.receiver(cell) {
                prop_assert!(height(next) <= height(cell));
                (cell, walked) = (next, walked + 1);
                prop_assert!(walked <= lattice.cells());
            }
            prop_assert_eq!(relief.ground(cell), Ground::Outlet);
        }
    }

    #[test]
    fn no_water_is_lost(land in land(6)) {
        let relief = land.relief(OBLONG);
        all_water_arrives(&D8::of(&relief))?;
        all_water_arrives(&DInfinity::of(&relief))?;
        all_water_arrives(&MultipleFlow::freeman(&relief))?;
        all_water_arrives(&MultipleFlow::quinn(&relief))?;
        // shares over the edge are lost on purpose, so that what leaves is counted where it leaves
        all_water_arrives(&InvestMultipleFlow::of(&relief))?;
        all_water_arrives(&InvestSingleFlow::of(&relief))?;
    }

    /// Also of a DEM nobody filled: pits end the flow, circles do not arise.
    #[test]
    fn pits_keep_their_water(land in land(6)) {
        let relief = Relief::of(land.dem.clone(), SQUARE, None);
        all_water_arrives(&D8::of(&relief))?;
        all_water_arrives(&DInfinity::of(&relief))?;
        all_water_arrives(&MultipleFlow::freeman(&relief))?;
    }

    #[test]
    fn sums_along_the_flow_agree_with_walks(land in land(6), weight in 1..9_u32) {
        let relief = land.relief(OBLONG);
        let d8 = D8::of(&relief);
        let network = FlowNetwork::of(&d8);
        let lattice = relief.lattice();
        let distances = OBLONG.distances();
        let targets = Array2::from_shape_fn(land.sinks.dim(), |(row, col)| (row + 2 * col) % 5 == 0);
        let weights = Raster { values: land.dem.values.mapv(|z| if z.is_nan() { 0.0 } else { z * f64::from(weight) }), valid: land.dem.valid.clone() };
        let outlets: Vec<(usize, usize)> = targets.indexed_iter().filter(|(_, target)| **target).map(|(place, _)| place).collect();
        let (sums, away, sheds, basins) = (network.upslope_sum(&weights), network.distance_to_stream_m(&targets, OBLONG), network.watersheds(&outlets), network.basins());
        let mut expected = Array2::<f64>::zeros(land.sinks.dim());
        for start in (0..lattice.cells()).filter(|&cell| d8.takes_part(cell)) {
            let place = lattice.place(start);
            let (mut cell, mut walked) = (start, 0.0);
            let mut reached = targets[place].then_some((start, 0.0));
            expected[place] += weights.get(place.0, place.1).unwrap_or(&0.0);
            while let Some(next) = d8.receiver(cell) {
                walked += distances[usize::from(d8.towards()[lattice.place(cell)])];
                cell = next;
                expected[lattice.place(cell)] += weights.get(place.0, place.1).unwrap_or(&0.0);
                if reached.is_none() && targets[lattice.place(cell)] {
                    reached = Some((cell, walked));
                }
            }
            prop_assert_eq!(away.valid[place], reached.is_some());
            if let Some((target, walked)) = reached {
                prop_assert!((away.values[place] - walked).abs() < 1e-9 * walked.max(1.0));
                prop_assert_eq!(outlets[sheds[place] as usize - 1], lattice.place(target));
            } else {
                prop_assert_eq!(sheds[place], 0);
            }
            prop_assert_eq!(basins[place], basins[lattice.place(cell)]);
            prop_assert!(basins[place] > 0);
        }
        for (place, expected) in expected.indexed_iter() {
            prop_assert_eq!(sums.get(place.0, place.1).copied().unwrap_or(0.0), *expected);
        }
    }

    /// No direction is favoured where there is no tie to break.
    #[test]
    fn a_quarter_turn_turns_the_result(rows in 2..9_usize, cols in 2..9_usize, seed in prop::collection::vec(0.0..100.0_f64, 81), coarse in any::<bool>()) {
        let values = Array2::from_shape_fn((rows, cols), |(row, col)| if coarse { (seed[row * 9 + col] / 20.0).floor() } else { seed[row * 9 + col] });
        let dem = Raster { valid: Array2::from_elem(values.dim(), true), values };
        let other = Raster { values: turned(&dem.values), valid: turned(&dem.valid) };
        let (relief, other) = (Relief::of(fill(&dem, None), SQUARE, None), Relief::of(fill(&other, None), SQUARE, None));
        prop_assert_eq!(turned(&relief.dem().values), other.dem().values.clone());
        let steps = |relief: &Relief<f64>| Array2::from_shape_fn(relief.dem().values.dim(), |(row, col)| relief.steps(row * relief.lattice().cols + col));
        prop_assert_eq!(turned(&steps(&relief)), steps(&other));
        let freeman = |relief: &Relief<f64>| FlowNetwork::of(&MultipleFlow::freeman(relief)).upslope_cells().values;
        prop_assert!(close(&turned(&freeman(&relief)), &freeman(&other)));
        let has_plateaus = (0..relief.lattice().cells()).any(|cell| relief.ground(cell) == Ground::Flat);
        if !coarse && !has_plateaus {
            let d8 = |relief: &Relief<f64>| FlowNetwork::of(&D8::of(relief)).upslope_cells().values;
            prop_assert_eq!(turned(&d8(&relief)), d8(&other));
            let d_infinity = |relief: &Relief<f64>| FlowNetwork::of(&DInfinity::of(relief)).upslope_cells().values;
            prop_assert!(close(&turned(&d_infinity(&relief)), &d_infinity(&other)));
        }
    }

    /// Whole metres higher, stored in single precision: the same water.
    #[test]
    fn height_above_the_sea_does_not_matter(land in land(7), metres in 1..4000_u16) {
        let higher = Raster { values: land.dem.values.mapv(|z| z as f32 + f32::from(metres)), valid: land.dem.valid.clone() };
        let sinks = Some(land.sinks.view());
        let higher = Relief::of(fill(&higher, sinks), OBLONG, sinks);
        prop_assert_eq!(D8::of(&higher), D8::of(&land.relief(OBLONG)));
    }
}

/// On an inclined plane D-infinity follows the aspect exactly.
#[test]
fn d_infinity_follows_a_plane() {
    for degrees in [10.0_f64, 45.0, 100.0, 203.0, 300.0] {
        let (north, east) = degrees.to_radians().sin_cos();
        let values = Array2::from_shape_fn((5, 5), |(row, col)| {
            north * OBLONG.dy * row as f64 - east * OBLONG.dx * col as f64
        });
        let dem = Raster {
            valid: Array2::from_elem((5, 5), true),
            values,
        };
        let flow = DInfinity::of(&Relief::of(fill(&dem, None), OBLONG, None));
        let angle = flow.angle(12).expect("a slope").to_degrees();
        assert!(
            (angle - degrees).abs() < 1e-4,
            "{angle}, expected {degrees}"
        );
    }
    assert_eq!(Lattice::of((5, 5)).place(12), (2, 2));
}

/// Rows are shared out among threads; nothing may depend on who was faster.
#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let chain = || {
        let dem = Raster {
            values: Array2::from_shape_fn((150, 170), |(row, col)| {
                ((row * 7919 + col * 104_729) % 997 / 40) as f32 * 0.1 + (row / 10) as f32
            }),
            valid: Array2::from_shape_fn((150, 170), |(row, col)| (row * 13 + col * 7) % 611 != 0),
        };
        let relief = Relief::of(fill(&dem, None), OBLONG, None);
        let (d8, d_infinity) = (D8::of(&relief), DInfinity::of(&relief));
        let freeman = MultipleFlow::freeman(&relief);
        let (invest, slope) = (
            InvestMultipleFlow::of(&relief),
            invest_slope_percent(relief.dem(), OBLONG),
        );
        let network = FlowNetwork::of(&d8);
        let sums = [
            network.upslope_cells(),
            FlowNetwork::of(&d_infinity).upslope_cells(),
            FlowNetwork::of(&freeman).upslope_cells(),
            FlowNetwork::of(&invest).upslope_cells(),
            slope,
        ];
        let bits = |raster: &Raster<f64>| raster.values.mapv(f64::to_bits);
        (
            relief.dem().values.mapv(f32::to_bits),
            d8.towards().to_owned(),
            network.basins(),
            sums.each_ref().map(bits),
        )
    };
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("a pool").install(chain)
    };
    let alone = on(1);
    for threads in [2, 3, 8] {
        assert!(on(threads) == alone, "{threads} threads");
    }
}
