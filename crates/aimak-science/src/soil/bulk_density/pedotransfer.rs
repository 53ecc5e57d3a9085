//! What is bulk density where nobody took a core?

use aimak_core::{Message, Reason, Withheld};

use crate::{
    methods::range::in_range,
    soil::{
        content::{Content, OrganicCarbon},
        organic_matter::VAN_BEMMELEN,
        remark::Remark,
        texture::Texture,
    },
};

/// A published equation for bulk density.
///
/// # Formula
/// OC in per cent, OM = 1.724·OC, sand and clay in per cent; density in g/cm³.
///
/// | id | formula |
/// |---|---|
/// | `AR127` | `100/(OM/0.224 + (100 − OM)/ρₘ)`, ρₘ the density of mineral soil, 1.27 |
/// | `AL1` | `1.66 − 0.308·√OC` |
/// | `AL2` | `1.72 − 0.294·√OC` |
/// | `MJ` | `1.660 − 0.318·√OC` |
/// | `HOLc` | `0.80806 + 0.82384·exp(−0.27993·OC) + 0.0014065·sand − 0.0010299·clay` |
/// | `HOLm` | `0.69794 + 0.750636·exp(−0.230355·OC) + 0.0008687·sand − 0.0005164·clay` |
/// | `HAN` | `exp(0.5379 − 0.0653·√OM)` |
/// | `HANmix` | `0.167·1.526/(1.526·OM/100 + 0.167·(1 − OM/100))` |
/// | `SONG` | `1.377·exp(−0.0048·10·OC)` |
/// | `WU` | `1.2901 − 0.1229·ln OC` |
/// | `YANG` | `0.29 + 1.2033·exp(−0.075·OC)` |
///
/// # Range and edge cases
/// None was fitted in Central Asia. `HAN` gives 1.53 for 1.8 % carbon, which cannot be: its organic matter is most likely in g/kg in
/// the paper; it stands here to be compared and is in no default. Carbon of 0 has no logarithm; results outside 0.2–2.0 g/cm³ are
/// `OUT_OF_RANGE`. A package in use writes Adams' parenthesis as `(100 − OM/ρₘ)`.
///
/// # Example
/// ```
/// use aimak_science::soil::{
///     bulk_density::{Pedotransfer, PedotransferInput}, content::{Content, MassUnit}, texture::Texture,
/// };
/// let soil = PedotransferInput { carbon: Content::new(1.8, MassUnit::Percent).unwrap(), texture: Texture::new(30.0, 48.0, 22.0) };
/// let density = |equation: Pedotransfer| equation.density(&soil).unwrap().g_per_cm3;
/// assert!((density(Pedotransfer::Alexander1) - 1.2468).abs() < 5e-5); // 1.66 − 0.308·1.3416
/// assert!((density(Pedotransfer::HollisCultivated) - 1.3253).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.5; Adams (1973), J. Soil Sci. 24:10–17; Alexander (1980), Soil Sci. Soc. Am. J. 44:689–692; Manrique & Jones (1991), Soil
/// Sci. Soc. Am. J. 55:476–481; Hollis, Hannam & Bellamy (2012), Eur. J. Soil Sci. 63:96–109; Han et al. (2012); Song et al. (2005);
/// Wu et al. (2003); Yang et al. (2007).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pedotransfer {
    /// Adams with the density of mineral soil, g/cm³: 1.27 where nothing is known, by texture after Rawls & Brakensiek.
    Adams {
        /// Density of mineral soil, g/cm³.
        mineral_g_per_cm3: f64,
    },
    /// Alexander, California.
    Alexander1,
    /// Alexander, alluvial soils.
    Alexander2,
    /// Manrique & Jones.
    ManriqueJones,
    /// Hollis et al., cultivated topsoils of Europe.
    HollisCultivated,
    /// Hollis et al., other mineral soils of Europe.
    HollisMineral,
    /// Han et al., China; the unit of its organic matter is doubtful.
    Han,
    /// Han et al., China, mixing model.
    HanMixing,
    /// Song et al., topsoils of China.
    Song,
    /// Wu et al., China.
    Wu,
    /// Yang et al., grassland of Tibet.
    Yang,
}

/// What the equations ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PedotransferInput {
    /// Organic carbon.
    pub carbon: Content<OrganicCarbon>,
    /// Texture by the limits of the USDA, where known.
    pub texture: Option<Texture>,
}

/// A bulk density nobody measured.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictedDensity {
    /// The density of fine earth, g/cm³.
    pub g_per_cm3: f64,
    /// Remarks; that it was predicted always is one.
    pub remarks: Vec<Remark>,
}

impl Pedotransfer {
    /// All equations, Adams with its constant.
    pub const ALL: [Self; 11] = [
        Self::Adams {
            mineral_g_per_cm3: 1.27,
        },
        Self::Alexander1,
        Self::Alexander2,
        Self::ManriqueJones,
        Self::HollisCultivated,
        Self::HollisMineral,
        Self::Han,
        Self::HanMixing,
        Self::Song,
        Self::Wu,
        Self::Yang,
    ];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adams { .. } => "AR127",
            Self::Alexander1 => "AL1",
            Self::Alexander2 => "AL2",
            Self::ManriqueJones => "MJ",
            Self::HollisCultivated => "HOLc",
            Self::HollisMineral => "HOLm",
            Self::Han => "HAN",
            Self::HanMixing => "HANmix",
            Self::Song => "SONG",
            Self::Wu => "WU",
            Self::Yang => "YANG",
        }
    }

    /// The density it predicts, remarked as predicted.
    ///
    /// # Errors
    /// `FACTOR_MISSING` without the texture it needs; `OUT_OF_RANGE` where the result cannot be.
    pub fn density(self, soil: &PedotransferInput) -> Result<PredictedDensity, Withheld> {
        let g_per_cm3 = self.raw(soil)?;
        in_range("bulk_density_g_per_cm3", g_per_cm3, 0.2, 2.0)?;
        Ok(PredictedDensity {
            g_per_cm3,
            remarks: vec![Remark::DensityByPedotransfer],
        })
    }

    /// The bare equation.
    #[expect(
        clippy::approx_constant,
        reason = "0.318 of Manrique & Jones is no reciprocal of π"
    )]
    fn raw(self, soil: &PedotransferInput) -> Result<f64, Withheld> {
        let oc = soil.carbon.percent();
        let om = VAN_BEMMELEN * oc;
        Ok(match self {
            Self::Adams { mineral_g_per_cm3 } => {
                100.0 / (om / 0.224 + (100.0 - om) / mineral_g_per_cm3)
            }
            Self::Alexander1 => 1.66 - 0.308 * oc.sqrt(),
            Self::Alexander2 => 1.72 - 0.294 * oc.sqrt(),
            Self::ManriqueJones => 1.660 - 0.318 * oc.sqrt(),
            Self::HollisCultivated => {
                let (sand, clay) = sand_and_clay(soil)?;
                0.80806 + 0.82384 * (-0.27993 * oc).exp() + 0.001_406_5 * sand - 0.001_029_9 * clay
            }
            Self::HollisMineral => {
                let (sand, clay) = sand_and_clay(soil)?;
                0.69794 + 0.750_636 * (-0.230_355 * oc).exp() + 0.000_868_7 * sand
                    - 0.000_516_4 * clay
            }
            Self::Han => (0.5379 - 0.0653 * om.sqrt()).exp(),
            Self::HanMixing => 0.167 * 1.526 / (1.526 * om / 100.0 + 0.167 * (1.0 - om / 100.0)),
            Self::Song => 1.377 * (-0.0048 * 10.0 * oc).exp(),
            Self::Wu => 1.2901 - 0.1229 * oc.ln(),
            Self::Yang => 0.29 + 1.2033 * (-0.075 * oc).exp(),
        })
    }
}

/// Sand and clay, or the refusal that names texture.
fn sand_and_clay(soil: &PedotransferInput) -> Result<(f64, f64), Withheld> {
    let missing = || {
        let detail = Message::new("detail-factor").with("factor", "texture");
        Withheld::because(Reason::FactorMissing).with(detail)
    };
    let texture = soil.texture.ok_or_else(missing)?;
    Ok((texture.sand_percent(), texture.clay_percent()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::soil::content::MassUnit;

    fn soil(carbon_percent: f64) -> PedotransferInput {
        PedotransferInput {
            carbon: Content::new(carbon_percent, MassUnit::Percent).unwrap(),
            texture: Texture::new(30.0, 48.0, 22.0),
        }
    }

    #[test]
    fn all_equations_of_the_worked_example() {
        // METHODS A.5
        let expected = [
            1.1093, 1.2468, 1.3256, 1.2334, 1.3253, 1.2085, 1.5263, 1.2183, 1.2630, 1.2179, 1.3413,
        ];
        for (equation, expected) in Pedotransfer::ALL.into_iter().zip(expected) {
            let found = equation.density(&soil(1.8)).unwrap();
            assert!(
                (found.g_per_cm3 - expected).abs() < 5e-5,
                "{}",
                equation.id()
            );
            assert_eq!(found.remarks, [Remark::DensityByPedotransfer]);
        }
        let loam = Pedotransfer::Adams {
            mineral_g_per_cm3: 1.55,
        };
        assert!((loam.density(&soil(1.8)).unwrap().g_per_cm3 - 1.3095).abs() < 5e-5);
    }

    #[test]
    fn what_an_equation_cannot_answer_it_refuses() {
        let reason = |equation: Pedotransfer, soil| equation.density(&soil).unwrap_err().reason;
        let bare = PedotransferInput {
            texture: None,
            ..soil(1.8)
        };
        assert_eq!(
            reason(Pedotransfer::HollisCultivated, bare),
            Reason::FactorMissing
        );
        assert_eq!(reason(Pedotransfer::Wu, soil(0.0)), Reason::OutOfRange);
        assert_eq!(
            reason(Pedotransfer::ManriqueJones, soil(40.0)),
            Reason::OutOfRange
        );
    }

    proptest! {
        #[test]
        fn more_carbon_is_lighter_by_every_equation(oc in 0.1..8.0_f64, more in 0.01..2.0_f64) {
            for equation in Pedotransfer::ALL {
                if let (Ok(less), Ok(more)) = (equation.density(&soil(oc)), equation.density(&soil(oc + more))) {
                    prop_assert!(more.g_per_cm3 < less.g_per_cm3, "{}", equation.id());
                }
            }
        }
    }
}
