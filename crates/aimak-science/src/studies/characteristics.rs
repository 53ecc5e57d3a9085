//! In what do aimaks differ that the transition does not change?

use std::collections::BTreeMap;

use aimak_core::{AimakCode, Finding, Outcome, ProfileValue, Quantity, Subject, Survey};

use crate::indicators::{ALL, Indicator};

/// What is known of a characteristic, by aimak: numbers of the profile, else the first values of the indicator of this name.
/// `speaks` tells which finding stands for its aimak.
pub(super) fn known(
    survey: &Survey,
    findings: &[Finding],
    name: &str,
    speaks: impl Fn(&Indicator, &Finding) -> bool,
) -> BTreeMap<AimakCode, f64> {
    let profile = of_profile(survey, name);
    if !profile.is_empty() {
        return profile;
    }
    let Some(indicator) = ALL.iter().find(|indicator| indicator.card.id == name) else {
        return BTreeMap::new();
    };
    let own = findings.iter();
    let own = own.filter(|finding| finding.indicator == name && speaks(indicator, finding));
    first_values(survey, own)
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
fn first_values<'a>(
    survey: &Survey,
    findings: impl Iterator<Item = &'a Finding>,
) -> BTreeMap<AimakCode, f64> {
    let place = |wanted| {
        let mut periods = survey.periods.iter();
        periods.position(|period| period.id == wanted)
    };
    let mut first: BTreeMap<AimakCode, ((i16, usize), f64)> = BTreeMap::new();
    for finding in findings {
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
