//! Real images; every expected number was computed by somebody else's code.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{about, band, names};
use crate::program::{aimak, arg, findings, release, root, shared_data};

fn imagery(path: &str) -> PathBuf {
    root().join("../shared/data/imagery").join(path)
}

/// Sixty-eight dates of Sentinel-2 over Slovenia, cloudy pixels taken out.
fn slovenia() -> PathBuf {
    imagery("eolearn_sentinel2/ndvi_s2_68dates_int16x10000.tif")
}

/// Mean and number of the valid cells.
fn mean(values: &[f64]) -> (f64, usize) {
    let valid: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    (valid.iter().sum::<f64>() / valid.len() as f64, valid.len())
}

/// The value of a cell of a raster of 100 columns.
fn at(values: &[f64], row: usize, col: usize) -> f64 {
    values[row * 100 + col]
}

/// Landsat 7 over Chiapas, wet season 1999 and dry season 2002; Fmask in band 8: 0 clear land, 2 shadow, 4 cloud.
#[test]
fn chiapas_browns_from_the_wet_to_the_dry_season() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folder = imagery("landsat_chiapas_before_after");
    let row = |file: &str, date: &str| {
        let path = folder.join(file).canonicalize().unwrap();
        format!("{},{date},landsat7,3,4,8,0,0.0001\n", arg(&path))
    };
    let rows = [
        row("LE70220491999322EDC01_stack.gtif", "1999-11-18"),
        row("LE70220492002106EDC00_stack.gtif", "2002-04-16"),
    ];
    let table = dir.path().join("scenes.csv");
    std::fs::write(
        &table,
        format!(
            "file,date,sensor,red,nir,mask,keep,scale\n{}",
            rows.concat()
        ),
    )
    .unwrap();
    let run = |way: &str| {
        let out = dir.path().join(way);
        aimak(&[
            "composite",
            "--table",
            arg(&table),
            "--every",
            "day",
            "--harmonise",
            way,
            "--out",
            arg(&out),
        ])
        .good();
        out
    };
    let out = run("none");
    assert_eq!(names(&out.join("ndvi.tif")), ["1999-11-18", "2002-04-16"]);
    // numpy 2.4.6 and rasterio 1.4.4: mean of (b4 - b3)/(b4 + b3) where b8 is 0; 62,500 and 45,696 cells
    for (number, expected, cells) in [(1, 0.708_813_395_4, 62_500), (2, 0.403_785_969_3, 45_696)] {
        let (found, n) = mean(&band(&out.join("ndvi.tif"), number));
        assert!(
            (found - expected).abs() < 1e-7 && n == cells,
            "{number}: {found}, {n}"
        );
    }
    assert_eq!(
        about(&out)["images"][1]["pixels"]["masked"],
        62_500 - 45_696
    );
    // the same with 0.9047·red + 0.0061 and 0.8462·nir + 0.0412 (Roy et al. 2016, Table 2), again by numpy
    let seen = run("oli");
    for (number, expected) in [(1, HARMONISED[0]), (2, HARMONISED[1])] {
        let (found, _) = mean(&band(&seen.join("ndvi.tif"), number));
        assert!((found - expected).abs() < 1e-7, "{number}: {found}");
    }
}

/// Means over the clear cells of both dates seen as Landsat 8.
const HARMONISED: [f64; 2] = [0.698_233_039_7, 0.423_303_318_7];

/// numpy 2.4.6: two images of one day averaged (8 December 2015), then `nanmedian` over the days of a month where at least
/// two are valid. Month, clear cell days, cells with a value, their mean, cells (10, 20) and (50, 50).
const MONTHS: [(&str, f64, usize, f64, f64, f64); 5] = [
    ("2015-12", 20_200.0, 10_100, 0.416_485, 0.3561, 0.3779),
    ("2016-05", 28_118.0, 10_100, 0.634_939, 0.6007, 0.6726),
    ("2016-06", 12_772.0, 2_910, 0.590_715, f64::NAN, f64::NAN),
    ("2017-07", 51_787.0, 10_100, 0.678_876, 0.7259, 0.7606),
    ("2017-09", 11_506.0, 1_766, 0.478_283, 0.5504, f64::NAN),
];

#[test]
fn months_over_slovenia_agree_with_numpy() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("months");
    aimak(&["composite", "--stack", arg(&slovenia()), "--out", arg(&out)]).good();
    let months = names(&out.join("ndvi.tif"));
    assert_eq!(months.len(), 27, "months with an image");
    for (month, days, cells, expected, one, other) in MONTHS {
        let number = months.iter().position(|name| name == month).unwrap() + 1;
        let (values, counts) = (
            band(&out.join("ndvi.tif"), number),
            band(&out.join("count.tif"), number),
        );
        assert_eq!(counts.iter().sum::<f64>(), days, "{month}");
        let (found, n) = mean(&values);
        assert!(
            (found - expected).abs() < 5e-7 && n == cells,
            "{month}: {found}, {n}"
        );
        for (found, expected) in [(at(&values, 10, 20), one), (at(&values, 50, 50), other)] {
            assert!(found.is_nan() == expected.is_nan(), "{month}");
            assert!(
                found.is_nan() || (found - expected).abs() < 5e-5 + 1e-7,
                "{month}: {found}"
            );
        }
    }
    // what was written is read again, by its own names
    let trend = dir.path().join("trend");
    let said = aimak(&[
        "trend",
        "--raster",
        arg(&out.join("ndvi.tif")),
        "--out",
        arg(&trend),
    ])
    .good();
    assert!(said.err.contains("27 images of 3 years"), "{}", said.err);
    assert_eq!(about(&trend)["years"], json!([2015.0, 2016.0, 2017.0]));
    in_a_project(dir.path(), &out);
}

/// The series as a layer of a project file: seasonal means of fields.
fn in_a_project(dir: &Path, series: &Path) {
    let toml = format!(
        "[project]\nid = \"slovenia\"\ntitle = {{ en = \"Fields\", ru = \"Поля\", ky = \"Талаалар\" }}\ncrs = \"EPSG:32633\"\nseed = 1\nedition = {{ id = \"1\", date = \"2026-11-24\" }}\n\n[boundaries]\nfile = \"{}\"\ncode = {{ row_number = \"F\" }}\n\n[[rasters]]\nid = \"ndvi\"\nrole = \"ndvi\"\nfile = \"{}\"\ndates_from = \"band_names\"\nseason = [4, 10]\n",
        imagery("eolearn_sentinel2/LULC.gpkg")
            .canonicalize()
            .unwrap()
            .display(),
        series.join("ndvi.tif").display(),
    );
    let project = dir.join("monitoring.toml");
    std::fs::write(&project, toml).unwrap();
    let out = dir.join("release");
    aimak(&["run", arg(&project), "--out", arg(&out)]).good();
    let release = release(&out);
    let found = findings(&release, "ndvi_season_mean");
    let dated = found
        .iter()
        .filter(|finding| finding["outcome"]["estimated"]["value"].is_number());
    assert!(dated.count() > 100, "fields and months with a value");
}

/// numpy 2.4.6: `trapezoid` of max(0, NDVI − 0.1) over the days of the season, refused by the rules of METHODS D.3 in a plain
/// loop over the cells. 2015 begins in July and 2016 on 26 April: neither sees the beginning of the season.
#[test]
fn productivity_over_slovenia_agrees_with_numpy() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let (lowland, belts) = (dir.path().join("lowland"), dir.path().join("belts"));
    let stack = slovenia();
    aimak(&[
        "productivity",
        "--raster",
        arg(&stack),
        "--out",
        arg(&lowland),
    ])
    .good();
    assert_eq!(
        names(&lowland.join("productivity.tif")),
        ["2015", "2016", "2017"]
    );
    let year = band(&lowland.join("productivity.tif"), 3);
    let (found, n) = mean(&year);
    assert!(
        (found - 105.2808).abs() < 1e-4 && n == 10_100,
        "{found}, {n}"
    );
    assert!(
        (at(&year, 10, 20) - 103.96).abs() < 1e-4 && (at(&year, 50, 50) - 120.7625).abs() < 1e-4
    );
    let told = about(&lowland);
    for place in [0, 1] {
        assert_eq!(
            told["years"][place]["refused"],
            json!({ "SEASON_NOT_COVERED": 10_100 })
        );
    }

    // above 700 m (half of the cells) May to September
    let dem = imagery("eolearn_sentinel2/dem.tif");
    let said = aimak(&[
        "productivity",
        "--raster",
        arg(&stack),
        "--dem",
        arg(&dem),
        "--belts",
        "700=05-01..09-30",
        "--out",
        arg(&belts),
    ])
    .good();
    let told = about(&belts);
    assert_eq!(
        told["years"][1]["refused"],
        json!({ "SEASON_NOT_COVERED": 5_020, "GAP_TOO_LONG": 3_953 })
    );
    assert_eq!(
        told["years"][2]["refused"],
        json!({ "SEASON_NOT_COVERED": 2_482 })
    );
    let sums = [(2, 77.6594, 1_127), (3, 97.6729, 7_618)];
    for (number, expected, cells) in sums {
        let (found, n) = mean(&band(&belts.join("productivity.tif"), number));
        assert!(
            (found - expected).abs() < 1e-4 && n == cells,
            "{number}: {found}, {n}"
        );
    }
    assert!(said.err.contains("GAP_TOO_LONG"), "{}", said.err);
    let trend = dir.path().join("trend");
    aimak(&[
        "trend",
        "--raster",
        arg(&belts.join("productivity.tif")),
        "--out",
        arg(&trend),
    ])
    .good();
}
