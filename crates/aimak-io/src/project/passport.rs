//! How the project file names eco-passports of local places.

use schemars::JsonSchema;
use serde::Deserialize;

/// Eco-passports of local places: tables (CSV, XLSX, ODS or Parquet) whose columns have fixed names, and a folder of photos.
///
/// Columns that are not named here are never read. A record is published only where its `consent` is `public`; its place is told
/// as a cell of 0.01 degrees unless `sensitivity` (1 kept back, 2 to 4 cells of 0.1, 0.01 and 0.001 degrees) or
/// `exact_point_public` says otherwise.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EcoPassportSpec {
    /// Table of places, a row each. Columns: `id`, `aimak`, `kind`, `longitude`, `latitude`, `exact_point_public`, `sensitivity`,
    /// `consent`; where known `name_ky`, `name_ru`, `name_en`, `recorded`, `knowledge_ky` ..., `threats_ky` ...,
    /// `recommendations_ky` ..., `adult_author`, `adult_author_may_be_named`, `school`, `class`.
    pub places: String,
    /// Table of what was seen, a row for each state or species. Columns: `place`, `date`, `sensitivity`; where known `state`,
    /// `judged_by`, `species`, `species_ky`, `species_ru`, `species_en`.
    pub observations: Option<String>,
    /// Table of photos, a row each. Columns: `place`, `file`, `consent`, `recognisable_face`, `face_consent`; where known `taken`,
    /// `adult_author`, `adult_author_may_be_named`, `caption_ky` ..., `alt_ky` ....
    pub photos: Option<String>,
    /// Folder of the photos; the folder of the table of photos where none is given.
    pub photo_folder: Option<String>,
    /// The list of withdrawn passports, which `aimak withdraw` writes.
    #[serde(default = "withdrawn_file")]
    pub withdrawn: String,
    /// Copies of the atlas that `aimak withdraw` cannot reach and reminds of: hosts, sticks, computers of schools.
    #[serde(default)]
    pub copies: Vec<String>,
}

fn withdrawn_file() -> String {
    "withdrawn.csv".to_owned()
}
