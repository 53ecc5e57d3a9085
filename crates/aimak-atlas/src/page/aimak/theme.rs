//! One theme in one aimak: every indicator with its charts, figures and evidence.

use aimak_core::{Card, Subject, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{card::indicator, questions};
use crate::{
    page::{Page, Room, aimak_path, aimak_theme_path},
    view::View,
};

/// Where pages of themes find the pages of their language.
pub(super) const BASE: &str = "../../";

/// The pages of the themes of an aimak.
pub fn pages<'a>(view: &'a View<'a>, aimak: &'a AimakProfile) -> impl Iterator<Item = Page> + 'a {
    themes(view, aimak).map(move |theme| page(view, aimak, theme))
}

/// Themes of which something was found in an aimak.
pub(super) fn themes<'a>(
    view: &'a View<'a>,
    aimak: &'a AimakProfile,
) -> impl Iterator<Item = Theme> + 'a {
    Theme::ALL.into_iter().filter(move |theme| {
        let asked = *theme == Theme::People && questions::are_asked(view, aimak);
        asked || cards(view, aimak, *theme).next().is_some()
    })
}

/// Indicators of a theme that have findings in an aimak.
pub(super) fn cards<'a>(
    view: &'a View<'a>,
    aimak: &AimakProfile,
    theme: Theme,
) -> impl Iterator<Item = &'a Card> {
    let subject = Subject::Aimak(aimak.code.clone());
    let of_theme = view
        .release
        .cards
        .iter()
        .filter(move |card| card.theme == theme);
    of_theme.filter(move |card| !view.findings(&card.id, &subject).is_empty())
}

fn page(view: &View<'_>, aimak: &AimakProfile, theme: Theme) -> Page {
    let name = view.local(&aimak.name);
    let of = |theme: Theme| view.words.keyed("theme", theme.key());
    let main = html! {
        div class="lead" {
            h1 { (name) ": " (of(theme)) }
        }
        (others(view, aimak, theme))
        @for card in cards(view, aimak, theme) { (indicator(view, aimak, card)) }
        @if theme == Theme::People { (questions::questions(view, aimak)) }
    };
    Page {
        path: aimak_theme_path(&aimak.code, theme),
        title: format!("{name}: {}", of(theme)),
        room: Room::Map,
        main,
    }
}

/// The way back to the aimak and on to its other themes.
fn others(view: &View<'_>, aimak: &AimakProfile, here: Theme) -> Markup {
    html! {
        nav class="themes" aria-label=(view.t("aimak-themes")) {
            ul {
                li { a href={ (BASE) (aimak_path(&aimak.code)) } { (view.t("aimak-overview")) } }
                @for theme in themes(view, aimak) {
                    li {
                        a href={ (BASE) (aimak_theme_path(&aimak.code, theme)) } aria-current=[(theme == here).then_some("page")] {
                            (view.words.keyed("theme", theme.key()))
                        }
                    }
                }
            }
        }
    }
}
