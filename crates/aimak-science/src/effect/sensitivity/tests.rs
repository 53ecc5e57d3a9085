use aimak_core::Reason;
use proptest::prelude::*;

use super::*;
use crate::effect::{
    panel::{Balanced, Panel, Start, Unit},
    staggered::{Against, Design, Staggered, Window},
    trial::{Regions, Setting},
};

fn panel(units: &[(Start, &str, &[f64])]) -> Balanced {
    let periods = units[0].2.len() as i32;
    let unit = |(place, (start, stratum, outcomes)): (usize, &(Start, &str, &[f64]))| Unit {
        id: format!("u{place:03}"),
        start: *start,
        stratum: (*stratum).to_owned(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![],
    };
    Panel::new(
        (0..periods).collect(),
        vec![],
        units.iter().enumerate().map(unit).collect(),
    )
    .balanced()
    .0
}

const T: Start = Start::In(2);
const C: Start = Start::Never;

#[test]
fn a_finding_that_one_unit_makes_is_shown_as_one() {
    let panel = panel(&[
        (T, "a", &[0.0, 0.0, -1.0]),
        (T, "a", &[0.0, 0.0, -0.5]),
        (T, "b", &[0.0, 0.0, 30.0]),
        (C, "a", &[0.0, 0.0, 0.1]),
        (C, "b", &[0.0, 0.0, -0.1]),
        (C, "b", &[0.0, 0.0, 0.0]),
    ]);
    let units = LeaveOut::units(&panel, Design::default()).unwrap();
    assert_eq!((units.without.len(), units.unanswered()), (6, 0));
    assert!((units.all.value - 9.5).abs() < 1e-12);
    let (lowest, highest) = units.range().unwrap();
    assert!((lowest + 0.75).abs() < 1e-12 && (highest - 14.75).abs() < 1e-12);
    assert!(units.sign_changes());
    // without b two treated are left with a single comparison, without a one treated
    let strata = LeaveOut::strata(&panel, Design::default()).unwrap();
    assert_eq!((strata.unanswered(), strata.range()), (2, None));
}

#[test]
fn placebos_see_a_trend_and_nothing_of_the_effect() {
    let panel = panel(&[
        (Start::In(3), "", &[0.0, 1.0, 2.0, 103.0]),
        (Start::In(3), "", &[0.0, 1.0, 2.0, 104.0]),
        (C, "", &[0.0, 0.0, 0.0, 0.0]),
        (C, "", &[1.0, 1.0, 1.0, 1.0]),
    ]);
    let values: Vec<f64> = placebo_dates(&panel, Design::default())
        .into_iter()
        .map(|(_, effect)| effect.unwrap().value)
        .collect();
    // a step of 1 in one period; steps of 1 and 2, mean 1.5
    assert_eq!(values, [1.0, 1.5]);
}

#[test]
fn without_two_periods_before_nothing_is_known_of_the_lines() {
    let panel = panel(&[
        (Start::In(1), "", &[0.0, 1.0]),
        (Start::In(1), "", &[0.0, 2.0]),
        (C, "", &[0.0, 0.0]),
        (C, "", &[0.0, 0.5]),
    ]);
    let refused = Breakdown::of(&panel, Design::default()).unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewYears);
}

#[test]
fn breaks_already_never_or_where_the_interval_touches_zero() {
    let nothing = Breakdown::of(&Setting::default().panel(1, 0), Design::default()).unwrap();
    let (lo, hi) = nothing.error.limits(nothing.value);
    assert!(lo < 0.0 && 0.0 < hi);
    assert_eq!(nothing.breaks(), Break::Already);
    let found = Setting {
        effect: 1.0,
        ..Setting::default()
    }
    .panel(1, 0);
    let found = Breakdown::of(&found, Design::default()).unwrap();
    let Break::At(m) = found.breaks() else {
        panic!("{found:?}")
    };
    assert!(found.limits(m).0.abs() < 1e-12 && found.limits(0.99 * m).0 > 0.0);
    // starts in the places 2, 4, 6 of 8 with 5, 5, 4 units: periods 6, 4, 2, mean reach 3.5, 2.5, 1.5
    let expected = (30.0 * 3.5 + 20.0 * 2.5 + 8.0 * 1.5) / 58.0;
    assert!((found.reach - expected).abs() < 1e-12);
    assert_eq!(found.steps.len(), 5);
    let parallel = panel(&[
        (T, "", &[0.0, 0.0, 3.0]),
        (T, "", &[1.0, 1.0, 4.5]),
        (C, "", &[0.0, 0.0, 0.0]),
        (C, "", &[2.0, 2.0, 2.0]),
    ]);
    // rises of 3 and 3.5 beside none: 3.25 ± 12.7·.25
    let parallel = Breakdown::of(&parallel, Design::default()).unwrap();
    assert_eq!(parallel.breaks(), Break::Never);
}

#[test]
fn what_spills_over_is_seen_in_the_ring() {
    let panel = panel(&[
        (T, "", &[0.0, 0.0, 4.0]),
        (T, "", &[0.0, 0.0, 6.0]),
        (C, "", &[0.0, 0.0, 2.0]),
        (C, "", &[0.0, 0.0, 1.0]),
        (C, "", &[0.0, 0.0, 0.0]),
        (C, "", &[0.0, 0.0, 0.5]),
    ]);
    let places = [
        [0.0, 0.0],
        [10.0, 0.0],
        [0.0, 3.0],
        [10.0, 4.0],
        [100.0, 0.0],
        [90.0, 0.0],
    ];
    let found = Spillover::of(&panel, &places, 5.0).unwrap();
    assert_eq!((found.near, found.far), (2, 2));
    assert!((found.difference - 1.25).abs() < 1e-12);
    // s² 1/2 and 1/8, each over 2
    assert!((found.error.se.powi(2) - (0.25 + 0.0625)).abs() < 1e-12);
    assert!((Staggered::of(&panel).unwrap().value - (5.0 - 0.875)).abs() < 1e-12);
    assert!((found.effect_against_far.unwrap().value - 4.75).abs() < 1e-12);
    assert_eq!(
        Spillover::of(&panel, &places, 1.0).unwrap_err().reason,
        Reason::TooFewClusters
    );
}

#[test]
fn neighbours_alike_are_seen_and_shuffled_alike_on_any_number_of_threads() {
    let places: Vec<[f64; 2]> = (0..20)
        .map(|i| [f64::from(i % 5), f64::from(i / 5)])
        .collect();
    let near = Neighbours::nearest(&places, 3);
    let slope: Vec<f64> = places
        .iter()
        .map(|place| place[0] + 0.1 * place[1])
        .collect();
    let found = Moran::of(&slope, &near, NeighbourWeights::RowStandardised).unwrap();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| found.shuffled_p(1, "slope", 999))
    };
    assert_eq!((on(1), on(3)), (0.001, 0.001));
    assert!(found.z() > 4.0);
    let alike = Moran::of(&[2.0; 20], &near, NeighbourWeights::Binary).unwrap_err();
    assert_eq!(alike.reason, Reason::NoData);
}

#[test]
fn regions_that_share_their_shocks_are_seen_in_what_is_left() {
    let places = |panel: &Balanced| -> Vec<[f64; 2]> {
        // regions lie far apart, their units side by side
        let region = |unit: usize| panel.strata()[unit][1..].parse::<f64>().unwrap();
        (0..panel.len())
            .map(|unit| [1e6 * region(unit), unit as f64])
            .collect()
    };
    let found = |regional_shock_sd| {
        let regions = Regions::Mixed(4);
        let panel = Setting {
            regions,
            regional_shock_sd,
            starts: vec![4],
            ..Setting::default()
        }
        .panel(2, 0);
        Moran::of_departures(&panel, &places(&panel), 4)
            .unwrap()
            .shuffled_p(1, "left", 999)
    };
    assert!(found(1.0) < 0.01, "{}", found(1.0));
    assert!(found(0.0) > 0.05, "{}", found(0.0));
}

#[test]
fn the_variance_is_that_of_all_shuffles() {
    // all 720 orders of six values, with neighbours that are not mutual
    let near = Neighbours::new(vec![
        vec![1, 2],
        vec![0],
        vec![3],
        vec![2, 4, 5],
        vec![5],
        vec![0],
    ]);
    let values = [0.3, 1.0, -2.0, 0.7, 4.0, 1.5];
    for style in [NeighbourWeights::RowStandardised, NeighbourWeights::Binary] {
        let mut all = Vec::new();
        let mut order = [0, 1, 2, 3, 4, 5];
        visit(&mut order, 0, &mut |order| {
            let shuffled: Vec<f64> = order.iter().map(|&i| values[i]).collect();
            all.push(Moran::of(&shuffled, &near, style).unwrap().i);
        });
        let found = Moran::of(&values, &near, style).unwrap();
        let mean = all.iter().sum::<f64>() / 720.0;
        let variance = all.iter().map(|i| (i - mean).powi(2)).sum::<f64>() / 720.0;
        assert!((found.expected - mean).abs() < 1e-12);
        assert!(
            (found.variance - variance).abs() < 1e-12,
            "{} {variance}",
            found.variance
        );
    }
}

/// Every order of a list.
fn visit(order: &mut [usize; 6], from: usize, see: &mut impl FnMut(&[usize; 6])) {
    if from == order.len() {
        see(order);
    }
    for other in from..order.len() {
        order.swap(from, other);
        visit(order, from + 1, see);
        order.swap(from, other);
    }
}

proptest! {
    #[test]
    fn moran_does_not_care_about_scale_and_order(values in prop::collection::vec(-9.0..9.0_f64, 8), scale in 0.1..5.0_f64, turn in 0_usize..8) {
        let places: Vec<[f64; 2]> = (0..8).map(|i| [f64::from(i * i), f64::from(i)]).collect();
        let of = |values: &[f64], places: &[[f64; 2]]| Moran::of(values, &Neighbours::nearest(places, 2), NeighbourWeights::default()).unwrap();
        let one = of(&values, &places);
        let mut scaled: Vec<f64> = values.iter().map(|value| 3.0 - scale * value).collect();
        let mut turned = places.clone();
        scaled.rotate_left(turn);
        turned.rotate_left(turn);
        let other = of(&scaled, &turned);
        prop_assert!((one.i - other.i).abs() < 1e-9 && (one.variance - other.variance).abs() < 1e-9);
    }

    /// Weights found once for all units of a start are those of the panel that is left; cohorts of one unit, starts between and after periods among them.
    #[test]
    fn without_each_unit_is_the_panel_without_it(
        starts in prop::collection::vec(prop::sample::select(vec![C, C, C, T, T, Start::In(1), Start::In(3), Start::In(9), Start::In(0)]), 5..14),
        outcomes in prop::collection::vec(prop::collection::vec(-5.0..5.0_f64, 4), 14),
        not_yet in any::<bool>(),
    ) {
        let units: Vec<(Start, &str, &[f64])> = starts.iter().zip(&outcomes).map(|(start, outcomes)| (*start, "", outcomes.as_slice())).collect();
        let panel = panel(&units);
        let against = if not_yet { Against::NotYetTreated } else { Against::NeverTreated };
        let design = Design { against, ..Design::default() };
        let together = Staggered::without_each(&panel, Window::Post, design);
        prop_assert_eq!(together.len(), panel.len());
        for (unit, found) in together.into_iter().enumerate() {
            let alone = Staggered::under(&panel.only(|other| other != unit), Window::Post, design);
            match (found, alone) {
                (Ok(found), Ok(alone)) => {
                    prop_assert!((found.value - alone.value).abs() < 1e-12 && (found.error.se - alone.error.se).abs() < 1e-12);
                    prop_assert!((found.error.df - alone.error.df).abs() < 1e-9 || alone.error.se < 1e-9);
                    prop_assert_eq!((found.treated, found.comparison, found.cohorts, found.pooled), (alone.treated, alone.comparison, alone.cohorts, alone.pooled));
                }
                (found, alone) => prop_assert_eq!(found, alone),
            }
        }
    }
}
