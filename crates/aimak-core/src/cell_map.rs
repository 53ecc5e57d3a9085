//! What does an indicator look like cell by cell?

use serde::{Deserialize, Serialize};

use crate::{
    estimate::Unit,
    grid::{Grid, RasterFault, Window},
    message::Message,
    release::Quantity,
};

/// What the cells of a map mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapAbout {
    /// The indicator it belongs to.
    pub indicator: String,
    /// What of the indicator.
    pub quantity: Quantity,
    /// What the numbers mean.
    pub legend: MapLegend,
    /// Caveats that belong to the map (`note-...`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Message>,
}

impl MapAbout {
    /// Name of its files, without an ending: the indicator, and what of it where an indicator has several maps.
    ///
    /// ```
    /// use aimak_core::{MapAbout, MapLegend, PeriodId, Quantity, Unit};
    /// let about = |quantity| MapAbout {
    ///     indicator: "soil_loss_water".into(), quantity, legend: MapLegend::Values(Unit::TonnePerHectareYear), notes: vec![],
    /// };
    /// let (before, after) = (PeriodId("before".into()), PeriodId("after".into()));
    /// assert_eq!(about(Quantity::State { period: before.clone() }).stem(), "soil_loss_water-before");
    /// assert_eq!(about(Quantity::Change { before, after }).stem(), "soil_loss_water-change-before-after");
    /// assert_eq!(about(Quantity::Timeless).stem(), "soil_loss_water");
    /// ```
    pub fn stem(&self) -> String {
        let indicator = &self.indicator;
        let stem = match &self.quantity {
            Quantity::State { period } => format!("{indicator}-{period}"),
            Quantity::Between { before, after } => format!("{indicator}-between-{before}-{after}"),
            Quantity::Change { before, after } => format!("{indicator}-change-{before}-{after}"),
            Quantity::DifferenceOfChanges { before, after } => {
                format!("{indicator}-difference-{before}-{after}")
            }
            Quantity::At { date } => format!("{indicator}-{date}"),
            Quantity::Timeless | Quantity::Trend { .. } | Quantity::OverYears { .. } => {
                indicator.clone()
            }
        };
        // ids of periods are free text
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        stem.replace(|c| !plain(c), "-")
    }
}

/// What the numbers of a map mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapLegend {
    /// Values of a unit, in steps of one size.
    Values(Unit),
    /// Values of a unit in classes: the limits between them, rising. The lowest and the highest class are open.
    Classed {
        /// The unit.
        unit: Unit,
        /// The limits.
        limits: Vec<f64>,
    },
    /// Classes, from worse to better. Texts call them `cell-class-<key>`.
    Classes(Vec<MapClass>),
}

/// One class of a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapClass {
    /// Its number in the raster, from 1.
    pub code: u8,
    /// Its key in texts.
    pub key: String,
}

/// A map that is computed strip by strip.
pub trait CellMap: Sync {
    /// What its cells mean.
    fn about(&self) -> &MapAbout;

    /// Where they lie.
    fn grid(&self) -> &Grid;

    /// Windows of whole rows that are computed one after the other; together they are the grid.
    fn strips(&self) -> Vec<Window>;

    /// The values of a window, row by row; `None` for a cell without one.
    ///
    /// # Errors
    /// The first layer that cannot be read there.
    fn values(&self, window: Window) -> Result<Vec<Option<f64>>, RasterFault>;
}

/// A map of the release: a raster for a GIS and a picture of it for a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapLayer {
    /// What it shows.
    #[serde(flatten)]
    pub about: MapAbout,
    /// The raster among the assets, a cloud-optimised `GeoTIFF`.
    pub raster: String,
    /// The picture among the assets: a grey PNG whose numbers are codes, 0 for no value, on a grid of degrees.
    pub picture: String,
    /// Where the cells of the raster lie; absent in releases of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<MapGrid>,
    /// West, south, east, north of the picture, degrees.
    pub bounds: [f64; 4],
    /// Value of code 1 and the step to the next code; absent for classes, whose codes are their numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<MapScale>,
}

/// Where the cells of a raster lie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapGrid {
    /// Their grid, in the CRS of the raster.
    #[serde(flatten)]
    pub grid: Grid,
    /// West, south, east, north of the whole raster, degrees.
    pub bounds: [f64; 4],
}

/// How codes become values: `low + step * (code - 1)`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapScale {
    /// Value of code 1; it and the highest code, 255, stand for everything beyond, too.
    pub low: f64,
    /// Difference of neighbouring codes.
    pub step: f64,
}

impl MapScale {
    /// Highest code.
    const HIGHEST: f64 = 255.0;

    /// A scale whose middle code is zero and whose ends are `±largest`.
    ///
    /// ```
    /// use aimak_core::cell_map::MapScale;
    /// let scale = MapScale::about_zero(0.127);
    /// assert_eq!([scale.code(-9.0), scale.code(0.0), scale.code(9.0)], [1, 128, 255]);
    /// assert!((scale.value(129) - 0.001).abs() < 1e-12);
    /// ```
    pub fn about_zero(largest: f64) -> Self {
        let step = largest.max(f64::MIN_POSITIVE) / 127.0;
        Self {
            low: -127.0 * step,
            step,
        }
    }

    /// The code nearest to a value.
    pub fn code(&self, value: f64) -> u8 {
        (1.0 + (value - self.low) / self.step)
            .round()
            .clamp(1.0, Self::HIGHEST) as u8
    }

    /// The value of a code.
    pub fn value(&self, code: u8) -> f64 {
        self.low + self.step * (f64::from(code) - 1.0)
    }
}
