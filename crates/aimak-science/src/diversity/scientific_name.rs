//! Which species does a written name mean?
//!
//! Authors, years and doubts stand behind or between the parts of a name; two rows that differ in them alone mean one species.

/// Words between the parts of a name that say that the species is not sure.
const DOUBTS: [&str; 6] = ["cf.", "cf", "aff.", "aff", "nr.", "?"];
/// Words that stand in place of an epithet.
const UNNAMED: [&str; 7] = ["sp.", "sp", "spp.", "spp", "indet.", "indet", "gen."];
/// Marks of ranks below the species.
const RANKS: [&str; 10] = [
    "subsp.", "subsp", "ssp.", "ssp", "var.", "var", "subvar.", "f.", "forma", "fo.",
];
/// Words in lower case that belong to names of authors.
const OF_AUTHORS: [&str; 19] = [
    "de", "da", "del", "della", "van", "von", "der", "den", "et", "ex", "in", "and", "ten", "le",
    "la", "du", "dos", "zu", "non",
];

/// The parts of a scientific name, without its authors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScientificName {
    /// The genus, or the name of a higher group; one capital letter.
    pub genus: String,
    /// The epithet of the species; `None` for a genus or a higher group.
    pub epithet: Option<String>,
    /// Epithets below the species.
    pub infraspecific: Vec<String>,
    /// Whether it was written with a doubt (`cf.`, `aff.`, `?`).
    pub doubtful: bool,
}

impl ScientificName {
    /// Reads a name; `None` where it does not begin with a word, such as the code of a genetic cluster.
    ///
    /// # Formula
    /// The first word is the genus; a word in brackets behind it is a subgenus; the next word in lower case is the epithet. What follows is
    /// an epithet below the species where it stands in lower case directly behind, or behind a mark of rank; the rest are authors.
    /// Letters that are all capitals or all small are read as if the genus had a capital.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::scientific_name::ScientificName;
    /// let species = |text: &str| ScientificName::parse(text).and_then(|name| name.species());
    /// assert_eq!(species("Capra sibirica (Pallas, 1776)").as_deref(), Some("Capra sibirica"));
    /// assert_eq!(species("Columba livia domestica").as_deref(), Some("Columba livia"));
    /// assert_eq!(species("Festuca cf. valesiaca Schleich. ex Gaudin").as_deref(), Some("Festuca valesiaca"));
    /// assert_eq!(species("Festuca sp."), None);
    /// assert_eq!(species("BOLD:AEG4314"), None);
    /// ```
    ///
    /// # Reference
    /// International Code of Nomenclature (Shenzhen 2018), art. 20–24; ICZN (1999), art. 4–6. GBIF's own `species` beside `scientificName` is compared in
    /// the end-to-end tests.
    pub fn parse(text: &str) -> Option<Self> {
        let one_case = text
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        let plain = if one_case {
            text.to_lowercase()
        } else {
            text.to_owned()
        };
        let plain = plain.replace(['_', '\u{a0}'], " ").replace('?', " ? ");
        let mut words = plain
            .split_whitespace()
            .map(|word| word.trim_start_matches(['×', '†']))
            .filter(|word| !word.is_empty() && !matches!(*word, "x" | "X"))
            .peekable();
        let genus = words.next().filter(|word| is_word(word))?;
        let mut name = Self {
            genus: capital(genus),
            epithet: None,
            infraspecific: Vec::new(),
            doubtful: false,
        };
        let rest: Vec<&str> = words.collect();
        let rest = match rest.split_first() {
            // a subgenus, not an author: an epithet follows
            Some((first, behind))
                if first.starts_with('(')
                    && first.ends_with(')')
                    && behind.first().is_some_and(|word| is_epithet(word)) =>
            {
                behind
            }
            _ => &rest[..],
        };
        name.epithets(rest);
        Some(name)
    }

    /// Reads what follows the genus.
    fn epithets(&mut self, words: &[&str]) {
        let mut after_rank = false;
        // whether every word so far belonged to the name
        let mut unbroken = true;
        for word in words {
            if DOUBTS.contains(word) {
                self.doubtful = true;
            } else if self.epithet.is_none() {
                if !unbroken || UNNAMED.contains(word) || !is_epithet(word) {
                    // authors of a genus may be followed by a doubt, never by an epithet
                    unbroken = false;
                } else {
                    self.epithet = Some((*word).to_owned());
                }
            } else if RANKS.contains(word) {
                after_rank = true;
            } else if is_epithet(word) && (after_rank || unbroken) {
                self.infraspecific.push((*word).to_owned());
                after_rank = false;
            } else {
                (unbroken, after_rank) = (false, false);
            }
        }
    }

    /// Genus and epithet; `None` for a name above the species.
    pub fn species(&self) -> Option<String> {
        let epithet = self.epithet.as_ref()?;
        Some(format!("{} {epithet}", self.genus))
    }

    /// All parts, without authors, ranks and doubts.
    ///
    /// ```
    /// use aimak_science::diversity::scientific_name::ScientificName;
    /// let name = ScientificName::parse("Festuca rubra L. subsp. arctica (Hack.) Govor.").unwrap();
    /// assert_eq!(name.canonical(), "Festuca rubra arctica");
    /// ```
    pub fn canonical(&self) -> String {
        let parts = std::iter::once(&self.genus).chain(&self.epithet);
        let parts: Vec<&str> = parts
            .chain(&self.infraspecific)
            .map(String::as_str)
            .collect();
        parts.join(" ")
    }
}

/// Letters and hyphens only.
fn is_word(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && word.chars().all(|c| c.is_alphabetic() || c == '-')
}

/// A word that can be an epithet: in lower case, and none that belongs to authors.
fn is_epithet(word: &str) -> bool {
    is_word(word) && word.chars().all(|c| !c.is_uppercase()) && !OF_AUTHORS.contains(&word)
}

/// A word with a capital and small letters behind it.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn canonical(text: &str) -> String {
        ScientificName::parse(text).unwrap().canonical()
    }

    /// Habits of botanists and zoologists, taken apart by hand.
    #[test]
    fn authors_fall_away() {
        let known = [
            ("Capra sibirica (Pallas, 1776)", "Capra sibirica"),
            ("Ovis ammon (Linnaeus, 1758)", "Ovis ammon"),
            ("Festuca valesiaca Schleich. ex Gaudin", "Festuca valesiaca"),
            ("Tulipa greigii Regel", "Tulipa greigii"),
            ("Picea schrenkiana Fisch. & C.A.Mey.", "Picea schrenkiana"),
            ("Juglans regia L.", "Juglans regia"),
            ("Artemisia dracunculus L.", "Artemisia dracunculus"),
            (
                "Motacilla alba personata Gould, 1861",
                "Motacilla alba personata",
            ),
            (
                "Hippophae rhamnoides subsp. turkestanica Rousi",
                "Hippophae rhamnoides turkestanica",
            ),
            ("Rosa ×damascena Mill.", "Rosa damascena"),
            ("Aves", "Aves"),
        ];
        for (written, expected) in known {
            assert_eq!(canonical(written), expected);
        }
    }

    #[test]
    fn case_blanks_and_doubts_do_not_matter() {
        for text in [
            "festuca  valesiaca",
            "FESTUCA VALESIACA",
            "Festuca_valesiaca",
            "Festuca cf. valesiaca",
            "Festuca valesiaca ?",
            "Festuca\u{a0}valesiaca Gaudin",
        ] {
            assert_eq!(canonical(text), "Festuca valesiaca", "{text}");
        }
        let doubtful = |text| ScientificName::parse(text).unwrap().doubtful;
        assert!(doubtful("Festuca cf. valesiaca") && doubtful("Festuca valesiaca?"));
        assert!(!doubtful("Festuca valesiaca"));
    }

    #[test]
    fn what_is_no_species_has_no_species() {
        for text in [
            "Festuca sp.",
            "Festuca",
            "Festuca spp",
            "Poaceae Barnhart",
            "Capra Linnaeus, 1758",
        ] {
            assert_eq!(
                ScientificName::parse(text).unwrap().species(),
                None,
                "{text}"
            );
        }
        assert_eq!(ScientificName::parse("BOLD:ADW0022"), None);
        assert_eq!(ScientificName::parse(""), None);
        assert_eq!(
            ScientificName::parse("Capra (Capra) sibirica")
                .unwrap()
                .species()
                .as_deref(),
            Some("Capra sibirica")
        );
    }

    proptest! {
        #[test]
        fn a_canonical_name_means_itself(genus in "[A-Z][a-z]{3,9}", epithet in "[a-z]{5,12}", author in "[A-Z][a-z]{2,9}\\.?") {
            prop_assume!(!OF_AUTHORS.contains(&epithet.as_str()) && !RANKS.contains(&epithet.as_str()) && !UNNAMED.contains(&epithet.as_str()));
            let plain = format!("{genus} {epithet}");
            prop_assert_eq!(canonical(&plain), plain.clone());
            let written = format!("{genus} {epithet} ({author}, 1901)");
            prop_assert_eq!(canonical(&written), plain);
        }
    }
}
