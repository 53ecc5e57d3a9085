//! Forms to fill in: written, filled in, read again.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _};
use rust_xlsxwriter::Workbook;

use crate::program::{Said, aimak, arg, findings, release};

const AREAS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A","name":"Alpha","organic_since":"2017"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}}]}"#;

/// Writes forms and project file into a folder with borders.
fn forms(dir: &Path) -> (PathBuf, PathBuf) {
    let (book, project) = (dir.join("forms.xlsx"), dir.join("monitoring.toml"));
    let borders = dir.join("areas.geojson");
    std::fs::write(&borders, AREAS).unwrap();
    aimak(&[
        "template",
        "--out",
        arg(&book),
        "--project",
        arg(&project),
        "--boundaries",
        arg(&borders),
        "--date",
        "2026-11-30",
        "--before",
        "2012-2015",
        "--after",
        "2020-2023",
    ])
    .good();
    (book, project)
}

/// The same workbook with rows below its headers, as a person would leave it; names of sheets and headers are those it has.
fn fill(book: &Path, filled: &[(&str, &[&[&str]])]) {
    let mut read = calamine::open_workbook_auto(book).unwrap();
    let mut written = Workbook::new();
    for name in read.sheet_names() {
        let sheet = written.add_worksheet();
        sheet.set_name(&name).unwrap();
        let range = read.worksheet_range(&name).unwrap();
        for (row, cells) in (0..).zip(range.rows()) {
            for (place, cell) in (0..).zip(cells) {
                if !matches!(cell, Data::Empty) {
                    sheet.write(row, place, cell.to_string()).unwrap();
                }
            }
        }
        let rows = filled.iter().filter(|(sheet, _)| *sheet == name);
        for (row, cells) in (1..).zip(rows.flat_map(|(_, rows)| rows.iter())) {
            for (place, cell) in (0..).zip(*cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row, place, number).unwrap(),
                    Err(_) if cell.is_empty() => continue,
                    Err(_) => sheet.write(row, place, *cell).unwrap(),
                };
            }
        }
    }
    written.save(book).unwrap();
}

fn check(project: &Path) -> Said {
    aimak(&["check", arg(project)])
}

#[test]
fn forms_filled_in_are_read_without_writing_a_project_file() {
    let dir = tempfile::tempdir().unwrap();
    let (book, project) = forms(dir.path());
    fill(
        &book,
        &[
            (
                "plots",
                &[
                    &["P1", "A", "75.1", "42.1", "field", "ооба"],
                    &["P2", "A", "75.11", "42.1", "field", "да"],
                    &["P3", "A", "", "", "field", "yes"],
                ],
            ),
            (
                "soil",
                &[
                    &["P1", "2013-05-14", "0", "30", "1.8", "1.25", "10", "7.4"],
                    &["P2", "2013-05-14", "0", "30", "1.6", "1.25", "0", "7.5"],
                    &["P3", "2013-05-14", "0", "30", "1.7", "1.25", "0", "7.5"],
                ],
            ),
            ("species", &[&["P1", "2013-06-20", "Poa pratensis", "12"]]),
            ("crops", &[&["A", "1", "2013", "wheat", "", "2.5", "нет"]]),
            ("answers", &[&["A", "V1", "1", "2013", "4", "5", "9", "3"]]),
            (
                "programme",
                &[&["A", "2021", "trainings", "", "4", "event", "", "report"]],
            ),
            ("weather", &[&["", "2013-05", "48.2", "14.1"]]),
            (
                "managed_fields",
                &[&[
                    "1",
                    "A",
                    "2.5",
                    "ооба",
                    "cool_temperate_dry",
                    "high_activity_clay",
                    "annual_crops",
                    "full",
                    "medium",
                    "annual_crops",
                    "full",
                    "high_with_manure",
                    "ооба",
                    "жок",
                ]],
            ),
        ],
    );
    check(&project).good();
    let out = dir.path().join("release");
    aimak(&["run", arg(&project), "--out", arg(&out)]).good();
    let release = release(&out);
    let found = findings(&release, "soc_stock");
    // FAO: carbon % × bulk density × thickness × (1 − stones), of P1: 1.8 × 1.25 × 30 × 0.9 = 60.75 t/ha; P2 60, P3 63.75
    let states = found
        .iter()
        .filter_map(|finding| finding["outcome"]["estimated"]["value"].as_f64());
    let wanted = (60.75 + 60.0 + 63.75) / 3.0;
    let states: Vec<f64> = states.collect();
    assert!(
        states.iter().any(|value| (value - wanted).abs() < 1e-9),
        "{states:?}"
    );
    // METHODS A.10.4
    let assumed = findings(&release, "soc_tier1_change");
    let value = assumed[0]["outcome"]["estimated"]["value"].as_f64();
    assert!((value.unwrap() - 12.2507).abs() < 5e-5, "{assumed:?}");
}

#[test]
fn empty_forms_and_their_examples_are_no_data() {
    let dir = tempfile::tempdir().unwrap();
    let (_, project) = forms(dir.path());
    let said = check(&project).good();
    assert!(
        said.err.contains("plots 0") || said.err.contains("0 plots"),
        "{}",
        said.err
    );
}

#[test]
fn a_cell_that_does_not_fit_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let (book, project) = forms(dir.path());
    fill(
        &book,
        &[
            ("plots", &[&["P1", "A", "75.1", "42.1", "", "perhaps"]]),
            (
                "soil",
                &[&["P1", "2013-05-14", "0", "30", "80", "", "", ""]],
            ),
        ],
    );
    let said = check(&project);
    assert_eq!(said.code, 1);
    for word in ["perhaps", "carbon_percent"] {
        assert!(said.err.contains(word), "{word}: {}", said.err);
    }
}

#[test]
fn the_same_forms_have_the_same_bytes_and_are_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let path = dir.path().join(name);
        aimak(&["template", "--kind", "soil,plots", "--out", arg(&path)]).good();
        std::fs::read(path).unwrap()
    };
    let first = write("a.xlsx");
    // times inside a zip count in steps of two seconds
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first == write("b.xlsx"));
    let taken = dir.path().join("a.xlsx");
    let said = aimak(&["template", "--out", arg(&taken)]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("file in this place"), "{}", said.err);
    assert!(std::fs::read(&taken).unwrap() == first);
}

#[test]
fn cells_know_what_may_stand_in_them() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("forms.xlsx");
    aimak(&["template", "--kind", "soil,answers", "--out", arg(&path)]).good();
    let mut book = calamine::open_workbook_auto(&path).unwrap();
    assert_eq!(
        book.sheet_names(),
        ["read_me", "examples", "soil", "answers", "lists"]
    );
    let first = book.worksheet_range("read_me").unwrap();
    let words: String = first
        .used_cells()
        .map(|(_, _, cell)| cell.to_string())
        .collect();
    for word in ["толтуруу", "заполнять", "fill them in"] {
        assert!(words.contains(word), "{word}");
    }
    assert!(!words.contains('⟦'), "{words}");
    assert_eq!(book.worksheet_range("soil").unwrap().height(), 1);

    let zip = std::fs::File::open(&path).unwrap();
    let mut zip = zip::ZipArchive::new(zip).unwrap();
    let part = |zip: &mut zip::ZipArchive<_>, name: &str| {
        std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
    };
    let soil = part(&mut zip, "xl/worksheets/sheet3.xml");
    assert!(soil.contains(r#"type="date""#), "{soil}");
    assert!(
        soil.contains("<formula1>0</formula1><formula2>58</formula2>"),
        "{soil}"
    );
    assert!(soil.contains(r#"state="frozen""#), "{soil}");
    let answers = part(&mut zip, "xl/worksheets/sheet4.xml");
    assert!(answers.contains("lists!$B$2:$B$7"), "{answers}");
    assert!(answers.contains(r#"type="whole""#), "{answers}");
}
