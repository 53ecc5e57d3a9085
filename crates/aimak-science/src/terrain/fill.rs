//! To which level would water stand in every hollow before it runs over?

use std::{cmp::Reverse, collections::BinaryHeap};

use aimak_core::Raster;
use ndarray::{Array2, ArrayView2, s};

use super::elevation::Elevation;

/// Raises every depression to its spill level: the lowest level from which a path that never rises leads out.
///
/// Formula: `filled(c) = max(z(c), min over neighbours n of filled(n))`, the least solution, with `filled = z` where water
/// leaves: on the border of the raster, beside cells without data (NaN counts as none), and on `sinks`. Plateaus stay level.
/// Heights are compared and copied, never added: the result is exact.
///
/// `sinks` marks closed basins that really have no outlet (Issyk-Kul, Balkhash): without them a basin would be raised to the
/// pass from which it would run over. They keep their height and take what flows in. Same shape as the DEM.
///
/// Method: Priority-Flood (Barnes, Lehman & Mulla 2014, Comput. Geosci. 62:117–127) with the shortcut of Zhou, Sun & Fu
/// (2016, Comput. Geosci. 90:87–96): whatever is not lower than a settled neighbour is settled without the queue.
///
/// ```
/// use aimak_core::Raster;
/// use ndarray::{Array2, array};
/// let values = array![[9.0, 9.0, 9.0, 9.0], [9.0, 1.0, 2.0, 5.0], [9.0, 9.0, 9.0, 9.0]];
/// let dem = Raster { valid: Array2::from_elem((3, 4), true), values };
/// let filled = aimak_science::terrain::fill(&dem, None);
/// assert_eq!(filled.values.row(1).to_vec(), [9.0, 5.0, 5.0, 5.0]);
/// ```
pub fn fill<T: Elevation>(dem: &Raster<T>, sinks: Option<ArrayView2<bool>>) -> Raster<T> {
    let mut flood = Flood::over(dem);
    let outlets = flood.outlets(sinks);
    flood.rise(&outlets);
    let (rows, cols) = dem.values.dim();
    let inner = s![1..=rows, 1..=cols];
    let level = Array2::from_shape_vec((rows + 2, cols + 2), flood.level)
        .expect("invariant: one level per cell and a rim");
    let valid = ndarray::Zip::from(&dem.valid)
        .and(&dem.values)
        .map_collect(|&valid, z| valid && z.is_height());
    Raster {
        values: level.slice(inner).to_owned(),
        valid,
    }
}

/// Levels with a rim of one cell around the raster, so that every cell has eight neighbours.
struct Flood<T: Elevation> {
    level: Vec<T>,
    /// Whose level is final. The rim and cells without data count as settled, so nothing enters them.
    settled: Vec<bool>,
    has_data: Vec<bool>,
    width: usize,
    /// Settled cells whose neighbours have not been looked at.
    climbing: Vec<u32>,
    /// Settled cells that had a lower neighbour when they were looked at.
    looking_down: Vec<u32>,
    /// Settled cells with lower neighbours, from which water may go down into a hollow; lowest first.
    spills: BinaryHeap<Reverse<T::Queued>>,
}

impl<T: Elevation> Flood<T> {
    fn over(dem: &Raster<T>) -> Self {
        let (rows, cols) = dem.values.dim();
        let lattice = super::neighbours::Lattice::of((rows, cols));
        let width = cols + 2;
        let mut level = vec![T::default(); (rows + 2) * width];
        let mut has_data = vec![false; level.len()];
        for ((row, col), &z) in dem.values.indexed_iter() {
            let cell = (row + 1) * width + col + 1;
            has_data[cell] = dem.valid[(row, col)] && z.is_height();
            level[cell] = z.plain();
        }
        Self {
            level,
            settled: has_data.iter().map(|&has| !has).collect(),
            has_data,
            width,
            climbing: Vec::with_capacity(lattice.cells() / 16),
            looking_down: Vec::new(),
            spills: BinaryHeap::new(),
        }
    }

    fn steps(&self) -> [isize; 8] {
        super::neighbours::STEPS.map(|(row, col)| row * self.width as isize + col)
    }

    /// Where water leaves: beside the rim or a gap, and declared sinks.
    fn outlets(&self, sinks: Option<ArrayView2<bool>>) -> Vec<u32> {
        let steps = self.steps();
        let inside = (0..self.level.len()).filter(|&cell| self.has_data[cell]);
        let leaves = |&cell: &usize| {
            let beside_a_gap = steps
                .iter()
                .any(|&step| !self.has_data[cell.wrapping_add_signed(step)]);
            let (row, col) = (cell / self.width - 1, cell % self.width - 1);
            beside_a_gap || sinks.is_some_and(|sinks| sinks[(row, col)])
        };
        inside.filter(leaves).map(|cell| cell as u32).collect()
    }

    fn rise(&mut self, outlets: &[u32]) {
        for &cell in outlets {
            self.settled[cell as usize] = true;
        }
        for &cell in outlets {
            self.climbing.push(cell);
            self.climb();
        }
        self.queue_spills();
        while let Some(Reverse(spill)) = self.spills.pop() {
            self.drown(T::cell(spill));
            self.climb();
            self.queue_spills();
        }
    }

    /// Settles at their own height all cells that a path without descent reaches. Lower cells wait: another way may lead to
    /// them below this one.
    fn climb(&mut self) {
        let steps = self.steps();
        while let Some(cell) = self.climbing.pop() {
            let level = self.level[cell as usize];
            let mut looks_down = false;
            for step in steps {
                let next = (cell as usize).wrapping_add_signed(step);
                if self.settled[next] {
                    continue;
                }
                if self.level[next] < level {
                    looks_down = true;
                } else {
                    self.settled[next] = true;
                    self.climbing.push(next as u32);
                }
            }
            if looks_down {
                self.looking_down.push(cell);
            }
        }
    }

    /// Queues the cells from which water still may go down. Most others were overtaken: somebody else climbed to what lies below
    /// them, and the queue is what costs.
    fn queue_spills(&mut self) {
        let steps = self.steps();
        while let Some(cell) = self.looking_down.pop() {
            let mut around = steps
                .iter()
                .map(|&step| (cell as usize).wrapping_add_signed(step));
            if around.any(|next| !self.settled[next]) {
                let spill = self.level[cell as usize].queued(cell);
                self.spills.push(Reverse(spill));
            }
        }
    }

    /// Raises the hollow below `spill`, the lowest way into anything not settled yet.
    fn drown(&mut self, spill: u32) {
        let steps = self.steps();
        let level = self.level[spill as usize];
        let mut drowning = vec![spill];
        while let Some(cell) = drowning.pop() {
            for step in steps {
                let next = (cell as usize).wrapping_add_signed(step);
                if self.settled[next] {
                    continue;
                }
                self.settled[next] = true;
                if self.level[next] < level {
                    self.level[next] = level;
                    drowning.push(next as u32);
                } else {
                    self.climbing.push(next as u32);
                }
            }
        }
    }
}
