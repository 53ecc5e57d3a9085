//! How green is the ground, without saturating so soon?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Kernel normalised difference vegetation index.
///
/// # Formula
/// `tanh(NDVI²)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// 0 to 0.762. The kernel's width is σ = (N + R)/2. NDVI and −NDVI look alike to it: water is no low value, mask it.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Red, 0.08), (Nir, 0.32)]);
/// let kndvi = index::by_id("kndvi").unwrap().value(&bands).unwrap();
/// assert!((kndvi - 0.345_214).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Camps-Valls et al. (2021), Sci. Adv. 7:eabc7447, doi:10.1126/sciadv.abc7447.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "kndvi",
    symbol: "kNDVI",
    name: "Kernel normalised difference vegetation index",
    formula: "tanh(NDVI²)",
    needs: &[BandRole::Red, BandRole::Nir],
    valid_range: (0.0, 0.762),
    reference: "Camps-Valls et al. (2021), Sci. Adv. 7:eabc7447, doi:10.1126/sciadv.abc7447",
    formula_of: kndvi,
};

fn kndvi(bands: &Bands) -> Option<f64> {
    let ndvi = normalised_difference(bands.nir()?, bands.red()?)?;
    Some((ndvi * ndvi).tanh())
}
