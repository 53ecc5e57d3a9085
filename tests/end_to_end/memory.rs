//! A raster of 1.3 thousand million cells is counted in bounded memory, and counted right.

use std::{collections::BTreeMap, fmt::Write as _, path::Path, process::Command, time::Duration};

use crate::program::{arg, root, shared_data};

/// Peak memory that two threads may take, MB. The cells alone are 1,296 MB.
const MOST_MB: u64 = 400;
/// Squares on a side of the tile, 0.25 degrees each.
const SQUARES: usize = 12;

/// Runs the program and watches its peak resident memory, in MB; `None` where the system does not tell.
///
/// The system keeps the highest value itself, so that asking now and then misses nothing but the last moments.
fn watched(args: &[&str]) -> Option<u64> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aimak"))
        .args(args)
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut highest = None;
    loop {
        let ended = child.try_wait().unwrap();
        let told = std::fs::read_to_string(&status).ok();
        let line = told
            .as_deref()
            .and_then(|told| told.lines().find(|line| line.starts_with("VmHWM:")));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        highest = highest.max(kilobytes);
        if let Some(ended) = ended {
            assert!(ended.success(), "{args:?}");
            return highest.map(|kilobytes| kilobytes / 1024);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Squares that fill the tile, the tile itself, and two shapes whose edges cut cells.
fn zones() -> String {
    let mut rings: Vec<(String, Vec<(f64, f64)>)> = Vec::new();
    for place in 0..SQUARES * SQUARES {
        let (row, col) = (place / SQUARES, place % SQUARES);
        let (west, north) = (6.0 + col as f64 * 0.25, 3.0 - row as f64 * 0.25);
        let (east, south) = (west + 0.25, north - 0.25);
        let ring = vec![(west, north), (east, north), (east, south), (west, south)];
        rings.push((format!("r{row:02}c{col:02}"), ring));
    }
    rings.push((
        "tile".into(),
        vec![(6.0, 3.0), (9.0, 3.0), (9.0, 0.0), (6.0, 0.0)],
    ));
    let corner = |k: u32| {
        let angle = f64::from(k) * std::f64::consts::PI / 18.0;
        (6.6 + 0.4 * angle.cos(), 0.3 + 0.28 * angle.sin())
    };
    rings.push(("disc".into(), (0..36).map(corner).collect()));
    rings.push((
        "triangle".into(),
        vec![(6.01, 0.02), (8.9, 0.03), (6.02, 2.95)],
    ));
    let mut features = String::new();
    for (name, ring) in rings {
        let comma = if features.is_empty() { "" } else { "," };
        let closed = ring.iter().chain(&ring[..1]);
        let points: Vec<String> = closed.map(|(x, y)| format!("[{x},{y}]")).collect();
        let polygon = format!(
            r#"{{"type":"Polygon","coordinates":[[{}]]}}"#,
            points.join(",")
        );
        let properties = format!(r#"{{"zone":"{name}"}}"#);
        write!(
            features,
            r#"{comma}{{"type":"Feature","properties":{properties},"geometry":{polygon}}}"#
        )
        .unwrap();
    }
    format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)
}

/// Columns of each zone that hold a number.
fn table(path: &Path) -> BTreeMap<String, BTreeMap<String, f64>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split(','));
    let names: Vec<&str> = lines.next().unwrap().skip(1).collect();
    let row = |mut fields: std::str::Split<'_, char>| {
        let zone = fields.next().unwrap().to_owned();
        let numbers = names
            .iter()
            .zip(fields)
            .filter_map(|(name, field)| Some(((*name).to_owned(), field.parse().ok()?)));
        (zone, numbers.collect())
    };
    lines.map(row).collect()
}

#[test]
fn a_whole_tile_of_land_cover_fits_into_bounded_memory() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let (polygons, out) = (
        dir.path().join("zones.geojson"),
        dir.path().join("zones.csv"),
    );
    std::fs::write(&polygons, zones()).unwrap();
    let tile =
        "../shared/data/landcover/worldcover_saotome/ESA_WorldCover_10m_2021_v200_N00E006_Map.tif";
    let peak = watched(&[
        "zonal",
        "--quiet",
        "--threads",
        "2",
        "--raster",
        arg(&root().join(tile)),
        "--polygons",
        arg(&polygons),
        "--id",
        "zone",
        "--stats",
        "count,majority,shares",
        "--out",
        arg(&out),
    ]);
    let found = table(&out);
    assert_eq!(found.len(), SQUARES * SQUARES + 3);
    squares_agree_with_a_histogram(&found);
    crooked_shapes_agree_with_exactextract(&found);
    if cfg!(target_os = "linux") {
        let peak = peak.expect("Linux tells the peak memory of a process");
        assert!((20..MOST_MB).contains(&peak), "{peak} MB");
    }
}

/// Whole cells only: counts are exact.
fn squares_agree_with_a_histogram(found: &BTreeMap<String, BTreeMap<String, f64>>) {
    let expected = table(&root().join("tests/real/worldcover_squares.csv"));
    assert_eq!(expected.len(), 36);
    for (zone, figures) in found
        .iter()
        .filter(|(zone, _)| zone.starts_with('r') || *zone == "tile")
    {
        let Some(classes) = expected.get(zone) else {
            assert_eq!(figures["count"], 0.0, "{zone} is sea");
            continue;
        };
        let all: f64 = classes.values().sum();
        // borders of squares lie on borders of cells as far as degrees in double precision can
        assert!(
            (figures["count"] - all).abs() < 1e-6,
            "{zone}: {} cells",
            figures["count"]
        );
        for (class, cells) in classes {
            let share = figures
                .get(&class.replace("class", "share"))
                .copied()
                .unwrap_or(0.0);
            assert!(
                (share - cells / all).abs() < 1e-12,
                "{zone} {class}: {share}"
            );
        }
    }
}

/// exactextract 0.3.0 (Python): count, then frac of classes 10, 30, 50 and 80; it keeps fractions in single precision.
fn crooked_shapes_agree_with_exactextract(found: &BTreeMap<String, BTreeMap<String, f64>>) {
    let expected = [
        (
            "disc",
            50_410_760.569_416_285,
            [
                0.183_457_249_392_763_53,
                0.007_128_359_023_767_868,
                0.003_427_422_995_574_15,
                0.803_456_513_966_748_9,
            ],
        ),
        (
            "triangle",
            121_111_757.551_416_32,
            [
                0.078_879_736_011_375_56,
                0.003_063_331_837_922_650_5,
                0.001_427_499_720_054_869_3,
                0.915_500_187_937_312_4,
            ],
        ),
    ];
    for (zone, count, shares) in expected {
        let figures = &found[zone];
        assert!(
            (figures["count"] - count).abs() < 1e-3,
            "{zone}: {}",
            figures["count"]
        );
        assert_eq!(figures["majority"], 80.0);
        for (class, share) in [10, 30, 50, 80].into_iter().zip(shares) {
            let ours = figures[&format!("share_{class}")];
            assert!(
                (ours - share).abs() < 1e-10,
                "{zone} {class}: {ours} against {share}"
            );
        }
    }
}
