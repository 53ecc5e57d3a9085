//! How sure is a mean or a difference by this design?

use aimak_core::{Message, Reason, Withheld};

use super::rule::Detection;
use crate::methods::{interval::StandardError, range::in_range};

/// Which plots are measured before and after.
///
/// # Formula
/// | design | standard error | degrees of freedom |
/// |---|---|---|
/// | paired | `s_d/√n` | `n − 1` |
/// | independent | `s·√(1/n₁ + 1/n₂)` | `n₁ + n₂ − 2` |
/// | paired in clusters | `s_d·√((1 + (m−1)·ρ)/(k·m))` | `k − 1` |
/// | independent in clusters | `s·√((1 + (m−1)·ρ)·(1/(k₁·m) + 1/(k₂·m)))` | `k₁ + k₂ − 2` |
///
/// with n sites, k clusters of m sites and ρ the correlation within a cluster. A cluster is a village or an aimak that goes over to
/// organic farming as a whole; then it is the unit, however many pits are dug in it.
///
/// # Range and edge cases
/// Two sites or clusters at least on each side (`TOO_FEW_PLOTS`, `TOO_FEW_CLUSTERS`); ρ 0–1.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::{Design, Detection};
/// let mdd = |design: Design, sd| design.smallest_difference(sd, Detection::default()).unwrap();
/// assert!((mdd(Design::Paired { sites: 20 }, 6.0) - 3.963_173).abs() < 5e-7);
/// assert!((mdd(Design::Independent { before: 20, after: 20 }, 12.0) - 10.912_047).abs() < 5e-7);
/// // five sites in each of four villages that vary as one: hardly more than four sites
/// let clusters = Design::PairedClusters { clusters: 4, sites_each: 5, within: 0.6 };
/// assert!(mdd(clusters, 6.0) > 2.0 * mdd(Design::Paired { sites: 20 }, 6.0));
/// ```
///
/// # Reference
/// METHODS A.9; for clusters F.4 (design effect `1 + (m−1)·ρ`) and H, the aimak as unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Design {
    /// The same sites twice.
    Paired {
        /// Sites.
        sites: usize,
    },
    /// Other sites after than before.
    Independent {
        /// Sites before.
        before: usize,
        /// Sites after.
        after: usize,
    },
    /// The same sites twice, in clusters.
    PairedClusters {
        /// Clusters.
        clusters: usize,
        /// Sites in each.
        sites_each: usize,
        /// Correlation of differences within a cluster.
        within: f64,
    },
    /// Two groups of clusters.
    IndependentClusters {
        /// Clusters in the first group.
        before: usize,
        /// Clusters in the second.
        after: usize,
        /// Sites in each cluster.
        sites_each: usize,
        /// Correlation within a cluster.
        within: f64,
    },
}

impl Design {
    /// The standard error of the mean difference.
    ///
    /// `sd` is the standard deviation of differences for paired designs, of sites for the others.
    pub fn error(&self, sd: f64) -> Result<StandardError, Withheld> {
        in_range("sd", sd, 0.0, f64::MAX)?;
        let sites = |n| enough(n, Reason::TooFewPlots, "detail-plots");
        let clusters = |k| enough(k, Reason::TooFewClusters, "detail-clusters");
        let (per_site, df) = match *self {
            Self::Paired { sites: n } => {
                let n = sites(n)?;
                (1.0 / n, n - 1.0)
            }
            Self::Independent { before, after } => {
                let (before, after) = (sites(before)?, sites(after)?);
                (1.0 / before + 1.0 / after, before + after - 2.0)
            }
            Self::PairedClusters {
                clusters: k,
                sites_each,
                within,
            } => {
                let k = clusters(k)?;
                (design_effect(sites_each, within)? / k, k - 1.0)
            }
            Self::IndependentClusters {
                before,
                after,
                sites_each,
                within,
            } => {
                let (before, after) = (clusters(before)?, clusters(after)?);
                let effect = design_effect(sites_each, within)?;
                (effect * (1.0 / before + 1.0 / after), before + after - 2.0)
            }
        };
        Ok(StandardError {
            se: sd * per_site.sqrt(),
            df,
        })
    }

    /// The smallest difference the design would show.
    pub fn smallest_difference(&self, sd: f64, detection: Detection) -> Result<f64, Withheld> {
        Ok(detection.smallest(self.error(sd)?))
    }
}

/// At least two of them.
fn enough(n: usize, reason: Reason, detail: &str) -> Result<f64, Withheld> {
    if n >= 2 {
        return Ok(n as f64);
    }
    let detail = Message::new(detail).with("n", n).with("needed", 2usize);
    Err(Withheld::because(reason).with(detail))
}

/// Variance of a cluster's mean in variances of a site: `(1 + (m−1)·ρ)/m`.
fn design_effect(sites_each: usize, within: f64) -> Result<f64, Withheld> {
    in_range("within", within, 0.0, 1.0)?;
    in_range("sites_each", sites_each as f64, 1.0, 1e9)?;
    let m = sites_each as f64;
    Ok((1.0 + (m - 1.0) * within) / m)
}

/// Standard deviation of differences between two visits of a site.
///
/// # Formula
/// `√(s₁² + s₂² − 2·r·s₁·s₂)`: what visiting the same sites again is worth.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` for a negative standard deviation or r outside −1–1.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::sd_of_differences;
/// assert!((sd_of_differences(12.0, 12.0, 0.875).unwrap() - 6.0).abs() < 1e-9);
/// ```
pub fn sd_of_differences(sd_before: f64, sd_after: f64, correlation: f64) -> Result<f64, Withheld> {
    in_range("sd_before", sd_before, 0.0, f64::MAX)?;
    in_range("sd_after", sd_after, 0.0, f64::MAX)?;
    in_range("correlation", correlation, -1.0, 1.0)?;
    let square = sd_before.powi(2) + sd_after.powi(2) - 2.0 * correlation * sd_before * sd_after;
    Ok(square.max(0.0).sqrt())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_site_or_cluster_shows_nothing() {
        let reason = |design: Design| design.error(6.0).unwrap_err().reason;
        assert_eq!(reason(Design::Paired { sites: 1 }), Reason::TooFewPlots);
        assert_eq!(
            reason(Design::Independent {
                before: 20,
                after: 1
            }),
            Reason::TooFewPlots
        );
        let alone = Design::PairedClusters {
            clusters: 1,
            sites_each: 50,
            within: 0.1,
        };
        assert_eq!(reason(alone), Reason::TooFewClusters);
        let impossible = Design::PairedClusters {
            clusters: 4,
            sites_each: 5,
            within: 1.5,
        };
        assert_eq!(reason(impossible), Reason::OutOfRange);
        assert!(Design::Paired { sites: 5 }.error(f64::NAN).is_err());
    }

    proptest! {
        #[test]
        fn clusters_of_one_site_are_sites(k in 2..40_usize, within in 0.0..1.0_f64) {
            let clusters = Design::PairedClusters { clusters: k, sites_each: 1, within }.error(6.0).unwrap();
            prop_assert_eq!(clusters, Design::Paired { sites: k }.error(6.0).unwrap());
        }

        #[test]
        fn clusters_that_vary_as_one_are_single_sites(k in 2..40_usize, m in 1..30_usize) {
            let clusters = Design::IndependentClusters { before: k, after: k, sites_each: m, within: 1.0 }.error(6.0).unwrap();
            let single = Design::Independent { before: k, after: k }.error(6.0).unwrap();
            prop_assert!((clusters.se - single.se).abs() < 1e-12);
        }
    }
}
