//! How much of a plot's community turned over between two visits, and more than elsewhere?

use std::collections::BTreeMap;

use aimak_core::{Message, Reason, Visit, Withheld};

use super::{
    amount::Amount,
    dissimilarity::{Dissimilarity, Shared},
    table::Table,
};
use crate::methods::interval::{StandardError, mean};

/// What changed on one plot that was visited twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Revisit {
    /// The plot.
    pub plot: String,
    /// What both visits found, and each alone (first: before, second: after).
    pub shared: Shared,
}

impl Revisit {
    /// A temporal dissimilarity of the plot.
    pub fn dissimilarity(&self, measure: Dissimilarity) -> Option<f64> {
        measure.of(self.shared)
    }

    /// What came, as a share of all that was found at either visit; `None` where nothing was.
    ///
    /// With what went it sums to Jaccard's dissimilarity.
    pub fn gain(&self) -> Option<f64> {
        let all = self.shared.both + self.shared.only_first + self.shared.only_second;
        (all > 0.0).then(|| self.shared.only_second / all)
    }

    /// What went, as a share of all that was found at either visit.
    pub fn loss(&self) -> Option<f64> {
        let all = self.shared.both + self.shared.only_first + self.shared.only_second;
        (all > 0.0).then(|| self.shared.only_first / all)
    }
}

/// The plots that both tables hold, in the order of the first, with what changed.
///
/// Plots are matched by name, species by name. Amounts and presence alike; covers and counts cannot be mixed, their types differ.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Dissimilarity, Presence, Table, temporal::revisits};
/// let there = Presence(true);
/// let before = Table::from_records([("A", "Poa", there), ("A", "Rumex", there), ("B", "Poa", there)]).unwrap();
/// let after = Table::from_records([("A", "Poa", there), ("A", "Vicia", there), ("A", "Stipa", there)]).unwrap();
/// let found = revisits(&before, &after);
/// assert_eq!((found.len(), found[0].plot.as_str()), (1, "A"));
/// assert_eq!((found[0].gain(), found[0].loss()), (Some(0.5), Some(0.25)));
/// assert_eq!(found[0].dissimilarity(Dissimilarity::Jaccard), Some(0.75));
/// ```
///
/// # Reference
/// METHODS E.4; Legendre (2019), Ecol. Evol. 9:3500–3514 (losses and gains).
pub fn revisits<A: Amount>(before: &Table<A>, after: &Table<A>) -> Vec<Revisit> {
    let again: BTreeMap<&str, usize> = after.plots().iter().map(String::as_str).zip(0..).collect();
    let plots = before.plots().iter().enumerate();
    plots
        .filter_map(|(first, plot)| {
            let second = *again.get(plot.as_str())?;
            Some(Revisit {
                plot: plot.clone(),
                shared: shared_by_name(&named(before, first), &named(after, second)),
            })
        })
        .collect()
}

/// How much two visits to one plot differ by presence, as a share (0–1): amounts of two years depend on the weather, presence less so.
///
/// # Errors
/// `METHOD_MISMATCH` where species were recorded on different scales: what a count misses, a list of cover holds. `NO_DATA` where neither
/// visit found anything, or where only one did and a part is asked for: nothing then tells replacement from loss.
///
/// # Example
/// ```
/// use aimak_core::{Abundance, PartialDate, SpeciesScale, Visit, VisitTime};
/// use aimak_science::diversity::{Dissimilarity, temporal::between_visits};
/// let visit = |year, names: &[&str]| Visit {
///     species_scale: Some(SpeciesScale::Presence),
///     species: names.iter().map(|name| Abundance { species: (*name).into(), amount: 1.0 }).collect(),
///     ..Visit::at(VisitTime::Date(PartialDate::Year(year)))
/// };
/// // both Poa; before alone Rumex; after alone Stipa and Vicia: a 1, b 1, c 2
/// let (before, after) = (visit(2012, &["Poa", "Rumex"]), visit(2022, &["Poa", "Stipa", "Vicia"]));
/// let of = |measure| between_visits(&before, &after, measure).unwrap();
/// assert_eq!(of(Dissimilarity::Jaccard), 0.75);
/// assert_eq!(of(Dissimilarity::JaccardTurnover), 2.0 / 3.0); // 2·1/(1 + 2·1)
/// assert!((of(Dissimilarity::JaccardNestedness) - 1.0 / 12.0).abs() < 1e-15);
/// ```
///
/// # Reference
/// METHODS E.4; Baselga (2012), Glob. Ecol. Biogeogr. 21:1223–1232.
pub fn between_visits(
    before: &Visit,
    after: &Visit,
    measure: Dissimilarity,
) -> Result<f64, Withheld> {
    if before.species_scale != after.species_scale {
        let detail = Message::new("detail-scales-differ");
        return Err(Withheld::because(Reason::MethodMismatch).with(detail));
    }
    let (one, other) = (present(before), present(after));
    let shared = shared_by_name(&one, &other);
    measure.of(shared).ok_or(Withheld::because(Reason::NoData))
}

/// Species present at a visit.
fn present(visit: &Visit) -> BTreeMap<&str, f64> {
    let found = visit.species.iter().filter(|found| found.amount > 0.0);
    found.map(|found| (found.species.as_str(), 1.0)).collect()
}

fn named<A: Amount>(table: &Table<A>, plot: usize) -> BTreeMap<&str, f64> {
    let row = table.row(plot).iter();
    row.map(|(species, amount)| (table.species()[*species as usize].as_str(), amount.number()))
        .collect()
}

fn shared_by_name(one: &BTreeMap<&str, f64>, other: &BTreeMap<&str, f64>) -> Shared {
    let both = one
        .iter()
        .filter_map(|(species, amount)| Some(amount.min(*other.get(species)?)))
        .sum();
    Shared::of_totals(both, one.values().sum(), other.values().sum())
}

/// Mean turnover of revisited plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanTurnover {
    /// Plots with a value.
    pub plots: usize,
    /// Mean of the plots.
    pub mean: f64,
    /// Its standard error; plots are the units.
    pub error: StandardError,
}

impl MeanTurnover {
    /// The mean over revisited plots.
    ///
    /// # Formula
    /// Mean of the plots' dissimilarities, `SE = s/√n`, t interval with n − 1 degrees of freedom.
    ///
    /// # Range and edge cases
    /// Every plot turns over a little, by weather and by what two observers see: beside the turnover of plots under
    /// organic use stands that of comparison plots ([`MeanTurnover::beyond`]), and only the difference says anything.
    ///
    /// # Errors
    /// `TOO_FEW_PLOTS` for fewer than two plots with a value.
    pub fn of(revisits: &[Revisit], measure: Dissimilarity) -> Result<Self, Withheld> {
        let values: Vec<f64> = revisits
            .iter()
            .filter_map(|revisit| revisit.dissimilarity(measure))
            .collect();
        let error = StandardError::of_mean(&values).zip(mean(&values));
        let (error, mean) = error.ok_or_else(|| {
            let detail = Message::new("detail-plots").with("n", values.len());
            Withheld::because(Reason::TooFewPlots).with(detail.with("needed", 2_usize))
        })?;
        Ok(Self {
            plots: values.len(),
            mean,
            error,
        })
    }

    /// How much more these plots turned over than others, with the error of the difference (Welch).
    pub fn beyond(&self, comparison: &Self) -> (f64, StandardError) {
        (
            self.mean - comparison.mean,
            self.error.and(comparison.error),
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::amount::Individuals, *};

    fn table(counts: &[u64]) -> Table<Individuals> {
        let (plots, species) = (["A", "B", "C"], ["u", "v", "x", "y"]);
        let records = counts
            .iter()
            .enumerate()
            .map(|(i, n)| (plots[i / 4], species[i % 4], Individuals(*n)));
        Table::from_records(records).unwrap()
    }

    proptest! {
        #[test]
        fn gains_and_losses_are_jaccard_and_turn_with_time(
            one in prop::collection::vec(0u64..5, 12), other in prop::collection::vec(0u64..5, 12),
        ) {
            let (there, back) = (revisits(&table(&one), &table(&other)), revisits(&table(&other), &table(&one)));
            prop_assert_eq!(there.len(), 3);
            for (forth, again) in there.iter().zip(&back) {
                prop_assert_eq!((forth.gain(), forth.loss()), (again.loss(), again.gain()));
                if let Some(jaccard) = forth.dissimilarity(Dissimilarity::Jaccard) {
                    prop_assert!((jaccard - forth.gain().unwrap() - forth.loss().unwrap()).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn means_and_their_difference_by_hand() {
        let plot = |both, only_second| Revisit {
            plot: String::new(),
            shared: Shared {
                both,
                only_first: 0.0,
                only_second,
            },
        };
        // Jaccard 1/2 and 1/4: mean 3/8, s²= 1/32, SE 1/8
        let organic =
            MeanTurnover::of(&[plot(1.0, 1.0), plot(3.0, 1.0)], Dissimilarity::Jaccard).unwrap();
        assert!((organic.mean - 0.375).abs() < 1e-15 && (organic.error.se - 0.125).abs() < 1e-15);
        let (difference, error) = organic.beyond(&organic);
        assert!(difference == 0.0 && (error.se - 0.125 * 2_f64.sqrt()).abs() < 1e-15);
        let alone = MeanTurnover::of(&[plot(1.0, 1.0), plot(0.0, 0.0)], Dissimilarity::Jaccard);
        assert_eq!(alone.unwrap_err().reason, Reason::TooFewPlots);
    }
}
