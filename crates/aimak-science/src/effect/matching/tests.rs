use proptest::prelude::*;

use super::{
    super::{panel::Start, unit_change::panel_of},
    *,
};

const NEAREST: Matching = Matching {
    distance: Distance::Mahalanobis,
    neighbours: 1,
    reuse: Reuse::Allowed,
    caliper: None,
};

fn one_covariate(values: &[f64]) -> Vec<Vec<f64>> {
    values.iter().map(|x| vec![*x]).collect()
}

#[test]
fn taking_a_unit_again_is_counted_in_the_error() {
    // treated at 1, 2 and 8; comparison at 1.4, 8.1 and 20: the first is taken twice
    let covariates = one_covariate(&[1.0, 2.0, 8.0, 1.4, 8.1, 20.0]);
    let changes = [3.0, 4.0, 6.0, 1.0, 2.0, 7.0];
    let treated = [true, true, true, false, false, false];
    let found = NEAREST.of_changes(&changes, &covariates, &treated).unwrap();
    assert_eq!(found.matches, [(0, vec![3]), (1, vec![3]), (2, vec![4])]);
    assert_eq!((found.treated(), found.comparison), (3, 2));
    // differences 2, 3, 4; the unit taken twice has K(K−1) = 2 and its own spread (1 − 2)²/2 from its nearest neighbour
    assert!((found.effect - 3.0).abs() < 1e-12);
    let variance = (2.0 + 2.0 * 0.5) / 9.0;
    assert!((found.error.se - f64::sqrt(variance)).abs() < 1e-12);
    assert_eq!(found.error.df, 2.0);
    // without taking again: 2 and 1.4 pair first? no: 8 and 8.1 (0.1), then 1 and 1.4 (0.4), and 2 is left with 20
    let once = Matching {
        reuse: Reuse::Forbidden,
        ..NEAREST
    };
    let found = once.of_changes(&changes, &covariates, &treated).unwrap();
    assert_eq!(found.matches, [(0, vec![3]), (1, vec![5]), (2, vec![4])]);
    // differences 2, −3, 4
    assert!(
        (found.effect - 1.0).abs() < 1e-12
            && (found.error.se - f64::sqrt(13.0 / 3.0)).abs() < 1e-12
    );
}

#[test]
fn a_caliper_leaves_out_who_has_nobody_near() {
    let covariates = one_covariate(&[1.0, 2.0, 50.0, 1.1, 2.1, 3.0]);
    let changes = [3.0, 4.0, 6.0, 1.0, 2.0, 7.0];
    let treated = [true, true, true, false, false, false];
    let narrow = Matching {
        caliper: Some(0.5),
        ..NEAREST
    };
    let found = narrow.of_changes(&changes, &covariates, &treated).unwrap();
    assert_eq!((found.unmatched, found.effect), (vec![2], 2.0));
    let none = Matching {
        caliper: Some(1e-6),
        ..NEAREST
    };
    assert_eq!(
        none.of_changes(&changes, &covariates, &treated)
            .unwrap_err()
            .reason,
        Reason::NoComparison
    );
}

#[test]
fn two_neighbours_come_nearest_first_and_nobody_twice() {
    let covariates = one_covariate(&[1.0, 5.0, 1.2, 0.9, 5.5, 4.0]);
    let changes = [0.0; 6];
    let treated = [true, true, false, false, false, false];
    for reuse in [Reuse::Allowed, Reuse::Forbidden] {
        let two = Matching {
            neighbours: 2,
            reuse,
            ..NEAREST
        };
        let found = two.of_changes(&changes, &covariates, &treated).unwrap();
        assert_eq!(found.matches, [(0, vec![3, 2]), (1, vec![4, 5])]);
        assert_eq!((found.effect, found.error.se), (0.0, 0.0));
    }
}

#[test]
fn refusals() {
    let treated = [true, true, false, false];
    let refused = |rows: &[Vec<f64>], treated: &[bool]| {
        NEAREST
            .of_changes(&[1.0, 2.0, 3.0, 4.0], rows, treated)
            .unwrap_err()
            .reason
    };
    assert_eq!(refused(&vec![vec![]; 4], &treated), Reason::FactorMissing);
    let told_apart = one_covariate(&[1.0, 1.0, 0.0, 0.0]);
    assert_eq!(refused(&told_apart, &treated), Reason::TooFewObservations);
    let rows = one_covariate(&[1.0, 2.0, 3.0, 4.0]);
    assert_eq!(
        refused(&rows, &[true, false, false, false]),
        Reason::TooFewClusters
    );
    assert_eq!(refused(&rows, &[true; 4]), Reason::NoComparison);
    // both treated units are nearest to one and the same: its balance would be that of a single unit
    assert_eq!(
        refused(&one_covariate(&[1.0, 2.0, 3.0, 9.0]), &treated),
        Reason::TooFewClusters
    );
}

#[test]
fn places_are_those_of_the_panel() {
    let panel = panel_of(
        &[1, 2],
        &[
            (Start::In(1 + 1), &[0.0, 5.0], &[1.0]),
            (Start::In(9), &[0.0, 99.0], &[1.0]),
            (Start::Never, &[0.0, 4.0], &[1.1]),
            (Start::In(2), &[0.0, 7.0], &[2.0]),
            (Start::Never, &[0.0, 5.0], &[2.2]),
        ],
    );
    let found = NEAREST.of(&panel, 2).unwrap();
    assert_eq!(found.matches, [(0, vec![2]), (3, vec![4])]);
    assert_eq!(found.effect, 1.5);
    assert_eq!(found.balance.len(), 1);
}

proptest! {
    #[test]
    fn units_of_covariates_do_not_matter_nor_a_common_change(
        rows in prop::collection::vec((-5.0..5.0_f64, -5.0..5.0_f64, -5.0..5.0_f64), 10),
        scale in 0.1..20.0_f64,
        common in -5.0..5.0_f64,
        forbidden in any::<bool>(),
    ) {
        let treated: Vec<bool> = (0..10).map(|i| i % 3 == 0).collect();
        let changes: Vec<f64> = rows.iter().map(|row| row.0).collect();
        let covariates: Vec<Vec<f64>> = rows.iter().map(|row| vec![row.1, row.2]).collect();
        let other_units: Vec<Vec<f64>> = rows.iter().map(|row| vec![3.0 + scale * row.1, row.2 - row.1]).collect();
        let lifted: Vec<f64> = changes.iter().map(|change| change + common).collect();
        let reuse = if forbidden { Reuse::Forbidden } else { Reuse::Allowed };
        let matching = Matching { reuse, ..NEAREST };
        let found = matching.of_changes(&changes, &covariates, &treated);
        let other = matching.of_changes(&lifted, &other_units, &treated);
        prop_assert_eq!(found.is_ok(), other.is_ok());
        if let (Ok(found), Ok(other)) = (found, other) {
            prop_assert_eq!(found.matches, other.matches);
            prop_assert!((found.effect - other.effect).abs() < 1e-9 && (found.error.se - other.error.se).abs() < 1e-9);
        }
    }
}
