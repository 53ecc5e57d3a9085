//! Photos of a place: small ones on the page, each a link to its large one.

use aimak_core::{EcoPassport, Message, PassportPhoto, PhotoFile};
use maud::{Markup, html};

use super::{kind, spoken};
use crate::view::View;

/// Where the photos lie, seen from the page of a passport.
const FOLDER: &str = "../../downloads/";

/// All photos with their captions; nothing where there are none.
pub(super) fn photos(view: &View<'_>, passport: &EcoPassport) -> Markup {
    html! {
        @if !passport.photos.is_empty() {
            section aria-labelledby="photos" {
                h2 id="photos" class="visually-hidden" { (view.t("passport-photos")) }
                div class="passport-photos" { @for photo in &passport.photos { (one(view, passport, photo)) } }
            }
        }
    }
}

/// A photo with its caption; the page of an aimak lies as deep as that of a passport.
pub(super) fn one(view: &View<'_>, passport: &EcoPassport, photo: &PassportPhoto) -> Markup {
    let alt = alt(view, passport, photo);
    let larger = Message::new("passport-photo-large").with("what", alt.as_str());
    let mut facts: Vec<String> = photo
        .taken
        .map(|date| view.words.date(date))
        .into_iter()
        .collect();
    facts.extend(photo.author.as_ref().map(|author| {
        let words = Message::new("passport-photo-by").with("author", author.as_str());
        view.words.message(&words)
    }));
    html! {
        figure class="passport-photo" {
            a href={ (FOLDER) (photo.large.path) } aria-label=(view.words.message(&larger)) {
                (picture(&photo.small, FOLDER, &alt))
            }
            @let caption = spoken(view, &photo.caption);
            @if caption.is_some() || !facts.is_empty() {
                figcaption {
                    @if let Some((lang, words)) = caption {
                        @let other = (lang != view.lang()).then(|| lang.code());
                        span lang=[other] { (words) } " "
                    }
                    span class="quiet" { (facts.join(" · ")) }
                }
            }
        }
    }
}

/// A picture; its size is told, so that nothing moves while it loads.
pub(super) fn picture(file: &PhotoFile, folder: &str, alt: &str) -> Markup {
    html! { img src={ (folder) (file.path) } width=(file.width) height=(file.height) alt=(alt) loading="lazy" decoding="async"; }
}

/// What is to be seen, in words: as the record tells it, else its caption, else kind and name of the place.
pub(super) fn alt(view: &View<'_>, passport: &EcoPassport, photo: &PassportPhoto) -> String {
    let told = [&photo.alt, &photo.caption].into_iter().find_map(|text| {
        let own = view.local(text);
        (!own.is_empty()).then(|| own.to_owned())
    });
    told.unwrap_or_else(|| {
        let words = Message::new("passport-photo-alt")
            .with("kind", kind(view, passport))
            .with("name", view.local(&passport.name));
        view.words.message(&words)
    })
}
