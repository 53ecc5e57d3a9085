//! What do trends of many pixels cost: per pixel, per year, and from stored blocks to trends?
//!
//! `cargo bench --bench trend`. Images lie in memory, so that the engine is measured and not the disk; the plain functions,
//! one series at a time, stand beside it for comparison. Against named peers whole commands are timed, not this.

use std::hint::black_box;

use aimak_core::{
    Band, Block, Grid, PartialDate, Raster, RasterFault, RasterLayer, RasterRole, RasterSource,
    Samples, Silent, Valid, Window,
};
use aimak_science::trend::{
    mann_kendall::MannKendall,
    maps::{Images, Years},
    pixel_stack::{Layer, PixelStack},
    pixels::{PixelTrend, PixelwiseTrend},
    series::Series,
    theil_sen::TheilSen,
};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use geo::MultiPolygon;

/// Pixels of the stacks.
const PIXELS: usize = 4_096;
/// Cells on a side of the images.
const SIDE: usize = 512;

/// A number between 0 and 1 that looks like chance, the same in every run.
fn scrambled(place: usize) -> f32 {
    ((place as u32).wrapping_mul(2_654_435_761) >> 8) as f32 / 16_777_216.0
}

/// Images of single precision in memory.
struct InMemory;

impl InMemory {
    fn samples(band: usize, window: Window) -> Vec<f32> {
        let cells = window.width * window.height;
        let first = (band * SIDE + window.row) * SIDE + window.col;
        (first..first + cells).map(scrambled).collect()
    }
}

impl RasterSource for InMemory {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        w: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        Ok(self.block(layer, band, w)?.raster())
    }

    fn block(&self, _: &RasterLayer, band: usize, window: Window) -> Result<Block, RasterFault> {
        Ok(Block {
            window,
            samples: Samples::F32(Self::samples(band, window)),
            valid: Valid::Except(-9999.0),
            scale: 1.0,
            offset: 0.0,
        })
    }

    fn block_cols(&self, _: &RasterLayer) -> usize {
        256
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

/// The kernel alone, for series of several lengths, beside the plain functions.
fn pixels(c: &mut Criterion) {
    let mut group = c.benchmark_group("trend_pixels");
    group.sample_size(20);
    for n in [12, 24, 40] {
        let years: Vec<f64> = (0..n).map(|year| 2000.0 + year as f64).collect();
        let values: Vec<f32> = (0..n * PIXELS).map(scrambled).collect();
        let valid = vec![true; values.len()];
        let layer = Layer {
            values: &values,
            valid: &valid,
        };
        let Ok(stack) = PixelStack::of_series(&years, layer) else {
            continue;
        };
        group.throughput(Throughput::Elements(PIXELS as u64));
        group.bench_function(BenchmarkId::new("years", n), |b| {
            b.iter(|| PixelwiseTrend::default().of(black_box(&stack)));
        });
        group.bench_function(BenchmarkId::new("plain_years", n), |b| {
            b.iter(|| {
                values
                    .chunks(n)
                    .map(|series| plain(&years, black_box(series)))
                    .sum::<f64>()
            });
        });
    }
    group.finish();
}

/// The slope and p of one series by the functions that are written to be read.
fn plain(years: &[f64], values: &[f32]) -> f64 {
    let observations: Vec<_> = years
        .iter()
        .copied()
        .zip(values.iter().map(|v| Some(f64::from(*v))))
        .collect();
    let Ok(series) = Series::new(&observations) else {
        return 0.0;
    };
    let p = MannKendall::Standard
        .test(&series)
        .map_or(1.0, |found| found.p);
    p + TheilSen::RealTime.slope(&series).unwrap_or(0.0)
}

/// From stored blocks to trends, on one thread and on two.
fn images(c: &mut Criterion) {
    let dates: Vec<Option<PartialDate>> = (2000..2024)
        .map(|year| year.to_string().parse().ok())
        .collect();
    let Some(years) = Years::of(&dates) else {
        return;
    };
    let layer = RasterLayer {
        id: "bench".into(),
        role: RasterRole::Values,
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
        bands: dates.iter().map(|when| Band { when: *when }).collect(),
        season_months: None,
        sources: Vec::new(),
        block_rows: 256,
    };
    let images = Images {
        layer: &layer,
        source: &InMemory,
        years: &years,
    };
    let take = |_: Window, trends: &[Option<PixelTrend>]| {
        black_box(trends);
        Ok::<_, ()>(())
    };
    let mut group = c.benchmark_group("trend_images");
    group.sample_size(10);
    group.throughput(Throughput::Elements((SIDE * SIDE) as u64));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let Ok(pool) = pool else { continue };
        group.bench_function(BenchmarkId::new("threads", threads), |b| {
            b.iter(|| pool.install(|| images.trends(&PixelwiseTrend::default(), &Silent, take)));
        });
    }
    group.finish();
}

criterion_group!(benches, pixels, images);
criterion_main!(benches);
