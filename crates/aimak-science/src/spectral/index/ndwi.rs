//! Where is open water?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised difference water index of `McFeeters`.
///
/// # Formula
/// `(G − N)/(G + N)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Positive over water. Gao's index of leaf water, also called NDWI elsewhere, is `ndmi` here.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Green, Nir}, Bands, index};
/// let bands = Bands::of(&[(Green, 0.09), (Nir, 0.32)]);
/// let ndwi = index::by_id("ndwi").unwrap().value(&bands).unwrap();
/// assert!((ndwi + 0.560_976).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; `McFeeters` (1996), Int. J. Remote Sens. 17:1425–1432, doi:10.1080/01431169608948714.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "ndwi",
    symbol: "NDWI",
    name: "Normalised difference water index of McFeeters",
    formula: "(G − N)/(G + N)",
    needs: &[BandRole::Green, BandRole::Nir],
    valid_range: (-1.0, 1.0),
    reference: "McFeeters (1996), Int. J. Remote Sens. 17:1425–1432, doi:10.1080/01431169608948714",
    formula_of: ndwi,
};

fn ndwi(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.green()?, bands.nir()?)
}
