//! Does the page of an indicator say what its data carry, and does every number lead to its record?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
#[expect(
    dead_code,
    reason = "shared with the tests of the site, which use all of it"
)]
mod sample;

use std::path::Path;

use aimak_core::{AimakCode, Finding, Land, Quantity, Ranked, Ranking, Release, Subject, Theme};
use published::{Site, between};

/// A ranking of the change of carbon: two tiers, the second of one aimak; S-8 has no standard error and stands apart.
fn ranked() -> Release {
    let mut release = sample::release("2026-1", false);
    let place = |code: &str, land, rank, (from, to), tier| Ranked {
        aimak: AimakCode(code.into()),
        land,
        rank,
        from,
        to,
        tier,
        among_first: Some([0.995, 0.62, 0.002][rank - 1]),
    };
    let change = |finding: &&Finding| {
        finding.indicator == "soc_stock" && matches!(finding.quantity, Quantity::Change { .. })
    };
    let quantity = release
        .findings
        .iter()
        .find(change)
        .unwrap()
        .quantity
        .clone();
    release.rankings = vec![Ranking {
        indicator: "soc_stock".into(),
        quantity,
        places: vec![
            place("S-2", Land::Organic, 1, (1, 3), 1),
            place("S-1", Land::Organic, 2, (1, 3), 1),
            place("S-5", Land::WholeAimak, 3, (3, 3), 2),
        ],
        level: 0.95,
        first: 3,
    }];
    release
}

#[test]
fn areas_whose_order_cannot_be_told_stand_together() {
    let site = Site::of(ranked());
    let page = site.file("en/indicator/soc_stock.html");
    let chart = between(&page, "class=\"chart ranking\"", "</svg>");
    let at = |words: &str| chart.find(words).unwrap_or_else(|| panic!("no {words}"));
    // in the order of the ranks, not of the values: S-1 has the higher value
    let order = [
        "Tier 1 – 2 areas: their order cannot be told",
        ">Uch-Tash<",
        ">Kok-Ozon<",
        "Tier 2 – one area",
        ">Kyzyl-Jar<",
        "without a place",
        ">Sary-Kamysh<",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    assert!(chart.contains(">1–3</text>") && chart.contains(">3</text>"));
    let twin = between(&page, "aria-label=\"Ranks and tiers\"", "</table>");
    assert_eq!(twin.matches("<tr>").count(), 1 + 3);
    assert!(page.contains("Mogstad"));
    for (lang, words) in [
        ("ru", "их порядок определить нельзя"),
        ("ky", "алардын иретин айтууга болбойт"),
    ] {
        assert!(
            site.file(&format!("{lang}/indicator/soc_stock.html"))
                .contains(words),
            "{lang}"
        );
    }
}

#[test]
fn without_ranks_areas_stand_by_value() {
    let site = Site::of(sample::release("2026-1", false));
    let page = site.file("en/indicator/soc_stock.html");
    assert!(page.contains("Sorted by value. Where the lines overlap"));
    assert!(!page.contains("Tier 1"));
}

#[test]
fn maps_of_years_are_few_and_share_outlines_and_scale() {
    let site = Site::of(sample::release("2026-1", false));
    let page = site.file("en/indicator/ndvi_season_mean.html");
    let maps = between(&page, "class=\"small-multiples\"", "</ol>");
    assert_eq!(maps.matches("<svg").count(), 8);
    assert_eq!(maps.matches(" d=\"").count(), 9, "each outline once");
    // nobody measured 2011, so nineteen years have a figure
    assert!(page.contains("19 years have a figure; 8 are drawn"));
    for year in ["2005", "2024"] {
        assert!(
            maps.contains(&format!(
                "<li class=\"end\"><p class=\"panel-label\">{year}"
            )),
            "{year}"
        );
    }
    // two periods, and nothing to choose among them
    let carbon = site.file("en/indicator/soc_stock.html");
    let maps = between(&carbon, "class=\"small-multiples\"", "</ol>");
    assert_eq!(maps.matches("<svg").count(), 2);
    assert!(!carbon.contains("are drawn, spread evenly"));
    // one time is no course
    assert!(
        !site
            .file("en/indicator/slope_mean.html")
            .contains("small-multiples")
    );
}

#[test]
fn organic_and_comparison_areas_spread_apart() {
    let site = Site::of(sample::release("2026-1", false));
    let page = site.file("en/indicator/soc_stock.html");
    let chart = between(&page, "class=\"chart distribution\"", "</svg>");
    assert!(chart.contains("Organic aimaks: 4") && chart.contains("Comparison areas: 4"));
    assert_eq!(chart.matches("<circle").count(), 8);
}

#[test]
fn the_figures_of_an_indicator_are_a_file() {
    let site = Site::of(sample::release("2026-1", false));
    assert_eq!(
        site.file("data/soc_stock.csv"),
        "indicator,value\nsoc_stock,1.25\n"
    );
    for lang in ["en", "ru", "ky"] {
        let page = site.file(&format!("{lang}/indicator/soc_stock.html"));
        assert!(
            page.contains("href=\"../../data/soc_stock.csv\" download"),
            "{lang}"
        );
    }
    // nothing of it in the table of all figures, so no link to nowhere
    assert!(!site.path().join("data/ndvi_season_mean.csv").exists());
    let page = site.file("en/indicator/ndvi_season_mean.html");
    assert!(!page.contains("ndvi_season_mean.csv"));
}

/// Where the record of a figure is linked from a page so many folders deep.
fn record(finding: &Finding, depth: usize) -> String {
    let subject = match &finding.subject {
        Subject::Aimak(code) => code.0.as_str(),
        Subject::OrganicAimaks => "organic_aimaks",
    };
    let base = "../".repeat(depth);
    let land = finding.land.key();
    format!(
        "href=\"{base}number/{}.html#{subject}.{land}.",
        finding.indicator
    )
}

#[test]
fn every_figure_of_a_theme_leads_to_its_record_in_one_click() {
    let release = sample::release("2026-1", false);
    let site = Site::of(release.clone());
    let theme = |id: &str| -> Theme {
        release
            .cards
            .iter()
            .find(|card| card.id == id)
            .unwrap()
            .theme
    };
    for finding in release.findings.iter().filter(|f| f.estimate().is_some()) {
        let path = match &finding.subject {
            Subject::Aimak(code) => {
                format!("aimak/{}/{}.html", code.0, theme(&finding.indicator).key())
            }
            Subject::OrganicAimaks => format!("indicator/{}.html", finding.indicator),
        };
        let depth = path.matches('/').count();
        let link = record(finding, depth);
        assert!(
            site.file(&format!("en/{path}")).contains(&link),
            "{path}: {link}"
        );
    }
}

#[test]
fn numbers_of_home_summary_and_aimak_lead_to_their_records() {
    let site = Site::of(sample::release("2026-1", false));
    for (path, base) in [
        ("index.html", ""),
        ("summary.html", ""),
        ("indicators.html", ""),
        ("aimak/S-1.html", "../"),
    ] {
        let page = site.file(&format!("en/{path}"));
        assert!(
            page.contains(&format!(
                "class=\"number-link\" href=\"{base}number/soc_stock.html#"
            )),
            "{path}"
        );
        // a number that stands as the message is itself the link
        for number in page.split("<p class=\"value\">").skip(1) {
            assert!(
                number.starts_with("<a class=\"number-link\""),
                "{path}: {number:.80}"
            );
        }
    }
}

#[test]
fn the_summary_names_what_was_found_and_what_is_not_known() {
    let site = Site::of(sample::release("2026-1", false));
    let page = site.file("en/summary.html");
    let found = between(&page, "id=\"summary-found\"", "</section>");
    assert!(
        found.contains("Soil organic carbon stock") && found.contains("consistent with an effect")
    );
    let unknown = between(&page, "id=\"not-known\"", "</section>");
    assert!(unknown.contains("Number of species") && unknown.contains("Mean slope"));
    assert!(!unknown.contains("Soil organic carbon stock"));
    let home = site.file("en/index.html");
    assert!(home.contains("href=\"summary.html\""));
    // where nothing was found of all organic aimaks together there is no such page, and no link to it
    let mut alone = sample::release("2026-1", false);
    alone
        .findings
        .retain(|finding| finding.subject != Subject::OrganicAimaks);
    let alone = Site::of(alone);
    assert!(!Path::new(&alone.path().join("en/summary.html")).exists());
    assert!(!alone.file("en/index.html").contains("summary.html"));
}
