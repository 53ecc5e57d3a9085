//! How much of what a slope loses arrives in a stream, and where does the rest stay?
//!
//! The index of connectivity compares what a cell gathers from above ([`upslope_sums`], [`UpslopeArea`]) with what lies between
//! it and the stream ([`downslope_resistance`]); the delivery ratio ([`DeliveryRatio`]) follows from it. `k` and `IC₀` are not
//! physical and results are very sensitive to them: without calibration only comparisons are meant.
//!
//! Water takes the ways of [`crate::terrain::FlowNetwork`]. METHODS B.6, P.4; Borselli et al. (2008); Vigiak et al. (2012);
//! `RASTER_PEERS` 3.

mod connectivity;
mod deposition;
mod downslope;
mod ratio;
mod upslope;
mod weights;

pub use connectivity::{UpslopeArea, index_of_connectivity};
pub use deposition::{SedimentBudget, route_sediment};
pub use downslope::{DownslopeStep, InvestSteps, MetreSteps, downslope_resistance};
pub use ratio::{DeliveryRatio, export};
pub use upslope::{UpslopeSums, upslope_sums};
pub use weights::{CellWeights, Weights};

#[cfg(test)]
mod hillslope;
