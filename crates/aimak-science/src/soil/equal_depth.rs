//! How much of the soil is organic carbon, down to a depth, where nobody measured bulk density?
//!
//! Many laboratories have one sample of 0–20 cm and nothing else. That gives no stock, and none is made up; it gives a
//! concentration, which can be compared with the same depth later.

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use super::{
    carbon_reading::CarbonMethod,
    content::{Content, MassUnit, OrganicCarbon},
    remark::Remark,
};
use crate::methods::range::in_range;

/// Depths closer than this are the same depth, cm.
const SAME_DEPTH_CM: f64 = 1e-6;

/// Mean of what a laboratory found from the surface down to a depth, weighted by thickness.
///
/// # Formula
/// `x = Σ xᵢ·tᵢ / Σ tᵢ` over the layers within 0 cm and the depth; one layer of just that depth is its own figure.
///
/// # Units
/// Those of the layers.
///
/// # Range and edge cases
/// Layers must reach from 0 cm to the depth without a gap (`GAP_AT_DEPTH`) and each have the figure (`NO_DATA`) within the range
/// given (`OUT_OF_RANGE`). Several layers are averaged by thickness, which is not by mass: remarked.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::equal_depth::DepthMean;
/// let layer = |top_cm, bottom_cm, p2o5| SoilLayer {
///     top_cm, bottom_cm, p2o5_machigin_mg_per_kg: Some(p2o5), ..SoilLayer::default()
/// };
/// let p2o5 = |layer: &SoilLayer| layer.p2o5_machigin_mg_per_kg;
/// let soil = [layer(0.0, 10.0, 30.0), layer(10.0, 30.0, 18.0)];
/// let mean = DepthMean::of(&soil, 20.0, ("p2o5", 0.0, 1e4), p2o5).unwrap();
/// assert_eq!(mean.value, 24.0); // (30·10 + 18·10)/20
/// ```
///
/// # Reference
/// METHODS A.3 and R.1.
#[derive(Clone, Debug, PartialEq)]
pub struct DepthMean {
    /// The mean.
    pub value: f64,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl DepthMean {
    /// The mean down to a depth of what `figure` reads off a layer.
    pub fn of(
        sampled: &[SoilLayer],
        depth_cm: f64,
        (field, lowest, highest): (&str, f64, f64),
        figure: impl Fn(&SoilLayer) -> Option<f64>,
    ) -> Result<Self, Withheld> {
        in_range("depth_cm", depth_cm, f64::MIN_POSITIVE, 1000.0)?;
        let mut sampled: Vec<&SoilLayer> = sampled.iter().collect();
        sampled.sort_by(|a, b| a.top_cm.total_cmp(&b.top_cm));
        let (mut reached_cm, mut sum, mut used) = (0.0, 0.0, Vec::new());
        for layer in sampled {
            if reached_cm >= depth_cm - SAME_DEPTH_CM {
                break;
            }
            if (layer.top_cm - reached_cm).abs() > SAME_DEPTH_CM || layer.bottom_cm <= layer.top_cm
            {
                return Err(gap(reached_cm, depth_cm));
            }
            let value = figure(layer).ok_or(Withheld::because(Reason::NoData))?;
            in_range(field, value, lowest, highest)?;
            sum += value * (layer.bottom_cm.min(depth_cm) - layer.top_cm);
            used.push(value);
            reached_cm = layer.bottom_cm;
        }
        let mean = |value, remarks| Self { value, remarks };
        match used[..] {
            [] => Err(Withheld::because(Reason::NoData)),
            _ if reached_cm < depth_cm - SAME_DEPTH_CM => Err(gap(reached_cm, depth_cm)),
            // as the laboratory wrote it, without a multiplication there and back
            [value] => Ok(mean(value, Vec::new())),
            _ => Ok(mean(sum / depth_cm, vec![Remark::AveragedByThickness])),
        }
    }
}

/// Mean concentration of organic carbon from the surface down to a depth; never a stock.
///
/// # Formula
/// `c = Σ cᵢ·tᵢ / Σ tᵢ` over the layers within 0 cm and the depth; one layer of just that depth is its own figure.
///
/// # Units
/// Mass of carbon by mass of fine earth.
///
/// # Range and edge cases
/// Layers must reach from 0 cm to the depth without a gap (`GAP_AT_DEPTH`) and each have carbon (`NO_DATA`) within 0–58 %. Several
/// layers are averaged by thickness, which is not by mass: remarked. A layer that is cut is even within itself, by assumption.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::equal_depth::DepthConcentration;
/// let layer = |top_cm, bottom_cm, carbon| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: None, coarse_fraction: None, ph: None, ..SoilLayer::default()
/// };
/// let plough_layer = DepthConcentration::of(&[layer(0.0, 20.0, 1.4)], 20.0).unwrap();
/// assert_eq!(plough_layer.carbon.percent(), 1.4);
/// assert!(plough_layer.remarks.is_empty());
/// let two = DepthConcentration::of(&[layer(0.0, 10.0, 1.6), layer(10.0, 30.0, 1.0)], 20.0).unwrap();
/// assert!((two.carbon.percent() - 1.3).abs() < 1e-12);
/// assert_eq!(two.remarks.len(), 1);
/// ```
///
/// # Reference
/// METHODS A.3 and R.1 (no stock without bulk density).
#[derive(Clone, Debug, PartialEq)]
pub struct DepthConcentration {
    /// The concentration.
    pub carbon: Content<OrganicCarbon>,
    /// The depth, cm.
    pub depth_cm: f64,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl DepthConcentration {
    /// The mean concentration down to a depth.
    pub fn of(sampled: &[SoilLayer], depth_cm: f64) -> Result<Self, Withheld> {
        let mean = DepthMean::of(sampled, depth_cm, ("carbon_percent", 0.0, 58.0), |layer| {
            layer.carbon_percent
        })?;
        Self::new(mean.value, depth_cm, mean.remarks)
    }

    fn new(percent: f64, depth_cm: f64, remarks: Vec<Remark>) -> Result<Self, Withheld> {
        Ok(Self {
            carbon: Content::new(percent, MassUnit::Percent)?,
            depth_cm,
            remarks,
        })
    }

    /// What became of it later, in g/kg: `later − self`.
    ///
    /// # Range and edge cases
    /// Only over the same depth and by the same, known method: `METHOD_MISMATCH`, `METHOD_UNKNOWN`. It says nothing about a stock: a
    /// concentration also rises where soil is loosened by straw or falls where the plough went deeper.
    ///
    /// # Example
    /// ```
    /// use aimak_core::SoilLayer;
    /// use aimak_science::soil::{carbon_reading::CarbonMethod, equal_depth::DepthConcentration};
    /// let of = |carbon, depth| DepthConcentration::of(&[SoilLayer {
    ///     top_cm: 0.0, bottom_cm: depth, carbon_percent: Some(carbon), bulk_density_g_per_cm3: None, coarse_fraction: None, ph: None, ..SoilLayer::default()
    /// }], depth).unwrap();
    /// let tyurin = Some(CarbonMethod::TyurinHumus);
    /// let change = of(1.4, 20.0).change_g_per_kg(tyurin, &of(1.5, 20.0), tyurin).unwrap();
    /// assert!((change - 1.0).abs() < 1e-12);
    /// assert!(of(1.4, 20.0).change_g_per_kg(tyurin, &of(1.5, 25.0), tyurin).is_err());
    /// ```
    pub fn change_g_per_kg(
        &self,
        method: Option<CarbonMethod>,
        later: &Self,
        later_method: Option<CarbonMethod>,
    ) -> Result<f64, Withheld> {
        let (Some(method), Some(later_method)) = (method, later_method) else {
            return Err(Withheld::because(Reason::MethodUnknown));
        };
        let same_depth = (self.depth_cm - later.depth_cm).abs() <= SAME_DEPTH_CM;
        if method != later_method || !same_depth {
            return Err(Withheld::because(Reason::MethodMismatch));
        }
        Ok(later.carbon.g_per_kg() - self.carbon.g_per_kg())
    }
}

/// The refusal where layers end or break off above the depth.
fn gap(reached_cm: f64, depth_cm: f64) -> Withheld {
    let detail = Message::new("detail-depth-reached")
        .with("reached", reached_cm)
        .with("needed", depth_cm);
    Withheld::because(Reason::GapAtDepth).with(detail)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn layer(top_cm: f64, bottom_cm: f64, carbon: f64) -> SoilLayer {
        SoilLayer {
            top_cm,
            bottom_cm,
            carbon_percent: Some(carbon),
            bulk_density_g_per_cm3: None,
            coarse_fraction: None,
            ph: None,
            ..SoilLayer::default()
        }
    }

    fn reason(layers: &[SoilLayer]) -> Reason {
        DepthConcentration::of(layers, 20.0).unwrap_err().reason
    }

    #[test]
    fn layers_that_do_not_fill_the_depth_are_refused() {
        assert_eq!(reason(&[]), Reason::NoData);
        assert_eq!(reason(&[layer(0.0, 15.0, 1.0)]), Reason::GapAtDepth);
        assert_eq!(reason(&[layer(5.0, 20.0, 1.0)]), Reason::GapAtDepth);
        assert_eq!(
            reason(&[layer(0.0, 15.0, 1.0), layer(10.0, 20.0, 1.0)]),
            Reason::GapAtDepth
        );
        let empty = SoilLayer {
            carbon_percent: None,
            ..layer(0.0, 20.0, 1.0)
        };
        assert_eq!(reason(&[empty]), Reason::NoData);
        assert_eq!(reason(&[layer(0.0, 20.0, 70.0)]), Reason::OutOfRange);
    }

    #[test]
    fn methods_do_not_mix() {
        let of = |carbon| DepthConcentration::of(&[layer(0.0, 20.0, carbon)], 20.0).unwrap();
        let (tyurin, burnt) = (
            Some(CarbonMethod::TyurinHumus),
            Some(CarbonMethod::DryCombustion),
        );
        let reason = |a, b| of(1.0).change_g_per_kg(a, &of(1.2), b).unwrap_err().reason;
        assert_eq!(reason(tyurin, burnt), Reason::MethodMismatch);
        assert_eq!(reason(None, None), Reason::MethodUnknown);
    }

    proptest! {
        #[test]
        fn the_mean_lies_among_the_layers(carbons in prop::collection::vec(0.0..8.0_f64, 1..5), depth in 5.0..30.0_f64) {
            let thickness = 30.0 / carbons.len() as f64;
            let layers: Vec<_> = carbons.iter().enumerate().map(|(i, carbon)| {
                layer(thickness * i as f64, thickness * (i + 1) as f64, *carbon)
            }).collect();
            let found = DepthConcentration::of(&layers, depth).unwrap().carbon.percent();
            let lowest = carbons.iter().copied().fold(f64::INFINITY, f64::min);
            let highest = carbons.iter().copied().fold(0.0, f64::max);
            prop_assert!(lowest - 1e-9 <= found && found <= highest + 1e-9);
        }
    }
}
