//! What did the one station of the region record?
//!
//! Months are typical of a foothill of the Tien Shan: most rain in spring, a dry late summer, snow in winter. Each year is wetter or
//! drier as a whole, and each month for itself.

use aimak_core::{InputUse, PartialDate, Weather};

use super::{Definition, streams::Stream};

/// Mean precipitation of the months, mm.
const PRECIPITATION_MM: [f64; 12] = [22., 27., 45., 62., 68., 40., 24., 14., 15., 33., 36., 26.];
/// Mean temperature of the months, °C.
const TEMPERATURE_C: [f64; 12] = [
    -5.5, -4.0, 2.5, 9.5, 14.0, 18.5, 21.0, 20.0, 15.0, 8.5, 2.0, -3.5,
];
/// Spread of a year and of a month, logarithm.
const WET_YEARS: f64 = 0.16;
const WET_MONTHS: f64 = 0.45;
/// Spread of temperature, °C.
const WARM_MONTHS: f64 = 1.3;

/// The months of all years with images.
pub(super) fn station(definition: &Definition, seed: u64) -> Vec<Weather> {
    (definition.first_year..=definition.last_year)
        .flat_map(|year| of_year(seed, year))
        .collect()
}

fn of_year(seed: u64, year: i16) -> Vec<Weather> {
    let mut stream = Stream::named(seed, &["station", &year.to_string()]);
    let wet = stream.factor(WET_YEARS);
    let months = (1_i8..).zip(PRECIPITATION_MM.into_iter().zip(TEMPERATURE_C));
    let month = |(month, (mm, c)): (i8, (f64, f64))| Weather {
        aimak: None,
        when: PartialDate::Month(year, month),
        precipitation_mm: tenths(mm * wet * stream.factor(WET_MONTHS)),
        temperature_c: tenths(c + stream.normal(WARM_MONTHS)),
        row: InputUse {
            source: "weather".to_owned(),
            used: 1,
        },
    };
    months.map(month).collect()
}

fn tenths(value: f64) -> f64 {
    (10.0 * value).round() / 10.0
}
