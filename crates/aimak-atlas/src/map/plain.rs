//! Maps that show no values: where one area lies, and which areas there are.

use aimak_core::AimakCode;
use maud::{Markup, html};

use super::names;
use crate::{outline::MAP_WIDTH, outline::Sheet, view::View};

/// With more areas than this a place on the small map is too small to be pressed, and a link for each would make every page heavier with
/// every area.
const MANY: usize = 60;

/// A small map that shows where one area lies; `base` leads to the pages of the language.
///
/// Two looks only, this area and the others: more would need a legend and say nothing about the place.
pub fn locator(view: &View<'_>, selected: &AimakCode, base: &str) -> Option<Markup> {
    let sheet = view.sheet?;
    let name = view
        .aimak(selected)
        .map_or("", |aimak| view.local(&aimak.name));
    let title = format!("{}: {name}", view.t("aimak-map"));
    let content = html! {
        @if sheet.coarse.len() > MANY {
            path class="place" d=(sheet.coarse.iter().map(|(_, path)| path.as_str()).collect::<String>()) {}
        } @else {
            (places(view, &sheet.coarse, base, Some(selected)))
        }
        @for (code, path) in &sheet.coarse {
            @if *code == selected.0 { path class="selected" d=(path) {} }
        }
    };
    Some(frame(
        sheet,
        "locator",
        &title,
        &view.t("map-selected"),
        &content,
    ))
}

/// The boundaries with their names, where nothing has been measured yet; `None` without boundaries.
pub fn boundaries(view: &View<'_>, base: &str) -> Option<Markup> {
    let sheet = view.sheet?;
    let title = view.t("map-boundaries");
    let content = html! { (places(view, &sheet.paths, base, None)) (names::draw(view, sheet)) };
    let svg = frame(sheet, "", &title, &view.t("map-boundaries-desc"), &content);
    Some(html! {
        figure class="map" { figcaption { strong { (title) } } div class="map-frame" { (svg) } }
    })
}

fn frame(sheet: &Sheet, class: &str, title: &str, description: &str, content: &Markup) -> Markup {
    let height = format!("{:.0}", sheet.height.ceil());
    html! {
        svg class={ "map-svg " (class) } role="group" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
            title { (title) }
            desc { (description) }
            (content)
        }
    }
}

/// Every area as a link to its page.
fn places(
    view: &View<'_>,
    paths: &[(String, String)],
    base: &str,
    selected: Option<&AimakCode>,
) -> Markup {
    let of = |code: &str| {
        let aimaks = &view.release.aimaks;
        aimaks.iter().find(|aimak| aimak.code.0 == code)
    };
    html! {
        @for (code, path) in paths {
            @if let Some(aimak) = of(code) {
                @let here = selected == Some(&aimak.code);
                a href={ (base) (crate::page::aimak_path(&aimak.code)) } {
                    path class={ "place" (if here { " here" } else { "" }) } data-code=(code) d=(path) { title { (view.local(&aimak.name)) } }
                }
            }
        }
    }
}
