use proptest::prelude::*;

use super::{
    super::{before_after_control::BeforeAfterControl, panel::Start, unit_change::panel_of},
    *,
};

#[test]
fn perfectly_parallel_paths_give_the_difference_of_changes() {
    let path = [0.0, 1.0, 2.0, 3.0, 4.0];
    let row = |level: f64, jump: f64| -> Vec<f64> {
        path.iter()
            .enumerate()
            .map(|(t, x)| level + x + if t >= 3 { jump } else { 0.0 })
            .collect()
    };
    let rows = [
        row(3.0, 2.0),
        row(8.0, 3.0),
        row(1.0, 0.0),
        row(2.0, 0.0),
        row(9.0, 0.0),
        row(5.0, 0.0),
    ];
    let starts = [
        Start::In(4),
        Start::In(4),
        Start::Never,
        Start::Never,
        Start::Never,
        Start::Never,
    ];
    let units: Vec<(Start, &[f64], &[f64])> = starts
        .iter()
        .zip(&rows)
        .map(|(start, row)| (*start, row.as_slice(), &[][..]))
        .collect();
    let panel = panel_of(&[1, 2, 3, 4, 5], &units);
    let found = SyntheticDifference::of(&panel, 4).unwrap();
    let plain = BeforeAfterControl::of(&panel, 4).unwrap();
    assert!((found.effect - plain.difference).abs() < 1e-12 && (found.effect - 2.5).abs() < 1e-12);
    assert!(
        found
            .unit_shares
            .iter()
            .all(|share| (share - 0.25).abs() < 1e-9)
    );
    // nothing happened to the others: their placebos are zero, and no choice of two of four is as far
    let placebos = found.placebos(1).unwrap();
    assert_eq!((placebos.effects.len(), placebos.exact), (6, true));
    assert!(placebos.error.se < 1e-12 && (placebos.p - 1.0 / 7.0).abs() < 1e-12);
    assert_eq!(placebos.error.df, 3.0);
}

#[test]
fn the_unit_that_went_the_same_way_gets_most_and_without_noise_all() {
    // one comparison unit steps exactly as the treated one did, another against it
    let treated = vec![vec![10.0, 30.0, 20.0, 50.0, 40.0]];
    let same = vec![0.0, 20.0, 10.0, 40.0, 30.0];
    let against = vec![9.0, 8.0, 9.0, 7.0, 8.0];
    let problem = Simplex::new(
        &[same[..4].to_vec(), against[..4].to_vec()],
        &treated[0][..4],
        0.0,
    );
    let shares = problem.shares();
    assert!((shares[0] - 1.0).abs() < 1e-9 && shares[1] < 1e-9);
    let found = SyntheticDifference::of_rows(&treated, &[same, against], 4).unwrap();
    assert!(found.unit_shares[0] > 0.6, "{:?}", found.unit_shares);
}

#[test]
fn refusals() {
    let row = vec![1.0, 2.0, 3.0];
    let refused = |treated: usize, comparison: usize, before| {
        let rows = |n| vec![row.clone(); n];
        SyntheticDifference::of_rows(&rows(treated), &rows(comparison), before)
            .unwrap_err()
            .reason
    };
    assert_eq!(refused(1, 0, 2), Reason::NoComparison);
    assert_eq!(refused(1, 1, 2), Reason::TooFewClusters);
    assert_eq!(refused(1, 2, 1), Reason::TooFewYears);
    assert_eq!(refused(1, 2, 3), Reason::TooFewYears);
    let even = SyntheticDifference::of_rows(&vec![row.clone(); 2], &vec![row; 3], 2).unwrap();
    assert_eq!(even.placebos(0).unwrap_err().reason, Reason::TooFewClusters);
}

#[test]
fn choices_are_all_or_drawn_without_order() {
    let (all, exact) = choices(5, 2, 0);
    assert!(exact && all.len() == 10 && all[0] == [0, 1] && all[9] == [3, 4]);
    let (drawn, exact) = choices(30, 3, 0);
    assert!(!exact && drawn.len() == SyntheticDifference::PLACEBOS);
    assert!(
        drawn
            .iter()
            .all(|choice| choice.is_sorted_by(|a, b| a < b) && choice[2] < 30)
    );
    assert_eq!(drawn, choices(30, 3, 0).0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn levels_of_units_and_shocks_of_periods_change_nothing(
        y in prop::collection::vec(-5.0..5.0_f64, 42),
        levels in prop::collection::vec(-5.0..5.0_f64, 7),
        shocks in prop::collection::vec(-5.0..5.0_f64, 6),
        jump in -3.0..3.0_f64,
    ) {
        let rows: Vec<Vec<f64>> = y.chunks(6).map(<[f64]>::to_vec).collect();
        let moved = |by_unit: f64, by_period: f64, jump: f64| -> SyntheticDifference {
            let rows: Vec<Vec<f64>> = rows.iter().enumerate().map(|(i, row)| {
                row.iter().enumerate().map(|(t, y)| {
                    let jump = if i < 2 && t >= 4 { jump } else { 0.0 };
                    y + by_unit * levels[i] + by_period * shocks[t] + jump
                }).collect()
            }).collect();
            SyntheticDifference::of_rows(&rows[..2], &rows[2..], 4).unwrap()
        };
        let found = moved(0.0, 0.0, 0.0);
        prop_assert!((found.effect - moved(1.0, 0.0, 0.0).effect).abs() < 1e-6);
        // an effect comes through whole, as it moves no share
        prop_assert!((found.effect + jump - moved(0.0, 0.0, jump).effect).abs() < 1e-9);
        // with the ridge of the data a common shock changes σ only by its own noise; with shares held it cancels
        let shocked = moved(0.0, 1.0, 0.0);
        let held = |of: &SyntheticDifference, row: &[f64]| {
            let after = f64::midpoint(row[4], row[5]);
            after - row.iter().zip(&of.period_shares).map(|(y, share)| y * share).sum::<f64>()
        };
        let beside: f64 = rows[2..].iter().zip(&shocked.unit_shares).map(|(row, share)| share * held(&shocked, row)).sum();
        let treated = f64::midpoint(held(&shocked, &rows[0]), held(&shocked, &rows[1]));
        prop_assert!((shocked.effect - (treated - beside)).abs() < 1e-9);
    }
}
