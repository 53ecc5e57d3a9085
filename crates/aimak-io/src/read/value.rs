//! What a cell means: a number, a date, yes or no; and in which units numbers may come.

use aimak_core::PartialDate;
use jiff::civil::{DateTime, Time};

/// A measured quantity: the range that is physically possible, the unit of the survey, other units it may come in.
pub(super) struct Measure {
    /// Lowest possible value, in the unit of the survey.
    pub low: f64,
    /// Highest possible value.
    pub high: f64,
    /// Unit of the survey.
    pub unit: &'static str,
    /// Units a table may declare.
    pub units: &'static [Convert],
}

/// A unit, and how a number in it becomes one in the unit of the survey.
///
/// A multiplier and a divisor, because 12 / 10 is 1.2 to the last bit and 12 × 0.1 is not.
pub(super) struct Convert {
    /// As written in the project file.
    pub name: &'static str,
    times: f64,
    over: f64,
}

pub(super) const fn times(name: &'static str, times: f64) -> Convert {
    Convert {
        name,
        times,
        over: 1.0,
    }
}

pub(super) const fn over(name: &'static str, over: f64) -> Convert {
    Convert {
        name,
        times: 1.0,
        over,
    }
}

/// Area of a field or a crop.
pub(super) const AREA: Measure = Measure {
    low: 0.0,
    high: 1e6,
    unit: "ha",
    units: &[
        times("ha", 1.0),
        over("sotka", 100.0),
        over("m2", 1e4),
        times("km2", 100.0),
    ],
};
/// Any amount, in the unit that stands beside it.
pub(super) const AMOUNT: Measure = Measure {
    low: 0.0,
    high: 1e12,
    unit: "",
    units: &[],
};
/// Depth of a layer limit below the surface.
pub(super) const DEPTH: Measure = Measure {
    low: 0.0,
    high: 1000.0,
    unit: "cm",
    units: &[times("cm", 1.0), times("m", 100.0), over("mm", 10.0)],
};
/// Soil organic carbon (METHODS A.3: 0–58 % of fine earth).
pub(super) const CARBON: Measure = Measure {
    low: 0.0,
    high: 58.0,
    unit: "%",
    units: &[
        times("%", 1.0),
        over("g/kg", 10.0),
        over("mg/kg", 1e4),
        times("g/g", 100.0),
    ],
};
/// Bulk density of the fine earth (METHODS A.3: 0.2–2.0 g/cm³).
pub(super) const DENSITY: Measure = Measure {
    low: 0.2,
    high: 2.0,
    unit: "g/cm³",
    units: &[
        times("g/cm³", 1.0),
        times("g/cm3", 1.0),
        times("t/m3", 1.0),
        times("kg/dm3", 1.0),
        over("kg/m3", 1e3),
    ],
};
/// Coarse fragments as a volume fraction (METHODS A.3: 0–0.95).
pub(super) const STONES: Measure = Measure {
    low: 0.0,
    high: 0.95,
    unit: "1",
    units: &[times("1", 1.0), over("%", 100.0)],
};
/// pH; below 2 or above 11 no soil has been found.
pub(super) const PH: Measure = Measure {
    low: 2.0,
    high: 11.0,
    unit: "pH",
    units: &[],
};
/// Cover of a species.
pub(super) const COVER: Measure = Measure {
    low: 0.0,
    high: 100.0,
    unit: "%",
    units: &[times("%", 1.0), times("1", 100.0)],
};
/// Counted individuals.
pub(super) const COUNT: Measure = Measure {
    low: 0.0,
    high: 1e9,
    unit: "1",
    units: &[times("1", 1.0)],
};
/// Precipitation of a month or a day; more never fell in a month.
pub(super) const PRECIPITATION: Measure = Measure {
    low: 0.0,
    high: 10_000.0,
    unit: "mm",
    units: &[times("mm", 1.0), times("cm", 10.0), times("m", 1e3)],
};
/// Mean temperature of a month or a day.
pub(super) const TEMPERATURE: Measure = Measure {
    low: -70.0,
    high: 60.0,
    unit: "°C",
    units: &[times("°C", 1.0)],
};
/// Longitude, latitude, easting, northing: the area decides whether a place can be right.
pub(super) const COORDINATE: Measure = Measure {
    low: -1e8,
    high: 1e8,
    unit: "",
    units: &[],
};

impl Measure {
    /// A number in `unit`, in the unit of the survey; `None` for a unit this quantity does not come in.
    pub fn convert(&self, number: f64, unit: Option<&str>) -> Option<f64> {
        let Some(unit) = unit else {
            return Some(number);
        };
        let known = self.units.iter().find(|known| known.name == unit)?;
        Some(number * known.times / known.over)
    }

    /// True for depths of soil layers.
    pub fn is_depth(&self) -> bool {
        self.unit == DEPTH.unit
    }

    /// The quantity a key of `columns` stands for.
    pub fn of_key(key: &str) -> Option<&'static Self> {
        match key {
            "top_cm" | "bottom_cm" => Some(&DEPTH),
            "area_ha" => Some(&AREA),
            "carbon_percent" => Some(&CARBON),
            "bulk_density_g_per_cm3" => Some(&DENSITY),
            "coarse_fraction" => Some(&STONES),
            "ph" => Some(&PH),
            "amount" => Some(&COVER),
            "precipitation_mm" => Some(&PRECIPITATION),
            "temperature_c" => Some(&TEMPERATURE),
            _ => super::laboratory::of_key(key),
        }
    }
}

/// Lowest and highest possible number of a column of the project file and its unit, as the forms to fill in tell them.
pub(crate) fn range_of(key: &str) -> Option<(f64, f64, &'static str)> {
    Measure::of_key(key).map(|measure| (measure.low, measure.high, measure.unit))
}

/// A number with decimal point or comma, spaces between thousands, and the typographic minus.
pub(crate) fn number(text: &str) -> Option<f64> {
    let plain = text
        .replace([' ', '\u{a0}', '\u{202f}'], "")
        .replace(',', ".")
        .replace('\u{2212}', "-");
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Two numbers with a dash between them, as a range of depths is often written: `0 - 30`, `0–30`.
pub(super) fn range(text: &str) -> Option<(f64, f64)> {
    let (low, high) = text.trim().split_once(['-', '–', '—'])?;
    Some((number(low)?, number(high)?)).filter(|(low, high)| low < high)
}

/// A date: ISO of any precision, `14.05.2019`, `05.2019`, `20190514`, `2019/05/14`; a time of day is cut off.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    match text.split('.').collect::<Vec<_>>().as_slice() {
        [day, month, year] => return format!("{year}-{month:0>2}-{day:0>2}").parse().ok(),
        [month, year] => return format!("{year}-{month:0>2}").parse().ok(),
        _ => {}
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
            .parse()
            .ok();
    }
    text.split([' ', 'T'])
        .next()?
        .replace('/', "-")
        .parse()
        .ok()
}

/// A moment: a day as [`date`] reads it, and a time of day such as `07:30` or `07:30:00` after a blank or a `T`; without one
/// it is midnight. A final `Z` is dropped; other zones are none we could convert, and not read.
pub(super) fn moment(text: &str) -> Option<DateTime> {
    let text = text.trim().trim_end_matches('Z');
    let (day, time) = match text.split_once([' ', 'T']) {
        Some((day, clock)) => (day, time(clock.trim())?),
        None => (text, Time::midnight()),
    };
    match date(day)? {
        PartialDate::Day(day) => Some(day.to_datetime(time)),
        PartialDate::Month(..) | PartialDate::Year(_) => None,
    }
}

/// A time of day; spreadsheets write `7:30`. The library would read past a zone, and the hour would be another one.
fn time(clock: &str) -> Option<Time> {
    let plain = clock
        .chars()
        .all(|c| c.is_ascii_digit() || c == ':' || c == '.');
    let padded = if clock.find(':') == Some(1) {
        format!("0{clock}")
    } else {
        clock.to_owned()
    };
    padded.parse().ok().filter(|_| plain)
}

/// Yes or no in three languages.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "y" | "yes" | "true" | "1" | "да" | "ооба" => Some(true),
        "n" | "no" | "false" | "0" | "нет" | "жок" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_several_habits() {
        for text in [
            "2019-05-14",
            "14.05.2019",
            "14.5.2019",
            "20190514",
            "2019/05/14",
            "2019-05-14T00:00:00",
        ] {
            assert_eq!(
                date(text).map(|date| date.to_string()).as_deref(),
                Some("2019-05-14"),
                "{text}"
            );
        }
        assert_eq!(date("2019"), Some(PartialDate::Year(2019)));
        assert_eq!(date("05.2019"), Some(PartialDate::Month(2019, 5)));
        assert_eq!(
            (date("in May"), date("30.02.2019"), date("7.5")),
            (None, None, None)
        );
    }

    #[test]
    fn moments_in_several_habits() {
        for text in [
            "2019-05-14 07:30",
            "2019-05-14T07:30:00",
            "14.05.2019 7:30",
            "2019-05-14 07:30:00.000000000",
            "2019-05-14T07:30Z",
        ] {
            let expected = jiff::civil::date(2019, 5, 14).at(7, 30, 0, 0);
            assert_eq!(moment(text), Some(expected), "{text}");
        }
        let midnight = jiff::civil::date(2019, 5, 14).at(0, 0, 0, 0);
        assert_eq!(moment("2019-05-14"), Some(midnight));
        for text in [
            "2019-05",
            "2019-05-14 25:00",
            "07:30",
            "2019-05-14 7.30",
            "2019-05-14T07:30+06:00",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_in_several_habits() {
        assert_eq!(number("7,5"), Some(7.5));
        assert_eq!(number("1 234.5"), Some(1234.5));
        assert_eq!(number("\u{2212}3"), Some(-3.0));
        assert_eq!(
            (number("<0.1"), number("NaN"), number("1.234,5")),
            (None, None, None)
        );
    }

    #[test]
    fn a_range_is_two_numbers() {
        for text in ["0 - 30", "0–30", " 0—30 "] {
            assert_eq!(range(text), Some((0.0, 30.0)), "{text}");
        }
        assert_eq!(
            (range("-5"), range("30-0"), range("a-b")),
            (None, None, None)
        );
    }

    #[test]
    fn grams_per_kilogram_are_tenths_of_a_per_cent() {
        assert_eq!(CARBON.convert(12.0, Some("g/kg")), Some(1.2));
        assert_eq!(CARBON.convert(12.0, Some("cm")), None);
        assert_eq!(DEPTH.convert(0.3, Some("m")), Some(30.0));
    }
}
