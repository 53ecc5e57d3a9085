//! Which images belong to a growing season, and which days does it last?

use aimak_core::{PartialDate, Span};
use jiff::ToSpan as _;

/// The months whose images count; a season may reach over the turn of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrowingSeason {
    /// First and last month, both included; `None`: the whole year.
    pub months: Option<[i8; 2]>,
}

impl GrowingSeason {
    /// True where a date lies in the growing season; a bare year stands for its season.
    ///
    /// ```
    /// use aimak_science::studies::growing_season::GrowingSeason;
    /// let winter = GrowingSeason { months: Some([11, 2]) };
    /// let holds = |date: &str| winter.holds(date.parse().unwrap());
    /// assert!(holds("2019-12") && holds("2020-01") && !holds("2020-06") && holds("2020"));
    /// ```
    pub fn holds(self, date: PartialDate) -> bool {
        let month = match date {
            PartialDate::Year(_) => return true,
            PartialDate::Month(_, month) => month,
            PartialDate::Day(day) => day.month(),
        };
        self.months.is_none_or(|[first, last]| {
            if first <= last {
                (first..=last).contains(&month)
            } else {
                month >= first || month <= last
            }
        })
    }

    /// The days of the season that begins in a year.
    pub fn in_year(self, year: i16) -> Span {
        let Some([first, last]) = self.months else {
            return PartialDate::Year(year).span();
        };
        let end = PartialDate::Month(year, last).end();
        Span {
            from: PartialDate::Month(year, first).first_day(),
            to: if first <= last {
                end
            } else {
                end.saturating_add(1.year())
            },
        }
    }

    /// The season a date belongs to, named by the year in which it begins.
    pub fn year_of(self, date: PartialDate) -> i16 {
        let after_turn = |month: i8| {
            self.months
                .is_some_and(|[first, last]| first > last && month <= last)
        };
        match date {
            PartialDate::Month(year, month) if after_turn(month) => year - 1,
            PartialDate::Day(day) if after_turn(day.month()) => day.year() - 1,
            _ => date.year(),
        }
    }
}
