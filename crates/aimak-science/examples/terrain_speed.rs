//! What does water cost, step by step, and how does it grow with the DEM?
//!
//! `cargo run --release -p aimak-science --example terrain_speed -- 1000 3000 6000` prints processor seconds (all threads) and
//! the highest memory so far. Hills of many sizes under noise, heights in decimetres: so rough that every tenth cell is a pit.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]

use aimak_core::Raster;
use aimak_science::terrain::{
    CellSize, D8, FlowNetwork, MultipleFlow, PackedFlow, Relief, fill, slope_percent, streams,
};
use ndarray::Array2;

const SIZE: CellSize = CellSize { dx: 30.0, dy: 30.0 };

fn main() {
    for side in std::env::args().skip(1) {
        let side = side.parse().expect("cells on a side");
        for noise_m in [1.0, 10.0] {
            chain(side, noise_m);
        }
    }
}

fn chain(side: usize, noise_m: f64) {
    println!("{side} x {side}, noise of {noise_m} m");
    let mut clock = Clock::start();
    let dem = hills(side, noise_m);
    clock.tell("made");
    let filled = fill(&dem, None);
    let raised = dem
        .values
        .iter()
        .zip(&filled.values)
        .filter(|(z, level)| z < level);
    println!("raised cells: {}", raised.count());
    drop(dem);
    clock.tell("filled");
    let relief = Relief::of(filled, SIZE, None);
    clock.tell("plateaus");
    {
        let d8 = D8::of(&relief);
        clock.tell("D8");
        let network = FlowNetwork::of(&d8);
        clock.tell("D8 order");
        let cells = network.upslope_cells();
        clock.tell("D8 accumulation");
        let streams = streams(&cells, 1000.0);
        let basins = network.basins();
        clock.tell("D8 streams, basins");
        drop((cells, streams, basins));
    }
    let multiple = MultipleFlow::freeman(&relief);
    let network = FlowNetwork::of(&multiple);
    clock.tell("MFD order");
    let cells = network.upslope_cells();
    clock.tell("MFD accumulation");
    drop((cells, network));
    {
        let packed = PackedFlow::of_multiple(&multiple);
        clock.tell("MFD in 16 bits");
        let network = FlowNetwork::of(&packed);
        clock.tell("its order");
        let _cells = network.upslope_cells();
        clock.tell("its accumulation");
    }
    let heights = Raster {
        values: relief.dem().values.mapv(f64::from),
        valid: relief.dem().valid.clone(),
    };
    let _slope = slope_percent(&heights, SIZE.dx, SIZE.dy);
    clock.tell("slope");
}

/// A number between 0 and 1 that looks like chance, the same in every run (finaliser of `MurmurHash3`).
fn scrambled(place: usize) -> f64 {
    let mut bits = place as u32 ^ 0x9e37_79b9;
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    f64::from(bits ^ (bits >> 16)) / 4_294_967_296.0
}

fn hills(side: usize, noise_m: f64) -> Raster<f32> {
    let height = |(row, col): (usize, usize)| {
        let (y, x) = (row as f64, col as f64);
        let waves = [(900.0, 400.0), (210.0, 90.0), (47.0, 18.0), (11.0, 3.0)];
        let relief: f64 = waves
            .iter()
            .map(|(length, metres)| metres * ((x + 0.3 * y) / length).sin() * (y / length).cos())
            .sum();
        let noise = noise_m * scrambled(row * side + col);
        ((1_800.0 + relief + noise) * 10.0).round() as f32 / 10.0
    };
    Raster {
        values: Array2::from_shape_fn((side, side), height),
        valid: Array2::from_elem((side, side), true),
    }
}

/// Processor time since the last telling.
struct Clock {
    last: f64,
}

impl Clock {
    fn start() -> Self {
        Self {
            last: cpu_seconds(),
        }
    }

    fn tell(&mut self, step: &str) {
        let now = cpu_seconds();
        let spent = now - self.last;
        println!("{step:20} {spent:7.2} s {:6} MB", peak_megabytes());
        self.last = now;
    }
}

/// User and system time of this process on Linux, in hundredths.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = ticks.split_whitespace().collect();
    let number = |place: usize| -> f64 {
        fields
            .get(place)
            .and_then(|field| field.parse().ok())
            .unwrap_or(0.0)
    };
    (number(11) + number(12)) / 100.0
}

fn peak_megabytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok())
        .unwrap_or(0)
        / 1024
}
