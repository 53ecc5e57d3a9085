//! Which files hold the figures of an indicator?

use aimak_core::{Card, Message, Release};
use maud::{Markup, html};

use super::BASE;
use crate::{cells::CellLayer, source::File, view::View};

/// The figures of an indicator as a file below the root of the site, the same for all languages.
pub fn table_path(id: &str) -> String {
    format!("data/{}.csv", super::super::file_name(id))
}

/// The rows of an indicator out of the table of all findings, byte for byte; `None` where the release has no such table, or nothing of it.
pub fn table(release: &Release, files: &[File], id: &str) -> Option<Vec<u8>> {
    let asset = release.assets.iter().find(|a| a.kind == "findings_csv")?;
    let all = &files.iter().find(|file| file.path == asset.path)?.bytes;
    let text = std::str::from_utf8(all).ok()?;
    let mut records = records(text);
    let header = records.next()?;
    let column = fields(header).position(|field| field == "indicator")?;
    let mine = records.filter(|record| fields(record).nth(column) == Some(id));
    let rows: String = mine.collect();
    (!rows.is_empty()).then(|| [header, &rows].concat().into_bytes())
}

/// Records of a CSV text with their line ends; a line end inside quotes belongs to its field (RFC 4180).
fn records(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split_inclusive(move |c| {
        quoted ^= c == '"';
        c == '\n' && !quoted
    })
}

/// Fields of a record as written, quotes and all.
fn fields(record: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    record.trim_end_matches(['\n', '\r']).split(move |c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
}

/// The figures as a table, the maps by cell as rasters, all figures, and the page with every file.
pub(super) fn downloads(
    view: &View<'_>,
    card: &Card,
    cells: &[CellLayer<'_>],
    has_table: bool,
) -> Markup {
    let assets = &view.release.assets;
    let csv = assets.iter().find(|asset| asset.kind == "findings_csv");
    let maps = cells.iter().filter(|layer| layer.card.id == card.id);
    html! {
        ul class="downloads" {
            @if has_table {
                li { a href={ (BASE) "../" (table_path(&card.id)) } download { (view.t("indicator-table")) }
                    br; span class="quiet" { (view.t("indicator-table-columns")) } }
            }
            @for layer in maps {
                @let words = Message::new("indicator-raster").with("quantity", view.quantity(&layer.layer.about.quantity));
                li { a href={ (BASE) "../downloads/" (layer.layer.raster) } download { (view.words.message(&words)) } }
            }
            @if let Some(csv) = csv {
                li { a href={ (BASE) "../downloads/" (csv.path) } download { (view.t("kind-findings-csv")) } }
            }
            li { a href={ (BASE) "data.html" } { (view.t("data-files")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Asset;

    use super::*;

    fn release_with(csv: &str) -> (Release, Vec<File>) {
        let mut release = crate::sample::release("2026-1", false);
        release.assets.push(Asset {
            path: "findings.csv".into(),
            sha256: String::new(),
            bytes: 0,
            kind: "findings_csv".into(),
        });
        let file = File {
            path: "findings.csv".into(),
            kind: "findings_csv".into(),
            bytes: csv.as_bytes().to_vec(),
        };
        (release, vec![file])
    }

    #[test]
    fn a_table_holds_the_rows_of_its_indicator_byte_for_byte() {
        let csv =
            "unit,indicator,remark\nt,soc,\"two\nlines, \"\"soc\"\"\"\n1,ndvi,\nt,soc,plain\n";
        let (release, files) = release_with(csv);
        let rows = table(&release, &files, "soc").unwrap();
        assert_eq!(
            String::from_utf8(rows).unwrap(),
            "unit,indicator,remark\nt,soc,\"two\nlines, \"\"soc\"\"\"\nt,soc,plain\n"
        );
        assert!(table(&release, &files, "so").is_none());
    }

    #[test]
    fn without_a_column_of_indicators_there_is_no_table() {
        let (release, files) = release_with("a,b\n1,2\n");
        assert!(table(&release, &files, "1").is_none());
        assert!(table(&release, &[], "1").is_none());
    }

    #[test]
    fn names_are_safe_in_every_folder() {
        assert_eq!(table_path("soc_stock"), "data/soc_stock.csv");
        assert_eq!(table_path("../x"), "data/~2e~2e~2fx.csv");
    }
}
