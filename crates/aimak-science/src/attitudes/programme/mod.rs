//! What did the programme and its people do and harvest, year by year?
//!
//! Simple figures, each with its source: amounts and their sums in [`figure`], agrochemicals applied and avoided in [`agrochemicals`],
//! yields, prices and premiums in [`harvest`], animals and grazing pressure in [`livestock`], what was certified when in
//! [`certification`]. None of them has a sampling interval: they are counted or reported, and as good as their source. A year without a
//! figure is missing, never 0. Whether a sum over few farms may be published is decided by [`crate::disclosure::dominance`].

pub mod agrochemicals;
pub mod certification;
pub mod figure;
pub mod harvest;
pub mod livestock;
