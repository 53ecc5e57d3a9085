//! Which images make one layer of a series: those of a day, of a month, of a season?

use std::collections::BTreeMap;

use aimak_core::{PartialDate, Span};
use jiff::civil::Date;

use super::Season;

/// The spans of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// One layer for each day with an image.
    Day,
    /// One for each calendar month.
    Month,
    /// One for the season of each year; images outside it belong to none.
    Season(Season),
}

/// A layer of a series: the days it speaks of and how it is dated.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The date of the layer: a day, a month, a year.
    pub when: PartialDate,
    /// Its days.
    pub span: Span,
    /// Which of the dates given fall into it, in order of time.
    pub members: Vec<usize>,
}

impl Every {
    /// The layers that images of these dates make, in order of time.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{Every, Season};
    /// use jiff::civil::date;
    /// let dates = [date(2019, 7, 2), date(2019, 6, 27), date(2019, 6, 2), date(2019, 12, 1)];
    /// let named = |every: Every| -> Vec<(String, Vec<usize>)> {
    ///     every.periods(&dates).into_iter().map(|period| (period.when.to_string(), period.members)).collect()
    /// };
    /// assert_eq!(named(Every::Month)[0], ("2019-06".to_owned(), vec![2, 1]));
    /// assert_eq!(named(Every::Season(Season::LOWLAND)), [("2019".to_owned(), vec![2, 1, 0])]);
    /// assert_eq!(named(Every::Day).len(), 4);
    /// ```
    pub fn periods(self, dates: &[Date]) -> Vec<Period> {
        let mut order: Vec<usize> = (0..dates.len()).collect();
        order.sort_by_key(|&place| (dates[place], place));
        let mut periods: BTreeMap<Date, Period> = BTreeMap::new();
        for place in order {
            let Some((when, span)) = self.around(dates[place]) else {
                continue;
            };
            let new = || Period {
                when,
                span,
                members: Vec::new(),
            };
            periods
                .entry(span.from)
                .or_insert_with(new)
                .members
                .push(place);
        }
        periods.into_values().collect()
    }

    /// The layer a day belongs to.
    fn around(self, day: Date) -> Option<(PartialDate, Span)> {
        let when = match self {
            Self::Day => PartialDate::Day(day),
            Self::Month => PartialDate::Month(day.year(), day.month()),
            Self::Season(season) => {
                let span = season.in_year(day.year());
                return span
                    .contains(day)
                    .then_some((PartialDate::Year(day.year()), span));
            }
        };
        Some((when, when.span()))
    }
}
