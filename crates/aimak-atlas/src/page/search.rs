//! Which names lead to which page, and where does a reader type them?
//!
//! Names are handed over as they are written: one place, `atlas-web/src/search/fold.ts`, knows which spellings are alike.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::LocalText;
use maud::{Markup, html};
use serde::Serialize;

use super::{aimak_path, indicator_path, passport_path};
use crate::{parameters::method, texts::sort_key, view::View};

/// Sections of the methods page that are looked for by name: id and words.
const SECTIONS: [(&str, &str); 4] = [
    ("intervals", "methods-intervals"),
    ("designs", "methods-designs"),
    ("reasons", "methods-reasons"),
    ("colours", "methods-colours"),
];

/// The field; only a script can answer, so it stays hidden without one. `root` leads to the site, `base` to the pages of the language.
pub fn field(view: &View<'_>, root: &str, base: &str) -> Markup {
    let index = format!("{root}data/search-{}.js", view.lang().code());
    html! {
        div class="search needs-js" role="search" hidden {
            label for="find" { (view.t("search-label")) }
            input id="find" type="search" role="combobox" autocomplete="off" spellcheck="false" autocapitalize="none" enterkeyhint="go"
                aria-expanded="false" aria-autocomplete="list" aria-controls="found" placeholder=(view.t("search-hint"))
                data-search=(index) data-base=(base);
            div id="found" class="search-found" role="listbox" aria-label=(view.t("search-found")) hidden {}
            p class="search-count visually-hidden" aria-live="polite" {}
        }
    }
}

/// Content of `data/search-<lang>.js`, see `atlas-web/CONTRACT.md`.
#[derive(Serialize)]
struct SearchData<'a> {
    lang: &'a str,
    kinds: BTreeMap<&'a str, String>,
    texts: BTreeMap<&'a str, String>,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    kind: &'static str,
    name: String,
    also: Vec<String>,
    code: String,
    href: String,
}

/// The index of one language, as a script.
pub fn script(view: &View<'_>) -> String {
    let kinds = ["aimak", "place", "indicator", "method"];
    let kind = |kind| {
        let words = match kind {
            "aimak" => view.t_scoped("search-kind-aimak"),
            other => view.t(&format!("search-kind-{other}")),
        };
        (kind, words)
    };
    let text = |key, id: &str, argument: &str| {
        let message = aimak_core::Message::new(id).with(argument, format!("{{{argument}}}"));
        (key, view.words.message(&message))
    };
    let data = SearchData {
        lang: view.lang().code(),
        kinds: kinds.map(kind).into(),
        texts: [
            text("also", "search-also", "what"),
            text("code", "search-code", "what"),
            text("similar", "search-similar", "what"),
            text("some", "find-some", "n"),
            ("none", view.t("find-none")),
        ]
        .into(),
        entries: entries(view),
    };
    let json = serde_json::to_string(&data).expect("invariant: the index serialises");
    let lang = data.lang;
    format!("(window.AIMAK_SEARCH = window.AIMAK_SEARCH || {{}})[\"{lang}\"] = {json};\n")
}

/// Aimaks, places, indicators, methods, each by name.
fn entries(view: &View<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for part in [aimaks(view), places(view), indicators(view), methods(view)] {
        let mut part = part;
        part.sort_by_cached_key(|entry: &Entry| (sort_key(&entry.name), entry.href.clone()));
        entries.extend(part);
    }
    entries
}

fn aimaks(view: &View<'_>) -> Vec<Entry> {
    let entry = |aimak: &aimak_core::release::AimakProfile| Entry {
        kind: "aimak",
        name: view.local(&aimak.name).to_owned(),
        also: others(view, &aimak.name, aimak.aliases.iter().map(String::as_str)),
        code: aimak.code.0.clone(),
        href: aimak_path(&aimak.code),
    };
    view.release.aimaks.iter().map(entry).collect()
}

fn places(view: &View<'_>) -> Vec<Entry> {
    let entry = |passport: &aimak_core::EcoPassport| Entry {
        kind: "place",
        name: view.local(&passport.name).to_owned(),
        also: others(view, &passport.name, std::iter::empty()),
        code: String::new(),
        href: passport_path(&passport.id),
    };
    view.release.passports.shown.iter().map(entry).collect()
}

fn indicators(view: &View<'_>) -> Vec<Entry> {
    let entry = |card: &aimak_core::Card| Entry {
        kind: "indicator",
        name: view.local(&card.name).to_owned(),
        also: others(view, &card.name, std::iter::once(card.id.as_ref())),
        code: String::new(),
        href: indicator_path(&card.id),
    };
    view.release.cards.iter().map(entry).collect()
}

/// Every method once, by its words and its code, and what the methods page explains besides.
fn methods(view: &View<'_>) -> Vec<Entry> {
    let mut seen = BTreeSet::new();
    let cards = view.release.cards.iter();
    let of_cards = cards
        .filter(|card| seen.insert(&card.method))
        .map(|card| Entry {
            kind: "method",
            name: method(&view.words, &card.method, card.method_version),
            also: vec![card.method.to_string()],
            code: String::new(),
            href: format!("methods.html#{}", card.id),
        });
    let sections = SECTIONS.map(|(id, words)| Entry {
        kind: "method",
        name: view.t(words),
        also: Vec::new(),
        code: String::new(),
        href: format!("methods.html#{id}"),
    });
    of_cards.chain(sections).collect()
}

/// The names in the other languages and other spellings, each once.
fn others<'t>(
    view: &View<'_>,
    name: &'t LocalText,
    spellings: impl Iterator<Item = &'t str>,
) -> Vec<String> {
    let shown = view.local(name);
    let names = [&name.ky, &name.ru, &name.en].map(AsRef::as_ref);
    let mut seen = BTreeSet::from([shown, ""]);
    let all = names.into_iter().chain(spellings);
    all.filter(|name| seen.insert(*name))
        .map(str::to_owned)
        .collect()
}
