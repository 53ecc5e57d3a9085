//! How steep is the land, and which way does water run over it?
//!
//! From a DEM to what water collects: [`fill`] raises hollows, [`Relief`] finds how plateaus drain, a routing ([`D8`],
//! [`DInfinity`], [`MultipleFlow`]) says where the water of a cell goes, and [`FlowNetwork`] puts the cells in order, so that
//! sums can be taken downslope and upslope. Whole rasters in memory: water knows no blocks; what does not fit goes by [`tiled`].

mod aspect;
mod cells;
mod d8;
mod d_infinity;
mod downslope;
mod elevation;
mod fill;
mod flats;
mod horn;
mod invest;
mod multiple;
pub mod neighbours;
mod network;
mod packed;
mod packed_multiple;
mod relief;
mod routing;
mod runs;
mod slope;
mod spills;
mod streams;
pub mod tiled;
mod upslope;
mod watersheds;

pub use aspect::aspect_degrees;
pub use cells::Cells;
pub use d_infinity::DInfinity;
pub use d8::{D8, ENDS, MISSING};
pub use elevation::Elevation;
pub use fill::fill;
pub use horn::slope_percent;
pub use invest::{
    InvestMultipleFlow, InvestSingleFlow, TRACED_SHARE, invest_slope_beside_gap,
    invest_slope_percent, invest_streams_multiple, invest_streams_single,
};
pub use multiple::MultipleFlow;
pub use neighbours::{CellSize, Lattice};
pub use network::FlowNetwork;
pub use packed::PackedFlow;
pub use relief::{Ground, Relief};
pub use routing::{Receiver, Routing};
pub use slope::{SlopeSummary, slope_summary};
pub use streams::streams;
pub use watersheds::NO_WATERSHED;
