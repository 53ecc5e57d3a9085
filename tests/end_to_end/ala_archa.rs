//! The worked case of `docs/ala_archa.md`, run again: what the page says is what the program finds.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use gdal::{
    Dataset, DriverManager,
    raster::{Buffer, RasterCreationOptions},
};

use crate::program::{aimak, arg, root, shared_data};

fn shared(name: &str) -> PathBuf {
    root().join("../shared/data").join(name)
}

/// A table without a header, its year first; no number where nothing was recorded.
fn dekads(name: &str) -> BTreeMap<i32, Vec<Option<f64>>> {
    let folder = shared("climate/hydromet_kg/decadal/Ala_Archa");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let row = |line: &str| {
        let mut cells = line.split(',').map(|cell| cell.trim_matches('"'));
        let year = cells.next().unwrap().parse().unwrap();
        (year, cells.map(|cell| cell.parse().ok()).collect())
    };
    text.lines().map(row).collect()
}

/// The months of the station, each of three dekads; a month with a gap stays empty.
fn station(path: &Path) {
    let (rain, warmth) = (dekads("P.csv"), dekads("T.csv"));
    let mut text = "date,precipitation_mm,temperature_c\n".to_owned();
    for (year, mm) in &rain {
        for month in 0..12 {
            let sum = |dekads: &[Option<f64>]| -> Option<f64> { dekads.iter().copied().sum() };
            let of = 3 * month..3 * month + 3;
            let (mm, celsius) = (sum(&mm[of.clone()]), sum(&warmth[year][of]));
            let cell = |value: Option<f64>| value.map_or_else(String::new, |v| format!("{v:.2}"));
            let celsius = cell(celsius.map(|sum| sum / 3.0));
            let _ = writeln!(text, "{year}-{:02},{},{celsius}", month + 1, cell(mm));
        }
    }
    std::fs::write(path, text).unwrap();
}

/// Land cover by altitude, on the cells of the DEM.
fn cover(dem: &Path, path: &Path) {
    let dem = Dataset::open(dem).unwrap();
    let size = dem.raster_size();
    let heights = dem.rasterband(1).unwrap();
    let heights = heights.read_as::<i16>((0, 0), size, size, None).unwrap();
    let class = |z: &i16| 1 + u8::from(*z >= 1100) + u8::from(*z >= 3200) + u8::from(*z >= 3600);
    let classes = heights.data().iter().map(class).collect();
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let options = RasterCreationOptions::default();
    let mut cover = driver
        .create_with_band_type_with_options::<u8, _>(path, size.0, size.1, 1, &options)
        .unwrap();
    cover
        .set_geo_transform(&dem.geo_transform().unwrap())
        .unwrap();
    cover.set_spatial_ref(&dem.spatial_ref().unwrap()).unwrap();
    let mut band = cover.rasterband(1).unwrap();
    band.write((0, 0), size, &mut Buffer::new(size, classes))
        .unwrap();
    cover.close().unwrap();
}

/// The cells of the first row of the page's results, by basin.
fn printed() -> [String; 2] {
    let page = std::fs::read_to_string(root().join("docs/ala_archa.md")).unwrap();
    let row = page
        .lines()
        .find(|line| line.starts_with("| as above |"))
        .unwrap();
    let cells: Vec<_> = row.split('|').map(|cell| cell.trim().to_owned()).collect();
    [cells[2].clone(), cells[3].clone()]
}

#[test]
fn the_page_says_what_the_program_finds() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let dem = shared("dem/ala_archa_bishkek_srtm1_qmp_doi.tif");
    station(&at("station.csv"));
    cover(&dem, &at("cover.tif"));
    let classes = "class,c,surface\n1,0.21,\n2,0.038,\n3,0.275,\n4,,rock\n";
    std::fs::write(at("classes.csv"), classes).unwrap();
    let basins = shared("boundaries/ala_archa_basins/qmp_doi.gpkg");
    let about = aimak(&[
        "erosion",
        "--dem",
        arg(&dem),
        "--erosivity",
        arg(&at("station.csv")),
        "--erodibility",
        "0.037",
        "--cover",
        arg(&at("cover.tif")),
        "--cover-table",
        arg(&at("classes.csv")),
        "--watersheds",
        arg(&basins),
        "--id",
        "NAME_EN",
        "--out",
        arg(&at("out")),
        "--json",
    ])
    .good()
    .json();
    assert_eq!(about["factors"]["R"]["years"], 81, "1931 has a gap");
    let table = std::fs::read_to_string(at("out/watersheds.csv")).unwrap();
    let mut rows = table
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>());
    let header = rows.next().unwrap();
    let place = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let figures = ["mean_loss_t_per_ha_yr", "mean_loss_low", "mean_loss_high"].map(place);
    for ((row, printed), (name, edge)) in rows
        .zip(printed())
        .zip([("Ala Archa", "0"), ("Alamedin", "1")])
    {
        let [mean, low, high] = figures.map(|column| row[column].parse::<f64>().unwrap());
        assert_eq!(printed, format!("{mean:.0} ({low:.0}–{high:.0})"));
        assert_eq!((row[0], row[place("reaches_edge")]), (name, edge));
        let missing: f64 = row[place("missing_ha")].parse().unwrap();
        assert!(missing < 1.0, "all but the edge has its factors: {missing}");
    }
}
