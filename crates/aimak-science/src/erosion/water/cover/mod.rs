//! C: what is left of the loss from bare fallow under this cover?
//!
//! | type | from | use |
//! |---|---|---|
//! | [`CoverRange`] | land cover and vegetation cover | the default, pasture included |
//! | [`ArableCover`] | crop, tillage, residues of the field register | the default on arable land |
//! | [`CoverTable`] | a table of one's own, as in InVEST | where local values exist |
//! | [`VanDerKnijff`], [`Durigon`], [`Almagro`], [`Kulikov`] | NDVI | sensitivity only |
//!
//! NDVI cannot see mulch: an organic field under residues looks *worse*. And 0.05 of NDVI, which is noise between years, is a third of C by
//! [`VanDerKnijff`]. CV 0.40 (METHODS B.7). METHODS B.4.

mod arable;
mod land;
mod ndvi;
mod table;

pub use arable::{ArableCover, Crop, Tillage};
pub use land::{CoverRange, LandUse};
pub use ndvi::{Almagro, CoverFromNdvi, Durigon, Kulikov, VanDerKnijff};
pub use table::{CoverTable, LandClass};

/// C of the year from C of the months, each weighted by the erosivity of its month.
///
/// # Formula
/// `C = Σ C_m·R_m/Σ R_m`.
///
/// # Range and edge cases
/// Between the lowest and the highest month. `None` without erosivity, for a negative weight or no number: a month without C
/// matters unless its weight is 0.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::cover::seasonal_cover;
/// let (mut c, mut r) = ([0.4; 12], [0.0; 12]);
/// (c[5], r[4], r[5]) = (0.1, 1.0, 3.0);
/// assert!((seasonal_cover(&c, &r).unwrap() - 0.175).abs() < 1e-12);
/// assert_eq!(seasonal_cover(&c, &[0.0; 12]), None);
/// ```
///
/// # Reference
/// METHODS B.4; Renard et al. (1997), USDA Agriculture Handbook 703.
pub fn seasonal_cover(monthly_cover: &[f64; 12], monthly_erosivity: &[f64; 12]) -> Option<f64> {
    let sum: f64 = monthly_erosivity.iter().sum();
    let weighs = monthly_erosivity.iter().all(|r| r.is_finite() && *r >= 0.0) && sum > 0.0;
    let months = monthly_cover.iter().zip(monthly_erosivity);
    let weighted = months.filter(|(_, r)| **r > 0.0).map(|(c, r)| c * r);
    let mean = weighted.sum::<f64>() / sum;
    (weighs && mean.is_finite() && mean >= 0.0).then_some(mean)
}
