//! A first project file, drafted from the files themselves: what they seem to be, and what a person must decide.
//!
//! Nothing is decided silently: whatever is not sure stands as a question (`# ???`) beside the line it is about, and in the list that is handed back.
//! Comments tell kinds and ranges of what is in a column and never its cells, because a project file is shown around.

mod facts;
mod kind;
mod periods;
mod place;
mod raster;
mod sections;
mod sheet;
mod table;
mod vocabulary;

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use aimak_core::{Lang, Message};
use jiff::civil::Date;

pub use place::utm_of;
pub use vocabulary::{plain, unit_in};

use self::{
    periods::Periods,
    place::{Areas, Parcels, Shapes},
    raster::SeenRaster,
    sheet::Sheet,
    table::Place,
};
use crate::{
    problem::Problem,
    read::{cells, points},
    template::{Words, beside, new_file},
};

/// Endings of rasters and of vector files; everything else is a table.
const RASTERS: [&str; 7] = ["tif", "tiff", "vrt", "nc", "jp2", "img", "asc"];
const VECTORS: [&str; 7] = ["geojson", "json", "gpkg", "shp", "fgb", "kml", "gml"];

/// A project file drafted.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// What each file was taken for.
    pub found: Vec<Found>,
    /// What a person must decide.
    pub asks: Vec<Message>,
}

/// What a file, or a sheet of it, was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file, and its sheet where it has several.
    pub file: String,
    /// `boundaries`, `parcels`, a kind of table, a role of rasters, or `unknown`.
    pub kind: &'static str,
    /// Columns that are read, of how many; features or bands, of all of them.
    pub used: usize,
    /// How many there are.
    pub of: usize,
}

/// Speaks in one language.
#[derive(Clone, Copy)]
struct Say<'a> {
    lang: Lang,
    words: Words<'a>,
}

impl Say<'_> {
    /// A message as one line.
    fn words(&self, message: &Message) -> String {
        (self.words)(self.lang, message).replace('\n', " ")
    }
}

/// Writes a draft where nothing stands yet.
///
/// # Errors
/// Where something does, or the disk refuses.
pub fn write(draft: &Draft, out: &Path) -> Result<(), Problem> {
    new_file(out, draft.text.as_bytes())
}

/// Looks at files and drafts the project file `out` that reads them. Writes nothing.
///
/// # Errors
/// Files that cannot be read, all of them.
pub fn draft(
    files: &[PathBuf],
    out: &Path,
    date: Date,
    lang: Lang,
    words: Words<'_>,
) -> Result<Draft, Vec<Problem>> {
    let say = Say { lang, words };
    let mut looking = Looking {
        out,
        say,
        areas: None,
        parcels: None,
        sheets: Vec::new(),
        found: Vec::new(),
        asks: Vec::new(),
        problems: Vec::new(),
    };
    let rasters: Vec<(&Path, String)> = files
        .iter()
        .filter(|file| ends(file, &RASTERS))
        .map(|file| (file.as_path(), beside(out, file)))
        .collect();
    for file in files.iter().filter(|file| !ends(file, &RASTERS)) {
        if ends(file, &VECTORS) {
            looking.vector(file);
        } else {
            looking.table(file);
        }
    }
    let rasters = raster::look(&rasters).unwrap_or_else(|problems| {
        looking.problems.extend(problems);
        Vec::new()
    });
    if looking.problems.is_empty() {
        Ok(looking.draft(&rasters, date))
    } else {
        Err(looking.problems)
    }
}

fn ends(file: &Path, endings: &[&str]) -> bool {
    let ending = file
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    endings.contains(&ending.as_str())
}

/// What was seen so far.
struct Looking<'a> {
    out: &'a Path,
    say: Say<'a>,
    areas: Option<(String, Areas)>,
    parcels: Option<(String, Parcels)>,
    sheets: Vec<(Place, Sheet)>,
    found: Vec<Found>,
    asks: Vec<Message>,
    problems: Vec<Problem>,
}

impl Looking<'_> {
    fn vector(&mut self, path: &Path) {
        let file = beside(self.out, path);
        match place::look(path, &file) {
            Err(problems) => self.problems.extend(problems),
            Ok(Shapes::Areas(areas)) if self.areas.is_none() => {
                let used = areas.features;
                self.found.push(Found {
                    file: file.clone(),
                    kind: "boundaries",
                    used,
                    of: areas.features,
                });
                self.areas = Some((file, areas));
            }
            Ok(Shapes::Parcels(parcels)) if self.parcels.is_none() => {
                let used = parcels.features;
                self.found.push(Found {
                    file: file.clone(),
                    kind: "parcels",
                    used,
                    of: parcels.features,
                });
                self.parcels = Some((file, parcels));
            }
            Ok(Shapes::Others) => match points::of(path) {
                Ok(cells) => {
                    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                    let id = self.fresh_id(&stem);
                    self.sheets.push((
                        Place {
                            file,
                            sheet: None,
                            id,
                        },
                        Sheet::of(1, &cells),
                    ));
                }
                Err(problems) => self.problems.extend(problems),
            },
            Ok(_) => {
                self.asks
                    .push(Message::new("init-ask-kind").with("file", file.as_str()));
                self.found.push(Found {
                    file,
                    kind: "unknown",
                    used: 0,
                    of: 0,
                });
            }
        }
    }

    /// Every sheet of a table file that has a header.
    fn table(&mut self, path: &Path) {
        let file = beside(self.out, path);
        let sheets = match cells::sheets(path) {
            Ok(sheets) => sheets,
            Err(cause) => {
                return self
                    .problems
                    .push(Problem::error("unreadable", &file).found(cause));
            }
        };
        let several = sheets.len() > 1;
        for name in sheets {
            let sheet = match Sheet::read(path, name.as_deref()) {
                Ok(Some(sheet)) => sheet,
                Ok(None) => continue,
                Err(cause) => {
                    self.problems
                        .push(Problem::error("unreadable", &file).found(cause));
                    continue;
                }
            };
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let id = match &name {
                Some(name) if several => self.fresh_id(&format!("{stem}_{name}")),
                _ => self.fresh_id(&stem),
            };
            let sheet_name = name.filter(|_| several);
            self.sheets.push((
                Place {
                    file: file.clone(),
                    sheet: sheet_name,
                    id,
                },
                sheet,
            ));
        }
    }

    /// An id no table has yet.
    fn fresh_id(&self, name: &str) -> String {
        let id = id_of(name);
        let taken = |id: &str| self.sheets.iter().any(|(place, _)| place.id == id);
        let numbered =
            std::iter::once(id.clone()).chain((2..).map(|number| format!("{id}_{number}")));
        numbered.into_iter().find(|id| !taken(id)).unwrap_or(id)
    }

    fn draft(mut self, rasters: &[SeenRaster], date: Date) -> Draft {
        let mut tables = String::new();
        let mut years = BTreeSet::new();
        for (place, mut sheet) in std::mem::take(&mut self.sheets) {
            let drafted = table::draft(&place, &mut sheet, self.say);
            let kind = drafted.kind.map_or("unknown", kind::Kind::name);
            self.found.push(Found {
                file: table::called(&place),
                kind,
                used: drafted.used,
                of: sheet.columns.len(),
            });
            tables += &drafted.text;
            if !matches!(
                drafted.kind,
                Some(kind::Kind::Weather | kind::Kind::Programme)
            ) {
                years.extend(drafted.years);
            }
            self.asks.extend(drafted.asks);
        }
        let organic = self
            .areas
            .as_ref()
            .map(|(_, areas)| areas.years.clone())
            .unwrap_or_default();
        let periods = Periods::of(&years, &organic);
        let mut text = self.head(date);
        text += &self.boundaries();
        text += &self.parcels();
        if let Some(ask) = &periods.ask {
            let _ = writeln!(text, "\n# ??? {}", self.say.words(ask));
            self.asks.push(ask.clone());
        }
        text += &periods.text();
        text += &tables;
        for raster in rasters {
            text += &self.raster(raster);
        }
        Draft {
            text,
            found: self.found,
            asks: self.asks,
        }
    }
}

/// A name as an id: small Latin letters, digits and underscores.
fn id_of(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let name = name.rsplit_once('.').map_or(
        name,
        |(stem, ending)| if ending.len() <= 4 { stem } else { name },
    );
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let id = plain.split_whitespace().collect::<Vec<_>>().join("_");
    if id.is_empty() { "data".to_owned() } else { id }
}
