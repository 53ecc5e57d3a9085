//! Do the two answers to one question carry one confidence?

use std::collections::BTreeMap;

use aimak_core::{Claim, Design, EffectReport, Finding, Message, Outcome, Quantity, Subject};

use super::{
    claim::{claim, farther_end},
    grade::{TRENDS_UNTESTED, after},
};

/// Significance at which a lot no longer confirms an interval.
const LEVEL: f64 = 0.05;

/// What a panel finds out about a comparison and two of its periods cannot: each is a step of both.
const OF_THE_COMPARISON: [&str; 9] = [
    "grade-trends-differ",
    TRENDS_UNTESTED,
    "grade-placebo",
    "grade-placebo-outcome",
    "grade-attrition",
    "grade-strata-alone",
    "grade-region-starts-together",
    "grade-hangs-on-one",
    "grade-not-registered",
];

/// The difference of changes of all organic aimaks together is the effect seen in two of its periods: what takes confidence from the effect
/// takes it from the difference, and what the panel tests need not count as untested. A difference is never surer than the effect of its
/// indicator, and where lots do not confirm the effect it claims nothing. `relevant` is the change that matters, by indicator.
pub fn settle(
    relevant: &BTreeMap<String, f64>,
    findings: &mut [Finding],
    effects: &[EffectReport],
) {
    for finding in findings.iter_mut().filter(|finding| is_pooled(finding)) {
        let same = |report: &&EffectReport| report.outcome == finding.indicator;
        if let Some(report) = effects
            .iter()
            .find(same)
            .filter(|report| report.effect.is_ok())
        {
            let relevant = relevant.get(&finding.indicator).copied();
            settle_one(finding, report, relevant);
        }
    }
}

/// True for an estimate of all organic aimaks together against comparison areas.
fn is_pooled(finding: &Finding) -> bool {
    finding.subject == Subject::OrganicAimaks
        && finding.evidence.design == Design::ManyAgainstMany
        && matches!(finding.quantity, Quantity::DifferenceOfChanges { .. })
        && finding.estimate().is_some()
}

fn settle_one(finding: &mut Finding, report: &EffectReport, relevant: Option<f64>) {
    let Outcome::Estimated(estimate) = &finding.outcome else {
        return;
    };
    let evidence = &mut finding.evidence;
    let is_tested = !report.steps.iter().any(|step| step.id == TRENDS_UNTESTED);
    evidence
        .notes
        .retain(|note| !(is_tested && note.id == "note-trends-before-not-tested"));
    let of_panel = |step: &&Message| OF_THE_COMPARISON.contains(&step.id.as_str());
    evidence.grade_steps.retain(|step| !of_panel(&step));
    let shared = report.steps.iter().filter(of_panel).cloned();
    evidence.grade_steps.extend(shared);
    evidence.confidence = after(evidence.design, &evidence.grade_steps);
    while evidence.confidence > report.confidence {
        evidence.grade_steps.push(Message::new("grade-as-effect"));
        evidence.confidence = evidence.confidence.lower();
    }
    let interval = &estimate.interval;
    let told = claim(
        evidence.design,
        evidence.confidence,
        interval,
        evidence.smallest_detectable,
        relevant,
    );
    let shows = interval.holds_zero() == Some(false);
    let unconfirmed = shows && (!is_confirmed(report) || evidence.claim == Claim::CannotTell);
    evidence.claim = if unconfirmed { Claim::CannotTell } else { told };
    let bounded = evidence.claim == Claim::NoChangeLargerThanBound;
    evidence.no_change_beyond = farther_end(interval).filter(|_| bounded);
}

/// True where exchanging starts leaves nothing but an effect.
fn is_confirmed(report: &EffectReport) -> bool {
    let alone = report.permutation.as_ref().ok().map(|test| test.p);
    report.family_p.or(alone).is_some_and(|p| p < LEVEL)
}

#[cfg(test)]
mod tests;
