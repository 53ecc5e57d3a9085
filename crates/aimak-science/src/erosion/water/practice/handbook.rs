//! What does Handbook 537 grant to contours and strips?

use super::by_slope;
use crate::erosion::water::{Equation, Slope};

/// One class of slope.
#[derive(Clone, Copy)]
struct Grant {
    contouring: f64,
    strips: f64,
    longest_m: f64,
}

const fn grant(contouring: f64, strips: f64, longest_m: f64) -> Grant {
    Grant {
        contouring,
        strips,
        longest_m,
    }
}

/// Upper limits of the classes, per cent. The table has whole numbers; what lies between two classes belongs to the steeper one.
const GRANTS: [(f64, Grant); 7] = [
    (2.0, grant(0.60, 0.30, 122.0)),
    (5.0, grant(0.50, 0.25, 91.0)),
    (8.0, grant(0.50, 0.25, 61.0)),
    (12.0, grant(0.60, 0.30, 37.0)),
    (16.0, grant(0.70, 0.35, 24.0)),
    (20.0, grant(0.80, 0.40, 18.0)),
    (25.0, grant(0.90, 0.45, 15.0)),
];
/// The table starts here, per cent.
const GENTLEST_PERCENT: f64 = 1.0;

/// P of AH-537, `P_AH537`.
///
/// # Formula
/// By slope class 1–2, 3–5, 6–8, 9–12, 13–16, 17–20, 21–25 %: contouring 0.60, 0.50, 0.50, 0.60, 0.70, 0.80, 0.90; contour
/// strips with alfalfa or grass half of that. Longest slopes 122, 91, 61, 37, 24, 18, 15 m.
///
/// # Units
/// Slope; length of the slope in m.
///
/// # Range and edge cases
/// 1 below 1 %, above 25 % and on slopes longer than the limit, where water breaks through the ridges. `None` for a length below 0
/// or no number.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, practice::HandbookPractice};
/// let slope = Slope::from_percent(4.0).unwrap();
/// assert_eq!(HandbookPractice::Contouring.practice(slope, 80.0), Some(0.50));
/// assert_eq!(HandbookPractice::StripCropping.practice(slope, 80.0), Some(0.25));
/// assert_eq!(HandbookPractice::Contouring.practice(slope, 92.0), Some(1.0));
/// ```
///
/// # Reference
/// METHODS B.5; Wischmeier & Smith (1978), USDA Agriculture Handbook 537.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandbookPractice {
    /// Ploughing and sowing along the contour.
    Contouring,
    /// Strips of alfalfa or grass along the contour.
    StripCropping,
}

impl HandbookPractice {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "P_AH537",
        formula: "table by slope class with longest slopes",
        unit: "1",
        holds: "documented practice, 1–25 %, slopes up to 122–15 m; values recalled",
        reference: "Wischmeier & Smith (1978), Predicting Rainfall Erosion Losses, USDA Agriculture Handbook 537",
    };

    /// P on a slope of this length.
    pub fn practice(self, slope: Slope, length_m: f64) -> Option<f64> {
        if !(length_m.is_finite() && length_m >= 0.0) {
            return None;
        }
        let listed = by_slope(&GRANTS, slope)
            .filter(|grant| slope.percent() >= GENTLEST_PERCENT && length_m <= grant.longest_m);
        Some(listed.map_or(1.0, |grant| match self {
            Self::Contouring => grant.contouring,
            Self::StripCropping => grant.strips,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let rows = [
            (0.5, 1.0, 1.0),
            (1.0, 0.60, 0.30),
            (2.0, 0.60, 0.30),
            (3.0, 0.50, 0.25),
            (5.0, 0.50, 0.25),
            (6.0, 0.50, 0.25),
            (8.0, 0.50, 0.25),
            (9.0, 0.60, 0.30),
            (12.0, 0.60, 0.30),
            (13.0, 0.70, 0.35),
            (16.0, 0.70, 0.35),
            (17.0, 0.80, 0.40),
            (20.0, 0.80, 0.40),
            (21.0, 0.90, 0.45),
            (25.0, 0.90, 0.45),
            (26.0, 1.0, 1.0),
        ];
        for (percent, contouring, strips) in rows {
            let slope = Slope::from_percent(percent).unwrap();
            assert_eq!(
                HandbookPractice::Contouring.practice(slope, 15.0),
                Some(contouring)
            );
            assert_eq!(
                HandbookPractice::StripCropping.practice(slope, 15.0),
                Some(strips)
            );
        }
        let steep = Slope::from_percent(10.0).unwrap();
        assert_eq!(
            HandbookPractice::Contouring.practice(steep, 38.0),
            Some(1.0)
        );
        assert_eq!(HandbookPractice::Contouring.practice(steep, f64::NAN), None);
    }
}
