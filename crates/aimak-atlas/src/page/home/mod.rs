//! Home: what changed, where, how sure, on one screen; everything else below it.

mod areas;
mod changes;
mod choice;
mod findings;
mod states;

use std::collections::BTreeMap;

use aimak_core::Card;
use maud::{Markup, html};

pub use self::areas::{code_beside_name, groups};
use super::{Page, Room, aimak_path, indicator_path, parts, search};
use crate::{
    map::{self, Map},
    view::View,
};

/// Ways on from the first screen: path below the folder of the language, and words.
fn ways(view: &View<'_>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let summary = (super::summary::PATH, "home-way-summary");
    let map = (super::map::PATH, "home-way-map");
    let summary = super::summary::exists(view).then_some(summary);
    let map = view.has_maps().then_some(map);
    let indicators = [("indicators.html", "home-way-indicators")];
    summary.into_iter().chain(map).chain(indicators)
}

/// The home page. `maps` holds the maps of all indicators.
pub fn page(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>) -> Page {
    let main = html! {
        div class="home-top" {
            div class="lead" {
                h1 { (view.local(&view.release.project.title)) }
                p class="lead-words" { (view.lead()) }
            }
            (search::field(view, "../", ""))
        }
        div class="first-screen" {
            section class="home-findings" aria-labelledby="findings" { (findings(view)) }
            @if let Some(map) = chosen(view, maps) {
                section class="home-map" { (choice::figure(view, maps, map)) }
            } @else if let Some(map) = map::boundaries(view, "") {
                section class="home-map" { (map) }
            }
        }
        (changes::section(view))
        (areas::section(view))
        (super::passport::on_home(view))
    };
    Page {
        path: "index.html".into(),
        title: view.t("nav-home"),
        room: Room::Map,
        main,
    }
}

/// The map of home: the indicator of which a change can be told most surely, else the first with a change, else any that was measured, and
/// one that is only assumed where there is nothing else.
pub fn chosen<'m, 'a>(view: &View<'a>, maps: &'m BTreeMap<&str, Map<'a>>) -> Option<&'m Map<'a>> {
    let cards = || {
        view.release
            .cards
            .iter()
            .filter(|card| maps.contains_key(card.id.as_ref()))
    };
    let changed = |card: &&Card| view.shows_change(card);
    let standings: Vec<_> = cards()
        .filter(changed)
        .filter_map(|card| view.standing(card))
        .collect();
    let card = view
        .surest(&standings)
        .map(|surest| surest.card)
        .or_else(|| cards().find(changed))
        .or_else(|| cards().find(|card| !view.assumes(card)))
        .or_else(|| cards().next())?;
    maps.get(card.id.as_ref())
}

/// What changed, or what was measured, or that nothing has been yet and how to begin.
fn findings(view: &View<'_>) -> Markup {
    html! {
        div class="findings-head" {
            h2 id="findings" { (view.t_scoped("home-changed")) }
            @if let Some(hint) = hint(view) { p class="quiet" { (view.t(hint)) } }
        }
        @if view.release.cards.is_empty() {
            (parts::nothing_measured(view))
        } @else {
            @if view.has_organic() { (findings::findings(view)) } @else { (states::states(view)) }
            ul class="ways" {
                li { a href="#changed" { (view.t_scoped("home-way-all")) } }
                @for (path, words) in ways(view) { li { a href=(path) { (view.t(words)) } } }
            }
        }
    }
}

/// Which lines were chosen, and how.
fn hint(view: &View<'_>) -> Option<&'static str> {
    let hint = if view.has_organic() {
        "home-surest-hint"
    } else {
        "home-states-hint"
    };
    (!view.release.cards.is_empty()).then_some(hint)
}
