//! How green is the ground under dense cover and haze?

use super::{SpectralIndex, quotient};
use crate::spectral::{BandRole, Bands};

/// Enhanced vegetation index.
///
/// # Formula
/// `2.5·(N − R)/(N + 6R − 7.5B + 1)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1.5. Outside −1 to 1.5 it is cloud or snow that the mask missed, hence missing.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Blue, Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Blue, 0.06), (Red, 0.08), (Nir, 0.32)]);
/// let evi = index::by_id("evi").unwrap().value(&bands).unwrap();
/// assert!((evi - 0.444_444).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Huete et al. (1997), Remote Sens. Environ. 59:440–451, doi:10.1016/S0034-4257(96)00112-5.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "evi",
    symbol: "EVI",
    name: "Enhanced vegetation index",
    formula: "2.5·(N − R)/(N + 6R − 7.5B + 1)",
    needs: &[BandRole::Blue, BandRole::Red, BandRole::Nir],
    valid_range: (-1.0, 1.5),
    reference: "Huete et al. (1997), Remote Sens. Environ. 59:440–451, doi:10.1016/S0034-4257(96)00112-5",
    formula_of: evi,
};

fn evi(bands: &Bands) -> Option<f64> {
    let (n, r, b) = (bands.nir()?, bands.red()?, bands.blue()?);
    quotient(2.5 * (n - r), n + 6.0 * r - 7.5 * b + 1.0)
}
