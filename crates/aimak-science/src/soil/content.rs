//! How much of a substance is in the soil, in whichever unit the laboratory wrote it?
//!
//! The substance is part of the type, so phosphorus as P2O5 cannot be read on a scale of P, nor humus on one of carbon.

use std::{fmt, marker::PhantomData};

use aimak_core::Withheld;

use crate::methods::range::in_range;

/// Phosphorus in P2O5, by mass: `2·30.973762/(2·30.973762 + 5·15.999)`.
const PHOSPHORUS_IN_P2O5: f64 = 2.0 * 30.973_762 / (2.0 * 30.973_762 + 5.0 * 15.999);
/// Potassium in K2O, by mass: `2·39.0983/(2·39.0983 + 15.999)`.
const POTASSIUM_IN_K2O: f64 = 2.0 * 39.0983 / (2.0 * 39.0983 + 15.999);
/// Carbon in `CaCO3`, by mass: `12.011/100.087`.
const CARBON_IN_CACO3: f64 = 12.011 / 100.087;

/// The unit of a laboratory figure, a share of the mass of fine earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MassUnit {
    /// Per cent.
    Percent,
    /// Grams per kilogram.
    GramPerKg,
    /// Milligrams per kilogram (ppm).
    MilligramPerKg,
    /// Milligrams per 100 grams, as older sheets write P2O5 and K2O.
    MilligramPer100g,
}

impl MassUnit {
    /// How many of this unit make the whole mass.
    const fn whole(self) -> f64 {
        match self {
            Self::Percent => 100.0,
            Self::GramPerKg => 1000.0,
            Self::MilligramPerKg => 1e6,
            Self::MilligramPer100g => 1e5,
        }
    }
}

/// A substance a laboratory finds in soil.
pub trait Substance {
    /// Its name in refusals.
    const FIELD: &'static str;
}

/// Names a substance.
macro_rules! substance {
    ($(#[$doc:meta] $name:ident $field:literal),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {}
        impl Substance for $name {
            const FIELD: &'static str = $field;
        }
    )+};
}

substance! {
    /// Organic carbon.
    OrganicCarbon "organic_carbon",
    /// Carbon of any kind, organic and in carbonates.
    TotalCarbon "total_carbon",
    /// Organic matter, weighed (loss on ignition) or calculated.
    OrganicMatter "organic_matter",
    /// Humus as a Tyurin laboratory states it: its carbon times 1.724.
    Humus "humus",
    /// Carbonates as `CaCO3`.
    CalciumCarbonate "calcium_carbonate",
    /// Nitrogen of all forms.
    TotalNitrogen "total_nitrogen",
    /// Available phosphorus as P2O5.
    P2O5 "p2o5",
    /// Available phosphorus as the element.
    Phosphorus "phosphorus",
    /// Available potassium as K2O.
    K2O "k2o",
    /// Available potassium as the element.
    Potassium "potassium",
}

/// How much of a substance, by mass of fine earth.
///
/// # Units
/// 1 % = 10 g/kg = 10 000 mg/kg = 1000 mg/100 g. The figure is kept as the laboratory wrote it: asked for in its own unit, it
/// comes back unchanged, so it cannot slip over the boundary of a class by rounding.
///
/// # Range and edge cases
/// 0 to the whole mass; anything else is `OUT_OF_RANGE`.
///
/// # Example
/// ```
/// use aimak_science::soil::content::{Content, MassUnit, OrganicCarbon};
/// let carbon = Content::<OrganicCarbon>::new(18.0, MassUnit::GramPerKg).unwrap();
/// assert_eq!(carbon.percent(), 1.8);
/// assert!(Content::<OrganicCarbon>::new(140.0, MassUnit::Percent).is_err());
/// ```
///
/// Substances do not mix:
/// ```compile_fail
/// use aimak_science::soil::content::{Content, MassUnit, P2O5, Phosphorus};
/// let sheet = Content::<P2O5>::new(25.0, MassUnit::MilligramPerKg).unwrap();
/// let phosphorus: Content<Phosphorus> = sheet;
/// ```
///
/// # Reference
/// METHODS A.2, A.6, R.4.
pub struct Content<S> {
    value: f64,
    unit: MassUnit,
    substance: PhantomData<S>,
}

// by hand: deriving would ask the same of the substance, which is never a value
impl<S> Clone for Content<S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<S> Copy for Content<S> {}
impl<S> PartialEq for Content<S> {
    fn eq(&self, other: &Self) -> bool {
        (self.value, self.unit) == (other.value, other.unit)
    }
}
impl<S: Substance> fmt::Debug for Content<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}", S::FIELD, self.value, self.unit)
    }
}

impl<S: Substance> Content<S> {
    /// A figure of a laboratory sheet.
    pub fn new(value: f64, unit: MassUnit) -> Result<Self, Withheld> {
        in_range(S::FIELD, value, 0.0, unit.whole())?;
        Ok(Self::unchecked(value, unit))
    }

    /// A figure that is known to be possible.
    const fn unchecked(value: f64, unit: MassUnit) -> Self {
        Self {
            value,
            unit,
            substance: PhantomData,
        }
    }

    /// The figure in any unit.
    pub fn in_unit(self, unit: MassUnit) -> f64 {
        if unit == self.unit {
            return self.value;
        }
        // both are powers of ten: multiply or divide by a whole number, never by a rounded fraction
        let (whole, own) = (unit.whole(), self.unit.whole());
        if whole > own {
            self.value * (whole / own)
        } else {
            self.value / (own / whole)
        }
    }

    /// Per cent.
    pub fn percent(self) -> f64 {
        self.in_unit(MassUnit::Percent)
    }

    /// g/kg.
    pub fn g_per_kg(self) -> f64 {
        self.in_unit(MassUnit::GramPerKg)
    }

    /// mg/kg.
    pub fn mg_per_kg(self) -> f64 {
        self.in_unit(MassUnit::MilligramPerKg)
    }

    /// The part of it that another substance makes up; `share` is 0–1.
    const fn part<T>(self, share: f64) -> Content<T> {
        Content {
            value: self.value * share,
            unit: self.unit,
            substance: PhantomData,
        }
    }
}

impl<S> Content<S> {
    /// The substance of which it is `per` times the mass; `per` is 1 or more.
    pub(super) const fn divided<T>(self, per: f64) -> Content<T> {
        Content {
            value: self.value / per,
            unit: self.unit,
            substance: PhantomData,
        }
    }
}

impl Content<P2O5> {
    /// As the element: P = P2O5·0.436427.
    ///
    /// ```
    /// use aimak_science::soil::content::{Content, MassUnit, P2O5};
    /// let sheet = Content::<P2O5>::new(25.0, MassUnit::MilligramPerKg).unwrap();
    /// assert!((sheet.phosphorus().mg_per_kg() - 10.910_675).abs() < 1e-5);
    /// ```
    pub const fn phosphorus(self) -> Content<Phosphorus> {
        self.part(PHOSPHORUS_IN_P2O5)
    }
}

impl Content<K2O> {
    /// As the element: K = K2O·0.830151.
    ///
    /// ```
    /// use aimak_science::soil::content::{Content, K2O, MassUnit};
    /// let sheet = Content::<K2O>::new(30.0, MassUnit::MilligramPer100g).unwrap();
    /// assert!((sheet.potassium().mg_per_kg() - 249.045_3).abs() < 1e-3);
    /// ```
    pub const fn potassium(self) -> Content<Potassium> {
        self.part(POTASSIUM_IN_K2O)
    }
}

impl Content<Phosphorus> {
    /// As the oxide: P2O5 = P/0.436427; `None` where it would weigh more than the soil.
    ///
    /// ```
    /// use aimak_science::soil::content::{Content, MassUnit, Phosphorus};
    /// let sheet = Content::<Phosphorus>::new(10.910_675, MassUnit::MilligramPerKg).unwrap();
    /// assert!((sheet.as_p2o5().unwrap().mg_per_kg() - 25.0).abs() < 1e-4);
    /// ```
    pub fn as_p2o5(self) -> Option<Content<P2O5>> {
        Content::new(self.value / PHOSPHORUS_IN_P2O5, self.unit).ok()
    }
}

impl Content<Potassium> {
    /// As the oxide: K2O = K/0.830151; `None` where it would weigh more than the soil.
    ///
    /// ```
    /// use aimak_science::soil::content::{Content, MassUnit, Potassium};
    /// let sheet = Content::<Potassium>::new(249.045_3, MassUnit::MilligramPerKg).unwrap();
    /// assert!((sheet.as_k2o().unwrap().mg_per_kg() - 300.0).abs() < 1e-3);
    /// ```
    pub fn as_k2o(self) -> Option<Content<K2O>> {
        Content::new(self.value / POTASSIUM_IN_K2O, self.unit).ok()
    }
}

impl Content<CalciumCarbonate> {
    /// The carbon in it: C = CaCO3·0.120006.
    pub const fn carbon(self) -> Content<TotalCarbon> {
        self.part(CARBON_IN_CACO3)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNITS: [MassUnit; 4] = [
        MassUnit::Percent,
        MassUnit::GramPerKg,
        MassUnit::MilligramPerKg,
        MassUnit::MilligramPer100g,
    ];

    #[test]
    fn whole_numbers_of_one_unit_are_whole_in_the_finer() {
        let carbon = |value, unit| Content::<OrganicCarbon>::new(value, unit).unwrap();
        assert_eq!(carbon(2.0, MassUnit::Percent).mg_per_kg(), 20_000.0);
        assert_eq!(carbon(45.0, MassUnit::MilligramPer100g).mg_per_kg(), 450.0);
        assert_eq!(carbon(21.0, MassUnit::GramPerKg).percent(), 2.1);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for bad in [-0.1, 1000.1, f64::NAN, f64::INFINITY] {
            assert!(Content::<Humus>::new(bad, MassUnit::GramPerKg).is_err());
        }
    }

    proptest! {
        #[test]
        fn units_agree(share in 0.0..1.0_f64, from in 0..4_usize, to in 0..4_usize) {
            let (from, to) = (UNITS[from], UNITS[to]);
            let content = Content::<P2O5>::new(share * from.whole(), from).unwrap();
            let other = Content::<P2O5>::new(content.in_unit(to).min(to.whole()), to).unwrap();
            prop_assert!((other.percent() - content.percent()).abs() <= 1e-13 * content.percent());
        }
    }
}
