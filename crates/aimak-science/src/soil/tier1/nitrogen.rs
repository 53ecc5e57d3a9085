//! How much nitrogen does soil set free while it loses carbon?

use aimak_core::Withheld;

use crate::methods::range::in_range;

/// What the land was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandHistory {
    /// Cropland that stays cropland: ten parts of carbon to one of nitrogen.
    Cropland,
    /// Forest or grassland that became cropland: fifteen.
    ForestOrGrassland,
}

impl LandHistory {
    /// Carbon to nitrogen of the matter that is lost.
    pub const fn carbon_to_nitrogen(self) -> f64 {
        match self {
            Self::Cropland => 10.0,
            Self::ForestOrGrassland => 15.0,
        }
    }
}

/// Mineral nitrogen from carbon lost, kg.
///
/// # Formula
/// `F_SOM = ΔC_loss·1000/R`.
///
/// # Range and edge cases
/// The loss in t of carbon over the whole area, 0 or more: a gain sets nothing free (`OUT_OF_RANGE`).
///
/// # Example
/// ```
/// use aimak_science::soil::tier1::{LandHistory, nitrogen_from_carbon_loss_kg};
/// let nitrogen = nitrogen_from_carbon_loss_kg(0.2 * 1000.0, LandHistory::Cropland).unwrap();
/// assert_eq!(nitrogen, 20_000.0);
/// assert!((nitrogen * 0.005 * 44.0 / 28.0 - 157.14).abs() < 5e-3); // kg of N2O in a dry climate
/// ```
///
/// # Reference
/// METHODS A.10.5; IPCC (2019), Refinement Vol. 4, Ch. 11, Eq. 11.8.
pub fn nitrogen_from_carbon_loss_kg(
    carbon_lost_t: f64,
    history: LandHistory,
) -> Result<f64, Withheld> {
    in_range("carbon_lost_t", carbon_lost_t, 0.0, f64::MAX)?;
    Ok(carbon_lost_t * 1000.0 / history.carbon_to_nitrogen())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grassland_sets_less_free_and_a_gain_nothing() {
        assert_eq!(
            nitrogen_from_carbon_loss_kg(30.0, LandHistory::ForestOrGrassland),
            Ok(2000.0)
        );
        assert!(nitrogen_from_carbon_loss_kg(-1.0, LandHistory::Cropland).is_err());
    }
}
