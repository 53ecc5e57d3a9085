//! In which mass of soil are stocks compared?

use aimak_core::{Message, Reason, Withheld};

use super::mass_curve::MassCurve;
use crate::methods::interval::mean;

/// The reference mass of a site: mean over its baseline replicates at the target depth, t/ha.
///
/// # Formula
/// `M* = mean of M(target)`.
///
/// # Range and edge cases
/// Replicates must cumulate the same kind of mass (`METHOD_MISMATCH`) and reach the target (`GAP_AT_DEPTH`).
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::stock::{MassCurve, site_reference_t_per_ha};
/// let core = |density| [SoilLayer {
///     top_cm: 0.0, bottom_cm: 40.0, carbon_percent: Some(0.0), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(0.0), ph: None, ..SoilLayer::default()
/// }];
/// let curve = |density| MassCurve::new(&core(density), 30.0).unwrap();
/// let mass = site_reference_t_per_ha(&[curve(1.0), curve(1.2)], 30.0).unwrap();
/// assert!((mass - 3300.0).abs() < 1e-9); // (3000 + 3600)/2
/// ```
///
/// # Reference
/// METHODS A.4, step 2.
pub fn site_reference_t_per_ha(baselines: &[MassCurve], target_cm: f64) -> Result<f64, Withheld> {
    let first = baselines.first().ok_or(Withheld::because(Reason::NoData))?;
    for curve in baselines {
        if curve.kind() != first.kind() {
            return Err(Withheld::because(Reason::MethodMismatch));
        }
        if curve.depth_cm() < target_cm {
            let detail = Message::new("detail-depth-reached")
                .with("reached", curve.depth_cm())
                .with("needed", target_cm);
            return Err(Withheld::because(Reason::GapAtDepth).with(detail));
        }
    }
    let masses: Vec<f64> = baselines
        .iter()
        .map(|curve| curve.mass_at_t_per_ha(target_cm))
        .collect();
    mean(&masses).ok_or(Withheld::because(Reason::NoData))
}

/// The reference mass for several sites: the lowest, so that no site must be extrapolated; `None` without a site.
///
/// ```
/// use aimak_science::soil::stock::lowest_reference_t_per_ha;
/// assert_eq!(lowest_reference_t_per_ha(&[3256.0, 3010.5, 3400.0]), Some(3010.5));
/// ```
pub fn lowest_reference_t_per_ha(sites_t_per_ha: &[f64]) -> Option<f64> {
    sites_t_per_ha.iter().copied().min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use aimak_core::SoilLayer;

    use super::{
        super::{CarbonProfile, SoilMass},
        *,
    };

    fn soil(bottom_cm: f64) -> CarbonProfile {
        let layer = SoilLayer {
            top_cm: 0.0,
            bottom_cm,
            carbon_percent: Some(2.0),
            bulk_density_g_per_cm3: Some(1.2),
            coarse_fraction: Some(0.0),
            ph: None,
            ..SoilLayer::default()
        };
        CarbonProfile::new(&[layer], bottom_cm).unwrap()
    }

    #[test]
    fn replicates_that_cannot_be_averaged_are_refused() {
        let curve = |depth, kind| MassCurve::of(&soil(depth), kind).unwrap();
        let reason =
            |curves: &[MassCurve]| site_reference_t_per_ha(curves, 30.0).unwrap_err().reason;
        let deep = curve(40.0, SoilMass::Mineral);
        assert_eq!(reason(&[]), Reason::NoData);
        assert_eq!(
            reason(&[deep.clone(), curve(20.0, SoilMass::Mineral)]),
            Reason::GapAtDepth
        );
        assert_eq!(
            reason(&[deep, curve(40.0, SoilMass::FineEarth)]),
            Reason::MethodMismatch
        );
        assert_eq!(lowest_reference_t_per_ha(&[]), None);
    }
}
