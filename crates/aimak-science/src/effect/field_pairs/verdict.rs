//! What may be said of fields that were seen once?

use aimak_core::{Confidence, Interval, Message};

use super::{PairedFields, SignFlip};
use crate::studies::claim::farther_end;

/// Significance that interval and exchange must both reach.
const LEVEL: f64 = 0.05;
/// Fewest units with which exchanging fields can reach it: `2/2⁶ < .05`.
const FEWEST_UNITS: usize = 6;

/// What a person must declare.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PairsDeclared {
    /// The difference that matters.
    pub relevant: Option<f64>,
    /// Outcome and pairs were declared before they were measured.
    pub registered: bool,
    /// What was measured stands for something else.
    pub proxy: bool,
}

/// The strongest sentence: all speak of a difference, none of a change or an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairsClaim {
    /// The data do not show whether the fields differ.
    CannotTell,
    /// No difference that matters.
    NoDifferenceBeyond,
    /// Fields differ, seen with very low confidence.
    Seen,
    /// Fields differ.
    Differs,
}

impl PairsClaim {
    /// Every claim, for tests that each has its words.
    pub const ALL: [Self; 4] = [
        Self::CannotTell,
        Self::NoDifferenceBeyond,
        Self::Seen,
        Self::Differs,
    ];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CannotTell => "cannot_tell",
            Self::NoDifferenceBeyond => "no_difference_beyond",
            Self::Seen => "seen",
            Self::Differs => "differs",
        }
    }
}

/// Grade and sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct PairsVerdict {
    /// Where confidence ends; it starts low (E3) and never rises.
    pub confidence: Confidence,
    /// Each step down.
    pub steps: Vec<Message>,
    /// The sentence.
    pub claim: PairsClaim,
    /// The difference beyond which none was found, where that is the claim.
    pub none_beyond: Option<f64>,
    /// What exchanging the fields showed: interval and exchange must both speak for a difference.
    pub exchange: SignFlip,
}

impl PairedFields {
    /// What may be said: fields seen once start with low confidence (METHODS H.1, E3) and no step leads up.
    pub fn verdict(&self, declared: PairsDeclared, seed: u64) -> PairsVerdict {
        let interval = self.error.interval(self.mean, self.interval_kind());
        let exchange = self.sign_flip(seed);
        let steps = self.steps(&interval, declared);
        let confidence = steps.iter().fold(Confidence::Low, |grade, _| grade.lower());
        let shown = interval.holds_zero() == Some(false) && exchange.p < LEVEL;
        let bound = farther_end(&interval);
        let least = self.error.smallest_detectable();
        let within = declared.relevant.zip(bound);
        let within = within.is_some_and(|(relevant, bound)| bound <= relevant && least <= relevant);
        let claim = match (shown, confidence) {
            (true, Confidence::VeryLow) => PairsClaim::Seen,
            (true, _) => PairsClaim::Differs,
            (false, _) if within && interval.holds_zero() == Some(true) => {
                PairsClaim::NoDifferenceBeyond
            }
            (false, _) => PairsClaim::CannotTell,
        };
        PairsVerdict {
            confidence,
            steps,
            claim,
            none_beyond: bound.filter(|_| claim == PairsClaim::NoDifferenceBeyond),
            exchange,
        }
    }

    fn steps(&self, interval: &Interval, declared: PairsDeclared) -> Vec<Message> {
        let few = self.units() < FEWEST_UNITS;
        let imprecise = interval.bounds().is_none_or(|(lo, hi)| {
            let important = declared
                .relevant
                .is_none_or(|size| lo <= -size || size <= hi);
            lo <= 0.0 && 0.0 <= hi && important
        });
        [
            (
                self.aimaks.is_none(),
                Message::new("grade-pairs-without-aimak"),
            ),
            (
                few,
                Message::new("grade-few-pairs")
                    .with("n", self.units())
                    .with("needed", FEWEST_UNITS),
            ),
            (!declared.registered, Message::new("grade-not-registered")),
            (declared.proxy, Message::new("grade-proxy")),
            (imprecise, Message::new("grade-imprecise")),
        ]
        .into_iter()
        .filter_map(|(taken, step)| taken.then_some(step))
        .collect()
    }
}
