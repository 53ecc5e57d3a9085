//! The shares of multiple flow, eight neighbours of several cells at once.
//!
//! [`MultipleFlow`] says what they are; powers to the accuracy of double precision would cost more than all that follows, and
//! a share is kept in sixteen bits.

use super::{
    elevation::Elevation,
    multiple::MultipleFlow,
    packed::{PackedFlow, with_sum},
    runs::{Drops, RUN},
};

impl PackedFlow {
    /// As [`Self::of`], for less.
    pub fn of_multiple<T: Elevation>(flow: &MultipleFlow<'_, T>) -> Self {
        let run = Run {
            scales: flow.per_distance.map(|per_distance| per_distance as f32),
            lengths: flow.contour_lengths.map(|length| length as f32),
            exponent: flow.exponent as f32,
        };
        let shares = flow.relief.map_drops(
            |drops| run.shares(drops),
            |cell| Self::shares_of(flow, cell),
        );
        Self::with_shares(flow, shares)
    }
}

/// What [`MultipleFlow`] knows, in single precision.
struct Run {
    scales: [f32; 8],
    lengths: [f32; 8],
    exponent: f32,
}

impl Run {
    fn shares(&self, drops: &Drops) -> [[u16; 8]; RUN] {
        let mut weights = [[0.0_f32; RUN]; 8];
        let mut total = [0.0_f32; RUN];
        for direction in 0..8 {
            let (scale, length) = (self.scales[direction], self.lengths[direction]);
            // a loop of its own: beside doubles, vectors of floats are half as long
            let slopes = drops[direction].map(|drop| drop as f32 * scale);
            for place in 0..RUN {
                let slope = slopes[place];
                let power = power(slope, self.exponent);
                let weight = if slope > 0.0 { length * power } else { 0.0 };
                weights[direction][place] = weight;
                total[place] += weight;
            }
        }
        parts(&weights, &total)
    }
}

/// Weights as parts of their sum; none where that is 0.
fn parts(weights: &[[f32; RUN]; 8], total: &[f32; RUN]) -> [[u16; 8]; RUN] {
    let scale = total.map(|total| if total > 0.0 { 65_535.0 / total } else { 0.0 });
    let mut parts = [[0_u32; RUN]; 8];
    for (parts, weights) in parts.iter_mut().zip(weights) {
        for place in 0..RUN {
            // added to 2²³ the last bits of a float are whole numbers
            parts[place] = (weights[place] * scale[place] + 8_388_608.0).to_bits() & 0x007f_ffff;
        }
    }
    std::array::from_fn(|place| {
        let of_cell = std::array::from_fn(|direction| parts[direction][place]);
        with_sum(of_cell, if total[place] > 0.0 { 65_535 } else { 0 })
    })
}

/// `x^exponent` of a positive x to a relative 1e-6, in steps that eight lanes can take together.
fn power(x: f32, exponent: f32) -> f32 {
    exp2(exponent * log2(x))
}

/// log₂ x: the exponent, and the series of the area tangent on √½ … √2.
fn log2(x: f32) -> f32 {
    let shifted = x.to_bits().wrapping_sub(0x3f35_04f3);
    let exponent = (shifted as i32 >> 23) as f32;
    let mantissa = f32::from_bits((shifted & 0x007f_ffff).wrapping_add(0x3f35_04f3));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = 1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0)));
    exponent + 2.0 * std::f32::consts::LOG2_E * s * series
}

/// 2^y: the whole power, and the series of the exponential on −½ … ½.
fn exp2(y: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0;
    let shifted = y + ROUND;
    let t = (y - (shifted - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0
        + t * (1.0
            + t * (0.5
                + t * (1.0 / 6.0 + t * (1.0 / 24.0 + t * (1.0 / 120.0 + t * (1.0 / 720.0))))));
    let whole = shifted.to_bits().wrapping_sub(ROUND.to_bits());
    f32::from_bits(series.to_bits().wrapping_add(whole << 23))
}

#[cfg(test)]
mod tests {
    use aimak_core::Raster;
    use ndarray::Array2;
    use proptest::prelude::*;

    use super::*;
    use crate::terrain::{CellSize, Receiver, Relief, Routing, fill};

    proptest! {
        #[test]
        fn powers_are_powers(x in 1e-6..50.0_f32, exponent in 0.5..6.0_f32) {
            let exact = f64::from(x).powf(exponent.into());
            prop_assume!(exact > 1e-30);
            prop_assert!((f64::from(power(x, exponent)) / exact - 1.0).abs() < 1e-6 * f64::from(exponent).max(1.0) * 4.0);
        }

        /// One share at a time is the measure.
        #[test]
        fn eight_at_once_are_as_one(
            heights in prop::collection::vec((0_i16..30, 0.0..1.0_f32, prop::bool::weighted(0.95)), 96),
            quinn in any::<bool>(),
        ) {
            let dem = Raster {
                values: Array2::from_shape_fn((8, 12), |(row, col)| {
                    let (whole, part, _) = heights[row * 12 + col];
                    f32::from(whole) + if whole > 15 { part } else { 0.0 }
                }),
                valid: Array2::from_shape_fn((8, 12), |(row, col)| heights[row * 12 + col].2),
            };
            let relief = Relief::of(fill(&dem, None), CellSize { dx: 30.0, dy: 25.0 }, None);
            let flow = if quinn { MultipleFlow::quinn(&relief) } else { MultipleFlow::freeman(&relief) };
            let (plain, fast) = (PackedFlow::of(&flow), PackedFlow::of_multiple(&flow));
            for cell in 0..96 {
                let shares = |packed: &PackedFlow| {
                    let mut shares = [0.0; 8];
                    packed.receivers(cell, |receiver: Receiver| shares[receiver.direction] = receiver.share);
                    shares
                };
                for (plain, fast) in shares(&plain).iter().zip(shares(&fast)) {
                    prop_assert!((plain - fast).abs() < 2.1e-5 * 4.0, "{} {}", plain, fast);
                }
            }
        }
    }
}
