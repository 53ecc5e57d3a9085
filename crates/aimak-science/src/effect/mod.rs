//! Did the transition change it? Designs with comparison areas, their intervals, their checks, and what they may say.
//!
//! The unit is the aimak: plots are averaged before they come here, because plots of one aimak share its weather, its
//! market and its start (STATISTICS, section 6: plots as independent units reject a true null a third of the time).

pub mod before_after_control;
pub mod cluster_robust;
mod draw;
pub mod interrupted;
pub mod least_squares;
pub mod matching;
pub mod p_value;
pub mod paired;
pub mod panel;
pub mod serial;
mod symmetric;
pub mod synthetic;
pub mod unit_change;
pub mod weather;
pub mod wild_bootstrap;
