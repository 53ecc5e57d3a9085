//! Every file of the edition, with its checksum; every input file; every row that was left out.

use aimak_core::Message;
use maud::{Markup, html};

use super::{Page, Room};
use crate::{source::File, view::View};

/// The data page. `files` are those in `downloads/`, with their SHA-256.
pub fn page(view: &View<'_>, files: &[(&File, String)]) -> Page {
    let title = view.t("nav-data");
    let main = html! {
        div class="lead" { h1 { (title) } p class="lead-words" { (view.t("data-lead")) } }
        section aria-labelledby="files" {
            h2 id="files" { (view.t("data-files")) }
            (downloads(view, files))
            p class="quiet" { (view.t("data-verify")) }
        }
        (sources(view))
        (exclusions(view))
    };
    Page {
        path: "data.html".into(),
        title,
        room: Room::Data,
        main,
    }
}

fn downloads(view: &View<'_>, files: &[(&File, String)]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("data-files")) {
            table class="files" {
                thead { tr {
                    th scope="col" { (view.t("col-file")) } th scope="col" { (view.t("col-format")) }
                    th scope="col" class="num" { (view.t("col-size")) } th scope="col" { (view.t("col-sha256")) }
                } }
                tbody { @for (file, sha256) in files { tr {
                    th scope="row" { a href={ "../downloads/" (file.path) } download { (file.path) } }
                    td { (kind(view, &file.kind)) }
                    td class="num" { (size(view, file.bytes.len() as f64)) }
                    td { code class="hash" { (sha256) } }
                } } }
            }
        }
    }
}

/// What a file is, in words.
fn kind(view: &View<'_>, kind: &str) -> String {
    let id = crate::texts::keyed_id("kind", kind);
    view.t(if view.words.has(&id) {
        &id
    } else {
        "kind-other"
    })
}

/// A size a person can grasp.
fn size(view: &View<'_>, bytes: f64) -> String {
    let (id, n) = match bytes {
        b if b < 1e3 => ("bytes", view.words.number(b, 0)),
        b if b < 1e6 => ("kilobytes", view.words.number(b / 1e3, 0)),
        b => ("megabytes", view.words.number(b / 1e6, 1)),
    };
    view.words.message(&Message::new(id).with("n", n))
}

fn sources(view: &View<'_>) -> Markup {
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

fn exclusions(view: &View<'_>) -> Markup {
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
