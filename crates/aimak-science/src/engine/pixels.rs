//! What do pixels say about each zone, and when is that too little?

use aimak_core::{
    Aimak, Design, Finding, Land, Message, Progress, Quantity, RasterFault, RasterLayer,
    RasterSource, Reason, Subject, Survey, Withheld,
};

use super::assessment::Assessment;
use crate::{
    degradation::maps::Misfit,
    indicators::{Indicator, LossFigure, Measure},
    land::{self, Zone},
    studies::{
        degradation::ZoneDegradation,
        finding::About,
        profile::{Slopes, ZoneSlopes},
        series::{PixelMean, ZoneBands},
        unreadable,
        window::pairs,
    },
    terrain, zonal,
};

/// Least share of a zone's area with valid pixels (METHODS R.3).
const MIN_VALID_SHARE: f64 = 0.70;

/// The layer of this id.
pub(super) fn layer<'a>(survey: &'a Survey, id: &str) -> &'a RasterLayer {
    survey
        .rasters
        .iter()
        .find(|layer| layer.id == id)
        .expect("invariant: the plan names layers of the survey")
}

/// Means of every band over every zone.
pub(super) fn bands(
    survey: &Survey,
    layer: &RasterLayer,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<ZoneBands> {
    let zones = land::zones(survey);
    let means = zonal::means(layer, &zones, source, progress);
    let of_band = |band: Result<zonal::ZonalMean, RasterFault>| {
        let mean = band.map_err(|fault| unreadable(&fault))?;
        enough(mean.inside, mean.valid_share)?;
        let value = mean.mean.ok_or(Withheld::because(Reason::NoData))?;
        at_least_a_cell(mean.cells)?;
        Ok(PixelMean {
            value,
            cells: mean.cells,
        })
    };
    let of_zone = |(zone, bands): (Zone, Vec<_>)| ZoneBands {
        aimak: zone.aimak,
        land: zone.land,
        bands: bands.into_iter().map(of_band).collect(),
    };
    zones.into_iter().zip(means).map(of_zone).collect()
}

/// Terrain of every zone.
pub(super) fn slopes(
    survey: &Survey,
    layer: &RasterLayer,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Vec<ZoneSlopes> {
    let zones = land::zones(survey);
    let summaries = terrain::slope_summary(layer, &zones, source, progress);
    let of_summary = |summary: Result<terrain::SlopeSummary, RasterFault>| {
        let summary = summary.map_err(|fault| unreadable(&fault))?;
        enough(summary.inside, summary.valid_share)?;
        let measured = summary.mean_percent.zip(summary.share_above_15_percent);
        let (mean_percent, share_above_15_percent) =
            measured.ok_or(Withheld::because(Reason::NoData))?;
        at_least_a_cell(summary.cells)?;
        Ok(Slopes {
            mean_percent,
            share_above_15_percent,
            cells: summary.cells,
        })
    };
    let of_zone = |(zone, summary): (Zone, _)| ZoneSlopes {
        aimak: zone.aimak,
        land: zone.land,
        slopes: of_summary(summary),
    };
    zones.into_iter().zip(summaries).map(of_zone).collect()
}

/// Refuses a zone of which too little was seen.
pub(super) fn enough(inside: bool, valid_share: f64) -> Result<(), Withheld> {
    if !inside {
        return Err(Withheld::because(Reason::OutsideRaster));
    }
    if valid_share < MIN_VALID_SHARE {
        let detail = Message::new("detail-valid-share").with("percent", 100.0 * valid_share);
        return Err(Withheld::because(Reason::ValidAreaBelow70).with(detail));
    }
    Ok(())
}

/// Refuses land smaller than one cell: the cell tells of what lies around it.
fn at_least_a_cell(cells: f64) -> Result<(), Withheld> {
    if cells < 1.0 {
        let detail = Message::new("detail-less-than-a-cell").with("percent", 100.0 * cells);
        return Err(Withheld::because(Reason::TooFewPixels).with(detail));
    }
    Ok(())
}

/// What an indicator says that the project asked for without giving it a layer.
pub(super) fn nothing(survey: &Survey, indicator: &'static Indicator) -> Vec<Finding> {
    let of_aimak = |aimak: &Aimak| {
        let subject = Subject::Aimak(aimak.code.clone());
        let about = About {
            survey,
            indicator,
            subject,
            land: Land::WholeAimak,
        };
        let mut quantities = match indicator.measure {
            Measure::Profile(_) => vec![(Quantity::Timeless, Design::State)],
            Measure::SoilLoss(LossFigure::Cover | LossFigure::Rain) => Vec::new(),
            Measure::Degradation(_) => {
                let (first, last) = years_of_assessment(survey);
                vec![(Quantity::OverYears { first, last }, Design::State)]
            }
            Measure::Trend(_) => {
                let (first, last) = years_of_periods(survey);
                vec![(Quantity::Trend { first, last }, Design::Trend)]
            }
            _ => survey
                .periods
                .iter()
                .map(|p| {
                    (
                        Quantity::State {
                            period: p.id.clone(),
                        },
                        Design::State,
                    )
                })
                .collect(),
        };
        if indicator.card.has_change {
            quantities.extend(pairs(survey).into_iter().map(|(before, after)| {
                (
                    Quantity::Change {
                        before: before.id.clone(),
                        after: after.id.clone(),
                    },
                    Design::BeforeAfter,
                )
            }));
        }
        let no_data = || Err(Withheld::because(Reason::NoData));
        quantities
            .into_iter()
            .map(|(quantity, design)| about.finding(quantity, design, no_data()))
            .collect::<Vec<_>>()
    };
    survey.aimaks.iter().flat_map(of_aimak).collect()
}

/// The years the project's periods span; the year of the edition where they count from each aimak's own date.
fn years_of_periods(survey: &Survey) -> (i16, i16) {
    let edition = survey.project.edition.date.year();
    let spans = survey
        .periods
        .iter()
        .filter_map(|period| period.resolve(None));
    let (first, last) = spans.fold((edition, i16::MIN), |(first, last), span| {
        let last_day = span.to.yesterday().unwrap_or(span.to);
        (first.min(span.from.year()), last.max(last_day.year()))
    });
    (first, last.max(first))
}

/// The years of the reporting period; those of the project's periods where no assessment is declared.
fn years_of_assessment(survey: &Survey) -> (i16, i16) {
    let declared = survey.project.land_degradation;
    declared.map_or_else(
        || years_of_periods(survey),
        |asked| (asked.reporting[0], asked.reporting[1]),
    )
}

/// The refusal that follows from layers that do not fit the question, the first of them. A land cover or carbon map that is
/// missing refuses nothing here: the indicator then lacks a part and says so itself.
fn misfit(misfits: &[Misfit]) -> Option<Withheld> {
    misfits.iter().find_map(|misfit| match misfit {
        Misfit::YearsMissing { window, missing } => {
            let detail = Message::new("detail-years")
                .with("n", window.count() - missing.len())
                .with("needed", window.count());
            Some(Withheld::because(Reason::TooFewYears).with(detail))
        }
        Misfit::OtherCrs {
            layer,
            found,
            expected,
        } => {
            let detail = Message::new("detail-other-crs")
                .with("layer", layer.as_str())
                .with("found", found.as_str())
                .with("expected", expected.as_str());
            Some(Withheld::because(Reason::MethodMismatch).with(detail))
        }
        Misfit::TooFewMaps { .. } | Misfit::CoverNotAnnual { .. } => None,
    })
}

/// Land degradation of every zone; `None` where the project does not ask for it.
pub(super) fn degradation(
    survey: &Survey,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Option<Vec<ZoneDegradation>> {
    let assessment = Assessment::of(survey)?;
    let question = assessment.question(source);
    let zones = land::zones(survey);
    if let Some(refused) = question.check().err().and_then(|misfits| misfit(&misfits)) {
        let of_zone = |zone: Zone| ZoneDegradation::refused((zone.aimak, zone.land), &refused);
        return Some(zones.into_iter().map(of_zone).collect());
    }
    let shapes = zonal::on_grid(question.productivity.layer, &zones, source);
    let (references, _) = question.references(progress)?;
    let areas = question.areas(&shapes, &references, progress)?;
    let of_zone = |(zone, areas): (Zone, &_)| ZoneDegradation::of((zone.aimak, zone.land), areas);
    Some(zones.into_iter().zip(&areas).map(of_zone).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_within_one_cell_has_no_figure_of_its_own() {
        let refused = at_least_a_cell(0.24).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewPixels);
        assert_eq!(
            refused.details,
            [Message::new("detail-less-than-a-cell").with("percent", 24.0)]
        );
        assert_eq!(at_least_a_cell(1.0), Ok(()));
    }
}
