//! Which value has exactly k of the others below it, without sorting them all?

/// Rounds of narrowing before what is left is simply sorted out.
const ROUNDS: usize = 6;
/// A bracket with so few values needs no further narrowing.
const FEW: usize = 24;
/// Size of the first sample.
const SAMPLE: usize = 9;
/// Shorter lists are selected from directly.
const SHORT: usize = 64;

/// Finds order statistics of many lists, one after the other, in memory it keeps.
///
/// Two pivots close in on the wanted rank: a pass that only counts runs without branches, several values at a time, where a
/// textbook quickselect guesses wrong on every second value. What remains between the pivots is few and selected as usual, so
/// the result is an element of the list, the same as after sorting it.
#[derive(Debug, Default)]
pub(super) struct Selector {
    between: Vec<f64>,
}

/// Values `low..=high` hold the wanted ranks; `below` values are smaller than `low`, `up_to` are not greater than `high`.
#[derive(Clone, Copy)]
struct Bracket {
    low: f64,
    high: f64,
    below: usize,
    up_to: usize,
}

impl Selector {
    /// The values of ranks `k` and `upper` (`k` or `k + 1`), counted from 0, in a list of finite values.
    pub(super) fn pair(&mut self, list: &[f64], k: usize, upper: usize) -> (f64, f64) {
        let bracket = if list.len() < SHORT {
            Bracket::whole(list.len())
        } else {
            narrow(list, k, upper)
        };
        let between = self.collect(list, bracket);
        let (_, lower, rest) = between.select_nth_unstable_by(k - bracket.below, f64::total_cmp);
        let lower = *lower;
        if upper == k {
            return (lower, lower);
        }
        let next = rest.iter().copied().fold(f64::INFINITY, f64::min);
        (lower, next)
    }

    /// Copies the values inside the bracket: every value is written, only those inside move the pen on.
    fn collect(&mut self, list: &[f64], bracket: Bracket) -> &mut [f64] {
        if self.between.len() <= list.len() {
            self.between.resize(list.len() + 1, 0.0);
        }
        let between = &mut self.between[..=list.len()];
        let mut count = 0;
        for value in list {
            between[count] = *value;
            count += usize::from(*value >= bracket.low) & usize::from(*value <= bracket.high);
        }
        &mut between[..count]
    }
}

impl Bracket {
    fn whole(len: usize) -> Self {
        Self {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            below: 0,
            up_to: len,
        }
    }

    /// Takes in that `less` values are smaller than `pivot`.
    fn learn(&mut self, pivot: f64, less: usize, k: usize, upper: usize) {
        if less <= k && less >= self.below && pivot > self.low {
            (self.low, self.below) = (pivot, less);
        } else if less > upper && less <= self.up_to && pivot < self.high {
            (self.high, self.up_to) = (pivot, less);
        }
    }

    /// Two pivots around the place where the rank should be if values lay evenly between the limits.
    fn guess(&self, k: usize) -> (f64, f64) {
        let inside = (self.up_to - self.below) as f64;
        let per_rank = (self.high - self.low) / inside;
        let middle = self.low + (k as f64 + 1.0 - self.below as f64) * per_rank;
        let half = per_rank * (FEW as f64 / 3.0);
        (middle - half, middle + half)
    }
}

/// Closes in on the ranks by counting.
fn narrow(list: &[f64], k: usize, upper: usize) -> Bracket {
    let mut bracket = Bracket::whole(list.len());
    let (mut low, mut high) = first_pivots(list, k);
    for _ in 0..ROUNDS {
        let (below_low, below_high) = count_less(list, low, high);
        bracket.learn(low, below_low, k, upper);
        bracket.learn(high, below_high, k, upper);
        if bracket.up_to - bracket.below <= FEW {
            break;
        }
        let apart = high - low;
        (low, high) = match (bracket.low.is_finite(), bracket.high.is_finite()) {
            (true, true) => bracket.guess(k),
            // the sample lay to one side of the rank
            (false, _) => (low - apart, low),
            (true, false) => (high, high + apart),
        };
    }
    bracket
}

/// Two values of a small sample around the wanted share.
fn first_pivots(list: &[f64], k: usize) -> (f64, f64) {
    let step = list.len() / SAMPLE;
    let mut sample = [0.0; SAMPLE];
    for (i, value) in sample.iter_mut().enumerate() {
        *value = list[step / 2 + i * step];
    }
    sample.sort_unstable_by(f64::total_cmp);
    let place = k * SAMPLE / list.len();
    (
        sample[place.saturating_sub(2)],
        sample[(place + 2).min(SAMPLE - 1)],
    )
}

/// How many values are smaller than each of two pivots.
fn count_less(list: &[f64], low: f64, high: f64) -> (usize, usize) {
    let (mut below_low, mut below_high) = (0_u64, 0_u64);
    for value in list {
        below_low += u64::from(*value < low);
        below_high += u64::from(*value < high);
    }
    (below_low as usize, below_high as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_after_sorting(values in prop::collection::vec(prop_oneof![-1e3..1e3_f64, -1e-3..1e-3_f64, Just(0.0), Just(7.0)], 1..700), share in 0.0..1.0_f64) {
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let k = (share * (values.len() - 1) as f64) as usize;
            let upper = (k + 1).min(values.len() - 1);
            let mut selector = Selector::default();
            prop_assert_eq!(selector.pair(&values, k, upper), (sorted[k], sorted[upper]));
            prop_assert_eq!(selector.pair(&values, k, k), (sorted[k], sorted[k]));
        }

        #[test]
        fn few_distinct_values(values in prop::collection::vec(0_u8..4, 64..400)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let k = (values.len() - 1) / 2;
            prop_assert_eq!(Selector::default().pair(&values, k, k + 1), (sorted[k], sorted[k + 1]));
        }
    }
}
