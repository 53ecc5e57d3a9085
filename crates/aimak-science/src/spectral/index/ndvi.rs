//! How green is the ground, red against near infrared?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised difference vegetation index.
///
/// # Formula
/// `(N − R)/(N + R)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Saturates under dense cover; bare soil lies near 0.1. kNDVI saturates later.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Red, 0.08), (Nir, 0.32)]);
/// let ndvi = index::by_id("ndvi").unwrap().value(&bands).unwrap();
/// assert!((ndvi - 0.600_000).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Tucker (1979), Remote Sens. Environ. 8:127–150, doi:10.1016/0034-4257(79)90013-0.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "ndvi",
    symbol: "NDVI",
    name: "Normalised difference vegetation index",
    formula: "(N − R)/(N + R)",
    needs: &[BandRole::Red, BandRole::Nir],
    valid_range: (-1.0, 1.0),
    reference: "Tucker (1979), Remote Sens. Environ. 8:127–150, doi:10.1016/0034-4257(79)90013-0",
    formula_of: ndvi,
};

fn ndvi(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.nir()?, bands.red()?)
}
