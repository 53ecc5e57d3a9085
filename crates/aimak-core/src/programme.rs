//! What did the programme and its people do and harvest, year by year, and who says so?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{place::AimakCode, questionnaire::Told};

/// The unit of an amount. Money of different years or currencies is of different units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountUnit {
    /// Kilograms of product as bought: fertiliser, pesticide.
    KilogramProduct,
    /// Kilograms of nutrient or active substance.
    KilogramActive,
    /// Tonnes.
    Tonne,
    /// Hectares.
    Hectare,
    /// Animals.
    Head,
    /// Livestock units.
    LivestockUnit,
    /// Kyrgyz som at the prices of a year.
    Som {
        /// The year of the prices.
        prices_of: i16,
    },
    /// Cubic metres.
    CubicMetre,
    /// Events: trainings, lessons, fairs, clean-ups.
    Event,
    /// Attendances: a person who comes twice counts twice.
    Attendance,
    /// Places observed: springs, dumps, canals.
    Place,
    /// Kinds: species, varieties, breeds.
    Kind,
}

impl AmountUnit {
    /// Every unit that needs no year.
    pub const WITHOUT_YEAR: [Self; 11] = [
        Self::KilogramProduct,
        Self::KilogramActive,
        Self::Tonne,
        Self::Hectare,
        Self::Head,
        Self::LivestockUnit,
        Self::CubicMetre,
        Self::Event,
        Self::Attendance,
        Self::Place,
        Self::Kind,
    ];

    /// The key used in files and texts. Money carries the year of its prices in files: `som_2021`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::KilogramProduct => "kg_product",
            Self::KilogramActive => "kg_active",
            Self::Tonne => "t",
            Self::Hectare => "ha",
            Self::Head => "head",
            Self::LivestockUnit => "livestock_unit",
            Self::Som { .. } => "som",
            Self::CubicMetre => "m3",
            Self::Event => "event",
            Self::Attendance => "attendance",
            Self::Place => "place",
            Self::Kind => "kind",
        }
    }

    /// The unit of a key as files have it.
    ///
    /// ```
    /// use aimak_core::AmountUnit;
    /// assert_eq!(AmountUnit::of_key("kg_active"), Some(AmountUnit::KilogramActive));
    /// assert_eq!(AmountUnit::of_key("som_2021"), Some(AmountUnit::Som { prices_of: 2021 }));
    /// assert_eq!(AmountUnit::of_key("som"), None);
    /// ```
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some(year) = key.strip_prefix("som_") {
            return year.parse().ok().map(|prices_of| Self::Som { prices_of });
        }
        Self::WITHOUT_YEAR
            .into_iter()
            .find(|unit| unit.key() == key)
    }
}

/// What a yearly figure is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Mineral fertiliser applied.
    FertiliserApplied,
    /// Pesticides applied.
    PesticideApplied,
    /// Harvest brought in.
    Harvest,
    /// Area harvested.
    HarvestedArea,
    /// Organic produce sold, by mass.
    OrganicSales,
    /// Organic produce sold, by value.
    OrganicRevenue,
    /// Land certified as organic or under a participatory guarantee.
    CertifiedLand,
    /// Animals kept.
    Livestock,
    /// Pasture used.
    Pasture,
    /// Medicinal plants known to be gathered or grown.
    MedicinalPlants,
    /// Wild relatives of crops known in the place.
    CropWildRelatives,
    /// Water drawn for irrigation.
    IrrigationWater,
    /// Springs and canals observed.
    WaterPlaces,
    /// Dumps observed.
    WastePlaces,
    /// Trainings held.
    Trainings,
    /// Lessons of eco-classes held.
    EcoClasses,
    /// Fairs held.
    Fairs,
}

impl Topic {
    /// Every topic, in the order in which readers meet them.
    pub const ALL: [Self; 17] = [
        Self::FertiliserApplied,
        Self::PesticideApplied,
        Self::Harvest,
        Self::HarvestedArea,
        Self::OrganicSales,
        Self::OrganicRevenue,
        Self::CertifiedLand,
        Self::Livestock,
        Self::Pasture,
        Self::MedicinalPlants,
        Self::CropWildRelatives,
        Self::IrrigationWater,
        Self::WaterPlaces,
        Self::WastePlaces,
        Self::Trainings,
        Self::EcoClasses,
        Self::Fairs,
    ];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FertiliserApplied => "fertiliser_applied",
            Self::PesticideApplied => "pesticide_applied",
            Self::Harvest => "harvest",
            Self::HarvestedArea => "harvested_area",
            Self::OrganicSales => "organic_sales",
            Self::OrganicRevenue => "organic_revenue",
            Self::CertifiedLand => "certified_land",
            Self::Livestock => "livestock",
            Self::Pasture => "pasture",
            Self::MedicinalPlants => "medicinal_plants",
            Self::CropWildRelatives => "crop_wild_relatives",
            Self::IrrigationWater => "irrigation_water",
            Self::WaterPlaces => "water_places",
            Self::WastePlaces => "waste_places",
            Self::Trainings => "trainings",
            Self::EcoClasses => "eco_classes",
            Self::Fairs => "fairs",
        }
    }

    /// The topic of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.key() == key)
    }

    /// True for what may be added over aimaks. Kinds of plants may not: the same species grows in two of them.
    pub const fn adds_up(self) -> bool {
        !matches!(self, Self::MedicinalPlants | Self::CropWildRelatives)
    }
}

/// One figure of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlyFigure {
    /// What it is about.
    pub topic: Topic,
    /// The crop, product or kind of animal; empty where the topic says it all.
    pub of: String,
    /// Where.
    pub aimak: AimakCode,
    /// When.
    pub year: i16,
    /// How much, not negative.
    pub amount: f64,
    /// In which unit.
    pub unit: AmountUnit,
    /// Who says so: a report, a register, a count.
    pub source: String,
    /// How many farms or persons reported; `None` where nobody is behind it, as behind a number of fairs.
    pub reporters: Option<u64>,
}

/// A yearly figure as it may be told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureTold {
    /// What it is about.
    pub topic: Topic,
    /// The crop, product or kind of animal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// Where.
    pub aimak: AimakCode,
    /// When.
    pub year: i16,
    /// How much, or why it is not told.
    pub amount: Told<f64>,
    /// In which unit.
    pub unit: AmountUnit,
    /// How many farms or persons are behind it, where it is told and somebody counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporters: Option<u64>,
    /// Who says so.
    pub source: String,
}
