//! Layers of a base map that fit, and some that do not.

use geo::{BoundingRect as _, polygon};

use super::*;
use crate::{problem::Severity, project};

const PROJECT: &str = r#"
[project]
id = "p"
title = { en = "P" }
crs = "EPSG:32643"
edition = { id = "1", date = "2026" }
[boundaries]
file = "a.geojson"
code = "code"
[[basemap]]
id = "things"
file = "things.geojson"
"#;

/// What is read of a file of features by a layer with these keys, around an area of a degree at 74° E, 42° N.
fn read(keys: &str, features: &str) -> (Basemap, Vec<Problem>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("monitoring.toml");
    std::fs::write(&path, format!("{PROJECT}{keys}")).unwrap();
    let collection = format!("{{ \"type\": \"FeatureCollection\", \"features\": [{features}] }}");
    std::fs::write(dir.path().join("things.geojson"), collection).unwrap();
    let read = project::read(&path)
        .map_err(|problems| format!("{problems:?}"))
        .unwrap();
    assert_eq!(read.problems, []);
    let mut reading = Reading::of(read);
    let outline: MultiPolygon<f64> = polygon![
        (x: 74.0, y: 42.0), (x: 75.0, y: 42.0), (x: 75.0, y: 43.0), (x: 74.0, y: 43.0),
    ]
    .into();
    let basemap = reading.basemap([&outline].into_iter());
    (basemap, reading.problems)
}

fn feature(properties: &str, geometry: &str, coordinates: &str) -> String {
    format!(
        r#"{{ "type": "Feature", "properties": {{ {properties} }}, "geometry": {{ "type": "{geometry}", "coordinates": {coordinates} }} }}"#
    )
}

const RIVER: &str = "kind = \"river\"\nname = { ky = \"ky\", en = \"en\" }\nrank = \"rank\"\n";

#[test]
fn a_river_is_cut_to_the_frame_and_keeps_what_is_named() {
    let river = feature(
        r#""ky": "Суу", "en": " ", "rank": 2, "owner": "Asanov""#,
        "LineString",
        "[[70.0,42.5],[74.5,42.5],[74.50001,42.50001],[80.0,42.5]]",
    );
    let (basemap, problems) = read(RIVER, &river);
    assert_eq!(problems, []);
    assert_eq!(basemap.sources, ["things"]);
    let [feature] = &basemap.features[..] else {
        panic!("{basemap:?}");
    };
    assert_eq!((feature.kind, feature.rank), (BaseKind::River, 2));
    assert_eq!(
        feature.name,
        LocalText {
            ky: "Суу".into(),
            ..LocalText::default()
        }
    );
    let around = feature.shape.bounding_rect().unwrap();
    // a quarter of a degree beyond the area on both sides
    assert!((around.min().x - 73.75).abs() < 1e-9 && (around.max().x - 75.25).abs() < 1e-9);
    let Geometry::MultiLineString(lines) = &feature.shape else {
        panic!("{:?}", feature.shape);
    };
    assert!(lines.0[0].0.len() <= 3, "a metre is not seen: {lines:?}");
    let written = crate::write::basemap_geojson(&basemap);
    assert!(written.contains("Суу") && !written.contains("Asanov") && !written.contains("owner"));
    assert!(!written.contains("name_en"), "an empty name is none");
}

#[test]
fn what_does_not_fit_is_left_out_and_said() {
    let features = [
        feature(r#""ky": "Суу", "en": null, "rank": null"#, "LineString", "[[74,42],[75,43]]"),
        feature(r#""ky": null, "en": null, "rank": 3"#, "Point", "[74.5,42.5]"),
        feature(r#""ky": null, "en": null, "rank": 11"#, "LineString", "[[74,42],[75,43]]"),
        r#"{ "type": "Feature", "properties": { "ky": null, "en": null, "rank": 3 }, "geometry": null }"#.to_owned(),
    ];
    let (basemap, problems) = read(RIVER, &features.join(","));
    assert_eq!(basemap.features.len(), 1);
    assert_eq!(basemap.features[0].rank, USUAL_RANK);
    let said: Vec<_> = problems
        .iter()
        .map(|problem| (problem.code, problem.severity, problem.found.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("basemap-shape", Severity::Warning, "Point (2 ×)"),
            ("basemap-rank", Severity::Warning, "11"),
        ]
    );
}

#[test]
fn a_layer_of_which_nothing_fits_is_an_error() {
    let point = feature(
        r#""ky": null, "en": null, "rank": 3"#,
        "Point",
        "[74.5,42.5]",
    );
    let (basemap, problems) = read(RIVER, &point);
    assert!(basemap.features.is_empty() && basemap.sources.is_empty());
    assert_eq!(
        (problems[0].code, problems[0].is_error()),
        ("basemap-shape", true)
    );
}

#[test]
fn a_layer_elsewhere_and_a_wrong_column_are_named() {
    let keys = "kind = \"lake\"\nname = { ru = \"nmae\" }\n";
    let lake = |at: f64| {
        let ring = format!(
            "[[[{at},42.1],[{},42.1],[{at},42.4],[{at},42.1]]]",
            at + 0.2
        );
        feature(r#""name": "Көл""#, "Polygon", &ring)
    };
    let (_, problems) = read(keys, &lake(74.2));
    assert_eq!(
        (problems[0].code, problems[0].is_error()),
        ("no-field", true)
    );
    let keys = "kind = \"lake\"\nname = { ru = \"name\" }\n";
    let (basemap, problems) = read(keys, &lake(20.0));
    assert!(basemap.features.is_empty());
    assert_eq!(
        (problems[0].code, problems[0].is_error()),
        ("basemap-outside", false)
    );
}

#[test]
fn borders_may_come_as_areas() {
    let area = feature("\"a\": 1", "Polygon", "[[[74,42],[75,42],[75,43],[74,42]]]");
    let (basemap, problems) = read("kind = \"border\"\n", &area);
    assert_eq!(problems, []);
    assert!(
        matches!(&basemap.features[0].shape, Geometry::MultiLineString(lines) if lines.0.len() == 1)
    );
}

#[test]
fn an_id_is_used_once() {
    let text = format!(
        "{PROJECT}kind = \"river\"\n[[basemap]]\nid = \"things\"\nkind = \"lake\"\nfile = \"b.gpkg\"\n"
    );
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("monitoring.toml");
    std::fs::write(&path, text).unwrap();
    let problems = project::read(&path).map(|read| read.problems).unwrap();
    assert_eq!(problems[0].code, "duplicate-id");
}
