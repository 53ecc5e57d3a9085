//! To which one neighbour does a cell drain?

use ndarray::ArrayView2;

use super::{
    elevation::Elevation,
    neighbours::{Lattice, is_diagonal},
    relief::{Ground, Relief},
    routing::{Receiver, Routing},
    runs::{Drops, RUN},
};

/// In a map of directions: water leaves the raster or ends here.
pub const ENDS: u8 = 8;
/// In a map of directions: no height is known.
pub const MISSING: u8 = 255;

/// All water goes to the neighbour of steepest descent (O'Callaghan & Mark 1984, Comput. Vis. Graph. Image Process.
/// 28:323–344), on plateaus to the one of lowest gradient (Barnes et al. 2014).
///
/// Of equally steep neighbours the first counter-clockwise from east takes all; on plateaus the four beside the cell come
/// before the four at its corners. One byte per cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct D8 {
    lattice: Lattice,
    towards: Vec<u8>,
}

impl D8 {
    /// The directions of a relief.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        let distances = relief.size().distances();
        let of_cell = |cell: usize| match relief.ground(cell) {
            Ground::Missing => MISSING,
            Ground::Outlet | Ground::Pit => ENDS,
            Ground::Slope => steepest(relief, cell, &distances),
            Ground::Flat => lowest_on_plateau(relief, cell),
        };
        let towards = relief.map_slopes(|drops| steepest_of_run(drops, &distances), of_cell);
        Self { lattice, towards }
    }

    /// Directions found otherwise, one per cell; they must lead neither in circles nor off the data.
    pub(super) fn from_directions(lattice: Lattice, towards: Vec<u8>) -> Self {
        Self { lattice, towards }
    }

    /// Directions 0–7 counter-clockwise from east, [`ENDS`], [`MISSING`].
    pub fn towards(&self) -> ArrayView2<'_, u8> {
        let shape = (self.lattice.rows, self.lattice.cols);
        ArrayView2::from_shape(shape, &self.towards).expect("invariant: one direction per cell")
    }

    /// The cell that takes the water of `cell`.
    pub fn receiver(&self, cell: usize) -> Option<usize> {
        let direction = self.towards[cell];
        (direction < ENDS).then(|| self.lattice.step(cell, direction.into()))
    }
}

impl Routing for D8 {
    fn lattice(&self) -> Lattice {
        self.lattice
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.towards[cell] != MISSING
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        if let Some(receiver) = self.receiver(cell) {
            give(Receiver {
                cell: receiver,
                direction: self.towards[cell].into(),
                share: 1.0,
            });
        }
    }

    fn directions(&self, cell: usize) -> u8 {
        let direction = self.towards[cell];
        if direction < ENDS { 1 << direction } else { 0 }
    }
}

pub(super) fn steepest<T: Elevation>(relief: &Relief<T>, cell: usize, distances: &[f64; 8]) -> u8 {
    let (mut best, mut towards) = (0.0, ENDS);
    for (direction, drop) in relief.drops(cell).into_iter().enumerate() {
        let slope = drop / distances[direction];
        if slope > best {
            (best, towards) = (slope, direction as u8);
        }
    }
    towards
}

/// [`steepest`] of the cells of a run.
pub(super) fn steepest_of_run(drops: &Drops, distances: &[f64; 8]) -> [u8; RUN] {
    let (mut best, mut towards) = ([0.0; RUN], [ENDS; RUN]);
    for (direction, (drops, distance)) in drops.iter().zip(distances).enumerate() {
        for place in 0..RUN {
            let slope = drops[place] / distance;
            if slope > best[place] {
                (best[place], towards[place]) = (slope, direction as u8);
            }
        }
    }
    towards
}

pub(super) fn lowest_on_plateau<T: Elevation>(relief: &Relief<T>, cell: usize) -> u8 {
    let drops = relief.drops(cell);
    let ways = (0..8).filter(|&direction| drops[direction] > 0.0);
    // the deepest drop leads to the lowest step
    let lowest = |&a: &usize, &b: &usize| {
        drops[b]
            .total_cmp(&drops[a])
            .then(is_diagonal(a).cmp(&is_diagonal(b)))
    };
    ways.min_by(lowest)
        .map_or(ENDS, |direction| direction as u8)
}
