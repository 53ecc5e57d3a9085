//! How do the pairs of one pixel's series rise and fall, without asking for memory again?

use super::{
    concordance::Concordance,
    order_statistic::Selector,
    pixel_stack::PixelStack,
    theil_sen::{Rank, SlopeInterval, interval_ranks, midpoint},
};

/// The series of one pixel at a time, in memory a thread uses again for the next.
#[derive(Default)]
pub(super) struct PixelSeries {
    /// Number of valid values, the first ones of both lists.
    n: usize,
    years: Vec<f64>,
    values: Vec<f64>,
    slopes: Vec<f64>,
    selector: Selector,
}

impl PixelSeries {
    /// Takes in the valid values of a pixel.
    pub(super) fn gather<T: Copy + Into<f64>>(&mut self, stack: &PixelStack<T>, pixel: usize) {
        self.years.resize(stack.years().len(), 0.0);
        self.values.resize(stack.years().len(), 0.0);
        let mut n = 0;
        for (position, year) in stack.years().iter().enumerate() {
            let (value, valid) = stack.stored(pixel, position);
            // written whether valid or not; only a valid one moves the pen on
            self.years[n] = *year;
            self.values[n] = value;
            n += usize::from(valid);
        }
        self.n = n;
    }

    /// The valid values.
    pub(super) fn values(&self) -> &[f64] {
        &self.values[..self.n]
    }

    /// Slopes and directions of all pairs in one pass.
    pub(super) fn compare_pairs(&mut self) -> Concordance {
        let n = self.n;
        self.slopes.resize(n * (n - 1) / 2, 0.0);
        let (mut rising, mut falling) = (0_u64, 0_u64);
        let mut rest = &mut self.slopes[..];
        for i in 0..n {
            let (row, after) = rest.split_at_mut(n - 1 - i);
            rest = after;
            let (year, value) = (self.years[i], self.values[i]);
            let later = self.years[i + 1..n].iter().zip(&self.values[i + 1..n]);
            for (slope, (later_year, later_value)) in row.iter_mut().zip(later) {
                *slope = (later_value - value) / (later_year - year);
                rising += u64::from(*later_value > value);
                falling += u64::from(*later_value < value);
            }
        }
        let (rising, falling) = (rising as usize, falling as usize);
        let tied = rising + falling < self.slopes.len();
        Concordance {
            n,
            rising,
            falling,
            tie_term: if tied { self.tie_term() } else { 0 },
        }
    }

    /// `Σ t(t−1)(2t+5)` by the equals of each value: for a few dozen years quicker than sorting.
    fn tie_term(&self) -> usize {
        let equals = |value: &f64| {
            self.values()
                .iter()
                .map(|other| u64::from(other == value))
                .sum::<u64>()
        };
        let terms = self
            .values()
            .iter()
            .map(equals)
            .map(|t| (t - 1) * (2 * t + 5));
        terms.sum::<u64>() as usize
    }

    pub(super) fn median_slope(&mut self) -> f64 {
        let (below, above) = ((self.slopes.len() - 1) / 2, self.slopes.len() / 2);
        let (below, above) = self.selector.pair(&self.slopes, below, above);
        midpoint(below, above)
    }

    pub(super) fn interval(&mut self, variance: f64) -> Option<SlopeInterval> {
        let (low, high) = interval_ranks(self.slopes.len(), variance)?;
        let mut at = |rank: Rank| {
            let (below, above) = self.selector.pair(&self.slopes, rank.below, rank.above);
            rank.between(below, above)
        };
        Some(SlopeInterval {
            low_per_year: at(low),
            high_per_year: at(high),
        })
    }
}
