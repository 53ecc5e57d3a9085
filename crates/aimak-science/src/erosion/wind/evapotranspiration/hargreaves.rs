//! How much could evaporate on a day of this cold and this warmth?

use super::extraterrestrial_radiation;
use crate::erosion::Equation;

/// Millimetres of water that a megajoule per square metre evaporates.
const MM_PER_MJ: f64 = 0.408;

/// Reference evapotranspiration from the temperatures of a day, `ETP_HARGREAVES`.
///
/// # Formula
/// `ETp = 0.0023·(T + 17.8)·√(T_max − T_min)·0.408·Ra`.
///
/// # Units
/// °C, latitude in degrees north; mm d⁻¹.
///
/// # Range and edge cases
/// 0 below −17.8 °C. `None` where the highest is below the lowest, or the mean is not between them.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::evapotranspiration::Hargreaves;
/// // example 20 of FAO 56: July near Lyon, 45°43' N, 26.6 and 14.8 °C: 5.0 mm/d
/// let lyon = Hargreaves { latitude_degrees: 45.0 + 43.0 / 60.0 };
/// assert!((lyon.evapotranspiration_mm(196, 14.8, 20.7, 26.6).unwrap() - 5.0).abs() < 0.05);
/// ```
///
/// # Reference
/// Hargreaves & Samani (1985), Appl. Eng. Agric. 1:96–99, as equation 52 of FAO Irrigation and Drainage Paper 56.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hargreaves {
    /// Degrees north.
    pub latitude_degrees: f64,
}

impl Hargreaves {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "ETP_HARGREAVES",
        formula: "0.0023·(T + 17.8)·√(Tmax − Tmin)·0.408·Ra",
        unit: "mm d⁻¹",
        holds: "means of five days and more; too low in strong wind and dry air, too high in moist air",
        reference: "Hargreaves & Samani (1985), Appl. Eng. Agric. 1:96–99; FAO Irrigation and Drainage Paper 56",
    };

    /// Evapotranspiration of a day.
    pub fn evapotranspiration_mm(
        self,
        day_of_year: i16,
        lowest_c: f64,
        mean_c: f64,
        highest_c: f64,
    ) -> Option<f64> {
        let radiation = extraterrestrial_radiation(self.latitude_degrees, day_of_year)?;
        let possible = lowest_c <= mean_c && mean_c <= highest_c;
        let warmth = (mean_c + 17.8).max(0.0);
        let water = 0.0023 * warmth * (highest_c - lowest_c).sqrt() * MM_PER_MJ * radiation;
        (possible && water.is_finite()).then_some(water)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frost_and_nonsense() {
        let place = Hargreaves {
            latitude_degrees: 42.5,
        };
        let of = |low, mean, high| place.evapotranspiration_mm(15, low, mean, high);
        assert_eq!(of(-30.0, -20.0, -10.0), Some(0.0));
        assert_eq!(of(5.0, 5.0, 5.0), Some(0.0));
        assert_eq!(of(10.0, 8.0, 6.0), None);
        assert_eq!(of(5.0, 12.0, 10.0), None);
        assert!(of(-10.0, -5.0, 2.0).unwrap() < of(-2.0, 3.0, 10.0).unwrap());
    }
}
