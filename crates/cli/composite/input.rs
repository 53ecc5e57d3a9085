//! What is composed: scenes of folders, images of a table, or a stack.

use std::{collections::BTreeSet, path::PathBuf};

use aimak_io::{
    problem::Problem,
    raster::GdalRasters,
    scenes::{self, BandUsed, FoundScene, Wanted},
};
use aimak_science::spectral::{Harmonisation, HarmonisationFlag, Image};

use crate::{
    args::{self, Harmonise},
    digests::Digests,
    stack,
};

/// The images of a series, opened, in order of time.
pub struct Input {
    /// Reads them.
    pub source: GdalRasters,
    /// The images.
    pub images: Vec<Image>,
    /// How people call them.
    pub ids: Vec<String>,
    /// Their bands; empty for a stack.
    pub bands: Vec<Vec<BandUsed>>,
    /// Where their scale and offset come from, and the file that tells them.
    pub calibrations: Vec<(&'static str, Option<PathBuf>)>,
    /// Whether they are made comparable.
    pub harmonised: bool,
    /// What a person should look at.
    pub remarks: Vec<Problem>,
    /// Files that are no bands: those of the stack, or the table.
    others: Vec<PathBuf>,
}

impl Input {
    /// Opens what the command line names.
    pub fn of(args: &args::Composite) -> Result<Self, Vec<Problem>> {
        if let Some(name) = &args.stack {
            return Self::of_stack(args, name);
        }
        let (found, remarks) = scenes::find(&args.scenes, args.table.as_deref())?;
        let harmonised = harmonised(args.harmonise, &found)?;
        let wanted = Wanted {
            index: args.index,
            narrow_nir: harmonised,
            grid: args.grid.as_deref().map(scenes::grid_of).transpose()?,
            nearest: args.nearest,
        };
        let opened = scenes::open(&found, &wanted)?;
        Ok(Self {
            source: opened.source,
            images: opened.images,
            ids: found.iter().map(|scene| scene.id.clone()).collect(),
            bands: opened.bands,
            calibrations: found
                .iter()
                .map(|scene| (scene.calibration, scene.metadata.clone()))
                .collect(),
            harmonised,
            remarks,
            others: args.table.clone().into_iter().collect(),
        })
    }

    fn of_stack(args: &args::Composite, name: &str) -> Result<Self, Vec<Problem>> {
        if args.harmonise == Some(Harmonise::Oli) {
            return Err(vec![Problem::error("scene-sensor", name).found("—")]);
        }
        let mut stack = stack::open(name, args.dates.as_deref())?;
        stack.images.sort_by_key(|image| image.date);
        let ids = stack
            .images
            .iter()
            .map(|image| image.date.to_string())
            .collect();
        Ok(Self {
            source: stack.source,
            ids,
            bands: Vec::new(),
            calibrations: Vec::new(),
            images: stack.images,
            harmonised: false,
            remarks: Vec::new(),
            others: stack.files,
        })
    }

    /// How each image is made comparable.
    pub fn harmonisations(&self) -> Vec<Harmonisation> {
        let of = |image: &Image| match image.sensor.filter(|_| self.harmonised) {
            Some(sensor) => Harmonisation::ToOli(sensor),
            None => Harmonisation::None,
        };
        self.images.iter().map(of).collect()
    }

    /// What is to be said about that, once.
    pub fn flags(&self) -> BTreeSet<HarmonisationFlag> {
        let pairs = self.harmonisations().into_iter().zip(&self.images);
        pairs
            .flat_map(|(way, image)| super::flags_of(way, &image.values))
            .collect()
    }

    /// The sensors, sorted.
    pub fn sensors(&self) -> Vec<&'static str> {
        let known: BTreeSet<&str> = self
            .images
            .iter()
            .map(|image| image.sensor.map_or("—", |sensor| sensor.id()))
            .collect();
        known.into_iter().collect()
    }

    /// How many families of sensors there are.
    pub fn families(&self) -> usize {
        let families = self
            .images
            .iter()
            .filter_map(|image| Some(image.sensor?.family()));
        families.collect::<BTreeSet<_>>().len()
    }

    /// Files that are no bands, with their checksums: those of the stack, or the table.
    pub fn others(&self, digests: &Digests) -> Vec<serde_json::Value> {
        super::files(
            digests
                .iter()
                .filter(|(path, _)| self.others.contains(path)),
        )
    }

    /// The files that are read.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        let bands = self.bands.iter().flatten().map(|band| band.path.clone());
        let told = self
            .calibrations
            .iter()
            .filter_map(|(_, file)| file.clone());
        bands.chain(told).chain(self.others.iter().cloned())
    }
}

/// Whether the scenes are made comparable: if asked for, or if several families of sensors saw them.
fn harmonised(asked: Option<Harmonise>, scenes: &[FoundScene]) -> Result<bool, Vec<Problem>> {
    let unfit = || {
        scenes
            .iter()
            .filter(|scene| scene.sensor.is_none() || scene.is_index())
    };
    let families: BTreeSet<_> = scenes
        .iter()
        .filter_map(|scene| Some(scene.sensor?.family()))
        .collect();
    match asked {
        Some(Harmonise::None) => Ok(false),
        Some(Harmonise::Oli) if unfit().next().is_some() => {
            let problem = |scene: &FoundScene| Problem::error("scene-sensor", &scene.id).found("—");
            Err(unfit().map(problem).collect())
        }
        Some(Harmonise::Oli) => Ok(true),
        None => Ok(families.len() > 1 && unfit().next().is_none()),
    }
}
