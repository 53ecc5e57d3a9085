//! A project file drafted from the files themselves, and the project it makes.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;

use crate::program::{aimak, arg, findings, release};

const AREAS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ADM3_PCODE":"A","NAME_KY":"Альфа","organic_since":"2017"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}}]}"#;

const PLOTS: &str = "Аянтча;Аймак;Узундук;Кеңдик;ФИО\nP1;A;75,1;42,1;Асанов Үсөн\nP2;A;75,11;42,1;Асанова Айша\nP3;A;75,12;42,1;Асанов Бек\n";

/// Files as a person has them: borders, plots with Cyrillic headers, a workbook of the laboratory.
fn files(dir: &Path) -> [PathBuf; 3] {
    let [areas, plots, soil] =
        ["areas.geojson", "plots.csv", "soil.xlsx"].map(|name| dir.join(name));
    std::fs::write(&areas, AREAS).unwrap();
    std::fs::write(&plots, PLOTS).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "№ участка",
        "Дата отбора",
        "Глубина от, см",
        "Глубина до, см",
        "Сорг, г/кг",
        "Плотность, г/см3",
        "Скелет, %",
        "Цвет",
    ];
    for (place, name) in (0..).zip(header) {
        sheet.write(0, place, name).unwrap();
    }
    for (row, (plot, carbon, stones)) in
        (1..).zip([("P1", 18.0, 10.0), ("P2", 16.0, 0.0), ("P3", 17.0, 0.0)])
    {
        sheet.write(row, 0, plot).unwrap();
        sheet.write(row, 1, "14.05.2013").unwrap();
        for (place, number) in (2..).zip([0.0, 30.0, carbon, 1.25, stones]) {
            sheet.write(row, place, number).unwrap();
        }
        sheet.write(row, 7, "бурый").unwrap();
    }
    book.save(&soil).unwrap();
    [areas, plots, soil]
}

#[test]
fn a_drafted_project_runs_as_it_is_where_nothing_is_in_doubt() {
    let dir = tempfile::tempdir().unwrap();
    let [areas, plots, soil] = files(dir.path());
    let project = dir.path().join("monitoring.toml");
    let said = aimak(&[
        "init",
        arg(&areas),
        arg(&plots),
        arg(&soil),
        "--out",
        arg(&project),
        "--lang",
        "ru",
    ])
    .good();
    assert!(said.err.contains("слои почвы"), "{}", said.err);
    let text = std::fs::read_to_string(&project).unwrap();
    assert!(
        text.contains("carbon_percent = { name = \"Сорг, г/кг\", unit = \"g/kg\" }"),
        "{text}"
    );
    assert!(text.contains("crs = \"EPSG:32643\""), "{text}");
    assert!(
        !text.contains("Асанов"),
        "a person stands in the project file:\n{text}"
    );
    aimak(&["check", arg(&project)]).good();
    let out = dir.path().join("release");
    aimak(&["run", arg(&project), "--out", arg(&out)]).good();
    let states: Vec<f64> = findings(&release(&out), "soc_stock")
        .iter()
        .filter_map(|finding| finding["outcome"]["estimated"]["value"].as_f64())
        .collect();
    // 18 g/kg is 1.8 %; carbon % × bulk density × thickness × (1 − stones): 60.75, 60 and 63.75 t/ha
    let wanted = (60.75 + 60.0 + 63.75) / 3.0;
    assert!(
        states.iter().any(|value| (value - wanted).abs() < 1e-9),
        "{states:?}"
    );
}

#[test]
fn what_is_in_doubt_is_asked_in_the_file_and_on_the_screen() {
    let dir = tempfile::tempdir().unwrap();
    let soil = dir.path().join("soil.csv");
    std::fs::write(&soil, "ProfileID,Depth,OC\n1,0 - 30,0.36\n2,0 - 50,0.46\n").unwrap();
    let project = dir.path().join("p.toml");
    let said = aimak(&["init", arg(&soil), "--out", arg(&project)]).good();
    let text = std::fs::read_to_string(&project).unwrap();
    assert!(
        text.contains("bottom_cm = { name = \"Depth\", part = \"bottom\" }"),
        "{text}"
    );
    for words in ["no column holds a date", "borders of the aimaks"] {
        assert!(text.contains(words), "{words} in\n{text}");
        assert!(said.err.contains(words), "{words} in\n{}", said.err);
    }
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("# ???"))
            .count(),
        said.err
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
            .count()
    );
}

/// A laboratory writes both depths into one cell; the project reads them without anybody editing the file.
#[test]
fn both_depths_in_one_cell_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let [areas, plots, soil] = files(dir.path());
    std::fs::remove_file(soil).unwrap();
    let sheet = dir.path().join("soil.csv");
    let rows = "№ участка;Дата;Глубина, см;Гумус, %\n;;;\nP1;14.05.2013;0-20;3,448\nP2;14.05.2013;0 – 20 см;1,724\nP3;14.05.2013;0-20;1,724\n";
    std::fs::write(&sheet, format!("Результаты анализов\n\n{rows}")).unwrap();
    let project = dir.path().join("monitoring.toml");
    aimak(&[
        "init",
        arg(&areas),
        arg(&plots),
        arg(&sheet),
        "--out",
        arg(&project),
    ])
    .good();
    let text = std::fs::read_to_string(&project).unwrap();
    assert!(text.contains("header_row = 3"), "{text}");
    aimak(&["check", arg(&project)]).good();
    let out = dir.path().join("release");
    aimak(&["run", arg(&project), "--out", arg(&out)]).good();
    let states: Vec<f64> = findings(&release(&out), "soc_concentration")
        .iter()
        .filter_map(|finding| finding["outcome"]["estimated"]["value"].as_f64())
        .collect();
    // humus by Tyurin over 1.724: 20, 10 and 10 g/kg
    assert!(
        states.iter().any(|value| (value - 40.0 / 3.0).abs() < 1e-9),
        "{states:?}"
    );
}

#[test]
fn a_questionnaire_and_a_wide_table_of_species_are_known() {
    let dir = tempfile::tempdir().unwrap();
    let (people, species) = (
        dir.path().join("people.csv"),
        dir.path().join("species.csv"),
    );
    std::fs::write(&people, "Aimak,Village,ID,Year,Gender,Organic pays,Roads are good\nA,V,1,2019,f,4,2\nA,V,2,2019,m,5,1\n").unwrap();
    std::fs::write(
        &species,
        "plot,date,Acer campestre_7,Poa pratensis_6,Rosa canina_4\n1,2013-06-01,0,12.5,1\n2,2013-06-01,5,0,0\n",
    )
    .unwrap();
    let project = dir.path().join("p.toml");
    aimak(&["init", arg(&people), arg(&species), "--out", arg(&project)]).good();
    let text = std::fs::read_to_string(&project).unwrap();
    for line in [
        "kind = \"survey_answers\"",
        "respondent = \"ID\"",
        "column = \"Organic pays\"",
        "layout = \"wide\"",
        "species_columns_from = \"Acer campestre_7\"",
        "species_suffix = \"_\"",
        "scale = \"cover_percent\"",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}

#[test]
fn every_file_that_cannot_be_read_is_named_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let (book, areas) = (dir.path().join("x.xlsx"), dir.path().join("x.geojson"));
    std::fs::write(&book, "no workbook").unwrap();
    std::fs::write(&areas, "no shapes").unwrap();
    let project = dir.path().join("p.toml");
    let said = aimak(&["init", arg(&book), arg(&areas), "--out", arg(&project)]);
    assert_eq!(said.code, 1);
    for name in ["x.xlsx", "x.geojson"] {
        assert!(said.err.contains(name), "{}", said.err);
    }
    assert!(!project.exists());
}

#[test]
fn a_project_file_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let [areas, ..] = files(dir.path());
    let project = dir.path().join("p.toml");
    std::fs::write(&project, "mine").unwrap();
    let said = aimak(&["init", arg(&areas), "--out", arg(&project)]);
    assert_eq!(said.code, 1);
    assert_eq!(std::fs::read_to_string(&project).unwrap(), "mine");
}
