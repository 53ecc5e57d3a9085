//! The weather of one period.

use aimak_core::{Message, Reason, Span, Withheld};
use jiff::civil::Date;

use super::{
    Evaporation, LEAST_SHARE, PeriodLength, Quantity, Record, Site, day::Day, split::days,
};
use crate::erosion::wind::{
    Remark,
    air::air_density,
    snow::snow_factor,
    speed::at_two_metres,
    weather_factor::WeatherFactor,
    wetness::{Water, soil_wetness},
    wind_value::wind_value,
};

/// A day with less water than this was dry: what a gauge can measure, mm.
const WET_DAY_MM: f64 = 0.1;
/// Hours of a day.
const HOURS: usize = 24;

/// The weather of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodWeather {
    /// Its days.
    pub span: Span,
    /// Its place in the year, from 0.
    pub place: usize,
    /// N: winds observed.
    pub winds: usize,
    /// Winds a complete period would have.
    pub winds_expected: usize,
    /// Mean wind at 2 m, m s⁻¹.
    pub mean_wind_m_per_s: f64,
    /// Mean temperature, °C.
    pub temperature_c: f64,
    /// Rain, irrigation, wet days, days.
    pub water: Water,
    /// `ETp`, mm.
    pub evapotranspiration_mm: f64,
    /// Wf, ρ, SW, SD.
    pub parts: WeatherFactor,
    /// WF, kg m⁻¹.
    pub value: f64,
    /// Reservations.
    pub remarks: Vec<Remark>,
}

/// Wind and water of one period: what the index needs too.
pub(in crate::erosion::wind) struct WindAndWater {
    /// Winds at 2 m.
    pub winds: Vec<f64>,
    /// Winds a complete period would have.
    pub expected: usize,
    /// Rain, irrigation, wet days, days.
    pub water: Water,
    /// `ETp`, mm.
    pub evapotranspiration_mm: f64,
    /// Whether anything is missing.
    pub scaled: bool,
}

/// Values of the days of a period that have one.
pub(super) struct Kept {
    values: Vec<f64>,
    days: usize,
}

impl Kept {
    /// The days that have a value, if they are enough.
    pub fn of(
        record: &Record,
        span: Span,
        quantity: Quantity,
        of_day: impl Fn(Date, &Day) -> Option<f64>,
    ) -> Result<Self, Withheld> {
        let found = record.days.range(span.from..span.to);
        let values: Vec<f64> = found.filter_map(|(date, day)| of_day(*date, day)).collect();
        let kept = Self {
            values,
            days: days(span),
        };
        if kept.share() < LEAST_SHARE {
            return Err(too_few(quantity));
        }
        Ok(kept)
    }

    fn share(&self) -> f64 {
        self.values.len() as f64 / self.days as f64
    }

    pub fn mean(&self) -> f64 {
        self.values.iter().sum::<f64>() / self.values.len() as f64
    }

    /// The sum; days that are missing get the mean of the others.
    fn total(&self) -> f64 {
        self.mean() * self.days as f64
    }
}

fn too_few(quantity: Quantity) -> Withheld {
    let detail = Message::new("lacking-column").with("column", quantity.column());
    Withheld::because(Reason::TooFewObservations).with(detail)
}

impl Record {
    /// The weather of a period, or which quantity was observed too rarely.
    pub fn weather(
        &self,
        span: Span,
        length: PeriodLength,
        site: &Site,
        evaporation: &Evaporation,
    ) -> Result<PeriodWeather, Withheld> {
        let base = self.wind_and_water(span, site, evaporation)?;
        let temperature = |_: Date, day: &Day| day.temperature(&self.usual);
        let temperature = Kept::of(self, span, Quantity::Temperature, temperature)?;
        let snow = self.snow(span)?;
        let impossible = || Withheld::because(Reason::OutOfRange);
        let days = base.water.days;
        let threshold = site.threshold_m_per_s;
        let parts = WeatherFactor {
            wind_value: wind_value(&base.winds, days, threshold).ok_or_else(impossible)?,
            air_density: air_density(site.elevation_m, temperature.mean())
                .ok_or_else(impossible)?,
            soil_wetness: soil_wetness(base.evapotranspiration_mm, &base.water)
                .ok_or_else(impossible)?,
            snow: snow.map_or(1.0, |(factor, _)| factor),
        };
        let scaled =
            base.scaled || temperature.share() < 1.0 || snow.is_some_and(|(_, share)| share < 1.0);
        Ok(PeriodWeather {
            span,
            place: length.place(span),
            winds: base.winds.len(),
            winds_expected: base.expected,
            mean_wind_m_per_s: base.winds.iter().sum::<f64>() / base.winds.len() as f64,
            temperature_c: temperature.mean(),
            water: base.water,
            evapotranspiration_mm: base.evapotranspiration_mm,
            value: parts.value().ok_or_else(impossible)?,
            parts,
            remarks: self.remarks(site, evaporation, scaled),
        })
    }

    /// Wind, water and evapotranspiration of a period.
    pub(in crate::erosion::wind) fn wind_and_water(
        &self,
        span: Span,
        site: &Site,
        evaporation: &Evaporation,
    ) -> Result<WindAndWater, Withheld> {
        let of_span = || self.days.range(span.from..span.to).map(|(_, day)| day);
        let raw = of_span().flat_map(|day| &day.winds);
        let winds: Option<Vec<f64>> = raw
            .map(|wind| at_two_metres(*wind, site.wind_height_m))
            .collect();
        let winds = winds.ok_or_else(|| Withheld::because(Reason::OutOfRange))?;
        let expected = days(span) * self.usual(Quantity::Wind);
        let share = winds.len() as f64 / expected as f64;
        if winds.is_empty() || share < LEAST_SHARE {
            return Err(too_few(Quantity::Wind));
        }
        let rain = |_: Date, day: &Day| day.total(Quantity::Rain, &self.usual);
        let rain = Kept::of(self, span, Quantity::Rain, rain)?;
        let wet = |_: Date, day: &Day| {
            let rain = day.total(Quantity::Rain, &self.usual)?;
            Some(f64::from(u8::from(rain + day.irrigation() >= WET_DAY_MM)))
        };
        let wet = Kept::of(self, span, Quantity::Rain, wet)?;
        let from = evaporation.from();
        let etp = |date: Date, day: &Day| evaporation.of_day(date, day, &self.usual);
        let etp = Kept::of(self, span, from, etp)?;
        Ok(WindAndWater {
            expected,
            water: Water {
                rain_mm: rain.total(),
                irrigation_mm: of_span().map(Day::irrigation).sum(),
                wet_days: wet.total(),
                days: days(span) as f64,
            },
            // more dew than evaporation wets the surface no further than wet
            evapotranspiration_mm: etp.total().max(0.0),
            scaled: share < 1.0 || rain.share() < 1.0 || etp.share() < 1.0,
            winds,
        })
    }

    /// SD and the share of days it rests on; `None` where nobody ever looked for snow.
    fn snow(&self, span: Span) -> Result<Option<(f64, f64)>, Withheld> {
        if self.usual(Quantity::SnowDepth) == 0 {
            return Ok(None);
        }
        let seen = |_: Date, day: &Day| (day.snow.0 > 0).then_some(1.0);
        let share = Kept::of(self, span, Quantity::SnowDepth, seen)?.share();
        let of_span = self.days.range(span.from..span.to);
        let counted = of_span.fold((0, 0), |(all, deep), (_, day)| {
            (all + day.snow.0, deep + day.snow.1)
        });
        let (all, deep) = counted;
        Ok(snow_factor(deep, all).map(|factor| (factor, share)))
    }

    fn remarks(&self, site: &Site, evaporation: &Evaporation, scaled: bool) -> Vec<Remark> {
        let wind = self.usual(Quantity::Wind);
        let remarks = [
            (Remark::DailyWind, wind == 1),
            (Remark::CoarseWind, 1 < wind && wind < HOURS),
            (Remark::ReanalysisWind, site.reanalysis),
            (Remark::ObservationsScaled, scaled),
            (
                Remark::EvapotranspirationFromTemperature,
                evaporation.equation().is_some(),
            ),
            (Remark::SnowUnknown, self.usual(Quantity::SnowDepth) == 0),
            (
                Remark::IrrigationUnknown,
                self.usual(Quantity::Irrigation) == 0,
            ),
        ];
        let holding = remarks.into_iter().filter(|(_, holds)| *holds);
        holding.map(|(remark, _)| remark).collect()
    }
}
