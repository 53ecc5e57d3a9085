//! `aimak composite` and `aimak productivity`: from scenes on the disk to series, with numbers checked by hand or by numpy.

mod make;
mod problems;
mod productivity;
mod real;

use std::path::Path;

use gdal::{Dataset, Metadata as _};
use make::{Mtl, Place, Sentinel2, landsat};
use serde_json::Value;

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
    let part = dir.path().join("part");
    compose(&[&scenes], &["--season", "06-10..06-20"], &part).good();
    assert_eq!(names(&part.join("count.tif")), ["2019-06"]);
    assert_eq!(
        band(&part.join("count.tif"), 1),
        [1.0; 9],
        "one image lies in the season"
    );
    let told = about(&out);
    let metadata = &told["images"][0]["metadata"][0];
    assert!(
        metadata["file"].as_str().unwrap().ends_with("_MTL.txt"),
        "{metadata}"
    );
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
    let safe = new.write(scenes);
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

    // one granule of a product, its metadata above it
    let part = scenes.join("granule");
    let granule = safe.join("GRANULE/L2A_T42TWL_A000001");
    compose(
        &[&granule],
        &["--every", "day", "--harmonise", "none"],
        &part,
    )
    .good();
    assert_eq!(names(&part.join("ndvi.tif")), ["2019-06-11"]);

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
