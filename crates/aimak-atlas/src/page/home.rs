//! Home: what changed, where, how sure, on one screen.

use std::collections::BTreeMap;

use aimak_core::{Card, Finding, Message, Quantity, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{Page, Room, about, aimak_path, indicator_path, parts};
use crate::{
    chart::dot_interval,
    map::{self, Map},
    texts::sort_key,
    view::{Verdict, View, verdict},
};

/// The home page. `maps` holds the maps of all indicators.
pub fn page(view: &View<'_>, maps: &BTreeMap<&str, Map<'_>>) -> Page {
    let main = html! {
        div class="lead" {
            h1 { (view.local(&view.release.project.title)) }
            p class="lead-words" { (view.lead()) }
            (super::summary::on_home(view))
        }
        div class="first-screen" {
            @if let Some(map) = chosen(view, maps) {
                section class="home-map" { (map.figure(view, "../", "", true)) }
            } @else if let Some(map) = map::boundaries(view, "") {
                section class="home-map" { (map) }
            }
            section class="home-changed" aria-labelledby="changed" { (measured(view)) }
        }
        (areas(view))
        (super::passport::on_home(view))
    };
    Page {
        path: "index.html".into(),
        title: view.t("nav-home"),
        room: Room::Map,
        main,
    }
}

/// The map of home: the first indicator with a change for all organic aimaks, else the first with a change, else any that was measured, and
/// one that is only assumed where there is nothing else.
pub fn chosen<'m, 'a>(view: &View<'a>, maps: &'m BTreeMap<&str, Map<'a>>) -> Option<&'m Map<'a>> {
    let cards = || {
        view.release
            .cards
            .iter()
            .filter(|card| maps.contains_key(card.id.as_ref()))
    };
    let compared = |card: &&Card| {
        view.pooled(card)
            .is_some_and(|finding| finding.estimate().is_some())
    };
    let changed = |card: &&Card| view.shows_change(card);
    let card = cards()
        .find(|c| compared(c) && changed(c))
        .or_else(|| cards().find(changed))
        .or_else(|| cards().find(|card| !view.assumes(card)))
        .or_else(|| cards().next())?;
    maps.get(card.id.as_ref())
}

/// What changed, or what was measured, or that nothing has been yet and how to begin.
fn measured(view: &View<'_>) -> Markup {
    html! {
        h2 id="changed" { (view.t_scoped("home-changed")) }
        @if view.release.cards.is_empty() {
            (parts::nothing_measured(view))
        } @else {
            p class="quiet" { (view.t_scoped("home-changed-hint")) }
            (changes(view))
        }
    }
}

/// One block for each indicator, by theme.
fn changes(view: &View<'_>) -> Markup {
    html! {
        @for theme in Theme::ALL {
            @let cards: Vec<&Card> = view.release.cards.iter().filter(|card| card.theme == theme).collect();
            @if !cards.is_empty() {
                h3 class="theme" { (view.words.keyed("theme", theme.key())) }
                ul class="changes" { @for card in cards { li { (change(view, card)) } } }
            }
        }
    }
}

/// An indicator: all organic aimaks together, then each as a square.
fn change(view: &View<'_>, card: &Card) -> Markup {
    html! {
        p class="change-name" { a href=(indicator_path(&card.id)) { (view.local(&card.name)) } }
        @if let Some(finding) = view.pooled(card).filter(|finding| finding.estimate().is_some()) {
            p class="change-what quiet" { (view.t(headline_label(finding))) }
            div class="change-pooled" {
                @if let Some(mark) = parts::chart_mark(view, finding, view.local(&card.name).to_owned(), view.tone(finding)) {
                    @let (lo, hi) = mark.bounds.unwrap_or((mark.value, mark.value));
                    (dot_interval::small(&mark, lo.abs().max(hi.abs()).max(mark.value.abs())))
                }
                div {
                    p { (parts::verdict_tag(view, finding)) " " span class="quiet" { (about::linked(view, finding, "", &html! { (map::label(view, Some(finding))) })) } }
                    (parts::sample(view, finding))
                }
            }
        }
        (tally(view, card))
    }
}

/// Names the number for all organic aimaks together: the tally below it counts changes, and the two are not the same.
const fn headline_label(finding: &Finding) -> &'static str {
    match finding.quantity {
        Quantity::DifferenceOfChanges { .. } => "home-headline-difference",
        _ => "home-headline-change",
    }
}

/// One square for each area, organic ones where there are any; the words count them.
fn tally(view: &View<'_>, card: &Card) -> Markup {
    let change = view.shows_change(card);
    let only_organic = view.has_organic() && change;
    let shown: Vec<(&AimakProfile, Option<&Finding>)> = view
        .release
        .aimaks
        .iter()
        .filter(|aimak| !only_organic || aimak.organic_since.is_some())
        .map(|aimak| (aimak, view.headline(card, &aimak.code)))
        .collect();
    let of = |finding: Option<&Finding>| finding.map_or(Verdict::Withheld, verdict);
    let mut sorted = shown;
    sorted.sort_by_key(|(_, finding)| of(*finding));
    let kinds = [
        (Verdict::Rose, "tally-rose"),
        (Verdict::Fell, "tally-fell"),
        (Verdict::Seen, "tally-seen"),
        (Verdict::Uncertain, "tally-uncertain"),
        (Verdict::NoInterval, "tally-no-interval"),
        (Verdict::Assumed, "tally-assumed"),
        (Verdict::Value, "tally-measured"),
        (Verdict::Withheld, "tally-withheld"),
    ];
    let count = |kind: Verdict| {
        sorted
            .iter()
            .filter(|(_, finding)| of(*finding) == kind)
            .count()
    };
    html! {
        p class="tally" {
            span class="quiet" { (view.t(if only_organic { "home-tally-changes" } else { "tally-of-areas" })) } " "
            @if sorted.len() <= 60 { span class="squares" aria-hidden="true" {
                @for (_, finding) in &sorted { i class={ "square " (of(*finding).tone(card.better)) } {} }
            } " " }
            @for (kind, words) in kinds { @if count(kind) > 0 {
                span class="tally-item" { (tally_item(view, words, count(kind))) } " "
            } }
        }
    }
}

/// "rise: 8": a label and a count stand in every language, a count and a word would have to agree.
fn tally_item(view: &View<'_>, words: &str, n: usize) -> String {
    let item = Message::new("tally-item").with("what", view.t(words));
    view.words.message(&item.with("n", n))
}

/// Search field and list of all areas.
fn areas(view: &View<'_>) -> Markup {
    let mut sorted: Vec<&AimakProfile> = view.release.aimaks.iter().collect();
    sorted.sort_by_cached_key(|aimak| (sort_key(view.local(&aimak.name)), aimak.code.clone()));
    let (organic, others): (Vec<_>, Vec<_>) = sorted
        .into_iter()
        .partition(|aimak| aimak.organic_since.is_some());
    let rest = if organic.is_empty() {
        "home-areas-all"
    } else {
        "home-areas-comparison"
    };
    let heading = view.t_scoped("home-areas");
    html! {
        section class="areas" aria-labelledby="areas" {
            h2 id="areas" { (heading) }
            div class="search needs-js" hidden {
                label for="find" { (view.t("find-label")) }
                input id="find" type="search" autocomplete="off" data-filter="aimaks";
                p class="search-count" aria-live="polite" data-none=(view.t("find-none"))
                    data-some=(view.words.message(&Message::new("find-some").with("n", "{n}"))) {}
            }
            div id="aimaks" class="area-lists" {
                @if !organic.is_empty() { h3 { (view.t("home-areas-organic")) } (list(view, &organic)) }
                @if !others.is_empty() { h3 { (view.t(rest)) } (list(view, &others)) }
            }
        }
    }
}

fn list(view: &View<'_>, aimaks: &[&AimakProfile]) -> Markup {
    html! {
        ul class="area-list" { @for aimak in aimaks {
            li data-find=(find_words(aimak)) data-code=(aimak.code) {
                a href=(aimak_path(&aimak.code)) { (view.local(&aimak.name)) }
                @let mark = mark(view, aimak);
                @if !mark.is_empty() { " " span class="quiet" { (mark) } }
            }
        } }
    }
}

/// What to say of an area behind its name.
fn mark(view: &View<'_>, aimak: &AimakProfile) -> String {
    aimak.organic_since.map_or_else(
        || code_beside_name(view, aimak).to_owned(),
        |since| {
            view.words
                .message(&Message::new("mark-organic").with("year", since.year().to_string()))
        },
    )
}

/// The code of an area, unless the name beside it says the same.
pub fn code_beside_name<'a>(view: &View<'_>, aimak: &'a AimakProfile) -> &'a str {
    let told = sort_key(view.local(&aimak.name)) == sort_key(&aimak.code.0);
    if told { "" } else { &aimak.code.0 }
}

/// Everything an area may be searched by, lower case.
fn find_words(aimak: &AimakProfile) -> String {
    let names = [
        aimak.name.ky.as_ref(),
        aimak.name.ru.as_ref(),
        aimak.name.en.as_ref(),
        aimak.code.0.as_str(),
    ];
    let mut words: Vec<String> = names
        .into_iter()
        .chain(aimak.aliases.iter().map(String::as_str))
        .map(str::to_lowercase)
        .collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words.join(" ")
}
