//! What kind of file is a table, by the ending of its name?

use std::path::Path;

/// The kind of a file that holds a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableFormat {
    /// CSV, with whatever ending.
    Text,
    /// A spreadsheet.
    Workbook,
    /// Parquet.
    Parquet,
    /// A map layer whose attributes are the columns.
    Map,
}

/// Endings of map layers that are read as tables.
const MAPS: [&str; 7] = ["gpkg", "shp", "geojson", "json", "fgb", "kml", "gpx"];

impl TableFormat {
    /// The kind of a file.
    pub fn of(file: &str) -> Self {
        let ending = Path::new(file).extension().unwrap_or_default();
        match ending.to_string_lossy().to_lowercase().as_str() {
            "parquet" => Self::Parquet,
            "xlsx" | "xlsm" | "xls" | "ods" => Self::Workbook,
            map if MAPS.contains(&map) => Self::Map,
            _ => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_whatever_their_case() {
        let of = |file| TableFormat::of(file);
        assert_eq!(
            (of("a/plots.GPKG"), of("b.Xlsx")),
            (TableFormat::Map, TableFormat::Workbook)
        );
        assert_eq!(
            (of("c.txt"), of("d")),
            (TableFormat::Text, TableFormat::Text)
        );
    }
}
