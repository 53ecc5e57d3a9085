//! What does the terrain of a piece of land look like, once and for all?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Design, Finding, Land, Message, NoInterval, Quantity, RasterLayer, SampleSize,
    SampleUnit, Subject, Survey, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{
    Measured, Spread,
    finding::About,
    series::{inputs, reprojected},
};
use crate::indicators::{Indicator, SlopeFigure};

/// Slope figures of one piece of land.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slopes {
    /// Mean slope, per cent.
    pub mean_percent: f64,
    /// Share of the area steeper than 15 %, per cent.
    pub share_above_15_percent: f64,
    /// Cells behind the figures, as a sum of coverage fractions.
    pub cells: f64,
}

/// The terrain of one piece of land, or why it is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneSlopes {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// The figures.
    pub slopes: Result<Slopes, Withheld>,
}

/// The finding of one zone: a census of cells, so without an interval, and without time, so without change.
pub fn finding(
    survey: &Survey,
    indicator: &'static Indicator,
    figure: SlopeFigure,
    layer: &RasterLayer,
    zone: &ZoneSlopes,
) -> Finding {
    let answer = zone.slopes.clone().map(|slopes| Measured {
        value: match figure {
            SlopeFigure::Mean => slopes.mean_percent,
            SlopeFigure::ShareAbove15 => slopes.share_above_15_percent,
        },
        spread: Spread::Unknown(NoInterval::Census),
        sample: SampleSize {
            of: SampleUnit::Cells,
            n: slopes.cells.round() as usize,
            n_other: None,
        },
        flags: reprojected(layer),
        notes: vec![Message::new("note-terrain-does-not-change")],
        parameters: BTreeMap::from([("layer".to_owned(), layer.id.clone())]),
        inputs: inputs(layer, 1),
    });
    let subject = Subject::Aimak(zone.aimak.clone());
    let about = About {
        survey,
        indicator,
        subject,
        land: zone.land,
    };
    about.finding(Quantity::Timeless, Design::State, answer)
}
