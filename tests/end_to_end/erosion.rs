//! `aimak erosion`: soil loss and its way to the stream, through the program.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use gdal::{
    Dataset, DriverManager,
    raster::{Buffer, RasterCreationOptions},
    spatial_ref::SpatialRef,
};
use serde_json::{Value, json};

use crate::program::{Row, Said, aimak, arg, files, table};

const MISSING: f64 = -9999.0;
const CELL_M: f64 = 30.0;
const LEFT: f64 = 500_000.0;
const TOP: f64 = 4_600_000.0;

/// Writes cells row by row as a raster of 30 m in UTM 43.
fn raster(path: &Path, width: usize, cells: &[Option<f64>]) {
    let size = (width, cells.len() / width);
    let options = RasterCreationOptions::default();
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let mut dataset = driver
        .create_with_band_type_with_options::<f64, _>(path, size.0, size.1, 1, &options)
        .unwrap();
    let transform = [LEFT, CELL_M, 0.0, TOP, 0.0, -CELL_M];
    dataset.set_geo_transform(&transform).unwrap();
    let crs = SpatialRef::from_epsg(32643).unwrap();
    dataset.set_spatial_ref(&crs).unwrap();
    let mut band = dataset.rasterband(1).unwrap();
    band.set_no_data_value(Some(MISSING)).unwrap();
    let cells = cells.iter().map(|cell| cell.unwrap_or(MISSING)).collect();
    band.write((0, 0), size, &mut Buffer::new(size, cells))
        .unwrap();
    dataset.close().unwrap();
}

/// The cells of a map; NaN where it has none.
fn map(dir: &Path, name: &str) -> Vec<f64> {
    let dataset = Dataset::open(dir.join(format!("{name}.tif"))).unwrap();
    let size = dataset.raster_size();
    let band = dataset.rasterband(1).unwrap();
    let buffer = band.read_as::<f64>((0, 0), size, size, None).unwrap();
    buffer.into_shape_and_vec().1
}

/// Rows of the table of sums.
fn sums(dir: &Path) -> Vec<Row> {
    table(&dir.join("watersheds.csv"))
}

fn number(row: &Row, column: &str) -> f64 {
    let text = &row[column];
    text.parse().unwrap_or_else(|_| panic!("{column}: {row:?}"))
}

/// Rectangles between columns, over all rows, as GeoJSON in UTM 43.
fn rectangles(path: &Path, shapes: &[(&str, f64, f64)], height: f64) {
    let (top, bottom) = (TOP, TOP - height);
    let feature = |(name, left, right): &(&str, f64, f64)| {
        let ring = json!([
            [left, top],
            [left, bottom],
            [right, bottom],
            [right, top],
            [left, top]
        ]);
        json!({ "type": "Feature", "properties": { "name": name }, "geometry": { "type": "Polygon", "coordinates": [ring] } })
    };
    let crs = json!({ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::32643" } });
    let features: Vec<Value> = shapes.iter().map(feature).collect();
    let collection = json!({ "type": "FeatureCollection", "crs": crs, "features": features });
    std::fs::write(path, collection.to_string()).unwrap();
}

fn run(inputs: &[(&str, &str)], out: &Path) -> Said {
    let mut args = vec!["erosion", "--json"];
    args.extend(inputs.iter().flat_map(|(option, value)| [*option, *value]));
    args.extend(["--out", arg(out)]);
    aimak(&args)
}

/// A plane of 10 % down to the south, 40 rows of 12 cells.
fn plane(dir: &Path) -> PathBuf {
    let path = dir.join("plane.tif");
    let cells: Vec<_> = (0..40 * 12)
        .map(|cell| Some(1000.0 - 3.0 * f64::from(cell / 12)))
        .collect();
    raster(&path, 12, &cells);
    path
}

/// LS of rows of the plane.
const PLANE_LS: [(usize, f64); 5] = [
    (1, 2.556_523_261),
    (3, 3.980_401_906),
    (4, 4.535_283_917),
    (10, 4.570_029_370),
    (28, 4.570_029_370),
];
/// IC and SDR of rows of the plane.
const PLANE_WAY: [(usize, f64, f64); 3] = [
    (28, -3.462_621_027, 0.096_943_364_6),
    (20, -4.486_952_888, 0.061_053_418_2),
    (10, -4.951_877_284, 0.049_168_012_8),
];

/// R 900, K 0.035, C 0.08 on a plane of 10 %, worked by hand with the formulas of METHODS B.3 and B.6: S = 16.8·sin θ − 0.5,
/// m of McCool, A up to 122·30 m²; on the way to the stream in row 29, `D_up = C·S·√(900 n)`, `D_dn = 30·steps/(C·S)`.
#[test]
fn a_plane_as_worked_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let (dem, out) = (plane(dir.path()), dir.path().join("out"));
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "900"),
        ("--erodibility", "0.035"),
        ("--cover", "0.08"),
        ("--routing", "d8"),
        ("--streams", "30"),
    ];
    run(&inputs, &out).good();
    let [ls, loss, ic, sdr, export] =
        ["ls", "soil_loss", "ic", "sdr", "export"].map(|name| map(&out, name));
    let close = |found: f64, expected: f64| {
        assert!((found / expected - 1.0).abs() < 2e-6, "{found} {expected}");
    };
    for (row, expected) in PLANE_LS {
        let cell = row * 12 + 6;
        close(ls[cell], expected);
        close(loss[cell], 900.0 * 0.035 * 0.08 * expected);
    }
    for (row, index, ratio) in PLANE_WAY {
        let cell = row * 12 + 6;
        close(ic[cell], index);
        close(sdr[cell], ratio);
        close(export[cell], loss[cell] * ratio);
    }
    assert_eq!((sdr[29 * 12 + 6], sdr[35 * 12 + 6]), (1.0, 1.0), "streams");
    assert!(
        ls[6].is_nan() && ls[10 * 12].is_nan(),
        "no slope at the edge"
    );
    // 38 rows of 10 cells with a slope
    let whole = &sums(&out)[0];
    close(number(whole, "counted_ha"), 38.0 * 10.0 * 0.09);
    let sum: f64 = loss.iter().filter(|loss| !loss.is_nan()).sum();
    close(number(whole, "loss_t_per_yr"), 0.09 * sum);
    let [low, high] = ["loss_low", "loss_high"].map(|column| number(whole, column));
    // ln A varies with σ² = Σ ln(1 + CV²) of R, K, LS, C; P is not claimed
    let sigma = [0.30_f64, 0.25, 0.20, 0.40]
        .map(|cv| (1.0 + cv * cv).ln())
        .iter()
        .sum::<f64>()
        .sqrt();
    let middle = number(whole, "loss_t_per_yr");
    assert!(
        (low / middle - (-1.96 * sigma).exp()).abs() < 0.05,
        "{low} {middle}"
    );
    assert!(
        (high / middle / (1.96 * sigma).exp() - 1.0).abs() < 0.15,
        "{high} {middle}"
    );
    let shares =
        ["r", "k", "ls", "c"].map(|factor| number(whole, &format!("loss_variance_{factor}")));
    assert!(shares[3] > shares[0] && shares[0] > shares[1] && shares[1] > shares[2]);
    assert!(whole["loss_variance_p"].is_empty());
}

#[test]
fn the_same_bytes_on_any_number_of_threads_and_nothing_else_in_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let dem = plane(dir.path());
    let bytes = ["1", "3"].map(|threads| {
        let out = dir.path().join(threads);
        let inputs = [
            ("--dem", arg(&dem)),
            ("--erosivity", "900"),
            ("--erodibility", "0.035"),
            ("--cover", "0.08"),
            ("--streams", "30"),
            ("--threads", threads),
        ];
        run(&inputs, &out).good();
        let names = files(&out);
        let read = |name: &PathBuf| std::fs::read(out.join(name)).unwrap();
        let contents: Vec<_> = names.iter().map(read).collect();
        (names, contents)
    });
    assert_eq!(bytes[0], bytes[1]);
    let names: Vec<_> = bytes[0]
        .0
        .iter()
        .map(|name| name.display().to_string())
        .collect();
    let expected = [
        "about.json",
        "deposition.tif",
        "export.tif",
        "ic.tif",
        "ls.tif",
        "sdr.tif",
        "soil_loss.tif",
        "watersheds.csv",
    ];
    assert_eq!(names, expected);
}

/// Layers of InVEST SDR 3.20 and its inputs.
struct Tiny {
    inputs: Value,
    outputs: Value,
    dem: Vec<Option<f64>>,
}

const SIDE: usize = 24;

impl Tiny {
    fn read() -> Self {
        let of = |name: &str| -> Value {
            let path = crate::program::root()
                .join("crates/aimak-science/tests/oracle")
                .join(name);
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        };
        let [tiny, terrain] = ["invest_sdr_tiny.json", "invest_terrain_24x24.json"].map(of);
        Self {
            inputs: tiny["inputs"].clone(),
            outputs: tiny["outputs"].clone(),
            dem: Self::cells(&terrain["dem"]),
        }
    }

    fn cells(rows: &Value) -> Vec<Option<f64>> {
        let rows = rows.as_array().unwrap().iter();
        rows.flat_map(|row| row.as_array().unwrap())
            .map(Value::as_f64)
            .collect()
    }

    /// Rasters and the table of classes as files.
    fn write(&self, dir: &Path) {
        raster(&dir.join("dem.tif"), SIDE, &self.dem);
        for name in ["R", "K", "lc"] {
            let path = dir.join(format!("{name}.tif"));
            raster(&path, SIDE, &Self::cells(&self.inputs[name]));
        }
        let mut classes = "lucode,usle_c,usle_p\n".to_owned();
        for (code, row) in self.inputs["biophysical"].as_object().unwrap() {
            let _ = writeln!(classes, "{code},{},{}", row[0], row[1]);
        }
        std::fs::write(dir.join("classes.csv"), classes).unwrap();
        let middle = LEFT + 12.0 * CELL_M;
        let halves = [
            ("west", LEFT, middle),
            ("east", middle, LEFT + 24.0 * CELL_M),
        ];
        rectangles(&dir.join("halves.geojson"), &halves, 24.0 * CELL_M);
    }
}

/// `usle_tot`, `sed_export`, `sed_dep`, `avoid_exp`, `avoid_eros` of InVEST's own table for the two halves, t yr⁻¹.
const INVEST_MFD: [(&str, [f64; 5]); 2] = [
    (
        "west",
        [
            257.518_059,
            44.385_991,
            152.364_781,
            157.883_313,
            517.979_312,
        ],
    ),
    (
        "east",
        [
            372.437_315,
            66.108_010,
            258.150_050,
            350.630_464,
            1_030.004_209,
        ],
    ),
];

#[test]
fn every_map_is_that_of_invest() {
    let tiny = Tiny::read();
    let dir = tempfile::tempdir().unwrap();
    tiny.write(dir.path());
    let file = |name: &str| dir.path().join(name).display().to_string();
    let (dem, r, k) = (file("dem.tif"), file("R.tif"), file("K.tif"));
    let (lc, classes, halves) = (file("lc.tif"), file("classes.csv"), file("halves.geojson"));
    for (routing, outputs) in [("d8", &tiny.outputs["D8"]), ("mfd", &tiny.outputs["MFD"])] {
        let out = dir.path().join(routing);
        let inputs = [
            ("--dem", dem.as_str()),
            ("--erosivity", &r),
            ("--erodibility", &k),
            ("--cover", &lc),
            ("--cover-table", &classes),
            ("--watersheds", &halves),
            ("--id", "name"),
            ("--ls", "invest"),
            ("--routing", routing),
            ("--streams", "30"),
        ];
        let said = run(&inputs, &out).good();
        assert!(said.err.contains("InVEST SDR 3.20"), "{}", said.err);
        for (name, invest, tolerance, floor) in [
            ("ls", "ls", 1e-6, 0.0),
            ("soil_loss", "usle", 1e-6, 0.0),
            // a logarithm, and a sum along the way: against 1 at least
            ("ic", "ic", 1e-6, 1.0),
            ("sdr", "sdr_factor", 1e-6, 0.0),
            ("export", "sed_export", 1e-6, 0.0),
            ("deposition", "sed_deposition", 2e-5, 1.0),
        ] {
            let expected = Tiny::cells(&outputs[invest]);
            for (cell, (found, expected)) in map(&out, name).iter().zip(expected).enumerate() {
                let Some(expected) = expected else {
                    assert!(found.is_nan(), "{routing} {name} {cell}: {found}");
                    continue;
                };
                let off = (found - expected).abs();
                assert!(
                    off <= tolerance * expected.abs().max(floor),
                    "{routing} {name} {cell}: {found} {expected}"
                );
            }
        }
    }
    for (row, (name, expected)) in sums(&dir.path().join("mfd")).iter().zip(INVEST_MFD) {
        assert_eq!(
            (row["name"].as_str(), row["reaches_edge"].as_str()),
            (name, "1")
        );
        let both = |column: &str, steep: &str| number(row, column) + number(row, steep);
        let found = [
            both("loss_t_per_yr", "steep_loss_t_per_yr"),
            both("export_t_per_yr", "steep_export_t_per_yr"),
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found / expected - 1.0).abs() < 1e-5,
                "{name}: {found} {expected}"
            );
        }
    }
}

/// METHODS B.1: the months of the worked example, R 1011.83 by the modified Fournier index and 616.332 by the annual sum.
#[test]
fn erosivity_from_a_station() {
    let dir = tempfile::tempdir().unwrap();
    let dem = plane(dir.path());
    let (station, out) = (dir.path().join("station.csv"), dir.path().join("out"));
    let months = [
        (25, -4),
        (30, -2),
        (48, 5),
        (75, 12),
        (65, 17),
        (35, 22),
        (20, 25),
        (12, 24),
        (16, 18),
        (42, 11),
        (42, 4),
        (30, -2),
    ];
    let mut text = "date,precipitation_mm,temperature_c\n".to_owned();
    for year in 2000..2010 {
        for (month, (mm, celsius)) in months.iter().enumerate() {
            let _ = writeln!(text, "{year}-{:02},{mm},{celsius}", month + 1);
        }
    }
    std::fs::write(&station, &text).unwrap();
    for (equation, expected) in [("fournier", 1011.83), ("annual", 616.332)] {
        let inputs = [
            ("--dem", arg(&dem)),
            ("--erosivity", arg(&station)),
            ("--erosivity-equation", equation),
            ("--erodibility", "0.035"),
            ("--cover", "0.08"),
            ("--streams", "30"),
        ];
        let about = run(&inputs, &out).good().json();
        let rain = &about["factors"]["R"];
        assert!(
            (rain["number"].as_f64().unwrap() - expected).abs() < 5e-3,
            "{rain}"
        );
        assert_eq!(
            (&rain["years"], &rain["rain_mm"]),
            (&json!(10), &json!(355.0))
        );
    }
    // two whole years are no climate
    std::fs::write(&station, text.replace("2000-07", "2010-07")).unwrap();
    let shorter: String = text
        .lines()
        .take(1 + 24)
        .fold(String::new(), |text, line| text + line + "\n");
    std::fs::write(&station, shorter).unwrap();
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", arg(&station)),
        ("--erodibility", "0.035"),
        ("--cover", "0.08"),
    ];
    let refused = run(&inputs, &out);
    assert_eq!(refused.code, 1);
    assert!(refused.out.contains("erosion-few-years"), "{}", refused.out);
}

/// Everything on the command line together, then everything in the rasters together; the last good folder stays.
#[test]
fn mistakes_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let (dem, out) = (plane(dir.path()), dir.path().join("out"));
    let codes = |said: &Said| -> Vec<String> {
        assert_eq!(said.code, 1, "{}", said.err);
        let problems = said.json();
        let problems = problems["problems"].as_array().unwrap();
        problems
            .iter()
            .map(|problem| problem["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "900"),
        ("--erodibility", "0.035"),
        ("--cover", "0.08"),
        ("--ls", "invest"),
        ("--routing", "dinf"),
        ("--sdr-max", "1.5"),
        ("--streams", "0"),
        ("--watersheds", "nowhere.gpkg"),
    ];
    let told = codes(&run(&inputs, &out));
    assert_eq!(
        told[..3],
        ["erosion-option", "erosion-option", "erosion-routing"]
    );
    assert_eq!(told.len(), 4, "and the file that is not there: {told:?}");
    let percent = dir.path().join("percent.tif");
    let cells: Vec<_> = (0..40 * 12)
        .map(|cell| Some(f64::from(cell % 7) * 10.0))
        .collect();
    raster(&percent, 12, &cells);
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "-1"),
        ("--erodibility", "0.35"),
        ("--cover", arg(&percent)),
        ("--practice", arg(&percent)),
    ];
    let told = codes(&run(&inputs, &out));
    assert_eq!(told, ["erosion-factor"; 4]);
    let classes = dir.path().join("classes.csv");
    std::fs::write(&classes, "class,c,surface\n0,0.1,\n10,0.2,\n20,,water\n").unwrap();
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "900"),
        ("--erodibility", "0.035"),
        ("--cover", arg(&percent)),
        ("--cover-table", arg(&classes)),
    ];
    let unknown = run(&inputs, &out);
    assert_eq!(codes(&unknown), ["land-class-unknown"]);
    assert!(unknown.out.contains("30, 40, 50, 60"), "{}", unknown.out);
    assert!(!out.exists(), "nothing half-written");
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "900"),
        ("--erodibility", "0.035"),
        ("--cover", "0.08"),
    ];
    let dry = run(&inputs, &out);
    assert_eq!(codes(&dry), ["erosion-no-streams"]);
}

/// K of METHODS B.2 (sand 30, silt 48, clay 22, carbon 1.8: EPIC 0.03659, nomograph 0.045192, mean diameter 0.041626), and P of
/// contouring on a slope of 10 %: 0.6 by the handbook where the slope is at most 37 m long, 0.6 by Shin.
#[test]
fn erodibility_of_a_soil_and_practice_by_slope() {
    let dir = tempfile::tempdir().unwrap();
    let (dem, out) = (plane(dir.path()), dir.path().join("out"));
    let run_with = |soil: &str, practice: &str, longest: &str| {
        let inputs = [
            ("--dem", arg(&dem)),
            ("--erosivity", "900"),
            ("--erodibility", soil),
            ("--cover", "0.08"),
            ("--practice", practice),
            ("--l-max", longest),
            ("--streams", "30"),
            ("--routing", "d8"),
        ];
        run(&inputs, &out)
    };
    for (soil, expected) in [
        ("epic=30,48,22,1.8", 0.036_59),
        ("nomograph=30,48,22,1.8,3,3", 0.045_192),
        ("mean-diameter=30,48,22", 0.041_626),
    ] {
        let about = run_with(soil, "1", "122").good().json();
        let found = about["factors"]["K"]["number"].as_f64().unwrap();
        assert!(
            (found - expected).abs() < 5e-7 + 5e-6 * f64::from(u8::from(soil.starts_with("epic"))),
            "{soil}: {found}"
        );
    }
    let loss_of = |practice: &str, longest: &str| {
        run_with("0.035", practice, longest).good();
        map(&out, "soil_loss")[10 * 12 + 6]
    };
    for (practice, longest, expected) in [
        ("contouring", "30", 0.6),
        ("contouring", "122", 1.0),
        ("shin-contouring", "122", 0.6),
        ("shin-terracing", "122", 0.12),
    ] {
        let found = loss_of(practice, longest) / loss_of("1", longest);
        assert!(
            (found - expected).abs() < 1e-5,
            "{practice} {longest}: {found}"
        );
    }
    let said = run_with("epic=30,48,40,1.8", "1", "122");
    assert!(
        said.code == 1 && said.out.contains("erosion-soil-parts"),
        "{}",
        said.out
    );
}

/// Land without soil is masked, not zero, and its hectares are told.
#[test]
fn water_is_masked() {
    let dir = tempfile::tempdir().unwrap();
    let (dem, out) = (plane(dir.path()), dir.path().join("out"));
    let (cover, classes) = (dir.path().join("cover.tif"), dir.path().join("classes.csv"));
    let class = |cell: usize| Some(if cell % 12 == 5 { 80.0 } else { 40.0 });
    raster(&cover, 12, &(0..40 * 12).map(class).collect::<Vec<_>>());
    std::fs::write(&classes, "class,c,p,surface\n40,0.08,0.5,\n80,,,water\n").unwrap();
    let inputs = [
        ("--dem", arg(&dem)),
        ("--erosivity", "900"),
        ("--erodibility", "0.035"),
        ("--cover", arg(&cover)),
        ("--cover-table", arg(&classes)),
        ("--routing", "d8"),
        ("--streams", "30"),
    ];
    run(&inputs, &out).good();
    let loss = map(&out, "soil_loss");
    assert!(loss[10 * 12 + 5].is_nan());
    let expected = 900.0 * 0.035 * 0.08 * 0.5 * PLANE_LS[3].1;
    assert!((loss[10 * 12 + 6] / expected - 1.0).abs() < 2e-6);
    let whole = &sums(&out)[0];
    assert!((number(whole, "water_ha") - 40.0 * 0.09).abs() < 1e-9);
    assert!((number(whole, "counted_ha") - 38.0 * 9.0 * 0.09).abs() < 1e-9);
    assert!(
        !whole["loss_variance_p"].is_empty(),
        "a practice is claimed"
    );
}
