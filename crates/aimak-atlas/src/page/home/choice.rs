//! The map of home, and the way to those of other indicators: by links, and in place where there is a script.

use std::collections::BTreeMap;

use aimak_core::{Card, Theme};
use maud::{Markup, html};

use super::indicator_path;
use crate::{map::Map, view::View};

/// The map with its choice.
pub(super) fn figure(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>, chosen: &Map<'_>) -> Markup {
    let themes: Vec<(Theme, Vec<&Card>)> = Theme::ALL
        .into_iter()
        .map(|theme| (theme, with_map(view, maps, theme)))
        .filter(|(_, cards)| !cards.is_empty())
        .collect();
    let other = themes.iter().map(|(_, cards)| cards.len()).sum::<usize>() > 1;
    let choice = html! { @if other { (select(view, &themes, chosen)) (links(view, &themes)) } };
    chosen.figure_to_choose(view, "../", "", &choice)
}

fn with_map<'a>(view: &View<'a>, maps: &BTreeMap<&str, Map<'_>>, theme: Theme) -> Vec<&'a Card> {
    let cards = view.release.cards.iter();
    cards
        .filter(|card| card.theme == theme && maps.contains_key(card.id.as_ref()))
        .collect()
}

fn select(view: &View<'_>, themes: &[(Theme, Vec<&Card>)], chosen: &Map<'_>) -> Markup {
    let lang = view.lang().code();
    html! {
        p class="map-choice needs-js" hidden {
            label for="map-choice" { (view.t("home-map-choice")) } " "
            select id="map-choice" data-choice autocomplete="off" {
                @for (theme, cards) in themes {
                    optgroup label=(view.words.keyed("theme", theme.key())) {
                        @for card in cards {
                            option value=(indicator_path(&card.id)) data-map={ "../data/map-" (card.id) "-" (lang) ".js" } selected[chosen.shows(card)] {
                                (view.local(&card.name))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Without a script the maps of other indicators stand on their pages.
fn links(view: &View<'_>, themes: &[(Theme, Vec<&Card>)]) -> Markup {
    html! {
        details class="map-links" {
            summary { (view.t("home-map-links")) }
            ul { @for (theme, cards) in themes {
                li {
                    strong { (view.words.keyed("theme", theme.key())) } ": "
                    @for (i, card) in cards.iter().enumerate() {
                        @if i > 0 { " · " }
                        a href={ (indicator_path(&card.id)) "#where" } { (view.local(&card.name)) }
                    }
                }
            } }
        }
    }
}
