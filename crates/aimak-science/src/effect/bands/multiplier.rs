//! What would the effects have been, had each unit weighed a little more or less by chance?

use rand::{Rng as _, RngExt as _};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use crate::effect::draw::random;

/// Effects whose sums are made together: sixteen doubles are two cache lines, and the table of a block fits the first cache.
const LANES: usize = 16;
/// Units that share a byte of signs.
pub(super) const BLOCK: usize = 8;

/// The random weight of each unit in a draw: mean 0, variance 1, two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Multiplier {
    /// −1 or 1 with equal chance.
    Rademacher,
    /// `(1 − √5)/2` with chance `(√5 + 1)/(2√5)`, else `(1 + √5)/2`: third moment 1.
    Mammen,
}

impl Multiplier {
    /// The value of a set bit and of the other.
    pub(super) fn values(self) -> (f64, f64) {
        let root = 5_f64.sqrt();
        match self {
            Self::Rademacher => (1.0, -1.0),
            Self::Mammen => (f64::midpoint(1.0, -root), f64::midpoint(1.0, root)),
        }
    }

    /// One bit a unit, eight units a byte.
    fn bits(self, mut random: ChaCha8Rng, bytes: &mut [u8]) {
        match self {
            Self::Rademacher => random.fill_bytes(bytes),
            Self::Mammen => {
                let chance = (5_f64.sqrt() + 1.0) / (2.0 * 5_f64.sqrt());
                for byte in bytes {
                    *byte = (0..BLOCK).fold(0, |byte, bit| {
                        byte | u8::from(random.random_bool(chance)) << bit
                    });
                }
            }
        }
    }
}

/// How the draws are made.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws<'a> {
    /// The weights.
    pub multiplier: Multiplier,
    /// How many draws.
    pub number: usize,
    /// The seed of the run.
    pub seed: u64,
    /// What is drawn for: two names draw differently.
    pub name: &'a str,
    /// Nominal coverage, such as 0.95.
    pub level: f64,
}

/// All draws of each column, `Σ vᵢψᵢ/√n`.
///
/// With two values a draw is `set·S + clear·(T − S)`, S the sum over the units whose bit is set and T that over all. S is looked up
/// eight units at a time: a table has the sums of all 256 choices among them. The order of summation is that of the units.
pub(super) fn drawn(columns: &[&[f64]], draws: &Draws) -> Vec<Vec<f64>> {
    let units = columns.first().map_or(0, |column| column.len());
    assert!(
        columns.iter().all(|column| column.len() == units),
        "invariant: effects of one panel"
    );
    let bits = bits(units, draws);
    let (set, clear) = draws.multiplier.values();
    let root = (units as f64).sqrt();
    let tiles: Vec<Vec<[f64; LANES]>> = columns
        .par_chunks(LANES)
        .map(|tile| sums_of_set(tile, &bits, draws.number))
        .collect();
    let column = |(place, column): (usize, &&[f64])| {
        let all: f64 = column.iter().sum();
        tiles[place / LANES]
            .iter()
            .map(|sums| {
                let sum = sums[place % LANES];
                (set * sum + clear * (all - sum)) / root
            })
            .collect()
    };
    columns.iter().enumerate().map(column).collect()
}

/// The bits of all draws: for each block of eight units one byte a draw.
pub(super) fn bits(units: usize, draws: &Draws) -> Vec<Vec<u8>> {
    let blocks = units.div_ceil(BLOCK);
    let mut bits = vec![vec![0; draws.number]; blocks];
    let mut bytes = vec![0; blocks];
    for draw in 0..draws.number {
        let random = random(draws.seed, &[draws.name], draw);
        draws.multiplier.bits(random, &mut bytes);
        for (block, byte) in bits.iter_mut().zip(&bytes) {
            block[draw] = *byte;
        }
    }
    bits
}

/// For each draw the sums over units whose bit is set, of up to [`LANES`] columns.
fn sums_of_set(tile: &[&[f64]], bits: &[Vec<u8>], number: usize) -> Vec<[f64; LANES]> {
    let mut sums = vec![[0.0; LANES]; number];
    let mut table = vec![[0.0; LANES]; 1 << BLOCK];
    for (block, bytes) in bits.iter().enumerate() {
        let psi = |bit: usize, lane: usize| {
            let column = tile.get(lane);
            column.map_or(0.0, |column| {
                column.get(block * BLOCK + bit).copied().unwrap_or(0.0)
            })
        };
        for bit in 0..BLOCK {
            let one: [f64; LANES] = std::array::from_fn(|lane| psi(bit, lane));
            let (known, new) = table.split_at_mut(1 << bit);
            for (new, known) in new.iter_mut().zip(known) {
                *new = std::array::from_fn(|lane| known[lane] + one[lane]);
            }
        }
        for (sums, byte) in sums.iter_mut().zip(bytes) {
            for (sum, part) in sums.iter_mut().zip(&table[usize::from(*byte)]) {
                *sum += part;
            }
        }
    }
    sums
}
