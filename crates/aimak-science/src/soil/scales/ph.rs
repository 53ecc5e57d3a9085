//! Acid or alkaline, by whose words?

use aimak_core::Withheld;

use super::{Scale, Standing, Upper};
use crate::methods::range::in_range;

/// Parts of water to one part of soil in the suspension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoilToWater {
    /// 1 : 2.5.
    OneToTwoAndAHalf,
    /// 1 : 5.
    OneToFive,
}

/// pH in water. pH in potassium chloride is lower by about a unit and has no class on these scales.
///
/// ```
/// use aimak_science::soil::scales::{PH_CIS, PH_USDA, PhInWater, SoilToWater};
/// let soil = PhInWater::new(8.2, SoilToWater::OneToTwoAndAHalf).unwrap();
/// assert_eq!(soil.class(&PH_USDA), Some("moderately_alkaline"));
/// assert_eq!(soil.class(&PH_CIS), Some("slightly_alkaline"));
/// assert!(PhInWater::new(82.0, SoilToWater::OneToFive).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhInWater {
    value: f64,
    ratio: SoilToWater,
}

impl PhInWater {
    /// A measured pH, 0–14.
    pub fn new(value: f64, ratio: SoilToWater) -> Result<Self, Withheld> {
        in_range("ph", value, 0.0, 14.0)?;
        Ok(Self { value, ratio })
    }

    /// The pH.
    pub const fn value(self) -> f64 {
        self.value
    }

    /// The suspension it was measured in. More water reads higher: dates are compared at one ratio only.
    pub const fn ratio(self) -> SoilToWater {
        self.ratio
    }

    /// Its class on [`PH_CIS`] or [`PH_USDA`].
    pub fn class(self, scale: &Scale) -> Option<&'static str> {
        scale.class(self.value)
    }
}

/// pH by the soil monitoring scale of the CIS; for reports in Kyrgyz and Russian.
pub const PH_CIS: Scale = Scale {
    id: "PH_CIS",
    quantity: "pH in water",
    unit: "pH",
    lowest: 0.0,
    classes: &[
        (Upper::UpTo(3.5), "strongly_acid"),
        (Upper::UpTo(4.0), "medium_acid"),
        (Upper::UpTo(5.5), "slightly_acid"),
        (Upper::UpTo(6.5), "near_neutral"),
        (Upper::UpTo(7.5), "neutral"),
        (Upper::UpTo(8.5), "slightly_alkaline"),
        (Upper::UpTo(9.0), "alkaline"),
        (Upper::UpTo(11.0), "strongly_alkaline"),
    ],
    standing: Standing::Verified,
    reference: "soil monitoring classes, docs.cntd.ru/document/902045134",
};

/// pH by the USDA; for reports in English. Its first boundary is printed "< 3.5".
pub const PH_USDA: Scale = Scale {
    id: "PH_USDA",
    quantity: "pH in water",
    unit: "pH",
    lowest: 0.0,
    classes: &[
        (Upper::Below(3.5), "ultra_acid"),
        (Upper::UpTo(4.4), "extremely_acid"),
        (Upper::UpTo(5.0), "very_strongly_acid"),
        (Upper::UpTo(5.5), "strongly_acid"),
        (Upper::UpTo(6.0), "moderately_acid"),
        (Upper::UpTo(6.5), "slightly_acid"),
        (Upper::UpTo(7.3), "neutral"),
        (Upper::UpTo(7.8), "slightly_alkaline"),
        (Upper::UpTo(8.4), "moderately_alkaline"),
        (Upper::UpTo(9.0), "strongly_alkaline"),
        (Upper::Open, "very_strongly_alkaline"),
    ],
    standing: Standing::Verified,
    reference: "Soil Survey Staff, Soil Survey Manual, USDA Handbook 18; as printed in the glossary of NRCS soil reports",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_as_printed() {
        for (ph, cis, usda) in [
            (3.4, "strongly_acid", "ultra_acid"),
            (3.5, "strongly_acid", "extremely_acid"),
            (4.0, "medium_acid", "extremely_acid"),
            (4.5, "slightly_acid", "very_strongly_acid"),
            (5.5, "slightly_acid", "strongly_acid"),
            (6.5, "near_neutral", "slightly_acid"),
            (6.6, "neutral", "neutral"),
            (7.4, "neutral", "slightly_alkaline"),
            (7.5, "neutral", "slightly_alkaline"),
            (8.5, "slightly_alkaline", "strongly_alkaline"),
            (9.0, "alkaline", "strongly_alkaline"),
            (9.1, "strongly_alkaline", "very_strongly_alkaline"),
        ] {
            assert_eq!(
                (PH_CIS.class(ph), PH_USDA.class(ph)),
                (Some(cis), Some(usda)),
                "{ph}"
            );
        }
    }
}
