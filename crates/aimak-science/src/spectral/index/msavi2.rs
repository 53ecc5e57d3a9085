//! How green is sparse cover, when the soil term finds itself?

use super::SpectralIndex;
use crate::spectral::{BandRole, Bands};

/// Modified soil-adjusted vegetation index, second form.
///
/// # Formula
/// `½·(2N + 1 − √((2N + 1)² − 8(N − R)))`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −1 to 1. A negative radicand gives no value.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Red, 0.08), (Nir, 0.32)]);
/// let msavi2 = index::by_id("msavi2").unwrap().value(&bands).unwrap();
/// assert!((msavi2 - 0.381_366).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Qi et al. (1994), Remote Sens. Environ. 48:119–126, doi:10.1016/0034-4257(94)90134-1.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "msavi2",
    symbol: "MSAVI2",
    name: "Modified soil-adjusted vegetation index, second form",
    formula: "½·(2N + 1 − √((2N + 1)² − 8(N − R)))",
    needs: &[BandRole::Red, BandRole::Nir],
    valid_range: (-1.0, 1.0),
    reference: "Qi et al. (1994), Remote Sens. Environ. 48:119–126, doi:10.1016/0034-4257(94)90134-1",
    formula_of: msavi2,
};

fn msavi2(bands: &Bands) -> Option<f64> {
    let (n, r) = (bands.nir()?, bands.red()?);
    let twice = 2.0 * n + 1.0;
    let radicand = twice * twice - 8.0 * (n - r);
    (radicand >= 0.0).then(|| 0.5 * (twice - radicand.sqrt()))
}
