//! How much of the diversity of an area lies within places, and how much between them?

use super::{
    amount::Amount,
    hill::{hill_number, is_one, shannon, total},
    table::Table,
};
use crate::methods::{interval::StandardError, replicates::Plan};

/// Alpha, beta and gamma diversity of one order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partition {
    /// Effective number of species of a place.
    pub alpha: f64,
    /// Effective number of distinct places, 1 to the number of places.
    pub beta: f64,
    /// Effective number of species of all places together.
    pub gamma: f64,
}

/// Partition of Hill numbers with equal weights.
///
/// # Formula
/// γ is the Hill number of the mean shares; `α = (1/N Σⱼ Σᵢ pᵢⱼ^q)^(1/(1−q))`: q = 0 the mean richness, q = 1 the
/// exponential of the mean entropy, q = 2 the inverse of the mean concentration. `β = γ/α`.
///
/// # Units
/// Effective numbers of species (α, γ) and of places (β).
///
/// # Range and edge cases
/// Every place weighs the same however many individuals it has. Places where nothing was found have no shares and take no part.
/// `None` where nothing was found at all, for an order below 0 or without end.
///
/// # Example
/// ```
/// use aimak_science::diversity::partition::partition;
/// let places = [vec![10.0, 5.0, 0.0, 3.0, 2.0, 0.0, 1.0], vec![4.0, 8.0, 6.0, 0.0, 2.0, 3.0, 0.0]];
/// let of = |q| partition(&places, q).unwrap();
/// assert_eq!((of(0.0).alpha, of(0.0).beta, of(0.0).gamma), (5.0, 1.4, 7.0));
/// assert!((of(1.0).alpha - 4.14131).abs() < 5e-6 && (of(1.0).beta - 1.27560).abs() < 5e-6);
/// assert!((of(2.0).gamma - 4.41075).abs() < 5e-6 && (of(2.0).beta - 1.23291).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS E.4; Jost (2007), Ecology 88:2427–2439.
pub fn partition(places: &[Vec<f64>], q: f64) -> Option<Partition> {
    if !(0.0..f64::INFINITY).contains(&q) {
        return None;
    }
    let held: Vec<(&Vec<f64>, f64)> = places
        .iter()
        .filter_map(|amounts| Some((amounts, total(amounts)?)))
        .collect();
    let n = held.len() as f64;
    let species = held.iter().map(|(amounts, _)| amounts.len()).max()?;
    let mut mean = vec![0.0; species];
    for (amounts, total) in &held {
        for (sum, amount) in mean.iter_mut().zip(*amounts) {
            *sum += amount / total / n;
        }
    }
    let within = |(amounts, total): &(&Vec<f64>, f64)| -> Option<f64> {
        if is_one(q) {
            return shannon(amounts);
        }
        let present = amounts.iter().filter(|amount| **amount > 0.0);
        Some(present.map(|amount| power(amount / total, q)).sum())
    };
    let inner = held.iter().map(within).sum::<Option<f64>>()? / n;
    let alpha = if is_one(q) {
        inner.exp()
    } else {
        inner.powf(1.0 / (1.0 - q))
    };
    let gamma = hill_number(&mean, q)?;
    Some(Partition {
        alpha,
        beta: gamma / alpha,
        gamma,
    })
}

/// `p^q`, exactly 1 for order 0.
fn power(p: f64, q: f64) -> f64 {
    if q == 0.0 { 1.0 } else { p.powf(q) }
}

/// Partition of some plots of a table.
pub fn of_plots<A: Amount>(table: &Table<A>, plots: &[usize], q: f64) -> Option<Partition> {
    let spread = |plot: &usize| {
        let mut amounts = vec![0.0; table.species().len()];
        for (species, amount) in table.row(*plot) {
            amounts[*species as usize] = amount.number();
        }
        amounts
    };
    partition(&plots.iter().map(spread).collect::<Vec<_>>(), q)
}

/// How far the parts of a partition may be off, had other plots been drawn; `None` for fewer than two plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartitionErrors {
    /// Of alpha.
    pub alpha: Option<StandardError>,
    /// Of beta.
    pub beta: Option<StandardError>,
    /// Of gamma.
    pub gamma: Option<StandardError>,
}

/// Standard errors of a partition from plots drawn again by a plan, which was made for these plots in this order.
///
/// # Formula
/// Standard deviation over the replicates of the plan, each with one plot less than there are (rescaled bootstrap), and plots minus
/// strata as degrees of freedom.
///
/// # Range and edge cases
/// A plot drawn twice shares everything with itself, so replicates of β and γ lie a little low: only their spread is used, never their
/// place. Gamma and beta are of the plots that were searched; what grows elsewhere is not in them.
///
/// # Example
/// ```
/// use aimak_core::AimakCode;
/// use aimak_science::{diversity::{Individuals, Table, partition::errors}, methods::replicates::Plan};
/// let table = Table::from_records([("A", "x", Individuals(5)), ("B", "y", Individuals(5)), ("C", "z", Individuals(5))]).unwrap();
/// let plan = Plan::new(1, &AimakCode(String::new()), &[("", "A"), ("", "B"), ("", "C")]);
/// let found = errors(&table, &[0, 1, 2], 1.0, &plan);
/// assert!(found.alpha.unwrap().se < 1e-12); // one species everywhere
/// assert!(found.beta.unwrap().se > 0.1 && found.beta.unwrap().df == 2.0);
/// ```
///
/// # Reference
/// Rao & Wu (1988), J. Am. Stat. Assoc. 83:231–241; STATISTICS (resample plots, not individuals).
pub fn errors<A: Amount>(
    table: &Table<A>,
    plots: &[usize],
    q: f64,
    plan: &Plan,
) -> PartitionErrors {
    let drawn = |times: &[u32]| -> Vec<usize> {
        let again = plots.iter().zip(times);
        again
            .flat_map(|(plot, times)| std::iter::repeat_n(*plot, *times as usize))
            .collect()
    };
    let df = plan.degrees_of_freedom();
    let error = |part: fn(&Partition) -> f64| {
        let draws = plan.draws(|times| of_plots(table, &drawn(times), q).as_ref().map(part));
        let sd = draws.sd().filter(|_| df > 0.0);
        sd.map(|se| StandardError { se, df })
    };
    PartitionErrors {
        alpha: error(|found| found.alpha),
        beta: error(|found| found.beta),
        gamma: error(|found| found.gamma),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn beta_lies_between_one_and_the_number_of_places(
            places in prop::collection::vec(prop::collection::vec(prop_oneof![Just(0.0), 0.1..50.0], 6), 1..7),
            q in prop_oneof![Just(0.0), Just(1.0), Just(2.0), 0.1..3.0],
        ) {
            let Some(found) = partition(&places, q) else { return Ok(()) };
            let held = places.iter().filter(|place| place.iter().sum::<f64>() > 0.0).count() as f64;
            prop_assert!(found.beta >= 1.0 - 1e-9 && found.beta <= held + 1e-9, "{found:?} of {held}");
        }

        #[test]
        fn equal_places_have_one_and_strangers_as_many_as_they_are(amounts in prop::collection::vec(0.1..50.0, 1..6), n in 1usize..6, q in 0.0..3.0) {
            let equal = partition(&vec![amounts.clone(); n], q).unwrap();
            prop_assert!((equal.beta - 1.0).abs() < 1e-9);
            let strangers: Vec<Vec<f64>> = (0..n).map(|place| {
                let mut row = vec![0.0; n * amounts.len()];
                row[place * amounts.len()..][..amounts.len()].copy_from_slice(&amounts);
                row
            }).collect();
            prop_assert!((partition(&strangers, q).unwrap().beta - n as f64).abs() < 1e-9 * n as f64);
        }
    }

    #[test]
    fn places_where_nothing_was_found_take_no_part() {
        let found = partition(&[vec![1.0, 1.0], vec![0.0, 0.0]], 1.0).unwrap();
        assert!((found.alpha - 2.0).abs() < 1e-12 && (found.beta - 1.0).abs() < 1e-12);
        assert_eq!(partition(&[vec![0.0], vec![]], 0.0), None);
        assert_eq!(partition(&[vec![1.0]], -1.0), None);
    }
}
