//! How long does the sun shine on a day, and how much does it bring to the top of the air?

use std::f64::consts::{PI, TAU};

/// Solar constant, MJ m⁻² min⁻¹.
const SOLAR_CONSTANT: f64 = 0.0820;

/// Radiation at the top of the air, Ra.
///
/// # Formula
/// `Ra = (24·60/π)·0.0820·dr·(ω·sin φ·sin δ + cos φ·cos δ·sin ω)`, `dr = 1 + 0.033·cos(2πJ/365)`,
/// `δ = 0.409·sin(2πJ/365 − 1.39)`, `cos ω = −tan φ·tan δ`.
///
/// # Units
/// Latitude in degrees north, J the day of the year; MJ m⁻² d⁻¹.
///
/// # Range and edge cases
/// 0 in the polar night. `None` beyond the poles, and for days outside 1–366.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::evapotranspiration::extraterrestrial_radiation;
/// // example 8 of the reference: 3 September, 20° S
/// assert!((extraterrestrial_radiation(-20.0, 246).unwrap() - 32.2).abs() < 0.05);
/// ```
///
/// # Reference
/// Allen et al. (1998), Crop evapotranspiration, FAO Irrigation and Drainage Paper 56, equations 21 to 25.
pub fn extraterrestrial_radiation(latitude_degrees: f64, day_of_year: i16) -> Option<f64> {
    let sky = Sky::of(latitude_degrees, day_of_year)?;
    let distance = 1.0 + 0.033 * (TAU * f64::from(day_of_year) / 365.0).cos();
    let height = sky.sunset * sky.latitude.sin() * sky.declination.sin()
        + sky.latitude.cos() * sky.declination.cos() * sky.sunset.sin();
    Some((24.0 * 60.0 / PI * SOLAR_CONSTANT * distance * height).max(0.0))
}

/// Hours from sunrise to sunset: `24/π·ω`, equation 34 of the same.
///
/// ```
/// use aimak_science::erosion::wind::evapotranspiration::day_length_h;
/// assert!((day_length_h(-20.0, 246).unwrap() - 11.7).abs() < 0.05);
/// ```
pub fn day_length_h(latitude_degrees: f64, day_of_year: i16) -> Option<f64> {
    Some(24.0 / PI * Sky::of(latitude_degrees, day_of_year)?.sunset)
}

/// The sun over a place on a day, radians.
struct Sky {
    latitude: f64,
    declination: f64,
    /// ω, angle of the hour of sunset.
    sunset: f64,
}

impl Sky {
    fn of(latitude_degrees: f64, day_of_year: i16) -> Option<Self> {
        let possible = latitude_degrees.abs() <= 90.0 && (1..=366).contains(&day_of_year);
        let latitude = latitude_degrees.to_radians();
        let declination = 0.409 * (TAU / 365.0 * f64::from(day_of_year) - 1.39).sin();
        let sunset = (-latitude.tan() * declination.tan())
            .clamp(-1.0, 1.0)
            .acos();
        possible.then_some(Self {
            latitude,
            declination,
            sunset,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polar_night_equator_and_nowhere() {
        assert_eq!(day_length_h(85.0, 355), Some(0.0));
        assert!(extraterrestrial_radiation(85.0, 355).unwrap() < 1e-9);
        assert_eq!(day_length_h(85.0, 172), Some(24.0));
        assert!((day_length_h(0.0, 172).unwrap() - 12.0).abs() < 1e-9);
        assert_eq!(day_length_h(91.0, 172), None);
        assert_eq!(extraterrestrial_radiation(42.0, 0), None);
        assert_eq!(extraterrestrial_radiation(f64::NAN, 10), None);
    }
}
