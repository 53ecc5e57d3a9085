//! A method and its parameters in words.

use std::collections::BTreeMap;

use aimak_core::{Message, PartialDate};

use crate::texts::{Catalogue, keyed_id};

/// A method in words and its version; a method nobody gave words for has its version alone.
pub fn method(words: &Catalogue, id: &str, version: u32) -> String {
    let version =
        words.message(&Message::new("about-version").with("version", version.to_string()));
    let id = keyed_id("method", id);
    if words.has(&id) {
        format!("{}, {version}", words.text(&id))
    } else {
        version
    }
}

/// The parameters of a method in words, beside each as the release writes it; the days before come before the days after.
pub fn parameters(words: &Catalogue, raw: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut names: Vec<(&String, &String)> = raw.iter().collect();
    names.sort_by_key(|(name, _)| match name.as_str() {
        "before" => 0,
        "after" => 1,
        _ => 2,
    });
    let pair = |(name, value): (&String, &String)| {
        (format!("{name} = {value}"), parameter(words, name, value))
    };
    names.into_iter().map(pair).collect()
}

/// A parameter of a method in words: its name, and its value where that is a word, a number or a span of days.
///
/// Names and values nobody gave words for, such as ids of raster layers, stay as the release writes them.
fn parameter(words: &Catalogue, name: &str, value: &str) -> String {
    let id = keyed_id("parameter", name);
    let named = keyed_id(&id, value);
    let label = if words.has(&id) {
        words.text(&id)
    } else {
        name.to_owned()
    };
    let value = match (value.parse::<f64>(), days(value)) {
        _ if words.has(&named) => words.text(&named),
        // a seed is typed again, digit by digit
        _ if name == "seed" => value.to_owned(),
        (Ok(number), _) => words.number(number, decimals(value)),
        (_, Some([from, to])) => words.message(
            &Message::new("methods-period-absolute")
                .with("from", words.date(from))
                .with("to", words.date(to)),
        ),
        _ => value.to_owned(),
    };
    format!("{label}: {value}")
}

/// Digits after the point, as written.
fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, digits)| digits.len())
}

/// `2012-01-01/2016-01-01`: the first day, and the first day after.
fn days(text: &str) -> Option<[PartialDate; 2]> {
    let (from, to) = text.split_once('/')?;
    Some([from.parse().ok()?, to.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;

    use super::*;

    fn said(lang: Lang, name: &str, value: &str) -> String {
        let words = Catalogue::new(lang);
        let raw = BTreeMap::from([(name.to_owned(), value.to_owned())]);
        parameters(&words, &raw).remove(0).1
    }

    #[test]
    fn parameters_are_said_in_the_language_of_the_reader() {
        assert_eq!(
            said(Lang::Ru, "visit", "last_of_period"),
            "Какое обследование: последнее в периоде"
        );
        assert_eq!(
            said(Lang::Ky, "target_coverage_percent", "96.50"),
            "Изилдөөнүн толуктугу, %: 96,50"
        );
        assert_eq!(
            said(Lang::En, "before", "2012-01-01/2016-01-01"),
            "Days before: from 1 January 2012, before 1 January 2016"
        );
        assert_eq!(
            said(Lang::En, "seed", "20261124"),
            "Seed of the random numbers: 20261124"
        );
        assert_eq!(said(Lang::Ru, "no_such", "x-1"), "no_such: x-1");
    }

    #[test]
    fn before_stands_before_after_and_the_raw_pair_is_kept() {
        let raw = ["after", "before", "layer"].map(|name| (name.to_owned(), "x".to_owned()));
        let told = parameters(&Catalogue::new(Lang::En), &raw.into());
        let raw: Vec<&str> = told.iter().map(|(raw, _)| raw.as_str()).collect();
        assert_eq!(raw, ["before = x", "after = x", "layer = x"]);
    }
}
