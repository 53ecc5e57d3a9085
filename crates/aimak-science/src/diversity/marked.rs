//! How many of the species found are on the Red List, or tell of the state of their habitat?

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{InputUse, Message, Reason, SpeciesList, SpeciesMark, Visit, Withheld};

/// Number of marked species found at a visit.
///
/// # Range and edge cases
/// Species the lists do not speak of count as unmarked. A visit that looked for species and found none has 0.
///
/// # Errors
/// `NO_DATA` where species were not recorded, or where no list of the project speaks of the mark.
///
/// # Example
/// ```
/// use aimak_core::{Abundance, ListedSpecies, PartialDate, SpeciesList, SpeciesMark, SpeciesScale, Visit, VisitTime};
/// use aimak_science::diversity::marked::marked_species;
/// let listed = |red_list| ListedSpecies { red_list: Some(red_list), indicator: None, source: "list".into() };
/// let list = SpeciesList { species: [("Tulipa", listed(true)), ("Poa", listed(false))].map(|(name, says)| (name.to_owned(), says)).into() };
/// let found = ["Poa", "Rumex", "Tulipa"].map(|name| Abundance { species: name.into(), amount: 1.0 }).to_vec();
/// let mut visit = Visit { species: found, ..Visit::at(VisitTime::Date(PartialDate::Year(2022))) };
/// assert!(marked_species(&list, SpeciesMark::RedList, &visit).is_err()); // nobody looked for species
/// visit.species_scale = Some(SpeciesScale::Presence);
/// assert_eq!(marked_species(&list, SpeciesMark::RedList, &visit), Ok(1.0));
/// assert!(marked_species(&list, SpeciesMark::Indicator, &visit).is_err());
/// ```
///
/// # Reference
/// METHODS E.1 (order 0, restricted to marked species); IUCN (2012), Red List Categories and Criteria 3.1.
pub fn marked_species(
    list: &SpeciesList,
    mark: SpeciesMark,
    visit: &Visit,
) -> Result<f64, Withheld> {
    if visit.species_scale.is_none() {
        return Err(Withheld::because(Reason::NoData));
    }
    if !list.speaks_of(mark) {
        let detail = Message::new("detail-no-species-list");
        return Err(Withheld::because(Reason::NoData).with(detail));
    }
    let marked = found(visit).filter(|name| list.says(name, mark) == Some(true));
    Ok(marked.count() as f64)
}

/// Names of the species present, each once.
fn found(visit: &Visit) -> impl Iterator<Item = &str> {
    let found = visit.species.iter().filter(|found| found.amount > 0.0);
    found.map(|found| found.species.as_str())
}

/// How far the lists know what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Different species found.
    pub species: usize,
    /// Those of which no list speaks.
    pub unlisted: usize,
    /// Rows of the lists that were used.
    pub rows: Vec<InputUse>,
}

impl Known {
    /// How far the lists know what several visits found.
    pub fn of<'a>(
        list: &SpeciesList,
        mark: SpeciesMark,
        visits: impl Iterator<Item = &'a Visit>,
    ) -> Self {
        let species: BTreeSet<&str> = visits.flat_map(found).collect();
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        let told = |name: &&str| list.says(name, mark).is_some();
        for name in species.iter().copied().filter(|name| told(name)) {
            *rows.entry(&list.species[name].source).or_default() += 1;
        }
        let listed: usize = rows.values().sum();
        Self {
            species: species.len(),
            unlisted: species.len() - listed,
            rows: rows
                .into_iter()
                .map(|(source, used)| InputUse {
                    source: source.to_owned(),
                    used,
                })
                .collect(),
        }
    }

    /// The note on species of which no list speaks; they count as unmarked.
    pub fn note(&self) -> Option<Message> {
        (self.unlisted > 0).then(|| {
            Message::new("note-species-unlisted")
                .with("n", self.unlisted)
                .with("all", self.species)
        })
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::{Abundance, ListedSpecies, PartialDate, SpeciesScale, VisitTime};
    use proptest::prelude::*;

    use super::*;

    fn visit(species: &BTreeSet<u8>) -> Visit {
        let found = |k: &u8| Abundance {
            species: k.to_string(),
            amount: 1.0,
        };
        Visit {
            species_scale: Some(SpeciesScale::Presence),
            species: species.iter().map(found).collect(),
            ..Visit::at(VisitTime::Date(PartialDate::Year(2022)))
        }
    }

    proptest! {
        /// What is marked and what is not adds up to what was found; unlisted species are among the unmarked.
        #[test]
        fn marked_and_unmarked_are_all(
            found in prop::collection::btree_set(0u8..30, 0..20), says in prop::collection::btree_map(0u8..30, any::<bool>(), 1..20),
        ) {
            let list = |turned: bool| SpeciesList {
                species: says.iter().map(|(k, marked)| {
                    let listed = ListedSpecies { red_list: Some(*marked != turned), indicator: None, source: "list".into() };
                    (k.to_string(), listed)
                }).collect(),
            };
            let visit = visit(&found);
            let of = |turned| marked_species(&list(turned), SpeciesMark::RedList, &visit).unwrap();
            let known = Known::of(&list(false), SpeciesMark::RedList, std::iter::once(&visit));
            prop_assert_eq!(of(false) + of(true) + known.unlisted as f64, found.len() as f64);
            prop_assert_eq!(known.rows.iter().map(|rows| rows.used).sum::<usize>() + known.unlisted, known.species);
        }
    }

    #[test]
    fn two_lists_are_two_sources() {
        let listed = |red_list, indicator, source: &str| ListedSpecies {
            red_list,
            indicator,
            source: source.into(),
        };
        let species = [
            ("1", listed(Some(true), None, "plants")),
            ("2", listed(Some(false), Some(true), "plants")),
            ("3", listed(None, Some(true), "birds")),
        ];
        let list = SpeciesList {
            species: species.map(|(name, says)| (name.to_owned(), says)).into(),
        };
        let visit = visit(&BTreeSet::from([1, 2, 3, 4]));
        let known = |mark| Known::of(&list, mark, std::iter::once(&visit));
        assert_eq!(known(SpeciesMark::RedList).unlisted, 2);
        let rows = |source: &str, used| InputUse {
            source: source.into(),
            used,
        };
        assert_eq!(
            known(SpeciesMark::Indicator).rows,
            [rows("birds", 1), rows("plants", 1)]
        );
        assert_eq!(
            known(SpeciesMark::Indicator).note().unwrap().id,
            "note-species-unlisted"
        );
        assert_eq!(
            marked_species(&list, SpeciesMark::Indicator, &visit),
            Ok(2.0)
        );
    }
}
