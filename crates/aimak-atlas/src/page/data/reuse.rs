//! Who publishes it, under which terms, and how is it cited?

use aimak_core::{Message, PartialDate};
use maud::{Markup, html};

use crate::{
    metadata::{self, Catalog},
    view::View,
};

/// What one needs to know before using anything.
pub fn facts(view: &View<'_>, catalog: &Catalog<'_>) -> Markup {
    let project = &view.release.project;
    let publication = &project.publication;
    let edition = Message::new("footer-edition")
        .with("edition", project.edition.id.as_str())
        .with("date", view.words.date(project.edition.date));
    let publisher = Some(view.local(&publication.publisher)).filter(|name| !name.is_empty());
    let time = catalog.time.map(|time| {
        let date = |day| view.words.date(PartialDate::Day(day));
        let span = Message::new("data-time-span");
        view.words.message(
            &span
                .with("first", date(time.first))
                .with("last", date(time.last)),
        )
    });
    html! {
        section aria-labelledby="terms" {
            h2 id="terms" { (view.t("data-terms")) }
            dl class="facts terms" {
                dt { (view.t("data-edition")) } dd { (view.words.message(&edition)) }
                dt { (view.t("col-licence")) }
                dd { @match publication.licence_address() {
                    Some(address) => { (outside(&address, publication.licence.as_deref().unwrap_or(&address))) }
                    None => { (view.t("licence-not-stated")) }
                } }
                @if let Some(publisher) = publisher { dt { (view.t("data-publisher")) } dd { (publisher) } }
                @if let Some(contact) = publication.contact_address() {
                    dt { (view.t("data-contact")) } dd { (outside(&contact, publication.contact.as_deref().unwrap_or(&contact))) }
                }
                @if let Some(address) = publication.edition_address(&project.edition.id) {
                    dt { (view.t("data-address")) } dd { (outside(&address, &address)) }
                }
                @if let Some(time) = time { dt { (view.t("data-time")) } dd { (time) } }
                @if let Some(frame) = catalog.bounds { dt { (view.t("data-frame")) } dd { (frame_words(view, frame)) } }
            }
        }
    }
}

/// A link that leads out of the atlas; nothing is asked of it before somebody follows it.
fn outside(address: &str, words: &str) -> Markup {
    html! { a href=(address) rel="external noreferrer" { (words) } }
}

/// West to east, south to north, in degrees.
fn frame_words(view: &View<'_>, [west, south, east, north]: [f64; 4]) -> String {
    let degree = |value: f64| view.words.number(value, 2);
    let frame = Message::new("data-frame-degrees")
        .with("west", degree(west))
        .with("east", degree(east))
        .with("south", degree(south))
        .with("north", degree(north));
    view.words.message(&frame)
}

/// The citation, in words and for programs.
pub fn citation(view: &View<'_>, catalog: &Catalog<'_>) -> Markup {
    html! {
        section aria-labelledby="cite" {
            h2 id="cite" { (view.t("data-cite")) }
            p class="citation" { (view.local(&catalog.citation)) }
            p { (view.t("data-cite-edition")) }
            ul class="quiet" {
                li { a href={ "../" (metadata::BIBTEX) } download { (metadata::BIBTEX) } ": " (view.t("data-cite-bibtex")) }
                li { a href={ "../" (metadata::CITATION) } download { (metadata::CITATION) } ": " (view.t("data-cite-cff")) }
            }
        }
    }
}
