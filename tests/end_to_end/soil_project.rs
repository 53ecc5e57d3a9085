//! Soil in a project: methods of the laboratory, fertility and salt, from tables to release and site.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use crate::program::{Said, aimak, arg, findings, release};

const HEAD: &str = r#"
[project]
id = "soil"
title.en = "Soil"
languages = ["ky", "ru", "en"]
crs = "EPSG:32643"
edition = { id = "1", date = "2026-11-30" }

[boundaries]
file = "areas.geojson"
code = "code"
name.en = "name"

[[periods]]
id = "before"
name.en = "before"
role = "before"
from = "2012-01-01"
to = "2016-01-01"

[[periods]]
id = "after"
name.en = "after"
role = "after"
from = "2020-01-01"
to = "2024-01-01"

[[tables]]
id = "plots"
kind = "plots"
file = "plots.csv"
columns = { plot = "plot", aimak = "aimak" }
"#;

const AREAS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A","name":"Alpha"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}}]}"#;
const PLOTS: &str = "plot,aimak\nP1,A\nP2,A\nP3,A\nP4,A\n";

/// A table of soil layers of the project file: its keys and its columns besides plot, year and depths.
fn table(id: &str, keys: &str, columns: &str) -> String {
    format!(
        "\n[[tables]]\nid = \"{id}\"\nkind = \"soil_layers\"\nfile = \"{id}.csv\"\n{keys}\n\
         columns = {{ plot = \"plot\", date = \"year\", top_cm = \"top\", bottom_cm = \"bottom\", {columns} }}\n"
    )
}

/// Runs a project with these tables; the release and the site lie in the folder.
fn run(dir: &Path, tables: &str, files: &[(&str, &str)]) -> Said {
    let project = format!("{HEAD}{tables}");
    let usual = [
        ("monitoring.toml", project.as_str()),
        ("areas.geojson", AREAS),
        ("plots.csv", PLOTS),
    ];
    for (name, text) in usual.iter().chain(files) {
        std::fs::write(dir.join(name), text).unwrap();
    }
    let (file, out) = (dir.join("monitoring.toml"), dir.join("release"));
    aimak(&["run", arg(&file), "--out", arg(&out)])
}

/// Runs a project that is in order, publishes its atlas, and returns its release.
fn good(dir: &Path, tables: &str, files: &[(&str, &str)]) -> Value {
    run(dir, tables, files).good();
    let (out, site) = (dir.join("release"), dir.join("site"));
    aimak(&["atlas", arg(&out), "--out", arg(&site)]).good();
    for lang in ["ky", "ru", "en"] {
        let page = std::fs::read_to_string(site.join(lang).join("index.html")).unwrap();
        assert!(
            !page.contains('⟦'),
            "{lang}: an entry of the texts is missing"
        );
    }
    release(&out)
}

fn of<'a>(release: &'a Value, indicator: &str, quantity: &str, period: &str) -> &'a Value {
    let found = findings(release, indicator);
    let fits = |finding: &&&Value| finding["quantity"][quantity].to_string().contains(period);
    found
        .iter()
        .find(fits)
        .unwrap_or_else(|| panic!("{indicator} {quantity} {period}"))
}

fn value(finding: &Value) -> f64 {
    finding["outcome"]["estimated"]["value"]
        .as_f64()
        .unwrap_or_else(|| panic!("no number: {finding}"))
}

fn notes(finding: &Value) -> Vec<String> {
    let notes = finding["evidence"]["notes"].as_array();
    let id = |note: &Value| note["id"].as_str().unwrap().to_owned();
    notes.into_iter().flatten().map(id).collect()
}

/// Four plots, one layer of 0–20 cm each, in 2014 and 2022.
fn rows(header: &str, year: u16, figures: [&str; 4]) -> String {
    let mut text = format!("plot,year,top,bottom,{header}\n");
    for (place, figure) in figures.iter().enumerate() {
        let _ = writeln!(text, "P{},{year},0,20,{figure}", place + 1);
    }
    text
}

#[test]
fn a_laboratory_that_changed_its_method_is_no_change_of_the_soil() {
    let dir = tempfile::tempdir().unwrap();
    let tables = table("humus", "", "humus_percent = \"humus\"")
        + &table(
            "burnt",
            "carbon_method = \"dry_combustion\"",
            "carbon_percent = \"oc\"",
        );
    // humus 3.448 % is carbon 2 % = 20 g/kg
    let files = [
        (
            "humus.csv",
            rows("humus", 2014, ["3.448", "2.586", "1.724", "3.448"]),
        ),
        ("burnt.csv", rows("oc", 2022, ["2.1", "1.6", "1.2", "2.2"])),
    ];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let release = good(dir.path(), &tables, &files);
    let change = of(&release, "soc_concentration", "change", "after");
    assert_eq!(
        change["outcome"]["withheld"]["reason"], "METHOD_MISMATCH",
        "{change}"
    );
    let (before, after) = (
        of(&release, "soc_concentration", "state", "before"),
        of(&release, "soc_concentration", "state", "after"),
    );
    assert!((value(before) - 16.25).abs() < 1e-9, "{before}"); // (20 + 15 + 10 + 20)/4
    let method = |state: &Value| state["evidence"]["parameters"]["carbon_method"].clone();
    assert_eq!(
        (method(before), method(after)),
        ("tyurin_humus".into(), "dry_combustion".into())
    );
    // humus itself was determined once only
    let humus = of(&release, "soil_humus", "state", "before");
    assert!((value(humus) - 2.8015).abs() < 1e-9, "{humus}");
    assert!(
        notes(humus)
            .iter()
            .any(|note| note.starts_with("note-class")),
        "{humus}"
    );
}

#[test]
fn one_method_compares_and_an_unstated_one_is_told() {
    let figures = |keys: &str| {
        let dir = tempfile::tempdir().unwrap();
        let both = rows("oc", 2014, ["1.0", "1.2", "1.4", "1.6"])
            + &rows("oc", 2022, ["1.3", "1.4", "1.7", "1.8"])
                .replace("plot,year,top,bottom,oc\n", "");
        let release = good(
            dir.path(),
            &table("soil", keys, "carbon_percent = \"oc\""),
            &[("soil.csv", &both)],
        );
        of(&release, "soc_concentration", "change", "after").clone()
    };
    let stated = figures("carbon_method = \"walkley_black\"");
    assert!((value(&stated) - 2.5).abs() < 1e-9, "{stated}"); // (3 + 2 + 3 + 2)/4 g/kg
    assert!(!notes(&stated).contains(&"note-lab-method-not-stated".to_owned()));
    let unstated = figures("");
    assert_eq!(value(&unstated), value(&stated));
    assert!(
        notes(&unstated).contains(&"note-lab-method-not-stated".to_owned()),
        "{unstated}"
    );
}

#[test]
fn total_carbon_without_carbonates_is_listed_among_what_was_left_out() {
    let dir = tempfile::tempdir().unwrap();
    let columns = "total_carbon_percent = \"tc\", carbonate_percent = \"caco3\", ph = \"ph\"";
    let burnt = rows(
        "tc,caco3,ph",
        2014,
        ["3.0,10,8.2", "3.0,,8.2", "1.0,20,8.0", "2.0,,6.8"],
    );
    let release = good(
        dir.path(),
        &table("soil", "carbon_method = \"total_combustion\"", columns),
        &[("soil.csv", &burnt)],
    );
    // 3 − 10·0.120006 = 1.79994 % and 2 %
    let state = of(&release, "soc_concentration", "state", "before");
    assert!((value(state) - 18.9997).abs() < 5e-4, "{state}");
    assert_eq!(state["outcome"]["estimated"]["sample"]["n"], 2);
    // pH of the refused rows counts
    let ph = of(&release, "soil_ph", "state", "before");
    assert_eq!(ph["outcome"]["estimated"]["sample"]["n"], 4);
    let table = std::fs::read_to_string(dir.path().join("release/exclusions.csv")).unwrap();
    for reason in [
        "exclusion-carbonate-missing",
        "exclusion-more-carbonate-than-carbon",
    ] {
        let told = release["exclusions"].to_string().contains(reason);
        assert!(told, "{reason}: {table}");
    }
}

#[test]
fn fertility_and_salt_have_values_changes_and_classes() {
    let dir = tempfile::tempdir().unwrap();
    let columns = "p_mg_per_kg = \"p\", k2o_mg_per_kg = { name = \"k2o\", unit = \"mg/100g\" }, nitrogen_percent = \"n\", ec_ds_per_m = \"ec\"";
    let keys = "nutrient_method = \"machigin\"\nec_method = \"saturated_paste\"";
    let before = rows(
        "p,k2o,n,ec",
        2014,
        [
            "4.8,15,0.08,1.0",
            "4.9,16,0.09,1.2",
            "5.2,17,0.10,1.1",
            "5.0,16,0.09,0.9",
        ],
    );
    let after = rows(
        "p,k2o,n,ec",
        2022,
        [
            "10.0,15,0.17,6.0",
            "9.6,16,0.19,6.2",
            "10.4,18,0.18,5.8",
            "10.0,15,0.18,6.0",
        ],
    );
    let both = before + &after.replace("plot,year,top,bottom,p,k2o,n,ec\n", "");
    let release = good(
        dir.path(),
        &table("soil", keys, columns),
        &[("soil.csv", &both)],
    );
    // P = P2O5·0.436427: (4.8 + 4.9 + 5.2 + 5.0)/4/0.436427
    let state = of(&release, "soil_p2o5", "state", "before");
    assert!((value(state) - 11.3994).abs() < 5e-4, "{state}");
    assert_eq!(
        state["evidence"]["parameters"]["nutrient_method"],
        "machigin"
    );
    assert!(
        state["outcome"]["estimated"]["interval"]
            .to_string()
            .contains("sampling"),
        "{state}"
    );
    assert!(notes(state).contains(&"note-scale-recalled".to_owned()));
    let potassium = of(&release, "soil_k2o", "state", "before");
    assert!((value(potassium) - 160.0).abs() < 1e-9, "{potassium}");
    // 10.2–12.0 is low, 22–23.9 medium; both intervals lie within one class
    let moved = of(&release, "soil_p2o5", "change", "after");
    assert!(
        notes(moved).contains(&"note-class-changed".to_owned()),
        "{moved}"
    );
    let same = of(&release, "soil_k2o", "change", "after");
    assert!(
        notes(same).contains(&"note-class-not-demonstrable".to_owned()),
        "{same}"
    );
    let nitrogen = of(&release, "soil_nitrogen", "change", "after");
    assert!((value(nitrogen) - 0.09).abs() < 1e-12, "{nitrogen}");
    let salt = of(&release, "soil_salinity", "change", "after");
    assert!(
        notes(salt).contains(&"note-class-changed".to_owned()),
        "{salt}"
    );
    let page = std::fs::read_to_string(dir.path().join("site/en/methods/index.html"));
    if let Ok(page) = page {
        assert!(page.contains("Machigin"), "the card of P2O5");
    }
}

#[test]
fn the_suspension_of_one_to_five_has_no_class_and_does_not_meet_the_paste() {
    let dir = tempfile::tempdir().unwrap();
    let tables = table(
        "paste",
        "ec_method = \"saturated_paste\"",
        "ec_ds_per_m = \"ec\"",
    ) + &table(
        "water",
        "ec_method = \"one_to_five\"",
        "ec_ds_per_m = { name = \"ec\", unit = \"uS/cm\" }",
    );
    let (paste, water) = (
        rows("ec", 2014, ["5.0", "6.0", "5.5", "5.5"]),
        rows("ec", 2022, ["600", "700", "650", "650"]),
    );
    let release = good(
        dir.path(),
        &tables,
        &[("paste.csv", &paste), ("water.csv", &water)],
    );
    let after = of(&release, "soil_salinity", "state", "after");
    assert!((value(after) - 0.65).abs() < 1e-12, "{after}");
    assert!(notes(after).contains(&"note-ec-without-class".to_owned()));
    assert!(
        !notes(after)
            .iter()
            .any(|note| note.starts_with("note-class"))
    );
    let before = of(&release, "soil_salinity", "state", "before");
    assert!(notes(before).contains(&"note-class".to_owned()), "{before}");
    let change = of(&release, "soil_salinity", "change", "after");
    assert_eq!(change["outcome"]["withheld"]["reason"], "METHOD_MISMATCH");
}

#[test]
fn olsen_is_another_quantity_than_machigin() {
    let dir = tempfile::tempdir().unwrap();
    let tables = table(
        "machigin",
        "nutrient_method = \"machigin\"",
        "p2o5_mg_per_kg = \"p\"",
    ) + &table(
        "olsen",
        "nutrient_method = \"olsen\"",
        "p2o5_mg_per_kg = \"p\"",
    );
    let (machigin, olsen) = (
        rows("p", 2014, ["25", "27", "26", "26"]),
        rows("p", 2022, ["25", "27", "26", "26"]),
    );
    let release = good(
        dir.path(),
        &tables,
        &[("machigin.csv", &machigin), ("olsen.csv", &olsen)],
    );
    // as the element: 26·0.436427
    let state = of(&release, "soil_p_olsen", "state", "after");
    assert!((value(state) - 11.34710).abs() < 1e-4, "{state}");
    let change = of(&release, "soil_p2o5", "change", "after");
    assert_eq!(
        change["outcome"]["withheld"]["reason"], "NO_DATA",
        "{change}"
    );
}

#[test]
fn columns_without_their_method_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let tables = table("a", "", "p2o5_mg_per_kg = \"p\", ec_ds_per_m = \"ec\"")
        + &table(
            "b",
            "carbon_method = \"total_combustion\"",
            "carbon_percent = \"oc\"",
        )
        + &table("c", "nutrient_method = \"olsen\"", "k2o_mg_per_kg = \"k\"");
    let said = run(dir.path(), &tables, &[]);
    assert_eq!(said.code, 1);
    let heard = said.out + &said.err;
    for words in [
        "Phosphorus or potassium without its extract",
        "Electrical conductivity without its method",
        "The method of carbon does not fit the columns",
        "Olsen’s extract is for phosphorus only",
    ] {
        assert!(heard.contains(words), "{words}: {heard}");
    }
    assert!(!dir.path().join("release").exists());
}

#[test]
fn figures_that_contradict_themselves_are_told_by_row() {
    let dir = tempfile::tempdir().unwrap();
    let columns = "carbon_percent = \"oc\", humus_percent = \"humus\", p2o5_mg_per_kg = \"p2o5\", p_mg_per_kg = \"p\"";
    let keys = "carbon_method = \"tyurin_humus\"\nnutrient_method = \"machigin\"";
    let soil = rows(
        "oc,humus,p2o5,p",
        2014,
        ["1.0,1.7,,", "1.0,,20,9", ",130,,", "1.2,,,"],
    );
    let said = run(
        dir.path(),
        &table("soil", keys, columns),
        &[("soil.csv", &soil)],
    );
    assert_eq!(said.code, 1);
    let heard = said.out + &said.err;
    for words in [
        "A row has carbon in several columns",
        "A row has a nutrient both as oxide and as element",
        "130",
    ] {
        assert!(heard.contains(words), "{words}: {heard}");
    }
}
