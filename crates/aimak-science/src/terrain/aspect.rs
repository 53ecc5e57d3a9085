//! Which way does a cell face?

use aimak_core::Raster;

use super::{elevation::Elevation, horn::horn};

/// Aspect: the direction of steepest descent by Horn's differences (see [`super::slope_percent`]), degrees clockwise from
/// north, 0 ≤ aspect < 360. Level ground faces nowhere and is invalid.
///
/// Units: elevations, `dx` and `dy` in metres. The result is smaller than the input by one cell on every side.
///
/// ```
/// use aimak_core::Raster;
/// use ndarray::{Array2, array};
/// let rises_westwards = array![[3.0, 2.0, 1.0], [3.0, 2.0, 1.0], [3.0, 2.0, 1.0]];
/// let dem = Raster { values: rises_westwards, valid: Array2::from_elem((3, 3), true) };
/// assert_eq!(aimak_science::terrain::aspect_degrees(&dem, 30.0, 30.0).get(0, 0), Some(&90.0));
/// ```
pub fn aspect_degrees<T: Elevation>(dem: &Raster<T>, dx: f64, dy: f64) -> Raster<f64> {
    horn(dem, dx, dy, |eastwards, northwards| {
        let faces_somewhere = eastwards != 0.0 || northwards != 0.0;
        faces_somewhere.then(|| {
            // due north is 0, not −0
            let degrees = (-eastwards).atan2(-northwards).to_degrees() + 0.0;
            // adding 360 to a tiny negative angle rounds to 360 itself
            Some(degrees.rem_euclid(360.0))
                .filter(|&degrees| degrees < 360.0)
                .unwrap_or(0.0)
        })
    })
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A plane faces where it was tilted to.
        #[test]
        fn a_plane_faces_downhill(degrees in 0.0..360.0_f64, dx in 1.0..90.0_f64, dy in 1.0..90.0_f64) {
            let (east, north) = degrees.to_radians().sin_cos();
            let values = Array2::from_shape_fn((4, 4), |(row, col)| 0.2 * (north * dy * row as f64 - east * dx * col as f64));
            let dem = Raster { valid: Array2::from_elem((4, 4), true), values };
            for &aspect in &aspect_degrees(&dem, dx, dy).values {
                let off = (aspect - degrees).rem_euclid(360.0);
                prop_assert!(off.min(360.0 - off) < 1e-9);
            }
        }
    }

    #[test]
    fn level_ground_faces_nowhere() {
        let dem = Raster {
            values: Array2::from_elem((3, 3), 7.0),
            valid: Array2::from_elem((3, 3), true),
        };
        assert_eq!(aspect_degrees(&dem, 1.0, 1.0).get(0, 0), None);
    }
}
