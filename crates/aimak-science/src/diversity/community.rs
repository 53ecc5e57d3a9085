//! What do several plots hold together?

use std::collections::BTreeSet;

use aimak_core::{Message, Reason, SpeciesScale, Visit, Withheld};

/// Amounts of species on plots, in the order in which the plots were given. Resampling takes plots several times or not
/// at all; `times` says how often each is taken.
///
/// ```
/// use aimak_core::{Abundance, PartialDate, SpeciesScale, Visit, VisitTime};
/// use aimak_science::diversity::community::Community;
/// let visit = |list: &[(&str, f64)]| Visit {
///     species_scale: Some(SpeciesScale::Count),
///     species: list.iter().map(|(name, n)| Abundance { species: (*name).into(), amount: *n }).collect(),
///     ..Visit::at(VisitTime::Date(PartialDate::Year(2020)))
/// };
/// let (meadow, field) = (visit(&[("Poa", 9.0), ("Rumex", 1.0)]), visit(&[("Poa", 1.0), ("Vicia", 1.0)]));
/// let community = Community::new(&[&meadow, &field]).unwrap();
/// assert_eq!(community.individuals(&[1, 1]), [10, 1, 1]);
/// assert_eq!(community.occurrences(&[2, 1]), [3, 2, 1]);
/// assert_eq!(community.mean_shares(&[1, 1]), [0.7, 0.05, 0.25]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    scale: SpeciesScale,
    species: usize,
    /// Amounts on each plot, as (species, amount).
    plots: Vec<Vec<(usize, f64)>>,
}

impl Community {
    /// The community of the visits' species lists.
    ///
    /// # Errors
    /// `NO_DATA` without any list; `METHOD_MISMATCH` where lists were made on different scales.
    pub fn new(visits: &[&Visit]) -> Result<Self, Withheld> {
        let scales: BTreeSet<&str> = visits
            .iter()
            .filter_map(|visit| visit.species_scale)
            .map(SpeciesScale::key)
            .collect();
        let scale = visits
            .first()
            .and_then(|visit| visit.species_scale)
            .ok_or(Withheld::because(Reason::NoData))?;
        if scales.len() > 1 {
            return Err(Withheld::because(Reason::MethodMismatch)
                .with(Message::new("detail-scales-differ")));
        }
        let names: BTreeSet<&str> = visits
            .iter()
            .flat_map(|visit| &visit.species)
            .map(|found| found.species.as_str())
            .collect();
        let names: Vec<&str> = names.into_iter().collect();
        let place = |name: &str| {
            names
                .binary_search(&name)
                .expect("invariant: every name was collected")
        };
        let plot = |visit: &&Visit| {
            let found = visit.species.iter().filter(|found| found.amount > 0.0);
            found
                .map(|found| (place(&found.species), found.amount))
                .collect()
        };
        Ok(Self {
            scale,
            species: names.len(),
            plots: visits.iter().map(plot).collect(),
        })
    }

    /// The crops of farms, by hectares; varieties of one crop are one.
    ///
    /// # Errors
    /// `NO_DATA` where nothing was grown; `EFFORT_MISSING` where the area of a crop is not known: then nobody can say how much of the
    /// land it has.
    pub fn of_crops(farms: &[&Visit]) -> Result<Self, Withheld> {
        let grown = || farms.iter().flat_map(|farm| &farm.crops);
        if grown().any(|crop| crop.hectares.is_none()) {
            return Err(
                Withheld::because(Reason::EffortMissing).with(Message::new("detail-crop-area"))
            );
        }
        let names: BTreeSet<&str> = grown().map(|crop| crop.crop.as_str()).collect();
        if names.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        let names: Vec<&str> = names.into_iter().collect();
        let farm = |visit: &&Visit| {
            let mut areas = vec![0.0; names.len()];
            for crop in &visit.crops {
                let place = names.binary_search(&crop.crop.as_str());
                areas[place.expect("invariant: every name was collected")] +=
                    crop.hectares.unwrap_or(0.0);
            }
            let areas = areas.into_iter().enumerate();
            areas.filter(|(_, hectares)| *hectares > 0.0).collect()
        };
        Ok(Self {
            scale: SpeciesScale::Count,
            species: names.len(),
            plots: farms.iter().map(farm).collect(),
        })
    }

    /// Share of each species of all that the plots hold; a large plot weighs more.
    pub fn pooled_shares(&self, times: &[u32]) -> Vec<f64> {
        let mut amounts = vec![0.0; self.species];
        for (plot, times) in self.plots.iter().zip(times) {
            for (species, amount) in plot {
                amounts[*species] += f64::from(*times) * amount;
            }
        }
        let total: f64 = amounts.iter().sum();
        if total > 0.0 {
            for amount in &mut amounts {
                *amount /= total;
            }
        }
        amounts
    }

    /// A community of numbered species; the plots hold (species, amount).
    pub(super) fn of_species(
        scale: SpeciesScale,
        species: usize,
        plots: Vec<Vec<(usize, f64)>>,
    ) -> Self {
        Self {
            scale,
            species,
            plots,
        }
    }

    /// What the amounts are.
    pub fn scale(&self) -> SpeciesScale {
        self.scale
    }

    /// Individuals of each species over all plots.
    pub fn individuals(&self, times: &[u32]) -> Vec<u64> {
        let mut counts = vec![0; self.species];
        for (plot, times) in self.plots.iter().zip(times) {
            for (species, amount) in plot {
                counts[*species] += u64::from(*times) * amount.round() as u64;
            }
        }
        counts
    }

    /// On how many plots each species occurs.
    pub fn occurrences(&self, times: &[u32]) -> Vec<u64> {
        let mut counts = vec![0; self.species];
        for (plot, times) in self.plots.iter().zip(times) {
            for (species, _) in plot {
                counts[*species] += u64::from(*times);
            }
        }
        counts
    }

    /// Mean share of each species over the plots where anything grows; every plot weighs the same.
    pub fn mean_shares(&self, times: &[u32]) -> Vec<f64> {
        let mut shares = vec![0.0; self.species];
        let mut plots = 0.0;
        for (plot, times) in self.plots.iter().zip(times) {
            let total: f64 = plot.iter().map(|(_, amount)| amount).sum();
            if total > 0.0 {
                plots += f64::from(*times);
                for (species, amount) in plot {
                    shares[*species] += f64::from(*times) * amount / total;
                }
            }
        }
        if plots > 0.0 {
            for share in &mut shares {
                *share /= plots;
            }
        }
        shares
    }
}
