//! Whole DEMs out of small files.

use std::path::Path;

use aimak_core::Silent;
use ndarray::{Array2, array, s};
use tempfile::TempDir;

use super::{
    super::tests::{METRES, Tiff},
    *,
};

const CELL_DEGREES: f64 = 1.0 / 3600.0;

/// A file of `heights` whose upper left corner lies at `corner` of square cells.
fn file(dir: &TempDir, name: &str, corner: [f64; 2], cell: f64, crs: &str, heights: &Array2<f32>) {
    let (rows, cols) = heights.dim();
    Tiff {
        size: (cols, rows),
        place: [corner[0], cell, 0.0, corner[1], 0.0, -cell],
        crs: Some(crs),
        nodata: Some(-9999.0),
        bands: vec![("", None, heights.iter().copied().collect())],
    }
    .write(&dir.path().join(name));
}

fn order(dir: &Path, names: &[&str], crs: Option<&str>) -> Result<WholeDem, Vec<Problem>> {
    let names: Vec<String> = names
        .iter()
        .map(|name| dir.join(name).display().to_string())
        .collect();
    let order = DemOrder {
        names: &names,
        crs,
        bytes_per_cell: 5,
    };
    read(order, &Silent).map(|dem| dem.expect("nobody asked to stop"))
}

fn code(found: Result<WholeDem, Vec<Problem>>) -> Vec<&'static str> {
    let problems = found.expect_err("something is wrong with it");
    problems.iter().map(|problem| problem.code).collect()
}

/// Two files that share a column of cells, and a third diagonally off them.
#[test]
fn files_side_by_side_are_one_grid() {
    let dir = TempDir::new().unwrap();
    let whole = Array2::from_shape_fn((4, 7), |(row, col)| (100 * row + col) as f32);
    let put = |name: &str, corner: [f64; 2], part: Array2<f32>| {
        file(&dir, name, corner, 30.0, METRES, &part);
    };
    put(
        "west.tif",
        [300_000.0, 4_700_000.0],
        whole.slice(s![..2, ..4]).to_owned(),
    );
    put(
        "east.tif",
        [300_090.0, 4_700_000.0],
        whole.slice(s![..2, 3..]).to_owned(),
    );
    put(
        "south.tif",
        [300_120.0, 4_699_940.0],
        whole.slice(s![2.., 4..]).to_owned(),
    );
    for names in [
        ["west.tif", "east.tif", "south.tif"],
        ["south.tif", "east.tif", "west.tif"],
    ] {
        let dem = order(dir.path(), &names, None).unwrap();
        assert_eq!((dem.grid.width, dem.grid.height), (7, 4));
        assert_eq!((dem.grid.left, dem.grid.top), (300_000.0, 4_700_000.0));
        assert_eq!(
            (dem.files, dem.shared_cells, &dem.projection),
            (3, 2, &None)
        );
        for ((row, col), &valid) in dem.heights.valid.indexed_iter() {
            assert_eq!(valid, row < 2 || col >= 4, "{row}, {col}");
            assert!(!valid || dem.heights.values[(row, col)] == whole[(row, col)]);
        }
    }
}

#[test]
fn a_cell_of_two_heights_is_an_error_that_names_both() {
    let dir = TempDir::new().unwrap();
    file(
        &dir,
        "a.tif",
        [0.0, 60.0],
        30.0,
        METRES,
        &array![[1.0, 2.0], [3.0, 4.0]],
    );
    file(
        &dir,
        "b.tif",
        [30.0, 60.0],
        30.0,
        METRES,
        &array![[2.0, 5.0], [7.5, 6.0]],
    );
    let problems = order(dir.path(), &["a.tif", "b.tif"], None).unwrap_err();
    assert_eq!((problems.len(), problems[0].code), (1, "dem-overlap"));
    assert!(problems[0].file.ends_with("b.tif"));
    let expected = aimak_core::Message::new("cause-dem-overlap")
        .with("x", "45.000000")
        .with("y", "15.000000")
        .with("before", 4.0)
        .with("here", 7.5)
        .with("cells", 1_usize)
        .with("largest", 3.5);
    assert_eq!(problems[0].more.causes, [expected]);
}

#[test]
fn missing_cells_are_filled_by_another_file_or_stay_missing() {
    let dir = TempDir::new().unwrap();
    let (nan, nodata) = (f32::NAN, -9999.0);
    file(
        &dir,
        "a.tif",
        [0.0, 60.0],
        30.0,
        METRES,
        &array![[nodata, nan], [-0.0, 4.0]],
    );
    file(
        &dir,
        "b.tif",
        [0.0, 60.0],
        30.0,
        METRES,
        &array![[8.0, nodata], [0.0, f32::INFINITY]],
    );
    let dem = order(dir.path(), &["a.tif", "b.tif"], None).unwrap();
    assert_eq!(dem.heights.valid, array![[true, false], [true, true]]);
    assert_eq!(dem.shared_cells, 1);
    assert_eq!(dem.heights.values[(1, 0)].to_bits(), 0, "no negative zero");
}

#[test]
fn everything_wrong_is_told_at_once() {
    let dir = TempDir::new().unwrap();
    let heights = array![[1.0_f32, 2.0], [3.0, 4.0]];
    file(&dir, "a.tif", [0.0, 60.0], 30.0, METRES, &heights);
    file(&dir, "half.tif", [15.0, 60.0], 30.0, METRES, &heights);
    file(&dir, "coarse.tif", [60.0, 60.0], 60.0, METRES, &heights);
    file(&dir, "zone.tif", [0.0, 60.0], 30.0, "EPSG:32642", &heights);
    let names = ["a.tif", "half.tif", "missing.tif", "coarse.tif", "zone.tif"];
    let expected = [
        "raster-unreadable",
        "raster-grids-differ",
        "raster-grids-differ",
        "raster-grids-differ",
    ];
    assert_eq!(code(order(dir.path(), &names, None)), expected);
    let none = Array2::from_elem((2, 2), f32::NAN);
    file(&dir, "empty.tif", [0.0, 60.0], 30.0, METRES, &none);
    assert_eq!(code(order(dir.path(), &["empty.tif"], None)), ["dem-empty"]);
}

#[test]
fn heights_in_feet_are_refused() {
    let dir = TempDir::new().unwrap();
    let vrt = |unit: &str| {
        format!(
            r#"<VRTDataset rasterXSize="2" rasterYSize="1"><SRS>{METRES}</SRS><GeoTransform>0, 30, 0, 60, 0, -30</GeoTransform>
            <VRTRasterBand dataType="Float32" band="1"><UnitType>{unit}</UnitType></VRTRasterBand></VRTDataset>"#
        )
    };
    for (unit, refused) in [("ft", true), ("US survey foot", true), ("Metre", false)] {
        std::fs::write(dir.path().join("a.vrt"), vrt(unit)).unwrap();
        let found = order(dir.path(), &["a.vrt"], None);
        if refused {
            assert_eq!(code(found), ["dem-unit"]);
        } else {
            // the file behind it holds nothing: zeros
            assert_eq!(found.unwrap().grid.width, 2);
        }
    }
}

/// A plane in degrees is a plane in metres, on square cells in the zone of its middle.
#[test]
fn degrees_become_square_metres() {
    let dir = TempDir::new().unwrap();
    let heights = Array2::from_shape_fn((60, 50), |(row, col)| (1000 + 2 * row + 3 * col) as f32);
    file(
        &dir,
        "d.tif",
        [74.5, 42.9],
        CELL_DEGREES,
        "EPSG:4326",
        &heights,
    );
    let dem = order(dir.path(), &["d.tif"], None).unwrap();
    let projection = dem.projection.unwrap();
    assert_eq!((projection.to.as_str(), projection.cell_m), (METRES, 26.0));
    let [width, height] = projection.own_cell_m;
    assert!((width - 22.6).abs() < 0.1 && (height - 30.9).abs() < 0.1);
    assert_eq!(
        (dem.grid.dx, dem.grid.dy, dem.grid.geographic),
        (26.0, 26.0, false)
    );
    assert_eq!((dem.grid.left % 26.0, dem.grid.top % 26.0), (0.0, 0.0));
    let known = dem.heights.valid.iter().filter(|valid| **valid).count();
    let on_ground = 60.0 * 50.0 * width * height / (26.0 * 26.0);
    assert!((known as f64) < on_ground && known as f64 > 0.9 * on_ground);
    for row in 1..dem.grid.height - 1 {
        for col in 1..dem.grid.width - 1 {
            let at = |row, col| dem.heights.get(row, col).copied();
            if let (Some(west), Some(here), Some(east)) =
                (at(row, col - 1), at(row, col), at(row, col + 1))
            {
                assert!(
                    (west + east - 2.0 * here).abs() < 0.02,
                    "bent at {row}, {col}"
                );
            }
        }
    }
}

#[test]
fn another_crs_is_taken_if_it_is_in_metres() {
    let dir = TempDir::new().unwrap();
    let heights = Array2::from_elem((20, 20), 700.0_f32);
    file(
        &dir,
        "d.tif",
        [74.5, 42.9],
        CELL_DEGREES,
        "EPSG:4326",
        &heights,
    );
    let to = |crs| order(dir.path(), &["d.tif"], Some(crs));
    assert_eq!(to("EPSG:32642").unwrap().grid.crs, "EPSG:32642");
    for wrong in ["EPSG:4326", "EPSG:3857", "EPSG:999999", "nonsense"] {
        assert_eq!(code(to(wrong)), ["dem-crs"], "{wrong}");
    }
    file(
        &dir,
        "m.tif",
        [300_000.0, 4_700_000.0],
        30.0,
        METRES,
        &heights,
    );
    let own = order(dir.path(), &["m.tif"], Some(METRES)).unwrap();
    assert_eq!(own.projection, None);
    let other = order(dir.path(), &["m.tif"], Some("EPSG:32642")).unwrap();
    assert_eq!(other.projection.unwrap().from, METRES);
}
