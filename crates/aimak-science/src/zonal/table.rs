//! Which figure stands in which column for which polygon?

use std::collections::BTreeSet;

use aimak_core::{Progress, RasterFault, RasterLayer, RasterSource};
use geo::MultiPolygon;
use rayon::prelude::*;

use super::{
    Needs, Nested, Route, Statistic, Sums, Totals, Weighted, WeightedSums, pass, row_areas_m2,
};

/// What is asked of one raster.
pub struct Question<'a> {
    /// The raster.
    pub layer: &'a RasterLayer,
    /// Reads it, and the weights.
    pub source: &'a dyn RasterSource,
    /// The figures, in the order of the columns.
    pub statistics: &'a [Statistic],
    /// The raster of weights and how its cells nest, for weighted figures.
    pub weights: Option<(&'a RasterLayer, &'a Nested)>,
}

/// Figures of polygons, column by column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZonalTable {
    /// Names and values; a value is `None` where the polygon has none.
    pub columns: Vec<(String, Vec<Option<f64>>)>,
    /// Polygons (by place) whose pixels of a band could not all be read: they have no figures of that band.
    pub faults: Vec<(usize, RasterFault)>,
}

/// What is kept of a polygon in a band.
#[derive(Clone, Debug, Default)]
struct Figures {
    numbers: Vec<Option<f64>>,
    shares: Vec<(f64, f64)>,
    weighted: WeightedSums,
}

/// One figure per column and polygon, all bands in one pass. With several bands the columns begin with `band_1_`, ...
///
/// It reports what is there: a polygon of which a single cell holds a value has a mean. Whether that is enough is for the
/// indicators to say. `None` where `progress` asked to stop.
pub fn table(
    question: &Question<'_>,
    shapes: &[MultiPolygon<f64>],
    progress: &dyn Progress,
) -> Option<ZonalTable> {
    let Question { layer, source, .. } = question;
    let place = |shape: &MultiPolygon<f64>| source.to_grid(layer, shape);
    let zones: Vec<Result<MultiPolygon<f64>, RasterFault>> = shapes.par_iter().map(place).collect();
    let mut figures = plain(question, &zones, progress)?;
    if let Some((weights, nested)) = question.weights {
        let weighted = Weighted {
            nested,
            values: &|band, window| source.block(layer, band, window),
            weights: &|band, window| source.block(weights, band, window),
        };
        let route = Route {
            grid: &nested.grid,
            ..Route::over(layer, layer.bands.len(), &zones)
        };
        let sums = pass(&route, &weighted, progress)?;
        let all = figures.iter_mut().flatten().zip(sums.into_iter().flatten());
        for (figures, sums) in all {
            match (figures, sums) {
                (Ok(figures), Ok(sums)) => figures.weighted = sums,
                (figures, Err(fault)) => *figures = Err(fault),
                (Err(_), Ok(_)) => {}
            }
        }
    }
    Some(columns(question, &figures))
}

/// Figures that need no second raster.
fn plain(
    question: &Question<'_>,
    zones: &[Result<MultiPolygon<f64>, RasterFault>],
    progress: &dyn Progress,
) -> Option<Vec<Vec<Result<Figures, RasterFault>>>> {
    let Question {
        layer,
        source,
        statistics,
        ..
    } = question;
    let finish = |_: usize, totals: Result<Totals, RasterFault>| {
        totals.map(|totals| Figures {
            numbers: statistics.iter().map(|wanted| wanted.of(&totals)).collect(),
            shares: if statistics.contains(&Statistic::Shares) {
                totals.frequencies.shares()
            } else {
                Vec::new()
            },
            weighted: WeightedSums::default(),
        })
    };
    let sums = Sums {
        read: &|band, window| source.block(layer, band, window),
        needs: Needs::of(statistics),
        row_areas_m2: if statistics.contains(&Statistic::AreaHa) {
            row_areas_m2(&layer.grid)
        } else {
            Vec::new()
        },
        finish: &finish,
    };
    pass(
        &Route::over(layer, layer.bands.len(), zones),
        &sums,
        progress,
    )
}

/// Turns figures by polygon into columns.
fn columns(question: &Question<'_>, figures: &[Vec<Result<Figures, RasterFault>>]) -> ZonalTable {
    let bands = question.layer.bands.len();
    let mut table = ZonalTable::default();
    for (zone, bands) in figures.iter().enumerate() {
        let faults = bands.iter().filter_map(|band| band.as_ref().err());
        table
            .faults
            .extend(faults.map(|fault| (zone, fault.clone())));
    }
    for band in 0..bands {
        let of_band: Vec<Option<&Figures>> = figures
            .iter()
            .map(|zone| zone.get(band)?.as_ref().ok())
            .collect();
        let prefix = if bands > 1 {
            format!("band_{}_", band + 1)
        } else {
            String::new()
        };
        for (place, statistic) in question.statistics.iter().enumerate() {
            let weighted = |ask: fn(&WeightedSums) -> Option<f64>| {
                let of = |figures: Option<&Figures>| ask(&figures?.weighted);
                of_band.iter().copied().map(of).collect()
            };
            let values = match statistic {
                Statistic::Shares => {
                    table.columns.extend(share_columns(&prefix, &of_band));
                    continue;
                }
                Statistic::WeightedMean => weighted(WeightedSums::mean),
                Statistic::WeightedSum => weighted(WeightedSums::total),
                _ => of_band
                    .iter()
                    .map(|figures| figures.and_then(|figures| figures.numbers[place]))
                    .collect(),
            };
            table.columns.push((format!("{prefix}{statistic}"), values));
        }
    }
    table
}

/// One column for each value that occurs anywhere; 0 where a polygon has values but not this one.
fn share_columns(prefix: &str, of_band: &[Option<&Figures>]) -> Vec<(String, Vec<Option<f64>>)> {
    let key = |value: f64| (value + 0.0).to_bits();
    let mut classes: Vec<f64> = Vec::new();
    let mut seen = BTreeSet::new();
    for (value, _) in of_band.iter().flatten().flat_map(|figures| &figures.shares) {
        if seen.insert(key(*value)) {
            classes.push(*value);
        }
    }
    classes.sort_by(f64::total_cmp);
    let column = |class: &f64| {
        let share = |figures: Option<&Figures>| {
            let shares = &figures?.shares;
            let found = shares.iter().find(|(value, _)| value == class);
            (!shares.is_empty()).then(|| found.map_or(0.0, |(_, share)| *share))
        };
        (
            format!("{prefix}share_{class}"),
            of_band.iter().copied().map(share).collect(),
        )
    };
    classes.iter().map(column).collect()
}
