//! Which change does the default method assume, and does it even know the sign?

use std::collections::BTreeMap;

use aimak_core::{Interval, IntervalKind, Message, Reason, Withheld};

use super::{
    management::Management,
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
    /// use aimak_science::soil::tier1::{
    ///     ClimateZone, CroplandUse, Input, Management, ManureRecord, Sign, SoilGroup, Tier1Place, Tillage,
    /// };
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
            let detail = Message::new("detail-factor").with("factor", "management");
            return Err(Withheld::because(Reason::ActivityDataMissing).with(detail));
        };
        let (before, after) = (self.factors(*before)?, self.factors(*after)?);
        let (first, last) = (product(&before), product(&after));
        let mut slopes: BTreeMap<&str, f64> = BTreeMap::new();
        for (factors, stock) in [(before, -first), (after, last)] {
            for factor in factors {
                *slopes.entry(factor.id).or_default() += factor.relative() * stock;
            }
        }
        let squares: f64 = slopes.values().map(|slope| slope * slope).sum();
        Ok(Tier1Change {
            t_per_ha: last - first,
            half_width_t_per_ha: squares.sqrt(),
        })
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
    /// use aimak_science::soil::tier1::{ClimateZone, GrasslandCondition, Management, SoilGroup, Tier1Place};
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
mod tests {
    use super::{
        super::{
            climate_zone::ClimateZone,
            management::{CroplandUse, GrasslandCondition, Input, ManureRecord, Tillage},
            reference::SoilGroup,
        },
        *,
    };

    const PLACE: Tier1Place = Tier1Place {
        zone: ClimateZone::CoolTemperateDry,
        soil: SoilGroup::HighActivityClay,
    };

    fn fields(input: Input) -> Management {
        Management::Cropland {
            land: CroplandUse::LongTermAnnual,
            tillage: Tillage::Full,
            input,
        }
    }

    fn change(before: Input, after: Input) -> Tier1Change {
        PLACE
            .change(Some(&fields(before)), Some(&fields(after)))
            .unwrap()
    }

    #[test]
    fn carbon_dioxide_of_the_worked_examples() {
        // METHODS A.10.4, removals there
        let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
        for (before, after, per_year, removal) in [
            (Input::Medium, manure, 0.6125, 2.2460),
            (Input::Medium, Input::HighWithoutManure, 0.0662, 0.2428),
            (Input::Low, Input::Medium, 0.0828, 0.3035),
        ] {
            let change = change(before, after);
            assert!((change.after_years(1.0).unwrap().0 - per_year).abs() < 5e-5);
            let (co2, interval) = change.co2_t_per_ha_year();
            assert!((co2 + removal).abs() < 5e-5, "{after:?}");
            let (lo, hi) = interval.bounds().unwrap();
            assert!(lo < co2 && co2 < hi);
            assert_eq!(interval.holds_zero(), change.interval().holds_zero());
        }
    }

    #[test]
    fn the_sign_is_known_only_where_the_interval_leaves_zero_out() {
        assert_eq!(
            change(Input::Low, Input::Medium).sign(),
            Sign::NotDetermined
        );
        assert_eq!(change(Input::Medium, Input::Medium).sign(), Sign::NoChange);
        let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
        let back = change(manure, Input::Medium);
        assert_eq!(back.sign(), Sign::Loss);
        let there = change(Input::Medium, manure);
        assert_eq!(
            (back.t_per_ha(), back.half_width_t_per_ha()),
            (-there.t_per_ha(), there.half_width_t_per_ha())
        );
    }

    #[test]
    fn undocumented_management_is_refused() {
        let refused = PLACE.change(None, Some(&fields(Input::Medium)));
        assert_eq!(refused.unwrap_err().reason, Reason::ActivityDataMissing);
        assert!(change(Input::Low, Input::Medium).after_years(-1.0).is_err());
    }

    #[test]
    fn errors_common_to_both_dates_count_with_the_change_only() {
        // native to fields: SOCref is common, FLU is not
        let found = PLACE
            .change(Some(&Management::Native), Some(&fields(Input::Medium)))
            .unwrap();
        let by_reference = 0.08 * (33.11 - 43.0);
        let by_land_use = 0.14 * 33.11_f64;
        assert!((found.half_width_t_per_ha() - by_land_use.hypot(by_reference)).abs() < 1e-9);
        assert_eq!(found.sign(), Sign::Loss);
        let pasture = Management::Grassland(GrasslandCondition::Nominal);
        let same = PLACE
            .change(Some(&Management::Native), Some(&pasture))
            .unwrap();
        assert_eq!(same.sign(), Sign::NoChange);
    }
}
