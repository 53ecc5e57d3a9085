//! What would dry combustion have found where only Tyurin was done?

use aimak_core::{Message, Reason, Withheld};

use super::{
    carbon_reading::{CarbonMethod, DeterminedCarbon},
    content::{Content, MassUnit, OrganicCarbon},
    remark::Remark,
};
use crate::methods::interval::{LEVEL, mean, t_quantile};

/// Fewest samples analysed by both methods.
pub const FEWEST_PAIRS: usize = 20;

/// A line from Tyurin to dry combustion through samples analysed both ways.
///
/// # Formula
/// Least squares: `combustion = a + b·tyurin + e`, residual variance with n − 2 degrees of freedom.
///
/// # Units
/// Organic carbon in per cent on both sides: humus is divided by 1.724 before.
///
/// # Range and edge cases
/// Fewer than 20 pairs are refused (`TOO_FEW_OBSERVATIONS`), and so are samples of one carbon content or a line that falls
/// (`OUT_OF_RANGE`): they calibrate nothing. Beyond the range of the pairs a value is remarked as extrapolated.
///
/// The error of the line is common to all samples that go through it and does not shrink with their number; it belongs to the
/// systematic part of [`crate::soil::stock_error::MeanError`].
///
/// # Example
/// ```
/// use aimak_science::soil::{content::{Content, MassUnit}, tyurin_calibration::TyurinCalibration};
/// let carbon = |percent| Content::new(percent, MassUnit::Percent).unwrap();
/// let pairs: Vec<_> = (1..=20).map(|i| (carbon(0.1 * f64::from(i)), carbon(0.11 * f64::from(i)))).collect();
/// let line = TyurinCalibration::of(&pairs).unwrap();
/// assert!((line.slope - 1.1).abs() < 1e-9);
/// assert!((line.combustion(carbon(1.5)).unwrap().carbon.percent() - 1.65).abs() < 1e-9);
/// assert!(TyurinCalibration::of(&pairs[..19]).is_err());
/// ```
///
/// # Reference
/// METHODS A.2 (methods never mixed within a pair); Draper & Smith (1998), Applied Regression Analysis, 3rd ed., ch. 1 and 3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TyurinCalibration {
    /// Intercept a, per cent of carbon.
    pub intercept_percent: f64,
    /// Slope b.
    pub slope: f64,
    /// Standard deviation of residuals, per cent of carbon.
    pub residual_sd_percent: f64,
    /// Number of pairs.
    pub n: usize,
    /// Lowest and highest Tyurin carbon of the pairs, per cent.
    pub range_percent: (f64, f64),
    mean_tyurin: f64,
    squares: f64,
}

/// A calibrated value.
#[derive(Clone, Debug, PartialEq)]
pub struct CalibratedCarbon {
    /// The carbon dry combustion would have found, most likely.
    pub carbon: Content<OrganicCarbon>,
    /// Standard error of the line there, per cent of carbon: common to all samples.
    pub line_se_percent: f64,
    /// Standard error of this one sample, per cent of carbon: the line and the scatter about it.
    pub prediction_se_percent: f64,
    /// Limits within which combustion of this sample lies with 95 %, per cent of carbon; the lower not below 0.
    pub limits_percent: (f64, f64),
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl TyurinCalibration {
    /// The line through pairs of (Tyurin, combustion).
    pub fn of(
        pairs: &[(Content<OrganicCarbon>, Content<OrganicCarbon>)],
    ) -> Result<Self, Withheld> {
        if pairs.len() < FEWEST_PAIRS {
            let detail = Message::new("detail-paired-samples")
                .with("n", pairs.len())
                .with("needed", FEWEST_PAIRS);
            return Err(Withheld::because(Reason::TooFewObservations).with(detail));
        }
        let tyurin: Vec<f64> = pairs.iter().map(|(tyurin, _)| tyurin.percent()).collect();
        let combustion: Vec<f64> = pairs.iter().map(|(_, burnt)| burnt.percent()).collect();
        let centre = |values: &[f64]| mean(values).expect("invariant: there are 20 pairs or more");
        let (mean_tyurin, mean_combustion) = (centre(&tyurin), centre(&combustion));
        let squares: f64 = tyurin.iter().map(|x| (x - mean_tyurin).powi(2)).sum();
        let products: f64 = tyurin
            .iter()
            .zip(&combustion)
            .map(|(x, y)| (x - mean_tyurin) * (y - mean_combustion))
            .sum();
        let slope = products / squares;
        // without spread the slope is no number, and that is not above zero either
        if !(slope > 0.0 && slope.is_finite()) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let intercept_percent = mean_combustion - slope * mean_tyurin;
        let residuals: f64 = tyurin
            .iter()
            .zip(&combustion)
            .map(|(x, y)| (y - intercept_percent - slope * x).powi(2))
            .sum();
        let extreme = |pick: fn(f64, f64) -> f64| tyurin.iter().copied().fold(tyurin[0], pick);
        Ok(Self {
            intercept_percent,
            slope,
            residual_sd_percent: (residuals / (pairs.len() - 2) as f64).sqrt(),
            n: pairs.len(),
            range_percent: (extreme(f64::min), extreme(f64::max)),
            mean_tyurin,
            squares,
        })
    }

    /// Standard error of the slope.
    pub fn slope_se(&self) -> f64 {
        self.residual_sd_percent / self.squares.sqrt()
    }

    /// Standard error of the intercept, per cent of carbon.
    pub fn intercept_se_percent(&self) -> f64 {
        self.line_se(0.0)
    }

    /// Standard error of the line at a Tyurin carbon, per cent of carbon.
    fn line_se(&self, tyurin: f64) -> f64 {
        let away = tyurin - self.mean_tyurin;
        self.residual_sd_percent * (1.0 / self.n as f64 + away * away / self.squares).sqrt()
    }

    /// The carbon of a sample that was analysed by Tyurin.
    ///
    /// # Formula
    /// `a + b·x`, standard error of the line `s·√(1/n + (x − x̄)²/Sxx)`, of one sample `s·√(1 + 1/n + (x − x̄)²/Sxx)`, limits
    /// with t(0.975, n − 2).
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where the line goes below 0 or above 100 %.
    pub fn combustion(&self, tyurin: Content<OrganicCarbon>) -> Result<CalibratedCarbon, Withheld> {
        let x = tyurin.percent();
        let percent = self.intercept_percent + self.slope * x;
        let carbon = Content::new(percent, MassUnit::Percent)?;
        let line_se_percent = self.line_se(x);
        let prediction_se_percent = line_se_percent.hypot(self.residual_sd_percent);
        let half = t_quantile(0.5 + LEVEL / 2.0, (self.n - 2) as f64) * prediction_se_percent;
        let outside = x < self.range_percent.0 || x > self.range_percent.1;
        Ok(CalibratedCarbon {
            carbon,
            line_se_percent,
            prediction_se_percent,
            limits_percent: ((percent - half).max(0.0), percent + half),
            remarks: outside
                .then_some(Remark::Extrapolated)
                .into_iter()
                .collect(),
        })
    }
}

impl From<CalibratedCarbon> for DeterminedCarbon {
    fn from(calibrated: CalibratedCarbon) -> Self {
        Self {
            carbon: calibrated.carbon,
            method: CarbonMethod::TyurinCalibrated,
            remarks: calibrated.remarks,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn carbon(percent: f64) -> Content<OrganicCarbon> {
        Content::new(percent, MassUnit::Percent).unwrap()
    }

    #[test]
    fn pairs_that_calibrate_nothing_are_refused() {
        let same = vec![(carbon(1.0), carbon(1.2)); 25];
        assert_eq!(
            TyurinCalibration::of(&same).unwrap_err().reason,
            Reason::OutOfRange
        );
        let falling: Vec<_> = (0..25)
            .map(|i| (carbon(f64::from(i)), carbon(50.0 - f64::from(i))))
            .collect();
        assert_eq!(
            TyurinCalibration::of(&falling).unwrap_err().reason,
            Reason::OutOfRange
        );
        assert_eq!(
            TyurinCalibration::of(&falling[..19]).unwrap_err().reason,
            Reason::TooFewObservations
        );
    }

    #[test]
    fn beyond_the_pairs_is_remarked() {
        let pairs: Vec<_> = (0..20)
            .map(|i| {
                (
                    carbon(1.0 + 0.1 * f64::from(i)),
                    carbon(1.0 + 0.12 * f64::from(i)),
                )
            })
            .collect();
        let line = TyurinCalibration::of(&pairs).unwrap();
        assert_eq!(line.combustion(carbon(2.0)).unwrap().remarks, []);
        assert_eq!(
            line.combustion(carbon(4.0)).unwrap().remarks,
            [Remark::Extrapolated]
        );
        // the line is below zero at 0.1 %
        assert_eq!(
            line.combustion(carbon(0.1)).unwrap_err().reason,
            Reason::OutOfRange
        );
    }

    proptest! {
        #[test]
        fn the_line_goes_through_the_means(y in prop::collection::vec(0.0..0.4_f64, 30)) {
            let pairs: Vec<_> = y.iter().enumerate().map(|(i, e)| {
                let x = 0.5 + 0.1 * i as f64;
                (carbon(x), carbon(x + e))
            }).collect();
            let line = TyurinCalibration::of(&pairs).unwrap();
            let centre = |side: fn(&(Content<OrganicCarbon>, Content<OrganicCarbon>)) -> f64| {
                pairs.iter().map(side).sum::<f64>() / 30.0
            };
            let at_mean = line.combustion(carbon(centre(|pair| pair.0.percent()))).unwrap();
            prop_assert!((at_mean.carbon.percent() - centre(|pair| pair.1.percent())).abs() < 1e-12);
            prop_assert!(at_mean.line_se_percent < at_mean.prediction_se_percent);
        }
    }
}
