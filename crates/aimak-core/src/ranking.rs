//! Which aimak stands where, and how sure is that order?

use serde::{Deserialize, Serialize};

use crate::{
    place::{AimakCode, Land},
    release::Quantity,
};

/// The order of aimaks by one figure, as far as there is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// Id of the indicator.
    pub indicator: String,
    /// By what of it.
    pub quantity: Quantity,
    /// Aimaks whose value was sampled, by rank; those of one rank by code.
    pub places: Vec<Ranked>,
    /// Nominal coverage of the sets of ranks, 0.95.
    pub level: f64,
    /// How many count as the first of all; 0 where so few are ranked that it says nothing.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub first: usize,
}

/// Where one aimak stands. Rank 1 has the highest value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// The aimak.
    pub aimak: AimakCode,
    /// The land its value speaks of.
    pub land: Land,
    /// Its rank by the value found; values alike share the better one.
    pub rank: usize,
    /// The best rank that the others leave open: no more than so many less one are surely before it.
    pub from: usize,
    /// The worst.
    pub to: usize,
    /// Its tier, from 1: aimaks of one tier cannot be told from each other in order.
    pub tier: usize,
    /// The chance that it is one of the first, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among_first: Option<f64>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}
