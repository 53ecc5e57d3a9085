//! How is the land used, in the classes of the IPCC?

use aimak_core::{Message, Reason, Withheld};

use super::{climate_zone::ClimateZone, factors::DefaultFactor};

/// What cropland grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CroplandUse {
    /// Annual crops for more than 20 years.
    LongTermAnnual,
    /// Orchards, vineyards, other perennials.
    Perennial,
    /// Set aside for less than 20 years.
    SetAside,
    /// Flooded rice.
    Paddy,
}

/// How the soil is tilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tillage {
    /// Turned.
    Full,
    /// Disturbed less; most of the surface stays covered.
    Reduced,
    /// Not tilled.
    None,
}

/// How much carbon comes back to the soil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Residues removed or burnt, frequent bare fallow or crops of little residue, and nothing added.
    Low,
    /// Residues kept, or as much organic matter brought.
    Medium,
    /// Medium, and crops of much residue, green manure, cover crops, vegetated fallow, irrigation or grasses in rotation.
    HighWithoutManure,
    /// Much more carbon, by regular animal manure; only with a record.
    HighWithManure(ManureRecord),
}

/// Farm records that show manure applied, and not taken from another field of the aimak.
///
/// With and without manure differ ninefold in what they promise, so nobody gets the class by assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManureRecord(());

impl ManureRecord {
    /// The record, where there is one.
    ///
    /// # Errors
    /// `ACTIVITY_DATA_MISSING` where records do not show manure, or show that it was only moved: then the other field lost it.
    ///
    /// ```
    /// use aimak_science::soil::tier1::ManureRecord;
    /// assert!(ManureRecord::documented(true, Some(false)).is_ok());
    /// assert!(ManureRecord::documented(true, Some(true)).is_err()); // diverted
    /// assert!(ManureRecord::documented(true, None).is_err()); // nobody asked
    /// assert!(ManureRecord::documented(false, Some(false)).is_err());
    /// ```
    pub fn documented(
        applied: bool,
        diverted_within_aimak: Option<bool>,
    ) -> Result<Self, Withheld> {
        if applied && diverted_within_aimak == Some(false) {
            return Ok(Self(()));
        }
        let detail = Message::new("detail-factor").with("factor", "manure_record");
        Err(Withheld::because(Reason::ActivityDataMissing).with(detail))
    }
}

/// The state of grassland.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrasslandCondition {
    /// Not degraded, not improved.
    Nominal,
    /// Grazed hard.
    HighIntensityGrazing,
    /// Severely degraded.
    SeverelyDegraded,
    /// Improved by fertiliser, species or irrigation.
    Improved {
        /// By more than one of them.
        high_input: bool,
    },
}

/// How land is managed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Management {
    /// Native vegetation: the reference.
    Native,
    /// Cropland.
    Cropland {
        /// What it grows.
        land: CroplandUse,
        /// How it is tilled.
        tillage: Tillage,
        /// What comes back.
        input: Input,
    },
    /// Grassland.
    Grassland(GrasslandCondition),
}

/// Columns of the table of cropland.
#[derive(Clone, Copy)]
enum Column {
    CoolDry,
    CoolMoist,
    WarmDry,
    WarmMoist,
}

impl Management {
    /// Factors of land use, management and input in a zone.
    ///
    /// # Range and edge cases
    /// Boreal and polar zones take the cool temperate factors of their moisture. METHODS has none for the tropics: `FACTOR_MISSING`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::tier1::{ClimateZone, CroplandUse, Input, Management, Tillage};
    /// let fields = Management::Cropland { land: CroplandUse::LongTermAnnual, tillage: Tillage::Reduced, input: Input::Low };
    /// let values = fields.factors(ClimateZone::CoolTemperateDry).unwrap().map(|factor| factor.value);
    /// assert_eq!(values, [0.77, 0.98, 0.95]);
    /// ```
    ///
    /// # Reference
    /// METHODS A.10.3; IPCC (2019), Refinement Vol. 4, Ch. 5, Tab. 5.5 and Ch. 6, Tab. 6.2.
    pub fn factors(self, zone: ClimateZone) -> Result<[DefaultFactor; 3], Withheld> {
        let column = Column::of(zone)?;
        let one = DefaultFactor::one;
        Ok(match self {
            Self::Native => [one("FLU native"), one("FMG native"), one("FI native")],
            Self::Cropland {
                land,
                tillage,
                input,
            } => [
                column.land_use(land),
                column.tillage(tillage),
                column.input(input),
            ],
            Self::Grassland(condition) => {
                let [management, input] = grassland(condition);
                [one("FLU grassland"), management, input]
            }
        })
    }
}

impl Column {
    fn of(zone: ClimateZone) -> Result<Self, Withheld> {
        match zone {
            ClimateZone::CoolTemperateDry | ClimateZone::BorealDry | ClimateZone::PolarDry => {
                Ok(Self::CoolDry)
            }
            ClimateZone::CoolTemperateMoist
            | ClimateZone::BorealMoist
            | ClimateZone::PolarMoist => Ok(Self::CoolMoist),
            ClimateZone::WarmTemperateDry => Ok(Self::WarmDry),
            ClimateZone::WarmTemperateMoist => Ok(Self::WarmMoist),
            ClimateZone::TropicalDry
            | ClimateZone::TropicalMoist
            | ClimateZone::TropicalWet
            | ClimateZone::TropicalMontane => {
                let detail = Message::new("detail-factor").with("factor", "FLU");
                Err(Withheld::because(Reason::FactorMissing).with(detail))
            }
        }
    }

    /// The cell of this column.
    fn cell(self, id: &'static str, row: [(f64, f64); 4]) -> DefaultFactor {
        let (value, half_width_percent) = row[self as usize];
        DefaultFactor::new(id, value, half_width_percent)
    }

    fn land_use(self, land: CroplandUse) -> DefaultFactor {
        match land {
            CroplandUse::LongTermAnnual => self.cell(
                "FLU annual",
                [(0.77, 14.0), (0.70, 12.0), (0.76, 12.0), (0.69, 16.0)],
            ),
            CroplandUse::Perennial => self.cell("FLU perennial", [(0.72, 22.0); 4]),
            CroplandUse::SetAside => self.cell(
                "FLU set-aside",
                [(0.93, 11.0), (0.82, 17.0), (0.93, 11.0), (0.82, 17.0)],
            ),
            CroplandUse::Paddy => self.cell("FLU paddy", [(1.35, 4.0); 4]),
        }
    }

    fn tillage(self, tillage: Tillage) -> DefaultFactor {
        match tillage {
            Tillage::Full => DefaultFactor::one("FMG full"),
            Tillage::Reduced => self.cell(
                "FMG reduced",
                [(0.98, 5.0), (1.04, 4.0), (0.99, 3.0), (1.05, 4.0)],
            ),
            Tillage::None => self.cell(
                "FMG none",
                [(1.03, 4.0), (1.09, 4.0), (1.04, 3.0), (1.10, 4.0)],
            ),
        }
    }

    fn input(self, input: Input) -> DefaultFactor {
        match input {
            Input::Low => self.cell(
                "FI low",
                [(0.95, 13.0), (0.92, 14.0), (0.95, 13.0), (0.92, 14.0)],
            ),
            Input::Medium => DefaultFactor::one("FI medium"),
            Input::HighWithoutManure => self.cell(
                "FI high",
                [(1.04, 13.0), (1.11, 10.0), (1.04, 13.0), (1.11, 10.0)],
            ),
            Input::HighWithManure(ManureRecord(())) => self.cell(
                "FI manure",
                [(1.37, 12.0), (1.44, 13.0), (1.37, 12.0), (1.44, 13.0)],
            ),
        }
    }
}

/// Management and input of grassland, alike in all temperate zones.
const fn grassland(condition: GrasslandCondition) -> [DefaultFactor; 2] {
    let medium = DefaultFactor::one("FI grassland medium");
    match condition {
        GrasslandCondition::Nominal => [DefaultFactor::one("FMG grassland"), medium],
        GrasslandCondition::HighIntensityGrazing => {
            [DefaultFactor::new("FMG grazed hard", 0.90, 8.0), medium]
        }
        GrasslandCondition::SeverelyDegraded => {
            [DefaultFactor::new("FMG degraded", 0.70, 40.0), medium]
        }
        GrasslandCondition::Improved { high_input } => {
            let input = if high_input {
                DefaultFactor::new("FI grassland high", 1.11, 7.0)
            } else {
                medium
            };
            [DefaultFactor::new("FMG improved", 1.14, 11.0), input]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(management: Management, zone: ClimateZone) -> [(f64, f64); 3] {
        let factors = management.factors(zone).unwrap();
        factors.map(|factor| (factor.value, factor.half_width_percent))
    }

    #[test]
    fn cells_of_the_tables() {
        let record = ManureRecord::documented(true, Some(false)).unwrap();
        let crops = |land, tillage, input| Management::Cropland {
            land,
            tillage,
            input,
        };
        let manured = crops(
            CroplandUse::SetAside,
            Tillage::None,
            Input::HighWithManure(record),
        );
        assert_eq!(
            values(manured, ClimateZone::WarmTemperateMoist),
            [(0.82, 17.0), (1.10, 4.0), (1.44, 13.0)]
        );
        let orchard = crops(
            CroplandUse::Perennial,
            Tillage::Reduced,
            Input::HighWithoutManure,
        );
        assert_eq!(
            values(orchard, ClimateZone::WarmTemperateDry),
            [(0.72, 22.0), (0.99, 3.0), (1.04, 13.0)]
        );
        assert_eq!(
            values(orchard, ClimateZone::BorealMoist),
            values(orchard, ClimateZone::CoolTemperateMoist)
        );
        let improved = Management::Grassland(GrasslandCondition::Improved { high_input: true });
        assert_eq!(
            values(improved, ClimateZone::PolarDry),
            [(1.0, 0.0), (1.14, 11.0), (1.11, 7.0)]
        );
        assert_eq!(
            orchard
                .factors(ClimateZone::TropicalDry)
                .unwrap_err()
                .reason,
            Reason::FactorMissing
        );
    }
}
