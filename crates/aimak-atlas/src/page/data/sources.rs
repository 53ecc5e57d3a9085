//! What was the edition made from, and what of it was left out?

use aimak_core::Message;
use maud::{Markup, html};

use super::files::size;
use crate::view::View;

/// Every input file.
pub fn sources(view: &View<'_>) -> Markup {
    html! {
        section aria-labelledby="sources" {
            h2 id="sources" { (view.t("data-sources")) }
            div class="scroll" tabindex="0" role="region" aria-label=(view.t("data-sources")) {
                table class="files" {
                    thead { tr {
                        th scope="col" { (view.t("col-file")) } th scope="col" class="num" { (view.t("col-size")) }
                        th scope="col" { (view.t("col-licence")) } th scope="col" { (view.t("col-citation")) }
                        th scope="col" { (view.t("col-sha256")) }
                    } }
                    tbody { @for source in &view.release.sources { tr {
                        th scope="row" title=(source.path) { (file_name(&source.path)) }
                        td class="num" { (size(view, source.bytes as f64)) }
                        td { (stated(view, source.licence.as_deref(), "licence-not-stated")) }
                        td { (stated(view, source.citation.as_deref(), "citation-not-stated")) }
                        td { code class="hash" { (source.sha256) } }
                    } } }
                }
            }
        }
    }
}

/// The name of a file without its folders: where it lay on somebody's disk says nothing to a reader.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What the project says, or in words that it says nothing.
fn stated(view: &View<'_>, words: Option<&str>, otherwise: &str) -> Markup {
    words.map_or_else(
        || html! { span class="quiet" { (view.t(otherwise)) } },
        |words| html! { (words) },
    )
}

/// Every row that was left out.
pub fn exclusions(view: &View<'_>) -> Markup {
    let path = |id: &str| {
        view.release
            .sources
            .iter()
            .find(|source| source.id == id)
            .map_or(id, |source| file_name(&source.path))
            .to_owned()
    };
    html! {
        @if !view.release.exclusions.is_empty() {
            section aria-labelledby="exclusions" {
                h2 id="exclusions" { (view.t("data-exclusions")) }
                ul { @for exclusion in &view.release.exclusions { li {
                    (path(&exclusion.source)) ": "
                    (view.words.message(&Message::new("data-exclusions-rows").with("rows", exclusion.rows)))
                    @if exclusion.of > 0 { " " (view.words.message(&Message::new("data-exclusions-of").with("of", view.words.number(exclusion.of as f64, 0)))) }
                    " – " (view.words.message(&exclusion.reason))
                } } }
            }
        }
    }
}
