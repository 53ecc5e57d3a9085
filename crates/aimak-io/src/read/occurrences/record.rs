//! From what stands in a row to a record that can be used, or to the rule that leaves it out.

use std::collections::BTreeSet;

use aimak_core::Span;
use aimak_science::diversity::{
    occurrence::{
        BasisOfRecord, Licence, OccurrenceRecord, OccurrenceUse, REJECTING_ISSUES,
        issue_code::full_name,
    },
    scientific_name::ScientificName,
};

use super::{
    Occurrence,
    event_date::days,
    place::{Misplaced, coordinates},
    precision::{of_place, uncertainty},
    raw::Raw,
    rule::{Flag, Rule},
    term::Term,
};
use crate::read::value;

const CONFLICT: &str = "INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS";
/// Ranks below which a record names a species.
const SPECIES_RANKS: [&str; 11] = [
    "species",
    "subspecies",
    "variety",
    "subvariety",
    "form",
    "subform",
    "hybrid",
    "infraspecific_name",
    "infraspecificname",
    "unranked",
    "cultivar",
];

/// A record that stays, or an absence; with who observed it, which is dropped once repetitions are found.
pub(super) struct Read {
    /// What is handed on.
    pub occurrence: Occurrence,
    /// Whether the species was looked for and not found.
    pub absent: bool,
    /// Who observed it.
    pub observer: String,
}

/// Reads a record.
///
/// # Errors
/// The first rule that leaves it out: issues of GBIF first, then name, evidence, date, place, count.
pub(super) fn read(file: &str, raw: &Raw) -> Result<Read, Rule> {
    let issues = issues(raw);
    let mut flags = BTreeSet::new();
    rejected(&issues)?;
    let species = species(raw, &mut flags)?;
    let basis = basis(raw, &mut flags)?;
    let days = days(raw).map_err(|()| Rule::Issue("RECORDED_DATE_INVALID"))?;
    let place = place(raw)?;
    let count = raw.get(Term::IndividualCount).and_then(value::number);
    let absent = absent(raw, count, &mut flags)?;
    let uncertainty_m = uncertainty(raw, place, &mut flags);
    let licence = raw.get(Term::Licence).map_or(Licence::None, Licence::of);
    let record = OccurrenceRecord {
        issues: &issues,
        uncertainty_m,
        absent: false,
    };
    flags.extend(record.flags().map(Flag::Issue));
    flags.extend(told(raw, days, licence));
    of_place(raw, &record, place, &mut flags);
    let occurrence = Occurrence {
        species,
        days,
        place,
        uncertainty_m,
        basis,
        count,
        licence,
        flags,
        ..texts(file, raw)
    };
    let observer = raw.get(Term::Observer).unwrap_or_default();
    Ok(Read {
        occurrence,
        absent,
        observer: observer.trim().to_lowercase(),
    })
}

/// What is handed on as it is written.
fn texts(file: &str, raw: &Raw) -> Occurrence {
    let text = |term| raw.get(term).map(str::to_owned);
    Occurrence {
        id: text(Term::Id),
        species: String::new(),
        name: text(Term::ScientificName).or_else(|| text(Term::AcceptedName)),
        days: None,
        place: None,
        uncertainty_m: None,
        basis: None,
        count: None,
        quantity: text(Term::OrganismQuantity),
        quantity_type: text(Term::OrganismQuantityType),
        protocol: text(Term::SamplingProtocol),
        effort: text(Term::SamplingEffort),
        sample_size: text(Term::SampleSize),
        sample_size_unit: text(Term::SampleSizeUnit),
        event: text(Term::EventId),
        country: text(Term::Country),
        dataset: text(Term::Dataset),
        licence: Licence::None,
        licence_given: text(Term::Licence),
        generalizations: text(Term::Generalizations),
        information_withheld: text(Term::InformationWithheld),
        flags: BTreeSet::new(),
        file: file.to_owned(),
        row: raw.row,
    }
}

/// What is told of date, licence and grade.
fn told(raw: &Raw, days: Option<Span>, licence: Licence) -> impl Iterator<Item = Flag> {
    let grade = raw.get(Term::QualityGrade);
    let told = [
        (days.is_none(), Flag::NoDate),
        (
            days.is_some_and(|days| year(days).is_none()),
            Flag::SeveralYears,
        ),
        (raw.get(Term::Generalizations).is_some(), Flag::Generalised),
        (
            raw.get(Term::InformationWithheld).is_some(),
            Flag::InformationWithheld,
        ),
        (!licence.is_open(), Flag::LicenceNotOpen),
        (
            grade.is_some_and(|grade| grade != "research"),
            Flag::NotResearchGrade,
        ),
    ];
    told.into_iter()
        .filter_map(|(holds, flag)| holds.then_some(flag))
}

/// The issues of GBIF by their full names.
fn issues(raw: &Raw) -> Vec<&str> {
    let text = raw.get(Term::Issues).unwrap_or_default();
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    parts
        .filter(|part| !part.is_empty())
        .map(full_name)
        .collect()
}

fn rejected(issues: &[&str]) -> Result<(), Rule> {
    let record = OccurrenceRecord {
        issues,
        uncertainty_m: None,
        absent: false,
    };
    match record.usable(0.0) {
        OccurrenceUse::Rejected(issue) => Err(Rule::Issue(issue)),
        _ => Ok(()),
    }
}

/// The species: as GBIF matched it, else by the accepted name, else by the name as it is written.
fn species(raw: &Raw, flags: &mut BTreeSet<Flag>) -> Result<String, Rule> {
    let names = [Term::Species, Term::AcceptedName, Term::ScientificName];
    let names: Vec<&str> = names.into_iter().filter_map(|term| raw.get(term)).collect();
    if names.is_empty() {
        return Err(Rule::NoName);
    }
    let parsed = || names.iter().filter_map(|name| ScientificName::parse(name));
    let doubtful =
        raw.get(Term::IdentificationQualifier).is_some() || parsed().any(|name| name.doubtful);
    if doubtful {
        flags.insert(Flag::DoubtfulIdentification);
    }
    let matched = raw.get(Term::Species).is_some();
    let rank = raw.get(Term::Rank).map(str::to_lowercase);
    if !matched && rank.is_some_and(|rank| !SPECIES_RANKS.contains(&rank.as_str())) {
        return Err(Rule::AboveSpecies);
    }
    parsed()
        .find_map(|name| name.species())
        .ok_or(Rule::AboveSpecies)
}

fn basis(raw: &Raw, flags: &mut BTreeSet<Flag>) -> Result<Option<BasisOfRecord>, Rule> {
    if raw.get(Term::Captive).and_then(value::flag) == Some(true) {
        return Err(Rule::CaptiveOrCultivated);
    }
    let Some(text) = raw.get(Term::Basis) else {
        flags.insert(Flag::NoBasis);
        return Ok(None);
    };
    let basis = BasisOfRecord::of(text).ok_or(Rule::Issue("BASIS_OF_RECORD_INVALID"))?;
    if basis.lived_wild() {
        Ok(Some(basis))
    } else {
        Err(Rule::NotLivingWild)
    }
}

fn place(raw: &Raw) -> Result<Option<[f64; 2]>, Rule> {
    coordinates(raw).map_err(|misplaced| match misplaced {
        Misplaced::NoNumbers => Rule::Issue("COORDINATE_INVALID"),
        Misplaced::OutOfRange => Rule::Issue("COORDINATE_OUT_OF_RANGE"),
        Misplaced::NearZero => Rule::NearZero,
        Misplaced::Equal => Rule::EqualCoordinates,
    })
}

/// Whether the species was looked for and not found. A count of 0 says so where no status does; with the status "present" it
/// contradicts itself.
fn absent(raw: &Raw, count: Option<f64>, flags: &mut BTreeSet<Flag>) -> Result<bool, Rule> {
    let none = count == Some(0.0);
    let status = raw.get(Term::Status).map(str::to_lowercase);
    match status.as_deref() {
        None => Ok(none),
        Some("absent") if count.is_some_and(|count| count > 0.0) => Err(Rule::Issue(CONFLICT)),
        Some("absent") => Ok(true),
        Some("present") if none => Err(Rule::Issue(CONFLICT)),
        Some("present") => Ok(false),
        Some(_) => {
            flags.insert(Flag::StatusUnclear);
            Ok(none)
        }
    }
}

/// The year, where all days lie in one.
pub(super) fn year(days: Span) -> Option<i16> {
    let last = days.to.yesterday().ok()?;
    (days.from.year() == last.year()).then_some(last.year())
}

/// Every rule, for those who word them.
pub(super) fn every_rule() -> impl Iterator<Item = Rule> {
    let own = [
        Rule::NoName,
        Rule::AboveSpecies,
        Rule::NotLivingWild,
        Rule::CaptiveOrCultivated,
        Rule::NearZero,
        Rule::EqualCoordinates,
        Rule::Duplicate,
    ];
    REJECTING_ISSUES.into_iter().map(Rule::Issue).chain(own)
}
