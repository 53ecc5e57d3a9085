//! How is the land used, in the classes of the IPCC?

use aimak_core::{
    ClimateZone, CroplandUse, GrasslandCondition, Input, Management, Message, Reason, Tillage,
    Withheld,
};

use super::factors::DefaultFactor;

/// Columns of the table of cropland.
#[derive(Clone, Copy)]
enum Column {
    CoolDry,
    CoolMoist,
    WarmDry,
    WarmMoist,
}

/// Factors of land use, management and input in a zone.
///
/// # Range and edge cases
/// Boreal and polar zones take the cool temperate factors of their moisture. METHODS has none for the tropics: `FACTOR_MISSING`.
///
/// # Example
/// ```
/// use aimak_core::{ClimateZone, CroplandUse, Input, Management, Tillage};
/// use aimak_science::soil::tier1::factors;
/// let fields = Management::Cropland { land: CroplandUse::LongTermAnnual, tillage: Tillage::Reduced, input: Input::Low };
/// let values = factors(fields, ClimateZone::CoolTemperateDry).unwrap().map(|factor| factor.value);
/// assert_eq!(values, [0.77, 0.98, 0.95]);
/// ```
///
/// # Reference
/// METHODS A.10.3; IPCC (2019), Refinement Vol. 4, Ch. 5, Tab. 5.5 and Ch. 6, Tab. 6.2.
pub fn factors(management: Management, zone: ClimateZone) -> Result<[DefaultFactor; 3], Withheld> {
    let column = Column::of(zone)?;
    let one = DefaultFactor::one;
    Ok(match management {
        Management::Native => [one("FLU native"), one("FMG native"), one("FI native")],
        Management::Cropland {
            land,
            tillage,
            input,
        } => [
            column.land_use(land),
            column.tillage(tillage),
            column.input(input),
        ],
        Management::Grassland(condition) => {
            let [management, input] = grassland(condition);
            [one("FLU grassland"), management, input]
        }
    })
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

    /// The cell of this column, where each column has its own.
    fn cell(self, id: &'static str, row: [(f64, f64); 4]) -> DefaultFactor {
        let (value, half_width_percent) = row[self as usize];
        DefaultFactor::new(id, value, half_width_percent).in_cell(self as u8)
    }

    /// The cell of this moisture, where cool and warm zones have one together.
    fn of_moisture(self, id: &'static str, dry: (f64, f64), moist: (f64, f64)) -> DefaultFactor {
        let (cell, (value, half_width_percent)) = match self {
            Self::CoolDry | Self::WarmDry => (0, dry),
            Self::CoolMoist | Self::WarmMoist => (1, moist),
        };
        DefaultFactor::new(id, value, half_width_percent).in_cell(cell)
    }

    fn land_use(self, land: CroplandUse) -> DefaultFactor {
        match land {
            CroplandUse::LongTermAnnual => self.cell(
                "FLU annual",
                [(0.77, 14.0), (0.70, 12.0), (0.76, 12.0), (0.69, 16.0)],
            ),
            CroplandUse::Perennial => DefaultFactor::new("FLU perennial", 0.72, 22.0),
            CroplandUse::SetAside => self.of_moisture("FLU set-aside", (0.93, 11.0), (0.82, 17.0)),
            CroplandUse::Paddy => DefaultFactor::new("FLU paddy", 1.35, 4.0),
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
            Input::Low => self.of_moisture("FI low", (0.95, 13.0), (0.92, 14.0)),
            Input::Medium => DefaultFactor::one("FI medium"),
            Input::HighWithoutManure => self.of_moisture("FI high", (1.04, 13.0), (1.11, 10.0)),
            Input::HighWithManure(_) => self.of_moisture("FI manure", (1.37, 12.0), (1.44, 13.0)),
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
    use aimak_core::ManureRecord;

    use super::*;

    fn values(management: Management, zone: ClimateZone) -> [(f64, f64); 3] {
        let factors = super::factors(management, zone).unwrap();
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
            super::factors(orchard, ClimateZone::TropicalDry)
                .unwrap_err()
                .reason,
            Reason::FactorMissing
        );
    }

    /// Table 5.5 parts input by moisture, tillage and long use by zone as well: one number in two valleys is one error, two are two.
    #[test]
    fn cells_that_are_one_number_are_one() {
        let crops = Management::Cropland {
            land: CroplandUse::LongTermAnnual,
            tillage: Tillage::Reduced,
            input: Input::Low,
        };
        let cells = |zone| {
            super::factors(crops, zone)
                .unwrap()
                .map(|factor| factor.cell)
        };
        let [cool, warm] = [
            cells(ClimateZone::CoolTemperateDry),
            cells(ClimateZone::WarmTemperateDry),
        ];
        assert_eq!(
            [0, 1, 2].map(|at| cool[at] == warm[at]),
            [false, false, true]
        );
        assert_eq!(cool, cells(ClimateZone::BorealDry));
        assert_ne!(cool[2], cells(ClimateZone::CoolTemperateMoist)[2]);
    }
}
