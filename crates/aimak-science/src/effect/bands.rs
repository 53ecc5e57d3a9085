//! Between which limits do all effects lie at once?

use aimak_core::{Message, Reason, Withheld};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use statrs::distribution::{ContinuousCDF as _, Normal};

use super::influence::Effect;

/// A uniform critical value from here on says that errors are too rough to trust.
const IMPLAUSIBLE: f64 = 7.0;
/// Effects whose sums are made together: sixteen doubles are two cache lines, and the table of a block fits the first cache.
const LANES: usize = 16;
/// Units that share a byte of signs.
const BLOCK: usize = 8;

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
    fn values(self) -> (f64, f64) {
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

/// Where the critical value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Critical {
    /// All effects lie within their limits at once at the level.
    Uniform,
    /// As above, but 7 or more: some error is too rough to trust.
    Implausible,
    /// The uniform value came out below that of one normal, which cannot be: one effect at a time.
    Pointwise,
}

/// Limits of several effects.
///
/// # Formula
/// Draw k weighs unit i by vᵢ: `bₖ = Σ vᵢψᵢ/√n`. `σ = (q₇₅ − q₂₅)/(z₇₅ − z₂₅)` over the draws of an effect, `SE = σ/√n`, critical value
/// the level's quantile of `max |bₖ|/σ` over the effects; quantiles of type 1 (an observed value). Limits `ATT ± c·SE`.
///
/// # Units
/// SE in the unit of the outcome.
///
/// # Range and edge cases
/// An effect no unit moves has no SE and no part in the maximum. Draws of few units are few: 10 units have 1,024 signs, and
/// the interval is no better than its errors (see [`Effect`]). Draw k depends only on (seed, name, k).
///
/// # Example
/// ```
/// use aimak_science::effect::{bands::{Bands, Critical, Draws, Multiplier}, influence::Effect};
/// let effect = |sign: f64| Effect::new(1.0, (0..100).map(|unit| sign * f64::from(unit % 7 - 3)).collect());
/// let draws = Draws { multiplier: Multiplier::Rademacher, number: 999, seed: 1, name: "example", level: 0.95 };
/// let bands = Bands::of(&[&effect(1.0), &effect(-1.0)], &draws).unwrap();
/// // twice the same news: no wider than one interval, up to the draws
/// assert!(bands.critical_value < 2.2 && bands.kind != Critical::Implausible);
/// assert!((bands.errors[0].unwrap() / effect(1.0).se().unwrap() - 1.0).abs() < 0.1);
/// ```
///
/// # Reference
/// Callaway & Sant'Anna (2021), section 4.1, algorithm 1; Mammen (1993), Ann. Stat. 21:255–285; as `mboot` of did 2.5.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// By how many errors limits lie from the effect.
    pub critical_value: f64,
    /// Where it comes from.
    pub kind: Critical,
    /// The standard error of each effect; `None` where no unit moves it.
    pub errors: Vec<Option<f64>>,
}

impl Bands {
    /// Draws the limits of all effects together.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` without draws, or where no unit moves any effect.
    ///
    /// # Panics
    /// Where effects are of different panels, or the level is not between 0 and 1.
    pub fn of(effects: &[&Effect], draws: &Draws) -> Result<Self, Withheld> {
        assert!(
            draws.level > 0.0 && draws.level < 1.0,
            "invariant: a level between 0 and 1"
        );
        let moved: Vec<usize> = (0..effects.len())
            .filter(|&place| effects[place].se().is_some())
            .collect();
        let columns: Vec<&[f64]> = moved
            .iter()
            .map(|&place| effects[place].influence())
            .collect();
        let drawn = drawn(&columns, draws);
        let normal = Normal::standard();
        let between = 2.0 * normal.inverse_cdf(0.75);
        let spreads: Vec<f64> = drawn
            .iter()
            .map(|draws| (quantile(draws, 0.75) - quantile(draws, 0.25)) / between)
            .collect();
        let mut errors = vec![None; effects.len()];
        for (&place, spread) in moved.iter().zip(&spreads) {
            let units = effects[place].influence().len() as f64;
            errors[place] = (*spread > 0.0).then(|| spread / units.sqrt());
        }
        if errors.iter().all(Option::is_none) {
            let detail = Message::new("detail-draws-without-spread")
                .with("effects", effects.len() as f64)
                .with("draws", draws.number as f64);
            return Err(Withheld::because(Reason::TooFewClusters).with(detail));
        }
        let farthest = farthest(&drawn, &spreads, draws.number);
        let uniform = quantile(&farthest, draws.level);
        let pointwise = normal.inverse_cdf(0.5 + draws.level / 2.0);
        let (critical_value, kind) = if uniform < pointwise {
            (pointwise, Critical::Pointwise)
        } else if uniform >= IMPLAUSIBLE {
            (uniform, Critical::Implausible)
        } else {
            (uniform, Critical::Uniform)
        };
        Ok(Self {
            critical_value,
            kind,
            errors,
        })
    }

    /// The limits of an effect by its place among those drawn; `None` where it has no error.
    pub fn limits(&self, place: usize, effect: &Effect) -> Option<(f64, f64)> {
        let half = self.critical_value * self.errors[place]?;
        Some((effect.att - half, effect.att + half))
    }
}

/// The greatest standard score of each draw.
fn farthest(drawn: &[Vec<f64>], spreads: &[f64], number: usize) -> Vec<f64> {
    let mut farthest = vec![0.0; number];
    for (draws, spread) in drawn
        .iter()
        .zip(spreads)
        .filter(|(_, spread)| **spread > 0.0)
    {
        for (far, draw) in farthest.iter_mut().zip(draws) {
            *far = f64::max(*far, draw.abs() / spread);
        }
    }
    farthest
}

/// Quantile of type 1: the smallest value that at least this share does not exceed; 0 of nothing.
fn quantile(sample: &[f64], p: f64) -> f64 {
    let mut sample = sample.to_vec();
    // 999·0.95 may come out a hair above a whole number
    let rank = (sample.len() as f64 * p - 1e-9).ceil().max(1.0) as usize;
    if rank > sample.len() {
        return 0.0;
    }
    *sample.select_nth_unstable_by(rank - 1, f64::total_cmp).1
}

/// All draws of each column, `Σ vᵢψᵢ/√n`.
///
/// With two values a draw is `set·S + clear·(T − S)`, S the sum over the units whose bit is set and T that over all. S is looked up
/// eight units at a time: a table has the sums of all 256 choices among them. The order of summation is that of the units.
fn drawn(columns: &[&[f64]], draws: &Draws) -> Vec<Vec<f64>> {
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
fn bits(units: usize, draws: &Draws) -> Vec<Vec<u8>> {
    let blocks = units.div_ceil(BLOCK);
    let mut bits = vec![vec![0; draws.number]; blocks];
    let mut bytes = vec![0; blocks];
    for draw in 0..draws.number {
        let mut hash = Sha256::new();
        hash.update(draws.seed.to_le_bytes());
        hash.update((draws.name.len() as u64).to_le_bytes());
        hash.update(draws.name.as_bytes());
        hash.update((draw as u64).to_le_bytes());
        let random = ChaCha8Rng::from_seed(hash.finalize().into());
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plan(multiplier: Multiplier, number: usize) -> Draws<'static> {
        Draws {
            multiplier,
            number,
            seed: 7,
            name: "test",
            level: 0.95,
        }
    }

    /// The draws one by one, as the formula says.
    fn plainly(columns: &[&[f64]], draws: &Draws) -> Vec<Vec<f64>> {
        let bits = bits(columns[0].len(), draws);
        let (set, clear) = draws.multiplier.values();
        let draw = |column: &[f64], draw: usize| {
            let weighted = column.iter().enumerate().map(|(unit, psi)| {
                let is_set = bits[unit / BLOCK][draw] >> (unit % BLOCK) & 1 == 1;
                psi * if is_set { set } else { clear }
            });
            weighted.sum::<f64>() / (column.len() as f64).sqrt()
        };
        columns
            .iter()
            .map(|column| (0..draws.number).map(|k| draw(column, k)).collect())
            .collect()
    }

    #[test]
    fn weights_have_mean_0_and_variance_1() {
        for multiplier in [Multiplier::Rademacher, Multiplier::Mammen] {
            let ones = vec![1.0; 400];
            let drawn = drawn(&[&ones], &plan(multiplier, 2000));
            let mean = drawn[0].iter().sum::<f64>() / 2000.0;
            let variance = drawn[0].iter().map(|draw| draw * draw).sum::<f64>() / 2000.0;
            // errors of 2,000 draws: 0.022 and 0.032
            assert!(mean.abs() < 0.08, "{multiplier:?} {mean}");
            assert!((variance - 1.0).abs() < 0.11, "{multiplier:?} {variance}");
        }
    }

    #[test]
    fn one_unit_is_weighed_by_two_values_and_mammens_are_skewed_by_1() {
        for (multiplier, skewness) in [(Multiplier::Rademacher, 0.0), (Multiplier::Mammen, 1.0)] {
            let drawn = drawn(&[&[1.0]], &plan(multiplier, 8000));
            let third = drawn[0].iter().map(|draw| draw.powi(3)).sum::<f64>() / 8000.0;
            // the sixth moment is 5 at most: error .025
            assert!((third - skewness).abs() < 0.09, "{multiplier:?} {third}");
            let (set, clear) = multiplier.values();
            let near = |draw: &f64, value: f64| (draw - value).abs() < 1e-12;
            assert!(
                drawn[0]
                    .iter()
                    .all(|draw| near(draw, set) || near(draw, clear))
            );
        }
    }

    #[test]
    fn many_independent_effects_are_wider_as_normals_are() {
        // 20 effects, each of its own 50 units
        let effects: Vec<Effect> = (0..20)
            .map(|effect| {
                let psi = |unit: usize| {
                    if unit / 50 == effect {
                        unit as f64 % 50.0 - 24.5
                    } else {
                        0.0
                    }
                };
                Effect::new(0.0, (0..1000).map(psi).collect())
            })
            .collect();
        let effects: Vec<&Effect> = effects.iter().collect();
        let bands = Bands::of(&effects, &plan(Multiplier::Rademacher, 4999)).unwrap();
        // the .95^(1/20) point of |Z| is 3.016
        assert!(
            (bands.critical_value - 3.016).abs() < 0.12,
            "{}",
            bands.critical_value
        );
    }

    #[test]
    fn what_no_unit_moves_has_no_limits() {
        let (still, moved) = (
            Effect::new(0.0, vec![0.0; 30]),
            Effect::new(1.0, (0..30).map(f64::from).collect()),
        );
        let draws = plan(Multiplier::Mammen, 199);
        let bands = Bands::of(&[&still, &moved], &draws).unwrap();
        assert_eq!(bands.limits(0, &still), None);
        assert!(bands.limits(1, &moved).is_some());
        let refused = Bands::of(&[&still], &draws).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewClusters);
        assert!(Bands::of(&[&moved], &plan(Multiplier::Mammen, 0)).is_err());
    }

    #[test]
    fn one_effect_alone_is_not_narrower_than_a_normal() {
        // two units: the draws are ±a and ±b only, the maximum never far
        let effect = Effect::new(1.0, vec![1.0, 1.1]);
        let bands = Bands::of(&[&effect], &plan(Multiplier::Rademacher, 999)).unwrap();
        assert_eq!(bands.kind, Critical::Pointwise);
        assert!((bands.critical_value - 1.959_964).abs() < 1e-6);
    }

    #[test]
    fn another_name_draws_otherwise_and_the_same_the_same() {
        let column: Vec<f64> = (0..19).map(|unit| f64::from(unit * unit)).collect();
        let plan = plan(Multiplier::Rademacher, 50);
        let other = Draws {
            name: "another",
            ..plan.clone()
        };
        assert_ne!(drawn(&[&column], &plan), drawn(&[&column], &other));
        let alone = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .build()
            .unwrap();
        let columns = vec![column.as_slice(); 40];
        let one = alone.install(|| drawn(&columns, &plan));
        assert_eq!(one, drawn(&columns, &plan));
        // more draws begin with the same
        let longer = Draws {
            number: 80,
            ..plan.clone()
        };
        assert_eq!(
            drawn(&[&column], &longer)[0][..50],
            drawn(&[&column], &plan)[0]
        );
    }

    #[test]
    fn quantiles_are_values_that_were_seen() {
        let sample = [5.0, 1.0, 4.0, 2.0, 3.0];
        // R: quantile(1:5, c(.2, .21, .5, .95, 1), type = 1)
        let found = [0.2, 0.21, 0.5, 0.95, 1.0].map(|p| quantile(&sample, p));
        assert_eq!(found, [1.0, 2.0, 3.0, 5.0, 5.0]);
    }

    proptest! {
        #[test]
        fn by_table_as_one_by_one(columns in (1_usize..30).prop_flat_map(|units| prop::collection::vec(prop::collection::vec(-9.0..9.0_f64, units), 1..40))) {
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            for multiplier in [Multiplier::Rademacher, Multiplier::Mammen] {
                let draws = plan(multiplier, 9);
                for (found, plain) in drawn(&columns, &draws).iter().zip(plainly(&columns, &draws)) {
                    for (found, plain) in found.iter().zip(plain) {
                        prop_assert!((found - plain).abs() < 1e-9);
                    }
                }
            }
        }
    }
}
