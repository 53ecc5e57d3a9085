//! How many kinds live here, how evenly, and what changes from place to place and from year to year?
//!
//! What was found is a [`Table`] of plots and species. Its amounts have types: [`Individuals`] counted, [`Presence`], or
//! [`CoverShare`]. A [`Sample`] is made only from counts of individuals or from presence on several plots, so nothing that
//! rests on species found once (Chao, coverage, rarefaction) can be asked of cover.
//!
//! | question | file |
//! |---|---|
//! | how diverse is what was found | [`hill`], [`indices`], [`summary`] |
//! | how much was not found | [`unseen`], [`chao`], [`ace`], [`pool`], [`asymptotic`], [`coverage`] |
//! | how diverse at another effort | [`richness`], [`size_curve`], [`curves`], [`comparison`], [`expected_richness`], [`accumulation`] |
//! | how different are places | [`dissimilarity`], [`matrix`], [`multi_site`], [`partition`] |
//! | how much turned over between two visits | [`temporal`] |
//! | how many are on a list | [`marked`] |
//! | what does a code of cover mean | [`cover`] |
//! | crops, varieties, breeds | [`nested`], [`rotation`] |
//! | records of occurrence | [`occurrence`] |
//! | which species does a written name mean | [`scientific_name`] |
//!
//! [`community`] and [`redraw`] serve the indicators of a survey's visits.

mod absence;
pub mod accumulation;
pub mod ace;
pub mod amount;
pub mod assemblage;
pub mod asymptotic;
pub mod chao;
pub mod community;
pub mod comparison;
pub mod cover;
pub mod coverage;
pub mod curve_point;
pub mod curves;
pub mod dissimilarity;
pub mod expected_richness;
pub mod hill;
mod hypergeometric;
pub mod indices;
pub mod marked;
pub mod matrix;
pub mod multi_site;
pub mod nested;
pub mod occurrence;
pub mod partition;
pub mod pool;
pub mod redraw;
pub mod richness;
pub mod rotation;
pub mod sample;
pub mod scientific_name;
mod shared_amounts;
pub mod size_curve;
pub mod summary;
pub mod table;
pub mod temporal;
pub mod unseen;

pub use amount::{Amount, Individuals, Presence};
pub use chao::{ChaoVariant, Estimator, RichnessEstimate};
pub use cover::{CoverScale, CoverShare};
pub use curve_point::{CurveMethod, CurvePoint, Redrawn};
pub use curves::Redraws;
pub use dissimilarity::{Dissimilarity, Shared};
pub use matrix::DissimilarityMatrix;
pub use sample::{Sample, SamplingUnit};
pub use size_curve::SizeCurve;
pub use table::Table;
