//! Which pieces of work are there?

use aimak_core::{AimakCode, Plot, RasterLayer, RasterRole, Survey};
use serde::{Deserialize, Serialize};

use super::{assessment::Assessment, erosion::Erosion};
use crate::{
    indicators::{ALL, Indicator, Measure, Recorded},
    studies::{support::Support, together::common_coverage},
};

/// A piece of work that any process with the survey and its rasters can do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// One indicator in one aimak, from plots.
    Plots {
        /// Id of the indicator.
        indicator: String,
        /// The aimak.
        aimak: AimakCode,
        /// Coverage common to every sample of the project, for indicators at equal coverage.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target_coverage: Option<f64>,
    },
    /// One pass over a layer of images, for every zone.
    Bands {
        /// Id of the layer.
        layer: String,
    },
    /// Land degradation of every zone, from all layers it needs.
    Degradation,
    /// Soil lost to water from every zone in every year, from all layers it needs.
    SoilLoss,
    /// One pass over an elevation layer, for every zone.
    Slopes {
        /// Id of the layer.
        layer: String,
    },
    /// What the default method assumes on the fields of every aimak.
    DefaultMethod,
}

impl Unit {
    /// The name of the unit, unique in the plan.
    ///
    /// ```
    /// use aimak_science::engine::Unit;
    /// assert_eq!(Unit::Bands { layer: "ndvi".into() }.name(), "bands/ndvi");
    /// ```
    pub fn name(&self) -> String {
        match self {
            Self::Plots {
                indicator, aimak, ..
            } => format!("plots/{indicator}/{aimak}"),
            Self::Bands { layer } => format!("bands/{layer}"),
            Self::Degradation => "degradation".to_owned(),
            Self::SoilLoss => "soil_loss".to_owned(),
            Self::Slopes { layer } => format!("slopes/{layer}"),
            Self::DefaultMethod => "default_method".to_owned(),
        }
    }
}

/// The work of a survey: rasters first, because they take longest.
pub fn plan(survey: &Survey) -> Vec<Unit> {
    let wanted = wanted(survey);
    let mut units: Vec<Unit> = Vec::new();
    for indicator in &wanted {
        // one pass over a layer serves every indicator that reads it
        units.extend(of_pixels(survey, indicator).filter(|unit| !units.contains(unit)));
    }
    for indicator in wanted {
        let target_coverage = match &indicator.measure {
            Measure::Series(_)
            | Measure::Trend(_)
            | Measure::Degradation(_)
            | Measure::SoilLoss(_)
            | Measure::Profile(_) => continue,
            Measure::DefaultMethod => {
                units.push(Unit::DefaultMethod);
                continue;
            }
            Measure::Together {
                recorded,
                reach: Some(reach),
                ..
            } => common_coverage(survey, *recorded, *reach),
            _ => None,
        };
        units.extend(survey.aimaks.iter().map(|aimak| Unit::Plots {
            indicator: indicator.card.id.to_string(),
            aimak: aimak.code.clone(),
            target_coverage,
        }));
    }
    units
}

/// The pass over pixels that an indicator needs, if it needs one and the layers are there.
fn of_pixels(survey: &Survey, indicator: &Indicator) -> Option<Unit> {
    if let Measure::Degradation(_) = indicator.measure {
        return Assessment::of(survey).map(|_| Unit::Degradation);
    }
    if let Measure::SoilLoss(_) = indicator.measure {
        return Erosion::of(survey).map(|_| Unit::SoilLoss);
    }
    let layer = layer_of(survey, indicator)?.id.clone();
    Some(match indicator.measure {
        Measure::Profile(_) => Unit::Slopes { layer },
        _ => Unit::Bands { layer },
    })
}

/// The indicators to compute: those the project names, else those for which anything was recorded.
pub(super) fn wanted(survey: &Survey) -> Vec<&'static Indicator> {
    let named = &survey.project.indicators;
    let wanted = |indicator: &&&'static Indicator| {
        if named.is_empty() {
            has_data(survey, indicator)
        } else {
            named.iter().any(|id| *id == indicator.card.id)
        }
    };
    ALL.iter().filter(wanted).copied().collect()
}

/// True where anything was recorded from which the indicator could be computed.
fn has_data(survey: &Survey, indicator: &Indicator) -> bool {
    match &indicator.measure {
        Measure::Marked(mark) => survey.species_list.speaks_of(*mark) && records_species(survey, 1),
        Measure::Turnover(_) => records_species(survey, 2),
        Measure::PlotMean { recorded, .. }
        | Measure::PlotPair { recorded, .. }
        | Measure::Together { recorded, .. } => {
            let visits = recorded.places(survey).iter().flat_map(|plot| &plot.visits);
            visits.into_iter().any(|visit| recorded.by(visit))
        }
        Measure::Support => Support::of(survey).is_asked(),
        Measure::Degradation(_) => Assessment::of(survey).is_some(),
        Measure::SoilLoss(_) => Erosion::of(survey).is_some(),
        Measure::DefaultMethod => !survey.managed_fields.is_empty(),
        Measure::Series(_) | Measure::Trend(_) | Measure::Profile(_) => {
            layer_of(survey, indicator).is_some()
        }
    }
}

/// True where species were recorded so many times on any plot.
fn records_species(survey: &Survey, times: usize) -> bool {
    let lists = |plot: &Plot| {
        let visits = plot.visits.iter();
        visits.filter(|visit| Recorded::Species.by(visit)).count()
    };
    survey.plots.iter().any(|plot| lists(plot) >= times)
}

/// The layer an indicator reads: the first of its role. Two sensors are two methods and are never mixed.
pub(super) fn layer_of<'a>(survey: &'a Survey, indicator: &Indicator) -> Option<&'a RasterLayer> {
    let role = match indicator.measure {
        Measure::Series(role) | Measure::Trend(role) => role,
        Measure::Profile(_) => RasterRole::Elevation,
        _ => return None,
    };
    survey.rasters.iter().find(|layer| layer.role == role)
}
