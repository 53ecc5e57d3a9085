//! How much could evaporate in a month of this mean temperature?

use super::day_length_h;
use crate::erosion::Equation;

/// Above this a parabola takes over, °C.
const HOT_C: f64 = 26.5;
/// Days of the months of a year without a leap day.
const DAYS: [i16; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Potential evapotranspiration from the mean temperatures of the months, `ETP_THORNTHWAITE`.
///
/// # Formula
/// `ETp = 16·(L/12)·(N/30)·(10·T/I)^a`, `I = Σ (T/5)^1.514` over months above 0 °C,
/// `a = 6.75·10⁻⁷·I³ − 7.71·10⁻⁵·I² + 1.792·10⁻²·I + 0.49239`; from 26.5 °C
/// `ETp = (L/12)·(N/30)·(−415.85 + 32.24·T − 0.43·T²)`. L is the mean day length in hours, N the days of the month.
///
/// # Units
/// °C, latitude in degrees north; mm in the month.
///
/// # Range and edge cases
/// 0 in months at or below 0 °C. `None` beyond the poles or for a temperature outside −90 to 60 °C.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::evapotranspiration::Thornthwaite;
/// // Aberdeen 2014, documentation of PyETo (Richards 2015)
/// let temperatures = [3.1, 3.5, 5.0, 6.7, 9.3, 12.1, 14.3, 14.1, 11.8, 8.9, 5.5, 3.8];
/// let aberdeen = Thornthwaite { latitude_degrees: 57.1526 };
/// let found = aberdeen.evapotranspiration_mm(&temperatures).unwrap();
/// assert!((found[0] - 11.045_905_433).abs() < 1e-8 && (found[6] - 109.698_816_165).abs() < 1e-8);
/// ```
///
/// # Reference
/// Thornthwaite (1948), Geogr. Rev. 38:55–94; hot months after Willmott et al. (1985), J. Climatol. 5:589–606.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thornthwaite {
    /// Degrees north.
    pub latitude_degrees: f64,
}

impl Thornthwaite {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "ETP_THORNTHWAITE",
        formula: "16·(L/12)·(N/30)·(10·T/I)^a",
        unit: "mm in the month",
        holds: "means of months over a whole year; too low in dry climates and in wind, 0 in frost",
        reference: "Thornthwaite (1948), Geogr. Rev. 38:55–94; Willmott et al. (1985), J. Climatol. 5:589–606",
    };

    /// Evapotranspiration of the twelve months, January first, of a year without a leap day.
    pub fn evapotranspiration_mm(self, mean_c: &[f64; 12]) -> Option<[f64; 12]> {
        let possible = mean_c.iter().all(|t| (-90.0..=60.0).contains(t));
        let heat: f64 = mean_c.iter().map(|t| (t.max(0.0) / 5.0).powf(1.514)).sum();
        let power = 6.75e-7 * heat.powi(3) - 7.71e-5 * heat.powi(2) + 1.792e-2 * heat + 0.49239;
        let of = |temperature: f64| match temperature {
            t if t <= 0.0 => 0.0,
            t if t < HOT_C => 16.0 * (10.0 * t / heat).powf(power),
            t => -415.85 + 32.24 * t - 0.43 * t * t,
        };
        let lengths = self.mean_day_lengths_h()?;
        let month = |m: usize| lengths[m] / 12.0 * f64::from(DAYS[m]) / 30.0 * of(mean_c[m]);
        possible.then(|| std::array::from_fn(month))
    }

    /// The same for one day of each month.
    pub fn evapotranspiration_mm_per_day(self, mean_c: &[f64; 12]) -> Option<[f64; 12]> {
        let months = self.evapotranspiration_mm(mean_c)?;
        Some(std::array::from_fn(|m| months[m] / f64::from(DAYS[m])))
    }

    /// Mean day length of each month.
    fn mean_day_lengths_h(self) -> Option<[f64; 12]> {
        let mut lengths = [0.0; 12];
        let mut day = 0;
        for (length, days) in lengths.iter_mut().zip(DAYS) {
            for _ in 0..days {
                day += 1;
                *length += day_length_h(self.latitude_degrees, day)? / f64::from(days);
            }
        }
        Some(lengths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BISHKEK: Thornthwaite = Thornthwaite {
        latitude_degrees: 42.9,
    };

    #[test]
    fn agrees_with_pyeto_in_every_month() {
        // documentation of PyETo, docs/thornthwaite.rst: Aberdeen 2014
        let temperatures = [
            3.1, 3.5, 5.0, 6.7, 9.3, 12.1, 14.3, 14.1, 11.8, 8.9, 5.5, 3.8,
        ];
        let expected = [
            11.045_905_433_175,
            14.225_860_424_373,
            27.802_870_598_092,
            43.178_869_424_774,
            70.476_949_097_665,
            93.994_209_069_960,
            109.698_816_164_814,
            95.244_916_849_882,
            64.994_521_194_207,
            41.063_718_108_275,
            19.562_094_545_837,
            12.090_183_352_107,
        ];
        let aberdeen = Thornthwaite {
            latitude_degrees: 57.1526,
        };
        let found = aberdeen.evapotranspiration_mm(&temperatures).unwrap();
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
    }

    #[test]
    fn frost_heat_and_nonsense() {
        let mut year = [
            -4.0, -2.0, 5.0, 12.0, 17.0, 22.0, 26.4, 26.6, 18.0, 11.0, 4.0, -2.0,
        ];
        let found = BISHKEK.evapotranspiration_mm(&year).unwrap();
        assert_eq!((found[0], found[1], found[11]), (0.0, 0.0, 0.0));
        // both formulas meet within 3 % at 26.5 °C, apart from the shorter days of August
        let hours = BISHKEK.mean_day_lengths_h().unwrap();
        let ratio = found[7] / found[6] * hours[6] / hours[7];
        assert!((ratio - 1.0).abs() < 0.03, "{ratio}");
        assert_eq!(
            BISHKEK.evapotranspiration_mm(&[-5.0; 12]),
            Some([0.0; 12]),
            "I is 0"
        );
        year[3] = f64::NAN;
        assert_eq!(BISHKEK.evapotranspiration_mm(&year), None);
        let nowhere = Thornthwaite {
            latitude_degrees: 95.0,
        };
        assert_eq!(nowhere.evapotranspiration_mm(&[10.0; 12]), None);
    }
}
