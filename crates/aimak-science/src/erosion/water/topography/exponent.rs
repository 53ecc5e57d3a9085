//! m: how much does the length of a slope matter?

use crate::erosion::water::{Equation, Slope};

/// An equation for the exponent m of slope length, dimensionless.
pub trait LengthExponent {
    /// Its card.
    fn equation(&self) -> Equation;

    /// m of a slope, 0–1.
    fn exponent(&self, slope: Slope) -> f64;
}

/// How much of the loss comes from rills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rilling {
    /// Rangeland, consolidated soil: half the ratio.
    Low,
    /// Tilled land.
    #[default]
    Moderate,
    /// Freshly disturbed steep land: twice the ratio.
    High,
}

impl Rilling {
    /// `k_r`, the factor of the ratio of rill to interrill erosion.
    pub(super) const fn factor(self) -> f64 {
        match self {
            Self::Low => 0.5,
            Self::Moderate => 1.0,
            Self::High => 2.0,
        }
    }
}

/// m of RUSLE, `M_MCCOOL`, the default.
///
/// # Formula
/// `β = (sin θ/0.0896)/(3 sin^0.8 θ + 0.56)`, `m = k_r β/(1 + k_r β)`.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{Slope, topography::{LengthExponent, McCoolExponent, Rilling}};
/// let m = |rilling| McCoolExponent { rilling }.exponent(Slope::from_percent(9.0).unwrap());
/// assert!((m(Rilling::Moderate) - 0.50120).abs() < 5e-6);
/// assert!((m(Rilling::Low) - 0.33440).abs() < 5e-6 && (m(Rilling::High) - 0.66773).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS B.3; McCool et al. (1989), Trans. ASAE 32:1571–1576.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct McCoolExponent {
    /// How much rills matter.
    pub rilling: Rilling,
}

impl McCoolExponent {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "M_MCCOOL",
        formula: "β = (sin θ/0.0896)/(3 sin^0.8 θ + 0.56); m = k_r β/(1 + k_r β)",
        unit: "1",
        holds: "k_r 0.5 rangeland, 1 tilled land, 2 freshly disturbed land",
        reference: "McCool et al. (1989), Trans. ASAE 32:1571–1576",
    };
}

impl LengthExponent for McCoolExponent {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn exponent(&self, slope: Slope) -> f64 {
        let sine = slope.sine();
        let ratio = self.rilling.factor() * (sine / 0.0896) / (3.0 * sine.powf(0.8) + 0.56);
        ratio / (1.0 + ratio)
    }
}

/// m of InVEST, `M_TABLE`.
///
/// # Formula
/// 0.2 up to 1 %, 0.3 up to 3.5 %, 0.4 up to 5 %, 0.5 up to 9 %, above `β/(1 + β)` as in [`McCoolExponent`]. Stored in
/// single precision as InVEST stores it.
///
/// # Range and edge cases
/// For comparison with InVEST studies only.
///
/// # Reference
/// METHODS B.3; `RASTER_PEERS` 3; InVEST SDR 3.20 `sdr.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvestExponent;

impl InvestExponent {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "M_TABLE",
        formula: "≤ 1 %: 0.2; ≤ 3.5 %: 0.3; ≤ 5 %: 0.4; ≤ 9 %: 0.5; above β/(1 + β)",
        unit: "1",
        holds: "comparison with InVEST",
        reference: "Natural Capital Project, InVEST 3.20, SDR model",
    };
}

impl LengthExponent for InvestExponent {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn exponent(&self, slope: Slope) -> f64 {
        let m = match slope.percent() {
            percent if percent <= 1.0 => 0.2,
            percent if percent <= 3.5 => 0.3,
            percent if percent <= 5.0 => 0.4,
            percent if percent <= 9.0 => 0.5,
            _ => McCoolExponent::default().exponent(slope),
        };
        f64::from(m as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_values_of_methods_b3() {
        // test_vectors.json: B.m.mccool_moderate, B.m.invest_table
        let mccool = [
            (1.0, 0.14941),
            (3.0, 0.31101),
            (5.0, 0.40092),
            (9.0, 0.50120),
            (20.0, 0.61418),
            (50.0, 0.70031),
        ];
        let invest = [
            (1.0, 0.2),
            (3.0, 0.3),
            (5.0, 0.4),
            (9.0, 0.5),
            (20.0, 0.61418),
        ];
        let m = |equation: &dyn LengthExponent, percent| {
            equation.exponent(Slope::from_percent(percent).unwrap())
        };
        for (percent, expected) in mccool {
            assert!((m(&McCoolExponent::default(), percent) - expected).abs() < 5.1e-6);
        }
        for (percent, expected) in invest {
            assert!((m(&InvestExponent, percent) - expected).abs() < 5.1e-6);
        }
    }
}
