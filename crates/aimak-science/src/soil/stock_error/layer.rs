//! How far off is the stock of one layer?

use aimak_core::{Interval, IntervalKind, Withheld};

use crate::{
    methods::{interval::LEVEL, range::in_range},
    soil::{bulk_density::DensitySource, carbon_reading::CarbonMethod},
};

/// Half-width of the interval in standard deviations; METHODS A.8 prints its example with this rounding.
const HALF_WIDTH_SD: f64 = 1.96;

/// A layer as measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasuredLayer {
    /// Organic carbon, per cent.
    pub carbon_percent: f64,
    /// Bulk density of fine earth, g/cm³.
    pub density_g_per_cm3: f64,
    /// Thickness, cm.
    pub thickness_cm: f64,
    /// Volume fraction of coarse fragments.
    pub coarse_fraction: f64,
}

impl MeasuredLayer {
    /// Its carbon, t/ha: `c·ρ·t·(1 − g)`.
    pub fn carbon_t_per_ha(&self) -> f64 {
        let fine = 1.0 - self.coarse_fraction;
        self.carbon_percent * self.density_g_per_cm3 * self.thickness_cm * fine
    }

    /// Refuses what cannot be.
    pub(super) fn checked(&self) -> Result<(), Withheld> {
        in_range("carbon_percent", self.carbon_percent, 0.0, 58.0)?;
        in_range("bulk_density_g_per_cm3", self.density_g_per_cm3, 0.2, 2.0)?;
        in_range("thickness_cm", self.thickness_cm, 0.0, 1000.0)?;
        in_range("coarse_fraction", self.coarse_fraction, 0.0, 0.95)
    }
}

/// Coefficients of variation of what goes into a stock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StockErrors {
    /// Of carbon.
    pub carbon_cv: f64,
    /// Of bulk density.
    pub density_cv: f64,
    /// Of thickness.
    pub thickness_cv: f64,
    /// Of coarse fragments.
    pub coarse_cv: f64,
    /// Correlation between the errors of carbon and of bulk density.
    pub carbon_density_correlation: f64,
}

impl StockErrors {
    /// What METHODS assumes where the laboratory states nothing: carbon 0.05 by dry combustion, else 0.10, and at least 0.10 on
    /// calcareous soil; bulk density 0.06 measured, else 0.10; thickness 0.03; coarse fragments 0.30.
    ///
    /// The errors of laboratories are not correlated. (The −0.4 that is often quoted is how carbon and bulk density vary together in a
    /// field, not how they err.)
    pub fn assumed(carbon: CarbonMethod, density: DensitySource, calcareous: bool) -> Self {
        let carbon_cv = match carbon {
            CarbonMethod::DryCombustion if !calcareous => 0.05,
            _ => 0.10,
        };
        Self {
            carbon_cv,
            density_cv: if density == DensitySource::Measured {
                0.06
            } else {
                0.10
            },
            thickness_cv: 0.03,
            coarse_cv: 0.30,
            carbon_density_correlation: 0.0,
        }
    }

    /// Refuses what cannot be.
    pub(super) fn checked(&self) -> Result<(), Withheld> {
        in_range("carbon_cv", self.carbon_cv, 0.0, 1.0)?;
        in_range("density_cv", self.density_cv, 0.0, 1.0)?;
        in_range("thickness_cv", self.thickness_cv, 0.0, 1.0)?;
        in_range("coarse_cv", self.coarse_cv, 0.0, 1.0)?;
        in_range("correlation", self.carbon_density_correlation, -1.0, 1.0)
    }

    /// The error of the stock of one layer.
    ///
    /// # Formula
    /// First order: `CV² = CV_c² + CV_ρ² + CV_t² + (g/(1−g)·CV_g)² + 2·r·CV_c·CV_ρ`; 95 % interval `S·(1 ± 1.96·CV)`.
    ///
    /// # Range and edge cases
    /// `OUT_OF_RANGE` for a layer that cannot be, a CV outside 0–1 or a correlation outside −1–1. The lower end is not below 0.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::stock_error::{MeasuredLayer, StockErrors};
    /// let errors = StockErrors {
    ///     carbon_cv: 0.10, density_cv: 0.06, thickness_cv: 0.03, coarse_cv: 0.30, carbon_density_correlation: -0.4,
    /// };
    /// let layer = MeasuredLayer { carbon_percent: 1.8, density_g_per_cm3: 1.25, thickness_cm: 30.0, coarse_fraction: 0.10 };
    /// let error = errors.of_layer(&layer).unwrap();
    /// assert!((error.carbon_t_per_ha - 60.75).abs() < 1e-9);
    /// assert!((error.cv().unwrap() - 0.1040).abs() < 5e-5);
    /// assert!((error.sd_t_per_ha - 6.3166).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// METHODS A.8 and H, amendment 7; Goidts, van Wesemael & Crucifix (2009), Eur. J. Soil Sci. 60:723–739.
    pub fn of_layer(&self, layer: &MeasuredLayer) -> Result<StockError, Withheld> {
        self.checked()?;
        layer.checked()?;
        let coarse = layer.coarse_fraction / (1.0 - layer.coarse_fraction) * self.coarse_cv;
        let both = 2.0 * self.carbon_density_correlation * self.carbon_cv * self.density_cv;
        let squares = self.carbon_cv.powi(2)
            + self.density_cv.powi(2)
            + self.thickness_cv.powi(2)
            + coarse.powi(2)
            + both;
        let carbon_t_per_ha = layer.carbon_t_per_ha();
        Ok(StockError {
            carbon_t_per_ha,
            // rounding may take a fully compensated error below 0
            sd_t_per_ha: carbon_t_per_ha * squares.max(0.0).sqrt(),
        })
    }
}

/// A stock and the standard deviation of its error of measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StockError {
    /// The stock, t/ha.
    pub carbon_t_per_ha: f64,
    /// Its standard deviation, t/ha.
    pub sd_t_per_ha: f64,
}

impl StockError {
    /// Coefficient of variation; `None` for a stock of 0.
    pub fn cv(&self) -> Option<f64> {
        (self.carbon_t_per_ha > 0.0).then(|| self.sd_t_per_ha / self.carbon_t_per_ha)
    }

    /// The 95 % interval, of kind parameter.
    pub fn interval(&self) -> Interval {
        let half = HALF_WIDTH_SD * self.sd_t_per_ha;
        Interval::Between {
            lo: (self.carbon_t_per_ha - half).max(0.0),
            hi: self.carbon_t_per_ha + half,
            level: LEVEL,
            kind: IntervalKind::Parameter,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LAYER: MeasuredLayer = MeasuredLayer {
        carbon_percent: 1.8,
        density_g_per_cm3: 1.25,
        thickness_cm: 30.0,
        coarse_fraction: 0.10,
    };

    #[test]
    fn the_default_is_uncorrelated() {
        let tyurin = StockErrors::assumed(CarbonMethod::TyurinHumus, DensitySource::Measured, true);
        // METHODS A.8: CV 0.1249 with r = 0
        assert!((tyurin.of_layer(&LAYER).unwrap().cv().unwrap() - 0.1249).abs() < 5e-5);
        let cv = |method, calcareous| {
            StockErrors::assumed(method, DensitySource::Pedotransfer, calcareous).carbon_cv
        };
        assert_eq!(cv(CarbonMethod::DryCombustion, false), 0.05);
        assert_eq!(cv(CarbonMethod::DryCombustion, true), 0.10);
    }

    #[test]
    fn errors_that_cannot_be_are_refused() {
        let errors =
            StockErrors::assumed(CarbonMethod::DryCombustion, DensitySource::Measured, false);
        assert!(
            StockErrors {
                carbon_cv: -0.1,
                ..errors
            }
            .of_layer(&LAYER)
            .is_err()
        );
        assert!(
            StockErrors {
                carbon_density_correlation: 1.2,
                ..errors
            }
            .of_layer(&LAYER)
            .is_err()
        );
        assert!(
            errors
                .of_layer(&MeasuredLayer {
                    coarse_fraction: 1.0,
                    ..LAYER
                })
                .is_err()
        );
        let empty = errors
            .of_layer(&MeasuredLayer {
                carbon_percent: 0.0,
                ..LAYER
            })
            .unwrap();
        assert_eq!((empty.cv(), empty.sd_t_per_ha), (None, 0.0));
    }

    proptest! {
        #[test]
        fn no_part_alone_exceeds_the_whole(c in 0.0..0.3_f64, d in 0.0..0.3_f64, t in 0.0..0.1_f64, g in 0.0..0.8_f64) {
            let errors = StockErrors { carbon_cv: c, density_cv: d, thickness_cv: t, coarse_cv: 0.3, carbon_density_correlation: 0.0 };
            let cv = errors.of_layer(&MeasuredLayer { coarse_fraction: g, ..LAYER }).unwrap().cv().unwrap();
            prop_assert!(cv >= c.max(d).max(t) - 1e-12);
        }
    }
}
