//! Reading without the internet: the panel at the foot of each page, and the page in place of one that was not kept.

use aimak_core::{Lang, Message};
use maud::{Markup, html};

use super::{Page, Room};
use crate::view::View;

/// The page that a service worker shows for one that was not kept.
pub const PATH: &str = "offline.html";

/// In place of a page that was not kept.
pub fn page(view: &View<'_>) -> Page {
    let title = view.t("offline-missing-title");
    let main = html! {
        div class="lead" { h1 { (title) } p class="lead-words" { (view.t("offline-missing")) } }
        p { a href="index.html" { (view.t("offline-home")) } }
    };
    Page {
        path: PATH.into(),
        title,
        room: Room::Map,
        main,
    }
}

/// The panel: hidden until `atlas.js` finds that this browser can keep pages. `{mb}` and the like are filled in by the script.
pub fn panel(view: &View<'_>, page: &Page, root: &str) -> Markup {
    let with = |id: &str, places: &[&str]| {
        let blank = |message: Message, place: &&str| message.with(place, format!("{{{place}}}"));
        view.words
            .message(&places.iter().fold(Message::new(id), blank))
    };
    let point = if view.lang() == Lang::En { "." } else { "," };
    html! {
        details class="offline" hidden data-root=(root) data-lang=(view.lang().code()) data-point=(point)
            data-progress=(with("offline-progress", &["done", "all"])) data-done=(view.t("offline-done")) data-kept=(with("offline-kept", &["mb"]))
            data-none=(view.t("offline-none")) data-failed=(view.t("offline-failed")) data-full=(view.t("offline-full"))
            data-changed=(view.t("offline-changed")) data-removed=(view.t("offline-removed")) {
            summary { (view.t("offline-title")) }
            p { (view.t("offline-lead")) }
            p class="offline-buttons" {
                @if let Some(aimak) = aimak(page) {
                    button type="button" data-keep=(aimak) data-label=(with("offline-keep-aimak", &["mb"])) disabled { (view.t("offline-measuring")) }
                }
                button type="button" data-keep="" data-label=(with("offline-keep-all", &["mb"])) disabled { (view.t("offline-measuring")) }
                button type="button" class="offline-stop" hidden { (view.t("offline-stop")) }
                button type="button" class="offline-remove" hidden { (view.t("offline-remove")) }
            }
            progress max="1" value="0" aria-label=(view.t("offline-title")) hidden {}
            p class="offline-state" role="status" {}
        }
    }
}

/// Path of the pages of the aimak that a page belongs to, without its ending.
fn aimak(page: &Page) -> Option<&str> {
    let name = page.path.strip_prefix("aimak/")?;
    let length = name.find(['/', '.'])?;
    page.path.get(.."aimak/".len() + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_themes_belong_to_their_aimak() {
        let of = |path: &str| {
            let page = Page {
                path: path.into(),
                title: String::new(),
                room: Room::Map,
                main: html! {},
            };
            aimak(&page).map(str::to_owned)
        };
        assert_eq!(of("aimak/KG-1.html").as_deref(), Some("aimak/KG-1"));
        assert_eq!(of("aimak/KG-1/soil.html").as_deref(), Some("aimak/KG-1"));
        assert_eq!(of("indicator/soil_ph.html"), None);
    }
}
