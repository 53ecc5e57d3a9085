//! Does the page of an aimak tell what changed by rule, with fading intervals, and beside whom? Do aimaks compare on what the release says?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use std::collections::BTreeMap;

use aimak_core::{Land, Lang, Quantity, Release, Subject};
use published::{Site, between};
use sample::html::tags;
use serde_json::Value;

/// The changes of an indicator by aimak, as `release.json` writes them.
fn changes(release: &Release, indicator: &str) -> BTreeMap<String, String> {
    let findings = release.findings.iter().filter(|finding| {
        finding.indicator == indicator
            && matches!(finding.quantity, Quantity::Change { .. })
            && finding.land != Land::Untreated
    });
    let mut found = BTreeMap::new();
    for finding in findings {
        let (Subject::Aimak(code), Some(estimate)) = (&finding.subject, finding.estimate()) else {
            continue;
        };
        let value = serde_json::to_string(&estimate.value).unwrap();
        if finding.land == Land::Organic {
            found.insert(code.0.clone(), value);
        } else {
            found.entry(code.0.clone()).or_insert(value);
        }
    }
    found
}

#[test]
fn the_head_tells_changes_and_the_table_the_rest() {
    let release = sample::release("2026-1", true);
    let soil = changes(&release, "soc_stock");
    let site = Site::of(release);
    for lang in Lang::ALL {
        let page = site.file(&format!("{}/aimak/S-1.html", lang.code()));
        let head = between(&page, "<section class=\"headline\"", "</section>");
        let card = between(head, "<li id=\"soc_stock\">", "</li>");
        assert!(
            card.contains(&format!("data-value=\"{}\"", soil["S-1"])),
            "{card}"
        );
        // intervals fade, and the states stand in numbers too
        assert!(card.contains("class=\"half\"") && card.contains("class=\"most\""));
        assert_eq!(card.matches("<data").count(), 3, "{card}");
        assert!(card.contains("class=\"sentence\""));
        assert!(
            head.contains("<li id=\"ndvi_season_mean\">") && head.contains("class=\"course-line\"")
        );
        // a profile figure has no change, number of species no number: both stand in the table
        let rest = between(&page, "<section class=\"rest\"", "</section>");
        for id in ["slope_mean", "species_richness"] {
            assert!(
                rest.contains(&format!("<tr id=\"{id}\""))
                    && !head.contains(&format!("id=\"{id}\""))
            );
        }
        assert!(!rest.contains("id=\"soc_stock\""));
    }
}

#[test]
fn a_change_without_interval_is_not_told_at_the_head() {
    let site = Site::of(sample::release("2026-1", true));
    // S-8 has a change of carbon, but no interval
    let page = site.file("en/aimak/S-8.html");
    let head = between(&page, "<section class=\"headline\"", "</section>");
    assert!(!head.contains("id=\"soc_stock\"") && head.contains("id=\"ndvi_season_mean\""));
    assert!(
        between(&page, "<section class=\"rest\"", "</section>").contains("<tr id=\"soc_stock\"")
    );
}

#[test]
fn an_organic_aimak_stands_beside_comparison_areas_in_words_of_description() {
    let release = sample::release("2026-1", true);
    let soil = changes(&release, "soc_stock");
    let site = Site::of(release);
    let page = site.file("en/aimak/S-1.html");
    let beside = between(&page, "<section class=\"beside\"", "</section>");
    assert!(beside.contains("is not an effect"), "{beside}");
    let row = beside
        .split("<tr")
        .find(|row| row.contains("Soil organic carbon"))
        .unwrap();
    // S-5, S-6 and S-7 have a change with an interval: three dots, one in the middle
    assert_eq!(row.matches("class=\"other\"").count(), 3);
    assert_eq!(row.matches("class=\"middle\"").count(), 1);
    let told: Vec<&str> = row
        .split("data-value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(
        told,
        [&soil["S-1"], &soil["S-7"], &soil["S-6"], &soil["S-5"]]
    );
    assert!(!site.file("en/aimak/S-5.html").contains("class=\"beside\""));
}

#[test]
fn a_photo_is_that_of_a_passport_of_the_aimak() {
    let site = Site::of(sample::release("2026-1", true));
    let page = site.file("ru/aimak/S-1.html");
    let photo = between(&page, "<div class=\"aimak-photo\">", "</div>");
    assert!(
        photo.contains("../../downloads/passport-ak-bulak-1")
            && photo.contains("../passport/ak-bulak.html")
    );
    assert!(!site.file("ru/aimak/S-2.html").contains("aimak-photo"));
}

#[test]
fn the_matrix_and_the_script_say_what_the_release_says() {
    let release = sample::release("2026-1", true);
    let (soil, greenness) = (
        changes(&release, "soc_stock"),
        changes(&release, "ndvi_season_mean"),
    );
    let site = Site::of(release);
    for lang in Lang::ALL {
        let page = site.file(&format!("{}/compare.html", lang.code()));
        let matrix = between(&page, "<table class=\"sortable matrix\">", "</table>");
        for (code, value) in soil.iter().chain(&greenness) {
            let row = between(matrix, &format!("<tr id=\"{code}\">"), "</tr>");
            assert!(
                row.contains(&format!("data-value=\"{value}\"")),
                "{code} {value}"
            );
        }
        // the reason of what is not shown is there
        assert!(between(matrix, "<tr id=\"S-9\">", "</tr>").contains("○"));
        let script = site.file(&format!("data/compare-{}.js", lang.code()));
        let json = script
            .trim()
            .strip_prefix("window.AIMAK_COMPARE = ")
            .unwrap();
        let data: Value = serde_json::from_str(json.strip_suffix(';').unwrap()).unwrap();
        assert_eq!(data["aimaks"].as_array().unwrap().len(), 9);
        for (place, expected) in [&soil, &greenness].into_iter().enumerate() {
            let values = &data["indicators"][place]["values"];
            for (code, value) in expected {
                assert_eq!(&values[code]["value"].to_string(), value, "{code}");
                let at = values[code]["at"].as_f64().unwrap();
                assert!((0.0..=1.0).contains(&at));
            }
        }
        assert!(!script.contains('⟦') && !script.contains("NaN"), "{lang:?}");
    }
}

#[test]
fn links_to_the_comparison_lead_to_a_row() {
    let site = Site::of(sample::release("2026-1", true));
    assert!(
        site.file("en/aimak/S-3.html")
            .contains("href=\"../compare.html#S-3\"")
    );
    let page = site.file("en/compare.html");
    let rows = tags(&page, "compare");
    let rows = rows
        .iter()
        .filter(|tag| tag.name == "tr" && tag.get("id").is_some());
    assert_eq!(rows.count(), 9);
}

#[test]
fn nothing_is_compared_where_there_is_nothing_to_compare() {
    let mut release = sample::release("2026-1", false);
    release.findings.clear();
    release.cards.clear();
    let site = Site::of(release);
    assert!(!site.has("en/compare.html") && !site.has("data/compare-en.js"));
    let page = site.file("en/aimak/S-1.html");
    assert!(!page.contains("compare.html") && !page.contains("class=\"headline\""));
}

#[test]
fn areas_without_a_programme_are_compared_by_what_was_measured() {
    let mut release = sample::release("2026-1", false);
    for aimak in &mut release.aimaks {
        aimak.organic_since = None;
    }
    release.findings.retain(|finding| {
        matches!(finding.quantity, Quantity::Timeless) && finding.subject != Subject::OrganicAimaks
    });
    release.cards.retain(|card| card.id.starts_with("slope"));
    let site = Site::of(release);
    let page = site.file("en/compare.html");
    assert!(page.contains("The latest values") && page.contains("Mean slope"));
    assert!(
        !site
            .file("en/aimak/S-1.html")
            .contains("class=\"headline\"")
    );
}

/// On paper stands where the page can be found again: with a code for a phone where the project says where it is published.
#[test]
fn paper_names_the_address_and_a_phone_can_read_it() {
    let foot = |address: Option<&str>| {
        let mut release = sample::release("2026-1", true);
        release.project.publication.address = address.map(str::to_owned);
        let page = Site::of(release).file("ky/aimak/S-1.html");
        between(&page, "class=\"paper-only\"", "</div>").to_owned()
    };
    let there = foot(Some("https://atlas.example.kg"));
    assert!(there.contains(">https://atlas.example.kg/e/2026-1/ky/aimak/S-1.html<"));
    assert!(there.contains("class=\"code-dark\""));
    let nowhere = foot(None);
    assert!(nowhere.contains(">e/2026-1/ky/aimak/S-1.html<") && !nowhere.contains("<svg"));
}
