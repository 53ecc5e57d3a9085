//! How likely is S when every order of the same values is equally likely?

/// Exact distribution of S without a trend, given which values are tied.
///
/// # Formula
/// S = (untied pairs) − 2·(inversions). Inversions of n distinct values follow the Mahonian numbers, built up value by value;
/// with ties, groups are shuffled in one after the other, each by a Gaussian binomial. Shares, not counts, are kept: all terms
/// are positive, so nothing cancels and the tails keep their relative precision for any n.
///
/// # Range and edge cases
/// The work grows as n³; meant for up to some hundred values. A constant series has only S = 0, with chance 1.
///
/// # Example
/// ```
/// use aimak_science::trend::exact_null::ExactNull;
/// let ten = ExactNull::without_ties(10);
/// assert!((ten.two_sided_p(23) - 0.046623).abs() < 5e-7 && (ten.two_sided_p(-25) - 0.028609).abs() < 5e-7);
/// assert_eq!(ExactNull::without_ties(20).critical_two_sided(0.05), Some(62));
/// assert_eq!(ExactNull::without_ties(4).critical_two_sided(0.05), None);
/// ```
///
/// # Reference
/// METHODS D.4 and P.2; Kendall (1975), Rank Correlation Methods; `MacMahon` (1916), Combinatory Analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct ExactNull {
    /// `lower_tail[k]` is the chance of at most k inversions.
    lower_tail: Vec<f64>,
}

impl ExactNull {
    /// The distribution for `n` distinct values.
    pub fn without_ties(n: usize) -> Self {
        let mut share = vec![1.0];
        for m in 2..=n {
            share = insert_one(&share, m);
        }
        Self::of_shares(&share)
    }

    /// The distribution for groups of equal values; the sizes may come in any order.
    ///
    /// ```
    /// use aimak_science::trend::exact_null::ExactNull;
    /// // orders of 1,2,2: S is 2, 0 or −2, each in one of three
    /// let null = ExactNull::with_ties(&[1, 2]);
    /// assert!((null.two_sided_p(2) - 2.0 / 3.0).abs() < 1e-15 && null.two_sided_p(0) == 1.0);
    /// ```
    pub fn with_ties(sizes: &[usize]) -> Self {
        let mut share = vec![1.0];
        let mut placed = 0;
        for size in sizes {
            share = convolve(&share, &inversions_between(placed, *size));
            placed += size;
        }
        Self::of_shares(&share)
    }

    fn of_shares(share: &[f64]) -> Self {
        let running = |sum: &mut f64, share: &f64| {
            *sum += share;
            Some(*sum)
        };
        Self {
            lower_tail: share.iter().scan(0.0, running).collect(),
        }
    }

    /// The greatest S there can be: every untied pair rises.
    pub fn greatest_s(&self) -> i64 {
        self.lower_tail.len() as i64 - 1
    }

    /// Chance of an S of at least `s`.
    pub fn upper_tail(&self, s: i64) -> f64 {
        let most_inversions = (self.greatest_s() - s).div_euclid(2);
        let last = self.lower_tail.len() - 1;
        match usize::try_from(most_inversions) {
            Ok(k) if k < last => self.lower_tail[k],
            Ok(_) => 1.0,
            Err(_) => 0.0,
        }
    }

    /// Twice the chance of an S at least as great as |s|, at most 1; the distribution is symmetric.
    pub fn two_sided_p(&self, s: i64) -> f64 {
        (2.0 * self.upper_tail(s.abs())).min(1.0)
    }

    /// The smallest S whose upper tail is at most `level`; `None` where even the greatest is too likely.
    pub fn critical_one_sided(&self, level: f64) -> Option<i64> {
        let rare = self.lower_tail.iter().take_while(|tail| **tail <= level);
        let most_inversions = rare.count().checked_sub(1)?;
        Some(self.greatest_s() - 2 * most_inversions as i64)
    }

    /// The smallest |S| whose two-sided p is at most `level`.
    pub fn critical_two_sided(&self, level: f64) -> Option<i64> {
        self.critical_one_sided(level / 2.0)
    }
}

/// Inversions once one more distinct value, the m-th, is put at any of its m places.
fn insert_one(share: &[f64], m: usize) -> Vec<f64> {
    let mut next = vec![0.0; share.len() + m - 1];
    for (i, share) in share.iter().enumerate() {
        for cell in &mut next[i..i + m] {
            *cell += share / m as f64;
        }
    }
    next
}

/// Inversions between `placed` values and a group of `size` equal ones shuffled among them.
///
/// The last place holds one of the group (no inversion) with chance j/(m+j), else one of the others (an inversion with each of
/// the j).
fn inversions_between(placed: usize, size: usize) -> Vec<f64> {
    // row[m]: shares for m others and the current number j of group members
    let mut row: Vec<Vec<f64>> = vec![vec![1.0]; placed + 1];
    for j in 1..=size {
        let mut next: Vec<Vec<f64>> = vec![vec![1.0]];
        for m in 1..=placed {
            let total = (m + j) as f64;
            let mut share = vec![0.0; m * j + 1];
            for (k, part) in row[m].iter().enumerate() {
                share[k] += part * j as f64 / total;
            }
            for (k, part) in next[m - 1].iter().enumerate() {
                share[k + j] += part * m as f64 / total;
            }
            next.push(share);
        }
        row = next;
    }
    row.swap_remove(placed)
}

fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len() + b.len() - 1];
    for (i, a) in a.iter().enumerate() {
        for (cell, b) in sum[i..].iter_mut().zip(b) {
            *cell += a * b;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn critical_values_of_the_specification() {
        // METHODS D.4, two-sided 5 %
        for (n, critical) in [
            (5, 10),
            (6, 13),
            (8, 18),
            (10, 23),
            (15, 41),
            (16, 46),
            (20, 62),
        ] {
            assert_eq!(
                ExactNull::without_ties(n).critical_two_sided(0.05),
                Some(critical),
                "n = {n}"
            );
        }
        let fifteen = ExactNull::without_ties(15);
        assert!((fifteen.two_sided_p(41) - 0.046_292).abs() < 5e-7);
        assert!((fifteen.two_sided_p(43) - 0.035_897).abs() < 5e-7);
    }

    #[test]
    fn four_values_by_hand() {
        // 24 orders with 1, 3, 5, 6, 5, 3, 1 of 0 to 6 inversions
        let four = ExactNull::without_ties(4);
        for (s, orders) in [
            (6, 1.0),
            (4, 4.0),
            (2, 9.0),
            (0, 15.0),
            (-2, 20.0),
            (-6, 24.0),
            (8, 0.0),
        ] {
            assert!((four.upper_tail(s) - orders / 24.0).abs() < 1e-15, "{s}");
        }
    }

    proptest! {
        #[test]
        fn ties_of_one_are_no_ties(n in 1usize..25, s in 0_i64..300) {
            let (plain, tied) = (ExactNull::without_ties(n), ExactNull::with_ties(&vec![1; n]));
            prop_assert_eq!(plain.greatest_s(), tied.greatest_s());
            prop_assert!((plain.upper_tail(s) - tied.upper_tail(s)).abs() < 1e-12);
        }

        #[test]
        fn tails_fall_and_the_order_of_groups_is_irrelevant(sizes in prop::collection::vec(1usize..5, 1..7), s in -40_i64..40) {
            let null = ExactNull::with_ties(&sizes);
            let reversed: Vec<usize> = sizes.iter().rev().copied().collect();
            prop_assert!(null.upper_tail(s) >= null.upper_tail(s + 1));
            prop_assert!((null.upper_tail(s) - ExactNull::with_ties(&reversed).upper_tail(s)).abs() < 1e-12);
        }
    }
}
