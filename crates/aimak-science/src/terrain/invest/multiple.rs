//! How does `InVEST` divide the water of a cell among its neighbours?

use super::{
    super::{
        elevation::Elevation,
        neighbours::{Lattice, opposite},
        relief::{Ground, Relief},
        routing::{Receiver, Routing},
        runs::{Drops, RUN},
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
    offsets: [isize; 8],
    takes_part: Vec<bool>,
    packed: Vec<u32>,
    /// Directions, as bits, in which something flows to a cell that takes part.
    inside: Vec<u8>,
}

/// Levels of a share.
const FIFTEENTHS: f64 = 15.0;

fn quantised(weights: &[f64; 8]) -> u32 {
    let total: f64 = weights.iter().sum();
    if total == 0.0 {
        return 0;
    }
    weights
        .iter()
        .enumerate()
        .fold(0, |packed, (direction, &weight)| {
            packed | nearest(weight / total) << (4 * direction)
        })
}

/// The number of fifteenths nearest to a share.
fn nearest(share: f64) -> u32 {
    (0.5 + share * FIFTEENTHS) as u32
}

impl InvestMultipleFlow {
    /// The shares of a relief.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        let mut packed = relief.map_slopes(downhill_run, |cell| downhill(relief, cell));
        let plateaus = Plateaus::of(relief);
        for &cell in &plateaus.cells {
            let cell = cell as usize;
            packed[cell] = quantised(&if plateaus.distance[cell] == 0.0 {
                plateaus.outward(cell)
            } else {
                nearer(&plateaus, cell)
            });
        }
        let takes_part = lattice.map(|cell| relief.ground(cell) != Ground::Missing);
        Self {
            lattice,
            offsets: lattice.offsets(),
            inside: inside(lattice, &takes_part, &packed),
            takes_part,
            packed,
        }
    }

    /// Shares of the eight directions, four bits each; 0 where nothing flows. Shares over the edge of the data are among them.
    pub fn packed(&self, cell: usize) -> u32 {
        self.packed[cell]
    }

    /// True where something flows over the edge of the data.
    pub(super) fn leaves(&self, cell: usize) -> bool {
        flows(self.packed[cell]) != self.inside[cell]
    }

    /// Neighbours from which water comes.
    pub(super) fn donors(&self, cell: usize) -> impl Iterator<Item = usize> {
        let gives =
            |&(direction, next): &(usize, usize)| level(self.packed[next], opposite(direction)) > 0;
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
        let packed = self.packed[cell];
        let total: u32 = (0..8).map(|direction| level(packed, direction)).sum();
        let mut left = self.inside[cell];
        while left != 0 {
            let direction = left.trailing_zeros() as usize;
            left &= left - 1;
            give(Receiver {
                cell: cell.wrapping_add_signed(self.offsets[direction]),
                direction,
                share: f64::from(level(packed, direction)) / f64::from(total),
            });
        }
    }

    fn directions(&self, cell: usize) -> u8 {
        self.inside[cell]
    }

    fn all_directions(&self) -> Vec<u8> {
        self.inside.clone()
    }
}

/// Fifteenths in one direction.
const fn level(packed: u32, direction: usize) -> u32 {
    packed >> (4 * direction) & 15
}

/// Directions in which something flows, as bits.
fn flows(packed: u32) -> u8 {
    (0..8).fold(0, |bits, direction| {
        bits | u8::from(level(packed, direction) > 0) << direction
    })
}

fn inside(lattice: Lattice, takes_part: &[bool], packed: &[u32]) -> Vec<u8> {
    let of_cell = |cell: usize| {
        let part = |&(_, next): &(usize, usize)| takes_part[next];
        let around = lattice.around(cell).filter(part);
        flows(packed[cell]) & around.fold(0, |bits, (direction, _)| bits | 1 << direction)
    };
    let of_run = |first: usize| {
        if lattice.all_around_run(takes_part, first, |part| *part) {
            std::array::from_fn(|place| flows(packed[first + place]))
        } else {
            std::array::from_fn(|place| of_cell(first + place))
        }
    };
    lattice.map_runs(of_run, of_cell)
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

/// [`downhill`] of the cells of a run. Without any drop 0 is divided by 0, and what is no number counts as 0.
fn downhill_run(drops: &Drops) -> [u32; RUN] {
    let mut weights = *drops;
    let mut total = [0.0; RUN];
    for (direction, weights) in weights.iter_mut().enumerate() {
        for (weight, total) in weights.iter_mut().zip(&mut total) {
            *weight *= nearness(direction);
            *total += *weight;
        }
    }
    let mut packed = [0; RUN];
    for (direction, weights) in weights.iter().enumerate() {
        for place in 0..RUN {
            packed[place] |= nearest(weights[place] / total[place]) << (4 * direction);
        }
    }
    packed
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
