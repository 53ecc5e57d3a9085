//! From when to when do numbers speak?

use aimak_core::{Finding, PeriodId, Quantity, Release, Subject};
use jiff::{ToSpan as _, civil::Date};

/// The first and the last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Days {
    /// From the earlier first day to the later last day.
    pub fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    fn calendar(first: i16, last: i16) -> Self {
        Self {
            first: jiff::civil::date(first, 1, 1),
            last: jiff::civil::date(last, 12, 31),
        }
    }

    /// The form schema.org and RO-Crate read: `2012-01-01/2023-12-31`.
    pub fn interval(self) -> String {
        format!("{}/{}", self.first, self.last)
    }
}

/// Of which days a finding tells; `None` for what knows no time, or where nobody can say.
pub fn of(release: &Release, finding: &Finding) -> Option<Days> {
    of_quantity(release, &finding.quantity, &finding.subject)
}

/// The same of any number about `subject`.
pub fn of_quantity(release: &Release, quantity: &Quantity, subject: &Subject) -> Option<Days> {
    match quantity {
        Quantity::Timeless => None,
        Quantity::State { period } => of_period(release, period, subject),
        Quantity::At { date } => Some(Days {
            first: date.first_day(),
            last: date.end().saturating_sub(1.day()),
        }),
        Quantity::Trend { first, last } | Quantity::OverYears { first, last } => {
            Some(Days::calendar(*first, *last))
        }
        Quantity::Between { before, after }
        | Quantity::Change { before, after }
        | Quantity::DifferenceOfChanges { before, after } => {
            let both = [before, after].map(|period| of_period(release, period, subject));
            both.into_iter().flatten().reduce(Days::with)
        }
    }
}

/// The days of a period, counted from the start of each aimak that `subject` speaks of where it is relative.
fn of_period(release: &Release, period: &PeriodId, subject: &Subject) -> Option<Days> {
    let period = release.periods.iter().find(|known| known.id == *period)?;
    let spoken_of = |code| match subject {
        Subject::Aimak(one) => one == code,
        Subject::OrganicAimaks => true,
    };
    let aimaks = release.aimaks.iter().filter(|aimak| spoken_of(&aimak.code));
    let spans = aimaks.filter_map(|aimak| period.resolve(aimak.organic_since));
    let years = spans.map(|span| Days {
        first: span.from,
        last: span.to.saturating_sub(1.day()),
    });
    years.reduce(Days::with)
}
