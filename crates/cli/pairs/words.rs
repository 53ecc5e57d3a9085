//! Sentences of paired fields, in three languages.

use aimak_atlas::{
    effect::decimals,
    texts::{Catalogue, begins_sentence, inside_sentence, keyed_id},
};
use aimak_core::{Lang, Message};
use aimak_io::{
    problem::Problem,
    read::field_pairs::PairsRead,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::effect::field_pairs::{PairedFields, PairsVerdict};
use serde_json::{Value, json};

use crate::args;

/// Sentences in all languages.
pub const SENTENCES: &str = "sentences.csv";

/// What was found, and what may be said of it.
pub struct Told<'a> {
    /// The pairs.
    pub read: &'a PairsRead,
    /// Their difference.
    pub found: PairedFields,
    /// Grade and claim.
    pub verdict: PairsVerdict,
    /// What was asked.
    pub args: &'a args::Pairs,
}

impl Told<'_> {
    fn places(&self) -> usize {
        decimals(self.found.error.se)
    }

    /// What is said, line by line, each with its kind.
    pub fn said(&self, words: &Catalogue) -> Vec<(&'static str, String)> {
        let (found, verdict) = (&self.found, &self.verdict);
        let mut said = vec![
            ("sentence", self.sentence(words)),
            ("reach", words.text("pairs-reach")),
            ("detectable", self.detectable(words)),
            ("exchange", self.exchanged(words)),
        ];
        let confidence = words.keyed("confidence", verdict.confidence.key());
        let grade = Message::new("pairs-grade").with("confidence", confidence);
        said.push(("grade", words.message(&grade)));
        said.extend(
            verdict
                .steps
                .iter()
                .map(|step| ("step", words.message(step))),
        );
        if !self.read.incomplete.is_empty() {
            let left = Message::new("pairs-incomplete").with("n", self.read.incomplete.len());
            said.push(("left_out", words.message(&left)));
        }
        if found.aimaks.is_some() {
            said.push(("unit", words.text("pairs-unit-aimak")));
        }
        said
    }

    fn sentence(&self, words: &Catalogue) -> String {
        let found = &self.found;
        let number = |value: f64| words.difference(value, self.places());
        let (lo, hi) = found.error.limits(found.mean);
        let interval = Message::new("interval-short")
            .with("lo", number(lo))
            .with("hi", number(hi));
        let name = self.args.name.as_deref().unwrap_or(&self.args.outcome);
        let bound = self.verdict.none_beyond.unwrap_or_default();
        let message = Message::new(&keyed_id("pairs-claim", self.verdict.claim.key()))
            .with("indicator", inside_sentence(name))
            .with("value", number(found.mean))
            .with("interval", words.message(&interval))
            .with("pairs", found.pairs)
            .with("aimaks", found.aimaks.unwrap_or(0))
            .with("bound", words.number(bound, self.places()));
        begins_sentence(&words.message(&message))
    }

    fn detectable(&self, words: &Catalogue) -> String {
        let least = self.found.error.smallest_detectable();
        let least = words.number(least, self.places());
        words.message(&Message::new("pairs-detectable").with("least", least))
    }

    fn exchanged(&self, words: &Catalogue) -> String {
        let message = Message::new("pairs-exchange")
            .with("p", words.number(self.verdict.exchange.p, 3))
            .with("n", words.number(self.verdict.exchange.orders as f64, 0))
            .with("exact", usize::from(self.verdict.exchange.exact));
        words.message(&message)
    }

    /// Writes the sentences of all languages.
    pub fn sentences(&self, folder: &Tables) -> Result<(), Problem> {
        let mut rows: Vec<(Lang, &str, String)> = Vec::new();
        for lang in Lang::ALL {
            let said = self.said(&Catalogue::new(lang));
            rows.extend(said.into_iter().map(|(kind, line)| (lang, kind, line)));
        }
        let column = |pick: fn(&(Lang, &str, String)) -> String| {
            Cells::Words(rows.iter().map(|row| Some(pick(row))).collect())
        };
        let ids = rows.iter().map(|(lang, ..)| lang.code().to_owned());
        let table = Rows {
            field: "language".to_owned(),
            ids: ids.collect(),
            columns: vec![
                ("kind", column(|row| row.1.to_owned())),
                ("text", column(|row| row.2.clone())),
            ],
        };
        write_rows(&folder.path(SENTENCES), &table)
    }

    /// Everything, as data.
    pub fn about(&self) -> Value {
        let found = &self.found;
        let (low, high) = found.error.limits(found.mean);
        json!({
            "command": "pairs",
            "outcome": self.args.outcome,
            "registered": self.args.registered.map(|date| date.to_string()),
            "relevant": self.args.relevant,
            "seed": self.args.seed,
            "pairs": found.pairs,
            "incomplete_pairs": self.read.incomplete,
            "aimaks": found.aimaks,
            "unit": if found.aimaks.is_some() { "aimak" } else { "pair" },
            "mean_organic": found.organic,
            "mean_comparison": found.comparison,
            "difference": found.mean,
            "se": found.error.se,
            "df": found.error.df,
            "low": low,
            "high": high,
            "interval_kind": found.interval_kind().key(),
            "p": found.p(),
            "exchange": { "p": self.verdict.exchange.p, "ways": self.verdict.exchange.orders, "exact": self.verdict.exchange.exact },
            "smallest_detectable": found.error.smallest_detectable(),
            "design": "E3",
            "confidence": self.verdict.confidence,
            "steps": self.verdict.steps,
            "claim": self.verdict.claim.key(),
            "no_difference_beyond": self.verdict.none_beyond,
        })
    }
}
