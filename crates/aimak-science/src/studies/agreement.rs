//! Do the two answers to one question carry one confidence?

use std::collections::BTreeMap;

use aimak_core::{
    Claim, Design, EffectReport, Evidence, Finding, Message, Outcome, Quantity, Subject,
};

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
    NOT_REGISTERED,
];
/// The step of what nobody declared before it was looked at.
const NOT_REGISTERED: &str = "grade-not-registered";

/// The difference of changes of all organic aimaks together is the effect seen in two of its periods: what takes confidence from the effect
/// takes it from the difference, and what the panel tests need not count as untested. A difference is never surer than the effect of its
/// indicator, and where lots do not confirm the effect it claims nothing. The difference of one aimak is one part of that comparison: it keeps
/// its own steps and is never surer than the whole. `relevant` is the change that matters, by indicator.
pub fn settle(
    relevant: &BTreeMap<String, f64>,
    findings: &mut [Finding],
    effects: &[EffectReport],
) {
    for finding in findings.iter_mut().filter(|finding| is_compared(finding)) {
        let same = |report: &&EffectReport| report.outcome == finding.indicator;
        if let Some(report) = effects
            .iter()
            .find(same)
            .filter(|report| report.effect.is_ok())
        {
            let relevant = relevant.get(&finding.indicator).copied();
            if finding.subject == Subject::OrganicAimaks {
                settle_pooled(finding, report, relevant);
            } else {
                settle_single(finding, report, relevant);
            }
        }
    }
}

/// True for an estimate of organic aimaks, one or all together, against comparison areas.
fn is_compared(finding: &Finding) -> bool {
    let design = if finding.subject == Subject::OrganicAimaks {
        Design::ManyAgainstMany
    } else {
        Design::OneAgainstMany
    };
    finding.evidence.design == design
        && matches!(finding.quantity, Quantity::DifferenceOfChanges { .. })
        && finding.estimate().is_some()
}

fn settle_pooled(finding: &mut Finding, report: &EffectReport, relevant: Option<f64>) {
    let evidence = &mut finding.evidence;
    let is_tested = !report.steps.iter().any(|step| step.id == TRENDS_UNTESTED);
    evidence
        .notes
        .retain(|note| !(is_tested && note.id == "note-trends-before-not-tested"));
    let of_panel = |step: &&Message| OF_THE_COMPARISON.contains(&step.id.as_str());
    evidence.grade_steps.retain(|step| !of_panel(&step));
    let shared = report.steps.iter().filter(of_panel).cloned();
    evidence.grade_steps.extend(shared);
    no_surer_than(evidence, report);
    reclaim(finding, relevant, is_confirmed(report));
}

/// What one aimak cannot show alone the panel tells of it too: whether anybody had declared the indicator before.
fn settle_single(finding: &mut Finding, report: &EffectReport, relevant: Option<f64>) {
    let evidence = &mut finding.evidence;
    let undeclared = report.steps.iter().filter(|step| step.id == NOT_REGISTERED);
    evidence.grade_steps.extend(undeclared.cloned());
    no_surer_than(evidence, report);
    // lots exchange all aimaks: they say nothing of one
    reclaim(finding, relevant, true);
}

/// Confidence by the steps of a finding, and not above that of the effect.
fn no_surer_than(evidence: &mut Evidence, report: &EffectReport) {
    evidence.confidence = after(evidence.design, &evidence.grade_steps);
    while evidence.confidence > report.confidence {
        evidence.grade_steps.push(Message::new("grade-as-effect"));
        evidence.confidence = evidence.confidence.lower();
    }
}

/// What may be claimed at this confidence; what nothing could be told of before stays so, and so does what lots do not confirm.
fn reclaim(finding: &mut Finding, relevant: Option<f64>, confirmed: bool) {
    let Outcome::Estimated(estimate) = &finding.outcome else {
        return;
    };
    let (evidence, interval) = (&mut finding.evidence, &estimate.interval);
    let told = claim(
        evidence.design,
        evidence.confidence,
        interval,
        evidence.smallest_detectable,
        relevant,
    );
    let shows = interval.holds_zero() == Some(false);
    let unconfirmed = shows && (!confirmed || evidence.claim == Claim::CannotTell);
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
