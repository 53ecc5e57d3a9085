//! Ways to the passports from home and from the page of an aimak.

use aimak_core::{AimakCode, EcoPassport};
use maud::{Markup, html};

use super::{list::cards, passport_path, photos};
use crate::view::View;

/// How many home shows; the rest is one link away.
const ON_HOME: usize = 6;

/// Passports on home; nothing where none is shown.
pub fn on_home(view: &View<'_>) -> Markup {
    // one of each kind before a second of any: a country of springs has pastures too
    let all = &view.release.passports.shown;
    let mut seen = std::collections::BTreeMap::new();
    let mut ordered: Vec<(usize, &EcoPassport)> = all
        .iter()
        .map(|passport| {
            let nth = seen.entry(passport.kind).or_insert(0_usize);
            *nth += 1;
            (*nth, passport)
        })
        .collect();
    ordered.sort_by_key(|(nth, _)| *nth);
    let shown = ordered.into_iter().take(ON_HOME);
    section(view, shown.map(|(_, passport)| passport).collect(), "")
}

/// Passports of one aimak; nothing where none is shown.
pub fn of_aimak(view: &View<'_>, code: &AimakCode) -> Markup {
    let all = view.release.passports.shown.iter();
    section(
        view,
        all.filter(|passport| passport.aimak == *code).collect(),
        "../",
    )
}

/// The first photo of a place in an aimak that may be shown, and the way to that place; nothing where there is none.
pub fn photo_of_aimak(view: &View<'_>, code: &AimakCode) -> Markup {
    let mut here = view
        .release
        .passports
        .shown
        .iter()
        .filter(|passport| passport.aimak == *code);
    html! {
        @if let Some((passport, photo)) = here.find_map(|passport| Some((passport, passport.photos.first()?))) {
            div class="aimak-photo" {
                (photos::one(view, passport, photo))
                p class="quiet" { (super::kind(view, passport)) ": " a href={ "../" (passport_path(&passport.id)) } { (view.local(&passport.name)) } }
            }
        }
    }
}

fn section(view: &View<'_>, passports: Vec<&EcoPassport>, base: &str) -> Markup {
    html! {
        @if !passports.is_empty() {
            section class="passports" aria-labelledby="passports" {
                h2 id="passports" { (view.t("passports-title")) }
                (cards(view, passports, base))
                p { a href={ (base) "passports.html" } { (view.t("passports-all")) } }
            }
        }
    }
}
