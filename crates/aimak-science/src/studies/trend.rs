//! Which way does a series of images go over the years, and how fast?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Design, Finding, IntervalKind, Land, Message, PartialDate, Quantity, Reason,
    SampleSize, SampleUnit, Subject, Withheld,
};

use super::{Answer, Measured, Spread, finding::About, most_frequent, series::Series};
use crate::{
    degradation::NOTE_PRODUCTIVITY_TAKES_A_DECADE,
    indicators::Indicator,
    trend::{
        MINIMUM_YEARS,
        mann_kendall::{MannKendall, MannKendallResult, Null},
        maps::{SeriesTrend, Years, of_series},
    },
};

/// Serial correlation makes a series look surer than it is, so it is looked for (METHODS D.4).
const TEST: MannKendall = MannKendall::HAMED_RAO;
/// Above this the test does not confirm a trend.
const SIGNIFICANCE: f64 = 0.05;

/// The trend of the yearly means of an aimak, on each of its lands.
pub fn findings(
    series: &Series,
    indicator: &'static Indicator,
    aimak: &AimakCode,
    lands: &[Land],
) -> Vec<Finding> {
    let of_land = |land: &Land| {
        let about = About {
            survey: series.survey,
            indicator,
            subject: Subject::Aimak(aimak.clone()),
            land: *land,
        };
        let (years, answer) = trend(series, aimak, *land);
        let quantity = Quantity::Trend {
            first: years.0,
            last: years.1,
        };
        about.finding(quantity, Design::Trend, answer)
    };
    lands.iter().map(of_land).collect()
}

/// First and last year and the slope.
fn trend(series: &Series, aimak: &AimakCode, land: Land) -> ((i16, i16), Answer) {
    let yearly = match series.yearly(aimak, land) {
        Ok(yearly) => yearly,
        Err(withheld) => return (series.layer_years(), Err(withheld)),
    };
    let given: BTreeMap<i16, f64> = yearly
        .iter()
        .filter_map(|(year, outcome)| Some((*year, *outcome.as_ref().ok()?)))
        .collect();
    let span = given.keys().min().copied().zip(given.keys().max().copied());
    let Some(span) = span else {
        let refused: Vec<Withheld> = yearly.into_values().filter_map(Result::err).collect();
        return (series.layer_years(), Err(most_frequent(&refused)));
    };
    let dates: Vec<_> = yearly
        .keys()
        .map(|year| Some(PartialDate::Year(*year)))
        .collect();
    let years = Years::of(&dates).expect("invariant: every year is dated");
    let values: Vec<Option<f64>> = yearly.keys().map(|year| given.get(year).copied()).collect();
    let left_out = yearly.len() - given.len();
    let found = of_series(&years, &values, TEST, MINIMUM_YEARS);
    (
        span,
        found.and_then(|found| measured(series, &found, given.len(), left_out)),
    )
}

/// The slope with the interval of its ranks, the test beside it.
fn measured(series: &Series, found: &SeriesTrend, years: usize, left_out: usize) -> Answer {
    let interval = found
        .line
        .interval
        .ok_or(Withheld::because(Reason::SeriesTooShort))?;
    let mut notes = vec![
        Message::new("note-weather-of-the-years"),
        Message::new(NOTE_PRODUCTIVITY_TAKES_A_DECADE),
    ];
    if left_out > 0 {
        notes.push(Message::new("note-years-left-out").with("n", left_out));
    }
    let bounds = (interval.low_per_year, interval.high_per_year);
    let excludes_zero = bounds.0 > 0.0 || bounds.1 < 0.0;
    let confirmed = found.test.p < SIGNIFICANCE;
    if excludes_zero && !confirmed {
        notes.push(Message::new("note-test-does-not-confirm"));
    }
    Ok(Measured {
        value: found.line.slope_per_year,
        spread: Spread::Bounds {
            lo: bounds.0,
            hi: bounds.1,
            kind: IntervalKind::YearToYear,
            confirmed,
        },
        sample: SampleSize {
            of: SampleUnit::Years,
            n: years,
            n_other: None,
        },
        flags: super::series::reprojected(series.layer),
        notes,
        parameters: parameters(series, &found.test),
        inputs: super::series::inputs(series.layer, series.layer.bands.len()),
    })
}

/// What was tested and what came out, for whoever wants to repeat it.
fn parameters(series: &Series, test: &MannKendallResult) -> BTreeMap<String, String> {
    let null = match test.null {
        Null::Exact => "exact",
        Null::Normal => "normal",
    };
    let mut parameters = BTreeMap::from([
        ("layer".to_owned(), series.layer.id.clone()),
        ("trend_test".to_owned(), "mann_kendall".to_owned()),
        ("null_distribution".to_owned(), null.to_owned()),
        ("p_value".to_owned(), format!("{:.4}", test.p)),
        ("kendall_tau".to_owned(), format!("{:.3}", test.tau_a)),
    ]);
    if let Some(serial) = &test.serial {
        parameters.insert(
            "variance_factor".to_owned(),
            format!("{:.3}", serial.factor),
        );
    }
    if let Some([first, last]) = series.layer.season_months {
        parameters.insert("season_months".to_owned(), format!("{first}–{last}"));
    }
    parameters
}
