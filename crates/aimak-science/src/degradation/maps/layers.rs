//! What do the layers beside productivity say about each cell of a window?

use aimak_core::{Grid, RasterFault, RasterLayer, RasterSource, Window};
use rayon::prelude::*;

use super::Misfit;
use crate::{
    aligned::Aligned,
    degradation::{
        ChangeClass,
        land_cover::LandCoverClass,
        legend::CoverRules,
        soil_carbon::CarbonStocks,
        soil_carbon_model::{ClimateZone, annual_stocks_t_per_ha},
        windows::Years as Span,
    },
    trend::maps::{Images, Years},
};

/// Land-cover maps of several years and how to read them.
#[derive(Clone, Copy)]
pub struct LandCover<'a> {
    /// The maps, one band a year.
    pub images: Images<'a>,
    /// Legend and matrix.
    pub rules: &'a CoverRules,
}

/// Where soil carbon comes from.
#[derive(Clone, Copy)]
pub enum SoilCarbon<'a> {
    /// Maps of several years, t/ha, one band a year.
    Maps(Images<'a>),
    /// One map of the first year of the land cover, t/ha, and the model of Trends.Earth over the years of the land cover.
    Modelled {
        /// The map.
        layer: &'a RasterLayer,
        /// Reads it.
        source: &'a dyn RasterSource,
        /// Climate of the whole map.
        zone: ClimateZone,
    },
}

/// The first and the last year of a period that a series of maps has, or why there are none.
///
/// Years without a map are not made up: a map of 2001 stands for the beginning of 2000–2015 where 2000 is missing, and the
/// years that were compared are told with the result.
///
/// # Errors
/// Fewer than two years within the period.
pub fn compared(layer: &RasterLayer, years: &Years, period: Span) -> Result<(i32, i32), Misfit> {
    let held = || {
        let all = years.whole().into_iter();
        all.filter(|year| period.contains(*year) && years.only_band(*year).is_some())
    };
    match (held().next(), held().next_back()) {
        (Some(first), Some(last)) if first < last => Ok((first, last)),
        _ => Err(Misfit::TooFewMaps {
            layer: layer.id.clone(),
            period,
            found: years.whole(),
        }),
    }
}

/// Classes of a window at the beginning and the end of a period, as places in the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverChange {
    /// First year.
    pub initial: Vec<Option<u8>>,
    /// Last year.
    pub last: Vec<Option<u8>>,
}

impl LandCover<'_> {
    /// Classes of one year in a window of `onto`.
    fn of_year(
        &self,
        onto: &Grid,
        year: i32,
        window: Window,
    ) -> Result<Vec<Option<u8>>, RasterFault> {
        let Images { layer, source, .. } = self.images;
        let aligned = Aligned {
            layer,
            source,
            onto,
        };
        match self.images.years.only_band(year) {
            Some(band) => aligned.values(band, window, |code| self.rules.class(code)),
            None => Ok(vec![None; window.width * window.height]),
        }
    }

    /// Classes at both ends of a period; nothing where the maps do not reach two of its years.
    ///
    /// # Errors
    /// Where a map cannot be read.
    pub fn change(
        &self,
        onto: &Grid,
        period: Span,
        window: Window,
    ) -> Result<CoverChange, RasterFault> {
        let Ok((first, last)) = compared(self.images.layer, self.images.years, period) else {
            let nothing = vec![None; window.width * window.height];
            return Ok(CoverChange {
                initial: nothing.clone(),
                last: nothing,
            });
        };
        Ok(CoverChange {
            initial: self.of_year(onto, first, window)?,
            last: self.of_year(onto, last, window)?,
        })
    }

    /// The classes of change.
    pub fn classes(&self, change: &CoverChange) -> Vec<Option<ChangeClass>> {
        let pairs = change.initial.iter().zip(&change.last);
        pairs
            .map(|(initial, last)| self.rules.change((*initial)?, (*last)?))
            .collect()
    }

    /// Which cells are water at the end of the period: the indicator is about land.
    pub fn water(&self, change: &CoverChange) -> Vec<bool> {
        let water = |class: u8| self.rules.among_seven(class) == Some(LandCoverClass::Water);
        change.last.iter().map(|c| c.is_some_and(water)).collect()
    }
}

impl SoilCarbon<'_> {
    /// The layer it is read from.
    pub const fn layer(&self) -> &RasterLayer {
        match self {
            Self::Maps(images) => images.layer,
            Self::Modelled { layer, .. } => layer,
        }
    }

    /// Classes of a window of `onto`. Where land cover is known, water has no soil.
    ///
    /// # Errors
    /// Where a map cannot be read.
    pub fn classes(
        &self,
        onto: &Grid,
        period: Span,
        window: Window,
        cover: Option<(&LandCover<'_>, &CoverChange)>,
    ) -> Result<Vec<Option<ChangeClass>>, RasterFault> {
        let stocks = match self {
            Self::Maps(images) => mapped(images, onto, period, window)?,
            Self::Modelled {
                layer,
                source,
                zone,
            } => {
                let first = Aligned {
                    layer,
                    source: *source,
                    onto,
                }
                .values(0, window, Some)?;
                let Some((cover, _)) = cover else {
                    return Ok(vec![None; first.len()]);
                };
                modelled(cover, &first, *zone, (onto, period, window))?
            }
        };
        let water = |class: Option<u8>, rules: &CoverRules| {
            class.and_then(|c| rules.among_seven(c)) == Some(LandCoverClass::Water)
        };
        let class = |(place, stocks): (usize, &Option<CarbonStocks>)| {
            let wet = cover.is_some_and(|(maps, change)| {
                water(change.initial[place], maps.rules) || water(change.last[place], maps.rules)
            });
            stocks.filter(|_| !wet)?.class()
        };
        Ok(stocks.iter().enumerate().map(class).collect())
    }
}

/// Stocks of the first and the last map of a period.
fn mapped(
    images: &Images<'_>,
    onto: &Grid,
    period: Span,
    window: Window,
) -> Result<Vec<Option<CarbonStocks>>, RasterFault> {
    let Images { layer, source, .. } = *images;
    let aligned = Aligned {
        layer,
        source,
        onto,
    };
    let years = compared(layer, images.years, period).ok();
    let bands = years.and_then(|(first, last)| {
        Some((
            images.years.only_band(first)?,
            images.years.only_band(last)?,
        ))
    });
    let Some((first, last)) = bands else {
        return Ok(vec![None; window.width * window.height]);
    };
    let base = aligned.values(first, window, Some)?;
    let later = aligned.values(last, window, Some)?;
    let both = |(base, later): (Option<f64>, Option<f64>)| {
        Some(CarbonStocks {
            base_t_per_ha: base?,
            later_t_per_ha: later?,
        })
    };
    Ok(base.into_iter().zip(later).map(both).collect())
}

/// Stocks that the model gives for the first and the last year of a period.
fn modelled(
    cover: &LandCover<'_>,
    first_t_per_ha: &[Option<f64>],
    zone: ClimateZone,
    (onto, period, window): (&Grid, Span, Window),
) -> Result<Vec<Option<CarbonStocks>>, RasterFault> {
    let years = cover.images.years.whole();
    let Ok((from, to)) = compared(cover.images.layer, cover.images.years, period) else {
        return Ok(vec![None; first_t_per_ha.len()]);
    };
    let years: Vec<i32> = years.into_iter().filter(|year| *year <= to).collect();
    let place = |year: i32| years.iter().position(|y| *y == year);
    let (Some(from), Some(to)) = (place(from), place(to)) else {
        return Ok(vec![None; first_t_per_ha.len()]);
    };
    let maps: Vec<Vec<Option<u8>>> = years
        .iter()
        .map(|year| cover.of_year(onto, *year, window))
        .collect::<Result<_, _>>()?;
    let of_cell = |(cell, first): (usize, &Option<f64>)| {
        let classes: Vec<Option<LandCoverClass>> = maps
            .iter()
            .map(|map| cover.rules.among_seven(map[cell]?))
            .collect();
        let stocks = annual_stocks_t_per_ha((*first)?, &classes, zone)?;
        Some(CarbonStocks {
            base_t_per_ha: stocks[from],
            later_t_per_ha: stocks[to],
        })
    };
    Ok(first_t_per_ha.par_iter().enumerate().map(of_cell).collect())
}
