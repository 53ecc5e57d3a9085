//! `aimak composite` and `aimak productivity`: from scenes on the disk to series, with numbers checked by hand or by numpy.

mod make;
mod real;

use std::path::Path;

use gdal::{Dataset, Metadata as _};
use make::{Mtl, Place, Sentinel2, landsat, tif};
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Said, aimak, arg};

/// Values of a band, by row; the invalid ones are NaN.
fn band(path: &Path, band: usize) -> Vec<f64> {
    let dataset = Dataset::open(path).unwrap();
    let size = dataset.raster_size();
    let band = dataset.rasterband(band).unwrap();
    band.read_as::<f64>((0, 0), size, size, None)
        .unwrap()
        .into_shape_and_vec()
        .1
}

/// What the bands are called.
fn names(path: &Path) -> Vec<String> {
    let dataset = Dataset::open(path).unwrap();
    (1..=dataset.raster_count())
        .map(|band| dataset.rasterband(band).unwrap().description().unwrap())
        .collect()
}

fn about(out: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(out.join("about.json")).unwrap()).unwrap()
}

fn compose(scenes: &[&Path], further: &[&str], out: &Path) -> Said {
    let mut args = vec!["composite", "--scenes"];
    args.extend(scenes.iter().map(|path| arg(path)));
    args.extend(further);
    args.extend(["--out", arg(out)]);
    aimak(&args)
}

fn near(found: f64, expected: f64) -> bool {
    // stored in single precision
    (found.is_nan() && expected.is_nan()) || (found - expected).abs() < 1e-7
}

const LANDSAT: Place = Place::square(600_015.0, 4_700_025.0, 30.0, 3);
/// Clear land, as USGS codes it.
const CLEAR: u16 = 21_824;

/// NDVI of two Landsat numbers: METHODS D.1, ρ = DN·0.0000275 − 0.2.
fn ndvi(red: u16, nir: u16) -> f64 {
    let rho = |dn: u16| f64::from(dn) * 0.000_027_5 - 0.2;
    (rho(nir) - rho(red)) / (rho(nir) + rho(red))
}

#[test]
fn landsat_scenes_become_months() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path().join("scenes");
    let clear = [12_000, 20_000, CLEAR, 0];
    let mut first = [clear; 9];
    first[0] = [12_000, 20_000, 22_280, 0]; // cloud
    first[1] = [12_000, 20_000, 23_888, 0]; // shadow that says "clear"
    first[2] = [12_000, 20_000, CLEAR, 8]; // red saturated
    first[3] = [0, 0, 1, 0]; // fill
    landsat(&scenes, "20190601", LANDSAT, &first, Mtl::Text);
    landsat(
        &scenes,
        "20190617",
        LANDSAT,
        &[[12_000, 22_000, CLEAR, 0]; 9],
        Mtl::Json,
    );
    // a third of June begins one cell further east and south
    let shifted = Place {
        left: LANDSAT.left + 30.0,
        top: LANDSAT.top - 30.0,
        ..LANDSAT
    };
    landsat(
        &scenes,
        "20190624",
        shifted,
        &[[12_000, 30_000, CLEAR, 0]; 9],
        Mtl::Xml,
    );
    landsat(&scenes, "20190703", LANDSAT, &[clear; 9], Mtl::Text);
    let out = dir.path().join("out");
    let said = compose(&[&scenes], &[], &out).good();
    assert!(
        said.err.contains("4 images from 2019-06-01 to 2019-07-03"),
        "{}",
        said.err
    );
    assert_eq!(names(&out.join("ndvi.tif")), ["2019-06", "2019-07"]);
    let count = band(&out.join("count.tif"), 1);
    assert_eq!(count, [1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 2.0, 3.0, 3.0]);
    // METHODS D.1: DN 12000 is 0.13; DN 20000 is 0.35, NDVI 0.458333
    let (one, two) = (ndvi(12_000, 20_000), ndvi(12_000, 22_000));
    assert!((one - 0.458_333).abs() < 5e-7);
    let none = f64::NAN;
    let expected = [
        none,
        none,
        none,
        none,
        two,
        two,
        f64::midpoint(one, two),
        two,
        two,
    ];
    for (cell, (found, expected)) in band(&out.join("ndvi.tif"), 1)
        .iter()
        .zip(expected)
        .enumerate()
    {
        assert!(
            near(*found, expected),
            "cell {cell}: {found} against {expected}"
        );
    }
    // one clear day is no median
    assert!(
        band(&out.join("ndvi.tif"), 2)
            .iter()
            .all(|value| value.is_nan())
    );
    assert_eq!(band(&out.join("count.tif"), 2), [1.0; 9]);
    let told = about(&out);
    let red = &told["images"][0]["bands"][0];
    assert_eq!(
        (red["scale"].as_f64(), red["offset"].as_f64()),
        (Some(2.75e-5), Some(-0.2))
    );
    assert_eq!(red["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(told["images"][0]["pixels"]["usable"], 5);
    assert_eq!(told["harmonised"], "none");
}

/// 20 × 20 cells of 10 m.
const FINE: Place = Place::square(600_000.0, 4_700_000.0, 10.0, 20);

fn sentinel<'a>(craft: &'a str, date: &'a str, baseline: &'a str) -> Sentinel2<'a> {
    let added = if baseline >= "04.00" { 1000 } else { 0 };
    Sentinel2 {
        craft,
        date,
        baseline,
        place: FINE,
        fine: [vec![1000 + added; 400], vec![2000 + added; 400]],
        coarse: [vec![3000 + added; 100], vec![4; 100]],
    }
}

#[test]
fn sentinel_scenes_of_two_baselines_agree() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path();
    let (old, mut new) = (
        sentinel("S2A", "20190601", "02.08"),
        sentinel("S2A", "20190611", "05.00"),
    );
    // DN 2200 of the new baseline is DN 1200 of the old one, 0.12
    new.fine[0][0] = 2200;
    let mut first = old;
    first.fine[0][0] = 1200;
    first.write(scenes);
    new.write(scenes);
    let out = scenes.join("out");
    compose(&[scenes], &["--harmonise", "none"], &out).good();
    let found = band(&out.join("ndvi.tif"), 1);
    // the broad band of 10 m: 0.20 and 0.10
    assert!(
        near(found[0], 0.08 / 0.32) && near(found[1], 0.1 / 0.3),
        "{} {}",
        found[0],
        found[1]
    );
    assert_eq!(band(&out.join("count.tif"), 1), [2.0; 400]);

    // seen as Landsat 8: the narrow band, METHODS D.1
    let seen = scenes.join("seen");
    compose(&[scenes], &["--harmonise", "oli", "--every", "day"], &seen).good();
    for number in [1, 2] {
        let found = band(&seen.join("ndvi.tif"), number);
        assert!((found[399] - 0.504_699).abs() < 5e-7, "{}", found[399]);
    }
    assert_eq!(
        about(&seen)["harmonisation"]["sentinel2a"]["red"]["gain"],
        0.9765
    );
    let other = tempfile::tempdir().unwrap();
    sentinel("S2B", "20190601", "05.00").write(other.path());
    let b = other.path().join("b");
    compose(
        &[other.path()],
        &["--harmonise", "oli", "--every", "day"],
        &b,
    )
    .good();
    assert!((band(&b.join("ndvi.tif"), 1)[0] - 0.503_961).abs() < 5e-7);
}

#[test]
fn clouds_of_20_m_are_buffered_on_the_grid_of_10_m() {
    let dir = tempfile::tempdir().unwrap();
    let mut scene = sentinel("S2A", "20190601", "05.00");
    scene.coarse[1][0] = 9; // cloud in the corner
    scene.coarse[1][99] = 6; // water in the other one has no surroundings
    scene.write(dir.path());
    let out = dir.path().join("out");
    compose(&[dir.path()], &["--every", "day"], &out).good();
    let found = band(&out.join("ndvi.tif"), 1);
    for row in 0..20_i32 {
        for col in 0..20_i32 {
            // brute force: no cell of the cloud (rows and columns 0 and 1) within 60 m, centre to centre
            let near_cloud =
                (0..2).any(|r| (0..2).any(|c| (row - r).pow(2) + (col - c).pow(2) <= 36));
            let water = row >= 18 && col >= 18;
            let place = (row * 20 + col) as usize;
            assert_eq!(
                found[place].is_nan(),
                near_cloud || water,
                "row {row}, column {col}"
            );
        }
    }
}

#[test]
fn sensors_of_two_families_are_made_comparable_unless_told_otherwise() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path().join("scenes");
    sentinel("S2A", "20190601", "05.00").write(&scenes);
    // cells of 30 m, edge on edge with those of 10 m; red 0.13, near infrared 0.35
    let place = Place::square(600_000.0, 4_700_000.0, 30.0, 7);
    landsat(
        &scenes,
        "20190617",
        place,
        &[[12_000, 20_000, CLEAR, 0]; 49],
        Mtl::Text,
    );
    let (seen, plain) = (dir.path().join("seen"), dir.path().join("plain"));
    let said = compose(&[&scenes], &[], &seen).good();
    assert!(said.err.contains("comparable"), "{}", said.err);
    let landsat = ndvi(12_000, 20_000);
    let found = band(&seen.join("ndvi.tif"), 1)[0];
    assert!(
        (found - f64::midpoint(0.504_699, landsat)).abs() < 5e-7,
        "{found}"
    );
    compose(&[&scenes], &["--harmonise", "none"], &plain).good();
    let found = band(&plain.join("ndvi.tif"), 1)[0];
    assert!(near(found, f64::midpoint(1.0 / 3.0, landsat)), "{found}");
    assert_eq!(about(&seen)["harmonised"], "oli");
}

#[test]
fn threads_leave_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path().join("scenes");
    for day in 1..=9_u16 {
        let cell = |i: u16| {
            [
                9_000 + 31 * (i * day % 97),
                15_000 + 57 * (i * 7 % 89 * day % 83),
                if (i + day).is_multiple_of(4) {
                    22_280
                } else {
                    CLEAR
                },
                0,
            ]
        };
        let cells: Vec<[u16; 4]> = (0..900).map(cell).collect();
        let place = Place::square(600_015.0, 4_700_025.0, 30.0, 30);
        landsat(&scenes, &format!("2019060{day}"), place, &cells, Mtl::Text);
    }
    let outs = ["1", "2"].map(|threads| {
        let out = dir.path().join(threads);
        compose(&[&scenes], &["--threads", threads], &out).good();
        out
    });
    for name in ["ndvi.tif", "count.tif", "about.json"] {
        let [one, two] = outs
            .each_ref()
            .map(|out| std::fs::read(out.join(name)).unwrap());
        assert_eq!(one, two, "{name}");
    }
}

/// The codes of the problems a run reports.
fn codes(said: &Said) -> Vec<String> {
    assert_eq!(said.code, 1, "{}", said.err);
    let problems = said.json()["problems"].as_array().unwrap().clone();
    problems
        .iter()
        .map(|problem| problem["code"].as_str().unwrap().to_owned())
        .collect()
}

/// What happens to these scenes; nothing may have been written.
fn refused(scenes: &TempDir) -> Vec<String> {
    let out = scenes.path().join("out");
    let said = compose(&[scenes.path()], &["--json"], &out);
    assert!(!out.exists());
    codes(&said)
}

#[test]
fn what_is_wrong_with_scenes_is_said_before_anything_is_written() {
    let clear = [[12_000, 20_000, CLEAR, 0]; 9];
    let dir = || tempfile::tempdir().unwrap();
    let nothing = dir();
    assert_eq!(refused(&nothing), ["scenes-none"]);

    let no_offset = dir();
    let safe = sentinel("S2A", "20190601", "05.00").write(no_offset.path());
    std::fs::remove_file(safe.join("MTD_MSIL2A.xml")).unwrap();
    assert_eq!(refused(&no_offset), ["scene-metadata"]);

    let no_quality = dir();
    let scene = landsat(no_quality.path(), "20190601", LANDSAT, &clear, Mtl::Text);
    std::fs::remove_file(scene.join("LC08_L2SP_152031_20190601_20200828_02_T1_QA_PIXEL.TIF"))
        .unwrap();
    let lower = scene.join("LC08_L1TP_152031_20190617_20200828_02_T1_B4.TIF");
    tif(&lower, LANDSAT, &[vec![1_u16; 9]], None);
    assert_eq!(
        refused(&no_quality),
        ["scene-level", "scene-band"],
        "both at once"
    );

    let twice = dir();
    landsat(
        &twice.path().join("a"),
        "20190601",
        LANDSAT,
        &clear,
        Mtl::Text,
    );
    landsat(
        &twice.path().join("b"),
        "20190601",
        LANDSAT,
        &clear,
        Mtl::Text,
    );
    assert_eq!(refused(&twice), ["scene-twice"]);

    let zones = dir();
    landsat(zones.path(), "20190601", LANDSAT, &clear, Mtl::Text);
    landsat(
        zones.path(),
        "20190617",
        Place {
            epsg: 32643,
            ..LANDSAT
        },
        &clear,
        Mtl::Text,
    );
    landsat(
        zones.path(),
        "20190703",
        Place {
            left: LANDSAT.left + 7.0,
            ..LANDSAT
        },
        &clear,
        Mtl::Text,
    );
    landsat(
        zones.path(),
        "20190719",
        Place {
            left: LANDSAT.left + 900.0,
            ..LANDSAT
        },
        &clear,
        Mtl::Text,
    );
    assert_eq!(
        refused(&zones),
        ["scene-grid", "scene-grid", "scene-beside"]
    );
}

#[test]
fn cells_across_the_grid_are_taken_by_their_centre_only_when_asked() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path().join("scenes");
    landsat(
        &scenes,
        "20190601",
        LANDSAT,
        &[[12_000, 20_000, CLEAR, 0]; 9],
        Mtl::Missing,
    );
    let mut cells = [[12_000, 22_000, CLEAR, 0]; 9];
    cells[0] = [12_000, 30_000, CLEAR, 0];
    landsat(
        &scenes,
        "20190617",
        Place {
            left: LANDSAT.left + 7.0,
            ..LANDSAT
        },
        &cells,
        Mtl::Missing,
    );
    let out = dir.path().join("out");
    assert_eq!(compose(&[&scenes], &[], &out).code, 1);
    compose(&[&scenes], &["--nearest", "--every", "day"], &out).good();
    let second = band(&out.join("ndvi.tif"), 2);
    assert!(near(second[0], ndvi(12_000, 30_000)) && near(second[1], ndvi(12_000, 22_000)));
}

#[test]
fn a_table_is_read_and_its_mistakes_are_told_row_by_row() {
    let dir = tempfile::tempdir().unwrap();
    let table = dir.path().join("scenes.csv");
    let out = dir.path().join("out");
    // three bands: red, near infrared, classes
    let image = [
        vec![800_i16, 800, 800, 800],
        vec![3_200, 3_200, 3_200, -9_999],
        vec![0, 4, 1, 0],
    ];
    let place = Place::square(600_000.0, 4_700_000.0, 30.0, 2);
    tif(&dir.path().join("a.tif"), place, &image, None);
    let run = |text: &str, further: &[&str]| {
        std::fs::write(&table, text).unwrap();
        let mut args = vec![
            "composite",
            "--table",
            arg(&table),
            "--out",
            arg(&out),
            "--every",
            "day",
        ];
        args.extend(further);
        aimak(&args)
    };
    run(
        "file;date;sensor;red;nir;mask;keep;scale\na.tif;01.06.2019;landsat7;1;2;3;0 1;0.0001\n",
        &[],
    )
    .good();
    let found = band(&out.join("ndvi.tif"), 1);
    // METHODS D.2: 0.08 and 0.32 give 0.6; classes 0 and 1 are kept; −9999 is no reflectance
    assert!(near(found[0], 0.6) && found[1].is_nan() && near(found[2], 0.6) && found[3].is_nan());

    let before = std::fs::read(out.join("ndvi.tif")).unwrap();
    let unscaled = run(
        "file,date,sensor,red,nir\na.tif,2019-06-01,landsat7,1,2\n",
        &["--json"],
    );
    assert_eq!(codes(&unscaled), ["scene-not-reflectance"]);
    assert_eq!(
        std::fs::read(out.join("ndvi.tif")).unwrap(),
        before,
        "the last good one stays"
    );

    let mistakes = run(
        "file,date,sensor,red,nirr\na.tif,2019-06,landsat7,1,2\na.tif,2019-06-01,spot,1,2\n",
        &["--json"],
    );
    assert_eq!(codes(&mistakes), ["scenes-table"; 3]);
    let problems = mistakes.json();
    let rows: Vec<_> = problems["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["row"].as_u64())
        .collect();
    assert_eq!(rows, [None, Some(2), Some(3)]);
    let unknown = run(
        "file,date,red,nir,scale\na.tif,2019-06-01,1,2,0.0001\n",
        &["--json", "--harmonise", "oli"],
    );
    assert_eq!(codes(&unknown), ["scene-sensor"]);
}

#[test]
fn a_damaged_file_costs_its_own_cells_only() {
    let dir = tempfile::tempdir().unwrap();
    let scenes = dir.path().join("scenes");
    let place = Place::square(600_015.0, 4_700_025.0, 30.0, 64);
    let cells = vec![[12_000, 20_000, CLEAR, 0]; 64 * 64];
    landsat(&scenes, "20190601", place, &cells, Mtl::Text);
    let hurt = landsat(&scenes, "20190617", place, &cells, Mtl::Text);
    let red = hurt.join("LC08_L2SP_152031_20190617_20200828_02_T1_SR_B4.TIF");
    let bytes = std::fs::read(&red).unwrap();
    std::fs::write(&red, &bytes[..bytes.len() / 2]).unwrap();
    let out = dir.path().join("out");
    let said = compose(&[&scenes], &["--every", "day"], &out);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("SR_B4.TIF") && said.err.contains("with gaps"),
        "{}",
        said.err
    );
    assert!(
        band(&out.join("ndvi.tif"), 1)
            .iter()
            .all(|value| near(*value, ndvi(12_000, 20_000)))
    );
    assert!(
        band(&out.join("ndvi.tif"), 2)
            .iter()
            .all(|value| value.is_nan())
    );
}

#[test]
fn seasons_by_hand_with_the_reason_where_there_is_none() {
    let dir = tempfile::tempdir().unwrap();
    // METHODS D.3: days 60, 92, ..., 284 of 2019; the second cell misses a date, the third begins late, the fourth is bare
    let ndvi = [0.15, 0.22, 0.41, 0.58, 0.55, 0.44, 0.30, 0.18];
    let dates =
        "2019-03-01,2019-04-02,2019-05-04,2019-06-05,2019-07-07,2019-08-08,2019-09-09,2019-10-11";
    let none = f64::NAN;
    let layer = |(i, v): (usize, &f64)| {
        vec![
            *v,
            if i == 3 { none } else { *v },
            if i == 0 { none } else { *v },
            0.05,
        ]
    };
    let bands: Vec<Vec<f64>> = ndvi.iter().enumerate().map(layer).collect();
    let stack = dir.path().join("ndvi.tif");
    tif(
        &stack,
        Place::square(600_000.0, 4_700_000.0, 30.0, 2),
        &bands,
        None,
    );
    let out = dir.path().join("out");
    let args = [
        "productivity",
        "--raster",
        arg(&stack),
        "--dates",
        dates,
        "--season",
        "03-01..10-20",
        "--out",
        arg(&out),
    ];
    let said = aimak(&args).good();
    let found = band(&out.join("productivity.tif"), 1);
    assert!((found[0] - 62.88).abs() < 1e-4, "{}", found[0]);
    assert!(
        found[1].is_nan() && found[2].is_nan() && found[3] == 0.0,
        "{found:?}"
    );
    assert_eq!(band(&out.join("refused.tif"), 1), [0.0, 4.0, 3.0, 0.0]);
    assert_eq!(names(&out.join("productivity.tif")), ["2019"]);
    assert!(
        said.err.contains("1 have none") && said.err.contains("GAP_TOO_LONG"),
        "{}",
        said.err
    );
    let year = &about(&out)["years"][0];
    assert_eq!(
        year["refused"],
        serde_json::json!({ "GAP_TOO_LONG": 1, "SEASON_NOT_COVERED": 1 })
    );
    // a longer gap, a wider edge, another floor
    let raw = dir.path().join("raw");
    let mut args = args.to_vec();
    args.truncate(7);
    args.extend([
        "--max-gap",
        "64",
        "--edge",
        "32",
        "--floor",
        "0",
        "--out",
        arg(&raw),
    ]);
    aimak(&args).good();
    let found = band(&raw.join("productivity.tif"), 1);
    assert!((found[0] - 85.28).abs() < 1e-4, "{}", found[0]);
    assert!(found.iter().all(|value| value.is_finite()));
}

#[test]
fn seasons_by_belt_and_years_without_days() {
    let dir = tempfile::tempdir().unwrap();
    let stack = dir.path().join("ndvi.tif");
    // one number for each month, April to October
    let months = "2019-04,2019-05,2019-06,2019-07,2019-08,2019-09,2019-10";
    let bands = vec![vec![0.5_f64, 0.5, 0.5, 0.5]; 7];
    tif(
        &stack,
        Place::square(600_000.0, 4_700_000.0, 30.0, 2),
        &bands,
        None,
    );
    // elevations of 60 m cells under those of 30 m; the file ends before the last column does
    let dem = dir.path().join("dem.tif");
    let place = Place {
        left: 599_970.0,
        top: 4_700_000.0,
        cell: 60.0,
        width: 1,
        height: 1,
        epsg: 32642,
    };
    tif(&dem, place, &[vec![2_600_i16]], None);
    let out = dir.path().join("out");
    let run = |dates: &str, further: &[&str]| {
        let mut args = vec![
            "productivity",
            "--raster",
            arg(&stack),
            "--dates",
            dates,
            "--out",
            arg(&out),
        ];
        args.extend(further);
        aimak(&args)
    };
    run(months, &[]).good();
    // middle days: 16 April to 16 October are 183 days of 0.4
    assert!(
        band(&out.join("productivity.tif"), 1)
            .iter()
            .all(|value| near(*value / 183.0, 0.4))
    );
    run(months, &["--dem", arg(&dem)]).good();
    let found = band(&out.join("productivity.tif"), 1);
    // above 2500 m: 16 May to 16 September, 123 days; no elevation, no season
    assert!(
        near(found[0] / 123.0, 0.4) && near(found[2] / 123.0, 0.4) && found[1].is_nan(),
        "{found:?}"
    );
    assert_eq!(band(&out.join("refused.tif"), 1), [0.0, 1.0, 0.0, 1.0]);
    let years = run("2013,2014,2015,2016,2017,2018,2019", &["--json"]);
    assert_eq!(codes(&years), ["stack-dates"]);
}
