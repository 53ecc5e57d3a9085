//! How often would chance alone be as far out as this?

use statrs::distribution::{ContinuousCDF as _, StudentsT};

use crate::methods::interval::StandardError;

/// Two-sided p of a value whose error has this many degrees of freedom.
///
/// # Formula
/// `2·P(T > |value|/SE)`, from the upper tail, so that a small p is not rounded to 0.
///
/// # Range and edge cases
/// Without any spread: 0 for a value that is not zero, 1 for zero.
///
/// # Example
/// ```
/// use aimak_science::{effect::p_value::two_sided, methods::interval::StandardError};
/// // at t = 12.7062 with one degree of freedom, 5 % are farther out
/// assert!((two_sided(12.706_204_736, StandardError { se: 1.0, df: 1.0 }) - 0.05).abs() < 1e-9);
/// assert_eq!(two_sided(0.0, StandardError { se: 0.0, df: 3.0 }), 1.0);
/// ```
///
/// # Reference
/// Student (1908), Biometrika 6:1–25.
pub fn two_sided(value: f64, error: StandardError) -> f64 {
    if error.se == 0.0 {
        return f64::from(u8::from(value == 0.0));
    }
    StudentsT::new(0.0, 1.0, error.df).map_or(1.0, |t| 2.0 * t.sf((value / error.se).abs()))
}
