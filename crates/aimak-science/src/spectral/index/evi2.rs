//! How green is the ground under dense cover, without a blue band?

use super::{SpectralIndex, quotient};
use crate::spectral::{BandRole, Bands};

/// Two-band enhanced vegetation index.
///
/// # Formula
/// `2.5·(N − R)/(N + 2.4R + 1)`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// −0.74 to 1.25. Close to EVI over clear land; steadier where the blue band is noisy.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole::{Red, Nir}, Bands, index};
/// let bands = Bands::of(&[(Red, 0.08), (Nir, 0.32)]);
/// let evi2 = index::by_id("evi2").unwrap().value(&bands).unwrap();
/// assert!((evi2 - 0.396_825).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.2; Jiang et al. (2008), Remote Sens. Environ. 112:3833–3845, doi:10.1016/j.rse.2008.06.006.
pub static INDEX: SpectralIndex = SpectralIndex {
    id: "evi2",
    symbol: "EVI2",
    name: "Two-band enhanced vegetation index",
    formula: "2.5·(N − R)/(N + 2.4R + 1)",
    needs: &[BandRole::Red, BandRole::Nir],
    valid_range: (-0.74, 1.25),
    reference: "Jiang et al. (2008), Remote Sens. Environ. 112:3833–3845, doi:10.1016/j.rse.2008.06.006",
    formula_of: evi2,
};

fn evi2(bands: &Bands) -> Option<f64> {
    let (n, r) = (bands.nir()?, bands.red()?);
    quotient(2.5 * (n - r), n + 2.4 * r + 1.0)
}
