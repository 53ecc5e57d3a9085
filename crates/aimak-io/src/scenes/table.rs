//! Scenes that a table lists: for images in no known folder layout.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Message, PartialDate};
use aimak_science::spectral::{BandRole, ClassMask, LandsatQuality, Sensor};
use jiff::civil::Date;

use super::found::{BandPlace, FoundMask, FoundScene, FoundValues};
use crate::{
    problem::{Problem, nearest},
    raster::Decoding,
    read::{
        cells::{self, Start},
        dates, value,
    },
};

/// Columns that are no bands.
const COLUMNS: [&str; 10] = [
    "file", "date", "sensor", "index", "mask", "keep", "buffer", "buffer_m", "scale", "offset",
];

/// Reads a table of scenes; files are named relative to it.
pub(super) fn find(path: &Path, found: &mut Vec<FoundScene>, problems: &mut Vec<Problem>) {
    let name = path.display().to_string();
    let cells = match cells::read(path, Start::default()) {
        Ok(cells) => cells,
        Err(cause) => {
            problems.push(Problem::error("scenes-table", &name).found(cause));
            return;
        }
    };
    problems.extend(unknown_columns(&name, &cells.header));
    let folder = path.parent().unwrap_or(Path::new(""));
    for (place, cells_of_row) in cells.rows.iter().enumerate() {
        let named = cells.header.iter().map(String::as_str).zip(cells_of_row);
        let filled = named.filter_map(|(name, cell)| Some((name.trim(), cell.as_deref()?.trim())));
        let row = Row {
            folder,
            cells: filled.filter(|(_, text)| !text.is_empty()).collect(),
        };
        if row.cells.is_empty() {
            continue;
        }
        match row.scene(place + cells.first_row) {
            Ok(scene) => found.push(scene),
            Err((column, text)) => problems.push(
                Problem::error("scenes-table", &name)
                    .at_row(place + cells.first_row)
                    .in_column(column)
                    .found(text),
            ),
        }
    }
}

fn unknown_columns(name: &str, header: &[String]) -> Vec<Problem> {
    let known: Vec<&str> = COLUMNS
        .into_iter()
        .chain(BandRole::ALL.map(BandRole::id))
        .collect();
    let problem = |column: &String| {
        let expected = Message::new("expected-one-of").with("known", known.join(", "));
        let problem = Problem::error("scenes-table", name)
            .in_column(column)
            .found(column)
            .expecting(expected);
        match nearest(column, known.iter().copied()) {
            Some(word) => problem.hinting(Message::new("hint-did-you-mean").with("word", word)),
            None => problem,
        }
    };
    let unknown = header
        .iter()
        .filter(|column| !known.contains(&column.trim()));
    unknown.map(problem).collect()
}

/// A column, and what stands there that does not fit.
type Wrong = (&'static str, String);

/// A row of the table: the filled cells by column.
struct Row<'a> {
    folder: &'a Path,
    cells: BTreeMap<&'a str, &'a str>,
}

impl Row<'_> {
    fn scene(&self, number: usize) -> Result<FoundScene, Wrong> {
        let date = self.date()?;
        let sensor = self
            .cell("sensor")
            .map(|text| Sensor::of_id(text).ok_or_else(|| wrong("sensor", text)));
        let sensor = sensor.transpose()?;
        let factors = (self.number("scale")?, self.number("offset")?);
        let scale_offset = match factors {
            (None, None) => None,
            (scale, offset) => Some((scale.unwrap_or(1.0), offset.unwrap_or(0.0))),
        };
        let values = Decoding {
            scale_offset,
            nodata: None,
        };
        let mut bands = Vec::new();
        for role in BandRole::ALL {
            bands.extend(self.band(role.id(), values)?.map(|place| (role, place)));
        }
        let values = match self.band("index", values)? {
            Some(place) if bands.is_empty() => FoundValues::Index(place),
            Some(_) => return Err(wrong("index", self.cells["index"])),
            None if bands.is_empty() => return Err(wrong("red", "—")),
            None => FoundValues::Reflectance(bands),
        };
        let id = self.cell("file").unwrap_or_default();
        Ok(FoundScene {
            id: format!("{number}: {id}"),
            date,
            sensor,
            calibration: if scale_offset.is_some() {
                "table"
            } else {
                "scale and offset of the file"
            },
            metadata: None,
            mask: self.mask(sensor)?,
            key: format!("{:?}", self.cells),
            values,
        })
    }

    fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).copied()
    }

    fn date(&self) -> Result<Date, Wrong> {
        let text = self.cell("date").ok_or_else(|| wrong("date", "—"))?;
        match dates::date(text) {
            Some(PartialDate::Day(day)) => Ok(day),
            _ => Err(wrong("date", text)),
        }
    }

    fn number(&self, column: &'static str) -> Result<Option<f64>, Wrong> {
        let number = |text: &str| {
            value::number(text)
                .filter(|n| n.is_finite())
                .ok_or_else(|| wrong(column, text))
        };
        self.cell(column).map(number).transpose()
    }

    /// A band: its number in `file`, or another file, or another file and a number (`clouds.tif:2`).
    fn band(&self, column: &'static str, decoding: Decoding) -> Result<Option<BandPlace>, Wrong> {
        let Some(text) = self.cell(column) else {
            return Ok(None);
        };
        let (file, band) = match (text.parse::<usize>(), text.rsplit_once(':')) {
            (Ok(band), _) => (self.cell("file").ok_or_else(|| wrong("file", "—"))?, band),
            (_, Some((file, band))) if band.parse::<usize>().is_ok() => {
                (file, band.parse().unwrap_or(1))
            }
            _ => (text, 1),
        };
        let path: PathBuf = self.folder.join(file);
        Ok(Some(BandPlace {
            name: path.display().to_string(),
            path,
            band,
            decoding,
        }))
    }

    /// The mask: classes that are kept and buffered, or a rule by its name.
    fn mask(&self, sensor: Option<Sensor>) -> Result<FoundMask, Wrong> {
        let codes = Decoding {
            scale_offset: Some((1.0, 0.0)),
            nodata: None,
        };
        let Some(place) = self.band("mask", codes)? else {
            let stray = ["keep", "buffer", "buffer_m"]
                .into_iter()
                .find(|column| self.cell(column).is_some());
            return match stray {
                Some(_) => Err(wrong("mask", "—")),
                None => Ok(FoundMask::None),
            };
        };
        match self.cell("keep").ok_or_else(|| wrong("keep", "—"))? {
            "scl" => Ok(FoundMask::SceneClassification(place)),
            "qa_pixel" => {
                let landsat = sensor.filter(|sensor| LandsatQuality::of(*sensor).is_some());
                let sensor =
                    landsat.ok_or_else(|| wrong("sensor", self.cell("sensor").unwrap_or("—")))?;
                Ok(FoundMask::Landsat {
                    sensor,
                    qa_pixel: place,
                    qa_radsat: None,
                })
            }
            _ => {
                let mask = ClassMask::keeping(self.classes("keep")?);
                let radius = self.number("buffer_m")?.unwrap_or(0.0);
                let buffered = mask.buffering(self.classes("buffer")?, radius);
                let mask = buffered.ok_or_else(|| wrong("buffer_m", radius.to_string()))?;
                Ok(FoundMask::Classes(mask, place))
            }
        }
    }

    /// A list of classes, parted by blanks.
    fn classes(&self, column: &'static str) -> Result<Vec<u16>, Wrong> {
        let text = self.cell(column).unwrap_or_default();
        let class = |word: &str| word.parse().map_err(|_| wrong(column, text));
        text.split_whitespace().map(class).collect()
    }
}

fn wrong(column: &'static str, text: impl Into<String>) -> Wrong {
    (column, text.into())
}
