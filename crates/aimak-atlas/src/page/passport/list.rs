//! All eco-passports, by kind of place.

use aimak_core::{EcoPassport, Message, PlaceKind};
use maud::{Markup, html};

use super::{Page, Room, latest, passport_path, photos};
use crate::{texts::sort_key, view::View};

/// The list of all passports.
pub fn list(view: &View<'_>) -> Page {
    let title = view.t("passports-title");
    let passports = &view.release.passports;
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t("passports-lead")) }
        }
        @if passports.shown.is_empty() { p { (view.t("passports-none-public")) } }
        @for kind in PlaceKind::ALL {
            @let here: Vec<&EcoPassport> = passports.shown.iter().filter(|passport| passport.kind == kind).collect();
            @if !here.is_empty() {
                section aria-labelledby=(kind.key()) {
                    h2 id=(kind.key()) { (view.words.keyed("place-kinds", kind.key())) }
                    (cards(view, here, ""))
                }
            }
        }
        @if let Some(n) = passports.counted_only {
            p class="quiet" { (view.words.message(&Message::new("passports-counted-only").with("n", n))) }
        }
    };
    Page {
        path: "passports.html".into(),
        title,
        room: Room::Passports,
        main,
    }
}

/// Passports as cards, by name; `base` leads to the pages of the language.
pub(super) fn cards(view: &View<'_>, mut passports: Vec<&EcoPassport>, base: &str) -> Markup {
    passports.sort_by_cached_key(|passport| (sort_key(view.local(&passport.name)), &passport.id));
    html! {
        ul class="passport-cards" { @for passport in passports { li { (card(view, passport, base)) } } }
    }
}

fn card(view: &View<'_>, passport: &EcoPassport, base: &str) -> Markup {
    let aimak = view.aimak(&passport.aimak);
    html! {
        // the name beside it says what it is; a reader that speaks should not hear it twice
        @if let Some(photo) = passport.photos.first() { (photos::picture(&photo.card, &format!("{base}../downloads/"), "")) }
        div {
            a href={ (base) (passport_path(&passport.id)) } { (view.local(&passport.name)) }
            p class="quiet" {
                (super::kind(view, passport))
                @if let Some(aimak) = aimak { " · " (view.local(&aimak.name)) }
            }
            @if let Some(state) = passport.states.last() { p { (latest(view, *state)) } }
        }
    }
}
