//! Do verdicts follow claims, and does the right number stand for an indicator?

use aimak_core::{Evidence, IntervalKind, Reason, Withheld};

use super::*;
use crate::sample;

/// The first change of the sample with this claim and interval.
fn change(claim: Claim, interval: Interval) -> Finding {
    let release = sample::release("2026-1", true);
    let mut finding = release
        .findings
        .into_iter()
        .find(|finding| is_change(&finding.quantity) && finding.estimate().is_some())
        .unwrap();
    finding.evidence = Evidence {
        claim,
        ..finding.evidence
    };
    if let Outcome::Estimated(estimate) = &mut finding.outcome {
        estimate.interval = interval;
        estimate.value = interval
            .bounds()
            .map_or(1.0, |(lo, hi)| f64::midpoint(lo, hi));
    }
    finding
}

#[test]
fn no_verdict_says_more_than_the_claim() {
    let between = |lo, hi| Interval::Between {
        lo,
        hi,
        level: 0.95,
        kind: IntervalKind::Sampling,
    };
    let cases = [
        (
            Claim::ChangedWithoutComparison,
            between(0.2, 1.0),
            Verdict::Rose,
        ),
        (
            Claim::DifferedFromComparison,
            between(-1.0, -0.2),
            Verdict::Fell,
        ),
        (
            Claim::SeenWithVeryLowConfidence,
            between(0.2, 1.0),
            Verdict::Seen,
        ),
        (Claim::Observed, between(0.2, 1.0), Verdict::Seen),
        (
            Claim::NoChangeLargerThanBound,
            between(-0.2, 1.0),
            Verdict::Uncertain,
        ),
        (Claim::CannotTell, between(-0.2, 1.0), Verdict::Uncertain),
        (
            Claim::NoIntervalNoSentence,
            Interval::Unavailable(NoInterval::TooFewYears),
            Verdict::NoInterval,
        ),
        (
            Claim::AssumedByDefaultMethod,
            between(0.2, 1.0),
            Verdict::Assumed,
        ),
        (
            Claim::AssumedSignNotDetermined,
            between(-0.2, 1.0),
            Verdict::Assumed,
        ),
    ];
    for (claim, interval, expected) in cases {
        assert_eq!(verdict(&change(claim, interval)), expected, "{claim:?}");
    }
    // muted on the map: the look of what is certain would contradict the sentence
    assert_ne!(Verdict::Seen.look(), Verdict::Rose.look());
    assert_ne!(Verdict::Assumed.look(), Verdict::Value.look());
}

#[test]
fn what_is_assumed_never_stands_for_what_was_measured() {
    let mut release = sample::release("2026-1", true);
    let card = release.cards[0].clone();
    let mut assumed = change(
        Claim::AssumedByDefaultMethod,
        Interval::Unavailable(NoInterval::Census),
    );
    assumed.indicator = "assumed".to_owned();
    assumed.quantity = Quantity::Timeless;
    assumed.evidence.design = Design::DefaultMethod;
    release.cards.push(Card {
        id: "assumed".into(),
        has_change: false,
        ..card
    });
    release.findings.push(assumed.clone());
    let view = View::of(&release, Lang::En);
    let [measured, last] = [&release.cards[0], release.cards.last().unwrap()];
    assert!(!view.assumes(measured) && view.assumes(last));
    assert!(!view.shows_change(last), "it is no change that was seen");
    assert!(is_signed(&assumed) && !is_change(&assumed.quantity));
}

#[test]
fn a_state_without_interval_is_certain_only_as_a_census() {
    let state = |why| {
        let mut finding = change(Claim::Observed, Interval::Unavailable(why));
        finding.quantity = Quantity::State {
            period: PeriodId("after".into()),
        };
        verdict(&finding)
    };
    assert_eq!(state(NoInterval::Census), Verdict::Value);
    assert_eq!(state(NoInterval::TooFewYears), Verdict::NoInterval);
    assert_eq!(state(NoInterval::TooFewUnits), Verdict::NoInterval);
}

#[test]
fn the_mean_of_a_season_stands_for_its_images() {
    let mut release = sample::release("2026-1", true);
    let card = release
        .cards
        .iter()
        .find(|card| card.id == "ndvi_season_mean")
        .cloned()
        .unwrap();
    // one year with its images, no periods: as in a project that only has pictures
    release.findings.retain(|finding| {
        finding.indicator == card.id
            && finding.quantity
                == Quantity::At {
                    date: PartialDate::Year(2005),
                }
    });
    let images: Vec<Finding> = release
        .findings
        .iter()
        .map(|finding| Finding {
            quantity: Quantity::At {
                date: "2005-07-15".parse().unwrap(),
            },
            ..finding.clone()
        })
        .collect();
    release.findings.extend(images);
    assert_eq!(focus(&release, &card), Focus::At(PartialDate::Year(2005)));
    release.findings.retain(|finding| {
        finding.quantity
            != Quantity::At {
                date: PartialDate::Year(2005),
            }
    });
    assert_eq!(
        focus(&release, &card),
        Focus::At("2005-07-15".parse().unwrap())
    );
}

#[test]
fn untreated_land_never_stands_for_an_organic_aimak() {
    let mut release = sample::release("2026-1", true);
    let card = release
        .cards
        .iter()
        .find(|card| card.id == "ndvi_season_mean")
        .cloned()
        .unwrap();
    // its organic land and the whole aimak were refused, only the land beside has a change
    let first = release.aimaks[0].code.clone();
    for finding in &mut release.findings {
        let of_first = finding.subject == Subject::Aimak(first.clone());
        if of_first && is_change(&finding.quantity) && finding.land != Land::Untreated {
            finding.outcome = Outcome::Withheld(Withheld::because(Reason::AlwaysOrganic));
        }
    }
    let view = View::new(&release, &[], None, Lang::En);
    let headline = view.headline(&card, &first).unwrap();
    assert_eq!(verdict(headline), Verdict::Withheld);
    assert_eq!(headline.land, Land::Organic);
}
