//! How bare is the soil?

use super::{SpectralIndex, normalised_difference};
use crate::spectral::{BandRole, Bands};

/// Bare soil index.
///
/// # Formula
/// `((S1 + R) − (N + B))/((S1 + R) + (N + B))`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. Dry stubble looks like bare soil to it.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Blue, Red, Nir, Swir1}, Bands, index};
/// let bands = Bands::of(&[(Blue, 0.06), (Red, 0.08), (Nir, 0.32), (Swir1, 0.22)]);
/// let bsi = index::by_id("bsi").unwrap().value(&bands).unwrap();
/// assert!((bsi + 0.117_647).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Rikimaru, Roy & Miyatake (2002), Trop. Ecol. 43:39–47.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "bsi",
    symbol: "BSI",
    name: "Bare soil index",
    formula: "((S1 + R) − (N + B))/((S1 + R) + (N + B))",
    needs: &[
        BandRole::Blue,
        BandRole::Red,
        BandRole::Nir,
        BandRole::Swir1,
    ],
    valid_range: (-1.0, 1.0),
    reference: "Rikimaru, Roy & Miyatake (2002), Trop. Ecol. 43:39–47",
    formula_of: bsi,
};

fn bsi(bands: &Bands) -> Option<f64> {
    let soil = bands.swir1()? + bands.red()?;
    let plants = bands.nir()? + bands.blue()?;
    normalised_difference(soil, plants)
}
