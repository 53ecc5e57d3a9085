//! How much fertiliser and pesticide was not applied because the land is organic?

use crate::attitudes::refusal::Refused;

/// What is usual on such land without the programme: a rate with its source, never a guess of this program.
#[derive(Clone, Debug, PartialEq)]
pub struct UsualRate {
    /// Kilograms of nutrient or active substance a hectare and year.
    pub kg_per_ha: f64,
    /// The farms' own records before, a survey, a statistic; with its years.
    pub source: String,
}

/// Agrochemicals avoided in a year.
///
/// # Formula
/// `usual rate·organic area − applied`.
///
/// # Units
/// Kilograms of nutrient or active substance; not of product, whose strengths differ.
///
/// # Range and edge cases
/// Negative where more was applied than usual. It is as good as the usual rate: the result names it. Emissions are another matter
/// (METHODS A.11) and need the kind of fertiliser.
///
/// # Example
/// ```
/// use aimak_science::attitudes::programme::agrochemicals::{Avoided, UsualRate};
/// let usual = UsualRate { kg_per_ha: 80.0, source: "farm records 2015–2018".into() };
/// let avoided = Avoided::of(&usual, 313.0, 1_040.0).unwrap();
/// assert_eq!(avoided.kg, 24_000.0);
/// ```
///
/// # Reference
/// METHODS R.1 (documented rates before and after).
#[derive(Clone, Debug, PartialEq)]
pub struct Avoided {
    /// Kilograms avoided.
    pub kg: f64,
    /// The rate it is counted against.
    pub against: UsualRate,
}

impl Avoided {
    /// Against the usual rate, for an area and what was applied on it.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a negative rate, area or amount; [`Refused::NoBase`] without a source of the rate.
    pub fn of(usual: &UsualRate, area_ha: f64, applied_kg: f64) -> Result<Self, Refused> {
        let amounts = [usual.kg_per_ha, area_ha, applied_kg];
        if !amounts
            .iter()
            .all(|amount| *amount >= 0.0 && amount.is_finite())
        {
            return Err(Refused::OutOfRange);
        }
        if usual.source.trim().is_empty() {
            return Err(Refused::NoBase);
        }
        Ok(Self {
            kg: usual.kg_per_ha * area_ha - applied_kg,
            against: usual.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_source_no_figure() {
        let guess = UsualRate {
            kg_per_ha: 80.0,
            source: " ".into(),
        };
        assert_eq!(Avoided::of(&guess, 1.0, 0.0), Err(Refused::NoBase));
    }

    proptest! {
        #[test]
        fn two_fields_together_are_their_sum(rate in 0.0..200.0_f64, a in 0.0..500.0_f64, b in 0.0..500.0_f64, used in 0.0..5000.0_f64) {
            let usual = UsualRate { kg_per_ha: rate, source: "records".into() };
            let kg = |area, used| Avoided::of(&usual, area, used).unwrap().kg;
            prop_assert!((kg(a, used) + kg(b, 0.0) - kg(a + b, used)).abs() < 1e-6);
        }
    }
}
