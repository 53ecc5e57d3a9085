//! Which forms there are, and what may stand in their columns.

use aimak_core::{AmountUnit, Message, RedListCategory, Topic};

use crate::read::{
    tier1_words::{INPUTS, LANDS, SOILS, TILLAGES, ZONES, words},
    value,
};

/// Years a survey of this kind can be of.
const YEARS: (i32, i32) = (1950, 2100);
/// Codes of the answers on the form: agreement from 1 to 5, and the code of "I do not know".
const ANSWERS: [&str; 6] = ["1", "2", "3", "4", "5", "9"];
/// Yes and no in the three languages, all of which the reader knows.
const YES_OR_NO: [&str; 6] = ["ооба", "жок", "да", "нет", "yes", "no"];

/// A form: a sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plots.
    Plots,
    /// Soil layers.
    Soil,
    /// Counted species.
    Species,
    /// Cover of species.
    Cover,
    /// Crops and varieties.
    Crops,
    /// Answers to the questionnaire.
    Answers,
    /// Figures of the programme.
    Programme,
    /// Weather of a station.
    Weather,
    /// Which species are threatened or tell of their habitat.
    SpeciesList,
    /// Fields and how each was managed.
    ManagedFields,
}

/// What may stand in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Allowed {
    /// Any text.
    Text,
    /// A number between two, in a unit.
    Number(f64, f64, &'static str),
    /// A whole number that counts.
    Count,
    /// A day.
    Day,
    /// A year.
    Year,
    /// A month or a day as text, so that a spreadsheet does not turn May 2019 into the first of May.
    MonthOrDay,
    /// Yes or no.
    YesOrNo,
    /// A code of the questionnaire.
    Answer,
    /// What a figure is about.
    Topic,
    /// The unit of a figure.
    AmountUnit,
    /// A category of the Red List.
    RedList,
    /// A climate zone of the default method of the IPCC.
    ClimateZone,
    /// A soil group of it.
    SoilGroup,
    /// A use of land.
    LandUse,
    /// A way of tilling.
    Tillage,
    /// A class of input.
    Input,
}

/// A column of a form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FormColumn {
    /// Its name in the header.
    pub name: &'static str,
    /// What may stand in it.
    pub allowed: Allowed,
    /// A row without it is no row.
    pub needed: bool,
    /// Three invented values.
    pub examples: [&'static str; 3],
}

const fn column(name: &'static str, allowed: Allowed, examples: [&'static str; 3]) -> FormColumn {
    FormColumn {
        name,
        allowed,
        needed: false,
        examples,
    }
}

const fn needed(name: &'static str, allowed: Allowed, examples: [&'static str; 3]) -> FormColumn {
    FormColumn {
        needed: true,
        ..column(name, allowed, examples)
    }
}

/// A measured quantity, with the range of the reader.
fn measured(name: &'static str, key: &str, examples: [&'static str; 3]) -> FormColumn {
    let (low, high, unit) = value::range_of(key).expect("invariant: the reader measures it");
    column(name, Allowed::Number(low, high, unit), examples)
}

impl Form {
    /// All forms, in the order of their sheets.
    pub const ALL: [Self; 10] = [
        Self::Plots,
        Self::Soil,
        Self::Species,
        Self::Cover,
        Self::Crops,
        Self::Answers,
        Self::Programme,
        Self::Weather,
        Self::SpeciesList,
        Self::ManagedFields,
    ];

    /// Name of the sheet, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plots => "plots",
            Self::Soil => "soil",
            Self::Species => "species",
            Self::Cover => "cover",
            Self::Crops => "crops",
            Self::Answers => "answers",
            Self::Programme => "programme",
            Self::Weather => "weather",
            Self::SpeciesList => "species_list",
            Self::ManagedFields => "managed_fields",
        }
    }

    /// The form of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Its columns.
    pub(super) fn columns(self) -> Vec<FormColumn> {
        match self {
            Self::Plots => plots(),
            Self::Soil => soil(),
            Self::Species => species("count", Allowed::Count, ["3", "12", "1"]),
            Self::Cover => {
                let (low, high, unit) = value::range_of("amount").expect("invariant: a cover");
                let cover = Allowed::Number(low, high, unit);
                species("cover_percent", cover, ["25", "0.5", "60"])
            }
            Self::Crops => crops(),
            Self::Answers => answers(),
            Self::Programme => programme(),
            Self::Weather => weather(),
            Self::SpeciesList => species_list(),
            Self::ManagedFields => managed_fields(),
        }
    }
}

fn plots() -> Vec<FormColumn> {
    vec![
        needed("plot", Allowed::Text, ["P1", "P2", "P3"]),
        column("aimak", Allowed::Text, ["T01", "T01", "T02"]),
        column(
            "longitude",
            Allowed::Number(-180.0, 180.0, "°"),
            ["72.2431", "72.2502", ""],
        ),
        column(
            "latitude",
            Allowed::Number(-90.0, 90.0, "°"),
            ["42.5219", "42.5187", ""],
        ),
        column("stratum", Allowed::Text, ["field", "pasture", "field"]),
        column("on_organic_land", Allowed::YesOrNo, ["ооба", "жок", "yes"]),
    ]
}

fn soil() -> Vec<FormColumn> {
    let (low, high, _) = value::range_of("coarse_fraction").expect("invariant: a measured column");
    let stones = Allowed::Number(low * 100.0, high * 100.0, "%");
    let depth = |name, examples| FormColumn {
        needed: true,
        ..measured(name, name, examples)
    };
    vec![
        needed("plot", Allowed::Text, ["P1", "P1", "P2"]),
        needed(
            "date",
            Allowed::Day,
            ["2019-05-14", "2019-05-14", "2019-05-15"],
        ),
        depth("top_cm", ["0", "10", "0"]),
        depth("bottom_cm", ["10", "30", "10"]),
        measured("carbon_percent", "carbon_percent", ["1.8", "1.2", ""]),
        measured(
            "bulk_density_g_per_cm3",
            "bulk_density_g_per_cm3",
            ["1.25", "1.34", "1.18"],
        ),
        column("coarse_percent", stones, ["5", "8", "0"]),
        measured("ph", "ph", ["7.4", "7.6", "7.1"]),
        measured("humus_percent", "humus_percent", ["", "", "3.6"]),
        measured("p2o5_mg_per_kg", "p2o5_mg_per_kg", ["22", "14", "31"]),
        measured("k2o_mg_per_kg", "k2o_mg_per_kg", ["240", "190", "310"]),
    ]
}

fn species(name: &'static str, allowed: Allowed, amounts: [&'static str; 3]) -> Vec<FormColumn> {
    vec![
        needed("plot", Allowed::Text, ["P1", "P1", "P2"]),
        needed(
            "date",
            Allowed::Day,
            ["2019-06-20", "2019-06-20", "2019-06-21"],
        ),
        needed(
            "species",
            Allowed::Text,
            ["Poa pratensis", "Trifolium repens", "Poa pratensis"],
        ),
        needed(name, allowed, amounts),
    ]
}

fn crops() -> Vec<FormColumn> {
    vec![
        needed("aimak", Allowed::Text, ["T01", "T01", "T01"]),
        needed("farm", Allowed::Text, ["1", "1", "2"]),
        needed("year", Allowed::Year, ["2019", "2019", "2019"]),
        needed("crop", Allowed::Text, ["wheat", "bean", "potato"]),
        column("variety", Allowed::Text, ["", "Ryaba", "Nevskiy"]),
        measured("area_ha", "area_ha", ["2.5", "0.8", "1.2"]),
        column("on_organic_land", Allowed::YesOrNo, ["да", "да", "нет"]),
    ]
}

/// The questions of the form; their words stand in the catalogue and in the project file.
pub(super) const QUESTIONS: [&str; 4] = [
    "organic_pays",
    "soil_is_alive",
    "chemicals_needed",
    "roads_are_good",
];

fn answers() -> Vec<FormColumn> {
    let mut columns = vec![
        needed("aimak", Allowed::Text, ["T01", "T01", "T02"]),
        column("village", Allowed::Text, ["V1", "V1", "V2"]),
        needed("respondent", Allowed::Text, ["1", "2", "3"]),
        needed("year", Allowed::Year, ["2019", "2019", "2019"]),
    ];
    let said = [
        ["4", "5", "9"],
        ["5", "4", "3"],
        ["2", "3", "1"],
        ["3", "2", "4"],
    ];
    let question = |(name, codes)| column(name, Allowed::Answer, codes);
    columns.extend(QUESTIONS.into_iter().zip(said).map(question));
    columns
}

fn programme() -> Vec<FormColumn> {
    vec![
        needed("aimak", Allowed::Text, ["T01", "T01", "T02"]),
        needed("year", Allowed::Year, ["2019", "2020", "2019"]),
        needed(
            "topic",
            Allowed::Topic,
            ["trainings", "trainings", "harvest"],
        ),
        column("of", Allowed::Text, ["", "", "bean"]),
        needed("amount", Allowed::Number(0.0, 1e12, ""), ["4", "6", "12.5"]),
        needed("unit", Allowed::AmountUnit, ["event", "event", "t"]),
        column("reporters", Allowed::Count, ["", "", "14"]),
        needed(
            "source",
            Allowed::Text,
            ["report 2019", "report 2020", "report 2019"],
        ),
    ]
}

fn weather() -> Vec<FormColumn> {
    vec![
        column("aimak", Allowed::Text, ["", "", "T01"]),
        needed(
            "month_or_day",
            Allowed::MonthOrDay,
            ["2019-05", "2019-06", "2019-05-14"],
        ),
        measured(
            "precipitation_mm",
            "precipitation_mm",
            ["48.2", "31.0", "0"],
        ),
        measured("temperature_c", "temperature_c", ["14.1", "18.3", "12.6"]),
    ]
}

fn species_list() -> Vec<FormColumn> {
    vec![
        needed(
            "species",
            Allowed::Text,
            ["Tulipa greigii", "Stipa capillata", "Poa pratensis"],
        ),
        column("red_list", Allowed::RedList, ["VU", "LC", ""]),
        column("indicator", Allowed::YesOrNo, ["жок", "ооба", "no"]),
    ]
}

fn managed_fields() -> Vec<FormColumn> {
    let area = FormColumn {
        needed: true,
        ..measured("field_area_ha", "area_ha", ["2.5", "0.8", "6"])
    };
    let crops = ["annual_crops"; 3];
    vec![
        needed("field", Allowed::Text, ["1", "2", "3"]),
        needed("aimak", Allowed::Text, ["T01", "T01", "T02"]),
        area,
        column("on_organic_land", Allowed::YesOrNo, ["да", "да", "нет"]),
        column(
            "climate_zone",
            Allowed::ClimateZone,
            ["cool_temperate_dry"; 3],
        ),
        column("soil_group", Allowed::SoilGroup, ["high_activity_clay"; 3]),
        column("land_before", Allowed::LandUse, crops),
        column("tillage_before", Allowed::Tillage, ["full"; 3]),
        column("input_before", Allowed::Input, ["medium", "medium", "low"]),
        column("land_after", Allowed::LandUse, crops),
        column(
            "tillage_after",
            Allowed::Tillage,
            ["full", "reduced", "full"],
        ),
        column(
            "input_after",
            Allowed::Input,
            ["high_with_manure", "high", "low"],
        ),
        column("manure_recorded", Allowed::YesOrNo, ["ооба", "", ""]),
        column("manure_diverted", Allowed::YesOrNo, ["жок", "", ""]),
    ]
}

impl Allowed {
    /// Words of a closed list.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::YesOrNo => YES_OR_NO.to_vec(),
            Self::Answer => ANSWERS.to_vec(),
            Self::Topic => Topic::ALL.map(Topic::key).to_vec(),
            Self::AmountUnit => {
                let units = AmountUnit::WITHOUT_YEAR.map(AmountUnit::key);
                units.into_iter().chain(["som_2024"]).collect()
            }
            Self::RedList => RedListCategory::ALL.map(RedListCategory::key).to_vec(),
            Self::ClimateZone => words(&ZONES),
            Self::SoilGroup => words(&SOILS),
            Self::LandUse => words(&LANDS),
            Self::Tillage => words(&TILLAGES),
            Self::Input => words(&INPUTS),
            _ => Vec::new(),
        }
    }

    /// The heading of its words in the sheet of lists, where it has any.
    pub const fn list(self) -> Option<&'static str> {
        match self {
            Self::YesOrNo => Some("yes_or_no"),
            Self::Answer => Some("answer"),
            Self::Topic => Some("topic"),
            Self::AmountUnit => Some("unit"),
            Self::RedList => Some("red_list"),
            Self::ClimateZone => Some("climate_zone"),
            Self::SoilGroup => Some("soil_group"),
            Self::LandUse => Some("land"),
            Self::Tillage => Some("tillage"),
            Self::Input => Some("input"),
            _ => None,
        }
    }

    /// What may stand there, in words.
    pub fn message(self) -> Message {
        match self {
            Self::Text => Message::new("form-allowed-text"),
            Self::Number(low, high, unit) => Message::new("form-allowed-number")
                .with("low", low)
                .with("high", high)
                .with("unit", unit),
            Self::Count => Message::new("form-allowed-count"),
            Self::Day => Message::new("form-allowed-day"),
            // as text: a year has no separator of thousands
            Self::Year => Message::new("form-allowed-year")
                .with("first", YEARS.0.to_string())
                .with("last", YEARS.1.to_string()),
            Self::MonthOrDay => Message::new("form-allowed-month"),
            Self::Answer => Message::new("form-allowed-answer"),
            Self::YesOrNo
            | Self::Topic
            | Self::AmountUnit
            | Self::RedList
            | Self::ClimateZone
            | Self::SoilGroup
            | Self::LandUse
            | Self::Tillage
            | Self::Input => Message::new("form-allowed-list"),
        }
    }

    /// First and last year.
    pub const fn years() -> (i32, i32) {
        YEARS
    }
}
