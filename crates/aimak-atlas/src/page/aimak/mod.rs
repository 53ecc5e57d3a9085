//! One aimak: who lives there, what was measured, what changed, how sure that is, what nobody knows.
//!
//! The page of an aimak has a line for each indicator; charts and all figures stand on a page for each theme, so that a phone in a village
//! carries what it asks for.

mod card;
mod charts;
mod profile;
mod programme;
mod questions;
mod tables;
mod theme;
mod unknown;

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Card, Finding, Message, Quantity, Subject, release::AimakProfile};
use maud::{Markup, html};

pub use self::theme::{pages, themes};
use self::{profile::profile, unknown::unknown};
use super::{Page, Room, aimak_path, aimak_theme_path, data::file_name, parts};
use crate::{
    map,
    texts::begins_sentence,
    view::{View, is_assumed, is_change},
};

/// Where pages of this folder find the pages of their language.
const BASE: &str = "../";

/// The page of one aimak.
pub fn page(view: &View<'_>, aimak: &AimakProfile) -> Page {
    let name = view.local(&aimak.name).to_owned();
    let subject = Subject::Aimak(aimak.code.clone());
    let main = html! {
        div class="lead" {
            h1 { (name) }
            p class="lead-words" { (status(view, aimak)) }
        }
        div class="profile-and-map" {
            section aria-labelledby="profile" { h2 id="profile" { (view.t("aimak-profile")) } (profile(view, aimak)) }
            @if let Some(svg) = map::locator(view, &aimak.code, BASE) {
                section aria-labelledby="where" {
                    h2 id="where" { (view.t("aimak-map")) }
                    figure class="map locator-figure" { (svg) figcaption class="quiet" { (view.t("map-selected")) } (crate::page::map::link(view, &aimak.code, BASE)) }
                }
            }
        }
        @if !view.release.cards.is_empty() {
            section aria-labelledby="glance" { h2 id="glance" { (view.t("aimak-at-a-glance")) } (glance(view, aimak)) }
        }
        (programme::programme(view, aimak))
        (super::passport::of_aimak(view, &aimak.code))
        (unknown(view, &subject))
        (sources(view, &subject))
    };
    Page {
        path: aimak_path(&aimak.code),
        title: name,
        room: Room::Map,
        main,
    }
}

/// Organic since when, or comparison area; neither where nothing is compared.
fn status(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let (class, words) = match aimak.organic_since {
        Some(since) => {
            let words = Message::new("mark-organic").with("year", since.year().to_string());
            ("tag organic", Some(view.words.message(&words)))
        }
        None => (
            "tag comparison",
            view.has_organic().then(|| view.t("mark-comparison")),
        ),
    };
    html! {
        @if let Some(words) = words { span class=(class) { (words) } " " }
        span class="quiet" { (super::home::code_beside_name(view, aimak)) }
    }
}

/// One line for each indicator, by theme: name, number, interval, verdict, land; what most changes have in common is said once.
fn glance(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let headline = |card: &Card| view.headline(card, &aimak.code);
    let headlines: Vec<&Finding> = view.release.cards.iter().filter_map(headline).collect();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for finding in headlines.iter().filter(|f| is_change(&f.quantity)) {
        *kinds.entry(view.quantity_of(finding)).or_default() += 1;
    }
    let most = kinds.iter().max_by_key(|(_, times)| **times);
    let common = most.filter(|(_, times)| **times > 1).map(|(kind, _)| kind);
    html! {
        p class="quiet" {
            @if let Some(common) = common { (common) ". " }
            @if let Some(share) = headlines.first().and_then(|finding| view.share_of_organic_land(finding)).map(|share| begins_sentence(&share)) { (share) }
        }
        @for theme in themes(view, aimak) {
            @let path = format!("{BASE}{}", aimak_theme_path(&aimak.code, theme));
            h3 class="glance-theme" { a href=(path) { (view.words.keyed("theme", theme.key())) } }
            ul class="glance" { @for card in theme::cards(view, aimak, theme) {
                li id=(card.id) {
                    a href={ (path) "#" (card.id) } { (view.local(&card.name)) }
                    @if let Some(finding) = headline(card) { (line(view, finding, common)) }
                }
            } }
        }
    }
}

/// Number and verdict of one line; what most changes have in common is not said again.
fn line(view: &View<'_>, finding: &Finding, common: Option<&String>) -> Markup {
    let quantity = view.quantity_of(finding);
    html! {
        (parts::number(view, finding))
        @if is_assumed(finding) {
            p class="glance-what" { (parts::verdict_tag(view, finding)) }
        } @else if finding.quantity != Quantity::Timeless {
            p class="glance-what" {
                @if common != Some(&quantity) { (quantity) " " }
                @if is_change(&finding.quantity) { (parts::verdict_tag(view, finding)) }
            }
        }
    }
}

/// Input files behind the page.
fn sources(view: &View<'_>, subject: &Subject) -> Markup {
    let used: BTreeSet<&str> = view
        .release
        .cards
        .iter()
        .flat_map(|card| view.findings(&card.id, subject))
        .flat_map(|finding| {
            finding
                .evidence
                .inputs
                .iter()
                .map(|input| input.source.as_str())
        })
        .collect();
    html! {
        section class="sources" aria-labelledby="sources" {
            h2 id="sources" { (view.t("aimak-sources")) }
            ul { @for source in view.release.sources.iter().filter(|source| used.contains(source.id.as_str())) {
                li { span title=(source.path) { (file_name(&source.path)) }
                    @if let Some(citation) = &source.citation { " – " (citation) }
                    @if let Some(licence) = &source.licence { " (" (licence) ")" }
                }
            } }
            p { a href={ (BASE) "data.html" } { (view.t("nav-data")) } }
        }
    }
}
