//! Refusals by hand, and laws.

use proptest::prelude::*;

use super::{super::panel::Panel, super::panel::Unit, *};

type Row = (Start, Vec<f64>, f64);

fn panel(periods: &[i32], rows: &[Row]) -> Balanced {
    let units = rows.iter().enumerate();
    let units = units.map(|(place, (start, outcomes, covariate))| Unit {
        id: format!("{place:03}"),
        start: *start,
        stratum: String::new(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![*covariate, 2.0 * covariate],
    });
    let names = vec!["one".to_owned(), "twice".to_owned()];
    Panel::new(periods.to_vec(), names, units.collect())
        .balanced()
        .0
}

fn reason(found: &GroupTime, cohort: i32, period: i32) -> Option<Reason> {
    let cell = found
        .cells()
        .iter()
        .find(|cell| (cell.cohort, cell.period) == (cohort, period));
    let refused = cell.unwrap().effect.as_ref().err();
    refused.map(|refused| refused.reason)
}

const ADJUSTMENTS: [Adjust; 3] = [Adjust::Regression, Adjust::Weighting, Adjust::DoublyRobust];

#[test]
fn one_aimak_is_no_cohort_unless_asked() {
    let rows = [
        (Start::In(2016), vec![1.0, 2.0, 4.0], 0.0),
        (Start::In(2017), vec![1.0, 2.0, 2.5], 1.0),
        (Start::In(2017), vec![2.0, 2.0, 3.5], 2.0),
        (Start::Never, vec![0.0, 1.0, 2.0], 3.0),
        (Start::Never, vec![0.0, 0.5, 1.0], 5.0),
    ];
    let panel = panel(&[2015, 2016, 2017], &rows);
    let found = GroupTime::of(&panel, &Design::default()).unwrap();
    assert_eq!(reason(&found, 2016, 2016), Some(Reason::TooFewClusters));
    assert_eq!(reason(&found, 2017, 2017), None);
    let one = Design {
        least_treated: 1,
        ..Design::default()
    };
    let found = GroupTime::of(&panel, &one).unwrap();
    assert_eq!(found.cells()[0].effect.as_ref().unwrap().att, 0.25);
    let later = Design {
        comparison: Comparison::NotYetTreated,
        ..one
    };
    // in 2016 the cohort of 2017 has changed by 1 and 0 too
    let found = GroupTime::of(&panel, &later).unwrap();
    assert_eq!(found.cells()[0].effect.as_ref().unwrap().att, 0.375);
    assert_eq!(
        (found.cells()[0].comparison, found.cells()[1].comparison),
        (4, 2)
    );
}

#[test]
fn waves_count_in_years_and_what_has_no_before_is_refused() {
    let wave = |start, outcomes: [f64; 3]| (start, outcomes.to_vec(), 0.0);
    let rows = [
        // between two waves: the first treated one is 2019, four years after the last before
        wave(Start::In(2017), [0.0, 5.0, 6.0]),
        wave(Start::In(2017), [0.0, 7.0, 8.0]),
        // after the panel: no cohort, and never "never"
        wave(Start::In(2030), [0.0, 90.0, 90.0]),
        wave(Start::Never, [0.0, 1.0, 1.0]),
        wave(Start::Never, [0.0, 1.0, 3.0]),
    ];
    let panel = panel(&[2015, 2019, 2023], &rows);
    let found = GroupTime::of(&panel, &Design::default()).unwrap();
    let seen: Vec<_> = found
        .cells()
        .iter()
        .map(|cell| (cell.period, cell.base, cell.effect.as_ref().unwrap().att))
        .collect();
    assert_eq!(seen, [(2019, Some(2015), 5.0), (2023, Some(2015), 5.0)]);
    let eager = Design {
        anticipation: 2,
        ..Design::default()
    };
    let refused = GroupTime::of(&panel, &eager).unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewYears);
    let alone = panel.only(|unit| unit < 4);
    let refused = GroupTime::of(&alone, &Design::default()).unwrap_err();
    assert_eq!(refused.reason, Reason::NoComparison);
}

#[test]
fn covariates_that_repeat_or_separate_are_refused() {
    let rows: Vec<Row> = (0..12)
        .map(|unit| {
            let treated = unit < 6;
            let start = if treated {
                Start::In(2016)
            } else {
                Start::Never
            };
            let outcome = f64::from(unit * unit % 7);
            (start, vec![0.0, outcome], f64::from(unit))
        })
        .collect();
    let panel = panel(&[2015, 2016], &rows);
    for adjust in ADJUSTMENTS {
        let of = |covariates: &[usize]| {
            let design = Design {
                adjust,
                covariates: covariates.to_vec(),
                ..Design::default()
            };
            GroupTime::of(&panel, &design).map_err(|refused| refused.details[0].id.clone())
        };
        assert_eq!(
            of(&[0, 1]).unwrap_err(),
            "detail-covariates-dependent",
            "{adjust:?}"
        );
        // all treated below 5.5, all others above: no odds, but a line can still be drawn
        match adjust {
            Adjust::Regression => assert!(of(&[0]).is_ok()),
            _ => assert_eq!(of(&[0]).unwrap_err(), "detail-no-overlap", "{adjust:?}"),
        }
    }
}

/// Units with a covariate on which sides overlap.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        prop::bool::ANY,
        prop::collection::vec(-5.0..5.0_f64, 3),
        -1.0..1.0_f64,
    );
    prop::collection::vec(row, 12..24).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(place, (treated, outcomes, covariate))| {
            let treated = if place < 8 { place % 2 == 0 } else { treated };
            let start = if treated {
                Start::In(2017)
            } else {
                Start::Never
            };
            (start, outcomes, covariate)
        })
        .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_line_in_the_covariate_changes_nothing_that_is_adjusted_by_it(rows in rows(), slope in -3.0..3.0_f64) {
        let tilted: Vec<Row> = rows.iter().cloned().map(|(start, mut outcomes, x)| {
            outcomes[2] += slope * x + 7.0;
            (start, outcomes, x)
        }).collect();
        for adjust in [Adjust::Regression, Adjust::DoublyRobust] {
            let design = Design { adjust, covariates: vec![0], ..Design::default() };
            let of = |rows: &[Row]| GroupTime::of(&panel(&[2015, 2016, 2017], rows), &design);
            let (Ok(one), Ok(other)) = (of(&rows), of(&tilted)) else { continue };
            let [one, other] = [one, other].map(|found| found.cells()[1].effect.clone());
            if let (Ok(one), Ok(other)) = (one, other) {
                prop_assert!((one.att - other.att).abs() < 1e-8, "{adjust:?}");
                prop_assert!((one.se().unwrap() - other.se().unwrap()).abs() < 1e-8, "{adjust:?}");
            }
        }
    }

    #[test]
    fn influences_sum_to_nothing_and_are_what_a_copied_unit_does(rows in rows(), copied in 0_usize..12) {
        for adjust in ADJUSTMENTS {
            for covariates in [vec![], vec![0]] {
                let design = Design { adjust, covariates, ..Design::default() };
                let of = |rows: &[Row]| {
                    let found = GroupTime::of(&panel(&[2015, 2016, 2017], rows), &design).ok()?;
                    found.cells()[1].effect.clone().ok()
                };
                // each unit 200 times, and one of them once more: a small step in its weight
                let many: Vec<Row> = rows.iter().flat_map(|row| std::iter::repeat_n(row.clone(), 200)).collect();
                let more: Vec<Row> = many.iter().cloned().chain([rows[copied].clone()]).collect();
                let (Some(few), Some(many), Some(more)) = (of(&rows), of(&many), of(&more)) else { continue };
                let psi = few.influence();
                prop_assert!(psi.iter().sum::<f64>().abs() < 1e-7 * rows.len() as f64);
                prop_assert!((few.att - many.att).abs() < 1e-8);
                let step = (more.att - many.att) * (200.0 * rows.len() as f64);
                let scale = psi.iter().fold(1.0, |largest: f64, psi| largest.max(psi.abs()));
                prop_assert!((step - psi[copied]).abs() < 0.05 * scale, "{adjust:?} {step} {}", psi[copied]);
            }
        }
    }
}
