//! The same cells through every door: GeoTIFF, mosaic, NetCDF, JPEG 2000.

use std::path::Path;

use aimak_core::{RasterSource as _, Window};
use gdal::{
    Dataset, DriverManager,
    raster::{Buffer, RasterCreationOptions},
    spatial_ref::SpatialRef,
};

use super::{Direct, direct, polygons, write};

const SIDE: usize = 8;

/// A file of whole numbers, its upper left corner `skip` cells to the right of the common one.
fn tiff(path: &Path, skip: usize) {
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let mut file = driver
        .create_with_band_type::<u16, _>(path, SIDE, SIDE, 1)
        .unwrap();
    let left = 300_000.0 + 30.0 * skip as f64;
    file.set_geo_transform(&[left, 30.0, 0.0, 4_700_000.0, 0.0, -30.0])
        .unwrap();
    file.set_spatial_ref(&SpatialRef::from_epsg(32643).unwrap())
        .unwrap();
    let cells = (0..SIDE * SIDE)
        .map(|k| (k * 37 % 251) as u16 + 100 * skip as u16)
        .collect();
    file.rasterband(1)
        .unwrap()
        .write((0, 0), (SIDE, SIDE), &mut Buffer::new((SIDE, SIDE), cells))
        .unwrap();
    file.close().unwrap();
}

fn copy(from: &Path, driver: &str, to: &Path, options: &[&str]) {
    let driver = DriverManager::get_driver_by_name(driver).unwrap();
    let options: RasterCreationOptions = options.iter().copied().collect();
    Dataset::open(from)
        .unwrap()
        .create_copy(&driver, to, &options)
        .unwrap()
        .close()
        .unwrap();
}

/// All values of a raster, row by row, and its left and top edge.
fn values(name: &str) -> (Vec<Option<f64>>, f64, f64) {
    let raster = Direct {
        id: "values",
        name,
        band: None,
    };
    let (source, layers) = direct(&[raster], "EPSG:32643").unwrap();
    let grid = &layers[0].grid;
    let block = source.block(&layers[0], 0, grid.whole()).unwrap();
    let cells = (0..grid.width * grid.height)
        .map(|place| block.value(place))
        .collect();
    (cells, grid.left, grid.top)
}

#[test]
fn every_format_holds_the_same_cells() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    tiff(&path("a.tif"), 0);
    let expected = values(path("a.tif").to_str().unwrap());
    assert_eq!(expected.0[1], Some(37.0));
    copy(&path("a.tif"), "netCDF", &path("a.nc"), &[]);
    copy(
        &path("a.tif"),
        "JP2OpenJPEG",
        &path("a.jp2"),
        &["QUALITY=100", "REVERSIBLE=YES"],
    );
    copy(&path("a.tif"), "COG", &path("cog.tif"), &[]);
    for name in ["a.nc", "a.jp2", "cog.tif"] {
        assert_eq!(values(path(name).to_str().unwrap()), expected, "{name}");
    }
    let subdataset = format!("NETCDF:\"{}\":Band1", path("a.nc").display());
    assert_eq!(values(&subdataset), expected, "a variable by its name");
}

#[test]
fn a_mosaic_is_one_raster() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    tiff(&path("a.tif"), 0);
    tiff(&path("b.tif"), SIDE);
    let wkt = SpatialRef::from_epsg(32643).unwrap().to_wkt().unwrap();
    let part = |name: &str, at: usize| {
        format!(
            "<SimpleSource><SourceFilename relativeToVRT=\"1\">{name}</SourceFilename><SourceBand>1</SourceBand>\
             <SrcRect xOff=\"0\" yOff=\"0\" xSize=\"{SIDE}\" ySize=\"{SIDE}\"/>\
             <DstRect xOff=\"{at}\" yOff=\"0\" xSize=\"{SIDE}\" ySize=\"{SIDE}\"/></SimpleSource>"
        )
    };
    let vrt = format!(
        "<VRTDataset rasterXSize=\"{}\" rasterYSize=\"{SIDE}\"><SRS>{wkt}</SRS>\
         <GeoTransform>300000, 30, 0, 4700000, 0, -30</GeoTransform>\
         <VRTRasterBand dataType=\"UInt16\" band=\"1\">{}{}</VRTRasterBand></VRTDataset>",
        2 * SIDE,
        part("a.tif", 0),
        part("b.tif", SIDE)
    );
    std::fs::write(path("both.vrt"), vrt).unwrap();
    let (a, b) = (
        values(path("a.tif").to_str().unwrap()),
        values(path("b.tif").to_str().unwrap()),
    );
    let (both, left, top) = values(path("both.vrt").to_str().unwrap());
    assert_eq!((left, top), (a.1, a.2));
    for row in 0..SIDE {
        let of = |cells: &[Option<f64>], width: usize, from: usize| {
            cells[row * width + from..][..SIDE].to_vec()
        };
        assert_eq!(of(&both, 2 * SIDE, 0), of(&a.0, SIDE, 0));
        assert_eq!(of(&both, 2 * SIDE, SIDE), of(&b.0, SIDE, 0));
    }
}

#[test]
fn a_window_is_read_in_the_kind_it_is_stored_in() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.tif");
    tiff(&path, 0);
    let raster = Direct {
        id: "values",
        name: path.to_str().unwrap(),
        band: Some(1),
    };
    let (source, layers) = direct(&[raster], "EPSG:4326").unwrap();
    let window = Window {
        col: 2,
        row: 3,
        width: 3,
        height: 1,
    };
    let block = source.block(&layers[0], 0, window).unwrap();
    assert_eq!(
        block.samples,
        aimak_core::Samples::U16(vec![209, 246, 32]),
        "26·37, 27·37, 28·37 modulo 251"
    );
}

#[test]
fn a_table_replaces_the_last_one_only_when_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let shapes = dir.path().join("one.geojson");
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"007"},
        "geometry":{"type":"Polygon","coordinates":[[[74,42],[74.1,42],[74.1,42.1],[74,42]]]}}]}"#;
    std::fs::write(&shapes, text).unwrap();
    let (polygons, remarks) = polygons(&shapes, None, Some("name"), false).unwrap();
    assert!(remarks.is_empty() && polygons.ids == ["007"]);
    let out = dir.path().join("out.csv");
    let columns = vec![
        ("mean".to_owned(), vec![Some(0.5)]),
        ("max".to_owned(), vec![None]),
    ];
    write(&out, &polygons, &columns).unwrap();
    assert_eq!(
        std::fs::read_to_string(&out).unwrap(),
        "name,mean,max\n007,0.5,\n"
    );
    let nowhere = dir.path().join("no/such/folder.csv");
    assert_eq!(
        write(&nowhere, &polygons, &columns).unwrap_err().code,
        "table-unwritable"
    );
    let left: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "no partial file is left: {left:?}");
}
