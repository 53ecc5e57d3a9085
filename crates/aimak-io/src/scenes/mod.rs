//! Which satellite scenes lie here, on which grid, and what do their numbers mean?
//!
//! [`find`] walks through folders, by the names and metadata of USGS and ESA, or reads a table; nothing but metadata is opened.
//! [`open`] looks at the files of the bands that are needed, lays them onto one grid and hands science images to read.

mod found;
mod landsat;
mod metadata;
mod open;
mod product;
mod sentinel2;
mod table;
mod walk;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_science::spectral::Sensor;

use crate::problem::Problem;

pub use found::FoundScene;
pub use open::{BandUsed, Opened, Wanted, grid_of, onto, open};

/// Scenes below these folders and in this table, in order of date and name; remarks beside.
///
/// # Errors
/// Every problem of every scene, together.
pub fn find(
    places: &[PathBuf],
    table: Option<&Path>,
) -> Result<(Vec<FoundScene>, Vec<Problem>), Vec<Problem>> {
    let (mut scenes, mut problems) = (Vec::new(), Vec::new());
    let (files, faults) = walk::files(places);
    problems.extend(faults.iter().map(|(place, error)| {
        Problem::error("scenes-none", &place.display().to_string()).because_of(error)
    }));
    landsat::find(&files, &mut scenes, &mut problems);
    sentinel2::find(&files, &mut scenes, &mut problems);
    if let Some(table) = table {
        table::find(table, &mut scenes, &mut problems);
    }
    scenes.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    problems.extend(twice(&scenes));
    problems.extend(scenes.iter().find_map(drifted));
    if scenes.is_empty() && problems.is_empty() {
        let looked = places.iter().map(PathBuf::as_path).chain(table);
        let looked: Vec<String> = looked.map(|place| place.display().to_string()).collect();
        problems.push(Problem::error("scenes-none", &looked.join(", ")).found("0"));
    }
    if problems.iter().any(Problem::is_error) {
        return Err(problems);
    }
    Ok((scenes, problems))
}

/// First year in which Landsat 7 passed markedly earlier in the day than before: its orbit was no longer kept.
const DRIFTED_SINCE: i16 = 2017;

/// A remark on a scene of Landsat 7 whose orbit had drifted.
fn drifted(scene: &FoundScene) -> Option<Problem> {
    let late = scene.date.year() >= DRIFTED_SINCE && scene.sensor == Some(Sensor::Landsat7);
    let found = scene.date.to_string();
    late.then(|| Problem::warning("scene-drift", &scene.id).found(found))
}

/// Scenes that were found more than once: two looks of one overpass would pass for two clear days.
fn twice(scenes: &[FoundScene]) -> Vec<Problem> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for scene in scenes {
        match first.get(scene.key.as_str()) {
            Some(other) => problems.push(Problem::error("scene-twice", &scene.id).found(*other)),
            None => drop(first.insert(&scene.key, &scene.id)),
        }
    }
    problems
}
