//! What is wrong with scenes, tables and files is said; nothing half-written stays.

use tempfile::TempDir;

use super::{
    CLEAR, LANDSAT, band, codes, compose,
    make::{Mtl, Place, landsat, tif},
    ndvi, near, sentinel,
};
use crate::program::{aimak, arg};

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
    assert_eq!(
        codes(&run("file,date,index\n", &["--json"])),
        ["scenes-none"]
    );
    let late = run(
        "file,date,sensor,red,nir,scale\na.tif,2019-06-01,landsat7,1,2,0.0001\n",
        &[],
    )
    .good();
    assert!(late.err.contains("orbit"), "{}", late.err);
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
