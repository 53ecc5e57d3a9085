//! How a record was made, who agreed to what, and how it can be withdrawn.

use std::collections::BTreeSet;

use aimak_core::{EcoPassport, Message, PassportAuthor};
use maud::{Markup, html};

use crate::view::View;

/// The record in a list of terms.
pub(super) fn about(view: &View<'_>, passport: &EcoPassport) -> Markup {
    let name = &passport.name;
    let names: BTreeSet<&str> = [&name.ky, &name.ru, &name.en]
        .map(AsRef::as_ref)
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    let names: Vec<&str> = names.into_iter().collect();
    let line = |id: &str, words: Markup| html! { dt { (view.t(id)) } dd { (words) } };
    html! {
        section aria-labelledby="about" {
            h2 id="about" { (view.t("passport-about")) }
            dl class="profile passport-about" {
                (line("passport-names", html! { (names.join(" · ")) }))
                @if let Some(date) = passport.recorded {
                    (line("passport-recorded", html! { (view.words.date(date)) }))
                }
                (line("passport-authors", authors(view, &passport.authors)))
                (line("passport-consent", html! { (view.t("passport-consent-words")) }))
                (line("passport-withdraw", html! { (view.t("passport-withdraw-words")) }))
                (line("passport-id", html! { code { (passport.id) } }))
            }
        }
    }
}

fn authors(view: &View<'_>, authors: &[PassportAuthor]) -> Markup {
    let words = |author: &PassportAuthor| match author {
        PassportAuthor::Named(name) => name.clone(),
        PassportAuthor::Pupils { school, class } if class.is_empty() => {
            let pupils = Message::new("passport-pupils-of-school");
            view.words.message(&pupils.with("school", school.as_str()))
        }
        PassportAuthor::Pupils { school, class } => {
            let pupils = Message::new("passport-pupils").with("school", school.as_str());
            view.words.message(&pupils.with("class", class.as_str()))
        }
    };
    html! {
        @if authors.is_empty() { (view.t("passport-authors-unnamed")) }
        @for (i, author) in authors.iter().enumerate() { @if i > 0 { br; } (words(author)) }
    }
}
