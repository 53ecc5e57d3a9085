//! Opens the layers of a question about degradation and tells what does not fit.

use std::path::Path;

use aimak_core::{Message, RasterLayer, RasterSource};
use aimak_io::{problem::Problem, raster::GdalRasters, zonal::Direct};
use aimak_science::{
    degradation::{
        legend::{CoverRules, Legend},
        maps::{Degradation, LandCover, Misfit, Periods, SoilCarbon},
        one_out_all_out::MissingRule,
        transition_matrix::TransitionMatrix,
        windows::{Period, Years as Span},
    },
    trend::maps::{Images, Years},
};

use crate::{args, crs, dates};

/// Everything that is read before the first pixel.
pub struct Layers {
    source: GdalRasters,
    productivity: (RasterLayer, Years),
    land_cover: Option<(RasterLayer, Years)>,
    soil_carbon: Option<(RasterLayer, Option<Years>)>,
    soil_units: Option<RasterLayer>,
    rules: CoverRules,
}

impl Layers {
    /// Opens all rasters, legend and matrix.
    ///
    /// # Errors
    /// Every problem together.
    pub fn open(args: &args::Degradation, zones_crs: &str) -> Result<Self, Vec<Problem>> {
        let rules = rules(args);
        let named = [
            ("productivity", Some(&args.productivity)),
            ("land_cover", args.land_cover.as_ref()),
            ("soil_carbon", args.soil_carbon.as_ref()),
            ("soil_units", args.soil_units.as_ref()),
        ];
        let rasters: Vec<Direct<'_>> = named
            .iter()
            .filter_map(|(id, name)| {
                let name = name.as_ref()?.as_str();
                let band = None;
                Some(Direct { id, name, band })
            })
            .collect();
        let (source, mut layers) = match (aimak_io::zonal::direct(&rasters, zones_crs), &rules) {
            (Ok(opened), Ok(_)) => opened,
            (opened, rules) => {
                let found = [opened.err(), rules.as_ref().err().cloned()];
                return Err(found.into_iter().flatten().flatten().collect());
            }
        };
        name_crs_alike(&mut layers);
        let layer = |id: &str| layers.iter().find(|layer| layer.id == id).cloned();
        let mut problems = Vec::new();
        let mut dated = |id, option, given: &Option<String>| {
            let layer = layer(id)?;
            let years = years(&layer, option, given.as_deref());
            let years = years.map_err(|problem| problems.push(problem)).ok()?;
            Some((layer, years))
        };
        let productivity = dated("productivity", "--dates", &args.dates);
        let land_cover = dated("land_cover", "--land-cover-dates", &args.land_cover_dates);
        let soil_carbon = match layer("soil_carbon") {
            // one map needs no date: it is that of the first year of the land cover
            Some(layer) if layer.bands.len() == 1 => Some((layer, None)),
            _ => dated(
                "soil_carbon",
                "--soil-carbon-dates",
                &args.soil_carbon_dates,
            )
            .map(|(layer, years)| (layer, Some(years))),
        };
        match (productivity, rules) {
            (Some(productivity), Ok(rules)) if problems.is_empty() => Ok(Self {
                source,
                productivity,
                land_cover,
                soil_carbon,
                soil_units: layer("soil_units"),
                rules,
            }),
            _ => Err(problems),
        }
    }

    /// The question, checked.
    ///
    /// # Errors
    /// Everything that does not fit, together.
    pub fn question(&self, args: &args::Degradation) -> Result<Degradation<'_>, Vec<Problem>> {
        let periods = periods(args, &self.productivity.1).map_err(|problem| vec![problem])?;
        let mut parameters = args.variant.parameters();
        if args.any_available {
            parameters.missing = MissingRule::AnyAvailable;
        }
        let question = Degradation {
            productivity: self.images(&self.productivity.0, &self.productivity.1),
            land_cover: self.land_cover.as_ref().map(|(layer, years)| LandCover {
                images: self.images(layer, years),
                rules: &self.rules,
            }),
            soil_carbon: self.soil_carbon(args).map_err(|problem| vec![problem])?,
            soil_units: self
                .soil_units
                .as_ref()
                .map(|layer| (layer, &self.source as &dyn RasterSource)),
            periods,
            parameters,
        };
        question
            .check()
            .map_err(|misfits| misfits.iter().map(|m| told(args, m)).collect::<Vec<_>>())?;
        Ok(question)
    }

    fn images<'a>(&'a self, layer: &'a RasterLayer, years: &'a Years) -> Images<'a> {
        Images {
            layer,
            source: &self.source,
            years,
        }
    }

    fn soil_carbon(&self, args: &args::Degradation) -> Result<Option<SoilCarbon<'_>>, Problem> {
        let wrong = |code| {
            let name = args.soil_carbon.as_deref().unwrap_or_default();
            Problem::error(code, name)
        };
        Ok(match (&self.soil_carbon, args.climate) {
            (None, _) => None,
            (Some((layer, Some(years))), None) => Some(SoilCarbon::Maps(self.images(layer, years))),
            (Some((layer, None)), Some(zone)) => Some(SoilCarbon::Modelled {
                layer,
                source: &self.source,
                zone,
            }),
            (Some((_, None)), None) => return Err(wrong("degradation-one-carbon-map").found("1")),
            (Some((layer, Some(_))), Some(_)) => {
                let bands = layer.bands.len().to_string();
                return Err(wrong("degradation-climate").found(bands));
            }
        })
    }

    /// The grid of the answer.
    pub const fn grid(&self) -> &aimak_core::Grid {
        &self.productivity.0.grid
    }

    /// Years and number of images of productivity.
    pub fn images_and_years(&self) -> (usize, usize) {
        let (layer, years) = &self.productivity;
        (layer.bands.len(), years.years.len())
    }

    /// Reads the rasters.
    pub const fn source(&self) -> &GdalRasters {
        &self.source
    }
}

/// Gives layers that are in one CRS the same name for it, that of the first: science compares names.
fn name_crs_alike(layers: &mut [RasterLayer]) {
    let Some((first, others)) = layers.split_first_mut() else {
        return;
    };
    let known = &first.grid.crs;
    for layer in others {
        if aimak_io::raster::same_crs(known, &layer.grid.crs) {
            layer.grid.crs.clone_from(known);
        }
    }
}

/// Years of a layer.
fn years(layer: &RasterLayer, option: &str, given: Option<&str>) -> Result<Years, Problem> {
    let wrong = |mut problem: Problem| {
        option.clone_into(&mut problem.file);
        problem.hinting(Message::new("hint-dates-option").with("option", option))
    };
    let dates = dates::of(given, layer).map_err(wrong)?;
    Years::of(&dates).ok_or_else(|| wrong(Problem::error("trend-dates", option).found("—")))
}

/// Legend and matrix.
fn rules(args: &args::Degradation) -> Result<CoverRules, Vec<Problem>> {
    let legend = match args.legend.as_str() {
        "esa-cci" => Ok(Legend::esa_cci()),
        "worldcover" => Ok(Legend::esa_worldcover()),
        "unccd7" => Ok(Legend::unccd()),
        file => aimak_io::land_cover::legend(Path::new(file)),
    };
    let matrix = match args.matrix.as_str() {
        "unccd" => Ok(TransitionMatrix::unccd_default()),
        "kyrgyz-pasture" => Ok(TransitionMatrix::kyrgyz_pasture()),
        file => aimak_io::land_cover::matrix(Path::new(file)),
    };
    let (legend, matrix) = match (legend, matrix) {
        (Ok(legend), Ok(matrix)) => (legend, matrix),
        (legend, matrix) => {
            let found = [legend.err(), matrix.err()];
            return Err(found.into_iter().flatten().flatten().collect());
        }
    };
    let known = matrix.legend().join(", ");
    CoverRules::new(&legend, matrix).map_err(|unknown| {
        let known = Message::new("expected-one-of").with("known", known);
        let problem = Problem::error("legend-classes", &args.legend);
        vec![problem.found(unknown.join(", ")).expecting(known)]
    })
}

/// The periods asked for; without any the window that ends with the last year of the series.
fn periods(args: &args::Degradation, years: &Years) -> Result<Periods, Problem> {
    let period = |option: &str, window: Span| {
        let found = format!("{}-{} ({})", window.first, window.last, window.count());
        Period::of(window).ok_or_else(|| Problem::error("degradation-window", option).found(found))
    };
    let last = years.whole().last().copied().unwrap_or_default();
    let whole = Span {
        first: last - 15,
        last,
    };
    let reporting = period("--reporting", args.reporting.unwrap_or(whole))?;
    let Some(baseline) = args.baseline else {
        return Ok(Periods {
            baseline: None,
            reporting,
        });
    };
    let baseline = period("--baseline", baseline)?;
    let compared = |period: &Period| format!("{}-{}", period.compared.first, period.compared.last);
    let found = format!("{}, {}", compared(&baseline), compared(&reporting));
    let order = || Problem::error("degradation-periods", "--reporting").found(found);
    Ok(Periods {
        reporting: reporting.after(&baseline).ok_or_else(order)?,
        baseline: Some(baseline),
    })
}

/// Years as a list, runs of them joined.
fn listed(years: &[i32]) -> String {
    let rows: Vec<usize> = years
        .iter()
        .filter_map(|y| usize::try_from(*y).ok())
        .collect();
    aimak_io::problem::spans(&rows)
}

fn years_missing(years: &[i32]) -> Message {
    Message::new("cause-years-missing").with("years", listed(years))
}

/// The file behind a layer.
fn file<'a>(args: &'a args::Degradation, layer: &str) -> &'a str {
    let named = match layer {
        "land_cover" => args.land_cover.as_deref(),
        "soil_carbon" => args.soil_carbon.as_deref(),
        "soil_units" => args.soil_units.as_deref(),
        _ => Some(args.productivity.as_str()),
    };
    named.unwrap_or_default()
}

/// A misfit as a problem.
fn told(args: &args::Degradation, misfit: &Misfit) -> Problem {
    let within = |id: &str, span: &Span| {
        Message::new(id)
            .with("first", span.first.to_string())
            .with("last", span.last.to_string())
    };
    match misfit {
        Misfit::YearsMissing { window, missing } => {
            Problem::error("degradation-years", &args.productivity)
                .because([years_missing(missing)])
                .expecting(within("expected-degradation-years", window))
        }
        Misfit::OtherCrs {
            layer,
            found,
            expected,
        } => Problem::error("degradation-crs", file(args, layer))
            .found(crs::short(found))
            .expecting(Message::new("expected-degradation-crs").with("crs", crs::short(expected))),
        Misfit::TooFewMaps {
            layer,
            period,
            found,
        } => Problem::error("degradation-maps", file(args, layer))
            .found(listed(found))
            .expecting(within("expected-degradation-maps", period)),
        Misfit::CoverNotAnnual { missing } => {
            let name = args.land_cover.as_deref().unwrap_or("--land-cover");
            let problem = Problem::error("degradation-cover-not-annual", name);
            if missing.is_empty() {
                problem.found("—")
            } else {
                problem.because([years_missing(missing)])
            }
        }
    }
}
