//! Where does snow lie?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Normalised difference snow index.
///
/// # Formula
/// `(G − S1)/(G + S1)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Snow lies above about 0.4; water reaches that too.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Green, Swir1}, Bands, index};
/// let bands = Bands::of(&[(Green, 0.09), (Swir1, 0.22)]);
/// let ndsi = index::by_id("ndsi").unwrap().value(&bands).unwrap();
/// assert!((ndsi + 0.419_355).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Riggs, Hall & Salomonson (1994), IGARSS 1994, doi:10.1109/IGARSS.1994.399618.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "ndsi",
    symbol: "NDSI",
    name: "Normalised difference snow index",
    formula: "(G − S1)/(G + S1)",
    needs: &[BandRole::Green, BandRole::Swir1],
    valid_range: (-1.0, 1.0),
    reference: "Riggs, Hall & Salomonson (1994), IGARSS 1994, doi:10.1109/IGARSS.1994.399618",
    formula_of: ndsi,
};

fn ndsi(bands: &Bands) -> Option<f64> {
    normalised_difference(bands.green()?, bands.swir1()?)
}
