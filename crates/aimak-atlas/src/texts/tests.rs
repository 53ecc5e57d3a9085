//! Are all words there, in all languages, and none too strong?

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use aimak_core::{
    Claim, Confidence, Design, Direction, IntervalKind, Land, Lang, Message, NoInterval, Reason,
    SampleUnit, Theme, Unit,
};

use super::*;

/// Ids of every file, by file name.
fn ids(lang: Lang) -> BTreeMap<&'static str, Vec<String>> {
    let names = |source: &str| {
        source
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
            .collect()
    };
    sources(lang)
        .into_iter()
        .map(|(file, source)| (file, names(source)))
        .collect()
}

#[test]
fn the_three_languages_hold_the_same_entries() {
    let english = ids(Lang::En);
    for lang in [Lang::Ky, Lang::Ru] {
        let here = ids(lang);
        for (file, expected) in &english {
            let expected: BTreeSet<_> = expected.iter().collect();
            let found: BTreeSet<_> = here.get(file).into_iter().flatten().collect();
            let differing: Vec<_> = expected.symmetric_difference(&found).collect();
            assert!(
                differing.is_empty(),
                "{}/{file} differs from en: {differing:?}",
                lang.code()
            );
        }
        assert_eq!(here.len(), english.len(), "files of {}", lang.code());
    }
}

#[test]
fn every_file_is_sound_fluent_and_no_entry_stands_twice() {
    for lang in Lang::ALL {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (file, source) in sources(lang) {
            if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                panic!("{}/{file}: {errors:?}", lang.code());
            }
            for id in &ids(lang)[file] {
                let before = seen.insert(id.clone(), file);
                assert!(
                    before.is_none(),
                    "{id} stands in {file} and in {before:?} ({})",
                    lang.code()
                );
            }
        }
    }
}

/// Names of the arguments an entry uses.
fn arguments(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                .collect()
        })
        .collect()
}

#[test]
fn the_three_languages_use_the_same_arguments() {
    let english: BTreeMap<_, _> = entries(Lang::En).into_iter().collect();
    for (id, lang, text) in review() {
        let expected = english
            .get(&id)
            .map(|text| arguments(text))
            .unwrap_or_default();
        assert_eq!(arguments(&text), expected, "{id} ({})", lang.code());
    }
}

#[test]
fn plurals_follow_the_language() {
    let count = |lang, n: usize| {
        Catalogue::new(lang).message(&Message::new("data-exclusions-rows").with("rows", n))
    };
    assert_eq!(count(Lang::En, 1), "1 row");
    assert_eq!(count(Lang::En, 1200), "1,200 rows");
    assert_eq!(count(Lang::Ru, 21), "21 строка");
    assert_eq!(count(Lang::Ru, 3), "3 строки");
    assert_eq!(count(Lang::Ru, 12), "12 строк");
    assert_eq!(count(Lang::Ky, 1), "1 сап");
    assert_eq!(count(Lang::Ky, 5000), "5\u{a0}000 сап");
}

#[test]
fn a_missing_entry_is_seen() {
    let catalogue = Catalogue::new(Lang::En);
    assert_eq!(catalogue.text("no-such-entry"), "⟦no-such-entry⟧");
    assert!(!catalogue.has("no-such-entry"));
}

/// Every unit of the core.
const UNITS: [Unit; 15] = [
    Unit::TonneCarbonPerHectare,
    Unit::GramPerKilogram,
    Unit::Ph,
    Unit::NdviPerYear,
    Unit::TonnePerHectareYear,
    Unit::Species,
    Unit::SpeciesPerPlot,
    Unit::EffectiveSpecies,
    Unit::EffectiveCrops,
    Unit::Varieties,
    Unit::Ndvi,
    Unit::MilligramPerKilogram,
    Unit::PercentOfFineEarth,
    Unit::DecisiemensPerMetre,
    Unit::Percent,
];

/// Ids made from the keys of the core's enums.
fn ids_of_enums() -> Vec<String> {
    let kinds = [
        IntervalKind::Sampling,
        IntervalKind::AmongAimaks,
        IntervalKind::YearToYear,
        IntervalKind::Parameter,
        IntervalKind::Model,
    ];
    let samples = [
        SampleUnit::Plots,
        SampleUnit::PairedPlots,
        SampleUnit::Farms,
        SampleUnit::PairedFarms,
        SampleUnit::Persons,
        SampleUnit::PairedPersons,
        SampleUnit::Years,
        SampleUnit::Cells,
        SampleUnit::Aimaks,
        SampleUnit::Fields,
    ];
    let grades = [
        Confidence::VeryLow,
        Confidence::Low,
        Confidence::Moderate,
        Confidence::High,
    ];
    let lands = [Land::WholeAimak, Land::Organic, Land::Untreated];
    let directions = [Direction::Higher, Direction::Lower, Direction::Neutral];
    let better =
        directions.map(|direction| format!("better-{}", format!("{direction:?}").to_lowercase()));
    let mut ids: Vec<String> = better.to_vec();
    ids.extend(
        UNITS
            .iter()
            .flat_map(|unit| [keyed_id("unit", unit.key()), keyed_id("symbol", unit.key())]),
    );
    ids.extend(kinds.iter().map(|kind| keyed_id("interval", kind.key())));
    ids.extend(
        [
            NoInterval::Census,
            NoInterval::TooFewUnits,
            NoInterval::TooFewYears,
        ]
        .map(|reason| keyed_id("no-interval", reason.key())),
    );
    ids.extend(
        samples
            .iter()
            .map(|sample| keyed_id("sample", sample.key())),
    );
    ids.extend(
        Design::ALL
            .iter()
            .map(|design| keyed_id("design", design.key())),
    );
    ids.extend(
        grades
            .iter()
            .map(|grade| keyed_id("confidence", grade.key())),
    );
    ids.extend(
        Claim::ALL
            .iter()
            .map(|claim| keyed_id("claim", claim.key())),
    );
    ids.extend(lands.iter().flat_map(|land| {
        [
            keyed_id("land", land.key()),
            keyed_id("on-land", land.key()),
        ]
    }));
    ids.extend(
        Theme::ALL
            .iter()
            .map(|theme| keyed_id("theme", theme.key())),
    );
    ids.extend(
        Reason::ALL
            .iter()
            .map(|reason| keyed_id("reason", reason.code())),
    );
    ids
}

#[test]
fn every_key_of_the_core_has_its_words() {
    for lang in Lang::ALL {
        let catalogue = Catalogue::new(lang);
        for id in ids_of_enums() {
            assert!(catalogue.has(&id), "{id} ({})", lang.code());
        }
    }
}

/// Rust sources of the workspace.
fn rust_sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() {
            rust_sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// String literals that follow `call`, for instance `Message::new(`; ids built by `format!` are not among them.
fn literals<'a>(source: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    source
        .split(call)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn every_entry_named_in_the_sources_exists() {
    let mut files = Vec::new();
    rust_sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        &mut files,
    );
    files.sort();
    assert!(files.len() > 20, "the sources were not found");
    let catalogue = Catalogue::new(Lang::En);
    let mut missing = BTreeSet::new();
    for file in files
        .iter()
        .filter(|file| !file.ends_with("texts/tests.rs"))
    {
        let source = std::fs::read_to_string(file).unwrap();
        // doc comments show ids that need not exist
        let code: String = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        for call in ["Message::new(", ".text(", "words.text("] {
            missing.extend(
                literals(&code, call)
                    .filter(|id| {
                        id.contains('-') && !id.ends_with('-') && !id.contains(['{', ' ', '.', '/'])
                    })
                    .filter(|id| !catalogue.has(id))
                    .map(|id| format!("{id} ({})", file.display())),
            );
        }
    }
    assert!(missing.is_empty(), "no such entries: {missing:#?}");
}

/// METHODS H.3: verbs that claim a cause. No sentence of ours has a design that could carry one.
#[test]
fn no_claim_names_a_cause() {
    let forbidden = [
        "caused",
        "led to",
        "improved thanks",
        "proved",
        "proves",
        "demonstrates",
        "because of the transition",
        "due to the transition",
        "вызвал",
        "привёл",
        "привел",
        "благодаря",
        "доказ",
        "улучшил",
        "из-за перехода",
        "алып келди",
        "себеп болду",
        "аркасында",
        "далилдеди",
        "далилдейт",
        "жакшыртты",
    ];
    for lang in Lang::ALL {
        for (id, text) in entries(lang)
            .into_iter()
            .filter(|(id, _)| id.starts_with("claim-") || id.starts_with("verdict-"))
        {
            let text = text.to_lowercase();
            for verb in forbidden {
                assert!(!text.contains(verb), "{id} ({}) says {verb:?}", lang.code());
            }
        }
    }
}

#[test]
fn the_review_list_holds_both_languages() {
    let review = review();
    assert!(
        review
            .iter()
            .any(|(id, lang, _)| id == "nav-home" && *lang == Lang::Ky)
    );
    assert!(review.iter().all(|(_, lang, _)| *lang != Lang::En));
    let plural = review
        .iter()
        .find(|(id, lang, _)| id == "data-exclusions-rows" && *lang == Lang::Ru)
        .unwrap();
    assert!(plural.2.contains("[few]"), "{}", plural.2);
}

#[test]
fn the_review_list_holds_every_entry_of_every_file() {
    let listed: BTreeSet<(String, Lang)> = review()
        .into_iter()
        .map(|(id, lang, _)| (id, lang))
        .collect();
    for lang in [Lang::Ky, Lang::Ru] {
        for (file, names) in ids(lang) {
            for id in names {
                assert!(
                    listed.contains(&(id.clone(), lang)),
                    "{file}: {id} is missing"
                );
            }
        }
    }
}

/// One way for all: Latin "pH", and endings written onto the per cent sign (`45 %ы`).
#[test]
fn kyrgyz_writes_ph_and_per_cent_one_way() {
    let endings = ["ы", "ын", "ына", "ында", "ынан", "дан", "га", "ден"];
    for (id, text) in entries(Lang::Ky) {
        assert!(!text.contains("рН"), "{id}: Cyrillic letters in {text}");
        for after in text.split(" % ").skip(1) {
            let word = after.split_whitespace().next().unwrap_or_default();
            assert!(!endings.contains(&word), "{id}: {text}");
        }
    }
}
