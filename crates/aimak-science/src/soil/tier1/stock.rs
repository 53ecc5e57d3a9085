//! Which stock does the default method assume?

use aimak_core::{ClimateZone, Interval, IntervalKind, Management, SoilGroup, Withheld};

use super::{factors::DefaultFactor, management::factors, reference::reference_stock};
use crate::methods::interval::LEVEL;

/// Zone and soil of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier1Place {
    /// Climate zone.
    pub zone: ClimateZone,
    /// Soil group.
    pub soil: SoilGroup,
}

/// A stock by the default method, 0–30 cm; an assumption with an interval.
///
/// It is no measured stock:
/// ```compile_fail
/// use aimak_core::{ClimateZone, Management, SoilGroup};
/// use aimak_science::soil::{stock::Stock, tier1::Tier1Place};
/// let place = Tier1Place { zone: ClimateZone::CoolTemperateDry, soil: SoilGroup::HighActivityClay };
/// let measured: Stock = place.stock(&Management::Native).unwrap();
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Tier1Stock {
    t_per_ha: f64,
    half_width_t_per_ha: f64,
}

impl Tier1Place {
    /// The assumed stock.
    ///
    /// # Formula
    /// `SOC = SOCref·FLU·FMG·FI`; the half-widths of the four add as squares.
    ///
    /// # Units
    /// t C/ha, 0–30 cm.
    ///
    /// # Errors
    /// `FACTOR_MISSING` where a table has no value.
    ///
    /// # Example
    /// ```
    /// use aimak_core::{ClimateZone, CroplandUse, Input, Management, SoilGroup, Tillage};
    /// use aimak_science::soil::tier1::Tier1Place;
    /// let place = Tier1Place { zone: ClimateZone::CoolTemperateDry, soil: SoilGroup::HighActivityClay };
    /// let fields = Management::Cropland { land: CroplandUse::LongTermAnnual, tillage: Tillage::Full, input: Input::Medium };
    /// let stock = place.stock(&fields).unwrap();
    /// assert!((stock.t_per_ha() - 33.11).abs() < 1e-9); // 43·0.77
    /// let (lo, hi) = stock.interval().bounds().unwrap();
    /// assert!(((hi - lo) / 2.0 / 33.11 - 0.16125).abs() < 5e-6); // √(8² + 14²) %
    /// ```
    ///
    /// # Reference
    /// METHODS A.10; IPCC (2019), Refinement Vol. 4, Ch. 2, Eq. 2.25.
    pub fn stock(&self, management: &Management) -> Result<Tier1Stock, Withheld> {
        let factors = self.factors(*management)?;
        let t_per_ha = product(&factors);
        let squares: f64 = factors.iter().map(|factor| factor.relative().powi(2)).sum();
        Ok(Tier1Stock {
            t_per_ha,
            half_width_t_per_ha: t_per_ha * squares.sqrt(),
        })
    }

    /// Reference stock and factors.
    pub(super) fn factors(self, management: Management) -> Result<[DefaultFactor; 4], Withheld> {
        let reference = reference_stock(self.zone, self.soil)?;
        let [land_use, tillage, input] = factors(management, self.zone)?;
        Ok([reference, land_use, tillage, input])
    }
}

/// The product of factors.
pub(super) fn product(factors: &[DefaultFactor]) -> f64 {
    factors.iter().map(|factor| factor.value).product()
}

impl Tier1Stock {
    /// The assumed stock, t C/ha.
    pub const fn t_per_ha(&self) -> f64 {
        self.t_per_ha
    }

    /// Its 95 % interval, kind parameter; the lower end not below 0.
    pub fn interval(&self) -> Interval {
        Interval::Between {
            lo: (self.t_per_ha - self.half_width_t_per_ha).max(0.0),
            hi: self.t_per_ha + self.half_width_t_per_ha,
            level: LEVEL,
            kind: IntervalKind::Parameter,
        }
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::{CroplandUse, Input, ManureRecord, Tillage};

    use super::*;

    const PLACE: Tier1Place = Tier1Place {
        zone: ClimateZone::CoolTemperateDry,
        soil: SoilGroup::HighActivityClay,
    };

    #[test]
    fn stocks_of_the_worked_examples() {
        let record = ManureRecord::documented(true, Some(false)).unwrap();
        for (tillage, input, expected) in [
            (Tillage::Full, Input::Low, 31.4545),
            (Tillage::Full, Input::HighWithoutManure, 34.4344),
            (Tillage::Full, Input::HighWithManure(record), 45.3607),
            (Tillage::Reduced, Input::HighWithManure(record), 44.4535),
        ] {
            let fields = Management::Cropland {
                land: CroplandUse::LongTermAnnual,
                tillage,
                input,
            };
            let stock = PLACE.stock(&fields).unwrap();
            assert!((stock.t_per_ha() - expected).abs() < 5e-5, "{input:?}");
            assert!(stock.interval().bounds().is_some());
        }
    }

    #[test]
    fn native_land_is_as_sure_as_its_reference() {
        let (lo, hi) = PLACE
            .stock(&Management::Native)
            .unwrap()
            .interval()
            .bounds()
            .unwrap();
        assert!((lo - 43.0 * 0.92).abs() < 1e-9 && (hi - 43.0 * 1.08).abs() < 1e-9);
    }
}
