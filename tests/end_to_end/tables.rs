//! Tables as people keep them: titles and units around the header, dates and places in many habits, layers of points, exports of
//! forms. Each holds the same plots as a plain table, so the findings must be the same.

use std::{fmt::Write as _, path::Path, sync::OnceLock};

use gdal::{
    Dataset, DriverManager,
    spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef},
    vector::{
        Feature, FieldDefn, Geometry, LayerAccess as _, LayerOptions, OGRFieldType,
        OGRwkbGeometryType,
    },
};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Said, aimak, arg, findings, release, root, shared_data};

const HEAD: &str = r#"
[project]
id = "tables"
title.en = "Tables"
languages = ["en"]
crs = "EPSG:32643"
edition = { id = "1", date = "2026-11-30" }

[boundaries]
file = "areas.geojson"
code = "code"
organic_since = "since"

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
from = "2018-01-01"
to = "2022-01-01"

[[tables]]
id = "plots"
kind = "plots"
"#;

const AREAS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"A","since":"2017"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}},
{"type":"Feature","properties":{"code":"B","since":null},
"geometry":{"type":"Polygon","coordinates":[[[75.2,42.0],[75.4,42.0],[75.4,42.2],[75.2,42.2],[75.2,42.0]]]}}]}"#;

const MAPPED: &str =
    r#"columns = { plot = "plot", longitude = "lon", latitude = "lat", date = "date", ph = "ph" }"#;

/// A visit to a plot; the minutes east of 75° and north of 42°.
struct Visit {
    plot: String,
    east: u32,
    north: u32,
    day: u32,
    month: u32,
    year: i32,
    ph: f64,
}

impl Visit {
    fn degrees(&self) -> (f64, f64) {
        let of = |whole: f64, minutes: u32| whole + f64::from(minutes) / 60.0;
        (of(75.0, self.east), of(42.0, self.north))
    }

    fn iso(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Sixteen plots in two areas, each visited before and after; days above the twelfth and below.
fn visits() -> Vec<Visit> {
    let visit = |plot: u32, year: i32| Visit {
        plot: format!("P{plot:02}"),
        // eight in each area, none near the border at 12'
        east: if plot < 10 { plot } else { plot + 3 },
        north: 1 + plot % 10,
        day: 4 + plot,
        month: 5 + plot % 3,
        year,
        ph: f64::from(70 + plot % 5 + if year > 2016 && plot < 10 { 3 } else { 0 }) / 10.0,
    };
    (2..18)
        .flat_map(|plot| [visit(plot, 2014), visit(plot, 2020)])
        .collect()
}

/// A table of the visits: its head, and a row for each.
fn rows(head: &str, row: impl Fn(&Visit) -> String) -> String {
    let rows: Vec<String> = visits().iter().map(row).collect();
    format!("{head}{}\n", rows.join("\n"))
}

fn plain(visit: &Visit) -> String {
    let (lon, lat) = visit.degrees();
    format!("{},{lon},{lat},{},{}", visit.plot, visit.iso(), visit.ph)
}

/// A project with one table, described by `table`; further files lie in the folder already.
fn project(dir: &Path, table: &str) {
    std::fs::write(dir.join("areas.geojson"), AREAS).unwrap();
    std::fs::write(dir.join("monitoring.toml"), format!("{HEAD}{table}\n")).unwrap();
}

fn written(file: &str, text: &str, table: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join(file), text).unwrap();
    project(dir.path(), &format!("file = \"{file}\"\n{table}"));
    dir
}

/// The findings of a project that must run well.
fn found(dir: &Path) -> Value {
    let out = dir.join("release");
    aimak(&["run", arg(&dir.join("monitoring.toml")), "--out", arg(&out)]).good();
    release(&out)["findings"].clone()
}

/// The errors of a project, by `aimak check`.
fn problems(dir: &Path) -> Vec<Value> {
    let said = aimak(&["check", arg(&dir.join("monitoring.toml")), "--json"]);
    assert_eq!(said.code, 1, "{}\n{}", said.out, said.err);
    let all = said.json()["problems"].as_array().unwrap().clone();
    // without remarks: pH without a depth is always one
    all.into_iter()
        .filter(|problem| problem["severity"] == "error")
        .collect()
}

fn codes(problems: &[Value]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem["code"].as_str().unwrap())
        .collect()
}

fn hint(problem: &Value) -> &str {
    problem["hint"]["id"].as_str().unwrap()
}

/// What the plain table leads to.
fn expected() -> &'static Value {
    static EXPECTED: OnceLock<Value> = OnceLock::new();
    EXPECTED.get_or_init(|| {
        let text = rows("plot,lon,lat,date,ph\n", plain);
        let dir = written("plots.csv", &text, MAPPED);
        let expected = found(dir.path());
        let out = release(&dir.path().join("release"));
        let numbers = findings(&out, "soil_ph").into_iter();
        let numbers = numbers.filter(|finding| finding["outcome"]["estimated"].is_object());
        assert!(
            numbers.count() >= 4,
            "states of both areas before and after"
        );
        expected
    })
}

fn same(dir: &TempDir, what: &str) {
    assert_eq!(&found(dir.path()), expected(), "{what}");
}

#[test]
fn a_header_below_titles_with_units_under_it() {
    let head = "Soil of Talas, 2014 and 2020\n\nmeasured by: Lab, Bishkek\nplot;lon;lat;date;ph\n;°;°;;pH\n";
    let text = rows(head, |visit| {
        plain(visit).replace(',', ";").replace('.', ",")
    });
    let table = format!("header_row = 4\nfirst_row = 6\n{MAPPED}");
    same(&written("plots.csv", &text, &table), "CSV");

    let dir = written("plots.csv", &text, MAPPED);
    let found = problems(dir.path());
    let of_names: Vec<&Value> = found.iter().filter(|p| p["code"] == "no-field").collect();
    assert_eq!(of_names.len(), 5, "{found:?}");
    assert_eq!(
        (hint(of_names[0]), &of_names[0]["hint"]["args"]["row"]),
        ("hint-header-row", &4.0.into())
    );
    assert!(
        aimak(&["check", arg(&dir.path().join("monitoring.toml"))])
            .err
            .contains("header_row = 4")
    );

    let dir = written("plots.csv", &text, &format!("header_row = 4\n{MAPPED}"));
    let found = problems(dir.path());
    assert_eq!(
        found[0]["row"], 5,
        "rows are numbered as they stand in the file: {found:?}"
    );
    assert!(
        found
            .iter()
            .any(|p| hint(p) == "hint-units-row" && p["hint"]["args"]["row"] == 6.0),
        "{found:?}"
    );

    let broken = text.replacen("7,2", "sour", 1);
    let row = broken
        .lines()
        .position(|line| line.ends_with("sour"))
        .unwrap()
        + 1;
    let found = problems(written("plots.csv", &broken, &table).path());
    assert_eq!(
        (codes(&found), &found[0]["row"]),
        (vec!["not-a-number"], &row.into())
    );
}

/// A workbook with one sheet; `cell` writes a row at its place.
fn book(dir: &Path, rows: &[Vec<String>]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("plots").unwrap();
    fill(sheet, rows);
    book.save(dir.join("plots.xlsx")).unwrap();
}

fn fill(sheet: &mut rust_xlsxwriter::Worksheet, rows: &[Vec<String>]) {
    for (row, cells) in (0..).zip(rows) {
        for (place, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, place, number).unwrap(),
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write(row, place, cell.as_str()).unwrap(),
            };
        }
    }
}

fn cells(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_workbook_with_titles_and_days_as_numbers() {
    let dir = tempfile::tempdir().unwrap();
    // 1899-12-30 is day 0: 41640 is 2014-01-01, 43831 is 2020-01-01
    let serial = |visit: &Visit| {
        let start = if visit.year == 2014 { 41_640 } else { 43_831 };
        let months = if visit.year == 2014 {
            [0, 31, 59, 90, 120, 151, 181]
        } else {
            [0, 31, 60, 91, 121, 152, 182]
        };
        start + months[visit.month as usize - 1] + visit.day as i32 - 1
    };
    let text = rows("\nSoil\n\nplot,lon,lat,date,ph\n", |visit| {
        plain(visit).replace(&visit.iso(), &serial(visit).to_string())
    });
    book(dir.path(), &cells(&text));
    let table = format!("file = \"plots.xlsx\"\nheader_row = 4\n{MAPPED}");
    project(dir.path(), &format!("dates = \"excel\"\n{table}"));
    same(&dir, "numbers of days");
    project(dir.path(), &table);
    let found = problems(dir.path());
    assert_eq!(
        (codes(&found)[0], hint(&found[0]), &found[0]["row"]),
        ("not-a-date", "hint-excel-days", &5.into())
    );
}

#[test]
fn rows_that_cannot_be_and_keys_that_do_nothing_are_named_together() {
    let text = rows("plot,lon,lat,date,ph\n", plain);
    let table = format!("sheet = \"x\"\nlayer = \"y\"\nheader_row = 3\nfirst_row = 3\n{MAPPED}");
    let found = problems(written("plots.csv", &text, &table).path());
    let mut codes = codes(&found);
    codes.truncate(3);
    assert_eq!(
        codes,
        ["key-without-use", "key-without-use", "first-row-above"]
    );
    let beyond = format!("header_row = 400\n{MAPPED}");
    let found = problems(written("plots.csv", &text, &beyond).path());
    assert_eq!(
        (found[0]["code"].as_str(), &found[0]["row"]),
        (Some("no-header-row"), &400.into())
    );
    let zero = format!("header_row = 0\n{MAPPED}");
    let found = problems(written("plots.csv", &text, &zero).path());
    assert_eq!(found[0]["code"], "wrong-value");
}

/// How a day is written.
type Day = fn(&Visit) -> String;

#[test]
fn dates_in_three_habits() {
    let write = |date: Day| {
        rows("plot,lon,lat,date,ph\n", |visit| {
            plain(visit).replace(&visit.iso(), &date(visit))
        })
    };
    let day_first: Day = |v| format!("{:02}/{:02}/{}", v.day, v.month, v.year);
    let month_first: Day = |v| format!("{}-{}-{} 08:30", v.month, v.day, v.year);
    let with_time: Day = |v| format!("{}T07:30:00.000+06:00", v.iso());
    let dotted: Day = |v| format!("{:02}.{:02}.{} 08:30", v.day, v.month, v.year);
    for (date, what) in [
        (day_first, "a day above twelve proves the order"),
        (
            month_first,
            "likewise with the month first, and a time of day",
        ),
        (with_time, "fractions of a second and a zone"),
        (dotted, "points are always day first"),
    ] {
        same(&written("plots.csv", &write(date), MAPPED), what);
    }
    let declared = |key: &str| format!("dates = \"{key}\"\n{MAPPED}");
    same(
        &written("plots.csv", &write(day_first), &declared("day_first")),
        "declared",
    );
    let found = problems(written("plots.csv", &write(day_first), &declared("month_first")).path());
    assert_eq!(
        (found[0]["code"].as_str(), hint(&found[0])),
        (Some("not-a-date"), "hint-other-order")
    );
}

#[test]
fn a_date_that_can_mean_two_days_is_never_guessed() {
    let table = |dates: &str| {
        let rows: Vec<String> = dates
            .split(',')
            .zip(1..)
            .map(|(date, plot)| format!("P{plot},75.1,42.1,{date},7\n"))
            .collect();
        format!("plot,lon,lat,date,ph\n{}", rows.concat())
    };
    let found = problems(
        written(
            "plots.csv",
            &table("05/04/2014,06/06/2014,07/08/2014"),
            MAPPED,
        )
        .path(),
    );
    assert_eq!(
        codes(&found),
        ["date-order", "date-order"],
        "the sixth of June is the sixth of June"
    );
    assert_eq!(found[0]["expected"]["args"]["month_first"], "2014-05-04");
    let mixed = problems(written("plots.csv", &table("25/04/2014,04/25/2014"), MAPPED).path());
    assert_eq!(codes(&mixed), ["date-orders-mixed", "date-orders-mixed"]);
    assert_eq!(
        (
            &mixed[0]["expected"]["args"]["day_first"],
            &mixed[0]["expected"]["args"]["month_first"]
        ),
        (&2.0.into(), &3.0.into())
    );
    let short = problems(written("plots.csv", &table("14.05.14"), MAPPED).path());
    assert_eq!(
        (codes(&short), hint(&short[0])),
        (vec!["not-a-date"], "hint-two-digit-year")
    );
}

#[test]
fn numbers_with_two_meanings_are_refused_with_what_to_write() {
    let text = "plot,lon,lat,date,ph\nP1,75.1,42.1,2014,0 30\nP2,75.1,42.1,2014,\"1.007,5\"\n";
    let found = problems(written("plots.csv", text, MAPPED).path());
    assert_eq!(codes(&found), ["not-a-number", "not-a-number"]);
    assert_eq!(
        (hint(&found[1]), &found[1]["hint"]["args"]["plain"]),
        ("hint-marked-thousands", &"1007.5".into())
    );
}

/// Writes the visits as a layer of points with a text field for the date.
fn layer(path: &Path, driver: &str, epsg: u32) {
    let degrees = {
        let mut crs = SpatialRef::from_epsg(4326).unwrap();
        crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
        crs
    };
    let mut crs = SpatialRef::from_epsg(epsg).unwrap();
    crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    let transform = CoordTransform::new(&degrees, &crs).unwrap();
    let driver = DriverManager::get_driver_by_name(driver).unwrap();
    let mut dataset = driver.create_vector_only(path).unwrap();
    fill_layer(&mut dataset, &crs, &transform);
    dataset.close().unwrap();
}

/// The features of such a layer.
fn fill_layer(dataset: &mut Dataset, crs: &SpatialRef, transform: &CoordTransform) {
    let options = LayerOptions {
        name: "plots",
        srs: Some(crs),
        ty: OGRwkbGeometryType::wkbPoint,
        options: None,
    };
    let layer = dataset.create_layer(options).unwrap();
    for (name, kind) in [
        ("plot", OGRFieldType::OFTString),
        ("date", OGRFieldType::OFTString),
        ("ph", OGRFieldType::OFTReal),
    ] {
        FieldDefn::new(name, kind)
            .unwrap()
            .add_to_layer(&layer)
            .unwrap();
    }
    for visit in visits() {
        let (lon, lat) = visit.degrees();
        let (mut x, mut y) = ([lon], [lat]);
        transform.transform_coords(&mut x, &mut y, &mut []).unwrap();
        let mut point = Geometry::empty(OGRwkbGeometryType::wkbPoint).unwrap();
        point.add_point_2d((x[0], y[0]));
        let mut feature = Feature::new(layer.defn()).unwrap();
        feature.set_geometry(point).unwrap();
        feature.set_field_string(0, &visit.plot).unwrap();
        feature.set_field_string(1, &visit.iso()).unwrap();
        feature.set_field_double(2, visit.ph).unwrap();
        feature.create(&layer).unwrap();
    }
}

#[test]
fn layers_of_points_are_tables() {
    let columns = r#"columns = { plot = "plot", date = "date", ph = "ph" }"#;
    let mapped = r#"columns = { plot = "plot", longitude = "longitude", latitude = "latitude", date = "date", ph = "ph" }"#;
    for (file, driver, epsg) in [
        ("plots.gpkg", "GPKG", 4326),
        ("plots.gpkg", "GPKG", 32643),
        ("plots.shp", "ESRI Shapefile", 32642),
        ("plots.geojson", "GeoJSON", 4326),
    ] {
        for columns in [columns, mapped] {
            let dir = tempfile::tempdir().unwrap();
            layer(&dir.path().join(file), driver, epsg);
            project(dir.path(), &format!("file = \"{file}\"\n{columns}"));
            same(&dir, &format!("{file} {epsg}"));
        }
    }
    let dir = tempfile::tempdir().unwrap();
    layer(&dir.path().join("plots.gpkg"), "GPKG", 4326);
    project(
        dir.path(),
        &format!("file = \"plots.gpkg\"\nlayer = \"plts\"\nheader_row = 2\n{columns}"),
    );
    assert_eq!(
        codes(&problems(dir.path())),
        ["key-without-use", "which-layer"]
    );
}

#[test]
fn features_that_are_no_points_are_named() {
    let text = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"plot":"P1","aimak":"A"},"geometry":{"type":"Point","coordinates":[75.1,42.1]}},
{"type":"Feature","properties":{"plot":"P2","aimak":"A"},"geometry":null},
{"type":"Feature","properties":{"plot":"P3","aimak":"A"},"geometry":{"type":"LineString","coordinates":[[75.1,42.1],[75.2,42.1]]}}]}"#;
    let columns = r#"columns = { plot = "plot", aimak = "aimak" }"#;
    let found = problems(written("plots.geojson", text, columns).path());
    assert_eq!(
        (codes(&found), found[0]["feature"].as_str()),
        (vec!["feature-no-point"], Some("#3"))
    );
    let sound = text.replace(
        "\"LineString\",\"coordinates\":[[75.1,42.1],[75.2,42.1]]",
        "\"MultiPoint\",\"coordinates\":[[75.1,42.1]]",
    );
    let dir = written("plots.geojson", &sound, columns);
    aimak(&["check", arg(&dir.path().join("monitoring.toml"))]).good();
}

#[test]
fn places_in_degrees_minutes_and_seconds() {
    let text = rows("plot\tlon\tlat\tdate\tph\n", |visit| {
        let place = format!("75°{}'00.0\" в.д.\tN 42 {} 0", visit.east, visit.north);
        format!("{}\t{place}\t{}\t{}", visit.plot, visit.iso(), visit.ph)
    });
    // a quote opens no cell here: the cells begin with digits
    same(
        &written("plots.csv", &text, MAPPED),
        "degrees, minutes, seconds",
    );
    let wrong = text.replacen("75°", "75,1°", 1);
    let found = problems(written("plots.csv", &wrong, MAPPED).path());
    assert_eq!(
        (found[0]["code"].as_str(), &found[0]["row"]),
        (Some("not-degrees"), &2.into())
    );
}

#[test]
fn degrees_and_metres_taken_for_one_another() {
    let text = rows("plot,lon,lat,date,ph\n", plain);
    let metres = MAPPED
        .replace("longitude =", "x =")
        .replace("latitude =", "y =");
    let found = problems(written("plots.csv", &text, &metres).path());
    assert_eq!(codes(&found), ["degrees-as-metres"]);
    assert_eq!(found[0]["hint"]["args"]["mended"], 32.0);
    // 75.1° E, 42.1° N is 508 266 m E, 4 660 898 m N in zone 43, to a few hundred metres
    let text = "plot,lon,lat,date,ph\nP1,508266,4660898,2014,7\n";
    let found = problems(written("plots.csv", text, MAPPED).path());
    assert_eq!(codes(&found), ["metres-as-degrees"]);
    let dir = written("plots.csv", text, &metres);
    aimak(&["check", arg(&dir.path().join("monitoring.toml"))]).good();
}

#[test]
fn where_only_some_rows_are_wrong_they_are_listed() {
    let text = rows("plot,lon,lat,date,ph\n", |visit| {
        let (lon, lat) = visit.degrees();
        let place = format!("{lon},{lat}");
        let wrong = match visit.plot.as_str() {
            "P03" => format!("{lat},{lon}"),
            "P07" => format!("-{lon},{lat}"),
            "P09" => "80,42".to_owned(),
            _ => place.clone(),
        };
        plain(visit).replace(&place, &wrong)
    });
    let dir = written("plots.csv", &text, MAPPED);
    let found = problems(dir.path());
    let listed: Vec<(&str, u64)> = found
        .iter()
        .filter(|problem| problem["row"].is_u64())
        .map(|problem| {
            (
                problem["code"].as_str().unwrap(),
                problem["row"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        listed,
        [
            ("longitude-sign", 12),
            ("coordinates-swapped", 4),
            ("outside-all-areas", 16)
        ]
    );
    let further: Vec<&Value> = found
        .iter()
        .filter(|problem| problem["row"].is_null())
        .map(|problem| &problem["further_rows"])
        .collect();
    assert_eq!(
        further,
        [
            &serde_json::json!([13]),
            &serde_json::json!([5]),
            &serde_json::json!([17])
        ]
    );
    assert_eq!(
        (hint(&found[0]), &found[0]["hint"]["args"]["sound"]),
        ("hint-some-places", &26.0.into())
    );
}

/// An export of a form: its columns stand in groups, a line of labels below the header, a place in one cell.
#[test]
fn an_export_of_a_form_with_groups_labels_and_a_place_in_one_cell() {
    let head = "start,site/plot_id,site/gps,site/day,soil/ph,_uuid,_index\nstart,Plot number,Place,Day,pH of the soil,,\n";
    let text = rows(head, |visit| {
        let (lon, lat) = visit.degrees();
        format!(
            "x,{},{lat} {lon} 800 4.5,{},{},u,1",
            visit.plot,
            visit.iso(),
            visit.ph
        )
    });
    let columns = r#"columns = { plot = "plot_id", longitude = { name = "gps", part = "longitude" }, latitude = { name = "gps", part = "latitude" }, date = "day", ph = "ph" }"#;
    let table = format!("export = \"kobo\"\nfirst_row = 3\n{columns}");
    same(&written("plots.csv", &text, &table), "kobo");

    let found = problems(written("plots.csv", &text, &format!("first_row = 3\n{columns}")).path());
    assert!(
        found.iter().all(|problem| hint(problem) == "hint-export"),
        "{found:?}"
    );
    let whole = table.replace("{ name = \"gps\", part = \"longitude\" }", "\"gps\"");
    let found = problems(written("plots.csv", &text, &whole).path());
    assert_eq!(
        (found[0]["code"].as_str(), hint(&found[0])),
        (Some("not-degrees"), "hint-place-part")
    );
    let twice = text.replace("start,site/plot_id", "old/plot_id,site/plot_id");
    let found = problems(written("plots.csv", &twice, &table).path());
    assert_eq!(
        (codes(&found), hint(&found[0])),
        (vec!["no-field"], "hint-name-group")
    );
    let odd = columns.replace("ph = \"ph\"", "ph = { name = \"ph\", part = \"latitude\" }");
    let found = problems(
        written(
            "plots.csv",
            &text,
            &format!("export = \"kobo\"\nfirst_row = 3\n{odd}"),
        )
        .path(),
    );
    assert_eq!(codes(&found), ["part-without-use"]);
}

/// A workbook of a form whose repeat group holds the visits of a plot.
#[test]
fn rows_of_a_repeat_group_have_the_columns_of_their_form() {
    let (mut form, mut repeat) = (
        "_index,plot,lon,lat,ph\n".to_owned(),
        "date,ph,_index,_parent_index\n".to_owned(),
    );
    for (place, pair) in visits().chunks(2).enumerate() {
        let (lon, lat) = pair[0].degrees();
        let _ = writeln!(form, "{},{},{lon},{lat},99", place + 1, pair[0].plot);
        for visit in pair {
            let _ = writeln!(repeat, "{},{},0,{}", visit.iso(), visit.ph, place + 1);
        }
    }
    let save = |dir: &Path, repeat: &str| {
        let mut book = Workbook::new();
        fill(
            book.add_worksheet().set_name("form").unwrap(),
            &cells(&form),
        );
        fill(
            book.add_worksheet().set_name("visits").unwrap(),
            &cells(repeat),
        );
        book.save(dir.join("form.xlsx")).unwrap();
    };
    let dir = tempfile::tempdir().unwrap();
    save(dir.path(), &repeat);
    let table = format!(
        "file = \"form.xlsx\"\nsheet = \"visits\"\nexport = \"kobo\"\nparent = {{ sheet = \"form\" }}\n{MAPPED}"
    );
    project(dir.path(), &table);
    same(&dir, "a repeat group; what both tables have is its own");

    save(dir.path(), &repeat.replacen(",0,1\n", ",0,77\n", 1));
    let found = problems(dir.path());
    assert_eq!(
        (codes(&found), &found[0]["row"], found[0]["found"].as_str()),
        (vec!["no-parent"], &2.into(), Some("77"))
    );
    project(
        dir.path(),
        &table.replace("parent = { sheet = \"form\" }", "parent = {}"),
    );
    assert_eq!(problems(dir.path())[0]["code"], "parent-where");
}

/// The same species as a row each, as words in a cell, and as columns of 1 and 0.
#[test]
fn species_in_one_cell() {
    let lists: Vec<(String, i32, Vec<&str>)> = visits()
        .iter()
        .map(|visit| {
            let mut species = vec!["stipa_capillata", "poa_annua", "carum_carvi"];
            species.truncate(visit.east as usize % 3 + usize::from(visit.year > 2016));
            (visit.plot.clone(), visit.year, species)
        })
        .collect();
    let run = |files: &[(&str, String)], table: &str| -> (Said, TempDir) {
        let plots = rows("plot,lon,lat,date,ph\n", plain);
        let dir = written(
            "plots.csv",
            &plots,
            &format!(
                "{MAPPED}\n[[tables]]\nid = \"species\"\nkind = \"species\"\nfile = \"species.csv\"\nscale = \"presence\"\n{table}"
            ),
        );
        for (name, text) in files {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        let out = dir.path().join("release");
        (
            aimak(&[
                "run",
                arg(&dir.path().join("monitoring.toml")),
                "--out",
                arg(&out),
            ]),
            dir,
        )
    };
    let turnover = |dir: &TempDir| -> Vec<Value> {
        let release = release(&dir.path().join("release"));
        let found = findings(&release, "species_turnover").into_iter();
        found.map(|finding| finding["outcome"].clone()).collect()
    };
    let mut wide = "plot,date,stipa_capillata,poa_annua,carum_carvi\n".to_owned();
    let mut words = "plot,date,species\n".to_owned();
    let mut ticks = "plot,date,pasture/species/stipa_capillata,pasture/species/poa_annua,pasture/species/carum_carvi\n".to_owned();
    for (plot, year, species) in &lists {
        let ticked: Vec<&str> = ["stipa_capillata", "poa_annua", "carum_carvi"]
            .iter()
            .map(|name| if species.contains(name) { "1" } else { "0" })
            .collect();
        let _ = writeln!(wide, "{plot},{year},{}", ticked.join(","));
        let _ = writeln!(ticks, "{plot},{year},{}", ticked.join(","));
        let cell = if species.is_empty() {
            "none".to_owned()
        } else {
            species.join(" ")
        };
        let _ = writeln!(words, "{plot},{year},{cell}");
    }
    let columns = "columns = { plot = \"plot\", date = \"date\", species = \"species\" }";
    let (said, dir) = run(
        &[("species.csv", wide)],
        "layout = \"wide\"\nspecies_columns_from = \"stipa_capillata\"\ncolumns = { plot = \"plot\", date = \"date\" }",
    );
    said.good();
    let expected = turnover(&dir);
    assert!(
        expected
            .iter()
            .any(|outcome| outcome["estimated"].is_object())
    );
    for (text, what) in [(&words, "words"), (&ticks, "ticks")] {
        let (said, dir) = run(
            &[("species.csv", text.clone())],
            &format!("export = \"kobo\"\nlayout = \"list\"\n{columns}"),
        );
        said.good();
        assert_eq!(turnover(&dir), expected, "{what}");
    }
    let semicolons = words.replace(' ', "; ");
    let (said, dir) = run(
        &[("species.csv", semicolons)],
        &format!("layout = \"list\"\n{columns}"),
    );
    said.good();
    assert_eq!(turnover(&dir), expected, "semicolons");
    let (said, _dir) = run(
        &[("species.csv", words)],
        &format!(
            "layout = \"list\"\n{}",
            columns.replace("species =", "amount = \"date\", species =")
        ),
    );
    assert!(
        said.code == 1 && said.err.contains("no amounts"),
        "{}",
        said.err
    );
}

/// 460 real centres of aimaks in the cells drawn around them: each must be found in its own, from the geometry alone.
#[test]
fn real_points_lie_in_their_own_cells() {
    if !shared_data() {
        return;
    }
    let data = root().join("../shared/data");
    let derived = data.join("boundaries/derived");
    let file = |name: &str| derived.join(name).display().to_string();
    let head = HEAD
        .replace(
            "areas.geojson",
            &file("kgz_ayil_aimak_voronoi_SIMULATED.geojson"),
        )
        .replace(
            "code = \"code\"\norganic_since = \"since\"",
            "code = \"id\"",
        );
    let dir = tempfile::tempdir().unwrap();
    let check = |points: &str, columns: &str| {
        let text = format!("{head}file = \"{points}\"\ncolumns = {columns}\n");
        std::fs::write(dir.path().join("monitoring.toml"), text).unwrap();
        aimak(&["check", arg(&dir.path().join("monitoring.toml")), "--json"])
    };
    let points = file("kgz_ayil_aimak_points_460.geojson");
    let said = check(&points, "{ plot = \"id\", aimak = \"id\" }").good();
    assert!(!said.out.contains("plot-in-other-aimak"), "{}", said.out);
    // and by their attributes, taken for one another
    let attributes = check(
        &points,
        "{ plot = \"id\", aimak = \"id\", longitude = \"lat\", latitude = \"lon\" }",
    );
    assert!(
        attributes.code == 1 && attributes.out.contains("coordinates-swapped"),
        "{}",
        attributes.out
    );
    let fields = data
        .join("imagery/fieldRS_uzbekistan/fieldData.geojson")
        .display()
        .to_string();
    let said = check(&fields, "{ plot = \"crop\" }");
    assert!(
        said.code == 1 && said.out.contains("feature-no-point"),
        "{}",
        said.out
    );
}

/// The steps of Braun-Blanquet give what the per cents of their table give; a code of another scale is refused with its row.
#[test]
fn steps_of_cover_are_read_by_their_table() {
    let steps = [("r", 1.0), ("+", 2.0), ("1", 3.0), ("2", 13.0), ("5", 88.0)];
    let table = |write: &dyn Fn(usize) -> String| {
        let mut text = "plot,date,species,amount\n".to_owned();
        for (place, visit) in visits().iter().enumerate() {
            for (species, name) in ["Stipa capillata", "Poa annua", "Carum carvi"]
                .iter()
                .enumerate()
            {
                let amount = write((place + species) % steps.len());
                let _ = writeln!(text, "{},{},{name},{amount}", visit.plot, visit.iso());
            }
        }
        text
    };
    let with = |species: &str, scale: &str| {
        let mapped = "columns = { plot = \"plot\", date = \"date\", species = \"species\", amount = \"amount\" }";
        let table = format!(
            "{MAPPED}\n[[tables]]\nid = \"species\"\nkind = \"species\"\nfile = \"species.csv\"\nscale = \"{scale}\"\n{mapped}"
        );
        let dir = written("plots.csv", &rows("plot,lon,lat,date,ph\n", plain), &table);
        std::fs::write(dir.path().join("species.csv"), species).unwrap();
        dir
    };
    let outcomes = |dir: &TempDir| {
        found(dir.path());
        let release = release(&dir.path().join("release"));
        let found = findings(&release, "hill_order1").into_iter();
        found
            .map(|finding| finding["outcome"].clone())
            .collect::<Vec<_>>()
    };
    let per_cent = outcomes(&with(
        &table(&|step| steps[step].1.to_string()),
        "cover_percent",
    ));
    assert!(
        per_cent
            .iter()
            .any(|outcome| outcome["estimated"].is_object()),
        "{per_cent:?}"
    );
    let codes_of = table(&|step| steps[step].0.to_owned());
    assert_eq!(
        outcomes(&with(&codes_of, "braun_blanquet_turboveg")),
        per_cent
    );

    let wrong = with(
        &codes_of.replacen(",r\n", ",2a\n", 1),
        "braun_blanquet_turboveg",
    );
    let problems = problems(wrong.path());
    assert_eq!(
        (codes(&problems), &problems[0]["row"]),
        (vec!["cover-step"], &Value::from(2))
    );
}
