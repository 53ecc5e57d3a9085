//! In which order do aimaks stand, as far as there is one?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Design, Finding, Interval, IntervalKind, Land, Quantity, Ranked, Ranking, Subject,
};

use crate::{
    indicators,
    methods::{
        among_first::among_first,
        interval::{LEVEL, StandardError},
        ranks::{Rank, ranks},
    },
};

/// Fewer are no order.
const FEWEST: usize = 3;

/// How many count as the first, by the fewest that are ranked.
const FIRST: [(usize, usize); 2] = [(20, 10), (6, 3)];

/// An order of aimaks for each indicator and kind of change, in order of the registry.
///
/// Only what was sampled apart in each aimak is ranked: what aimaks share, such as the weather of a year, would make their differences look
/// less sure than they are, and assumed figures have no order of their own.
pub fn of(findings: &[Finding]) -> Vec<Ranking> {
    let mut by_quantity: BTreeMap<(&str, &Quantity), Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| is_ranked(finding)) {
        let key = (finding.indicator.as_str(), &finding.quantity);
        by_quantity.entry(key).or_default().push(finding);
    }
    let order = |id: &str| {
        indicators::ALL
            .iter()
            .position(|indicator| indicator.card.id == id)
    };
    let mut rankings: Vec<Ranking> = by_quantity
        .into_iter()
        .filter_map(|((indicator, quantity), findings)| ranking(indicator, quantity, findings))
        .collect();
    rankings.sort_by_key(|ranking| order(&ranking.indicator));
    rankings
}

/// A change that was seen in one aimak.
fn is_ranked(finding: &Finding) -> bool {
    matches!(finding.subject, Subject::Aimak(_))
        && matches!(finding.quantity, Quantity::Change { .. })
        && finding.evidence.design != Design::DefaultMethod
        && finding.land != Land::Untreated
        && error(finding).is_some()
}

/// The standard error of a sampled value.
fn error(finding: &Finding) -> Option<StandardError> {
    let estimate = finding.estimate()?;
    let sampled = matches!(
        estimate.interval,
        Interval::Between {
            kind: IntervalKind::Sampling,
            ..
        }
    );
    let bands = estimate.bands.filter(|_| sampled)?;
    Some(StandardError {
        se: bands.se,
        df: bands.df,
    })
}

/// The order by one quantity: an aimak stands by its organic land where that has a value, else by the whole of it.
fn ranking(indicator: &str, quantity: &Quantity, findings: Vec<&Finding>) -> Option<Ranking> {
    let mut of_aimak: BTreeMap<&AimakCode, &Finding> = BTreeMap::new();
    for finding in findings {
        let Subject::Aimak(code) = &finding.subject else {
            continue;
        };
        let entry = of_aimak.entry(code).or_insert(finding);
        if finding.land == Land::Organic {
            *entry = finding;
        }
    }
    let values: Vec<(f64, StandardError)> = of_aimak
        .values()
        .filter_map(|finding| Some((finding.estimate()?.value, error(finding)?)))
        .collect();
    if values.len() < FEWEST {
        return None;
    }
    let first = FIRST
        .into_iter()
        .find(|(fewest, _)| values.len() >= *fewest);
    let first = first.map_or(0, |(_, first)| first);
    let mut chances = among_first(&values, first).into_iter();
    let mut place = |((aimak, finding), rank): ((&AimakCode, &Finding), Rank)| Ranked {
        aimak: aimak.clone(),
        land: finding.land,
        rank: rank.found,
        from: rank.from,
        to: rank.to,
        tier: rank.tier,
        among_first: chances.next().filter(|_| first > 0),
    };
    let mut places: Vec<Ranked> = of_aimak
        .into_iter()
        .zip(ranks(&values))
        .map(&mut place)
        .collect();
    places.sort_by(|one, other| (one.rank, &one.aimak).cmp(&(other.rank, &other.aimak)));
    Some(Ranking {
        indicator: indicator.to_owned(),
        quantity: quantity.clone(),
        places,
        level: LEVEL,
        first,
    })
}
