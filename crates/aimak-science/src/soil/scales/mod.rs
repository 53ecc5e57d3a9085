//! Is that much or little, by which scale?
//!
//! A class is a reading of a number by a named scale; the number stays the result. Scales of different methods are never converted
//! into each other.

mod change;
mod fertility;
mod grains;
mod ph;
mod salinity;
mod words;

pub use change::{ClassChange, class_change};
pub use fertility::{
    CarbonToNitrogen, HUMUS_DSTU, K2O_MACHIGIN, OLSEN_P, P2O5_MACHIGIN, TOTAL_NITROGEN,
};
pub use grains::KACHINSKY_STEPPE;
pub use ph::{PH_CIS, PH_USDA, PhInWater, SoilToWater};
pub use salinity::{Ec1To5, PasteConductivity, SALT_ECE, Salinity};
pub use words::{entry_of_class, entry_of_scale};

/// Has somebody looked the numbers up, or were they recalled?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Read in a source.
    Verified,
    /// Recalled; must be checked before it is published as fact.
    Recalled,
}

/// The upper boundary of a class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Upper {
    /// Up to this value, which belongs to it.
    UpTo(f64),
    /// Below this value.
    Below(f64),
    /// No boundary above.
    Open,
}

impl Upper {
    /// True where a value lies below the boundary.
    fn holds(self, value: f64) -> bool {
        match self {
            Self::UpTo(bound) => value <= bound,
            Self::Below(bound) => value < bound,
            Self::Open => true,
        }
    }
}

/// A scale of classes, from the lowest up.
///
/// # Range and edge cases
/// A boundary that two classes name belongs to the lower (METHODS A.6); where the source prints "<", it does not. Between printed
/// decimals (2.04 in "1.1–2.0, 2.1–3.0") the value has passed the boundary. A value below `lowest`, above the last class or no number
/// has no class.
///
/// # Example
/// ```
/// use aimak_science::soil::scales::{HUMUS_DSTU, PH_CIS};
/// assert_eq!(HUMUS_DSTU.class(2.0), Some("low"));
/// assert_eq!(HUMUS_DSTU.class(2.04), Some("medium"));
/// assert_eq!(PH_CIS.class(7.5), Some("neutral"));
/// assert_eq!(PH_CIS.class(11.5), None);
/// ```
///
/// # Reference
/// METHODS A.6.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Its id, stored with every class.
    pub id: &'static str,
    /// What is measured, by which method.
    pub quantity: &'static str,
    /// In which unit.
    pub unit: &'static str,
    /// The lowest value that can be.
    pub lowest: f64,
    /// Upper boundary and key of each class, the lowest first.
    pub classes: &'static [(Upper, &'static str)],
    /// Whether the numbers were seen in a source.
    pub standing: Standing,
    /// Where the scale comes from.
    pub reference: &'static str,
}

impl Scale {
    /// Place of the class of a value, from 0.
    pub fn place(&self, value: f64) -> Option<usize> {
        if value.is_nan() || value < self.lowest {
            return None;
        }
        self.classes
            .iter()
            .position(|(upper, _)| upper.holds(value))
    }

    /// Key of the class of a value.
    pub fn class(&self, value: f64) -> Option<&'static str> {
        self.place(value).map(|place| self.classes[place].1)
    }
}

/// Every scale of one number.
pub const SCALES: [&Scale; 9] = [
    &PH_CIS,
    &PH_USDA,
    &HUMUS_DSTU,
    &P2O5_MACHIGIN,
    &K2O_MACHIGIN,
    &OLSEN_P,
    &TOTAL_NITROGEN,
    &SALT_ECE,
    &KACHINSKY_STEPPE,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn bound(upper: Upper) -> f64 {
        match upper {
            Upper::UpTo(bound) | Upper::Below(bound) => bound,
            Upper::Open => f64::INFINITY,
        }
    }

    #[test]
    fn boundaries_rise_and_keys_are_unique() {
        let ids: BTreeSet<_> = SCALES.iter().map(|scale| scale.id).collect();
        assert_eq!(ids.len(), SCALES.len());
        for scale in SCALES {
            let keys: BTreeSet<_> = scale.classes.iter().map(|(_, key)| key).collect();
            assert_eq!(keys.len(), scale.classes.len(), "{}", scale.id);
            assert!(
                scale
                    .classes
                    .windows(2)
                    .all(|pair| bound(pair[0].0) < bound(pair[1].0))
            );
            assert!(scale.lowest < bound(scale.classes[0].0));
            assert_eq!(scale.class(f64::NAN), None);
            assert_eq!(scale.class(scale.lowest - 1.0), None);
        }
    }

    proptest! {
        #[test]
        fn classes_rise_with_the_value(a in 0.0..700.0_f64, b in 0.0..700.0_f64) {
            for scale in SCALES {
                let (low, high) = (scale.place(a.min(b)), scale.place(a.max(b)));
                if let (Some(low), Some(high)) = (low, high) {
                    prop_assert!(low <= high, "{}", scale.id);
                }
            }
        }
    }
}
