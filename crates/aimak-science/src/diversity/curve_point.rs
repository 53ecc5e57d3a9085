//! What does one point of a curve say?

use crate::trend::NORMAL_975;

/// How a point of a curve came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveMethod {
    /// From a part of the sample.
    Rarefied,
    /// The sample itself.
    Observed,
    /// Beyond the sample.
    Extrapolated,
}

impl CurveMethod {
    /// The name as files write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rarefied => "rarefied",
            Self::Observed => "observed",
            Self::Extrapolated => "extrapolated",
        }
    }
}

/// A value with what further samples said of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Redrawn {
    /// The value.
    pub value: f64,
    /// Standard error: standard deviation over the replicates; `None` where none were drawn, or more than a tenth of them has no value.
    pub se: Option<f64>,
}

impl Redrawn {
    /// Limits of the 95 % interval, `value ± 1.96 SE`, not below 0.
    pub fn limits(&self) -> Option<(f64, f64)> {
        let half = NORMAL_975 * self.se?;
        Some(((self.value - half).max(0.0), self.value + half))
    }
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Order q.
    pub order: f64,
    /// Individuals or plots; between whole sizes where a coverage was asked for.
    pub size: f64,
    /// How it came about.
    pub method: CurveMethod,
    /// Expected coverage (0–1) at this size.
    pub coverage: Redrawn,
    /// Hill number; `None` where the curve has no value there.
    pub diversity: Option<Redrawn>,
}
