//! One indicator: its question, its map, all areas side by side, its card. And the list of all indicators.

use std::collections::BTreeMap;

use aimak_core::{Card, Finding, Subject, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{Page, Room, aimak_path, indicator_path, methods, parts};
use crate::{
    chart::ranking,
    map::Map,
    view::{Focus, View, verdict},
};

const BASE: &str = "../";

/// The page of one indicator.
pub fn page(view: &View<'_>, card: &Card, maps: &BTreeMap<&str, Map<'_>>) -> Page {
    let name = view.local(&card.name).to_owned();
    let pooled = view.findings(&card.id, &Subject::OrganicAimaks);
    let is_change = *view.focus(card) == Focus::Change;
    let shown: Vec<(&AimakProfile, Option<&Finding>)> = view
        .release
        .aimaks
        .iter()
        .map(|aimak| (aimak, view.headline(card, &aimak.code)))
        .collect();
    let main = html! {
        div class="lead" {
            p class="theme-tag" { (view.words.keyed("theme", card.theme.key())) }
            h1 { (name) }
            p class="lead-words" { (view.local(&card.question)) }
            @if !card.has_change { p class="quiet" { (view.t("card-profile-only")) } }
        }
        @if !pooled.is_empty() {
            section aria-labelledby="pooled" {
                h2 id="pooled" { (view.t("indicator-pooled")) }
                div class="figures" { @for finding in pooled { (parts::figure(view, finding, BASE)) } }
            }
        }
        div class="map-and-ranking" {
            section aria-labelledby="where" {
                h2 id="where" { (view.t("indicator-where")) }
                @if let Some(map) = maps.get(card.id.as_ref()) { (map.figure(view, "../../", BASE)) }
                @else { p { (view.t("indicator-no-map")) } }
            }
            (ranked(view, &name, &shown, is_change))
        }
        section aria-labelledby="table" {
            h2 id="table" { (view.t("chart-table")) }
            (parts::area_table(view, shown.iter().copied(), is_change, BASE))
        }
        section aria-labelledby="card" { h2 id="card" { (view.t("indicator-card")) } (methods::card(view, card)) }
        section aria-labelledby="downloads" {
            h2 id="downloads" { (view.t("indicator-downloads")) }
            p { a href={ (BASE) "data.html" } { (view.t("nav-data")) } }
        }
    };
    Page {
        path: indicator_path(&card.id),
        title: name,
        room: Room::Indicators,
        main,
    }
}

/// Dots with intervals, highest first; areas without a number are in the table.
fn ranked(
    view: &View<'_>,
    name: &str,
    shown: &[(&AimakProfile, Option<&Finding>)],
    is_change: bool,
) -> Markup {
    let mut rows: Vec<ranking::Row> = shown
        .iter()
        .filter_map(|(aimak, finding)| {
            let finding = (*finding)?;
            let side = if aimak.organic_since.is_some() {
                "organic"
            } else {
                "comparison"
            };
            let class = format!("{side} {}", verdict(finding).key());
            let mark =
                parts::chart_mark(view, finding, view.local(&aimak.name).to_owned(), &class)?;
            Some(ranking::Row {
                mark,
                href: format!("{BASE}{}", aimak_path(&aimak.code)),
            })
        })
        .collect();
    rows.sort_by(|a, b| {
        b.mark
            .value
            .total_cmp(&a.mark.value)
            .then_with(|| a.href.cmp(&b.href))
    });
    let title = view.t("chart-ranking");
    let number = |value: f64, decimals: usize| {
        if is_change {
            view.words.signed(value, decimals)
        } else {
            view.words.number(value, decimals)
        }
    };
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="ranking" {
                h2 id="ranking" { (title) }
                figure class="chart-figure" {
                    (ranking::draw(&rows, &format!("{title}: {name}"), &view.t("chart-ranking-desc"), is_change, &number))
                    figcaption class="quiet" { (view.t("chart-ranking-note")) }
                    @if view.release.aimaks.iter().any(|aimak| aimak.organic_since.is_some()) {
                        ul class="line-key" {
                            li class="organic" { (view.t("home-areas-organic")) }
                            li class="untreated" { (view.t("home-areas-comparison")) }
                        }
                    }
                }
            }
        }
    }
}

/// The list of all indicators.
pub fn list(view: &View<'_>) -> Page {
    let themes = [
        Theme::Soil,
        Theme::Biodiversity,
        Theme::Vegetation,
        Theme::Terrain,
    ];
    let title = view.t("indicators-title");
    let main = html! {
        div class="lead" { h1 { (title) } }
        @for theme in themes {
            @let cards: Vec<&Card> = view.release.cards.iter().filter(|card| card.theme == theme).collect();
            @if !cards.is_empty() {
                h2 { (view.words.keyed("theme", theme.key())) }
                ul class="cards" { @for card in cards {
                    li { a href=(indicator_path(&card.id)) { (view.local(&card.name)) }
                        p { (view.local(&card.question)) }
                        @if let Some(finding) = view.pooled(card).filter(|f| f.estimate().is_some()) { (parts::number(view, finding)) (parts::verdict_tag(view, finding)) }
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
