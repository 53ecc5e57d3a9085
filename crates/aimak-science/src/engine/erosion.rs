//! How does the project's section on water erosion become a question to the layers?

use std::collections::BTreeSet;

use aimak_core::{
    Finding, Grid, InputUse, Message, PartialDate, Progress, RasterLayer, RasterRole, RasterSource,
    Reason, Survey, WaterErosion, Withheld,
};
use rayon::prelude::*;

use super::{Partial, Unit, assessment::seasons, of_areas, pixels};
use crate::{
    erosion::water::region::{
        Erodibility, LARGEST_CELL_M, Region,
        cover::YearlyCover,
        zones::{LandYear, LandYears},
    },
    indicators::{Indicator, LossFigure},
    land::{self, Zone},
    studies::{
        area,
        finding::merge_inputs,
        series,
        soil_loss::{SoilLoss, YearLoss, ZoneLoss},
        unreadable,
        window::Moment,
    },
    trend::maps::Years,
    zonal,
};

/// Cells whose sides differ by less than this share are square.
const SQUARE: f64 = 0.01;
const M2_A_HA: f64 = 10_000.0;

/// The layers of a question about erosion.
pub(super) struct Erosion<'a> {
    /// As the project file says it.
    pub asked: WaterErosion,
    dem: &'a RasterLayer,
    ndvi: (&'a RasterLayer, Years),
    land: (&'a RasterLayer, Years),
    erodibility: Option<&'a RasterLayer>,
}

impl<'a> Erosion<'a> {
    /// The question of a project; `None` where it does not ask or lacks a layer.
    pub fn of(survey: &'a Survey) -> Option<Self> {
        let asked = survey.project.water_erosion?;
        let layer = |role| survey.rasters.iter().find(|layer| layer.role == role);
        let yearly = |role| {
            let layer = layer(role)?;
            Some((layer, seasons(layer)?))
        };
        let erodibility = layer(RasterRole::SoilErodibility);
        erodibility.map(|_| ()).or(asked.erodibility.map(|_| ()))?;
        Some(Self {
            asked,
            dem: layer(RasterRole::Elevation)?,
            ndvi: yearly(RasterRole::Ndvi)?,
            land: yearly(RasterRole::LandCover)?,
            erodibility,
        })
    }

    /// The grid of the elevations, which is that of the answer.
    pub fn grid(&self) -> &'a Grid {
        &self.dem.grid
    }

    fn layers(&self) -> impl Iterator<Item = &'a RasterLayer> {
        let k = self.erodibility.into_iter();
        [self.dem, self.ndvi.0, self.land.0].into_iter().chain(k)
    }

    /// Whether the layers can answer: cells small enough for a slope's length, and all in one CRS.
    ///
    /// # Errors
    /// The refusal that stands for every number.
    pub fn check(&self) -> Result<(), Withheld> {
        let grid = &self.dem.grid;
        let refused = |detail: Message| Err(Withheld::because(Reason::MethodMismatch).with(detail));
        let oblong = (grid.dx / grid.dy - 1.0).abs() > SQUARE;
        if oblong || grid.dx > LARGEST_CELL_M {
            let detail = Message::new("detail-dem-cell")
                .with("found", grid.dx.round())
                .with("largest", LARGEST_CELL_M.round() - 1.0);
            return refused(detail);
        }
        match self.layers().find(|layer| layer.grid.crs != grid.crs) {
            Some(layer) => refused(
                Message::new("detail-dem-crs")
                    .with("layer", layer.id.as_str())
                    .with("found", layer.grid.crs.as_str())
                    .with("expected", grid.crs.as_str()),
            ),
            None => Ok(()),
        }
    }

    /// The region, ready to be asked.
    pub fn region<'r>(&'r self, source: &'r dyn RasterSource) -> Region<'r> {
        Region {
            dem: self.dem,
            source,
            cover: YearlyCover {
                ndvi: self.ndvi.0,
                seasons: &self.ndvi.1,
                land: self.land.0,
                maps: &self.land.1,
                legend: self.asked.legend,
            },
            erodibility: self.erodibility.map_or(
                Erodibility::Everywhere(self.constant()),
                Erodibility::Raster,
            ),
        }
    }

    /// K where no raster gives it.
    fn constant(&self) -> f64 {
        self.asked
            .erodibility
            .expect("invariant: either a number or a raster of K")
    }

    /// The years with images that any period of any area holds.
    pub fn years(&self, survey: &Survey) -> Vec<i16> {
        let spans: Vec<_> = survey
            .aimaks
            .iter()
            .flat_map(|aimak| survey.periods.iter().map(move |period| (aimak, period)))
            .filter_map(|(aimak, period)| Moment::of(period, aimak))
            .map(|moment| moment.span)
            .collect();
        let asked = |year: &i16| {
            let year = PartialDate::Year(*year).span();
            spans.iter().any(|span| span.covers(year))
        };
        let years: BTreeSet<i16> = self
            .ndvi
            .1
            .whole()
            .iter()
            .map(|year| *year as i16)
            .collect();
        years.into_iter().filter(asked).collect()
    }

    fn inputs(&self) -> Vec<InputUse> {
        let mut inputs = Vec::new();
        for layer in self.layers() {
            merge_inputs(&mut inputs, &series::inputs(layer, layer.bands.len()));
        }
        inputs
    }

    fn of_zone(
        &self,
        zone: Zone,
        years: &[i16],
        found: Result<LandYears, aimak_core::RasterFault>,
    ) -> ZoneLoss {
        let cell_ha = self.dem.grid.dx * self.dem.grid.dy / M2_A_HA;
        let by_year = |land: LandYears| {
            if !land.met {
                return Err(Withheld::because(Reason::OutsideRaster));
            }
            let year = |(year, of_year): (&i16, &LandYear)| {
                (*year, year_loss(of_year, land.cells, cell_ha))
            };
            Ok(years.iter().zip(&land.years).map(year).collect())
        };
        ZoneLoss {
            aimak: zone.aimak,
            land: zone.land,
            years: found.map_err(|fault| unreadable(&fault)).and_then(by_year),
        }
    }
}

/// A year of a piece of land, unless too little of it was seen or none of it counts.
fn year_loss(year: &LandYear, zone_cells: f64, cell_ha: f64) -> Result<YearLoss, Withheld> {
    let seen = year.counted + year.steep + year.no_soil;
    pixels::enough(true, seen / zone_cells)?;
    let nothing =
        || Withheld::because(Reason::NoData).with(Message::new("detail-no-soil-on-gentle-slopes"));
    Ok(YearLoss {
        per_erosivity: year.per_erosivity().ok_or_else(nothing)?,
        counted_ha: year.counted * cell_ha,
        steep_ha: year.steep * cell_ha,
        no_soil_ha: year.no_soil * cell_ha,
        missing_ha: year.missing * cell_ha,
        snowy_share: year.snowy / year.counted,
        cells: year.counted,
    })
}

/// Soil loss of every zone in every year; `None` where the project does not ask for it or `progress` asked to stop.
pub(super) fn losses(
    survey: &Survey,
    source: &dyn RasterSource,
    progress: &dyn Progress,
) -> Option<Vec<ZoneLoss>> {
    let erosion = Erosion::of(survey)?;
    let zones = land::zones(survey);
    if let Err(refused) = erosion.check() {
        let of_zone = |zone: Zone| ZoneLoss {
            aimak: zone.aimak,
            land: zone.land,
            years: Err(refused.clone()),
        };
        return Some(zones.into_iter().map(of_zone).collect());
    }
    let years = erosion.years(survey);
    let shapes = zonal::on_grid(erosion.dem, &zones, source);
    let lands = erosion.region(source).lands(&shapes, &years, progress)?;
    let of_zone = |(zone, found)| erosion.of_zone(zone, &years, found);
    Some(zones.into_iter().zip(lands).map(of_zone).collect())
}

/// States, changes and differences of changes of soil loss, or of a part of its change.
pub(super) fn findings(
    survey: &Survey,
    indicator: &'static Indicator,
    figure: LossFigure,
    units: &[Unit],
    partials: &[Partial],
) -> Vec<Finding> {
    let found = units.iter().zip(partials).find_map(|pair| match pair {
        (Unit::SoilLoss, Partial::SoilLoss(zones)) => Some(zones),
        _ => None,
    });
    let Some((zones, erosion)) = found.zip(Erosion::of(survey)) else {
        return pixels::nothing(survey, indicator);
    };
    let (inputs, flags) = (erosion.inputs(), series::reprojected(erosion.dem));
    let observed = SoilLoss {
        survey,
        asked: erosion.asked,
        zones,
        figure,
        inputs: &inputs,
        flags: &flags,
    };
    let of_aimak = |aimak| area::results(survey, indicator, aimak, &observed);
    let areas: Vec<_> = survey.aimaks.par_iter().map(of_aimak).collect();
    if figure == LossFigure::Rain {
        // rain is no doing of a farmer: nobody is compared by it
        return areas.into_iter().flat_map(|area| area.findings).collect();
    }
    of_areas(survey, indicator, areas)
}
