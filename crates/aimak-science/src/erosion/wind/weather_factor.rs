//! How much soil could the weather of a period move from bare, loose, smooth ground?

use crate::erosion::Equation;

/// Acceleration of gravity, m s⁻².
pub const GRAVITY: f64 = 9.80665;

/// The card of [`WeatherFactor::value`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_WF",
    formula: "WF = Wf·ρ/g·SW·SD",
    unit: "kg m⁻¹",
    holds: "periods of 15 days or a month, hourly wind",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1",
};

/// What the weather factor is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeatherFactor {
    /// Wf, of [`super::wind_value`].
    pub wind_value: f64,
    /// ρ, of [`super::air`], kg m⁻³.
    pub air_density: f64,
    /// SW, of [`super::wetness`].
    pub soil_wetness: f64,
    /// SD, of [`super::snow`].
    pub snow: f64,
}

impl WeatherFactor {
    /// The weather factor, WF.
    ///
    /// # Formula
    /// `WF = Wf·ρ/g·SW·SD`.
    ///
    /// # Units
    /// kg m⁻¹ by convention of RWEQ.
    ///
    /// # Range and edge cases
    /// 0 and above. `None` for a negative part, or SW or SD above 1.
    ///
    /// # Example
    /// ```
    /// use aimak_science::erosion::wind::weather_factor::WeatherFactor;
    /// let weather = WeatherFactor { wind_value: 1269.375, air_density: 1.132_468_08, soil_wetness: 0.928_888_9, snow: 0.9 };
    /// assert!((weather.value().unwrap() - 122.546_67).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
    pub fn value(&self) -> Option<f64> {
        let shares = [self.soil_wetness, self.snow];
        let possible = self.wind_value >= 0.0
            && self.air_density > 0.0
            && shares.iter().all(|share| (0.0..=1.0).contains(share));
        let value = self.wind_value * self.air_density / GRAVITY * self.soil_wetness * self.snow;
        (possible && value.is_finite()).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_cannot_be() {
        let weather = WeatherFactor {
            wind_value: 100.0,
            air_density: 1.1,
            soil_wetness: 0.5,
            snow: 0.5,
        };
        assert!(weather.value().is_some());
        for wrong in [
            WeatherFactor {
                wind_value: -1.0,
                ..weather
            },
            WeatherFactor {
                air_density: 0.0,
                ..weather
            },
            WeatherFactor {
                soil_wetness: 1.1,
                ..weather
            },
            WeatherFactor {
                snow: f64::NAN,
                ..weather
            },
        ] {
            assert_eq!(wrong.value(), None, "{wrong:?}");
        }
    }
}
