//! How far off is the stock of several layers?

use aimak_core::{Reason, Withheld};

use super::layer::{MeasuredLayer, StockError, StockErrors};
use crate::methods::range::in_range;

/// Correlation between the errors of two layers of one profile, by decision of METHODS.
pub const INTER_LAYER_CORRELATION: f64 = 0.5;

/// The error of a profile's stock, first order.
///
/// # Formula
/// `sd² = Σᵢ Σⱼ rᵢⱼ·sdᵢ·sdⱼ`, `rᵢᵢ = 1` and else the correlation between layers.
///
/// # Range and edge cases
/// `NO_DATA` without a layer, `OUT_OF_RANGE` for a correlation outside 0–1.
///
/// # Example
/// ```
/// use aimak_science::soil::{
///     bulk_density::DensitySource, carbon_reading::CarbonMethod,
///     stock_error::{INTER_LAYER_CORRELATION, MeasuredLayer, StockErrors, profile_error},
/// };
/// let errors = StockErrors::assumed(CarbonMethod::TyurinHumus, DensitySource::Measured, true);
/// let half = MeasuredLayer { carbon_percent: 1.8, density_g_per_cm3: 1.25, thickness_cm: 15.0, coarse_fraction: 0.10 };
/// let error = profile_error(&errors, &[half, half], INTER_LAYER_CORRELATION).unwrap();
/// assert!((error.carbon_t_per_ha - 60.75).abs() < 1e-9);
/// // two equal parts: CV·√((2 + 2·0.5)/4) = 0.1249·0.8660
/// assert!((error.cv().unwrap() - 0.1249 * 0.75_f64.sqrt()).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.8.
pub fn profile_error(
    errors: &StockErrors,
    layers: &[MeasuredLayer],
    inter_layer_correlation: f64,
) -> Result<StockError, Withheld> {
    in_range("inter_layer_correlation", inter_layer_correlation, 0.0, 1.0)?;
    if layers.is_empty() {
        return Err(Withheld::because(Reason::NoData));
    }
    let single = layers
        .iter()
        .map(|layer| errors.of_layer(layer))
        .collect::<Result<Vec<_>, _>>()?;
    let sum: f64 = single.iter().map(|error| error.sd_t_per_ha).sum();
    let squares: f64 = single.iter().map(|error| error.sd_t_per_ha.powi(2)).sum();
    // all pairs: (Σ sd)² holds each square once and each pair twice
    let variance = squares + inter_layer_correlation * (sum * sum - squares);
    Ok(StockError {
        carbon_t_per_ha: single.iter().map(|error| error.carbon_t_per_ha).sum(),
        sd_t_per_ha: variance.sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::soil::{bulk_density::DensitySource, carbon_reading::CarbonMethod};

    fn errors() -> StockErrors {
        StockErrors::assumed(CarbonMethod::DryCombustion, DensitySource::Measured, false)
    }

    #[test]
    fn no_layer_no_error() {
        assert_eq!(
            profile_error(&errors(), &[], 0.5).unwrap_err().reason,
            Reason::NoData
        );
    }

    proptest! {
        #[test]
        fn correlation_widens_up_to_the_plain_sum(carbons in prop::collection::vec(0.1..5.0_f64, 1..6), r in 0.0..1.0_f64) {
            let layers: Vec<_> = carbons.iter().map(|carbon| MeasuredLayer {
                carbon_percent: *carbon, density_g_per_cm3: 1.3, thickness_cm: 10.0, coarse_fraction: 0.2,
            }).collect();
            let sd = |r| profile_error(&errors(), &layers, r).unwrap().sd_t_per_ha;
            let sum: f64 = layers.iter().map(|layer| errors().of_layer(layer).unwrap().sd_t_per_ha).sum();
            prop_assert!(sd(0.0) <= sd(r) + 1e-9 && sd(r) <= sd(1.0) + 1e-9);
            prop_assert!((sd(1.0) - sum).abs() < 1e-9);
        }
    }
}
