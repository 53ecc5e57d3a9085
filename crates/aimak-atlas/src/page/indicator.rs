//! One indicator: its question, its map, all areas side by side, its card. And the list of all indicators.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Card, Finding, Message, Subject, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{Page, Room, indicator_path, methods, parts};
use crate::{
    cells::CellLayer,
    chart::ranking,
    map::Map,
    texts::sort_key,
    view::{Focus, View},
};

const BASE: &str = "../";

/// The page of one indicator.
pub fn page(
    view: &View<'_>,
    card: &Card,
    maps: &BTreeMap<&str, Map<'_>>,
    cells: &[CellLayer<'_>],
) -> Page {
    let name = view.local(&card.name).to_owned();
    let pooled = view.findings(&card.id, &Subject::OrganicAimaks);
    let is_change = view.shows_change(card);
    let shown = by_value(view, card);
    let of_card = |layer: &&CellLayer<'_>| layer.card.id == card.id;
    let main = html! {
        div class="lead" {
            p class="theme-tag" { (view.words.keyed("theme", card.theme.key())) }
            h1 { (name) }
            p class="lead-words" { (view.local(&card.question)) }
            @if !card.has_change { p class="quiet" { (view.t(changeless(view, card))) } }
        }
        @if !pooled.is_empty() {
            section aria-labelledby="pooled" {
                h2 id="pooled" { (view.t("indicator-pooled")) }
                div class="figures" { @for finding in pooled { (parts::figure(view, finding, BASE)) } }
            }
        }
        (super::effects::on_indicator(view, card, BASE))
        div class="map-and-ranking" {
            section aria-labelledby="where" {
                h2 id="where" { (view.t("indicator-where")) }
                @if let Some(map) = maps.get(card.id.as_ref()) { (map.figure(view, "../../", BASE, false)) }
                @else { p { (view.t("indicator-no-map")) } }
            }
            (ranked(view, card, maps.get(card.id.as_ref()), &shown))
        }
        @if cells.iter().any(|layer| of_card(&layer)) {
            section aria-labelledby="cells" {
                h2 id="cells" { (view.t("indicator-cells")) }
                div class="cell-maps" {
                    @for layer in cells.iter().filter(of_card) { (layer.figure(view, "../../", BASE)) }
                }
            }
        }
        section aria-labelledby="table" {
            h2 id="table" { (view.t("map-and-chart-table")) }
            (parts::area_table(view, shown.iter().copied(), is_change || view.assumes(card), BASE))
        }
        section aria-labelledby="card" { h2 id="card" { (view.t("indicator-card")) } (methods::card(view, card)) }
        section aria-labelledby="downloads" {
            h2 id="downloads" { (view.t("indicator-downloads")) }
            (downloads(view))
            @if maps.contains_key(card.id.as_ref()) { (super::embed::code(view, card)) }
        }
    };
    Page {
        path: indicator_path(&card.id),
        title: name,
        room: Room::Indicators,
        main,
    }
}

/// Why there is no before and after: it has no time at all, all years together are one figure, or nothing was measured.
fn changeless(view: &View<'_>, card: &Card) -> &'static str {
    match view.focus(card) {
        _ if view.assumes(card) => "card-assumed",
        Focus::Trend | Focus::OverYears => "card-over-years",
        _ => "card-profile-only",
    }
}

/// All areas, the highest value first; areas without a number at the end, by name.
pub(super) fn by_value<'a>(
    view: &View<'a>,
    card: &Card,
) -> Vec<(&'a AimakProfile, Option<&'a Finding>)> {
    let value = |finding: Option<&Finding>| Some(finding?.estimate()?.value);
    let aimaks = view.release.aimaks.iter();
    let mut shown: Vec<_> = aimaks
        .map(|aimak| (aimak, view.headline(card, &aimak.code)))
        .collect();
    shown.sort_by_cached_key(|(aimak, _)| sort_key(view.local(&aimak.name)));
    shown.sort_by(|(_, a), (_, b)| match (value(*a), value(*b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    shown
}

/// The figures as a file, and the page with all files.
fn downloads(view: &View<'_>) -> Markup {
    let assets = &view.release.assets;
    let csv = assets.iter().find(|asset| asset.kind == "findings_csv");
    html! {
        ul {
            @if let Some(csv) = csv {
                li { a href={ (BASE) "../downloads/" (csv.path) } download { (view.t("kind-findings-csv")) } }
            }
            li { a href={ (BASE) "data.html" } { (view.t("data-files")) } }
        }
    }
}

/// Dots with intervals, in the order of `shown`; areas without a number are named below.
pub(super) fn ranked(
    view: &View<'_>,
    card: &Card,
    map: Option<&Map<'_>>,
    shown: &[(&AimakProfile, Option<&Finding>)],
) -> Markup {
    let rows: Vec<ranking::Row> = shown
        .iter()
        .filter_map(|(aimak, finding)| ranked_row(view, aimak, (*finding)?))
        .collect();
    let (Some(map), false) = (map, rows.is_empty()) else {
        return html! {};
    };
    let title = view.t("chart-ranking");
    let number = |value: f64, decimals: usize| {
        if map.is_change {
            view.words.signed(value, decimals)
        } else {
            view.words.number(value, decimals)
        }
    };
    // one area has no order, and without lines nothing can overlap
    let lines = rows.iter().filter(|row| row.mark.bounds.is_some()).count();
    let words = ranking::Words {
        title: &format!("{title}: {}", view.local(&card.name)),
        description: &view.t(if lines > 1 {
            "chart-ranking-desc"
        } else {
            "chart-ranking-desc-plain"
        }),
        axis: &map.axis,
    };
    html! {
        section aria-labelledby="ranking" {
            h2 id="ranking" { (title) }
            figure class="chart-figure" {
                figcaption { (map.title) }
                (ranking::draw(&rows, &words, map.is_change, &number))
                @if lines > 1 { p class="quiet" { (view.t("chart-ranking-note")) } }
                (refused(view, shown))
                @if sides(shown) > 1 {
                    ul class="line-key" {
                        li class="organic" { (view.t("home-areas-organic")) }
                        li class="untreated" { (view.t("home-areas-comparison")) }
                    }
                }
            }
        }
    }
}

/// One row of the ranking; `None` without a number.
fn ranked_row(view: &View<'_>, aimak: &AimakProfile, finding: &Finding) -> Option<ranking::Row> {
    let side = match aimak.organic_since {
        Some(_) => "organic",
        None if view.has_organic() => "comparison",
        None => "whole",
    };
    let class = format!("{side} {}", view.tone(finding));
    let label = view.local(&aimak.name).to_owned();
    Some(ranking::Row {
        mark: parts::chart_mark(view, finding, label, &class)?,
        href: format!("{BASE}{}", parts::finding_path(view, aimak, Some(finding))),
    })
}

/// How many sides, organic and comparison, have a number.
fn sides(shown: &[(&AimakProfile, Option<&Finding>)]) -> usize {
    let given = shown
        .iter()
        .filter(|(_, finding)| finding.is_some_and(|finding| finding.estimate().is_some()));
    let sides: BTreeSet<bool> = given
        .map(|(aimak, _)| aimak.organic_since.is_some())
        .collect();
    sides.len()
}

/// Areas that have no number, by name; the reasons stand in the table.
fn refused(view: &View<'_>, shown: &[(&AimakProfile, Option<&Finding>)]) -> Markup {
    let without = shown
        .iter()
        .filter(|(_, finding)| finding.is_none_or(|finding| finding.estimate().is_none()));
    let names: Vec<&str> = without.map(|(aimak, _)| view.local(&aimak.name)).collect();
    html! {
        @if !names.is_empty() {
            p class="refused" {
                span aria-hidden="true" { "○ " }
                (view.words.message(&Message::new("chart-ranking-refused").with("areas", names.join(", "))))
            }
        }
    }
}

/// The list of all indicators.
pub fn list(view: &View<'_>) -> Page {
    let title = view.t("indicators-title");
    let main = html! {
        div class="lead" { h1 { (title) } }
        @if view.release.cards.is_empty() { section { (parts::nothing_measured(view)) } }
        @for theme in Theme::ALL {
            @let cards: Vec<&Card> = view.release.cards.iter().filter(|card| card.theme == theme).collect();
            @if !cards.is_empty() {
                h2 { (view.words.keyed("theme", theme.key())) }
                ul class="cards" { @for card in cards {
                    li { a href=(indicator_path(&card.id)) { (view.local(&card.name)) }
                        p { (view.local(&card.question)) }
                        @if let Some(finding) = view.pooled(card).filter(|f| f.estimate().is_some()) {
                            p class="glance-what" { (view.quantity_of(finding)) }
                            (parts::number(view, finding)) (parts::verdict_tag(view, finding))
                        }
                    }
                } }
            }
        }
    };
    Page {
        path: "indicators.html".into(),
        title,
        room: Room::Indicators,
        main,
    }
}
