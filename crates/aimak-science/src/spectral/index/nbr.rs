//! Where did it burn?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised burn ratio.
///
/// # Formula
/// `(N − S2)/(N + S2)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Only its fall from before to after a fire speaks of burning.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Nir, Swir2}, Bands, index};
/// let bands = Bands::of(&[(Nir, 0.32), (Swir2, 0.14)]);
/// let nbr = index::by_id("nbr").unwrap().value(&bands).unwrap();
/// assert!((nbr - 0.391_304).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Key & Benson (2002), U.S. Geological Survey Open-File Report 02-11, doi:10.3133/ofr0211.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "nbr",
    symbol: "NBR",
    name: "Normalised burn ratio",
    formula: "(N − S2)/(N + S2)",
    needs: &[BandRole::Nir, BandRole::Swir2],
    valid_range: (-1.0, 1.0),
    reference: "Key & Benson (2002), U.S. Geological Survey Open-File Report 02-11, doi:10.3133/ofr0211",
    formula_of: nbr,
};

fn nbr(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.nir()?, bands.swir2()?)
}
