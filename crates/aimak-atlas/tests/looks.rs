//! Does every page say what kind of project it is, how sure a number is, and what is missing?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use aimak_core::{AimakCode, Land, Release, Subject};
use published::{Site, between};
use sample::html::tags;

/// The same without organic aimaks: areas are described, nothing is compared.
fn plain(edition: &str) -> Release {
    let mut release = sample::release(edition, false);
    for aimak in &mut release.aimaks {
        aimak.organic_since = None;
        aimak.organic_ha = None;
    }
    // the sample gives number of species every reason there is, that of a missing comparison among them
    release.cards.retain(|card| card.id != "species_richness");
    release.findings.retain(|finding| {
        finding.land == Land::WholeAimak
            && finding.subject != Subject::OrganicAimaks
            && finding.indicator != "species_richness"
    });
    for finding in &mut release.findings {
        finding.treated_share_percent = None;
    }
    release
}

/// Boundaries and names only.
fn bare(edition: &str) -> Release {
    let mut release = plain(edition);
    release.findings.clear();
    release.cards.clear();
    release.periods.clear();
    release
}

/// Two of the areas.
fn few(edition: &str) -> Release {
    let mut release = plain(edition);
    release.aimaks.truncate(2);
    let codes: Vec<AimakCode> = release.aimaks.iter().map(|a| a.code.clone()).collect();
    release
        .findings
        .retain(|finding| matches!(&finding.subject, Subject::Aimak(code) if codes.contains(code)));
    release
}

#[test]
fn a_number_without_its_interval_looks_like_no_other() {
    let site = Site::of(sample::release("2026-1", true));
    // S-8 has a change of carbon without an interval
    let page = site.file("en/indicator/soc_stock.html");
    let area = tags(&page, "soc_stock")
        .into_iter()
        .find(|tag| tag.name == "path" && tag.get("data-code") == Some("S-8"))
        .unwrap();
    assert_eq!(area.get("data-status"), Some("no_interval"));
    assert!(page.contains("class=\"stippled\""), "no dots on the map");
    assert!(
        between(&page, "<table class=\"legend\"", "</table>").contains("without an interval"),
        "no row in the legend"
    );
    let chart = between(&page, "class=\"chart ranking\"", "</svg>");
    let mark = chart
        .split("<g class=\"mark ")
        .find(|mark| mark.contains("Sary-Kamysh: "))
        .unwrap();
    assert!(mark.split('"').next().unwrap().contains("no_interval"));
    // a census needs no interval and keeps its plain fill
    assert!(
        !site
            .file("en/indicator/slope_mean.html")
            .contains("class=\"stippled\"")
    );
}

#[test]
fn what_is_not_known_is_named_and_each_reason_told_once() {
    let site = Site::of(sample::release("2026-1", true));
    let page = site.file("en/aimak/S-1.html");
    let list = between(&page, "<section class=\"unknown\"", "</section>");
    let ndvi: Vec<&str> = list
        .split("<li>")
        .filter(|line| line.contains("Vegetation greenness"))
        .collect();
    // one year on three kinds of land, refused for one reason
    assert_eq!(ndvi.len(), 1, "{list}");
    for word in [
        "2011",
        "on organic land",
        "on non-organic land",
        "in the whole aimak",
    ] {
        assert!(ndvi[0].contains(word), "{word}: {}", ndvi[0]);
    }
}

#[test]
fn a_pooled_number_says_of_how_many() {
    let site = Site::of(sample::release("2026-1", true));
    for (path, words) in [
        ("en/index.html", "12 of 4 organic aimaks"),
        ("en/indicators.html", "12 of 4 organic aimaks"),
        (
            "ru/indicator/soc_stock.html",
            "12 из 4 органических аймаков",
        ),
        ("ky/index.html", "4 органикалык аймактын ичинен 12"),
    ] {
        assert!(site.file(path).contains(words), "{path}");
    }
    let home = site.file("en/index.html");
    assert!(home.contains("together, compared with the comparison areas:"));
    assert!(home.contains("Each organic aimak by itself"));
}

#[test]
fn without_organic_aimaks_nothing_is_called_a_comparison() {
    let site = Site::of(plain("2026-1"));
    for path in ["index.html", "aimak/S-5.html", "indicator/soc_stock.html"] {
        let page = site.file(&format!("en/{path}"));
        for word in [
            "omparison area",
            "rganic aimak",
            "No organic land",
            "hole aimak",
        ] {
            let main = between(&page, "<main", "</main>");
            let found = main
                .find(word)
                .map(|at| &main[at.saturating_sub(60)..at + 20]);
            assert_eq!(found, None, "{path}");
        }
    }
    assert!(site.file("en/index.html").contains("What was measured"));
}

#[test]
fn kinds_of_areas_that_do_not_occur_are_not_counted() {
    let mut release = sample::release("2026-1", false);
    release.aimaks.truncate(4);
    release.findings.retain(|finding| match &finding.subject {
        Subject::Aimak(code) => release.aimaks.iter().any(|a| a.code == *code),
        Subject::OrganicAimaks => true,
    });
    let home = Site::of(release).file("en/index.html");
    assert!(home.contains("4 organic aimaks: what changed"));
    assert!(!home.contains("0 comparison"));
}

#[test]
fn an_atlas_of_boundaries_draws_them_and_says_how_to_begin() {
    let site = Site::of(bare("2026-1"));
    let home = site.file("en/index.html");
    let places = tags(&home, "home")
        .iter()
        .filter(|tag| tag.name == "path" && tag.get("data-code").is_some())
        .count();
    assert_eq!(places, 9);
    assert!(between(&home, "class=\"place-names\"", "</g>").contains("Ak-Suu"));
    for path in ["index.html", "indicators.html", "aimak/S-5.html"] {
        let page = site.file(&format!("en/{path}"));
        assert!(
            page.contains("Nothing has been measured here yet."),
            "{path}"
        );
        assert!(
            !page.contains("Every figure asked for could be given"),
            "{path}"
        );
        assert!(!page.contains("At a glance"), "{path}");
    }
    assert!(home.contains("aimak check monitoring.toml"));
}

#[test]
fn few_areas_are_told_by_their_values() {
    let site = Site::of(few("2026-1"));
    let page = site.file("en/indicator/slope_mean.html");
    let legend = between(&page, "<table class=\"legend\"", "</table>");
    assert!(legend.contains("Kok-Ozon: 12.3"), "{legend}");
    assert!(
        !legend.contains("and more") && !legend.contains("below"),
        "{legend}"
    );
}

#[test]
fn a_chart_speaks_of_overlap_only_where_lines_can_overlap() {
    let site = Site::of(few("2026-1"));
    // a census: dots without lines
    let page = site.file("en/indicator/slope_mean.html");
    assert!(!page.contains("overlap") && !page.contains("class=\"line-key\""));
    let with_lines = site.file("en/indicator/slope_steep_share.html");
    assert!(with_lines.contains("overlap"));
}

#[test]
fn an_indicator_page_has_one_table_and_a_link_to_the_figures() {
    let site = Site::of(sample::release("2026-1", true));
    let page = site.file("en/indicator/soc_stock.html");
    assert_eq!(page.matches("<table class=\"sortable").count(), 1);
    assert!(page.contains("href=\"../../downloads/findings.csv\""));
    let chart = between(&page, "class=\"chart ranking\"", "</svg>");
    assert!(
        chart.contains("class=\"axis-words\""),
        "the axis has no name"
    );
    assert!(
        page.contains("Not shown; the reasons stand in the table: Oruktu"),
        "refused areas"
    );
}

#[test]
fn a_page_of_a_theme_has_one_card_for_each_indicator_with_a_row_for_each_land() {
    let site = Site::of(sample::release("2026-1", true));
    let page = site.file("en/aimak/S-1/vegetation.html");
    let section = between(
        &page,
        "<section class=\"indicator\" id=\"ndvi_season_mean\"",
        "</section>",
    );
    assert_eq!(section.matches("class=\"figure lands\"").count(), 1);
    let card = between(section, "class=\"figure lands\"", "<details class=\"twin\"");
    for land in ["Organic land", "Non-organic land", "Whole aimak"] {
        assert_eq!(
            card.matches(&format!("<h3>{land}</h3>")).count(),
            1,
            "{land}"
        );
    }
}

#[test]
fn the_popup_knows_land_period_and_n() {
    let site = Site::of(sample::release("2026-1", true));
    let data = site.file("data/map-soc_stock-en.js");
    for word in [
        "Organic land",
        "sample plots visited before and after: 12",
        "▲ ",
    ] {
        assert!(data.contains(word), "{word}");
    }
}
