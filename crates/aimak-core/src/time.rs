//! When was it, and does that fall before or after?

use std::{fmt, str::FromStr};

use jiff::{ToSpan as _, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// A date known to the day, the month or only the year: `2019-05-14`, `2019-05`, `2019`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i16),
    /// Year and month are known.
    Month(i16, i8),
    /// The day is known.
    Day(Date),
}

impl PartialDate {
    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => jiff::civil::date(year, 1, 1),
            Self::Month(year, month) => jiff::civil::date(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }

    /// The day after the last day it can mean.
    pub fn end(self) -> Date {
        let step = match self {
            Self::Year(_) => 1.year(),
            Self::Month(..) => 1.month(),
            Self::Day(_) => 1.day(),
        };
        self.first_day().saturating_add(step)
    }

    /// The half-open span of days it can mean.
    pub fn span(self) -> Span {
        Span {
            from: self.first_day(),
            to: self.end(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = String;

    /// Reads ISO 8601 dates of any of the three precisions.
    ///
    /// ```
    /// use aimak_core::PartialDate;
    /// assert_eq!("2019".parse::<PartialDate>().unwrap().end(), jiff::civil::date(2020, 1, 1));
    /// assert!("2019-13".parse::<PartialDate>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.trim().split('-').collect();
        let wrong = || format!("{text:?} is not a date like 2019, 2019-05 or 2019-05-14");
        let year: i16 = parts
            .first()
            .filter(|y| y.len() == 4)
            .and_then(|y| y.parse().ok())
            .ok_or_else(wrong)?;
        match parts.as_slice() {
            [_] => Ok(Self::Year(year)),
            [_, month] => {
                let month: i8 = month.parse().map_err(|_| wrong())?;
                Date::new(year, month, 1).map_err(|_| wrong())?;
                Ok(Self::Month(year, month))
            }
            [_, _, _] => text.trim().parse().map(Self::Day).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// A bare year may come as a number (`organic_since = 2019`).
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Raw {
            Year(i16),
            Text(String),
        }
        match Raw::deserialize(deserializer)? {
            Raw::Year(year) => Ok(Self::Year(year)),
            Raw::Text(text) => text.parse().map_err(serde::de::Error::custom),
        }
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A date known to the year, the month or the day",
            "anyOf": [
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
                { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }
            ]
        })
    }
}

/// A half-open span of days: `from` belongs to it, `to` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub from: Date,
    /// Day after the last day.
    pub to: Date,
}

impl Span {
    /// True where `day` lies in the span.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.to
    }

    /// The day in the middle, on which a value of the whole span stands in a series.
    ///
    /// ```
    /// use aimak_core::PartialDate;
    /// let april = "2019-04".parse::<PartialDate>().unwrap().span();
    /// assert_eq!(april.middle(), jiff::civil::date(2019, 4, 16));
    /// ```
    pub fn middle(self) -> Date {
        let days = self.from.duration_until(self.to).as_hours() / 24;
        self.from.saturating_add((days / 2).days())
    }

    /// True where the whole of `other` lies in the span: a bare year belongs to a period only if all of it does.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

/// Names a period of the project, for instance `before`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct PeriodId(pub String);

impl fmt::Display for PeriodId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a period stands for in a comparison.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PeriodRole {
    /// The state before the transition.
    Before,
    /// The state after the transition.
    After,
    /// Shown, not compared.
    Other,
}

/// Where a period begins and ends; always half-open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodBounds {
    /// The same calendar days for every area.
    Absolute(Span),
    /// Years counted from each area's own date of becoming organic: `-5..0` are the five years before it.
    Relative {
        /// First year, may be negative.
        from_years: i16,
        /// Year after the last.
        to_years: i16,
    },
}

/// A named period of the project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// Key used in tables and findings.
    pub id: PeriodId,
    /// Name shown to readers.
    pub name: LocalText,
    /// Before, after or neither.
    pub role: PeriodRole,
    /// Its days.
    pub bounds: PeriodBounds,
}

impl Period {
    /// The days of this period for an area that became organic on `anchor`.
    ///
    /// `None` for a relative period without an anchor. The anchor of a comparison area is the date of the organic area
    /// it is compared with.
    ///
    /// ```
    /// use aimak_core::{LocalText, Period, PeriodBounds, PeriodId, PeriodRole};
    /// let after = Period {
    ///     id: PeriodId("after".into()), name: LocalText::same("after"), role: PeriodRole::After,
    ///     bounds: PeriodBounds::Relative { from_years: 2, to_years: 5 },
    /// };
    /// let span = after.resolve(Some("2016-07".parse().unwrap())).unwrap();
    /// assert_eq!(span.from, jiff::civil::date(2018, 7, 1));
    /// assert_eq!(span.to, jiff::civil::date(2021, 7, 1));
    /// assert!(after.resolve(None).is_none());
    /// ```
    pub fn resolve(&self, anchor: Option<PartialDate>) -> Option<Span> {
        match self.bounds {
            PeriodBounds::Absolute(span) => Some(span),
            PeriodBounds::Relative {
                from_years,
                to_years,
            } => anchor.map(|anchor| {
                let start = anchor.first_day();
                Span {
                    from: start.saturating_add(i32::from(from_years).years()),
                    to: start.saturating_add(i32::from(to_years).years()),
                }
            }),
        }
    }
}
