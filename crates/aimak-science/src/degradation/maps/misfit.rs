//! What keeps the layers from answering the question?

use super::{Degradation, SoilCarbon, compared};
use crate::degradation::windows::Years as Span;

/// Layers that do not fit the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Misfit {
    /// Productivity lacks years of a trend window.
    YearsMissing {
        /// The window.
        window: Span,
        /// The years it lacks.
        missing: Vec<i32>,
    },
    /// A layer is in another CRS than productivity.
    OtherCrs {
        /// The layer.
        layer: String,
        /// Its CRS.
        found: String,
        /// That of productivity.
        expected: String,
    },
    /// Fewer than two years of a period have exactly one map.
    TooFewMaps {
        /// The layer.
        layer: String,
        /// The period.
        period: Span,
        /// The years of the layer.
        found: Vec<i32>,
    },
    /// Modelled carbon needs land cover of every year from the first map on.
    CoverNotAnnual {
        /// Years without a map; empty where there is no land cover at all.
        missing: Vec<i32>,
    },
}

impl Degradation<'_> {
    /// Everything that keeps the layers from answering. Ask this first: without it what does not fit is missing.
    ///
    /// # Errors
    /// All misfits together.
    pub fn check(&self) -> Result<(), Vec<Misfit>> {
        let mut misfits = Vec::new();
        let years = self.productivity.years.whole();
        for period in self.all_periods() {
            let window = period.windows.trend;
            let all = (window.first..=window.last).filter(|year| !years.contains(year));
            let missing: Vec<i32> = all.collect();
            if !missing.is_empty() {
                misfits.push(Misfit::YearsMissing { window, missing });
            }
            let cover = self.land_cover.iter().map(|cover| cover.images);
            let carbon = self.soil_carbon.iter().filter_map(|carbon| match carbon {
                SoilCarbon::Maps(images) => Some(*images),
                SoilCarbon::Modelled { .. } => None,
            });
            let pairs = cover
                .chain(carbon)
                .map(|images| compared(images.layer, images.years, period.compared));
            misfits.extend(pairs.filter_map(Result::err));
        }
        misfits.extend(self.other_crs());
        misfits.extend(self.model_misfit());
        if misfits.is_empty() {
            Ok(())
        } else {
            Err(misfits)
        }
    }

    fn other_crs(&self) -> impl Iterator<Item = Misfit> {
        let expected = &self.productivity.layer.grid.crs;
        let layers = [
            self.land_cover.map(|cover| cover.images.layer),
            self.soil_carbon.as_ref().map(SoilCarbon::layer),
            self.soil_units.map(|(layer, _)| layer),
        ];
        let other = layers.into_iter().flatten();
        other
            .filter(move |layer| layer.grid.crs != *expected)
            .map(|layer| Misfit::OtherCrs {
                layer: layer.id.clone(),
                found: layer.grid.crs.clone(),
                expected: expected.clone(),
            })
    }

    fn model_misfit(&self) -> Option<Misfit> {
        let Some(SoilCarbon::Modelled { .. }) = self.soil_carbon else {
            return None;
        };
        let Some(cover) = self.land_cover else {
            return Some(Misfit::CoverNotAnnual {
                missing: Vec::new(),
            });
        };
        let first = *cover.images.years.whole().first()?;
        let last = self.periods.reporting.compared.last;
        let has = |year: &i32| cover.images.years.only_band(*year).is_some();
        let missing: Vec<i32> = (first..=last).filter(|year| !has(year)).collect();
        (!missing.is_empty()).then_some(Misfit::CoverNotAnnual { missing })
    }
}
