//! Plan, units, partials, merge: the same bytes for any number of threads.
//!
//! [`plan`] lists small units that hold names only, no handle, path or closure, so another process could run them. A unit
//! depends on the survey and the raster source alone. [`merge`] folds the partial results in the order of the plan, not in
//! the order in which they were finished.

mod assessment;
mod erosion;
mod erosion_maps;
mod maps;
mod pixels;
mod plan;

use std::collections::BTreeMap;

use aimak_core::{Finding, Message, Progress, RasterSource, Subject, Survey};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    indicators::{DegradationFigure, Indicator, Measure, Recorded, by_id},
    land,
    studies::{
        Observed as _,
        area::{self, AreaResults},
        default_method::{self, Assumed},
        degradation::ZoneDegradation,
        difference,
        plots::{Plots, ValueOf},
        profile::{self, ZoneSlopes},
        series::{Series, ZoneBands},
        soil_loss::ZoneLoss,
        support::Support,
        together::{Again, Together},
        trend,
    },
};
use assessment::Assessment;
pub use maps::MapSources;
pub use plan::{Unit, plan};

/// Which visit of a period speaks for a plot.
const LAST_VISIT: &[(&str, &str)] = &[("visit", "last_of_period")];

/// The job was interrupted and produced nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl std::fmt::Display for Cancelled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("interrupted")
    }
}

impl std::error::Error for Cancelled {}

/// What one unit found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Partial {
    /// One indicator in one aimak, from plots.
    Plots(AreaResults),
    /// Means of every band of a layer over every zone.
    Bands(Vec<ZoneBands>),
    /// Land degradation of every zone.
    Degradation(Vec<ZoneDegradation>),
    /// Soil loss of every zone.
    SoilLoss(Vec<ZoneLoss>),
    /// Terrain of every zone.
    Slopes(Vec<ZoneSlopes>),
    /// What the default method assumes on every land.
    DefaultMethod(Vec<Assumed>),
}

/// Computes every finding of a survey, sorted by [`Finding::key`].
///
/// # Errors
/// [`Cancelled`] where `progress` asked to stop.
pub fn run(
    survey: &Survey,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Result<Vec<Finding>, Cancelled> {
    let units = plan(survey);
    progress.begin(Message::new("stage-indicators"), units.len());
    let partials: Result<Vec<Partial>, Cancelled> = units
        .par_iter()
        .map(|unit| {
            if progress.cancelled() {
                return Err(Cancelled);
            }
            let partial = run_unit(unit, survey, source, progress);
            progress.advance(1);
            Ok(partial)
        })
        .collect();
    // an interrupted raster pass ends early with part of its pixels: its partial must not be merged
    let partials = partials?;
    if progress.cancelled() {
        Err(Cancelled)
    } else {
        Ok(merge(survey, &units, &partials))
    }
}

/// Runs one unit.
pub fn run_unit(
    unit: &Unit,
    survey: &Survey,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Partial {
    match unit {
        Unit::Plots {
            indicator,
            aimak,
            target_coverage,
        } => {
            let indicator =
                by_id(indicator).expect("invariant: the plan names indicators of the registry");
            let aimak = survey
                .aimak(aimak)
                .expect("invariant: the plan names aimaks of the survey");
            let organic_share = land::organic_share(survey, &aimak.code);
            let results = |observed: &dyn crate::studies::Observed| {
                area::results(survey, indicator, aimak, observed)
            };
            Partial::Plots(match &indicator.measure {
                Measure::PlotMean {
                    recorded,
                    value,
                    parameters,
                } => results(&Plots {
                    survey,
                    recorded: *recorded,
                    value: ValueOf::Visit(*value),
                    parameters,
                    organic_share,
                }),
                Measure::PlotPair {
                    recorded,
                    value,
                    parameters,
                } => results(&Plots {
                    survey,
                    recorded: *recorded,
                    value: ValueOf::AgainstBaseline(*value),
                    parameters,
                    organic_share,
                }),
                Measure::Marked(mark) => results(&Plots {
                    survey,
                    recorded: Recorded::Species,
                    value: ValueOf::Marked(*mark),
                    parameters: LAST_VISIT,
                    organic_share,
                }),
                Measure::Turnover(measure) => results(&Plots {
                    survey,
                    recorded: Recorded::Species,
                    value: ValueOf::Turnover(*measure),
                    parameters: LAST_VISIT,
                    organic_share,
                }),
                Measure::Support => results(&Support::of(survey)),
                Measure::Together {
                    recorded,
                    value,
                    reach,
                } => results(&Together {
                    survey,
                    recorded: *recorded,
                    value: *value,
                    target: *target_coverage,
                    again: if reach.is_some() {
                        Again::Species
                    } else {
                        Again::Plots
                    },
                }),
                Measure::Series(_)
                | Measure::Trend(_)
                | Measure::Degradation(_)
                | Measure::SoilLoss(_)
                | Measure::Profile(_)
                | Measure::DefaultMethod => {
                    unreachable!("invariant: neither pixels nor defaults are planned as plots")
                }
            })
        }
        Unit::Bands { layer } => Partial::Bands(pixels::bands(
            survey,
            pixels::layer(survey, layer),
            source,
            progress,
        )),
        // an interrupted pass has no areas, and its partial is not merged
        Unit::Degradation => {
            Partial::Degradation(pixels::degradation(survey, source, progress).unwrap_or_default())
        }
        Unit::SoilLoss => {
            Partial::SoilLoss(erosion::losses(survey, source, progress).unwrap_or_default())
        }
        Unit::DefaultMethod => Partial::DefaultMethod(default_method::assumed(survey)),
        Unit::Slopes { layer } => Partial::Slopes(pixels::slopes(
            survey,
            pixels::layer(survey, layer),
            source,
            progress,
        )),
    }
}

/// Folds partial results, given in the order of their units, into findings.
pub fn merge(survey: &Survey, units: &[Unit], partials: &[Partial]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for indicator in plan::wanted(survey) {
        match &indicator.measure {
            Measure::PlotMean { .. }
            | Measure::PlotPair { .. }
            | Measure::Marked(_)
            | Measure::Turnover(_)
            | Measure::Together { .. }
            | Measure::Support => {
                let areas: Vec<AreaResults> = plots_of(indicator, units, partials);
                findings.extend(of_areas(survey, indicator, areas));
            }
            Measure::SoilLoss(figure) => {
                findings.extend(erosion::findings(
                    survey, indicator, *figure, units, partials,
                ));
            }
            Measure::DefaultMethod => {
                let assumed = partials.iter().filter_map(|partial| match partial {
                    Partial::DefaultMethod(assumed) => Some(assumed),
                    _ => None,
                });
                let finding = |assumed| default_method::finding(survey, indicator, assumed);
                findings.extend(assumed.flatten().map(finding));
            }
            Measure::Series(_)
            | Measure::Trend(_)
            | Measure::Degradation(_)
            | Measure::Profile(_) => {
                findings.extend(of_pixels(survey, indicator, units, partials));
            }
        }
    }
    tell_shares(survey, &mut findings);
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings
}

/// Puts the share of organic land beside every figure of an aimak.
fn tell_shares(survey: &Survey, findings: &mut [Finding]) {
    let share = |aimak: &aimak_core::Aimak| {
        (
            aimak.code.clone(),
            land::treated_share_percent(survey, &aimak.code),
        )
    };
    let shares: BTreeMap<_, _> = survey.aimaks.par_iter().map(share).collect();
    for finding in findings {
        if let Subject::Aimak(code) = &finding.subject {
            finding.treated_share_percent = shares.get(code).copied().flatten();
        }
    }
}

/// The areas' results of an indicator from plots.
fn plots_of(indicator: &Indicator, units: &[Unit], partials: &[Partial]) -> Vec<AreaResults> {
    let of_indicator = |(unit, partial): (&Unit, &Partial)| match (unit, partial) {
        (Unit::Plots { indicator: id, .. }, Partial::Plots(area)) if *id == indicator.card.id => {
            Some(area.clone())
        }
        _ => None,
    };
    units
        .iter()
        .zip(partials)
        .filter_map(of_indicator)
        .collect()
}

/// Findings of areas, alone and compared.
fn of_areas(
    survey: &Survey,
    indicator: &'static Indicator,
    areas: Vec<AreaResults>,
) -> Vec<Finding> {
    let compared = difference::findings(survey, indicator, &areas);
    areas
        .into_iter()
        .flat_map(|area| area.findings)
        .chain(compared)
        .collect()
}

/// Findings of an indicator from pixels.
fn of_pixels(
    survey: &Survey,
    indicator: &'static Indicator,
    units: &[Unit],
    partials: &[Partial],
) -> Vec<Finding> {
    if let Measure::Degradation(figure) = indicator.measure {
        return of_degradation(survey, indicator, figure, units, partials);
    }
    let wanted = plan::layer_of(survey, indicator).map(|layer| layer.id.as_str());
    let fits = |(unit, _): &(&Unit, &Partial)| matches!(unit, Unit::Bands { layer } | Unit::Slopes { layer } if Some(layer.as_str()) == wanted);
    match (units.iter().zip(partials).find(fits), &indicator.measure) {
        (Some((Unit::Bands { layer }, Partial::Bands(zones))), measure) => {
            let series = Series {
                survey,
                layer: pixels::layer(survey, layer),
                zones,
            };
            match measure {
                Measure::Trend(_) => of_trend(indicator, &series),
                _ => of_series(indicator, &series),
            }
        }
        (Some((Unit::Slopes { layer }, Partial::Slopes(zones))), Measure::Profile(figure)) => {
            let layer = pixels::layer(survey, layer);
            let of_zone =
                |zone: &ZoneSlopes| profile::finding(survey, indicator, *figure, layer, zone);
            zones.iter().map(of_zone).collect()
        }
        _ => pixels::nothing(survey, indicator),
    }
}

/// Findings of an assessment of land degradation: one for each piece of land.
fn of_degradation(
    survey: &Survey,
    indicator: &'static Indicator,
    figure: DegradationFigure,
    units: &[Unit],
    partials: &[Partial],
) -> Vec<Finding> {
    let found = units.iter().zip(partials).find_map(|pair| match pair {
        (Unit::Degradation, Partial::Degradation(zones)) => Some(zones),
        _ => None,
    });
    let Some((zones, assessment)) = found.zip(Assessment::of(survey)) else {
        return pixels::nothing(survey, indicator);
    };
    let assessed = assessment.assessed(survey);
    let finding = |zone| assessed.finding(indicator, figure, zone);
    zones.iter().map(finding).collect()
}

/// Findings of a trend: one for each land of each aimak.
fn of_trend(indicator: &'static Indicator, series: &Series) -> Vec<Finding> {
    let of_aimak = |aimak: &aimak_core::Aimak| {
        let knows_organic_land = series.knows_organic_land(&aimak.code);
        let lands = area::lands(series.survey, aimak, knows_organic_land);
        trend::findings(series, indicator, &aimak.code, &lands)
    };
    let aimaks = series.survey.aimaks.par_iter();
    aimaks.flat_map_iter(of_aimak).collect()
}

/// Findings of a series: each year, states, changes, differences of changes.
fn of_series(indicator: &'static Indicator, series: &Series) -> Vec<Finding> {
    let of_aimak = |aimak: &aimak_core::Aimak| {
        let mut results = area::results(series.survey, indicator, aimak, series);
        for land in area::lands(series.survey, aimak, results.treated.is_some()) {
            results
                .findings
                .extend(series.at(indicator, &aimak.code, land));
        }
        results
    };
    of_areas(
        series.survey,
        indicator,
        series.survey.aimaks.par_iter().map(of_aimak).collect(),
    )
}

#[cfg(test)]
mod tests;
