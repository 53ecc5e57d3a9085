//! How far off can one factor be?

use crate::simulate::streams::Stream;

/// How a factor may differ from the value it was given: a multiplier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Logarithm normal with median 1: `σ = √ln(1 + CV²)`. The default of METHODS B.7.
    LogNormal {
        /// Coefficient of variation.
        cv: f64,
    },
    /// Any multiplier between two is as likely as any other.
    Uniform {
        /// Lowest multiplier.
        low: f64,
        /// Highest multiplier.
        high: f64,
    },
    /// One multiplier is likeliest, and two are the limits: for what an expert stated.
    Triangular {
        /// Lowest multiplier.
        low: f64,
        /// Likeliest multiplier.
        mode: f64,
        /// Highest multiplier.
        high: f64,
    },
}

impl Spread {
    /// True where the numbers describe a distribution of multipliers.
    pub fn is_possible(&self) -> bool {
        match *self {
            Self::LogNormal { cv } => cv.is_finite() && cv >= 0.0,
            Self::Uniform { low, high } => 0.0 <= low && low <= high && high.is_finite(),
            Self::Triangular { low, mode, high } => {
                0.0 <= low && low <= mode && mode <= high && high.is_finite()
            }
        }
    }

    /// The next multiplier of a stream.
    pub(super) fn draw(&self, stream: &mut Stream) -> f64 {
        match *self {
            Self::LogNormal { cv } => stream.normal((1.0 + cv * cv).ln().sqrt()).exp(),
            Self::Uniform { low, high } => stream.between(low, high),
            Self::Triangular { low, mode, high } => {
                let (u, width) = (stream.uniform(), high - low);
                let (left, right) = (mode - low, high - mode);
                if u * width < left {
                    low + (u * width * left).sqrt()
                } else {
                    high - ((1.0 - u) * width * right).sqrt()
                }
            }
        }
    }
}

/// A factor and how uncertain it is. Its name is part of the name of its random numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertainFactor {
    /// Its symbol.
    pub name: &'static str,
    /// Its multiplier.
    pub spread: Spread,
}

impl UncertainFactor {
    /// The factors of soil loss with the CVs of METHODS B.7: R 0.30, K 0.25, LS 0.20, C 0.40, P 0.20.
    pub const DEFAULTS: [Self; 5] = [
        Self::log_normal("R", 0.30),
        Self::log_normal("K", 0.25),
        Self::log_normal("LS", 0.20),
        Self::log_normal("C", 0.40),
        Self::log_normal("P", 0.20),
    ];

    /// A factor whose logarithm is normal.
    pub const fn log_normal(name: &'static str, cv: f64) -> Self {
        Self {
            name,
            spread: Spread::LogNormal { cv },
        }
    }
}
