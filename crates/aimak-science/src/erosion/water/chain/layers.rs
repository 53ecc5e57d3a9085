//! The layers of soil loss and delivery, one after the other.

use aimak_core::Raster;
use ndarray::Array2;

use super::{
    Rules, Unanswered, WaterErosion, factors::CellFactors, grade::Grade, routes::MakesStreams,
};
use crate::{
    erosion::water::{
        delivery::{
            DownslopeStep, UpslopeSums, Weights, downslope_resistance, index_of_connectivity,
            route_sediment, upslope_sums,
        },
        topography::CellTopography,
    },
    terrain::{Cells, FlowNetwork, Lattice, Routing},
};

/// What the chain finds, by cell of the DEM. A cell without a value is missing, not 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Layers {
    /// Slope, per cent. Above 50 % loss is shown and left out of totals.
    pub slope_percent: Raster<f32>,
    /// Cells that drain through a cell, itself included.
    pub upslope_cells: Raster<f32>,
    /// Where water makes a stream.
    pub streams: Array2<bool>,
    /// LS.
    pub ls: Raster<f32>,
    /// `R·K·LS`: loss from bare soil without any practice, t ha⁻¹ yr⁻¹.
    pub potential_loss: Raster<f32>,
    /// A, t ha⁻¹ yr⁻¹.
    pub soil_loss: Raster<f32>,
    /// IC.
    pub connectivity: Raster<f32>,
    /// SDR; 1 on streams.
    pub delivery_ratio: Raster<f32>,
    /// `A·SDR`, t ha⁻¹ yr⁻¹.
    pub export: Raster<f32>,
    /// What stays of the sediment from above, t ha⁻¹ yr⁻¹.
    pub deposition: Raster<f32>,
}

/// A question with its method.
pub(super) struct Work<'a, T, S> {
    pub question: &'a WaterErosion<'a>,
    pub topography: &'a T,
    pub steps: &'a S,
    pub grade: Grade,
    /// Tells that a stage is done; an error where it was the last.
    pub step: &'a (dyn Fn() -> Result<(), Unanswered> + Sync),
}

impl<T: CellTopography, S: DownslopeStep + Sync> Work<'_, T, S> {
    /// The layers along these ways.
    pub(super) fn along(self, routing: &impl MakesStreams) -> Result<Layers, Unanswered> {
        (self.step)()?;
        let network = FlowNetwork::of(routing);
        (self.step)()?;
        let lattice = network.lattice();
        let factors = self.question.factors.asked();
        // found twice, as the sums are the largest that is ever kept: nothing else may wait beside them
        let weights = || Weights::of_cells(|cell| factors.cover(cell), &self.grade.slope_percent);
        let sums = upslope_sums(&network, &weights());
        (self.step)()?;
        let upslope_cells =
            lattice.raster(|cell| routing.takes_part(cell).then(|| sums[cell].cells as f32));
        let streams = routing.streams(&sums, self.question.stream_cells);
        if !streams.iter().any(|stream| *stream) {
            let most_cells = upslope_cells
                .values
                .iter()
                .copied()
                .fold(0.0, f32::max)
                .into();
            return Err(Unanswered::NoStreams { most_cells });
        }
        let gathered = self.gathered(lattice, &sums);
        drop(sums);
        let resistances = weights().resistances();
        let connectivity = self.connectivity(&network, &resistances, &gathered, &streams);
        drop((resistances, gathered));
        (self.step)()?;
        let delivery_ratio = self.delivery_ratio(lattice, &streams, &connectivity);
        let ls = self.ls(lattice, &upslope_cells);
        let (potential_loss, soil_loss) = self.losses(lattice, factors, &streams, &ls);
        let Grade {
            slope_percent,
            width,
        } = self.grade;
        drop(width);
        (self.step)()?;
        let deposition = route_sediment(&network, &soil_loss, &delivery_ratio).deposition;
        drop(network);
        let export = product(lattice, &soil_loss, &delivery_ratio);
        (self.step)()?;
        Ok(Layers {
            slope_percent,
            upslope_cells,
            streams,
            ls,
            potential_loss,
            soil_loss,
            connectivity,
            delivery_ratio,
            export,
            deposition,
        })
    }

    /// `D_up`, m; 0 where nothing is known of what lies above. The sums are let go for it.
    fn gathered(&self, lattice: Lattice, sums: &[UpslopeSums]) -> Vec<f32> {
        let cell_area_m2 = self.question.size.area_m2();
        lattice.map(|cell| {
            let area = sums[cell].area(cell_area_m2);
            area.map_or(0.0, |area| area.contribution_m() as f32)
        })
    }

    fn connectivity(
        &self,
        network: &FlowNetwork<'_, impl Routing>,
        resistances: &[f32],
        gathered: &[f32],
        streams: &Array2<bool>,
    ) -> Raster<f32> {
        let size = self.question.size;
        let resistance = downslope_resistance(network, resistances, streams, size, self.steps);
        let way = Cells::of(&resistance);
        network.lattice().raster(|cell| {
            let index = index_of_connectivity(gathered[cell].into(), way.get(cell)?);
            // land without weights may have sums and a way, but sediment is not followed over it
            index
                .filter(|_| resistances[cell].is_finite())
                .map(|index| index as f32)
        })
    }

    fn delivery_ratio(
        &self,
        lattice: Lattice,
        streams: &Array2<bool>,
        connectivity: &Raster<f32>,
    ) -> Raster<f32> {
        let streams = streams
            .as_slice()
            .expect("invariant: rows one after the other");
        let connectivity = Cells::of(connectivity);
        lattice.raster(|cell| {
            let index = connectivity.get(cell).map(f64::from);
            let ratio = self.question.delivery.ratio(streams[cell], index);
            ratio.map(|ratio| ratio as f32)
        })
    }

    fn ls(&self, lattice: Lattice, upslope_cells: &Raster<f32>) -> Raster<f32> {
        let slopes = Cells::of(&self.grade.slope_percent);
        let upslope_cells = Cells::of(upslope_cells);
        lattice.raster(|cell| {
            let slope = f64::from(slopes.get(cell)?) / 100.0;
            let above = f64::from(upslope_cells.get(cell)?) - 1.0;
            let width = self.grade.width[cell].into();
            let ls = self
                .topography
                .slope_length_and_steepness(slope, width, above);
            Some(ls as f32)
        })
    }

    /// Loss without and with cover and practice.
    fn losses(
        &self,
        lattice: Lattice,
        factors: CellFactors<'_>,
        streams: &Array2<bool>,
        ls: &Raster<f32>,
    ) -> (Raster<f32>, Raster<f32>) {
        let invest = matches!(self.question.rules, Rules::Invest(_));
        let streams = streams
            .as_slice()
            .expect("invariant: rows one after the other");
        let ls = Cells::of(ls);
        let potential = lattice.raster(|cell| {
            let ls = ls.get(cell).filter(|_| !(invest && streams[cell]))?;
            Some((factors.attack(cell)? * f64::from(ls)) as f32)
        });
        let bare = Cells::of(&potential);
        let loss = lattice.raster(|cell| {
            let loss = f64::from(bare.get(cell)?) * factors.protection(cell)?;
            Some(loss as f32)
        });
        (potential, loss)
    }
}

/// Cell by cell; missing where one of them is.
fn product(lattice: Lattice, one: &Raster<f32>, other: &Raster<f32>) -> Raster<f32> {
    let (one, other) = (Cells::of(one), Cells::of(other));
    lattice.raster(|cell| Some(one.get(cell)? * other.get(cell)?))
}
