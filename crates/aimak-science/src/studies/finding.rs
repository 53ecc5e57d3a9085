//! How does a number become a finding, with everything that stands behind it?

use std::collections::BTreeMap;

use aimak_core::{
    Claim, Confidence, Design, Estimate, Evidence, Finding, InputUse, Land, Message, MethodRef,
    Outcome, Quantity, Subject, Survey, Withheld,
};

use super::{
    Answer, Measured, Spread,
    claim::{claim, farther_end},
    grade::grade,
};
use crate::indicators::Indicator;

/// Whom and what a finding is about.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Whom.
    pub subject: Subject,
    /// Which land.
    pub land: Land,
}

impl About<'_> {
    /// The finding of an answer.
    pub fn finding(&self, quantity: Quantity, design: Design, answer: Answer) -> Finding {
        let (outcome, evidence) = match answer {
            Ok(measured) => self.estimated(design, measured),
            Err(withheld) => self.withheld(design, withheld),
        };
        Finding {
            indicator: self.indicator.card.id.to_string(),
            subject: self.subject.clone(),
            land: self.land,
            // known only when every finding of the aimak is there: see `engine::merge`
            treated_share_percent: None,
            quantity,
            outcome,
            evidence,
        }
    }

    /// An estimate with its evidence.
    fn estimated(&self, design: Design, measured: Measured) -> (Outcome, Evidence) {
        let card = self.indicator.card;
        let relevant = self
            .survey
            .project
            .relevant_change
            .get(card.id.as_ref())
            .copied();
        let interval = measured.spread.interval(measured.value);
        let smallest = measured.spread.error().filter(|_| design != Design::State);
        let smallest_detectable = smallest.map(|error| error.smallest_detectable());
        let (confidence, grade_steps) = grade(design, &measured, card.theme, relevant);
        let claim = claim(design, confidence, &interval, smallest_detectable, relevant);
        let claim = cautious(claim, &measured.spread);
        let bounded = claim == Claim::NoChangeLargerThanBound;
        let evidence = Evidence {
            design,
            confidence,
            grade_steps,
            claim,
            method: self.method(),
            parameters: measured.parameters,
            inputs: measured.inputs,
            smallest_detectable,
            no_change_beyond: farther_end(&interval).filter(|_| bounded),
            notes: measured.notes,
        };
        let bands = measured.spread.bands(measured.value);
        let Measured {
            value,
            sample,
            flags,
            ..
        } = measured;
        (
            Outcome::Estimated(Estimate {
                value,
                unit: card.unit,
                interval,
                bands,
                sample,
                flags,
            }),
            evidence,
        )
    }

    /// A refusal with what would have been its evidence.
    fn withheld(&self, design: Design, withheld: Withheld) -> (Outcome, Evidence) {
        let evidence = Evidence {
            design,
            confidence: Confidence::VeryLow,
            grade_steps: Vec::new(),
            claim: Claim::NoIntervalNoSentence,
            method: self.method(),
            parameters: BTreeMap::new(),
            inputs: Vec::new(),
            smallest_detectable: None,
            no_change_beyond: None,
            notes: Vec::new(),
        };
        (Outcome::Withheld(withheld), evidence)
    }

    /// The method of the card.
    fn method(&self) -> MethodRef {
        let card = self.indicator.card;
        MethodRef {
            id: card.method.to_string(),
            version: card.method_version,
        }
    }
}

/// A change that the interval shows and the test of the same data does not is not claimed.
fn cautious(claim: Claim, spread: &Spread) -> Claim {
    let doubted = matches!(
        spread,
        Spread::Bounds {
            confirmed: false,
            ..
        }
    );
    match claim {
        Claim::ChangedWithoutComparison
        | Claim::DifferedFromComparison
        | Claim::EstimatedEffect
        | Claim::SeenWithVeryLowConfidence
            if doubted =>
        {
            Claim::CannotTell
        }
        claim => claim,
    }
}

/// Adds the inputs of another number; uses of the same source add up.
pub(crate) fn merge_inputs(into: &mut Vec<InputUse>, more: &[InputUse]) {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for input in into.iter().chain(more) {
        *used.entry(input.source.clone()).or_default() += input.used;
    }
    *into = used
        .into_iter()
        .map(|(source, used)| InputUse { source, used })
        .collect();
}

/// The note that the before period reaches past the date of becoming organic.
pub(crate) fn late_before() -> Message {
    Message::new("note-before-reaches-into-organic-years")
}
