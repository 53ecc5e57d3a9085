//! What kind of file is it, and what is it for?

use std::fmt::Write as _;

use aimak_core::{Lang, LocalText, MapLayer, Release};

use super::{Words, each};
use crate::{
    source::{File, sha256},
    texts::keyed_id,
    view::View,
};

/// A file in `downloads/`.
pub struct Download {
    /// Its path below `downloads/`.
    pub path: String,
    /// What it is (`findings_csv`, ...).
    pub kind: String,
    /// Its size.
    pub bytes: usize,
    /// Its SHA-256 in hex.
    pub sha256: String,
    /// What it is, in words.
    pub words: LocalText,
    /// What a map shows, in words.
    pub shows: Option<LocalText>,
}

/// `Soil loss by water. Change: 2012–2015 → 2020–2023`.
fn shown(view: &View<'_>, map: &MapLayer) -> String {
    let card = view.card(&map.about.indicator);
    let name = card.map_or(map.about.indicator.as_str(), |card| view.local(&card.name));
    format!("{name}. {}", view.quantity(&map.about.quantity))
}

/// What files are read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Findings and effects.
    Tables,
    /// Outlines.
    Outlines,
    /// Maps by cell.
    Maps,
    /// What the run noted.
    Record,
    /// Photos of eco-passports.
    Photos,
}

impl Group {
    /// Every group, in the order in which readers meet them.
    pub const ALL: [Self; 5] = [
        Self::Tables,
        Self::Outlines,
        Self::Maps,
        Self::Record,
        Self::Photos,
    ];

    /// The key used in texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Outlines => "outlines",
            Self::Maps => "maps",
            Self::Record => "record",
            Self::Photos => "photos",
        }
    }
}

impl Download {
    /// The files of a release, described, by path.
    pub(super) fn all(files: &[&File], release: &Release, words: &Words<'_>) -> Vec<Self> {
        let described = |file: &&File| Self::of(file, release, words);
        let mut all: Vec<Self> = files.iter().map(described).collect();
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all
    }

    fn of(file: &File, release: &Release, words: &Words<'_>) -> Self {
        let id = keyed_id("kind", &file.kind);
        let mut maps = release.maps.iter();
        let map = maps.find(|map| map.raster == file.path || map.picture == file.path);
        Self {
            path: file.path.clone(),
            kind: file.kind.clone(),
            bytes: file.bytes.len(),
            sha256: sha256(&file.bytes),
            words: each(|lang| {
                let words = &words.of(lang).words;
                words.text(if words.has(&id) { &id } else { "kind-other" })
            }),
            shows: map.map(|map| each(|lang| shown(words.of(lang), map))),
        }
    }

    /// What it is and what it shows, in one line.
    pub fn described(&self, lang: Lang) -> String {
        let words = self.words.get(lang);
        match &self.shows {
            Some(shows) => format!("{}. {words}", shows.get(lang)),
            None => words.to_owned(),
        }
    }

    /// What it is read together with.
    pub fn group(&self) -> Group {
        match self.kind.as_str() {
            "findings_csv" | "findings_parquet" | "effects_csv" | "effects_parquet" => {
                Group::Tables
            }
            "outlines" | "headline" | "findings_gpkg" => Group::Outlines,
            "map_raster" | "map_picture" => Group::Maps,
            "passport_photo" => Group::Photos,
            _ => Group::Record,
        }
    }

    /// Its path below the root of the edition.
    pub fn place(&self) -> String {
        format!("downloads/{}", self.path)
    }

    /// Its media type, as registered with IANA where it is.
    pub fn media_type(&self) -> &'static str {
        match self.ending() {
            "csv" => "text/csv",
            "parquet" => "application/vnd.apache.parquet",
            "gpkg" => "application/geopackage+sqlite3",
            "geojson" => "application/geo+json",
            "json" => "application/json",
            "tif" => "image/tiff; application=geotiff; profile=cloud-optimized",
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "txt" => "text/plain",
            _ => "application/octet-stream",
        }
    }

    /// The same without parameters.
    pub fn plain_media_type(&self) -> &'static str {
        let full = self.media_type();
        full.split_once(';').map_or(full, |(plain, _)| plain)
    }

    /// Its entry in the European list of file types; `None` where there is none.
    pub fn file_type(&self) -> Option<&'static str> {
        Some(match self.ending() {
            "csv" => "CSV",
            "parquet" => "PARQUET",
            "gpkg" => "GPKG",
            "geojson" => "GEOJSON",
            "json" => "JSON",
            "tif" => "TIFF",
            "png" => "PNG",
            "jpg" => "JPEG",
            "txt" => "TXT",
            _ => return None,
        })
    }

    fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// A path as an address writes it (RFC 3986): what is neither letter, digit nor `-._~/` becomes its bytes.
pub fn address(path: &str) -> String {
    path.bytes().fold(String::new(), |mut address, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
        address
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_what_rfc_3986_allows() {
        assert_eq!(
            address("downloads/soil_ph-1.tif"),
            "downloads/soil_ph-1.tif"
        );
        assert_eq!(address("Ө a%.csv"), "%D3%A8%20a%25.csv");
    }
}
