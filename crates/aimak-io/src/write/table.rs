//! All findings as one flat table, withheld ones too.

use aimak_core::{
    Finding, Interval, Lang, LocalText, Outcome, PeriodId, Quantity, Release, Subject,
};
use polars::prelude::{
    Column, DataFrame, NamedFrom as _, ParquetCompression, ParquetWriter, PolarsError, Series,
};
use polars_io::prelude::{CsvWriter, SerWriter as _};

use crate::problem::Problem;

/// The table as CSV: comma, UTF-8, unrounded numbers.
///
/// # Errors
/// Where the table cannot be made, which would be our own mistake.
pub(super) fn csv(release: &Release) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut write = |frame: &mut DataFrame| {
        CsvWriter::new(&mut bytes)
            .include_header(true)
            .finish(frame)
    };
    frame(release)
        .and_then(|mut frame| write(&mut frame))
        .map_err(|error| failed("findings.csv", &error))?;
    Ok(bytes)
}

/// The table as Parquet.
///
/// # Errors
/// Where the table cannot be made, which would be our own mistake.
pub(super) fn parquet(release: &Release) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    // one uncompressed row group: the same bytes on every machine
    let mut write = |frame: &mut DataFrame| {
        ParquetWriter::new(&mut bytes)
            .with_compression(ParquetCompression::Uncompressed)
            .finish(frame)
            .map(drop)
    };
    frame(release)
        .and_then(|mut frame| write(&mut frame))
        .map_err(|error| failed("findings.parquet", &error))?;
    Ok(bytes)
}

fn failed(file: &str, error: &PolarsError) -> Problem {
    Problem::error("folder-unwritable", file).found(error.to_string())
}

/// One column of words and one of numbers, by name.
struct Columns<'a> {
    findings: &'a [Finding],
    columns: Vec<Column>,
}

impl Columns<'_> {
    fn words(&mut self, name: &str, of: impl Fn(&Finding) -> Option<String>) {
        let values: Vec<Option<String>> = self.findings.iter().map(of).collect();
        self.columns.push(Series::new(name.into(), values).into());
    }

    fn numbers(&mut self, name: &str, of: impl Fn(&Finding) -> Option<f64>) {
        let values: Vec<Option<f64>> = self.findings.iter().map(of).collect();
        self.columns.push(Series::new(name.into(), values).into());
    }

    fn counts(&mut self, name: &str, of: impl Fn(&Finding) -> Option<usize>) {
        let values: Vec<Option<u64>> = self
            .findings
            .iter()
            .map(|finding| of(finding).map(|n| n as u64))
            .collect();
        self.columns.push(Series::new(name.into(), values).into());
    }
}

/// The flat table.
fn frame(release: &Release) -> Result<DataFrame, PolarsError> {
    let mut table = Columns {
        findings: &release.findings,
        columns: Vec::new(),
    };
    about(&mut table, release);
    time(&mut table);
    number(&mut table);
    evidence(&mut table);
    remarks(&mut table);
    DataFrame::new_infer_height(table.columns)
}

/// Indicator, subject, land.
fn about(table: &mut Columns, release: &Release) {
    let symbol = |finding: &Finding| {
        release
            .cards
            .iter()
            .find(|card| card.id == finding.indicator)
            .map(|card| card.unit.symbol())
    };
    table.words("indicator", |finding| Some(finding.indicator.clone()));
    table.words("unit", |finding| symbol(finding).map(str::to_owned));
    table.words("subject", |finding| {
        Some(match &finding.subject {
            Subject::Aimak(code) => code.0.clone(),
            Subject::OrganicAimaks => "organic_aimaks".to_owned(),
        })
    });
    for lang in Lang::ALL {
        let name = |finding: &Finding| -> Option<String> {
            let Subject::Aimak(code) = &finding.subject else {
                return None;
            };
            let name: &LocalText = &release
                .aimaks
                .iter()
                .find(|aimak| aimak.code == *code)?
                .name;
            Some(name.get(lang).to_owned())
        };
        table.words(&format!("name_{}", lang.code()), name);
    }
    table.words("land", |finding| Some(finding.land.key().to_owned()));
    table.numbers("treated_share_percent", |finding| {
        finding.treated_share_percent
    });
}

/// What of the indicator, and when.
fn time(table: &mut Columns) {
    let no = String::new;
    let between = |what: &str, before: &PeriodId, after: &PeriodId| {
        [
            what.to_owned(),
            before.0.clone(),
            after.0.clone(),
            no(),
            no(),
        ]
    };
    // an interval of years as ISO 8601 writes it
    let over = |what: &str, first: i16, last: i16| {
        [what.to_owned(), no(), no(), no(), format!("{first}/{last}")]
    };
    let words = |finding: &Finding| match &finding.quantity {
        Quantity::Timeless => ["timeless".to_owned(), no(), no(), no(), no()],
        Quantity::State { period } => ["state".to_owned(), no(), no(), period.0.clone(), no()],
        Quantity::At { date } => ["at".to_owned(), no(), no(), no(), date.to_string()],
        Quantity::Trend { first, last } => over("trend", *first, *last),
        Quantity::OverYears { first, last } => over("over_years", *first, *last),
        Quantity::Between { before, after } => between("between", before, after),
        Quantity::Change { before, after } => between("change", before, after),
        Quantity::DifferenceOfChanges { before, after } => {
            between("difference_of_changes", before, after)
        }
    };
    for (place, name) in [
        "quantity",
        "period_before",
        "period_after",
        "period",
        "date",
    ]
    .into_iter()
    .enumerate()
    {
        table.words(name, |finding| {
            Some(words(finding)[place].clone()).filter(|word| !word.is_empty())
        });
    }
}

/// Value, interval, n.
fn number(table: &mut Columns) {
    table.numbers("value", |finding| {
        finding.estimate().map(|estimate| estimate.value)
    });
    let bounds = |finding: &Finding| {
        finding
            .estimate()
            .and_then(|estimate| estimate.interval.bounds())
    };
    table.numbers("interval_lo", |finding| bounds(finding).map(|(lo, _)| lo));
    table.numbers("interval_hi", |finding| bounds(finding).map(|(_, hi)| hi));
    let interval = |finding: &Finding| finding.estimate().map(|estimate| estimate.interval);
    table.numbers("interval_level", |finding| match interval(finding)? {
        Interval::Between { level, .. } => Some(level),
        Interval::Unavailable(_) => None,
    });
    table.words("interval_kind", |finding| match interval(finding)? {
        Interval::Between { kind, .. } => Some(kind.key().to_owned()),
        Interval::Unavailable(_) => None,
    });
    table.words("no_interval_reason", |finding| match interval(finding)? {
        Interval::Unavailable(reason) => Some(reason.key().to_owned()),
        Interval::Between { .. } => None,
    });
    table.counts("n", |finding| {
        finding.estimate().map(|estimate| estimate.sample.n)
    });
    table.counts("n_other", |finding| {
        finding
            .estimate()
            .and_then(|estimate| estimate.sample.n_other)
    });
    table.words("n_of", |finding| {
        finding
            .estimate()
            .map(|estimate| estimate.sample.of.key().to_owned())
    });
}

/// Design, confidence, claim, method.
fn evidence(table: &mut Columns) {
    table.words("design", |finding| {
        Some(finding.evidence.design.key().to_owned())
    });
    table.words("design_code", |finding| {
        Some(finding.evidence.design.code().to_owned())
    });
    table.words("confidence", |finding| {
        Some(finding.evidence.confidence.key().to_owned())
    });
    table.words("claim", |finding| {
        Some(finding.evidence.claim.key().to_owned())
    });
    table.numbers("smallest_detectable", |finding| {
        finding.evidence.smallest_detectable
    });
    table.words("method", |finding| Some(finding.evidence.method.id.clone()));
    table.counts("method_version", |finding| {
        Some(finding.evidence.method.version as usize)
    });
}

/// Why there is no number, and what remains with one.
fn remarks(table: &mut Columns) {
    table.words("withheld_reason", |finding| match &finding.outcome {
        Outcome::Withheld(withheld) => Some(withheld.reason.code().to_owned()),
        Outcome::Estimated(_) => None,
    });
    table.words("flags", |finding| {
        let flags = &finding.estimate()?.flags;
        (!flags.is_empty()).then(|| {
            flags
                .iter()
                .map(|flag| flag.id.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        })
    });
}
