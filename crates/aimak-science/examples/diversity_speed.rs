//! What do the figures of diversity cost, part by part?
//!
//! `cargo run --release -p aimak-science --example diversity_speed -- 2000 500` (plots, species) prints processor seconds (all
//! threads), seconds by the clock and the highest memory so far, for a sparse and a dense table, and for curves of 20 assemblages with
//! 200 replicates. Beside them stand the seconds of idle peers (STATISTICS): vegan indices 1.4, `estimateR` with rarefaction 2.7,
//! Bray–Curtis and binary Jaccard 4.2 together; iNEXT about 90 for 20 assemblages.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]

use std::time::Instant;

use aimak_science::diversity::{
    ChaoVariant, Dissimilarity, DissimilarityMatrix, Individuals, Redraws, Sample, Table,
    ace::ace,
    chao::chao,
    curves::{by_coverage, by_size, knots},
    expected_richness::expected_richness,
    hill::hill_number,
    indices::{concentration, pielou},
};

/// Assemblages and replicates of the comparison with iNEXT.
const ASSEMBLAGES: usize = 20;
const REPLICATES: usize = 200;

fn main() {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|number| number.parse().expect("a number"));
    let (plots, species) = (
        numbers.next().unwrap_or(2_000),
        numbers.next().unwrap_or(500),
    );
    for occupied in [0.2, 0.9] {
        println!("{plots} plots x {species} species");
        of_plots(plots, species, occupied);
    }
    println!(
        "{ASSEMBLAGES} assemblages, {REPLICATES} replicates, 40 sizes and their coverages, q 0, 1, 2"
    );
    curves();
}

fn of_plots(plots: usize, species: usize, occupied: f64) {
    let mut clock = Clock::start();
    let names: Vec<String> = (0..plots.max(species)).map(|i| format!("{i:06}")).collect();
    let mut records = Vec::new();
    for plot in 0..plots {
        for kind in 0..species {
            let count = count(plot * species + kind, kind, occupied);
            if count > 0 || kind == 0 {
                records.push((
                    names[plot].as_str(),
                    names[kind].as_str(),
                    Individuals(count),
                ));
            }
        }
    }
    clock.tell("made");
    let table = Table::from_records(records).expect("records");
    clock.tell("table");
    println!(
        "{:24} {:.1} %",
        "cells with anything",
        100.0 * table.density()
    );
    let mut sum = 0.0;
    for plot in 0..plots {
        let amounts = table.amounts(plot);
        let hill = [0.0, 1.0, 2.0].map(|q| hill_number(&amounts, q).unwrap_or(0.0));
        sum += hill.iter().sum::<f64>() + pielou(&amounts).unwrap_or(0.0);
        sum += concentration(&amounts).unwrap_or(0.0);
    }
    clock.tell("indices, Hill 0 1 2");
    let samples: Vec<Sample> = (0..plots).map(|plot| table.sample(plot)).collect();
    let least = samples.iter().map(Sample::size).min().unwrap_or(1).max(1);
    for sample in &samples {
        sum += chao(sample, ChaoVariant::BiasCorrectedLargeSample)
            .map_or(0.0, |found| found.estimate + found.se);
        sum += ace(sample).map_or(0.0, |found| found.estimate + found.se);
        sum += expected_richness(sample, least).map_or(0.0, |found| found.mean + found.sd);
    }
    clock.tell("Chao1, ACE, rarefied");
    let bray = DissimilarityMatrix::of(&table, Dissimilarity::BRAY_CURTIS);
    clock.tell("Bray-Curtis");
    let jaccard = DissimilarityMatrix::of(&table.presence(), Dissimilarity::Jaccard);
    clock.tell("binary Jaccard");
    let between = |matrix: &DissimilarityMatrix| matrix.between(0, plots - 1).unwrap_or(0.0);
    println!(
        "{:24} {:.6}",
        "check",
        sum + between(&bray) + between(&jaccard)
    );
}

fn curves() {
    let mut clock = Clock::start();
    let mut sum = 0.0;
    for assemblage in 0..ASSEMBLAGES {
        let counts: Vec<u64> = (0..120)
            .map(|kind| count(assemblage * 977 + kind * 31, kind * 20, 0.8))
            .collect();
        let sample = Sample::of_individuals(&counts);
        let name = assemblage.to_string();
        let redraws = Redraws {
            replicates: REPLICATES,
            seed: 1,
            name: &name,
        };
        let sizes = knots(sample.size(), 40);
        let points = by_size(&sample, &sizes, &[0.0, 1.0, 2.0], Some(redraws));
        let coverages: Vec<f64> = points[..sizes.len()]
            .iter()
            .map(|point| point.coverage.value)
            .collect();
        let also = by_coverage(&sample, &coverages, &[0.0, 1.0, 2.0], Some(redraws));
        let errors = points
            .iter()
            .chain(&also)
            .filter_map(|point| point.diversity?.se);
        sum += errors.sum::<f64>();
        if assemblage % 10 == 0 {
            println!(
                "assemblage {assemblage}: n {}, {} species",
                sample.size(),
                sample.observed()
            );
        }
    }
    clock.tell("curves");
    println!("{:24} {sum:.6}", "check");
}

/// A count that looks like chance, the same in every run: few species are common, most are rare.
fn count(place: usize, kind: usize, occupied: f64) -> u64 {
    let common = 1.0 / (1.0 + kind as f64 / 200.0);
    let chance = (occupied * 2.0 * common).min(0.95);
    let there = scrambled(place);
    if there >= chance {
        return 0;
    }
    let size = scrambled(place ^ 0x5bd1_e995);
    1 + (-(1.0 - size).ln() * 12.0 * common) as u64
}

/// A number between 0 and 1 (finaliser of `MurmurHash3`).
fn scrambled(place: usize) -> f64 {
    let mut bits = place as u32 ^ 0x9e37_79b9;
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    f64::from(bits ^ (bits >> 16)) / 4_294_967_296.0
}

/// Time since the last telling.
struct Clock {
    last: f64,
    wall: Instant,
}

impl Clock {
    fn start() -> Self {
        Self {
            last: cpu_seconds(),
            wall: Instant::now(),
        }
    }

    fn tell(&mut self, step: &str) {
        let now = cpu_seconds();
        let (spent, wall) = (now - self.last, self.wall.elapsed().as_secs_f64());
        println!(
            "{step:24} {spent:7.2} s cpu {wall:7.3} s {:6} MB",
            peak_megabytes()
        );
        self.last = now;
        self.wall = Instant::now();
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
