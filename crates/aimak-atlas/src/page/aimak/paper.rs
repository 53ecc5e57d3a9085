//! What a printed page of an aimak needs that a screen has otherwise: signs in words, and where the page can be found again.

use aimak_core::{Message, release::AimakProfile};
use maud::{Markup, html};

use super::code;
use crate::{page::aimak_path, view::View};

/// On a screen: how much is printed, and how to print everything.
pub(super) fn choice(view: &View<'_>) -> Markup {
    html! {
        p class="quiet print-choice" { (view.t("paper-choice")) " " a href="#all-figures" { (view.t("paper-everything")) } }
    }
}

/// On paper: legend, permanent address with its code for a phone, and that more is known (and not known) there. Where the project does not
/// say where the atlas is published, the address is that inside the atlas, and nothing could be called up.
pub(super) fn foot(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let edition = view.release.project.edition.id.as_str();
    let page = format!("{}/{}", view.lang().code(), aimak_path(&aimak.code));
    let published = view.release.project.publication.edition_address(edition);
    let address = match &published {
        Some(root) => format!("{root}{page}"),
        None => format!("e/{edition}/{page}"),
    };
    let words = Message::new("paper-address").with("address", address.as_str());
    let words = view.words.message(&words);
    let (before, after) = words.split_once(&address).unwrap_or((&words, ""));
    html! {
        div class="paper-only" {
            @if published.is_some() { @if let Some(code) = code::drawn(&address, &view.t("paper-code")) { (code) } }
            p { (view.t("paper-legend")) }
            p { (view.t("paper-more")) " " (before) span class="address" { (address) } (after) }
        }
    }
}
