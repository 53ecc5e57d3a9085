//! A row of figures for each of what is compared.

use aimak_core::{Progress as _, Withheld};
use aimak_io::zonal::{Cells, Rows};
use aimak_science::diversity::{
    ChaoVariant, CurvePoint, Estimator, Redraws, RichnessEstimate, comparison::at_coverage,
    hill::hill_number, summary::Summary,
};
use rayon::prelude::*;

use super::found::{Assemblage, Found};
use crate::{args, progress::Bars};

/// Estimates of richness that are written: of individuals, and of plots.
const OF_INDIVIDUALS: [Estimator; 3] = [
    Estimator::Chao1(ChaoVariant::Classic),
    Estimator::Chao1(ChaoVariant::BiasCorrected),
    Estimator::Ace,
];
const OF_PLOTS: [Estimator; 2] = [
    Estimator::Chao2(ChaoVariant::Classic),
    Estimator::Chao2(ChaoVariant::BiasCorrected),
];

/// The figures of one assemblage.
struct Figures<'a> {
    assemblage: &'a Assemblage,
    hill: Vec<Option<f64>>,
    /// What the sample says, where it is one.
    summary: Option<Summary>,
    /// Hill numbers at the coverage asked for.
    compared: Option<Result<Vec<CurvePoint>, Withheld>>,
}

/// The table of figures.
pub fn rows(
    args: &args::Diversity,
    found: &Found,
    target: Option<f64>,
    bars: &Bars<'_>,
) -> Rows<String> {
    let figures: Vec<Figures<'_>> = found
        .assemblages()
        .par_iter()
        .map(|assemblage| {
            let figures = Figures::of(assemblage, args, target.filter(|_| !bars.cancelled()));
            bars.advance(1);
            figures
        })
        .collect();
    let mut columns = Columns {
        figures: &figures,
        columns: Vec::new(),
    };
    columns.sample();
    columns.hill(&args.q);
    if args.cover.is_none() {
        columns.estimates(args.plots.is_some());
        columns.asymptotic(&args.q);
    }
    if target.is_some() {
        columns.compared(&args.q);
    }
    let ids = figures.iter().map(|figures| figures.assemblage.id.clone());
    Rows {
        field: args.by.clone(),
        ids: ids.collect(),
        columns: columns.columns,
    }
}

impl<'a> Figures<'a> {
    fn of(assemblage: &'a Assemblage, args: &args::Diversity, target: Option<f64>) -> Self {
        let hill = |q: &f64| hill_number(&assemblage.amounts, *q);
        let sample = assemblage.sample.as_ref();
        let draws = Redraws {
            replicates: args.bootstraps,
            seed: args.seed,
            name: &assemblage.id,
        };
        let redraws = (args.bootstraps > 0).then_some(draws);
        Self {
            assemblage,
            hill: args.q.iter().map(hill).collect(),
            summary: sample.map(|sample| Summary::of(sample, &args.q)),
            compared: sample
                .zip(target)
                .map(|(sample, target)| at_coverage(sample, target, &args.q, redraws)),
        }
    }

    fn point(&self, place: usize) -> Option<&CurvePoint> {
        self.compared.as_ref()?.as_ref().ok()?.get(place)
    }
}

/// Columns being made.
struct Columns<'a> {
    figures: &'a [Figures<'a>],
    columns: Vec<(String, Cells)>,
}

impl Columns<'_> {
    fn numbers(&mut self, name: String, of: impl Fn(&Figures<'_>) -> Option<f64>) {
        let cells = Cells::Numbers(self.figures.iter().map(of).collect());
        self.columns.push((name, cells));
    }

    fn words(&mut self, name: &str, of: impl Fn(&Figures<'_>) -> Option<String>) {
        let cells = Cells::Words(self.figures.iter().map(of).collect());
        self.columns.push((name.to_owned(), cells));
    }

    fn whole(&mut self, name: &str, of: impl Fn(&Figures<'_>) -> Option<i64>) {
        let cells = Cells::Whole(self.figures.iter().map(of).collect());
        self.columns.push((name.to_owned(), cells));
    }

    /// Size, species seen, coverage.
    fn sample(&mut self) {
        self.whole("n", |figures| {
            i64::try_from(figures.summary.as_ref()?.size).ok()
        });
        self.whole("s_obs", |figures| {
            i64::try_from(figures.assemblage.amounts.len()).ok()
        });
        self.numbers("coverage".to_owned(), |figures| {
            figures.summary.as_ref()?.coverage
        });
    }

    fn hill(&mut self, orders: &[f64]) {
        for (place, q) in orders.iter().enumerate() {
            self.numbers(format!("hill_q{q}"), |figures| figures.hill[place]);
        }
    }

    /// Estimates of richness with their errors; none where the estimator has none for the sample.
    fn estimates(&mut self, on_plots: bool) {
        let written: &[Estimator] = if on_plots { &OF_PLOTS } else { &OF_INDIVIDUALS };
        for estimator in written {
            let of = |figures: &Figures<'_>, part: fn(&RichnessEstimate) -> f64| {
                let found = &figures.summary.as_ref()?.estimates;
                found
                    .iter()
                    .find(|found| found.estimator == *estimator)
                    .map(part)
            };
            let name = estimator.id();
            self.numbers(name.to_owned(), |figures| {
                of(figures, |found| found.estimate)
            });
            self.numbers(format!("{name}_se"), |figures| {
                of(figures, |found| found.se)
            });
            self.numbers(format!("{name}_low"), |figures| {
                of(figures, |found| found.limits.0)
            });
            self.numbers(format!("{name}_high"), |figures| {
                of(figures, |found| found.limits.1)
            });
        }
    }

    /// Estimated Hill numbers of the whole assemblage.
    fn asymptotic(&mut self, orders: &[f64]) {
        for (place, q) in orders.iter().enumerate() {
            self.numbers(format!("asymptotic_q{q}"), |figures| {
                figures.summary.as_ref()?.asymptotic[place]
            });
        }
    }

    /// Hill numbers at one coverage, or why there are none.
    fn compared(&mut self, orders: &[f64]) {
        self.numbers("compared_coverage".to_owned(), |figures| {
            Some(figures.point(0)?.coverage.value)
        });
        self.numbers("compared_size".to_owned(), |figures| {
            Some(figures.point(0)?.size)
        });
        self.words("compared_method", |figures| {
            Some(figures.point(0)?.method.id().to_owned())
        });
        for (place, q) in orders.iter().enumerate() {
            let limits = |figures: &Figures<'_>| figures.point(place)?.diversity?.limits();
            self.numbers(format!("compared_q{q}"), |figures| {
                Some(figures.point(place)?.diversity?.value)
            });
            self.numbers(format!("compared_q{q}_low"), |figures| {
                Some(limits(figures)?.0)
            });
            self.numbers(format!("compared_q{q}_high"), |figures| {
                Some(limits(figures)?.1)
            });
        }
        self.words("compared_reason", |figures| {
            let refused = figures.compared.as_ref()?.as_ref().err()?;
            Some(refused.reason.code().to_owned())
        });
    }
}
