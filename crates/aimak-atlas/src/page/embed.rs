//! One indicator for another site: its map and its ranking, in a frame of their own.
//!
//! One page for each indicator and language, complete as it is. `#map` or `#ranking` behind the address leaves one of the two figures, by
//! style alone. Links open beside the page that shows the figure.

use std::collections::BTreeMap;

use aimak_core::{Card, Finding, Message};
use maud::{DOCTYPE, Markup, html};

use super::{Page, Room, indicator, layout};
use crate::{map::Map, texts::with_whole_spans, view::View};

const BASE: &str = "../";

/// Where the page of an indicator for other sites lies, below the folder of the language.
pub fn path(card: &Card) -> String {
    format!("embed/{}.html", super::file_name(&card.id))
}

/// The page; `None` where the indicator has no map.
pub fn page(view: &View<'_>, card: &Card, maps: &BTreeMap<&str, Map<'_>>) -> Option<Page> {
    let map = maps.get(card.id.as_ref())?;
    let main = html! {
        section id="map" aria-label=(view.t("indicator-where")) { (map.figure(view, "../../", BASE, true)) }
        (indicator::order(view, card, map))
        @for note in of_all(map) { p class="quiet" { (view.words.message(note)) } }
    };
    Some(Page {
        path: path(card),
        title: view.local(&card.name).to_owned(),
        room: Room::Embedded,
        main,
    })
}

/// What stands beside every number of the map: that it is a model, that weather is in it.
fn of_all<'a>(map: &Map<'a>) -> Vec<&'a Message> {
    let given = map.areas.iter().filter_map(|area| area.finding);
    let given: Vec<&Finding> = given
        .filter(|finding| finding.estimate().is_some())
        .collect();
    let Some((first, others)) = given.split_first() else {
        return Vec::new();
    };
    let everywhere = |note: &&Message| others.iter().all(|one| one.evidence.notes.contains(note));
    first.evidence.notes.iter().filter(everywhere).collect()
}

/// The frame: no navigation, but where the figure comes from and where everything on it stands.
pub fn framed(view: &View<'_>, page: &Page) -> String {
    let root = page.root();
    let whole = page.path.replacen("embed/", "indicator/", 1);
    let content = html! {
        (layout::head_with(&root, &page.title, &page.title, "embed.js", &html! { base target="_blank"; }))
        body class="embedded" {
            (layout::banner(view))
            main id="main" {
                // each of the two figures says it again, because each may stand alone
                h1 class="visually-hidden" { (page.title) }
                (page.main)
            }
            footer class="foot" {
                p { (layout::source(view)) }
                p { a href={ (BASE) (whole) } { (view.t("embed-whole")) } }
            }
        }
    };
    let html = html! { (DOCTYPE) html lang=(view.lang().code()) class="no-js" { (content) } };
    with_whole_spans(&html.into_string())
}

/// How to show the figure elsewhere; the script fills in the address, which only the browser knows.
pub fn code(view: &View<'_>, card: &Card) -> Markup {
    let title = Message::new("embed-frame-title")
        .with("indicator", view.local(&card.name))
        .with("project", view.local(&view.release.project.title));
    html! {
        details class="embed-code needs-js" hidden {
            summary { (view.t("embed-title")) }
            p { (view.t("embed-how")) }
            textarea readonly rows="3" spellcheck="false" aria-label=(view.t("embed-title"))
                data-embed={ (BASE) (path(card)) } data-title=(view.words.message(&title)) {}
            p { a href={ (BASE) (path(card)) } { (view.t("embed-look")) } }
        }
    }
}
