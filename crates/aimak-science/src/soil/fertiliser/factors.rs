//! How much of the nitrogen becomes nitrous oxide, and by which way?

use super::nitrous_oxide::{NitrogenSource, SyntheticKind};

/// The climate of the factors: wet where precipitation exceeds potential evapotranspiration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FertiliserClimate {
    /// Not told apart.
    Aggregated,
    /// Wet.
    Wet,
    /// Dry; most of the farmland of Kyrgyzstan.
    Dry,
}

impl FertiliserClimate {
    /// Wet where precipitation exceeds potential evapotranspiration over the year, else dry.
    ///
    /// ```
    /// use aimak_science::soil::fertiliser::FertiliserClimate;
    /// assert_eq!(FertiliserClimate::of(330.0, 900.0), FertiliserClimate::Dry);
    /// ```
    pub fn of(precipitation_mm: f64, potential_evapotranspiration_mm: f64) -> Self {
        if precipitation_mm > potential_evapotranspiration_mm {
            Self::Wet
        } else {
            Self::Dry
        }
    }
}

/// How a field gets its water.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irrigation {
    /// Rain only.
    RainFed,
    /// Furrows, flooding or sprinklers: nitrogen is washed out, in a dry climate too (recalled, METHODS U.2).
    Surface,
    /// Drip: counts as rain-fed.
    Drip,
}

/// Where the nitrogen falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSetting {
    /// Climate.
    pub climate: FertiliserClimate,
    /// Irrigation.
    pub irrigation: Irrigation,
}

/// A default of the IPCC with its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmissionFactor {
    /// The value.
    pub value: f64,
    /// Its range; `None` where METHODS has none.
    pub range: Option<(f64, f64)>,
}

impl EmissionFactor {
    const fn within(value: f64, low: f64, high: f64) -> Self {
        Self {
            value,
            range: Some((low, high)),
        }
    }

    const fn bare(value: f64) -> Self {
        Self { value, range: None }
    }
}

/// Which factor; equal ones are one number with one error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Parameter {
    Direct(DirectRow),
    Gas(GasRow),
    Volatilised,
    Leached,
    LeachedShare,
}

/// Rows of EF1 and EF3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DirectRow {
    Synthetic,
    Other,
    Cattle,
    Sheep,
}

/// Rows of the fraction that turns into ammonia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum GasRow {
    Synthetic(SyntheticKind),
    Organic,
}

impl NitrogenSource {
    /// Its row of direct emission.
    pub(super) const fn direct(self) -> Parameter {
        Parameter::Direct(match self {
            Self::Synthetic(_) => DirectRow::Synthetic,
            Self::Organic | Self::Residue | Self::SoilMatter => DirectRow::Other,
            Self::GrazingCattle => DirectRow::Cattle,
            Self::GrazingSheep => DirectRow::Sheep,
        })
    }

    /// Its row of ammonia; residues and soil matter give none off.
    pub(super) const fn gas(self) -> Option<Parameter> {
        match self {
            Self::Synthetic(kind) => Some(Parameter::Gas(GasRow::Synthetic(kind))),
            Self::Organic | Self::GrazingCattle | Self::GrazingSheep => {
                Some(Parameter::Gas(GasRow::Organic))
            }
            Self::Residue | Self::SoilMatter => None,
        }
    }
}

impl FieldSetting {
    /// The factor here.
    pub(super) const fn factor(self, parameter: Parameter) -> EmissionFactor {
        match parameter {
            Parameter::Direct(row) => self.direct(row),
            Parameter::Gas(row) => gas(row),
            Parameter::Volatilised => match self.climate {
                FertiliserClimate::Aggregated => EmissionFactor::within(0.010, 0.002, 0.018),
                FertiliserClimate::Wet => EmissionFactor::within(0.014, 0.011, 0.017),
                FertiliserClimate::Dry => EmissionFactor::within(0.005, 0.000, 0.011),
            },
            Parameter::Leached => EmissionFactor::within(0.011, 0.000, 0.020),
            Parameter::LeachedShare => match (self.climate, self.irrigation) {
                (FertiliserClimate::Dry, Irrigation::RainFed | Irrigation::Drip) => {
                    EmissionFactor::within(0.0, 0.0, 0.0)
                }
                _ => EmissionFactor::within(0.24, 0.01, 0.73),
            },
        }
    }

    /// EF1 of nitrogen applied, EF3 of nitrogen dropped by grazing animals.
    const fn direct(self, row: DirectRow) -> EmissionFactor {
        use FertiliserClimate::{Aggregated, Dry, Wet};
        match (row, self.climate) {
            (DirectRow::Synthetic | DirectRow::Other, Aggregated) => {
                EmissionFactor::within(0.010, 0.001, 0.018)
            }
            (DirectRow::Synthetic, Wet) => EmissionFactor::within(0.016, 0.013, 0.019),
            (DirectRow::Other, Wet) => EmissionFactor::within(0.006, 0.001, 0.011),
            (DirectRow::Synthetic | DirectRow::Other, Dry) => {
                EmissionFactor::within(0.005, 0.000, 0.011)
            }
            (DirectRow::Cattle, Aggregated) => EmissionFactor::bare(0.004),
            (DirectRow::Cattle, Wet) => EmissionFactor::bare(0.006),
            (DirectRow::Cattle, Dry) => EmissionFactor::bare(0.002),
            (DirectRow::Sheep, _) => EmissionFactor::bare(0.003),
        }
    }
}

/// The fraction that turns into ammonia.
const fn gas(row: GasRow) -> EmissionFactor {
    match row {
        GasRow::Synthetic(SyntheticKind::Unknown) => EmissionFactor::within(0.11, 0.02, 0.33),
        GasRow::Synthetic(SyntheticKind::Urea) => EmissionFactor::bare(0.15),
        GasRow::Synthetic(SyntheticKind::Ammonium) => EmissionFactor::bare(0.08),
        GasRow::Synthetic(SyntheticKind::Nitrate) => EmissionFactor::bare(0.01),
        GasRow::Synthetic(SyntheticKind::AmmoniumNitrate) => EmissionFactor::bare(0.05),
        GasRow::Organic => EmissionFactor::within(0.21, 0.00, 0.31),
    }
}

/// What a kilogram of nitrous oxide does over 100 years, in kilograms of carbon dioxide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlobalWarmingPotential {
    /// 298, fourth report.
    Ar4,
    /// 265, fifth report; for reporting under the Paris Agreement (recalled). The default.
    #[default]
    Ar5,
    /// 273, sixth report.
    Ar6,
}

impl GlobalWarmingPotential {
    /// Kilograms of carbon dioxide per kilogram of nitrous oxide.
    pub const fn of_nitrous_oxide(self) -> f64 {
        match self {
            Self::Ar4 => 298.0,
            Self::Ar5 => 265.0,
            Self::Ar6 => 273.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_lies_in_its_range() {
        use FertiliserClimate::{Aggregated, Dry, Wet};
        let rows = [
            DirectRow::Synthetic,
            DirectRow::Other,
            DirectRow::Cattle,
            DirectRow::Sheep,
        ];
        let gases = [GasRow::Organic, GasRow::Synthetic(SyntheticKind::Unknown)];
        let parameters: Vec<_> = rows
            .map(Parameter::Direct)
            .into_iter()
            .chain(gases.map(Parameter::Gas))
            .chain([
                Parameter::Volatilised,
                Parameter::Leached,
                Parameter::LeachedShare,
            ])
            .collect();
        for climate in [Aggregated, Wet, Dry] {
            for irrigation in [Irrigation::RainFed, Irrigation::Surface, Irrigation::Drip] {
                for parameter in &parameters {
                    let factor = FieldSetting {
                        climate,
                        irrigation,
                    }
                    .factor(*parameter);
                    if let Some((low, high)) = factor.range {
                        assert!(low <= factor.value && factor.value <= high, "{parameter:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_water_washes_nitrogen_out_of_dry_land() {
        let share = |climate, irrigation| {
            FieldSetting {
                climate,
                irrigation,
            }
            .factor(Parameter::LeachedShare)
            .value
        };
        assert_eq!(share(FertiliserClimate::Dry, Irrigation::RainFed), 0.0);
        assert_eq!(share(FertiliserClimate::Dry, Irrigation::Drip), 0.0);
        assert_eq!(share(FertiliserClimate::Dry, Irrigation::Surface), 0.24);
        assert_eq!(share(FertiliserClimate::Wet, Irrigation::Drip), 0.24);
    }
}
