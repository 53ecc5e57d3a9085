//! To which neighbours does water go, and where is it a stream?

use aimak_core::Raster;
use ndarray::Array2;

use crate::{
    erosion::water::delivery::UpslopeSums,
    terrain::{
        D8, DInfinity, InvestMultipleFlow, InvestSingleFlow, PackedFlow, Routing,
        invest_streams_multiple, invest_streams_single,
    },
};

/// The routings of the chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Routes {
    /// To all lower neighbours: [`crate::terrain::MultipleFlow::freeman`], by InVEST's rules
    /// [`InvestMultipleFlow`].
    #[default]
    Multiple,
    /// To the steepest one: [`D8`], by InVEST's rules [`InvestSingleFlow`]. It draws water together too strongly; for small tests and comparisons.
    D8,
    /// To the two beside the steepest direction: [`DInfinity`].
    DInfinity,
}

/// A routing and the streams that its rules make of the water.
pub(super) trait MakesStreams: Routing {
    /// Cells that are streams, by the cells that drain through each.
    fn streams(&self, sums: &[UpslopeSums], threshold_cells: f64) -> Array2<bool> {
        let lattice = self.lattice();
        lattice.array(lattice.map(|cell| sums[cell].cells >= threshold_cells))
    }
}

impl MakesStreams for PackedFlow {}
impl MakesStreams for D8 {}
impl MakesStreams for DInfinity {}

impl MakesStreams for InvestMultipleFlow {
    fn streams(&self, sums: &[UpslopeSums], threshold_cells: f64) -> Array2<bool> {
        invest_streams_multiple(self, &accumulation(self, sums), threshold_cells)
    }
}

impl MakesStreams for InvestSingleFlow {
    fn streams(&self, sums: &[UpslopeSums], threshold_cells: f64) -> Array2<bool> {
        invest_streams_single(&accumulation(self, sums), threshold_cells)
    }
}

fn accumulation(routing: &impl Routing, sums: &[UpslopeSums]) -> Raster<f64> {
    let cells = |cell: usize| routing.takes_part(cell).then(|| sums[cell].cells);
    routing.lattice().raster(cells)
}
