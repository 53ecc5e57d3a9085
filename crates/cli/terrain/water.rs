//! Where the water goes, how much collects, and which basins it belongs to.

use aimak_core::{Message, Progress as _, Raster};
use aimak_science::terrain::{
    D8, DInfinity, FlowNetwork, MultipleFlow, NO_WATERSHED, Relief, Routing, streams,
};
use ndarray::Array2;

use crate::{
    Failure,
    args::{self, Flow},
    progress::Bars,
};

/// The water of a relief.
pub struct Water {
    /// Direction by cell, as [`super::maps::routing`] says; NaN where no height is known.
    pub flow: Array2<f32>,
    /// Contributing area, m².
    pub area_m2: Raster<f64>,
    /// Streams.
    pub streams: Array2<bool>,
    /// Basins by steepest descent.
    pub basins: Array2<u32>,
    figures: Figures,
}

/// What is told about it.
#[derive(Clone, Copy, serde::Serialize)]
pub struct Figures {
    /// Basins that end at an edge, a gap or in a closed basin.
    pub basins: usize,
    /// Cells of streams.
    pub stream_cells: usize,
    /// The largest contributing area, km².
    pub largest_area_km2: f64,
}

/// Code of a cell from which no water flows on.
const ENDS_AT: f32 = -1.0;

impl Water {
    /// Routes the water of a relief.
    ///
    /// # Errors
    /// Where the person asked to stop.
    pub fn over(
        relief: &Relief<f32>,
        args: &args::Terrain,
        bars: &Bars<'_>,
    ) -> Result<Self, Failure> {
        bars.begin(Message::new("stage-terrain-flow"), 0);
        let d8 = D8::of(relief);
        bars.checkpoint()?;
        let basins = FlowNetwork::of(&d8).basins();
        bars.checkpoint()?;
        match args.routing {
            Flow::Single => Self::routed(relief, &d8, &strongest, basins, args.streams),
            Flow::Multiple => {
                let multiple = MultipleFlow::freeman(relief);
                Self::routed(relief, &multiple, &strongest, basins, args.streams)
            }
            Flow::Infinite => {
                let infinite = DInfinity::of(relief);
                let degrees = |routing: &DInfinity, cell: usize| {
                    let angle = routing.angle(cell);
                    angle.map_or(ENDS_AT, |radians| radians.to_degrees() as f32)
                };
                Self::routed(relief, &infinite, &degrees, basins, args.streams)
            }
        }
        .checked(bars)
    }

    fn routed<R: Routing>(
        relief: &Relief<f32>,
        routing: &R,
        direction: &(impl Fn(&R, usize) -> f32 + Sync),
        basins: Array2<u32>,
        threshold_cells: f64,
    ) -> Self {
        let lattice = routing.lattice();
        let flow = lattice.array(lattice.map(|cell| {
            if routing.takes_part(cell) {
                direction(routing, cell)
            } else {
                f32::NAN
            }
        }));
        let mut area_m2 = FlowNetwork::of(routing).upslope_cells();
        let streams = streams(&area_m2, threshold_cells);
        let cell_m2 = relief.size().area_m2();
        area_m2.values.mapv_inplace(|cells| cells * cell_m2);
        let figures = Figures {
            basins: basins.iter().copied().max().unwrap_or(NO_WATERSHED) as usize,
            stream_cells: streams.iter().filter(|&&stream| stream).count(),
            largest_area_km2: area_m2.values.iter().copied().fold(0.0, f64::max) / 1e6,
        };
        Self {
            flow,
            area_m2,
            streams,
            basins,
            figures,
        }
    }

    fn checked(self, bars: &Bars<'_>) -> Result<Self, Failure> {
        bars.checkpoint().map(|()| self)
    }

    /// What is told about it.
    pub const fn figures(&self) -> Figures {
        self.figures
    }
}

/// The direction of the largest share; of equal ones the first counter-clockwise from east.
fn strongest<R: Routing>(routing: &R, cell: usize) -> f32 {
    let (mut most, mut towards) = (0.0, ENDS_AT);
    routing.receivers(cell, |receiver| {
        if receiver.share > most {
            (most, towards) = (receiver.share, receiver.direction as f32);
        }
    });
    towards
}
