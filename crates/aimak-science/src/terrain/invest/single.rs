//! To which one neighbour does `InVEST` let a cell drain?

use super::{
    super::{
        d8::{D8, ENDS, MISSING, steepest, steepest_of_run},
        elevation::Elevation,
        relief::{Ground, Relief},
        routing::{Receiver, Routing},
    },
    plateaus::Plateaus,
};

/// D8 as `pygeoprocessing` routes it for the models of `InVEST`.
///
/// Off plateaus as [`D8`] on square cells: the steepest of the neighbours, of equally steep ones the first counter-clockwise
/// from east. On a plateau every cell follows the shortest way to where it drains (steps of 1 and √2), of equally short ones
/// the one that was found first. Where a plateau drains over the edge of the data, the direction leads off the data: straight
/// before diagonally, then counter-clockwise from east.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvestSingleFlow {
    /// What flows to another cell.
    inside: D8,
    /// All directions, also off the data.
    towards: Vec<u8>,
}

impl InvestSingleFlow {
    /// The directions of a relief without declared sinks.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        // cells are taken as square, whatever they are
        let distances = super::super::CellSize { dx: 1.0, dy: 1.0 }.distances();
        let of_cell = |cell: usize| match relief.ground(cell) {
            Ground::Missing => MISSING,
            Ground::Slope => steepest(relief, cell, &distances),
            _ => 0,
        };
        let mut towards = relief.map_slopes(|drops| steepest_of_run(drops, &distances), of_cell);
        let plateaus = Plateaus::of(relief);
        for &cell in &plateaus.cells {
            let cell = cell as usize;
            towards[cell] = if plateaus.distance[cell] == 0.0 {
                heaviest(plateaus.outward(cell))
            } else {
                plateaus.towards[cell]
            };
        }
        let inside = lattice.map(|cell| {
            let leads = |&(direction, _): &(usize, usize)| direction == usize::from(towards[cell]);
            match lattice.around(cell).find(leads) {
                Some((_, next)) if towards[next] == MISSING => ENDS,
                None if towards[cell] < ENDS => ENDS,
                _ => towards[cell],
            }
        });
        Self {
            inside: D8::from_directions(lattice, inside),
            towards,
        }
    }

    /// Direction of a cell, 0–7 counter-clockwise from east, also off the data; [`ENDS`] on the floor of a pit, [`MISSING`].
    pub fn towards(&self, cell: usize) -> u8 {
        self.towards[cell]
    }

    /// The part of it that flows from cell to cell.
    pub fn inside(&self) -> &D8 {
        &self.inside
    }
}

/// The first direction of the greatest weight.
fn heaviest(weights: [f64; 8]) -> u8 {
    let (mut best, mut towards) = (0.0, ENDS);
    for (direction, weight) in weights.into_iter().enumerate() {
        if weight > best {
            (best, towards) = (weight, direction as u8);
        }
    }
    towards
}

impl Routing for InvestSingleFlow {
    fn lattice(&self) -> super::super::neighbours::Lattice {
        self.inside.lattice()
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.inside.takes_part(cell)
    }

    fn receivers(&self, cell: usize, give: impl FnMut(Receiver)) {
        self.inside.receivers(cell, give);
    }

    fn directions(&self, cell: usize) -> u8 {
        Routing::directions(&self.inside, cell)
    }
}
