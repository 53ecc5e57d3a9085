//! From which cell does water spill over next?

use std::{cmp::Reverse, collections::BinaryHeap};

use super::elevation::Elevation;

/// Bins of heights: enough that a bin's queue stays in the nearest cache.
const BINS: usize = 4_096;

/// A queue of cells, lowest first, of equally high ones the lowest number.
///
/// One queue of a million cells misses the cache on each of its twenty levels. So cells wait in bins of heights, from the lowest
/// to the highest of the DEM, and only the cells of one bin are sorted among each other: the same order for less.
pub(super) struct Spills<T: Elevation> {
    lowest_m: f64,
    bins_per_m: f64,
    bins: Vec<BinaryHeap<Reverse<T::Queued>>>,
    /// All bins before it are empty.
    first: usize,
}

impl<T: Elevation> Spills<T> {
    /// An empty queue for cells between two heights.
    pub(super) fn between(lowest: T, highest: T) -> Self {
        let (lowest_m, highest_m): (f64, f64) = (lowest.into(), highest.into());
        let range_m = highest_m - lowest_m;
        Self {
            lowest_m,
            bins_per_m: if range_m > 0.0 {
                BINS as f64 / range_m
            } else {
                0.0
            },
            bins: (0..BINS).map(|_| BinaryHeap::new()).collect(),
            first: BINS,
        }
    }

    /// Adds a cell of this height.
    pub(super) fn push(&mut self, level: T, cell: u32) {
        let above_m: f64 = level.into() - self.lowest_m;
        // no number (0 times infinity) counts as 0: all cells wait in one bin then
        let bin = ((above_m * self.bins_per_m) as usize).min(BINS - 1);
        self.first = self.first.min(bin);
        self.bins[bin].push(Reverse(level.queued(cell)));
    }

    /// Takes the lowest cell out.
    pub(super) fn pop(&mut self) -> Option<u32> {
        while let Some(bin) = self.bins.get_mut(self.first) {
            if let Some(Reverse(lowest)) = bin.pop() {
                return Some(T::cell(lowest));
            }
            self.first += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// One queue is the measure, whatever comes when.
        #[test]
        fn bins_keep_the_order(
            steps in prop::collection::vec(prop::option::weighted(0.7, (0..9_u8, 0.0..3.0_f32)), 0..200),
            far in any::<bool>(),
        ) {
            let height = |(kind, part): (u8, f32)| match kind {
                0 if far => f32::INFINITY,
                1 if far => f32::NEG_INFINITY,
                kind => f32::from(kind) * 100.0 + part.round(),
            };
            let heights = || steps.iter().flatten().map(|step| height(*step));
            let (low, high) = (heights().fold(f32::INFINITY, f32::min), heights().fold(f32::NEG_INFINITY, f32::max));
            let (mut spills, mut plain) = (Spills::between(low, high), BinaryHeap::new());
            for (cell, step) in (0..).zip(&steps) {
                if let Some(step) = step {
                    spills.push(height(*step), cell);
                    plain.push(Reverse(height(*step).queued(cell)));
                } else {
                    prop_assert_eq!(spills.pop(), plain.pop().map(|Reverse(lowest)| f32::cell(lowest)));
                }
            }
        }
    }
}
