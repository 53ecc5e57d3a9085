//! How moist are the leaves?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised difference moisture index.
///
/// # Formula
/// `(N − S1)/(N + S1)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Not to be called NDWI, which is `McFeeters`' index of open water.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Nir, Swir1}, Bands, index};
/// let bands = Bands::of(&[(Nir, 0.32), (Swir1, 0.22)]);
/// let ndmi = index::by_id("ndmi").unwrap().value(&bands).unwrap();
/// assert!((ndmi - 0.185_185).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Wilson & Sader (2002), Remote Sens. Environ. 80:385–396, doi:10.1016/S0034-4257(01)00318-2.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "ndmi",
    symbol: "NDMI",
    name: "Normalised difference moisture index",
    formula: "(N − S1)/(N + S1)",
    needs: &[BandRole::Nir, BandRole::Swir1],
    valid_range: (-1.0, 1.0),
    reference: "Wilson & Sader (2002), Remote Sens. Environ. 80:385–396, doi:10.1016/S0034-4257(01)00318-2",
    formula_of: ndmi,
};

fn ndmi(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.nir()?, bands.swir1()?)
}
