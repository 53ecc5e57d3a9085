//! How many species live in the area of which some plots were seen? (vegan's `specpool`)

use super::{accumulation::Occurrence, amount::Amount, table::Table};

/// A number of species in the pool; for the second jackknife nobody gives an error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoolEstimate {
    /// Estimated species.
    pub estimate: f64,
    /// Standard error.
    pub se: Option<f64>,
}

/// Estimates of the species pool from presence on plots, beside Chao2 ([`super::chao`]).
///
/// # Formula
/// T plots, species i on Yᵢ of them, Q₁ on one, Q₂ on two, `r_j` of the Q₁ on plot j.
/// First jackknife `S + Q₁(T−1)/T`, variance `(Σ r_j² − Q₁²/T)(T−1)/T`. Second
/// `S + Q₁(2T−3)/T − Q₂(T−2)²/(T(T−1))`. Bootstrap `S + Σ uᵢ`, `uᵢ = (1 − Yᵢ/T)^T`, variance
/// `Σ uᵢ(1 − uᵢ) + 2 Σ_{i<j} [(Z_ij/T)^T − uᵢuⱼ]` with `Z_ij` plots that have neither.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// vegan 2.7 prints other errors of the first jackknife: it takes `Q₁/T` where the variance of the leave-one-out values has
/// `Q₁²/T`, so its errors are larger. Jackknives are not lower bounds and may fall below Chao2 or far above what lives there when plots are few. `None` for fewer than two
/// plots or where nothing was found.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Presence, Table, pool::Pool};
/// let there = Presence(true);
/// let table = Table::from_records([("A", "x", there), ("A", "y", there), ("B", "x", there), ("C", "z", there)]).unwrap();
/// let pool = Pool::of(&table, &[0, 1, 2]).unwrap();
/// // S 3, Q₁ 2 (y, z), Q₂ 1 (x): 3 + 2·2/3; 3 + 2·3/3 − 1·1/6; 3 + 2·(2/3)³ + (1/3)³
/// assert!((pool.first_jackknife.estimate - 13.0 / 3.0).abs() < 1e-12);
/// assert!((pool.second_jackknife.estimate - 29.0 / 6.0).abs() < 1e-12);
/// assert!((pool.bootstrap.estimate - 98.0 / 27.0).abs() < 1e-12);
/// ```
///
/// # Reference
/// Burnham & Overton (1979), Ecology 60:927–936; Heltshe & Forrester (1983), Biometrics 39:1–11; Smith & van Belle (1984), Biometrics 40:119–129.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pool {
    /// Jackknife of first order.
    pub first_jackknife: PoolEstimate,
    /// Jackknife of second order.
    pub second_jackknife: PoolEstimate,
    /// Bootstrap.
    pub bootstrap: PoolEstimate,
}

impl Pool {
    /// The pool behind some plots of a table.
    pub fn of<A: Amount>(table: &Table<A>, plots: &[usize]) -> Option<Self> {
        let there = Occurrence::of(table, plots);
        let observed = there.occupied.len() as f64;
        if plots.len() < 2 || observed == 0.0 {
            return None;
        }
        let total = plots.len() as f64;
        let once = there.occupied.iter().filter(|y| **y == 1).count() as f64;
        let twice = there.occupied.iter().filter(|y| **y == 2).count() as f64;
        let second = observed + once * (2.0 * total - 3.0) / total
            - twice * (total - 2.0).powi(2) / (total * (total - 1.0));
        Some(Self {
            first_jackknife: PoolEstimate {
                estimate: observed + once * (total - 1.0) / total,
                se: Some(first_jackknife_error(table, plots, once)),
            },
            second_jackknife: PoolEstimate {
                estimate: second,
                se: None,
            },
            bootstrap: bootstrap(&there, total),
        })
    }
}

fn first_jackknife_error<A: Amount>(table: &Table<A>, plots: &[usize], once: f64) -> f64 {
    let mut occupied = vec![0_u32; table.species().len()];
    for plot in plots {
        for (species, _) in table.row(*plot) {
            occupied[*species as usize] += 1;
        }
    }
    let own = |plot: &usize| {
        let row = table.row(*plot).iter();
        row.filter(|(species, _)| occupied[*species as usize] == 1)
            .count() as f64
    };
    let squares: f64 = plots.iter().map(|plot| own(plot).powi(2)).sum();
    let total = plots.len() as f64;
    ((squares - once * once / total) * (total - 1.0) / total)
        .max(0.0)
        .sqrt()
}

fn bootstrap(there: &Occurrence, total: f64) -> PoolEstimate {
    let never = |y: u64| (1.0 - y as f64 / total).powf(total);
    let missed: Vec<f64> = there.occupied.iter().map(|y| never(*y)).collect();
    let mut variance: f64 = missed.iter().map(|u| u * (1.0 - u)).sum();
    for (i, j, either) in &there.either {
        variance += 2.0 * (never(*either) - missed[*i] * missed[*j]);
    }
    PoolEstimate {
        estimate: there.occupied.len() as f64 + missed.iter().sum::<f64>(),
        se: Some(variance.max(0.0).sqrt()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::amount::Presence, *};

    proptest! {
        #[test]
        fn never_fewer_than_seen_by_jackknife_and_bootstrap(there in prop::collection::vec(any::<bool>(), 6 * 5)) {
            let (plots, species) = (["A", "B", "C", "D", "E", "F"], ["u", "v", "x", "y", "z"]);
            let records = there.iter().enumerate().map(|(i, there)| (plots[i / 5], species[i % 5], Presence(*there)));
            let table = Table::from_records(records).unwrap();
            let Some(pool) = Pool::of(&table, &[0, 1, 2, 3, 4, 5]) else { return Ok(()) };
            let seen = table.species().len() as f64;
            prop_assert!(pool.first_jackknife.estimate >= seen && pool.bootstrap.estimate >= seen);
            prop_assert!(pool.bootstrap.estimate <= pool.first_jackknife.estimate + seen);
        }
    }

    #[test]
    fn one_plot_and_nothing_found_tell_nothing() {
        let table = Table::from_records([
            ("A", "x", Presence(true)),
            ("B", "x", Presence(false)),
            ("C", "x", Presence(false)),
        ])
        .unwrap();
        assert_eq!(Pool::of(&table, &[0]), None);
        assert_eq!(Pool::of(&table, &[1, 2]), None);
    }
}
