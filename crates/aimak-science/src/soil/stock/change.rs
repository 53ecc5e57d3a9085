//! How much organic carbon did the soil gain or lose between two samplings?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use super::{
    equivalent_mass::{EsmLinear, EsmSpline, deeper_than},
    fixed_depth::FixedDepth,
    mass_curve::{MassCurve, SoilMass},
    profile::{CarbonProfile, Stock},
};
use crate::soil::{bulk_density::DensitySource, carbon_reading::CarbonMethod};

/// How stocks of two dates are made comparable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StockMethod {
    /// Down to the same depth, `SOC_FD`: hides a gain where soil was loosened, invents one where it was compacted.
    FixedDepth,
    /// In the same mineral mass, straight lines, `ESM_LIN`.
    EsmLinear,
    /// In the same mineral mass, monotone spline, `ESM_SPLINE`; lines where a date has two layers. The default.
    #[default]
    EsmSpline,
    /// In the same mass of fine earth, straight lines, `ESM_LIN_TOTAL`.
    EsmLinearTotal,
}

impl StockMethod {
    /// All methods.
    pub const ALL: [Self; 4] = [
        Self::FixedDepth,
        Self::EsmLinear,
        Self::EsmSpline,
        Self::EsmLinearTotal,
    ];

    /// Its id, as written in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FixedDepth => "SOC_FD",
            Self::EsmLinear => "ESM_LIN",
            Self::EsmSpline => "ESM_SPLINE",
            Self::EsmLinearTotal => "ESM_LIN_TOTAL",
        }
    }
}

/// The layers of one date, and how their numbers came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sampling<'a> {
    /// The layers.
    pub layers: &'a [SoilLayer],
    /// Where bulk density comes from.
    pub density: DensitySource,
    /// How carbon was determined; `None` where nobody knows.
    pub carbon: Option<CarbonMethod>,
}

/// Carbon of one plot on two dates, made comparable.
///
/// # Formula
/// `C_after(M*) − C_before(M*)`, M* the mass of the first date down to the target depth.
///
/// # Units
/// t C/ha.
///
/// # Range and edge cases
/// Refused: carbon by an unknown method (`METHOD_UNKNOWN`) or by two (`METHOD_MISMATCH`), bulk density that was not measured on
/// both dates (`BD_PTF`), and what the method itself refuses. Identical profiles change by exactly 0.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::{bulk_density::DensitySource, carbon_reading::CarbonMethod, stock::{CarbonChange, Sampling, StockMethod}};
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None, ..SoilLayer::default()
/// };
/// let before = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let after = [layer(0., 10., 2.45, 1.08, 0.08), layer(10., 30., 1.62, 1.24, 0.12), layer(30., 50., 0.92, 1.38, 0.15)];
/// let sampling = |layers| Sampling { layers, density: DensitySource::Measured, carbon: Some(CarbonMethod::DryCombustion) };
/// let change = |method| CarbonChange::between(&sampling(&before), &sampling(&after), 30.0, method).unwrap().change_t_per_ha();
/// assert!((change(StockMethod::FixedDepth) - 1.7093).abs() < 5e-5);
/// assert!((change(StockMethod::EsmLinear) - 3.4195).abs() < 5e-5);
/// assert!((change(StockMethod::EsmSpline) - 3.8538).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.3–A.5 and R.1.
#[derive(Clone, Debug, PartialEq)]
pub struct CarbonChange {
    /// Stock at first.
    pub before: Stock,
    /// Stock later.
    pub after: Stock,
    /// The mass compared, t/ha; `None` where a depth was.
    pub reference_t_per_ha: Option<f64>,
    /// The method used; [`StockMethod::EsmLinear`] where a spline was asked for and a date has two layers.
    pub method: StockMethod,
}

impl CarbonChange {
    /// Compares two samplings of one plot.
    pub fn between(
        before: &Sampling<'_>,
        after: &Sampling<'_>,
        target_cm: f64,
        method: StockMethod,
    ) -> Result<Self, Withheld> {
        comparable(before, after)?;
        let (kind, spline) = match method {
            StockMethod::FixedDepth => return Self::at_depth(before, after, target_cm),
            StockMethod::EsmLinear => (SoilMass::Mineral, false),
            StockMethod::EsmSpline => (SoilMass::Mineral, true),
            StockMethod::EsmLinearTotal => (SoilMass::FineEarth, false),
        };
        let curve = |of: &Sampling<'_>| {
            let profile = CarbonProfile::new(of.layers, target_cm)?;
            deeper_than(target_cm, MassCurve::of(&profile, kind)?)
        };
        let (first, last) = (curve(before)?, curve(after)?);
        let reference_t_per_ha = first.mass_at_t_per_ha(target_cm);
        let lines = first.layers().min(last.layers()) < 3;
        let stock = |curve: &MassCurve| -> Result<Stock, Withheld> {
            if spline && !lines {
                return EsmSpline { reference_t_per_ha }.stock(curve);
            }
            let mut stock = EsmLinear { reference_t_per_ha }.stock(curve)?;
            if spline {
                stock.flags.push(Message::new("flag-esm-linear"));
            }
            Ok(stock)
        };
        Ok(Self {
            before: stock(&first)?,
            after: stock(&last)?,
            reference_t_per_ha: Some(reference_t_per_ha),
            method: if spline && lines {
                StockMethod::EsmLinear
            } else {
                method
            },
        })
    }

    /// Both stocks down to one depth.
    fn at_depth(
        before: &Sampling<'_>,
        after: &Sampling<'_>,
        depth_cm: f64,
    ) -> Result<Self, Withheld> {
        let stock = |of: &Sampling<'_>| FixedDepth { depth_cm }.stock(of.layers);
        Ok(Self {
            before: stock(before)?,
            after: stock(after)?,
            reference_t_per_ha: None,
            method: StockMethod::FixedDepth,
        })
    }

    /// The change, t C/ha.
    pub fn change_t_per_ha(&self) -> f64 {
        self.after.carbon_t_per_ha - self.before.carbon_t_per_ha
    }
}

/// Refuses dates whose numbers came about differently.
fn comparable(before: &Sampling<'_>, after: &Sampling<'_>) -> Result<(), Withheld> {
    let unknown = Withheld::because(Reason::MethodUnknown);
    let (first, last) = (
        before.carbon.ok_or(unknown.clone())?,
        after.carbon.ok_or(unknown)?,
    );
    if first != last {
        return Err(Withheld::because(Reason::MethodMismatch));
    }
    let measured = |of: &Sampling<'_>| of.density == DensitySource::Measured;
    if measured(before) && measured(after) {
        Ok(())
    } else {
        Err(Withheld::because(Reason::BdPtf))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn soil(layers: &[(f64, f64)]) -> Vec<SoilLayer> {
        let layer = |(i, (carbon, density)): (usize, &(f64, f64))| SoilLayer {
            top_cm: 20.0 * i as f64,
            bottom_cm: 20.0 * (i + 1) as f64,
            carbon_percent: Some(*carbon),
            bulk_density_g_per_cm3: Some(*density),
            coarse_fraction: Some(0.1),
            ph: None,
            ..SoilLayer::default()
        };
        layers.iter().enumerate().map(layer).collect()
    }

    const fn measured(layers: &[SoilLayer]) -> Sampling<'_> {
        Sampling {
            layers,
            density: DensitySource::Measured,
            carbon: Some(CarbonMethod::TyurinHumus),
        }
    }

    #[test]
    fn dates_that_cannot_be_compared_are_refused_by_every_method() {
        let layers = soil(&[(2.0, 1.2), (1.5, 1.3), (1.0, 1.4)]);
        let good = measured(&layers);
        for method in StockMethod::ALL {
            let reason = |other: Sampling<'_>| {
                let refused = CarbonChange::between(&good, &other, 30.0, method);
                refused.unwrap_err().reason
            };
            let unknown = Sampling {
                carbon: None,
                ..good
            };
            assert_eq!(reason(unknown), Reason::MethodUnknown);
            let combustion = Some(CarbonMethod::DryCombustion);
            assert_eq!(
                reason(Sampling {
                    carbon: combustion,
                    ..good
                }),
                Reason::MethodMismatch
            );
            for density in [DensitySource::Pedotransfer, DensitySource::OtherDate] {
                assert_eq!(reason(Sampling { density, ..good }), Reason::BdPtf);
            }
        }
    }

    #[test]
    fn a_reference_below_the_sampled_soil_is_refused() {
        // loosened from 1.6 to 0.7 g/cm³: 40 cm now hold less than 30 cm did
        let (before, after) = (
            soil(&[(1.0, 1.6), (1.0, 1.6)]),
            soil(&[(1.0, 0.7), (1.0, 0.7)]),
        );
        let refused = CarbonChange::between(
            &measured(&before),
            &measured(&after),
            30.0,
            StockMethod::EsmLinear,
        );
        assert_eq!(refused.unwrap_err().reason, Reason::EsmNeedsDeeperSample);
    }

    #[test]
    fn two_layers_fall_back_to_lines_and_say_so() {
        let (two, three) = (
            soil(&[(2.0, 1.2), (1.5, 1.3)]),
            soil(&[(2.0, 1.2), (1.5, 1.3), (1.0, 1.4)]),
        );
        let change = |method| {
            CarbonChange::between(&measured(&two), &measured(&three), 30.0, method).unwrap()
        };
        let fallen_back = change(StockMethod::default());
        assert_eq!(fallen_back.method, StockMethod::EsmLinear);
        assert_eq!(
            fallen_back.change_t_per_ha(),
            change(StockMethod::EsmLinear).change_t_per_ha()
        );
        assert!(
            fallen_back
                .after
                .flags
                .iter()
                .any(|flag| flag.id == "flag-esm-linear")
        );
    }

    proptest! {
        #[test]
        fn identical_profiles_change_by_exactly_nothing(layers in prop::collection::vec((0.1..6.0, 0.8..1.7), 2..6)) {
            let layers = soil(&layers);
            for method in StockMethod::ALL {
                let change = CarbonChange::between(&measured(&layers), &measured(&layers), 30.0, method).unwrap();
                prop_assert_eq!(change.change_t_per_ha(), 0.0);
            }
        }

        #[test]
        fn the_baseline_holds_its_own_stock(layers in prop::collection::vec((0.1..6.0, 0.8..1.7), 2..6)) {
            // straight lines: carbon is even within a layer, as at fixed depth; mineral mass is, too
            let layers = soil(&layers);
            let before = |method| {
                CarbonChange::between(&measured(&layers), &measured(&layers), 30.0, method).unwrap().before.carbon_t_per_ha
            };
            prop_assert!((before(StockMethod::EsmLinear) - before(StockMethod::FixedDepth)).abs() < 1e-9);
        }
    }
}
