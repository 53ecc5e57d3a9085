//! How much nitrogen do roots and straw leave in the field?

use aimak_core::Withheld;

use crate::{methods::range::in_range, soil::remark::Remark};

/// Crops of the default table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crop {
    /// Winter wheat.
    WinterWheat,
    /// Spring wheat.
    SpringWheat,
    /// Barley.
    Barley,
    /// Maize.
    Maize,
    /// Oats.
    Oats,
    /// Beans and pulses.
    Pulses,
    /// Potato.
    Potato,
    /// Alfalfa (lucerne).
    Alfalfa,
    /// Perennial grass.
    PerennialGrass,
    /// Grass with clover.
    GrassClover,
    /// Any other.
    Generic,
}

/// Coefficients of a crop.
#[derive(Clone, Copy)]
struct Coefficients {
    nitrogen_above: f64,
    nitrogen_below: f64,
    /// Above-ground residue per harvest, dry; `None` where the table has none.
    above_per_crop: Option<f64>,
    root_to_shoot: f64,
    dry: f64,
}

impl Crop {
    const fn coefficients(self) -> Coefficients {
        let (nitrogen_above, nitrogen_below, above_per_crop, root_to_shoot, dry) = match self {
            Self::WinterWheat => (0.006, 0.009, Some(1.3), 0.23, 0.89),
            Self::SpringWheat => (0.006, 0.009, Some(1.3), 0.28, 0.89),
            Self::Barley => (0.007, 0.014, Some(1.2), 0.22, 0.89),
            Self::Maize => (0.006, 0.007, Some(1.0), 0.22, 0.87),
            Self::Oats => (0.007, 0.008, Some(1.3), 0.25, 0.89),
            Self::Pulses => (0.008, 0.008, Some(2.1), 0.19, 0.91),
            Self::Potato => (0.019, 0.014, Some(0.4), 0.20, 0.22),
            Self::Alfalfa => (0.027, 0.019, None, 0.40, 0.90),
            Self::PerennialGrass => (0.015, 0.012, Some(0.3), 0.80, 0.90),
            Self::GrassClover => (0.025, 0.016, Some(0.3), 0.80, 0.90),
            Self::Generic => (0.008, 0.009, Some(1.0), 0.22, 0.85),
        };
        Coefficients {
            nitrogen_above,
            nitrogen_below,
            above_per_crop,
            root_to_shoot,
            dry,
        }
    }
}

/// A harvest and what became of its residue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CropResidue {
    /// The crop.
    pub crop: Crop,
    /// Fresh yield, kg/ha.
    pub fresh_yield_kg_per_ha: f64,
    /// Share of the above-ground residue carried off.
    pub removed: f64,
    /// Share burnt.
    pub burnt: f64,
    /// Share of what is burnt that burns up.
    pub combustion_factor: f64,
    /// Years between sowings; 1 for annual crops.
    pub years_between_renewals: f64,
}

/// Nitrogen that residue leaves in the field.
#[derive(Clone, Debug, PartialEq)]
pub struct ResidueNitrogen {
    /// Above ground, kg N/ha.
    pub above_kg_per_ha: f64,
    /// Below ground, kg N/ha.
    pub below_kg_per_ha: f64,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl CropResidue {
    /// Nitrogen of the residue that stays.
    ///
    /// # Formula
    /// `Crop = yield·DRY`, `AG = Crop·R_AG`, `BG = (Crop + AG)·RS/X`,
    /// `F_CR = AG·N_AG·(1 − removed − burnt·C_f) + BG·N_BG`, X the years between renewals.
    ///
    /// # Units
    /// kg/ha.
    ///
    /// # Range and edge cases
    /// `OUT_OF_RANGE` for a negative yield, shares that are none or exceed 1 together, or less than a year between renewals. The table has
    /// no above-ground residue of alfalfa: it is taken as cut, with a remark.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::fertiliser::{Crop, CropResidue};
    /// let wheat = CropResidue {
    ///     crop: Crop::WinterWheat, fresh_yield_kg_per_ha: 3000.0, removed: 0.6, burnt: 0.0, combustion_factor: 1.0,
    ///     years_between_renewals: 1.0,
    /// };
    /// let nitrogen = wheat.nitrogen().unwrap();
    /// assert!((nitrogen.above_kg_per_ha - 8.3304).abs() < 5e-5); // 2670·1.3·0.006·0.4
    /// assert!((nitrogen.below_kg_per_ha - 12.7119).abs() < 5e-5); // (2670 + 3471)·0.23·0.009
    /// assert!((nitrogen.total_kg_per_ha() - 21.0423).abs() < 5e-5);
    /// ```
    ///
    /// # Reference
    /// METHODS A.11; IPCC (2019), Refinement Vol. 4, Ch. 11, Eq. 11.6 and Tab. 11.1a.
    pub fn nitrogen(&self) -> Result<ResidueNitrogen, Withheld> {
        in_range(
            "fresh_yield_kg_per_ha",
            self.fresh_yield_kg_per_ha,
            0.0,
            1e6,
        )?;
        in_range("removed", self.removed, 0.0, 1.0)?;
        in_range("burnt", self.burnt, 0.0, 1.0 - self.removed)?;
        in_range("combustion_factor", self.combustion_factor, 0.0, 1.0)?;
        in_range(
            "years_between_renewals",
            self.years_between_renewals,
            1.0,
            100.0,
        )?;
        let of = self.crop.coefficients();
        let crop = self.fresh_yield_kg_per_ha * of.dry;
        let above = crop * of.above_per_crop.unwrap_or(0.0);
        let below = (crop + above) * of.root_to_shoot / self.years_between_renewals;
        let stays = 1.0 - self.removed - self.burnt * self.combustion_factor;
        let cut = of
            .above_per_crop
            .is_none()
            .then_some(Remark::ResidueTakenAsCut);
        Ok(ResidueNitrogen {
            above_kg_per_ha: above * of.nitrogen_above * stays,
            below_kg_per_ha: below * of.nitrogen_below,
            remarks: cut.into_iter().collect(),
        })
    }
}

impl ResidueNitrogen {
    /// Both together, kg N/ha.
    pub fn total_kg_per_ha(&self) -> f64 {
        self.above_kg_per_ha + self.below_kg_per_ha
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn residue(crop: Crop, fresh_yield_kg_per_ha: f64, removed: f64) -> CropResidue {
        CropResidue {
            crop,
            fresh_yield_kg_per_ha,
            removed,
            burnt: 0.0,
            combustion_factor: 0.9,
            years_between_renewals: 1.0,
        }
    }

    #[test]
    fn harvests_of_the_worked_examples() {
        // METHODS A.11
        let wheat = residue(Crop::WinterWheat, 3000.0, 0.0).nitrogen().unwrap();
        assert!((wheat.above_kg_per_ha - 20.826).abs() < 5e-5);
        assert!((wheat.total_kg_per_ha() - 33.5379).abs() < 5e-5);
        let barley = residue(Crop::Barley, 2000.0, 0.6).nitrogen().unwrap();
        assert!((barley.total_kg_per_ha() - 18.0421).abs() < 5e-5);
    }

    #[test]
    fn alfalfa_is_taken_as_cut_and_its_roots_count_once_in_a_stand() {
        let year = residue(Crop::Alfalfa, 6000.0, 0.0);
        let found = year.nitrogen().unwrap();
        assert_eq!(found.above_kg_per_ha, 0.0);
        assert_eq!(found.remarks, [Remark::ResidueTakenAsCut]);
        let stand = CropResidue {
            years_between_renewals: 4.0,
            ..year
        }
        .nitrogen()
        .unwrap();
        assert!((stand.below_kg_per_ha - found.below_kg_per_ha / 4.0).abs() < 1e-12);
    }

    #[test]
    fn shares_beyond_the_whole_are_refused() {
        let more = CropResidue {
            burnt: 0.5,
            ..residue(Crop::Oats, 2000.0, 0.6)
        };
        assert!(more.nitrogen().is_err());
        assert!(residue(Crop::Oats, -1.0, 0.0).nitrogen().is_err());
    }

    proptest! {
        #[test]
        fn carrying_off_never_adds(yield_kg in 0.0..9000.0_f64, removed in 0.0..1.0_f64) {
            for crop in [Crop::SpringWheat, Crop::Maize, Crop::Pulses, Crop::Potato, Crop::GrassClover, Crop::Generic] {
                let total = |removed| residue(crop, yield_kg, removed).nitrogen().unwrap().total_kg_per_ha();
                prop_assert!(total(removed) <= total(0.0) + 1e-12);
            }
        }
    }
}
