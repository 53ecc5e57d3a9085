//! In which climate zone of the IPCC does a field lie?

use aimak_core::{ClimateZone, Withheld};

use crate::methods::range::in_range;

/// The climate of one field over many years, from a source that is named elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Climatology {
    /// Mean temperature of the year, °C.
    pub mean_temperature_c: f64,
    /// Mean temperature of the warmest month, °C.
    pub warmest_month_c: f64,
    /// Days with frost in a year.
    pub frost_days: f64,
    /// Precipitation of the year, mm.
    pub precipitation_mm: f64,
    /// Potential evapotranspiration of the year, mm.
    pub potential_evapotranspiration_mm: f64,
    /// Elevation, m.
    pub elevation_m: f64,
}

/// The zone of a climate.
///
/// # Formula
/// Above 18 °C with at most 7 days of frost tropical: above 1000 m montane, above 2000 mm wet, above 1000 mm moist, else dry.
/// Otherwise above 10 °C warm temperate, above 0 °C cool temperate, else polar where every month is below 10 °C and boreal where
/// not; moist where precipitation exceeds potential evapotranspiration, else dry.
///
/// # Range and edge cases
/// Per field, never per country: between cool and warm temperate dry the reference stock falls from 43 to 24 t/ha. `OUT_OF_RANGE` for
/// figures that cannot be.
///
/// # Example
/// ```
/// use aimak_core::ClimateZone;
/// use aimak_science::soil::tier1::{Climatology, climate_zone};
/// let talas = Climatology {
///     mean_temperature_c: 7.5, warmest_month_c: 20.0, frost_days: 150.0, precipitation_mm: 330.0,
///     potential_evapotranspiration_mm: 900.0, elevation_m: 1200.0,
/// };
/// assert_eq!(climate_zone(&talas), Ok(ClimateZone::CoolTemperateDry));
/// let fergana = Climatology { mean_temperature_c: 12.8, ..talas };
/// assert_eq!(climate_zone(&fergana), Ok(ClimateZone::WarmTemperateDry));
/// ```
///
/// # Reference
/// METHODS A.10.1; IPCC (2019), Refinement Vol. 4, Annex 3A.5.
pub fn climate_zone(climate: &Climatology) -> Result<ClimateZone, Withheld> {
    let year = climate.mean_temperature_c;
    let (rain, evaporation) = (
        climate.precipitation_mm,
        climate.potential_evapotranspiration_mm,
    );
    in_range("mean_temperature_c", year, -60.0, 40.0)?;
    in_range("warmest_month_c", climate.warmest_month_c, year, 60.0)?;
    in_range("frost_days", climate.frost_days, 0.0, 366.0)?;
    in_range("precipitation_mm", rain, 0.0, 15_000.0)?;
    in_range("potential_evapotranspiration_mm", evaporation, 0.0, 5_000.0)?;
    in_range("elevation_m", climate.elevation_m, -500.0, 9_000.0)?;
    if year > 18.0 && climate.frost_days <= 7.0 {
        return Ok(tropical(climate));
    }
    let by_moisture = |moist, dry| if rain > evaporation { moist } else { dry };
    Ok(if year > 10.0 {
        by_moisture(
            ClimateZone::WarmTemperateMoist,
            ClimateZone::WarmTemperateDry,
        )
    } else if year > 0.0 {
        by_moisture(
            ClimateZone::CoolTemperateMoist,
            ClimateZone::CoolTemperateDry,
        )
    } else if climate.warmest_month_c < 10.0 {
        by_moisture(ClimateZone::PolarMoist, ClimateZone::PolarDry)
    } else {
        by_moisture(ClimateZone::BorealMoist, ClimateZone::BorealDry)
    })
}

const fn tropical(climate: &Climatology) -> ClimateZone {
    if climate.elevation_m > 1000.0 {
        ClimateZone::TropicalMontane
    } else if climate.precipitation_mm > 2000.0 {
        ClimateZone::TropicalWet
    } else if climate.precipitation_mm > 1000.0 {
        ClimateZone::TropicalMoist
    } else {
        ClimateZone::TropicalDry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COOL: Climatology = Climatology {
        mean_temperature_c: 7.5,
        warmest_month_c: 20.0,
        frost_days: 150.0,
        precipitation_mm: 330.0,
        potential_evapotranspiration_mm: 900.0,
        elevation_m: 1200.0,
    };

    fn zone(climate: Climatology) -> ClimateZone {
        climate_zone(&climate).unwrap()
    }

    #[test]
    fn boundaries_belong_to_the_colder_and_the_drier() {
        assert_eq!(
            zone(Climatology {
                mean_temperature_c: 10.0,
                ..COOL
            }),
            ClimateZone::CoolTemperateDry
        );
        assert_eq!(
            zone(Climatology {
                mean_temperature_c: 0.0,
                ..COOL
            }),
            ClimateZone::BorealDry
        );
        assert_eq!(
            zone(Climatology {
                mean_temperature_c: -3.0,
                warmest_month_c: 9.9,
                ..COOL
            }),
            ClimateZone::PolarDry
        );
        assert_eq!(
            zone(Climatology {
                precipitation_mm: 900.0,
                ..COOL
            }),
            ClimateZone::CoolTemperateDry
        );
        assert_eq!(
            zone(Climatology {
                precipitation_mm: 901.0,
                ..COOL
            }),
            ClimateZone::CoolTemperateMoist
        );
    }

    #[test]
    fn the_tropics_need_warmth_without_frost() {
        let hot = Climatology {
            mean_temperature_c: 24.0,
            warmest_month_c: 30.0,
            frost_days: 7.0,
            ..COOL
        };
        assert_eq!(zone(hot), ClimateZone::TropicalMontane);
        assert_eq!(
            zone(Climatology {
                frost_days: 8.0,
                ..hot
            }),
            ClimateZone::WarmTemperateDry
        );
        let low = Climatology {
            elevation_m: 300.0,
            ..hot
        };
        assert_eq!(zone(low), ClimateZone::TropicalDry);
        assert_eq!(
            zone(Climatology {
                precipitation_mm: 1500.0,
                ..low
            }),
            ClimateZone::TropicalMoist
        );
        assert_eq!(
            zone(Climatology {
                precipitation_mm: 2500.0,
                ..low
            }),
            ClimateZone::TropicalWet
        );
        assert!(
            climate_zone(&Climatology {
                warmest_month_c: 2.0,
                ..COOL
            })
            .is_err()
        );
    }
}
