//! How the project file names tables and maps their columns.

use std::collections::BTreeMap;

use aimak_core::{ConductivityMethod, LocalText, PeriodId, SpeciesScale};
use schemars::JsonSchema;
use serde::Deserialize;

use super::soil_methods::{CarbonStated, NutrientMethod};
use super::{CellPart, FormExport, ParentSpec};

/// A table of the project.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Id, unique in the project; also the id of the source.
    pub id: String,
    /// What its rows are.
    pub kind: TableKind,
    /// CSV (comma or semicolon; UTF-8 or CP1251), Parquet, XLSX or ODS, or a layer of points (`GeoPackage`, Shapefile, `GeoJSON`,
    /// `FlatGeobuf`, KML, GPX), relative to the project file. The attributes of points are the columns, and their places are
    /// two further columns `longitude` and `latitude` (WGS 84); a table of plots takes them where it maps no coordinates.
    pub file: String,
    /// Sheet of a spreadsheet; the first one if not given.
    pub sheet: Option<String>,
    /// Layer of a map file; needed only where it holds several.
    pub layer: Option<String>,
    /// Row of the header as a spreadsheet counts (1 is the first row of the file), where titles stand above it; the first row
    /// that is not blank if not given.
    #[schemars(range(min = 1))]
    pub header_row: Option<usize>,
    /// First row of data, where a line of units or of translated labels stands below the header; the row below the header if not given.
    #[schemars(range(min = 2))]
    pub first_row: Option<usize>,
    /// How dates such as 05/04/2019 are meant, or that dates are Excel's numbers of days; without it such a date is read only
    /// where another one of its column leaves no doubt.
    pub dates: Option<DateHabit>,
    /// The program whose form the file was exported from: then names of columns may leave out the groups of the form
    /// (`plot_id` finds `site/plot_id`) where only one column ends so.
    pub export: Option<FormExport>,
    /// Rows of a repeat group of a form: where the rows they belong to stand. Each row then also has the columns of its parent.
    pub parent: Option<ParentSpec>,
    /// Words that mean "no value" in any column; an empty cell always does.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Which column holds what.
    pub columns: Columns,
    /// CRS of `columns.x` and `columns.y`, if it is not the working CRS; or of a layer of points that declares none.
    pub crs: Option<String>,
    /// A column that names the period, for rows without a date.
    pub period_from: Option<PeriodFrom>,
    /// The period of all rows that name none by date or column: an archive round, one file per round.
    pub period: Option<PeriodId>,
    /// Soil layers: how `columns.carbon_percent` was determined. Two dates are compared by one method only; where nobody says it,
    /// the change carries a note.
    pub carbon_method: Option<CarbonStated>,
    /// Soil layers: in which extract phosphorus and potassium were determined; needed with their columns.
    pub nutrient_method: Option<NutrientMethod>,
    /// Soil layers: in what electrical conductivity was measured; needed with its column.
    pub ec_method: Option<ConductivityMethod>,
    /// Species tables: what the amounts are.
    pub scale: Option<SpeciesScale>,
    /// Species tables: one row per species, one column per species, or all species of a visit in one cell.
    pub layout: Option<SpeciesLayout>,
    /// Wide species tables: the first species column; all columns to its right are species.
    pub species_columns_from: Option<String>,
    /// Species tables: what follows the last occurrence of this mark is a vegetation layer, not part of the name
    /// (`_` reads `Acer campestre_7` as *Acer campestre*). Layers of one species are joined: counts and covers add up,
    /// covers to at most 100 %.
    pub species_suffix: Option<String>,
    /// Survey answers: the questions, with the words people heard.
    #[serde(default)]
    pub questions: Vec<QuestionSpec>,
    /// Survey answers: lowest and highest code, from strong disagreement to strong agreement; 1 and 5 if not given.
    pub codes: Option<[u8; 2]>,
    /// Survey answers: the code of "I do not know".
    pub do_not_know: Option<u8>,
    /// Survey answers: the code of a refusal.
    pub declined: Option<u8>,
    /// Licence of the file.
    pub licence: Option<String>,
    /// How to cite the file.
    pub citation: Option<String>,
}

/// How the days of a table are written, where the digits alone do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateHabit {
    /// Day, month, year: 14/05/2019 or 14-05-2019.
    DayFirst,
    /// Month, day, year: 05/14/2019 or 05-14-2019.
    MonthFirst,
    /// Days since the end of 1899, as spreadsheets keep them (the 1900 system): 43599 is 2019-05-14.
    Excel,
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Plots, one row each or one row per visit; may carry what was measured once per visit, such as pH.
    Plots,
    /// Soil layers.
    SoilLayers,
    /// Species records.
    Species,
    /// Crop varieties grown.
    CropVarieties,
    /// Answers of an attitude survey.
    SurveyAnswers,
    /// What the programme reports of itself: a figure of a year in each row.
    Programme,
    /// Records of a weather station, by month or by day.
    Weather,
    /// Which species are threatened, and which tell of the state of their habitat; one row each.
    SpeciesList,
    /// Fields and how each was managed before and after, for what the default method of the IPCC assumes of soil carbon; one row each.
    ManagedFields,
}

/// A question of a questionnaire.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionSpec {
    /// Short key, unique in the table.
    pub id: String,
    /// The words people heard, in the languages of the atlas.
    pub text: LocalText,
    /// The column, or what stands in the column of questions, if it is not the id.
    pub column: Option<String>,
    /// Agreement speaks against what the other questions ask for.
    #[serde(default)]
    pub reversed: bool,
    /// It has nothing to do with the programme: where it moves too, people have become more polite.
    #[serde(default)]
    pub control: bool,
    /// It stands for support of organic farming: the share that agrees becomes the indicator `organic_support`.
    #[serde(default)]
    pub support: bool,
}

/// The shape of a species table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeciesLayout {
    /// One row per species and visit.
    Long,
    /// One row per visit, one column per species.
    Wide,
    /// One row per visit, all species that were found in one cell (`scale = "presence"`): parted by `;`, `,` or a new line, in
    /// exports of forms also by blanks. A question with several answers may also have a column of 1 and 0 for each answer
    /// (`species/poa_annua`). A cell with `none`, `0`, `нет` or `жок` says that nothing was found; an empty one, that nobody looked.
    List,
}

/// A period named by a column.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodFrom {
    /// The column.
    pub column: String,
    /// Its values and the periods they stand for.
    pub map: BTreeMap<String, PeriodId>,
}

/// A column, by name alone or with what needs saying about it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Column {
    /// Its name in the header.
    Name(String),
    /// Its name, unit and missing codes.
    Detailed(ColumnDetail),
}

/// A column with a unit or missing codes of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnDetail {
    /// Its name in the header.
    pub name: String,
    /// Unit of its numbers, converted on reading: `g/kg`, `mg/kg`, `mg/100g`, `%`, `dS/m`, `mS/cm`, `uS/cm`, `kg/m3`, `g/cm3`, `m`, `mm`, `cm`, `ha`, `sotka`, `m2`, `1`.
    pub unit: Option<String>,
    /// Further words that mean "no value" in this column.
    #[serde(default)]
    pub missing: Vec<String>,
    /// The part of a cell that is meant: `longitude` or `latitude` of a place as phones write it, `top` or `bottom` of a layer written `0-20`.
    pub part: Option<CellPart>,
}

impl Column {
    /// The name in the header.
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Detailed(detail) => &detail.name,
        }
    }

    /// The declared unit.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Name(_) => None,
            Self::Detailed(detail) => detail.unit.as_deref(),
        }
    }

    /// The part of a place it is asked for.
    pub fn part(&self) -> Option<CellPart> {
        match self {
            Self::Name(_) => None,
            Self::Detailed(detail) => detail.part,
        }
    }

    /// Missing codes of this column alone.
    pub fn missing(&self) -> &[String] {
        match self {
            Self::Name(_) => &[],
            Self::Detailed(detail) => &detail.missing,
        }
    }
}

/// Which column holds what; every key is optional, each kind of table needs some of them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Id of the plot.
    pub plot: Option<Column>,
    /// Id of the visit, where tables are keyed by visits rather than by plot and date.
    pub visit: Option<Column>,
    /// Date of the visit, to the day, the month or the year.
    pub date: Option<Column>,
    /// Id of the period, for rows without a date.
    pub period: Option<Column>,
    /// Code of the area.
    pub aimak: Option<Column>,
    /// Longitude in degrees east (WGS 84): 74.5946, 74°35'40.6" E, 74 35 40.6.
    pub longitude: Option<Column>,
    /// Latitude in degrees north (WGS 84), written likewise.
    pub latitude: Option<Column>,
    /// Easting in the table's or the working CRS.
    pub x: Option<Column>,
    /// Northing in the table's or the working CRS.
    pub y: Option<Column>,
    /// Stratum of the sampling design.
    pub stratum: Option<Column>,
    /// Whether the plot lies on organic land (yes/no in any of the three languages, 1/0, true/false).
    pub on_organic_land: Option<Column>,
    /// Upper limit of the soil layer, cm.
    pub top_cm: Option<Column>,
    /// Lower limit of the soil layer, cm.
    pub bottom_cm: Option<Column>,
    /// Soil organic carbon, per cent of fine earth by mass.
    pub carbon_percent: Option<Column>,
    /// Bulk density of the fine earth, g/cm³.
    pub bulk_density_g_per_cm3: Option<Column>,
    /// Coarse fragments over 2 mm, volume fraction 0–1.
    pub coarse_fraction: Option<Column>,
    /// pH in water.
    pub ph: Option<Column>,
    /// Humus by Tyurin as the laboratory wrote it, %: its carbon times 1.724, divided by exactly that.
    pub humus_percent: Option<Column>,
    /// Organic matter by loss on ignition, %: divided by 2.
    pub organic_matter_percent: Option<Column>,
    /// Carbon of any kind by dry combustion, %: carbonates are taken off, and without them calcareous soil is refused.
    pub total_carbon_percent: Option<Column>,
    /// Carbonates as `CaCO3`, %.
    pub carbonate_percent: Option<Column>,
    /// Nitrogen of all forms, %.
    pub nitrogen_percent: Option<Column>,
    /// Available phosphorus as P2O5, mg/kg.
    pub p2o5_mg_per_kg: Option<Column>,
    /// Available phosphorus as the element, mg/kg.
    pub p_mg_per_kg: Option<Column>,
    /// Available potassium as K2O, mg/kg.
    pub k2o_mg_per_kg: Option<Column>,
    /// Available potassium as the element, mg/kg.
    pub k_mg_per_kg: Option<Column>,
    /// Electrical conductivity at 25 °C, dS/m.
    pub ec_ds_per_m: Option<Column>,
    /// Name of the species.
    pub species: Option<Column>,
    /// Lists of species: whether it is on the Red List, as yes or no, or its category (CR, EN, VU, NT, LC …); empty means no.
    pub red_list: Option<Column>,
    /// Lists of species: whether it tells of the state of its habitat, yes or no; empty means no.
    pub indicator: Option<Column>,
    /// Count or cover of the species.
    pub amount: Option<Column>,
    /// Crop.
    pub crop: Option<Column>,
    /// Variety of the crop.
    pub variety: Option<Column>,
    /// Area under the crop, or of the field, ha.
    pub area_ha: Option<Column>,
    /// The farm or household, as a number or code without a name.
    pub farm: Option<Column>,
    /// The person who answered, as a number or code without a name.
    pub respondent: Option<Column>,
    /// Village or other unit that was drawn first.
    pub village: Option<Column>,
    /// Woman or man, in any of the three languages or as f/m.
    pub sex: Option<Column>,
    /// The question.
    pub question: Option<Column>,
    /// The answer.
    pub answer: Option<Column>,
    /// What a yearly figure is about: `trainings`, `organic_sales`, `livestock` and others; a wrong word is answered with the list.
    pub topic: Option<Column>,
    /// The crop, product or kind of animal of a yearly figure.
    pub of: Option<Column>,
    /// The unit of a yearly figure: `kg_product`, `kg_active`, `t`, `ha`, `head`, `livestock_unit`, `som_2024`, `m3`, `event`,
    /// `attendance`, `place`, `kind`.
    pub unit: Option<Column>,
    /// Who says so: a report, a register, a count.
    pub source: Option<Column>,
    /// How many farms or persons reported, where a figure comes from them.
    pub reporters: Option<Column>,
    /// Precipitation of the month or the day, mm; of the year in tables of managed fields.
    pub precipitation_mm: Option<Column>,
    /// Mean temperature of the month or the day, °C.
    pub temperature_c: Option<Column>,
    /// Name or number of a field, without the name of a person.
    pub field: Option<Column>,
    /// Climate zone of a field by the default method of the IPCC (`cool_temperate_dry` ...); a wrong word is answered with the list.
    pub climate_zone: Option<Column>,
    /// Mean temperature of the year, °C: with the five columns below instead of `climate_zone`.
    pub mean_temperature_c: Option<Column>,
    /// Mean temperature of the warmest month, °C.
    pub warmest_month_c: Option<Column>,
    /// Days with frost in a year.
    pub frost_days: Option<Column>,
    /// Potential evapotranspiration of the year, mm; with `precipitation_mm` of the year.
    pub potential_evapotranspiration_mm: Option<Column>,
    /// Elevation, m.
    pub elevation_m: Option<Column>,
    /// Soil group of a field by the default method of the IPCC: `high_activity_clay` (chernozem, chestnut, sierozem ...), `low_activity_clay`,
    /// `sandy`, `spodic`, `volcanic`, `wetland`.
    pub soil_group: Option<Column>,
    /// Name of the soil in the WRB (Kastanozem ...), instead of `soil_group`.
    pub wrb_group: Option<Column>,
    /// Sand, %: beside `wrb_group`, with clay.
    pub sand_percent: Option<Column>,
    /// Clay, %.
    pub clay_percent: Option<Column>,
    /// What a field was used for before: `annual_crops`, `perennial_crops`, `set_aside`, `paddy`, `native`, `grassland`,
    /// `grassland_grazed_hard`, `grassland_degraded`, `grassland_improved`, `grassland_improved_high_input`; empty: nobody documented it.
    pub land_before: Option<Column>,
    /// How it was tilled: `full`, `reduced`, `none`. Crops need it.
    pub tillage_before: Option<Column>,
    /// How much organic matter came back: `low`, `medium`, `high`, `high_with_manure`. Crops need it.
    pub input_before: Option<Column>,
    /// The same after.
    pub land_after: Option<Column>,
    /// The same after.
    pub tillage_after: Option<Column>,
    /// The same after.
    pub input_after: Option<Column>,
    /// Whether records of the farm show the manure; `high_with_manure` needs it.
    pub manure_recorded: Option<Column>,
    /// Whether that manure was taken from another field of the aimak, which then lost it; must be known too.
    pub manure_diverted: Option<Column>,
}

impl Columns {
    /// The mapped columns with their keys, in the order of the reference.
    pub fn mapped(&self) -> Vec<(&'static str, &Column)> {
        let all = [
            ("plot", &self.plot),
            ("visit", &self.visit),
            ("date", &self.date),
            ("period", &self.period),
            ("aimak", &self.aimak),
            ("longitude", &self.longitude),
            ("latitude", &self.latitude),
            ("x", &self.x),
            ("y", &self.y),
            ("stratum", &self.stratum),
            ("on_organic_land", &self.on_organic_land),
            ("top_cm", &self.top_cm),
            ("bottom_cm", &self.bottom_cm),
            ("carbon_percent", &self.carbon_percent),
            ("bulk_density_g_per_cm3", &self.bulk_density_g_per_cm3),
            ("coarse_fraction", &self.coarse_fraction),
            ("ph", &self.ph),
            ("humus_percent", &self.humus_percent),
            ("organic_matter_percent", &self.organic_matter_percent),
            ("total_carbon_percent", &self.total_carbon_percent),
            ("carbonate_percent", &self.carbonate_percent),
            ("nitrogen_percent", &self.nitrogen_percent),
            ("p2o5_mg_per_kg", &self.p2o5_mg_per_kg),
            ("p_mg_per_kg", &self.p_mg_per_kg),
            ("k2o_mg_per_kg", &self.k2o_mg_per_kg),
            ("k_mg_per_kg", &self.k_mg_per_kg),
            ("ec_ds_per_m", &self.ec_ds_per_m),
            ("species", &self.species),
            ("red_list", &self.red_list),
            ("indicator", &self.indicator),
            ("amount", &self.amount),
            ("crop", &self.crop),
            ("variety", &self.variety),
            ("area_ha", &self.area_ha),
            ("farm", &self.farm),
            ("respondent", &self.respondent),
            ("village", &self.village),
            ("sex", &self.sex),
            ("question", &self.question),
            ("answer", &self.answer),
            ("topic", &self.topic),
            ("of", &self.of),
            ("unit", &self.unit),
            ("source", &self.source),
            ("reporters", &self.reporters),
            ("precipitation_mm", &self.precipitation_mm),
            ("temperature_c", &self.temperature_c),
            ("field", &self.field),
            ("climate_zone", &self.climate_zone),
            ("mean_temperature_c", &self.mean_temperature_c),
            ("warmest_month_c", &self.warmest_month_c),
            ("frost_days", &self.frost_days),
            (
                "potential_evapotranspiration_mm",
                &self.potential_evapotranspiration_mm,
            ),
            ("elevation_m", &self.elevation_m),
            ("soil_group", &self.soil_group),
            ("wrb_group", &self.wrb_group),
            ("sand_percent", &self.sand_percent),
            ("clay_percent", &self.clay_percent),
            ("land_before", &self.land_before),
            ("tillage_before", &self.tillage_before),
            ("input_before", &self.input_before),
            ("land_after", &self.land_after),
            ("tillage_after", &self.tillage_after),
            ("input_after", &self.input_after),
            ("manure_recorded", &self.manure_recorded),
            ("manure_diverted", &self.manure_diverted),
        ];
        all.into_iter()
            .filter_map(|(key, column)| Some((key, column.as_ref()?)))
            .collect()
    }
}
