//! What was recorded, where and when: the typed, valid input of the science.

use std::collections::BTreeMap;

use geo_types::Point;
use serde::{Deserialize, Serialize};

use crate::{
    eco_passport::EcoPassports,
    effect::DeclaredEffects,
    evidence::InputUse,
    grid::RasterLayer,
    land_degradation::LandDegradation,
    place::{Aimak, AimakCode, Parcel},
    programme::{FigureTold, YearlyFigure},
    publication::Publication,
    questionnaire::{Attitudes, Questionnaire},
    release::{Edition, Exclusion, Source},
    soil::SoilLayer,
    soil_management::ManagedField,
    species_list::SpeciesList,
    text::{Lang, LocalText},
    time::{PartialDate, Period, PeriodId},
    water_erosion::{WaterErosion, Weather},
};

/// What holds for the whole project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Short key, part of file names.
    pub id: String,
    /// Title in the languages of the atlas.
    pub title: LocalText,
    /// True for invented data: every page then says so.
    pub simulated: bool,
    /// What every reader has to know before anything else, for instance that an atlas is a technical example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<LocalText>,
    /// Languages to publish, in order.
    pub languages: Vec<Lang>,
    /// Working CRS, for instance `EPSG:32643`.
    pub crs: String,
    /// Seed of every random number of the run.
    pub seed: u64,
    /// The smallest group of people of which anything is told.
    #[serde(default = "usual_min_group")]
    pub min_group: u64,
    /// The edition this run produces.
    pub edition: Edition,
    /// Who publishes, under which licence, where.
    #[serde(default, skip_serializing_if = "Publication::is_empty")]
    pub publication: Publication,
    /// Ids of the indicators to compute; empty means all that the data allow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<String>,
    /// The smallest change that matters, by indicator id, in its unit; decides between "no change larger than" and
    /// "cannot tell".
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub relevant_change: BTreeMap<String, f64>,
    /// How land degradation is assessed; `None` where the project does not ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land_degradation: Option<LandDegradation>,
    /// How erosion by water is modelled; `None` where the project does not ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub water_erosion: Option<WaterErosion>,
    /// What is declared before effects are looked at; `None` where nobody declared anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effects: Option<DeclaredEffects>,
}

/// Five, as METHODS F.5 has it.
const fn usual_min_group() -> u64 {
    5
}

/// When a visit took place.
#[derive(Clone, Debug, PartialEq)]
pub enum VisitTime {
    /// A date of some precision.
    Date(PartialDate),
    /// No date was kept, but the project declares the period (old vegetation plots, archive soil rounds).
    Period(PeriodId),
}

/// What the numbers of a species list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeciesScale {
    /// Individuals counted.
    Count,
    /// Cover in per cent of the plot.
    CoverPercent,
    /// Braun-Blanquet's seven steps, at the defaults of Turboveg: r 1, + 2, 1 3, 2 13, 3 38, 4 68, 5 88 %.
    BraunBlanquetTurboveg,
    /// The nine steps of Reichelt and Wilmanns, at the defaults of Turboveg: 2m 4, 2a 8, 2b 18 % instead of 2.
    ReicheltWilmannsTurboveg,
    /// Braun-Blanquet's classes at their middles: r 0.1, + 0.5, 1 2.5, 2 15, 3 37.5, 4 62.5, 5 87.5 %.
    BraunBlanquetMiddles,
    /// Drude's steps at the middles of their classes: un 0.2, sol 5, sp 20, cop1 40, cop2 60, cop3 80, soc 95 %.
    DrudeMiddles,
    /// Only presence.
    Presence,
}

impl SpeciesScale {
    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::CoverPercent => "cover_percent",
            Self::BraunBlanquetTurboveg => "braun_blanquet_turboveg",
            Self::ReicheltWilmannsTurboveg => "reichelt_wilmanns_turboveg",
            Self::BraunBlanquetMiddles => "braun_blanquet_middles",
            Self::DrudeMiddles => "drude_middles",
            Self::Presence => "presence",
        }
    }
}

/// How much of one species was on a plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Abundance {
    /// The name as written in the table, after the synonym table.
    pub species: String,
    /// Count, cover or 1, by the scale of the visit.
    pub amount: f64,
}

/// One crop, or one variety of it, as grown on a farm in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grown {
    /// The crop.
    pub crop: String,
    /// Its variety, where it is known.
    pub variety: Option<String>,
    /// The area, ha, where it is known.
    pub hectares: Option<f64>,
}

/// One visit to a plot or a farm and what was recorded then.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// When.
    pub time: VisitTime,
    /// Soil layers, top down; empty where no soil was taken.
    pub soil: Vec<SoilLayer>,
    /// Rows of the tables that the soil layers came from.
    pub soil_rows: Vec<InputUse>,
    /// Scale of the species list; `None` where species were not recorded.
    pub species_scale: Option<SpeciesScale>,
    /// Species present, each once, sorted by name; an empty list with a scale means: looked for, none found.
    pub species: Vec<Abundance>,
    /// Rows of the tables that the species list came from.
    pub species_rows: Vec<InputUse>,
    /// Crops and varieties, sorted; empty where they were not recorded.
    pub crops: Vec<Grown>,
    /// Rows of the tables that the crops came from.
    pub crop_rows: Vec<InputUse>,
}

impl Visit {
    /// A visit of which nothing was recorded yet.
    pub const fn at(time: VisitTime) -> Self {
        Self {
            time,
            soil: Vec::new(),
            soil_rows: Vec::new(),
            species_scale: None,
            species: Vec::new(),
            species_rows: Vec::new(),
            crops: Vec::new(),
            crop_rows: Vec::new(),
        }
    }
}

/// A place visited once or more: a plot, or a farm. Its coordinates never leave the survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Id, unique in the project.
    pub id: String,
    /// The aimak it lies in.
    pub aimak: AimakCode,
    /// Whether it lies on organic land (by the table or by the parcels); `None` where nobody knows.
    pub on_organic_land: Option<bool>,
    /// Stratum of the sampling design; plots without one share the stratum "".
    pub stratum: String,
    /// Place in the working CRS, if known.
    pub place: Option<Point<f64>>,
    /// Visits in order of the table.
    pub visits: Vec<Visit>,
}

/// Everything the science needs, typed and valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// The project.
    pub project: Project,
    /// Monitored units and comparison areas, sorted by code.
    pub aimaks: Vec<Aimak>,
    /// Organic parcels; `None` where the project gives no parcel layer, which is not the same as no organic land.
    pub parcels: Option<Vec<Parcel>>,
    /// Periods in order.
    pub periods: Vec<Period>,
    /// Plots, sorted by id.
    pub plots: Vec<Plot>,
    /// Which species are threatened and which tell of their habitat; empty where the project gives no list.
    pub species_list: SpeciesList,
    /// Farms whose crops were recorded, sorted by id; known by a number only.
    pub farms: Vec<Plot>,
    /// Fields of which somebody noted how they were managed before and after, sorted by aimak and name.
    pub managed_fields: Vec<ManagedField>,
    /// Questionnaires, sorted by id.
    pub questionnaires: Vec<Questionnaire>,
    /// Answers that editions published earlier have told: what is told now must not point at few persons beside them.
    pub earlier: Vec<Attitudes>,
    /// Figures of the programme that they have told.
    pub earlier_figures: Vec<FigureTold>,
    /// What the programme reports of itself, sorted by topic, thing, aimak and year.
    pub programme: Vec<YearlyFigure>,
    /// Records of weather stations, sorted by aimak and date.
    pub weather: Vec<Weather>,
    /// Raster layers; their pixels are read through a [`crate::RasterSource`].
    pub rasters: Vec<RasterLayer>,
    /// Eco-passports that may be published; the science only passes them on.
    pub passports: EcoPassports,
    /// Input files with their checksums.
    pub sources: Vec<Source>,
    /// Rows that were left out, and why.
    pub exclusions: Vec<Exclusion>,
}

impl Survey {
    /// The aimak of this code.
    pub fn aimak(&self, code: &AimakCode) -> Option<&Aimak> {
        self.aimaks.iter().find(|aimak| aimak.code == *code)
    }

    /// The period with this id.
    pub fn period(&self, id: &PeriodId) -> Option<&Period> {
        self.periods.iter().find(|period| period.id == *id)
    }
}
