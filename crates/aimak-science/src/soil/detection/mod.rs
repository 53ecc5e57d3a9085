//! Which change could this sampling show at all, and how many plots would it take?
//!
//! Asked before anybody digs. Where the expected effect is smaller than the smallest detectable difference, nobody may later write
//! "no effect".

mod design;
mod noncentral_t;
mod rule;
mod sample_size;
mod stratified;

pub use design::{Design, sd_of_differences};
pub use noncentral_t::{noncentral_t_cdf, two_sided_power};
pub use rule::{Detection, DetectionRule, no_effect_may_be_said, years_to_detect};
pub use sample_size::{Layout, fewest};
pub use stratified::{
    GSOC_MRV_COMPOSITES_PER_STRATUM, GSOC_MRV_CORES_PER_COMPOSITE, PlannedStratum,
    neyman_allocation, stratified_error, whole_allocation,
};
