//! How directly does the sun shine on a slope?

/// Cosine of the angle between the sun and the normal of a slope, cos i.
///
/// # Formula
/// `cos i = cos θ·cos s + sin θ·sin s·cos(φ − a)` with sun zenith θ, sun azimuth φ, slope s, aspect a.
///
/// # Units
/// Radians; azimuth and aspect (the way down the slope) clockwise from north.
///
/// # Range and edge cases
/// −1 to 1; below 0 the slope turns its back to the sun. Shadows cast by other mountains are not seen.
///
/// # Example
/// ```
/// use aimak_science::spectral::cos_incidence;
/// let degrees = f64::to_radians;
/// let sun_in_the_south = |slope: f64, aspect: f64| {
///     cos_incidence(degrees(slope), degrees(aspect), degrees(60.0), degrees(180.0))
/// };
/// assert!((sun_in_the_south(0.0, 0.0) - 0.5).abs() < 1e-12);
/// assert!((sun_in_the_south(60.0, 180.0) - 1.0).abs() < 1e-12); // faces the sun
/// assert!(sun_in_the_south(30.0, 0.0).abs() < 1e-12); // a north slope that the sun just grazes
/// ```
///
/// # Reference
/// METHODS D.1; Teillet, Guindon & Goodenough (1982), Can. J. Remote Sens. 8:84–106, doi:10.1080/07038992.1982.10855028.
pub fn cos_incidence(slope: f64, aspect: f64, sun_zenith: f64, sun_azimuth: f64) -> f64 {
    sun_zenith.cos() * slope.cos() + sun_zenith.sin() * slope.sin() * (sun_azimuth - aspect).cos()
}

#[cfg(test)]
mod tests {
    use std::f64::consts::{FRAC_PI_2, TAU};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The angle between two directions, once more from their vectors.
        #[test]
        fn it_is_the_cosine_between_sun_and_normal(s in 0.0..FRAC_PI_2, a in 0.0..TAU, z in 0.0..FRAC_PI_2, f in 0.0..TAU) {
            let towards = |tilt: f64, azimuth: f64| [tilt.sin() * azimuth.sin(), tilt.sin() * azimuth.cos(), tilt.cos()];
            let product: f64 = towards(s, a).iter().zip(towards(z, f)).map(|(x, y)| x * y).sum();
            prop_assert!((cos_incidence(s, a, z, f) - product).abs() < 1e-12);
            prop_assert!((cos_incidence(0.0, a, z, f) - z.cos()).abs() < 1e-12);
        }
    }
}
