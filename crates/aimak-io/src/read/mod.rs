//! From a project file to a survey, or to the list of everything that is wrong with it.

mod aimaks;
pub mod answers;
mod basemap;
pub mod carbon_pairs;
pub(crate) mod cells;
pub mod counts;
mod csv;
mod date_columns;
pub(crate) mod dates;
mod degrees;
mod earlier;
mod farms;
pub mod field_pairs;
pub(crate) mod flaws;
mod form;
mod laboratory;
mod lost;
mod managed_fields;
mod mapping;
pub mod occurrences;
pub mod panel;
mod parcels;
pub mod passports;
pub mod pilot;
mod place_columns;
mod places;
mod plots;
pub(crate) mod points;
mod programme;
mod questionnaires;
pub mod rotation_sheet;
mod sheet;
mod soil;
mod soil_carbon;
pub mod soil_sheet;
mod species;
mod species_list;
mod species_lists;
mod species_names;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod tier1_record;
pub mod tier1_sheet;
pub(crate) mod tier1_words;
mod units_row;
pub(crate) mod value;
pub(crate) mod vector;
mod visits;
pub mod water;
mod weather;
pub mod wind;

use std::path::Path;

use aimak_core::{
    AimakCode, Message, Progress, Project, Questionnaire, RasterSource as _, Source, Survey,
    Weather, YearlyFigure,
};
use geo::{BoundingRect as _, Intersects as _, MultiPolygon};

pub use basemap::{BaseFeature, Basemap};
pub use earlier::{Earlier, earlier};
pub(crate) use mapping::no_field;
pub use passports::Passports;
use places::Places;

use crate::{
    digest,
    problem::Problem,
    project::{self, ProjectFile},
    raster::{self, GdalRasters},
};

/// A project read, checked and placed in one CRS.
#[derive(Debug)]
pub struct Loaded {
    /// The survey.
    pub survey: Survey,
    /// Its pixels.
    pub rasters: GdalRasters,
    /// Outlines in longitude and latitude, for maps, in the order of the aimaks.
    pub outlines_wgs84: Vec<(AimakCode, MultiPolygon<f64>)>,
    /// What lies around the areas on a map.
    pub basemap: Basemap,
    /// Eco-passports with their photos.
    pub passports: Passports,
    /// What a person should look at although the work goes on.
    pub remarks: Vec<Problem>,
}

/// Reads everything the project file names. Writes nothing.
///
/// # Errors
/// Every problem of every input, together, where at least one of them is an error.
pub fn load(project_file: &Path, progress: &dyn Progress) -> Result<Loaded, Vec<Problem>> {
    let read = project::read(project_file)?;
    let mut reading = Reading::of(read);
    progress.begin(
        Message::new("stage-read"),
        2 + reading.file.tables.len() + reading.file.rasters.len(),
    );
    if !reading.working_crs_is_metric(project_file) {
        return Err(reading.problems);
    }
    let boundaries = reading.boundaries();
    progress.advance(1);
    let parcels = reading.parcels(&boundaries.aimaks);
    progress.advance(1);
    let (plots, mut exclusions) = reading.plots(
        &Places::new(&boundaries.aimaks),
        parcels.as_deref(),
        progress,
    );
    let (species_list, unused) = reading.species_lists.finish(&plots);
    reading.problems.extend(unused);
    let mut passports = reading.passports(&boundaries.aimaks);
    exclusions.append(&mut passports.exclusions);
    let (rasters, layers) = reading.rasters(&boundaries.aimaks, progress);
    let outlines = boundaries.outlines_wgs84.iter().map(|(_, outline)| outline);
    let basemap = reading.basemap(outlines);
    reading.sources.sort_by(|a, b| a.id.cmp(&b.id));
    if reading.problems.iter().any(Problem::is_error) {
        return Err(reading.problems);
    }
    let periods = reading
        .file
        .periods
        .iter()
        .filter_map(project::PeriodSpec::period)
        .collect();
    let survey = Survey {
        project: project_of(&reading.file),
        aimaks: boundaries.aimaks,
        parcels,
        periods,
        plots,
        species_list,
        farms: reading.farms.finish(),
        managed_fields: reading.managed_fields.finish(),
        questionnaires: reading.questionnaires,
        earlier: Vec::new(),
        earlier_figures: Vec::new(),
        programme: reading.programme,
        weather: reading.weather,
        rasters: layers,
        passports: passports.published.clone(),
        sources: reading.sources,
        exclusions,
    };
    Ok(Loaded {
        survey,
        rasters,
        outlines_wgs84: boundaries.outlines_wgs84,
        basemap,
        passports,
        remarks: reading.problems,
    })
}

/// What is being read, and what was found wrong so far.
struct Reading {
    base: std::path::PathBuf,
    file: ProjectFile,
    problems: Vec<Problem>,
    sources: Vec<Source>,
    weather: Vec<Weather>,
    farms: farms::Farms,
    questionnaires: Vec<Questionnaire>,
    programme: Vec<YearlyFigure>,
    species_lists: species_lists::SpeciesLists,
    managed_fields: managed_fields::ManagedFields,
}

impl Reading {
    /// Nothing read yet but the project file.
    fn of(read: project::ProjectRead) -> Self {
        Self {
            base: read.base_dir,
            file: read.file,
            problems: read.problems,
            sources: Vec::new(),
            weather: Vec::new(),
            farms: farms::Farms::default(),
            questionnaires: Vec::new(),
            programme: Vec::new(),
            species_lists: species_lists::SpeciesLists::default(),
            managed_fields: managed_fields::ManagedFields::default(),
        }
    }

    /// Areas and distances are measured in the working CRS: it must exist, and be in metres.
    fn working_crs_is_metric(&mut self, project_file: &Path) -> bool {
        let crs = &self.file.project.crs;
        let reference = gdal::spatial_ref::SpatialRef::from_definition(crs);
        let metric = reference.is_ok_and(|crs| crs.is_projected() && crs.linear_units() == 1.0);
        let known = proj::Proj::new_known_crs("EPSG:4326", crs, None).is_ok();
        if !(metric && known) {
            let problem = Problem::error("working-crs", &project::label(project_file));
            self.problems
                .push(problem.in_column("project.crs").found(crs.as_str()));
        }
        metric && known
    }

    /// Notes a file as a source; an unreadable one is a problem.
    fn source(
        &mut self,
        id: &str,
        path: &str,
        licence: Option<&String>,
        citation: Option<&String>,
    ) -> bool {
        match digest::sha256_file(&self.base.join(path)) {
            Ok((sha256, bytes)) => {
                let (id, path) = (id.to_owned(), path.to_owned());
                let (licence, citation) = (licence.cloned(), citation.cloned());
                self.sources.push(Source {
                    id,
                    path,
                    sha256,
                    bytes,
                    licence,
                    citation,
                });
                true
            }
            Err(error) => {
                self.problems
                    .push(Problem::error("unreadable", path).because_of(&error));
                false
            }
        }
    }

    /// Opens the rasters; each must meet the boundaries.
    fn rasters(
        &mut self,
        aimaks: &[aimak_core::Aimak],
        progress: &dyn Progress,
    ) -> (GdalRasters, Vec<aimak_core::RasterLayer>) {
        let specs = self.file.rasters.clone();
        let (rasters, layers, sources, problems) =
            raster::open(&specs, &self.base, &self.file.project.crs);
        progress.advance(specs.len());
        self.sources.extend(sources);
        self.problems.extend(problems);
        for layer in &layers {
            let grid = &layer.grid;
            let frame = geo::Rect::new((grid.left, grid.bottom()), (grid.right(), grid.top));
            let meets = |aimak: &aimak_core::Aimak| {
                let shape = rasters.to_grid(layer, &aimak.outline).ok();
                shape
                    .and_then(|shape| shape.bounding_rect())
                    .is_some_and(|bounds| bounds.intersects(&frame))
            };
            if !aimaks.is_empty() && !aimaks.iter().any(meets) {
                let spec = specs.iter().find(|spec| spec.id == layer.id);
                let name = spec
                    .and_then(|spec| spec.file.as_ref().or(spec.files.as_ref()))
                    .cloned()
                    .unwrap_or_default();
                let found = format!(
                    "{:.4} … {:.4}, {:.4} … {:.4} ({})",
                    grid.left,
                    grid.right(),
                    grid.bottom(),
                    grid.top,
                    grid.crs
                );
                self.problems
                    .push(Problem::error("raster-no-overlap", &name).found(found));
            }
        }
        (rasters, layers)
    }
}

/// The project as the survey knows it.
fn project_of(file: &ProjectFile) -> Project {
    let spec = &file.project;
    Project {
        id: spec.id.clone(),
        title: spec.title.clone(),
        simulated: spec.simulated,
        notice: spec.notice.clone(),
        languages: spec.languages.clone(),
        crs: spec.crs.clone(),
        seed: spec.seed,
        min_group: file.disclosure.min_group as u64,
        edition: spec.edition.clone(),
        publication: file.publication.clone(),
        indicators: file.indicators.include.clone(),
        relevant_change: file.indicators.relevant_change.clone(),
        land_degradation: file.land_degradation,
        water_erosion: file.water_erosion,
        effects: file.effects.clone(),
    }
}
