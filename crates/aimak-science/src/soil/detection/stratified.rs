//! How sure is a mean over strata, and where do the next plots belong?

use aimak_core::{Message, Reason, Withheld};

use crate::methods::{interval::StandardError, range::in_range};

/// Composites per stratum at least, by GSOC-MRV (recalled).
pub const GSOC_MRV_COMPOSITES_PER_STRATUM: usize = 5;
/// Cores per composite at least, by GSOC-MRV (recalled).
pub const GSOC_MRV_CORES_PER_COMPOSITE: usize = 5;

/// Shares may miss 1 by rounding.
const TOLERANCE: f64 = 1e-6;

/// A stratum of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedStratum {
    /// Its share of the area, W.
    pub share: f64,
    /// Standard deviation of its sites.
    pub sd: f64,
    /// Sites in it.
    pub n: usize,
}

/// Standard error of the mean over strata.
///
/// # Formula
/// `var = Σ W²·s²/n`, degrees of freedom after Satterthwaite `var²/Σ[(W²·s²/n)²/(n − 1)]`.
///
/// # Range and edge cases
/// Shares sum to 1 (`OUT_OF_RANGE`); a stratum with fewer than two sites has no spread of its own (`TOO_FEW_PLOTS`) and is merged
/// before, see [`crate::methods::strata`].
///
/// # Example
/// ```
/// use aimak_science::soil::detection::{PlannedStratum, stratified_error};
/// let stratum = |share, sd, n| PlannedStratum { share, sd, n };
/// let error = stratified_error(&[stratum(0.5, 6.0, 10), stratum(0.3, 8.0, 8), stratum(0.2, 9.0, 6)]).unwrap();
/// assert!((error.se - 1.469_694).abs() < 5e-7);
/// assert!((error.df - 20.980_574).abs() < 5e-7);
/// let (lo, hi) = error.limits(42.9); // 0.5·38 + 0.3·45 + 0.2·52
/// assert!((lo - 39.843_432).abs() < 5e-7 && (hi - 45.956_568).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS A.9.
pub fn stratified_error(strata: &[PlannedStratum]) -> Result<StandardError, Withheld> {
    checked(strata)?;
    let parts = strata
        .iter()
        .map(|stratum| {
            if stratum.n < 2 {
                let detail = Message::new("detail-plots")
                    .with("n", stratum.n)
                    .with("needed", 2usize);
                return Err(Withheld::because(Reason::TooFewPlots).with(detail));
            }
            let n = stratum.n as f64;
            Ok(StandardError {
                se: stratum.share * stratum.sd / n.sqrt(),
                df: n - 1.0,
            })
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(StandardError::satterthwaite(&parts))
}

/// Sites per stratum that make the mean surest (Neyman), not yet whole.
///
/// # Formula
/// `n_h = n·W_h·s_h/Σ W·s`.
///
/// # Range and edge cases
/// By share alone where nothing varies. The sites a stratum has are ignored.
///
/// # Example
/// ```
/// use aimak_science::soil::detection::{PlannedStratum, neyman_allocation, whole_allocation};
/// let stratum = |share, sd| PlannedStratum { share, sd, n: 0 };
/// let strata = [stratum(0.5, 6.0), stratum(0.3, 8.0), stratum(0.2, 9.0)];
/// let sites = neyman_allocation(&strata, 40).unwrap();
/// assert!((sites[0] - 16.6667).abs() < 5e-5 && (sites[1] - 13.3333).abs() < 5e-5 && (sites[2] - 10.0).abs() < 5e-5);
/// assert_eq!(whole_allocation(&strata, 40).unwrap(), [17, 13, 10]);
/// ```
///
/// # Reference
/// METHODS A.9; Neyman (1934), J. R. Stat. Soc. 97:558–625.
pub fn neyman_allocation(strata: &[PlannedStratum], sites: usize) -> Result<Vec<f64>, Withheld> {
    checked(strata)?;
    let varied: f64 = strata
        .iter()
        .map(|stratum| stratum.share * stratum.sd)
        .sum();
    let weight = |stratum: &PlannedStratum| {
        if varied > 0.0 {
            stratum.share * stratum.sd / varied
        } else {
            stratum.share
        }
    };
    Ok(strata
        .iter()
        .map(|stratum| sites as f64 * weight(stratum))
        .collect())
}

/// The same in whole sites, two at least in every stratum; what is left over goes to the largest remainders.
///
/// # Errors
/// `TOO_FEW_PLOTS` with fewer than two sites per stratum.
pub fn whole_allocation(strata: &[PlannedStratum], sites: usize) -> Result<Vec<usize>, Withheld> {
    let needed = 2 * strata.len();
    if sites < needed {
        let detail = Message::new("detail-plots")
            .with("n", sites)
            .with("needed", needed);
        return Err(Withheld::because(Reason::TooFewPlots).with(detail));
    }
    let wished = neyman_allocation(strata, sites)?;
    let mut whole: Vec<usize> = wished
        .iter()
        .map(|wish| (wish.floor() as usize).max(2))
        .collect();
    // how far a stratum is below its wish; ties go to the first, so the answer is one
    let short = |whole: &[usize], i: usize| wished[i] - whole[i] as f64;
    while whole.iter().sum::<usize>() < sites {
        let next = (0..whole.len())
            .max_by(|a, b| {
                short(&whole, *a)
                    .total_cmp(&short(&whole, *b))
                    .then(b.cmp(a))
            })
            .expect("invariant: there are strata");
        whole[next] += 1;
    }
    while whole.iter().sum::<usize>() > sites {
        let next = (0..whole.len())
            .filter(|i| whole[*i] > 2)
            .min_by(|a, b| {
                short(&whole, *a)
                    .total_cmp(&short(&whole, *b))
                    .then(a.cmp(b))
            })
            .expect("invariant: two sites per stratum fit");
        whole[next] -= 1;
    }
    Ok(whole)
}

/// Refuses shares that are no shares of one area.
fn checked(strata: &[PlannedStratum]) -> Result<(), Withheld> {
    if strata.is_empty() {
        return Err(Withheld::because(Reason::NoData));
    }
    for stratum in strata {
        in_range("share", stratum.share, 0.0, 1.0 + TOLERANCE)?;
        in_range("sd", stratum.sd, 0.0, f64::MAX)?;
    }
    let sum: f64 = strata.iter().map(|stratum| stratum.share).sum();
    in_range("shares", sum, 1.0 - TOLERANCE, 1.0 + TOLERANCE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn stratum(share: f64, sd: f64, n: usize) -> PlannedStratum {
        PlannedStratum { share, sd, n }
    }

    #[test]
    fn plans_that_cannot_be_are_refused() {
        let reason = |strata: &[PlannedStratum]| stratified_error(strata).unwrap_err().reason;
        assert_eq!(reason(&[]), Reason::NoData);
        assert_eq!(
            reason(&[stratum(0.5, 6.0, 10), stratum(0.3, 6.0, 10)]),
            Reason::OutOfRange
        );
        assert_eq!(
            reason(&[stratum(0.5, 6.0, 10), stratum(0.5, 6.0, 1)]),
            Reason::TooFewPlots
        );
        let two = [stratum(0.5, 6.0, 0), stratum(0.5, 6.0, 0)];
        assert_eq!(
            whole_allocation(&two, 3).unwrap_err().reason,
            Reason::TooFewPlots
        );
        assert_eq!(
            whole_allocation(&[stratum(0.98, 9.0, 0), stratum(0.02, 1.0, 0)], 6).unwrap(),
            [4, 2]
        );
    }

    proptest! {
        #[test]
        fn neyman_is_never_worse_than_by_share(sds in prop::collection::vec(0.5..20.0_f64, 2..5), sites in 40..200_usize) {
            let share = 1.0 / sds.len() as f64;
            let strata: Vec<_> = sds.iter().map(|sd| stratum(share, *sd, 0)).collect();
            let sites_each = neyman_allocation(&strata, sites).unwrap();
            let variance = |n: &dyn Fn(usize) -> f64| -> f64 {
                sds.iter().enumerate().map(|(i, sd)| (share * sd).powi(2) / n(i)).sum()
            };
            let even = sites as f64 * share;
            prop_assert!(variance(&|i| sites_each[i]) <= variance(&|_| even) + 1e-12);
        }

        #[test]
        fn whole_sites_sum_to_the_sites(sds in prop::collection::vec(0.0..20.0_f64, 1..6), sites in 12..60_usize) {
            let share = 1.0 / sds.len() as f64;
            let strata: Vec<_> = sds.iter().map(|sd| stratum(share, *sd, 0)).collect();
            let whole = whole_allocation(&strata, sites).unwrap();
            prop_assert_eq!(whole.iter().sum::<usize>(), sites);
            prop_assert!(whole.iter().all(|n| *n >= 2));
        }
    }
}
