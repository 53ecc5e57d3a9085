//! What do the records of each species add up to?

use std::collections::BTreeMap;

use aimak_core::Withheld;

use super::target_group_share;

/// What a record adds to a list of species.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sighting<'a> {
    /// The species.
    pub species: &'a str,
    /// The year, where it is known to one year.
    pub year: Option<i16>,
    /// Whether its place is known well enough for maps.
    pub on_map: bool,
}

/// A species in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpeciesLine {
    /// Records.
    pub records: u64,
    /// Records whose place is known well enough for maps.
    pub on_map: u64,
    /// First and last year of the records whose year is known.
    pub years: Option<(i16, i16)>,
}

impl SpeciesLine {
    /// Adds a record.
    fn add(&mut self, sighting: &Sighting<'_>) {
        self.records += 1;
        self.on_map += u64::from(sighting.on_map);
        if let Some(year) = sighting.year {
            let (first, last) = self.years.unwrap_or((year, year));
            self.years = Some((first.min(year), last.max(year)));
        }
    }

    /// The share of its records among `all` records of the group, which stand for the effort of those who look for the group.
    ///
    /// # Errors
    /// `EFFORT_MISSING` for fewer than thirty records of the group.
    pub fn share_of(&self, all: u64) -> Result<f64, Withheld> {
        target_group_share(self.records, all)
    }
}

/// Records by species, sorted by name; the order of the records does not matter.
///
/// # Formula
/// Counts, and the extremes of the years.
///
/// # Units
/// Records; years.
///
/// # Example
/// ```
/// use aimak_science::diversity::occurrence::{Sighting, species_list};
/// let seen = |species, year, on_map| Sighting { species, year, on_map };
/// let list = species_list([
///     seen("Pica pica", Some(2024), true), seen("Aquila chrysaetos", None, false), seen("Pica pica", Some(1998), false),
/// ]);
/// let pica = list["Pica pica"];
/// assert_eq!((pica.records, pica.on_map, pica.years), (2, 1, Some((1998, 2024))));
/// assert_eq!(list.keys().next(), Some(&"Aquila chrysaetos"));
/// ```
///
/// # Reference
/// METHODS E.8; Phillips et al. (2009), Ecol. Appl. 19:181–197 (target groups).
pub fn species_list<'a>(
    sightings: impl IntoIterator<Item = Sighting<'a>>,
) -> BTreeMap<&'a str, SpeciesLine> {
    let mut list: BTreeMap<&str, SpeciesLine> = BTreeMap::new();
    for sighting in sightings {
        list.entry(sighting.species).or_default().add(&sighting);
    }
    list
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 4] = ["Capra sibirica", "Ovis ammon", "Pica pica", "Gyps fulvus"];

    fn sighting() -> impl Strategy<Value = Sighting<'static>> {
        let year = proptest::option::of(1850_i16..2026);
        (0..NAMES.len(), year, any::<bool>()).prop_map(|(name, year, on_map)| Sighting {
            species: NAMES[name],
            year,
            on_map,
        })
    }

    proptest! {
        #[test]
        fn order_does_not_matter_and_nothing_is_lost(
            (records, mixed) in proptest::collection::vec(sighting(), 0..80)
                .prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle()))
        ) {
            let list = species_list(records.iter().copied());
            prop_assert_eq!(&list, &species_list(mixed));
            let total: u64 = list.values().map(|line| line.records).sum();
            prop_assert_eq!(total, records.len() as u64);
            let shares: f64 = list.values().filter_map(|line| line.share_of(total).ok()).sum();
            prop_assert!(total < 30 || (shares - 1.0).abs() < 1e-9);
        }
    }
}
