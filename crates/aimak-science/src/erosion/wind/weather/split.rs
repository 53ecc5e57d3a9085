//! Into which periods is a record split?

use aimak_core::Span;
use jiff::{ToSpan as _, civil::Date};

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeriodLength {
    /// From the 1st to the 15th, and from the 16th on: the 15 days of RWEQ.
    #[default]
    HalfMonth,
    /// Whole months.
    Month,
}

impl PeriodLength {
    /// Periods of a year.
    pub const fn of_a_year(self) -> usize {
        match self {
            Self::HalfMonth => 24,
            Self::Month => 12,
        }
    }

    /// The periods that hold the days from `first` to `last`.
    pub(super) fn spans(self, first: Date, last: Date) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut month = first.first_of_month();
        while month <= last {
            let next = month.saturating_add(1.month());
            let middle = month.saturating_add(15.days());
            let (first_half, second_half) = (span(month, middle), span(middle, next));
            match self {
                Self::HalfMonth => spans.extend([first_half, second_half]),
                Self::Month => spans.push(span(month, next)),
            }
            if next <= month {
                break; // the end of the calendar
            }
            month = next;
        }
        spans.retain(|span| span.to > first && span.from <= last);
        spans
    }

    /// The place of a period in its year, from 0.
    pub(super) fn place(self, span: Span) -> usize {
        let month = span.from.month() as usize - 1;
        match self {
            Self::HalfMonth => 2 * month + usize::from(span.from.day() > 15),
            Self::Month => month,
        }
    }
}

const fn span(from: Date, to: Date) -> Span {
    Span { from, to }
}

/// Days of a period.
pub(super) fn days(span: Span) -> usize {
    (span.from.duration_until(span.to).as_hours() / 24) as usize
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_leap_year_has_24_halves_and_366_days() {
        let halves = PeriodLength::HalfMonth.spans(date(2020, 1, 1), date(2020, 12, 31));
        assert_eq!(halves.len(), 24);
        assert_eq!(halves.iter().map(|half| days(*half)).sum::<usize>(), 366);
        assert_eq!(days(halves[3]), 14, "16 to 29 February");
        let places: Vec<usize> = halves
            .iter()
            .map(|half| PeriodLength::HalfMonth.place(*half))
            .collect();
        assert_eq!(places, (0..24).collect::<Vec<_>>());
    }

    #[test]
    fn only_periods_with_days_of_the_record() {
        let halves = PeriodLength::HalfMonth.spans(date(2019, 12, 20), date(2020, 1, 15));
        let begin: Vec<Date> = halves.iter().map(|half| half.from).collect();
        assert_eq!(begin, [date(2019, 12, 16), date(2020, 1, 1)]);
        let months = PeriodLength::Month.spans(date(2019, 12, 20), date(2020, 1, 15));
        assert_eq!(months.len(), 2);
        assert_eq!(PeriodLength::Month.place(months[0]), 11);
    }
}
