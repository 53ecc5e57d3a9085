//! How heavy is the air that carries the grains?

use crate::erosion::Equation;

/// The card of [`air_density`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_AIR_DENSITY",
    formula: "ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T",
    unit: "kg m⁻³",
    holds: "elevation −0.5 to 6 km, mean air temperature of the period",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1",
};

/// Density of the air, ρ.
///
/// # Formula
/// `ρ = 348·(1.013 − 0.1183·EL + 0.0048·EL²)/T`, EL in km, T in K.
///
/// # Units
/// Elevation in m, temperature in °C; kg m⁻³.
///
/// # Range and edge cases
/// `None` outside −500 to 6000 m or −90 to 60 °C. At 2000 m a fifth less than at the sea, and so is the loss.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::air::air_density;
/// assert!((air_density(800.0, 10.0).unwrap() - 1.132_47).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn air_density(elevation_m: f64, temperature_c: f64) -> Option<f64> {
    let possible =
        (-500.0..=6000.0).contains(&elevation_m) && (-90.0..=60.0).contains(&temperature_c);
    let km = elevation_m / 1000.0;
    possible.then(|| 348.0 * (1.013 - 0.1183 * km + 0.0048 * km * km) / (273.15 + temperature_c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn high_and_warm_air_is_thin() {
        let density = |elevation, temperature| air_density(elevation, temperature).unwrap();
        assert!(density(2000.0, 10.0) < 0.82 * density(0.0, 10.0));
        assert!(density(800.0, 30.0) < density(800.0, -10.0));
        // the standard atmosphere at the sea: 1.225 kg/m³ at 15 °C
        assert!((density(0.0, 15.0) - 1.225).abs() < 0.002);
        for (elevation, temperature) in [(6001.0, 10.0), (0.0, 61.0), (f64::NAN, 10.0)] {
            assert_eq!(air_density(elevation, temperature), None);
        }
    }
}
