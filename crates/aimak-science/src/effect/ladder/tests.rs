use aimak_core::{Claim, Confidence, Design, UnitRole};

use super::{
    super::{
        panel::{Start, Unit},
        verdict::Declared,
    },
    *,
};

/// Units whose paths are parallel but for small fixed wiggles, and treated ones that rise by `effect` from their start on.
fn region(effect: f64, starts: &[Option<i32>]) -> Panel {
    let periods: Vec<i32> = (2015..2025).collect();
    let unit = |(place, start): (usize, &Option<i32>)| {
        let wiggle = |period: i32| {
            let turned = (f64::from(period) * 91.171 + place as f64 * 12.989).sin();
            0.4 * (turned * 43_758.545_3).rem_euclid(1.0) - 0.2
        };
        let treated = |period| start.is_some_and(|start| start <= period);
        let outcome = |period: &i32| {
            let line = place as f64 + 0.1 * f64::from(*period);
            Some(line + wiggle(*period) + if treated(*period) { effect } else { 0.0 })
        };
        Unit {
            id: format!("unit {place:02}"),
            start: start.map_or(Start::Never, Start::In),
            stratum: ["east", "west"][place % 2].to_owned(),
            outcomes: periods.iter().map(outcome).collect(),
            covariates: vec![],
        }
    };
    let units = starts.iter().enumerate().map(unit).collect();
    Panel::new(periods, vec![], units)
}

fn fourteen() -> Vec<Option<i32>> {
    let mut starts: Vec<Option<i32>> = Vec::new();
    for start in [2019, 2019, 2020, 2020, 2021, 2021] {
        starts.extend([Some(start), None]);
    }
    starts.extend([None, None]);
    starts
}

fn registered(relevant: f64) -> Asked {
    Asked {
        relevant: Some(relevant),
        declared: Declared {
            registered: true,
            randomised: false,
        },
        ..Asked::new("test", 7)
    }
}

#[test]
fn an_effect_is_found_graded_and_told_with_everything_beside_it() {
    let report = climb(&region(1.0, &fourteen()), &registered(0.5)).report;
    let effect = report.effect.as_ref().unwrap();
    assert!((effect.value - 1.0).abs() < 0.2, "{effect:?}");
    assert_eq!((effect.treated, effect.comparison), (6, 8));
    assert_eq!(report.count(UnitRole::Treated), 6);
    assert_eq!(report.design, Design::Staggered, "{:?}", report.trends);
    assert!(
        report.confidence >= Confidence::Moderate,
        "{:?}",
        report.steps
    );
    assert_eq!(report.claim, Claim::EstimatedEffect);
    assert!(report.permutation.unwrap().p < 0.05);
    assert!(report.smallest_detectable_in_family == report.smallest_detectable);
    // every unit was left out once, both areas too
    let without = |id: &str| {
        report
            .sensitivity
            .iter()
            .filter(|check| check.id == id)
            .count()
    };
    assert_eq!(without("sensitivity-without-unit"), 14);
    assert_eq!(without("sensitivity-without-stratum"), 2);
    let simple = report
        .parts
        .iter()
        .find(|part| part.by == "simple")
        .unwrap();
    assert!((simple.effect.value - effect.value).abs() < 1e-12);
}

#[test]
fn who_may_anticipate_is_compared_from_before_that() {
    let starts = fourteen();
    let mut asked = registered(0.5);
    asked.cells.anticipation = 1;
    let report = climb(&region(1.0, &starts), &asked).report;
    let simple = report
        .parts
        .iter()
        .find(|part| part.by == "simple")
        .unwrap();
    let effect = report.effect.as_ref().unwrap();
    assert!((simple.effect.value - effect.value).abs() < 1e-12);
    let plain = climb(&region(1.0, &starts), &registered(0.5))
        .report
        .effect
        .unwrap();
    assert!((plain.value - effect.value).abs() > 1e-6);
    // the period before the start shows what was anticipated, the one before that is the base
    let since: Vec<i32> = report.since_start.iter().map(|point| point.since).collect();
    assert!(since.contains(&-1) && !since.contains(&-2), "{since:?}");
}

/// One start, and all of the effect comes a year early: whoever does not know of it finds a smaller effect, in each of the checks.
#[test]
fn checks_of_a_single_date_leave_out_the_time_of_anticipation() {
    let starts = [[Some(2020), None]; 6].concat();
    let early = [[Some(2019), None]; 6].concat();
    let told_late = |panel: &Panel| {
        let mut units = panel.units().to_vec();
        for unit in &mut units {
            if let Start::In(start) = &mut unit.start {
                *start = 2020;
            }
            // ahead of the start nothing is known of the unit but its place: something to match by
            unit.covariates = vec![unit.id[5..].parse().unwrap()];
        }
        Panel::new(panel.periods().to_vec(), vec!["place".into()], units)
    };
    let (on_time, moved) = (
        told_late(&region(1.0, &starts)),
        told_late(&region(1.0, &early)),
    );
    let of = |panel: &Panel, anticipation: u32| {
        let mut asked = registered(0.5);
        asked.cells.anticipation = anticipation;
        climb(panel, &asked).report
    };
    let (truth, known, unknown) = (of(&on_time, 1), of(&moved, 1), of(&moved, 0));
    let value = |report: &EffectReport, id: &str| {
        let check = report.checks.iter().find(|check| check.id == id).unwrap();
        check
            .effect
            .as_ref()
            .unwrap_or_else(|why| panic!("{id}: {why:?}"))
            .value
    };
    for id in [
        "check-before-after-control",
        "check-wild-bootstrap",
        "check-synthetic",
        "check-matched-distance",
        "check-interrupted",
    ] {
        // the year of 2019 is nowhere in it: what came a year early makes no difference
        assert!(
            (value(&known, id) - value(&truth, id)).abs() < 1e-12,
            "{id}"
        );
        // the synthetic comparison may give 2019 no weight
        let moves =
            id == "check-synthetic" || (value(&unknown, id) - value(&known, id)).abs() > 0.01;
        assert!(moves, "{id}");
    }
    let change = |report: &EffectReport| report.described.as_ref().unwrap().value;
    assert!((change(&known) - change(&truth)).abs() < 1e-12);
    assert!(change(&unknown) < change(&known));
}

#[test]
fn matching_shows_how_alike_it_made_both_sides() {
    // heights 1, 2, 3 of those that began, 1, 2, 3 and 9 of the others: nearest are alike
    let heights = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 9.0];
    let starts = [Some(2020), None, Some(2020), None, Some(2020), None, None];
    let plain = region(1.0, &starts);
    let mut units = plain.units().to_vec();
    for (unit, height) in units.iter_mut().zip(heights) {
        unit.covariates = vec![height];
    }
    let panel = Panel::new(plain.periods().to_vec(), vec!["height".into()], units);
    let report = climb(&panel, &Asked::new("test", 7)).report;
    let of = |id: &str| report.balance.iter().find(|row| row.check == id).unwrap();
    let nearest = of("check-matched-distance");
    // means 2 and 15/4, variances 1 and (2.75² + 1.75² + 0.75² + 5.25²)/3 = 38.75/3
    let spread = f64::midpoint(1.0, 38.75 / 3.0).sqrt();
    assert!((nearest.before.unwrap() - (2.0 - 3.75) / spread).abs() < 1e-12);
    assert_eq!(
        (nearest.after, nearest.covariate.as_str()),
        (Some(0.0), "height")
    );
    assert_eq!(nearest.ratio_after, Some(1.0));
    // several dates have nobody to match beside: no row
    assert!(
        climb(&region(1.0, &fourteen()), &registered(0.5))
            .report
            .balance
            .is_empty()
    );
}

#[test]
fn properties_that_are_not_known_of_all_are_not_taken_out_and_it_says_whose() {
    let asked = Asked {
        unknown_covariates: vec!["unit 03".to_owned()],
        ..registered(0.5)
    };
    let report = climb(&region(1.0, &fourteen()), &asked).report;
    let check = report
        .checks
        .iter()
        .find(|check| check.id == "check-covariates");
    let refused = check.unwrap().effect.as_ref().unwrap_err();
    assert!(format!("{refused:?}").contains("unit 03"));
}

#[test]
fn nothing_that_did_nothing_is_called_an_effect() {
    let report = climb(&region(0.0, &fourteen()), &registered(0.5)).report;
    assert_eq!(report.claim, Claim::NoChangeLargerThanBound);
    assert!(report.no_effect_beyond.unwrap() <= 0.5);
    let nobody_said = climb(&region(0.0, &fourteen()), &Asked::new("test", 7)).report;
    assert_eq!(nobody_said.claim, Claim::CannotTell);
}

#[test]
fn without_comparison_it_is_a_change_and_nothing_more() {
    let treated: Vec<Option<i32>> = vec![Some(2020); 6];
    let report = climb(&region(1.0, &treated), &registered(0.5)).report;
    assert!(report.effect.is_err());
    assert_eq!(report.design, Design::BeforeAfter);
    assert!(report.headline().is_ok());
    assert!(matches!(
        report.claim,
        Claim::ChangedWithoutComparison | Claim::SeenWithVeryLowConfidence
    ));
}

#[test]
fn three_and_three_carry_no_claim_and_one_cohort_has_its_own_checks() {
    let starts = [Some(2020), Some(2020), Some(2020), None, None, None];
    let report = climb(&region(1.0, &starts), &registered(0.5)).report;
    assert!(report.permutation.is_err());
    assert_eq!(report.claim, Claim::CannotTell);
    let names: Vec<&str> = report
        .checks
        .iter()
        .map(|check| check.id.as_str())
        .collect();
    for wanted in [
        "check-wild-bootstrap",
        "check-synthetic",
        "check-interrupted",
    ] {
        assert!(names.contains(&wanted), "{names:?}");
    }
}

#[test]
fn the_same_panel_gives_the_same_report_on_any_threads() {
    let of = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| climb(&region(0.3, &fourteen()), &registered(0.5)))
    };
    assert_eq!(of(1), of(3));
}
