//! How far off is the stock of several layers?

use aimak_core::{CarbonMethod, Reason, SoilLayer, Withheld};

use super::layer::{MeasuredLayer, StockError, StockErrors};
use crate::{
    methods::range::in_range,
    soil::{bulk_density::DensitySource, stock::FixedDepth},
};

/// Lowest pH in water at which soil is taken to hold carbonates.
const CALCAREOUS_PH: f64 = 7.0;

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

impl FixedDepth {
    /// The stock of a sampled profile with the error of its measurement, by what METHODS assumes where the laboratory states none.
    ///
    /// # Formula
    /// [`profile_error`] over the parts of the layers above the depth, with [`StockErrors::assumed`] and
    /// [`INTER_LAYER_CORRELATION`].
    ///
    /// # Range and edge cases
    /// Refused where the stock is ([`FixedDepth::stock`]). Soil of pH 7 and more, or of unknown pH, counts as calcareous; a layer
    /// of which nobody said how carbon was determined has the greater error. Coarse fragments that nobody recorded count as 0, as
    /// in the stock. The interval says nothing about which places were sampled.
    ///
    /// # Example
    /// ```
    /// use aimak_core::{CarbonMethod, SoilLayer};
    /// use aimak_science::soil::stock::FixedDepth;
    /// let layer = SoilLayer {
    ///     top_cm: 0.0, bottom_cm: 40.0, carbon_percent: Some(1.8), carbon_method: Some(CarbonMethod::TyurinHumus),
    ///     bulk_density_g_per_cm3: Some(1.25), coarse_fraction: Some(0.10), ..SoilLayer::default()
    /// };
    /// let error = FixedDepth { depth_cm: 30.0 }.with_error(&[layer]).unwrap();
    /// assert!((error.carbon_t_per_ha - 60.75).abs() < 1e-9);
    /// assert!((error.cv().unwrap() - 0.1249).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// METHODS A.8.
    pub fn with_error(&self, sampled: &[SoilLayer]) -> Result<StockError, Withheld> {
        let stock = self.stock(sampled)?;
        let above = |layer: &&SoilLayer| layer.top_cm < self.depth_cm;
        let layers: Vec<(StockErrors, MeasuredLayer)> = sampled
            .iter()
            .filter(above)
            .filter_map(|layer| Some((assumed(layer), self.inside(layer)?)))
            .collect();
        let errors = layers
            .iter()
            .map(|(errors, _)| *errors)
            .reduce(|one, other| StockErrors {
                carbon_cv: one.carbon_cv.max(other.carbon_cv),
                ..one
            })
            .ok_or(Withheld::because(Reason::NoData))?;
        let layers: Vec<MeasuredLayer> = layers.into_iter().map(|(_, layer)| layer).collect();
        let error = profile_error(&errors, &layers, INTER_LAYER_CORRELATION)?;
        Ok(StockError {
            carbon_t_per_ha: stock.carbon_t_per_ha,
            ..error
        })
    }

    /// The part of a layer above the depth.
    fn inside(self, layer: &SoilLayer) -> Option<MeasuredLayer> {
        Some(MeasuredLayer {
            carbon_percent: layer.carbon_percent?,
            density_g_per_cm3: layer.bulk_density_g_per_cm3?,
            thickness_cm: layer.bottom_cm.min(self.depth_cm) - layer.top_cm,
            coarse_fraction: layer.coarse_fraction.unwrap_or(0.0),
        })
    }
}

/// The errors assumed of a layer whose density was measured.
fn assumed(layer: &SoilLayer) -> StockErrors {
    let calcareous = layer.ph.is_none_or(|ph| ph >= CALCAREOUS_PH);
    // of the methods, only dry combustion errs less
    let method = layer.carbon_method.unwrap_or(CarbonMethod::TyurinHumus);
    StockErrors::assumed(method, DensitySource::Measured, calcareous)
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
