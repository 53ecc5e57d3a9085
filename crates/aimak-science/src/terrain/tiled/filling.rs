//! To which level would water stand in a tile, as far as the tile alone can tell?

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use aimak_core::Raster;
use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::{
    super::{elevation::Elevation, neighbours::STEPS},
    tiling::{Cells, Piece, Tiling},
};

/// The label of cells from which water leaves the DEM without passing the rim.
pub(super) const OCEAN: u32 = 0;
/// No height is known.
const NO_DATA: u32 = u32::MAX;
/// Not reached yet.
const UNREACHED: u32 = u32::MAX - 1;

/// A tile filled as if water left over every cell of its rim. Each cell knows its level then, and over which cell of the rim its
/// water leaves.
#[derive(Clone, Debug)]
pub struct FilledTile<T> {
    levels: Vec<T>,
    labels: Vec<u32>,
    cells: Cells,
    rim: FillRim<T>,
}

/// What the other tiles must know of a tile to fill theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FillRim<T> {
    /// Heights of the rim, in its order.
    pub heights: Vec<Option<T>>,
    /// Labels of the rim: 0 where water leaves the DEM there, else 1 + place on the rim.
    pub labels: Vec<u32>,
    /// Between two labels: the lowest level at which water passes from one to the other.
    pub passes: Vec<(u32, u32, T)>,
}

impl<T: Elevation> FilledTile<T> {
    /// First stage. `piece` is the tile with [`super::FILL_MARGIN`].
    pub fn of(tiling: &Tiling, tile: usize, piece: &Piece<T>) -> Self {
        let cells = Cells::of(tiling.window(tile));
        let mut flood = Flood::over(tiling, cells, piece);
        let seeds: Vec<u32> = (0..cells.lattice.cells() as u32)
            .filter(|&cell| flood.labels[cell as usize] < UNREACHED)
            .collect();
        for cell in seeds {
            flood.queue(cell);
        }
        while let Some(Reverse(lowest)) = flood.queued.pop() {
            flood.spread(T::cell(lowest) as usize);
        }
        let height = |cell| piece.height(cells.place(cell)).map(T::plain);
        let rim = FillRim {
            heights: cells.rim().map(height).collect(),
            labels: cells.rim().map(|cell| flood.labels[cell]).collect(),
            passes: flood.passes.iter().map(|(&(a, b), &z)| (a, b, z)).collect(),
        };
        Self {
            levels: flood.levels,
            labels: flood.labels,
            cells,
            rim,
        }
    }

    /// What goes to the coordinator.
    pub fn rim(&self) -> &FillRim<T> {
        &self.rim
    }

    /// Third stage: no cell stays below the level at which the water of its label reaches the outside; `spill` by label, as
    /// [`super::spill_levels`] finds it.
    pub fn finish(self, spill: &[Option<T>]) -> Raster<T> {
        let raised = |(&level, &label): (&T, &u32)| {
            let spill = spill.get(label as usize).copied().flatten();
            spill.map_or(level, |spill| if spill > level { spill } else { level })
        };
        let values: Vec<T> = self.levels.iter().zip(&self.labels).map(raised).collect();
        let valid: Vec<bool> = self.labels.iter().map(|&label| label != NO_DATA).collect();
        let array = |values| self.cells.lattice.array(values);
        Raster {
            values: array(values),
            valid: Array2::from_shape_vec(
                (self.cells.lattice.rows, self.cells.lattice.cols),
                valid,
            )
            .expect("invariant: one per cell"),
        }
    }
}

struct Flood<T: Elevation> {
    cells: Cells,
    levels: Vec<T>,
    labels: Vec<u32>,
    queued: BinaryHeap<Reverse<T::Queued>>,
    passes: BTreeMap<(u32, u32), T>,
}

impl<T: Elevation> Flood<T> {
    /// Cells from which water leaves and the rim are labelled.
    fn over(tiling: &Tiling, cells: Cells, piece: &Piece<T>) -> Self {
        let count = cells.lattice.cells();
        let height = |cell| piece.height(cells.place(cell)).map(T::plain);
        let mut labels: Vec<u32> = (0..count)
            .map(|cell| match height(cell) {
                None => NO_DATA,
                Some(_) if leaves(tiling, piece, cells.place(cell)) => OCEAN,
                Some(_) => UNREACHED,
            })
            .collect();
        for (number, cell) in (1..).zip(cells.rim()) {
            if labels[cell] == UNREACHED {
                labels[cell] = number;
            }
        }
        Self {
            cells,
            levels: (0..count)
                .map(|cell| height(cell).unwrap_or_default())
                .collect(),
            labels,
            queued: BinaryHeap::new(),
            passes: BTreeMap::new(),
        }
    }

    fn queue(&mut self, cell: u32) {
        let level = self.levels[cell as usize];
        self.queued.push(Reverse(level.queued(cell)));
    }

    /// Hands label and level on to neighbours that were not reached, and notes where two labels meet.
    fn spread(&mut self, cell: usize) {
        let (level, label) = (self.levels[cell], self.labels[cell]);
        for (_, next) in self.cells.lattice.around(cell) {
            let other = self.labels[next];
            if other == NO_DATA || other == label {
                continue;
            }
            let higher = higher(self.levels[next], level);
            if other == UNREACHED {
                self.labels[next] = label;
                self.levels[next] = higher;
                self.queue(next as u32);
            } else {
                let pass = self.passes.entry((label.min(other), label.max(other)));
                let lowest = pass.or_insert(higher);
                if higher < *lowest {
                    *lowest = higher;
                }
            }
        }
    }
}

pub(super) fn higher<T: Elevation>(a: T, b: T) -> T {
    if a > b { a } else { b }
}

/// Where water leaves the DEM: at its border, beside a gap, in a closed basin.
fn leaves<T: Elevation>(tiling: &Tiling, piece: &Piece<T>, place: [usize; 2]) -> bool {
    let missing = |direction| {
        let next = tiling.step(place, direction);
        next.is_none_or(|next| piece.height(next).is_none())
    };
    tiling.at_border(place) || piece.is_sink(place) || (0..STEPS.len()).any(missing)
}
