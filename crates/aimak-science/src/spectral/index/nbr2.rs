//! How much crop residue lies on the soil?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised burn ratio 2.
///
/// # Formula
/// `(S1 − S2)/(S1 + S2)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. A proxy of stubble and dry litter; moist soil confuses it.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Swir1, Swir2}, Bands, index};
/// let bands = Bands::of(&[(Swir1, 0.22), (Swir2, 0.14)]);
/// let nbr2 = index::by_id("nbr2").unwrap().value(&bands).unwrap();
/// assert!((nbr2 - 0.222_222).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; U.S. Geological Survey, Landsat Normalized Burn Ratio 2.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "nbr2",
    symbol: "NBR2",
    name: "Normalised burn ratio 2",
    formula: "(S1 − S2)/(S1 + S2)",
    needs: &[BandRole::Swir1, BandRole::Swir2],
    valid_range: (-1.0, 1.0),
    reference: "U.S. Geological Survey, Landsat Normalized Burn Ratio 2",
    formula_of: nbr2,
};

fn nbr2(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.swir1()?, bands.swir2()?)
}
