//! Did the transition change it, in all organic aimaks together? A panel of each indicator, and the ladder on it.

mod covariates;
mod times;

use std::collections::BTreeMap;

use aimak_core::{Aimak, Correction, EffectReport, Finding, Subject, Survey};
use geo::Centroid as _;

use self::{covariates::Covariates, times::Times};
use super::grade::indirect;
use crate::{
    effect::{
        ladder::{Asked, Climbed, Placebo, climb},
        verdict::Declared,
    },
    indicators::{ALL, Indicator},
    trend::false_discovery::Adjustment,
};

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
    let known = Covariates::of(survey, findings);
    let shares = shares(findings);
    let climbed: Vec<Climbed> = ALL
        .iter()
        .filter_map(|indicator| {
            let times = Times::of(survey, indicator, findings)?;
            let known = known.without(&indicator.card.id);
            let (panel, left_out) = times.panel(survey, &known)?.without_gaps();
            let mut asked = asked(survey, indicator, &places_m);
            asked.unknown_covariates = times.lacking(&known);
            let others = placebos.iter().filter(|one| one.outcome != asked.outcome);
            asked.placebos = others.cloned().collect();
            let mut climbed = climb(&panel, &asked);
            climbed.report.left_out_times = left_out;
            for unit in &mut climbed.report.units {
                unit.treated_share_percent = shares.get(unit.id.as_str()).copied();
            }
            Some(climbed)
        })
        .collect();
    in_family(survey, climbed)
}

/// Share of organic land of each aimak, per cent, as it stands beside its figures.
fn shares(findings: &[Finding]) -> BTreeMap<&str, f64> {
    let known = findings
        .iter()
        .filter_map(|finding| match &finding.subject {
            Subject::Aimak(code) => Some((code.0.as_str(), finding.treated_share_percent?)),
            Subject::OrganicAimaks => None,
        });
    known.collect()
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
        let times = Times::of(survey, indicator, findings)?;
        let panel = times.panel(survey, &Covariates::default())?;
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
