//! One indicator: its question, what changed, its map, all areas side by side, through time, its card. And the list of all indicators.

mod downloads;
mod list;
mod over_time;
mod ranked;
mod spread;

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Card, Finding, Subject, release::AimakProfile};
use maud::{Markup, html};

pub use self::{
    downloads::{table, table_path},
    list::list,
};
use super::{Page, Room, about, indicator_path, methods, parts};
use crate::{
    cells::CellLayer,
    map::Map,
    texts::sort_key,
    view::{Focus, View},
};

const BASE: &str = "../";

/// An area and what stands for the indicator there.
type Shown<'a> = (&'a AimakProfile, Option<&'a Finding>);

/// The page of one indicator; `has_table` where its figures are a file of their own.
pub fn page(
    view: &View<'_>,
    card: &Card,
    maps: &BTreeMap<&str, Map<'_>>,
    cells: &[CellLayer<'_>],
    has_table: bool,
) -> Page {
    let name = view.local(&card.name).to_owned();
    let is_change = view.shows_change(card);
    let shown = by_value(view, card);
    let map = maps.get(card.id.as_ref());
    let main = html! {
        (lead(view, card, &name))
        (together(view, card))
        div class="map-and-ranking" {
            section aria-labelledby="where" {
                h2 id="where" { (view.t("indicator-where")) }
                @if let Some(map) = map { (map.figure(view, "../../", BASE, false)) }
                @else { p { (view.t("indicator-no-map")) } }
            }
            @if let Some(map) = map {
                div { (ranked::ranked(view, card, map, &shown)) (spread::spread(view, card, map, &shown)) }
            }
        }
        (over_time::over_time(view, card))
        (by_cell(view, card, cells))
        section aria-labelledby="table" {
            h2 id="table" { (view.t("map-and-chart-table")) }
            (parts::area_table(view, shown.iter().copied(), is_change || view.assumes(card), BASE))
        }
        section aria-labelledby="card" {
            h2 id="card" { (view.t("indicator-card")) }
            (methods::card(view, card))
            p { a href={ (BASE) (about::number_path(&card.id)) } { (view.t("about-all-numbers")) } }
        }
        section aria-labelledby="downloads" {
            h2 id="downloads" { (view.t("indicator-downloads")) }
            (downloads::downloads(view, card, cells, has_table))
            @if map.is_some() { (super::embed::code(view, card)) }
        }
    };
    Page {
        path: indicator_path(&card.id),
        title: name,
        room: Room::Indicators,
        main,
    }
}

/// The question, and in a few words how it is answered.
fn lead(view: &View<'_>, card: &Card, name: &str) -> Markup {
    html! {
        div class="lead" {
            p class="theme-tag" { (view.words.keyed("theme", card.theme.key())) }
            h1 { (name) }
            p class="lead-words" { (view.local(&card.question)) }
            @if !card.has_change { p class="quiet" { (view.t(changeless(view, card))) } }
            details class="in-short" {
                summary { (view.t("indicator-in-short")) }
                p { (view.local(&card.explanation)) }
                p { a href="#card" { (view.t("indicator-to-card")) } }
            }
        }
    }
}

/// All organic aimaks together, and the effect of the transition.
fn together(view: &View<'_>, card: &Card) -> Markup {
    let pooled = view.findings(&card.id, &Subject::OrganicAimaks);
    html! {
        @if !pooled.is_empty() {
            section aria-labelledby="pooled" {
                h2 id="pooled" { (view.t("indicator-pooled")) }
                div class="figures" { @for finding in pooled { (parts::figure(view, finding, BASE)) } }
            }
        }
        (super::effects::on_indicator(view, card, BASE))
    }
}

/// The maps cell by cell.
fn by_cell(view: &View<'_>, card: &Card, cells: &[CellLayer<'_>]) -> Markup {
    let mut mine = cells
        .iter()
        .filter(|layer| layer.card.id == card.id)
        .peekable();
    if mine.peek().is_none() {
        return html! {};
    }
    html! {
        section aria-labelledby="cells" {
            h2 id="cells" { (view.t("indicator-cells")) }
            div class="cell-maps" { @for layer in mine { (layer.figure(view, "../../", BASE)) } }
        }
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

/// Dots with intervals, in order as far as there is one.
pub(super) fn order(view: &View<'_>, card: &Card, map: &Map<'_>) -> Markup {
    ranked::ranked(view, card, map, &by_value(view, card))
}

/// All areas, the highest value first; areas without a number at the end, by name.
fn by_value<'a>(view: &View<'a>, card: &Card) -> Vec<Shown<'a>> {
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

/// How numbers of a chart are written: changes carry their sign.
fn number<'v>(view: &'v View<'_>, is_change: bool) -> impl Fn(f64, usize) -> String + 'v {
    move |value, decimals| {
        if is_change {
            view.words.signed(value, decimals)
        } else {
            view.words.number(value, decimals)
        }
    }
}

/// Class of an area's mark: its side of the comparison, and what can be said.
fn with_side(view: &View<'_>, aimak: &AimakProfile, tone: &str) -> String {
    let side = match aimak.organic_since {
        Some(_) => "organic",
        None if view.has_organic() => "comparison",
        None => "whole",
    };
    format!("{side} {tone}")
}

/// The colours of organic and comparison areas, where both have a number.
fn side_key(view: &View<'_>, shown: &[Shown<'_>]) -> Markup {
    let given = shown
        .iter()
        .filter(|(_, finding)| finding.is_some_and(|finding| finding.estimate().is_some()));
    let sides: BTreeSet<bool> = given
        .map(|(aimak, _)| aimak.organic_since.is_some())
        .collect();
    html! {
        @if sides.len() > 1 {
            ul class="line-key" {
                li class="organic" { (view.t("home-areas-organic")) }
                li class="untreated" { (view.t("home-areas-comparison")) }
            }
        }
    }
}
