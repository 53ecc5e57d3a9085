//! How green is sparse cover, with the soil between the plants allowed for?

use super::{SpectralIndex, quotient};
use crate::spectral::{BandRole, Bands};

/// Soil-adjusted vegetation index.
///
/// # Formula
/// `1.5·(N − R)/(N + R + 0.5)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. The soil term L is 0.5, for intermediate cover.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Red, 0.08), (Nir, 0.32)]);
/// let savi = index::by_id("savi").unwrap().value(&bands).unwrap();
/// assert!((savi - 0.400_000).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Huete (1988), Remote Sens. Environ. 25:295–309, doi:10.1016/0034-4257(88)90106-X.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "savi",
    symbol: "SAVI",
    name: "Soil-adjusted vegetation index",
    formula: "1.5·(N − R)/(N + R + 0.5)",
    needs: &[BandRole::Red, BandRole::Nir],
    valid_range: (-1.0, 1.0),
    reference: "Huete (1988), Remote Sens. Environ. 25:295–309, doi:10.1016/0034-4257(88)90106-X",
    formula_of: savi,
};

fn savi(bands: &Bands) -> Option<f64> {
    let (n, r) = (bands.nir()?, bands.red()?);
    quotient(1.5 * (n - r), n + r + 0.5)
}
