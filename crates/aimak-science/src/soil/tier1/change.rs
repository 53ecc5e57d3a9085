//! Which change does the default method assume, and does it even know the sign?

use std::collections::BTreeMap;

use aimak_core::{Interval, IntervalKind, Management, Undocumented, Withheld};

use super::{
    factors::DefaultFactor,
    stock::{Tier1Place, product},
};
use crate::methods::{interval::LEVEL, range::in_range};

/// Years until the stock has moved from one level to the other; afterwards it changes no more.
pub const TRANSITION_YEARS: f64 = 20.0;
/// Carbon dioxide per carbon, by mass.
const CO2_PER_CARBON: f64 = 44.0 / 12.0;

/// What may be said about the direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The whole interval lies above 0.
    Gain,
    /// The whole interval lies below 0.
    Loss,
    /// The interval holds 0: the sign is not determined by the default method.
    NotDetermined,
    /// Management did not change, or not in a way that the default method knows.
    NoChange,
}

impl Sign {
    /// The entry of the catalogue that words it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gain => "tier1-gain",
            Self::Loss => "tier1-loss",
            Self::NotDetermined => "tier1-sign-not-determined",
            Self::NoChange => "tier1-no-change",
        }
    }
}

/// A change of the assumed stock over 20 years; never without its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier1Change {
    t_per_ha: f64,
    half_width_t_per_ha: f64,
}

impl Tier1Place {
    /// The change of management from one date to another.
    ///
    /// # Formula
    /// `ΔC = SOC_after − SOC_before`. Every default is one number with one error, wherever it stands: the half-width is
    /// `√Σ_f (uᶠ·(SOC_after·[f after] − SOC_before·[f before]))²` over the defaults f with relative half-width uᶠ. What is common to both
    /// dates so counts with the change only.
    ///
    /// # Range and edge cases
    /// `ACTIVITY_DATA_MISSING` where management of a date is not documented.
    ///
    /// # Example
    /// ```
    /// use aimak_core::{ClimateZone, CroplandUse, Input, Management, ManureRecord, SoilGroup, Tillage};
    /// use aimak_science::soil::tier1::{Sign, Tier1Place};
    /// let place = Tier1Place { zone: ClimateZone::CoolTemperateDry, soil: SoilGroup::HighActivityClay };
    /// let fields = |input| Management::Cropland { land: CroplandUse::LongTermAnnual, tillage: Tillage::Full, input };
    /// let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
    /// let change = place.change(Some(&fields(Input::Medium)), Some(&fields(manure))).unwrap();
    /// assert!((change.t_per_ha() - 12.2507).abs() < 5e-5);
    /// assert!((change.half_width_t_per_ha() / change.t_per_ha() - 0.47268).abs() < 5e-6);
    /// assert_eq!(change.sign(), Sign::Gain);
    /// let without = place.change(Some(&fields(Input::Medium)), Some(&fields(Input::HighWithoutManure))).unwrap();
    /// assert!((without.t_per_ha() - 1.3244).abs() < 5e-5);
    /// assert_eq!(without.sign(), Sign::NotDetermined); // ± 4.5
    /// ```
    ///
    /// # Reference
    /// METHODS A.10.4, A.10.5.
    pub fn change(
        &self,
        before: Option<&Management>,
        after: Option<&Management>,
    ) -> Result<Tier1Change, Withheld> {
        let (Some(before), Some(after)) = (before, after) else {
            return Err(Undocumented::Management.withheld());
        };
        mean_change(&[ChangedField {
            place: *self,
            before: *before,
            after: *after,
            area_ha: 1.0,
        }])
    }
}

/// A field as the default method sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangedField {
    /// Its zone and soil.
    pub place: Tier1Place,
    /// How it was managed before.
    pub before: Management,
    /// How it is managed after.
    pub after: Management,
    /// Its area, ha.
    pub area_ha: f64,
}

/// The mean change of several fields by area.
///
/// # Formula
/// `ΔC = Σ wᵢ·(SOC_after,i − SOC_before,i)` with `wᵢ = Aᵢ/ΣA`. Every default is one number with one error in all fields and at both dates: its
/// slopes are summed over the fields first and squared then, `√Σ_f (uᶠ·Σᵢ wᵢ·(SOC_after,i·[f after] − SOC_before,i·[f before]))²`. Adding
/// the squares of the fields instead would let a hundred fields that share one doubtful factor look ten times as sure.
///
/// # Units
/// t C/ha over 20 years.
///
/// # Range and edge cases
/// `ACTIVITY_DATA_MISSING` without any field, `OUT_OF_RANGE` for an area that is not above 0, `FACTOR_MISSING` where a table has no value.
///
/// # Example
/// ```
/// use aimak_core::{ClimateZone, CroplandUse, Input, Management, ManureRecord, SoilGroup, Tillage};
/// use aimak_science::soil::tier1::{ChangedField, Tier1Place, mean_change};
/// let place = Tier1Place { zone: ClimateZone::CoolTemperateDry, soil: SoilGroup::HighActivityClay };
/// let crops = |input| Management::Cropland { land: CroplandUse::LongTermAnnual, tillage: Tillage::Full, input };
/// let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
/// let field = |after, area_ha| ChangedField { place, before: crops(Input::Medium), after: crops(after), area_ha };
/// let mean = mean_change(&[field(manure, 10.0), field(Input::Medium, 30.0)]).unwrap();
/// assert!((mean.t_per_ha() - 12.2507 / 4.0).abs() < 5e-5);
/// assert!((mean.half_width_t_per_ha() / mean.t_per_ha() - 0.47268).abs() < 5e-6); // the field that stays adds nothing
/// ```
///
/// # Reference
/// METHODS A.10; IPCC (2019), Refinement Vol. 4, Ch. 2, Eq. 2.25; the errors as Vol. 1, Ch. 3 adds those of common factors.
pub fn mean_change(fields: &[ChangedField]) -> Result<Tier1Change, Withheld> {
    let mut area_ha = 0.0;
    for field in fields {
        in_range("area_ha", field.area_ha, f64::MIN_POSITIVE, f64::MAX)?;
        area_ha += field.area_ha;
    }
    if fields.is_empty() {
        return Err(Undocumented::Management.withheld());
    }
    let (mut t_per_ha, mut slopes) = (0.0, Slopes::default());
    for field in fields {
        let weight = field.area_ha / area_ha;
        let before = field.place.factors(field.before)?;
        let after = field.place.factors(field.after)?;
        let (first, last) = (product(&before), product(&after));
        slopes.add(&before, -weight * first);
        slopes.add(&after, weight * last);
        t_per_ha += weight * (last - first);
    }
    Ok(Tier1Change {
        t_per_ha,
        half_width_t_per_ha: slopes.half_width(),
    })
}

/// How far a sum of stocks moves where a default moves to the end of its interval, by row and cell.
#[derive(Default)]
struct Slopes(BTreeMap<(&'static str, u8), f64>);

impl Slopes {
    /// Adds a stock made of these factors.
    fn add(&mut self, factors: &[DefaultFactor], stock: f64) {
        for factor in factors {
            let slope = self.0.entry((factor.id, factor.cell)).or_default();
            *slope += factor.relative() * stock;
        }
    }

    /// The half-width of the sum: defaults err independently of one another.
    fn half_width(&self) -> f64 {
        let squares: f64 = self.0.values().map(|slope| slope * slope).sum();
        squares.sqrt()
    }
}

impl Tier1Change {
    /// The change over 20 years, t C/ha; a gain is positive.
    pub const fn t_per_ha(&self) -> f64 {
        self.t_per_ha
    }

    /// Half-width of its 95 % interval, t C/ha.
    pub const fn half_width_t_per_ha(&self) -> f64 {
        self.half_width_t_per_ha
    }

    /// Its 95 % interval, kind parameter.
    pub fn interval(&self) -> Interval {
        self.scaled(1.0)
    }

    /// What may be said about its direction.
    pub fn sign(&self) -> Sign {
        let half = self.half_width_t_per_ha;
        if self.t_per_ha == 0.0 && half == 0.0 {
            Sign::NoChange
        } else if self.t_per_ha - half > 0.0 {
            Sign::Gain
        } else if self.t_per_ha + half < 0.0 {
            Sign::Loss
        } else {
            Sign::NotDetermined
        }
    }

    /// Carbon gained in so many years after the change, t C/ha, with its interval: a twentieth each year, and after 20 years no more.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` for negative years.
    ///
    /// # Example
    /// ```
    /// use aimak_core::{ClimateZone, GrasslandCondition, Management, SoilGroup};
    /// use aimak_science::soil::tier1::Tier1Place;
    /// let place = Tier1Place { zone: ClimateZone::CoolTemperateDry, soil: SoilGroup::HighActivityClay };
    /// let pasture = |condition| Management::Grassland(condition);
    /// let change = place
    ///     .change(Some(&pasture(GrasslandCondition::HighIntensityGrazing)), Some(&pasture(GrasslandCondition::Nominal)))
    ///     .unwrap();
    /// let after = |years| change.after_years(years).unwrap().0;
    /// assert!((after(5.0) - 1.075).abs() < 1e-9); // 43·0.1/4
    /// assert_eq!(after(20.0), after(35.0));
    /// ```
    pub fn after_years(&self, years: f64) -> Result<(f64, Interval), Withheld> {
        in_range("years", years, 0.0, f64::MAX)?;
        let share = years.min(TRANSITION_YEARS) / TRANSITION_YEARS;
        Ok((share * self.t_per_ha, self.scaled(share)))
    }

    /// Carbon dioxide in each of the 20 years, t CO2/ha, with its interval; emission is positive, so a gain of carbon is negative.
    ///
    /// # Formula
    /// `−ΔC/20·44/12`.
    pub fn co2_t_per_ha_year(&self) -> (f64, Interval) {
        let per_year = -CO2_PER_CARBON / TRANSITION_YEARS;
        (per_year * self.t_per_ha, self.scaled(per_year))
    }

    /// The interval times a number, which may turn it round.
    fn scaled(&self, by: f64) -> Interval {
        let half = (by * self.half_width_t_per_ha).abs();
        Interval::Between {
            lo: by * self.t_per_ha - half,
            hi: by * self.t_per_ha + half,
            level: LEVEL,
            kind: IntervalKind::Parameter,
        }
    }
}

#[cfg(test)]
mod tests;
