//! What do exact zonal means cost: per cell read, per polygon, and per thread?
//!
//! `cargo bench --bench zonal`. Rasters lie in memory, so that the engine is measured and not the disk. Against named peers
//! whole commands are timed, not this.

use std::hint::black_box;

use aimak_core::{
    AimakCode, Band, Block, Grid, Land, Raster, RasterFault, RasterLayer, RasterRole, RasterSource,
    Samples, Silent, Valid, Window,
};
use aimak_science::{
    land::Zone,
    zonal::{Question, Statistic, coverage, means, table},
};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use geo::{LineString, MultiPolygon, Polygon};
use ndarray::{Array2, s};

/// Cells on a side of the raster.
const SIDE: usize = 2_048;
/// Corners of each polygon.
const CORNERS: usize = 64;

/// A raster in memory on its own grid.
struct InMemory(Array2<f64>);

impl RasterSource for InMemory {
    fn read(&self, _: &RasterLayer, _: usize, w: Window) -> Result<Raster<f64>, RasterFault> {
        let values = self
            .0
            .slice(s![w.row..w.row + w.height, w.col..w.col + w.width]);
        Ok(Raster {
            values: values.to_owned(),
            valid: Array2::from_elem((w.height, w.width), true),
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

/// One band of cells of 10 m.
fn layer() -> RasterLayer {
    RasterLayer {
        id: "bench".into(),
        role: RasterRole::Ndvi,
        grid: Grid {
            width: SIDE,
            height: SIDE,
            left: 0.0,
            top: 10.0 * SIDE as f64,
            dx: 10.0,
            dy: 10.0,
            crs: "EPSG:32643".into(),
            geographic: false,
        },
        reprojected: false,
        bands: vec![Band { when: None }],
        season_months: None,
        sources: Vec::new(),
        block_rows: 256,
    }
}

/// Wavy discs on a lattice of `across` times `across`, which together cover most of the raster.
fn zones(across: usize) -> Vec<Zone> {
    let pitch = 10.0 * SIDE as f64 / across as f64;
    let disc = |place: usize| {
        let middle = |k: usize| (k as f64 + 0.5) * pitch;
        let (x, y) = (middle(place % across), middle(place / across));
        let corner = |k: usize| {
            let angle = k as f64 / CORNERS as f64 * std::f64::consts::TAU;
            let radius = 0.45 * pitch * (1.0 + 0.1 * (5.0 * angle).sin());
            (x + radius * angle.cos(), y + radius * angle.sin())
        };
        let ring: Vec<(f64, f64)> = (0..CORNERS).map(corner).collect();
        Zone {
            aimak: AimakCode(format!("Z{place}")),
            land: Land::WholeAimak,
            shape: Polygon::new(LineString::from(ring), Vec::new()).into(),
        }
    };
    (0..across * across).map(disc).collect()
}

/// Means over few large and many small polygons: one pass reads each cell once for all of them.
fn zonal_means(c: &mut Criterion) {
    let (layer, source) = (layer(), InMemory(Array2::from_elem((SIDE, SIDE), 0.5)));
    let mut group = c.benchmark_group("zonal_means");
    group.throughput(Throughput::Elements((SIDE * SIDE) as u64));
    group.sample_size(20);
    for across in [5, 20, 80] {
        let zones = zones(across);
        let name = BenchmarkId::new("polygons", zones.len());
        group.bench_function(name, |b| {
            b.iter(|| means(&layer, black_box(&zones), &source, &Silent));
        });
    }
    group.finish();
}

/// The same on one thread and on all.
fn threads(c: &mut Criterion) {
    let (layer, source) = (layer(), InMemory(Array2::from_elem((SIDE, SIDE), 0.5)));
    let zones = zones(20);
    let mut group = c.benchmark_group("zonal_threads");
    group.sample_size(20);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let Ok(pool) = pool else { continue };
        group.bench_function(BenchmarkId::new("threads", threads), |b| {
            b.iter(|| pool.install(|| means(&layer, black_box(&zones), &source, &Silent)));
        });
    }
    group.finish();
}

/// A map of classes in memory: runs of bytes, as a land cover map has them.
struct Classes;

impl RasterSource for Classes {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        w: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        Ok(self.block(layer, band, w)?.raster())
    }

    fn block(&self, _: &RasterLayer, _: usize, window: Window) -> Result<Block, RasterFault> {
        let places = 0..window.width * window.height;
        Ok(Block {
            window,
            samples: Samples::U8(places.map(|place| (place / 23 % 11) as u8).collect()),
            valid: Valid::Except(0.0),
            scale: 1.0,
            offset: 0.0,
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

/// Shares of classes: equal neighbours are counted together.
fn classes(c: &mut Criterion) {
    let layer = layer();
    let shapes: Vec<_> = zones(20).into_iter().map(|zone| zone.shape).collect();
    let question = Question {
        layer: &layer,
        source: &Classes,
        statistics: &[Statistic::Shares, Statistic::Majority],
        weights: None,
    };
    let mut group = c.benchmark_group("zonal_classes");
    group.throughput(Throughput::Elements((SIDE * SIDE) as u64));
    group.sample_size(20);
    group.bench_function("polygons/400", |b| {
        b.iter(|| table(&question, black_box(&shapes), &Silent));
    });
    group.finish();
}

/// Coverage fractions of one polygon, without reading anything.
fn fractions(c: &mut Criterion) {
    let (grid, zones) = (layer().grid, zones(1));
    let whole = grid.whole();
    c.bench_function("coverage_fractions/4M_cells", |b| {
        b.iter(|| coverage::fractions(&grid, black_box(&zones[0].shape), whole));
    });
}

criterion_group!(benches, zonal_means, classes, threads, fractions);
criterion_main!(benches);
