//! How strong may the sentence be?

use aimak_core::{Claim, Confidence, Design, Interval};

/// The sentence a number may carry (METHODS H.3), chosen by the weaker of design and confidence.
///
/// - A state is only seen. A change without interval has no sentence.
/// - Where the interval holds zero, "no change larger than" may be said only if the smallest change that matters was
///   declared, the design could have shown it, and the whole interval lies inside it; else the data cannot tell. A
///   design that could have shown such a change is not enough: its interval may still reach beyond.
/// - A change without comparison says so; a difference from a comparison is no more than consistent with an effect.
/// - Only aimaks that began at different times against aimaks that never began, or a beginning by lot, estimate an effect, and only with
///   medium confidence and more.
/// - With very low confidence a change is only seen, whatever the design (METHODS H, amendment 3).
/// - What a default method assumes is said to be assumed, never to have changed, whatever change would matter; where its interval holds
///   zero the method does not determine the sign. An interval that is nothing but zero has no sign to determine.
///
/// ```
/// use aimak_core::{Claim, Confidence, Design, Interval, IntervalKind};
/// use aimak_science::studies::claim::claim;
/// let gain = Interval::Between { lo: 0.4, hi: 2.0, level: 0.95, kind: IntervalKind::Sampling };
/// assert_eq!(claim(Design::BeforeAfter, Confidence::Low, &gain, Some(1.1), None), Claim::ChangedWithoutComparison);
/// assert_eq!(claim(Design::BeforeAfter, Confidence::VeryLow, &gain, Some(1.1), None), Claim::SeenWithVeryLowConfidence);
/// let unclear = Interval::Between { lo: -0.4, hi: 2.0, level: 0.95, kind: IntervalKind::Sampling };
/// assert_eq!(claim(Design::OneAgainstMany, Confidence::Low, &unclear, Some(1.1), Some(3.0)), Claim::NoChangeLargerThanBound);
/// assert_eq!(claim(Design::OneAgainstMany, Confidence::Low, &unclear, Some(1.1), Some(1.5)), Claim::CannotTell);
/// assert_eq!(claim(Design::OneAgainstMany, Confidence::Low, &unclear, Some(1.1), None), Claim::CannotTell);
/// ```
pub fn claim(
    design: Design,
    confidence: Confidence,
    interval: &Interval,
    smallest_detectable: Option<f64>,
    relevant: Option<f64>,
) -> Claim {
    match design {
        Design::State => return Claim::Observed,
        Design::DefaultMethod => return assumed(interval),
        _ => {}
    }
    let Some((holds_zero, bound)) = interval.holds_zero().zip(farther_end(interval)) else {
        return Claim::NoIntervalNoSentence;
    };
    if !holds_zero {
        return match (confidence, design) {
            (Confidence::VeryLow, _) => Claim::SeenWithVeryLowConfidence,
            (_, Design::BeforeAfter | Design::Trend) => Claim::ChangedWithoutComparison,
            (Confidence::Moderate | Confidence::High, Design::Staggered | Design::Randomised) => {
                Claim::EstimatedEffect
            }
            _ => Claim::DifferedFromComparison,
        };
    }
    match smallest_detectable.zip(relevant) {
        Some((smallest, relevant)) if smallest <= relevant && bound <= relevant => {
            Claim::NoChangeLargerThanBound
        }
        _ => Claim::CannotTell,
    }
}

/// What may be said of a number that a default method assumes.
///
/// ```
/// use aimak_core::{Claim, Interval, IntervalKind};
/// use aimak_science::studies::claim::assumed;
/// let between = |lo, hi| Interval::Between { lo, hi, level: 0.95, kind: IntervalKind::Parameter };
/// assert_eq!(assumed(&between(6.5, 18.0)), Claim::AssumedByDefaultMethod);
/// assert_eq!(assumed(&between(-3.2, 5.8)), Claim::AssumedSignNotDetermined);
/// assert_eq!(assumed(&between(0.0, 0.0)), Claim::AssumedByDefaultMethod);
/// ```
pub fn assumed(interval: &Interval) -> Claim {
    match interval.bounds() {
        None => Claim::NoIntervalNoSentence,
        Some((lo, hi)) if lo <= 0.0 && 0.0 <= hi && lo < hi => Claim::AssumedSignNotDetermined,
        Some(_) => Claim::AssumedByDefaultMethod,
    }
}

/// The end of an interval farther from zero, without sign: the largest change the data allow, either way.
///
/// ```
/// use aimak_core::{Interval, IntervalKind};
/// use aimak_science::studies::claim::farther_end;
/// let interval = Interval::Between { lo: -2.5, hi: 1.0, level: 0.95, kind: IntervalKind::Sampling };
/// assert_eq!(farther_end(&interval), Some(2.5));
/// ```
pub fn farther_end(interval: &Interval) -> Option<f64> {
    interval.bounds().map(|(lo, hi)| lo.abs().max(hi.abs()))
}

#[cfg(test)]
pub(crate) mod tests {
    use aimak_core::{IntervalKind, NoInterval};

    use super::*;

    const CONFIDENCES: [Confidence; 4] = [
        Confidence::VeryLow,
        Confidence::Low,
        Confidence::Moderate,
        Confidence::High,
    ];

    /// How much a sentence asserts about change: nothing, that nothing can be or was seen, a change, a difference.
    pub(crate) fn strength(claim: Claim) -> u8 {
        match claim {
            Claim::Observed
            | Claim::NoIntervalNoSentence
            | Claim::AssumedByDefaultMethod
            | Claim::AssumedSignNotDetermined => 0,
            Claim::CannotTell
            | Claim::NoChangeLargerThanBound
            | Claim::SeenWithVeryLowConfidence => 1,
            Claim::ChangedWithoutComparison => 2,
            Claim::DifferedFromComparison => 3,
            Claim::EstimatedEffect => 4,
        }
    }

    /// The most a design may assert.
    fn allowed(design: Design, confidence: Confidence) -> u8 {
        match (design.code(), confidence) {
            ("E1" | "E3", _) => 0,
            (_, Confidence::VeryLow) => 1,
            ("E2", _) => 2,
            ("E6" | "E7", Confidence::Moderate | Confidence::High) => 4,
            _ => 3,
        }
    }

    #[test]
    fn no_claim_is_stronger_than_its_design() {
        let between = |lo, hi| Interval::Between {
            lo,
            hi,
            level: 0.95,
            kind: IntervalKind::Sampling,
        };
        let intervals = [
            Interval::Unavailable(NoInterval::TooFewUnits),
            Interval::Unavailable(NoInterval::Census),
            between(-1.0, 1.0),
            between(-0.2, 1.2),
            between(-0.3, 0.8),
            between(0.5, 1.0),
            between(-1.0, -0.5),
            between(0.0, 0.0),
        ];
        for design in Design::ALL {
            for confidence in CONFIDENCES {
                for interval in &intervals {
                    for smallest in [None, Some(0.1), Some(10.0)] {
                        for relevant in [None, Some(1.0)] {
                            let said = claim(design, confidence, interval, smallest, relevant);
                            assert!(
                                strength(said) <= allowed(design, confidence),
                                "{design:?} {confidence:?} {interval:?}"
                            );
                            if said == Claim::NoChangeLargerThanBound {
                                assert!(
                                    farther_end(interval) <= relevant && smallest <= relevant,
                                    "{interval:?} reaches beyond {relevant:?}"
                                );
                            }
                            // what is seen of a change is said of a change, never of a state
                            assert_eq!(said == Claim::Observed, design == Design::State);
                            // and what is assumed is said of nothing that was seen
                            let assumes = matches!(
                                said,
                                Claim::AssumedByDefaultMethod | Claim::AssumedSignNotDetermined
                            );
                            let has_interval = interval.bounds().is_some();
                            assert_eq!(assumes, design == Design::DefaultMethod && has_interval);
                            if interval.bounds().is_none() && design != Design::State {
                                assert_eq!(said, Claim::NoIntervalNoSentence);
                            }
                        }
                    }
                }
            }
        }
    }
}
