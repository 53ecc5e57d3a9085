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
    /// Aimaks with a value and a standard error, by median rank; those of one rank by code.
    pub places: Vec<Ranked>,
    /// Draws behind the ranks.
    pub draws: usize,
}

/// Where one aimak stands. Rank 1 has the highest value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// The aimak.
    pub aimak: AimakCode,
    /// The land its value speaks of.
    pub land: Land,
    /// Median of its ranks over the draws.
    pub rank: usize,
    /// Lowest rank of the central 95 % of the draws.
    pub from: usize,
    /// Highest rank of the central 95 % of the draws.
    pub to: usize,
    /// Its tier, from 1: aimaks of one tier cannot be told from each other in order.
    pub tier: usize,
}
