//! What every area loses, how much of it arrives in streams, and what was left out.

use aimak_io::zonal::{Cells, Polygons, Rows};
use aimak_science::erosion::water::{
    Surface,
    delivery::DeliveryRatio,
    totals::{LossTotals, SedimentSums},
    uncertainty::{DrawsOf, SedimentUncertainty, UncertainFactor},
    watersheds::{Watershed, Watersheds},
};

use super::WHOLE;
use crate::{progress::Bars, stop::Stop};

/// Draws of an interval.
pub const DRAWS: usize = 1000;
/// Part of the name of the random numbers.
const INDICATOR: &str = "soil_loss";

/// Sums of the areas and of the whole DEM.
pub struct Sums {
    field: String,
    areas: Vec<Area>,
    /// Of the whole DEM.
    pub whole: LossTotals,
}

/// One area.
struct Area {
    id: String,
    watershed: Watershed,
    uncertainty: Option<SedimentUncertainty>,
}

impl Sums {
    /// Sums the layers over polygons; over the whole DEM where none are given.
    pub fn of(
        watersheds: &Watersheds<'_>,
        polygons: Option<Polygons>,
        bars: &Bars<'_>,
    ) -> Result<Self, Stop> {
        let whole = watersheds.whole();
        let Some(polygons) = polygons else {
            let watershed = Watershed {
                met: true,
                at_edge: true,
                totals: whole.clone(),
            };
            return Ok(Self::named(
                WHOLE.0,
                vec![(WHOLE.1.to_owned(), watershed)],
                whole,
            ));
        };
        let crs = &watersheds.grid.crs;
        let placed: Result<Vec<_>, _> = polygons
            .shapes
            .iter()
            .map(|shape| aimak_io::raster::project(shape, &polygons.crs, watersheds.grid))
            .collect();
        let placed = placed.map_err(|cause| {
            aimak_io::problem::Problem::error("erosion-watersheds", crs).found(cause)
        })?;
        let shapes: Vec<_> = placed.into_iter().map(Ok).collect();
        let found = watersheds.totals(&shapes, bars).ok_or(Stop::Interrupted)?;
        // the layers are in memory: nothing can fail to be read
        let found = found.into_iter().map(Result::unwrap_or_default);
        let areas = polygons.ids.into_iter().zip(found).collect();
        Ok(Self::named(&polygons.field, areas, whole))
    }

    fn named(field: &str, areas: Vec<(String, Watershed)>, whole: LossTotals) -> Self {
        let area = |(id, watershed)| Area {
            id,
            watershed,
            uncertainty: None,
        };
        Self {
            field: field.to_owned(),
            areas: areas.into_iter().map(area).collect(),
            whole,
        }
    }

    /// The same with intervals from drawn factors.
    #[must_use]
    pub fn with_intervals(
        mut self,
        seed: u64,
        factors: &[UncertainFactor],
        delivery: DeliveryRatio,
    ) -> Self {
        for area in &mut self.areas {
            let totals = &area.watershed.totals;
            let of = DrawsOf {
                seed,
                aimak: &area.id,
                indicator: INDICATOR,
                draws: DRAWS,
            };
            let loss = totals.counted.loss_t_per_yr;
            area.uncertainty =
                SedimentUncertainty::of(&of, factors, loss, &totals.by_connectivity, delivery);
        }
        self
    }

    /// Areas that reach the edge of the DEM.
    pub fn at_edge(&self) -> usize {
        self.areas
            .iter()
            .filter(|area| area.watershed.at_edge)
            .count()
    }

    /// The table.
    pub fn rows(&self) -> Rows {
        let numbers =
            |of: &dyn Fn(&Area) -> Option<f64>| Cells::Numbers(self.areas.iter().map(of).collect());
        let mut columns: Vec<(&'static str, Cells)> = FIGURES
            .iter()
            .map(|(name, of)| (*name, numbers(of)))
            .collect();
        for (place, (of_loss, of_export)) in SHARES.iter().enumerate() {
            let share = |area: &Area, export: bool| {
                let found = area.uncertainty.as_ref()?;
                let part = if export { &found.export } else { &found.loss };
                Some(part.shares.get(place)?.total)
            };
            columns.push((of_loss, numbers(&|area| share(area, false))));
            columns.push((of_export, numbers(&|area| share(area, true))));
        }
        let at_edge = |area: &Area| Some(i64::from(area.watershed.at_edge));
        let edge = Cells::Whole(self.areas.iter().map(at_edge).collect());
        let reasons = Cells::Words(self.areas.iter().map(Area::reason).collect());
        columns.extend([("reaches_edge", edge), ("reason", reasons)]);
        Rows {
            field: self.field.clone(),
            ids: self.areas.iter().map(|area| area.id.clone()).collect(),
            columns,
        }
    }
}

/// A figure of an area; none where nothing counts.
type Figure = fn(&Area) -> Option<f64>;

/// Columns of figures, totals on slopes up to 50 % first.
const FIGURES: &[(&str, Figure)] = &[
    ("counted_ha", |area| Some(area.totals().counted.area_ha)),
    ("mean_loss_t_per_ha_yr", |area| {
        area.counted()?.mean_t_per_ha_yr()
    }),
    ("mean_loss_low", |area| area.mean_bound(|(low, _)| low)),
    ("mean_loss_high", |area| area.mean_bound(|(_, high)| high)),
    ("loss_t_per_yr", |area| Some(area.counted()?.loss_t_per_yr)),
    ("loss_low", |area| Some(area.loss()?.0)),
    ("loss_high", |area| Some(area.loss()?.1)),
    ("export_t_per_yr", |area| {
        Some(area.counted()?.export_t_per_yr)
    }),
    ("export_low", |area| Some(area.export()?.0)),
    ("export_high", |area| Some(area.export()?.1)),
    ("deposition_t_per_yr", |area| {
        Some(area.counted()?.deposition_t_per_yr)
    }),
    ("avoided_loss_t_per_yr", |area| {
        Some(area.counted()?.avoided_loss_t_per_yr)
    }),
    ("avoided_export_t_per_yr", |area| {
        Some(area.counted()?.avoided_export_t_per_yr)
    }),
    ("loss_below_1_ha", |area| Some(area.totals().class_ha[0])),
    ("loss_1_to_2_ha", |area| Some(area.totals().class_ha[1])),
    ("loss_2_to_5_ha", |area| Some(area.totals().class_ha[2])),
    ("loss_5_to_10_ha", |area| Some(area.totals().class_ha[3])),
    ("loss_10_to_20_ha", |area| Some(area.totals().class_ha[4])),
    ("loss_20_to_50_ha", |area| Some(area.totals().class_ha[5])),
    ("loss_from_50_ha", |area| Some(area.totals().class_ha[6])),
    ("steep_ha", |area| Some(area.totals().steep.area_ha)),
    ("steep_loss_t_per_yr", |area| {
        Some(area.totals().steep.loss_t_per_yr)
    }),
    ("steep_export_t_per_yr", |area| {
        Some(area.totals().steep.export_t_per_yr)
    }),
    ("missing_ha", |area| Some(area.totals().missing_ha)),
    ("water_ha", |area| Some(area.masked_ha(Surface::Water))),
    ("rock_ha", |area| Some(area.masked_ha(Surface::Rock))),
    ("ice_ha", |area| Some(area.masked_ha(Surface::Ice))),
    ("settlement_ha", |area| {
        Some(area.masked_ha(Surface::Settlement))
    }),
];

/// Share of the variance that would stay, were this factor alone unknown: of the loss, and of the export.
const SHARES: [(&str, &str); 5] = [
    ("loss_variance_r", "export_variance_r"),
    ("loss_variance_k", "export_variance_k"),
    ("loss_variance_ls", "export_variance_ls"),
    ("loss_variance_c", "export_variance_c"),
    ("loss_variance_p", "export_variance_p"),
];

impl Area {
    const fn totals(&self) -> &LossTotals {
        &self.watershed.totals
    }

    /// The sums, where anything counts.
    fn counted(&self) -> Option<&SedimentSums> {
        Some(&self.totals().counted).filter(|sums| sums.area_ha > 0.0)
    }

    fn masked_ha(&self, surface: Surface) -> f64 {
        let masked = &self.totals().masked_ha;
        masked.get(&surface).copied().unwrap_or_default()
    }

    fn loss(&self) -> Option<(f64, f64)> {
        self.counted()?;
        self.uncertainty.as_ref()?.loss.interval.bounds()
    }

    fn export(&self) -> Option<(f64, f64)> {
        self.counted()?;
        self.uncertainty.as_ref()?.export.interval.bounds()
    }

    fn mean_bound(&self, bound: fn((f64, f64)) -> f64) -> Option<f64> {
        Some(bound(self.loss()?) / self.counted()?.area_ha)
    }

    /// Why there are no figures, if there are none.
    fn reason(&self) -> Option<String> {
        let reason = if !self.watershed.met {
            "beside_the_dem"
        } else if self.counted().is_none() {
            "no_soil_up_to_50_percent_with_all_factors"
        } else {
            return None;
        };
        Some(reason.to_owned())
    }
}
