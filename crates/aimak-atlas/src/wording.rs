//! Numbers and sentences of a finding in words. The catalogue holds the words, science chose the sentence.

use std::collections::BTreeMap;

use aimak_core::{
    Claim, Estimate, Finding, Interval, Land, Message, Outcome, PartialDate, Quantity, Subject,
    Unit, Withheld,
};

use crate::{
    texts::{Catalogue, keyed_id},
    view::{Verdict, View, is_change, verdict},
};

impl View<'_> {
    /// An entry of the catalogue.
    pub fn t(&self, id: &str) -> String {
        self.words.text(id)
    }

    /// A number with the decimals of its unit; changes carry their sign.
    pub fn bare(&self, value: f64, unit: Unit, is_change: bool) -> String {
        if is_change {
            self.words.signed(value, unit.decimals())
        } else {
            self.words.number(value, unit.decimals())
        }
    }

    /// Symbol of a unit; differences of percentages are percentage points.
    pub fn symbol(&self, unit: Unit, is_change: bool) -> String {
        if is_change && unit == Unit::Percent {
            return self.t("symbol-percent-points");
        }
        self.words.keyed("symbol", unit.key())
    }

    /// A number with its unit.
    pub fn amount(&self, value: f64, unit: Unit, is_change: bool) -> String {
        format!(
            "{}\u{a0}{}",
            self.bare(value, unit, is_change),
            self.symbol(unit, is_change)
        )
    }

    /// What of the indicator a number is.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let between = |id, before, after| {
            Message::new(id)
                .with("before", self.period(before))
                .with("after", self.period(after))
        };
        self.words.message(&match quantity {
            Quantity::Timeless => Message::new("quantity-timeless"),
            Quantity::State { period } => {
                Message::new("quantity-state").with("period", self.period(period))
            }
            Quantity::At { date } => {
                Message::new("quantity-at").with("date", self.words.date(*date))
            }
            Quantity::Change { before, after } => between("quantity-change", before, after),
            Quantity::DifferenceOfChanges { before, after } => {
                between("quantity-difference", before, after)
            }
        })
    }

    /// The period or date a number belongs to; empty where it has none.
    pub fn when(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Timeless => String::new(),
            Quantity::State { period } => self.period(period),
            Quantity::At { date } => self.words.date(*date),
            Quantity::Change { before, after }
            | Quantity::DifferenceOfChanges { before, after } => {
                format!("{} → {}", self.period(before), self.period(after))
            }
        }
    }

    /// The interval in words, or why there is none.
    pub fn interval(&self, estimate: &Estimate, is_change: bool) -> String {
        match estimate.interval {
            Interval::Between { lo, hi, level, .. } => self.words.message(
                &Message::new("interval-words")
                    .with("level", self.level(level))
                    .with("lo", self.bare(lo, estimate.unit, is_change))
                    .with("hi", self.bare(hi, estimate.unit, is_change)),
            ),
            Interval::Unavailable(reason) => self.words.keyed("no-interval", reason.key()),
        }
    }

    /// The interval as two numbers, for tables.
    pub fn interval_short(&self, estimate: &Estimate, is_change: bool) -> String {
        match estimate.interval {
            Interval::Between { lo, hi, .. } => self.words.message(
                &Message::new("interval-short")
                    .with("lo", self.bare(lo, estimate.unit, is_change))
                    .with("hi", self.bare(hi, estimate.unit, is_change)),
            ),
            Interval::Unavailable(_) => "–".to_owned(),
        }
    }

    /// A coverage of 0.95 as `95`.
    pub fn level(&self, level: f64) -> String {
        let percent = (level * 1000.0).round() / 10.0;
        self.words
            .number(percent, usize::from(percent.fract() != 0.0))
    }

    /// The sentence a finding may carry.
    pub fn sentence(&self, finding: &Finding) -> String {
        let Outcome::Estimated(estimate) = &finding.outcome else {
            return String::new();
        };
        let change = is_change(&finding.quantity);
        let claim = finding.evidence.claim;
        let detectable = finding.evidence.smallest_detectable;
        let id = match (claim, detectable) {
            (Claim::CannotTell, None) => "claim-cannot-tell-unknown".to_owned(),
            _ => crate::texts::keyed_id("claim", claim.key()),
        };
        let name = self
            .card(&finding.indicator)
            .map_or(finding.indicator.as_str(), |card| self.local(&card.name));
        let (before, after) = match &finding.quantity {
            Quantity::Change { before, after }
            | Quantity::DifferenceOfChanges { before, after } => {
                (self.period(before), self.period(after))
            }
            _ => (String::new(), String::new()),
        };
        let bound = |value: f64| self.bare(value, estimate.unit, change);
        let (lo, hi, level) = crate::view::bounds(&estimate.interval)
            .map_or_else(Default::default, |(lo, hi, level)| {
                (bound(lo), bound(hi), self.level(level))
            });
        self.words.message(
            &Message::new(&id)
                .with("indicator", name)
                .with("value", self.amount(estimate.value, estimate.unit, change))
                .with("lo", lo)
                .with("hi", hi)
                .with("level", level)
                .with("before", before)
                .with("after", after)
                .with("period", self.when(&finding.quantity))
                .with("land", self.words.keyed("on-land", finding.land.key()))
                .with(
                    "confidence",
                    self.words
                        .keyed("confidence", finding.evidence.confidence.key()),
                )
                .with(
                    "detectable",
                    detectable.map_or(String::new(), |d| self.amount(d, estimate.unit, false)),
                ),
        )
    }

    /// A few words on how a number stands to zero.
    pub fn verdict_words(&self, finding: &Finding) -> String {
        let difference = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
        match verdict(finding) {
            Verdict::Rose if difference => self.t("verdict-more"),
            Verdict::Fell if difference => self.t("verdict-less"),
            Verdict::Rose => self.t("verdict-rose"),
            Verdict::Fell => self.t("verdict-fell"),
            Verdict::Uncertain => self.t("verdict-uncertain"),
            Verdict::NoInterval => self.t("verdict-no-interval"),
            Verdict::Value => self.t("verdict-value"),
            Verdict::Withheld => self.t("verdict-withheld"),
        }
    }

    /// Why there is no number, with its details.
    pub fn reason(&self, withheld: &Withheld) -> String {
        let reason = self.words.keyed("reason", withheld.reason.code());
        let details = withheld
            .details
            .iter()
            .map(|detail| self.words.message(detail));
        std::iter::once(reason)
            .chain(details)
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Share of organic land behind the name of the land a number speaks about.
    ///
    /// Behind "organic land" the share alone, so that the words are not said twice; behind "untreated land" nothing: the
    /// share of the other land would have to be read as its own.
    pub fn share(&self, finding: &Finding) -> Option<String> {
        let told = match finding.land {
            Land::WholeAimak => "share-known",
            Land::Organic => "share-of-aimak",
            Land::Untreated => return None,
        };
        self.share_as(finding, told, "share-unknown")
    }

    /// Share of organic land behind a label that says so.
    pub fn organic_share(&self, finding: &Finding) -> Option<String> {
        self.share_as(finding, "share-of-aimak", "about-share-unknown")
    }

    fn share_as(&self, finding: &Finding, known: &str, unknown: &str) -> Option<String> {
        let Subject::Aimak(code) = &finding.subject else {
            return None;
        };
        let aimak = self.aimak(code)?;
        Some(match finding.treated_share_percent {
            Some(share) if share > 0.0 || aimak.organic_since.is_some() => self
                .words
                .message(&Message::new(known).with("share", self.words.number(share, 1))),
            None if aimak.organic_since.is_some() => self.t(unknown),
            _ => self.t("share-none"),
        })
    }

    /// Which land a number speaks about.
    pub fn land(&self, finding: &Finding) -> String {
        self.words.keyed("land", finding.land.key())
    }
}

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

/// A number as `release.json` writes it, digit for digit.
pub fn exact(value: f64) -> String {
    serde_json::Number::from_f64(value)
        .map_or_else(|| "null".to_owned(), |number| number.to_string())
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
