//! Does salt or sodium spoil the soil?

use aimak_core::{Message, Reason, Withheld};

use super::{Scale, Standing, Upper};
use crate::methods::range::in_range;

/// Salt by the conductivity of the saturated paste alone; whether sodium spoils the soil it does not say.
pub const SALT_ECE: Scale = Scale {
    id: "SALT_ECE",
    quantity: "conductivity of the saturated paste extract",
    unit: "dS/m",
    lowest: 0.0,
    classes: &[(Upper::Below(4.0), "not_saline"), (Upper::Open, "saline")],
    standing: Standing::Verified,
    reference: "Richards (ed.) (1954), USDA Handbook 60",
};

/// Electrical conductivity of the saturated paste extract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PasteConductivity {
    ds_per_m: f64,
}

impl PasteConductivity {
    /// Measured in the extract of a saturated paste, dS/m, 0–200.
    pub fn new(ds_per_m: f64) -> Result<Self, Withheld> {
        in_range("ec_paste_ds_per_m", ds_per_m, 0.0, 200.0)?;
        Ok(Self { ds_per_m })
    }

    /// dS/m.
    pub const fn ds_per_m(self) -> f64 {
        self.ds_per_m
    }
}

/// Electrical conductivity of a suspension of 1 part soil in 5 of water: several times lower than that of the paste, by a factor that
/// depends on texture. It has no class until somebody states a conversion.
///
/// ```
/// use aimak_science::soil::scales::Ec1To5;
/// let suspension = Ec1To5::new(0.5).unwrap();
/// assert_eq!(suspension.paste(8.0).unwrap().ds_per_m(), 4.0);
/// assert!(suspension.paste(0.5).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ec1To5 {
    ds_per_m: f64,
}

impl Ec1To5 {
    /// Measured in the suspension, dS/m, 0–200.
    pub fn new(ds_per_m: f64) -> Result<Self, Withheld> {
        in_range("ec_1_to_5_ds_per_m", ds_per_m, 0.0, 200.0)?;
        Ok(Self { ds_per_m })
    }

    /// The conductivity of the paste by a stated factor, 1–30.
    pub fn paste(self, stated_factor: f64) -> Result<PasteConductivity, Withheld> {
        in_range("ec_factor", stated_factor, 1.0, 30.0)?;
        PasteConductivity::new(stated_factor * self.ds_per_m)
    }
}

/// Salinity class after Richards.
///
/// # Formula
/// EC of the paste from 4 dS/m on is saline, exchangeable sodium from 15 % on is sodic.
///
/// # Range and edge cases
/// Both are needed: without exchangeable sodium `FACTOR_MISSING`.
///
/// # Example
/// ```
/// use aimak_science::soil::scales::{PasteConductivity, Salinity};
/// let paste = |ec| PasteConductivity::new(ec).unwrap();
/// assert_eq!(Salinity::of(paste(3.9), Some(14.9)), Ok(Salinity::Normal));
/// assert_eq!(Salinity::of(paste(4.0), Some(15.0)), Ok(Salinity::SalineSodic));
/// assert!(Salinity::of(paste(4.0), None).is_err());
/// ```
///
/// # Reference
/// METHODS A.6; Richards (ed.) (1954), Diagnosis and Improvement of Saline and Alkali Soils, USDA Handbook 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Salinity {
    /// Neither.
    Normal,
    /// Salt.
    Saline,
    /// Sodium.
    Sodic,
    /// Both.
    SalineSodic,
}

impl Salinity {
    /// The id of the scale.
    pub const SCALE: &'static str = "SALINITY_USSL";

    /// The class of a soil.
    pub fn of(
        paste: PasteConductivity,
        exchangeable_sodium_percent: Option<f64>,
    ) -> Result<Self, Withheld> {
        let sodium = exchangeable_sodium_percent.ok_or_else(|| {
            let detail = Message::new("detail-factor").with("factor", "exchangeable_sodium");
            Withheld::because(Reason::FactorMissing).with(detail)
        })?;
        in_range("exchangeable_sodium_percent", sodium, 0.0, 100.0)?;
        Ok(match (paste.ds_per_m >= 4.0, sodium >= 15.0) {
            (false, false) => Self::Normal,
            (true, false) => Self::Saline,
            (false, true) => Self::Sodic,
            (true, true) => Self::SalineSodic,
        })
    }

    /// Its key in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Saline => "saline",
            Self::Sodic => "sodic",
            Self::SalineSodic => "saline_sodic",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_decisiemens_are_saline() {
        assert_eq!(SALT_ECE.class(3.99), Some("not_saline"));
        assert_eq!(SALT_ECE.class(4.0), Some("saline"));
    }

    #[test]
    fn the_four_corners() {
        let of = |ec, sodium| {
            Salinity::of(PasteConductivity::new(ec).unwrap(), Some(sodium))
                .unwrap()
                .key()
        };
        assert_eq!(
            [of(1.0, 5.0), of(6.0, 5.0), of(1.0, 20.0), of(6.0, 20.0)],
            ["normal", "saline", "sodic", "saline_sodic"]
        );
        assert!(PasteConductivity::new(-1.0).is_err());
        assert!(Salinity::of(PasteConductivity::new(1.0).unwrap(), Some(120.0)).is_err());
    }
}
