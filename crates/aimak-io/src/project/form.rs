//! What the project file says of tables that a form on a phone was exported to.

use schemars::JsonSchema;
use serde::Deserialize;

/// A program that forms are filled in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FormExport {
    /// `KoboToolbox`: groups are parted by `/`, rows of a repeat group name their parent in `_parent_index`.
    Kobo,
    /// ODK Central: groups are parted by `-`, rows of a repeat group name their parent in `PARENT_KEY`.
    Odk,
}

impl FormExport {
    /// As written in the project file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kobo => "kobo",
            Self::Odk => "odk",
        }
    }

    /// What stands between groups and the name of a question.
    pub const fn separator(self) -> char {
        match self {
            Self::Kobo => '/',
            Self::Odk => '-',
        }
    }
}

/// Where the rows stand that the rows of a repeat group belong to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParentSpec {
    /// Sheet of the spreadsheet.
    pub sheet: Option<String>,
    /// Another file, relative to the project file; the same one if not given.
    pub file: Option<String>,
    /// The column of the repeat group that names the parent; `_parent_index` if not given.
    #[serde(default = "parent_key")]
    pub key: String,
    /// The column of the parent that is named there; `_index` if not given.
    #[serde(default = "parent_index")]
    pub index: String,
}

fn parent_key() -> String {
    "_parent_index".to_owned()
}

fn parent_index() -> String {
    "_index".to_owned()
}

/// A part of a cell that holds more than one number: a place as phones write it (`42.87 74.59 800 5`), or both depths of a layer (`0-20`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CellPart {
    /// The second number of a place.
    Longitude,
    /// The first number of a place.
    Latitude,
    /// The upper depth of a layer.
    Top,
    /// The lower depth of a layer.
    Bottom,
}

impl CellPart {
    /// Whether a key of `columns` may take this part.
    pub(super) fn fits(self, key: &str) -> bool {
        match self {
            Self::Longitude | Self::Latitude => ["longitude", "latitude"].contains(&key),
            Self::Top => key == "top_cm",
            Self::Bottom => key == "bottom_cm",
        }
    }
}
