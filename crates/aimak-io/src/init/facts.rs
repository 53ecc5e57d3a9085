//! What stands in a column: numbers from where to where, days, or words?

use std::collections::BTreeSet;

use aimak_core::{Message, PartialDate, SpeciesScale};
use aimak_science::diversity::CoverScale;

use crate::read::{dates, value};

/// Words that mean "no value" wherever they stand.
const NO_VALUE: [&str; 14] = [
    "NA",
    "N/A",
    "n/a",
    "na",
    "NaN",
    "NULL",
    "null",
    "#N/A",
    "-",
    "—",
    "–",
    "н/д",
    "н/о",
    "нет данных",
];
/// Numbers that stand for "no value" where all others are not negative.
const NO_NUMBER: [&str; 5] = ["-1", "-99", "-999", "-9999", "-99999"];

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Holds {
    /// Nothing.
    Nothing,
    /// Numbers; whether all are whole.
    Numbers { low: f64, high: f64, whole: bool },
    /// Days, months or years that are no plain numbers.
    Dates { first: i16, last: i16 },
    /// Words, and how many different ones.
    Words { different: usize },
}

/// What was seen in a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    /// What it holds.
    pub holds: Holds,
    /// Words in it that mean "no value".
    pub no_value: BTreeSet<String>,
    /// Years of its dates or of its numbers, where they can be years.
    pub years: BTreeSet<i16>,
    /// The scale of cover whose codes all cells are, where they are no mere numbers.
    pub cover: Option<SpeciesScale>,
    /// True where cells hold two numbers with a dash between, as depths are often written.
    pub ranges: bool,
}

impl Facts {
    /// Looks through the cells of a column; one cell in ten may be something else.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let all: Vec<&str> = cells
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        let (empty, mut filled): (Vec<&str>, Vec<&str>) = all
            .iter()
            .copied()
            .partition(|cell| NO_VALUE.contains(cell));
        let mut no_value: BTreeSet<String> = empty.into_iter().map(str::to_owned).collect();
        let measured = filled.iter().filter(|cell| !NO_NUMBER.contains(cell));
        let negative = measured
            .filter_map(|cell| value::number(cell))
            .any(|number| number < 0.0);
        if !negative {
            no_value.extend(
                filled
                    .iter()
                    .filter(|cell| NO_NUMBER.contains(cell))
                    .map(|cell| (*cell).to_owned()),
            );
            filled.retain(|cell| !NO_NUMBER.contains(cell));
        }
        Self {
            holds: holds(&filled),
            no_value,
            years: filled
                .iter()
                .filter_map(|cell| year(dates::date(cell)?))
                .collect(),
            cover: cover(&filled),
            ranges: most(&filled, |cell| value::depths(cell).is_some()),
        }
    }

    /// In words, for a comment: only kinds and ranges, because a cell may hold what points at a person.
    pub fn message(&self) -> Message {
        match self.holds {
            Holds::Nothing => Message::new("init-holds-nothing"),
            // as text: years and codes have no separator of thousands
            Holds::Numbers { low, high, .. } => Message::new("init-holds-numbers")
                .with("low", short(low))
                .with("high", short(high)),
            Holds::Dates { first, last } => Message::new("init-holds-dates")
                .with("first", first.to_string())
                .with("last", last.to_string()),
            Holds::Words { different } => {
                Message::new("init-holds-words").with("different", different)
            }
        }
    }

    /// The lowest and highest code, where all are codes of answers: whole numbers from 0 to 10.
    pub fn codes(&self) -> Option<(f64, f64)> {
        match self.holds {
            Holds::Numbers {
                low,
                high,
                whole: true,
            } if low >= 0.0 && high <= 10.0 => Some((low, high)),
            _ => None,
        }
    }
}

/// A number to six digits: a range in a comment need not be exact.
fn short(number: f64) -> String {
    format!("{number:.5e}")
        .parse()
        .map_or_else(|_| number.to_string(), |number: f64| number.to_string())
}

/// True where nine cells of ten are so.
fn most(cells: &[&str], is: impl Fn(&str) -> bool) -> bool {
    let so = cells.iter().filter(|cell| is(cell)).count();
    so > 0 && 10 * so >= 9 * cells.len()
}

/// The scale whose codes these are; numbers alone may be anything.
fn cover(cells: &[&str]) -> Option<SpeciesScale> {
    let of_words = cells.iter().any(|cell| value::number(cell).is_none());
    let scales = [
        SpeciesScale::BraunBlanquetTurboveg,
        SpeciesScale::ReicheltWilmannsTurboveg,
        SpeciesScale::DrudeMiddles,
    ];
    let fits = |scale: &SpeciesScale| {
        let codes = CoverScale::of(*scale);
        codes.is_some_and(|codes| cells.iter().all(|cell| codes.cover(cell).is_ok()))
    };
    scales.into_iter().find(|scale| of_words && fits(scale))
}

fn holds(cells: &[&str]) -> Holds {
    if cells.is_empty() {
        return Holds::Nothing;
    }
    if most(cells, |cell| value::number(cell).is_some()) {
        let numbers = cells.iter().filter_map(|cell| value::number(cell));
        let (low, high) = numbers
            .clone()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| {
                (low.min(n), high.max(n))
            });
        let whole = numbers.clone().all(|number| number.fract() == 0.0);
        return Holds::Numbers { low, high, whole };
    }
    let years: BTreeSet<i16> = cells
        .iter()
        .filter_map(|cell| year(dates::date(cell)?))
        .collect();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if most(cells, |cell| dates::date(cell).is_some()) => {
            Holds::Dates {
                first: *first,
                last: *last,
            }
        }
        _ => Holds::Words {
            different: cells.iter().collect::<BTreeSet<_>>().len(),
        },
    }
}

/// The year of a date, if anybody could have recorded anything then.
fn year(date: PartialDate) -> Option<i16> {
    let year = match date {
        PartialDate::Day(day) => day.year(),
        PartialDate::Month(year, _) | PartialDate::Year(year) => year,
    };
    (1900..=2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(cells: &[&str]) -> Facts {
        Facts::of(cells.iter().copied())
    }

    #[test]
    fn numbers_dates_and_words_are_told_apart() {
        let found = facts(&["7,5", "8", "-9999", "NA", ""]);
        assert_eq!(
            found.holds,
            Holds::Numbers {
                low: 7.5,
                high: 8.0,
                whole: false
            }
        );
        assert_eq!(
            found.no_value,
            BTreeSet::from(["-9999".to_owned(), "NA".to_owned()])
        );
        assert_eq!(
            facts(&["14.05.2013", "2021-06-01"]).holds,
            Holds::Dates {
                first: 2013,
                last: 2021
            }
        );
        assert_eq!(facts(&["a", "b", "a"]).holds, Holds::Words { different: 2 });
        assert_eq!(facts(&["", "NA"]).holds, Holds::Nothing);
    }

    #[test]
    fn a_negative_code_is_a_value_where_others_are_negative_too() {
        assert_eq!(facts(&["-1", "-12.5", "3"]).no_value, BTreeSet::new());
    }

    #[test]
    fn codes_of_cover_are_known_by_their_words() {
        assert_eq!(
            facts(&["+", "2", "r", "5"]).cover,
            Some(SpeciesScale::BraunBlanquetTurboveg)
        );
        assert_eq!(
            facts(&["2a", "1"]).cover,
            Some(SpeciesScale::ReicheltWilmannsTurboveg)
        );
        assert_eq!(
            facts(&["Cop.1", "sp"]).cover,
            Some(SpeciesScale::DrudeMiddles)
        );
        assert_eq!(
            (facts(&["1", "5"]).cover, facts(&["a", "1"]).cover),
            (None, None)
        );
    }

    #[test]
    fn ranges_of_depths_and_codes_are_seen() {
        assert!(facts(&["0-20", "20 – 40"]).ranges);
        assert_eq!(facts(&["1", "5", "3"]).codes(), Some((1.0, 5.0)));
        assert_eq!(facts(&["1", "5", "30"]).codes(), None);
    }
}
