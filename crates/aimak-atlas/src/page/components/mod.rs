//! How does everything look? All pieces of the pages on one page, made by the functions the pages use.
//!
//! For whoever changes the look: one page to hold against STYLE.md, in every language, width and colour scheme. A browser
//! test compares pictures of it with those of the last agreed look.

mod charts;
mod colours;
mod specimen;

use aimak_core::{Claim, Confidence, Finding, Land, Message};
use maud::{Markup, html};

use super::{Page, Room, parts};
use crate::{map::Map, view::View};

/// Path of the page below the folder of the language.
pub const PATH: &str = "components.html";

/// The page; `map` is the map of home, real and therefore another in every atlas.
pub fn page(view: &View<'_>, map: Option<&Map<'_>>) -> Page {
    let title = view.t("components-title");
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t("components-lead")) }
            p class="specimen-note" { strong { (view.t("components-invented")) } }
        }
        (section(view, "colours", &colours::colours(view)))
        (section(view, "type", &type_scale(view)))
        (section(view, "certainty", &certainty(view)))
        (section(view, "numbers", &numbers(view)))
        (section(view, "charts", &charts::charts(view)))
        (section(view, "legend", &colours::looks(view)))
        (section(view, "controls", &controls(view)))
        @if let Some(map) = map {
            // what differs from atlas to atlas is left out of the comparison
            div data-varies="" { (section(view, "map", &map.figure(view, "../", "", true))) }
        }
    };
    Page {
        path: PATH.into(),
        title,
        room: Room::Methods,
        main,
    }
}

fn section(view: &View<'_>, topic: &str, content: &Markup) -> Markup {
    html! {
        section class="component" aria-labelledby=(topic) {
            h2 id=(topic) { (view.t(&format!("components-{topic}"))) }
            p class="quiet" { (view.t(&format!("components-{topic}-rule"))) }
            (content)
        }
    }
}

/// Sizes of letters, each with what it is for; the specimen holds the letters that fonts forget.
fn type_scale(view: &View<'_>) -> Markup {
    let words = view.t("components-letters");
    let sizes = [
        ("type-h1", "components-type-h1"),
        ("type-h2", "components-type-h2"),
        ("type-body", "components-type-body"),
        ("type-number", "components-type-number"),
        ("type-small", "components-type-small"),
        ("type-smallest", "components-type-smallest"),
        ("theme", "components-type-theme"),
    ];
    html! {
        dl class="type-scale" { @for (class, id) in sizes { dt { (view.t(id)) } dd class=(class) { (words) } } }
    }
}

/// Every verdict with its sign, and how sure one may be.
fn certainty(view: &View<'_>) -> Markup {
    html! {
        ul class="specimens" { @for finding in verdicts() { li { (parts::verdict_tag(view, &finding)) } } }
        ul class="specimens" {
            @for confidence in [Confidence::VeryLow, Confidence::Low, Confidence::Moderate, Confidence::High] { li { (parts::sure(view, confidence)) } }
        }
        p class="tally" { span class="squares" aria-hidden="true" {
            @for class in ["gain", "setback", "seen", "uncertain", "no_interval", "value", "withheld"] { i class={ "square " (class) } {} }
        } }
    }
}

/// One finding for each verdict that a change can have.
fn verdicts() -> Vec<Finding> {
    vec![
        specimen::change(
            7.5,
            Some(1.1),
            Claim::ChangedWithoutComparison,
            Land::Organic,
        ),
        specimen::change(
            -7.5,
            Some(1.1),
            Claim::ChangedWithoutComparison,
            Land::Organic,
        ),
        specimen::change(
            2.4,
            Some(1.9),
            Claim::SeenWithVeryLowConfidence,
            Land::Organic,
        ),
        specimen::change(
            -2.4,
            Some(1.9),
            Claim::SeenWithVeryLowConfidence,
            Land::Organic,
        ),
        specimen::change(0.4, Some(1.9), Claim::CannotTell, Land::Organic),
        specimen::change(1.4, None, Claim::NoIntervalNoSentence, Land::Organic),
        specimen::assumed(),
        specimen::state(48.2, 3.1, "after", Land::Organic),
        specimen::withheld(),
    ]
}

/// Numbers as cards and as rows.
fn numbers(view: &View<'_>) -> Markup {
    let shown = [
        specimen::change(
            7.5,
            Some(1.1),
            Claim::ChangedWithoutComparison,
            Land::Organic,
        ),
        specimen::change(0.4, Some(1.9), Claim::CannotTell, Land::Untreated),
        specimen::change(1.4, None, Claim::NoIntervalNoSentence, Land::WholeAimak),
        specimen::withheld(),
    ];
    html! {
        ul class="specimen-numbers" { @for finding in &shown { li {
            (parts::number(view, finding, ""))
            p class="glance-what" { (parts::verdict_tag(view, finding)) }
        } } }
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("components-numbers")) {
            table class="stacked" {
                thead { tr {
                    th scope="col" { (view.t("col-land")) }
                    (parts::cell_heads(view))
                    th scope="col" { (view.t("col-verdict")) }
                } }
                tbody { @for finding in &shown { tr {
                    th scope="row" { (view.land(finding)) }
                    (parts::cells(view, Some(finding), true, ""))
                    td class="remark" { (parts::verdict_tag(view, finding)) }
                } } }
            }
        }
    }
}

/// What can be pressed, opened, typed into, and the notice that stands above everything.
fn controls(view: &View<'_>) -> Markup {
    html! {
        p class="banner specimen" { strong { (view.t("components-banner")) } }
        p { span class="tag organic" { (view.words.message(&Message::new("mark-organic").with("year", "2018"))) } " " span class="tag" { (view.t("mark-comparison")) } }
        p class="map-buttons" { button type="button" { (crate::page::parts::open_map(view)) } }
        p class="map-choice specimen" {
            label for="specimen-choice" { (view.t("home-map-choice")) } " "
            select id="specimen-choice" { option { (view.words.keyed("theme", "soil")) } option { (view.words.keyed("theme", "land")) } }
        }
        div class="search-found specimen" role="listbox" aria-label=(view.t("search-found")) {
            a href="#controls" role="option" tabindex="-1" aria-selected="true" { strong { "Көпүрө-Базар" } span { (view.t_scoped("search-kind-aimak")) } }
            a href="#controls" role="option" tabindex="-1" aria-selected="false" { strong { "Чоң-Алай" } span { (view.t_scoped("search-kind-aimak")) } }
        }
        p { a href="#controls" { (view.t("about-code-link")) } }
        details { summary { (view.t("about-number")) } p { (view.t("components-lead")) } }
    }
}
