use proptest::prelude::*;

use super::*;
use crate::degradation::{Variant, one_out_all_out::MissingRule, windows::Windows};

/// METHODS D.5.1: thirteen years and the three after them.
const FALLEN: [f64; 16] = [
    0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31, 0.285, 0.290,
    0.288,
];
const WINDOWS: Windows = Windows::ending(2023);

/// Layers of pixels given as series of 2008–2023; `None` is an invalid year.
struct Map {
    values: Vec<f64>,
    valid: Vec<bool>,
    pixels: usize,
}

impl Map {
    fn new(series: &[Vec<Option<f64>>]) -> Self {
        let years = || (0..16).flat_map(|year| series.iter().map(move |pixel| pixel[year]));
        Self {
            values: years().map(|value| value.unwrap_or(-9999.0)).collect(),
            valid: years().map(|value| value.is_some()).collect(),
            pixels: series.len(),
        }
    }

    fn classify(
        &self,
        reference: &PerformanceReference,
        parameters: &ParameterSet,
    ) -> Vec<PixelClasses> {
        let years: Vec<i32> = (2008..2024).collect();
        let layers = PixelLayers {
            productivity: ProductivityStack::new(&years, self.pixels, &self.values, &self.valid)
                .unwrap(),
            windows: WINDOWS,
            units: &vec![Some(1); self.pixels],
            reference,
            land_cover: &vec![Some(ChangeClass::Stable); self.pixels],
            soil_carbon: &vec![Some(ChangeClass::Improved); self.pixels],
        };
        classify(&layers, parameters).unwrap()
    }
}

fn unit(p90: f64) -> PerformanceReference {
    PerformanceReference::from_pixels((0..100).map(|_| (Some(1), Some(p90))))
}

fn one(series: &[Option<f64>], p90: f64, parameters: &ParameterSet) -> PixelClasses {
    Map::new(&[series.to_vec()]).classify(&unit(p90), parameters)[0]
}

#[test]
fn one_series_under_three_variants() {
    // state of METHODS D.5.1: z -2.44 with √3 and -1.41 without; deciles fall from 6 to 2. Trend: the function mk of
    // shared/reference/methods/examples.py gives S -25, variance 483, Z -1.092038 for these sixteen years
    let years: Vec<f64> = (2008..2024).map(f64::from).collect();
    let score = TrendScore::of(&years, &FALLEN).unwrap();
    assert!(score.s == -25 && (score.z + 1.092_038).abs() < 5e-7);
    let fallen = FALLEN.map(Some);
    let of = |variant: Variant| one(&fallen, 0.31, &variant.parameters());
    let states = Variant::ALL.map(|variant| of(variant).state);
    assert_eq!(states, [Some(ChangeClass::Degraded); 3]);
    let strict_prais = ParameterSet {
        state: crate::degradation::state::StateRule::Prais { cut: 1.96 },
        ..Variant::Default.parameters()
    };
    assert_eq!(
        one(&fallen, 0.31, &strict_prais).state,
        Some(ChangeClass::Stable)
    );
    for variant in Variant::ALL {
        let pixel = of(variant);
        assert_eq!(pixel.trend, Some(ChangeClass::Stable), "{variant:?}");
        assert_eq!(pixel.productivity, Some(ProductivityClass::EarlyDecline));
        let verdict = pixel.verdict.unwrap();
        assert_eq!(
            (verdict.class, verdict.complete),
            (ChangeClass::Degraded, true)
        );
    }
}

#[test]
fn a_steady_rise_far_below_its_kind() {
    // by hand: S = 120 of 120 pairs; mean 0.375 of 0.8 is below half; (+, +, −1) is class 5
    let rising: Vec<Option<f64>> = (0..16)
        .map(|year| Some(0.30 + 0.01 * f64::from(year)))
        .collect();
    for variant in Variant::ALL {
        let pixel = one(&rising, 0.8, &variant.parameters());
        assert_eq!(pixel.performance, Some(PerformanceClass::Degraded));
        assert_eq!(
            pixel.productivity,
            Some(ProductivityClass::Improving),
            "{variant:?}"
        );
        assert_eq!(pixel.verdict.unwrap().class, ChangeClass::Improved);
    }
}

#[test]
fn a_missing_recent_year_is_missing_and_the_rest_may_decide_with_a_flag() {
    let mut series = FALLEN.map(Some);
    series[14] = None;
    let default = Variant::Default.parameters();
    let pixel = one(&series, 0.31, &default);
    assert_eq!(
        (pixel.state, pixel.productivity, pixel.verdict),
        (None, None, None)
    );
    assert!(pixel.trend.is_some());
    let any = ParameterSet {
        missing: MissingRule::AnyAvailable,
        ..default
    };
    let verdict = one(&series, 0.31, &any).verdict.unwrap();
    assert_eq!(
        (verdict.class, verdict.complete),
        (ChangeClass::Improved, false)
    );
}

#[test]
fn seven_years_are_no_trend_and_nan_is_no_value() {
    let mut series = FALLEN.map(Some);
    series[..8].fill(None);
    let default = Variant::Default.parameters();
    assert!(one(&series, 0.31, &default).trend.is_some());
    series[8] = Some(f64::NAN);
    let pixel = one(&series, 0.31, &default);
    assert_eq!((pixel.trend, pixel.performance), (None, None));
    let nothing = one(&[None; 16], 0.31, &Variant::TrendsEarth.parameters());
    assert_eq!(
        (nothing.trend, nothing.state, nothing.performance),
        (None, None, None)
    );
}

#[test]
fn a_small_unit_has_no_performance_except_in_trends_earth() {
    let reference = PerformanceReference::from_pixels((0..99).map(|_| (Some(1), Some(0.31))));
    let map = Map::new(&[FALLEN.map(Some).to_vec()]);
    let of = |variant: Variant| map.classify(&reference, &variant.parameters())[0].performance;
    assert_eq!(of(Variant::Default), None);
    assert_eq!(
        of(Variant::TrendsEarth),
        Some(PerformanceClass::NotDegraded)
    );
}

#[test]
fn layers_that_do_not_fit_are_refused() {
    let new = |years: &[i32], values: &[f64]| {
        ProductivityStack::new(years, 1, values, &vec![true; values.len()]).map(|_| ())
    };
    assert_eq!(
        new(&[2001, 2001], &[0.1, 0.1]),
        Err(StackFault::YearsNotRising)
    );
    let short = StackFault::Length {
        layer: "values",
        found: 1,
        expected: 2,
    };
    assert_eq!(new(&[2001, 2002], &[0.1]), Err(short));
    let stack = ProductivityStack::new(&[2023], 1, &[0.1], &[true]).unwrap();
    let layers = PixelLayers {
        productivity: stack,
        windows: WINDOWS,
        units: &[],
        reference: &unit(0.3),
        land_cover: &[None],
        soil_carbon: &[None],
    };
    let fault = classify(&layers, &Variant::Default.parameters()).unwrap_err();
    assert!(matches!(fault, StackFault::Length { layer: "units", .. }));
    assert_eq!(
        stack.covers(&WINDOWS).unwrap_err().reason,
        Reason::TooFewYears
    );
}

#[test]
fn years_outside_the_windows_change_nothing() {
    let years: Vec<i32> = (2000..2026).collect();
    let mut values = vec![9.0; 26];
    values[8..24].copy_from_slice(&FALLEN);
    let valid = [true; 26];
    let stack = ProductivityStack::new(&years, 1, &values, &valid).unwrap();
    assert!(stack.covers(&WINDOWS).is_ok());
    let parameters = Variant::Default.parameters();
    let mean = mean_productivity(&stack, &WINDOWS, &parameters)[0].unwrap();
    assert!((mean - FALLEN.iter().sum::<f64>() / 16.0).abs() < 1e-12);
}

/// Series that look random and need no randomness.
fn many(pixels: u32) -> Vec<Vec<Option<f64>>> {
    let value = |pixel: u32, year: u32| {
        let scattered = (pixel * 7919 + year * 104_729 + pixel * year * 31) % 1009;
        (scattered > 20).then(|| 0.2 + f64::from(scattered) / 2000.0)
    };
    (0..pixels)
        .map(|pixel| (0..16).map(|year| value(pixel, year)).collect())
        .collect()
}

#[test]
fn any_number_of_threads_gives_the_same_map() {
    let map = Map::new(&many(10_000));
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| map.classify(&unit(0.6), &Variant::Default.parameters()))
    };
    let alone = with(1);
    assert_eq!(alone, with(4));
    let levels = ChangeClass::ALL.map(|class| {
        alone
            .iter()
            .filter(|pixel| pixel.state == Some(class))
            .count()
    });
    assert!(levels.iter().all(|count| *count > 100), "{levels:?}");
}

proptest! {
    #[test]
    fn a_pixel_is_the_same_wherever_it_lies(shift in 1_usize..300) {
        let mut series = many(300);
        let parameters = Variant::UnccdReporting.parameters();
        let mut before = Map::new(&series).classify(&unit(0.6), &parameters);
        series.rotate_left(shift);
        before.rotate_left(shift);
        prop_assert_eq!(Map::new(&series).classify(&unit(0.6), &parameters), before);
    }
}
