//! What the tables mean, for machines and for people who find them in ten years.

use std::collections::BTreeMap;

use aimak_io::read::occurrences::Occurrence;
use aimak_science::diversity::occurrence::{
    FLAGGED_ISSUES, LARGEST_UNCERTAINTY_M, Licence, REJECTING_ISSUES,
};
use serde_json::{Value, json};

use super::Found;
use crate::{composite::files, voice::Voice};

impl Found<'_> {
    /// The contents of `about.json`.
    pub(super) fn about(&self, voice: &Voice, species: usize) -> Value {
        let read = &self.read;
        let left_out = counted(read.left_out.iter().map(|record| record.rule.code()));
        let flags = counted(
            read.kept
                .iter()
                .flat_map(|record| record.flags.iter().map(|flag| flag.code())),
        );
        let told = |prefix: &str, counts: BTreeMap<&str, usize>| {
            let entry = |(code, n): (&str, usize)| json!({ "code": code, "n": n, "words": voice.catalogue().keyed(prefix, code) });
            counts.into_iter().map(entry).collect::<Vec<_>>()
        };
        let on_map = read.kept.iter().filter(|record| record.on_map()).count();
        let sources = counted(read.kept.iter().map(|record| record.file.as_str()));
        json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "method": "METHODS E.8",
            "inputs": files(&self.digests),
            "read": read.kept.len() + read.absences.len() + read.left_out.len(),
            "kept": read.kept.len(),
            "for_maps": on_map,
            "for_lists_only": read.kept.len() - on_map,
            "absences": read.absences.len(),
            "species": species,
            "kept_by_file": sources,
            "left_out": told("left-out", left_out),
            "flags": told("occurrence-flag", flags),
            "licences": licences(&read.kept),
            "no_counts": "These are records, not counts of animals or plants: their number follows roads, observers and campaigns. Before and after must not be read from them.",
            "absence": "Where a species has no record nobody may have looked. Absences are kept in a table of their own and are never an abundance of 0.",
            "share_of_all_records": "records of the species by all records kept, as a measure of effort (target group, Phillips et al. 2009); it holds only where all records are of one group of species that the same people look for. It is withheld below 30 records.",
            "areas": self.areas.as_ref().map(|_| "Only records for maps count. The number of species known grows with the number of records: areas with different numbers of records or years must not be compared by it."),
            "publication": "Places of sensitive species are not made coarser here (METHODS F.5): records.csv is for work, not for publishing as it is. Records keep their licences, and whoever passes them on names their data sets.",
            "rules": rules(),
        })
    }
}

/// How often each word stands there.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Records by licence; those without an open one apart.
fn licences(kept: &[Occurrence]) -> Value {
    let n = |licence: Licence| {
        kept.iter()
            .filter(|record| record.licence == licence)
            .count()
    };
    let of = |open: bool| {
        let licences = Licence::ALL
            .into_iter()
            .filter(|licence| licence.is_open() == open);
        licences
            .map(|licence| (licence.name(), n(licence)))
            .collect::<BTreeMap<_, _>>()
    };
    json!({ "open": of(true), "without_open_licence": of(false) })
}

/// The rules by which records were judged.
fn rules() -> Value {
    json!({
        "issues_that_leave_out": REJECTING_ISSUES,
        "issues_that_are_told": FLAGGED_ISSUES,
        "largest_uncertainty_for_maps_m": LARGEST_UNCERTAINTY_M,
        "uncertainty_missing": "kept in lists, not on maps",
        "capital_m": 10_000,
        "country_centroid_m": 1_000,
        "capitals_and_centroids": "Kyrgyzstan, Kazakhstan, Uzbekistan, Tajikistan, China; CIA World Factbook. Such records stay in lists, not on maps",
        "near_zero_zero_degrees": 0.5,
        "institutions": "not tested: no list of zoos, gardens and museums of the region is at hand. A record at one of them looks like any other",
        "duplicates": "same species, days, coordinates rounded to 4 decimals, and observer; the best known one stays. Records that name no observer count as of one. Observers are compared and then forgotten: no file holds them",
        "basis_of_record": "fossil and living specimens are left out; METHODS is silent on them",
        "obscured": "a record that iNaturalist obscured is at most as certain as the diagonal of its cell of 0.2 degrees",
        "other_datum": "coordinates of a datum other than WGS 84 are not converted; such records stay in lists, not on maps",
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;
    use aimak_io::read::occurrences::{Flag, every_rule};

    use super::*;

    #[test]
    fn every_rule_and_flag_has_its_words() {
        let flags = FLAGGED_ISSUES.into_iter().map(Flag::Issue).chain(Flag::OWN);
        let flags: Vec<Flag> = flags.collect();
        for lang in Lang::ALL {
            let voice = Voice::new(lang);
            let rules = every_rule().map(|rule| voice.catalogue().keyed("left-out", rule.code()));
            let flags = flags
                .iter()
                .map(|flag| voice.catalogue().keyed("occurrence-flag", flag.code()));
            for words in rules.chain(flags) {
                assert!(!words.contains('⟦'), "{words}");
            }
        }
    }
}
