//! What is said of the result, in words.

use std::collections::{BTreeMap, BTreeSet};

use aimak_atlas::texts::keyed_id;
use aimak_core::{Arg, Message, Withheld};
use aimak_science::erosion::wind::Remark;

use crate::{args, voice::Voice};

/// What came of it.
#[derive(Default)]
pub struct Told {
    /// Rows of the table of fields.
    pub rows: usize,
    /// Loss (t/ha) or index of the fields that have one, by label, in the order of the table.
    pub by_label: Vec<(String, Vec<f64>)>,
    /// The losses are those of a year.
    pub of_a_year: bool,
    /// Rows with a remark.
    pub remarks: BTreeMap<Remark, usize>,
    /// How many have no value: by kind (the entry that tells it), code of the reason and what is lacking.
    pub withheld: BTreeMap<(&'static str, &'static str, String), usize>,
}

/// Kind of a refusal: a field under a label.
pub const OF_FIELD: &str = "cli-wind-withheld-field";
/// Kind of a refusal: a period of weather.
pub const OF_PERIOD: &str = "cli-wind-withheld-period";

impl Told {
    /// Counts the remarks of a row.
    pub fn remark(&mut self, remarks: &[Remark]) {
        let distinct: BTreeSet<_> = remarks.iter().collect();
        for remark in distinct {
            *self.remarks.entry(*remark).or_default() += 1;
        }
    }

    /// Notes the value of a field under a label.
    pub fn value(&mut self, label: &str, value: f64) {
        match self.by_label.iter_mut().find(|(known, _)| known == label) {
            Some((_, values)) => values.push(value),
            None => self.by_label.push((label.to_owned(), vec![value])),
        }
    }

    /// Counts a refusal.
    pub fn refuse(&mut self, kind: &'static str, withheld: &Withheld) {
        let key = (
            kind,
            withheld.reason.code(),
            lacking(withheld).unwrap_or_default(),
        );
        *self.withheld.entry(key).or_default() += 1;
    }

    /// Says it.
    pub fn say(&self, voice: &Voice, args: &args::Wind) {
        let out = args.out.display().to_string();
        let done = Message::new("cli-wind-done").with("out", out);
        voice.say(&done.with("rows", self.rows));
        let entry = match (args.index, self.of_a_year) {
            (true, _) => "cli-wind-index",
            (false, true) => "cli-wind-loss-year",
            (false, false) => "cli-wind-loss-sum",
        };
        for (label, values) in &self.by_label {
            voice.say(&spread(voice, entry, label, values));
        }
        for (remark, n) in &self.remarks {
            let words = voice.text(remark.key());
            let said = Message::new("cli-wind-remark").with("words", words);
            voice.say(&said.with("n", *n));
        }
        for ((kind, code, lacking), n) in &self.withheld {
            let said = Message::new(kind)
                .with("n", *n)
                .with("reason", voice.text(&keyed_id("reason", code)))
                .with("lacking", if lacking.is_empty() { "—" } else { lacking });
            voice.say(&said);
        }
        let note = if args.index {
            "cli-wind-index-note"
        } else {
            "cli-wind-note"
        };
        voice.say(&Message::new(note));
    }
}

/// Lowest, middle and highest value of the fields of a label.
fn spread(voice: &Voice, entry: &str, label: &str, values: &[f64]) -> Message {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let all = voice.text("cli-wind-all");
    let (low, high) = (sorted.first(), sorted.last());
    Message::new(entry)
        .with("label", if label.is_empty() { &all } else { label })
        .with("n", sorted.len())
        .with("low", low.copied().unwrap_or_default())
        .with("middle", sorted[sorted.len() / 2])
        .with("high", high.copied().unwrap_or_default())
}

/// The column that is missing, where one is to blame.
pub fn lacking(withheld: &Withheld) -> Option<String> {
    let argument = withheld.details.first()?.args.get("column")?;
    match argument {
        Arg::Text(column) => Some(column.clone()),
        Arg::Number(_) | Arg::Date { .. } | Arg::Entry { .. } => None,
    }
}

/// Remarks as ids of their words, parted by blanks; `None` without any.
pub fn flags(remarks: &[Remark]) -> Option<String> {
    let ids: Vec<&str> = remarks.iter().map(|remark| remark.key()).collect();
    Some(ids.join(" ")).filter(|ids| !ids.is_empty())
}
