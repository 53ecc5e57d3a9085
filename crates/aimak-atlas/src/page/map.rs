//! The map page: every indicator on one map. Without a script it is the drawn map of the headline, and links to the others.

use std::collections::BTreeMap;

use aimak_core::{AimakCode, Card, Theme};
use maud::{Markup, html};

use super::{Page, Room, home, indicator_path};
use crate::{
    map::{self, Map},
    texts::sort_key,
    view::View,
};

/// Below the folder of the language.
pub const PATH: &str = "map.html";

/// The map page; `None` where nothing can be drawn. `maps` holds the maps of all indicators.
pub fn page(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>) -> Option<Page> {
    let map = home::chosen(view, maps).filter(|_| view.sheet.is_some())?;
    let title = view.t("explorer-title");
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t("explorer-lead")) }
        }
        div id="explorer" class="explorer" data-root="../" data-lang=(view.lang().code()) data-indicator=(map.indicator()) {
            (controls(view, maps, map.indicator()))
            (figure(view, map))
            div class="explorer-side" {
                div class="explorer-legend" { (map.legend(view)) }
                p class="explorer-all" hidden { button type="button" { (view.t("explorer-show-all")) } }
                (areas(view, map))
            }
        }
        (drawn(view, maps))
        @for look in ["robust", "uncertain", "no_interval", "withheld", "none", "organic"] {
            template data-look=(look) { (map::swatch(look, crate::colour::BLANK)) }
        }
    };
    Some(Page {
        path: PATH.into(),
        title,
        room: Room::Explorer,
        main,
    })
}

/// A link to an area on the map; nothing where there is no map.
pub fn link(view: &View<'_>, code: &AimakCode, base: &str) -> Markup {
    html! {
        @if view.has_maps() { p { a class="to-explorer" href={ (base) (PATH) "#a=" (code) } { (view.t("explorer-link")) } } }
    }
}

/// Shown by the script once the map is open: without it they would promise what they cannot do.
fn controls(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>, chosen: &str) -> Markup {
    html! {
        form class="explorer-controls" aria-label=(view.t("explorer-controls")) hidden {
            p { label for="explorer-indicator" { (view.t("explorer-indicator")) }
                select id="explorer-indicator" name="indicator" { @for (theme, cards) in by_theme(view, maps) {
                    optgroup label=(view.words.keyed("theme", theme.key())) { @for card in cards {
                        option value=(card.id) selected[card.id == chosen] { (view.local(&card.name)) }
                    } }
                } } }
            p { label for="explorer-scene" { (view.t("explorer-scene")) } select id="explorer-scene" name="scene" {} }
            p class="explorer-other" hidden { label for="explorer-other" { (view.t("explorer-other")) } select id="explorer-other" name="other" {} }
            details class="explorer-more" open {
                summary { (view.t("explorer-more")) }
                fieldset class="explorer-modes" {
                    legend { (view.t("explorer-mode")) }
                    @for mode in ["one", "swipe", "side", "flip"] {
                        label { input type="radio" name="mode" value=(mode) checked[mode == "one"]; " " (view.t(&format!("explorer-mode-{mode}"))) }
                    }
                }
                p class="explorer-ticks" {
                    label { input type="checkbox" name="palette"; " " (view.t("explorer-palette")) }
                    label class="explorer-relief" hidden { input type="checkbox" name="relief" checked; " " (view.t("explorer-relief")) }
                }
            }
        }
    }
}

/// The drawn map in the place of the interactive one, and what belongs to both.
fn figure(view: &View<'_>, map: &Map<'_>) -> Markup {
    html! {
        figure class="map explorer-figure" {
            figcaption { strong class="explorer-title" { (map.title) } " " span class="explorer-land quiet" { (map.land) } }
            div class="map-frame" { @if let Some(svg) = map.svg(view, "") { (svg) }
                label class="explorer-swipe" hidden { span class="visually-hidden" { (view.t("explorer-swipe")) }
                    input type="range" name="swipe" min="0" max="100" step="1" value="50"; }
            }
            p class="map-buttons" {
                button type="button" class="open-explorer needs-js" hidden { (super::parts::open_map(view)) }
                button type="button" class="explorer-flip" hidden {}
                button type="button" class="explorer-change" hidden { (view.t("explorer-change")) }
            }
            p class="explorer-opening" role="status" hidden { (view.t("explorer-opening")) }
            p class="map-failed" role="status" hidden { (view.t("explorer-failed")) }
            p class="explorer-years" hidden {
                label for="explorer-year" { (view.t("explorer-years")) }
                input id="explorer-year" type="range" name="year" min="0" step="1";
                output for="explorer-year" {}
                button type="button" class="explorer-play" data-play=(view.t("explorer-play")) data-pause=(view.t("explorer-pause")) hidden { (view.t("explorer-play")) }
            }
            p class="explorer-readout" hidden {}
            p class="explorer-said visually-hidden" aria-live="polite" {}
            ul class="explorer-notes notes" hidden {}
            p class="explorer-keys quiet small-print" hidden { (view.t("explorer-keys")) }
        }
    }
}

/// Every area with its number: the table twin of the map, which drives it while it is open.
fn areas(view: &View<'_>, map: &Map<'_>) -> Markup {
    let mut areas: Vec<_> = map.areas.iter().collect();
    areas.sort_by_cached_key(|area| (sort_key(view.local(&area.aimak.name)), &area.aimak.code));
    html! {
        div class="explorer-areas scroll" tabindex="0" role="region" aria-label=(view.t("explorer-areas")) {
            table {
                thead { tr { th scope="col" { (view.t("col-area")) } th scope="col" { (view.t("col-value")) } } }
                tbody { @for area in areas {
                    tr data-code=(area.aimak.code) {
                        th scope="row" { a href=(super::parts::finding_path(view, area.aimak, area.finding)) { (view.local(&area.aimak.name)) } }
                        td { span class="area-value" { (area.label) } " " span class="area-note quiet" { (map::note(view, area.finding)) } }
                    }
                } }
            }
        }
    }
}

/// Links to the drawn maps, by theme.
fn drawn(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>) -> Markup {
    html! {
        section class="explorer-drawn" aria-labelledby="drawn" {
            h2 id="drawn" { (view.t("explorer-drawn")) }
            p class="quiet" { (view.t("explorer-drawn-hint")) }
            div class="explorer-themes" { @for (theme, cards) in by_theme(view, maps) {
                div { h3 { (view.words.keyed("theme", theme.key())) }
                    ul { @for card in cards { li { a href=(indicator_path(&card.id)) { (view.local(&card.name)) } } } } }
            } }
        }
    }
}

/// Indicators with a map, theme by theme.
fn by_theme<'a>(
    view: &View<'a>,
    maps: &BTreeMap<&str, Map<'_>>,
) -> impl Iterator<Item = (Theme, Vec<&'a Card>)> {
    let release = view.release;
    let cards = move |theme, maps: &BTreeMap<&str, Map<'_>>| -> Vec<&'a Card> {
        let all = release.cards.iter();
        all.filter(|card| card.theme == theme && maps.contains_key(card.id.as_ref()))
            .collect()
    };
    let themes = Theme::ALL
        .into_iter()
        .map(|theme| (theme, cards(theme, maps)));
    themes
        .filter(|(_, cards)| !cards.is_empty())
        .collect::<Vec<_>>()
        .into_iter()
}
