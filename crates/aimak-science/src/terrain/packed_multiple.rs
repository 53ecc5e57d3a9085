//! The shares of multiple flow, eight neighbours at once.
//!
//! [`MultipleFlow`] says what they are; powers to the accuracy of double precision would cost more than all that follows, and
//! a share is kept in sixteen bits.

use super::{
    elevation::Elevation,
    multiple::MultipleFlow,
    neighbours::STEPS,
    packed::{PackedFlow, with_sum},
    relief::Ground,
    routing::Routing as _,
};

impl PackedFlow {
    /// As [`Self::of`], for less.
    pub fn of_multiple<T: Elevation>(flow: &MultipleFlow<'_, T>) -> Self {
        let lattice = flow.lattice();
        let offsets = STEPS.map(|(row, col)| row * lattice.cols as isize + col);
        let scales = flow.per_distance.map(|per_distance| per_distance as f32);
        let lengths = flow.contour_lengths.map(|length| length as f32);
        let exponent = flow.exponent as f32;
        let relief = flow.relief;
        let heights = relief.heights();
        Self::by_cell(flow, |cell| {
            if relief.ground(cell) != Ground::Slope || lattice.at_border(cell) {
                return Self::shares_of(flow, cell);
            }
            let here: f64 = heights[cell].into();
            let mut slopes = [0.0_f32; 8];
            for k in 0..8 {
                let next = cell.wrapping_add_signed(offsets[k]);
                let there: f64 = heights[next].into();
                let known = relief.ground(next) != Ground::Missing;
                let drop = if known { (here - there) as f32 } else { 0.0 };
                slopes[k] = drop.max(0.0) * scales[k];
            }
            let mut weights = [0.0_f32; 8];
            for k in 0..8 {
                let power = power(slopes[k], exponent);
                weights[k] = if slopes[k] > 0.0 {
                    lengths[k] * power
                } else {
                    0.0
                };
            }
            parts(&weights)
        })
    }
}

/// Weights as parts of their sum.
fn parts(weights: &[f32; 8]) -> [u64; 2] {
    let scale = 65_535.0 / weights.iter().sum::<f32>();
    let mut parts = [0_u32; 8];
    for k in 0..8 {
        // added to 2²³ the last bits of a float are whole numbers
        parts[k] = (weights[k] * scale + 8_388_608.0).to_bits() & 0x007f_ffff;
    }
    with_sum(parts, 65_535)
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
