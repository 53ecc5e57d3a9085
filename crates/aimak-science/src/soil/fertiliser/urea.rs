//! How much carbon dioxide does urea set free in the soil?

use aimak_core::Withheld;

use crate::methods::range::in_range;

/// Nitrogen in urea, by mass.
const NITROGEN_IN_UREA: f64 = 0.46;
/// Carbon in urea, by mass.
const CARBON_IN_UREA: f64 = 0.20;
/// Carbon dioxide per carbon, by mass.
const CO2_PER_CARBON: f64 = 44.0 / 12.0;

/// Urea that holds so much nitrogen: `N/0.46`, kg.
///
/// # Errors
/// `OUT_OF_RANGE` for a negative amount.
pub fn urea_of_nitrogen_kg(nitrogen_kg: f64) -> Result<f64, Withheld> {
    in_range("nitrogen_kg", nitrogen_kg, 0.0, f64::MAX)?;
    Ok(nitrogen_kg / NITROGEN_IN_UREA)
}

/// Carbon dioxide from urea, kg.
///
/// # Formula
/// `urea·0.20·44/12`.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` for a negative amount.
///
/// # Example
/// ```
/// use aimak_science::soil::fertiliser::{co2_from_urea_kg, urea_of_nitrogen_kg};
/// let urea = urea_of_nitrogen_kg(100.0).unwrap();
/// assert!((urea - 217.391).abs() < 5e-4);
/// assert!((co2_from_urea_kg(urea).unwrap() - 159.42).abs() < 5e-4);
/// assert!(co2_from_urea_kg(-1.0).is_err());
/// ```
///
/// # Reference
/// METHODS A.11; IPCC (2006), Guidelines Vol. 4, Ch. 11, Eq. 11.13.
pub fn co2_from_urea_kg(urea_kg: f64) -> Result<f64, Withheld> {
    in_range("urea_kg", urea_kg, 0.0, f64::MAX)?;
    Ok(urea_kg * CARBON_IN_UREA * CO2_PER_CARBON)
}
