//! Does the land improve or degrade, by the score of its trend?

/// Five classes of the productivity trend.
///
/// # Formula
/// Z of Mann and Kendall on annual productivity: below −1.96 degrading; up to −1.28 potentially degrading; −1.28 to 1.28 no
/// significant change; up to 1.96 potentially improving; above 1.96 improving.
///
/// # Range and edge cases
/// A score on a limit belongs to the milder class, −1.96 and −1.28 too.
///
/// # Example
/// ```
/// use aimak_science::trend::classes::TrendClass;
/// assert_eq!(TrendClass::of(-2.41), TrendClass::Degrading);
/// assert_eq!(TrendClass::of(-1.96), TrendClass::PotentiallyDegrading);
/// assert_eq!(TrendClass::of(1.28), TrendClass::NoSignificantChange);
/// ```
///
/// # Reference
/// METHODS D.5.1; UNCCD reporting manual (2026 cycle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrendClass {
    /// Z below −1.96.
    Degrading,
    /// Z from −1.96 to below −1.28.
    PotentiallyDegrading,
    /// Z from −1.28 to 1.28.
    NoSignificantChange,
    /// Z above 1.28, up to 1.96.
    PotentiallyImproving,
    /// Z above 1.96.
    Improving,
}

impl TrendClass {
    /// The class of a score.
    pub fn of(z: f64) -> Self {
        let (clear, hint) = (TrendCut::Default.score(), TrendCut::UnccdReporting.score());
        if z < -clear {
            Self::Degrading
        } else if z < -hint {
            Self::PotentiallyDegrading
        } else if z <= hint {
            Self::NoSignificantChange
        } else if z <= clear {
            Self::PotentiallyImproving
        } else {
            Self::Improving
        }
    }
}

/// What one-out-all-out counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It gets worse: −1.
    Degrading,
    /// Neither: 0.
    Stable,
    /// It gets better: 1.
    Improving,
}

impl Direction {
    /// −1, 0 or 1.
    pub const fn code(self) -> i8 {
        match self {
            Self::Degrading => -1,
            Self::Stable => 0,
            Self::Improving => 1,
        }
    }
}

/// From which score on a trend is called one; always say which.
///
/// At 1.28 one stable pixel in ten is called degrading and one in ten improving: too loose for maps of villages.
///
/// ```
/// use aimak_science::trend::classes::{Direction, TrendCut};
/// assert_eq!(TrendCut::default().direction(-1.5), Direction::Stable);
/// assert_eq!(TrendCut::UnccdReporting.direction(-1.5), Direction::Degrading);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TrendCut {
    /// 1.96: for statements about aimaks.
    #[default]
    Default,
    /// 1.28: as the national report to the UNCCD, for comparison with it.
    UnccdReporting,
}

impl TrendCut {
    /// The score.
    pub const fn score(self) -> f64 {
        match self {
            Self::Default => 1.96,
            Self::UnccdReporting => 1.28,
        }
    }

    /// The direction of a trend with this score; a score on the cut is stable.
    pub fn direction(self, z: f64) -> Direction {
        if z < -self.score() {
            Direction::Degrading
        } else if z > self.score() {
            Direction::Improving
        } else {
            Direction::Stable
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn limits_belong_to_the_milder_class() {
        use TrendClass::{
            Degrading, Improving, NoSignificantChange, PotentiallyDegrading, PotentiallyImproving,
        };
        for (z, class) in [
            (-1.961, Degrading),
            (-1.96, PotentiallyDegrading),
            (-1.281, PotentiallyDegrading),
            (-1.28, NoSignificantChange),
            (1.28, NoSignificantChange),
            (1.281, PotentiallyImproving),
            (1.96, PotentiallyImproving),
            (1.961, Improving),
        ] {
            assert_eq!(TrendClass::of(z), class, "{z}");
        }
    }

    proptest! {
        #[test]
        fn a_better_score_is_never_a_worse_class(a in -4.0..4.0_f64, b in -4.0..4.0_f64) {
            let (low, high) = (a.min(b), a.max(b));
            prop_assert!(TrendClass::of(low) <= TrendClass::of(high));
            for cut in [TrendCut::Default, TrendCut::UnccdReporting] {
                prop_assert!(cut.direction(low) <= cut.direction(high));
                prop_assert_eq!(cut.direction(-low).code(), -cut.direction(low).code());
            }
        }
    }
}
