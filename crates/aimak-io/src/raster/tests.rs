//! The rules of reading, each on a file of a few cells.

use std::path::Path;

use aimak_core::{Raster, RasterLayer, RasterRole, RasterSource as _, Window};
use gdal::{
    Dataset, DatasetOptions, DriverManager, GdalOpenFlags, Metadata as _, raster::Buffer,
    spatial_ref::SpatialRef,
};
use geo::{CoordsIter as _, polygon};
use rayon::prelude::*;

use super::open;
use crate::{
    problem::Problem,
    project::{DatesFrom, MaskSpec, RasterSpec},
    raster::GdalRasters,
};

pub(super) const METRES: &str = "EPSG:32643";
const NORTH_UP: [f64; 6] = [300_000.0, 30.0, 0.0, 4_700_000.0, 0.0, -30.0];

/// A band: description, scale and offset, cells.
pub(super) type Cells<'a> = (&'a str, Option<(f64, f64)>, Vec<f32>);

/// A file of float cells; what is left out of it is what a test is about.
pub(super) struct Tiff<'a> {
    pub size: (usize, usize),
    pub place: [f64; 6],
    pub crs: Option<&'a str>,
    pub nodata: Option<f64>,
    pub bands: Vec<Cells<'a>>,
}

impl Default for Tiff<'_> {
    fn default() -> Self {
        let bands = vec![("2020", None, vec![1.0, 2.0, 3.0, 4.0])];
        Self {
            size: (2, 2),
            place: NORTH_UP,
            crs: Some(METRES),
            nodata: None,
            bands,
        }
    }
}

impl Tiff<'_> {
    pub fn write(self, path: &Path) {
        let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
        let (width, height) = self.size;
        let mut tiff = driver
            .create_with_band_type::<f32, _>(path, width, height, self.bands.len())
            .unwrap();
        tiff.set_geo_transform(&self.place).unwrap();
        if let Some(crs) = self.crs {
            tiff.set_spatial_ref(&SpatialRef::from_definition(crs).unwrap())
                .unwrap();
        }
        for (place, (description, scaling, cells)) in self.bands.into_iter().enumerate() {
            let mut band = tiff.rasterband(place + 1).unwrap();
            band.set_no_data_value(self.nodata).unwrap();
            if let Some((scale, offset)) = scaling {
                band.set_scale(scale).unwrap();
                band.set_offset(offset).unwrap();
            }
            band.set_description(description).unwrap();
            band.write((0, 0), self.size, &mut Buffer::new(self.size, cells))
                .unwrap();
        }
        tiff.close().unwrap();
    }
}

fn spec(file: &str) -> RasterSpec {
    RasterSpec {
        id: "layer".to_owned(),
        role: RasterRole::Ndvi,
        file: Some(file.to_owned()),
        files: None,
        dates: Vec::new(),
        dates_from: Some(DatesFrom::BandNames),
        bands: Vec::new(),
        scale: None,
        offset: None,
        nodata: None,
        valid_range: None,
        crs: None,
        season: None,
        mask: None,
        licence: None,
        citation: None,
    }
}

fn good(spec: RasterSpec, dir: &Path) -> (GdalRasters, RasterLayer) {
    let (rasters, mut layers, _, problems) = open(&[spec], dir, METRES);
    assert_eq!(problems, []);
    (rasters, layers.remove(0))
}

fn codes(spec: RasterSpec, dir: &Path) -> Vec<&'static str> {
    let (_, layers, _, problems) = open(&[spec], dir, METRES);
    assert_eq!(layers, [], "a layer with a problem is left out");
    problems
        .iter()
        .map(|problem: &Problem| problem.code)
        .collect()
}

/// Cells of a whole band, `None` where nothing counts.
fn cells((rasters, layer): &(GdalRasters, RasterLayer), band: usize) -> Vec<Option<f64>> {
    let Raster { values, valid } = rasters.read(layer, band, layer.grid.whole()).unwrap();
    values
        .iter()
        .zip(&valid)
        .map(|(value, valid)| valid.then_some(*value))
        .collect()
}

#[test]
fn nodata_and_values_out_of_range_never_count() {
    let dir = tempfile::tempdir().unwrap();
    let bands = vec![("2020", None, vec![-99.9, f32::NAN, 0.5, 7.0])];
    Tiff {
        nodata: Some(-99.9),
        bands,
        ..Tiff::default()
    }
    .write(&dir.path().join("a.tif"));
    let file = good(spec("a.tif"), dir.path());
    assert_eq!(cells(&file, 0), [None, None, Some(0.5), Some(7.0)]);
    let own = good(
        RasterSpec {
            nodata: Some(0.5),
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(
        cells(&own, 0)[1..],
        [None, None, Some(7.0)],
        "the project file goes before the file"
    );
    let ranged = good(
        RasterSpec {
            valid_range: Some([-1.0, 1.0]),
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(cells(&ranged, 0), [None, None, Some(0.5), None]);
}

#[test]
fn scale_and_offset_are_applied_once_and_band_by_band() {
    let dir = tempfile::tempdir().unwrap();
    let stored = vec![4.0, 8.0, 12.0, 16.0];
    let bands = vec![
        ("2019", Some((0.25, 1.0)), stored.clone()),
        ("2020", Some((0.5, 0.0)), stored),
    ];
    Tiff {
        bands,
        ..Tiff::default()
    }
    .write(&dir.path().join("a.tif"));
    let of_file = good(spec("a.tif"), dir.path());
    assert_eq!(cells(&of_file, 0), [2.0, 3.0, 4.0, 5.0].map(Some));
    assert_eq!(cells(&of_file, 1), [2.0, 4.0, 6.0, 8.0].map(Some));
    let declared = good(
        RasterSpec {
            scale: Some(0.25),
            offset: Some(0.0),
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(
        cells(&declared, 0),
        [1.0, 2.0, 3.0, 4.0].map(Some),
        "instead of the file's own, not on top of it"
    );
    let range = Some([0.0, 3.0]);
    let ranged = good(
        RasterSpec {
            valid_range: range,
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(
        cells(&ranged, 0),
        [Some(2.0), Some(3.0), None, None],
        "the range is that of the scaled value"
    );
}

#[test]
fn a_mask_keeps_its_classes() {
    let dir = tempfile::tempdir().unwrap();
    Tiff::default().write(&dir.path().join("a.tif"));
    let bands = vec![("", None, vec![4.0, 9.0, f32::NAN, 5.0])];
    Tiff {
        bands,
        ..Tiff::default()
    }
    .write(&dir.path().join("mask.tif"));
    let masked = |file: &str, keep| RasterSpec {
        mask: Some(MaskSpec {
            file: file.to_owned(),
            keep,
        }),
        ..spec("a.tif")
    };
    let layer = good(masked("mask.tif", vec![0, 4, 5]), dir.path());
    assert_eq!(cells(&layer, 0), [Some(1.0), None, None, Some(4.0)]);
    assert_eq!(layer.1.sources, ["layer", "layer-mask"]);
    assert_eq!(
        codes(masked("none.tif", vec![4]), dir.path()),
        ["raster-unreadable"]
    );
    let place = [300_010.0, 30.0, 0.0, 4_700_000.0, 0.0, -30.0];
    Tiff {
        place,
        ..Tiff::default()
    }
    .write(&dir.path().join("shifted.tif"));
    assert_eq!(
        codes(masked("shifted.tif", vec![4]), dir.path()),
        ["raster-grids-differ"]
    );
}

#[test]
fn a_mask_inside_the_file_counts_without_being_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.tif");
    Tiff::default().write(&file);
    let options = DatasetOptions {
        open_flags: GdalOpenFlags::GDAL_OF_UPDATE,
        ..DatasetOptions::default()
    };
    let tiff = Dataset::open_ex(&file, options).unwrap();
    let mut band = tiff.rasterband(1).unwrap();
    band.create_mask_band(true).unwrap();
    let shown = vec![255_u8, 0, 0, 255];
    band.open_mask_band()
        .unwrap()
        .write((0, 0), (2, 2), &mut Buffer::new((2, 2), shown))
        .unwrap();
    tiff.close().unwrap();
    let layer = good(spec("a.tif"), dir.path());
    assert_eq!(cells(&layer, 0), [Some(1.0), None, None, Some(4.0)]);
}

#[test]
fn windows_read_in_parallel_are_those_read_one_by_one() {
    let dir = tempfile::tempdir().unwrap();
    let cells: Vec<f32> = (0..64_u16 * 64).map(f32::from).collect();
    Tiff {
        size: (64, 64),
        bands: vec![("2020", None, cells)],
        ..Tiff::default()
    }
    .write(&dir.path().join("a.tif"));
    let (rasters, layer) = good(spec("a.tif"), dir.path());
    let window = |k: usize| Window {
        col: k % 60,
        row: (k * 7) % 60,
        width: 4,
        height: 3,
    };
    let read = |k: usize| rasters.read(&layer, 0, window(k)).unwrap();
    let one_by_one: Vec<_> = (0..500).map(read).collect();
    let together: Vec<_> = (0..500).into_par_iter().map(read).collect();
    assert_eq!(together, one_by_one);
    assert_eq!(
        one_by_one[1].get(0, 0),
        Some(&(7.0 * 64.0 + 1.0)),
        "row 7, column 1"
    );
}

#[test]
fn a_damaged_file_is_a_fault_that_names_band_and_window() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.tif");
    Tiff {
        size: (64, 64),
        bands: vec![("2020", None, vec![1.0; 64 * 64])],
        ..Tiff::default()
    }
    .write(&file);
    let bytes = std::fs::read(&file).unwrap();
    // opened while whole: the header is read then, the pixels later
    let (rasters, layer) = good(spec("a.tif"), dir.path());
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let window = Window {
        col: 0,
        row: 60,
        width: 64,
        height: 4,
    };
    let fault = rasters.read(&layer, 0, window).unwrap_err();
    assert_eq!(
        (fault.layer.as_str(), fault.band, fault.window),
        ("layer", 0, window)
    );
    assert!(
        !fault.cause.contains(&dir.path().display().to_string()),
        "no path of this machine: {}",
        fault.cause
    );
}

#[test]
fn descriptions_of_bands_are_their_dates() {
    let dir = tempfile::tempdir().unwrap();
    let band = |name, value| (name, None, vec![value; 4]);
    let bands = vec![
        band("2021", 21.0),
        band("2005-07", 5.0),
        band("NDVI 2019-06-30", 19.0),
    ];
    Tiff {
        bands,
        ..Tiff::default()
    }
    .write(&dir.path().join("a.tif"));
    let series = good(spec("a.tif"), dir.path());
    let dates: Vec<String> = series
        .1
        .bands
        .iter()
        .map(|band| band.when.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2005-07", "2019-06-30", "2021"]);
    assert_eq!(
        [0, 1, 2].map(|band| cells(&series, band)[0]),
        [5.0, 19.0, 21.0].map(Some),
        "in order of time"
    );
    let some = good(
        RasterSpec {
            bands: vec![3, 1],
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(
        [0, 1].map(|band| cells(&some, band)[0]),
        [19.0, 21.0].map(Some)
    );
    assert_eq!(
        codes(
            RasterSpec {
                bands: vec![4],
                ..spec("a.tif")
            },
            dir.path()
        ),
        ["raster-no-band"]
    );
    assert_eq!(
        codes(
            RasterSpec {
                dates_from: None,
                ..spec("a.tif")
            },
            dir.path()
        ),
        ["raster-dates"]
    );
    let listed = RasterSpec {
        dates_from: None,
        dates: vec!["2001".parse().unwrap()],
        ..spec("a.tif")
    };
    assert_eq!(codes(listed, dir.path()), ["raster-dates"]);
}

#[test]
fn a_pattern_makes_one_series_of_many_files() {
    let dir = tempfile::tempdir().unwrap();
    let year = |year: u16| {
        let folder = dir.path().join(year.to_string());
        std::fs::create_dir(&folder).unwrap();
        let bands = vec![("", None, vec![f32::from(year); 4])];
        Tiff {
            bands,
            ..Tiff::default()
        }
        .write(&folder.join("ndvi_07.tif"));
    };
    [2012, 2003].into_iter().for_each(year);
    std::fs::write(dir.path().join("2003/notes.txt"), "").unwrap();
    let pattern = || RasterSpec {
        file: None,
        files: Some("{year}/ndvi_{month}.tif".to_owned()),
        dates_from: None,
        ..spec("")
    };
    let series = good(pattern(), dir.path());
    let dates: Vec<String> = series
        .1
        .bands
        .iter()
        .map(|band| band.when.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2003-07", "2012-07"]);
    assert_eq!(
        [0, 1].map(|band| cells(&series, band)[3]),
        [2003.0, 2012.0].map(Some)
    );
    assert_eq!(series.1.sources, ["layer-001", "layer-002"]);
    let wide = vec![("", None, vec![0.0; 6])];
    Tiff {
        size: (3, 2),
        bands: wide,
        ..Tiff::default()
    }
    .write(&dir.path().join("2012/ndvi_08.tif"));
    assert_eq!(codes(pattern(), dir.path()), ["raster-grids-differ"]);
    let nothing = RasterSpec {
        files: Some("ndvi_{year}.tif".to_owned()),
        ..pattern()
    };
    assert_eq!(codes(nothing, dir.path()), ["raster-no-files"]);
}

#[test]
fn of_several_bands_under_one_date_the_project_names_one() {
    let dir = tempfile::tempdir().unwrap();
    let bands = [1.0, 2.0].map(|value| ("", None, vec![value; 4]));
    Tiff {
        bands: bands.to_vec(),
        ..Tiff::default()
    }
    .write(&dir.path().join("red_and_ndvi_2012.tif"));
    let both = || RasterSpec {
        file: None,
        files: Some("red_and_ndvi_{year}.tif".to_owned()),
        dates_from: Some(DatesFrom::FileNames),
        ..spec("")
    };
    assert_eq!(codes(both(), dir.path()), ["raster-dates"]);
    let second = RasterSpec {
        bands: vec![2],
        ..both()
    };
    assert_eq!(cells(&good(second, dir.path()), 0)[0], Some(2.0));
}

#[test]
fn a_damaged_file_of_a_series_does_not_blame_its_neighbours() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("ndvi_2003.tif"), "no raster").unwrap();
    Tiff::default().write(&dir.path().join("ndvi_2004.tif"));
    let wide = vec![("", None, vec![0.0; 6])];
    Tiff {
        size: (3, 2),
        bands: wide,
        ..Tiff::default()
    }
    .write(&dir.path().join("ndvi_2005.tif"));
    let series = RasterSpec {
        file: None,
        files: Some("ndvi_{year}.tif".to_owned()),
        dates_from: None,
        ..spec("")
    };
    let (.., problems) = open(&[series], dir.path(), METRES);
    let named: Vec<_> = problems
        .iter()
        .map(|problem| (problem.code, problem.file.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("raster-unreadable", "ndvi_2003.tif"),
            ("raster-grids-differ", "ndvi_2005.tif")
        ]
    );
}

#[test]
fn a_grid_that_does_not_say_where_it_lies_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.tif");
    Tiff {
        crs: None,
        ..Tiff::default()
    }
    .write(&file);
    assert_eq!(codes(spec("a.tif"), dir.path()), ["raster-no-crs"]);
    let (_, layer) = good(
        RasterSpec {
            crs: Some(METRES.to_owned()),
            ..spec("a.tif")
        },
        dir.path(),
    );
    assert_eq!(
        (layer.grid.crs.as_str(), layer.grid.geographic),
        (METRES, false)
    );
    let [left, dx, _, top, _, dy] = NORTH_UP;
    Tiff {
        place: [left, dx, 0.0, top, 0.0, -dy],
        ..Tiff::default()
    }
    .write(&file);
    assert_eq!(codes(spec("a.tif"), dir.path()), ["raster-south-up"]);
    Tiff {
        place: [left, dx, 1.0, top, 1.0, dy],
        ..Tiff::default()
    }
    .write(&file);
    assert_eq!(codes(spec("a.tif"), dir.path()), ["raster-rotated"]);
    std::fs::write(&file, "no raster").unwrap();
    assert_eq!(codes(spec("a.tif"), dir.path()), ["raster-unreadable"]);
}

#[test]
fn a_dem_in_degrees_comes_out_in_metres() {
    let dir = tempfile::tempdir().unwrap();
    // a plane in longitude and latitude, which bilinear resampling keeps exactly; one corner without values
    let (size, cell, west, north) = (40_usize, 0.001, 74.98, 42.02);
    let height = |lon: f64, lat: f64| 1000.0 + 2000.0 * (lon - west) + 500.0 * (north - lat);
    let centre = |k: usize| (k as f64 + 0.5) * cell;
    let cells = (0..size * size).map(|k| {
        let (row, col) = (k / size, k % size);
        if row < 5 && col < 5 {
            -9999.0
        } else {
            height(west + centre(col), north - centre(row)) as f32
        }
    });
    let bands = vec![("", None, cells.collect())];
    let place = [west, cell, 0.0, north, 0.0, -cell];
    Tiff {
        size: (size, size),
        place,
        crs: Some("EPSG:4326"),
        nodata: Some(-9999.0),
        bands,
    }
    .write(&dir.path().join("dem.tif"));
    let dem = RasterSpec {
        role: RasterRole::Elevation,
        dates_from: None,
        ..spec("dem.tif")
    };
    let (rasters, layer) = good(dem, dir.path());
    let grid = &layer.grid;
    assert!(layer.reprojected && !grid.geographic && grid.crs == METRES);
    // 0.001° is 111.2 m northwards and 111.2 m × cos 42° = 82.6 m eastwards
    assert!(
        (grid.dx - (111.195_f64 * 82.634).sqrt()).abs() < 0.05 && grid.dx == grid.dy,
        "{}",
        grid.dx
    );
    let raster = rasters.read(&layer, 0, grid.whole()).unwrap();
    let degrees = proj::Proj::new_known_crs(METRES, "EPSG:4326", None).unwrap();
    let mut seen = 0;
    for row in 8..grid.height - 3 {
        for col in 8..grid.width - 3 {
            let at = (
                grid.left + grid.dx * (col as f64 + 0.5),
                grid.top - grid.dy * (row as f64 + 0.5),
            );
            let (lon, lat) = degrees.convert(at).unwrap();
            let value = raster.get(row, col).copied().unwrap_or(f64::NAN);
            // the cells are stored as 32-bit floats
            assert!(
                (value - height(lon, lat)).abs() < 1e-3,
                "{value} at {lon}, {lat}"
            );
            seen += 1;
        }
    }
    assert!(seen > 800, "{seen}");
    assert_eq!(raster.get(2, 2), None, "nodata stays nodata");
    assert!(
        raster
            .values
            .iter()
            .zip(&raster.valid)
            .all(|(value, valid)| !valid || *value > 900.0),
        "nodata leaks nowhere"
    );
}

#[test]
fn a_dem_is_in_metres_only_where_its_cells_are_on_the_ground() {
    let dir = tempfile::tempdir().unwrap();
    let dem = || RasterSpec {
        role: RasterRole::Elevation,
        dates_from: None,
        ..spec("dem.tif")
    };
    let size = 20_usize;
    let heights: Vec<f32> = (0..20_u8)
        .cycle()
        .take(size * size)
        .map(f32::from)
        .collect();
    let write = |crs, place| {
        Tiff {
            size: (size, size),
            place,
            crs: Some(crs),
            bands: vec![("", None, heights.clone())],
            ..Tiff::default()
        }
        .write(&dir.path().join("dem.tif"));
    };
    // 75° E, 42° N in Web Mercator, whose metre is cos 42° = 0.743 of a metre there; a little more on the ellipsoid
    write(
        "EPSG:3857",
        [8_348_600.0, 40.0, 0.0, 5_161_000.0, 0.0, -40.0],
    );
    let (rasters, layer) = good(dem(), dir.path());
    assert!(layer.reprojected && layer.grid.crs == METRES);
    let stretch = layer.grid.dx / 40.0;
    assert!((stretch - 0.744).abs() < 0.002, "{stretch}");
    let raster = rasters.read(&layer, 0, layer.grid.whole()).unwrap();
    let step = raster.get(10, 11).unwrap() - raster.get(10, 10).unwrap();
    assert!((step - 1.0).abs() < 0.01, "a metre up per cell: {step}");
    write(METRES, NORTH_UP);
    let (_, layer) = good(dem(), dir.path());
    assert!(!layer.reprojected && layer.grid.dx == 30.0);
}

#[test]
fn shapes_follow_the_grid() {
    let dir = tempfile::tempdir().unwrap();
    Tiff::default().write(&dir.path().join("metres.tif"));
    let place = [74.0, 0.01, 0.0, 43.0, 0.0, -0.01];
    Tiff {
        place,
        crs: Some("EPSG:4326"),
        ..Tiff::default()
    }
    .write(&dir.path().join("degrees.tif"));
    // west edge on the central meridian of zone 43, 75° E, easting 500 km
    let (low, high) = (4_600_000.0, 4_650_000.0);
    let square =
        polygon![(x: 5e5, y: low), (x: 55e4, y: low), (x: 55e4, y: high), (x: 5e5, y: high)].into();
    let (rasters, layer) = good(spec("metres.tif"), dir.path());
    assert_eq!(
        rasters.to_grid(&layer, &square).unwrap(),
        square,
        "the same CRS: nothing moves"
    );
    let (rasters, layer) = good(spec("degrees.tif"), dir.path());
    let moved = rasters.to_grid(&layer, &square).unwrap();
    assert!(
        moved.coords_count() > 40,
        "edges are divided: {}",
        moved.coords_count()
    );
    let west = moved.coords_iter().map(|c| c.x).fold(f64::MAX, f64::min);
    assert!((west - 75.0).abs() < 1e-9, "{west}");
    assert!(
        moved
            .coords_iter()
            .filter(|c| (c.x - 75.0).abs() < 1e-9)
            .count()
            > 10
    );
}
