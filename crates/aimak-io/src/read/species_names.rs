//! Synonyms of species, and names that are probably one name written twice.
//!
//! Two spellings of one species count as two species, and every figure of diversity is then wrong by one.

use std::{collections::BTreeMap, path::Path};

use aimak_core::Message;
use aimak_science::diversity::scientific_name::ScientificName;
use strsim::damerau_levenshtein;

use super::{sheet, table::Table};
use crate::problem::Problem;

const NAME: &str = "name";
const ACCEPTED: &str = "accepted";
/// Epithets as long as this may differ by two letters and still be one misspelt.
const LONG: usize = 9;
/// Shorter epithets and genera differ too easily by one letter: `alba` and `alta` are two.
const SHORT: usize = 5;
/// Marks of names that mean more or less than the species itself.
const AGGREGATES: [&str; 8] = [
    "agg.", "agg", "aggr.", "s.l.", "s.lat.", "s.str.", "s.s.", "sect.",
];

/// The names of a project while its tables are read.
#[derive(Debug, Default)]
pub(super) struct SpeciesNames {
    /// The file of synonyms.
    file: String,
    accepted: BTreeMap<String, String>,
    /// How often a name was replaced.
    replaced: BTreeMap<String, usize>,
    /// Where each name stands first, and how often.
    seen: BTreeMap<String, Seen>,
}

/// A name in the tables.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    file: String,
    row: usize,
    times: usize,
}

impl SpeciesNames {
    /// Reads a table with the columns `name` and `accepted`.
    ///
    /// # Errors
    /// A name with two accepted names, or one whose accepted name is replaced itself; an empty cell; a missing column.
    pub(super) fn read(base: &Path, file: &str) -> Result<Self, Vec<Problem>> {
        let spec = sheet::spec(Path::new(file));
        let mut table = Table::read(base, &spec)?;
        let problems = sheet::columns(&table, &[NAME, ACCEPTED], &[]);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut names = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        let rows = table.rows();
        for row in &rows {
            let name = sheet::filled(&mut table, *row, NAME);
            let Some((name, accepted)) = name.zip(sheet::filled(&mut table, *row, ACCEPTED)) else {
                continue;
            };
            let before = names.accepted.insert(name.clone(), accepted.clone());
            if let Some(before) = before.filter(|before| *before != accepted) {
                let found = format!("{name} → {before}, {accepted}");
                table.wrong(*row, ACCEPTED, "synonym-twice", &found);
            }
        }
        for row in &rows {
            let accepted = table.cell(*row, ACCEPTED, &[]).map(str::to_owned);
            let again = accepted.and_then(|accepted| {
                let next = names.accepted.get(&accepted)?;
                (*next != accepted).then(|| format!("{accepted} → {next}"))
            });
            if let Some(found) = again {
                table.wrong(*row, ACCEPTED, "synonym-chain", &found);
            }
        }
        sheet::finish(table, rows.is_empty(), names)
    }

    /// The accepted name for one that stands in a row of a table.
    pub(super) fn accepted(&mut self, name: &str, (file, row): &(String, usize)) -> String {
        let accepted = match self.accepted.get(name) {
            Some(accepted) if accepted != name => {
                *self.replaced.entry(name.to_owned()).or_default() += 1;
                accepted
            }
            _ => name,
        };
        let first = Seen {
            file: file.clone(),
            row: *row,
            times: 0,
        };
        let accepted = accepted.to_owned();
        self.seen.entry(accepted.clone()).or_insert(first).times += 1;
        accepted
    }

    /// What a person should look at: names that were replaced, and pairs that are probably one name.
    pub(super) fn remarks(&self) -> Vec<Problem> {
        let mut remarks = Vec::new();
        let times: usize = self.replaced.values().sum();
        if times > 0 {
            let pair =
                |(name, n): (&String, &usize)| format!("{name} → {} ({n})", self.accepted[name]);
            let pairs: Vec<String> = self.replaced.iter().map(pair).collect();
            let remark = Problem::warning("species-replaced", &self.file);
            let expected = Message::new("expected-species-replaced").with("n", times);
            remarks.push(remark.found(pairs.join(", ")).expecting(expected));
        }
        remarks.extend(
            self.pairs()
                .into_iter()
                .map(|(one, other)| self.alike(one, other)),
        );
        remarks
    }

    /// Pairs of names that are probably one; those of which one is said to be right as it is are none.
    fn pairs(&self) -> Vec<(&str, &str)> {
        let said = |name: &str| {
            self.accepted
                .get(name)
                .is_some_and(|accepted| accepted == name)
        };
        let parsed = self.seen.keys().filter_map(|name| {
            let parsed = ScientificName::parse(name)?;
            parsed.epithet.is_some().then_some((name.as_str(), parsed))
        });
        let names: Vec<(&str, ScientificName)> = parsed.collect();
        let mut pairs = Vec::new();
        for (place, (one, first)) in names.iter().enumerate() {
            for (other, second) in &names[place + 1..] {
                if probably_one((one, first), (other, second)) && !said(one) && !said(other) {
                    pairs.push((*one, *other));
                }
            }
        }
        pairs
    }

    /// The remark on a pair, at the rarer of the two names.
    fn alike(&self, one: &str, other: &str) -> Problem {
        let (rare, usual) = if self.seen[one].times > self.seen[other].times {
            (other, one)
        } else {
            (one, other)
        };
        let seen = &self.seen[rare];
        let hint = Message::new("hint-species-alike")
            .with("name", rare)
            .with("accepted", usual);
        Problem::warning("species-alike", &seen.file)
            .at_row(seen.row)
            .found(format!("{rare} ~ {usual}"))
            .hinting(hint)
    }
}

/// Whether two names probably mean one species: they differ in case, blanks, doubts or authors alone, or by a letter or two.
fn probably_one(
    (one, first): (&str, &ScientificName),
    (other, second): (&str, &ScientificName),
) -> bool {
    let (Some(epithet), Some(other_epithet)) = (&first.epithet, &second.epithet) else {
        return false;
    };
    let near = if first.genus == second.genus {
        misspelt(epithet, other_epithet)
    } else {
        epithet == other_epithet
            && first.genus.len() > SHORT
            && one_letter(&first.genus, &second.genus)
    };
    near && first.infraspecific == second.infraspecific
        && aggregate(one) == aggregate(other)
        && number(one) == number(other)
}

/// Whether two epithets of one genus are one, or one of them misspelt.
fn misspelt(one: &str, other: &str) -> bool {
    let (length, other_length) = (one.chars().count(), other.chars().count());
    let shortest = length.min(other_length);
    if one == other {
        return true;
    }
    // who mistypes two letters seldom mistypes the first
    let two = shortest >= LONG && one.chars().next() == other.chars().next();
    shortest >= SHORT && damerau_levenshtein(one, other) <= if two { 2 } else { 1 }
}

/// Whether two words differ by one letter.
fn one_letter(one: &str, other: &str) -> bool {
    damerau_levenshtein(one, other) == 1
}

/// Whether a name means a group of species, or a species in another sense.
fn aggregate(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| AGGREGATES.contains(&word))
}

/// The number behind the names of kinds that nobody has named yet; years of authors are longer.
fn number(name: &str) -> Option<&str> {
    let last = name.split_whitespace().next_back()?;
    (last.len() < 4 && last.bytes().all(|byte| byte.is_ascii_digit())).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(first: &str, second: &str) -> bool {
        let parsed = |name| ScientificName::parse(name).unwrap();
        probably_one((first, &parsed(first)), (second, &parsed(second)))
    }

    #[test]
    fn one_name_written_twice() {
        for (first, second) in [
            ("Festuca valesiaca", "Festuca valesiaka"),
            ("Festuca valesiaca", "festuca  valesiaca"),
            ("Festuca valesiaca", "Festuca cf. valesiaca"),
            ("Festuca valesiaca", "Festuca valesiaca Gaudin"),
            ("Artemisia dracunculus", "Artemisia dracunulcus"),
            ("Hippophae rhamnoides", "Hippophae ramnoidess"),
            ("Artemisia annua", "Artemesia annua"),
        ] {
            assert!(
                one(first, second) && one(second, first),
                "{first} ~ {second}"
            );
        }
    }

    /// The three nearest pairs of different species in 417 names of South Moravia and Gilgit-Baltistan are among these.
    #[test]
    fn different_species_are_left_alone() {
        for (first, second) in [
            ("Rhinanthus major", "Rhinanthus minor"),
            ("Trifolium alpestre", "Trifolium campestre"),
            ("Betonica officinalis", "Veronica officinalis"),
            ("Viola alba", "Viola alta"),
            ("Festuca rubra", "Festuca ovina"),
            ("Festuca rubra", "Festuca rubra subsp. arctica"),
            ("Achillea millefolium", "Achillea millefolium agg."),
            ("Poa alpina", "Poa alpigena"),
            ("Altona borealis", "Altona borealis 2"),
            ("Acer campestre", "Acer tataricum"),
        ] {
            assert!(!one(first, second), "{first} ~ {second}");
        }
    }
}
