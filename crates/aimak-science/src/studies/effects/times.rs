//! What was found of an indicator, aimak by aimak and time by time: its panel.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use aimak_core::{
    Aimak, AimakCode, Finding, Land, Outcome, PartialDate, PeriodBounds, PeriodId, ProfileValue,
    Quantity, Subject, Survey, Theme,
};
use jiff::civil::Date;

use super::covariates::Covariates;
use crate::{
    effect::panel::{Panel, Start, Unit},
    indicators::Indicator,
};

/// Fewest times of a panel.
const FEWEST_TIMES: usize = 2;

/// What was found of an indicator, aimak by aimak and time by time.
pub(super) struct Times<'a> {
    /// Ascending: years, or places of periods.
    all: Vec<i32>,
    /// The first treated time of a date of becoming organic.
    start: Box<dyn Fn(PartialDate) -> i32 + 'a>,
    outcomes: BTreeMap<(&'a AimakCode, i32), f64>,
}

impl<'a> Times<'a> {
    /// The years of a series where there are any, else the periods.
    pub(super) fn of(
        survey: &'a Survey,
        indicator: &Indicator,
        findings: &'a [Finding],
    ) -> Option<Self> {
        let own: Vec<&Finding> = findings
            .iter()
            .filter(|finding| finding.indicator == indicator.card.id)
            .filter(|finding| stands_for(survey, indicator, finding))
            .collect();
        let years = own.iter().filter_map(|finding| match finding.quantity {
            Quantity::At { date } => Some((*finding, i32::from(date.year()))),
            _ => None,
        });
        let years = Self::gathered(years, |since| i32::from(since.year()));
        if years.all.len() >= FEWEST_TIMES {
            return Some(years);
        }
        let dated = dated_periods(survey);
        let place = |period: &PeriodId| dated.iter().position(|(_, id)| *id == period);
        let states = own.iter().filter_map(|finding| match &finding.quantity {
            Quantity::State { period } => Some((*finding, place(period)? as i32)),
            _ => None,
        });
        let begins: Vec<Date> = dated.iter().map(|(begins, _)| *begins).collect();
        // the first period that begins when the aimak is organic already
        let first = move |since: PartialDate| {
            begins.partition_point(|begins| *begins < since.first_day()) as i32
        };
        let periods = Self::gathered(states, first);
        (periods.all.len() >= FEWEST_TIMES).then_some(periods)
    }

    fn gathered(
        found: impl Iterator<Item = (&'a Finding, i32)>,
        start: impl Fn(PartialDate) -> i32 + 'a,
    ) -> Self {
        let mut outcomes = BTreeMap::new();
        let mut times = BTreeSet::new();
        for (finding, time) in found {
            if let (Subject::Aimak(code), Outcome::Estimated(estimate)) =
                (&finding.subject, &finding.outcome)
            {
                outcomes.insert((code, time), estimate.value);
                times.insert(time);
            }
        }
        Self {
            all: times.into_iter().collect(),
            start: Box::new(start),
            outcomes,
        }
    }

    /// The panel of all aimaks of which anything was found; `None` without organic ones among them.
    pub(super) fn panel(&self, survey: &Survey, known: &Covariates) -> Option<Panel> {
        let seen = self.seen();
        let known = if self.lacking(known).is_empty() {
            Cow::Borrowed(known)
        } else {
            Cow::Owned(Covariates::default())
        };
        let organic = |aimak: &&Aimak| aimak.organic_since.is_some();
        let units: Vec<Unit> = survey
            .aimaks
            .iter()
            .filter(|aimak| seen.contains(&aimak.code) || organic(aimak))
            .map(|aimak| self.unit(survey, aimak, &known))
            .collect();
        let any = survey
            .aimaks
            .iter()
            .filter(organic)
            .any(|aimak| seen.contains(&aimak.code));
        any.then(|| Panel::new(self.all.clone(), known.names(), units))
    }

    /// Aimaks of which anything was found.
    fn seen(&self) -> BTreeSet<&'a AimakCode> {
        self.outcomes.keys().map(|(code, _)| *code).collect()
    }

    /// Those of them of which not every covariate is known.
    pub(super) fn lacking(&self, known: &Covariates) -> Vec<String> {
        let lack = |code: &&AimakCode| known.of_aimak(code).is_none();
        let codes = self.seen().into_iter().filter(lack);
        codes.map(|code| code.0.clone()).collect()
    }

    fn unit(&self, survey: &Survey, aimak: &Aimak, known: &Covariates) -> Unit {
        let outcome = |time: &i32| self.outcomes.get(&(&aimak.code, *time)).copied();
        Unit {
            id: aimak.code.0.clone(),
            start: aimak
                .organic_since
                .map_or(Start::Never, |since| Start::In((self.start)(since))),
            stratum: stratum(survey, aimak),
            outcomes: self.all.iter().map(outcome).collect(),
            // one that was never seen is in no comparison, whatever stands here
            covariates: known
                .of_aimak(&aimak.code)
                .unwrap_or_else(|| vec![0.0; known.names().len()]),
        }
    }
}

/// True for the finding that speaks for its aimak in a panel.
pub(super) fn stands_for(survey: &Survey, indicator: &Indicator, finding: &Finding) -> bool {
    let Subject::Aimak(code) = &finding.subject else {
        return false;
    };
    let organic = survey
        .aimak(code)
        .is_some_and(|aimak| aimak.organic_since.is_some());
    let wanted = if organic && indicator.card.theme != Theme::People {
        Land::Organic
    } else {
        Land::WholeAimak
    };
    finding.land == wanted
}

/// Periods with days of their own, by their first.
fn dated_periods(survey: &Survey) -> Vec<(Date, &PeriodId)> {
    let mut dated: Vec<(Date, &PeriodId)> = survey
        .periods
        .iter()
        .filter_map(|period| match &period.bounds {
            PeriodBounds::Absolute(span) => Some((span.from, &period.id)),
            PeriodBounds::Relative { .. } => None,
        })
        .collect();
    dated.sort_by_key(|(begins, _)| *begins);
    dated
}

/// The area within which an aimak's date could have been exchanged.
fn stratum(survey: &Survey, aimak: &Aimak) -> String {
    let declared = survey.project.effects.as_ref();
    let field = declared.and_then(|effects| effects.strata.as_ref());
    match field.and_then(|field| aimak.profile.get(field)) {
        Some(ProfileValue::Text(text)) => text.clone(),
        Some(ProfileValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
