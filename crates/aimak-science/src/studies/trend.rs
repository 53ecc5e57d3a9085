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
    let mut parameters = series.parameters();
    parameters.extend([
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
    parameters
}

#[cfg(test)]
mod tests {
    use aimak_core::{Claim, Finding, Interval, Outcome, RasterLayer, Survey, Withheld};

    use super::*;
    use crate::{
        indicators::by_id,
        simulate::Region,
        studies::series::{PixelMean, ZoneBands},
    };

    /// The trend of one aimak whose mean was this in the years from 2015 on; `None` is a year too cloudy to count.
    fn trend_of(yearly: &[Option<f64>]) -> Finding {
        let survey = Region::small(3).survey();
        let aimak = survey.aimaks[0].code.clone();
        let bands = yearly.iter().map(|value| match value {
            Some(value) => Ok(PixelMean {
                value: *value,
                cells: 100.0,
            }),
            None => Err(Withheld::because(Reason::ValidAreaBelow70)),
        });
        let zones = [ZoneBands {
            aimak: aimak.clone(),
            land: Land::WholeAimak,
            bands: bands.collect(),
        }];
        let layer = dated(&survey, yearly.len());
        let series = Series {
            survey: &survey,
            layer: &layer,
            zones: &zones,
        };
        let indicator = by_id("ndvi_trend").unwrap();
        findings(&series, indicator, &aimak, &[Land::WholeAimak]).remove(0)
    }

    fn dated(survey: &Survey, years: usize) -> RasterLayer {
        let layer = survey.rasters.iter().find(|layer| layer.id == "ndvi");
        let band = |place: usize| aimak_core::Band {
            when: Some(PartialDate::Year(2015 + place as i16)),
        };
        RasterLayer {
            bands: (0..years).map(band).collect(),
            ..layer.unwrap().clone()
        }
    }

    fn bounds(finding: &Finding) -> (f64, f64) {
        finding.estimate().unwrap().interval.bounds().unwrap()
    }

    /// METHODS D.4, 2015–2024: slope, Gilbert's interval and p of the series without correction; no lag of it is kept.
    #[test]
    fn the_worked_series_has_its_slope_its_interval_and_its_p() {
        let yearly = [
            0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452,
        ];
        let finding = trend_of(&yearly.map(Some));
        let estimate = finding.estimate().unwrap();
        assert!((estimate.value - 0.0045).abs() < 1e-9);
        let (lo, hi) = bounds(&finding);
        assert!(
            (lo - 0.002_745).abs() < 1e-6 && (hi - 0.005_753).abs() < 1e-6,
            "{lo} {hi}"
        );
        assert_eq!(finding.evidence.parameters["p_value"], "0.0030");
        assert_eq!(finding.evidence.parameters["kendall_tau"], "0.756");
        let span = Quantity::Trend {
            first: 2015,
            last: 2024,
        };
        assert_eq!((&finding.quantity, estimate.sample.n), (&span, 10));
        // NDVI is an indirect sign, so a trend is seen and no more
        assert_eq!(finding.evidence.claim, Claim::SeenWithVeryLowConfidence);
        let kind = matches!(
            estimate.interval,
            Interval::Between {
                kind: IntervalKind::YearToYear,
                ..
            }
        );
        assert!(kind);
    }

    #[test]
    fn a_cloudy_year_is_left_out_and_told() {
        let mut yearly = [
            0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452,
        ]
        .map(Some);
        yearly[0] = None;
        let finding = trend_of(&yearly);
        assert_eq!(finding.estimate().unwrap().sample.n, 9);
        let span = Quantity::Trend {
            first: 2016,
            last: 2024,
        };
        assert_eq!(finding.quantity, span);
        let told = finding
            .evidence
            .notes
            .iter()
            .any(|note| note.id == "note-years-left-out");
        assert!(told);
    }

    #[test]
    fn seven_years_are_no_trend() {
        let finding = trend_of(&[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map(Some));
        let reason = match &finding.outcome {
            Outcome::Withheld(withheld) => withheld.reason,
            Outcome::Estimated(_) => panic!("a trend of seven years"),
        };
        assert_eq!(reason, Reason::SeriesTooShort);
    }

    /// S = 14 of eight years: Z = 13/√65.333 = 1.6083 and p = 0.108, so the test does not reject, whatever the interval says.
    #[test]
    fn a_trend_that_the_test_does_not_confirm_is_not_claimed() {
        let finding = trend_of(&[1.0, 0.5, 2.0, 3.0, 2.5, 4.0, 5.0, 1.8].map(Some));
        let p: f64 = finding.evidence.parameters["p_value"].parse().unwrap();
        assert!(p > SIGNIFICANCE, "{p}");
        assert_eq!(finding.evidence.claim, Claim::CannotTell);
    }

    #[test]
    fn an_interval_beside_zero_with_a_test_that_disagrees_says_so() {
        let survey = Region::small(3).survey();
        let about = About {
            survey: &survey,
            indicator: by_id("ndvi_trend").unwrap(),
            subject: Subject::Aimak(survey.aimaks[0].code.clone()),
            land: Land::WholeAimak,
        };
        let claim = |confirmed| {
            let measured = Measured {
                value: 0.004,
                spread: Spread::Bounds {
                    lo: 0.000_1,
                    hi: 0.008,
                    kind: IntervalKind::YearToYear,
                    confirmed,
                },
                sample: SampleSize {
                    of: SampleUnit::Years,
                    n: 9,
                    n_other: None,
                },
                flags: Vec::new(),
                notes: Vec::new(),
                parameters: BTreeMap::new(),
                inputs: Vec::new(),
            };
            let quantity = Quantity::Trend {
                first: 2015,
                last: 2023,
            };
            about
                .finding(quantity, Design::Trend, Ok(measured))
                .evidence
                .claim
        };
        assert_eq!(claim(true), Claim::SeenWithVeryLowConfidence);
        assert_eq!(claim(false), Claim::CannotTell);
    }
}
