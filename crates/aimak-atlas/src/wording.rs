//! Numbers and sentences of a finding in words. The catalogue holds the words, science chose the sentence.

use aimak_core::{
    Claim, Estimate, Finding, Interval, Land, Message, Outcome, Quantity, Subject, Unit, Withheld,
};

use crate::{
    texts::{begins_sentence, inside_sentence, keyed_id},
    view::{Verdict, View, is_assumed, is_signed, verdict},
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

    /// An end of an interval: on which side of zero it lies decides what may be said, so it never reads as zero by rounding.
    fn end(&self, value: f64, unit: Unit, is_change: bool) -> String {
        if is_change {
            self.words.difference(value, unit.decimals())
        } else {
            self.bare(value, unit, is_change)
        }
    }

    /// Symbol of a unit that stands alone, in one piece; differences of percentages are percentage points.
    pub fn symbol(&self, unit: Unit, is_change: bool) -> String {
        let symbol = if is_change && matches!(unit, Unit::Percent | Unit::PercentOfFineEarth) {
            self.t("symbol-percent-points")
        } else {
            self.words.keyed("symbol", unit.key())
        };
        symbol.replace(' ', "\u{a0}")
    }

    /// Symbol of a unit after a number. What is counted takes another case there: "видов", but "2,7 вида".
    pub fn unit_after_number(&self, unit: Unit, is_change: bool) -> String {
        match unit {
            Unit::Species
            | Unit::SpeciesPerPlot
            | Unit::EffectiveSpecies
            | Unit::EffectiveCrops
            | Unit::Varieties => self
                .words
                .keyed("counted", unit.key())
                .replace(' ', "\u{a0}"),
            _ => self.symbol(unit, is_change),
        }
    }

    /// A number with its unit.
    pub fn amount(&self, value: f64, unit: Unit, is_change: bool) -> String {
        format!(
            "{}\u{a0}{}",
            self.bare(value, unit, is_change),
            self.unit_after_number(unit, is_change)
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
            Quantity::Between { before, after } => between("quantity-between", before, after),
            Quantity::Change { before, after } => between("quantity-change", before, after),
            Quantity::DifferenceOfChanges { before, after } => {
                between("quantity-difference", before, after)
            }
            Quantity::Trend { .. } => {
                Message::new("quantity-trend").with("years", self.when(quantity))
            }
            Quantity::OverYears { .. } => {
                Message::new("quantity-over-years").with("years", self.when(quantity))
            }
        })
    }

    /// What of the indicator a finding is: what a default method assumes is no value independent of time, and what exists of two
    /// periods together has no change.
    pub fn quantity_of(&self, finding: &Finding) -> String {
        if is_assumed(finding) {
            return self.t("quantity-assumed");
        }
        match &finding.quantity {
            Quantity::DifferenceOfChanges { before, after }
                if self.is_of_two_periods(&finding.indicator) =>
            {
                let words = Message::new("quantity-difference-between")
                    .with("before", self.period(before))
                    .with("after", self.period(after));
                self.words.message(&words)
            }
            quantity => self.quantity(quantity),
        }
    }

    /// The period or date a number belongs to; empty where it has none.
    pub fn when(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Timeless => String::new(),
            Quantity::State { period } => self.period(period),
            Quantity::At { date } => self.words.date(*date),
            Quantity::Between { before, after }
            | Quantity::Change { before, after }
            | Quantity::DifferenceOfChanges { before, after } => {
                format!("{} → {}", self.period(before), self.period(after))
            }
            Quantity::Trend { first, last } | Quantity::OverYears { first, last } => {
                self.words.message(
                    &Message::new("years-from-to")
                        .with("first", first.to_string())
                        .with("last", last.to_string()),
                )
            }
        }
    }

    /// The interval in words, or why there is none.
    pub fn interval(&self, estimate: &Estimate, is_change: bool) -> String {
        match estimate.interval {
            Interval::Between { lo, hi, level, .. } => self.words.message(
                &Message::new("interval-words")
                    .with("level", self.level(level))
                    .with("lo", self.end(lo, estimate.unit, is_change))
                    .with("hi", self.end(hi, estimate.unit, is_change)),
            ),
            Interval::Unavailable(reason) => self.words.keyed("no-interval", reason.key()),
        }
    }

    /// The interval as two numbers, for tables.
    pub fn interval_short(&self, estimate: &Estimate, is_change: bool) -> String {
        match estimate.interval {
            Interval::Between { lo, hi, .. } => self.words.message(
                &Message::new("interval-short")
                    .with("lo", self.end(lo, estimate.unit, is_change))
                    .with("hi", self.end(hi, estimate.unit, is_change)),
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
        let change = is_signed(finding);
        let evidence = &finding.evidence;
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
        let level = crate::view::bounds(&estimate.interval)
            .map_or_else(String::new, |(_, _, level)| self.level(level));
        let size = |value: Option<f64>| {
            value.map_or_else(String::new, |size| self.size_of_change(size, estimate.unit))
        };
        let message = Message::new(&self.sentence_id(finding))
            .with("indicator", inside_sentence(name))
            .with("value", self.amount(estimate.value, estimate.unit, change))
            .with("interval", self.interval_short(estimate, change))
            .with("level", level)
            .with("before", before)
            .with("after", after)
            .with("period", self.when(&finding.quantity))
            .with("land", self.on_land(finding.land))
            .with(
                "confidence",
                self.words.keyed("confidence", evidence.confidence.key()),
            )
            .with("n", estimate.sample.n)
            .with("detectable", size(evidence.smallest_detectable))
            .with("bound", size(evidence.no_change_beyond));
        begins_sentence(&self.words.message(&message))
    }

    /// Entry of a finding's sentence. What exists of two periods together does not change beside a comparison, it differs.
    fn sentence_id(&self, finding: &Finding) -> String {
        let id = sentence_id(finding);
        let compared = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
        let own = format!("{id}-between");
        let fits = compared && self.is_of_two_periods(&finding.indicator) && self.words.has(&own);
        if fits { own } else { id }
    }

    /// How large a change is, whichever way it goes.
    pub fn size_of_change(&self, size: f64, unit: Unit) -> String {
        format!(
            "{}\u{a0}{}",
            self.words.number(size, unit.decimals()),
            self.unit_after_number(unit, true)
        )
    }

    /// A few words on how a number stands to zero.
    pub fn verdict_words(&self, finding: &Finding) -> String {
        let difference = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
        let of_two = difference && self.is_of_two_periods(&finding.indicator);
        match verdict(finding) {
            Verdict::Rose if of_two => self.t("verdict-more-between"),
            Verdict::Fell if of_two => self.t("verdict-less-between"),
            Verdict::Rose if difference => self.t("verdict-more"),
            Verdict::Fell if difference => self.t("verdict-less"),
            Verdict::Rose => self.t("verdict-rose"),
            Verdict::Fell => self.t("verdict-fell"),
            Verdict::Seen => self.t("verdict-seen"),
            Verdict::Uncertain if of_two => self.t("verdict-uncertain-between"),
            Verdict::Uncertain => self.t("verdict-uncertain"),
            Verdict::NoInterval => self.t("verdict-no-interval"),
            Verdict::Assumed if finding.evidence.claim == Claim::AssumedSignNotDetermined => {
                self.t("verdict-assumed-sign-not-determined")
            }
            Verdict::Assumed => self.t("verdict-assumed"),
            Verdict::Value if finding.quantity == Quantity::Timeless => self.t("verdict-timeless"),
            Verdict::Value if matches!(finding.quantity, Quantity::Between { .. }) => {
                self.t("verdict-between")
            }
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

    /// Share of organic land in a sentence of its own, whatever land the number speaks about.
    pub fn share_of_organic_land(&self, finding: &Finding) -> Option<String> {
        self.share_as(finding, "share-known", "share-unknown")
    }

    /// Share of organic land behind a label that says so.
    pub fn organic_share(&self, finding: &Finding) -> Option<String> {
        self.share_as(finding, "share-of-aimak", "about-share-unknown")
    }

    fn share_as(&self, finding: &Finding, known: &str, unknown: &str) -> Option<String> {
        if !self.has_organic() {
            return None;
        }
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
        self.land_name(finding.land)
    }
}

/// Entry of a finding's sentence: that of its claim, in the form that fits what is claimed of.
fn sentence_id(finding: &Finding) -> String {
    let evidence = &finding.evidence;
    let measurable = evidence.smallest_detectable.is_some();
    let id = match (evidence.claim, &finding.quantity) {
        (Claim::Observed, Quantity::Timeless) => "claim-observed-timeless",
        (Claim::Observed, Quantity::Between { .. }) => "claim-observed-between",
        (Claim::ChangedWithoutComparison, Quantity::Trend { .. }) => {
            "claim-trend-without-comparison"
        }
        (Claim::SeenWithVeryLowConfidence, Quantity::Trend { .. }) => {
            "claim-trend-seen-with-very-low-confidence"
        }
        (Claim::CannotTell, Quantity::Trend { .. }) => "claim-trend-cannot-tell",
        (Claim::SeenWithVeryLowConfidence, Quantity::DifferenceOfChanges { .. }) => {
            "claim-difference-seen-with-very-low-confidence"
        }
        (Claim::CannotTell, Quantity::DifferenceOfChanges { .. }) if measurable => {
            "claim-difference-cannot-tell"
        }
        (Claim::CannotTell, Quantity::DifferenceOfChanges { .. }) => {
            "claim-difference-cannot-tell-unknown"
        }
        (Claim::CannotTell, _) if !measurable => "claim-cannot-tell-unknown",
        (claim, _) => return keyed_id("claim", claim.key()),
    };
    id.to_owned()
}

/// A number as `release.json` writes it, digit for digit.
pub fn exact(value: f64) -> String {
    serde_json::Number::from_f64(value)
        .map_or_else(|| "null".to_owned(), |number| number.to_string())
}

#[cfg(test)]
mod tests;
