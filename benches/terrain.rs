//! What does water cost: filling, plateaus, directions, order and sums on nine million cells?
//!
//! `cargo bench --bench terrain`. Hills of many sizes under noise, made here; heights in whole decimetres, so that there are
//! plateaus as in a real DEM. Against named peers whole commands are timed, not this.

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, DInfinity, FlowNetwork, InvestMultipleFlow, MultipleFlow, Relief, fill,
    slope_percent, streams,
};
use criterion::{Criterion, criterion_group, criterion_main};
use ndarray::Array2;

/// Cells on a side.
const SIDE: usize = 3_000;
const SIZE: CellSize = CellSize { dx: 30.0, dy: 30.0 };

/// A number between 0 and 1 that looks like chance, the same in every run.
fn scrambled(place: usize) -> f64 {
    f64::from((place as u32).wrapping_mul(2_654_435_761) >> 8) / 16_777_216.0
}

fn hills() -> Raster<f32> {
    let height = |(row, col): (usize, usize)| {
        let (y, x) = (row as f64, col as f64);
        let waves = [(900.0, 400.0), (210.0, 90.0), (47.0, 18.0), (11.0, 3.0)];
        let relief: f64 = waves
            .iter()
            .map(|(length, metres)| metres * ((x + 0.3 * y) / length).sin() * (y / length).cos())
            .sum();
        let noise = scrambled(row * SIDE + col);
        ((1_800.0 + relief + noise) * 10.0).round() as f32 / 10.0
    };
    Raster {
        values: Array2::from_shape_fn((SIDE, SIDE), height),
        valid: Array2::from_elem((SIDE, SIDE), true),
    }
}

fn steps(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("terrain 3000 x 3000");
    group.sample_size(10);
    let dem = hills();
    group.bench_function("fill", |b| b.iter(|| fill(&dem, None)));
    let filled = fill(&dem, None);
    group.bench_function("plateaus", |b| {
        b.iter(|| Relief::of(filled.clone(), SIZE, None));
    });
    let relief = Relief::of(filled, SIZE, None);
    group.bench_function("D8", |b| b.iter(|| D8::of(&relief)));
    group.bench_function("D-infinity", |b| b.iter(|| DInfinity::of(&relief)));
    group.bench_function("InVEST's multiple flow", |b| {
        b.iter(|| InvestMultipleFlow::of(&relief));
    });
    let heights = relief.dem().values.mapv(f64::from);
    let doubles = Raster {
        valid: relief.dem().valid.clone(),
        values: heights,
    };
    group.bench_function("slope", |b| {
        b.iter(|| slope_percent(&doubles, SIZE.dx, SIZE.dy));
    });
    let d8 = D8::of(&relief);
    group.bench_function("order, D8", |b| b.iter(|| FlowNetwork::of(&d8)));
    let network = FlowNetwork::of(&d8);
    group.bench_function("upslope cells, D8", |b| b.iter(|| network.upslope_cells()));
    let stream = streams(&network.upslope_cells(), 1_000.0);
    group.bench_function("distance to stream, D8", |b| {
        b.iter(|| network.distance_to_stream_m(&stream, SIZE));
    });
    group.bench_function("basins", |b| b.iter(|| network.basins()));
    let freeman = MultipleFlow::freeman(&relief);
    group.bench_function("order, Freeman", |b| b.iter(|| FlowNetwork::of(&freeman)));
    let network = FlowNetwork::of(&freeman);
    group.bench_function("upslope cells, Freeman", |b| {
        b.iter(|| network.upslope_cells());
    });
    let invest = InvestMultipleFlow::of(&relief);
    let network = FlowNetwork::of(&invest);
    group.bench_function("upslope cells, InVEST", |b| {
        b.iter(|| network.upslope_cells());
    });
    group.finish();
}

criterion_group!(benches, steps);
criterion_main!(benches);
