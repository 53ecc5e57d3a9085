//! What would another sensor have seen there?

use super::{BandRole, Reflectance, Sensor};

/// Straight line from one sensor's reflectance to another's: `ρ′ = gain·ρ + bias`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandLine {
    /// Slope.
    pub gain: f64,
    /// Intercept, reflectance.
    pub bias: f64,
}

impl BandLine {
    /// The line that changes nothing.
    pub const SAME: Self = line(1.0, 0.0);

    /// The reflectance on the line; `None` outside the stored range.
    pub fn at(self, reflectance: Reflectance) -> Option<Reflectance> {
        Reflectance::new(self.gain * reflectance.value() + self.bias)
    }
}

/// How reflectances of different sensors are made comparable.
///
/// # Formula
/// `ρ_OLI = a·ρ + b` band by band.
///
/// # Range and edge cases
/// Landsat 8 and 9 stay as they are. Landsat 5 takes the lines fitted for Landsat 7. Sentinel-2C has no published lines and
/// takes those of 2A, with a flag. Near infrared of Sentinel-2 is meant to be the narrow band B8A; the broad B8 is flagged.
/// Run `None` beside it as sensitivity, and keep the sensor as a dummy in trend models.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole, Harmonisation, Reflectance, Sensor};
/// let seen = |sensor, role, rho| {
///     Harmonisation::ToOli(sensor).line(role).at(Reflectance::new(rho).unwrap()).unwrap().value()
/// };
/// let (red, nir) = (seen(Sensor::Landsat7, BandRole::Red, 0.10), seen(Sensor::Landsat7, BandRole::Nir, 0.30));
/// assert!((red - 0.09657).abs() < 1e-9 && (nir - 0.29506).abs() < 1e-9);
/// assert!(((nir - red) / (nir + red) - 0.50683).abs() < 5e-6); // 0.5 before
/// ```
///
/// # Reference
/// METHODS D.1; Roy et al. (2016), Remote Sens. Environ. 185:57–70, Table 2, doi:10.1016/j.rse.2015.12.024; Claverie et al.
/// (2018), Remote Sens. Environ. 219:145–161, doi:10.1016/j.rse.2018.09.002.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harmonisation {
    /// Reflectances stay as each sensor saw them.
    None,
    /// As Landsat 8's Operational Land Imager would have seen what this sensor saw.
    ToOli(Sensor),
}

/// What is to be said about harmonised values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HarmonisationFlag {
    /// Lines fitted on Landsat Collection 1 serve Collection 2; check them on years in which both sensors flew.
    FittedOnCollection1,
    /// Sentinel-2C took the lines of Sentinel-2A.
    SentinelCAsA,
    /// The broad near-infrared band of Sentinel-2 took the line of the narrow one.
    BroadNir,
}

impl HarmonisationFlag {
    /// Key of its words in the text catalogue.
    pub const fn text(self) -> &'static str {
        match self {
            Self::FittedOnCollection1 => "flag-harmonised-collection-1",
            Self::SentinelCAsA => "flag-harmonised-sentinel-2c",
            Self::BroadNir => "flag-harmonised-broad-nir",
        }
    }
}

impl Harmonisation {
    /// The line for a band.
    pub const fn line(self, role: BandRole) -> BandLine {
        let Self::ToOli(sensor) = self else {
            return BandLine::SAME;
        };
        match sensor {
            Sensor::Landsat5 | Sensor::Landsat7 => etm_to_oli(role),
            Sensor::Landsat8 | Sensor::Landsat9 => BandLine::SAME,
            Sensor::Sentinel2A | Sensor::Sentinel2C => msi_a_to_oli(role),
            Sensor::Sentinel2B => msi_b_to_oli(role),
        }
    }

    /// What is to be said about values of these bands.
    pub fn flags(self, roles: &[BandRole]) -> Vec<HarmonisationFlag> {
        let Self::ToOli(sensor) = self else {
            return Vec::new();
        };
        let mut flags = Vec::new();
        if matches!(sensor, Sensor::Landsat5 | Sensor::Landsat7) {
            flags.push(HarmonisationFlag::FittedOnCollection1);
        }
        if sensor == Sensor::Sentinel2C {
            flags.push(HarmonisationFlag::SentinelCAsA);
        }
        let broad = sensor.band(BandRole::Nir) == Some("B8") && roles.contains(&BandRole::Nir);
        if broad {
            flags.push(HarmonisationFlag::BroadNir);
        }
        flags
    }
}

const fn line(gain: f64, bias: f64) -> BandLine {
    BandLine { gain, bias }
}

/// Ordinary least squares of Roy et al. 2016, Table 2.
const fn etm_to_oli(role: BandRole) -> BandLine {
    match role {
        BandRole::Blue => line(0.8474, 0.0003),
        BandRole::Green => line(0.8483, 0.0088),
        BandRole::Red => line(0.9047, 0.0061),
        BandRole::Nir | BandRole::NirNarrow => line(0.8462, 0.0412),
        BandRole::Swir1 => line(0.8937, 0.0254),
        BandRole::Swir2 => line(0.9071, 0.0172),
    }
}

/// Band pass adjustment of Sentinel-2A in the Harmonized Landsat and Sentinel-2 product.
const fn msi_a_to_oli(role: BandRole) -> BandLine {
    match role {
        BandRole::Blue => line(0.9778, -0.0040),
        BandRole::Green => line(1.0053, -0.0009),
        BandRole::Red => line(0.9765, 0.0009),
        BandRole::Nir | BandRole::NirNarrow => line(0.9983, -0.0001),
        BandRole::Swir1 => line(0.9987, -0.0011),
        BandRole::Swir2 => line(1.0030, -0.0012),
    }
}

/// Band pass adjustment of Sentinel-2B. A second table of 0.996, 1.001, 0.999, ... that circulates for it has no source.
const fn msi_b_to_oli(role: BandRole) -> BandLine {
    match role {
        BandRole::Blue => line(0.9778, -0.0040),
        BandRole::Green => line(1.0075, -0.0008),
        BandRole::Red => line(0.9761, 0.0010),
        BandRole::Nir | BandRole::NirNarrow => line(0.9966, 0.0000),
        BandRole::Swir1 => line(1.0000, -0.0003),
        BandRole::Swir2 => line(0.9867, 0.0004),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(sensor: Sensor, role: BandRole, value: f64) -> f64 {
        let reflectance = Reflectance::new(value).unwrap();
        let line = Harmonisation::ToOli(sensor).line(role);
        line.at(reflectance).unwrap().value()
    }

    #[test]
    fn lines_as_published() {
        let table = include_str!("../../tests/oracle/harmonisation.csv");
        let rows = crate::spectral::oracle_rows(table);
        assert_eq!(rows.len(), 18);
        for row in rows {
            let sensor = Sensor::ALL
                .iter()
                .find(|sensor| format!("{sensor:?}") == row[0]);
            let role = BandRole::ALL
                .iter()
                .find(|role| format!("{role:?}") == row[1]);
            let found = Harmonisation::ToOli(*sensor.unwrap()).line(*role.unwrap());
            let expected = line(row[2].parse().unwrap(), row[3].parse().unwrap());
            assert_eq!(found, expected, "{row:?}");
        }
    }

    #[test]
    fn worked_examples_of_methods_d1() {
        // test_vectors.json: D.hls.S2A, D.hls.S2B, D.etm2oli_*
        for (sensor, red, nir, ndvi) in [
            (Sensor::Sentinel2A, 0.098_55, 0.299_39, 0.504_699),
            (Sensor::Sentinel2B, 0.098_61, 0.298_98, 0.503_961),
            (Sensor::Landsat7, 0.096_57, 0.295_06, 0.506_83),
        ] {
            let (r, n) = (
                seen(sensor, BandRole::Red, 0.1),
                seen(sensor, BandRole::NirNarrow, 0.3),
            );
            assert!(
                (r - red).abs() < 1e-9 && (n - nir).abs() < 1e-9,
                "{sensor:?}"
            );
            assert!(((n - r) / (n + r) - ndvi).abs() < 5e-6, "{sensor:?}");
        }
    }

    #[test]
    fn flags_say_which_lines_are_borrowed() {
        let flags = |sensor, role| Harmonisation::ToOli(sensor).flags(&[role]);
        let narrow = BandRole::NirNarrow;
        assert_eq!(flags(Sensor::Sentinel2A, narrow), []);
        assert_eq!(flags(Sensor::Landsat9, BandRole::Nir), []);
        assert_eq!(
            flags(Sensor::Sentinel2C, narrow),
            [HarmonisationFlag::SentinelCAsA]
        );
        assert_eq!(
            flags(Sensor::Sentinel2B, BandRole::Nir),
            [HarmonisationFlag::BroadNir]
        );
        assert_eq!(
            flags(Sensor::Landsat5, BandRole::Nir),
            [HarmonisationFlag::FittedOnCollection1]
        );
    }

    proptest! {
        #[test]
        fn lines_stay_near_and_keep_the_order(a in 0.0..0.7_f64, b in 0.0..0.7_f64) {
            for sensor in Sensor::ALL {
                for role in BandRole::ALL {
                    let (x, y) = (seen(sensor, role, a), seen(sensor, role, b));
                    prop_assert_eq!(a < b, x < y);
                    prop_assert!((x - a).abs() < 0.11, "{:?} {:?}", sensor, role);
                }
            }
        }
    }
}
