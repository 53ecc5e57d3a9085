//! An effect in words and pictures: its sentence, its event study, its forest of checks.

mod balance;

use aimak_core::{
    EffectAnswer, EffectCheck, EffectReport, EffectValue, Interval, Message, UnitRole,
};

use crate::{
    chart::{
        Mark, dot_interval,
        event_study::{self, Words},
    },
    texts::{Catalogue, begins_sentence, inside_sentence, keyed_id},
};

/// Decimals that show about three digits of a number of this size.
pub fn decimals(size: f64) -> usize {
    if size <= 0.0 || !size.is_finite() {
        return 2;
    }
    (2 - size.log10().floor() as i32).clamp(0, 6) as usize
}

/// How numbers of an outcome are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Decimals.
    pub decimals: usize,
    /// The unit behind a number.
    pub unit: String,
}

/// An effect in one language.
pub struct EffectWords<'a> {
    /// The effect.
    pub report: &'a EffectReport,
    /// The words.
    pub words: &'a Catalogue,
    /// The name of the outcome.
    pub name: &'a str,
    /// How its numbers are written; by the size of their error and without unit where nobody says.
    pub written: Option<Written>,
    /// What its units are called: `aimaks`, `sites`, `fields` or `units`.
    pub called: &'a str,
}

impl EffectWords<'_> {
    /// Decimals of every number: those of the outcome, else of the standard error, else of the value.
    fn places(&self) -> usize {
        let size = |answer: &EffectAnswer| {
            let value = answer.as_ref().ok()?;
            Some(value.se.unwrap_or(value.value.abs()))
        };
        let by_size = || size(self.report.headline()).map_or(2, decimals);
        self.written
            .as_ref()
            .map_or_else(by_size, |written| written.decimals)
    }

    /// A difference, with its sign.
    pub fn number(&self, value: f64) -> String {
        self.words.difference(value, self.places())
    }

    fn unit(&self) -> String {
        let unit = self.written.as_ref().map(|written| written.unit.as_str());
        unit.filter(|unit| !unit.is_empty())
            .map_or_else(String::new, |unit| format!("\u{a0}{unit}"))
    }

    /// A difference, with its sign and its unit.
    pub fn with_unit(&self, value: f64) -> String {
        self.number(value) + &self.unit()
    }

    /// A size, with its unit.
    pub fn size_with_unit(&self, size: f64) -> String {
        self.words.number(size, self.places()) + &self.unit()
    }

    fn size(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.size_with_unit(value))
    }

    /// Both ends of an interval, or a dash.
    pub fn interval(&self, value: &EffectValue) -> String {
        value.interval.bounds().map_or_else(
            || "–".to_owned(),
            |(lo, hi)| {
                let message = Message::new("interval-short")
                    .with("lo", self.number(lo))
                    .with("hi", self.number(hi));
                self.words.message(&message)
            },
        )
    }

    /// Value and interval, or why there is none.
    pub fn answer(&self, answer: &EffectAnswer) -> String {
        match answer {
            Ok(value) => format!("{} ({})", self.number(value.value), self.interval(value)),
            Err(withheld) => {
                let reason = self.words.keyed("reason", withheld.reason.code());
                let details = withheld.details.iter().map(|one| self.words.message(one));
                std::iter::once(reason)
                    .chain(details)
                    .collect::<Vec<_>>()
                    .join("; ")
            }
        }
    }

    /// The sentence: never stronger than the weaker of design and grade.
    pub fn sentence(&self) -> String {
        let report = self.report;
        let (value, interval, level, treated, comparison) = match report.headline() {
            Ok(value) => {
                let level = match value.interval {
                    Interval::Between { level, .. } => self.words.number(100.0 * level, 0),
                    Interval::Unavailable(_) => String::new(),
                };
                let interval = self.interval(value);
                (
                    Some(value.value),
                    interval,
                    level,
                    value.treated,
                    value.comparison,
                )
            }
            Err(_) => (
                report.point,
                String::new(),
                String::new(),
                report.count(UnitRole::Treated),
                report.count(UnitRole::Comparison),
            ),
        };
        let Some(value) = value else {
            return self.answer(report.headline());
        };
        let message = Message::new(&keyed_id("effect-claim", report.claim.key()))
            .with("indicator", inside_sentence(self.name))
            .with("value", self.with_unit(value))
            .with("interval", interval)
            .with("level", level)
            .with("n", treated)
            .with("comparison", comparison)
            .with(
                "confidence",
                self.words.keyed("confidence", report.confidence.key()),
            )
            .with("detectable", self.size(report.smallest_detectable))
            .with("bound", self.size(report.no_effect_beyond))
            .with("called", self.called);
        begins_sentence(&self.words.message(&message))
    }

    /// What the treated changed without comparison, to stand beside the effect.
    pub fn described(&self) -> Option<String> {
        let described = self.report.described.as_ref().ok()?;
        let message = Message::new("effect-described")
            .with("value", self.with_unit(described.value))
            .with("interval", self.interval(described))
            .with("n", described.treated)
            .with("called", self.called);
        Some(self.words.message(&message))
    }

    /// The smallest effect that could be seen, alone and within its family.
    pub fn detectable(&self) -> Option<String> {
        let message = Message::new("effect-detectable")
            .with("one", self.size(Some(self.report.smallest_detectable?)))
            .with(
                "family",
                self.size(self.report.smallest_detectable_in_family),
            );
        Some(self.words.message(&message))
    }

    /// How much of the area of the treated units is organic land; `None` where nobody knows of any.
    pub fn shares(&self) -> Option<String> {
        let shares = self.report.treated_shares()?;
        let percent = |share: f64| self.words.number(share, 0);
        let told = if percent(shares.least) == percent(shares.most) {
            Message::new("effect-share-one").with("share", percent(shares.median))
        } else {
            Message::new("effect-shares")
                .with("least", percent(shares.least))
                .with("most", percent(shares.most))
                .with("median", percent(shares.median))
        };
        let told = self.words.message(&told);
        let unknown = Message::new("effect-share-unknown").with("n", shares.unknown);
        Some(match shares.unknown {
            0 => told,
            _ => format!("{told}; {}", self.words.message(&unknown)),
        })
    }

    /// What permuting starts says.
    pub fn permutation(&self) -> String {
        match &self.report.permutation {
            Ok(test) => {
                let message = Message::new("effect-permutation")
                    .with("p", self.p(test.p))
                    .with("n", self.count(test.arrangements))
                    .with("drawn", test.drawn.unwrap_or(0));
                self.words.message(&message)
            }
            Err(withheld) => self.answer(&Err(withheld.clone())),
        }
    }

    /// The p raised for the number of indicators that were declared together.
    pub fn family(&self) -> Option<String> {
        let id = keyed_id("effect-family", self.report.correction.key());
        let message = Message::new(&id).with("p", self.p(self.report.family_p?));
        Some(self.words.message(&message))
    }

    /// What the same comparison finds on outcomes that the transition cannot have changed, each by its name and in its own unit.
    pub fn placebo_outcomes(&self, of: impl Fn(&str) -> (String, Option<Written>)) -> Vec<String> {
        let line = |check: &EffectCheck| {
            let (name, written) = of(check.of.as_deref().unwrap_or_default());
            let answer = match &check.effect {
                Ok(value) => self.written_as(value, written.as_ref()),
                Err(_) => self.answer(&check.effect),
            };
            let message = Message::new("effect-placebo-outcome")
                .with("outcome", inside_sentence(&name))
                .with("answer", answer);
            begins_sentence(&self.words.message(&message))
        };
        self.report.placebo_outcomes.iter().map(line).collect()
    }

    /// Value and interval of another outcome than that of the report, as its numbers are written.
    fn written_as(&self, value: &EffectValue, written: Option<&Written>) -> String {
        let places = written.map_or_else(|| value.se.map_or(2, decimals), |own| own.decimals);
        let number = |value| self.words.difference(value, places);
        let unit = written.map_or("", |own| own.unit.as_str());
        let unit = if unit.is_empty() {
            String::new()
        } else {
            format!("\u{a0}{unit}")
        };
        let ends = value.interval.bounds().map_or_else(
            || "–".to_owned(),
            |(lo, hi)| {
                let ends = Message::new("interval-short").with("lo", number(lo));
                self.words.message(&ends.with("hi", number(hi)))
            },
        );
        format!("{}{unit} ({ends})", number(value.value))
    }

    /// How alike neighbours are once the effect is taken.
    pub fn likeness(&self) -> Option<String> {
        let message = match self.report.likeness.as_ref()? {
            Ok(found) => Message::new("effect-likeness")
                .with("i", self.words.number(found.i, 2))
                .with("expected", self.words.number(found.expected, 2))
                .with("p", self.p(found.p)),
            Err(withheld) => return Some(self.answer(&Err(withheld.clone()))),
        };
        Some(self.words.message(&message))
    }

    /// What the periods before the start say.
    pub fn trends(&self) -> String {
        match &self.report.trends {
            Ok(Some(test)) => {
                let told = |id: &str| {
                    Message::new(id)
                        .with("p", self.p(test.p))
                        .with("n", test.leads)
                };
                self.words.message(&match test.power {
                    Some(power) => {
                        let percent = self.words.number(100.0 * power, 0);
                        told("effect-trends").with("power", percent)
                    }
                    None => told("effect-trends-without-power"),
                })
            }
            Ok(None) => self.words.text("effect-trends-untested"),
            Err(withheld) => self.answer(&Err(withheld.clone())),
        }
    }

    /// The design with its code, and the grade.
    pub fn grade(&self) -> String {
        let report = self.report;
        let message = Message::new("effect-grade")
            .with("design", self.words.keyed("design", report.design.key()))
            .with("code", report.design.code())
            .with("start", self.words.keyed("confidence", report.start.key()))
            .with(
                "confidence",
                self.words.keyed("confidence", report.confidence.key()),
            );
        self.words.message(&message)
    }

    /// A number of ways; beyond a million nobody counts.
    fn count(&self, ways: f64) -> String {
        const MANY: f64 = 1e6;
        let counted = self.words.number(ways.min(MANY), 0);
        if ways > MANY {
            format!("> {counted}")
        } else {
            counted
        }
    }

    /// A p-value, never 0.
    fn p(&self, p: f64) -> String {
        if p < 0.001 {
            format!("< {}", self.words.number(0.001, 3))
        } else {
            format!("= {}", self.words.number(p, 3))
        }
    }

    fn mark(&self, label: String, class: &str, value: &EffectValue) -> Mark {
        let holds_zero = value.interval.holds_zero() != Some(false);
        Mark {
            label,
            class: format!("{class} {}", if holds_zero { "uncertain" } else { "sure" }),
            value: value.value,
            bounds: value.interval.bounds(),
            bands: None,
            words: format!("{} ({})", self.number(value.value), self.interval(value)),
        }
    }

    fn format(&self) -> impl Fn(f64, usize) -> String + '_ {
        |value, places| self.words.number(value, places)
    }

    /// The event study; `None` where no period has an effect.
    pub fn event_study(&self) -> Option<String> {
        let marks: Vec<(i32, Mark)> = self
            .report
            .since_start
            .iter()
            .filter_map(|point| {
                let value = point.effect.as_ref().ok()?;
                let label = Message::new("effect-since").with("n", f64::from(point.since));
                let class = if point.since < 0 {
                    "untreated"
                } else {
                    "organic"
                };
                Some((
                    point.since,
                    self.mark(self.words.message(&label), class, value),
                ))
            })
            .collect();
        let title = self
            .words
            .message(&Message::new("effect-event-study").with("indicator", self.name));
        let words = Words {
            title: &title,
            description: &self.words.text("effect-event-study-description"),
            axis: &self.words.text("effect-event-study-axis"),
            start: &self.words.text("effect-start"),
        };
        let number = self.format();
        (!marks.is_empty()).then(|| event_study::draw(&marks, &words, &number).into_string())
    }

    /// The effect with its checks, one line each; `None` where nothing was found.
    pub fn forest(&self) -> Option<String> {
        let report = self.report;
        let rows = [
            ("check-effect", &report.effect),
            ("check-described", &report.described),
        ];
        let checks = report
            .checks
            .iter()
            .map(|check| (check.id.as_str(), &check.effect));
        let marks: Vec<Mark> = rows
            .into_iter()
            .chain(checks)
            .enumerate()
            .filter_map(|(place, (id, effect))| {
                let class = ["organic", "untreated"].get(place).unwrap_or(&"whole");
                Some(self.mark(self.words.text(id), class, effect.as_ref().ok()?))
            })
            .collect();
        let title = self
            .words
            .message(&Message::new("effect-forest").with("indicator", self.name));
        let description = self.words.text("effect-forest-description");
        let number = self.format();
        (!marks.is_empty())
            .then(|| dot_interval::draw(&marks, &title, &description, &number).into_string())
    }
}

/// A picture that needs no page: with its name space and its colours.
pub fn standalone(svg: &str) -> String {
    let style = "<style>text{font:12px \"Noto Sans\",Arial,sans-serif;fill:#1c2833}.axis text,.axis-words{fill:#53606d;font-size:11px}\
        .row-label{font-weight:700}.grid,.base{stroke:#dfdcd3}.zero,.start{stroke:#1c2833}.mark{color:#5b6770}.organic{color:#0b7a75}\
        .untreated{color:#b5651d}.interval{stroke:currentColor;stroke-width:2.4;stroke-linecap:round}.alike{fill:#eef3ee}.dot{fill:currentColor;stroke:#fff}\
        .uncertain .dot,.base-dot{fill:#fff;stroke:currentColor;stroke-width:2.2}.line{fill:none;stroke:currentColor;stroke-width:1.6}\
        .planned .line{stroke-width:2.8}.line-label{fill:currentColor}.planned .line-label{font-weight:700}.goal{fill:none;stroke:#b5651d;stroke-width:1.6}\
        .goal-words{fill:#8a4a12;font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}</style>";
    let named = svg.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    match named.split_once("</title>") {
        Some((head, rest)) => format!("{head}</title>{style}{rest}\n"),
        None => named,
    }
}

#[cfg(test)]
#[path = "effect/tests.rs"]
mod tests;
