//! Whose units share a variance?

use aimak_core::Withheld;

use super::design::{Lot, enough, too_few};

/// Labels that share a variance: each its own, and a cohort of one unit with the cohort nearest in time.
pub(super) fn pools(
    lot: &Lot,
    treated: &[usize],
    comparison: &[usize],
) -> Result<Vec<Vec<usize>>, Withheld> {
    let mut cohorts: Vec<usize> = treated.iter().chain(comparison).copied().collect();
    cohorts.retain(|&label| label != lot.never());
    cohorts.sort_unstable();
    cohorts.dedup();
    let units = |pool: &[usize]| -> usize { pool.iter().map(|&label| lot.counts[label]).sum() };
    let start = |label: usize| lot.periods[lot.starts[label]];
    let mut pools: Vec<Vec<usize>> = cohorts.into_iter().map(|label| vec![label]).collect();
    while let Some(alone) = pools.iter().position(|pool| units(pool) < 2) {
        // the pool is of one cohort, as two cohorts have two units; of two equally near the earlier is taken
        let own = start(pools[alone][0]);
        let before = alone.checked_sub(1);
        let after = Some(alone + 1).filter(|&after| after < pools.len());
        let gap = |other: usize| {
            let other = &pools[other];
            other.iter().map(|&label| own.abs_diff(start(label))).min()
        };
        let nearest = before
            .into_iter()
            .chain(after)
            .min_by_key(|&other| gap(other));
        let Some(nearest) = nearest else {
            return Err(too_few(units(&pools[alone]), "detail-treated-units"));
        };
        let (first, second) = (alone.min(nearest), alone.max(nearest));
        let later = pools.remove(second);
        pools[first].extend(later);
    }
    let never = lot.counts[lot.never()];
    let pooled = pools.iter().any(|pool| pool.len() > 1);
    if comparison.contains(&lot.never()) || pooled {
        enough(never, "detail-comparison-units")?;
    }
    if comparison.contains(&lot.never()) {
        pools.push(vec![lot.never()]);
    }
    Ok(pools)
}
