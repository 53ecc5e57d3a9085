//! In which of all directions is it steepest, and between which two neighbours does that lie?

use super::{
    d8::lowest_on_plateau,
    elevation::Elevation,
    neighbours::{CellSize, Lattice},
    relief::{Ground, Relief},
    routing::{Receiver, Routing},
};

/// Water follows the steepest of the eight triangular facets around a cell, divided between the two neighbours on either side
/// by the angles to them (Tarboton 1997, Water Resour. Res. 33:309–319).
///
/// On plateaus, where no facet falls, all water goes to the neighbour D8 names. Where a neighbour is missing, the edges of the
/// facets that are left count. Five bytes per cell.
#[derive(Clone, Debug)]
pub struct DInfinity {
    lattice: Lattice,
    size: CellSize,
    takes_part: Vec<bool>,
    flow: Vec<Facet>,
}

/// Where the water of a cell goes: from the first neighbour of the facet turned by part of the facet's angle.
#[derive(Clone, Copy, Debug)]
struct Facet {
    /// Direction of the neighbour beside the cell (or the only one on a plateau); [`NOWHERE`] where water ends.
    first: u8,
    second: u8,
    /// Share of the second.
    second_share: f32,
}

const NOWHERE: u8 = 8;

impl Default for Facet {
    fn default() -> Self {
        Self::only(NOWHERE)
    }
}

impl Facet {
    const fn only(direction: u8) -> Self {
        Self {
            first: direction,
            second: direction,
            second_share: 0.0,
        }
    }
}

impl DInfinity {
    /// The directions of a relief.
    pub fn of<T: Elevation>(relief: &Relief<T>) -> Self {
        let lattice = relief.lattice();
        Self {
            lattice,
            size: relief.size(),
            takes_part: lattice.map(|cell| relief.ground(cell) != Ground::Missing),
            flow: lattice.map(|cell| match relief.ground(cell) {
                Ground::Slope => steepest_facet(relief, cell),
                Ground::Flat => Facet::only(lowest_on_plateau(relief, cell)),
                Ground::Missing | Ground::Outlet | Ground::Pit => Facet::default(),
            }),
        }
    }

    /// Direction of flow, radians counter-clockwise from east, 0 to 2π; `None` where water ends.
    pub fn angle(&self, cell: usize) -> Option<f64> {
        let flow = self.flow[cell];
        (flow.first != NOWHERE).then(|| {
            let start = self.bearing(flow.first.into());
            let across = self.bearing(flow.second.into()) - start;
            let full_turn = std::f64::consts::TAU;
            let across = (across + full_turn / 2.0).rem_euclid(full_turn) - full_turn / 2.0;
            (start + across * f64::from(flow.second_share)).rem_euclid(full_turn)
        })
    }

    /// Angle to the neighbour in `direction`, radians counter-clockwise from east.
    fn bearing(&self, direction: usize) -> f64 {
        let (row, col) = super::neighbours::STEPS[direction];
        (-(row as f64) * self.size.dy).atan2(col as f64 * self.size.dx)
    }
}

impl Routing for DInfinity {
    fn lattice(&self) -> Lattice {
        self.lattice
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.takes_part[cell]
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        let flow = self.flow[cell];
        if flow.first == NOWHERE {
            return;
        }
        let second_share = f64::from(flow.second_share);
        let shares = [
            (flow.first, 1.0 - second_share),
            (flow.second, second_share),
        ];
        for (direction, share) in shares {
            if share > 0.0 {
                let direction = usize::from(direction);
                give(Receiver {
                    cell: self.lattice.step(cell, direction),
                    direction,
                    share,
                });
            }
        }
    }
}

/// The facet with the steepest way down; of equal ones the first counter-clockwise from east.
fn steepest_facet<T: Elevation>(relief: &Relief<T>, cell: usize) -> Facet {
    let here: f64 = relief.heights()[cell].into();
    let mut heights = [None; 8];
    for (direction, next) in relief.lattice().around(cell) {
        heights[direction] = relief
            .has_height(next)
            .then(|| -> f64 { relief.heights()[next].into() });
    }
    let distances = relief.size().distances();
    let (mut best, mut flow) = (0.0, Facet::default());
    for facet in 0..8 {
        let (beside, corner) = if facet % 2 == 0 {
            (facet, (facet + 1) % 8)
        } else {
            ((facet + 1) % 8, facet)
        };
        let known = (heights[beside], heights[corner]);
        let Some((slope, second_share)) =
            descent(here, known, distances[beside], distances[corner])
        else {
            continue;
        };
        if slope > best {
            best = slope;
            flow = Facet {
                first: beside as u8,
                second: corner as u8,
                second_share,
            };
        }
    }
    flow
}

/// The steepest slope on one facet, m/m, and the share of its corner. With `e1` beside and `e2` at the corner, `d1` to the one
/// and `d2` from there to the other: `s1 = (e0 − e1)/d1`, `s2 = (e1 − e2)/d2`, `r = atan(s2/s1)`, `s = √(s1² + s2²)`, and along
/// an edge of the facet where r points past it.
fn descent(
    e0: f64,
    known: (Option<f64>, Option<f64>),
    d1: f64,
    diagonal: f64,
) -> Option<(f64, f32)> {
    let along_side = |e1: f64| ((e0 - e1) / d1, 0.0);
    let to_corner = |e2: f64| ((e0 - e2) / diagonal, 1.0);
    match known {
        (None, None) => None,
        (Some(e1), None) => Some(along_side(e1)),
        (None, Some(e2)) => Some(to_corner(e2)),
        (Some(e1), Some(e2)) => {
            let d2 = (diagonal * diagonal - d1 * d1).sqrt();
            let (s1, s2) = ((e0 - e1) / d1, (e1 - e2) / d2);
            let (angle, widest) = (s2.atan2(s1), d2.atan2(d1));
            Some(if s2 <= 0.0 {
                along_side(e1)
            } else if s1 <= 0.0 || angle >= widest {
                to_corner(e2)
            } else {
                (s1.hypot(s2), (angle / widest) as f32)
            })
        }
    }
}
