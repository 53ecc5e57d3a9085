//! `aimak zonal` and `aimak trend`: figures of rasters without a project file.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::program::{aimak, arg, root, shared_data};

/// Header and rows of a CSV without quotes.
fn rows(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    (lines.next().unwrap(), lines.collect())
}

/// The invented region.
fn demo() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    aimak(&["demo", "--out", arg(dir.path()), "--quiet"]).good();
    dir
}

/// Asks the demo's NDVI for figures of its aimaks.
fn ask(dir: &Path, raster: &str, further: &[&str], out: &Path) -> crate::program::Said {
    let polygons = dir.join("boundaries.geojson");
    let mut args = vec![
        "zonal",
        "--raster",
        raster,
        "--polygons",
        arg(&polygons),
        "--id",
        "code",
    ];
    args.extend(further);
    args.extend(["--out", arg(out)]);
    aimak(&args)
}

/// exactextract 0.3.0 (Python) on the polygons projected by GeoPandas: fields 1, 2, 18 and 35.
#[test]
fn fergana_figures_agree_with_exactextract() {
    if !shared_data() {
        return;
    }
    let folder = root().join("../shared/data/imagery/fieldRS_uzbekistan");
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("fields.csv");
    let (raster, polygons) = (folder.join("ndvi.tif"), folder.join("fieldData.geojson"));
    let said = aimak(&[
        "zonal",
        "--raster",
        arg(&raster),
        "--polygons",
        arg(&polygons),
        "--id",
        "crop",
        "--stats",
        "count,mean,stdev,sum,min,max,majority,minority,variety",
        "--out",
        arg(&out),
    ])
    .good();
    assert!(
        said.err.contains("projected"),
        "a projection is said: {}",
        said.err
    );
    let (header, rows) = rows(&out);
    let expected: [(usize, [(&str, f64); 9]); 4] = [
        (
            0,
            [
                ("band_1_count", 127.613_539_727),
                ("band_1_mean", 2_673.509_895_215),
                ("band_1_stdev", 545.817_324_234),
                ("band_5_sum", 376_739.860_144_632),
                ("band_3_min", 1285.0),
                ("band_3_max", 4484.0),
                ("band_1_majority", 3257.0),
                ("band_1_minority", 1439.0),
                ("band_1_variety", 155.0),
            ],
        ),
        (
            1,
            [
                ("band_1_count", 107.503_018_055),
                ("band_1_mean", 760.181_365_378),
                ("band_1_stdev", 502.804_250_601),
                ("band_5_sum", 255_519.272_167_040),
                ("band_3_min", 2203.0),
                ("band_3_max", 4043.0),
                ("band_1_majority", 509.0),
                ("band_1_minority", 1003.0),
                ("band_1_variety", 128.0),
            ],
        ),
        (
            17,
            [
                ("band_1_count", 81.982_875_775),
                ("band_1_mean", 2_419.262_539_492),
                ("band_1_stdev", 230.275_412_151),
                ("band_5_sum", 88_089.322_454_431),
                ("band_3_min", 2934.0),
                ("band_3_max", 5492.0),
                ("band_1_majority", 2660.0),
                ("band_1_minority", 1912.0),
                ("band_1_variety", 102.0),
            ],
        ),
        (
            34,
            [
                ("band_1_count", 53.855_160_862),
                ("band_1_mean", 2_154.222_263_324),
                ("band_1_stdev", 267.061_199_201),
                ("band_5_sum", 96_657.843_350_261),
                ("band_3_min", 3166.0),
                ("band_3_max", 4386.0),
                ("band_1_majority", 2075.0),
                ("band_1_minority", 2890.0),
                ("band_1_variety", 62.0),
            ],
        ),
    ];
    for (row, figures) in expected {
        for (name, expected) in figures {
            let column = header.iter().position(|column| column == name).unwrap();
            let found: f64 = rows[row][column].parse().unwrap();
            // edges were divided before they were projected, and the peer keeps fractions in single precision
            assert!(
                (found / expected - 1.0).abs() < 1e-4,
                "field {row} {name}: {found}, expected {expected}"
            );
        }
    }
}

/// The rule of METHODS R.3 belongs to indicators: a plain figure reports what is there, for every real field, whole or not.
#[test]
fn thousands_of_fields_and_a_big_map() {
    if !shared_data() {
        return;
    }
    let data = root().join("../shared/data");
    let dir = tempfile::tempdir().unwrap();
    let fields = data.join("imagery/cawa_central_asia/CAWa_CropType_samples.shp");
    let ndvi = data.join("imagery/copernicus_ndvi_june21_1999_2017_central_asia_5km.tif");
    let out = dir.path().join("fields.gpkg");
    let ask = |further: &[&str]| {
        let mut args = vec![
            "zonal",
            "--raster",
            arg(&ndvi),
            "--polygons",
            arg(&fields),
            "--stats",
            "mean,count",
            "--out",
            arg(&out),
            "--json",
        ];
        args.extend(further);
        aimak(&args)
    };
    let refused = ask(&[]);
    assert_eq!(refused.code, 1, "four polygons cross themselves");
    assert!(!out.exists(), "nothing half-written");
    assert_eq!(ask(&["--skip-invalid"]).good().json()["polygons"], 8_435);
    let bytes = std::fs::read(&out).unwrap();
    ask(&["--skip-invalid", "--threads", "1"]).good();
    assert_eq!(
        bytes,
        std::fs::read(&out).unwrap(),
        "the same bytes on one thread"
    );
}

#[test]
fn formats_hold_the_same_and_bad_requests_name_everything() {
    let dir = demo();
    let raster = dir.path().join("ndvi.tif");
    let csv = dir.path().join("out.csv");
    let stats = [
        "--band",
        "3",
        "--stats",
        "count,mean,median,quantile=0.9,area_ha",
    ];
    ask(dir.path(), arg(&raster), &stats, &csv).good();
    let (header, found) = rows(&csv);
    assert_eq!(
        header,
        ["code", "count", "mean", "median", "quantile=0.9", "area_ha"]
    );
    assert_eq!(found.len(), 24);
    for ending in ["parquet", "gpkg"] {
        let out = dir.path().join(format!("out.{ending}"));
        let said = ask(
            dir.path(),
            arg(&raster),
            &[&stats[..], &["--json"]].concat(),
            &out,
        )
        .good();
        assert_eq!(said.json()["polygons"], 24, "{ending}");
    }
    let out = dir.path().join("out.xls");
    let wrong = ["--stats", "mean,medain,weighted_mean"];
    let said = ask(dir.path(), arg(&raster), &wrong, &out);
    assert_eq!(said.code, 1);
    for word in ["medain", "median", "--weights", ".parquet"] {
        assert!(said.err.contains(word), "{word}: {}", said.err);
    }
    assert!(!out.exists());
    let no_field = aimak(&[
        "zonal",
        "--raster",
        arg(&raster),
        "--polygons",
        arg(&dir.path().join("boundaries.geojson")),
        "--id",
        "cod",
        "--stats",
        "mean",
        "--out",
        arg(&csv),
    ]);
    assert!(
        no_field.code == 1 && no_field.err.contains("code"),
        "{}",
        no_field.err
    );
}

/// A file that was cut short costs the bands that lay behind the cut, and nothing else.
#[test]
fn a_torn_file_is_named_and_the_rest_is_not_lost() {
    let dir = demo();
    let (whole, torn) = (dir.path().join("ndvi.tif"), dir.path().join("torn.tif"));
    let bytes = std::fs::read(&whole).unwrap();
    std::fs::write(&torn, &bytes[..bytes.len() * 6 / 10]).unwrap();
    let (good, bad) = (dir.path().join("good.csv"), dir.path().join("bad.csv"));
    ask(dir.path(), arg(&whole), &["--stats", "mean"], &good).good();
    let said = ask(dir.path(), arg(&torn), &["--stats", "mean"], &bad);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("torn.tif") && said.err.contains("band "),
        "{}",
        said.err
    );
    let ((_, good), (_, bad)) = (rows(&good), rows(&bad));
    let kept = good
        .iter()
        .zip(&bad)
        .flat_map(|(g, b)| g.iter().zip(b))
        .filter(|(g, b)| g == b)
        .count();
    let cells = good.len() * good[0].len();
    assert!(
        kept > cells / 2 && kept < cells,
        "{kept} of {cells} figures are the same"
    );
    let invented = good
        .iter()
        .zip(&bad)
        .flat_map(|(g, b)| g.iter().zip(b))
        .any(|(g, b)| g != b && !b.is_empty());
    assert!(!invented, "a figure is right or absent");
}

/// A server on this computer that answers range requests.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_raster_is_read_over_http_by_ranges() {
    let dir = demo();
    std::fs::write(dir.path().join("index.html"), "a folder with rasters").unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_aimak"))
        .args(["serve", arg(dir.path()), "--port", "0", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let _server = Server(server);
    let address = lines
        .map_while(Result::ok)
        .find_map(|line| Some(line.split('"').nth(3)?.to_owned()).filter(|a| a.starts_with("http")))
        .unwrap();
    let (local, remote) = (dir.path().join("local.csv"), dir.path().join("remote.csv"));
    ask(
        dir.path(),
        arg(&dir.path().join("ndvi.tif")),
        &["--stats", "mean,count"],
        &local,
    )
    .good();
    ask(
        dir.path(),
        &format!("{address}ndvi.tif"),
        &["--stats", "mean,count"],
        &remote,
    )
    .good();
    assert_eq!(
        std::fs::read(local).unwrap(),
        std::fs::read(remote).unwrap()
    );
    let missing = ask(
        dir.path(),
        &format!("{address}nothing.tif"),
        &["--stats", "mean"],
        &dir.path().join("x.csv"),
    );
    assert!(
        missing.code == 1 && missing.err.contains("nothing.tif"),
        "{}",
        missing.err
    );
}

#[test]
fn trends_of_the_demo_are_maps_and_a_table() {
    let dir = demo();
    let (raster, polygons) = (
        dir.path().join("ndvi.tif"),
        dir.path().join("boundaries.geojson"),
    );
    let run = |out: &Path, threads: &str| {
        aimak(&[
            "trend",
            "--raster",
            arg(&raster),
            "--fdr",
            "0.05",
            "--interval",
            "--polygons",
            arg(&polygons),
            "--id",
            "code",
            "--threads",
            threads,
            "--out",
            arg(out),
        ])
        .good()
    };
    let (one, two, seven) = (
        dir.path().join("one"),
        dir.path().join("two"),
        dir.path().join("seven"),
    );
    run(&one, "1");
    run(&two, "2");
    run(&seven, "7");
    let names = [
        "about.json",
        "direction.tif",
        "n.tif",
        "p.tif",
        "polygons.csv",
        "q.tif",
        "slope.tif",
        "slope_high.tif",
        "slope_low.tif",
        "tau.tif",
    ];
    let listed: Vec<String> = crate::program::files(&one)
        .iter()
        .map(|f| f.display().to_string())
        .collect();
    assert_eq!(listed, names, "no draft is left");
    for name in names {
        let of_one = std::fs::read(one.join(name)).unwrap();
        for (threads, more) in [(2, &two), (7, &seven)] {
            let same = of_one == std::fs::read(more.join(name)).unwrap();
            assert!(same, "{name} on one and {threads} threads");
        }
    }
    let (header, rows) = rows(&one.join("polygons.csv"));
    assert_eq!(header[..3], ["code", "n", "slope_per_year"]);
    assert_eq!(rows.len(), 24);
    for row in rows {
        let number = |k: usize| row[k].parse::<f64>().unwrap();
        assert!(
            number(3) <= number(2) && number(2) <= number(4),
            "a slope lies in its interval: {row:?}"
        );
    }
    let no_dates = aimak(&[
        "trend",
        "--raster",
        arg(&dir.path().join("dem.tif")),
        "--out",
        arg(&dir.path().join("t")),
    ]);
    assert!(
        no_dates.code == 1 && no_dates.err.contains("--dates"),
        "{}",
        no_dates.err
    );
}

/// pymannkendall 1.4.3, `seasonal_test(period=12)` on the monthly means (NaN for a month without an image) of the MODIS cell in
/// row 2, column 3: S −144, p 0.00464445, tau −0.18181818, slope −57.540404, 144 months.
#[test]
fn seasonal_trends_agree_with_pymannkendall() {
    if !shared_data() {
        return;
    }
    let raster = root().join("../shared/data/imagery/bfast_modisraster.tif");
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    aimak(&[
        "trend",
        "--raster",
        arg(&raster),
        "--seasonal",
        "--out",
        arg(&out),
    ])
    .good();
    let cell = |map: &str| {
        let file = gdal::Dataset::open(out.join(map)).unwrap();
        let band = file.rasterband(1).unwrap();
        band.read_as::<f64>((3, 2), (1, 1), (1, 1), None).unwrap()[(0, 0)]
    };
    assert!((cell("slope.tif") - -57.540_404).abs() < 1e-5);
    assert!((cell("p.tif") - 0.004_644_45).abs() < 1e-8);
    assert!((cell("tau.tif") - -0.181_818_18).abs() < 1e-7);
    assert!((cell("n.tif") - 144.0).abs() < 1e-9);
}
