//! Terrain of real DEMs: what every filled DEM must be, and what scikit-image makes of the same heights.
//!
//! Expected figures: scikit-image 0.26.0, `morphology.reconstruction(seed, dem, method="erosion", footprint=np.ones((3, 3)))`, the
//! seed being the DEM on the border and its highest height inside, on the stored heights.

use std::path::{Path, PathBuf};

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, FlowNetwork, Ground, MISSING, MultipleFlow, Relief, Routing, fill,
    tiled::{directions_by_tiles, fill_by_tiles, upslope_cells_by_tiles},
};
use gdal::{
    Dataset, DriverManager,
    raster::{Buffer, RasterCreationOptions},
};
use ndarray::{Array2, s};

use crate::program::{aimak, arg, root, shared_data};

const SIZE: CellSize = CellSize { dx: 30.0, dy: 30.0 };

fn dem_file(name: &str) -> PathBuf {
    root().join("../shared/data/dem").join(name)
}

const ALA_ARCHA: &str = "ala_archa_bishkek_srtm1_qmp_doi.tif";
const ALPS: &str = "terra_elev_vinschgau.tif";
const WEST: &str = "srtm1_kazakhstan/N51E067.tif";
const EAST: &str = "srtm1_kazakhstan/N51E068.tif";

/// The heights as they are stored.
fn stored(path: &Path) -> Raster<f32> {
    let dataset = Dataset::open(path).unwrap();
    let band = dataset.rasterband(1).unwrap();
    let nodata = band.no_data_value().unwrap() as f32;
    let ((width, height), cells) = band
        .read_as::<f32>((0, 0), dataset.raster_size(), dataset.raster_size(), None)
        .unwrap()
        .into_shape_and_vec();
    let values = Array2::from_shape_vec((height, width), cells).unwrap();
    Raster {
        valid: values.mapv(|z| (z - nodata).abs() > 1e-6 * nodata.abs()),
        values,
    }
}

/// Cells that were raised, by how much in all, and at most.
fn raised(before: &Raster<f32>, after: &Raster<f32>) -> (usize, f64, f32) {
    let cells = before.values.iter().zip(&after.values).zip(&after.valid);
    let lifts = cells.filter_map(|((before, after), valid)| valid.then_some(after - before));
    lifts.fold((0, 0.0, 0.0), |(cells, sum, most), lift| {
        assert!(lift >= 0.0, "nothing sinks");
        (
            cells + usize::from(lift > 0.0),
            sum + f64::from(lift),
            f32::max(most, lift),
        )
    })
}

/// No pit is left, every cell drains to an edge, and no cell is lost on the way.
fn drains(filled: Raster<f32>) {
    let relief = Relief::of(filled, SIZE, None);
    let lattice = relief.lattice();
    let pits = (0..lattice.cells()).filter(|&cell| relief.ground(cell) == Ground::Pit);
    assert_eq!(pits.count(), 0, "pits");
    let d8 = D8::of(&relief);
    arrives(&d8, &relief, 0.0);
    arrives(&MultipleFlow::freeman(&relief), &relief, 1e-9);
    let stray = FlowNetwork::of(&d8).basins();
    for (basin, valid) in stray.iter().zip(&relief.dem().valid) {
        assert_eq!(*basin > 0, *valid, "a cell outside every basin");
    }
}

/// Water that arrives where nothing flows on is all the water; it ends at edges only.
fn arrives<R: Routing>(routing: &R, relief: &Relief<f32>, tolerance: f64) {
    let lattice = routing.lattice();
    let cells = FlowNetwork::of(routing).upslope_cells();
    let (mut arrived, mut part) = (0.0, 0.0);
    for cell in (0..lattice.cells()).filter(|&cell| routing.takes_part(cell)) {
        part += 1.0;
        if routing.directions(cell) == 0 {
            assert_eq!(relief.ground(cell), Ground::Outlet);
            arrived += cells.values[lattice.place(cell)];
        }
    }
    assert!(
        f64::abs(arrived - part) <= tolerance * part,
        "{arrived} of {part} cells arrive"
    );
}

/// Tile by tile, the same heights, directions and counts.
fn same_by_tiles(dem: &Raster<f32>, side: usize) {
    let whole = fill(dem, None);
    let filled = fill_by_tiles(dem, None, side);
    assert!(filled.valid == whole.valid, "other cells are missing");
    let levels = filled.values.iter().zip(&whole.values);
    let mut known = levels.zip(&whole.valid).filter(|(_, valid)| **valid);
    assert!(known.all(|((a, b), _)| a == b), "filled in tiles of {side}");
    let relief = Relief::of(whole, SIZE, None);
    let d8 = D8::of(&relief);
    let towards = directions_by_tiles(&filled, None, SIZE, side);
    assert!(
        towards.view() == d8.towards(),
        "directions in tiles of {side}"
    );
    let cells = FlowNetwork::of(&d8).upslope_cells();
    let counted = upslope_cells_by_tiles(&towards, side);
    for (place, &count) in counted.indexed_iter() {
        if towards[place] != MISSING {
            assert_eq!(count as f64, cells.values[place], "{place:?}");
        }
    }
}

#[test]
fn ala_archa_is_filled_as_by_scikit_image_and_drains() {
    if !shared_data() {
        return;
    }
    let dem = stored(&dem_file(ALA_ARCHA));
    assert_eq!(dem.values.dim(), (2729, 1331));
    let filled = fill(&dem, None);
    assert_eq!(raised(&dem, &filled), (172_732, 271_856.0, 89.0));
    assert_eq!(filled.values[(2265, 412)] - dem.values[(2265, 412)], 89.0);
    drains(filled);
}

#[test]
fn ala_archa_tile_by_tile() {
    if !shared_data() {
        return;
    }
    // the reservoir lake and the fan below the gorges: level water across tiles
    let dem = stored(&dem_file(ALA_ARCHA));
    let part = s![400..1100, ..];
    let dem = Raster {
        values: dem.values.slice(part).to_owned(),
        valid: dem.valid.slice(part).to_owned(),
    };
    same_by_tiles(&dem, 128);
}

/// Flat steppe: plateaus cross tiles by the hundred. A window over the column the two files share.
#[test]
fn the_kazakh_steppe_is_filled_as_by_scikit_image_and_drains() {
    if !shared_data() {
        return;
    }
    let (west, east) = (stored(&dem_file(WEST)), stored(&dem_file(EAST)));
    let cut = |dem: &Raster<f32>, cols: std::ops::Range<usize>| {
        dem.values.slice(s![800..1400, cols]).to_owned()
    };
    let parts = [cut(&west, 3400..3601), cut(&east, 1..601)];
    assert_eq!(west.values.column(3600), east.values.column(0));
    let views = parts.each_ref().map(|part| part.view());
    let values = ndarray::concatenate(ndarray::Axis(1), &views).unwrap();
    let dem = Raster {
        valid: Array2::from_elem(values.dim(), true),
        values,
    };
    let filled = fill(&dem, None);
    assert_eq!(raised(&dem, &filled), (68_611, 103_002.0, 6.0));
    for side in [64, 250] {
        same_by_tiles(&dem, side);
    }
    drains(filled);
}

/// scikit-image finds nothing to fill here either, and 48,443 cells with a height.
#[test]
fn the_alps_drain_around_their_gaps() {
    if !shared_data() {
        return;
    }
    let dem = stored(&dem_file(ALPS));
    let filled = fill(&dem, None);
    assert_eq!(raised(&dem, &filled), (0, 0.0, 0.0));
    assert_eq!(filled.valid.iter().filter(|valid| **valid).count(), 48_443);
    same_by_tiles(&dem, 50);
    drains(filled);
}

/// Some columns of a file as a file of its own.
fn columns(from: &Path, cols: std::ops::Range<usize>, to: &Path, lift: i16) {
    let whole = Dataset::open(from).unwrap();
    let size = (cols.len(), 300);
    let place = (cols.start as isize, 800);
    let cells = whole.rasterband(1).unwrap();
    let cells = cells.read_as::<i16>(place, size, size, None).unwrap();
    let lifted = cells.data().iter().map(|z| z + lift).collect();
    let mut transform = whole.geo_transform().unwrap();
    transform[0] += transform[1] * cols.start as f64;
    transform[3] += transform[5] * 800.0;
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let options = RasterCreationOptions::default();
    let mut part = driver
        .create_with_band_type_with_options::<i16, _>(to, size.0, size.1, 1, &options)
        .unwrap();
    part.set_geo_transform(&transform).unwrap();
    part.set_spatial_ref(&whole.spatial_ref().unwrap()).unwrap();
    let mut band = part.rasterband(1).unwrap();
    band.write((0, 0), size, &mut Buffer::new(size, lifted))
        .unwrap();
    part.close().unwrap();
}

#[test]
fn the_program_joins_projects_and_describes() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    columns(&dem_file(WEST), 3401..3601, &at("west.tif"), 0);
    columns(&dem_file(EAST), 0..150, &at("east.tif"), 0);
    let (west, east) = (at("west.tif"), at("east.tif"));
    let out = at("terrain");
    for routing in ["d8", "mfd", "dinf"] {
        let said = aimak(&[
            "terrain",
            "--dem",
            arg(&west),
            arg(&east),
            "--routing",
            routing,
            "--streams",
            "500",
            "--out",
            arg(&out),
            "--json",
        ])
        .good();
        let about = said.json();
        assert_eq!(about["dem"]["cells_of_several_files"], 300);
        assert_eq!(about["dem"]["projection"]["to"], "EPSG:32642");
        assert_eq!(about["dem"]["grid"]["dx"], 24.0);
        assert!(said.err.contains("2 files make one DEM"), "{}", said.err);
        let cells = about["hollows"]["cells_with_height"].as_f64().unwrap();
        let read = |map: &str| {
            let dataset = Dataset::open(out.join(format!("{map}.tif"))).unwrap();
            let band = dataset.rasterband(1).unwrap();
            let size = dataset.raster_size();
            let buffer = band.read_as::<f64>((0, 0), size, size, None).unwrap();
            buffer.into_shape_and_vec().1
        };
        let known = |map: &str| read(map).iter().filter(|value| !value.is_nan()).count() as f64;
        for map in ["filled", "flow", "accumulation", "streams", "watersheds"] {
            assert_eq!(known(map), cells, "{map}");
        }
        assert!(known("slope") < cells && known("slope") > 0.98 * cells);
        // what leaves the DEM is its whole area
        let flow = read("flow");
        let leaves = read("accumulation").into_iter().zip(&flow);
        let area: f64 = leaves
            .filter(|(_, towards)| **towards == -1.0)
            .map(|(area, _)| area)
            .sum();
        assert!(
            (area / (cells * 576.0) - 1.0).abs() < 1e-6,
            "{routing}: {area}"
        );
        let streams = read("streams")
            .iter()
            .filter(|value| **value == 1.0)
            .count();
        assert_eq!(about["water"]["stream_cells"], streams);
    }
    // another height at the seam: both files are refused, and the old maps stay
    columns(&dem_file(EAST), 0..150, &at("east.tif"), 3);
    let said = aimak(&[
        "terrain",
        "--dem",
        arg(&west),
        arg(&east),
        "--out",
        arg(&out),
    ]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("300 cells differ, by up to 3\u{a0}m"),
        "{}",
        said.err
    );
    assert!(out.join("about.json").is_file());
}

#[test]
fn mistakes_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let said = aimak(&[
        "terrain",
        "--dem",
        "nowhere.tif",
        "neither.tif",
        "--sinks",
        "lakes.gpkg",
        "--out",
        arg(&out),
    ]);
    assert_eq!(said.code, 1);
    for name in ["nowhere.tif", "neither.tif", "lakes.gpkg"] {
        assert!(said.err.contains(name), "{}", said.err);
    }
    assert!(!out.exists());
}
