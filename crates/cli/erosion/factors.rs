//! R, K, C and P on the cells of the DEM: a number, a raster, or what they follow from.

mod cover;
mod grid;
mod practice;
mod rain;
mod soil;

use aimak_core::{Message, Raster, RasterFault};
use aimak_io::{problem::Problem, raster::whole_dem::WholeDem};
use aimak_science::erosion::water::{
    Surface,
    chain::{FactorMap, FactorMaps},
};

use self::cover::Cover;
use crate::{args, progress::Bars, voice::Voice};

/// The factors of a run.
pub struct Factors {
    erosivity: Factor,
    erodibility: Factor,
    cover: Factor,
    practice: Factor,
    /// What the surface is, where a table of classes tells it.
    pub surfaces: Option<Raster<Surface>>,
}

/// One factor and where it came from.
pub struct Factor {
    values: Values,
    /// Where it came from.
    pub origin: Origin,
    /// Blocks that could not be read; their cells are missing.
    faults: Vec<RasterFault>,
}

/// The values of a factor.
enum Values {
    /// The same everywhere.
    Number(f32),
    /// By cell.
    Grid(Raster<f32>),
}

/// Where the values of a factor came from, for `about.json`.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Origin {
    /// The number, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// The file, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// How cells were brought onto the grid of the DEM; nothing where they lay on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resampled: Option<&'static str>,
    /// Size of its own cells, in units of its own CRS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_cell: Option<[f64; 2]>,
    /// The equation or table that made the factor of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What the equation was given, where that is no file: parts of a soil, a practice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<String>,
    /// Whole years of rain behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<usize>,
    /// Rain of a year without snow, mm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rain_mm: Option<f64>,
}

impl Factor {
    /// The same number everywhere.
    fn number(number: f64) -> Self {
        Self {
            values: Values::Number(number as f32),
            origin: Origin {
                number: Some(number),
                ..Origin::default()
            },
            faults: Vec::new(),
        }
    }

    const fn map(&self) -> FactorMap<'_> {
        match &self.values {
            Values::Number(number) => FactorMap::Number(*number),
            Values::Grid(raster) => FactorMap::Grid(raster),
        }
    }
}

impl Factors {
    /// Reads the factors onto a grid.
    ///
    /// # Errors
    /// Every problem of all of them.
    pub fn read(
        args: &args::Erosion,
        dem: &WholeDem,
        bars: &Bars<'_>,
    ) -> Result<Self, Vec<Problem>> {
        let onto = &dem.grid;
        let mut found = Vec::new();
        let erosivity = kept(&mut found, rain::erosivity(args, onto, bars));
        let erodibility = kept(&mut found, soil::erodibility(args, onto, bars));
        let cover = kept(&mut found, Cover::read(args, onto, bars));
        let practice = args.practice.as_deref();
        let slopes = (&dem.heights, args.l_max);
        let practice = practice.map(|text| practice::practice(text, slopes, onto, bars));
        let practice = practice.map(|read| kept(&mut found, read));
        match (erosivity, erodibility, cover) {
            (Some(erosivity), Some(erodibility), Some(cover)) if found.is_empty() => Ok(Self {
                erosivity,
                erodibility,
                practice: practice
                    .flatten()
                    .or(cover.practice)
                    .unwrap_or_else(|| Factor::number(1.0)),
                cover: cover.factor,
                surfaces: cover.surfaces,
            }),
            _ => Err(found),
        }
    }

    /// The factors for the chain.
    pub fn maps(&self) -> FactorMaps<'_> {
        FactorMaps {
            erosivity: self.erosivity.map(),
            erodibility: self.erodibility.map(),
            cover: self.cover.map(),
            practice: self.practice.map(),
            surfaces: self.surfaces.as_ref(),
        }
    }

    /// Each by its symbol.
    pub const fn by_symbol(&self) -> [(&'static str, &Factor); 4] {
        [
            ("R", &self.erosivity),
            ("K", &self.erodibility),
            ("C", &self.cover),
            ("P", &self.practice),
        ]
    }

    /// True where any practice is claimed.
    pub fn has_practice(&self) -> bool {
        self.practice.origin.number != Some(1.0)
    }

    /// Says which factors were brought onto the grid of the DEM, and how, and what the rain was.
    pub fn say(&self, voice: &Voice) {
        for (symbol, factor) in self.by_symbol() {
            let origin = &factor.origin;
            if let Some((way, file)) = origin.resampled.zip(origin.file.as_deref()) {
                let said = Message::new(&format!("cli-erosion-{way}"));
                voice.say(&said.with("factor", symbol).with("file", file));
            }
        }
        if let Some((years, rain_mm)) = self
            .erosivity
            .origin
            .years
            .zip(self.erosivity.origin.rain_mm)
            && let Values::Number(erosivity) = self.erosivity.values
        {
            voice.say(
                &Message::new("cli-erosion-rain")
                    .with("years", years)
                    .with("rain", rain_mm)
                    .with("erosivity", f64::from(erosivity)),
            );
        }
    }

    /// Blocks that could not be read, as problems.
    pub fn gaps(&self) -> Vec<Problem> {
        let factors = self.by_symbol().into_iter();
        factors
            .flat_map(|(_, factor)| {
                let name = factor.origin.file.as_deref().unwrap_or_default();
                let problem = |fault: &RasterFault| {
                    Problem::error("factor-block", name).found(fault.to_string())
                };
                factor.faults.iter().map(problem).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// What was read; problems go to the others.
fn kept<T>(found: &mut Vec<Problem>, read: Result<T, Vec<Problem>>) -> Option<T> {
    read.map_err(|problems| found.extend(problems)).ok()
}
