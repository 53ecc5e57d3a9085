//! How far is it on a plateau to where it drains, and how far from the higher ground around it?

use super::{
    elevation::Elevation,
    relief::{Ground, Relief},
};

/// Steps that fall along every plateau to where it drains (Barnes et al. 2014): twice the distance to the drain, plus the
/// distance from higher ground turned round, counted in cells. 0 off plateaus and on those without a way out.
pub(super) fn resolve<T: Elevation>(relief: &Relief<T>) -> Vec<u32> {
    let cells = relief.lattice().cells();
    let mut gradients = Gradients {
        relief,
        heights: relief.heights(),
        offsets: relief.lattice().offsets(),
        steps: vec![0; cells],
        seen: vec![false; cells],
    };
    for cell in 0..cells {
        if relief.ground(cell) == Ground::Flat && !gradients.seen[cell] {
            let plateau = gradients.plateau(cell as u32);
            gradients.resolve(&plateau);
        }
    }
    gradients.steps
}

struct Gradients<'a, T> {
    relief: &'a Relief<T>,
    heights: &'a [T],
    /// From the number of a cell to those of its neighbours.
    offsets: [isize; 8],
    /// Distance from higher ground while a plateau is worked on, the finished gradient afterwards.
    steps: Vec<u32>,
    seen: Vec<bool>,
}

impl<'a, T: Elevation> Gradients<'a, T> {
    /// Neighbours of a flat cell. All of them lie on the raster and have heights, or it would be an outlet.
    fn around(&self, cell: u32) -> impl Iterator<Item = u32> + use<T> {
        let offsets = self.offsets.into_iter();
        offsets.map(move |offset| (cell as usize).wrapping_add_signed(offset) as u32)
    }

    /// Neighbours of a flat cell that are as high.
    fn level_with(&self, cell: u32) -> impl Iterator<Item = u32> + use<'a, T> {
        let heights = self.heights;
        let here = heights[cell as usize];
        self.around(cell)
            .filter(move |&next| heights[next as usize] == here)
    }

    fn is_flat(&self, cell: u32) -> bool {
        self.relief.ground(cell as usize) == Ground::Flat
    }

    fn has_higher_neighbour(&self, cell: u32) -> bool {
        let here = self.heights[cell as usize];
        self.around(cell)
            .any(|next| self.heights[next as usize] > here)
    }

    /// The flat cells that hang together with `start`; marks them as seen.
    fn plateau(&mut self, start: u32) -> Vec<u32> {
        self.seen[start as usize] = true;
        let mut plateau = vec![start];
        let mut done = 0;
        while done < plateau.len() {
            for next in self.level_with(plateau[done]) {
                if self.is_flat(next) && !self.seen[next as usize] {
                    self.seen[next as usize] = true;
                    plateau.push(next);
                }
            }
            done += 1;
        }
        plateau
    }

    fn resolve(&mut self, plateau: &[u32]) {
        let drains = |&cell: &u32| self.level_with(cell).any(|next| !self.is_flat(next));
        let low: Vec<u32> = plateau.iter().copied().filter(drains).collect();
        if low.is_empty() {
            return;
        }
        let is_high = |&cell: &u32| self.has_higher_neighbour(cell);
        let high: Vec<u32> = plateau.iter().copied().filter(is_high).collect();
        let mut farthest = 0;
        self.spread(plateau, high, |steps, distance| {
            *steps = distance;
            farthest = distance;
        });
        self.spread(plateau, low, |steps, distance| {
            *steps = farthest - *steps + 2 * distance;
        });
    }

    /// Walks over the plateau in rings from `front`, and tells every cell met its ring, from 1.
    fn spread(
        &mut self,
        plateau: &[u32],
        mut front: Vec<u32>,
        mut meet: impl FnMut(&mut u32, u32),
    ) {
        for &cell in plateau {
            self.seen[cell as usize] = false;
        }
        for &cell in &front {
            self.seen[cell as usize] = true;
        }
        let mut ring = 0;
        while !front.is_empty() {
            ring += 1;
            let mut beyond = Vec::new();
            for cell in front {
                meet(&mut self.steps[cell as usize], ring);
                for next in self.level_with(cell) {
                    if self.is_flat(next) && !self.seen[next as usize] {
                        self.seen[next as usize] = true;
                        beyond.push(next);
                    }
                }
            }
            front = beyond;
        }
        for &cell in plateau {
            self.seen[cell as usize] = true;
        }
    }
}
