//! Which areas are there? A list that needs no script.

use aimak_core::{Message, release::AimakProfile};
use maud::{Markup, html};

use super::aimak_path;
use crate::{texts::sort_key, view::View};

/// Areas in groups with a heading each, organic ones first, by name.
pub fn groups<'a>(view: &View<'a>) -> Vec<(String, Vec<&'a AimakProfile>)> {
    let (organic, others): (Vec<_>, Vec<_>) = view
        .aimaks_by_name()
        .into_iter()
        .partition(|aimak| aimak.organic_since.is_some());
    let rest = if organic.is_empty() {
        "home-areas-all"
    } else {
        "home-areas-comparison"
    };
    [("home-areas-organic", organic), (rest, others)]
        .into_iter()
        .filter(|(_, aimaks)| !aimaks.is_empty())
        .map(|(id, aimaks)| (view.t(id), aimaks))
        .collect()
}

/// The list of all areas.
pub(super) fn section(view: &View<'_>) -> Markup {
    let heading = view.t_scoped("home-areas");
    html! {
        section class="areas" aria-labelledby="areas" {
            h2 id="areas" { (heading) }
            div id="aimaks" class="area-lists" {
                @for (heading, aimaks) in groups(view) { h3 { (heading) } (list(view, &aimaks)) }
            }
        }
    }
}

fn list(view: &View<'_>, aimaks: &[&AimakProfile]) -> Markup {
    html! {
        ul class="area-list" { @for aimak in aimaks {
            li data-code=(aimak.code) {
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
