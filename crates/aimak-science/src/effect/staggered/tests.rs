use aimak_core::Reason;
use proptest::prelude::*;

use super::*;
use crate::{
    effect::panel::{Panel, Start, Unit},
    methods::interval::{mean, variance},
};

fn panel(periods: Vec<i32>, units: &[(Start, &[f64])]) -> Balanced {
    let unit = |(place, (start, outcomes)): (usize, &(Start, &[f64]))| Unit {
        id: format!("u{place:03}"),
        start: *start,
        stratum: String::new(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![],
    };
    Panel::new(
        periods,
        vec![],
        units.iter().enumerate().map(unit).collect(),
    )
    .balanced()
    .0
}

/// METHODS H.4, each unit of a group with the group's means, shifted so that units differ in level.
fn toy() -> Balanced {
    let rows: [(Start, usize, [f64; 5]); 3] = [
        (Start::In(2), 3, [10.0, 10.5, 12.0, 12.8, 13.5]),
        (Start::In(3), 2, [9.0, 9.4, 9.9, 11.2, 12.0]),
        (Start::Never, 2, [11.0, 11.4, 11.9, 12.2, 12.7]),
    ];
    let units: Vec<(Start, Vec<f64>)> = rows
        .iter()
        .flat_map(|(start, n, row)| {
            (0..*n).map(|i| (*start, row.iter().map(|y| y + i as f64).collect()))
        })
        .collect();
    let units: Vec<(Start, &[f64])> = units.iter().map(|(s, row)| (*s, row.as_slice())).collect();
    panel((0..5).collect(), &units)
}

#[test]
fn toy_of_methods_by_either_weighting() {
    let toy = toy();
    let by = |weighting| {
        let design = Design {
            weighting,
            ..Design::default()
        };
        Staggered::under(&toy, Window::Post, design).unwrap().value
    };
    // METHODS weights cohorts by units: (3·1.4 + 2·1.15)/5
    assert!((by(Weighting::Units) - 1.30).abs() < 1e-12);
    // STATISTICS by units and periods: (3·(1 + 1.5 + 1.7) + 2·(1 + 1.3))/13
    assert!((by(Weighting::UnitPeriods) - 17.2 / 13.0).abs() < 1e-12);
    let exposures = Staggered::by_exposure(&toy, Design::default());
    // ATT(2,0) and ATT(3,1), ATT(3,0): 10 − 10.5 + 0.4, 9.4 − 9.9 + 0.5, 9 − 9.9 + 0.9
    let expected = [
        (-3, 0.0),
        (-2, (3.0 * -0.1 + 2.0 * 0.0) / 5.0),
        (0, 1.00),
        (1, 1.42),
        (2, 1.70),
    ];
    assert_eq!(exposures.len(), expected.len());
    for ((at, found), (exposure, value)) in exposures.into_iter().zip(expected) {
        assert_eq!(at, exposure);
        assert!((found.unwrap().value - value).abs() < 1e-12, "{exposure}");
    }
}

#[test]
fn one_start_and_two_periods_are_the_welch_test_of_methods() {
    let (treated, control) = (
        [0.4, 0.2, 0.5, 0.1, 0.3, 0.35],
        [0.1, 0.0, 0.2, 0.15, 0.05, 0.1],
    );
    let rows: Vec<(Start, [f64; 2])> = treated
        .iter()
        .map(|change| (Start::In(1), [2.0, 2.0 + change]))
        .chain(
            control
                .iter()
                .map(|change| (Start::Never, [1.0, 1.0 + change])),
        )
        .collect();
    let rows: Vec<(Start, &[f64])> = rows.iter().map(|(s, row)| (*s, row.as_slice())).collect();
    let found = Staggered::of(&panel(vec![0, 1], &rows)).unwrap();
    assert!((found.value - 0.208_333).abs() < 5e-7);
    assert!((found.error.se - 0.065_085).abs() < 5e-7);
    assert!((found.error.df - 7.3104).abs() < 5e-5);
    assert!((found.p() - 0.01419).abs() < 5e-6);
    assert_eq!((found.treated, found.comparison), (6, 6));
    assert_eq!(found.cohorts, [Cohort { start: 1, units: 6 }]);
}

#[test]
fn a_cohort_of_one_changes_the_interval_not_the_value() {
    // changes against a flat comparison: cohort of 1 at 2: +1; cohort of 2 at 3: +2, +4 over its single period
    let rows: [(Start, &[f64]); 5] = [
        (Start::In(2), &[0.0, 0.0, 1.0, 1.0]),
        (Start::In(3), &[0.0, 0.0, 0.0, 2.0]),
        (Start::In(3), &[5.0, 5.0, 5.0, 9.0]),
        (Start::Never, &[0.0, 7.0, 0.0, 3.0]),
        (Start::Never, &[0.0, 7.0, 0.0, 3.0]),
    ];
    let found = Staggered::of(&panel(vec![0, 1, 2, 3], &rows)).unwrap();
    assert_eq!(found.pooled, [vec![2, 3]]);
    // D: 2, then 2 and 4; what the comparison did is −7 − 4 = −11 and 3: 13, −1, 1 remain; n_g·post: 2 + 2 = 4
    assert!((found.value - (13.0 - 1.0 + 1.0) / 4.0).abs() < 1e-12);
    let spread = variance(&[13.0, -1.0, 1.0]).unwrap();
    assert!((found.error.se.powi(2) - 3.0 * spread / 16.0).abs() < 1e-12);
    assert!((found.error.df - 2.0).abs() < 1e-12);
}

#[test]
fn a_start_between_two_waves_counts_from_the_later_and_one_after_the_last_from_none() {
    let rows: [(Start, &[f64]); 6] = [
        (Start::In(2017), &[0.0, 1.0, 2.0]),
        (Start::In(2019), &[0.0, 2.0, 3.0]),
        (Start::In(2030), &[0.0, 50.0, 90.0]),
        (Start::In(2031), &[0.0, 50.0, 70.0]),
        (Start::Never, &[0.0, 0.0, 1.0]),
        (Start::Never, &[0.0, 0.0, 0.0]),
    ];
    let panel = panel(vec![2015, 2019, 2023], &rows);
    let found = Staggered::of(&panel).unwrap();
    assert_eq!(
        found.cohorts,
        [Cohort {
            start: 2019,
            units: 2
        }]
    );
    assert_eq!(found.comparison, 2);
    assert!((found.value - (2.0 - 0.25)).abs() < 1e-12);
    let design = Design {
        against: Against::NotYetTreated,
        ..Design::default()
    };
    assert_eq!(
        Staggered::under(&panel, Window::Post, design)
            .unwrap()
            .comparison,
        4
    );
}

#[test]
fn too_few_are_refused_with_their_number() {
    let row: &[f64] = &[0.0, 1.0];
    let of = |starts: &[Start]| {
        let rows: Vec<(Start, &[f64])> = starts.iter().map(|start| (*start, row)).collect();
        Staggered::of(&panel(vec![0, 1], &rows)).unwrap_err()
    };
    let (t, c) = (Start::In(1), Start::Never);
    assert_eq!(of(&[t, c, c]).reason, Reason::TooFewClusters);
    assert_eq!(of(&[c, c]).reason, Reason::TooFewClusters);
    let refused = of(&[t, t, c]);
    assert_eq!(refused.reason, Reason::NoComparison);
    assert_eq!(refused.details.len(), 1);
}

/// The formula of STATISTICS 6, written out once more without coefficients.
fn by_the_book(panel: &Balanced) -> (f64, f64, f64) {
    let t = panel.periods().len();
    let cohorts = panel.cohorts();
    let total: f64 = cohorts
        .iter()
        .map(|(g, units)| units.len() as f64 * (t - *g as usize) as f64)
        .sum();
    let d = |i: usize, g: usize| {
        let y = panel.outcomes(i);
        y[g..].iter().sum::<f64>() - (t - g) as f64 * y[g - 1]
    };
    let (mut value, mut terms) = (0.0, Vec::new());
    for (g, units) in &cohorts {
        let w = units.len() as f64 / total;
        let own: Vec<f64> = units.iter().map(|&i| d(i, *g as usize)).collect();
        value += w * mean(&own).unwrap();
        terms.push((
            w * w * variance(&own).unwrap() / own.len() as f64,
            own.len(),
        ));
    }
    let z: Vec<f64> = panel
        .never_treated()
        .iter()
        .map(|&i| {
            cohorts
                .iter()
                .map(|(g, units)| units.len() as f64 / total * d(i, *g as usize))
                .sum()
        })
        .collect();
    value -= mean(&z).unwrap();
    terms.push((variance(&z).unwrap() / z.len() as f64, z.len()));
    let squared: f64 = terms.iter().map(|(a, _)| a).sum();
    let df = squared * squared
        / terms
            .iter()
            .map(|(a, n)| a * a / (*n - 1) as f64)
            .sum::<f64>();
    (value, squared.sqrt(), df)
}

fn random_panel() -> impl Strategy<Value = Balanced> {
    let sizes = (2_usize..5, 2_usize..5, 2_usize..6);
    sizes.prop_flat_map(|(first, second, never)| {
        let n = first + second + never;
        prop::collection::vec(prop::collection::vec(-10.0..10.0_f64, 6), n).prop_map(move |rows| {
            let start = |i: usize| match i {
                i if i < first => Start::In(2),
                i if i < first + second => Start::In(4),
                _ => Start::Never,
            };
            let rows: Vec<(Start, &[f64])> = rows
                .iter()
                .enumerate()
                .map(|(i, row)| (start(i), row.as_slice()))
                .collect();
            panel((0..6).collect(), &rows)
        })
    })
}

proptest! {
    #[test]
    fn as_the_formula_of_the_book(panel in random_panel()) {
        let found = Staggered::of(&panel).unwrap();
        let (value, se, df) = by_the_book(&panel);
        prop_assert!((found.value - value).abs() < 1e-9);
        prop_assert!((found.error.se / se - 1.0).abs() < 1e-9 && (found.error.df / df - 1.0).abs() < 1e-9);
    }

    #[test]
    fn levels_of_units_and_shocks_of_periods_cancel(panel in random_panel(), levels in prop::collection::vec(-50.0..50.0_f64, 16), shocks in prop::array::uniform6(-50.0..50.0_f64)) {
        let shifted: Vec<(Start, Vec<f64>)> = (0..panel.len())
            .map(|i| (panel.starts()[i], panel.outcomes(i).iter().zip(shocks).map(|(y, shock)| y + levels[i] + shock).collect()))
            .collect();
        let shifted: Vec<(Start, &[f64])> = shifted.iter().map(|(s, row)| (*s, row.as_slice())).collect();
        let shifted = self::panel((0..6).collect(), &shifted);
        for against in [Against::NeverTreated, Against::NotYetTreated] {
            for weighting in [Weighting::UnitPeriods, Weighting::Units] {
                for window in [Window::Post, Window::Exposure(1), Window::Placebo(1)] {
                    let design = Design { weighting, against, anticipation: 0 };
                    let (one, other) = (Staggered::under(&panel, window, design).unwrap(), Staggered::under(&shifted, window, design).unwrap());
                    prop_assert!((one.value - other.value).abs() < 1e-9);
                    prop_assert!((one.error.se - other.error.se).abs() < 1e-9);
                }
            }
        }
    }
}
