//! Small hand-written projects: what is read, and what is reported.

use std::path::Path;

use aimak_core::{Arg, Silent, VisitTime};
use tempfile::TempDir;

use super::*;
use crate::problem::Severity;

/// Two areas side by side near Talas, each about 8 km wide.
const AREAS: &str = r#"{ "type": "FeatureCollection", "features": [
    { "type": "Feature", "properties": { "code": "A", "name": "Алма", "since": "2016", "former": "Z" },
      "geometry": { "type": "Polygon", "coordinates": [[[72.0, 42.0], [72.1, 42.0], [72.1, 42.1], [72.0, 42.1], [72.0, 42.0]]] } },
    { "type": "Feature", "properties": { "code": "B", "name": "Булак", "since": null, "former": null },
      "geometry": { "type": "Polygon", "coordinates": [[[72.1, 42.0], [72.2, 42.0], [72.2, 42.1], [72.1, 42.1], [72.1, 42.0]]] } }
] }"#;

const HEAD: &str = r#"
[project]
id = "p"
title = { en = "P" }
crs = "EPSG:32642"
edition = { id = "1", date = "2026" }
[boundaries]
file = "areas.geojson"
code = "code"
name = { ky = "name" }
organic_since = "since"
[[periods]]
id = "before"
name = { en = "before" }
role = "before"
from = "2010-01-01"
to = "2016-01-01"
"#;

/// A project in a folder of its own: the head, more of the project file, and further files.
fn project(more: &str, files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("monitoring.toml"), format!("{HEAD}{more}")).unwrap();
    std::fs::write(dir.path().join("areas.geojson"), AREAS).unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

fn good(dir: &TempDir) -> Loaded {
    load(&dir.path().join("monitoring.toml"), &Silent).unwrap()
}

fn bad(dir: &TempDir) -> Vec<Problem> {
    load(&dir.path().join("monitoring.toml"), &Silent).unwrap_err()
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code).collect()
}

const PLOTS: &str = r#"
[[tables]]
id = "plots"
kind = "plots"
file = "plots.csv"
columns = { plot = "plot", longitude = "lon", latitude = "lat", on_organic_land = "organic" }
"#;

const SOIL: &str = r#"
[[tables]]
id = "soil"
kind = "soil_layers"
file = "soil.csv"
missing = ["NA"]
columns = { plot = "plot", date = "date", top_cm = "top", bottom_cm = "bottom", carbon_percent = { name = "oc", unit = "g/kg" }, ph = "ph" }
"#;

const TWO_PLOTS: &str = "plot;lon;lat;organic\nP1;72,05;42,05;да\nP2;72,15;42,05;нет\n";

#[test]
fn plots_find_their_aimaks_and_layers_their_visits() {
    let soil = "plot,date,top,bottom,oc,ph\nP1,14.05.2012,10,30,12,NA\nP1,14.05.2012,0,10,18,7.5\nP2,2013,0,10,20,\n";
    let dir = project(
        &format!("{PLOTS}{SOIL}"),
        &[("plots.csv", TWO_PLOTS), ("soil.csv", soil)],
    );
    let loaded = good(&dir);
    assert_eq!(loaded.remarks, []);
    let survey = loaded.survey;
    let aimaks: Vec<(&str, &str)> = survey
        .aimaks
        .iter()
        .map(|aimak| (aimak.code.0.as_str(), aimak.name.ky.as_ref()))
        .collect();
    assert_eq!(aimaks, [("A", "Алма"), ("B", "Булак")]);
    assert_eq!(survey.aimaks[0].organic_since, "2016".parse().ok());
    assert_eq!(survey.aimaks[1].organic_since, None);
    let plots: Vec<(&str, &str, Option<bool>)> = survey
        .plots
        .iter()
        .map(|plot| {
            (
                plot.id.as_str(),
                plot.aimak.0.as_str(),
                plot.on_organic_land,
            )
        })
        .collect();
    assert_eq!(plots, [("P1", "A", Some(true)), ("P2", "B", Some(false))]);
    let visit = &survey.plots[0].visits[0];
    assert_eq!(visit.time, VisitTime::Date("2012-05-14".parse().unwrap()));
    let layers: Vec<(f64, Option<f64>, Option<f64>)> = visit
        .soil
        .iter()
        .map(|layer| (layer.top_cm, layer.carbon_percent, layer.ph))
        .collect();
    assert_eq!(
        layers,
        [(0.0, Some(1.8), Some(7.5)), (10.0, Some(1.2), None)],
        "top down, g/kg as per cent"
    );
    assert_eq!(
        survey.plots[1].visits[0].time,
        VisitTime::Date("2013".parse().unwrap())
    );
    let ids: Vec<&str> = survey
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(ids, ["boundaries", "plots", "soil"]);
    // by hand: 0.1 degrees at 42 degrees north are 8.28 km by 11.1 km
    let area_km2 = geo::Area::unsigned_area(&survey.aimaks[0].outline) / 1e6;
    assert!((area_km2 - 91.9).abs() < 0.5, "{area_km2}");
}

#[test]
fn every_wrong_cell_is_named_with_row_and_column() {
    let mut soil = "plot,date,top,bottom,oc,ph\n".to_owned();
    for _ in 0..25 {
        soil.push_str("P1,in May,0,10,18,alkaline\n");
    }
    soil.push_str("P9,2012,10,5,700,7\n");
    let dir = project(
        &format!("{PLOTS}{SOIL}"),
        &[("plots.csv", TWO_PLOTS), ("soil.csv", &soil)],
    );
    let problems = bad(&dir);
    let ph: Vec<&Problem> = problems
        .iter()
        .filter(|problem| problem.column.as_deref() == Some("ph"))
        .collect();
    // three, not twenty: twenty equal blocks buried every other problem
    assert_eq!(ph.len(), 4, "three listed, the rest counted");
    assert_eq!(
        (ph[0].code, ph[0].row, ph[0].found.as_str()),
        ("not-a-number", Some(2), "alkaline")
    );
    assert_eq!(ph[2].row, Some(4));
    let further: Vec<usize> = (5..=26).collect();
    assert_eq!((ph[3].row, &ph[3].more.further_rows), (None, &further));
    let places: usize = ph.iter().map(|problem| problem.places()).sum();
    assert_eq!(places, 25, "the closing count counts every row");
    assert_eq!(
        problems
            .iter()
            .filter(|problem| problem.code == "not-a-date")
            .map(Problem::places)
            .sum::<usize>(),
        25
    );
    let last: Vec<(&str, Option<usize>)> = problems
        .iter()
        .filter(|p| p.row == Some(27))
        .map(|p| (p.code, p.row))
        .collect();
    for code in ["unknown-plot", "layer-upside-down", "out-of-range"] {
        assert!(last.contains(&(code, Some(27))), "{code}: {last:?}");
    }
}

#[test]
fn a_range_of_depths_in_one_cell_is_recognised() {
    let soil = "plot,date,top,bottom,oc,ph\nP1,2012,0 - 30,10,18,7 - 8\n";
    let files = [("plots.csv", TWO_PLOTS), ("soil.csv", soil)];
    let problems = bad(&project(&format!("{PLOTS}{SOIL}"), &files));
    let hint = |column: &str| {
        let of = |problem: &&Problem| problem.column.as_deref() == Some(column);
        &problems.iter().find(of).unwrap().hint
    };
    assert_eq!(hint("top").id, "hint-depth-range");
    assert_eq!(hint("top").args["bottom"], Arg::Number(30.0));
    assert_eq!(
        hint("ph").id,
        "hint-not-a-number",
        "no depth, no two columns"
    );
}

#[test]
fn a_slip_of_a_whole_column_is_recognised() {
    let cases = [
        ("P1,72.05,-42.05", "latitude-sign"),
        ("P1,-72.05,42.05", "longitude-sign"),
        ("P1,-72.05,-42.05", "both-signs"),
        ("P1,42.05,72.05", "coordinates-swapped"),
        ("P1,75.05,42.05", "outside-all-areas"),
    ];
    for (row, code) in cases {
        let plots = format!("plot,lon,lat,organic\n{row},\n");
        let problems = bad(&project(PLOTS, &[("plots.csv", &plots)]));
        assert_eq!(codes(&problems), [code], "{row}");
        assert_eq!(
            (problems[0].row, problems[0].column.as_deref()),
            (Some(2), Some("lon, lat"))
        );
    }
}

#[test]
fn a_column_or_unit_that_does_not_exist_is_named_with_the_nearest() {
    let table = SOIL
        .replace("bottom_cm = \"bottom\"", "bottom_cm = \"botom\"")
        .replace("g/kg", "kg/ha");
    let soil = "plot,date,top,bottom,oc,ph\n";
    let problems = bad(&project(
        &format!("{PLOTS}{table}"),
        &[("plots.csv", TWO_PLOTS), ("soil.csv", soil)],
    ));
    assert_eq!(codes(&problems), ["no-field", "unknown-unit"]);
    assert_eq!(problems[0].hint.args["word"], Arg::Text("bottom".into()));
}

#[test]
fn wide_species_tables_join_vegetation_layers() {
    let more = format!(
        "{PLOTS}{}",
        r#"
[[tables]]
id = "species"
kind = "species"
file = "species.csv"
scale = "cover_percent"
layout = "wide"
species_columns_from = "Acer campestre_6"
species_suffix = "_"
period = "before"
columns = { plot = "plot" }
"#
    );
    let species =
        "plot,note,Acer campestre_6,Acer campestre_7,Poa pratensis_6\nP1,x,70,50,0\nP2,x,,,0\n";
    let survey = good(&project(
        &more,
        &[("plots.csv", TWO_PLOTS), ("species.csv", species)],
    ))
    .survey;
    let visit = &survey.plots[0].visits[0];
    assert_eq!(
        visit.time,
        VisitTime::Period(aimak_core::PeriodId("before".into()))
    );
    let found: Vec<(&str, f64)> = visit
        .species
        .iter()
        .map(|s| (s.species.as_str(), s.amount))
        .collect();
    assert_eq!(
        found,
        [("Acer campestre", 100.0)],
        "70 + 50, at most 100 per cent"
    );
    let empty = &survey.plots[1].visits[0];
    assert!(
        empty.species.is_empty() && empty.species_scale.is_some(),
        "looked for, none found"
    );
}

#[test]
fn a_missing_crs_is_an_error_and_never_guessed() {
    let areas = "WKT,code,name,since\n\"POLYGON ((72 42, 72.1 42, 72.1 42.1, 72 42.1, 72 42))\",A,Алма,2016\n";
    let dir = project("", &[("areas.csv", areas)]);
    let file = dir.path().join("monitoring.toml");
    std::fs::write(&file, HEAD.replace("areas.geojson", "areas.csv")).unwrap();
    let problems = bad(&dir);
    assert_eq!(codes(&problems), ["vector-no-crs"]);
    let heading = &problems[0].hint.args["heading"];
    assert_eq!(heading, &Arg::Text("[boundaries]".into()));
    let declared = "file = \"areas.csv\"\ncrs = \"EPSG:4326\"";
    std::fs::write(&file, HEAD.replace("file = \"areas.geojson\"", declared)).unwrap();
    assert_eq!(good(&dir).survey.aimaks.len(), 1);
}

#[test]
fn areas_that_cannot_be_used_are_named() {
    let crossing = AREAS.replace(
        "[72.1, 42.0], [72.1, 42.1], [72.0, 42.1]",
        "[72.1, 42.1], [72.1, 42.0], [72.0, 42.1]",
    );
    let dir = project("", &[("areas.geojson", &crossing)]);
    let problems = bad(&dir);
    assert_eq!(
        (problems[0].code, problems[0].feature.as_deref()),
        ("invalid-shape", Some("A"))
    );
    let nowhere = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": { "code": "A", "name": "Алма", "since": null }, "geometry": null } ] }"#;
    let problems = bad(&project("", &[("areas.geojson", nowhere)]));
    assert_eq!(
        (problems[0].code, problems[0].found.as_str()),
        ("invalid-shape", "∅")
    );
    let twice = AREAS
        .replace("\"B\"", "\"A\"")
        .replace("\"2016\"", "\"in May\"");
    let dir = project("", &[("areas.geojson", &twice)]);
    assert_eq!(codes(&bad(&dir)), ["not-a-date", "duplicate-code"]);
}

#[test]
fn unknown_predecessors_are_a_remark() {
    let dir = project("", &[]);
    let file = dir.path().join("monitoring.toml");
    let text = HEAD.replace(
        "organic_since =",
        "predecessors = \"former\"\norganic_since =",
    );
    std::fs::write(file, text).unwrap();
    let loaded = good(&dir);
    assert_eq!(codes(&loaded.remarks), ["unknown-predecessor"]);
    assert_eq!(loaded.remarks[0].severity, Severity::Warning);
    assert_eq!(
        loaded.survey.aimaks[0].predecessors,
        [AimakCode("Z".into())]
    );
}

#[test]
fn parcels_tell_organic_land_and_where_they_do_not_fit() {
    let more = format!(
        "{}{}",
        PLOTS.replace(", on_organic_land = \"organic\"", ""),
        r#"
[parcels]
file = "parcels.geojson"
aimak = "aimak"
status = "status"
since = "since"
"#
    );
    let parcel = |aimak: &str, status: &str, west: f64| {
        let east = west + 0.04;
        format!(
            r#"{{ "type": "Feature", "properties": {{ "aimak": "{aimak}", "status": "{status}", "since": "2018-05" }},
            "geometry": {{ "type": "Polygon", "coordinates": [[[{west}, 42.03], [{east}, 42.03], [{east}, 42.07], [{west}, 42.07], [{west}, 42.03]]] }} }}"#
        )
    };
    let collection = |features: &[String]| {
        format!(
            r#"{{ "type": "FeatureCollection", "features": [{}] }}"#,
            features.join(",")
        )
    };
    let sound = collection(&[
        parcel("A", "Certified", 72.03),
        parcel("B", "voted", 72.13),
        parcel("B", "in conversion", 72.19),
    ]);
    let loaded = good(&project(
        &more,
        &[("plots.csv", TWO_PLOTS), ("parcels.geojson", &sound)],
    ));
    let organic: Vec<Option<bool>> = loaded
        .survey
        .plots
        .iter()
        .map(|plot| plot.on_organic_land)
        .collect();
    assert_eq!(
        organic,
        [Some(true), Some(false)],
        "a vote changes nothing on the land"
    );
    assert_eq!(
        codes(&loaded.remarks),
        ["parcel-outside"],
        "the third one reaches beyond B"
    );
    let broken = collection(&[parcel("C", "certified", 72.03), parcel("A", "sold", 72.03)]);
    let problems = bad(&project(
        &more,
        &[("plots.csv", TWO_PLOTS), ("parcels.geojson", &broken)],
    ));
    assert_eq!(codes(&problems), ["unknown-aimak", "parcel-status"]);
}

#[test]
fn two_laboratories_complete_one_layer_and_contradictions_are_reported() {
    let soil = "plot,date,top,bottom,oc,ph\nP1,2012,0,10,18,NA\nP1,2012,0,10,NA,7\n";
    let files = |soil| [("plots.csv", TWO_PLOTS), ("soil.csv", soil)];
    let survey = good(&project(&format!("{PLOTS}{SOIL}"), &files(soil))).survey;
    let layer = survey.plots[0].visits[0].soil[0];
    assert_eq!((layer.carbon_percent, layer.ph), (Some(1.8), Some(7.0)));
    let soil = "plot,date,top,bottom,oc,ph\nP1,2012,0,10,18,7\nP1,2012,5,15,18,7\n";
    assert_eq!(
        codes(&bad(&project(&format!("{PLOTS}{SOIL}"), &files(soil)))),
        ["overlapping-layers"]
    );
}

#[test]
fn a_working_crs_in_degrees_is_refused() {
    let dir = project("", &[]);
    std::fs::write(
        dir.path().join("monitoring.toml"),
        HEAD.replace("32642", "4326"),
    )
    .unwrap();
    assert_eq!(codes(&bad(&dir)), ["working-crs"]);
}

/// Texts that look like ids must be ids: every problem needs its heading, expectation and hint in each language.
#[test]
fn every_problem_has_words_in_three_languages() {
    let crate_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts: Vec<String> = ["en", "ru", "ky"]
        .iter()
        .map(|lang| crate_dir.join("../../atlas-web/texts").join(lang))
        .map(|texts| {
            let read = |name| std::fs::read_to_string(texts.join(name)).unwrap();
            read("problems.ftl") + &read("cli.ftl") + &read("passports.ftl") + &read("field.ftl")
        })
        .collect();
    let mut checked = 0;
    for folder in [
        "src/read",
        "src/read/occurrences",
        "src/read/passports",
        "src/read/wind",
        "src/project",
        "src/raster",
        "src/raster/whole_dem",
        "src/write",
        "src/demo",
    ] {
        for entry in std::fs::read_dir(crate_dir.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            // ids of invented places are no ids of texts
            let places = path.ends_with("demo/passports.rs");
            if path.is_dir() || path.ends_with("tests.rs") || places {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            for id in code
                .split('"')
                .skip(1)
                .step_by(2)
                .filter(|word| kebab(word))
            {
                let words = [format!("problem-{id}"), format!("hint-{id}")];
                let known = |text: &String| {
                    let has = |key: &str| {
                        text.lines()
                            .any(|line| line.starts_with(&format!("{key} = ")))
                    };
                    has(id) || words.iter().all(|key| has(key))
                };
                assert!(
                    texts.iter().all(known),
                    "{}: {id} has no words",
                    path.display()
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked}");
}

fn kebab(word: &str) -> bool {
    word.contains('-')
        && word
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}
