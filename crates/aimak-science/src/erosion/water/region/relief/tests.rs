use aimak_core::{Band, Grid, RasterRole};
use geo::MultiPolygon;
use ndarray::{Array2, s};

use super::*;
use crate::erosion::water::topography::{McCoolSteepness, Steepness as _, TerrainCell};

/// A DEM in memory.
struct Dem(Array2<f64>);

impl RasterSource for Dem {
    fn read(&self, _: &RasterLayer, _: usize, w: Window) -> Result<Raster<f64>, RasterFault> {
        let slice = s![w.row..w.row + w.height, w.col..w.col + w.width];
        let values = self.0.slice(slice).to_owned();
        Ok(Raster {
            valid: values.mapv(f64::is_finite),
            values,
        })
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

fn layer(rows: usize, cols: usize) -> RasterLayer {
    RasterLayer {
        id: "dem".to_owned(),
        role: RasterRole::Elevation,
        grid: Grid {
            width: cols,
            height: rows,
            left: 0.0,
            top: 30.0 * rows as f64,
            dx: 30.0,
            dy: 30.0,
            crs: "EPSG:32643".to_owned(),
            geographic: false,
        },
        reprojected: false,
        bands: vec![Band { when: None }],
        season_months: None,
        sources: Vec::new(),
        block_rows: 64,
    }
}

/// Hills on a slope that no tile border knows of; every cell drains.
fn hills(rows: usize, cols: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, cols), |(row, col)| {
        let (x, y) = (col as f64, row as f64);
        900.0
            + 2.5 * x
            + 60.0 * (x / 37.0).sin() * (y / 29.0).cos()
            + 9.0 * ((x + 2.0 * y) / 19.0).sin()
    })
}

/// A plane that falls 10 % to the east: S by hand, and L of a slope that has reached its cap.
#[test]
fn a_plane_by_hand() {
    let plane = Array2::from_shape_fn((40, 60), |(_, col)| 1000.0 - 3.0 * col as f64);
    let layer = layer(40, 60);
    let cells = cells(&layer, &Dem(plane), layer.grid.whole()).unwrap();
    let middle = 20 * 60 + 40;
    let slope = Slope::from_percent(10.0).unwrap();
    let cell = TerrainCell {
        slope,
        contributing_area_m2: 1e9,
        aspect_radians: 0.0,
        cell_size_m: 30.0,
    };
    let capped = DesmetGovers::default().length_factor(&cell).unwrap();
    let expected = capped * McCoolSteepness.steepness(slope);
    assert!((f64::from(cells.factor[middle].unwrap()) - expected).abs() < 1e-5);
    assert!(!cells.steep[middle] && !cells.snowy[middle]);
    assert_eq!(cells.factor[0], None, "no slope at the border of the DEM");
}

/// Whoever asks for a cell, alone or with a country, gets the same LS.
#[test]
fn a_cell_has_one_factor_whoever_asks() {
    let layer = layer(600, 1300);
    let dem = Dem(hills(600, 1300));
    let whole = cells(&layer, &dem, layer.grid.whole()).unwrap();
    let part = Window {
        row: 250,
        col: 1000,
        height: 20,
        width: 60,
    };
    let alone = cells(&layer, &dem, part).unwrap();
    for row in 0..part.height {
        for col in 0..part.width {
            let there = (part.row + row) * 1300 + part.col + col;
            assert_eq!(alone.factor[row * part.width + col], whole.factor[there]);
        }
    }
}

/// What lies beyond the halo hardly matters: of a DEM seen whole one cell in five thousand has an LS that is more than a hundredth
/// off, where a thread of water comes from afar along a ridge, and the mean is the same to five digits.
#[test]
fn tiles_see_enough() {
    let layer = layer(600, 1300);
    let hills = hills(600, 1300);
    let tiled = cells(&layer, &Dem(hills.clone()), layer.grid.whole()).unwrap();
    let size = CellSize { dx: 30.0, dy: 30.0 };
    let valid = Array2::from_elem(hills.dim(), true);
    let raster = Raster {
        values: hills,
        valid,
    };
    let whole = of_elevations(&raster, size);
    let (mut off, mut sums) = (0, [0.0, 0.0]);
    for (tiled, whole) in tiled.factor.iter().zip(&whole.factor) {
        let (Some(tiled), Some(whole)) = (tiled, whole) else {
            assert_eq!(tiled, whole);
            continue;
        };
        off += usize::from((tiled - whole).abs() > 0.01 * whole);
        sums[0] += f64::from(*tiled);
        sums[1] += f64::from(*whole);
    }
    assert!(off < 600 * 1300 / 5000, "{off} cells");
    assert!((sums[0] / sums[1] - 1.0).abs() < 1e-5, "{sums:?}");
}

#[test]
fn steep_and_high_land_is_told() {
    let cliff = Array2::from_shape_fn((10, 10), |(_, col)| 2000.0 - 18.0 * col as f64);
    let layer = layer(10, 10);
    let cells = cells(&layer, &Dem(cliff), layer.grid.whole()).unwrap();
    assert!(cells.steep[55] && cells.snowy[55] && cells.factor[55].is_some());
}
