//! Which plateaus lie in several tiles, and how do they drain?

use std::collections::BTreeMap;

use aimak_core::Window;
use serde::{Deserialize, Serialize};

use super::{
    super::{
        elevation::Elevation,
        neighbours::{CellSize, STEPS},
    },
    directions::{FlatRim, PlacedRelief, rim_places},
    tiling::{Piece, Tiling},
};

/// A plateau that lies in several tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossingFlat {
    /// Where it lies.
    pub bounds: Window,
    /// One of its cells, row and column.
    pub start: [usize; 2],
}

/// Second stage of directions: parts of plateaus that face each other at one height are one plateau. In the order of their first
/// tiles.
pub fn crossing_flats<T: Elevation>(tiling: &Tiling, rims: &[FlatRim<T>]) -> Vec<CrossingFlat> {
    let mut parts = Parts::of(rims);
    let mut starts = vec![None; parts.parent.len()];
    for (tile, rim) in rims.iter().enumerate() {
        for (number, place) in rim_places(tiling, tile).enumerate() {
            let Some((plateau, level)) = rim.plateaus[number] else {
                continue;
            };
            let part = parts.number(tile, plateau);
            starts[part].get_or_insert(place);
            for direction in 0..STEPS.len() {
                let next = tiling.step(place, direction);
                let facing = next.and_then(|next| tiling.on_rim(next));
                if let Some((other, at)) = facing.filter(|&(other, _)| other > tile)
                    && let Some((theirs, their_level)) = rims[other].plateaus[at]
                    && their_level == level
                {
                    let theirs = parts.number(other, theirs);
                    parts.join(part, theirs);
                }
            }
        }
    }
    let bounds = rims.iter().flat_map(|rim| rim.bounds.iter().copied());
    let mut flats: BTreeMap<usize, CrossingFlat> = BTreeMap::new();
    for (part, bounds) in bounds.enumerate() {
        let start = starts[part].expect("invariant: a part that reaches out lies on the rim");
        let flat = flats.entry(parts.root(part));
        let flat = flat.or_insert(CrossingFlat { bounds, start });
        flat.bounds = union(flat.bounds, bounds);
    }
    flats.into_values().collect()
}

impl CrossingFlat {
    /// Third stage: the directions of all its cells, by row and column of the whole. `piece` is the filled DEM in its bounds with
    /// [`super::FLOW_MARGIN`].
    pub fn directions<T: Elevation>(
        &self,
        piece: Piece<T>,
        size: CellSize,
    ) -> Vec<([usize; 2], u8)> {
        let window = piece.window;
        let (ground, towards) = PlacedRelief::of(piece, size);
        let towards = towards.towards();
        let level = ground.level(self.start);
        let mut seen = vec![false; window.width * window.height];
        let mut cells = vec![self.start];
        seen[ground.cell(self.start)] = true;
        let mut done = 0;
        while let Some(&[row, col]) = cells.get(done) {
            for (down, right) in STEPS {
                // a plateau ends before the margin does
                let next = [
                    row.wrapping_add_signed(down),
                    col.wrapping_add_signed(right),
                ];
                if ground.level(next) == level
                    && !std::mem::replace(&mut seen[ground.cell(next)], true)
                {
                    cells.push(next);
                }
            }
            done += 1;
        }
        let direction =
            |[row, col]: [usize; 2]| ([row, col], towards[(row - window.row, col - window.col)]);
        cells.into_iter().map(direction).collect()
    }
}

fn union(a: Window, b: Window) -> Window {
    let (row, col) = (a.row.min(b.row), a.col.min(b.col));
    Window {
        row,
        col,
        height: (a.row + a.height).max(b.row + b.height) - row,
        width: (a.col + a.width).max(b.col + b.width) - col,
    }
}

/// Parts of plateaus and which of them belong together (union-find).
struct Parts {
    before: Vec<usize>,
    parent: Vec<usize>,
}

impl Parts {
    fn of<T>(rims: &[FlatRim<T>]) -> Self {
        let mut count = 0;
        let before = rims.iter().map(|rim| {
            count += rim.bounds.len();
            count - rim.bounds.len()
        });
        Self {
            before: before.collect(),
            parent: (0..count).collect(),
        }
    }

    fn number(&self, tile: usize, plateau: u32) -> usize {
        self.before[tile] + plateau as usize
    }

    fn root(&mut self, mut part: usize) -> usize {
        while self.parent[part] != part {
            self.parent[part] = self.parent[self.parent[part]];
            part = self.parent[part];
        }
        part
    }

    /// The smaller number stands for both.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}
