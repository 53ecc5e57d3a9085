//! Rasters looked at: what do their pixels mean, and are several files one series?

use std::{collections::BTreeMap, path::Path};

use aimak_core::Message;
use gdal::{Metadata as _, raster::RasterBand};

use crate::problem::Problem;

/// Parts of file names and the role they tell.
const ROLES: [(&str, &[&str]); 5] = [
    (
        "elevation",
        &["dem", "srtm", "elev", "height", "dtm", "рельеф"],
    ),
    ("ndvi", &["ndvi"]),
    (
        "land_cover",
        &[
            "landcover",
            "land_cover",
            "worldcover",
            "lulc",
            "esri_lc",
            "cci_lc",
        ],
    ),
    ("soil_erodibility", &["erodib", "kfactor", "k_factor"]),
    ("soil_carbon", &["soc", "carbon"]),
];

/// A raster, or a series of files whose names differ by the year.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SeenRaster {
    /// Id for the project file.
    pub id: String,
    /// Its role, as far as the name tells.
    pub role: Option<&'static str>,
    /// The file, or the pattern of a series with `{year}`.
    pub path: String,
    /// True for a series of files.
    pub series: bool,
    /// Bands of its first file.
    pub bands: usize,
    /// True where the bands are called by their dates.
    pub dated_bands: bool,
}

impl SeenRaster {
    /// What must be decided before it can be read.
    pub fn asks(&self) -> Vec<Message> {
        let name = |message: Message| message.with("file", self.path.as_str());
        let mut asks = Vec::new();
        if self.role.is_none() {
            asks.push(name(Message::new("init-ask-role")));
        }
        let needs_dates = !matches!(self.role, Some("elevation" | "soil_erodibility"));
        if needs_dates && !self.series && !self.dated_bands {
            asks.push(name(
                Message::new("init-ask-dates").with("bands", self.bands),
            ));
        }
        asks
    }
}

/// Looks at rasters, and makes series of those whose names differ by the year alone.
pub(super) fn look(files: &[(&Path, String)]) -> Result<Vec<SeenRaster>, Vec<Problem>> {
    let mut groups: BTreeMap<String, Vec<&(&Path, String)>> = BTreeMap::new();
    for file in files {
        groups
            .entry(pattern(&file.1).unwrap_or_else(|| file.1.clone()))
            .or_default()
            .push(file);
    }
    let mut seen = Vec::new();
    let mut problems = Vec::new();
    for (pattern, group) in groups {
        let series = group.len() > 1;
        let path = if series { pattern } else { group[0].1.clone() };
        match gdal::Dataset::open(group[0].0) {
            Err(error) => {
                problems.push(Problem::error("unreadable", &group[0].1).found(error.to_string()));
            }
            Ok(dataset) => seen.push(SeenRaster {
                id: super::id_of(&path.replace("{year}", "")),
                role: role(&path),
                bands: dataset.raster_count(),
                dated_bands: (1..=dataset.raster_count())
                    .all(|band| dataset.rasterband(band).is_ok_and(|band| is_dated(&band))),
                path,
                series,
            }),
        }
    }
    if problems.is_empty() {
        Ok(seen)
    } else {
        Err(problems)
    }
}

fn is_dated(band: &RasterBand) -> bool {
    band.description()
        .is_ok_and(|text| crate::read::dates::date(&text).is_some())
}

/// The role a name tells.
fn role(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let tells = |(_, parts): &&(&str, &[&str])| parts.iter().any(|part| name.contains(part));
    ROLES.iter().find(tells).map(|(role, _)| *role)
}

/// A name with `{year}` in the place of its only year.
fn pattern(path: &str) -> Option<String> {
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    let bytes = path.as_bytes();
    let year_at = |place: &usize| {
        let four = &bytes[*place..*place + 4];
        let alone = |place: Option<&u8>| place.is_none_or(|byte| !byte.is_ascii_digit());
        let before = place.checked_sub(1).and_then(|before| bytes.get(before));
        four.iter().all(u8::is_ascii_digit)
            && (four.starts_with(b"19") || four.starts_with(b"20"))
            && alone(before)
            && alone(bytes.get(place + 4))
    };
    let mut years = (start..bytes.len().saturating_sub(3)).filter(year_at);
    let place = years.next().filter(|_| years.next().is_none())?;
    Some(format!("{}{{year}}{}", &path[..place], &path[place + 4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_by_the_year_are_a_series() {
        assert_eq!(
            pattern("img/ndvi_2013.tif").as_deref(),
            Some("img/ndvi_{year}.tif")
        );
        assert_eq!(pattern("2019/ndvi.tif"), None, "a folder is no name");
        assert_eq!(pattern("ndvi_2013_2014.tif"), None, "which of the two?");
        assert_eq!(pattern("ndvi_20130514.tif"), None, "a day");
    }

    #[test]
    fn roles_are_told_by_names() {
        assert_eq!(role("a/SRTM_N42.tif"), Some("elevation"));
        assert_eq!(role("ndvi_{year}.tif"), Some("ndvi"));
        assert_eq!(role("x.tif"), None);
    }
}
