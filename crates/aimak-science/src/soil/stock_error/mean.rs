//! How far off is the mean stock of an area?

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
