//! All effects of the transition as one flat table: the effect, then the same question asked in every other way.

use aimak_core::{
    EffectAnswer, EffectReport, EffectValue, Message, Release, UnitRole, Withheld,
    effect::{Permutation, TreatedShares},
};
use polars::prelude::{DataFrame, PolarsError};

use super::columns::Columns;

/// One answer of a report.
struct Row<'a> {
    report: &'a EffectReport,
    /// What it answers: `effect`, `described_change`, `since_start`, `cell`, `part`, `check`, `sensitivity`.
    kind: &'static str,
    /// Which of them, in words of the report.
    which: Option<String>,
    /// When the cohort began.
    cohort: Option<i32>,
    /// The period, or the time since the start.
    time: Option<i32>,
    answer: Result<&'a EffectValue, &'a Withheld>,
    /// Limits that hold for all parts of a kind at once.
    band: Option<(f64, f64)>,
}

impl<'a> Row<'a> {
    fn of(report: &'a EffectReport, kind: &'static str, answer: &'a EffectAnswer) -> Self {
        Self {
            report,
            kind,
            which: None,
            cohort: None,
            time: None,
            answer: answer.as_ref(),
            band: None,
        }
    }

    fn which(mut self, which: String) -> Self {
        self.which = Some(which);
        self
    }

    fn value(&self) -> Option<&'a EffectValue> {
        self.answer.ok()
    }

    /// What the atlas tells first.
    fn is_headline(&self) -> bool {
        let told = if std::ptr::eq(self.report.headline(), &raw const self.report.described) {
            "described_change"
        } else {
            "effect"
        };
        self.kind == told
    }
}

/// The flat table, in order of the release.
pub(super) fn frame(release: &Release) -> Result<DataFrame, PolarsError> {
    let rows: Vec<Row<'_>> = release.effects.iter().flat_map(rows).collect();
    let mut table = Columns::of(&rows);
    about(&mut table, release);
    number(&mut table);
    design(&mut table);
    table.edition(&release.project);
    table.finish()
}

/// Every answer of a report.
fn rows(report: &EffectReport) -> Vec<Row<'_>> {
    let first = [
        Row::of(report, "effect", &report.effect),
        Row::of(report, "described_change", &report.described),
    ];
    let since = report.since_start.iter().map(|since| Row {
        time: Some(since.since),
        ..Row::of(report, "since_start", &since.effect)
    });
    let cells = report.cells.iter().map(|cell| Row {
        cohort: Some(cell.cohort),
        time: Some(cell.period),
        ..Row::of(report, "cell", &cell.effect)
    });
    let parts = report.parts.iter().map(|part| Row {
        report,
        kind: "part",
        which: Some(part.by.clone()),
        cohort: part.key.filter(|_| part.by == "cohort"),
        time: part.key.filter(|_| part.by != "cohort"),
        answer: Ok(&part.effect),
        band: part.band,
    });
    let asked = [
        ("check", &report.checks),
        ("sensitivity", &report.sensitivity),
    ];
    let asked = asked.into_iter().flat_map(move |(kind, checks)| {
        let which = |id: &str, of: Option<&String>| match of {
            Some(of) => format!("{id} {of}"),
            None => id.to_owned(),
        };
        checks.iter().map(move |check| {
            Row::of(report, kind, &check.effect).which(which(&check.id, check.of.as_ref()))
        })
    });
    let first = first.into_iter().chain(since).chain(cells);
    first.chain(parts).chain(asked).collect()
}

/// Which outcome, which answer.
fn about(table: &mut Columns<'_, Row<'_>>, release: &Release) {
    let card = |row: &Row<'_>| {
        let mut cards = release.cards.iter();
        cards.find(|card| card.id == row.report.outcome)
    };
    table.words("indicator", |row| Some(row.report.outcome.clone()));
    table.words("unit", |row| {
        card(row).map(|card| card.unit.symbol().to_owned())
    });
    table.words("kind", |row| Some(row.kind.to_owned()));
    table.words("told_first", |row| Some(row.is_headline().to_string()));
    table.words("which", |row| row.which.clone());
    table.whole("cohort", |row| row.cohort.map(i64::from));
    table.whole("time", |row| row.time.map(i64::from));
}

/// Value, interval, p, n; or why there is none.
fn number(table: &mut Columns<'_, Row<'_>>) {
    table.numbers("value", |row| row.value().map(|value| value.value));
    table.numbers("se", |row| row.value()?.se);
    table.numbers("df", |row| row.value()?.df);
    table.interval(|row| row.value().map(|value| value.interval));
    table.numbers("band_lo", |row| row.band.map(|(lo, _)| lo));
    table.numbers("band_hi", |row| row.band.map(|(_, hi)| hi));
    table.numbers("p", |row| row.value()?.p);
    table.counts("n_treated", |row| row.value().map(|value| value.treated));
    table.counts("n_comparison", |row| {
        row.value().map(|value| value.comparison)
    });
    table.words("withheld_reason", |row| {
        row.answer.err().map(|why| why.reason.code().to_owned())
    });
}

/// What holds for the whole report, in each of its rows.
fn design(table: &mut Columns<'_, Row<'_>>) {
    let permutation = |row: &Row<'_>| row.report.permutation.as_ref().ok().copied();
    let lots = |of: fn(Permutation) -> f64| move |row: &Row<'_>| permutation(row).map(of);
    table.numbers("permutation_p", lots(|lots| lots.p));
    table.numbers("permutation_least_p", lots(|lots| lots.least_p));
    table.numbers("family_p", |row| row.report.family_p);
    table.numbers("trends_p", |row| {
        Some(row.report.trends.as_ref().ok()?.as_ref()?.p)
    });
    table.numbers("smallest_detectable", |row| row.report.smallest_detectable);
    table.numbers("smallest_detectable_in_family", |row| {
        row.report.smallest_detectable_in_family
    });
    table.numbers("relevant", |row| row.report.relevant);
    table.numbers("no_effect_beyond", |row| row.report.no_effect_beyond);
    table.numbers("breakdown", |row| row.report.breakdown);
    let share =
        |of: fn(TreatedShares) -> f64| move |row: &Row<'_>| row.report.treated_shares().map(of);
    table.numbers("treated_share_percent_least", share(|shares| shares.least));
    table.numbers(
        "treated_share_percent_median",
        share(|shares| shares.median),
    );
    table.numbers("treated_share_percent_most", share(|shares| shares.most));
    table.words("design", |row| Some(row.report.design.key().to_owned()));
    table.words("design_code", |row| {
        Some(row.report.design.code().to_owned())
    });
    table.words("confidence", |row| {
        Some(row.report.confidence.key().to_owned())
    });
    table.words("grade_steps", |row| words_of(&row.report.steps));
    table.words("claim", |row| Some(row.report.claim.key().to_owned()));
    for role in UnitRole::ALL {
        table.counts(&format!("units_{}", role.key()), |row| {
            Some(row.report.count(role))
        });
    }
    table.words("parameters", |row| {
        let parameters = row.report.parameters.iter();
        let pairs: Vec<String> = parameters
            .map(|(key, word)| format!("{key}={word}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join(" "))
    });
}

/// Ids of messages, parted by blanks; none where there are no messages.
fn words_of(messages: &[Message]) -> Option<String> {
    let ids: Vec<&str> = messages.iter().map(|message| message.id.as_str()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
