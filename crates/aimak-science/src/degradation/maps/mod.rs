//! Where has land become worse, stayed as it was or become better, cell by cell and zone by zone?
//!
//! Strip by strip: the whole series of a strip is read once for all periods. One pass before that gathers what the best
//! pixels of each unit reach, because that must come from the whole raster and not from a strip.

mod layers;
mod misfit;
mod sheet;
#[cfg(test)]
mod tests;
mod zones;

use aimak_core::{Message, Progress, RasterFault, RasterLayer, RasterSource, Window};

pub use layers::{CoverChange, LandCover, SoilCarbon, compared};
pub use misfit::Misfit;
pub use sheet::Sheet;
pub use zones::{PlacedZone, Stopped, Walked, ZoneAreas};

use super::{
    ParameterSet,
    performance::{PerformanceReference, UnitMeans},
    pixels::{PixelClasses, PixelLayers, ProductivityStack, classify, mean_productivity},
    status::Status,
    windows::Period,
};
use crate::{
    aligned::Aligned,
    trend::{maps::Images, yearly::YearlyValues},
};

/// Codes of units leave room for fifteen classes of land cover.
const CLASSES_A_SOIL: u32 = 16;

/// The periods that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periods {
    /// The baseline, where the status against it is asked for.
    pub baseline: Option<Period>,
    /// The period that is reported.
    pub reporting: Period,
}

/// A question about degradation: layers, periods, rules.
pub struct Degradation<'a> {
    /// Annual productivity; its grid is that of the answer.
    pub productivity: Images<'a>,
    /// Land cover.
    pub land_cover: Option<LandCover<'a>>,
    /// Soil carbon.
    pub soil_carbon: Option<SoilCarbon<'a>>,
    /// Codes of soil types, the other half of a unit. Without them land cover alone makes the units; without both there is no performance.
    pub soil_units: Option<(&'a RasterLayer, &'a dyn RasterSource)>,
    /// The periods.
    pub periods: Periods,
    /// The rules.
    pub parameters: ParameterSet,
}

/// What the best of each unit reach, by period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct References {
    /// In the baseline.
    pub baseline: PerformanceReference,
    /// In the reporting period.
    pub reporting: PerformanceReference,
}

/// The classes of a window, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripClasses {
    baseline: Option<Vec<PixelClasses>>,
    reporting: Vec<PixelClasses>,
    /// Cells that are water at the end of the reporting period; none where land cover is not known.
    water: Vec<bool>,
}

/// Reads in a window what both passes need of a period.
struct OfPeriod {
    cover: Option<CoverChange>,
    units: Vec<Option<u32>>,
}

impl Degradation<'_> {
    fn all_periods(&self) -> impl Iterator<Item = Period> {
        self.periods
            .baseline
            .into_iter()
            .chain([self.periods.reporting])
    }

    /// Windows of whole rows that are computed one after the other; together they are the grid.
    pub fn strips(&self) -> Vec<Window> {
        self.productivity.strips()
    }

    /// What the best of each unit reach over the whole raster, and the strips that could not be read. `None` where
    /// `progress` asked to stop.
    pub fn references(&self, progress: &dyn Progress) -> Option<(References, Vec<RasterFault>)> {
        let mut faults = Vec::new();
        if self.land_cover.is_none() && self.soil_units.is_none() {
            return Some((References::default(), faults));
        }
        let strips = self.strips();
        let layer = self.productivity.layer.id.as_str();
        progress.begin(
            Message::new("stage-pixels").with("layer", layer),
            strips.len(),
        );
        let (mut baseline, mut reporting) = (UnitMeans::default(), UnitMeans::default());
        for window in strips {
            if progress.cancelled() {
                return None;
            }
            if let Err(fault) = self.gather(window, &mut baseline, &mut reporting) {
                faults.push(fault);
            }
            progress.advance(1);
        }
        let references = References {
            baseline: baseline.reference(),
            reporting: reporting.reference(),
        };
        Some((references, faults))
    }

    fn gather(
        &self,
        window: Window,
        baseline: &mut UnitMeans,
        reporting: &mut UnitMeans,
    ) -> Result<(), RasterFault> {
        let read = self.productivity.yearly(window)?;
        let years = self.productivity.years.whole();
        let stack = stack(&years, &read, window);
        let periods = [
            (self.periods.baseline, baseline),
            (Some(self.periods.reporting), reporting),
        ];
        for (period, means) in periods {
            let Some(period) = period else { continue };
            let of_period = self.of_period(&period, window)?;
            let of_pixels = mean_productivity(&stack, &period.windows, &self.parameters);
            means.add(of_period.units.into_iter().zip(of_pixels));
        }
        Ok(())
    }

    fn of_period(&self, period: &Period, window: Window) -> Result<OfPeriod, RasterFault> {
        let grid = &self.productivity.layer.grid;
        let cover = self.land_cover.as_ref();
        let cover = cover
            .map(|maps| maps.change(grid, period.compared, window))
            .transpose()?;
        Ok(OfPeriod {
            units: self.units(cover.as_ref(), window)?,
            cover,
        })
    }

    /// Soil type × land cover at the beginning of the period.
    fn units(
        &self,
        cover: Option<&CoverChange>,
        window: Window,
    ) -> Result<Vec<Option<u32>>, RasterFault> {
        let soils = self.soil_units.map(|(layer, source)| {
            let onto = &self.productivity.layer.grid;
            let aligned = Aligned {
                layer,
                source,
                onto,
            };
            aligned.values(0, window, soil_code)
        });
        let class = |class: &Option<u8>| class.map(u32::from);
        Ok(match (soils.transpose()?, cover) {
            (Some(soils), Some(cover)) => soils
                .iter()
                .zip(&cover.initial)
                .map(|(soil, cover)| Some((*soil)? * CLASSES_A_SOIL + u32::from((*cover)?)))
                .collect(),
            (Some(soils), None) => soils,
            (None, Some(cover)) => cover.initial.iter().map(class).collect(),
            (None, None) => vec![None; window.width * window.height],
        })
    }

    /// The classes of every cell of a window.
    ///
    /// # Errors
    /// The first layer that cannot be read there.
    pub fn classes(
        &self,
        window: Window,
        references: &References,
    ) -> Result<StripClasses, RasterFault> {
        let read = self.productivity.yearly(window)?;
        let years = self.productivity.years.whole();
        let stack = stack(&years, &read, window);
        let of = |period: &Period, reference: &PerformanceReference| {
            let of_period = self.of_period(period, window)?;
            let classes = self.classified(period, window, (stack, reference), &of_period)?;
            Ok::<_, RasterFault>((classes, of_period))
        };
        let baseline = self.periods.baseline.as_ref();
        let baseline = baseline
            .map(|period| of(period, &references.baseline))
            .transpose()?;
        let (reporting, of_period) = of(&self.periods.reporting, &references.reporting)?;
        let water = self.land_cover.zip(of_period.cover);
        let water = water.map(|(maps, change)| maps.water(&change));
        Ok(StripClasses {
            baseline: baseline.map(|(classes, _)| classes),
            water: water.unwrap_or_else(|| vec![false; reporting.len()]),
            reporting,
        })
    }

    fn classified(
        &self,
        period: &Period,
        window: Window,
        (productivity, reference): (ProductivityStack<'_>, &PerformanceReference),
        of_period: &OfPeriod,
    ) -> Result<Vec<PixelClasses>, RasterFault> {
        let grid = &self.productivity.layer.grid;
        let nothing = || vec![None; window.width * window.height];
        let cover = self.land_cover.as_ref().zip(of_period.cover.as_ref());
        let land_cover = cover.map_or_else(nothing, |(maps, change)| maps.classes(change));
        let carbon = self.soil_carbon.as_ref();
        let carbon = carbon.map(|carbon| carbon.classes(grid, period.compared, window, cover));
        let soil_carbon = carbon.transpose()?.unwrap_or_else(nothing);
        let layers = PixelLayers {
            productivity,
            windows: period.windows,
            units: &of_period.units,
            reference,
            land_cover: &land_cover,
            soil_carbon: &soil_carbon,
        };
        let classes = classify(&layers, &self.parameters);
        Ok(classes.expect("invariant: layers of one window have one size"))
    }
}

/// A code of a soil type, if it is one.
fn soil_code(code: f64) -> Option<u32> {
    let whole = code >= 0.0 && code.fract() == 0.0;
    (whole && code < f64::from(u32::MAX / CLASSES_A_SOIL)).then_some(code as u32)
}

/// What was read of a window as a stack.
fn stack<'r>(years: &'r [i32], read: &'r YearlyValues, window: Window) -> ProductivityStack<'r> {
    let cells = window.width * window.height;
    ProductivityStack::new(years, cells, &read.values, &read.valid)
        .expect("invariant: years rise, and windows of one grid have one size")
}

impl StripClasses {
    /// Number of cells.
    pub fn cells(&self) -> usize {
        self.reporting.len()
    }

    /// All classes of a cell in the reporting period.
    pub fn reporting(&self, cell: usize) -> &PixelClasses {
        &self.reporting[cell]
    }

    /// All classes of a cell in the baseline, if there is one.
    pub fn baseline(&self, cell: usize) -> Option<&PixelClasses> {
        self.baseline.as_ref().map(|classes| &classes[cell])
    }

    /// Is the cell water at the end of the reporting period?
    pub fn is_water(&self, cell: usize) -> bool {
        self.water[cell]
    }

    /// Status against the baseline.
    pub fn status(&self, cell: usize) -> Option<Status> {
        let class = |classes: &PixelClasses| classes.verdict.map(|verdict| verdict.class);
        Status::of(class(self.baseline(cell)?), class(self.reporting(cell)))
    }
}
