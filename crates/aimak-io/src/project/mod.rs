//! What does the project file say, and is it said right?

mod basemap;
mod check;
mod form;
mod format;
mod key;
mod layout;
mod passport;
mod place;
mod publication;
mod raster;
mod read;
mod soil_methods;
mod table;

use std::collections::BTreeMap;

use aimak_core::{
    DeclaredEffects, Edition, LandDegradation, Lang, LocalText, Period, PeriodBounds, PeriodId,
    PeriodRole, ProfileValue, Publication, Span, WaterErosion,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

pub use basemap::BasemapSpec;
pub use form::{CellPart, FormExport, ParentSpec};
pub(crate) use format::TableFormat;
pub use passport::EcoPassportSpec;
pub use place::{BoundarySpec, CodeSpec, NameSpec, ParcelSpec, RowNumber};
pub use raster::{DatesFrom, MaskSpec, RasterSpec};
pub(crate) use read::label;
pub use read::{ProjectRead, read};
pub use soil_methods::{CarbonStated, NutrientMethod};
pub use table::{
    Column, ColumnDetail, Columns, DateHabit, PeriodFrom, QuestionSpec, SpeciesLayout, TableKind,
    TableSpec,
};

/// A monitoring project: what is measured where, and what shall be told about it. Paths are relative to this file.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "monitoring.toml")]
pub struct ProjectFile {
    /// The project itself.
    pub project: ProjectSpec,
    /// Monitored units and comparison areas.
    pub boundaries: BoundarySpec,
    /// Organic parcels by year; without them the treated land of an aimak is unknown.
    pub parcels: Option<ParcelSpec>,
    /// Periods to compare.
    #[serde(default)]
    pub periods: Vec<PeriodSpec>,
    /// Tables of plots, soil, species, crop varieties, survey answers, weather.
    #[serde(default)]
    pub tables: Vec<TableSpec>,
    /// Raster layers.
    #[serde(default)]
    pub rasters: Vec<RasterSpec>,
    /// What helps readers to find their way on a map: rivers, lakes, roads, places.
    #[serde(default)]
    pub basemap: Vec<BasemapSpec>,
    /// How land degradation (SDG 15.3.1) is assessed; without it nobody asks for it.
    pub land_degradation: Option<LandDegradation>,
    /// How erosion by water is modelled; without it nobody asks for it.
    pub water_erosion: Option<WaterErosion>,
    /// What is declared before effects of the transition are looked at.
    pub effects: Option<DeclaredEffects>,
    /// Eco-passports of local places.
    pub eco_passports: Option<EcoPassportSpec>,
    /// Who publishes, under which licence, where: told by every file of metadata.
    #[serde(default)]
    pub publication: Publication,
    /// What may be published.
    #[serde(default)]
    pub disclosure: DisclosureSpec,
    /// Which indicators, and what change matters.
    #[serde(default)]
    pub indicators: IndicatorSpec,
}

/// What holds for the whole project.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectSpec {
    /// Short key, part of file names.
    pub id: String,
    /// Title in the languages of the atlas.
    pub title: LocalText,
    /// True for invented data: every page of the atlas then says so.
    #[serde(default)]
    pub simulated: bool,
    /// What every reader has to know before anything else: every page of the atlas then begins with it.
    pub notice: Option<LocalText>,
    /// Languages to publish, in order.
    #[serde(default = "all_languages")]
    pub languages: Vec<Lang>,
    /// Working CRS in metres, for instance `EPSG:32643`.
    pub crs: String,
    /// Seed of every random number.
    #[serde(default)]
    pub seed: u64,
    /// A table of the columns `name` and `accepted`: names of species that are replaced when tables are read. A name that stands
    /// beside itself is right as it is, however like another one.
    pub synonyms: Option<String>,
    /// The edition a run produces.
    pub edition: Edition,
}

fn all_languages() -> Vec<Lang> {
    Lang::ALL.to_vec()
}

/// A period: `from` and `to` are days (`to` does not belong to it), or years counted from each area's own transition.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodSpec {
    /// Id, unique in the project.
    pub id: PeriodId,
    /// Name shown to readers.
    pub name: LocalText,
    /// Before, after or neither.
    pub role: PeriodRole,
    /// First day, `2012-01-01`.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub from: Option<Date>,
    /// Day after the last, `2016-01-01`.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub to: Option<Date>,
    /// First year relative to the area's date of becoming organic; may be negative.
    pub from_years: Option<i16>,
    /// Year after the last, relative to the area's date of becoming organic.
    pub to_years: Option<i16>,
}

impl PeriodSpec {
    /// The period, or `None` where its bounds are neither two days nor two years in order.
    pub fn period(&self) -> Option<Period> {
        let bounds = match (self.from, self.to, self.from_years, self.to_years) {
            (Some(from), Some(to), None, None) if from < to => {
                PeriodBounds::Absolute(Span { from, to })
            }
            (None, None, Some(from_years), Some(to_years)) if from_years < to_years => {
                PeriodBounds::Relative {
                    from_years,
                    to_years,
                }
            }
            _ => return None,
        };
        Some(Period {
            id: self.id.clone(),
            name: self.name.clone(),
            role: self.role,
            bounds,
        })
    }
}

/// What may be published.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosureSpec {
    /// Figures on fewer persons or farms than this are never published.
    #[serde(default = "default_min_group")]
    pub min_group: usize,
    /// Profile figures of the boundaries that count persons or farms, by id.
    #[serde(default = "default_people")]
    pub people: Vec<String>,
}

fn default_min_group() -> usize {
    5
}

fn default_people() -> Vec<String> {
    ["farmers", "farms", "households", "people", "women"]
        .map(str::to_owned)
        .to_vec()
}

impl Default for DisclosureSpec {
    fn default() -> Self {
        Self {
            min_group: default_min_group(),
            people: default_people(),
        }
    }
}

impl DisclosureSpec {
    /// A profile figure as it may be published.
    pub fn profile(&self, id: &str, value: ProfileValue) -> ProfileValue {
        match value {
            ProfileValue::Number(count)
                if count > 0.0
                    && count < self.min_group as f64
                    && self.people.iter().any(|people| people == id) =>
            {
                ProfileValue::Suppressed {
                    fewer_than: self.min_group,
                }
            }
            other => other,
        }
    }
}

/// Which indicators are computed, and what change matters.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSpec {
    /// Ids of the indicators; empty means all that the data allow.
    #[serde(default)]
    pub include: Vec<String>,
    /// The smallest change that matters, by indicator id, in its unit.
    #[serde(default)]
    pub relevant_change: BTreeMap<String, f64>,
}

/// The JSON Schema of the project file, so that editors complete and check it.
///
/// ```
/// let schema = aimak_io::project::schema();
/// assert_eq!(schema["title"], "monitoring.toml");
/// assert!(schema["properties"]["boundaries"].is_object());
/// ```
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ProjectFile).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_of_people_are_suppressed_and_nothing_else() {
        let rule = DisclosureSpec::default();
        let publish = |id: &str, count: f64| rule.profile(id, ProfileValue::Number(count));
        assert_eq!(
            publish("farmers", 4.0),
            ProfileValue::Suppressed { fewer_than: 5 }
        );
        assert_eq!(publish("farmers", 5.0), ProfileValue::Number(5.0));
        assert_eq!(publish("farmers", 0.0), ProfileValue::Number(0.0));
        assert_eq!(
            publish("eco_schools", 2.0),
            ProfileValue::Number(2.0),
            "schools are no persons"
        );
        assert_eq!(
            rule.profile("women_led", ProfileValue::Flag(true)),
            ProfileValue::Flag(true)
        );
    }
}
