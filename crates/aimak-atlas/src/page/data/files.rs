//! The files to download, by what they are for.

use aimak_core::Message;
use maud::{Markup, html};

use crate::{
    metadata::{self, Catalog, Download, Group},
    view::View,
};

/// So many photos are listed one by one; beyond, a page would be all checksums.
const LISTED_PHOTOS: usize = 300;

/// Every file with its checksum.
pub fn downloads(view: &View<'_>, catalog: &Catalog<'_>) -> Markup {
    html! {
        section aria-labelledby="files" {
            h2 id="files" { (view.t("data-files")) }
            p class="quiet" { (view.t("data-verify")) " " (licence(view, catalog)) }
            @for group in Group::ALL {
                @let files: Vec<&Download> = catalog.downloads.iter().filter(|file| file.group() == group).collect();
                @if !files.is_empty() { (of_group(view, group, &files)) }
            }
        }
    }
}

/// Under which licence the files stand, and that photos do not.
fn licence(view: &View<'_>, catalog: &Catalog<'_>) -> String {
    let Some(licence) = &view.release.project.publication.licence else {
        return view.t("data-licence-of-none");
    };
    let words = Message::new("data-licence-of-all").with("licence", licence.as_str());
    let words = view.words.message(&words);
    let mut files = catalog.downloads.iter();
    if files.any(|file| file.group() == Group::Photos) {
        format!("{words} {}", view.t("data-licence-photos"))
    } else {
        words
    }
}

/// The files of a group; photos are many, so they fold.
fn of_group(view: &View<'_>, group: Group, files: &[&Download]) -> Markup {
    let name = view.words.keyed("data-group", group.key());
    let lead = view.words.keyed("data-group-lead", group.key());
    let id = format!("files-{}", group.key());
    html! {
        h3 id=(id) { (name) }
        p class="quiet" { (lead) }
        @if group == Group::Photos {
            details {
                summary { (view.words.message(&Message::new("data-photos").with("n", files.len()))) }
                @if files.len() <= LISTED_PHOTOS { (table(view, &name, files)) } @else { p { (view.t("data-photos-listed")) } }
            }
        } @else { (table(view, &name, files)) }
    }
}

fn table(view: &View<'_>, name: &str, files: &[&Download]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(name) {
            table class="files downloads" {
                thead { tr {
                    th scope="col" { (view.t("col-file")) } th scope="col" { (view.t("col-format")) }
                    th scope="col" class="num" { (view.t("col-size")) } th scope="col" { (view.t("col-sha256")) }
                } }
                tbody { @for file in files { tr {
                    th scope="row" { a href={ "../" (file.place()) } download { (file.path) } }
                    td {
                        @if let Some(shows) = &file.shows { (view.local(shows)) br; span class="quiet" { (view.local(&file.words)) } }
                        @else { (view.local(&file.words)) }
                    }
                    td class="num" { (size(view, file.bytes as f64)) }
                    td { code class="hash" { (file.sha256) } }
                } } }
            }
        }
    }
}

/// A size a person can grasp.
pub fn size(view: &View<'_>, bytes: f64) -> String {
    let (id, n) = match bytes {
        b if b < 1e3 => ("bytes", view.words.number(b, 0)),
        b if b < 1e6 => ("kilobytes", view.words.number(b / 1e3, 0)),
        b => ("megabytes", view.words.number(b / 1e6, 1)),
    };
    view.words.message(&Message::new(id).with("n", n))
}

/// Metadata that programs and portals read.
pub fn for_programs(view: &View<'_>) -> Markup {
    let files = [
        (metadata::SCHEMA_ORG, "data-metadata-schema-org"),
        (metadata::STAC, "data-metadata-stac"),
        (metadata::RO_CRATE, "data-metadata-ro-crate"),
        (metadata::DCAT, "data-metadata-dcat"),
        ("site.json", "data-metadata-manifest"),
    ];
    html! {
        section aria-labelledby="metadata" {
            h2 id="metadata" { (view.t("data-metadata")) }
            p class="quiet" { (view.t("data-metadata-lead")) }
            dl class="facts metadata" { @for (path, id) in files {
                dt { a href={ "../" (path) } { (path) } }
                dd { (view.t(id)) }
            } }
        }
    }
}
