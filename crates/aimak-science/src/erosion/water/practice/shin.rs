//! What does the table of Shin, much used in Asia, grant?

use super::by_slope;
use crate::erosion::water::{Equation, Slope};

/// Upper limits of the classes, per cent, with P of contouring, strips and terraces.
const GRANTS: [(f64, [f64; 3]); 5] = [
    (7.0, [0.55, 0.27, 0.10]),
    (11.3, [0.60, 0.30, 0.12]),
    (17.6, [0.80, 0.40, 0.16]),
    (26.8, [0.90, 0.45, 0.18]),
    (f64::INFINITY, [1.00, 0.50, 0.20]),
];

/// P of Shin, `P_SHIN`.
///
/// # Formula
/// By slope class 0–7, –11.3, –17.6, –26.8, above: contouring 0.55, 0.60, 0.80, 0.90, 1; strips 0.27, 0.30, 0.40, 0.45, 0.50;
/// terraces 0.10, 0.12, 0.16, 0.18, 0.20.
///
/// # Range and edge cases
/// 0.10–1. Knows no longest slope, so it grants more than [`super::HandbookPractice`] on long ones.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, practice::ShinPractice};
/// assert_eq!(ShinPractice::Terracing.practice(Slope::from_percent(15.0).unwrap()), 0.16);
/// ```
///
/// # Reference
/// METHODS B.5; Shin (1999), recalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShinPractice {
    /// Ploughing and sowing along the contour.
    Contouring,
    /// Strips along the contour.
    StripCropping,
    /// Terraces.
    Terracing,
}

impl ShinPractice {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "P_SHIN",
        formula: "table by slope class",
        unit: "1",
        holds: "documented practice; values recalled; no longest slope",
        reference: "Shin (1999), The analysis of soil erosion in a watershed using GIS, Gang-won National University",
    };

    /// P on a slope.
    pub fn practice(self, slope: Slope) -> f64 {
        let [contouring, strips, terraces] = by_slope(&GRANTS, slope).unwrap_or([1.0, 0.5, 0.2]);
        match self {
            Self::Contouring => contouring,
            Self::StripCropping => strips,
            Self::Terracing => terraces,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_of_the_classes() {
        let p = |practice: ShinPractice, percent| {
            practice.practice(Slope::from_percent(percent).unwrap())
        };
        let contouring =
            [7.0, 11.3, 17.6, 26.8, 40.0].map(|percent| p(ShinPractice::Contouring, percent));
        assert_eq!(contouring, [0.55, 0.60, 0.80, 0.90, 1.00]);
        let strips =
            [0.0, 8.0, 12.0, 18.0, 27.0].map(|percent| p(ShinPractice::StripCropping, percent));
        assert_eq!(strips, [0.27, 0.30, 0.40, 0.45, 0.50]);
    }
}
