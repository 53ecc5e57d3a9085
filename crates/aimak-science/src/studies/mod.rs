//! What changed, compared with what, and how strong may the sentence be?

pub mod agreement;
pub mod area;
mod by_sex;
mod characteristics;
pub mod claim;
pub mod default_method;
pub mod degradation;
mod determination;
pub mod difference;
mod editions;
pub mod effects;
pub mod finding;
pub mod grade;
pub mod growing_season;
pub mod plots;
pub mod profile;
pub mod programme;
pub mod questions;
pub mod rankings;
pub mod reach;
mod respondents;
pub mod series;
mod soil_class;
pub mod soil_loss;
pub mod support;
pub mod together;
pub mod trend;
mod values;
pub mod visits;
pub mod window;

pub use editions::pointing_beside;

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Bands, InputUse, Interval, IntervalKind, Land, Message, NoInterval, PartialDate,
    RasterFault, Reason, SampleSize, Withheld,
};
use serde::{Deserialize, Serialize};

use crate::methods::interval::{LEVEL, StandardError};
use window::{Moment, Window};

/// How far a value may be off.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Spread {
    /// A standard error and where it comes from.
    Known {
        /// The standard error with its degrees of freedom.
        error: StandardError,
        /// Where the spread comes from.
        kind: IntervalKind,
    },
    /// Ends that come from ranks and lie unevenly about the value.
    Bounds {
        /// Lower end, in the unit of the value.
        lo: f64,
        /// Upper end.
        hi: f64,
        /// Where the spread comes from.
        kind: IntervalKind,
        /// Whether the test of the same data agrees with the interval where it leaves zero out. Where the two differ the
        /// more cautious one governs.
        confirmed: bool,
    },
    /// No interval can be given.
    Unknown(NoInterval),
}

impl Spread {
    /// The spread of a standard error that may be missing.
    pub fn of(error: Option<StandardError>, kind: IntervalKind) -> Self {
        error.map_or(Self::Unknown(NoInterval::TooFewUnits), |error| {
            Self::Known { error, kind }
        })
    }

    /// The standard error, if there is one.
    pub fn error(&self) -> Option<StandardError> {
        match self {
            Self::Known { error, .. } => Some(*error),
            Self::Bounds { .. } | Self::Unknown(_) => None,
        }
    }

    /// The standard error, if other plots could have been drawn.
    pub fn sampling_error(&self) -> Option<StandardError> {
        match self {
            Self::Known {
                error,
                kind: IntervalKind::Sampling,
            } => Some(*error),
            _ => None,
        }
    }

    /// The interval around a value.
    pub fn interval(&self, value: f64) -> Interval {
        match self {
            Self::Known { error, kind } => error.interval(value, *kind),
            Self::Bounds { lo, hi, kind, .. } => Interval::Between {
                lo: *lo,
                hi: *hi,
                level: LEVEL,
                kind: *kind,
            },
            Self::Unknown(why) => Interval::Unavailable(*why),
        }
    }

    /// The 50 % and 80 % intervals around a value; `None` where nobody knows the shape of the spread.
    pub fn bands(&self, value: f64) -> Option<Bands> {
        match self {
            Self::Known { error, .. } => Some(error.bands(value)),
            Self::Bounds { .. } | Self::Unknown(_) => None,
        }
    }
}

/// A number on its way to a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The value, in the unit of the card.
    pub value: f64,
    /// Its spread.
    pub spread: Spread,
    /// How many observations stand behind it.
    pub sample: SampleSize,
    /// Remarks that stay with the value (`flag-...`).
    pub flags: Vec<Message>,
    /// Caveats of the sentence (`note-...`).
    pub notes: Vec<Message>,
    /// Parameters of the method as used.
    pub parameters: BTreeMap<String, String>,
    /// Input files.
    pub inputs: Vec<InputUse>,
}

/// A number, or why there is none.
pub type Answer = Result<Measured, Withheld>;

/// What one indicator saw, wherever its observations come from.
pub trait Observed: Sync {
    /// False for a part of a change, which has no value at one time.
    fn has_states(&self) -> bool {
        true
    }
    /// False for what is no matter of land, such as what people think: then there is the whole aimak and nothing else.
    fn is_of_land(&self) -> bool {
        true
    }
    /// The value on some land in a period.
    fn state(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Answer;
    /// After minus before on some land.
    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer;
    /// When some land was first observed, within a period or ever, as precisely as the observations are dated.
    fn first_seen(
        &self,
        aimak: &AimakCode,
        land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate>;
    /// True where the indicator can tell the aimak's organic land from the rest.
    fn knows_organic_land(&self, aimak: &AimakCode) -> bool;
    /// True where the change of a comparison area depends on which organic aimak it is compared with, beyond the days.
    fn depends_on_owner(&self) -> bool;
}

/// The refusal of a raster that could not be read.
pub(crate) fn unreadable(fault: &RasterFault) -> Withheld {
    let detail = Message::new("detail-raster-fault").with("cause", fault.to_string());
    Withheld::because(Reason::RasterUnreadable).with(detail)
}

/// The refusal that stands for several: the most frequent reason, the first of equals.
pub(crate) fn most_frequent(refusals: &[Withheld]) -> Withheld {
    let mut counted: BTreeMap<Reason, usize> = BTreeMap::new();
    for refusal in refusals {
        *counted.entry(refusal.reason).or_default() += 1;
    }
    let most = counted.values().max().copied().unwrap_or(0);
    let reason = counted
        .iter()
        .find(|(_, n)| **n == most)
        .map(|(reason, _)| *reason);
    refusals
        .iter()
        .find(|refusal| Some(refusal.reason) == reason)
        .cloned()
        .unwrap_or(Withheld::because(Reason::NoData))
}

/// Adds messages that are not there yet.
pub(crate) fn add_once(to: &mut Vec<Message>, messages: &[Message]) {
    for message in messages {
        if !to.contains(message) {
            to.push(message.clone());
        }
    }
}
