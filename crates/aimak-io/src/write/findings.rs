//! All findings as one flat table, withheld ones too.

use aimak_core::{Bands, Finding, Lang, LocalText, Outcome, Quantity, Release, Subject};
use polars::prelude::{DataFrame, PolarsError};

use super::columns::Columns;

/// The flat table, a row for each finding in order of the release.
pub(super) fn frame(release: &Release) -> Result<DataFrame, PolarsError> {
    let mut table = Columns::of(&release.findings);
    about(&mut table, release);
    time(&mut table);
    number(&mut table);
    evidence(&mut table);
    remarks(&mut table);
    table.edition(&release.project);
    table.finish()
}

/// Indicator, subject, land.
fn about(table: &mut Columns<'_, Finding>, release: &Release) {
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
fn time(table: &mut Columns<'_, Finding>) {
    table.words("quantity", |finding| {
        Some(finding.quantity.key().to_owned())
    });
    for name in Quantity::TIME_COLUMNS {
        table.words(name, |finding| {
            let mut times = finding.quantity.times().into_iter();
            times
                .find(|(column, _)| *column == name)
                .map(|(_, word)| word)
        });
    }
}

/// Value, interval, n.
fn number(table: &mut Columns<'_, Finding>) {
    table.numbers("value", |finding| {
        finding.estimate().map(|estimate| estimate.value)
    });
    table.interval(|finding| finding.estimate().map(|estimate| estimate.interval));
    bands(table);
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

/// Narrower intervals around the same value for those who draw it, error and degrees of freedom for those who reckon with it.
fn bands(table: &mut Columns<'_, Finding>) {
    let of = |finding: &Finding| finding.estimate()?.bands;
    let ends: [(&str, fn(Bands) -> f64); 4] = [
        ("interval_50_lo", |bands| bands.half.0),
        ("interval_50_hi", |bands| bands.half.1),
        ("interval_80_lo", |bands| bands.most.0),
        ("interval_80_hi", |bands| bands.most.1),
    ];
    for (name, end) in ends {
        table.numbers(name, |finding| of(finding).map(end));
    }
    table.numbers("se", |finding| of(finding).map(|bands| bands.se));
    table.numbers("df", |finding| of(finding).map(|bands| bands.df));
}

/// Design, confidence, claim, method.
fn evidence(table: &mut Columns<'_, Finding>) {
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
    table.numbers("no_change_beyond", |finding| {
        finding.evidence.no_change_beyond
    });
    table.words("method", |finding| Some(finding.evidence.method.id.clone()));
    table.counts("method_version", |finding| {
        Some(finding.evidence.method.version as usize)
    });
}

/// Why there is no number, and what remains with one.
fn remarks(table: &mut Columns<'_, Finding>) {
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
