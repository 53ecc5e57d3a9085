//! One of each chart.

use aimak_core::{Bands, Claim, Finding, Land};
use maud::{Markup, html};

use super::specimen::{change, state};
use crate::{
    chart::{Mark, before_after, dot_interval, event_study, ranking, series},
    page::parts,
    view::View,
};

/// Charts of specimens, beside each other.
pub(super) fn charts(view: &View<'_>) -> Markup {
    html! {
        div class="charts" {
            (shown(view, "chart-change", changes))
            (shown(view, "chart-before-after", before_and_after))
            (shown(view, "chart-ranking", order))
            (shown(view, "chart-series", years))
            (shown(view, "components-event-study", since_the_start))
        }
    }
}

fn shown(view: &View<'_>, title: &str, draw: impl Fn(&View<'_>, &str) -> Markup) -> Markup {
    let title = view.t(title);
    html! { figure class="chart-figure" { figcaption { (title) } (draw(view, &title)) } }
}

/// A mark of a specimen.
fn mark(view: &View<'_>, finding: &Finding, class: &str) -> Option<Mark> {
    parts::chart_mark(view, finding, view.land(finding), class)
}

fn changes(view: &View<'_>, title: &str) -> Markup {
    let organic = change(
        7.5,
        Some(1.1),
        Claim::ChangedWithoutComparison,
        Land::Organic,
    );
    let untreated = change(0.4, Some(1.9), Claim::CannotTell, Land::Untreated);
    let whole = change(3.2, None, Claim::NoIntervalNoSentence, Land::WholeAimak);
    let marks: Vec<Mark> = [
        (organic, "organic"),
        (untreated, "untreated uncertain"),
        (whole, "whole"),
    ]
    .iter()
    .filter_map(|(finding, class)| mark(view, finding, class))
    .collect();
    let number = |value: f64, decimals: usize| view.words.signed(value, decimals);
    dot_interval::draw(&marks, title, &view.t("chart-change-desc"), &number)
}

fn before_and_after(view: &View<'_>, title: &str) -> Markup {
    let row = |land: Land, class: &str, before: f64, after: f64| {
        let pair = [
            (
                state(before, 2.0, "before", land),
                format!("{class} before"),
            ),
            (state(after, 2.4, "after", land), class.to_owned()),
        ];
        before_after::Row {
            label: view.land_name(land),
            marks: pair
                .iter()
                .zip(["2015", "2023"])
                .filter_map(|((finding, class), year)| {
                    parts::chart_mark(view, finding, year.to_owned(), class)
                })
                .collect(),
        }
    };
    let rows = [
        row(Land::Organic, "organic", 41.0, 48.5),
        row(Land::Untreated, "untreated", 42.0, 42.4),
    ];
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    before_after::draw(&rows, title, &view.t("chart-before-after-desc"), &number)
}

fn order(view: &View<'_>, title: &str) -> Markup {
    let ranked = [
        (
            "Көпүрө-Базар",
            7.5,
            Some(1.1),
            Claim::ChangedWithoutComparison,
            "organic",
        ),
        (
            "Чоң-Алай",
            5.9,
            Some(2.0),
            Claim::ChangedWithoutComparison,
            "organic",
        ),
        ("Өзгөн", 1.2, Some(2.2), Claim::CannotTell, "uncertain"),
        ("Түп", 0.8, None, Claim::NoIntervalNoSentence, "whole"),
        (
            "Тоң",
            -3.1,
            Some(1.6),
            Claim::ChangedWithoutComparison,
            "setback",
        ),
    ];
    let rows: Vec<ranking::Row> = ranked
        .into_iter()
        .filter_map(|(name, value, half, claim, class)| {
            let finding = change(value, half, claim, Land::WholeAimak);
            let mark = parts::chart_mark(view, &finding, name.to_owned(), class)?;
            Some(ranking::Row {
                mark,
                href: "#charts".into(),
                places: None,
            })
        })
        .collect();
    let groups = [ranking::Group {
        heading: None,
        rows,
    }];
    let axis = view.t("symbol-tonne-carbon-per-hectare");
    let words = ranking::Words {
        title,
        description: &view.t("chart-ranking-desc"),
        axis: &axis,
        places: "",
    };
    ranking::draw(&groups, &words, true, &|value, decimals| {
        view.words.signed(value, decimals)
    })
}

fn years(view: &View<'_>, title: &str) -> Markup {
    // a year without an image leaves a gap: nothing is drawn where nobody measured
    let line = |land: Land, class: &'static str, colour, from: f64, step: f64| series::Line {
        label: view.land_name(land),
        class,
        colour,
        runs: [(2014, 2018), (2020, 2024)]
            .into_iter()
            .map(|(first, last)| {
                let point = |year: i32| {
                    let value = from + step * f64::from(year - 2014) + 0.02 * f64::from(year % 3);
                    series::Point {
                        when: f64::from(year),
                        value,
                        bounds: Some((value - 0.03, value + 0.03)),
                        bands: Some(Bands {
                            half: (value - 0.010, value + 0.010),
                            most: (value - 0.019, value + 0.019),
                            se: 0.015,
                            df: 30.0,
                        }),
                    }
                };
                (first..=last).map(point).collect()
            })
            .collect(),
    };
    let lines = [
        line(Land::Organic, "organic", (0x0b, 0x7a, 0x75), 0.42, 0.012),
        line(
            Land::Untreated,
            "untreated",
            (0xb5, 0x65, 0x1d),
            0.40,
            0.002,
        ),
    ];
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    series::draw(&lines, None, title, &view.t("chart-series-desc"), &number)
}

fn since_the_start(view: &View<'_>, title: &str) -> Markup {
    let seen = [
        (-3, 0.2, 0.9),
        (-2, -0.3, 0.8),
        (0, 1.1, 0.9),
        (1, 2.4, 1.0),
        (2, 3.0, 1.2),
    ];
    let marks: Vec<(i32, Mark)> = seen
        .into_iter()
        .filter_map(|(since, value, half)| {
            let claim = if value > half {
                Claim::ChangedWithoutComparison
            } else {
                Claim::CannotTell
            };
            let finding = change(value, Some(half), claim, Land::Organic);
            let class = if value > half {
                "organic"
            } else {
                "organic uncertain"
            };
            Some((
                since,
                parts::chart_mark(view, &finding, since.to_string(), class)?,
            ))
        })
        .collect();
    let (axis, start) = (view.t("effect-event-study-axis"), view.t("effect-start"));
    let words = event_study::Words {
        title,
        description: &view.t("chart-change-desc"),
        axis: &axis,
        start: &start,
    };
    event_study::draw(&marks, &words, &|value, decimals| {
        view.words.signed(value, decimals)
    })
}
