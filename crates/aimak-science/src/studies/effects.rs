//! Did the transition change it, in all organic aimaks together? A panel of each indicator, and the ladder on it.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{
    Aimak, AimakCode, Correction, EffectReport, Finding, Land, Outcome, PartialDate, PeriodBounds,
    PeriodId, ProfileValue, Quantity, Subject, Survey, Theme,
};
use geo::Centroid as _;
use jiff::civil::Date;

use super::grade::indirect;
use crate::{
    effect::{
        ladder::{Asked, Climbed, Placebo, climb},
        panel::{Panel, Start, Unit},
        verdict::Declared,
    },
    indicators::{ALL, Indicator},
    trend::false_discovery::Adjustment,
};

/// Fewest times of a panel.
const FEWEST_TIMES: usize = 2;

/// Effects of every indicator that was seen at two times and more, in order of the registry; p-values of the declared family are
/// raised for their number, and indicators that the transition cannot have changed stand beside each.
///
/// The outcome of an organic aimak is that of its organic land where parcels tell which that is; of a comparison area that of the whole.
/// What people say has no land. An aimak whose organic land nobody knows stands in the panel without outcomes: it is told, and in no
/// effect.
pub fn of(survey: &Survey, findings: &[Finding]) -> Vec<EffectReport> {
    let mut aimaks = survey.aimaks.iter();
    if !aimaks.any(|aimak| aimak.organic_since.is_some()) {
        return Vec::new();
    }
    let places_m = places(survey);
    let placebos = placebos(survey, findings);
    let climbed: Vec<Climbed> = ALL
        .iter()
        .filter_map(|indicator| {
            let (panel, left_out) = Times::of(survey, indicator, findings)?
                .panel(survey)?
                .without_gaps();
            let mut asked = asked(survey, indicator, &places_m);
            let others = placebos.iter().filter(|one| one.outcome != asked.outcome);
            asked.placebos = others.cloned().collect();
            let mut climbed = climb(&panel, &asked);
            climbed.report.left_out_times = left_out;
            Some(climbed)
        })
        .collect();
    in_family(survey, climbed)
}

/// Raises the p-values of the family.
fn in_family(survey: &Survey, climbed: Vec<Climbed>) -> Vec<EffectReport> {
    let member = |climbed: &Climbed| is_of_family(survey, &climbed.report.outcome);
    let p: Vec<Option<f64>> = climbed
        .iter()
        .map(|climbed| climbed.p().filter(|_| member(climbed)))
        .collect();
    let declared = survey.project.effects.as_ref();
    let adjustment = match declared
        .map(|effects| effects.correction)
        .unwrap_or_default()
    {
        Correction::Holm => Adjustment::Holm,
        Correction::BenjaminiHochberg => Adjustment::BenjaminiHochberg,
    };
    let raised = adjustment.adjusted(&p).unwrap_or(p);
    let together = climbed.into_iter().zip(raised);
    together
        .map(|(climbed, p)| climbed.in_family(p).report)
        .collect()
}

/// True where the project declares that this indicator is tested with others.
fn is_of_family(survey: &Survey, id: &str) -> bool {
    let declared = survey.project.effects.as_ref();
    declared.is_some_and(|effects| effects.family.iter().any(|member| member == id))
}

/// What is asked of an indicator.
fn asked(survey: &Survey, indicator: &Indicator, places_m: &BTreeMap<String, [f64; 2]>) -> Asked {
    let card = indicator.card;
    let project = &survey.project;
    let declared = project.effects.as_ref();
    let member = is_of_family(survey, &card.id);
    Asked {
        relevant: project.relevant_change.get(card.id.as_ref()).copied(),
        family: declared.map_or(1, |effects| effects.family.len().max(1)),
        correction: declared
            .map(|effects| effects.correction)
            .unwrap_or_default(),
        weaknesses: indirect(card.theme).into_iter().collect(),
        declared: Declared {
            registered: member && declared.is_some_and(|effects| effects.registered.is_some()),
            randomised: false,
        },
        places_m: places_m.clone(),
        ..Asked::new(&card.id, project.seed)
    }
}

/// Panels of the indicators that the transition cannot have changed, as declared.
fn placebos(survey: &Survey, findings: &[Finding]) -> Vec<Placebo> {
    let declared = survey.project.effects.iter();
    let panel = |id: &str| {
        let indicator = ALL.iter().find(|indicator| indicator.card.id == id)?;
        let panel = Times::of(survey, indicator, findings)?.panel(survey)?;
        Some(panel.without_gaps().0)
    };
    declared
        .flat_map(|effects| &effects.placebo)
        .map(|id| Placebo {
            outcome: id.clone(),
            panel: panel(id),
        })
        .collect()
}

/// The middle of every aimak, in metres of the working CRS.
fn places(survey: &Survey) -> BTreeMap<String, [f64; 2]> {
    let middle = |aimak: &Aimak| {
        let middle = aimak.outline.centroid()?;
        Some((aimak.code.0.clone(), [middle.x(), middle.y()]))
    };
    survey.aimaks.iter().filter_map(middle).collect()
}

/// What was found of an indicator, aimak by aimak and time by time.
struct Times<'a> {
    /// Ascending: years, or places of periods.
    all: Vec<i32>,
    /// The first treated time of a date of becoming organic.
    start: Box<dyn Fn(PartialDate) -> i32 + 'a>,
    outcomes: BTreeMap<(&'a AimakCode, i32), f64>,
}

impl<'a> Times<'a> {
    /// The years of a series where there are any, else the periods.
    fn of(survey: &'a Survey, indicator: &Indicator, findings: &'a [Finding]) -> Option<Self> {
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
    fn panel(&self, survey: &Survey) -> Option<Panel> {
        let seen: BTreeSet<&AimakCode> = self.outcomes.keys().map(|(code, _)| *code).collect();
        let organic = |aimak: &&Aimak| aimak.organic_since.is_some();
        let units: Vec<Unit> = survey
            .aimaks
            .iter()
            .filter(|aimak| seen.contains(&aimak.code) || organic(aimak))
            .map(|aimak| self.unit(survey, aimak))
            .collect();
        let any = survey
            .aimaks
            .iter()
            .filter(organic)
            .any(|aimak| seen.contains(&aimak.code));
        any.then(|| Panel::new(self.all.clone(), Vec::new(), units))
    }

    fn unit(&self, survey: &Survey, aimak: &Aimak) -> Unit {
        let outcome = |time: &i32| self.outcomes.get(&(&aimak.code, *time)).copied();
        Unit {
            id: aimak.code.0.clone(),
            start: aimak
                .organic_since
                .map_or(Start::Never, |since| Start::In((self.start)(since))),
            stratum: stratum(survey, aimak),
            outcomes: self.all.iter().map(outcome).collect(),
            covariates: Vec::new(),
        }
    }
}

/// True for the finding that speaks for its aimak in a panel.
fn stands_for(survey: &Survey, indicator: &Indicator, finding: &Finding) -> bool {
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
