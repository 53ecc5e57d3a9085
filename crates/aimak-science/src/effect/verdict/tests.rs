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
        enough: None,
        relevant: Some(0.5),
        always_treated: 0,
        later: None,
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

/// What the panel lacks, in every combination: each lack has its advice with its number, and what is not lacking has none.
#[test]
fn advice_names_what_is_lacking_and_nothing_else() {
    let naryn = || vec!["Naryn".to_owned()];
    for lacks in 0_u32..256 {
        let lack = |place: u32| lacks >> place & 1 == 1;
        let enough = [
            None,
            Some(Enough::Comparison(3)),
            Some(Enough::Both(5)),
            Some(Enough::Nothing),
        ];
        let verdict = of(|standing| {
            standing.declared.registered = !lack(0);
            standing.relevant = (!lack(1)).then_some(0.5);
            standing.strata_without_comparison = if lack(2) { naryn() } else { vec![] };
            standing.comparison = if lack(3) { 2 } else { 14 };
            standing.before = if lack(4) { 1 } else { 4 };
            standing.later = lack(5).then_some((3, 2027));
            standing.always_treated = if lack(6) { 7 } else { 0 };
            standing.smallest_detectable = Some(if lack(7) { 0.6 } else { 0.4 });
            standing.enough = enough[lacks as usize % 4];
        });
        let number = |id: &str| {
            let found = verdict.advice.iter().find(|advice| advice.id == id)?;
            found.args.get("n").cloned()
        };
        let has = |id: &str| verdict.advice.iter().any(|advice| advice.id == id);
        assert_eq!(has("advice-register"), lack(0));
        assert_eq!(has("advice-relevant"), lack(1));
        assert_eq!(
            number("advice-comparison-areas"),
            lack(2).then_some(2_usize.into())
        );
        assert_eq!(
            number("advice-more-comparison"),
            lack(3).then_some(2_usize.into())
        );
        assert_eq!(
            number("advice-waves-before"),
            lack(4).then_some(1_usize.into())
        );
        assert_eq!(
            number("advice-waves-next"),
            lack(5).then_some(3_usize.into())
        );
        assert_eq!(number("advice-pairs"), lack(6).then_some(7_usize.into()));
        // nobody says how many are enough where nobody said for what
        let (sizes, enough) = (lack(7) && !lack(1), lacks as usize % 4);
        let told = [
            "advice-plan",
            "advice-enough-comparison",
            "advice-enough-both",
            "advice-not-enough",
        ];
        for (place, id) in told.iter().enumerate() {
            assert_eq!(has(id), sizes && place == enough, "{lacks} {id}");
        }
    }
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
            smallest_detectable: least, enough: None, relevant, always_treated: 0, later: None, lost_percent,
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
