//! Did the transition change it? Designs with comparison areas, their intervals, their checks, and what they may say.
//!
//! The unit is the aimak: plots are averaged before they come here, because plots of one aimak share its weather, its
//! market and its start (STATISTICS, section 6: plots as independent units reject a true null a third of the time).

mod draw;
pub mod panel;
pub mod power;
pub mod randomisation;
pub mod sensitivity;
pub mod staggered;
pub mod trial;
