use aimak_core::{Claim, Confidence, Estimate, WithdrawnPassport};

use super::*;
use crate::sample;

fn two() -> (Release, Release) {
    (
        sample::release("2026-1", false),
        sample::release("2026-2", false),
    )
}

/// The finding of an aimak's change of carbon, to be changed.
fn finding(release: &mut Release) -> &mut Finding {
    let mut all = release.findings.iter_mut();
    all.find(|f| f.indicator == "soc_stock" && matches!(f.quantity, Quantity::Change { .. }))
        .unwrap()
}

fn estimate(finding: &mut Finding) -> &mut Estimate {
    match &mut finding.outcome {
        Outcome::Estimated(estimate) => estimate,
        Outcome::Withheld(_) => panic!("withheld"),
    }
}

#[test]
fn of_the_same_release_there_is_no_news() {
    let (old, new) = two();
    let news = compare(&old, &new);
    assert!(news.is_empty(), "{news:?}");
    assert_eq!(news.same, new.findings.len());
}

#[test]
fn digits_that_nobody_sees_are_no_news() {
    let (old, mut new) = two();
    estimate(finding(&mut new)).value += 1e-9;
    assert!(compare(&old, &new).findings.is_empty());
    estimate(finding(&mut new)).value += 0.2;
    let news = compare(&old, &new);
    assert!(matches!(news.findings[..], [Fate::Changed { old, new }] if says_the_same(old, new)));
    assert_eq!(news.same, new.findings.len() - 1);
}

#[test]
fn another_claim_or_confidence_is_news() {
    let (old, mut new) = two();
    finding(&mut new).evidence.confidence = Confidence::High;
    let news = compare(&old, &new);
    assert!(matches!(news.findings[..], [Fate::Changed { old, new }] if !says_the_same(old, new)));
    let (old, mut new) = two();
    finding(&mut new).evidence.claim = Claim::SeenWithVeryLowConfidence;
    assert_eq!(compare(&old, &new).findings.len(), 1);
}

#[test]
fn what_came_and_what_went_is_told() {
    let (old, mut new) = two();
    new.cards.retain(|card| card.id != "slope_mean");
    new.findings
        .retain(|finding| finding.indicator != "slope_mean");
    new.cards[0].method_version = 2;
    new.aimaks[5].organic_since = Some(PartialDate::Year(2024));
    new.aimaks.pop();
    new.sources[0].sha256 = "ef".repeat(32);
    new.program = "aimak 9".into();
    let news = compare(&old, &new);
    assert!(matches!(news.indicators[..],
        [Fate::Changed { new, .. }, Fate::Gone(gone)] if new.id == "soc_stock" && gone.id == "slope_mean"));
    assert!(matches!(news.aimaks[..],
        [Fate::Changed { new, .. }, Fate::Gone(gone)] if new.code.0 == "S-6" && gone.code.0 == "S-9"));
    assert!(matches!(news.sources[..], [Fate::Changed { new, .. }] if new.id == old.sources[0].id));
    assert_eq!(news.program, Some("aimak 0.0.0"));
    let gone = news
        .findings
        .iter()
        .all(|fate| matches!(fate, Fate::Gone(_)));
    assert!(gone && news.findings.len() == 9);
    // and the other way round
    let back = compare(&new, &old);
    assert!(
        back.findings
            .iter()
            .all(|fate| matches!(fate, Fate::New(_)))
    );
}

#[test]
fn a_withdrawn_place_is_counted_and_never_named() {
    let (mut old, mut new) = two();
    let id = old.passports.shown[0].id.clone();
    let date: PartialDate = "2026-12-01".parse().unwrap();
    new.withdraw(&id, date);
    let news = compare(&old, &new);
    assert_eq!((news.withdrawn, news.places.len()), (1, 0));
    assert!(!format!("{news:?}").contains(&id));
    // whether the older edition was cleaned already makes no difference
    old.withdraw(&id, date);
    assert_eq!(compare(&old, &new).withdrawn, 1);
    // one withdrawn before the older edition is no news
    let mut long_ago = sample::release("2026-2", false);
    long_ago.passports.withdrawn = vec![WithdrawnPassport {
        id,
        date: "2020-01-01".parse().unwrap(),
    }];
    assert_eq!(compare(&old, &long_ago).withdrawn, 0);
}

#[test]
fn a_place_that_was_not_there_is_new() {
    let (mut old, new) = two();
    let id = old.passports.shown.remove(0).id;
    assert_eq!(compare(&old, &new).places, [id.as_str()]);
}

#[test]
fn editions_are_older_by_date_then_by_number() {
    let date: PartialDate = "2026-11-24".parse().unwrap();
    let earlier: PartialDate = "2026-03".parse().unwrap();
    assert_eq!(by_age((date, "2026-9"), (date, "2026-10")), Ordering::Less);
    assert_eq!(by_age((earlier, "z"), (date, "a")), Ordering::Less);
    assert_eq!(by_age((date, "spring"), (date, "spring")), Ordering::Equal);
}

#[test]
fn minus_nothing_is_nothing() {
    assert!(prints_alike(-0.001, 0.001, Unit::Percent));
    assert!(!prints_alike(-0.2, 0.2, Unit::Percent));
}
