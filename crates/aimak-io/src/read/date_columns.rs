//! Dates of a column: where the digits of one do not tell day from month, the others of its column may.

use aimak_core::{Message, PartialDate};

use super::{
    dates::{self, Slashed},
    table::Table,
};
use crate::{
    problem::Severity,
    project::{Column, DateHabit},
};

/// What the dates of a column tell of the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The project file says it, or at least one date leaves no doubt and none speaks against it.
    Known(DateHabit),
    /// No date tells.
    Unknown,
    /// Some have the day first and some the month: the first row of each.
    Mixed {
        /// A row with the day first.
        day_first: usize,
        /// A row with the month first.
        month_first: usize,
    },
}

/// Why a cell is no date: the code of the problem, and what to say beyond its usual words.
struct Refused {
    code: &'static str,
    expected: Option<Message>,
    hint: Option<Message>,
}

impl Refused {
    fn no_date(hint: Option<&str>) -> Self {
        Self {
            code: "not-a-date",
            expected: None,
            hint: hint.map(Message::new),
        }
    }
}

impl Table<'_> {
    /// A mapped cell as a date.
    pub fn date(&mut self, row: usize, column: Option<&Column>) -> Option<PartialDate> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        match self.date_of(&text, column) {
            Ok(date) => Some(date),
            Err(refused) => {
                let mut problem = self
                    .problem(Severity::Error, refused.code, row, column.name())
                    .found(text);
                problem.expected = refused.expected.unwrap_or(problem.expected);
                problem.hint = refused.hint.unwrap_or(problem.hint);
                self.note(problem);
                None
            }
        }
    }

    fn date_of(&mut self, text: &str, column: &Column) -> Result<PartialDate, Refused> {
        if let Some(slashed) = Slashed::of(text) {
            return self.slashed(slashed, column);
        }
        if let Some(date) = dates::date(text) {
            return Ok(date);
        }
        match dates::serial(text) {
            Some(day) if self.spec.dates == Some(DateHabit::Excel) => Ok(day),
            Some(_) => Err(Refused::no_date(Some("hint-excel-days"))),
            None if dates::lacks_century(text) => {
                Err(Refused::no_date(Some("hint-two-digit-year")))
            }
            None => Err(Refused::no_date(None)),
        }
    }

    fn slashed(&mut self, date: Slashed, column: &Column) -> Result<PartialDate, Refused> {
        let no_day = || Refused::no_date(None);
        // 05/05/2019 is one day, whatever comes first
        if date.first == date.second {
            return date.read(DateHabit::DayFirst).ok_or_else(no_day);
        }
        match self.order(column) {
            Order::Known(habit) => date.read(habit).ok_or_else(|| match date.tells() {
                Some(_) => Refused::no_date(Some("hint-other-order")),
                None => no_day(),
            }),
            Order::Unknown => {
                let readings =
                    [DateHabit::DayFirst, DateHabit::MonthFirst].map(|habit| date.read(habit));
                let [Some(day_first), Some(month_first)] = readings else {
                    return Err(no_day());
                };
                let expected = Message::new("expected-date-order")
                    .with("day_first", day_first.to_string())
                    .with("month_first", month_first.to_string());
                Err(Refused {
                    code: "date-order",
                    expected: Some(expected),
                    hint: None,
                })
            }
            Order::Mixed {
                day_first,
                month_first,
            } => {
                let expected = Message::new("expected-date-orders-mixed")
                    .with("day_first", day_first)
                    .with("month_first", month_first);
                Err(Refused {
                    code: "date-orders-mixed",
                    expected: Some(expected),
                    hint: None,
                })
            }
        }
    }

    /// The order of day and month in a column, found out once.
    fn order(&mut self, column: &Column) -> Order {
        match self.spec.dates {
            Some(habit @ (DateHabit::DayFirst | DateHabit::MonthFirst)) => Order::Known(habit),
            Some(DateHabit::Excel) | None => {
                let known = self.orders.get(column.name()).copied();
                known.unwrap_or_else(|| {
                    let order = self.found_out(column);
                    self.orders.insert(column.name().to_owned(), order);
                    order
                })
            }
        }
    }

    fn found_out(&self, column: &Column) -> Order {
        let (mut day_first, mut month_first) = (None, None);
        for row in self.rows() {
            let told = self
                .text(row, Some(column))
                .and_then(|text| Slashed::of(&text)?.tells());
            match told {
                Some(DateHabit::MonthFirst) => month_first = month_first.or(Some(row)),
                Some(_) => day_first = day_first.or(Some(row)),
                None => {}
            }
        }
        match (day_first, month_first) {
            (Some(day), Some(month)) => Order::Mixed {
                day_first: self.row_number(day),
                month_first: self.row_number(month),
            },
            (Some(_), None) => Order::Known(DateHabit::DayFirst),
            (None, Some(_)) => Order::Known(DateHabit::MonthFirst),
            (None, None) => Order::Unknown,
        }
    }
}
