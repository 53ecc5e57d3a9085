//! Are numbers and sentences true, and written as each language writes them?

use aimak_core::{
    Design, Evidence, IntervalKind, Land, Lang, NoInterval, PeriodId, Reason, Release, SampleSize,
    SampleUnit,
};

use super::*;
use crate::sample;

fn release() -> Release {
    sample::release("2026-1", true)
}

/// A change of the number of species with this interval and claim; or a difference, or a figure without time.
fn finding(quantity: Quantity, claim: Claim, (lo, hi): (f64, f64)) -> Finding {
    let evidence = release().findings[0].evidence.clone();
    Finding {
        indicator: "species_richness".into(),
        subject: Subject::OrganicAimaks,
        land: Land::Organic,
        treated_share_percent: None,
        quantity,
        outcome: Outcome::Estimated(Estimate {
            value: 2.7,
            unit: Unit::Species,
            bands: None,
            interval: Interval::Between {
                lo,
                hi,
                level: 0.95,
                kind: IntervalKind::Sampling,
            },
            sample: SampleSize {
                of: SampleUnit::Plots,
                n: 9,
                n_other: None,
            },
            flags: Vec::new(),
        }),
        evidence: Evidence {
            claim,
            smallest_detectable: Some(3.1),
            no_change_beyond: Some(2.9),
            ..evidence
        },
    }
}

fn change() -> Quantity {
    let [before, after] = ["before", "after"].map(|id| PeriodId(id.into()));
    Quantity::Change { before, after }
}

fn difference() -> Quantity {
    let [before, after] = ["before", "after"].map(|id| PeriodId(id.into()));
    Quantity::DifferenceOfChanges { before, after }
}

/// The sentence in a language.
fn said(lang: Lang, finding: &Finding) -> String {
    View::new(&release(), &[], None, lang).sentence(finding)
}

#[test]
fn every_claim_is_a_whole_sentence_in_every_language() {
    for claim in aimak_core::Claim::ALL {
        for quantity in [change(), difference(), Quantity::Timeless] {
            let finding = finding(quantity, claim, (-0.5, 2.9));
            for lang in Lang::ALL {
                let words = said(lang, &finding);
                let context = format!("{claim:?} ({}): {words}", lang.code());
                assert!(!words.contains('⟦') && !words.contains('{'), "{context}");
                assert!(!words.contains("(,") && !words.contains("()"), "{context}");
                let first = words.chars().next().unwrap();
                assert!(first.is_uppercase() || first.is_numeric(), "{context}");
                assert!(words.ends_with('.'), "{context}");
            }
        }
    }
}

#[test]
fn very_low_confidence_speaks_of_a_change_and_of_no_cause() {
    let seen = finding(change(), Claim::SeenWithVeryLowConfidence, (0.5, 4.9));
    let words = said(Lang::En, &seen);
    assert!(words.contains("a change of +2.7"), "{words}");
    assert!(
        words.contains("nothing can be said about its causes"),
        "{words}"
    );
    assert!(!words.contains("nothing about change"), "{words}");
    let words = said(
        Lang::En,
        &finding(difference(), Claim::SeenWithVeryLowConfidence, (0.5, 4.9)),
    );
    assert!(words.contains("compared with land"), "{words}");
}

#[test]
fn the_bound_named_is_the_end_of_the_interval() {
    let words = said(
        Lang::En,
        &finding(change(), Claim::NoChangeLargerThanBound, (-0.5, 2.9)),
    );
    assert!(words.starts_with("No change larger than 2.9"), "{words}");
    assert!(!words.contains("3.1"), "{words}");
    // a small change may be missed, it need not
    let words = said(Lang::En, &finding(change(), Claim::CannotTell, (-0.5, 2.9)));
    assert!(
        words.contains("smaller than 3.1\u{a0}species could easily be missed"),
        "{words}"
    );
}

#[test]
fn a_figure_without_time_has_no_period() {
    let slope = finding(Quantity::Timeless, Claim::Observed, (1.0, 2.0));
    let view = release();
    let view = View::new(&view, &[], None, Lang::En);
    assert!(
        !view.sentence(&slope).contains("when"),
        "{}",
        view.sentence(&slope)
    );
    assert_eq!(view.verdict_words(&slope), "Describes the place");
}

/// What a default method assumes is said to be assumed, with its sign, and in no language to have changed.
#[test]
fn what_is_assumed_is_never_said_to_have_changed() {
    let assumed = |claim, ends| {
        let mut finding = finding(Quantity::Timeless, claim, ends);
        finding.evidence.design = Design::DefaultMethod;
        finding
    };
    let gain = assumed(Claim::AssumedByDefaultMethod, (0.5, 4.9));
    let open = assumed(Claim::AssumedSignNotDetermined, (-0.03, 5.4));
    let release = release();
    let view = View::new(&release, &[], None, Lang::En);
    let words = view.sentence(&gain);
    assert!(
        words.starts_with("Assumed by the IPCC default method, not measured: "),
        "{words}"
    );
    assert!(
        words.contains("+2.7") && words.contains("+0.5 to +4.9"),
        "{words}"
    );
    assert!(!words.contains("sign"), "{words}");
    let words = view.sentence(&open);
    assert!(
        words.contains("the sign is not determined by the default method"),
        "{words}"
    );
    assert!(words.contains("−0.03 to +5.4"), "{words}");
    for (lang, changed) in [
        (Lang::En, ["changed", "was seen"]),
        (Lang::Ru, ["изменилось", "наблюдалось"]),
        (Lang::Ky, ["байкалды", "өзгөрдү"]),
    ] {
        let view = View::new(&release, &[], None, lang);
        for finding in [&gain, &open] {
            let words = view.sentence(finding) + &view.verdict_words(finding);
            let said = changed.iter().find(|word| words.contains(**word));
            assert_eq!(said, None, "{words}");
            assert!(!words.contains('⟦'), "{words}");
            assert_ne!(view.quantity_of(finding), view.quantity(&finding.quantity));
        }
        assert_ne!(view.verdict_words(&gain), view.verdict_words(&open));
    }
}

/// Two visits never find the same: what turned over is a share without sign, and compared it is more or less, it does not change.
#[test]
fn only_the_difference_of_what_turned_over_asserts_anything() {
    let [before, after] = ["before", "after"].map(|id| PeriodId(id.into()));
    let seen = finding(
        Quantity::Between { before, after },
        Claim::Observed,
        (1.0, 2.0),
    );
    let mut release = release();
    release.findings.push(seen.clone());
    for lang in Lang::ALL {
        let view = View::new(&release, &[], None, lang);
        for claim in Claim::ALL {
            let words = view.sentence(&finding(difference(), claim, (0.5, 4.9)));
            let whole = !words.contains(['⟦', '{']) && words.ends_with('.');
            assert!(whole, "{claim:?} ({}): {words}", lang.code());
        }
        assert!(
            !view.sentence(&seen).contains(['+', '⟦']),
            "{}",
            view.sentence(&seen)
        );
    }
    let view = View::new(&release, &[], None, Lang::En);
    let words = view.sentence(&seen);
    assert!(
        words.contains("never zero") && !words.contains("changed"),
        "{words}"
    );
    assert_eq!(
        view.verdict_words(&seen),
        "Turnover as a whole is never zero, whoever farms"
    );
    let compared = finding(difference(), Claim::DifferedFromComparison, (0.5, 4.9));
    let words = view.sentence(&compared);
    assert!(
        words.contains("larger by +2.7") && !words.contains("changed by"),
        "{words}"
    );
    assert_eq!(
        view.verdict_words(&compared),
        "More than on comparison land"
    );
}

#[test]
fn names_are_small_inside_a_sentence() {
    let unclear = finding(change(), Claim::CannotTell, (-0.5, 2.9));
    assert!(said(Lang::En, &unclear).contains(": number of species, "));
    assert!(said(Lang::Ru, &unclear).contains(": число видов, "));
    let changed = finding(change(), Claim::ChangedWithoutComparison, (0.5, 4.9));
    assert!(said(Lang::Ru, &changed).starts_with("Число видов: "));
}

#[test]
fn what_is_counted_takes_the_case_of_a_decimal() {
    let changed = finding(change(), Claim::ChangedWithoutComparison, (0.5, 4.9));
    let words = said(Lang::Ru, &changed);
    assert!(words.contains("+2,7\u{a0}вида "), "{words}");
    let release = release();
    let view = View::new(&release, &[], None, Lang::Ru);
    assert_eq!(view.symbol(Unit::Species, false), "видов");
    assert_eq!(
        view.amount(1.5, Unit::Percent, true),
        "+1,5\u{a0}п.\u{a0}п."
    );
}

#[test]
fn an_end_that_is_not_zero_does_not_read_as_zero() {
    let fell = finding(change(), Claim::ChangedWithoutComparison, (-1.8, -0.03));
    let release = release();
    let view = View::new(&release, &[], None, Lang::En);
    let Outcome::Estimated(estimate) = &fell.outcome else {
        panic!("an estimate");
    };
    assert_eq!(view.interval_short(estimate, true), "−1.8 to −0.03");
    assert_eq!(
        view.interval(estimate, true),
        "95\u{a0}% interval: −1.8 to −0.03"
    );
    let ky = View::new(&release, &[], None, Lang::Ky);
    assert_eq!(ky.interval_short(estimate, true), "−1,8\u{a0}…\u{a0}−0,03");
}

#[test]
fn dates_of_a_refusal_are_worded() {
    let since: aimak_core::PartialDate = "2008-05".parse().unwrap();
    let first: aimak_core::PartialDate = "2012-06-04".parse().unwrap();
    let detail = Message::new("detail-first-observation")
        .with("since", since)
        .with("first", first);
    let withheld = Withheld::because(Reason::AlwaysOrganic).with(detail);
    let release = release();
    for (lang, expected) in [
        (Lang::En, ["May 2008", "4 June 2012"]),
        (Lang::Ru, ["май 2008 г.", "4 июня 2012 г."]),
        (Lang::Ky, ["2008-ж., май", "2012-ж., 4-июнь"]),
    ] {
        let words = View::new(&release, &[], None, lang).reason(&withheld);
        assert!(expected.iter().all(|date| words.contains(date)), "{words}");
    }
}

#[test]
fn without_an_interval_the_reason_fits_what_was_counted() {
    let words = |why: NoInterval| {
        View::new(&release(), &[], None, Lang::En)
            .words
            .keyed("no-interval", why.key())
    };
    assert!(words(NoInterval::TooFewYears).contains("fewer than three years"));
    assert!(!words(NoInterval::TooFewUnits).contains("years"));
}
