//! Rarefaction and extrapolation: diversity by effort.

use aimak_core::{Message, Progress as _};
use aimak_io::{
    problem::Problem,
    zonal::{Cells, Rows},
};
use aimak_science::diversity::{
    CurvePoint, Redraws,
    curves::{by_size, knots},
};
use rayon::prelude::*;

use super::found::Found;
use crate::{args, progress::Bars};

/// Points of a curve, half of them up to the sample, as iNEXT draws it.
const KNOTS: usize = 40;

/// Writes the curves, where they are asked for.
///
/// # Errors
/// Where the disk refuses.
pub fn write(args: &args::Diversity, found: &Found, bars: &Bars<'_>) -> Result<(), Problem> {
    let Some(path) = &args.curve else {
        return Ok(());
    };
    let all = found.assemblages();
    bars.begin(Message::new("stage-diversity-curve"), all.len());
    let curves: Vec<(&String, Vec<CurvePoint>)> = all
        .par_iter()
        .filter(|_| !bars.cancelled())
        .filter_map(|assemblage| {
            let sample = assemblage.sample.as_ref()?;
            let redraws = (args.bootstraps > 0).then_some(Redraws {
                replicates: args.bootstraps,
                seed: args.seed,
                name: &assemblage.id,
            });
            let points = by_size(sample, &knots(sample.size(), KNOTS), &args.q, redraws);
            bars.advance(1);
            Some((&assemblage.id, points))
        })
        .collect();
    bars.finish();
    if bars.cancelled() {
        return Ok(());
    }
    aimak_io::zonal::write_rows(path, &rows(&args.by, &curves))
}

fn rows(by: &str, curves: &[(&String, Vec<CurvePoint>)]) -> Rows {
    let points = || {
        curves
            .iter()
            .flat_map(|(id, points)| points.iter().map(move |point| (*id, point)))
    };
    let numbers = |of: &dyn Fn(&CurvePoint) -> Option<f64>| {
        Cells::Numbers(points().map(|(_, point)| of(point)).collect())
    };
    let methods = points().map(|(_, point)| Some(point.method.id().to_owned()));
    let limits = |point: &CurvePoint| point.diversity?.limits();
    Rows {
        field: by.to_owned(),
        ids: points().map(|(id, _)| id.clone()).collect(),
        columns: vec![
            ("q", numbers(&|point| Some(point.order))),
            ("size", numbers(&|point| Some(point.size))),
            ("method", Cells::Words(methods.collect())),
            ("diversity", numbers(&|point| Some(point.diversity?.value))),
            ("diversity_low", numbers(&|point| Some(limits(point)?.0))),
            ("diversity_high", numbers(&|point| Some(limits(point)?.1))),
            ("coverage", numbers(&|point| Some(point.coverage.value))),
            (
                "coverage_low",
                numbers(&|point| Some(point.coverage.limits()?.0)),
            ),
            (
                "coverage_high",
                numbers(&|point| Some(point.coverage.limits()?.1.min(1.0))),
            ),
        ],
    }
}
