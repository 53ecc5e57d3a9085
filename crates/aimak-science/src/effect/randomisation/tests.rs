use proptest::prelude::*;

use super::*;
use crate::effect::panel::{Panel, Start, Unit};

fn panel(units: &[(Start, &str, Vec<f64>)]) -> Balanced {
    let periods = units[0].2.len() as i32;
    let unit = |(place, (start, stratum, outcomes)): (usize, &(Start, &str, Vec<f64>))| Unit {
        id: format!("u{place:03}"),
        start: *start,
        stratum: (*stratum).to_owned(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![],
    };
    let units = units.iter().enumerate().map(unit).collect();
    Panel::new((0..periods).collect(), vec![], units)
        .balanced()
        .0
}

/// One start in the second of two periods; outcomes rise by the numbers given.
fn two_periods(
    treated: &[f64],
    comparison: &[f64],
    stratum: fn(usize) -> &'static str,
) -> Balanced {
    let rows = treated.iter().map(|rise| (Start::In(1), *rise));
    let rows = rows.chain(comparison.iter().map(|rise| (Start::Never, *rise)));
    let rows = rows.enumerate();
    let rows: Vec<_> = rows
        .map(|(i, (start, rise))| (start, stratum(i), vec![0.0, rise]))
        .collect();
    panel(&rows)
}

#[test]
fn numbers_of_methods_by_hand() {
    let rise = Randomisation {
        direction: Direction::Rise,
        ..Randomisation::new(1, "test")
    };
    let by = |test: &Randomisation, treated: &[f64], comparison: &[f64]| {
        test.test(&two_periods(treated, comparison, |_| ""))
    };
    let best = by(&rise, &[5.0, 6.0, 7.0, 8.0], &[1.0, 0.0, 2.0, 3.0]).unwrap();
    assert_eq!(
        (best.p, best.arrangements, best.least_p, best.drawn),
        (1.0 / 70.0, 70, 1.0 / 70.0, None)
    );
    // either way the mirror counts too
    let either = by(
        &Randomisation::new(1, "test"),
        &[5.0, 6.0, 7.0, 8.0],
        &[1.0, 0.0, 2.0, 3.0],
    )
    .unwrap();
    assert_eq!((either.p, either.least_p), (2.0 / 70.0, 2.0 / 70.0));
    // 2 of 10: no mirror, 1 in 45
    let few = by(
        &Randomisation::new(1, "test"),
        &[5.0, 6.0],
        &[0.0, 1.0, 2.0, 3.0, 0.5, 1.5, 2.5, 0.2],
    )
    .unwrap();
    assert_eq!(few.least_p, 1.0 / 45.0);
    let refused = by(
        &Randomisation::new(1, "test"),
        &[5.0, 6.0, 7.0],
        &[1.0, 0.0, 2.0],
    )
    .unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewClusters);
    let fall = Randomisation {
        direction: Direction::Fall,
        ..rise
    };
    assert_eq!(
        by(&fall, &[5.0, 6.0, 7.0], &[1.0, 0.0, 2.0]).unwrap().p,
        1.0
    );
}

#[test]
fn within_strata_fewer_arrangements_are_left() {
    let halves = |i: usize| if i.is_multiple_of(2) { "a" } else { "b" };
    let panel = two_periods(&[5.0, 6.0, 7.0, 8.0], &[1.0, 0.0, 2.0, 3.0], halves);
    let within = Randomisation::new(1, "test");
    // 2 of 4 twice: 36, and the mirror
    let found = within.test(&panel).unwrap_err();
    assert_eq!(found.details[0].args["n"], 36.0.into());
    let everywhere = Randomisation {
        exchange: Exchange::Everywhere,
        ..within
    };
    assert_eq!(everywhere.test(&panel).unwrap().arrangements, 70);
}

#[test]
fn nothing_happened_is_no_finding() {
    let panel = two_periods(&[1.0; 5], &[1.0; 5], |_| "");
    assert_eq!(Randomisation::new(1, "test").test(&panel).unwrap().p, 1.0);
}

#[test]
fn a_drawn_p_is_never_nil() {
    let treated: Vec<f64> = (0..10).map(|i| 100.0 + f64::from(i)).collect();
    let comparison: Vec<f64> = (0..10).map(f64::from).collect();
    let found = Randomisation::new(1, "test")
        .test(&two_periods(&treated, &comparison, |_| ""))
        .unwrap();
    assert_eq!(
        (found.p, found.least_p, found.drawn),
        (0.001, 0.001, Some(999))
    );
}

#[test]
fn drawn_lots_are_those_of_the_name_on_any_number_of_threads_and_near_the_exact_p() {
    let comparison: Vec<f64> = (0..10).map(|i| f64::from(i * i % 7)).collect();
    let treated: Vec<f64> = (0..10).map(|i| 1.5 + f64::from(i * 3 % 5)).collect();
    let panel = two_periods(&treated, &comparison, |_| "");
    let test = Randomisation {
        draws: 4999,
        ..Randomisation::new(1, "test")
    };
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| test.test(&panel).unwrap())
    };
    let found = on(1);
    assert_eq!(found, on(4));
    assert_eq!((found.arrangements, found.drawn), (184_756, Some(4999)));
    // all 184,756 one by one, as a bit pattern each
    let rises: Vec<f64> = treated.iter().chain(&comparison).copied().collect();
    let t = |pattern: u32| {
        let (mut sums, mut squares) = ([0.0; 2], [0.0; 2]);
        for (i, rise) in rises.iter().enumerate() {
            let side = usize::from(pattern >> i & 1 == 1);
            sums[side] += rise;
            squares[side] += rise * rise;
        }
        let variance: f64 = (0..2)
            .map(|side| (squares[side] - sums[side] * sums[side] / 10.0) / 90.0)
            .sum();
        ((sums[1] - sums[0]) / 10.0 / variance.sqrt()).abs()
    };
    let seen = t(0b11_1111_1111);
    let as_much =
        (0..1_u32 << 20).filter(|pattern| pattern.count_ones() == 10 && t(*pattern) >= seen - 1e-9);
    let exact = as_much.count() as f64 / 184_756.0;
    let mc_error = (exact * (1.0 - exact) / 4999.0).sqrt();
    assert!(
        (found.p - exact).abs() < 4.0 * mc_error,
        "{} {exact}",
        found.p
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn p_is_a_whole_number_of_arrangements_and_no_less_than_the_least(rises in prop::collection::vec(-9_i32..9, 8), waves in 3_usize..5) {
        let start = |i: usize| match i { 0 | 1 => Start::In(1), 2 | 3 => Start::In(2), _ => Start::Never };
        let rows: Vec<_> = rises.iter().enumerate().map(|(i, rise)| {
            let outcomes = (0..waves).map(|t| f64::from(rise * (t as i32 + i as i32) % 5)).collect();
            (start(i), "", outcomes)
        }).collect();
        let found = Randomisation::new(1, "law").test(&panel(&rows)).unwrap();
        prop_assert_eq!(found.arrangements, 420);
        prop_assert!((found.p * 420.0 - (found.p * 420.0).round()).abs() < 1e-9);
        prop_assert!(found.p >= found.least_p - 1e-15 && found.p <= 1.0);
    }
}
