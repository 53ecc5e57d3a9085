//! How the project file names what helps readers to find their way on a map.

use aimak_core::BaseKind;
use schemars::JsonSchema;
use serde::Deserialize;

use super::NameSpec;

/// A layer of the base map: rivers, lakes, roads, places. Nothing is computed from it. Of its columns only those named here are read.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasemapSpec {
    /// Id, unique in the project.
    pub id: String,
    /// What it shows.
    pub kind: BaseKind,
    /// Any vector file GDAL reads (`GeoJSON`, `GeoPackage`, `Shapefile`, `FlatGeobuf`, ...), relative to the project file.
    pub file: String,
    /// Layer of the file; needed only where it holds several.
    pub layer: Option<String>,
    /// CRS of the file, only where the file itself declares none.
    pub crs: Option<String>,
    /// Fields that hold the name in each language; things without a name are drawn without one.
    #[serde(default)]
    pub name: NameSpec,
    /// Field with the importance, 1 (seen from far away) to 9 (from near only); empty, or without the field: 5.
    pub rank: Option<String>,
    /// Licence of the file.
    pub licence: Option<String>,
    /// How to cite the file; it stands on every map that shows it.
    pub citation: Option<String>,
}
