//! `aimak landscape`: patterns of land cover and Rao's Q, through the program.

use std::path::{Path, PathBuf};

use crate::{
    land::{ascii_grid, vector},
    program::{Said, aimak, arg, files, root, shared_data},
};

/// Metrics of the polygons of a file.
fn ask(raster: &Path, polygons: &Path, out: &Path, further: &[&str]) -> Said {
    let mut args = vec!["landscape", "--land-cover", arg(raster)];
    args.extend([
        "--polygons",
        arg(polygons),
        "--id",
        "name",
        "--out",
        arg(out),
    ]);
    args.extend(further);
    aimak(&args)
}

/// The row of a polygon, metric and class; class "" is the landscape.
fn row(table: &Path, id: &str, metric: &str, class: &str) -> Vec<String> {
    let text = std::fs::read_to_string(table).unwrap();
    let rows = text
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let mut wanted =
        rows.filter(|row| row[0] == id && row[2] == class && row[4] == metric && row[3].is_empty());
    wanted
        .next()
        .unwrap_or_else(|| panic!("{id} {metric} {class} is not in\n{text}"))
}

fn value(table: &Path, id: &str, metric: &str, class: &str) -> f64 {
    let row = row(table, id, metric, class);
    row[5].parse().unwrap_or_else(|_| panic!("{row:?}"))
}

/// A raster of `../shared/data/landcover/worldcover_saotome` as if its degrees were cells of 10 m: real classes, and a grid
/// on which patches can be measured.
fn worldcover(dir: &Path, year: i32, epsg: u32, (left, top): (u32, u32)) -> PathBuf {
    let crop = format!("saotome_worldcover_{year}_crop.tif");
    let crop = root()
        .join("../shared/data/landcover/worldcover_saotome")
        .join(crop);
    let vrt = format!(
        "<VRTDataset rasterXSize=\"3960\" rasterYSize=\"5040\"><SRS>EPSG:{epsg}</SRS>\
         <GeoTransform>{left}, 10, 0, {top}, 0, -10</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\">\
         <NoDataValue>0</NoDataValue><SimpleSource><SourceFilename relativeToVRT=\"0\">{}</SourceFilename>\
         <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>",
        crop.display()
    );
    let path = dir.join(format!("cover_{year}.vrt"));
    std::fs::write(&path, vrt).unwrap();
    path
}

/// METHODS E.7, five by five cells of 10 m, by hand.
#[test]
fn worked_example_of_methods() {
    let dir = tempfile::tempdir().unwrap();
    let (raster, zones) = (dir.path().join("map.asc"), dir.path().join("zones.geojson"));
    let map = ["11222", "11233", "12233", "12223", "11122"];
    ascii_grid(&raster, (5, 5), 10, |row, col| {
        map[row][col..=col].to_owned()
    });
    let around =
        "[500000,4600000],[500050,4600000],[500050,4600050],[500000,4600050],[500000,4600000]";
    vector(&zones, 32643, &[("all", around)]);
    let out = dir.path().join("pattern.csv");
    let said = ask(&raster, &zones, &out, &["--metrics", "all"]).good();
    assert!(said.err.contains("classification error"), "{}", said.err);
    let expected = [
        ("pd", 1200.0),
        ("ed", 600.0),
        ("shdi", 1.05091),
        ("shei", 0.95658),
        ("area_mn", 0.08333),
        ("lpi", 44.0),
    ];
    for (metric, expected) in expected {
        let found = value(&out, "all", metric, "");
        assert!((found - expected).abs() < 5e-6, "{metric}: {found}");
    }
    for (class, expected) in [("1", 36.0), ("2", 44.0), ("3", 20.0)] {
        assert!((value(&out, "all", "pland", class) - expected).abs() < 1e-9);
    }
    // one patch of each class: no nearest one, and said so
    assert_eq!(row(&out, "all", "enn_mn", "2")[7], "NO_DATA");
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("name,level,class,patch,metric,value,unit,reason\n"));
    assert!(text.contains("\nall,patch,1,1,area,0.09,ha,\n"), "{text}");
}

/// pylandstats 3.1.0 on the cells that `rasterio.features.geometry_mask` (centres) leaves of the crop of 2021. SHDI by
/// numpy from its shares: its own is the entropy of neighbouring cells, not the −Σ P ln P of FRAGSTATS and METHODS.
#[test]
fn real_land_cover_agrees_with_pylandstats() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let raster = worldcover(dir.path(), 2021, 32632, (300_000, 100_000));
    let zones = dir.path().join("zones.geojson");
    let north =
        "[318003,72008],[324011,71004],[325507,76502],[320995,78001],[317504,75503],[318003,72008]";
    let south = "[312005,60005],[316003,60507],[315501,65003],[312005,60005]";
    let sea = "[280000,60000],[281000,60000],[281000,61000],[280000,60000]";
    vector(
        &zones,
        32632,
        &[("north", north), ("south", south), ("sea", sea)],
    );
    let out = dir.path().join("pattern.csv");
    ask(&raster, &zones, &out, &[]).good();
    let expected = [
        ("north", "pd", "", 5.659_964_430_267_981),
        ("north", "ed", "", 9.989_208_334_486_289),
        ("north", "shdi", "", 0.057_719_224_140_558_84),
        ("north", "lpi", "", 99.035_542_061_082_34),
        ("north", "area_mn", "", 17.667_955_555_555_555),
        ("north", "enn_mn", "", 105.322_630_588_605_4),
        ("north", "contag", "", 97.459_798_410_898_88),
        ("north", "pland", "30", 0.859_308_377_502_018_7),
        ("north", "pd", "30", 4.955_613_301_167_965),
        ("north", "ed", "30", 9.043_365_394_689_84),
        ("north", "enn_mn", "30", 107.179_572_935_116_3),
        ("north", "area_mn", "60", 0.173_636_363_636_363_62),
        ("north", "enn_mn", "10", 20.590_169_943_749_473),
        ("south", "pd", "", 0.768_082_865_168_539_3),
        ("south", "shdi", "", 0.007_132_906_119_183_687),
        ("south", "enn_mn", "30", 833.909_561_473_005_5),
        ("south", "ed", "60", 0.153_616_573_033_707_88),
    ];
    for (id, metric, class, expected) in expected {
        let found = value(&out, id, metric, class);
        let near = (found - expected).abs() <= 1e-9 * expected;
        assert!(near, "{id} {metric} {class}: {found}, {expected}");
    }
    assert_eq!(
        row(&out, "north", "enn_mn", "50")[7],
        "NO_DATA",
        "one patch"
    );
    assert_eq!(row(&out, "sea", "pd", "")[7], "OUTSIDE_RASTER");
}

/// What becomes of the centres of cells of 90 m between 2020 and 2021, counted with numpy by the list of transitions of
/// Trends.Earth. (The two maps differ in method: the count tests the program and says nothing about São Tomé.)
#[test]
fn transitions_of_real_land_cover() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    for year in 2006..2022 {
        let path = dir.path().join(format!("ndvi_{year}.asc"));
        ascii_grid(&path, (400, 300), 90, |_, _| "0.5".to_owned());
    }
    for year in [2020, 2021] {
        worldcover(dir.path(), year, 32643, (490_000, 4_640_000));
    }
    let (ndvi, cover) = (
        dir.path().join("ndvi_{year}.asc"),
        dir.path().join("cover_{year}.vrt"),
    );
    let out = dir.path().join("out");
    let args = [
        "degradation",
        "--productivity",
        arg(&ndvi),
        "--land-cover",
        arg(&cover),
    ];
    let legend = ["--legend", "worldcover", "--out", arg(&out)];
    aimak(&[&args[..], &legend].concat()).good();
    let about = std::fs::read(out.join("about.json")).unwrap();
    let about: serde_json::Value = serde_json::from_slice(&about).unwrap();
    let expected = serde_json::json!({ "-1": 893, "0": 96_547, "1": 1260 });
    assert_eq!(about["cells"]["land_cover"], expected);
    assert_eq!(about["legend"], "ESA_WORLDCOVER");
}

#[test]
fn degrees_and_wrong_requests_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (raster, zones) = (dir.path().join("map.asc"), dir.path().join("zones.geojson"));
    ascii_grid(&raster, (5, 5), 10, |_, _| "300".to_owned());
    let around =
        "[500000,4600000],[500050,4600000],[500050,4600050],[500000,4600050],[500000,4600000]";
    vector(&zones, 32643, &[("all", around)]);
    let said = ask(
        &raster,
        &zones,
        &dir.path().join("a.gpkg"),
        &["--metrics", "l_shdy"],
    );
    assert_eq!(said.code, 1);
    for part in ["l_shdi", ".parquet", "2 problems"] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
    let out = dir.path().join("a.csv");
    let said = ask(&raster, &zones, &out, &[]);
    assert!(said.code == 1 && said.err.contains("300"), "{}", said.err);
    std::fs::remove_file(raster.with_extension("prj")).unwrap();
    std::fs::write(raster.with_extension("prj"), DEGREES).unwrap();
    let said = ask(&raster, &zones, &out, &[]);
    assert!(
        said.code == 1 && said.err.contains("gdalwarp"),
        "{}",
        said.err
    );
    let args = [
        "landscape",
        "--raster",
        arg(&raster),
        "--rao",
        "4",
        "--step",
        "0",
    ];
    let said = aimak(&[&args[..], &["--out", arg(&out)]].concat());
    assert!(
        said.code == 1 && said.err.contains("2 problems"),
        "{}",
        said.err
    );
    assert!(!out.exists());
}

const DEGREES: &str = r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;

/// METHODS E.6: 0.133333 at the centre of nine cells, which the polygon is drawn around.
#[test]
fn rao_of_methods_is_a_map_and_a_mean() {
    let dir = tempfile::tempdir().unwrap();
    let (raster, zones) = (
        dir.path().join("ndvi.asc"),
        dir.path().join("zones.geojson"),
    );
    let ndvi = [
        ["0.2", "0.2", "0.3"],
        ["0.5", "0.5", "0.5"],
        ["0.3", "0.2", "0.3"],
    ];
    ascii_grid(&raster, (3, 3), 10, |row, col| ndvi[row][col].to_owned());
    let around =
        "[500010,4600010],[500020,4600010],[500020,4600020],[500010,4600020],[500010,4600010]";
    vector(&zones, 32643, &[("all", around)]);
    let out = dir.path().join("rao");
    let mut written = Vec::new();
    for threads in ["1", "3"] {
        let args = [
            "landscape",
            "--raster",
            arg(&raster),
            "--rao",
            "3",
            "--threads",
            threads,
        ];
        let further = [
            "--polygons",
            arg(&zones),
            "--id",
            "name",
            "--out",
            arg(&out),
        ];
        let said = aimak(&[&args[..], &further].concat()).good();
        assert!(said.err.contains("on the spot"), "{}", said.err);
        let read = |file| std::fs::read(out.join(file)).unwrap();
        written.push(files(&out).into_iter().map(read).collect::<Vec<_>>());
    }
    assert_eq!(written[0], written[1]);
    let table = std::fs::read_to_string(out.join("polygons.csv")).unwrap();
    let cells: Vec<&str> = table.lines().nth(1).unwrap().split(',').collect();
    assert!((cells[1].parse::<f64>().unwrap() - 0.133_333).abs() < 5e-7);
    assert_eq!(cells[2], "1.0");
}
