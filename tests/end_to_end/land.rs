//! An invented country as ASCII grids: the same numbers here and in the peers that judged them.

use std::{fmt::Write as _, path::Path};

/// WGS 84 / UTM zone 43N, as ESRI writes it.
const UTM43: &str = r#"PROJCS["WGS_1984_UTM_Zone_43N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",75.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#;

/// A polygon that cuts cells, and a square of 25 hectares.
const ZONES: [(&str, &str); 2] = [
    (
        "A",
        "[500130,4600070],[505210,4600440],[504600,4604890],[500700,4604300],[500130,4600070]",
    ),
    (
        "B",
        "[500000,4600000],[500500,4600000],[500500,4600500],[500000,4600500],[500000,4600000]",
    ),
];

/// A number from 0 to 9999 that looks like chance.
fn noise(row: usize, col: usize, salt: usize) -> i64 {
    let (row, col, salt) = (row as u64, col as u64, salt as u64);
    let mut x =
        row.wrapping_mul(73_856_093) ^ col.wrapping_mul(19_349_663) ^ salt.wrapping_mul(83_492_791);
    x ^= x >> 13;
    x = x.wrapping_mul(2_654_435_761);
    x ^= x >> 17;
    (x % 10_000) as i64
}

/// Writes a grid of square cells whose lower left corner is (500 000, 4 600 000).
pub fn ascii_grid(
    path: &Path,
    (cols, rows): (usize, usize),
    cell_m: u32,
    value: impl Fn(usize, usize) -> String,
) {
    let mut text = format!(
        "ncols {cols}\nnrows {rows}\nxllcorner 500000\nyllcorner 4600000\ncellsize {cell_m}\nNODATA_value -9999\n"
    );
    for row in 0..rows {
        let cells: Vec<String> = (0..cols).map(|col| value(row, col)).collect();
        writeln!(text, "{}", cells.join(" ")).unwrap();
    }
    std::fs::write(path, text).unwrap();
    std::fs::write(path.with_extension("prj"), UTM43).unwrap();
}

/// NDVI of 2000–2019 (cells of one hectare), ESA-CCI land cover (50 m) and soil carbon (200 m) of four years, two zones.
pub fn country(dir: &Path) {
    for year in 2000..2020 {
        let path = dir.join(format!("ndvi_{year}.asc"));
        ascii_grid(&path, (60, 50), 100, |row, col| ndvi(year, row, col));
    }
    for year in [2000, 2015, 2016, 2019] {
        let cover_path = dir.join(format!("cover_{year}.asc"));
        let code = |row, col| cover(year, row, col).to_string();
        ascii_grid(&cover_path, (120, 100), 50, code);
        let carbon = |row, col| match year {
            2000 | 2016 => "50.0".to_owned(),
            _ => format!("{:.1}", (400 + noise(row, col, year) / 50) as f64 / 10.0),
        };
        let carbon_path = dir.join(format!("soc_{year}.asc"));
        ascii_grid(&carbon_path, (30, 25), 200, carbon);
    }
    vector(&dir.join("zones.geojson"), 32643, &ZONES);
}

fn ndvi(year: usize, row: usize, col: usize) -> String {
    if noise(row, col, year * 7 + 1) < 200 {
        return "-9999".to_owned();
    }
    let level = [3000, 4500, 6000, 2500, 900][col / 12];
    let per_year = [-80, -20, 0, 40, 100][row / 10];
    // rounded down, as Python does
    let weather = ((noise(row, col, year) - 5000) * 4).div_euclid(100);
    let drought = if year >= 2017 && (row + col).is_multiple_of(3) {
        600
    } else {
        0
    };
    let value = level + per_year * (year as i64 - 2000) + weather - drought;
    format!("{:.4}", value as f64 / 10_000.0)
}

/// A lake in the north, four belts of land, some of which change.
fn cover(year: usize, row: usize, col: usize) -> u8 {
    let belt = col / 30 % 4;
    if row < 8 {
        return 210;
    }
    if noise(row, col, 11) < 100 {
        return 0;
    }
    if year >= 2019 && noise(row, col, 13) < 1500 {
        return [50, 130, 10, 200][belt];
    }
    if year >= 2015 && noise(row, col, 12) < 1500 {
        return [10, 190, 130, 50][belt];
    }
    [130, 10, 50, 200][belt]
}

/// Writes polygons in a projected CRS: names and rings.
pub fn vector(path: &Path, epsg: u32, polygons: &[(&str, &str)]) {
    let feature = |(name, ring): &(&str, &str)| {
        format!(
            r#"{{"type":"Feature","properties":{{"name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
        )
    };
    let features: Vec<String> = polygons.iter().map(feature).collect();
    let text = format!(
        r#"{{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{epsg}"}}}},"features":[{}]}}"#,
        features.join(",")
    );
    std::fs::write(path, text).unwrap();
}
