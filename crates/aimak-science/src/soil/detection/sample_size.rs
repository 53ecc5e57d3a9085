//! How many plots does it take?

use aimak_core::{Reason, Withheld};

use super::{design::Design, rule::Detection};
use crate::methods::range::in_range;

/// Nobody samples more than this; a difference that needs more is too small.
const MOST: usize = 1_000_000;

/// What is to be counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Layout {
    /// Sites visited twice.
    Paired,
    /// Sites in each of two groups.
    Independent,
    /// Clusters visited twice.
    PairedClusters {
        /// Sites in each.
        sites_each: usize,
        /// Correlation of differences within a cluster.
        within: f64,
    },
    /// Clusters in each of two groups.
    IndependentClusters {
        /// Sites in each.
        sites_each: usize,
        /// Correlation within a cluster.
        within: f64,
    },
}

impl Layout {
    /// The design of so many.
    const fn of(self, n: usize) -> Design {
        match self {
            Self::Paired => Design::Paired { sites: n },
            Self::Independent => Design::Independent {
                before: n,
                after: n,
            },
            Self::PairedClusters { sites_each, within } => Design::PairedClusters {
                clusters: n,
                sites_each,
                within,
            },
            Self::IndependentClusters { sites_each, within } => Design::IndependentClusters {
                before: n,
                after: n,
                sites_each,
                within,
            },
        }
    }
}

/// The fewest sites or clusters (in each group, where there are two) that show a difference.
///
/// # Formula
/// The smallest n from 2 on with `MDD(n) ≤ target`.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` for a target that is not positive or needs more than a million.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::{Detection, Layout, fewest};
/// let sites = |target| fewest(Layout::Paired, 6.0, target, Detection::default()).unwrap();
/// assert_eq!((sites(3.0), sites(2.0)), (34, 73));
/// ```
///
/// # Reference
/// METHODS A.9.
pub fn fewest(
    layout: Layout,
    sd: f64,
    target_difference: f64,
    detection: Detection,
) -> Result<usize, Withheld> {
    in_range(
        "target_difference",
        target_difference,
        f64::MIN_POSITIVE,
        f64::MAX,
    )?;
    let shows = |n| -> Result<bool, Withheld> {
        Ok(layout.of(n).smallest_difference(sd, detection)? <= target_difference)
    };
    // the difference falls with n: double until it is small enough, then halve the bracket
    let (mut too_few, mut enough) = (1, 2);
    while !shows(enough)? {
        (too_few, enough) = (enough, 2 * enough);
        if enough > MOST {
            return Err(Withheld::because(Reason::OutOfRange));
        }
    }
    while enough - too_few > 1 {
        let middle = usize::midpoint(too_few, enough);
        if shows(middle)? {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    Ok(enough)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::rule::DetectionRule, *};

    #[test]
    fn two_are_the_fewest_and_a_million_the_most() {
        let sites = |sd, target| fewest(Layout::Independent, sd, target, Detection::default());
        assert_eq!(sites(0.0, 1.0), Ok(2));
        assert_eq!(sites(1e6, 1e-3).unwrap_err().reason, Reason::OutOfRange);
        assert!(sites(1.0, 0.0).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn one_fewer_would_not_do(sd in 1.0..20.0_f64, target in 0.5..10.0_f64, m in 1..8_usize, within in 0.0..1.0_f64, exact in any::<bool>()) {
            let rule = if exact { DetectionRule::Exact } else { DetectionRule::Quantiles };
            let detection = Detection { rule };
            for layout in [
                Layout::Paired, Layout::Independent,
                Layout::PairedClusters { sites_each: m, within }, Layout::IndependentClusters { sites_each: m, within },
            ] {
                let n = fewest(layout, sd, target, detection).unwrap();
                let mdd = |n| layout.of(n).smallest_difference(sd, detection).unwrap();
                prop_assert!(mdd(n) <= target);
                prop_assert!(n == 2 || mdd(n - 1) > target);
            }
        }
    }
}
