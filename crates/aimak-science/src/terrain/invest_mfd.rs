//! How does `InVEST` divide the water of a cell among its neighbours?

use std::collections::VecDeque;

use super::{
    elevation::Elevation,
    neighbours::{Lattice, is_diagonal},
    relief::{Ground, Relief},
    routing::{Receiver, Routing},
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

/// 1 beside, 1/√2 at a corner.
fn nearness(direction: usize) -> f64 {
    if is_diagonal(direction) {
        std::f64::consts::FRAC_1_SQRT_2
    } else {
        1.0
    }
}

impl InvestMultipleFlow {
    /// The shares of a relief.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        let mut routing = Self {
            lattice,
            takes_part: lattice.map(|cell| relief.ground(cell) != Ground::Missing),
            packed: lattice.map(|cell| downhill(relief, cell)),
        };
        Plateaus::over(relief).route(&mut routing.packed);
        routing
    }

    /// Shares of the eight directions, four bits each; 0 where nothing flows. Shares over the edge of the data are among them.
    pub fn packed(&self, cell: usize) -> u32 {
        self.packed[cell]
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
        let level = |direction: usize| self.packed[cell] >> (4 * direction) & 15;
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
    let mut weights = [0.0; 8];
    for (direction, next) in relief.lattice().around(cell) {
        weights[direction] = relief.drop(cell, next) * nearness(direction);
    }
    quantised(&weights)
}

/// Distances to the drains of plateaus, in cells.
struct Plateaus<'a, T> {
    relief: &'a Relief<T>,
    distance: Vec<f64>,
}

impl<'a, T: Elevation> Plateaus<'a, T> {
    fn over(relief: &'a Relief<T>) -> Self {
        let distance = vec![f64::INFINITY; relief.lattice().cells()];
        Self { relief, distance }
    }

    fn route(&mut self, packed: &mut [u32]) {
        let is_level =
            |cell: usize| !matches!(self.relief.ground(cell), Ground::Missing | Ground::Slope);
        let level: Vec<usize> = (0..packed.len()).filter(|&cell| is_level(cell)).collect();
        for &cell in &level {
            if self.distance[cell].is_infinite() {
                self.measure(cell);
            }
        }
        for cell in level {
            packed[cell] = if self.distance[cell] == 0.0 {
                self.outward(cell)
            } else {
                self.nearer(cell)
            };
        }
    }

    fn as_high(&self, cell: usize) -> impl Iterator<Item = (usize, usize)> + use<'a, T> {
        let relief = self.relief;
        let as_high = move |&(_, next): &(usize, usize)| {
            relief.ground(next) != Ground::Missing
                && relief.heights()[next] == relief.heights()[cell]
        };
        relief.lattice().around(cell).filter(as_high)
    }

    /// Finds the distances of the whole plateau of `start`.
    fn measure(&mut self, start: usize) {
        let (plateau, slopes) = self.plateau(start);
        let drains = if slopes.is_empty() {
            let over_the_edge = |&cell: &usize| self.relief.ground(cell) == Ground::Outlet;
            plateau.into_iter().filter(over_the_edge).collect()
        } else {
            slopes
        };
        let mut waiting: VecDeque<usize> = drains.into();
        for &cell in &waiting {
            self.distance[cell] = 0.0;
        }
        while let Some(cell) = waiting.pop_front() {
            for (direction, next) in self.as_high(cell) {
                let step = if is_diagonal(direction) {
                    std::f64::consts::SQRT_2
                } else {
                    1.0
                };
                let distance = self.distance[cell] + step;
                if self.relief.ground(next) != Ground::Slope && distance < self.distance[next] {
                    self.distance[next] = distance;
                    waiting.push_back(next);
                }
            }
        }
    }

    /// The cells of a plateau without a lower neighbour, and those with one beside them.
    fn plateau(&self, start: usize) -> (Vec<usize>, Vec<usize>) {
        let mut seen = std::collections::HashSet::from([start]);
        let (mut plateau, mut slopes) = (vec![start], Vec::new());
        let mut done = 0;
        while done < plateau.len() {
            for (_, next) in self.as_high(plateau[done]) {
                if seen.insert(next) {
                    if self.relief.ground(next) == Ground::Slope {
                        slopes.push(next);
                    } else {
                        plateau.push(next);
                    }
                }
            }
            done += 1;
        }
        (plateau, slopes)
    }

    /// Over the edge of the data, in all directions where it ends.
    fn outward(&self, cell: usize) -> u32 {
        let mut weights: [f64; 8] = std::array::from_fn(nearness);
        for (direction, next) in self.relief.lattice().around(cell) {
            if self.relief.ground(next) != Ground::Missing {
                weights[direction] = 0.0;
            }
        }
        quantised(&weights)
    }

    /// To all neighbours nearer to the drain.
    fn nearer(&self, cell: usize) -> u32 {
        let mut weights = [0.0; 8];
        for (direction, next) in self.as_high(cell) {
            if self.distance[next] < self.distance[cell] {
                weights[direction] = nearness(direction);
            }
        }
        quantised(&weights)
    }
}
