//! Rich or poor in humus, phosphorus, potassium and nitrogen?
//!
//! Machigin's extract (1 % ammonium carbonate) is the method of the CIS for calcareous soils; Olsen's is another. There is no
//! conversion between them.

use super::{Scale, Standing, Upper};
use crate::soil::content::{Content, OrganicCarbon, TotalNitrogen};

/// Humus, Ukrainian standard.
pub const HUMUS_DSTU: Scale = Scale {
    id: "HUMUS_DSTU_4362",
    quantity: "humus by Tyurin",
    unit: "%",
    lowest: 0.0,
    classes: &[
        (Upper::Below(1.1), "very_low"),
        (Upper::UpTo(2.0), "low"),
        (Upper::UpTo(3.0), "medium"),
        (Upper::UpTo(4.0), "elevated"),
        (Upper::UpTo(5.0), "high"),
        (Upper::Open, "very_high"),
    ],
    standing: Standing::Verified,
    reference: "DSTU 4362:2004, as quoted by chem-analyt.com.ua",
};

/// Available phosphorus by Machigin, as P2O5.
pub const P2O5_MACHIGIN: Scale = Scale {
    id: "P2O5_MACHIGIN",
    quantity: "available P2O5 by Machigin",
    unit: "mg/kg",
    lowest: 0.0,
    classes: &[
        (Upper::UpTo(10.0), "very_low"),
        (Upper::UpTo(15.0), "low"),
        (Upper::UpTo(30.0), "medium"),
        (Upper::UpTo(45.0), "elevated"),
        (Upper::UpTo(60.0), "high"),
        (Upper::Open, "very_high"),
    ],
    standing: Standing::Recalled,
    reference: "agrochemical service of the CIS; method GOST 26205",
};

/// Available potassium by Machigin, as K2O.
pub const K2O_MACHIGIN: Scale = Scale {
    id: "K2O_MACHIGIN",
    quantity: "available K2O by Machigin",
    unit: "mg/kg",
    lowest: 0.0,
    classes: &[
        (Upper::UpTo(100.0), "very_low"),
        (Upper::UpTo(200.0), "low"),
        (Upper::UpTo(300.0), "medium"),
        (Upper::UpTo(400.0), "elevated"),
        (Upper::UpTo(600.0), "high"),
        (Upper::Open, "very_high"),
    ],
    standing: Standing::Verified,
    reference: "agrochemical service of the CIS; method GOST 26205",
};

/// Available phosphorus by Olsen, as the element.
pub const OLSEN_P: Scale = Scale {
    id: "P_OLSEN",
    quantity: "available P by Olsen",
    unit: "mg/kg",
    lowest: 0.0,
    classes: &[
        (Upper::Below(5.0), "very_low"),
        (Upper::UpTo(10.0), "low"),
        (Upper::UpTo(17.0), "medium"),
        (Upper::UpTo(25.0), "high"),
        (Upper::Open, "very_high"),
    ],
    standing: Standing::Recalled,
    reference: "Olsen et al. (1954), USDA Circular 939; class limits in common use, some put medium at 10–20",
};

/// Total nitrogen.
pub const TOTAL_NITROGEN: Scale = Scale {
    id: "N_TOTAL",
    quantity: "total nitrogen",
    unit: "%",
    lowest: 0.0,
    classes: &[
        (Upper::Below(0.05), "very_low"),
        (Upper::UpTo(0.15), "low"),
        (Upper::UpTo(0.25), "medium"),
        (Upper::UpTo(0.5), "high"),
        (Upper::Open, "very_high"),
    ],
    standing: Standing::Recalled,
    reference: "class limits in common use",
};

/// What the ratio of carbon to nitrogen says.
///
/// # Formula
/// `C:N = carbon/total nitrogen`, both by mass.
///
/// # Range and edge cases
/// `None` without nitrogen. Typical 10–15; above 25 nitrogen is immobilised.
///
/// # Example
/// ```
/// use aimak_science::soil::{content::{Content, MassUnit}, scales::CarbonToNitrogen};
/// let percent = MassUnit::Percent;
/// let ratio = CarbonToNitrogen::of(Content::new(1.8, percent).unwrap(), Content::new(0.15, percent).unwrap()).unwrap();
/// assert!((ratio.ratio() - 12.0).abs() < 1e-12);
/// assert!(ratio.is_typical() && !ratio.immobilises());
/// ```
///
/// # Reference
/// METHODS A.6 (recalled).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct CarbonToNitrogen(f64);

impl CarbonToNitrogen {
    /// The ratio of a soil.
    pub fn of(carbon: Content<OrganicCarbon>, nitrogen: Content<TotalNitrogen>) -> Option<Self> {
        let nitrogen = nitrogen.percent();
        (nitrogen > 0.0).then(|| Self(carbon.percent() / nitrogen))
    }

    /// The ratio.
    pub const fn ratio(self) -> f64 {
        self.0
    }

    /// True within 10–15.
    pub fn is_typical(self) -> bool {
        (10.0..=15.0).contains(&self.0)
    }

    /// True above 25.
    pub fn immobilises(self) -> bool {
        self.0 > 25.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::soil::content::{K2O, MassUnit, P2O5};

    #[test]
    fn boundaries_as_printed() {
        for (scale, value, key) in [
            (HUMUS_DSTU, 1.09, "very_low"),
            (HUMUS_DSTU, 1.1, "low"),
            (HUMUS_DSTU, 5.0, "high"),
            (HUMUS_DSTU, 5.01, "very_high"),
            (P2O5_MACHIGIN, 10.0, "very_low"),
            (P2O5_MACHIGIN, 15.0, "low"),
            (P2O5_MACHIGIN, 15.5, "medium"),
            (P2O5_MACHIGIN, 60.0, "high"),
            (P2O5_MACHIGIN, 60.1, "very_high"),
            (K2O_MACHIGIN, 100.0, "very_low"),
            (K2O_MACHIGIN, 201.0, "medium"),
            (K2O_MACHIGIN, 600.5, "very_high"),
            (OLSEN_P, 4.9, "very_low"),
            (OLSEN_P, 5.0, "low"),
            (OLSEN_P, 10.0, "low"),
            (OLSEN_P, 17.0, "medium"),
            (OLSEN_P, 25.1, "very_high"),
            (TOTAL_NITROGEN, 0.05, "low"),
            (TOTAL_NITROGEN, 0.15, "low"),
            (TOTAL_NITROGEN, 0.6, "very_high"),
        ] {
            assert_eq!(scale.class(value), Some(key), "{} {value}", scale.id);
        }
    }

    #[test]
    fn sheets_in_milligrams_per_100_grams_stay_on_the_boundary() {
        let phosphorus = Content::<P2O5>::new(1.5, MassUnit::MilligramPer100g).unwrap();
        assert_eq!(P2O5_MACHIGIN.class(phosphorus.mg_per_kg()), Some("low"));
        let potassium = Content::<K2O>::new(30.0, MassUnit::MilligramPer100g).unwrap();
        assert_eq!(K2O_MACHIGIN.class(potassium.mg_per_kg()), Some("medium"));
    }

    #[test]
    fn no_nitrogen_no_ratio() {
        let none = Content::new(0.0, MassUnit::Percent).unwrap();
        let carbon = Content::new(2.0, MassUnit::Percent).unwrap();
        assert_eq!(CarbonToNitrogen::of(carbon, none), None);
    }
}
