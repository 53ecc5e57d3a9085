//! Every file of the edition, how to use and cite it, what its columns mean; every input file; every row that was left out.

mod columns;
mod files;
mod reuse;
mod sources;

use maud::html;

pub use self::sources::file_name;
use super::{Page, Room};
use crate::{metadata::Catalog, view::View};

/// The data page. `headers` are the columns of each table, by file.
pub fn page(view: &View<'_>, catalog: &Catalog<'_>, headers: &[(String, Vec<String>)]) -> Page {
    let title = view.t("nav-data");
    let main = html! {
        div class="lead" { h1 { (title) } p class="lead-words" { (view.t("data-lead")) } }
        (reuse::facts(view, catalog))
        (files::downloads(view, catalog))
        (columns::section(view, headers))
        (reuse::citation(view, catalog))
        (files::for_programs(view))
        (sources::sources(view))
        (sources::exclusions(view))
    };
    Page {
        path: "data.html".into(),
        title,
        room: Room::Data,
        main,
    }
}

/// The columns of each table among the files, as its first line names them.
pub fn headers(files: &[&crate::source::File]) -> Vec<(String, Vec<String>)> {
    let tables = files
        .iter()
        .filter(|file| matches!(file.kind.as_str(), "findings_csv" | "effects_csv"));
    let header = |file: &&crate::source::File| {
        let first = file.bytes.split(|byte| *byte == b'\n').next()?;
        let names = std::str::from_utf8(first).ok()?.trim_end();
        let names = names.split(',').map(str::to_owned).collect();
        Some((file.path.clone(), names))
    };
    // the findings first, then what was made of them
    let mut headers: Vec<_> = tables.filter_map(header).collect();
    headers.sort_by(|a, b| b.0.cmp(&a.0));
    headers
}
