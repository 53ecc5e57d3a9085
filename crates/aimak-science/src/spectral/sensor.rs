//! Which band of which satellite plays which role?

/// A sensor whose surface reflectance is read: Landsat Collection 2 Level 2 or Sentinel-2 Level 2A.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sensor {
    /// Landsat 5 Thematic Mapper.
    Landsat5,
    /// Landsat 7 Enhanced Thematic Mapper Plus. Stripes without data after 31 May 2003 are fill.
    Landsat7,
    /// Landsat 8 Operational Land Imager.
    Landsat8,
    /// Landsat 9 Operational Land Imager 2.
    Landsat9,
    /// Sentinel-2A Multispectral Instrument.
    Sentinel2A,
    /// Sentinel-2B Multispectral Instrument.
    Sentinel2B,
    /// Sentinel-2C Multispectral Instrument.
    Sentinel2C,
}

/// What a band is used for, whatever its number on the sensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BandRole {
    /// Blue, B.
    Blue,
    /// Green, G.
    Green,
    /// Red, R.
    Red,
    /// Near infrared, N; on Sentinel-2 the broad band B8 (10 m).
    Nir,
    /// Narrow near infrared of Sentinel-2, B8A (20 m), closer to Landsat's; the one to harmonise.
    NirNarrow,
    /// First short-wave infrared (1.6 µm), S1.
    Swir1,
    /// Second short-wave infrared (2.2 µm), S2.
    Swir2,
}

impl BandRole {
    /// Every role, in order of wavelength.
    pub const ALL: [Self; 7] = [
        Self::Blue,
        Self::Green,
        Self::Red,
        Self::Nir,
        Self::NirNarrow,
        Self::Swir1,
        Self::Swir2,
    ];

    /// Its name in tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Red => "red",
            Self::Nir => "nir",
            Self::NirNarrow => "nir_narrow",
            Self::Swir1 => "swir1",
            Self::Swir2 => "swir2",
        }
    }
}

/// Sensors whose bands are alike; between families a series needs to be harmonised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SensorFamily {
    /// Landsat 5 and 7.
    Etm,
    /// Landsat 8 and 9.
    Oli,
    /// Sentinel-2.
    Msi,
}

impl Sensor {
    /// Its name in tables.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::Sensor;
    /// assert_eq!(Sensor::of_id("landsat7"), Some(Sensor::Landsat7));
    /// assert_eq!(Sensor::of_id("Sentinel-2A"), Some(Sensor::Sentinel2A)); // as its metadata spell it
    /// assert_eq!(Sensor::of_id("LANDSAT_8"), Some(Sensor::Landsat8));
    /// assert_eq!(Sensor::of_id("spot"), None);
    /// ```
    pub const fn id(self) -> &'static str {
        match self {
            Self::Landsat5 => "landsat5",
            Self::Landsat7 => "landsat7",
            Self::Landsat8 => "landsat8",
            Self::Landsat9 => "landsat9",
            Self::Sentinel2A => "sentinel2a",
            Self::Sentinel2B => "sentinel2b",
            Self::Sentinel2C => "sentinel2c",
        }
    }

    /// The sensor of this name, however its parts are joined.
    pub fn of_id(name: &str) -> Option<Self> {
        let letters = name.chars().filter(char::is_ascii_alphanumeric);
        let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        Self::ALL.into_iter().find(|sensor| sensor.id() == plain)
    }

    /// Its family.
    pub const fn family(self) -> SensorFamily {
        match self {
            Self::Landsat5 | Self::Landsat7 => SensorFamily::Etm,
            Self::Landsat8 | Self::Landsat9 => SensorFamily::Oli,
            Self::Sentinel2A | Self::Sentinel2B | Self::Sentinel2C => SensorFamily::Msi,
        }
    }

    /// Every sensor.
    pub const ALL: [Self; 7] = [
        Self::Landsat5,
        Self::Landsat7,
        Self::Landsat8,
        Self::Landsat9,
        Self::Sentinel2A,
        Self::Sentinel2B,
        Self::Sentinel2C,
    ];

    /// Name of the band that plays a role; `None` where the sensor has none.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{BandRole, Sensor};
    /// assert_eq!(Sensor::Landsat7.band(BandRole::Nir), Some("B4"));
    /// assert_eq!(Sensor::Landsat8.band(BandRole::Nir), Some("B5"));
    /// assert_eq!(Sensor::Sentinel2B.band(BandRole::NirNarrow), Some("B8A"));
    /// assert_eq!(Sensor::Landsat9.band(BandRole::NirNarrow), None);
    /// ```
    ///
    /// # Reference
    /// METHODS D.1.
    pub const fn band(self, role: BandRole) -> Option<&'static str> {
        use BandRole::{Blue, Green, Nir, NirNarrow, Red, Swir1, Swir2};
        Some(match self {
            Self::Landsat5 | Self::Landsat7 => match role {
                Blue => "B1",
                Green => "B2",
                Red => "B3",
                Nir => "B4",
                Swir1 => "B5",
                Swir2 => "B7",
                NirNarrow => return None,
            },
            Self::Landsat8 | Self::Landsat9 => match role {
                Blue => "B2",
                Green => "B3",
                Red => "B4",
                Nir => "B5",
                Swir1 => "B6",
                Swir2 => "B7",
                NirNarrow => return None,
            },
            Self::Sentinel2A | Self::Sentinel2B | Self::Sentinel2C => match role {
                Blue => "B2",
                Green => "B3",
                Red => "B4",
                Nir => "B8",
                NirNarrow => "B8A",
                Swir1 => "B11",
                Swir2 => "B12",
            },
        })
    }

    /// The sensor of a product, told by the beginning of its identifier.
    ///
    /// # Range and edge cases
    /// Landsat products of both sensors together (`LC08`) count, OLI alone (`LO08`) too; Landsat 4, thermal products (`LT08`) and
    /// single Sentinel-2 band files (`T43TDH_...`), which do not name the satellite, give `None`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::Sensor;
    /// assert_eq!(Sensor::of_product("LC08_L2SP_152031_20190601_20200828_02_T1"), Some(Sensor::Landsat8));
    /// assert_eq!(Sensor::of_product("LE07_L2SP_152031_20030601_20200915_02_T1"), Some(Sensor::Landsat7));
    /// assert_eq!(Sensor::of_product("S2C_MSIL2A_20250601T054641_N0511_R048_T43TDH"), Some(Sensor::Sentinel2C));
    /// assert_eq!(Sensor::of_product("T43TDH_20190601T054641_B04_10m"), None);
    /// ```
    pub fn of_product(identifier: &str) -> Option<Self> {
        let platform = identifier.split('_').next()?;
        Some(match platform {
            "LT05" => Self::Landsat5,
            "LE07" => Self::Landsat7,
            "LC08" | "LO08" => Self::Landsat8,
            "LC09" | "LO09" => Self::Landsat9,
            "S2A" => Self::Sentinel2A,
            "S2B" => Self::Sentinel2B,
            "S2C" => Self::Sentinel2C,
            _ => return None,
        })
    }

    /// True on Landsat 8 and 9, whose quality band knows cirrus (bit 2); on older Landsat that bit means nothing.
    pub(super) const fn sees_cirrus(self) -> bool {
        matches!(self, Self::Landsat8 | Self::Landsat9)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_band_plays_two_roles() {
        for sensor in Sensor::ALL {
            let bands: Vec<_> = BandRole::ALL
                .iter()
                .filter_map(|role| sensor.band(*role))
                .collect();
            assert_eq!(
                bands.iter().collect::<BTreeSet<_>>().len(),
                bands.len(),
                "{sensor:?}"
            );
            assert!(bands.len() >= 6, "{sensor:?}");
        }
    }
}
