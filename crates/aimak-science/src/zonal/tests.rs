//! Literal cases of exactextract's own test suite, and laws.

use aimak_core::{
    AimakCode, Band, Grid, Land, Raster, RasterFault, RasterLayer, RasterRole, RasterSource,
    Silent, Window,
};
use geo::{Area as _, BooleanOps as _, Coord, LineString, MultiPolygon, Polygon, Rect};
use ndarray::{Array2, array};
use proptest::prelude::*;

use super::*;
use crate::{land::Zone, zonal::coverage::fractions};

/// A raster in memory, its grid and the working CRS being the same.
pub struct MemoryRaster(pub Array2<f64>);

impl RasterSource for MemoryRaster {
    fn read(&self, _: &RasterLayer, _: usize, w: Window) -> Result<Raster<f64>, RasterFault> {
        let values = self
            .0
            .slice(ndarray::s![w.row..w.row + w.height, w.col..w.col + w.width])
            .to_owned();
        let valid = values.mapv(|value| !value.is_nan());
        Ok(Raster { values, valid })
    }
    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

/// A grid from extent and cell size.
pub fn grid(left: f64, bottom: f64, right: f64, top: f64, dx: f64, dy: f64) -> Grid {
    let cells = |from: f64, to: f64, size: f64| ((to - from) / size).round() as usize;
    let (width, height) = (cells(left, right, dx), cells(bottom, top, dy));
    Grid {
        width,
        height,
        left,
        top,
        dx,
        dy,
        crs: "EPSG:32643".into(),
        geographic: false,
    }
}

/// A layer of one band on `grid`.
pub fn layer(grid: Grid) -> RasterLayer {
    RasterLayer {
        id: "test".into(),
        role: RasterRole::Ndvi,
        grid,
        reprojected: false,
        bands: vec![Band { when: None }],
        season_months: None,
        sources: Vec::new(),
        block_rows: 64,
    }
}

fn shape(points: &[(f64, f64)]) -> MultiPolygon<f64> {
    Polygon::new(LineString::from(points.to_vec()), Vec::new()).into()
}

fn zone(shape: MultiPolygon<f64>) -> Zone {
    Zone {
        aimak: AimakCode("A".into()),
        land: Land::WholeAimak,
        shape,
    }
}

fn assert_fractions(grid: &Grid, points: &[(f64, f64)], expected: &Array2<f64>) {
    let found = fractions(grid, &shape(points), grid.whole());
    for ((row, col), fraction) in expected.indexed_iter() {
        let error = (found[(row, col)] - fraction).abs();
        assert!(
            error < 1e-12,
            "row {row}, column {col}: {} against {fraction}",
            found[(row, col)]
        );
    }
    assert!(
        (found.sum() - expected.sum()).abs() < 1e-11,
        "nothing elsewhere: {found}"
    );
}

/// `test_raster_cell_intersection.cpp` of exactextract, literal cases.
#[test]
fn literal_cases_of_exactextract() {
    let three = grid(0.0, 0.0, 3.0, 3.0, 1.0, 1.0);
    let q = 0.25;
    assert_fractions(
        &three,
        &[(0.5, 0.5), (2.5, 0.5), (2.5, 2.5), (0.5, 2.5)],
        &array![[q, 0.5, q], [0.5, 1.0, 0.5], [q, 0.5, q]],
    );
    assert_fractions(
        &three,
        &[
            (0.5, 0.5),
            (2.5, 0.5),
            (2.5, 2.0),
            (2.0, 2.0),
            (2.0, 2.5),
            (0.5, 2.5),
        ],
        &array![[q, 0.5, 0.0], [0.5, 1.0, 0.5], [q, 0.5, q]],
    );
    assert_fractions(
        &three,
        &[(1.5, 0.5), (2.5, 1.5), (1.5, 2.5), (0.5, 1.5)],
        &array![[0.0, q, 0.0], [q, 1.0, q], [0.0, q, 0.0]],
    );
    let two = grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0);
    assert_fractions(
        &two,
        &[(1.0, 1.5), (1.5, 1.5), (1.5, 0.5), (0.5, 0.5), (0.5, 1.5)],
        &array![[q, q], [q, q]],
    );
    let bounce = grid(0.0, -1.0, 2.0, 2.0, 1.0, 1.0);
    assert_fractions(
        &bounce,
        &[(0.5, 1.5), (0.5, 0.5), (0.5, 0.0), (1.5, 0.5), (1.5, 1.5)],
        &array![[q, q], [0.4375, 0.3125], [0.0, 0.0]],
    );
    assert_fractions(
        &three,
        &[(0.5, 0.5), (2.0, 0.5), (2.0, 1.5), (2.0, 2.5), (0.5, 2.5)],
        &array![[q, 0.5, 0.0], [0.5, 1.0, 0.0], [q, 0.5, 0.0]],
    );
    let four = grid(0.0, 0.0, 4.0, 3.0, 1.0, 1.0);
    assert_fractions(
        &four,
        &[(3.0, 0.5), (3.0, 2.5), (0.5, 2.5), (0.5, 0.5)],
        &array![[q, 0.5, 0.5, 0.0], [0.5, 1.0, 1.0, 0.0], [q, 0.5, 0.5, 0.0]],
    );
    let tall = grid(0.0, 0.0, 3.0, 4.0, 1.0, 1.0);
    assert_fractions(
        &tall,
        &[
            (2.5, 3.0),
            (0.5, 3.0),
            (0.5, 3.5),
            (0.25, 3.5),
            (0.25, 0.5),
            (2.5, 0.5),
        ],
        &array![
            [0.125, 0.0, 0.0],
            [0.75, 1.0, 0.5],
            [0.75, 1.0, 0.5],
            [0.375, 0.5, q]
        ],
    );
    let snake = grid(0.0, 0.0, 3.0, 5.0, 1.0, 1.0);
    assert_fractions(
        &snake,
        &[
            (0.5, 0.2),
            (2.2, 0.2),
            (2.2, 0.4),
            (0.7, 0.4),
            (0.7, 2.2),
            (2.2, 2.2),
            (2.2, 0.6),
            (2.4, 0.6),
            (2.4, 4.8),
            (0.5, 4.8),
        ],
        &array![
            [0.40, 0.80, 0.32],
            [0.50, 1.00, 0.40],
            [0.44, 0.80, 0.36],
            [0.20, 0.0, 0.20],
            [0.22, 0.20, 0.12]
        ],
    );
    let coarse = grid(0.0, 0.0, 10.0, 10.0, 10.0, 10.0);
    assert_fractions(
        &coarse,
        &[(3.0, 3.0), (4.0, 3.0), (4.0, 4.0), (3.0, 4.0)],
        &array![[0.01]],
    );
    assert_fractions(&three, &[(0.0, 0.0), (3.0, 3.0)], &Array2::zeros((3, 3)));
}

#[test]
fn a_polygon_on_cells_of_unequal_sides() {
    let grid = grid(-20.0, -15.0, 40.0, 30.0, 0.5, 1.0);
    let square = shape(&[(0.25, 0.2), (2.75, 0.2), (2.75, 4.5), (0.25, 4.5)]);
    let window = coverage::cell_window(&grid, &square).unwrap();
    assert_eq!(
        window,
        Window {
            col: 40,
            row: 25,
            width: 6,
            height: 5
        }
    );
    let found = fractions(&grid, &square, window);
    let expected = [[0.25, 0.5], [0.5, 1.0], [0.5, 1.0], [0.5, 1.0], [0.4, 0.8]];
    for (row, [edge, inner]) in expected.into_iter().enumerate() {
        for (col, fraction) in [edge, inner, inner, inner, inner, edge]
            .into_iter()
            .enumerate()
        {
            assert!((found[(row, col)] - fraction).abs() < 1e-12);
        }
    }
}

/// Robustness regression 7 of exactextract: a sliver thinner than rounding.
#[test]
fn a_sliver_stays_between_nothing_and_its_area() {
    let grid = grid(487_800.0, 5_813_800.0, 492_800.0, 5_818_800.0, 100.0, 100.0);
    let sliver = shape(&[
        (492_094.928_399_999_6, 5_816_959.855_3),
        (492_374.933_552_736_1, 5_816_811.352_641_133),
        (492_374.933_552_736_3, 5_816_811.352_641_133),
    ]);
    let area = sliver.unsigned_area() / 1e4;
    for fraction in fractions(&grid, &sliver, grid.whole()) {
        assert!((0.0..=area + 1e-12).contains(&fraction));
    }
}

#[test]
fn a_polygon_off_the_raster_is_not_inside() {
    let grid = grid(0.0, 0.0, 3.0, 3.0, 1.0, 1.0);
    let away = shape(&[(10.0, 10.0), (11.0, 10.0), (11.0, 11.0)]);
    assert_eq!(coverage::cell_window(&grid, &away), None);
    let found = means(
        &layer(grid),
        &[zone(away)],
        &MemoryRaster(Array2::zeros((3, 3))),
        &Silent,
    );
    let mean = found[0][0].as_ref().unwrap();
    assert!(!mean.inside && mean.mean.is_none() && mean.valid_share == 0.0);
}

/// `test_stats.cpp` of exactextract: count 3.5, sum 13.75.
#[test]
fn mean_of_exactextract_with_a_missing_cell() {
    let no = f64::NAN;
    let values = array![
        [1.0, 1.0, 1.0, 1.0, 1.0],
        [1.0, 1.0, 2.0, 3.0, 1.0],
        [1.0, 4.0, 5.0, 6.0, 1.0],
        [1.0, 0.0, no, 7.0, 1.0],
        [1.0, 1.0, 1.0, 1.0, 1.0]
    ];
    let square = shape(&[(0.5, 0.5), (2.5, 0.5), (2.5, 2.5), (0.5, 2.5)]);
    let found = means(
        &layer(grid(-1.0, -1.0, 4.0, 4.0, 1.0, 1.0)),
        &[zone(square)],
        &MemoryRaster(values),
        &Silent,
    );
    let mean = found[0][0].as_ref().unwrap();
    assert!((mean.cells - 3.5).abs() < 1e-12);
    assert!((mean.mean.unwrap() - 13.75 / 3.5).abs() < 1e-12);
    assert!((mean.valid_share - 3.5 / 4.0).abs() < 1e-12);
}

/// Four tiles of one polygon in `test_raster_cell_intersection.cpp`: each window alone says what the whole would.
#[test]
fn tiles_of_one_polygon() {
    let six = grid(0.0, 0.0, 6.0, 6.0, 1.0, 1.0);
    let tall = shape(&[(0.5, 0.5), (4.5, 0.5), (4.5, 5.5), (0.5, 5.5)]);
    let tile = |col, row| {
        let window = Window {
            col,
            row,
            width: 3,
            height: 3,
        };
        fractions(&six, &tall, window)
    };
    let (h, q) = (0.5, 0.25);
    assert_eq!(tile(0, 0), array![[q, h, h], [h, 1.0, 1.0], [h, 1.0, 1.0]]);
    assert_eq!(
        tile(3, 0),
        array![[h, q, 0.0], [1.0, h, 0.0], [1.0, h, 0.0]]
    );
    assert_eq!(tile(0, 3), array![[h, 1.0, 1.0], [h, 1.0, 1.0], [q, h, h]]);
    assert_eq!(
        tile(3, 3),
        array![[1.0, h, 0.0], [1.0, h, 0.0], [h, q, 0.0]]
    );
}

#[test]
fn a_hole_off_the_raster_does_no_harm() {
    let grid = grid(0.0, 0.0, 3.0, 3.0, 1.0, 1.0);
    let ring =
        |x0: f64, x1: f64| LineString::from(vec![(x0, 1.0), (x1, 1.0), (x1, 2.0), (x0, 2.0)]);
    let frame = LineString::from(vec![(-9.0, -9.0), (9.0, -9.0), (9.0, 9.0), (-9.0, 9.0)]);
    let left: MultiPolygon<f64> = Polygon::new(frame.clone(), vec![ring(-5.0, -4.0)]).into();
    let right: MultiPolygon<f64> = Polygon::new(frame, vec![ring(5.0, 6.0)]).into();
    for shape in [left, right] {
        assert_eq!(
            fractions(&grid, &shape, grid.whole()),
            Array2::<f64>::ones((3, 3))
        );
    }
    assert_eq!(
        coverage::cell_window(&grid, &MultiPolygon::new(Vec::new())),
        None
    );
}

#[test]
fn parts_of_a_multipolygon_add_up_and_an_overlap_counts_once() {
    let grid = grid(0.0, 0.0, 2.0, 1.0, 1.0, 1.0);
    let part = |x0: f64, x1: f64| {
        shape(&[(x0, 0.0), (x1, 0.0), (x1, 1.0), (x0, 1.0)])
            .0
            .remove(0)
    };
    let apart = MultiPolygon::new(vec![part(0.0, 0.25), part(0.5, 1.5)]);
    assert_eq!(fractions(&grid, &apart, grid.whole()), array![[0.75, 0.5]]);
    let twice = MultiPolygon::new(vec![part(0.0, 1.0), part(0.0, 1.5)]);
    assert_eq!(fractions(&grid, &twice, grid.whole()), array![[1.0, 0.5]]);
}

/// Twelve thousand columns in one row, coordinates as large as UTM has them: nothing is left over beyond the polygon.
#[test]
fn nothing_is_covered_beside_a_long_sliver() {
    let grid = grid(200_000.0, 4_700_000.0, 320_000.0, 4_700_100.0, 10.0, 10.0);
    let points = [
        (200_003.3, 4_700_041.7),
        (310_000.1, 4_700_044.9),
        (310_007.7, 4_700_049.1),
        (255_000.0, 4_700_043.3),
    ];
    let sliver = shape(&points);
    let found = fractions(&grid, &sliver, grid.whole());
    let area = sliver.unsigned_area() / 100.0;
    assert!((found.sum() / area - 1.0).abs() < 1e-9);
    let touched = coverage::cell_window(&grid, &sliver).unwrap();
    let outside = |(row, col): (usize, usize)| {
        row < touched.row
            || row >= touched.row + touched.height
            || col < touched.col
            || col >= touched.col + touched.width
    };
    let left_over = found
        .indexed_iter()
        .filter(|(cell, fraction)| outside(*cell) && **fraction != 0.0);
    assert_eq!(left_over.count(), 0);
}

/// A raster of ones in which one cell cannot be read.
struct Damaged(usize, usize);

impl RasterSource for Damaged {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let rows = window.row..window.row + window.height;
        let cols = window.col..window.col + window.width;
        if rows.contains(&self.0) && cols.contains(&self.1) {
            return Err(RasterFault {
                layer: layer.id.clone(),
                band,
                window,
                cause: "damaged".into(),
            });
        }
        let values = Array2::ones((window.height, window.width));
        let valid = Array2::from_elem(values.dim(), true);
        Ok(Raster { values, valid })
    }
    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

#[test]
fn a_damaged_block_costs_only_the_zones_that_need_it() {
    let square = |x: f64, y: f64| {
        zone(shape(&[
            (x, y),
            (x + 10.0, y),
            (x + 10.0, y + 10.0),
            (x, y + 10.0),
        ]))
    };
    let layer = layer(grid(0.0, 0.0, 100.0, 1000.0, 1.0, 1.0));
    // row 500 from the top lies at y 499–500
    let zones = [square(5.0, 495.0), square(50.0, 495.0), square(5.0, 900.0)];
    let found = means(&layer, &zones, &Damaged(500, 8), &Silent);
    let fault = found[0][0].as_ref().unwrap_err();
    assert_eq!((fault.layer.as_str(), fault.band), ("test", 0));
    for sound in &found[1..] {
        let sound = sound[0].as_ref().unwrap();
        assert_eq!((sound.mean, sound.cells), (Some(1.0), 100.0));
    }
}

#[test]
fn threads_do_not_change_a_bit() {
    let grid = grid(0.0, 0.0, 300.0, 900.0, 1.0, 1.0);
    let values = Array2::from_shape_fn((900, 300), |(row, col)| {
        ((row * 31 + col * 17) % 101) as f64 / 7.0
    });
    let zones: Vec<Zone> = (0..20)
        .map(|k| {
            let x = f64::from(k) * 13.7;
            zone(shape(&[
                (x, 3.3),
                (x + 40.1, 450.7),
                (x + 7.7, 890.9),
                (x - 20.3, 500.5),
            ]))
        })
        .collect();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            means(
                &layer(grid.clone()),
                &zones,
                &MemoryRaster(values.clone()),
                &Silent,
            )
        })
    };
    assert_eq!(run(1), run(2));
    assert_eq!(run(1), run(7));
}

/// A star-shaped polygon around a centre, its corners in order of angle: always valid.
fn star() -> impl Strategy<Value = MultiPolygon<f64>> {
    (
        -3.0..23.0_f64,
        -3.0..23.0_f64,
        prop::collection::vec(0.05..9.0_f64, 3..24),
    )
        .prop_map(|(x, y, radii)| {
            let step = std::f64::consts::TAU / radii.len() as f64;
            let corner = |(k, radius): (usize, &f64)| Coord {
                x: x + radius * (step * k as f64).cos(),
                y: y + radius * (step * k as f64).sin(),
            };
            Polygon::new(
                LineString::new(radii.iter().enumerate().map(corner).collect()),
                Vec::new(),
            )
            .into()
        })
}

proptest! {
    #[test]
    fn fractions_add_up_to_the_area_on_the_grid(shape in star()) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 1.0, 1.0);
        let found = fractions(&grid, &shape, grid.whole());
        prop_assert!(found.iter().all(|fraction| (0.0..=1.0).contains(fraction)));
        let frame: Polygon<f64> = Rect::new((0.0, 0.0), (20.0, 20.0)).to_polygon();
        let area = shape.intersection(&MultiPolygon::from(frame)).unsigned_area();
        prop_assert!((found.sum() - area).abs() < 1e-6, "{} against {area}", found.sum());
    }

    #[test]
    fn every_cell_agrees_with_slow_clipping(shape in star()) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 2.5, 4.0);
        let found = fractions(&grid, &shape, grid.whole());
        for ((row, col), fraction) in found.indexed_iter() {
            let (x, y) = (col as f64 * 2.5, 20.0 - row as f64 * 4.0);
            let cell: Polygon<f64> = Rect::new((x, y - 4.0), (x + 2.5, y)).to_polygon();
            let area = shape.intersection(&MultiPolygon::from(cell)).unsigned_area() / 10.0;
            prop_assert!((fraction - area).abs() < 1e-6, "row {row}, column {col}: {fraction} against {area}");
        }
    }

    #[test]
    fn asking_for_fewer_rows_changes_no_bit(shape in star(), first in 0_usize..15, rows in 1_usize..5) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 1.0, 1.0);
        let whole = fractions(&grid, &shape, grid.whole());
        let window = Window { col: 0, row: first, width: 20, height: rows };
        let part = fractions(&grid, &shape, window);
        prop_assert_eq!(part, whole.slice(ndarray::s![first..first + rows, ..]).to_owned());
    }

    #[test]
    fn a_hole_and_its_filling_make_the_whole(shape in star()) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 1.0, 1.0);
        let ring = shape.0[0].exterior().clone();
        let frame = Rect::new((-40.0, -40.0), (60.0, 60.0)).to_polygon().exterior().clone();
        let pierced: MultiPolygon<f64> = Polygon::new(frame, vec![ring]).into();
        let sum = fractions(&grid, &shape, grid.whole()) + fractions(&grid, &pierced, grid.whole());
        for total in sum {
            prop_assert!((total - 1.0).abs() < 1e-11);
        }
    }

    #[test]
    fn a_tessellation_fills_the_raster(shifts in prop::collection::vec((-1.7..1.7_f64, -1.7..1.7_f64), 36)) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 1.25, 0.8);
        // a lattice of 6 x 6 points, the inner ones shifted, the outer ones beyond the raster
        let point = |(col, row): (usize, usize)| {
            let (x, y) = shifts[6 * row + col];
            (-5.0 + 6.0 * col as f64 + x, -5.0 + 6.0 * row as f64 + y)
        };
        let quads = (0..5).flat_map(|row| (0..5).map(move |col| (col, row)));
        let sum = quads.fold(Array2::<f64>::zeros((grid.height, grid.width)), |sum, (col, row)| {
            let corners = [(col, row), (col + 1, row), (col + 1, row + 1), (col, row + 1)];
            sum + fractions(&grid, &shape(&corners.map(point)), grid.whole())
        });
        for sum in sum {
            prop_assert!((sum - 1.0).abs() < 1e-11, "{sum}");
        }
    }

    #[test]
    fn moving_the_border_of_the_window_changes_nothing(
        shape in star(), first in 0_usize..15, columns in 1_usize..5,
    ) {
        let grid = grid(0.0, 0.0, 20.0, 20.0, 1.0, 1.0);
        let whole = fractions(&grid, &shape, grid.whole());
        let window = Window { col: first, row: 0, width: columns, height: 20 };
        let part = fractions(&grid, &shape, window);
        let same = whole.slice(ndarray::s![.., first..first + columns]).to_owned();
        for (part, same) in part.iter().zip(&same) {
            prop_assert!((part - same).abs() < 1e-12, "{part} against {same}");
        }
    }
}
