//! How far is it on a plateau to where `InVEST` lets it drain?

use std::collections::VecDeque;

use super::super::{
    elevation::Elevation,
    neighbours::{is_diagonal, opposite},
    relief::{Ground, Relief},
};

/// In a map of directions: none yet.
pub(super) const NOWHERE: u8 = 8;

/// Distances to the drains of plateaus, in cells, and the way the first of the shortest paths took.
///
/// A plateau drains into the cells of its height that have a lower neighbour; only without any does it drain over the edge of
/// the data. Distances spread from the drains in the order in which the drains were met, first in, first out; a cell that is
/// reached again by a shorter path spreads again.
pub(super) struct Plateaus<'a, T> {
    relief: &'a Relief<T>,
    pub distance: Vec<f64>,
    /// Direction towards the drain; [`NOWHERE`] at drains and off plateaus.
    pub towards: Vec<u8>,
    /// Cells of plateaus, row by row.
    pub cells: Vec<u32>,
    seen: Vec<bool>,
}

impl<'a, T: Elevation> Plateaus<'a, T> {
    /// All plateaus of a relief.
    pub(super) fn of(relief: &'a Relief<T>) -> Self {
        let cells = relief.lattice().cells();
        let is_level = |&cell: &u32| {
            !matches!(
                relief.ground(cell as usize),
                Ground::Missing | Ground::Slope
            )
        };
        let mut plateaus = Self {
            relief,
            distance: vec![f64::INFINITY; cells],
            towards: vec![NOWHERE; cells],
            cells: (0..cells as u32).filter(is_level).collect(),
            seen: vec![false; cells],
        };
        for place in 0..plateaus.cells.len() {
            let cell = plateaus.cells[place];
            if !plateaus.seen[cell as usize] {
                plateaus.measure(cell);
            }
        }
        plateaus
    }

    /// Neighbours as high as the cell.
    pub(super) fn as_high(&self, cell: usize) -> impl Iterator<Item = (usize, usize)> + use<'a, T> {
        let relief = self.relief;
        let as_high = move |&(_, next): &(usize, usize)| {
            relief.ground(next) != Ground::Missing
                && relief.heights()[next] == relief.heights()[cell]
        };
        relief.lattice().around(cell).filter(as_high)
    }

    /// Weights of the directions over the edge of the data.
    pub(super) fn outward(&self, cell: usize) -> [f64; 8] {
        let mut weights: [f64; 8] = std::array::from_fn(super::nearness);
        for (direction, next) in self.relief.lattice().around(cell) {
            if self.relief.ground(next) != Ground::Missing {
                weights[direction] = 0.0;
            }
        }
        weights
    }

    /// Finds the distances of the whole plateau of `start`.
    fn measure(&mut self, start: u32) {
        let (plateau, slopes) = self.plateau(start);
        let drains = if slopes.is_empty() {
            let over_the_edge = |&cell: &u32| self.relief.ground(cell as usize) == Ground::Outlet;
            plateau.into_iter().filter(over_the_edge).collect()
        } else {
            slopes
        };
        let mut waiting: VecDeque<u32> = drains.into();
        for &cell in &waiting {
            self.distance[cell as usize] = 0.0;
        }
        while let Some(cell) = waiting.pop_front() {
            let cell = cell as usize;
            for (direction, next) in self.as_high(cell) {
                let step = if is_diagonal(direction) {
                    std::f64::consts::SQRT_2
                } else {
                    1.0
                };
                let distance = self.distance[cell] + step;
                if self.relief.ground(next) != Ground::Slope && distance < self.distance[next] {
                    self.distance[next] = distance;
                    self.towards[next] = opposite(direction) as u8;
                    waiting.push_back(next as u32);
                }
            }
        }
    }

    /// The cells of a plateau without a lower neighbour, and those with one beside them.
    fn plateau(&mut self, start: u32) -> (Vec<u32>, Vec<u32>) {
        self.seen[start as usize] = true;
        let (mut plateau, mut slopes) = (vec![start], Vec::new());
        let mut done = 0;
        while done < plateau.len() {
            for (_, next) in self.as_high(plateau[done] as usize) {
                if !std::mem::replace(&mut self.seen[next], true) {
                    if self.relief.ground(next) == Ground::Slope {
                        slopes.push(next as u32);
                    } else {
                        plateau.push(next as u32);
                    }
                }
            }
            done += 1;
        }
        // one slope may drain several plateaus
        for &slope in &slopes {
            self.seen[slope as usize] = false;
        }
        (plateau, slopes)
    }
}
