//! How do species accumulate from plot to plot, over all orders in which plots could have been visited?

use super::{absence::AbsenceTable, amount::Amount, table::Table};

/// Species expected on some number of plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accumulated {
    /// Plots drawn.
    pub plots: u64,
    /// Expected species.
    pub mean: f64,
    /// Exact standard deviation over all draws of so many plots.
    pub sd: f64,
    /// The approximation that vegan's `specaccum(method = "exact")` prints; equal to `sd` for one plot, smaller above.
    pub sd_kindt: f64,
}

/// Exact species accumulation over some plots of a table.
///
/// # Formula
/// `S(t) = Σ (1 − qᵢ)`, `qᵢ = C(T−Yᵢ, t)/C(T, t)` with species i on Yᵢ of T plots.
/// `Var = Σ qᵢ(1 − qᵢ) + 2 Σ_{i<j} [C(Z_ij, t)/C(T, t) − qᵢqⱼ]` with `Z_ij` plots that have neither; Kindt's form puts
/// `r_ij √(qᵢ(1−qᵢ) qⱼ(1−qⱼ))` for the bracket, `r_ij` the correlation of the two presences.
///
/// # Units
/// Species.
///
/// # Range and edge cases
/// From one plot to all, where the deviation is 0. Empty for no plot.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Presence, Table, accumulation::accumulation};
/// let there = Presence(true);
/// let table = Table::from_records([("A", "x", there), ("A", "y", there), ("B", "x", there), ("C", "z", there)]).unwrap();
/// let found = accumulation(&table, &[0, 1, 2]);
/// // pairs AB 2, AC 3, BC 2 species: 7/3 ± √(2/9)
/// assert!((found[1].mean - 7.0 / 3.0).abs() < 1e-12);
/// assert!((found[1].sd - (2.0_f64 / 9.0).sqrt()).abs() < 1e-12);
/// assert_eq!((found[2].mean, found[2].sd), (3.0, 0.0));
/// ```
///
/// # Reference
/// Ugland et al. (2003), J. Anim. Ecol. 72:888–897; Colwell et al. (2004), Ecology 85:2717–2727; Kindt et al. (2006).
pub fn accumulation<A: Amount>(table: &Table<A>, plots: &[usize]) -> Vec<Accumulated> {
    let there = Occurrence::of(table, plots);
    let total = plots.len() as u64;
    (1..=total)
        .map(|t| there.at(t, &AbsenceTable::new(total, t, total)))
        .collect()
}

/// On which plots each species is.
pub(super) struct Occurrence {
    plots: u64,
    /// Number of plots of each species found.
    pub(super) occupied: Vec<u64>,
    /// For each pair of species (i, j), j < i, the plots that have either.
    pub(super) either: Vec<(usize, usize, u64)>,
}

impl Occurrence {
    pub(super) fn of<A: Amount>(table: &Table<A>, plots: &[usize]) -> Self {
        let words = plots.len().div_ceil(64);
        let mut bits = vec![vec![0_u64; words]; table.species().len()];
        for (place, plot) in plots.iter().enumerate() {
            for (species, _) in table.row(*plot) {
                bits[*species as usize][place / 64] |= 1 << (place % 64);
            }
        }
        let count = |words: &mut dyn Iterator<Item = u64>| -> u64 {
            words.map(|word| u64::from(word.count_ones())).sum()
        };
        bits.retain(|words| words.iter().any(|word| *word > 0));
        let occupied = bits
            .iter()
            .map(|words| count(&mut words.iter().copied()))
            .collect();
        let mut either = Vec::new();
        for (i, one) in bits.iter().enumerate() {
            for (j, other) in bits[..i].iter().enumerate() {
                let union = &mut one.iter().zip(other).map(|(a, b)| a | b);
                either.push((i, j, count(union)));
            }
        }
        Self {
            plots: plots.len() as u64,
            occupied,
            either,
        }
    }

    fn at(&self, t: u64, absent: &AbsenceTable) -> Accumulated {
        let missed: Vec<f64> = self.occupied.iter().map(|y| absent.of(*y)).collect();
        let own: Vec<f64> = missed.iter().map(|q| q * (1.0 - q)).collect();
        let mean = missed.iter().map(|q| 1.0 - q).sum();
        let (mut exact, mut kindt) = (own.iter().sum::<f64>(), own.iter().sum::<f64>());
        for (i, j, either) in &self.either {
            exact += 2.0 * (absent.of(*either) - missed[*i] * missed[*j]);
            kindt += 2.0 * self.correlation(*i, *j, *either) * (own[*i] * own[*j]).sqrt();
        }
        Accumulated {
            plots: t,
            mean,
            sd: exact.max(0.0).sqrt(),
            sd_kindt: kindt.max(0.0).sqrt(),
        }
    }

    /// Correlation of the presences of two species; 0 where one is everywhere.
    fn correlation(&self, i: usize, j: usize, either: u64) -> f64 {
        let total = self.plots as f64;
        let (a, b) = (
            self.occupied[i] as f64 / total,
            self.occupied[j] as f64 / total,
        );
        let both = (self.occupied[i] + self.occupied[j] - either) as f64 / total;
        let spread = (a * (1.0 - a) * b * (1.0 - b)).sqrt();
        if spread > 0.0 {
            (both - a * b) / spread
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::amount::Presence, *};

    proptest! {
        #[test]
        fn as_over_all_draws_of_plots(there in prop::collection::vec(any::<bool>(), 6 * 5), t in 1u32..=6) {
            let (plots, species) = (["A", "B", "C", "D", "E", "F"], ["u", "v", "x", "y", "z"]);
            let records = there.iter().enumerate().map(|(i, there)| (plots[i / 5], species[i % 5], Presence(*there)));
            let table = Table::from_records(records).unwrap();
            let found = accumulation(&table, &[0, 1, 2, 3, 4, 5])[t as usize - 1];
            let draws = (0_u32..64).filter(|draw| draw.count_ones() == t);
            let richness: Vec<f64> = draws.map(|draw| {
                let held = |s: &usize| (0..6).any(|plot| (draw >> plot) & 1 == 1 && there[plot * 5 + s]);
                (0..5).filter(held).count() as f64
            }).collect();
            let mean = richness.iter().sum::<f64>() / richness.len() as f64;
            let variance = richness.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / richness.len() as f64;
            prop_assert!((found.mean - mean).abs() < 1e-9 && (found.sd - variance.sqrt()).abs() < 1e-6);
        }
    }

    #[test]
    fn no_plot_accumulates_nothing() {
        let table = Table::from_records([("A", "x", Presence(true))]).unwrap();
        assert!(accumulation(&table, &[]).is_empty());
    }
}
