//! To which level would water stand in every hollow before it runs over?

use aimak_core::Raster;
use ndarray::ArrayView2;

use super::{elevation::Elevation, neighbours::Lattice, runs::RUN, spills::Spills};

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
    let lattice = Lattice::of(dem.values.dim());
    let (heights, valid) = (
        dem.values.as_standard_layout(),
        dem.valid.as_standard_layout(),
    );
    let row_by_row = "invariant: in standard layout";
    let heights = heights.as_slice().expect(row_by_row);
    let valid = valid.as_slice().expect(row_by_row);
    let has_data = lattice.map(|cell| valid[cell] && heights[cell].is_height());
    let outlets = outlets(lattice, &has_data, sinks);
    let (lowest, highest) = range(heights, &has_data);
    let mut flood = Flood {
        level: lattice.map(|cell| heights[cell].plain()),
        settled: has_data.iter().map(|&has| !has).collect(),
        offsets: lattice.offsets(),
        climbing: Vec::with_capacity(lattice.cells() / 16),
        looking_down: Vec::new(),
        drowning: Vec::new(),
        spills: Spills::between(lowest, highest),
    };
    flood.rise(&outlets);
    Raster {
        values: lattice.array(flood.level),
        valid: lattice.array(has_data),
    }
}

/// The lowest and the highest height.
fn range<T: Elevation>(heights: &[T], has_data: &[bool]) -> (T, T) {
    let cells = heights.iter().zip(has_data);
    let mut known = cells.filter(|(_, has)| **has).map(|(z, _)| z.plain());
    let first = known.next().unwrap_or_default();
    known.fold((first, first), |(lowest, highest), z| {
        (
            if z < lowest { z } else { lowest },
            if z > highest { z } else { highest },
        )
    })
}

/// Where water leaves: at the border of the raster, beside a gap, and on declared sinks.
fn outlets(lattice: Lattice, has_data: &[bool], sinks: Option<ArrayView2<bool>>) -> Vec<u32> {
    let leaves = |cell: usize| {
        let beside_a_gap = || lattice.around(cell).any(|(_, next)| !has_data[next]);
        lattice.at_border(cell)
            || sinks.is_some_and(|sinks| sinks[lattice.place(cell)])
            || beside_a_gap()
    };
    let of_cell = |cell: usize| has_data[cell] && leaves(cell);
    let of_run = |first: usize| {
        if sinks.is_none() && lattice.all_around_run(has_data, first, |has| *has) {
            [false; RUN]
        } else {
            std::array::from_fn(|place| of_cell(first + place))
        }
    };
    let is_outlet = lattice.map_runs(of_run, of_cell);
    let numbered = (0..).zip(is_outlet);
    let outlets = numbered.filter_map(|(cell, is_outlet)| is_outlet.then_some(cell));
    outlets.collect()
}

/// The levels of water while they rise.
///
/// Cells have no rim around them that would have to be copied on and off: a step over the border leads nowhere or to the border on
/// the other side, and all of the border is settled from the start.
struct Flood<T: Elevation> {
    level: Vec<T>,
    /// Whose level is final. Cells without data count as settled, so nothing enters them.
    settled: Vec<bool>,
    /// From the number of a cell to those of its neighbours.
    offsets: [isize; 8],
    /// Settled cells whose neighbours have not been looked at.
    climbing: Vec<u32>,
    /// Settled cells that had a lower neighbour when they were looked at.
    looking_down: Vec<u32>,
    /// Cells of one hollow, raised, whose neighbours have not been looked at.
    drowning: Vec<u32>,
    /// Settled cells with lower neighbours, from which water may go down into a hollow; lowest first.
    spills: Spills<T>,
}

impl<T: Elevation> Flood<T> {
    fn rise(&mut self, outlets: &[u32]) {
        for &cell in outlets {
            self.settled[cell as usize] = true;
        }
        for &cell in outlets {
            self.climbing.push(cell);
            self.climb();
        }
        self.queue_spills();
        while let Some(spill) = self.spills.pop() {
            self.drown(spill);
            self.climb();
            self.queue_spills();
        }
    }

    /// Settles at their own height all cells that a path without descent reaches. Lower cells wait: another way may lead to
    /// them below this one.
    fn climb(&mut self) {
        while let Some(cell) = self.climbing.pop() {
            let level = self.level[cell as usize];
            let mut looks_down = false;
            for offset in self.offsets {
                let next = (cell as usize).wrapping_add_signed(offset);
                if self.settled.get(next) != Some(&false) {
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
        while let Some(cell) = self.looking_down.pop() {
            let mut around = self
                .offsets
                .iter()
                .map(|&offset| (cell as usize).wrapping_add_signed(offset));
            if around.any(|next| self.settled.get(next) == Some(&false)) {
                self.spills.push(self.level[cell as usize], cell);
            }
        }
    }

    /// Raises the hollow below `spill`, the lowest way into anything not settled yet.
    fn drown(&mut self, spill: u32) {
        let level = self.level[spill as usize];
        self.drowning.push(spill);
        while let Some(cell) = self.drowning.pop() {
            for offset in self.offsets {
                let next = (cell as usize).wrapping_add_signed(offset);
                if self.settled.get(next) != Some(&false) {
                    continue;
                }
                self.settled[next] = true;
                if self.level[next] < level {
                    self.level[next] = level;
                    self.drowning.push(next as u32);
                } else {
                    self.climbing.push(next as u32);
                }
            }
        }
    }
}
