//! In which order does water pass the cells?

use super::{
    neighbours::{CellSize, Lattice, opposite},
    routing::Routing,
    runs::RUN,
};

/// A routing and its cells in an order in which every cell comes after all that drain into it.
///
/// What is summed downslope takes the order forwards, what is asked from the streams upwards takes it backwards; several sums
/// share one order. It is found by counting off (Kahn 1962, Commun. ACM 5:558–562), down one path after the other, on one thread:
/// the same routing, the same order. Four bytes per cell, two more while it is made.
#[derive(Clone, Debug)]
pub struct FlowNetwork<'a, R> {
    pub(super) routing: &'a R,
    pub(super) order: Vec<u32>,
}

impl<'a, R: Routing> FlowNetwork<'a, R> {
    /// Puts the cells of `routing` in order.
    pub fn of(routing: &'a R) -> Self {
        let lattice = routing.lattice();
        let (directions, offsets) = (routing.all_directions(), lattice.offsets());
        let mut waiting = donors(lattice, &directions);
        let mut order = Vec::with_capacity(lattice.cells());
        let mut ready = Vec::new();
        for source in 0..lattice.cells() {
            if waiting[source] != 0 || !routing.takes_part(source) {
                continue;
            }
            // marks as done: no cell has so many neighbours
            waiting[source] = u8::MAX;
            ready.push(source);
            while let Some(cell) = ready.pop() {
                order.push(cell as u32);
                let mut left = directions[cell];
                while left != 0 {
                    let offset = offsets[left.trailing_zeros() as usize];
                    let next = cell.wrapping_add_signed(offset);
                    left &= left - 1;
                    waiting[next] -= 1;
                    if waiting[next] == 0 {
                        waiting[next] = u8::MAX;
                        ready.push(next);
                    }
                }
            }
        }
        Self { routing, order }
    }

    /// The cells.
    pub fn lattice(&self) -> Lattice {
        self.routing.lattice()
    }

    /// Tells `give` every receiver of a cell.
    pub fn receivers(&self, cell: usize, give: impl FnMut(super::routing::Receiver)) {
        self.routing.receivers(cell, give);
    }

    /// The cells that take part, every one after all that drain into it.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Contributing area of every cell, m²: its own and all that drains through it.
    pub fn contributing_area_m2(&self, size: CellSize) -> aimak_core::Raster<f64> {
        let mut area = self.upslope_cells();
        area.values.mapv_inplace(|cells| cells * size.area_m2());
        area
    }
}

/// How many neighbours drain into every cell.
fn donors(lattice: Lattice, directions: &[u8]) -> Vec<u8> {
    let of_run = |first: usize| {
        let mut donors = [0; RUN];
        for (direction, offset) in lattice.offsets().into_iter().enumerate() {
            let start = first.wrapping_add_signed(offset);
            let there = &directions[start..start + RUN];
            for (donors, there) in donors.iter_mut().zip(there) {
                *donors += there >> opposite(direction) & 1;
            }
        }
        donors
    };
    let of_cell = |cell: usize| {
        let gives = |&(direction, next): &(usize, usize)| {
            directions[next] & (1 << opposite(direction)) != 0
        };
        lattice.around(cell).filter(gives).count() as u8
    };
    lattice.map_runs(of_run, of_cell)
}
