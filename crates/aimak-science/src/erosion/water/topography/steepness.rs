//! S: how much does steepness add?

use crate::erosion::water::{Equation, Slope};

/// An equation for S, dimensionless.
pub trait Steepness {
    /// Its card.
    fn equation(&self) -> Equation;

    /// S of a slope; 1 at about 9 %.
    fn steepness(&self, slope: Slope) -> f64;
}

/// S of RUSLE, `S_MCCOOL`, the default.
///
/// # Formula
/// `10.8 sin θ + 0.03` below 9 %, `16.8 sin θ − 0.50` from 9 % on.
///
/// # Range and edge cases
/// Fitted up to about 18 %. On steeper land it is an extrapolation along a straight line.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{McCoolSteepness, Steepness}};
/// let s = |percent| McCoolSteepness.steepness(Slope::from_percent(percent).unwrap());
/// assert!((s(5.0) - 0.56933).abs() < 5e-6 && (s(20.0) - 2.79475).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS B.3; McCool et al. (1987), Trans. ASAE 30:1387–1396.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct McCoolSteepness;

impl McCoolSteepness {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "S_MCCOOL",
        formula: "slope < 9 %: 10.8 sin θ + 0.03; else 16.8 sin θ − 0.50",
        unit: "1",
        holds: "fitted up to about 18 %",
        reference: "McCool et al. (1987), Trans. ASAE 30:1387–1396",
    };
}

impl Steepness for McCoolSteepness {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn steepness(&self, slope: Slope) -> f64 {
        if slope.percent() < 9.0 {
            10.8 * slope.sine() + 0.03
        } else {
            16.8 * slope.sine() - 0.50
        }
    }
}

/// S that flattens on steep slopes, `S_NEARING`.
///
/// # Formula
/// `−1.5 + 17/(1 + exp(2.3 − 6.1 sin θ))`.
///
/// # Range and edge cases
/// One curve through the data of RUSLE below 22 % and of Liu up to 55 %; never above 15.5.
///
/// # Reference
/// METHODS B.3; Nearing (1997), Soil Sci. Soc. Am. J. 61:917–919.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearingSteepness;

impl NearingSteepness {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "S_NEARING",
        formula: "−1.5 + 17/(1 + exp(2.3 − 6.1 sin θ))",
        unit: "1",
        holds: "one curve for gentle and steep slopes, data up to about 55 %",
        reference: "Nearing (1997), Soil Sci. Soc. Am. J. 61:917–919",
    };
}

impl Steepness for NearingSteepness {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn steepness(&self, slope: Slope) -> f64 {
        -1.5 + 17.0 / (1.0 + (2.3 - 6.1 * slope.sine()).exp())
    }
}

/// S of McCool, replaced on steep land by plots on loess, `S_LIU`.
///
/// # Formula
/// `21.91 sin θ − 0.96` above 17.6 % (10°), below as [`McCoolSteepness`].
///
/// # Range and edge cases
/// Fitted on the Chinese Loess Plateau for 9–55 %. METHODS gives 14 and 17.6 % as the limit; the lines of McCool and Liu
/// are 8 % apart there.
///
/// # Reference
/// METHODS B.3; Liu, Nearing & Risse (1994), Trans. ASAE 37:1835–1840.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiuSteepness;

impl LiuSteepness {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "S_LIU",
        formula: "slope > 17.6 %: 21.91 sin θ − 0.96; else as S_MCCOOL",
        unit: "1",
        holds: "loess, 9–55 %",
        reference: "Liu, Nearing & Risse (1994), Trans. ASAE 37:1835–1840",
    };
}

impl Steepness for LiuSteepness {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn steepness(&self, slope: Slope) -> f64 {
        if slope.percent() > 17.6 {
            21.91 * slope.sine() - 0.96
        } else {
            McCoolSteepness.steepness(slope)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slope(percent: f64) -> Slope {
        Slope::from_percent(percent).unwrap()
    }

    #[test]
    fn worked_values_of_methods_b3() {
        // test_vectors.json: B.S
        let expected = [
            (1.0, 0.13799),
            (5.0, 0.56933),
            (8.99, 0.99702),
            (9.0, 1.00591),
            (20.0, 2.79475),
            (50.0, 7.01319),
            (60.0, 8.14353),
            (80.0, 9.99488),
        ];
        for (percent, expected) in expected {
            let found = McCoolSteepness.steepness(slope(percent));
            assert!((found - expected).abs() < 5.1e-6, "{percent} {found}");
        }
    }

    #[test]
    fn the_alternatives_by_hand() {
        // sin(atan 0.2) = 0.196116: −1.5 + 17/(1 + e^1.103692) = 2.73383; 21.91·0.196116 − 0.96 = 3.336905
        assert!((NearingSteepness.steepness(slope(20.0)) - 2.733_83).abs() < 5e-5);
        assert!((LiuSteepness.steepness(slope(20.0)) - 3.336_905).abs() < 5e-6);
        assert_eq!(
            LiuSteepness.steepness(slope(9.0)),
            McCoolSteepness.steepness(slope(9.0))
        );
    }

    proptest! {
        #[test]
        fn steeper_erodes_more(percent in 0.5..80.0_f64, more in 0.5..20.0_f64) {
            for equation in [&McCoolSteepness as &dyn Steepness, &NearingSteepness, &LiuSteepness] {
                let (low, high) = (equation.steepness(slope(percent)), equation.steepness(slope(percent + more)));
                prop_assert!(low > 0.0 && high > low, "{} {} {}", equation.equation().id, low, high);
            }
        }
    }
}
