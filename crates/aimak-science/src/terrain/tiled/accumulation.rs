//! How many cells of a tile drain through its cells, and where does its rim drain to?

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::{
    super::d8::{ENDS, MISSING},
    tiling::{Cells, Tiling},
};

/// The D8 flow of a tile.
#[derive(Clone, Debug)]
pub struct TileFlow {
    cells: Cells,
    towards: Vec<u8>,
    /// Every cell after all of the tile that drain into it.
    order: Vec<u32>,
}

/// Where the water of a cell of the rim goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// It ends in the tile, or there is none.
    Ends,
    /// It leaves the tile at this place of the rim.
    Exit(u32),
}

/// What the coordinator must know of a tile; all by place on the rim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RimFlow {
    /// Where water that enters here leaves.
    pub links: Vec<Link>,
    /// Directions as of [`super::super::D8::towards`].
    pub towards: Vec<u8>,
    /// Cells of the tile that drain through here.
    pub cells: Vec<u64>,
}

impl TileFlow {
    /// First stage: the directions of a tile, whose flow is put in order.
    pub fn of(tiling: &Tiling, tile: usize, towards: Array2<u8>) -> Self {
        let mut flow = Self {
            cells: Cells::of(tiling.window(tile)),
            towards: towards.into_iter().collect(),
            order: Vec::new(),
        };
        flow.order = flow.sorted();
        flow
    }

    /// The cell of the tile that takes the water of `cell`.
    fn receiver(&self, cell: usize) -> Option<usize> {
        let towards = usize::from(self.towards[cell]);
        let mut around = self.cells.lattice.around(cell);
        around
            .find(|&(direction, _)| direction == towards)
            .map(|(_, next)| next)
    }

    fn sorted(&self) -> Vec<u32> {
        let count = self.towards.len();
        let mut waiting = vec![0_u8; count];
        for cell in 0..count {
            if let Some(next) = self.receiver(cell) {
                waiting[next] += 1;
            }
        }
        let mut order = Vec::with_capacity(count);
        for source in 0..count {
            let mut cell = source;
            // a cell that is met a second time has been counted down to none already
            while waiting[cell] == 0 && self.towards[cell] != MISSING {
                waiting[cell] = u8::MAX;
                order.push(cell as u32);
                let Some(next) = self.receiver(cell) else {
                    break;
                };
                waiting[next] -= 1;
                cell = next;
            }
        }
        order
    }

    fn counted(&self, mut counts: Vec<u64>) -> Vec<u64> {
        for &cell in &self.order {
            if let Some(next) = self.receiver(cell as usize) {
                counts[next] += counts[cell as usize];
            }
        }
        counts
    }

    /// One for each cell that has a height.
    fn ones(&self) -> Vec<u64> {
        let own = |&towards: &u8| u64::from(towards != MISSING);
        self.towards.iter().map(own).collect()
    }

    /// What goes to the coordinator.
    pub fn rim(&self) -> RimFlow {
        let mut exits = vec![Link::Ends; self.towards.len()];
        for (place, cell) in (0..).zip(self.cells.rim()) {
            if self.towards[cell] < ENDS && self.receiver(cell).is_none() {
                exits[cell] = Link::Exit(place);
            }
        }
        for &cell in self.order.iter().rev() {
            if let Some(next) = self.receiver(cell as usize) {
                exits[cell as usize] = exits[next];
            }
        }
        let counts = self.counted(self.ones());
        RimFlow {
            links: self.cells.rim().map(|cell| exits[cell]).collect(),
            towards: self.cells.rim().map(|cell| self.towards[cell]).collect(),
            cells: self.cells.rim().map(|cell| counts[cell]).collect(),
        }
    }

    /// Third stage: cells of the whole DEM that drain through every cell, with what other tiles hand over by place on the rim,
    /// as [`super::inflows`] finds it. 0 where no height is known.
    pub fn upslope_cells(&self, inflow: &[u64]) -> Array2<u64> {
        let mut counts = self.ones();
        for (cell, inflow) in self.cells.rim().zip(inflow) {
            counts[cell] += inflow;
        }
        self.cells.lattice.array(self.counted(counts))
    }
}
