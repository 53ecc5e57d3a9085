//! When a cell says that something was recorded: a day, a month, a year, or a moment.

use aimak_core::PartialDate;
use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time},
};

use super::value;
use crate::project::DateHabit;

/// Excel's numbers of days that can be meant as dates: 1954-10-03 to 2064-04-08.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// A date that can be read in one way only: ISO of any precision, `14.05.2019`, `05.2019`, `20190514`, `2019/05/14`; a time of
/// day is cut off.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    let text = day_part(text)?;
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
    text.replace('/', "-").parse().ok()
}

/// What stands before a time of day such as `07:30`, `07:30:00.000`, `07:30Z` or `07:30:00+06:00`; the day is the one written,
/// wherever the clock stood.
fn day_part(text: &str) -> Option<&str> {
    let text = text.trim();
    let Some((day, clock)) = text.split_once([' ', 'T']) else {
        return Some(text);
    };
    let clock = clock.trim().trim_end_matches("AM").trim_end_matches("PM");
    let signs =
        |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '+' | '-' | 'Z' | ' ');
    let hours = clock.split(':').next().unwrap_or_default();
    let is_clock = clock.contains(':')
        && (1..=2).contains(&hours.len())
        && hours.bytes().all(|byte| byte.is_ascii_digit())
        && clock.chars().all(signs);
    is_clock.then_some(day)
}

/// A date whose order of day and month the digits do not tell: `05/04/2019` or `05-04-2019`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slashed {
    /// What stands first.
    pub first: u8,
    /// What stands second.
    pub second: u8,
    year: i16,
}

impl Slashed {
    /// Such a date, with or without a time of day.
    pub fn of(text: &str) -> Option<Self> {
        let text = day_part(text)?;
        let separator = if text.contains('/') { '/' } else { '-' };
        let parts: Vec<&str> = text.split(separator).collect();
        let [first, second, year] = parts.as_slice() else {
            return None;
        };
        let short = |part: &str| {
            let fits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| part.parse().ok()).flatten()
        };
        Some(Self {
            first: short(first)?,
            second: short(second)?,
            year: year.parse().ok().filter(|_| year.len() == 4)?,
        })
    }

    /// The day it means; `None` where the calendar has no such day.
    pub fn read(self, habit: DateHabit) -> Option<PartialDate> {
        let (day, month) = match habit {
            DateHabit::MonthFirst => (self.second, self.first),
            DateHabit::DayFirst | DateHabit::Excel => (self.first, self.second),
        };
        let date = Date::new(self.year, month.try_into().ok()?, day.try_into().ok()?);
        date.ok().map(PartialDate::Day)
    }

    /// The only order it can have been written in, where one of its parts is no month.
    pub fn tells(self) -> Option<DateHabit> {
        match (self.first > 12, self.second > 12) {
            (true, false) => Some(DateHabit::DayFirst),
            (false, true) => Some(DateHabit::MonthFirst),
            _ => None,
        }
    }
}

/// True for `14.05.19`, whose century nobody wrote.
pub(super) fn lacks_century(text: &str) -> bool {
    let parts: Vec<&str> = day_part(text)
        .unwrap_or_default()
        .split(['.', '/', '-'])
        .collect();
    let short = |part: &&str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(short)
}

/// The day of a number of days as Excel counts them (the 1900 system); hours are cut off.
///
/// Excel takes 1900 for a leap year, so from March 1900 on it counts as if from 1899-12-30.
pub(super) fn serial(text: &str) -> Option<PartialDate> {
    let days = value::number(text).filter(|days| SERIALS.contains(days))?;
    let start = jiff::civil::date(1899, 12, 30);
    start
        .checked_add((days as i64).days())
        .ok()
        .map(PartialDate::Day)
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
            "2019-05-14 07:30:00.000",
            "2019-05-14T07:30:00.000+06:00",
            "2019-05-14T07:30:00Z",
            "14.05.2019 08:30",
            "14.05.2019 8:30:00",
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
        assert_eq!(
            (date("2019-05-14 ?"), date("2019-05-14 07.30")),
            (None, None)
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
    fn the_order_of_day_and_month_is_never_guessed() {
        assert_eq!(
            (date("05/04/2019"), date("14/05/2019"), date("05-04-2019")),
            (None, None, None)
        );
        let slashed = Slashed::of("05/04/2019 07:30").unwrap();
        assert_eq!(slashed.tells(), None);
        let read = |habit| slashed.read(habit).unwrap().to_string();
        assert_eq!(read(DateHabit::DayFirst), "2019-04-05");
        assert_eq!(read(DateHabit::MonthFirst), "2019-05-04");
        assert_eq!(
            Slashed::of("14-05-2019").unwrap().tells(),
            Some(DateHabit::DayFirst)
        );
        assert_eq!(
            Slashed::of("5/14/2019").unwrap().tells(),
            Some(DateHabit::MonthFirst)
        );
        assert_eq!(
            Slashed::of("31/02/2019").unwrap().read(DateHabit::DayFirst),
            None
        );
        for text in ["2019/05/14", "14.05.2019", "14/05", "14/05/19", "a/b/2019"] {
            assert_eq!(Slashed::of(text), None, "{text}");
        }
    }

    #[test]
    fn years_of_two_digits_are_known_for_what_they_are() {
        for text in ["14.05.19", "14/5/19", "19-05-14", "1.1.07 8:30"] {
            assert!(lacks_century(text) && date(text).is_none(), "{text}");
        }
        assert!(!lacks_century("14.05.2019") && !lacks_century("0.5"));
    }

    /// The day numbers a spreadsheet shows for these dates in the format of numbers.
    #[test]
    fn numbers_of_days_as_excel_counts_them() {
        let day = |text| serial(text).map(|date| date.to_string());
        assert_eq!(day("43599").as_deref(), Some("2019-05-14"));
        assert_eq!(day("43599,3125").as_deref(), Some("2019-05-14"));
        assert_eq!(day("36526").as_deref(), Some("2000-01-01"));
        assert_eq!((day("2019"), day("20190514")), (None, None));
    }
}
