//! In what do the aimaks differ that the transition does not change?

use std::collections::BTreeMap;

use aimak_core::{AimakCode, Finding, Outcome, ProfileValue, Quantity, Subject, Survey};

use super::times::stands_for;
use crate::indicators::ALL;

/// The declared covariates with what is known of each aimak.
#[derive(Clone, Debug, Default)]
pub(super) struct Covariates {
    /// Names with values by aimak, in the order of the declaration.
    all: Vec<(String, BTreeMap<AimakCode, f64>)>,
}

impl Covariates {
    /// Numbers of the profile, else the first value of the indicator.
    pub(super) fn of(survey: &Survey, findings: &[Finding]) -> Self {
        let declared = survey.project.effects.iter();
        let names = declared.flat_map(|effects| &effects.covariates);
        let all = names.map(|name| {
            let profile = of_profile(survey, name);
            let values = if profile.is_empty() {
                of_indicator(survey, findings, name)
            } else {
                profile
            };
            (name.clone(), values)
        });
        Self { all: all.collect() }
    }

    /// All but the outcome itself.
    pub(super) fn without(&self, outcome: &str) -> Self {
        let others = self.all.iter().filter(|(name, _)| name != outcome);
        Self {
            all: others.cloned().collect(),
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.all.iter().map(|(name, _)| name.clone()).collect()
    }

    /// All values of an aimak; `None` where one is not known.
    pub(super) fn of_aimak(&self, code: &AimakCode) -> Option<Vec<f64>> {
        let values = self.all.iter();
        values.map(|(_, known)| known.get(code).copied()).collect()
    }
}

fn of_profile(survey: &Survey, field: &str) -> BTreeMap<AimakCode, f64> {
    let aimaks = survey.aimaks.iter();
    aimaks
        .filter_map(|aimak| match aimak.profile.get(field)? {
            ProfileValue::Number(number) => Some((aimak.code.clone(), *number)),
            _ => None,
        })
        .collect()
}

/// The value that knows no time, else that of the first date or period.
fn of_indicator(survey: &Survey, findings: &[Finding], id: &str) -> BTreeMap<AimakCode, f64> {
    let Some(indicator) = ALL.iter().find(|indicator| indicator.card.id == id) else {
        return BTreeMap::new();
    };
    let place = |wanted| {
        let mut periods = survey.periods.iter();
        periods.position(|period| period.id == wanted)
    };
    let mut first: BTreeMap<AimakCode, ((i16, usize), f64)> = BTreeMap::new();
    let own = findings.iter().filter(|finding| {
        finding.indicator == indicator.card.id && stands_for(survey, indicator, finding)
    });
    for finding in own {
        let when = match &finding.quantity {
            Quantity::Timeless => Some((0, 0)),
            Quantity::At { date } => Some((date.year(), 0)),
            Quantity::State { period } => place(period.clone()).map(|place| (0, place)),
            _ => None,
        };
        if let (Some(when), Subject::Aimak(code), Outcome::Estimated(estimate)) =
            (when, &finding.subject, &finding.outcome)
        {
            let known = first.entry(code.clone()).or_insert((when, estimate.value));
            if when < known.0 {
                *known = (when, estimate.value);
            }
        }
    }
    let values = first.into_iter();
    values.map(|(code, (_, value))| (code, value)).collect()
}
