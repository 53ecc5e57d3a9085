//! Gaps, steps and years.

use aimak_core::Reason;
use jiff::{ToSpan as _, civil::date};

use super::*;
use crate::erosion::wind::{
    Remark,
    field_loss::{FieldLoss, weights_of_a_year},
    index::climate,
    tests::{SITE, WINDS, worked_field, worked_weather},
};

const HALF: PeriodLength = PeriodLength::HalfMonth;

fn first_period(rows: &[Observation]) -> Result<PeriodWeather, aimak_core::Withheld> {
    let record = Record::of(rows);
    let span = record.periods(HALF)[0];
    record.weather(span, HALF, &SITE, &Evaporation::Measured)
}

/// The same weather every hour from `from` on.
fn hourly(from: jiff::civil::Date, days: i32, wind: impl Fn(i32) -> f64) -> Vec<Observation> {
    let start = from.at(0, 0, 0, 0);
    let row = |hour: i32| {
        let warmth = 10.0 + 5.0 * f64::from(hour % 24 - 12).signum();
        Observation::at(start.saturating_add(hour.hours()))
            .with(Quantity::Wind, wind(hour))
            .with(Quantity::Rain, 0.01)
            .with(Quantity::Temperature, warmth)
            .with(Quantity::Evapotranspiration, 0.1)
    };
    (0..24 * days).map(row).collect()
}

#[test]
fn what_is_missing_is_scaled_remarked_and_at_last_withheld() {
    let whole = first_period(&worked_weather()).unwrap();
    let mut rows = worked_weather();
    // four calm days without a record: Σ U(U − Ut)² is that of eleven days for fifteen
    for row in [0, 2, 14, 16] {
        rows[row].values[Quantity::Wind as usize] = None;
    }
    let scaled = first_period(&rows).unwrap();
    let calm = [0, 1, 7, 8].map(|day| WINDS[day]);
    assert!(calm.iter().all(|wind| *wind < 5.0));
    assert!((scaled.parts.wind_value - whole.parts.wind_value * 15.0 / 11.0).abs() < 1e-9);
    assert_eq!((scaled.winds, scaled.winds_expected), (11, 15));
    assert!(scaled.remarks.contains(&Remark::ObservationsScaled));
    rows[4].values[Quantity::Wind as usize] = None;
    let withheld = first_period(&rows).unwrap_err();
    assert_eq!(withheld.reason, Reason::TooFewObservations);
    assert_eq!(
        withheld.details[0].args["column"],
        aimak_core::Arg::Text("wind_m_per_s".into())
    );
}

#[test]
fn every_quantity_can_be_the_missing_one() {
    for quantity in [
        Quantity::Rain,
        Quantity::Temperature,
        Quantity::SnowDepth,
        Quantity::Evapotranspiration,
    ] {
        let mut rows = worked_weather();
        for row in &mut rows[..12] {
            row.values[quantity as usize] = None;
        }
        let withheld = first_period(&rows).unwrap_err();
        let column = aimak_core::Arg::Text(quantity.column().into());
        assert_eq!(withheld.details[0].args["column"], column);
    }
    let mut rows = worked_weather();
    for row in &mut rows {
        row.values[Quantity::SnowDepth as usize] = None;
    }
    let period = first_period(&rows).unwrap();
    assert_eq!(period.parts.snow, 1.0);
    assert!(period.remarks.contains(&Remark::SnowUnknown));
}

#[test]
fn irrigation_wets_as_rain_does_and_its_empty_cells_are_none() {
    let mut rows = worked_weather();
    for row in &mut rows {
        row.values[Quantity::Irrigation as usize] = None;
    }
    let dry = first_period(&rows).unwrap();
    assert!(dry.remarks.contains(&Remark::IrrigationUnknown));
    rows[0].values[Quantity::Irrigation as usize] = Some(40.0);
    let wet = first_period(&rows).unwrap();
    assert_eq!((wet.water.irrigation_mm, wet.water.wet_days), (40.0, 5.0));
    // (30 − 48·5/15)/30
    assert!((wet.parts.soil_wetness - 14.0 / 30.0).abs() < 1e-12);
    assert!(!wet.remarks.contains(&Remark::IrrigationUnknown));
}

#[test]
fn the_step_is_found_and_coarse_steps_are_remarked() {
    let begin = date(2021, 4, 1);
    let gusts = |hour: i32| f64::from(hour % 12);
    let hours = hourly(begin, 15, gusts);
    let of_hours = first_period(&hours).unwrap();
    assert_eq!(of_hours.winds_expected, 360);
    for remark in [Remark::DailyWind, Remark::CoarseWind] {
        assert!(!of_hours.remarks.contains(&remark));
    }
    let thirds: Vec<_> = hours.iter().step_by(3).copied().collect();
    let of_thirds = first_period(&thirds).unwrap();
    assert!(of_thirds.remarks.contains(&Remark::CoarseWind));
    // the mean of 0..11 m/s is 5.5: worth 1.4 a day, where the hours are worth far more
    let days: Vec<_> = hours
        .chunks(24)
        .map(|day| day[0].with(Quantity::Wind, 5.5))
        .collect();
    let of_days = first_period(&days).unwrap();
    assert_eq!(of_days.remarks[0], Remark::DailyWind);
    assert!(of_days.parts.wind_value < 0.05 * of_hours.parts.wind_value);
}

#[test]
fn hourly_gaps_do_not_lose_a_day() {
    let mut rows = hourly(date(2021, 4, 1), 15, |_| 8.0);
    rows.retain(|row| row.time.hour() % 6 != 5);
    let many = first_period(&rows).unwrap();
    // the usual day has 20 of 24 rows then, and nothing is missing that anybody could know of
    assert_eq!(many.winds_expected, 300);
    let mut rows = hourly(date(2021, 4, 1), 15, |_| 8.0);
    rows.remove(30);
    let one = first_period(&rows).unwrap();
    assert!((one.water.rain_mm - 3.6).abs() < 1e-9);
    assert!((one.evapotranspiration_mm - 36.0).abs() < 1e-9);
    assert_eq!((one.winds, one.winds_expected), (359, 360));
    assert!(one.remarks.contains(&Remark::ObservationsScaled));
}

#[test]
fn wind_at_ten_metres_is_brought_down_and_reanalysis_remarked() {
    let record = Record::of(&worked_weather());
    let span = record.periods(HALF)[0];
    let site = Site {
        wind_height_m: 10.0,
        reanalysis: true,
        ..SITE
    };
    let high = record
        .weather(span, HALF, &site, &Evaporation::Measured)
        .unwrap();
    let low = first_period(&worked_weather()).unwrap();
    assert!((high.mean_wind_m_per_s / low.mean_wind_m_per_s - 0.794_597_4).abs() < 1e-6);
    assert!(high.parts.wind_value < low.parts.wind_value);
    assert!(high.remarks.contains(&Remark::ReanalysisWind));
    let nowhere = Site {
        wind_height_m: 0.0,
        ..SITE
    };
    let none = record.weather(span, HALF, &nowhere, &Evaporation::Measured);
    assert_eq!(none.unwrap_err().reason, Reason::OutOfRange);
}

#[test]
fn evapotranspiration_from_what_there_is() {
    let begin = date(2021, 1, 1);
    let without = |rows: &mut Vec<Observation>| {
        for row in rows {
            row.values[Quantity::Evapotranspiration as usize] = None;
        }
    };
    let mut hours = hourly(begin, 365, |_| 6.0);
    let measured = Record::of(&hours);
    assert_eq!(measured.evaporation(None), Some(Evaporation::Measured));
    without(&mut hours);
    let record = Record::of(&hours);
    assert_eq!(record.evaporation(None), None);
    let found = record.evaporation(Some(42.5)).unwrap();
    assert!(matches!(found, Evaporation::Hargreaves(_)));
    let mut days: Vec<_> = hours.iter().step_by(24).copied().collect();
    let found = Record::of(&days).evaporation(Some(42.5)).unwrap();
    assert!(matches!(found, Evaporation::Thornthwaite(_)));
    let period = Record::of(&days);
    let span = period.periods(HALF)[12];
    let weather = period.weather(span, HALF, &SITE, &found).unwrap();
    assert!(weather.evapotranspiration_mm > 0.0);
    assert!(
        weather
            .remarks
            .contains(&Remark::EvapotranspirationFromTemperature)
    );
    days.truncate(300);
    assert_eq!(Record::of(&days).evaporation(Some(42.5)), None);
    for day in &mut days {
        *day = day
            .with(Quantity::TemperatureMin, 2.0)
            .with(Quantity::TemperatureMax, 14.0);
        day.values[Quantity::Temperature as usize] = None;
    }
    let found = Record::of(&days).evaporation(Some(42.5)).unwrap();
    assert!(matches!(found, Evaporation::Hargreaves(_)));
}

#[test]
fn a_year_is_the_sum_of_the_means_of_its_periods() {
    // two years: in the first the wind is 8 m/s, in the second calm
    let rows = hourly(date(2021, 1, 1), 730, |hour| {
        if hour < 24 * 365 { 8.0 } else { 2.0 }
    });
    let record = Record::of(&rows);
    let weather: Vec<_> = record
        .periods(HALF)
        .into_iter()
        .map(|span| record.weather(span, HALF, &SITE, &Evaporation::Measured))
        .collect();
    assert_eq!(weather.len(), 48);
    let factors = worked_field().factors().unwrap();
    let loss = FieldLoss::of(&factors, &weather, HALF).unwrap();
    let year = loss.of_a_year.unwrap();
    assert!((2.0 * year.kg_per_m2() - loss.total.kg_per_m2()).abs() < 1e-9);
    // without one half of April no year is whole, though the sum stands
    let missing: Vec<_> = weather
        .iter()
        .filter(|period| period.as_ref().is_ok_and(|period| period.place != 6))
        .cloned()
        .collect();
    assert_eq!(weights_of_a_year(&missing, HALF), None);
    let incomplete = FieldLoss::of(&factors, &missing, HALF).unwrap();
    assert_eq!(incomplete.of_a_year, None);
    assert!(incomplete.total < loss.total);
}

#[test]
fn nothing_observed_is_withheld_and_gaps_are_remarked() {
    let factors = worked_field().factors().unwrap();
    let gap = || Err(aimak_core::Withheld::because(Reason::TooFewObservations));
    let none = FieldLoss::of(&factors, &[gap()], HALF).unwrap_err();
    assert_eq!(none.reason, Reason::TooFewObservations);
    let one = first_period(&worked_weather());
    let loss = FieldLoss::of(&factors, &[one, gap()], HALF).unwrap();
    assert!(loss.remarks.contains(&Remark::PeriodsMissing));
    assert_eq!(loss.periods[1], None);
    assert!(Record::of(&[]).periods(HALF).is_empty());
}

#[test]
fn the_climate_of_a_record_needs_every_month() {
    let rows = hourly(date(2021, 1, 1), 365, |_| 3.0);
    let record = Record::of(&rows);
    let found = climate::of_record(&record, &SITE, &Evaporation::Measured).unwrap();
    assert!(found.remarks.is_empty());
    // 27·(2.4 − 0.24)/2.4·365/100
    assert!((found.erosivity - 27.0 * 0.9 * 3.65).abs() < 1e-9);
    let short = Record::of(&rows[..24 * 330]);
    let refused = climate::of_record(&short, &SITE, &Evaporation::Measured).unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewObservations);
}
