//! Which days belong to a period, seen from one area?

use aimak_core::{Aimak, AimakCode, Period, PeriodId, PeriodRole, Span, Survey, VisitTime};
use serde::{Deserialize, Serialize};

/// A period placed in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The period.
    pub period: PeriodId,
    /// Its days.
    pub span: Span,
}

impl Moment {
    /// The period as it falls for an area; `None` where it counts from a date the area does not have.
    pub fn of(period: &Period, aimak: &Aimak) -> Option<Self> {
        period.resolve(aimak.organic_since).map(|span| Self {
            period: period.id.clone(),
            span,
        })
    }

    /// True where a visit belongs to the period: the whole of what its date can mean lies in it, or the project says so.
    pub fn holds(&self, time: &VisitTime) -> bool {
        match time {
            VisitTime::Date(date) => self.span.covers(date.span()),
            VisitTime::Period(period) => *period == self.period,
        }
    }
}

/// A period before and one after, as they fall for the owner of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The aimak whose transition places the periods.
    pub owner: AimakCode,
    /// Before.
    pub before: Moment,
    /// After.
    pub after: Moment,
}

impl Window {
    /// The window of an area for two periods.
    pub fn of(before: &Period, after: &Period, owner: &Aimak) -> Option<Self> {
        let (before, after) = (Moment::of(before, owner)?, Moment::of(after, owner)?);
        Some(Self {
            owner: owner.code.clone(),
            before,
            after,
        })
    }

    /// True where both windows mean the same days.
    pub fn same_days(&self, other: &Self) -> bool {
        self.before == other.before && self.after == other.after
    }
}

/// Every period taken as before with every period taken as after, in order of the project.
pub fn pairs(survey: &Survey) -> Vec<(&Period, &Period)> {
    let with = |role| {
        survey
            .periods
            .iter()
            .filter(move |period| period.role == role)
    };
    with(PeriodRole::Before)
        .flat_map(|before| with(PeriodRole::After).map(move |after| (before, after)))
        .collect()
}

/// The aimaks on their way to organic.
pub fn organic(survey: &Survey) -> impl Iterator<Item = &Aimak> {
    survey
        .aimaks
        .iter()
        .filter(|aimak| aimak.organic_since.is_some())
}

/// The windows in which an area's change is asked for: its own, and for a comparison area those of the organic aimaks.
pub fn windows(survey: &Survey, aimak: &Aimak) -> Vec<Window> {
    let of = |owner: &Aimak| -> Vec<Window> {
        pairs(survey)
            .into_iter()
            .filter_map(|(before, after)| Window::of(before, after, owner))
            .collect()
    };
    let own = of(aimak);
    if aimak.organic_since.is_some() {
        return own;
    }
    own.into_iter()
        .chain(organic(survey).flat_map(of))
        .collect()
}

#[cfg(test)]
mod tests {
    use aimak_core::PartialDate;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_visit_belongs_where_all_of_its_date_lies() {
        let span = Span {
            from: date(2012, 1, 1),
            to: date(2016, 7, 1),
        };
        let moment = Moment {
            period: PeriodId("before".into()),
            span,
        };
        let on = |text: &str| moment.holds(&VisitTime::Date(text.parse::<PartialDate>().unwrap()));
        assert!(on("2012") && on("2016-06") && on("2016-06-30"));
        assert!(!on("2016") && !on("2016-07-01") && !on("2011"));
        assert!(moment.holds(&VisitTime::Period(PeriodId("before".into()))));
        assert!(!moment.holds(&VisitTime::Period(PeriodId("after".into()))));
    }
}
