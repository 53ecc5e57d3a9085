//! When was it: a day, a month, a year, or an interval of them?

use aimak_core::{PartialDate, Span};

use super::{raw::Raw, term::Term};
use crate::read::{dates, value};

/// The days a record can mean; `Ok(None)` where no date is given.
///
/// # Errors
/// Where what is given is no date.
pub(super) fn days(raw: &Raw) -> Result<Option<Span>, ()> {
    if let Some(text) = raw.get(Term::EventDate) {
        return interval(text).map(Some).ok_or(());
    }
    let Some(year) = raw.get(Term::Year) else {
        return Ok(None);
    };
    // 2025.0, as tables that passed through pandas say
    let part = |text: &str| value::number(text).filter(|number| number.fract() == 0.0);
    let mut text = format!("{:04}", part(year).ok_or(())?);
    for term in [Term::Month, Term::Day] {
        let Some(written) = raw.get(term) else { break };
        text = format!("{text}-{:02}", part(written).ok_or(())?);
    }
    text.parse::<PartialDate>()
        .map(|date| Some(date.span()))
        .map_err(|_| ())
}

/// A date or an interval of ISO 8601: `2019-05-14`, `2019-05`, `2019-05-14/2019-05-16`, `2019-05-14/16`, times of day cut off.
fn interval(text: &str) -> Option<Span> {
    let Some((from, to)) = text.split_once('/') else {
        return dates::date(text).map(PartialDate::span);
    };
    // 2019/05/14 is a day, 2019/05 a month
    let is_date = to.contains('/') || (from.trim().len() == 4 && to.trim().len() < 4);
    if is_date {
        return dates::date(text).map(PartialDate::span);
    }
    let from = dates::date(from)?;
    let to = dates::date(to)
        .filter(|_| to.trim().len() >= 4 && !short(to))
        .or_else(|| completed(from, to))?;
    let span = Span {
        from: from.first_day(),
        to: to.end(),
    };
    (to.first_day() >= from.first_day()).then_some(span)
}

/// Whether the end of an interval leaves out what it shares with the beginning: `12-15`.
fn short(to: &str) -> bool {
    to.split('-')
        .next()
        .is_some_and(|first| first.trim().len() < 4)
}

/// The end of an interval with what it leaves out: `2007-11-13/15` ends on 2007-11-15.
fn completed(from: PartialDate, to: &str) -> Option<PartialDate> {
    let from = from.to_string();
    let begin: Vec<&str> = from.split('-').collect();
    let end: Vec<&str> = to.split('T').next()?.trim().split('-').collect();
    let shared = begin
        .len()
        .checked_sub(end.len())
        .filter(|shared| *shared > 0)?;
    let all: Vec<&str> = begin[..shared].iter().chain(&end).copied().collect();
    all.join("-").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let raw = Raw {
            row: 2,
            cells: vec![(Term::EventDate, text.to_owned())],
        };
        let span = days(&raw).ok()??;
        Some(format!("{} {}", span.from, span.to))
    }

    #[test]
    fn dates_and_intervals_of_darwin_core() {
        let known = [
            ("1896-07-15T00:00Z", "1896-07-15 1896-07-16"),
            ("1906-11", "1906-11-01 1906-12-01"),
            ("1971", "1971-01-01 1972-01-01"),
            (
                "2007-03-01T13:00:00Z/2008-05-11T15:30:00Z",
                "2007-03-01 2008-05-12",
            ),
            ("2007-11-13/15", "2007-11-13 2007-11-16"),
            ("2007-11-13/12-15", "2007-11-13 2007-12-16"),
            ("2007-11/12", "2007-11-01 2008-01-01"),
            ("1900/1909", "1900-01-01 1910-01-01"),
            ("2019/05/14", "2019-05-14 2019-05-15"),
            ("2019/05", "2019-05-01 2019-06-01"),
            ("14.05.2019", "2019-05-14 2019-05-15"),
        ];
        for (text, span) in known {
            assert_eq!(told(text).as_deref(), Some(span), "{text}");
        }
        for text in [
            "spring 2019",
            "2019-02-30",
            "2019-05-14/2018-05-14",
            "2019-05-14/x",
            "2019-05-14/",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn years_months_and_days_of_their_own_columns() {
        let raw = |cells: &[(Term, &str)]| Raw {
            row: 2,
            cells: cells
                .iter()
                .map(|(term, text)| (*term, (*text).to_owned()))
                .collect(),
        };
        let of = |cells: &[(Term, &str)]| {
            days(&raw(cells)).map(|span| span.map(|span| span.from.to_string()))
        };
        assert_eq!(of(&[]), Ok(None));
        assert_eq!(
            of(&[(Term::Year, "2025.0"), (Term::Month, "3.0")]),
            Ok(Some("2025-03-01".to_owned()))
        );
        assert_eq!(of(&[(Term::Year, "2025"), (Term::Month, "13")]), Err(()));
        assert_eq!(of(&[(Term::Year, "2025.5")]), Err(()));
    }
}
