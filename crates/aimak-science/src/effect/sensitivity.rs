//! Would the finding stand under another date, without one unit, with lines that were not quite parallel, or among neighbours?

mod breakdown;
mod leave_out;
mod moran;
mod placebo;
mod spillover;
mod unit_effects;

pub use self::{
    breakdown::{Break, Breakdown},
    leave_out::{LeaveOut, Without},
    moran::{Moran, NeighbourWeights, Neighbours},
    placebo::placebo_dates,
    spillover::Spillover,
    unit_effects::{UnitEffect, departures, unit_effects},
};

#[cfg(test)]
mod tests;
