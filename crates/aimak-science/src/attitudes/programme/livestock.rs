//! How many animals graze, and how hard on the pasture is that?

use std::collections::BTreeMap;

use crate::attitudes::refusal::Refused;

/// Animals by what they eat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Animal {
    /// Dairy cows.
    DairyCow,
    /// Other cows.
    OtherCow,
    /// Bulls and oxen from two years.
    Bull,
    /// Cattle of one to two years.
    YoungCattle,
    /// Calves under one year.
    Calf,
    /// Horses, donkeys and mules.
    Equid,
    /// Sheep.
    Sheep,
    /// Goats.
    Goat,
    /// Yaks.
    Yak,
}

/// Livestock units of one animal, from a named table.
///
/// ```
/// use aimak_science::attitudes::programme::livestock::{Animal, UnitTable};
/// let table = UnitTable::eurostat();
/// assert_eq!((table.of(Animal::Sheep), table.of(Animal::Yak)), (Some(0.1), None));
/// assert_eq!(table.with(Animal::Yak, 0.7, "rayon veterinary office, 2024").of(Animal::Yak), Some(0.7));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct UnitTable {
    per_head: BTreeMap<Animal, f64>,
    /// Where the numbers come from.
    pub source: String,
}

impl UnitTable {
    /// Eurostat's coefficients (recalled; a grown dairy cow is 1). It has no yak: a project that keeps yaks gives its own number.
    pub fn eurostat() -> Self {
        let per_head = [
            (Animal::DairyCow, 1.0),
            (Animal::OtherCow, 0.8),
            (Animal::Bull, 1.0),
            (Animal::YoungCattle, 0.7),
            (Animal::Calf, 0.4),
            (Animal::Equid, 0.8),
            (Animal::Sheep, 0.1),
            (Animal::Goat, 0.1),
        ];
        Self {
            per_head: per_head.into(),
            source: "Eurostat, Glossary: Livestock unit (LSU); recalled".to_owned(),
        }
    }

    /// The same with another number for one kind, and its source.
    #[must_use]
    pub fn with(mut self, animal: Animal, units: f64, source: &str) -> Self {
        self.per_head.insert(animal, units);
        self.source = format!("{}; {animal:?}: {source}", self.source);
        self
    }

    /// Units of one animal; `None` for a kind the table does not have.
    pub fn of(&self, animal: Animal) -> Option<f64> {
        self.per_head.get(&animal).copied()
    }

    /// Units of a herd.
    ///
    /// # Errors
    /// [`Refused::NoBase`] for a kind the table does not have: leaving it out would make the pressure too small.
    pub fn units(&self, herd: &[(Animal, u64)]) -> Result<f64, Refused> {
        let units = |(animal, heads): &(Animal, u64)| {
            let per_head = self.of(*animal).ok_or(Refused::NoBase)?;
            Ok(per_head * *heads as f64)
        };
        herd.iter().map(units).sum()
    }
}

/// Grazing pressure of a season on a pasture.
///
/// # Formula
/// `units·(days/365)/ha`; against a carrying capacity, the ratio of the two.
///
/// # Units
/// Livestock units a hectare and year.
///
/// # Range and edge cases
/// 0 and more. Above 1 of the capacity the pasture is grazed harder than it is said to bear; the capacity is the project's own figure, this
/// program knows none.
///
/// # Example
/// ```
/// use aimak_science::attitudes::programme::livestock::{Animal, GrazingPressure, UnitTable};
/// let units = UnitTable::eurostat().units(&[(Animal::Sheep, 2_000), (Animal::Equid, 100)]).unwrap();
/// assert!((units - 280.0).abs() < 1e-9);
/// let summer = GrazingPressure::of(units, 146, 800.0).unwrap(); // 0.4 of the year
/// assert!((summer.units_per_ha_year - 0.14).abs() < 1e-12);
/// assert!((summer.of_capacity(0.10).unwrap() - 1.4).abs() < 1e-12);
/// ```
///
/// # Reference
/// Allen et al. (2011), Grass Forage Sci. 66:2–28 (terms: stocking rate, carrying capacity).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrazingPressure {
    /// Livestock units a hectare and year.
    pub units_per_ha_year: f64,
}

impl GrazingPressure {
    /// Of a herd on a pasture for so many days of a year.
    ///
    /// # Errors
    /// [`Refused::NoBase`] without pasture, [`Refused::OutOfRange`] for more than 366 days or negative units.
    pub fn of(livestock_units: f64, days: u16, pasture_ha: f64) -> Result<Self, Refused> {
        if !(livestock_units >= 0.0 && livestock_units.is_finite() && days <= 366) {
            return Err(Refused::OutOfRange);
        }
        if pasture_ha > 0.0 && pasture_ha.is_finite() {
            Ok(Self {
                units_per_ha_year: livestock_units * f64::from(days) / 365.0 / pasture_ha,
            })
        } else {
            Err(Refused::NoBase)
        }
    }

    /// Share of a carrying capacity, in the same unit.
    ///
    /// # Errors
    /// [`Refused::NoBase`] for a capacity that is not positive.
    pub fn of_capacity(self, units_per_ha_year: f64) -> Result<f64, Refused> {
        if units_per_ha_year > 0.0 {
            Ok(self.units_per_ha_year / units_per_ha_year)
        } else {
            Err(Refused::NoBase)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_unknown_animal_is_not_nothing() {
        let herd = [(Animal::Sheep, 100), (Animal::Yak, 20)];
        assert_eq!(UnitTable::eurostat().units(&herd), Err(Refused::NoBase));
        assert_eq!(GrazingPressure::of(1.0, 367, 1.0), Err(Refused::OutOfRange));
        assert_eq!(GrazingPressure::of(1.0, 100, 0.0), Err(Refused::NoBase));
    }

    proptest! {
        #[test]
        fn two_seasons_add_up(units in 0.0..5000.0_f64, spring in 0_u16..180, summer in 0_u16..180, ha in 1.0..5000.0_f64) {
            let of = |days| GrazingPressure::of(units, days, ha).unwrap().units_per_ha_year;
            prop_assert!((of(spring) + of(summer) - of(spring + summer)).abs() < 1e-9);
        }
    }
}
