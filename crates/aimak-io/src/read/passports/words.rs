//! Words of the tables of eco-passports, in the three languages of those who fill them in.

use aimak_core::{Judge, LocalText, Message, PartialDate, PlaceKind, StateClass};
use aimak_science::disclosure::{consent::Consent, sensitive_species::Sensitivity};

use super::contact;
use crate::{
    problem::{Problem, Severity, nearest},
    project::Column,
    read::{sheet, table::Table},
};

/// A meaning and how it may be written; the first is its code.
type Words<T> = &'static [(&'static [&'static str], T)];

pub(super) const KINDS: Words<PlaceKind> = &[
    (&["spring", "булак", "родник"], PlaceKind::Spring),
    (&["tree", "дарак", "дерево"], PlaceKind::Tree),
    (&["grove", "токойчо", "роща"], PlaceKind::Grove),
    (&["pasture", "жайыт", "пастбище"], PlaceKind::Pasture),
    (
        &["sacred_place", "ыйык жер", "мазар", "священное место"],
        PlaceKind::SacredPlace,
    ),
    (&["wetland", "саз", "болото"], PlaceKind::Wetland),
    (
        &["herb_place", "дары чөп жери", "место сбора трав"],
        PlaceKind::HerbPlace,
    ),
    (&["other", "башка", "другое"], PlaceKind::Other),
];
pub(super) const STATES: Words<StateClass> = &[
    (&["good", "жакшы", "хорошее"], StateClass::Good),
    (&["fair", "орто", "среднее"], StateClass::Fair),
    (&["poor", "начар", "плохое"], StateClass::Poor),
];
pub(super) const JUDGES: Words<Judge> = &[
    (&["pupils", "окуучулар", "ученики"], Judge::Pupils),
    (&["shepherds", "чабандар", "чабаны"], Judge::Shepherds),
    (&["herbalists", "табыптар", "травники"], Judge::Herbalists),
    (&["residents", "тургундар", "жители"], Judge::Residents),
    (&["experts", "адистер", "специалисты"], Judge::Experts),
];
const CONSENTS: Words<Consent> = &[
    (&["public", "ачык", "открыто"], Consent::Public),
    (
        &["aggregated_only", "санактарда гана", "только в подсчётах"],
        Consent::AggregatedOnly,
    ),
    (&["internal", "ички", "внутреннее"], Consent::Internal),
];
const SENSITIVITIES: Words<Option<Sensitivity>> = &[
    (&["0"], None),
    (&["1"], Some(Sensitivity::Withheld)),
    (&["2"], Some(Sensitivity::Tenth)),
    (&["3"], Some(Sensitivity::Hundredth)),
    (&["4"], Some(Sensitivity::Thousandth)),
];

/// A column by its fixed name.
pub(super) fn column(name: &str) -> Column {
    Column::Name(name.to_owned())
}

/// A cell as text.
pub(super) fn text(table: &Table<'_>, row: usize, name: &str) -> Option<String> {
    table.cell(row, name, &[]).map(str::to_owned)
}

/// A cell as one of the known words; another word is a problem.
pub(super) fn word<T: Copy>(
    table: &mut Table<'_>,
    row: usize,
    name: &str,
    known: Words<T>,
) -> Option<T> {
    let found = text(table, row, name)?;
    let lower = found.to_lowercase();
    let meant = known
        .iter()
        .find(|(words, _)| words.contains(&lower.as_str()));
    if let Some((_, meaning)) = meant {
        return Some(*meaning);
    }
    let codes: Vec<&str> = known.iter().map(|(words, _)| words[0]).collect();
    let all = known.iter().flat_map(|(words, _)| words.iter().copied());
    let hint = nearest(&lower, all).map_or_else(
        || Message::new("hint-one-of"),
        |word| Message::new("hint-did-you-mean").with("word", word),
    );
    let problem = table
        .problem(Severity::Error, "passport-word", row, name)
        .found(found)
        .expecting(Message::new("expected-one-of").with("known", codes.join(", ")))
        .hinting(hint);
    table.note(problem);
    None
}

/// A cell as yes or no; an empty one is `None`.
pub(super) fn flag(table: &mut Table<'_>, row: usize, name: &str) -> Option<bool> {
    table.flag(row, Some(&column(name)))
}

/// The class of consent. An empty cell is no consent: the record stays inside, and that is said.
pub(super) fn consent(table: &mut Table<'_>, row: usize) -> Consent {
    if text(table, row, "consent").is_none() {
        table.doubtful(row, "consent", "passport-consent-missing", "—");
        return Consent::Internal;
    }
    word(table, row, "consent", CONSENTS).unwrap_or(Consent::Internal)
}

/// The category of sensitivity; a cell that says nothing known counts as the most sensitive until it is mended.
pub(super) fn sensitivity(table: &mut Table<'_>, row: usize) -> Option<Sensitivity> {
    text(table, row, "sensitivity")?;
    word(table, row, "sensitivity", SENSITIVITIES).unwrap_or(Some(Sensitivity::Withheld))
}

/// A date that is not later than the edition.
pub(super) fn date(
    table: &mut Table<'_>,
    row: usize,
    name: &str,
    edition: PartialDate,
) -> Option<PartialDate> {
    let date = table.date(row, Some(&column(name)))?;
    if date.first_day() < edition.end() {
        return Some(date);
    }
    let expected = Message::new("expected-passport-date-later").with("edition", edition);
    let problem = table
        .problem(Severity::Error, "passport-date-later", row, name)
        .found(date.to_string())
        .expecting(expected);
    table.note(problem);
    None
}

/// The texts of the three languages: `name_ky`, `name_ru`, `name_en`.
pub(super) fn local(table: &Table<'_>, row: usize, stem: &str) -> LocalText {
    let of = |lang: &str| text(table, row, &format!("{stem}_{lang}")).unwrap_or_default();
    LocalText {
        ky: of("ky").into(),
        ru: of("ru").into(),
        en: of("en").into(),
    }
}

/// Notes texts of a public record that hold a telephone number, an address or a coordinate.
pub(super) fn check_contact(table: &mut Table<'_>, row: usize, columns: &[&str]) {
    for name in columns {
        let found = table.cell(row, name, &[]).and_then(contact::found);
        if let Some(found) = found.map(str::to_owned) {
            table.wrong(row, name, "passport-contact", &found);
        }
    }
}

/// Columns that are needed and not there, known ones that stand there twice, and names so near to a known one that a typing error
/// would lose what stands below: a sensitivity nobody reads protects nothing.
pub(super) fn check_columns(table: &Table<'_>, needed: &[&str], optional: &[&str]) -> Vec<Problem> {
    let known = || needed.iter().chain(optional).copied();
    let mistyped = table
        .header()
        .iter()
        .filter(|name| !known().any(|known| known == *name));
    let mistyped = mistyped.filter_map(|name| {
        let near = nearest(name, known()).filter(|near| {
            let absent = !table.header().iter().any(|column| column == near);
            absent && strsim::damerau_levenshtein(&name.to_lowercase(), near) <= 2
        })?;
        let hint = Message::new("hint-did-you-mean").with("word", near);
        Some(
            Problem::error("passport-column", &table.spec.file)
                .in_column(name)
                .found(name.as_str())
                .hinting(hint),
        )
    });
    let mut problems: Vec<Problem> = mistyped.collect();
    problems.extend(sheet::columns(table, needed, optional));
    problems
}
