//! How different are many plots together, beyond what pairs say?

use super::{amount::Amount, dissimilarity::Shared, shared_amounts::Rows, table::Table};
use crate::methods::interval::{mean, variance};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

/// Dissimilarity of several plots at once, with its parts.
///
/// # Formula
/// With `min = Σ_{i<j} min(b_ij, c_ij)`, `max` alike: `Sørensen = (min + max)/(2a + min + max)`, turnover `min/(a + min)`, Jaccard
/// `(min + max)/(a + min + max)`, turnover `2min/(a + 2min)`; nestedness is the rest. On presence `a = Σ Sᵢ − S_T`, on amounts
/// `a = Σ_species (Σ x − max x)`, which is the same for zeros and ones.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// 0–1, rising with the number of plots: compare only equal numbers of plots. `None` for fewer than two plots, or where nothing was
/// found.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Presence, Table, multi_site::MultiSite};
/// let there = Presence(true);
/// // {x, y}, {x}, {y, z}: S = 2 + 1 + 2, S_T = 3, a = 2; (b, c): (1, 0), (1, 1), (1, 2): min 0 + 1 + 1 = 2, max 1 + 1 + 2 = 4
/// let table = Table::from_records([("A", "x", there), ("A", "y", there), ("B", "x", there), ("C", "y", there), ("C", "z", there)]).unwrap();
/// let all = MultiSite::of(&table, &[0, 1, 2]).unwrap();
/// assert_eq!((all.sorensen, all.turnover, all.jaccard), (0.6, 0.5, 0.75));
/// ```
///
/// # Reference
/// METHODS E.4; Baselga (2010), Glob. Ecol. Biogeogr. 19:134–143; Baselga (2017), Methods Ecol. Evol. 8:799–808 (amounts).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultiSite {
    /// Sørensen; on amounts Bray–Curtis.
    pub sorensen: f64,
    /// Its turnover (Simpson; balanced variation).
    pub turnover: f64,
    /// Its nestedness (abundance gradient).
    pub nestedness: f64,
    /// Jaccard; on amounts Ružička.
    pub jaccard: f64,
    /// Its turnover.
    pub jaccard_turnover: f64,
    /// Its nestedness.
    pub jaccard_nestedness: f64,
}

impl MultiSite {
    /// The dissimilarity of some plots of a table.
    pub fn of<A: Amount>(table: &Table<A>, plots: &[usize]) -> Option<Self> {
        if plots.len() < 2 {
            return None;
        }
        let (mut sums, mut largest) = (0.0, vec![0.0_f64; table.species().len()]);
        for plot in plots {
            for (species, amount) in table.row(*plot) {
                sums += amount.number();
                let held = &mut largest[*species as usize];
                *held = held.max(amount.number());
            }
        }
        let both = sums - largest.iter().sum::<f64>();
        let (least, most) = extremes(table, plots);
        if both + least + most <= 0.0 {
            return None;
        }
        let sorensen = (least + most) / (2.0 * both + least + most);
        let jaccard = (least + most) / (both + least + most);
        // all plots but one empty: nothing is shared and nothing replaced
        let part = |share: f64| {
            if share > 0.0 {
                share / (both + share)
            } else {
                0.0
            }
        };
        let (turnover, jaccard_turnover) = (part(least), part(2.0 * least));
        Some(Self {
            sorensen,
            turnover,
            nestedness: sorensen - turnover,
            jaccard,
            jaccard_turnover,
            jaccard_nestedness: jaccard - jaccard_turnover,
        })
    }
}

impl MultiSite {
    /// Names of the parts, as `betapart` has them on presence, in the order of [`Self::parts`].
    pub const NAMES: [&'static str; 6] = ["sim", "sne", "sor", "jtu", "jne", "jac"];

    /// The parts in the order of [`Self::NAMES`].
    pub const fn parts(&self) -> [f64; 6] {
        [
            self.turnover,
            self.nestedness,
            self.sorensen,
            self.jaccard_turnover,
            self.jaccard_nestedness,
            self.jaccard,
        ]
    }
}

/// Dissimilarity of several plots at a number of plots that others have too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtEqualPlots {
    /// Means over the draws, in the order of [`MultiSite::NAMES`].
    pub mean: [f64; 6],
    /// Standard deviations over the draws: which plots were drawn, nothing else.
    pub sd: [f64; 6],
}

/// The dissimilarity of `n` of the plots, drawn without repetition, on average over `draws` draws.
///
/// Multi-site dissimilarity rises with the number of plots, so groups of different size are compared at the size of the smallest.
///
/// # Range and edge cases
/// Draw k depends only on (seed, name, k). With as many as there are every draw is the same. `None` for fewer than two plots, more than
/// there are, no draws, or where a draw holds nothing.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Presence, Table, multi_site::{MultiSite, at_equal_plots}};
/// let there = Presence(true);
/// let table = Table::from_records([("A", "x", there), ("B", "x", there), ("C", "y", there)]).unwrap();
/// // pairs: {A, B} alike (0), {A, C} and {B, C} strangers (1); their mean is 2/3
/// let pairs = at_equal_plots(&table, &[0, 1, 2], 2, (1, "meadows"), 2_000).unwrap();
/// assert!((pairs.mean[2] - 2.0 / 3.0).abs() < 0.05);
/// let all = at_equal_plots(&table, &[0, 1, 2], 3, (1, "meadows"), 5).unwrap();
/// assert!((all.mean[2] - MultiSite::of(&table, &[0, 1, 2]).unwrap().sorensen).abs() < 1e-12);
/// ```
///
/// # Reference
/// Baselga & Orme (2012), Methods Ecol. Evol. 3:808–812 (`beta.sample`).
pub fn at_equal_plots<A: Amount>(
    table: &Table<A>,
    plots: &[usize],
    n: usize,
    (seed, name): (u64, &str),
    draws: usize,
) -> Option<AtEqualPlots> {
    if n < 2 || n > plots.len() || draws == 0 {
        return None;
    }
    let draw = |k: usize| {
        let mut random = ChaCha8Rng::from_seed(draw_seed(seed, name, k));
        let mut places = plots.to_vec();
        for place in 0..n {
            let other = random.random_range(place..places.len());
            places.swap(place, other);
        }
        // sums do not depend on the order in which plots were drawn
        places.truncate(n);
        places.sort_unstable();
        MultiSite::of(table, &places).map(|found| found.parts())
    };
    let found: Vec<[f64; 6]> = (0..draws)
        .into_par_iter()
        .map(draw)
        .collect::<Option<_>>()?;
    let part = |place: usize| -> Vec<f64> { found.iter().map(|parts| parts[place]).collect() };
    Some(AtEqualPlots {
        mean: std::array::from_fn(|place| mean(&part(place)).unwrap_or(found[0][place])),
        sd: std::array::from_fn(|place| variance(&part(place)).map_or(0.0, f64::sqrt)),
    })
}

/// SHA-256 of (seed, name, "equal plots", k).
fn draw_seed(seed: u64, name: &str, k: usize) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    for part in [name.as_bytes(), b"equal plots"] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.update((k as u64).to_le_bytes());
    hash.finalize().into()
}

/// `Σ min(b, c)` and `Σ max(b, c)` over all pairs.
fn extremes<A: Amount>(table: &Table<A>, plots: &[usize]) -> (f64, f64) {
    let chosen = table.rows_of(plots);
    let rows = Rows::of(&chosen);
    let totals: Vec<f64> = (0..plots.len())
        .map(|plot| {
            chosen
                .row(plot)
                .iter()
                .map(|(_, amount)| amount.number())
                .sum()
        })
        .collect();
    let of_row = |first: usize| {
        let (mut least, mut most) = (0.0, 0.0);
        rows.shared_with(first, first + 1..plots.len(), |second, both| {
            let shared = Shared::of_totals(both, totals[first], totals[second]);
            least += shared.only_first.min(shared.only_second);
            most += shared.only_first.max(shared.only_second);
        });
        (least, most)
    };
    let rows: Vec<(f64, f64)> = (0..plots.len()).into_par_iter().map(of_row).collect();
    rows.iter()
        .fold((0.0, 0.0), |sum, row| (sum.0 + row.0, sum.1 + row.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{amount::Individuals, dissimilarity::Dissimilarity},
        *,
    };

    proptest! {
        #[test]
        fn two_plots_are_a_pair(counts in prop::collection::vec(0u64..6, 2 * 9)) {
            let species = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
            let records = counts.iter().enumerate()
                .map(|(i, count)| (["P", "Q"][i / 9], species[i % 9], Individuals(*count)));
            let table = Table::from_records(records).unwrap();
            let pair = Shared::of_plots(&table, 0, 1);
            let several = MultiSite::of(&table, &[0, 1]);
            for (measure, found) in [
                (Dissimilarity::Sorensen, several.map(|all| all.sorensen)),
                (Dissimilarity::Turnover, several.map(|all| all.turnover)),
                (Dissimilarity::JaccardNestedness, several.map(|all| all.jaccard_nestedness)),
            ] {
                if let Some(expected) = measure.of(pair) {
                    prop_assert!((found.unwrap() - expected).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn one_plot_or_nothing_found_has_none() {
        let table = Table::from_records([
            ("A", "x", Individuals(2)),
            ("B", "x", Individuals(0)),
            ("C", "x", Individuals(0)),
        ])
        .unwrap();
        assert_eq!(MultiSite::of(&table, &[0]), None);
        assert_eq!(MultiSite::of(&table, &[1, 2]), None);
    }
}
