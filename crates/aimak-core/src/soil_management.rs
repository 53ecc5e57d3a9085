//! In which climate, on which soil and how was a field managed, before and after?
//!
//! The classes are those of the default method of the IPCC (2019 Refinement, Vol. 4). What the method makes of them is science.

use crate::{
    evidence::InputUse,
    message::{Arg, Message},
    place::AimakCode,
    withheld::{Reason, Withheld},
};

/// Climate zones of the default factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClimateZone {
    /// Tropical, above 1000 m.
    TropicalMontane,
    /// Tropical, above 2000 mm.
    TropicalWet,
    /// Tropical, above 1000 mm.
    TropicalMoist,
    /// Tropical, drier.
    TropicalDry,
    /// Above 10 °C, more rain than evaporation.
    WarmTemperateMoist,
    /// Above 10 °C, drier.
    WarmTemperateDry,
    /// Above 0 °C, more rain than evaporation.
    CoolTemperateMoist,
    /// Above 0 °C, drier.
    CoolTemperateDry,
    /// Below 0 °C with a month of 10 °C, more rain than evaporation.
    BorealMoist,
    /// Below 0 °C with a month of 10 °C, drier.
    BorealDry,
    /// No month of 10 °C, more rain than evaporation.
    PolarMoist,
    /// No month of 10 °C, drier.
    PolarDry,
}

/// Soil groups of the default stocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SoilGroup {
    /// High-activity clay: chernozem, chestnut soil, sierozem, brown mountain soil and most others of Kyrgyzstan.
    HighActivityClay,
    /// Low-activity clay.
    LowActivityClay,
    /// More than 70 % sand and less than 8 % clay.
    Sandy,
    /// Podzols.
    Spodic,
    /// Andosols.
    Volcanic,
    /// Gleyed soil.
    Wetland,
}

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
    /// use aimak_core::ManureRecord;
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
        Err(Undocumented::ManureRecord.withheld())
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

/// What nobody documented of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undocumented {
    /// Its climate zone, or the figures that would tell it.
    ClimateZone,
    /// Its soil group.
    SoilGroup,
    /// How it was or is managed.
    Management,
    /// Records that manure was applied and not taken from another field.
    ManureRecord,
}

impl Undocumented {
    /// The entry of the catalogue that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ClimateZone => "tier1-lacks-climate-zone",
            Self::SoilGroup => "tier1-lacks-soil-group",
            Self::Management => "tier1-lacks-management",
            Self::ManureRecord => "tier1-lacks-manure-record",
        }
    }

    /// The refusal that follows from it.
    pub fn withheld(self) -> Withheld {
        let detail = Message::new("detail-factor").with("factor", Arg::entry(self.key()));
        Withheld::because(Reason::ActivityDataMissing).with(detail)
    }
}

/// What is documented of a field; whatever is not says so.
#[derive(Clone, Debug, PartialEq)]
pub struct ManagementRecord {
    /// Its climate zone.
    pub zone: Result<ClimateZone, Withheld>,
    /// Its soil group.
    pub soil: Result<SoilGroup, Withheld>,
    /// How it was managed before.
    pub before: Result<Management, Withheld>,
    /// How it is managed after.
    pub after: Result<Management, Withheld>,
}

/// A field of an aimak and how it was managed, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct ManagedField {
    /// Its name, unique in the aimak; it never leaves the survey.
    pub id: String,
    /// The aimak it lies in.
    pub aimak: AimakCode,
    /// Its area, ha; above 0.
    pub area_ha: f64,
    /// Whether it is organic land; `None` where the row does not say.
    pub on_organic_land: Option<bool>,
    /// What is documented of it.
    pub record: ManagementRecord,
    /// The row it came from.
    pub row: InputUse,
}
