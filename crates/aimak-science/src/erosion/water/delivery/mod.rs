//! How much of what a slope loses arrives in a stream, and where does the rest stay?
//!
//! The index of connectivity compares what a cell gathers from above ([`UpslopeArea`]) with what lies between it and the stream
//! ([`downslope_resistance`]); the delivery ratio ([`DeliveryRatio`]) follows from it. `k` and `IC₀` are not physical and results are
//! very sensitive to them: without calibration only comparisons are meant.
//!
//! Streams, routes and accumulated weights come from the terrain engine, as a [`FlowNetwork`] and rasters.
//! METHODS B.6, P.4; Borselli et al. (2008); Vigiak et al. (2012); `RASTER_PEERS` 3.

mod connectivity;
mod deposition;
mod downslope;
mod network;
mod ratio;
mod weights;

pub use connectivity::{UpslopeArea, index_of_connectivity};
pub use deposition::{SedimentBudget, route_sediment};
pub use downslope::{DownslopeStep, InvestSteps, MetreSteps, downslope_resistance};
pub use network::{FlowNetwork, Outflow};
pub use ratio::{DeliveryRatio, export};
pub use weights::CellWeights;

#[cfg(test)]
mod hillslope;
