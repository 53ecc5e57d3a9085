//! How surely is something known of all organic aimaks together?
//!
//! Two parts of a release may speak of the same difference: the finding of all organic aimaks, and the effect that was
//! examined with its checks. What is told in one line is never stronger than the weaker of the two.

use aimak_core::{Card, Claim, Confidence, Finding, Quantity};

use crate::view::{Verdict, View, verdict};

/// What is known of an indicator for all organic aimaks together.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    /// The indicator.
    pub card: &'a Card,
    /// The number.
    pub finding: &'a Finding,
    /// How it stands to zero, as far as both parts allow.
    pub verdict: Verdict,
    /// The lower of the two confidences.
    pub confidence: Confidence,
    claim: Claim,
}

impl<'a> View<'a> {
    /// What is known of all organic aimaks together; `None` without a number.
    pub(crate) fn standing(&self, card: &'a Card) -> Option<Standing<'a>> {
        let finding = self
            .pooled(card)
            .filter(|finding| finding.estimate().is_some())?;
        let own = Standing {
            card,
            finding,
            verdict: verdict(finding),
            confidence: finding.evidence.confidence,
            claim: finding.evidence.claim,
        };
        let compared = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
        let mut reports = self.release.effects.iter();
        let report = reports.find(|report| compared && report.outcome == card.id);
        Some(report.map_or(own, |report| {
            own.held_against(report.claim, report.confidence)
        }))
    }

    /// The surest of a theme: by what may be claimed, then by confidence, then what was declared before anybody looked, then
    /// in order of the registry. Its size plays no part: the largest number is often the least sure.
    pub(crate) fn surest(&self, standings: &[Standing<'a>]) -> Option<Standing<'a>> {
        let declared = self.release.project.effects.as_ref();
        let is_declared = |standing: &Standing<'_>| {
            declared.is_some_and(|effects| effects.family.iter().any(|id| *id == standing.card.id))
        };
        let changed = standings.iter().filter(|standing| standing.is_change());
        // of equals `max_by_key` takes the last
        changed.rev().copied().max_by_key(|standing| {
            (
                strength(standing.claim),
                standing.confidence,
                is_declared(standing),
            )
        })
    }
}

impl Standing<'_> {
    /// The same, no stronger than an effect that was examined.
    fn held_against(self, claim: Claim, confidence: Confidence) -> Self {
        let confidence = self.confidence.min(confidence);
        if strength(claim) >= strength(self.claim) {
            return Self { confidence, ..self };
        }
        let verdict = match claim {
            Claim::SeenWithVeryLowConfidence | Claim::Observed => Verdict::Seen,
            Claim::NoChangeLargerThanBound | Claim::CannotTell => Verdict::Uncertain,
            Claim::NoIntervalNoSentence => Verdict::NoInterval,
            _ => self.verdict,
        };
        Self {
            verdict,
            confidence,
            claim,
            ..self
        }
    }

    /// True where a change stands out, however sure.
    pub const fn is_change(&self) -> bool {
        matches!(self.verdict, Verdict::Rose | Verdict::Fell | Verdict::Seen)
            && !matches!(self.claim, Claim::Observed)
    }
}

/// How much a claim says.
const fn strength(claim: Claim) -> u8 {
    match claim {
        Claim::EstimatedEffect => 5,
        Claim::DifferedFromComparison => 4,
        Claim::ChangedWithoutComparison => 3,
        Claim::SeenWithVeryLowConfidence => 2,
        Claim::NoChangeLargerThanBound | Claim::CannotTell => 1,
        Claim::Observed
        | Claim::NoIntervalNoSentence
        | Claim::AssumedByDefaultMethod
        | Claim::AssumedSignNotDetermined => 0,
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;

    use super::*;
    use crate::sample;

    /// What the sample knows of a carbon stock, made as strong as told.
    fn with(
        view: &View<'_>,
        claim: Claim,
        verdict: Verdict,
        confidence: Confidence,
        judge: impl Fn(Standing<'_>),
    ) {
        let card = view.card("soc_stock").unwrap();
        let known = view.standing(card).unwrap();
        judge(Standing {
            verdict,
            confidence,
            claim,
            ..known
        });
    }

    #[test]
    fn an_examined_effect_makes_a_finding_weaker_and_never_stronger() {
        let release = sample::release("2026-1", false);
        let view = View::of(&release, Lang::En);
        with(
            &view,
            Claim::DifferedFromComparison,
            Verdict::Rose,
            Confidence::Moderate,
            |alone| {
                let weaker =
                    alone.held_against(Claim::SeenWithVeryLowConfidence, Confidence::VeryLow);
                assert_eq!(
                    (weaker.verdict, weaker.confidence),
                    (Verdict::Seen, Confidence::VeryLow)
                );
                let stronger = alone.held_against(Claim::EstimatedEffect, Confidence::High);
                assert_eq!(
                    (stronger.verdict, stronger.confidence),
                    (Verdict::Rose, Confidence::Moderate)
                );
                assert!(
                    !alone
                        .held_against(Claim::CannotTell, Confidence::Low)
                        .is_change()
                );
            },
        );
    }

    #[test]
    fn what_may_be_claimed_counts_before_confidence() {
        let release = sample::release("2026-1", false);
        let view = View::of(&release, Lang::En);
        with(
            &view,
            Claim::DifferedFromComparison,
            Verdict::Rose,
            Confidence::Low,
            |differed| {
                let seen = Standing {
                    claim: Claim::SeenWithVeryLowConfidence,
                    verdict: Verdict::Seen,
                    confidence: Confidence::High,
                    ..differed
                };
                let unsure = Standing {
                    claim: Claim::CannotTell,
                    verdict: Verdict::Uncertain,
                    ..differed
                };
                let surest = view.surest(&[unsure, seen, differed]).unwrap();
                assert_eq!(surest.verdict, Verdict::Rose);
                assert!(
                    view.surest(&[unsure]).is_none(),
                    "what cannot be told is no change"
                );
            },
        );
    }
}
