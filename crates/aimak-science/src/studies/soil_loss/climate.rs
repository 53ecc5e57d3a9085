//! How hard did the rain of a period fall on the soil?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, ErosivityEquation, InputUse, Message, PartialDate, Reason, Span, Weather, Withheld,
};

use crate::{
    erosion::water::{
        erosivity::{Erosivity, RenardFreimundAnnual, RenardFreimundFournier},
        rainfall::{MonthlyRain, rain_share},
    },
    studies::finding::merge_inputs,
};

/// Fewest years of rain for a mean.
const FEWEST_YEARS: usize = 3;
/// Years from which on their mean is a climate and no longer weather (METHODS B.1).
const CLIMATE_YEARS: usize = 10;
const MONTHS: usize = 12;

/// The rain of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Climate {
    /// R, MJ mm ha⁻¹ h⁻¹ yr⁻¹.
    pub erosivity: f64,
    /// Rain of a year (snow left out), mm.
    pub rain_mm: f64,
    /// Whole years behind it.
    pub years: usize,
    /// Rows behind it.
    pub inputs: Vec<InputUse>,
}

/// Rain of the months of a year, mm, and how many of its days are known.
#[derive(Clone, Copy, Debug, Default)]
struct Month {
    rain_mm: f64,
    days: i8,
}

impl Climate {
    /// The climate of the whole calendar years within a span, from the station of the aimak, else that of the region.
    ///
    /// Only whole years count: a missing month would pass for a dry one.
    ///
    /// # Errors
    /// Fewer than three whole years.
    pub fn of(
        weather: &[Weather],
        aimak: &AimakCode,
        span: Span,
        equation: ErosivityEquation,
    ) -> Result<Self, Withheld> {
        let own = weather.iter().any(|row| row.aimak.as_ref() == Some(aimak));
        let station = own.then_some(aimak);
        let records = weather
            .iter()
            .filter(|row| row.aimak.as_ref() == station && span.covers(row.when.span()));
        Self::of_station(records, equation)
    }

    /// The climate of the whole calendar years of one station's record.
    ///
    /// # Errors
    /// As [`Climate::of`].
    pub fn of_station<'a>(
        records: impl IntoIterator<Item = &'a Weather>,
        equation: ErosivityEquation,
    ) -> Result<Self, Withheld> {
        let mut years: BTreeMap<i16, [Month; MONTHS]> = BTreeMap::new();
        let mut inputs = Vec::new();
        for row in records {
            let Some((year, month, days)) = month_of(row.when) else {
                continue;
            };
            let month = &mut years.entry(year).or_default()[month];
            month.rain_mm += row.precipitation_mm * rain_share(row.temperature_c);
            month.days += days;
            merge_inputs(&mut inputs, std::slice::from_ref(&row.row));
        }
        years.retain(|year, months| is_whole(*year, months));
        let rain = mean_year(&years)?;
        let erosivity = match equation {
            ErosivityEquation::RenardFreimundFournier => RenardFreimundFournier.erosivity(&rain),
            ErosivityEquation::RenardFreimundAnnual => RenardFreimundAnnual.erosivity(&rain),
        };
        Ok(Self {
            erosivity,
            rain_mm: rain.annual_mm(),
            years: years.len(),
            inputs,
        })
    }

    /// The remark that these are few years.
    pub fn few_years(&self) -> Vec<Message> {
        let flag = || Message::new("flag-rain-of-few-years").with("n", self.years);
        (self.years < CLIMATE_YEARS)
            .then(flag)
            .into_iter()
            .collect()
    }
}

/// The mean rain of the months of years.
fn mean_year(years: &BTreeMap<i16, [Month; MONTHS]>) -> Result<MonthlyRain, Withheld> {
    if years.len() < FEWEST_YEARS {
        let detail = Message::new("detail-years-of-rain")
            .with("n", years.len())
            .with("needed", FEWEST_YEARS);
        return Err(Withheld::because(Reason::TooFewYears).with(detail));
    }
    let mean = |month: usize| {
        let sum: f64 = years.values().map(|months| months[month].rain_mm).sum();
        sum / years.len() as f64
    };
    MonthlyRain::new(std::array::from_fn(mean)).ok_or(Withheld::because(Reason::OutOfRange))
}

/// Year, month from 0 and days of a record; `None` for one of a whole year.
fn month_of(when: PartialDate) -> Option<(i16, usize, i8)> {
    let first = when.first_day();
    let place = (first.month() - 1) as usize;
    match when {
        PartialDate::Year(_) => None,
        PartialDate::Month(..) => Some((first.year(), place, first.days_in_month())),
        PartialDate::Day(_) => Some((first.year(), place, 1)),
    }
}

/// True where every day of the year is known once.
fn is_whole(year: i16, months: &[Month; MONTHS]) -> bool {
    (1_i8..)
        .zip(months)
        .all(|(number, month)| month.days == jiff::civil::date(year, number, 1).days_in_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// METHODS B.1: the precipitation and temperatures of the worked example.
    const PRECIPITATION: [f64; 12] = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
    const TEMPERATURE: [f64; 12] = [-4., -2., 5., 12., 17., 22., 25., 24., 18., 11., 4., -2.];

    fn row(aimak: Option<&str>, when: &str, precipitation_mm: f64, temperature_c: f64) -> Weather {
        Weather {
            aimak: aimak.map(|code| AimakCode(code.to_owned())),
            when: when.parse().unwrap(),
            precipitation_mm,
            temperature_c,
            row: InputUse {
                source: "weather".to_owned(),
                used: 1,
            },
        }
    }

    fn station(aimak: Option<&str>, years: std::ops::Range<i16>, times: f64) -> Vec<Weather> {
        let month = |year: i16, m: usize| {
            let when = format!("{year}-{:02}", m + 1);
            row(aimak, &when, times * PRECIPITATION[m], TEMPERATURE[m])
        };
        years
            .flat_map(|year| (0..12).map(move |m| month(year, m)))
            .collect()
    }

    fn span(from: i16, to: i16) -> Span {
        Span {
            from: jiff::civil::date(from, 1, 1),
            to: jiff::civil::date(to, 1, 1),
        }
    }

    fn of(weather: &[Weather], from: i16, to: i16) -> Result<Climate, Withheld> {
        let equation = ErosivityEquation::RenardFreimundFournier;
        Climate::of(
            weather,
            &AimakCode("A".to_owned()),
            span(from, to),
            equation,
        )
    }

    #[test]
    fn the_rain_of_methods_b1() {
        let climate = of(&station(None, 2000..2012, 1.0), 2000, 2012).unwrap();
        assert!((climate.erosivity - 1011.83).abs() < 5e-3, "{climate:?}");
        assert!((climate.rain_mm - 355.0).abs() < 1e-9);
        assert_eq!((climate.years, climate.few_years().len()), (12, 0));
        assert_eq!(climate.inputs[0].used, 144);
        let annual = Climate::of(
            &station(None, 2000..2012, 1.0),
            &AimakCode("A".to_owned()),
            span(2000, 2012),
            ErosivityEquation::RenardFreimundAnnual,
        );
        assert!((annual.unwrap().erosivity - 616.332).abs() < 5e-4);
    }

    #[test]
    fn only_whole_years_count() {
        let mut weather = station(None, 2000..2004, 1.0);
        weather.retain(|row| row.when != "2001-07".parse().unwrap());
        let climate = of(&weather, 2000, 2004).unwrap();
        assert_eq!(climate.years, 3);
        assert_eq!(climate.few_years()[0].id, "flag-rain-of-few-years");
        let refused = of(&weather, 2000, 2003).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewYears);
    }

    #[test]
    fn the_own_station_goes_before_that_of_the_region() {
        let mut weather = station(None, 2000..2004, 1.0);
        weather.extend(station(Some("A"), 2000..2004, 0.5));
        let own = of(&weather, 2000, 2004).unwrap();
        assert!((own.rain_mm - 177.5).abs() < 1e-9);
    }

    #[test]
    fn days_sum_to_months() {
        let first = jiff::civil::date(2001, 1, 1);
        let days: Vec<Weather> = first
            .series(jiff::ToSpan::days(1))
            .take_while(|day| day.year() < 2004)
            .map(|day| row(None, &day.to_string(), 1.0, 10.0))
            .collect();
        let climate = of(&days, 2001, 2004).unwrap();
        assert!((climate.rain_mm - 365.0).abs() < 1e-9);
        assert!(of(&days[1..], 2001, 2004).is_err());
    }
}
