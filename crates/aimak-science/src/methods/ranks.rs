//! Who stands before whom, and how sure is that?

use std::cmp::Ordering;

use super::interval::{LEVEL, StandardError, t_quantile};

/// Where one value stands among others; rank 1 is the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The rank of the value as it was found; values alike share the better one.
    pub found: usize,
    /// The best rank that the others leave open.
    pub from: usize,
    /// The worst.
    pub to: usize,
    /// The tier, from 1: nobody in it can be told from anybody else in it.
    pub tier: usize,
}

/// Ranks of independent values with their 95 % confidence sets, and tiers, in the order of the values.
///
/// # Formula
/// `d = xⱼ − xₖ`, standard error and degrees of freedom after Welch–Satterthwaite. k stands before j where `d < −t(1 − α/(2m), df)·SE`, behind j
/// where `d > t·SE`. The set of j is `[1 + #{k before j}, n − #{k behind j}]` with m = n − 1, the comparisons of j: it holds the true
/// rank of j with a chance of at least 95 % (Bonferroni). Tiers ask all pairs at once, m = n(n − 1)/2: from the highest value down, a new tier begins
/// with the first that stands behind anybody of the present one, so that with 95 % no two tiers are split by chance alone.
///
/// # Range and edge cases
/// Independent values only: areas whose plots were drawn apart. Simulating ranks from the estimates instead, as is often done, does not hold what it
/// promises where true values are near each other. Without any spread a difference of any size tells.
///
/// # Example
/// ```
/// use aimak_science::methods::{interval::StandardError, ranks::ranks};
/// let sharp = StandardError { se: 0.1, df: 1e6 };
/// let blunt = StandardError { se: 3.0, df: 1e6 };
/// // three comparisons of each: t(1 − .05/6) = 2.394; the blunt one is told from nobody
/// let found = ranks(&[(5.0, sharp), (4.0, sharp), (1.0, sharp), (3.0, blunt)]);
/// assert_eq!((found[0].found, found[0].from, found[0].to), (1, 1, 2));
/// assert_eq!((found[2].found, found[2].from, found[2].to), (4, 3, 4));
/// assert_eq!((found[3].from, found[3].to), (1, 4));
/// assert_eq!([found[0].tier, found[1].tier, found[3].tier, found[2].tier], [1, 2, 2, 3]);
/// ```
///
/// # Reference
/// Mogstad, Romano, Shaikh & Wilhelm (2024), Rev. Econ. Stud. 91:476–518 (confidence sets of ranks by differences, and why draws of ranks fail);
/// Goldstein & Healy (1995), J. R. Stat. Soc. A 158:175–177.
pub fn ranks(values: &[(f64, StandardError)]) -> Vec<Rank> {
    let n = values.len();
    let tiers = tiers(values);
    let own = n.saturating_sub(1);
    let place = |j: usize| {
        let stands = |wanted: Ordering| {
            let others = (0..n).filter(|&k| k != j);
            others
                .filter(|&k| told_apart(values[j], values[k], own) == wanted)
                .count()
        };
        let better = values.iter().filter(|other| other.0 > values[j].0).count();
        Rank {
            found: 1 + better,
            from: 1 + stands(Ordering::Less),
            to: n - stands(Ordering::Greater),
            tier: tiers[j],
        }
    };
    (0..n).map(place).collect()
}

/// Whether one value stands behind (`Less`) or before (`Greater`) another, of so many comparisons; `Equal` where that cannot be told.
fn told_apart(
    (one, error): (f64, StandardError),
    (other, other_error): (f64, StandardError),
    comparisons: usize,
) -> Ordering {
    let (difference, error) = (one - other, error.and(other_error));
    let tail = (1.0 - LEVEL) / (2.0 * comparisons.max(1) as f64);
    // by the lower tail, which keeps its digits
    let least = -t_quantile(tail, error.df) * error.se;
    if difference < -least {
        Ordering::Less
    } else if difference > least {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// The tier of each value.
fn tiers(values: &[(f64, StandardError)]) -> Vec<usize> {
    let n = values.len();
    let pairs = n * n.saturating_sub(1) / 2;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| values[b].0.total_cmp(&values[a].0).then(a.cmp(&b)));
    let mut tiers = vec![1; n];
    let (mut tier, mut members): (usize, Vec<usize>) = (1, Vec::new());
    for place in order {
        let behind =
            |&member: &usize| told_apart(values[place], values[member], pairs) == Ordering::Less;
        if members.iter().any(behind) {
            tier += 1;
            members.clear();
        }
        tiers[place] = tier;
        members.push(place);
    }
    tiers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> impl Strategy<Value = Vec<(f64, StandardError)>> {
        let value = (-9.0..9.0_f64, 0.01..3.0_f64, 2.0..40.0_f64);
        prop::collection::vec(value, 1..12).prop_map(|values| {
            let with_error = |(value, se, df)| (value, StandardError { se, df });
            values.into_iter().map(with_error).collect()
        })
    }

    proptest! {
        #[test]
        fn a_rank_lies_in_its_set_and_tiers_fall_with_the_values(values in values()) {
            let found = ranks(&values);
            for (one, rank) in values.iter().zip(&found) {
                prop_assert!(1 <= rank.from && rank.from <= rank.found && rank.found <= rank.to && rank.to <= values.len());
                for (other, others) in values.iter().zip(&found) {
                    prop_assert!(one.0 <= other.0 || rank.tier <= others.tier);
                }
            }
        }

        #[test]
        fn turned_upside_down_the_sets_are_turned(values in values()) {
            let turned: Vec<_> = values.iter().map(|(value, error)| (-value, *error)).collect();
            let n = values.len();
            for (one, other) in ranks(&values).iter().zip(ranks(&turned)) {
                prop_assert_eq!((one.from, one.to), (n + 1 - other.to, n + 1 - other.from));
            }
        }
    }

    #[test]
    fn alike_are_one_tier_and_each_may_be_anywhere() {
        let error = StandardError { se: 1.0, df: 9.0 };
        for rank in ranks(&[(2.0, error); 5]) {
            assert_eq!((rank.found, rank.from, rank.to, rank.tier), (1, 1, 5, 1));
        }
        assert_eq!(ranks(&[]), []);
    }

    /// Of 1,000 samples of ten areas whose true values are a little apart, at most one in twenty may have a rank outside its set.
    #[test]
    fn sets_hold_the_true_ranks() {
        use rand::{RngExt as _, SeedableRng as _};
        let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(20_261_130);
        // the sum of twelve uniforms less six is near enough to normal
        let mut normal = || (0..12).map(|_| random.random::<f64>()).sum::<f64>() - 6.0;
        let error = StandardError { se: 1.0, df: 1e6 };
        let truth: Vec<f64> = (0..10).map(|place| -0.4 * f64::from(place)).collect();
        let missed = |values: Vec<(f64, StandardError)>| {
            let ranks = ranks(&values);
            let fifth = ranks[4];
            usize::from(!(fifth.from..=fifth.to).contains(&5))
        };
        let outside: usize = (0..1_000)
            .map(|_| missed(truth.iter().map(|mean| (mean + normal(), error)).collect()))
            .sum();
        assert!(outside <= 50, "{outside} of 1,000");
    }
}
