//! Where does the rain carry off how much, before, after and in between?

use std::sync::OnceLock;

use aimak_core::{
    AimakCode, CellMap, Grid, MapAbout, MapLegend, Message, PartialDate, Period, Quantity,
    RasterFault, RasterSource, Span, Survey, Unit, Window,
};

use super::erosion::Erosion;
use crate::{
    erosion::water::{
        region::{
            Region,
            cover::CellCover,
            relief::{self, ReliefCells},
        },
        soil_loss::CLASS_LIMITS,
    },
    studies::{soil_loss::Climate, window::pairs},
    zonal::STRIP_ROWS,
};

/// The indicator these maps belong to.
const INDICATOR: &str = "soil_loss_water";

/// The question of the maps, and the relief they share: it is found once for each strip.
pub(super) struct ErosionMaps<'a> {
    survey: &'a Survey,
    erosion: Erosion<'a>,
    source: &'a dyn RasterSource,
    strips: Vec<OnceLock<Result<ReliefCells, RasterFault>>>,
}

impl<'a> ErosionMaps<'a> {
    /// The maps of a survey; `None` where it does not ask for erosion or its layers cannot answer.
    pub fn of(survey: &'a Survey, source: &'a dyn RasterSource) -> Option<Self> {
        let erosion = Erosion::of(survey)?;
        erosion.check().ok()?;
        let strips = erosion.grid().height.div_ceil(STRIP_ROWS);
        Some(Self {
            survey,
            erosion,
            source,
            strips: (0..strips).map(|_| OnceLock::new()).collect(),
        })
    }

    /// Loss of every period before or after, and their differences. Only for periods that mean the same years everywhere, and for
    /// a station that stands for the whole region: a cell does not know its aimak.
    pub fn maps<'m>(&'m self) -> Vec<Box<dyn CellMap + 'm>> {
        let mut maps: Vec<Box<dyn CellMap + 'm>> = Vec::new();
        let mut told: Vec<&Period> = Vec::new();
        for (before, after) in pairs(self.survey) {
            let sides = self.side(before).zip(self.side(after));
            let Some((first, last)) = sides else { continue };
            for (period, side) in [(before, &first), (after, &last)] {
                if !told.contains(&period) {
                    told.push(period);
                    maps.push(Box::new(self.state(period, side.clone())));
                }
            }
            maps.push(Box::new(self.change(before, after, [first, last])));
        }
        maps
    }

    /// Years and erosivity of a period.
    fn side(&self, period: &Period) -> Option<Side> {
        let span: Span = period.resolve(None)?;
        let everywhere = AimakCode(String::new());
        let climate = Climate::of(
            &self.survey.weather,
            &everywhere,
            span,
            self.erosion.asked.erosivity,
        );
        let within = |year: &i16| span.covers(PartialDate::Year(*year).span());
        let years = self.erosion.years(self.survey).into_iter();
        let years: Vec<i16> = years.filter(within).collect();
        (!years.is_empty()).then_some(Side {
            years,
            erosivity: climate.ok()?.erosivity,
        })
    }

    fn state(&self, period: &Period, side: Side) -> LossMap<'_> {
        let quantity = Quantity::State {
            period: period.id.clone(),
        };
        let legend = MapLegend::Classed {
            unit: Unit::TonnePerHectareYear,
            limits: CLASS_LIMITS.to_vec(),
        };
        self.map(quantity, legend, None, side)
    }

    fn change(&self, before: &Period, after: &Period, [first, last]: [Side; 2]) -> LossMap<'_> {
        let quantity = Quantity::Change {
            before: before.id.clone(),
            after: after.id.clone(),
        };
        let legend = MapLegend::Values(Unit::TonnePerHectareYear);
        self.map(quantity, legend, Some(first), last)
    }

    fn map(
        &self,
        quantity: Quantity,
        legend: MapLegend,
        minus: Option<Side>,
        of: Side,
    ) -> LossMap<'_> {
        let notes = ["note-cells-soil-loss-blank", "note-soil-loss-modelled"];
        LossMap {
            about: MapAbout {
                indicator: INDICATOR.to_owned(),
                quantity,
                legend,
                notes: notes.map(Message::new).to_vec(),
            },
            region: self.erosion.region(self.source),
            strips: &self.strips,
            minus,
            of,
        }
    }
}

/// Land and rain of a period.
#[derive(Clone, Debug)]
struct Side {
    years: Vec<i16>,
    erosivity: f64,
}

/// Soil loss of every cell in a period, or the difference of two.
struct LossMap<'a> {
    about: MapAbout,
    region: Region<'a>,
    strips: &'a [OnceLock<Result<ReliefCells, RasterFault>>],
    minus: Option<Side>,
    of: Side,
}

impl LossMap<'_> {
    /// Mean C of every cell over years; `None` for what is no soil in any of them, or never seen.
    fn cover(&self, years: &[i16], window: Window) -> Result<Vec<Option<f64>>, RasterFault> {
        let cells = window.width * window.height;
        let (mut sums, mut seen) = (vec![0.0; cells], vec![0_u16; cells]);
        let mut is_soil = vec![true; cells];
        for year in years {
            for (cell, cover) in self.region.cover(*year, window)?.into_iter().enumerate() {
                match cover {
                    CellCover::Soil(c) => {
                        sums[cell] += f64::from(c);
                        seen[cell] += 1;
                    }
                    CellCover::NoSoil => is_soil[cell] = false,
                    CellCover::Unknown => {}
                }
            }
        }
        let mean = |cell: usize| {
            let known = is_soil[cell] && seen[cell] > 0;
            known.then(|| sums[cell] / f64::from(seen[cell]))
        };
        Ok((0..cells).map(mean).collect())
    }

    fn relief(&self, window: Window) -> Result<&ReliefCells, RasterFault> {
        let strip = &self.strips[window.row / STRIP_ROWS];
        let found =
            strip.get_or_init(|| relief::cells(self.region.dem, self.region.source, window));
        found.as_ref().map_err(Clone::clone)
    }
}

impl CellMap for LossMap<'_> {
    fn about(&self) -> &MapAbout {
        &self.about
    }

    fn grid(&self) -> &Grid {
        &self.region.dem.grid
    }

    fn strips(&self) -> Vec<Window> {
        let grid = self.grid();
        let strip = |row: usize| Window {
            row,
            col: 0,
            width: grid.width,
            height: STRIP_ROWS.min(grid.height - row),
        };
        (0..grid.height).step_by(STRIP_ROWS).map(strip).collect()
    }

    fn values(&self, window: Window) -> Result<Vec<Option<f64>>, RasterFault> {
        let relief = self.relief(window)?;
        let detached = self.region.detached(relief, window)?;
        let of = self.cover(&self.of.years, window)?;
        let minus = match &self.minus {
            Some(side) => Some((side.erosivity, self.cover(&side.years, window)?)),
            None => None,
        };
        let value = |cell: usize| {
            let detached = f64::from(detached[cell].filter(|_| !relief.steep[cell])?);
            let loss = self.of.erosivity * detached * of[cell]?;
            match &minus {
                Some((erosivity, cover)) => Some(loss - erosivity * detached * cover[cell]?),
                None => Some(loss),
            }
        };
        Ok((0..of.len())
            .map(|cell| value(cell).map(shortened))
            .collect())
    }
}

/// A value to eight binary digits, at most 0.2 % off: digits that nobody knows would make the files three times as large.
fn shortened(value: f64) -> f64 {
    const DROPPED: u32 = 52 - 8;
    let half = 1_u64 << (DROPPED - 1);
    f64::from_bits((value.to_bits() + half) >> DROPPED << DROPPED)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn zero_and_whole_numbers_stay() {
        assert_eq!(
            [0.0, 1.0, -2.0, 50.0, 255.0].map(shortened),
            [0.0, 1.0, -2.0, 50.0, 255.0]
        );
    }

    proptest! {
        #[test]
        fn values_move_by_no_more_than_a_five_hundredth(value in -2000.0..2000.0_f64) {
            prop_assert!((shortened(value) - value).abs() <= value.abs() / 500.0);
        }
    }
}
