//! `aimak degradation`: SDG 15.3.1 of an invented country, judged by the parts of others.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    land,
    program::{Said, aimak, arg, files, root, shared_data},
};

/// The invented country.
fn country() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    land::country(dir.path());
    dir
}

/// Asks with all layers and both periods.
fn ask(dir: &Path, out: &Path, further: &[&str]) -> Said {
    let pattern = |name: &str| dir.join(format!("{name}_{{year}}.asc"));
    let (ndvi, cover, soc) = (pattern("ndvi"), pattern("cover"), pattern("soc"));
    let zones = dir.join("zones.geojson");
    let mut args = vec!["degradation", "--productivity", arg(&ndvi)];
    args.extend(["--land-cover", arg(&cover), "--soil-carbon", arg(&soc)]);
    args.extend(["--baseline", "2000-2015", "--reporting", "2004-2019"]);
    args.extend(["--polygons", arg(&zones), "--id", "name"]);
    args.extend(["--out", arg(out)]);
    args.extend(further);
    aimak(&args)
}

fn about(out: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(out.join("about.json")).unwrap()).unwrap()
}

/// Cells of each code of a map.
fn cells(about: &Value, map: &str) -> Vec<(i64, u64)> {
    let codes = about["cells"][map].as_object().unwrap();
    let mut cells: Vec<(i64, u64)> = codes
        .iter()
        .map(|(code, n)| (code.parse().unwrap(), n.as_u64().unwrap()))
        .collect();
    cells.sort_unstable();
    cells
}

/// Every cell, by pymannkendall 1.4.3 (trend), numpy 2.4.6 (state, 90th percentiles) and the truth tables of Trends.Earth
/// in `../shared/reference/raster` (productivity, indicator, status; land cover by its list of transitions).
#[test]
fn every_cell_agrees_with_its_peers() {
    let dir = country();
    let out = dir.path().join("out");
    let said = ask(dir.path(), &out, &[]).good();
    assert!(
        said.err.contains("DEFAULT"),
        "the rules are named: {}",
        said.err
    );
    assert!(
        said.err.contains("ten years"),
        "what NDVI cannot show is said: {}",
        said.err
    );
    let about = about(&out);
    let expected: [(&str, &[(i64, u64)]); 9] = [
        ("trend", &[(-1, 1186), (0, 801), (1, 1013)]),
        ("state", &[(-1, 1314), (0, 773), (1, 744)]),
        ("performance", &[(-1, 925), (0, 2048)]),
        (
            "productivity",
            &[(1, 1223), (2, 194), (3, 156), (4, 301), (5, 930)],
        ),
        ("land_cover", &[(-1, 186), (0, 2633), (1, 154)]),
        ("soil_carbon", &[(-1, 632), (0, 1436), (1, 692)]),
        ("sdg", &[(-1, 1585), (0, 188), (1, 807)]),
        ("sdg_baseline", &[(-1, 1358), (0, 284), (1, 919)]),
        (
            "status",
            &[
                (1, 962),
                (2, 534),
                (3, 63),
                (4, 63),
                (5, 44),
                (6, 303),
                (7, 449),
            ],
        ),
    ];
    for (map, expected) in expected {
        assert_eq!(cells(&about, map), expected, "{map}");
        assert!(out.join(format!("{map}.tif")).is_file(), "{map}");
    }
    assert_eq!(about["matrix"], "UNCCD_DEFAULT");
    assert_eq!(
        about["reporting"]["land_cover_maps"],
        serde_json::json!([2016, 2019])
    );
}

/// Cells of polygon A by class, from exactextract 0.3.0 on the classes that the peers above gave; a cell is a hectare.
#[test]
fn hectares_agree_with_exactextract() {
    let dir = country();
    let out = dir.path().join("out");
    ask(dir.path(), &out, &[]).good();
    let text = std::fs::read_to_string(out.join("polygons.csv")).unwrap();
    let row = |id: &str, map: &str, code: i64| -> Vec<String> {
        let found = text
            .lines()
            .map(|line| line.split(',').map(str::to_owned).collect());
        let mut found = found.filter(|row: &Vec<String>| {
            row[0] == id && row[1] == map && row[3] == code.to_string()
        });
        found
            .next()
            .unwrap_or_else(|| panic!("{id} {map} {code} is not in\n{text}"))
    };
    // map, hectares by code, hectares without a class
    let expected: [(&str, &[(i64, f64)], f64); 3] = [
        (
            "sdg",
            &[(-1, 1_102.838_786), (0, 132.916_925), (1, 560.231_783)],
            125.260_328,
        ),
        (
            "land_cover",
            &[(-1, 158.193_272), (0, 1_622.773_307), (1, 119.492_864)],
            20.788_379,
        ),
        (
            "status",
            &[
                (1, 642.802_623),
                (2, 393.499_236),
                (3, 43.638_298),
                (4, 48.207_640),
                (5, 29.070_987),
                (6, 218.314_115),
                (7, 303.734_373),
            ],
            241.980_549,
        ),
    ];
    for (map, classes, missing) in expected {
        let known: f64 = classes.iter().map(|(_, ha)| ha).sum();
        for (code, ha) in classes {
            let row = row("A", map, *code);
            let near = |column: usize, expected: f64| {
                let found: f64 = row[column].parse().unwrap();
                assert!(
                    (found - expected).abs() < 1e-6 * expected,
                    "{map} {code}: {row:?}"
                );
            };
            // exactextract keeps fractions in single precision
            near(5, 100.0 * ha / known);
            near(6, 100.0 * missing / (known + missing));
            near(7, 28.372_178);
            if *ha >= 1000.0 {
                near(4, *ha);
                assert_eq!(row[8], "");
            } else {
                assert_eq!((row[4].as_str(), row[8].as_str()), ("", "TOO_FEW_PIXELS"));
            }
        }
    }
    let small = row("B", "sdg", -1);
    assert_eq!(
        (small[4].as_str(), small[5].as_str()),
        ("", ""),
        "25 ha are no aimak"
    );
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let dir = country();
    let out = dir.path().join("out");
    let mut written = Vec::new();
    for threads in ["1", "4"] {
        let variant = [
            "--variant",
            "trends-earth",
            "--any-available",
            "--threads",
            threads,
        ];
        ask(dir.path(), &out, &variant).good();
        let read = |file| std::fs::read(out.join(file)).unwrap();
        written.push(files(&out).into_iter().map(read).collect::<Vec<_>>());
        assert!(out.join("sdg_complete.tif").is_file());
    }
    assert_eq!(written[0], written[1]);
}

#[test]
fn what_does_not_fit_is_told_at_once() {
    let dir = country();
    let out = dir.path().join("out");
    let matrix = dir.path().join("own.toml");
    std::fs::write(
        &matrix,
        "id = \"UNCCD_DEFAULT\"\nlegend = [\"pasture\", \"pasture\"]\n",
    )
    .unwrap();
    let legend = dir.path().join("own.csv");
    std::fs::write(&legend, "code,class\n10 cropland\n").unwrap();
    let args = ["--matrix", arg(&matrix), "--legend", arg(&legend)];
    let said = ask(dir.path(), &out, &args);
    assert_eq!(said.code, 1);
    for part in [
        "pasture stands twice",
        "has no row",
        "UNCCD_DEFAULT",
        "row 2",
        "10 cropland",
    ] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
    let said = ask(dir.path(), &out, &["--climate", "temperate-dry"]);
    assert!(
        said.code == 1 && said.err.contains("--climate"),
        "{}",
        said.err
    );
    assert!(!out.exists(), "nothing is written");
}

/// Windows that the series does not reach, and a baseline after the report.
#[test]
fn short_series_name_the_years_they_lack() {
    let dir = country();
    let ndvi = dir.path().join("ndvi_{year}.asc");
    let out = dir.path().join("out");
    let ask = |further: &[&str]| {
        let mut args = vec![
            "degradation",
            "--productivity",
            arg(&ndvi),
            "--out",
            arg(&out),
        ];
        args.extend(further);
        aimak(&args)
    };
    let said = ask(&["--reporting", "2006-2021"]);
    assert!(
        said.code == 1 && said.err.contains("2020–2021"),
        "{}",
        said.err
    );
    let said = ask(&["--reporting", "2000-2010"]);
    assert!(
        said.code == 1 && said.err.contains("2000-2010 (11)"),
        "{}",
        said.err
    );
    let said = ask(&["--baseline", "2004-2019", "--reporting", "2000-2015"]);
    assert!(
        said.code == 1 && said.err.contains("--reporting"),
        "{}",
        said.err
    );
    // alone, without units: trend and state, and why there is no more
    let said = ask(&[]).good();
    assert!(said.err.contains("--any-available"), "{}", said.err);
    let written: Vec<String> = files(&out)
        .iter()
        .map(|f| f.display().to_string())
        .collect();
    assert_eq!(written, ["about.json", "state.tif", "trend.tif"]);
}

#[test]
fn ndvi_times_ten_thousand_is_nothing_for_trends_earth() {
    let dir = country();
    for year in 2000..2020 {
        let path = dir.path().join(format!("ndvi_{year}.asc"));
        land::ascii_grid(&path, (60, 50), 100, |_, col| (3000 + col).to_string());
    }
    let out = dir.path().join("out");
    let said = ask(dir.path(), &out, &["--variant", "trends-earth"]);
    assert!(
        said.code == 1 && said.err.contains("-scale 0.0001"),
        "{}",
        said.err
    );
    assert!(!out.exists());
}

/// Twelve years of MODIS are no sixteen.
#[test]
fn the_modis_series_of_bfast_is_too_short() {
    if !shared_data() {
        return;
    }
    let raster = root().join("../shared/data/imagery/bfast_modisraster.tif");
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let args = [
        "degradation",
        "--productivity",
        arg(&raster),
        "--reporting",
        "2000-2015",
    ];
    let said = aimak(&[&args[..], &["--out", arg(&out)]].concat());
    assert_eq!(said.code, 1);
    assert!(said.err.contains("2013–2015"), "{}", said.err);
    assert!(!out.exists());
}
