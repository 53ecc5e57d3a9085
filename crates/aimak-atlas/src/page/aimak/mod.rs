//! One aimak: who lives there, what was measured, what changed, how sure that is, what nobody knows.
//!
//! The head of the page tells at most twelve changes and prints on two A4 pages; a table has a line for each other indicator. Charts and
//! all figures stand on a page for each theme, so that a phone in a village carries what it asks for.

mod beside;
mod card;
mod charts;
mod code;
mod headline;
mod paper;
mod profile;
mod programme;
mod questions;
mod rest;
mod tables;
mod theme;
mod tour;
mod unknown;

use std::collections::BTreeSet;

use aimak_core::{Message, Subject, release::AimakProfile};
use maud::{Markup, html};

use self::{profile::profile, unknown::unknown};
pub use self::{theme::pages, tour::page as tour};
use super::{Page, Room, aimak_path, data::file_name};
use crate::{map, view::View};

/// Where pages of this folder find the pages of their language.
const BASE: &str = "../";

/// The page of one aimak.
pub fn page(view: &View<'_>, aimak: &AimakProfile) -> Page {
    let name = view.local(&aimak.name).to_owned();
    let subject = Subject::Aimak(aimak.code.clone());
    let told = headline::told(view, aimak);
    let main = html! {
        div class="lead" {
            h1 { (name) }
            p class="lead-words" { (status(view, aimak)) }
        }
        div class="profile-and-map" {
            section aria-labelledby="profile" {
                h2 id="profile" { (view.t("aimak-profile")) }
                (profile(view, aimak))
                (to_compare(view, aimak))
                (tour::link(view, aimak))
            }
            div class="place-and-photo" {
                (place(view, aimak))
                (super::passport::photo_of_aimak(view, &aimak.code))
            }
        }
        (headline::section(view, aimak, &told))
        (beside::section(view, aimak, &told))
        // where nothing can be told at the head, the table stands there
        @if told.is_empty() { (rest::section(view, aimak, &told)) }
        (paper::choice(view))
        (paper::foot(view, aimak))
        div class="beyond" id="all-figures" {
            @if !told.is_empty() { (rest::section(view, aimak, &told)) }
            (programme::programme(view, aimak))
            (super::passport::of_aimak(view, &aimak.code))
            (unknown(view, &subject))
            (sources(view, &subject))
        }
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

/// The aimak among the others on a small map; nothing without outlines.
fn place(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    html! {
        @if let Some(svg) = map::locator(view, &aimak.code, BASE) {
            section aria-labelledby="where" {
                h2 id="where" { (view.t("aimak-map")) }
                figure class="map locator-figure" { (svg) figcaption class="quiet" { (view.t("map-selected")) } (crate::page::map::link(view, &aimak.code, BASE)) }
            }
        }
    }
}

/// The way to other aimaks beside this one.
fn to_compare(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    html! {
        @if super::compare::is_worth_it(view) {
            p class="to-compare" { a href={ (BASE) (super::compare::PATH) "#" (super::compare::key(&aimak.code)) } { (view.t_scoped("compare-this")) } }
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
