//! Does a new edition tell truly what changed, and do older ones stay as they were?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use std::{fs, path::PathBuf};

use aimak_core::{Claim, Confidence, Outcome, Quantity, Release, Silent, WithdrawnPassport};
use published::{Site, files};
use sample::html::tags;

/// The sample as its next edition: one change of carbon grew and is sure, an indicator is gone, a place was withdrawn.
fn second() -> Release {
    let mut release = sample::release("2026-2", false);
    release.cards.retain(|card| card.id != "slope_mean");
    release
        .findings
        .retain(|finding| finding.indicator != "slope_mean");
    let mut all = release.findings.iter_mut();
    let finding = all
        .find(|f| {
            f.indicator == "soc_stock"
                && matches!(f.quantity, Quantity::Change { .. })
                && f.evidence.claim == Claim::CannotTell
        })
        .unwrap();
    finding.evidence.claim = Claim::ChangedWithoutComparison;
    finding.evidence.confidence = Confidence::Moderate;
    if let Outcome::Estimated(estimate) = &mut finding.outcome {
        estimate.value += 9.0;
    }
    release.withdraw("ak-bulak", "2026-12-01".parse().unwrap());
    release
}

#[test]
fn a_first_edition_says_that_it_is_the_first() {
    let published = Site::of(sample::release("2026-1", false));
    for (lang, words) in [
        ("en", "This is the first edition"),
        ("ru", "Это первый выпуск"),
        ("ky", "биринчи чыгарылыш"),
    ] {
        assert!(
            published.file(&format!("{lang}/news.html")).contains(words),
            "{lang}"
        );
    }
    assert!(!published.path().join("data/news.csv").exists());
}

#[test]
fn a_second_edition_tells_what_changed() {
    let published = Site::of(sample::release("2026-1", false));
    published.publish(second());
    let page = published.file("en/news.html");
    for words in [
        "Compared with edition 2026-1",
        "Figures that say something else now: 1",
        "Figures no longer given: 9",
        "Cannot be told from no change",
        "Mean slope",
        "1 place was withdrawn on request",
    ] {
        assert!(page.contains(words), "{words}");
    }
    // withdrawn places are counted, never named
    for name in ["ak-bulak", "Ak-Bulak"] {
        assert!(!page.contains(name), "{name}");
    }
    let table = published.file("data/news.csv");
    assert_eq!(table.lines().count(), 1 + 1 + 9);
    assert!(page.contains("href=\"../data/news.csv\""));
    // every page leads to it
    assert!(
        published
            .file("ky/methods.html")
            .contains("href=\"../ky/news.html\"")
    );
    // the frozen copy keeps its own news
    assert!(
        published
            .file("e/2026-2/en/news.html")
            .contains("Compared with edition 2026-1")
    );
    assert!(
        published
            .file("e/2026-1/en/news.html")
            .contains("This is the first edition")
    );
}

#[test]
fn publishing_the_same_edition_again_compares_with_the_same_older_one() {
    let published = Site::of(sample::release("2026-1", false));
    published.publish(second());
    let before = files(&published.path());
    published.publish(second());
    assert!(files(&published.path()) == before);
}

#[test]
fn every_link_of_an_older_edition_still_leads_somewhere() {
    let published = Site::of(sample::release("2026-1", false));
    let old = published.path().join("e/2026-1");
    let pages: Vec<PathBuf> = files(&old)
        .into_keys()
        .map(|name| old.join(name))
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .collect();
    published.publish(second());
    published.publish(sample::release("2027-1", false));
    for path in &pages {
        let name = path.display().to_string();
        let page = fs::read_to_string(path).unwrap_or_else(|_| panic!("{name} is gone"));
        for tag in tags(&page, &name) {
            let Some(target) = tag.get("href").filter(|target| !target.starts_with('#')) else {
                continue;
            };
            let (file, place) = target.split_once('#').unwrap_or((target, ""));
            let file = path.parent().unwrap().join(file);
            assert!(file.is_file(), "{name}: {target}");
            // what has an equals sign is the state of a map, not a place on its page
            let is_place = !place.is_empty() && !place.contains('=');
            if is_place && file.extension().is_some_and(|e| e == "html") {
                let there = fs::read_to_string(&file).unwrap();
                assert!(
                    there.contains(&format!("id=\"{place}\"")),
                    "{name}: {target}"
                );
            }
        }
    }
}

#[test]
fn a_place_withdrawn_later_is_named_in_no_news() {
    let mut without = sample::release("2026-1", false);
    without
        .passports
        .shown
        .retain(|place| place.id != "ak-bulak");
    let published = Site::of(without);
    published.publish(sample::release("2026-2", false));
    assert!(
        published
            .file("en/news.html")
            .contains("passport/ak-bulak.html"),
        "it is new"
    );
    let note = WithdrawnPassport {
        id: "ak-bulak".into(),
        date: "2026-12-01".parse().unwrap(),
    };
    let cleaned = aimak_atlas::withdraw(&published.path(), &note, &Silent).unwrap();
    cleaned.unwrap().put_in_place().unwrap();
    for path in ["en/news.html", "e/2026-2/en/news.html"] {
        let page = published.file(path);
        assert!(
            !page.contains("ak-bulak") && !page.contains("Ak-Bulak"),
            "{path}"
        );
        assert!(page.contains("1 place was withdrawn on request"), "{path}");
    }
}
