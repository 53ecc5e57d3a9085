//! What is found for cells side by side together?
//!
//! A loop over a fixed number of neighbours in a row becomes vector instructions; a cell that first asks on which side the raster
//! ends does not.

use rayon::prelude::*;

use super::{
    elevation::Elevation,
    neighbours::{Lattice, STEPS},
    relief::{Ground, Relief},
};

/// Cells of a run: their bytes fill one vector register.
pub(super) const RUN: usize = 16;

/// What draws water down from the cells of a run, m: by direction, then by cell.
pub(super) type Drops = [[f64; RUN]; 8];

impl Lattice {
    /// What is added to the number of a cell to get that of its neighbour, by direction.
    pub(super) fn offsets(self) -> [isize; 8] {
        STEPS.map(|(row, col)| row * self.cols as isize + col)
    }

    /// As [`Self::map`], but `run` finds the values of a whole run, told its first cell, where all neighbours of its cells lie on
    /// the raster.
    pub(super) fn map_runs<V: Copy + Default + Send>(
        self,
        run: impl Fn(usize) -> [V; RUN] + Sync,
        value: impl Fn(usize) -> V + Sync,
    ) -> Vec<V> {
        let mut values = vec![V::default(); self.cells()];
        let lines = values.par_chunks_mut(self.cols.max(1)).enumerate();
        lines.for_each(|(row, line)| {
            let start = row * self.cols;
            let inside = row > 0 && row + 1 < self.rows;
            let mut col = 0;
            while col < self.cols {
                if inside && col > 0 && col + RUN < self.cols {
                    line[col..col + RUN].copy_from_slice(&run(start + col));
                    col += RUN;
                } else {
                    line[col] = value(start + col);
                    col += 1;
                }
            }
        });
        values
    }

    /// True where all cells of a run and all their neighbours hold what `holds` asks for. The run lies inside the raster.
    pub(super) fn all_around_run<V>(
        self,
        values: &[V],
        first: usize,
        holds: impl Fn(&V) -> bool,
    ) -> bool {
        [first - self.cols, first, first + self.cols]
            .into_iter()
            .all(|middle| {
                let row = &values[middle - 1..=middle + RUN];
                // no stop at the first: a loop of known length is one of vectors
                row.iter().fold(true, |all, value| all & holds(value))
            })
    }
}

impl<T: Elevation> Relief<T> {
    /// One value per cell: what `run` makes of [`Self::drops`] where all cells of a run and their neighbours have heights; what
    /// `value` says for all others.
    pub(super) fn map_drops<V: Copy + Default + Send>(
        &self,
        run: impl Fn(&Drops) -> [V; RUN] + Sync,
        value: impl Fn(usize) -> V + Sync,
    ) -> Vec<V> {
        let of_run = |first: usize| {
            let Some(mut drops) = self.run_drops(first) else {
                return std::array::from_fn(|place| value(first + place));
            };
            for place in (0..RUN).filter(|place| self.ground(first + place) != Ground::Slope) {
                let own = self.drops(first + place);
                for (drops, own) in drops.iter_mut().zip(own) {
                    drops[place] = own;
                }
            }
            run(&drops)
        };
        self.lattice().map_runs(of_run, &value)
    }

    /// As [`Self::map_drops`] for cells on slopes, and what `value` says for those on other ground.
    pub(super) fn map_slopes<V: Copy + Default + Send>(
        &self,
        run: impl Fn(&Drops) -> [V; RUN] + Sync,
        value: impl Fn(usize) -> V + Sync,
    ) -> Vec<V> {
        let of_run = |first: usize| {
            let Some(drops) = self.run_drops(first) else {
                return std::array::from_fn(|place| value(first + place));
            };
            let mut values = run(&drops);
            for place in (0..RUN).filter(|place| self.ground(first + place) != Ground::Slope) {
                values[place] = value(first + place);
            }
            values
        };
        self.lattice().map_runs(of_run, &value)
    }

    /// How far cells of a run inside the raster lie above their neighbours, on whatever ground; `None` where one of its cells or their neighbours has no
    /// height.
    #[inline]
    fn run_drops(&self, first: usize) -> Option<Drops> {
        let lattice = self.lattice();
        if !lattice.all_around_run(self.grounds(), first, |ground| *ground != Ground::Missing) {
            return None;
        }
        let heights = self.heights();
        let here = &heights[first..first + RUN];
        let mut drops = [[0.0; RUN]; 8];
        for (drops, offset) in drops.iter_mut().zip(lattice.offsets()) {
            let start = first.wrapping_add_signed(offset);
            let there = &heights[start..start + RUN];
            for ((drop, here), there) in drops.iter_mut().zip(here).zip(there) {
                let (here, there): (f64, f64) = ((*here).into(), (*there).into());
                let fall = here - there;
                *drop = if fall > 0.0 { fall } else { 0.0 };
            }
        }
        Some(drops)
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Raster;
    use proptest::prelude::*;

    use super::*;
    use crate::terrain::{CellSize, fill};

    proptest! {
        /// One cell at a time is the measure.
        #[test]
        fn runs_are_as_cells(
            (rows, cols) in (1..6_usize, 1..45_usize),
            heights in prop::collection::vec((0_i16..6, prop::bool::weighted(0.99)), 6 * 45),
        ) {
            let lattice = Lattice::of((rows, cols));
            prop_assert_eq!(lattice.map_runs(|first| std::array::from_fn(|place| first + place), |cell| cell), lattice.map(|cell| cell));
            let dem: Raster<i16> = lattice.raster(|cell| heights[cell].1.then(|| heights[cell].0));
            let mut sinks = lattice.array(vec![false; lattice.cells()]);
            sinks[(rows / 2, cols / 2)] = true;
            let relief = Relief::of(fill(&dem, Some(sinks.view())), CellSize { dx: 30.0, dy: 20.0 }, Some(sinks.view()));
            let transposed = |drops: &Drops| std::array::from_fn(|place| std::array::from_fn(|direction| drops[direction][place]));
            let by_cell: Vec<[f64; 8]> = lattice.map(|cell| relief.drops(cell));
            prop_assert_eq!(&relief.map_slopes(transposed, |cell| relief.drops(cell)), &by_cell);
            prop_assert_eq!(&relief.map_drops(transposed, |cell| relief.drops(cell)), &by_cell);
        }
    }
}
