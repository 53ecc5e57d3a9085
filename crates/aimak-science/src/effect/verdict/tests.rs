use aimak_core::IntervalKind;
use proptest::prelude::*;

use super::*;
use crate::studies::claim::tests::strength;

fn between(lo: f64, hi: f64) -> Interval {
    Interval::Between {
        lo,
        hi,
        level: 0.95,
        kind: IntervalKind::Sampling,
    }
}

/// Staggered starts with nothing against them.
fn best() -> Standing {
    Standing {
        treated: 12,
        comparison: 14,
        cohorts: 3,
        before: 4,
        leads: Leads::Tested {
            p: 0.6,
            power: Some(0.9),
        },
        interval: between(0.4, 1.2),
        value: 0.8,
        permutation_p: Some(0.002),
        smallest_detectable: Some(0.6),
        relevant: Some(0.5),
        lost_percent: 0.0,
        strata_without_comparison: vec![],
        strata_with_own_start: vec![],
        hangs_on_one: false,
        placebo_found: false,
        placebo_outcome_found: false,
        breakdown: Some(1.5),
        weaknesses: vec![],
        declared: Declared {
            registered: true,
            randomised: false,
        },
    }
}

fn of(change: impl FnOnce(&mut Standing)) -> Verdict {
    let mut standing = best();
    change(&mut standing);
    standing.verdict()
}

#[test]
fn each_design_has_its_sentence() {
    let best = best().verdict();
    assert_eq!(
        (best.design, best.confidence, best.claim),
        (Design::Staggered, Confidence::High, Claim::EstimatedEffect)
    );
    let one_date = of(|standing| standing.cohorts = 1);
    assert_eq!(one_date.design, Design::ParallelTrends);
    assert_eq!(one_date.claim, Claim::DifferedFromComparison);
    let untested = of(|standing| standing.leads = Leads::Untested);
    assert_eq!(
        (untested.design, untested.confidence, untested.claim),
        (
            Design::ManyAgainstMany,
            Confidence::Low,
            Claim::DifferedFromComparison
        )
    );
    let alone = of(|standing| standing.comparison = 0);
    assert_eq!(
        (alone.design, alone.claim),
        (Design::BeforeAfter, Claim::ChangedWithoutComparison)
    );
    assert!(alone.confidence <= Confidence::Low);
}

#[test]
fn the_more_cautious_of_interval_and_permutation_governs() {
    assert_eq!(
        of(|standing| standing.permutation_p = Some(0.07)).claim,
        Claim::CannotTell
    );
    // 3 against 3 can never reach 5 %: no p, no claim
    assert_eq!(
        of(|standing| standing.permutation_p = None).claim,
        Claim::CannotTell
    );
}

#[test]
fn areas_that_start_together_take_a_step_and_are_named() {
    let verdict = of(|standing| standing.strata_with_own_start = vec!["Naryn".to_owned()]);
    let step = Message::new("grade-region-starts-together").with("strata", "Naryn");
    assert_eq!(verdict.steps, [step]);
    assert_eq!(verdict.confidence, Confidence::Low);
    assert_eq!(verdict.claim, Claim::DifferedFromComparison);
    let advice = Message::new("advice-starts-mixed").with("strata", "Naryn");
    assert!(verdict.advice.contains(&advice));
}

#[test]
fn nothing_is_called_no_effect_where_one_that_matters_could_hide() {
    let small = |least| {
        of(|standing| {
            standing.interval = between(-0.3, 0.4);
            standing.smallest_detectable = Some(least);
        })
    };
    assert_eq!(small(0.45).claim, Claim::NoChangeLargerThanBound);
    assert_eq!(small(0.55).claim, Claim::CannotTell);
    assert!(small(0.55).advice.contains(&Message::new("advice-plan")));
}

proptest! {
    /// No sentence is stronger than design and grade allow, and nothing that takes confidence away adds any.
    #[test]
    fn no_sentence_is_stronger_than_its_grade(
        (treated, comparison, cohorts, before) in (0_usize..16, 0_usize..30, 1_usize..4, 0_usize..6),
        tested in proptest::option::of((0.0..1.0_f64, proptest::option::of(0.0..1.0_f64))),
        (centre, half) in (-2.0..2.0_f64, 0.0..2.0_f64),
        (permutation_p, least, relevant) in (proptest::option::of(0.0..1.0_f64), proptest::option::of(0.1..2.0_f64), proptest::option::of(0.1..2.0_f64)),
        flags in proptest::array::uniform5(any::<bool>()),
        lost_percent in 0.0..50.0_f64,
    ) {
        let [randomised, registered, proxy, hangs_on_one, placebo_found] = flags;
        let standing = Standing {
            treated, comparison, cohorts, before,
            leads: tested.map_or(Leads::Untested, |(p, power)| Leads::Tested { p, power }),
            interval: between(centre - half, centre + half), value: centre, permutation_p,
            smallest_detectable: least, relevant, lost_percent,
            strata_without_comparison: vec![], strata_with_own_start: vec![], hangs_on_one, placebo_found, placebo_outcome_found: proxy, breakdown: Some(1.0),
            weaknesses: proxy.then(|| Message::new("grade-proxy")).into_iter().collect(),
            declared: Declared { randomised, registered },
        };
        let verdict = standing.verdict();
        let allowed = match (verdict.design.code(), verdict.confidence) {
            ("E1", _) => 0,
            (_, Confidence::VeryLow) => 1,
            ("E2", _) => 2,
            ("E6" | "E7", Confidence::Moderate | Confidence::High) => 4,
            _ => 3,
        };
        prop_assert!(strength(verdict.claim) <= allowed, "{verdict:?}");
        let shown = centre.abs() > half && (comparison == 0 || permutation_p.is_some_and(|p| p < 0.05));
        prop_assert!(shown || strength(verdict.claim) <= 1);
        if verdict.design.code() < "E5" {
            prop_assert!(verdict.confidence <= Confidence::Moderate);
        }
        let worse = Standing { weaknesses: vec![Message::new("grade-proxy"), Message::new("grade-method-break")], ..standing };
        prop_assert!(worse.verdict().confidence <= verdict.confidence);
    }
}
