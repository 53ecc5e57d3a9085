//! What does the chain from a DEM to export and deposition cost, stage by stage?
//!
//! `cargo run --release -p aimak-science --example erosion_cost [SIDE] [metres|invest]`. The hills are those of
//! `terrain_speed`, as rough; R, K, C and P are grids, as InVEST's run had them. CPU and peak memory are read from `/proc`.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use aimak_core::{Message, Progress, Raster};
use aimak_science::{
    erosion::water::{
        chain::{FactorMap, FactorMaps, Routes, Rules, WaterErosion},
        delivery::DeliveryRatio,
        topography::{DesmetGovers, InvestSlopeLength},
    },
    terrain::{CellSize, Lattice},
};

/// CPU seconds of this process, to a hundredth.
fn cpu_s() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .map(|field| field.parse().unwrap_or(0.0))
        .collect();
    fields
        .get(11..13)
        .map_or(0.0, |ticks| ticks.iter().sum::<f64>() / 100.0)
}

/// Highest memory so far, MB.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1024.0
}

/// Prints when stages end.
struct Clock {
    last: Mutex<(Instant, f64)>,
    stage: AtomicUsize,
}

impl Progress for Clock {
    fn begin(&self, _stage: Message, _total: usize) {}

    fn advance(&self, _steps: usize) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = (Instant::now(), cpu_s());
        let stage = self.stage.fetch_add(1, Ordering::Relaxed);
        println!(
            "  stage {stage}: {:.2} s, {:.2} CPU s, peak {:.0} MB",
            (now.0 - last.0).as_secs_f64(),
            now.1 - last.1,
            peak_mb()
        );
        *last = now;
    }

    fn cancelled(&self) -> bool {
        false
    }
}

/// A number between 0 and 1 that looks like chance, the same in every run (finaliser of `MurmurHash3`).
fn scrambled(place: usize) -> f64 {
    let mut bits = place as u32 ^ 0x9e37_79b9;
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    f64::from(bits ^ (bits >> 16)) / 4_294_967_296.0
}

fn hills(side: usize) -> Raster<f32> {
    Lattice::of((side, side)).raster(|cell| {
        let (y, x) = ((cell / side) as f64, (cell % side) as f64);
        let waves = [(900.0, 400.0), (210.0, 90.0), (47.0, 18.0), (11.0, 3.0)];
        let relief: f64 = waves
            .iter()
            .map(|(length, metres)| metres * ((x + 0.3 * y) / length).sin() * (y / length).cos())
            .sum();
        Some(((1_800.0 + relief + scrambled(cell)) * 10.0).round() as f32 / 10.0)
    })
}

fn main() {
    let mut args = std::env::args().skip(1);
    let side = args
        .next()
        .and_then(|side| side.parse().ok())
        .unwrap_or(3_000);
    let rules = match args.next().as_deref() {
        Some("invest") => Rules::Invest(InvestSlopeLength::default()),
        _ => Rules::Metres(DesmetGovers::default()),
    };
    let lattice = Lattice::of((side, side));
    let dem = hills(side);
    let grid = |low: f64, high: f64, salt: usize| {
        lattice.raster(|cell| Some((low + (high - low) * scrambled(cell / 64 + salt)) as f32))
    };
    let (r, k) = (grid(400.0, 900.0, 1), grid(0.02, 0.05, 2));
    let (c, p) = (grid(0.01, 0.4, 3), grid(0.5, 1.0, 4));
    let question = WaterErosion {
        dem: &dem,
        size: CellSize { dx: 30.0, dy: 30.0 },
        sinks: None,
        factors: FactorMaps {
            erosivity: FactorMap::Grid(&r),
            erodibility: FactorMap::Grid(&k),
            cover: FactorMap::Grid(&c),
            practice: FactorMap::Grid(&p),
            surfaces: None,
        },
        rules,
        routes: Routes::Multiple,
        stream_cells: 1_000.0,
        delivery: DeliveryRatio::default(),
    };
    let (start, cpu) = (Instant::now(), cpu_s());
    let clock = Clock {
        last: Mutex::new((start, cpu)),
        stage: AtomicUsize::new(0),
    };
    let layers = question.layers(&clock);
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_s() - cpu);
    let known = layers.map_or(0, |layers| {
        layers.export.valid.iter().filter(|valid| **valid).count()
    });
    println!(
        "{side} x {side}: {wall:.2} s, {cpu:.2} CPU s, peak {:.0} MB, {known} cells with export",
        peak_mb()
    );
}
