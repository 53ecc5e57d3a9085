//! Worse, the same or better?

use serde::{Deserialize, Serialize};

/// What happened to a piece of land, or to one side of it.
///
/// There is no fourth level for "unknown": a missing class is `None`, so that it cannot be counted as stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeClass {
    /// Worse (−1 in rasters of Trends.Earth).
    Degraded,
    /// No change that the rule counts (0).
    Stable,
    /// Better (+1).
    Improved,
}

impl ChangeClass {
    /// All classes, from worse to better.
    pub const ALL: [Self; 3] = [Self::Degraded, Self::Stable, Self::Improved];

    /// The class of a sign −1, 0 or +1.
    ///
    /// ```
    /// use aimak_science::degradation::ChangeClass;
    /// assert_eq!(ChangeClass::from_sign(-1), Some(ChangeClass::Degraded));
    /// assert_eq!(ChangeClass::from_sign(4), None);
    /// ```
    pub const fn from_sign(sign: i8) -> Option<Self> {
        match sign {
            -1 => Some(Self::Degraded),
            0 => Some(Self::Stable),
            1 => Some(Self::Improved),
            _ => None,
        }
    }

    /// −1, 0 or +1.
    pub const fn sign(self) -> i8 {
        match self {
            Self::Degraded => -1,
            Self::Stable => 0,
            Self::Improved => 1,
        }
    }

    /// The class of a score that counts only strictly beyond `±cut`; a score that is no number has none.
    pub(super) fn beyond(score: f64, cut: f64) -> Option<Self> {
        if score.is_nan() {
            None
        } else if score < -cut {
            Some(Self::Degraded)
        } else if score > cut {
            Some(Self::Improved)
        } else {
            Some(Self::Stable)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_come_back() {
        for class in ChangeClass::ALL {
            assert_eq!(ChangeClass::from_sign(class.sign()), Some(class));
        }
    }

    #[test]
    fn the_cut_itself_is_stable_and_no_number_is_missing() {
        assert_eq!(ChangeClass::beyond(-1.96, 1.96), Some(ChangeClass::Stable));
        assert_eq!(ChangeClass::beyond(1.96, 1.96), Some(ChangeClass::Stable));
        assert_eq!(ChangeClass::beyond(f64::NAN, 1.96), None);
        assert_eq!(
            ChangeClass::beyond(f64::NEG_INFINITY, 1.96),
            Some(ChangeClass::Degraded)
        );
    }
}
