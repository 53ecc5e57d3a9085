//! How does `InVEST` divide the water of a cell among its neighbours?

use super::{
    super::{
        elevation::Elevation,
        neighbours::{Lattice, opposite},
        relief::{Ground, Relief},
        routing::{Receiver, Routing},
    },
    nearness,
    plateaus::Plateaus,
};

/// Multiple flow as `pygeoprocessing` routes it for the models of `InVEST`, to compare with them number for number.
///
/// The share of a lower neighbour goes with the drop, over √2 at corners (p = 1, L = 1; cells taken as square), and is rounded
/// to fifteenths: `q = ⌊½ + 15·share⌋`, four bits each, direction k at bit 4k. On a plateau water goes to all neighbours nearer
/// to its drain, those at corners weighted by 1/√2; a plateau drains where a lower neighbour is, and only without one over the
/// edge of the data. Described from the results and the user's guide of `InVEST` 3.20.
#[derive(Clone, Debug)]
pub struct InvestMultipleFlow {
    lattice: Lattice,
    takes_part: Vec<bool>,
    packed: Vec<u32>,
}

/// Levels of a share.
const FIFTEENTHS: f64 = 15.0;

fn quantised(weights: &[f64; 8]) -> u32 {
    let total: f64 = weights.iter().sum();
    if total == 0.0 {
        return 0;
    }
    let level = |weight: f64| (0.5 + weight / total * FIFTEENTHS) as u32;
    weights
        .iter()
        .enumerate()
        .fold(0, |packed, (direction, &weight)| {
            packed | (level(weight) << (4 * direction))
        })
}

impl InvestMultipleFlow {
    /// The shares of a relief.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        let mut packed = lattice.map(|cell| downhill(relief, cell));
        let plateaus = Plateaus::of(relief);
        for &cell in &plateaus.cells {
            let cell = cell as usize;
            packed[cell] = quantised(&if plateaus.distance[cell] == 0.0 {
                plateaus.outward(cell)
            } else {
                nearer(&plateaus, cell)
            });
        }
        Self {
            lattice,
            takes_part: lattice.map(|cell| relief.ground(cell) != Ground::Missing),
            packed,
        }
    }

    /// Shares of the eight directions, four bits each; 0 where nothing flows. Shares over the edge of the data are among them.
    pub fn packed(&self, cell: usize) -> u32 {
        self.packed[cell]
    }

    /// Fifteenths in one direction.
    fn level(&self, cell: usize, direction: usize) -> u32 {
        self.packed[cell] >> (4 * direction) & 15
    }

    /// True where something flows over the edge of the data.
    pub(super) fn leaves(&self, cell: usize) -> bool {
        let mut left = (0..8).fold(0_u8, |bits, direction| {
            bits | u8::from(self.level(cell, direction) > 0) << direction
        });
        for (direction, next) in self.lattice.around(cell) {
            if self.takes_part[next] {
                left &= !(1 << direction);
            }
        }
        left != 0
    }

    /// Neighbours from which water comes.
    pub(super) fn donors(&self, cell: usize) -> impl Iterator<Item = usize> {
        let gives = |&(direction, next): &(usize, usize)| self.level(next, opposite(direction)) > 0;
        let around = self.lattice.around(cell).filter(gives);
        around.map(|(_, next)| next)
    }
}

impl Routing for InvestMultipleFlow {
    fn lattice(&self) -> Lattice {
        self.lattice
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.takes_part[cell]
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        let level = |direction| self.level(cell, direction);
        let total: u32 = (0..8).map(level).sum();
        if total == 0 {
            return;
        }
        for (direction, next) in self.lattice.around(cell) {
            if level(direction) > 0 && self.takes_part[next] {
                give(Receiver {
                    cell: next,
                    direction,
                    share: f64::from(level(direction)) / f64::from(total),
                });
            }
        }
    }
}

fn downhill<T: Elevation>(relief: &Relief<T>, cell: usize) -> u32 {
    if relief.ground(cell) != Ground::Slope {
        return 0;
    }
    let drops = relief.drops(cell);
    quantised(&std::array::from_fn(|direction| {
        drops[direction] * nearness(direction)
    }))
}

/// To all neighbours nearer to the drain.
fn nearer<T: Elevation>(plateaus: &Plateaus<'_, T>, cell: usize) -> [f64; 8] {
    let mut weights = [0.0; 8];
    for (direction, next) in plateaus.as_high(cell) {
        if plateaus.distance[next] < plateaus.distance[cell] {
            weights[direction] = nearness(direction);
        }
    }
    weights
}
