//! How far off is the mean stock of an area?

use aimak_core::Interval;

/// The two errors of a mean: which plots were drawn, and what the laboratory does to all of them alike.
///
/// # Formula
/// `se_total² = se_sampling² + sd_systematic²`. The first shrinks with the number of plots, the second does not.
///
/// # Units
/// Both in the unit of the mean.
///
/// # Range and edge cases
/// The two stay apart, because intervals of different kinds are never merged in a finding: the total is a planning figure and belongs
/// beside the sampling interval, not in its place.
///
/// # Example
/// ```
/// use aimak_science::soil::stock_error::MeanError;
/// let error = MeanError { sampling_se: 1.469_694, systematic_sd: 1.5 };
/// assert!((error.total_se() - 2.1).abs() < 5e-7); // √(2.16 + 2.25)
/// ```
///
/// # Reference
/// METHODS A.8, A.9.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanError {
    /// Standard error by the sampling design.
    pub sampling_se: f64,
    /// Standard deviation of the error common to all samples.
    pub systematic_sd: f64,
}

impl MeanError {
    /// Both together.
    pub fn total_se(&self) -> f64 {
        self.sampling_se.hypot(self.systematic_sd)
    }

    /// The share of the variance that more plots would not take away; `None` where there is no error.
    pub fn systematic_share(&self) -> Option<f64> {
        let total = self.total_se();
        (total > 0.0).then(|| (self.systematic_sd / total).powi(2))
    }
}

/// Half the 95 % interval in per cent of the mean, as GSOC-MRV quotes uncertainty.
///
/// # Formula
/// `100·(hi − lo)/(2·mean)`.
///
/// # Range and edge cases
/// `None` without an interval or for a mean that is not positive.
///
/// # Example
/// ```
/// use aimak_core::{Interval, IntervalKind};
/// use aimak_science::soil::stock_error::half_interval_percent;
/// let interval = Interval::Between { lo: 39.8434, hi: 45.9566, level: 0.95, kind: IntervalKind::Sampling };
/// assert!((half_interval_percent(42.9, &interval).unwrap() - 7.125).abs() < 5e-4); // 3.0566/42.9
/// ```
///
/// # Reference
/// METHODS A.9; FAO (2020), GSOC-MRV protocol.
pub fn half_interval_percent(mean: f64, interval: &Interval) -> Option<f64> {
    let (lo, hi) = interval.bounds().filter(|_| mean > 0.0)?;
    Some(100.0 * (hi - lo) / (2.0 * mean))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plots_do_not_take_the_laboratory_away() {
        let error = MeanError {
            sampling_se: 0.0,
            systematic_sd: 1.5,
        };
        assert_eq!(
            (error.total_se(), error.systematic_share()),
            (1.5, Some(1.0))
        );
        assert_eq!(
            MeanError {
                sampling_se: 0.0,
                systematic_sd: 0.0
            }
            .systematic_share(),
            None
        );
    }
}
