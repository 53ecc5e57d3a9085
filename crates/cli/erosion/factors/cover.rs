//! C: given, by class of land cover, or from NDVI.

use std::{collections::BTreeSet, path::Path};

use aimak_core::{Grid, Raster};
use aimak_io::{
    problem::Problem,
    raster::onto_grid::{OntoGrid, Sampling},
    read::water::land_classes,
};
use aimak_science::erosion::water::{
    Surface,
    cover::{CoverTable, LandClass},
};
use ndarray::Zip;

use super::{
    Factor, Values,
    grid::{self, Range},
};
use crate::{args, progress::Bars};

/// Classes without a row that are listed.
const LISTED: usize = 12;

/// C, and what a table of classes says besides.
pub struct Cover {
    pub factor: Factor,
    pub practice: Option<Factor>,
    pub surfaces: Option<Raster<Surface>>,
}

impl From<Factor> for Cover {
    fn from(factor: Factor) -> Self {
        Self {
            factor,
            practice: None,
            surfaces: None,
        }
    }
}

impl Cover {
    /// Reads C onto a grid.
    ///
    /// # Errors
    /// Every problem of the table or the raster, cells outside their range, classes without a row.
    pub fn read(args: &args::Erosion, onto: &Grid, bars: &Bars<'_>) -> Result<Self, Vec<Problem>> {
        match (&args.cover_table, args.cover_ndvi) {
            (Some(table), _) => Self::of_classes(args, table, onto, bars),
            (None, Some(curve)) => of_greenness(args, curve, onto, bars).map(Self::from),
            (None, None) => Range::COVER.factor(&args.cover, onto, bars).map(Self::from),
        }
    }

    fn of_classes(
        args: &args::Erosion,
        table: &Path,
        onto: &Grid,
        bars: &Bars<'_>,
    ) -> Result<Self, Vec<Problem>> {
        let name = table.display().to_string();
        raster_wanted(args)?;
        let by_class = land_classes(table)?;
        if by_class.knows_practices() && args.practice.is_some() {
            return Err(vec![
                Problem::error("erosion-practice-twice", &name).found("--practice"),
            ]);
        }
        let read = grid::raster(&args.cover, onto, Sampling::Nearest, bars)?;
        let unknown = unknown(&by_class, &read.values);
        if !unknown.is_empty() {
            return Err(vec![
                Problem::error("land-class-unknown", &name).found(listed(&unknown)),
            ]);
        }
        let factor = |value: &dyn Fn(LandClass) -> Option<f64>| Factor {
            values: Values::Grid(of_class(&by_class, &read, value)),
            origin: super::Origin {
                by: Some(name.clone()),
                ..grid::origin(&args.cover, &read, Sampling::Nearest)
            },
            faults: read.faults.clone(),
        };
        let practices = by_class.knows_practices();
        Ok(Self {
            factor: factor(&|class| class.cover),
            // a class without P has no practice
            practice: practices.then(|| factor(&|class| Some(class.practice.unwrap_or(1.0)))),
            surfaces: Some(surfaces(&by_class, &read)),
        })
    }
}

/// C from NDVI. Water and snow, below 0, have none.
fn of_greenness(
    args: &args::Erosion,
    curve: args::Curve,
    onto: &Grid,
    bars: &Bars<'_>,
) -> Result<Factor, Vec<Problem>> {
    raster_wanted(args)?;
    let read = grid::raster(&args.cover, onto, Sampling::Bilinear, bars)?;
    Range::NDVI.check(&args.cover, &read.values)?;
    let mut origin = grid::origin(&args.cover, &read, Sampling::Bilinear);
    origin.by = Some(curve.equation().id.to_owned());
    let OntoGrid {
        mut values, faults, ..
    } = read;
    Zip::from(&mut values.values)
        .and(&mut values.valid)
        .for_each(|value, valid| match curve.cover((*value).into()) {
            Some(cover) if *valid => *value = cover as f32,
            _ => *valid = false,
        });
    Ok(Factor {
        values: Values::Grid(values),
        origin,
        faults,
    })
}

/// Classes and NDVI are rasters; a number is C itself.
fn raster_wanted(args: &args::Erosion) -> Result<(), Vec<Problem>> {
    match args.cover.parse::<f64>() {
        Ok(_) => Err(vec![
            Problem::error("erosion-cover-number", "--cover").found(args.cover.as_str()),
        ]),
        Err(_) => Ok(()),
    }
}

/// Classes of the map that the table does not know.
fn unknown(table: &CoverTable, classes: &Raster<f32>) -> BTreeSet<i64> {
    let cells = classes.values.iter().zip(&classes.valid);
    let mut seen: Option<i64> = None;
    let mut unknown = BTreeSet::new();
    for (code, _) in cells.filter(|(_, valid)| **valid) {
        let code = *code as i64;
        // neighbours are mostly of one class
        if seen != Some(code) && table.class(code).is_none() {
            unknown.insert(code);
        }
        seen = Some(code);
    }
    unknown
}

fn listed(codes: &BTreeSet<i64>) -> String {
    let shown: Vec<String> = codes.iter().take(LISTED).map(ToString::to_string).collect();
    let more = codes.len() - shown.len();
    let shown = shown.join(", ");
    if more > 0 {
        format!("{shown} … (+{more})")
    } else {
        shown
    }
}

/// What the classes of a map say, cell by cell.
fn of_class(
    table: &CoverTable,
    read: &OntoGrid,
    value: &dyn Fn(LandClass) -> Option<f64>,
) -> Raster<f32> {
    let of = |code: &f32, valid: &bool| -> Option<f64> {
        valid
            .then(|| table.class(*code as i64))
            .flatten()
            .and_then(value)
    };
    let (codes, known) = (&read.values.values, &read.values.valid);
    Raster {
        values: Zip::from(codes)
            .and(known)
            .map_collect(|code, valid| of(code, valid).unwrap_or_default() as f32),
        valid: Zip::from(codes)
            .and(known)
            .map_collect(|code, valid| of(code, valid).is_some()),
    }
}

fn surfaces(table: &CoverTable, read: &OntoGrid) -> Raster<Surface> {
    let surface = |code: &f32| {
        let class = table.class(*code as i64);
        class.map(|class| class.surface).unwrap_or_default()
    };
    Raster {
        values: read.values.values.map(surface),
        valid: read.values.valid.clone(),
    }
}
