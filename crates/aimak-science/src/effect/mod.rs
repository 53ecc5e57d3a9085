//! Did the transition change it? Designs with comparison areas, their intervals, their checks, and what they may say.
//!
//! The unit is the aimak: plots are averaged before they come here, because plots of one aimak share its weather, its
//! market and its start (STATISTICS, section 6: plots as independent units reject a true null a third of the time).

pub mod aggregate;
pub mod bands;
pub mod before_after_control;
pub mod cholesky;
pub mod cluster_robust;
mod draw;
pub mod field_pairs;
pub mod group_time;
pub mod influence;
pub mod interrupted;
pub mod ladder;
pub mod leads;
pub mod least_squares;
mod logistic;
pub mod matching;
pub mod noncentral;
pub mod p_value;
pub mod paired;
pub mod panel;
pub mod power;
pub mod randomisation;
pub mod sensitivity;
pub mod serial;
pub mod staggered;
pub mod sun_abraham;
mod symmetric;
pub mod synthetic;
pub mod trial;
pub mod unit_change;
pub mod verdict;
pub mod weather;
pub mod wild_bootstrap;
