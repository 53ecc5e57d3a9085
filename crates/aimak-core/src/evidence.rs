//! What stands behind a number, and how strong may the sentence about it be?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::message::Message;

/// How the data came about; decides what may be said (METHODS H.1). Design and confidence are stored apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    /// A state seen at one time (E1): no change sentence exists for it.
    State,
    /// Before and after, nothing to compare with (E2).
    BeforeAfter,
    /// The course of one area over many years, nothing to compare with (E2).
    Trend,
    /// A change that a default method assumes from how land was managed; nothing was measured (E3).
    DefaultMethod,
    /// Before and after, organic land against untreated land of the same aimak (E4).
    WithinAimak,
    /// One organic area against comparison areas (E4).
    OneAgainstMany,
    /// Organic aimaks against comparison aimaks, fewer than four on a side or pre-trends untested (E4).
    ManyAgainstMany,
    /// Organic against comparison aimaks, four and more of each, with level differences of earlier trends (E5).
    ParallelTrends,
    /// Aimaks that began at different times, each against those that never began, with level differences of earlier trends (E6).
    Staggered,
    /// The beginning was drawn by lot (E7).
    Randomised,
}

impl Design {
    /// Every design, for tests that each has its words.
    pub const ALL: [Self; 10] = [
        Self::State,
        Self::BeforeAfter,
        Self::Trend,
        Self::DefaultMethod,
        Self::WithinAimak,
        Self::OneAgainstMany,
        Self::ManyAgainstMany,
        Self::ParallelTrends,
        Self::Staggered,
        Self::Randomised,
    ];

    /// The design code of METHODS H.1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::State => "E1",
            Self::BeforeAfter | Self::Trend => "E2",
            Self::DefaultMethod => "E3",
            Self::WithinAimak | Self::OneAgainstMany | Self::ManyAgainstMany => "E4",
            Self::ParallelTrends => "E5",
            Self::Staggered => "E6",
            Self::Randomised => "E7",
        }
    }

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::BeforeAfter => "before_after",
            Self::Trend => "trend",
            Self::DefaultMethod => "default_method",
            Self::WithinAimak => "within_aimak",
            Self::OneAgainstMany => "one_against_many",
            Self::ManyAgainstMany => "many_against_many",
            Self::ParallelTrends => "parallel_trends",
            Self::Staggered => "staggered",
            Self::Randomised => "randomised",
        }
    }
}

/// How confident one may be, after the steps up and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Very low.
    VeryLow,
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
}

impl Confidence {
    /// The next lower one; very low is the floor.
    #[must_use]
    pub const fn lower(self) -> Self {
        match self {
            Self::High => Self::Moderate,
            Self::Moderate => Self::Low,
            Self::Low | Self::VeryLow => Self::VeryLow,
        }
    }

    /// The next higher one; high is the cap.
    #[must_use]
    pub const fn higher(self) -> Self {
        match self {
            Self::VeryLow => Self::Low,
            Self::Low => Self::Moderate,
            Self::Moderate | Self::High => Self::High,
        }
    }

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::VeryLow => "very_low",
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// The sentence a finding may carry (METHODS H.3). Science chooses it; the atlas only words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// What was seen, where and when; no word about change.
    Observed,
    /// A change without comparison: weather or other causes may explain it.
    ChangedWithoutComparison,
    /// Changed by so much more than the comparison; consistent with an effect, never "caused".
    DifferedFromComparison,
    /// The transition changed it by an estimated amount, in the aimaks that chose to join.
    EstimatedEffect,
    /// The interval excludes zero, but confidence is very low: a change was seen, nothing can be said about its causes.
    SeenWithVeryLowConfidence,
    /// The interval holds zero and lies wholly inside the change that matters; the sentence names its farther end.
    NoChangeLargerThanBound,
    /// The interval holds zero, and a change that matters could have been missed.
    CannotTell,
    /// A number without an interval carries no sentence on change.
    NoIntervalNoSentence,
    /// A default method assumes it; nothing was measured, and nothing is said to have changed.
    AssumedByDefaultMethod,
    /// A default method assumes it, and its interval holds zero: the method does not determine the sign.
    AssumedSignNotDetermined,
}

impl Claim {
    /// Every claim, for tests that each has its words.
    pub const ALL: [Self; 10] = [
        Self::Observed,
        Self::ChangedWithoutComparison,
        Self::DifferedFromComparison,
        Self::EstimatedEffect,
        Self::SeenWithVeryLowConfidence,
        Self::NoChangeLargerThanBound,
        Self::CannotTell,
        Self::NoIntervalNoSentence,
        Self::AssumedByDefaultMethod,
        Self::AssumedSignNotDetermined,
    ];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::ChangedWithoutComparison => "changed_without_comparison",
            Self::DifferedFromComparison => "differed_from_comparison",
            Self::EstimatedEffect => "estimated_effect",
            Self::SeenWithVeryLowConfidence => "seen_with_very_low_confidence",
            Self::NoChangeLargerThanBound => "no_change_larger_than_bound",
            Self::CannotTell => "cannot_tell",
            Self::NoIntervalNoSentence => "no_interval_no_sentence",
            Self::AssumedByDefaultMethod => "assumed_by_default_method",
            Self::AssumedSignNotDetermined => "assumed_sign_not_determined",
        }
    }
}

/// A method and its version; before and after must use the same (METHODS 0, rule 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodRef {
    /// Id, for instance `ESM_SPLINE`.
    pub id: String,
    /// Version of the method, raised whenever its results change.
    pub version: u32,
}

/// What was used of one input file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InputUse {
    /// Id of the [`crate::Source`].
    pub source: String,
    /// Rows or bands used.
    pub used: usize,
}

/// Everything one needs to judge and to repeat a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The design.
    pub design: Design,
    /// The confidence.
    pub confidence: Confidence,
    /// Each step up or down from the design's start, with its reason (`grade-...`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grade_steps: Vec<Message>,
    /// The sentence it may carry.
    pub claim: Claim,
    /// The method.
    pub method: MethodRef,
    /// Parameters of the method as used, in words of the field (`target_depth_cm = 30`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, String>,
    /// Input files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<InputUse>,
    /// Smallest change this design would show with 80 % power, in the unit of the value (METHODS A.9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_detectable: Option<f64>,
    /// The change beyond which none was found: the end of the interval farther from zero, without sign. Given only with
    /// [`Claim::NoChangeLargerThanBound`], whose sentence names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_change_beyond: Option<f64>,
    /// Caveats that belong to the sentence (`note-...`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Message>,
}
