//! How the project file names boundaries and parcels.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// The layer of monitored units and comparison areas.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoundarySpec {
    /// Any vector file GDAL reads (`GeoJSON`, `GeoPackage`, `Shapefile`, `FlatGeobuf`, ...), relative to the project file.
    pub file: String,
    /// Layer of the file; needed only where it holds several.
    pub layer: Option<String>,
    /// CRS of the file, only where the file itself declares none, for instance `EPSG:4326`.
    pub crs: Option<String>,
    /// Field that holds the code of the area, or `{ row_number = "F" }` to count features as F1, F2, ...
    pub code: CodeSpec,
    /// Fields that hold the name in each language; the code stands in where there is none.
    #[serde(default)]
    pub name: NameSpec,
    /// Field with the date of becoming organic (year, month or day); empty means comparison area.
    pub organic_since: Option<String>,
    /// Field with the date the unit came into being.
    pub valid_from: Option<String>,
    /// Field with the date the unit was merged or dissolved.
    pub valid_to: Option<String>,
    /// Field with the codes of the units it was formed from, separated by `;`.
    pub predecessors: Option<String>,
    /// Field with other spellings and former names, separated by `;`.
    pub aliases: Option<String>,
    /// Profile figures: id (`farmers`, `people`, `women_led`, `hectares`, `eco_schools`, ...) = field.
    #[serde(default)]
    pub profile: BTreeMap<String, String>,
    /// Licence of the file.
    pub licence: Option<String>,
    /// How to cite the file.
    pub citation: Option<String>,
}

/// Where the code of an area comes from.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum CodeSpec {
    /// A field of the layer.
    Field(String),
    /// The number of the feature in the file behind a prefix.
    Counted(RowNumber),
}

/// Codes made by counting features, for layers without any.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowNumber {
    /// Put before the number: `F` makes F1, F2, ...
    pub row_number: String,
}

/// Fields with the name in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameSpec {
    /// Field with the Kyrgyz name.
    pub ky: Option<String>,
    /// Field with the Russian name.
    pub ru: Option<String>,
    /// Field with the English name.
    pub en: Option<String>,
}

/// The layer of organic parcels.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParcelSpec {
    /// Any vector file GDAL reads, relative to the project file.
    pub file: String,
    /// Layer of the file; needed only where it holds several.
    pub layer: Option<String>,
    /// CRS of the file, only where the file itself declares none.
    pub crs: Option<String>,
    /// Field with the code of the area the parcel lies in.
    pub aimak: String,
    /// Field with the status: `voted`, `in_conversion` or `certified`.
    pub status: String,
    /// Field with the date from which the status holds.
    pub since: String,
    /// Field with the date until which it holds (exclusive); empty while it lasts.
    pub until: Option<String>,
    /// Licence of the file.
    pub licence: Option<String>,
    /// How to cite the file.
    pub citation: Option<String>,
}
