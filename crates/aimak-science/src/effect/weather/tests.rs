use proptest::prelude::*;

use super::{super::panel::Unit, *};

const RAIN: [f64; 10] = [
    310.0, 250.0, 400.0, 280.0, 330.0, 290.0, 420.0, 260.0, 500.0, 150.0,
];

fn years() -> Vec<i32> {
    (2001..2011).collect()
}

fn unit(id: &str, start: Start, outcomes: Vec<Option<f64>>) -> Unit {
    Unit {
        id: id.to_owned(),
        start,
        stratum: String::new(),
        outcomes,
        covariates: vec![],
    }
}

#[test]
fn an_effect_after_the_start_is_not_taken_for_rain() {
    // 0.1 + 0.001 a mm; from 2009 on 0.2 more, in a wet and a dry year
    let outcome: Vec<Option<f64>> = years()
        .iter()
        .zip(RAIN)
        .map(|(year, rain)| Some(0.1 + 0.001 * rain + if *year >= 2009 { 0.2 } else { 0.0 }))
        .collect();
    let panel = Panel::new(years(), vec![], vec![unit("a", Start::In(2009), outcome)]);
    let (adjusted, left_out) = rain_adjusted(
        &panel,
        &[RAIN.to_vec()],
        Water::RainOnRainFed,
        Learned::Untreated,
    );
    assert!(left_out.is_empty());
    let left = &adjusted.units()[0].outcomes;
    assert!((left[8].unwrap() - left[0].unwrap() - 0.2).abs() < 1e-12);
    assert!((left[9].unwrap() - left[0].unwrap() - 0.2).abs() < 1e-12);
}

#[test]
fn who_cannot_be_judged_is_named() {
    let full = vec![Some(1.0); 10];
    let mut gaps = full.clone();
    gaps[..3].fill(None);
    let units = vec![
        unit("early", Start::In(2008), full.clone()),
        unit("gaps", Start::Never, gaps),
        unit("never", Start::Never, full.clone()),
        unit("steady", Start::Never, full),
    ];
    let panel = Panel::new(years(), vec![], units);
    let rain = [RAIN.to_vec(), RAIN.to_vec(), RAIN.to_vec(), vec![300.0; 10]];
    let named = |water, learned| -> Vec<(String, Reason)> {
        let (_, left_out) = rain_adjusted(&panel, &rain, water, learned);
        left_out
            .into_iter()
            .map(|(id, why)| (id.to_owned(), why.reason))
            .collect()
    };
    let expected = |list: &[(&str, Reason)]| {
        list.iter()
            .map(|(id, why)| ((*id).to_owned(), *why))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        named(Water::RainOnRainFed, Learned::Untreated),
        expected(&[
            ("early", Reason::TooFewYears),
            ("gaps", Reason::TooFewYears),
            ("steady", Reason::TooFewObservations)
        ])
    );
    assert_eq!(
        named(Water::Supply, Learned::AllYears),
        expected(&[
            ("gaps", Reason::TooFewYears),
            ("steady", Reason::TooFewObservations)
        ])
    );
    assert_eq!(named(Water::RainOnIrrigated, Learned::AllYears).len(), 4);
}

#[test]
fn a_gap_stays_a_gap() {
    let mut outcome: Vec<Option<f64>> = RAIN.iter().map(|rain| Some(0.001 * rain)).collect();
    outcome[4] = None;
    let found =
        RainResidual::of(&years(), &outcome, &RAIN, |_| true, Water::RainOnRainFed).unwrap();
    assert_eq!((found.years, found.adjusted[4]), (9, None));
    assert!(found.adjusted[3].is_some());
}

proptest! {
    #[test]
    fn the_unit_of_rain_does_not_matter_and_what_is_left_is_free_of_it(
        outcome in prop::collection::vec(-5.0..5.0_f64, 10),
        scale in 0.01..50.0_f64,
    ) {
        let seen: Vec<Option<f64>> = outcome.iter().copied().map(Some).collect();
        let of = |rain: &[f64]| RainResidual::of(&years(), &seen, rain, |_| true, Water::RainOnRainFed).unwrap();
        let other: Vec<f64> = RAIN.iter().map(|rain| scale * rain).collect();
        let (found, in_other) = (of(&RAIN), of(&other));
        prop_assert!((found.slope - scale * in_other.slope).abs() < 1e-9 && (found.p - in_other.p).abs() < 1e-9);
        prop_assert!((0.0..=1.0).contains(&found.r_squared));
        let left = RainResidual::of(&years(), &found.adjusted, &RAIN, |_| true, Water::RainOnRainFed).unwrap();
        prop_assert!(left.slope.abs() < 1e-9);
        // a trend added is found whole, with rain held
        let rising: Vec<f64> = outcome.iter().zip(0..).map(|(y, t)| y + 0.3 * f64::from(t)).collect();
        let trend = |y: &[f64]| RainTrend::of(&years(), y, &RAIN, Water::RainOnRainFed).unwrap();
        let (plain, raised) = (trend(&outcome), trend(&rising));
        prop_assert!((raised.adjusted - plain.adjusted - 0.3).abs() < 1e-9);
        prop_assert!((raised.adjusted_error.se - plain.adjusted_error.se).abs() < 1e-9);
    }
}
