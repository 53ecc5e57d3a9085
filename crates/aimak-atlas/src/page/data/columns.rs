//! What does each column of the tables mean?

use aimak_core::Message;
use maud::{Markup, html};

use crate::{texts::keyed_id, view::View};

/// A folded table of meanings for each table of the edition. A column without words names itself: a file may be of a newer program.
pub fn section(view: &View<'_>, headers: &[(String, Vec<String>)]) -> Markup {
    html! {
        @if !headers.is_empty() {
            section aria-labelledby="columns" {
                h2 id="columns" { (view.t("data-columns")) }
                p class="quiet" { (view.t("data-columns-lead")) }
                @for (file, names) in headers { details class="columns" {
                    summary { (view.words.message(&Message::new("data-columns-of").with("file", file.as_str()).with("n", names.len()))) }
                    (table(view, file, names))
                } }
            }
        }
    }
}

fn table(view: &View<'_>, file: &str, names: &[String]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(file) {
            table class="meanings" {
                thead { tr { th scope="col" { (view.t("col-column")) } th scope="col" { (view.t("col-meaning")) } } }
                tbody { @for name in names { tr {
                    th scope="row" { code { (name) } }
                    td { (meaning(view, name)) }
                } } }
            }
        }
    }
}

fn meaning(view: &View<'_>, name: &str) -> String {
    let id = keyed_id("column", name);
    if view.words.has(&id) {
        view.t(&id)
    } else {
        name.replace('_', " ")
    }
}
