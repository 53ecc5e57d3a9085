//! Does the simulation find the published error of an area, and nothing where nothing changed?

use super::super::{Rules, shares::share_percent};
use super::*;

fn aimak() -> AimakCode {
    AimakCode("A01".into())
}

/// Mapped shares and reference points of Olofsson et al. (2014), section 5: deforestation, forest gain, stable forest,
/// stable non-forest.
const MAPPED_SHARE: [f64; 4] = [0.020, 0.015, 0.320, 0.645];
fn points() -> ConfusionMatrix {
    let counts = [
        [66, 0, 5, 4],
        [0, 55, 8, 12],
        [1, 0, 153, 11],
        [2, 1, 9, 313],
    ];
    ConfusionMatrix::new(&[1, 2, 3, 4], &counts.map(|row| row.to_vec())).unwrap()
}

fn olofsson() -> Landscape {
    let cells = 200 * 200;
    Landscape::of_cells((200, 200), 30.0, |cell| {
        let place = (cell as f64 + 0.5) / f64::from(cells);
        let mut below = 0.0;
        let class = MAPPED_SHARE.iter().position(|share| {
            below += share;
            place < below
        });
        Some(class.unwrap() as u8 + 1)
    })
    .unwrap()
}

#[test]
fn adjusted_area_and_its_error_as_published() {
    // Olofsson et al. (2014): deforestation 21,158 ± 6,158 ha of 900,000 ha (95 %), mapped 18,000 ha
    let (matrix, aimak) = (points(), aimak());
    let simulation = ErrorSimulation {
        seed: 5,
        aimak: &aimak,
        indicator: "deforested",
        matrix: &matrix,
        unit: ErrorUnit::Cell,
    };
    let share = |pattern: &Pattern| Ok(share_percent(pattern.landscape(), &[1]));
    let found = simulation
        .value(&olofsson(), share, Rules::default())
        .unwrap();
    assert!((found.mapped - 2.0).abs() < 1e-9);
    let standard_error = 6158.0 / 1.96 / 9000.0;
    // three standard errors of a mean of 200 replicates
    let tolerance = 3.0 * standard_error / (REPLICATES as f64).sqrt();
    assert!((found.adjusted - 21158.0 / 9000.0).abs() < tolerance);
    // the middle 95 % of 200 replicates are known to about a tenth; cells add a little of their own
    let (lo, hi) = found.interval.bounds().unwrap();
    assert!(((hi - lo) / 2.0 / (6158.0 / 9000.0) - 1.0).abs() < 0.2);
}

#[test]
fn one_map_at_two_dates_has_not_changed() {
    let (matrix, aimak, map) = (points(), aimak(), olofsson());
    for unit in [ErrorUnit::Cell, ErrorUnit::Patch] {
        let simulation = ErrorSimulation {
            seed: 5,
            aimak: &aimak,
            indicator: "edge",
            matrix: &matrix,
            unit,
        };
        let edges = |pattern: &Pattern| Ok(pattern.adjacency().unlike_sides() as f64);
        let change = simulation
            .change(&map, &map, edges, Rules::default())
            .unwrap();
        let (lo, hi) = change.interval.bounds().unwrap();
        assert_eq!(change.mapped, 0.0);
        assert!(lo < 0.0 && hi > 0.0);
    }
}

#[test]
fn errors_of_cells_scatter_salt_and_pepper() {
    let (matrix, aimak, map) = (points(), aimak(), olofsson());
    let patches = |unit| {
        let simulation = ErrorSimulation {
            seed: 5,
            aimak: &aimak,
            indicator: "patches",
            matrix: &matrix,
            unit,
        };
        let number = |pattern: &Pattern| Ok(pattern.patches().len() as f64);
        simulation.value(&map, number, Rules::default()).unwrap()
    };
    let (cell, patch) = (patches(ErrorUnit::Cell), patches(ErrorUnit::Patch));
    assert_eq!(cell.mapped, 4.0);
    assert!(cell.adjusted > 100.0);
    assert!(patch.adjusted <= 4.0);
}

#[test]
fn threads_do_not_show() {
    let (matrix, aimak, map) = (points(), aimak(), olofsson());
    let on = |threads| {
        let simulation = ErrorSimulation {
            seed: 5,
            aimak: &aimak,
            indicator: "x",
            matrix: &matrix,
            unit: ErrorUnit::Cell,
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let share = |pattern: &Pattern| Ok(share_percent(pattern.landscape(), &[3]));
        pool.install(|| simulation.value(&map, share, Rules::default()).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn maps_of_different_products_are_refused() {
    let (matrix, aimak, map) = (points(), aimak(), olofsson());
    let simulation = ErrorSimulation {
        seed: 5,
        aimak: &aimak,
        indicator: "x",
        matrix: &matrix,
        unit: ErrorUnit::Cell,
    };
    let share = |pattern: &Pattern| Ok(share_percent(pattern.landscape(), &[3]));
    let coarser = Landscape::of_cells((200, 200), 60.0, |_| Some(1)).unwrap();
    let other_legend = Landscape::of_cells((200, 200), 30.0, |_| Some(9)).unwrap();
    for other in [coarser, other_legend] {
        let refused = simulation
            .change(&map, &other, share, Rules::default())
            .unwrap_err();
        assert_eq!(refused.reason, Reason::MethodMismatch);
    }
}
