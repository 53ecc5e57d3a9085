//! Which kind of table is a sheet, and what must be asked before it can be read?

use aimak_core::Message;

use super::{
    facts::Holds,
    sheet::{SeenColumn, Sheet},
    vocabulary,
};

/// Columns called like species from which on a sheet is a wide table of species.
const TAXA: usize = 3;
/// Columns of codes from which on a sheet without plots is a questionnaire.
const QUESTIONS: usize = 2;

/// Keys of a plot and its visit.
const PLACED: [&str; 11] = [
    "plot",
    "visit",
    "date",
    "period",
    "aimak",
    "longitude",
    "latitude",
    "x",
    "y",
    "stratum",
    "on_organic_land",
];

/// What a sheet is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Plots,
    SoilLayers,
    SpeciesLong,
    SpeciesWide,
    CropVarieties,
    SurveyAnswers,
    Programme,
    Weather,
    SpeciesList,
    ManagedFields,
}

impl Kind {
    /// What a sheet is taken for by its columns; `None` where nothing fits.
    pub fn of(sheet: &Sheet) -> Option<Self> {
        if sheet.is_of_occurrences() {
            return None;
        }
        let has = |key| sheet.has(key);
        let placed = has("plot") || has("visit");
        let kinds = [
            (has("land_before") && has("land_after"), Self::ManagedFields),
            (
                has("topic") && has("amount") && has("unit"),
                Self::Programme,
            ),
            (
                has("precipitation_mm") && has("temperature_c"),
                Self::Weather,
            ),
            (has("question") && has("answer"), Self::SurveyAnswers),
            (
                has("top_cm")
                    || has("humus_percent")
                    || has("carbon_percent")
                    || has("bulk_density_g_per_cm3"),
                Self::SoilLayers,
            ),
            (
                has("crop") && (has("farm") || has("variety")),
                Self::CropVarieties,
            ),
            (
                has("species") && (has("red_list") || has("indicator")) && !placed,
                Self::SpeciesList,
            ),
            (
                has("species") && (placed || has("amount")),
                Self::SpeciesLong,
            ),
            (first_taxon(sheet).is_some(), Self::SpeciesWide),
            (!placed && is_questionnaire(sheet), Self::SurveyAnswers),
            (
                placed || (has("longitude") && has("latitude")) || (has("x") && has("y")),
                Self::Plots,
            ),
            (has("respondent"), Self::SurveyAnswers),
        ];
        kinds
            .into_iter()
            .find(|(fits, _)| *fits)
            .map(|(_, kind)| kind)
    }

    /// As the project file writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plots => "plots",
            Self::SoilLayers => "soil_layers",
            Self::SpeciesLong | Self::SpeciesWide => "species",
            Self::CropVarieties => "crop_varieties",
            Self::SurveyAnswers => "survey_answers",
            Self::Programme => "programme",
            Self::Weather => "weather",
            Self::SpeciesList => "species_list",
            Self::ManagedFields => "managed_fields",
        }
    }

    /// What the rows of the table number.
    pub const fn numbered(self) -> Option<&'static str> {
        match self {
            Self::Plots | Self::SoilLayers | Self::SpeciesLong | Self::SpeciesWide => Some("plot"),
            Self::CropVarieties => Some("farm"),
            Self::SurveyAnswers => Some("respondent"),
            Self::ManagedFields => Some("field"),
            Self::Programme | Self::Weather | Self::SpeciesList => None,
        }
    }

    /// Keys that make sense in a table of this kind; a column of another key is left unused.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        let own: &[&str] = match self {
            Self::Plots => &["ph"],
            Self::SoilLayers => &[
                "top_cm",
                "bottom_cm",
                "carbon_percent",
                "humus_percent",
                "organic_matter_percent",
                "total_carbon_percent",
                "carbonate_percent",
                "nitrogen_percent",
                "p2o5_mg_per_kg",
                "k2o_mg_per_kg",
                "ec_ds_per_m",
                "bulk_density_g_per_cm3",
                "coarse_fraction",
                "ph",
            ],
            Self::SpeciesLong => &["species", "amount"],
            Self::SpeciesWide => &[],
            Self::CropVarieties => &[
                "aimak",
                "farm",
                "date",
                "period",
                "crop",
                "variety",
                "area_ha",
                "on_organic_land",
            ],
            Self::SurveyAnswers => &[
                "aimak",
                "village",
                "respondent",
                "date",
                "period",
                "sex",
                "question",
                "answer",
            ],
            Self::Programme => &[
                "aimak",
                "date",
                "topic",
                "of",
                "amount",
                "unit",
                "source",
                "reporters",
            ],
            Self::Weather => &["aimak", "date", "precipitation_mm", "temperature_c"],
            Self::SpeciesList => &["species", "red_list", "indicator"],
            Self::ManagedFields => &[
                "field",
                "aimak",
                "area_ha",
                "on_organic_land",
                "climate_zone",
                "mean_temperature_c",
                "warmest_month_c",
                "frost_days",
                "precipitation_mm",
                "potential_evapotranspiration_mm",
                "elevation_m",
                "soil_group",
                "wrb_group",
                "sand_percent",
                "clay_percent",
                "land_before",
                "tillage_before",
                "input_before",
                "land_after",
                "tillage_after",
                "input_after",
                "manure_recorded",
                "manure_diverted",
            ],
        };
        // what was found on plots may tell in the same table where they are
        let placed: &[&str] = if self.numbered() == Some("plot") {
            &PLACED
        } else {
            &[]
        };
        placed.iter().chain(own).copied()
    }

    /// Keys a table of this kind cannot be read without.
    pub fn needed(self, presence: bool) -> &'static [&'static str] {
        match self {
            Self::Plots => &["plot"],
            Self::SoilLayers => &["plot", "date", "top_cm", "bottom_cm"],
            Self::SpeciesLong if presence => &["plot", "date", "species"],
            Self::SpeciesLong => &["plot", "date", "species", "amount"],
            Self::SpeciesWide => &["plot", "date"],
            Self::CropVarieties => &["aimak", "farm", "date", "crop"],
            Self::SurveyAnswers => &["aimak", "respondent", "date"],
            Self::Programme => &["aimak", "date", "topic", "amount", "unit", "source"],
            Self::Weather => &["date", "precipitation_mm", "temperature_c"],
            Self::SpeciesList => &["species"],
            Self::ManagedFields => &["field", "aimak", "area_ha", "land_before", "land_after"],
        }
    }
}

/// The first column called like a species, where most columns without another meaning are.
pub(super) fn first_taxon(sheet: &Sheet) -> Option<&SeenColumn> {
    let mut taxa = sheet.columns.iter().filter(|column| is_taxon(column));
    let first = taxa.next()?;
    let count = taxa.count() + 1;
    (count >= TAXA && 2 * count >= sheet.others().count()).then_some(first)
}

/// `Poa pratensis`: a capitalised and a small Latin word, over numbers.
fn is_taxon(column: &SeenColumn) -> bool {
    let mut words = column.name.split([' ', '.', '_']);
    let latin =
        |word: &str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    let amounts = matches!(column.facts.holds, Holds::Numbers { .. } | Holds::Nothing);
    let holds_amounts = amounts || column.facts.cover.is_some();
    let genus = words
        .next()
        .is_some_and(|word| latin(word) && word.starts_with(|c: char| c.is_ascii_uppercase()));
    let epithet = words.next().is_some_and(|word| {
        latin(word) && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    });
    column.key.is_none() && genus && epithet && holds_amounts
}

/// The mark before a vegetation layer, where most species carry one: `Acer campestre_7`.
pub(super) fn layer_mark(sheet: &Sheet) -> Option<&'static str> {
    let taxa: Vec<&SeenColumn> = sheet
        .columns
        .iter()
        .filter(|column| is_taxon(column))
        .collect();
    let marked = |column: &&&SeenColumn| {
        let layer = column.name.rsplit_once('_');
        layer.is_some_and(|(_, layer)| {
            !layer.is_empty() && layer.len() <= 2 && layer.chars().all(|c| c.is_ascii_digit())
        })
    };
    (taxa.iter().filter(marked).count() * 2 > taxa.len()).then_some("_")
}

/// Columns of codes of answers.
pub(super) fn codes(sheet: &Sheet) -> impl Iterator<Item = &SeenColumn> {
    let others = sheet
        .others()
        .filter(|column| !vocabulary::numbers_rows(&column.name));
    others.filter(|column| column.facts.codes().is_some())
}

/// Several columns of codes, of which one at least is no yes or no.
fn is_questionnaire(sheet: &Sheet) -> bool {
    let highest = codes(sheet).filter_map(|column| column.facts.codes());
    codes(sheet).count() >= QUESTIONS && highest.into_iter().any(|(_, high)| high >= 3.0)
}

/// What the amounts of species are: by the unit of the header, else by the numbers.
pub(super) fn scale(columns: &[&SeenColumn]) -> (&'static str, Option<Message>) {
    let cover = columns.iter().any(|column| {
        let name = column.name.to_lowercase();
        name.contains("cover")
            || name.contains("покрыт")
            || name.contains("каптоо")
            || name.contains('%')
    });
    let mut highest = 0.0_f64;
    let mut all_whole = true;
    for column in columns {
        if let Holds::Numbers { high, whole, .. } = column.facts.holds {
            highest = highest.max(high);
            all_whole &= whole;
        }
    }
    let coded = columns.iter().find_map(|column| column.facts.cover);
    let ask = |scale: &'static str| {
        (
            scale,
            Some(Message::new("init-ask-scale").with("scale", scale)),
        )
    };
    if let Some(scale) = coded {
        return ask(scale.key());
    }
    match (cover, columns.is_empty(), all_whole, highest) {
        (_, true, ..) => ("presence", None),
        (true, ..) => ("cover_percent", None),
        (_, _, true, high) if high <= 1.0 => ask("presence"),
        (_, _, true, _) => ask("count"),
        _ => ask("cover_percent"),
    }
}
