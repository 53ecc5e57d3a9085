//! Between which limits does the value lie, and which change could have been seen at all?

use aimak_core::{Bands, Interval, IntervalKind};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF as _, StudentsT};

/// Nominal coverage of every interval.
pub const LEVEL: f64 = 0.95;
/// Chance to notice the smallest detectable change.
pub const POWER: f64 = 0.80;

/// Quantile of Student's t.
///
/// ```
/// use aimak_science::methods::interval::t_quantile;
/// assert!((t_quantile(0.975, 19.0) - 2.093024).abs() < 5e-7);
/// assert!((t_quantile(0.80, 19.0) - 0.860951).abs() < 5e-7);
/// ```
pub fn t_quantile(p: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |t| t.inverse_cdf(p))
}

/// A standard error with its degrees of freedom.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardError {
    /// The standard error, in the unit of the value.
    pub se: f64,
    /// Degrees of freedom, positive.
    pub df: f64,
}

impl StandardError {
    /// Standard error of the mean of independent values; `None` for fewer than two.
    pub fn of_mean(values: &[f64]) -> Option<Self> {
        let n = values.len() as f64;
        variance(values).map(|variance| Self {
            se: (variance / n).sqrt(),
            df: n - 1.0,
        })
    }

    /// Standard error of a difference or sum of two independent values, degrees of freedom after Welch–Satterthwaite.
    ///
    /// ```
    /// use aimak_science::methods::interval::{StandardError, mean};
    /// let (treated, control) = ([0.4, 0.2, 0.5, 0.1, 0.3, 0.35], [0.1, 0.0, 0.2, 0.15, 0.05, 0.1]);
    /// let error = |values| StandardError::of_mean(values).unwrap();
    /// let both = error(&treated).and(error(&control));
    /// assert!((both.se - 0.065085).abs() < 5e-7 && (both.df - 7.310413).abs() < 5e-7);
    /// assert!((mean(&treated).unwrap() - mean(&control).unwrap() - 0.208333).abs() < 5e-7);
    /// let (lo, hi) = both.limits(0.208_333_333_333);
    /// assert!((lo - 0.055746).abs() < 5e-7 && (hi - 0.360921).abs() < 5e-7);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::satterthwaite(&[self, other])
    }

    /// Standard error of a sum of independent parts: variances add, degrees of freedom after Satterthwaite.
    pub fn satterthwaite(parts: &[Self]) -> Self {
        let variance: f64 = parts.iter().map(|part| part.se * part.se).sum();
        let spread: f64 = parts.iter().map(|part| part.se.powi(4) / part.df).sum();
        let df = if spread > 0.0 {
            variance * variance / spread
        } else {
            parts.iter().map(|part| part.df).sum()
        };
        Self {
            se: variance.sqrt(),
            df,
        }
    }

    /// `value ± t(0.975, df)·SE`.
    pub fn limits(&self, value: f64) -> (f64, f64) {
        self.limits_at(LEVEL, value)
    }

    /// `value ± t((1 + level)/2, df)·SE`.
    fn limits_at(&self, level: f64, value: f64) -> (f64, f64) {
        let half = t_quantile(0.5 + level / 2.0, self.df) * self.se;
        (value - half, value + half)
    }

    /// The 50 % and 80 % intervals around `value`.
    ///
    /// ```
    /// use aimak_science::methods::interval::StandardError;
    /// let bands = StandardError { se: 2.0, df: 10.0 }.bands(1.0);
    /// // t(0.75, 10) = 0.699812 and t(0.90, 10) = 1.372184 in printed tables
    /// assert!((bands.half.1 - 2.399624).abs() < 5e-6 && (bands.most.0 + 1.744368).abs() < 5e-6);
    /// ```
    pub fn bands(&self, value: f64) -> Bands {
        Bands {
            half: self.limits_at(0.50, value),
            most: self.limits_at(0.80, value),
            se: self.se,
            df: self.df,
        }
    }

    /// The 95 % interval of `value`.
    pub fn interval(&self, value: f64, kind: IntervalKind) -> Interval {
        let (lo, hi) = self.limits(value);
        Interval::Between {
            lo,
            hi,
            level: LEVEL,
            kind,
        }
    }

    /// Smallest change this design would show with 80 % power.
    ///
    /// # Formula
    /// `(t(0.975, df) + t(0.80, df))·SE` (METHODS A.9 and H, amendment 5).
    ///
    /// # Example
    /// ```
    /// use aimak_science::methods::interval::StandardError;
    /// let paired = StandardError { se: 6.0 / 20_f64.sqrt(), df: 19.0 };
    /// assert!((paired.smallest_detectable() - 3.9632).abs() < 5e-5);
    /// ```
    pub fn smallest_detectable(&self) -> f64 {
        (t_quantile(0.5 + LEVEL / 2.0, self.df) + t_quantile(POWER, self.df)) * self.se
    }

    /// The same where the level is shared among so many tests, as the strictest step of Holm shares it; 0 counts as 1.
    ///
    /// # Formula
    /// `(t(1 − α/(2m), df) + t(0.80, df))·SE`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::methods::interval::{StandardError, t_quantile};
    /// let error = StandardError { se: 2.0, df: 18.0 };
    /// let of_five = 2.0 * (t_quantile(0.995, 18.0) + t_quantile(0.80, 18.0));
    /// assert!((error.smallest_detectable_among(5) - of_five).abs() < 1e-9);
    /// assert!((error.smallest_detectable_among(1) - error.smallest_detectable()).abs() < 1e-9);
    /// ```
    pub fn smallest_detectable_among(&self, tests: usize) -> f64 {
        let level = (1.0 - LEVEL) / tests.max(1) as f64;
        (t_quantile(1.0 - level / 2.0, self.df) + t_quantile(POWER, self.df)) * self.se
    }
}

/// Arithmetic mean; `None` for an empty list.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        None
    } else {
        Some(values.iter().sum::<f64>() / values.len() as f64)
    }
}

/// Variance with divisor n − 1; `None` for fewer than two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values
        .iter()
        .map(|value| (value - centre) * (value - centre))
        .sum();
    Some(squares / (values.len() - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpaired_smallest_detectable_of_the_worked_example() {
        // METHODS A.9: s 12, 20 per group
        let error = StandardError {
            se: 12.0 * (2.0_f64 / 20.0).sqrt(),
            df: 38.0,
        };
        assert!((error.smallest_detectable() - 10.9120).abs() < 5e-5);
    }

    #[test]
    fn equal_values_have_no_spread_and_keep_their_degrees_of_freedom() {
        let error = StandardError::of_mean(&[3.0; 4]).unwrap();
        assert_eq!(error.limits(3.0), (3.0, 3.0));
        assert_eq!(error.and(error).df, 6.0);
        assert_eq!(StandardError::of_mean(&[3.0]), None);
    }
}
