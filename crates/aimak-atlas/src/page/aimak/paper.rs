//! What a printed page of an aimak needs that a screen has otherwise: signs in words, and where the page can be found again.

use aimak_core::{Message, release::AimakProfile};
use maud::{Markup, html};

use crate::{page::aimak_path, view::View};

/// On a screen: how much is printed, and how to print everything.
pub(super) fn choice(view: &View<'_>) -> Markup {
    html! {
        p class="quiet print-choice" { (view.t("paper-choice")) " " a href="#all-figures" { (view.t("paper-everything")) } }
    }
}

/// On paper: legend, permanent address, and that more is known (and not known) there.
pub(super) fn foot(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let edition = view.release.project.edition.id.as_str();
    let address = format!(
        "e/{edition}/{}/{}",
        view.lang().code(),
        aimak_path(&aimak.code)
    );
    let words = Message::new("paper-address").with("address", address.as_str());
    let words = view.words.message(&words);
    let (before, after) = words.split_once(&address).unwrap_or((&words, ""));
    html! {
        div class="paper-only" {
            p { (view.t("paper-legend")) }
            p { (view.t("paper-more")) " " (before) span class="address" { (address) } (after) }
        }
    }
}
