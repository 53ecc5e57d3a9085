//! What would the USDA limits have found in a soil that was analysed after Kachinsky?

use aimak_core::{Message, Reason, Withheld};

use super::Texture;
use crate::{methods::range::in_range, soil::remark::Remark};

/// Parts need not sum to 100 % more closely than this.
const TOLERANCE_PERCENT: f64 = 2.0;

/// The six fractions of a Kachinsky analysis, per cent of the fine earth below 1 mm.
///
/// # Formula
/// Clay below 0.002 mm lies between two limits of Kachinsky, 0.001 and 0.005 mm. It is read off a straight line of cumulative mass
/// over the logarithm of grain size:
/// `clay = F(0.001) + (F(0.005) − F(0.001))·ln(0.002/0.001)/ln(0.005/0.001)`. The limit of sand, 0.05 mm, is the same in both
/// systems: `silt = F(0.05) − clay`, `sand = 100 − F(0.05)`. Name: `KACHINSKY_LOG_LINEAR`.
///
/// # Units
/// Per cent of mass.
///
/// # Range and edge cases
/// Kachinsky counts grains of 1–2 mm as skeleton, the USDA as sand; where they were not sieved they are taken as none, with a
/// remark. The result always carries the remark that it was interpolated: samples dispersed with pyrophosphate and without removing
/// organic matter also differ in ways that no line sees. Physical clay (below 0.01 mm) alone cannot be converted: `NO_DATA`.
///
/// # Example
/// ```
/// use aimak_science::soil::texture::{KachinskyGrains, TextureClass};
/// let soil = KachinskyGrains {
///     sand_coarse: Some(2.0), sand_fine: Some(18.0), silt_coarse: Some(42.0), silt_medium: Some(10.0), silt_fine: Some(12.0),
///     clay: Some(16.0), grains_1_to_2_mm: None,
/// };
/// let usda = soil.usda().unwrap();
/// // 16 + 12·ln 2/ln 5 = 21.168
/// assert!((usda.texture.clay_percent() - 21.168_119).abs() < 5e-7);
/// assert!((usda.texture.sand_percent() - 20.0).abs() < 1e-12);
/// assert_eq!(TextureClass::of(usda.texture), TextureClass::SiltLoam);
/// ```
///
/// # Reference
/// METHODS A.1; log-linear interpolation: Nemes, Wösten, Lilly & Oude Voshaar (1999), Geoderma 90:187–202.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KachinskyGrains {
    /// 0.25–1 mm.
    pub sand_coarse: Option<f64>,
    /// 0.05–0.25 mm.
    pub sand_fine: Option<f64>,
    /// 0.01–0.05 mm.
    pub silt_coarse: Option<f64>,
    /// 0.005–0.01 mm.
    pub silt_medium: Option<f64>,
    /// 0.001–0.005 mm.
    pub silt_fine: Option<f64>,
    /// Below 0.001 mm (ил).
    pub clay: Option<f64>,
    /// 1–2 mm, per cent of the soil below 2 mm, where it was sieved.
    pub grains_1_to_2_mm: Option<f64>,
}

/// A texture by the limits of the USDA that was never measured with them.
#[derive(Clone, Debug, PartialEq)]
pub struct KachinskyTexture {
    /// The interpolated texture.
    pub texture: Texture,
    /// Remarks; the interpolation always is one.
    pub remarks: Vec<Remark>,
}

impl KachinskyGrains {
    /// The name of the interpolation, stored with every result.
    pub const INTERPOLATION: &'static str = "KACHINSKY_LOG_LINEAR";

    /// Sand, silt and clay by the limits of the USDA.
    pub fn usda(&self) -> Result<KachinskyTexture, Withheld> {
        let [
            coarse_sand,
            fine_sand,
            coarse_silt,
            medium_silt,
            fine_silt,
            clay,
        ] = self.rescaled()?;
        let below_2_um = clay + fine_silt * 2_f64.ln() / 5_f64.ln();
        let sand = coarse_sand + fine_sand;
        let silt = coarse_silt + medium_silt + (clay + fine_silt - below_2_um);
        let grains = self.grains_1_to_2_mm.unwrap_or(0.0);
        in_range("grains_1_to_2_mm", grains, 0.0, 100.0)?;
        let below_1_mm = (100.0 - grains) / 100.0;
        let parts = [
            sand * below_1_mm + grains,
            silt * below_1_mm,
            below_2_um * below_1_mm,
        ];
        let texture = Texture::new(parts[0], parts[1], parts[2])
            .expect("invariant: fractions of 100 % sum to 100 %");
        let mut remarks = vec![Remark::KachinskyInterpolated];
        if self.grains_1_to_2_mm.is_none() {
            remarks.push(Remark::GrainsAboveOneMillimetreAssumedAbsent);
        }
        Ok(KachinskyTexture { texture, remarks })
    }

    /// Physical clay, below 0.01 mm, per cent: the figure that names a soil in the Kachinsky system.
    pub fn physical_clay_percent(&self) -> Result<f64, Withheld> {
        let [.., medium_silt, fine_silt, clay] = self.rescaled()?;
        Ok(medium_silt + fine_silt + clay)
    }

    /// The six fractions, rescaled to 100 %.
    fn rescaled(&self) -> Result<[f64; 6], Withheld> {
        let named = [
            ("sand_coarse", self.sand_coarse),
            ("sand_fine", self.sand_fine),
            ("silt_coarse", self.silt_coarse),
            ("silt_medium", self.silt_medium),
            ("silt_fine", self.silt_fine),
            ("clay", self.clay),
        ];
        let mut fractions = [0.0; 6];
        for (fraction, (field, part)) in fractions.iter_mut().zip(named) {
            *fraction = part.ok_or(Withheld::because(Reason::NoData))?;
            in_range(field, *fraction, 0.0, 100.0)?;
        }
        let sum: f64 = fractions.iter().sum();
        if (sum - 100.0).abs() > TOLERANCE_PERCENT {
            let detail = Message::new("detail-texture-sum").with("sum", sum);
            return Err(Withheld::because(Reason::TextureSum).with(detail));
        }
        Ok(fractions.map(|fraction| 100.0 * fraction / sum))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grains(parts: [f64; 6]) -> KachinskyGrains {
        let [
            sand_coarse,
            sand_fine,
            silt_coarse,
            silt_medium,
            silt_fine,
            clay,
        ] = parts.map(Some);
        KachinskyGrains {
            sand_coarse,
            sand_fine,
            silt_coarse,
            silt_medium,
            silt_fine,
            clay,
            grains_1_to_2_mm: None,
        }
    }

    #[test]
    fn an_incomplete_analysis_is_refused() {
        let physical_clay_only = KachinskyGrains {
            clay: Some(35.0),
            ..KachinskyGrains::default()
        };
        assert_eq!(
            physical_clay_only.usda().unwrap_err().reason,
            Reason::NoData
        );
        let short = grains([2.0, 18.0, 42.0, 10.0, 12.0, 12.0]);
        assert_eq!(short.usda().unwrap_err().reason, Reason::TextureSum);
    }

    #[test]
    fn sieved_grains_are_sand_and_take_the_remark_off() {
        let soil = KachinskyGrains {
            grains_1_to_2_mm: Some(10.0),
            ..grains([2.0, 18.0, 42.0, 10.0, 12.0, 16.0])
        };
        let usda = soil.usda().unwrap();
        assert!((usda.texture.sand_percent() - (0.9 * 20.0 + 10.0)).abs() < 1e-12);
        assert_eq!(usda.remarks, [Remark::KachinskyInterpolated]);
        assert_eq!(soil.physical_clay_percent(), Ok(38.0));
    }

    proptest! {
        #[test]
        fn clay_lies_between_the_limits_of_kachinsky(parts in prop::array::uniform6(0.01..1.0_f64)) {
            let sum: f64 = parts.iter().sum();
            let parts = parts.map(|part| 100.0 * part / sum);
            let usda = grains(parts).usda().unwrap();
            let clay = usda.texture.clay_percent();
            prop_assert!(parts[5] <= clay && clay <= parts[5] + parts[4]);
            prop_assert!((usda.texture.sand_percent() - parts[0] - parts[1]).abs() < 1e-9);
            prop_assert!(usda.remarks.contains(&Remark::KachinskyInterpolated));
        }
    }
}
