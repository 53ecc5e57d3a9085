//! One local place: what it is, what people know of it, how it fares, and who agreed that this is told.

mod about;
mod links;
mod list;
mod photos;
mod place;

use aimak_core::{EcoPassport, Lang, LocalText, Message, PlaceState, WithdrawnPassport};
use maud::{Markup, html};

pub use self::{
    links::{of_aimak, on_home, photo_of_aimak},
    list::list,
};
use super::{Page, Room, aimak_path, passport_path};
use crate::view::View;

/// Where pages of this folder find the pages of their language.
const BASE: &str = "../";

/// The page of one passport.
pub fn page(view: &View<'_>, passport: &EcoPassport) -> Page {
    let name = view.local(&passport.name).to_owned();
    let main = html! {
        div class="lead" {
            p class="theme-tag" { (kind(view, passport)) }
            h1 { (name) }
            p class="lead-words" {
                @if let Some(aimak) = view.aimak(&passport.aimak) {
                    a href={ (BASE) (aimak_path(&aimak.code)) } { (view.local(&aimak.name)) }
                }
                @if let Some(state) = passport.states.last() { " · " (latest(view, *state)) }
            }
        }
        (photos::photos(view, passport))
        div class="passport-columns" {
            div {
                (said(view, "knowledge", &passport.knowledge))
                (said(view, "threats", &passport.threats))
                (said(view, "recommendations", &passport.recommendations))
                (states(view, passport))
                (species(view, passport))
            }
            div { (place::place(view, passport)) (about::about(view, passport)) }
        }
    };
    Page {
        path: passport_path(&passport.id),
        title: name,
        room: Room::Passports,
        main,
    }
}

/// What stands at the address of a passport that was withdrawn.
pub fn withdrawn(view: &View<'_>, note: &WithdrawnPassport) -> Page {
    let title = view.t("passport-withdrawn");
    let words = Message::new("passport-withdrawn-words").with("date", view.words.date(note.date));
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.words.message(&words)) }
        }
        p { a href={ (BASE) "passports.html" } { (view.t("passports-all")) } }
    };
    Page {
        path: passport_path(&note.id),
        title,
        room: Room::Passports,
        main,
    }
}

/// The kind of a place, in words.
fn kind(view: &View<'_>, passport: &EcoPassport) -> String {
    view.words.keyed("place-kind", passport.kind.key())
}

/// The latest state with its date.
fn latest(view: &View<'_>, state: PlaceState) -> String {
    let words = Message::new("passport-latest-state")
        .with("state", view.words.keyed("place-state", state.state.key()))
        .with("date", view.words.date(state.date));
    view.words.message(&words)
}

/// A text of the record in the reader's language, or in another with a word on which. Nothing is translated here: local knowledge in
/// other words is other knowledge.
fn spoken<'t>(view: &View<'_>, text: &'t LocalText) -> Option<(Lang, &'t str)> {
    let shown = view.local(text);
    let in_language = |lang: &Lang| match lang {
        Lang::Ky => text.ky == shown,
        Lang::Ru => text.ru == shown,
        Lang::En => text.en == shown,
    };
    let own = [view.lang()];
    let lang = own.iter().chain(&Lang::ALL).find(|lang| in_language(lang));
    lang.filter(|_| !shown.is_empty())
        .map(|lang| (*lang, shown))
}

/// A section of text: local knowledge, threats, recommendations; nothing where nobody said anything.
fn said(view: &View<'_>, what: &str, text: &LocalText) -> Markup {
    let Some((lang, words)) = spoken(view, text) else {
        return html! {};
    };
    let other = (lang != view.lang()).then(|| lang.code());
    html! {
        section aria-labelledby=(what) {
            h2 id=(what) { (view.words.keyed("passport", what)) }
            @if let Some(code) = other { p class="quiet" { (view.words.keyed("passport-text", code)) } }
            div class="told" lang=[other] {
                @for paragraph in words.lines().map(str::trim).filter(|line| !line.is_empty()) { p { (paragraph) } }
            }
        }
    }
}

/// States, the earliest first.
fn states(view: &View<'_>, passport: &EcoPassport) -> Markup {
    html! {
        @if !passport.states.is_empty() {
            section aria-labelledby="states" {
                h2 id="states" { (view.t("passport-states")) }
                table class="place-states" {
                    thead { tr {
                        th scope="col" { (view.t("col-date")) }
                        th scope="col" { (view.t("col-state")) }
                        th scope="col" { (view.t("col-judged-by")) }
                    } }
                    tbody { @for state in &passport.states { tr {
                        th scope="row" { (view.words.date(state.date)) }
                        td { span class={ "state " (state.state.key()) } {
                            i class="state-sign" aria-hidden="true" {} (view.words.keyed("place-state", state.state.key()))
                        } }
                        td { (view.words.keyed("judge", state.judged_by.key())) }
                    } } }
                }
                p class="quiet" { (view.t("passport-states-note")) }
            }
        }
    }
}

/// Species by name, what they are called there first.
fn species(view: &View<'_>, passport: &EcoPassport) -> Markup {
    html! {
        @if !passport.species.is_empty() {
            section aria-labelledby="species" {
                h2 id="species" { (view.t("passport-species")) }
                ul class="species-seen" { @for seen in &passport.species { li {
                    @if let Some((lang, name)) = spoken(view, &seen.local_name) {
                        @let other = (lang != view.lang()).then(|| lang.code());
                        span lang=[other] { (name) } " – "
                    }
                    i lang="la" { (seen.name) }
                    @if let Some(date) = seen.last_seen {
                        @let words = Message::new("passport-last-seen").with("date", view.words.date(date));
                        span class="quiet" { ", " (view.words.message(&words)) }
                    }
                } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_text_in_another_language_says_in_which() {
        let release = sample::release("2026-1", false);
        let only_kyrgyz = LocalText {
            ky: "Карылар бул сууну даба дешет.\n\nЭкинчи сүйлөм.".into(),
            ..LocalText::default()
        };
        let markup =
            |lang| said(&View::of(&release, lang), "knowledge", &only_kyrgyz).into_string();
        assert!(markup(Lang::En).contains("lang=\"ky\""));
        assert!(markup(Lang::En).contains("in Kyrgyz"));
        assert!(!markup(Lang::Ky).contains("lang=\"ky\""));
        assert_eq!(markup(Lang::Ru).matches("<p>").count(), 2);
        assert_eq!(
            said(
                &View::of(&release, Lang::Ky),
                "threats",
                &LocalText::default()
            )
            .into_string(),
            ""
        );
    }
}
