//! How much organic carbon lies in the same mass of soil, whatever its density became?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use super::{
    knots::{segment, straight},
    mass_curve::MassCurve,
    monotone_spline::MonotoneSpline,
    profile::Stock,
};

/// Equivalent soil mass with straight lines between the sampled layers.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::stock::{EsmLinear, MassCurve};
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None, ..SoilLayer::default()
/// };
/// let before = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let after = [layer(0., 10., 2.45, 1.08, 0.08), layer(10., 30., 1.62, 1.24, 0.12), layer(30., 50., 0.92, 1.38, 0.15)];
/// let reference_t_per_ha = MassCurve::new(&before, 30.0).unwrap().mass_at_t_per_ha(30.0);
/// assert!((reference_t_per_ha - 3256.0273).abs() < 5e-5);
/// let stock = EsmLinear { reference_t_per_ha }.stock(&MassCurve::new(&after, 30.0).unwrap()).unwrap();
/// assert!((stock.carbon_t_per_ha - 61.4083).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.4; Wendt & Hauser (2013), Eur. J. Soil Sci. 64:58–65, doi:10.1111/ejss.12002.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EsmLinear {
    /// Reference mass, t/ha, of the kind the curve cumulates.
    pub reference_t_per_ha: f64,
}

impl EsmLinear {
    /// The carbon above the reference mass, t/ha.
    ///
    /// # Errors
    /// `ESM_NEEDS_DEEPER_SAMPLE` where sampling ends above the reference mass.
    pub fn stock(&self, curve: &MassCurve) -> Result<Stock, Withheld> {
        curve.reaches(self.reference_t_per_ha)?;
        let upper = segment(curve.mass_t_per_ha(), self.reference_t_per_ha);
        let carbon = straight(
            curve.mass_t_per_ha(),
            curve.carbon_t_per_ha(),
            upper,
            self.reference_t_per_ha,
        );
        Ok(Stock {
            carbon_t_per_ha: carbon,
            flags: curve.flags().to_vec(),
        })
    }
}

/// Equivalent soil mass with a monotone cubic spline through the sampled layers; needs three layers.
///
/// # Formula
/// The cubic spline of Forsythe, Malcolm & Moler, its slopes limited after Hyman so that cumulative carbon never falls,
/// then cubic Hermite pieces.
///
/// # Range and edge cases
/// With fewer than three layers use [`EsmLinear`]. Nothing is extrapolated below the last sample.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::stock::{EsmSpline, MassCurve};
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None, ..SoilLayer::default()
/// };
/// let before = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let after = [layer(0., 10., 2.45, 1.08, 0.08), layer(10., 30., 1.62, 1.24, 0.12), layer(30., 50., 0.92, 1.38, 0.15)];
/// let reference_t_per_ha = MassCurve::new(&before, 30.0).unwrap().mass_at_t_per_ha(30.0);
/// let stock = EsmSpline { reference_t_per_ha }.stock(&MassCurve::new(&after, 30.0).unwrap()).unwrap();
/// assert!((stock.carbon_t_per_ha - 61.8426).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.4 and P.1; von Haden et al. (2020), Glob. Change Biol. 26:3759–3770, doi:10.1111/gcb.15124.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EsmSpline {
    /// Reference mass, t/ha, of the kind the curve cumulates.
    pub reference_t_per_ha: f64,
}

impl EsmSpline {
    /// The carbon above the reference mass, t/ha.
    ///
    /// # Errors
    /// `ESM_NEEDS_DEEPER_SAMPLE` with fewer than three layers or where sampling ends above the reference mass.
    pub fn stock(&self, curve: &MassCurve) -> Result<Stock, Withheld> {
        if curve.layers() < 3 {
            let detail = Message::new("detail-layers")
                .with("n", curve.layers())
                .with("needed", 3usize);
            return Err(Withheld::because(Reason::EsmNeedsDeeperSample).with(detail));
        }
        curve.reaches(self.reference_t_per_ha)?;
        let spline = MonotoneSpline::new(curve.mass_t_per_ha(), curve.carbon_t_per_ha());
        Ok(Stock {
            carbon_t_per_ha: spline.at(self.reference_t_per_ha),
            flags: curve.flags().to_vec(),
        })
    }
}

/// Which curve a stock was read off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EsmCurve {
    /// The monotone spline.
    Spline,
    /// Straight lines.
    Lines,
}

/// The stock of a profile in the mass its baseline held down to `target_cm`.
///
/// # Formula
/// `C(M*)`, `M*` the cumulative mineral mass of the baseline at the target depth.
///
/// # Range and edge cases
/// Two profiles are compared by one curve: the spline where both have three layers, else straight lines. Both need two layers and
/// samples below the target, because loosened soil of the same mass ends deeper.
///
/// # Errors
/// `ESM_NEEDS_DEEPER_SAMPLE`, or what [`super::CarbonProfile::new`] refuses.
///
/// # Reference
/// METHODS A.4.
pub fn stock_in_mass_of(
    baseline: &[SoilLayer],
    here: &[SoilLayer],
    target_cm: f64,
) -> Result<(Stock, EsmCurve), Withheld> {
    let curve = |layers| deeper_than(target_cm, MassCurve::new(layers, target_cm)?);
    let (here, reference) = (curve(here)?, curve(baseline)?);
    let reference_t_per_ha = reference.mass_at_t_per_ha(target_cm);
    if here.layers().min(reference.layers()) >= 3 {
        let stock = EsmSpline { reference_t_per_ha }.stock(&here)?;
        return Ok((stock, EsmCurve::Spline));
    }
    let stock = EsmLinear { reference_t_per_ha }.stock(&here)?;
    Ok((stock, EsmCurve::Lines))
}

/// Refuses a curve of one layer, or one that ends at the target depth.
///
/// # Errors
/// `ESM_NEEDS_DEEPER_SAMPLE`.
pub fn deeper_than(target_cm: f64, curve: MassCurve) -> Result<MassCurve, Withheld> {
    let refused =
        |detail: Message| Err(Withheld::because(Reason::EsmNeedsDeeperSample).with(detail));
    if curve.depth_cm() <= target_cm {
        return refused(
            Message::new("detail-depth-reached")
                .with("reached", curve.depth_cm())
                .with("needed", target_cm),
        );
    }
    if curve.layers() < 2 {
        return refused(
            Message::new("detail-layers")
                .with("n", curve.layers())
                .with("needed", 2usize),
        );
    }
    Ok(curve)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn soil(layers: &[(f64, f64)]) -> Vec<SoilLayer> {
        let layer = |(i, (carbon, density)): (usize, &(f64, f64))| SoilLayer {
            top_cm: 10.0 * i as f64,
            bottom_cm: 10.0 * (i + 1) as f64,
            carbon_percent: Some(*carbon),
            bulk_density_g_per_cm3: Some(*density),
            coarse_fraction: Some(0.1),
            ph: None,
            ..SoilLayer::default()
        };
        layers.iter().enumerate().map(layer).collect()
    }

    #[test]
    fn compaction_below_the_sample_is_refused() {
        let curve = MassCurve::new(&soil(&[(2.0, 1.0), (1.5, 1.0), (1.0, 1.0)]), 30.0).unwrap();
        let deeper = EsmSpline {
            reference_t_per_ha: 4000.0,
        }
        .stock(&curve);
        assert_eq!(deeper.unwrap_err().reason, Reason::EsmNeedsDeeperSample);
    }

    #[test]
    fn two_layers_have_no_spline() {
        let curve = MassCurve::new(&soil(&[(2.0, 1.0), (1.5, 1.0)]), 20.0).unwrap();
        assert_eq!(
            EsmSpline {
                reference_t_per_ha: 100.0
            }
            .stock(&curve)
            .unwrap_err()
            .reason,
            Reason::EsmNeedsDeeperSample
        );
        assert!(
            EsmLinear {
                reference_t_per_ha: 100.0
            }
            .stock(&curve)
            .is_ok()
        );
    }

    proptest! {
        #[test]
        fn carbon_never_falls_with_mass(layers in prop::collection::vec((0.0..8.0, 0.6..1.7), 3..7), a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let curve = MassCurve::new(&soil(&layers), 30.0).unwrap();
            let whole = curve.mass_t_per_ha().last().copied().unwrap();
            let at = |share: f64| {
                EsmSpline { reference_t_per_ha: share * whole }.stock(&curve).unwrap().carbon_t_per_ha
            };
            prop_assert!(at(a.min(b)) <= at(a.max(b)) + 1e-9);
        }

        #[test]
        fn the_whole_profile_holds_the_whole_stock(layers in prop::collection::vec((0.0..8.0, 0.6..1.7), 3..7)) {
            let curve = MassCurve::new(&soil(&layers), 30.0).unwrap();
            let reference_t_per_ha = curve.mass_at_t_per_ha(curve.depth_cm());
            let whole = curve.carbon_t_per_ha().last().copied().unwrap();
            prop_assert_eq!(EsmLinear { reference_t_per_ha }.stock(&curve).unwrap().carbon_t_per_ha, whole);
            let spline = EsmSpline { reference_t_per_ha }.stock(&curve).unwrap();
            prop_assert!((spline.carbon_t_per_ha - whole).abs() < 1e-9);
        }
    }
}
