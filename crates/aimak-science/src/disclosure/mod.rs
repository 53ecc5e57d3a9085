//! What may be published about people, farms and rare species without giving anyone away?
//!
//! The thresholds stand in [`rule`]. A figure on its own: [`share`], [`dominance`], [`rounding`]. A table with margins: [`table`] finds
//! the cells that point at few, [`suppression`] hides what would give them away, [`bounds`] is the exact audit of it. Several tables:
//! [`linked`] ones of the same persons, [`editions`] over time, [`rising`] from aimaks to the oblast. Places: [`grid_cells`],
//! [`sensitive_species`]. What people agreed to: [`consent`]; how finely answers may be split: [`crossing`].
//!
//! Counts go in before anything is kept back, and nothing here draws random numbers: noise can be averaged away over editions.

pub mod bounds;
pub mod consent;
pub mod crossing;
pub mod dominance;
pub mod editions;
#[cfg(test)]
mod every_table;
pub mod grid_cells;
pub mod linked;
mod need;
pub mod rising;
pub mod rounding;
pub mod rule;
pub mod sensitive_species;
pub mod share;
pub mod suppression;
pub mod table;
