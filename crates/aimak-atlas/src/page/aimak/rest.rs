//! Every other indicator of an aimak, in one table: what the head of the page has no room for, and what has no change to tell.

use aimak_core::{Card, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{BASE, headline::Told, theme};
use crate::{
    page::{aimak_theme_path, parts},
    view::View,
};

/// One row for each indicator that has findings here and does not stand at the head.
pub(super) fn section(view: &View<'_>, aimak: &AimakProfile, told: &[Told<'_>]) -> Markup {
    if view.release.cards.is_empty() {
        return html! {};
    }
    let at_head = |card: &Card| told.iter().any(|(other, _)| other.id == card.id);
    let of = |theme: Theme| theme::cards(view, aimak, theme).filter(|card| !at_head(card));
    let themes: Vec<Theme> = theme::themes(view, aimak).collect();
    let any = themes.iter().any(|theme| of(*theme).next().is_some());
    let heading = if told.is_empty() {
        "rest-heading-all"
    } else {
        "rest-heading"
    };
    html! {
        section class="rest" aria-labelledby="rest" {
            h2 id="rest" { (view.t(heading)) }
            (to_themes(view, aimak, &themes))
            @if any {
                div class="scroll" tabindex="0" role="region" aria-label=(view.t(heading)) {
                    table class="stacked rest-table" {
                        thead { tr {
                            th scope="col" { (view.t("col-indicator")) }
                            th scope="col" { (view.t("col-figure")) }
                            th scope="col" { (view.t("col-land")) }
                            (parts::cell_heads(view))
                            th scope="col" { (view.t("col-verdict")) }
                        } }
                        tbody { @for theme in &themes { @for card in of(*theme) { (row(view, aimak, card)) } } }
                    }
                }
            }
        }
    }
}

/// Ways to the pages with all charts and figures.
fn to_themes(view: &View<'_>, aimak: &AimakProfile, themes: &[Theme]) -> Markup {
    html! {
        nav class="themes" aria-label=(view.t("aimak-themes")) {
            span class="quiet" { (view.t("rest-themes")) }
            ul { @for theme in themes {
                li { a href={ (BASE) (aimak_theme_path(&aimak.code, *theme)) } { (view.words.keyed("theme", theme.key())) } }
            } }
        }
    }
}

fn row(view: &View<'_>, aimak: &AimakProfile, card: &Card) -> Markup {
    let finding = view.headline(card, &aimak.code);
    let path = format!(
        "{BASE}{}#{}",
        aimak_theme_path(&aimak.code, card.theme),
        card.id
    );
    html! {
        tr id=(card.id) {
            th scope="row" { a href=(path) { (view.local(&card.name)) } ", " span class="quiet" { (view.symbol(card.unit, false)) } }
            td class="land-cell" { @if let Some(finding) = finding { (view.quantity_of(finding)) } }
            td class="land-cell" { @if let Some(finding) = finding { (view.land(finding)) } }
            (parts::cells(view, finding, true, BASE))
            td class="remark" { (parts::remark(view, finding)) }
        }
    }
}
