use std::sync::Mutex;

use aimak_core::{Band, Grid, Raster, RasterRole, Silent};
use geo::MultiPolygon;
use ndarray::Array2;
use proptest::prelude::*;

use super::*;

/// Images in memory whose values follow from their places; a block of one band is damaged.
struct Scrambled {
    block_cols: usize,
    damaged: Option<(usize, usize)>,
}

/// A fixed scramble with ties and holes.
fn scrambled(band: usize, cell: usize) -> Option<f64> {
    let mixed = ((cell * 31 + band) as u32).wrapping_mul(2_654_435_761) >> 22;
    (mixed % 9 != 4).then(|| f64::from(mixed) / 64.0)
}

impl RasterSource for Scrambled {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        w: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let cell = |(row, col): (usize, usize)| (w.row + row) * layer.grid.width + w.col + col;
        let (rows, cols) = (w.row..w.row + w.height, w.col..w.col + w.width);
        let (width, hit) = (layer.grid.width, self.damaged.filter(|(b, _)| *b == band));
        if hit.is_some_and(|(_, at)| rows.contains(&(at / width)) && cols.contains(&(at % width))) {
            return Err(RasterFault {
                layer: layer.id.clone(),
                band,
                window: w,
                cause: "damaged".to_owned(),
            });
        }
        Ok(Raster {
            values: Array2::from_shape_fn((w.height, w.width), |at| {
                scrambled(band, cell(at)).unwrap_or(-1.0)
            }),
            valid: Array2::from_shape_fn((w.height, w.width), |at| {
                scrambled(band, cell(at)).is_some()
            }),
        })
    }

    fn block_cols(&self, _: &RasterLayer) -> usize {
        self.block_cols
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

/// Two images in the first year, one in each of the others.
fn years(n: usize) -> Years {
    let dates: Vec<_> = (0..=n)
        .map(|band| format!("{}", 2000 + band.max(1)).parse().ok())
        .collect();
    Years::of(&dates).unwrap()
}

fn layer(width: usize, height: usize, block_rows: usize, bands: usize) -> RasterLayer {
    RasterLayer {
        id: "images".into(),
        role: RasterRole::Values,
        grid: Grid {
            width,
            height,
            left: 0.0,
            top: 0.0,
            dx: 10.0,
            dy: 10.0,
            crs: "EPSG:32643".into(),
            geographic: false,
        },
        reprojected: false,
        bands: vec![Band { when: None }; bands],
        season_months: None,
        sources: Vec::new(),
        block_rows,
    }
}

/// Trends by place in the grid, and faults.
fn all(images: &Images<'_>, threads: usize) -> (Vec<Option<PixelTrend>>, Vec<RasterFault>) {
    let grid = &images.layer.grid;
    let cells = Mutex::new(vec![None; grid.width * grid.height]);
    let take = |window: Window, trends: &[Option<PixelTrend>]| {
        let mut cells = cells.lock().unwrap();
        for (row, trends) in trends.chunks(window.width).enumerate() {
            let at = (window.row + row) * grid.width + window.col;
            cells[at..at + window.width].copy_from_slice(trends);
        }
        Ok::<_, ()>(())
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    let faults = pool
        .install(|| images.trends(&PixelwiseTrend::default(), &Silent, take))
        .unwrap();
    (cells.into_inner().unwrap(), faults)
}

#[test]
fn threads_and_windows_change_no_bit_and_each_cell_is_its_own_series() {
    let (years, source) = (
        years(9),
        Scrambled {
            block_cols: 300,
            damaged: None,
        },
    );
    let layer = layer(700, 700, 300, 10);
    let images = Images {
        layer: &layer,
        source: &source,
        years: &years,
    };
    assert!(images.windows().len() > 2);
    let (one, faults) = all(&images, 1);
    assert_eq!(faults, []);
    for threads in [2, 7] {
        assert_eq!(all(&images, threads).0, one, "{threads} threads");
    }
    for cell in (0..700 * 700).step_by(997) {
        let of_band: Vec<_> = (0..10).map(|band| scrambled(band, cell)).collect();
        let plain = of_series(&years, &years.means(&of_band), MannKendall::Standard, 8).ok();
        let plain = plain.map(|plain| (plain.test.s, plain.test.p, plain.line.slope_per_year));
        let fast = one[cell].map(|trend| (i64::from(trend.s), trend.p, trend.slope_per_year));
        assert_eq!(fast, plain, "cell {cell}");
    }
}

#[test]
fn a_damaged_block_costs_its_window_alone() {
    let (years, at) = (years(9), 400 * 700 + 650);
    let layer = layer(700, 700, 300, 10);
    let whole = Scrambled {
        block_cols: 300,
        damaged: None,
    };
    let source = Scrambled {
        damaged: Some((3, at)),
        ..whole
    };
    let images = |source| Images {
        layer: &layer,
        source,
        years: &years,
    };
    let (expected, _) = all(&images(&whole), 2);
    let (found, faults) = all(&images(&source), 2);
    assert_eq!((faults.len(), faults[0].band), (1, 3));
    let lost = faults[0].window;
    assert!(found.iter().enumerate().all(|(cell, trend)| {
        let (row, col) = (cell / 700, cell % 700);
        let rows = lost.row..lost.row + lost.height;
        let inside = rows.contains(&row) && (lost.col..lost.col + lost.width).contains(&col);
        *trend == if inside { None } else { expected[cell] }
    }));
    assert!(found[at].is_none() && found[0] == expected[0]);
}

#[test]
fn an_error_of_the_taker_ends_the_work() {
    let (years, source) = (
        years(9),
        Scrambled {
            block_cols: 300,
            damaged: None,
        },
    );
    let layer = layer(700, 700, 300, 10);
    let images = Images {
        layer: &layer,
        source: &source,
        years: &years,
    };
    let full = |_: Window, _: &[Option<PixelTrend>]| Err::<(), _>("disk full");
    assert_eq!(
        images.trends(&PixelwiseTrend::default(), &Silent, full),
        Err("disk full")
    );
}

proptest! {
    #[test]
    fn windows_are_the_grid_once(
        width in 1_usize..3000, height in 1_usize..3000,
        block_cols in 1_usize..4000, block_rows in 1_usize..4000, n in 1_usize..60,
    ) {
        let (years, source) = (years(n), Scrambled { block_cols, damaged: None });
        let layer = layer(width, height, block_rows, n + 1);
        let windows = Images { layer: &layer, source: &source, years: &years }.windows();
        let area: usize = windows.iter().map(|w| w.width * w.height).sum();
        prop_assert_eq!(area, width * height);
        let corners: std::collections::BTreeSet<_> = windows.iter().map(|w| (w.row, w.col)).collect();
        prop_assert_eq!(corners.len(), windows.len());
        for w in &windows {
            prop_assert!(w.row + w.height <= height && w.col + w.width <= width);
            prop_assert!(w.width * w.height * n <= NUMBERS_AT_MOST || w.height == 1);
            prop_assert!(w.col % block_cols == 0, "no block is cut by columns");
        }
    }
}
