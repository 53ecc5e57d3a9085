use aimak_core::{
    AimakCode, Confidence, Estimate, Evidence, Interval, IntervalKind, Land, MethodRef, PeriodId,
    SampleSize, SampleUnit, Unit as Measure,
};

use super::*;
use crate::effect::{
    ladder::{Asked, climb},
    panel::{Panel, Start, Unit},
    verdict::Declared,
};

/// Aimaks that began in one period and as many that never did; what happened to each is its own.
fn report(before: i32, registered: bool, effect: f64) -> EffectReport {
    let periods: Vec<i32> = (-before..3).collect();
    let unit = |place: usize| {
        let organic = place.is_multiple_of(2);
        let outcome = |period: &i32| {
            let own = (f64::from(*period) * 91.171 + place as f64 * 12.989).sin() * 43_758.545;
            let begun = if organic && *period >= 0 { effect } else { 0.0 };
            Some(0.4 * own.rem_euclid(1.0) + begun)
        };
        Unit {
            id: format!("{place:02}"),
            start: if organic { Start::In(0) } else { Start::Never },
            stratum: String::new(),
            outcomes: periods.iter().map(outcome).collect(),
            covariates: vec![],
        }
    };
    let panel = Panel::new(periods.clone(), vec![], (0..16).map(unit).collect());
    let asked = Asked {
        relevant: Some(0.5),
        declared: Declared {
            registered,
            randomised: false,
        },
        ..Asked::new("soc_stock", 1)
    };
    climb(&panel, &asked).report
}

/// A difference as `grade` alone leaves it.
fn difference(lo: f64, hi: f64) -> Finding {
    let period = |id: &str| PeriodId(id.into());
    Finding {
        indicator: "soc_stock".into(),
        subject: Subject::OrganicAimaks,
        land: Land::Organic,
        treated_share_percent: None,
        quantity: Quantity::DifferenceOfChanges {
            before: period("before"),
            after: period("after"),
        },
        outcome: Outcome::Estimated(Estimate {
            value: f64::midpoint(lo, hi),
            unit: Measure::TonneCarbonPerHectare,
            interval: Interval::Between {
                lo,
                hi,
                level: 0.95,
                kind: IntervalKind::AmongAimaks,
            },
            bands: None,
            sample: SampleSize {
                of: SampleUnit::Aimaks,
                n: 8,
                n_other: Some(8),
            },
            flags: vec![],
        }),
        evidence: Evidence {
            design: Design::ManyAgainstMany,
            confidence: Confidence::Low,
            grade_steps: vec![Message::new(TRENDS_UNTESTED)],
            claim: Claim::DifferedFromComparison,
            method: MethodRef {
                id: "SOC_STOCK".into(),
                version: 1,
            },
            parameters: BTreeMap::new(),
            inputs: vec![],
            smallest_detectable: Some(0.3),
            no_change_beyond: None,
            notes: vec![Message::new("note-trends-before-not-tested")],
        },
    }
}

fn settled(report: &EffectReport, finding: Finding) -> Evidence {
    let mut findings = [finding];
    settle(
        &BTreeMap::new(),
        &mut findings,
        std::slice::from_ref(report),
    );
    let [finding] = findings;
    finding.evidence
}

#[test]
fn a_difference_takes_the_steps_of_its_effect() {
    let report = report(1, false, 2.0);
    let evidence = settled(&report, difference(1.5, 2.5));
    let steps: Vec<&str> = evidence
        .grade_steps
        .iter()
        .map(|step| step.id.as_str())
        .collect();
    assert_eq!(steps, [TRENDS_UNTESTED, "grade-not-registered"]);
    assert_eq!(
        (evidence.confidence, report.confidence),
        (Confidence::VeryLow, Confidence::VeryLow)
    );
    assert_eq!(
        (evidence.claim, report.claim),
        (Claim::SeenWithVeryLowConfidence, report.claim)
    );
    assert_eq!(evidence.notes.len(), 1);
}

#[test]
fn what_the_panel_tested_does_not_count_as_untested() {
    let report = report(4, true, 2.0);
    assert_eq!(report.design, Design::ParallelTrends, "{:?}", report.trends);
    let evidence = settled(&report, difference(1.5, 2.5));
    assert!(evidence.grade_steps.is_empty() && evidence.notes.is_empty());
    assert_eq!(evidence.confidence, Confidence::Moderate);
    assert_eq!(evidence.claim, Claim::DifferedFromComparison);
}

#[test]
fn a_difference_is_never_surer_than_its_effect() {
    let mut report = report(4, true, 2.0);
    report.confidence = Confidence::Low;
    let evidence = settled(&report, difference(1.5, 2.5));
    assert_eq!(evidence.confidence, Confidence::Low);
    assert_eq!(evidence.grade_steps, [Message::new("grade-as-effect")]);
}

#[test]
fn where_lots_do_not_confirm_nothing_is_claimed() {
    let mut report = report(4, true, 2.0);
    report.family_p = Some(0.07);
    assert_eq!(
        settled(&report, difference(1.5, 2.5)).claim,
        Claim::CannotTell
    );
}

#[test]
fn where_nothing_was_looked_for_the_difference_stays() {
    let mut other = report(1, false, 2.0);
    other.outcome = "soil_ph".into();
    assert_eq!(
        settled(&other, difference(1.5, 2.5)),
        difference(1.5, 2.5).evidence
    );
}

/// The difference of one aimak, as `grade` alone leaves it.
fn single(lo: f64, hi: f64) -> Finding {
    let mut finding = difference(lo, hi);
    finding.subject = Subject::Aimak(AimakCode("00".into()));
    finding.evidence.design = Design::OneAgainstMany;
    finding.evidence.grade_steps = vec![Message::new("grade-one-organic-aimak")];
    finding
}

#[test]
fn one_aimak_says_no_more_than_all_together() {
    let evidence = settled(&report(1, false, 2.0), single(1.5, 2.5));
    let steps = evidence.grade_steps.iter().map(|step| step.id.as_str());
    assert_eq!(
        steps.collect::<Vec<_>>(),
        ["grade-one-organic-aimak", "grade-not-registered"]
    );
    assert_eq!(evidence.confidence, Confidence::VeryLow);
    assert_eq!(evidence.claim, Claim::SeenWithVeryLowConfidence);
}

#[test]
fn one_aimak_keeps_its_own_step_beside_a_surer_whole() {
    let report = report(4, true, 2.0);
    assert!(report.confidence > Confidence::Low);
    let evidence = settled(&report, single(1.5, 2.5));
    assert_eq!(evidence.confidence, Confidence::Low);
    assert_eq!(evidence.claim, Claim::DifferedFromComparison);
    assert_eq!(evidence.notes.len(), 1, "its own trends were not looked at");
}
