//! Does the sliding window find what the definition says, and what scipy does?

use proptest::prelude::*;

use super::*;

/// Q straight from the definition over floating values: shares of values, all ordered pairs.
fn definition(map: &Raster<f64>, side: usize, row: usize, col: usize) -> Option<f64> {
    map.get(row, col)?;
    let half = side / 2;
    let mut values = Vec::new();
    for r in row.saturating_sub(half)..=row + half {
        for c in col.saturating_sub(half)..=col + half {
            values.extend(map.get(r, c).copied());
        }
    }
    let p = 1.0 / values.len() as f64;
    let pairs = values
        .iter()
        .flat_map(|a| values.iter().map(move |b| (a - b).abs() * p * p));
    (values.len() as f64 >= 0.6 * (side * side) as f64).then(|| pairs.sum())
}

fn random_map() -> impl Strategy<Value = Raster<f64>> {
    (1usize..20, 1usize..20).prop_flat_map(|(rows, cols)| {
        let cells = prop::collection::vec((-100i32..=100, prop::bool::weighted(0.85)), rows * cols);
        cells.prop_map(move |cells| {
            let cell = |(row, col): (usize, usize)| cells[row * cols + col];
            Raster {
                values: Array2::from_shape_fn((rows, cols), |place| {
                    f64::from(cell(place).0) / 100.0
                }),
                valid: Array2::from_shape_fn((rows, cols), |place| cell(place).1),
            }
        })
    })
}

proptest! {
    #[test]
    fn agrees_with_the_definition(map in random_map(), half in 1usize..5) {
        let side = 2 * half + 1;
        let q = rao_q(&map, Window::of_side(side).unwrap(), NDVI_STEP).unwrap();
        for (row, col) in ndarray::indices(map.values.dim()) {
            let plain = definition(&map, side, row, col);
            prop_assert_eq!(q.get(row, col).is_some(), plain.is_some());
            if let (Some(q), Some(plain)) = (q.get(row, col), plain) {
                prop_assert!((q - plain).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn spread_out_values_are_counted_alike(map in random_map()) {
        // one far value forces the comparison of pairs
        let window = Window::of_side(5).unwrap();
        let mut far = map.clone();
        far.values[(0, 0)] = 1000.0;
        far.valid[(0, 0)] = true;
        let (near, far) = (rao_q(&map, window, NDVI_STEP).unwrap(), rao_q(&far, window, NDVI_STEP).unwrap());
        for (row, col) in ndarray::indices(map.values.dim()) {
            if row > 2 || col > 2 {
                prop_assert_eq!(near.get(row, col), far.get(row, col));
            }
        }
    }

    #[test]
    fn a_shift_of_all_values_changes_nothing(map in random_map(), steps in -50i32..50) {
        let window = Window::of_side(3).unwrap();
        let shifted = Raster {
            values: map.values.mapv(|value| value + f64::from(steps) * NDVI_STEP),
            valid: map.valid.clone(),
        };
        prop_assert_eq!(rao_q(&map, window, NDVI_STEP).unwrap(), rao_q(&shifted, window, NDVI_STEP).unwrap());
    }
}

#[test]
fn as_the_mean_of_scipys_distances() {
    let table = include_str!("../../../tests/oracle/rao_q.csv");
    let ndvi: Vec<Option<f64>> = table
        .lines()
        .filter_map(|line| line.strip_prefix("# ndvi "))
        .flat_map(|line| line.split(' ').map(|value| value.parse().ok()))
        .collect();
    let cell = |(row, col): (usize, usize)| ndvi[row * 10 + col];
    let map = Raster {
        values: Array2::from_shape_fn((9, 10), |place| cell(place).unwrap_or(f64::NAN)),
        valid: Array2::from_shape_fn((9, 10), |place| cell(place).is_some()),
    };
    let mut expected = std::collections::BTreeMap::new();
    for line in table
        .lines()
        .filter(|line| line.starts_with(char::is_numeric))
    {
        let fields: Vec<&str> = line.split(',').collect();
        let place: Vec<usize> = fields[..3]
            .iter()
            .map(|number| number.parse().unwrap())
            .collect();
        expected.insert(
            (place[0], place[1], place[2]),
            fields[3].parse::<f64>().unwrap(),
        );
    }
    assert_eq!(expected.len(), 138);
    for side in [3, 5, 7] {
        let q = rao_q(&map, Window::of_side(side).unwrap(), NDVI_STEP).unwrap();
        for (row, col) in ndarray::indices((9, 10)) {
            let (found, expected) = (q.get(row, col), expected.get(&(side, row, col)));
            assert_eq!(found.is_some(), expected.is_some(), "{side} {row} {col}");
            if let (Some(found), Some(expected)) = (found, expected) {
                assert!((found - expected).abs() < 1e-12, "{side} {row} {col}");
            }
        }
    }
}

#[test]
fn strips_join_without_a_seam() {
    let values = Array2::from_shape_fn((3 * ROWS + 5, 9), |(row, col)| {
        ((row * 37 + col * 11) % 83) as f64 / 100.0
    });
    let map = Raster {
        valid: Array2::from_elem(values.dim(), true),
        values,
    };
    let q = rao_q(&map, Window::of_side(7).unwrap(), NDVI_STEP).unwrap();
    for row in [ROWS - 1, ROWS, ROWS + 3, 3 * ROWS, 3 * ROWS + 1] {
        let expected = definition(&map, 7, row, 4).unwrap();
        assert!((q.get(row, 4).unwrap() - expected).abs() < 1e-12);
    }
}

#[test]
fn threads_do_not_show() {
    let values = Array2::from_shape_fn((300, 40), |(row, col)| {
        ((row * row + 7 * col) % 97) as f64 / 100.0
    });
    let map = Raster {
        valid: values.mapv(|value| value > 0.05),
        values,
    };
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| rao_q(&map, Window::of_side(9).unwrap(), NDVI_STEP).unwrap())
    };
    assert_eq!(on(1), on(4));
}

#[test]
fn the_widest_window_does_not_overflow() {
    // 255² cells, half at −1, half at 1: 200 steps, each parting n²/4 pairs
    let values = Array2::from_shape_fn((255, 255), |(row, _)| if row < 127 { -1.0 } else { 1.0 });
    let map = Raster {
        valid: Array2::from_elem(values.dim(), true),
        values,
    };
    let q = rao_q(&map, Window::of_side(255).unwrap(), NDVI_STEP).unwrap();
    let low = 127.0 / 255.0;
    assert!((q.get(127, 127).unwrap() - 2.0 * 2.0 * low * (1.0 - low)).abs() < 1e-12);
}

#[test]
fn windows_have_a_centre() {
    for side in [0, 1, 2, 4, 257] {
        assert!(Window::of_side(side).is_err(), "{side}");
    }
}
