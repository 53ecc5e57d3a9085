//! Which indicators are there?

use aimak_core::{Card, Finding, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::super::{Page, Room, indicator_path, parts};
use crate::view::View;

/// The list of all indicators, by theme.
pub fn list(view: &View<'_>) -> Page {
    let title = view.t("indicators-title");
    let main = html! {
        div class="lead" { h1 { (title) } }
        @if view.release.cards.is_empty() { section { (parts::nothing_measured(view)) } }
        @for theme in Theme::ALL {
            @let cards: Vec<&Card> = view.release.cards.iter().filter(|card| card.theme == theme).collect();
            @if !cards.is_empty() {
                h2 { (view.words.keyed("theme", theme.key())) }
                ul class="cards" { @for card in cards {
                    li { a href=(indicator_path(&card.id)) { (view.local(&card.name)) }
                        p { (view.local(&card.question)) }
                        (known(view, card))
                    }
                } }
            }
        }
    };
    Page {
        path: "indicators.html".into(),
        title,
        room: Room::Indicators,
        main,
    }
}

/// What is known of all organic aimaks together; where nothing is, whether single areas have figures.
fn known(view: &View<'_>, card: &Card) -> Markup {
    let of_area =
        |aimak: &AimakProfile| view.headline(card, &aimak.code).and_then(Finding::estimate);
    let single_areas = || {
        let mut aimaks = view.release.aimaks.iter();
        view.has_organic() && aimaks.any(|aimak| of_area(aimak).is_some())
    };
    html! {
        @match view.pooled(card) {
            Some(finding) if finding.estimate().is_some() => {
                p class="glance-what" { (view.quantity_of(finding)) }
                (parts::number(view, finding, "")) (parts::verdict_tag(view, finding))
            }
            _ if single_areas() => { p class="glance-what" { (view.t("indicators-single-areas")) } }
            _ => {}
        }
    }
}
