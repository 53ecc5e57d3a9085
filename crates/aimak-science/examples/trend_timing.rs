//! How long do a million pixels of 24 years take?
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a timing for the developer")]
use aimak_science::trend::{mann_kendall::MannKendall, pixels::{Layer, PixelStack, PixelwiseTrend}};
use std::time::Instant;
fn run(name: &str, digits: Option<f64>, gaps: bool, interval: bool) {
    let (pixels, years) = (1_000_000, 24);
    let mut state = 0x1234_5678_9abc_def0_u64;
    let mut random = || { state ^= state << 13; state ^= state >> 7; state ^= state << 17; (state >> 11) as f64 / (1u64 << 53) as f64 };
    let slopes: Vec<f64> = (0..pixels).map(|_| (random() - 0.5) * 0.01).collect();
    let layers: Vec<(Vec<f32>, Vec<bool>)> = (0..years).map(|t| slopes.iter().map(|b| {
        let noise = (0..4).map(|_| random()).sum::<f64>() - 2.0;
        let x = 0.4 + b * f64::from(t) + 0.04 * noise;
        let x = digits.map_or(x, |d| (x * d).round() / d);
        (x as f32, !gaps || random() > 0.1)
    }).unzip()).collect();
    let time: Vec<f64> = (0..years).map(|t| 2000.0 + f64::from(t)).collect();
    let stack = || PixelStack::of_layers(&time, layers.iter().map(|(values, valid)| Layer { values, valid }).collect()).unwrap();
    for _ in 0..3 {
        let start = Instant::now();
        let map = PixelwiseTrend { test: MannKendall::Standard, interval, ..PixelwiseTrend::default() };
        let found = map.of(&stack());
        let sum: f64 = found.iter().flatten().map(|t| t.slope_per_year).sum();
        println!("{name}: {:.3} s wall ({sum:.3}, {})", start.elapsed().as_secs_f64(), found.iter().flatten().count());
    }
}
fn main() {
    run("no ties", None, false, false);
    run("10 % gaps", None, true, false);
    run("ties (0.01)", Some(100.0), false, false);
    run("ties (0.0001)", Some(10_000.0), false, false);
    run("interval", None, false, true);
}
