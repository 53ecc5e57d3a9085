//! How fast is the wind at 2 m, where it was measured at another height?

use crate::erosion::Equation;

/// Height at which RWEQ reads the wind, m.
pub const HEIGHT_M: f64 = 2.0;
/// Below this wind at 2 m nothing moves, m s⁻¹.
pub const THRESHOLD_M_PER_S: f64 = 5.0;

/// The card of [`at_two_metres`].
pub const EQUATION: Equation = Equation {
    id: "WIND_POWER_LAW",
    formula: "U2 = U·(2/z)^(1/7)",
    unit: "m s⁻¹",
    holds: "open, flat land and neutral air; 0.5 to 200 m above ground",
    reference: "power law of one seventh, as RWEQ in use; METHODS C.1",
};

/// Wind at 2 m from wind at another height.
///
/// # Formula
/// `U2 = U·(2/z)^{1/7}`.
///
/// # Units
/// m s⁻¹; height in m above ground.
///
/// # Range and edge cases
/// Unchanged at 2 m. `None` for negative wind, and for heights outside 0.5–200 m, where the profile is another one. Stations measure at
/// 10 m: to take that for the wind at 2 m multiplies the loss.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::speed::at_two_metres;
/// assert!((at_two_metres(10.0, 10.0).unwrap() - 7.945_974).abs() < 5e-7); // 0.2^(1/7)
/// assert_eq!(at_two_metres(6.0, 2.0), Some(6.0));
/// ```
///
/// # Reference
/// METHODS C.1.
pub fn at_two_metres(speed_m_per_s: f64, height_m: f64) -> Option<f64> {
    let possible =
        speed_m_per_s >= 0.0 && speed_m_per_s.is_finite() && (0.5..=200.0).contains(&height_m);
    possible.then(|| speed_m_per_s * (HEIGHT_M / height_m).powf(1.0 / 7.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_winds_and_heights() {
        for (speed, height) in [
            (-0.1, 10.0),
            (f64::NAN, 10.0),
            (f64::INFINITY, 10.0),
            (5.0, 0.0),
            (5.0, 201.0),
            (5.0, f64::NAN),
        ] {
            assert_eq!(at_two_metres(speed, height), None);
        }
    }
}
