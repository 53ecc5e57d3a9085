//! Synonyms and names written in two ways, in a project as its people check it.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Said, aimak, arg};

const AREAS: &str = r#"{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "code": "A", "name": "Алма" },
    "geometry": { "type": "Polygon", "coordinates": [[[72.0, 42.0], [72.1, 42.0], [72.1, 42.1], [72.0, 42.1], [72.0, 42.0]]] } }] }"#;

/// A project of one plot; `of_project` goes into its first section.
fn project(of_project: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let toml = format!(
        r#"[project]
id = "p"
title = {{ en = "P" }}
crs = "EPSG:32642"
edition = {{ id = "1", date = "2026" }}
{of_project}
[boundaries]
file = "areas.geojson"
code = "code"
name = {{ ky = "name" }}
[[periods]]
id = "now"
name = {{ en = "now" }}
role = "other"
from = "2020-01-01"
to = "2026-01-01"
[[tables]]
id = "plots"
kind = "plots"
file = "plots.csv"
columns = {{ plot = "plot", longitude = "lon", latitude = "lat" }}
[[tables]]
id = "species"
kind = "species"
file = "species.csv"
scale = "count"
columns = {{ plot = "plot", date = "date", species = "species", amount = "n" }}
"#
    );
    let species = "plot,date,species,n\nP,2021-06-01,Festuca valesiaca,3\nP,2022-06-01,Festuca valesiaca,2\n\
                   P,2022-06-01,Festuca valesiaka,1\nP,2021-06-01,Rhinanthus major,1\nP,2021-06-01,Rhinanthus minor,1\n\
                   P,2021-06-01,Galium verum,1\nP,2021-06-01,Galium vernum,1\n";
    let files = [
        ("monitoring.toml", toml.as_str()),
        ("areas.geojson", AREAS),
        ("plots.csv", "plot,lon,lat\nP,72.05,42.05\n"),
        ("species.csv", species),
    ];
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

fn check(dir: &Path, lang: &str) -> Said {
    aimak(&["check", arg(&dir.join("monitoring.toml")), "--lang", lang])
}

const LISTED: &str = "synonyms = \"names.csv\"";

#[test]
fn names_written_in_two_ways_are_told_until_the_list_settles_them() {
    let plain = project("");
    let said = check(plain.path(), "en").good();
    assert!(
        said.err.contains("Festuca valesiaka ~ Festuca valesiaca"),
        "{}",
        said.err
    );
    assert!(said.err.contains("species.csv, row 4"), "{}", said.err);
    assert!(
        said.err.contains("Galium verum ~ Galium vernum")
            || said.err.contains("Galium vernum ~ Galium verum"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("Rhinanthus"), "{}", said.err);
    assert!(check(plain.path(), "ky").err.contains("бир эле түр"));

    let listed = project(LISTED);
    let names = "name,accepted\nFestuca valesiaka,Festuca valesiaca\nGalium verum,Galium verum\n";
    std::fs::write(listed.path().join("names.csv"), names).unwrap();
    let said = check(listed.path(), "en").good();
    assert!(!said.err.contains('~'), "{}", said.err);
    assert!(
        said.err
            .contains("Festuca valesiaka → Festuca valesiaca (1)"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("replaced as the list says: 1") && !said.err.contains('⟦'),
        "{}",
        said.err
    );
    // the list is a source of the release, and both spellings are one species
    let out = listed.path().join("release");
    aimak(&[
        "run",
        arg(&listed.path().join("monitoring.toml")),
        "--out",
        arg(&out),
    ])
    .good();
    let release: Value =
        serde_json::from_slice(&std::fs::read(out.join("release.json")).unwrap()).unwrap();
    let sources = release["sources"].as_array().unwrap();
    assert!(
        sources.iter().any(|source| source["path"] == "names.csv"),
        "{sources:?}"
    );
}

#[test]
fn a_list_that_contradicts_itself_is_refused() {
    let dir = project(LISTED);
    let names = "name,accepted\nA a,B b\nA a,C c\nD d,E e\nE e,F f\nG g,\n";
    std::fs::write(dir.path().join("names.csv"), names).unwrap();
    let said = check(dir.path(), "en");
    assert_eq!(said.code, 1);
    for words in [
        "A a → B b, C c",
        "E e → F f",
        "names.csv, row 3",
        "names.csv, row 4",
        "names.csv, row 6",
    ] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    std::fs::remove_file(dir.path().join("names.csv")).unwrap();
    assert!(check(dir.path(), "ru").err.contains("names.csv"));
}
