//! How does diversity grow with effort, and how sure is each point of the curve?

use rayon::prelude::*;

use super::{
    assemblage::Assemblage,
    coverage::Reached,
    curve_point::{CurveMethod, CurvePoint, Redrawn},
    sample::Sample,
    size_curve::SizeCurve,
};
use crate::{methods::interval::variance, simulate::streams::Stream};

/// Further samples drawn for standard errors.
///
/// Replicate k depends only on (seed, name, k), so neither threads nor other samples show. At least 200 are asked for by
/// METHODS E.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redraws<'a> {
    /// How many.
    pub replicates: usize,
    /// Seed of the project.
    pub seed: u64,
    /// Name of the sample, so that two samples draw different numbers.
    pub name: &'a str,
}

/// What a curve is asked at.
#[derive(Clone, Copy, Debug)]
enum Ask<'a> {
    Sizes(&'a [u64]),
    Coverages(&'a [f64]),
}

/// The sizes of a curve drawn with so many points: half of them up to the sample, half up to twice its size, as in iNEXT.
///
/// ```
/// assert_eq!(aimak_science::diversity::curves::knots(9, 6), [1, 4, 8, 9, 10, 14, 18]);
/// ```
pub fn knots(n: u64, points: usize) -> Vec<u64> {
    let half = (points / 2).max(2);
    let between = |from: u64, to: u64| {
        let step = (to - from) as f64 / (half - 1) as f64;
        (0..half).map(move |i| (from as f64 + step * i as f64) as u64)
    };
    if n < 2 {
        return vec![n];
    }
    let mut sizes: Vec<u64> = between(1, n - 1)
        .chain([n])
        .chain(between(n + 1, 2 * n))
        .collect();
    sizes.dedup();
    sizes
}

/// Hill numbers of some orders at whole sizes, with coverage.
///
/// # Formula
/// [`SizeCurve`]; standard errors from further samples of the assemblage behind the sample ([`Assemblage`]).
///
/// # Example
/// ```
/// use aimak_science::diversity::{Redraws, Sample, curves::by_size};
/// let sample = Sample::of_individuals(&[9, 5, 3, 2, 1, 1]);
/// let draw = Redraws { replicates: 200, seed: 1, name: "meadow" };
/// let points = by_size(&sample, &[5, 21, 40], &[0.0, 1.0], Some(draw));
/// assert_eq!(points.len(), 6);
/// let whole = points[1].diversity.unwrap();
/// assert_eq!((points[1].method.id(), whole.value), ("observed", 6.0));
/// assert!(whole.limits().unwrap().0 < 6.0);
/// ```
///
/// # Reference
/// METHODS E.3; Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
pub fn by_size(
    sample: &Sample,
    sizes: &[u64],
    orders: &[f64],
    redraws: Option<Redraws>,
) -> Vec<CurvePoint> {
    points(sample, Ask::Sizes(sizes), orders, redraws)
}

/// Hill numbers of some orders where coverage reaches some targets (0–1).
///
/// Each replicate is brought to the same coverage, by a size of its own.
pub fn by_coverage(
    sample: &Sample,
    targets: &[f64],
    orders: &[f64],
    redraws: Option<Redraws>,
) -> Vec<CurvePoint> {
    points(sample, Ask::Coverages(targets), orders, redraws)
}

/// What one sample says: coverages at each place, then diversities order by order.
struct Answers {
    coverages: Vec<f64>,
    diversities: Vec<Option<f64>>,
}

impl Ask<'_> {
    /// The sizes a sample must have; `None` for a sample in which nothing was found.
    fn places(self, sample: &Sample) -> Option<Vec<Reached>> {
        let n = sample.size();
        match self {
            Self::Sizes(sizes) => {
                let place = |m: &u64| match *m {
                    m if m < n => Reached::Within { low: m, share: 0.0 },
                    m => Reached::Beyond {
                        further: (m - n) as f64,
                    },
                };
                (sample.total() > 0).then(|| sizes.iter().map(place).collect())
            }
            Self::Coverages(targets) => targets
                .iter()
                .map(|target| sample.size_at_coverage(*target))
                .collect(),
        }
    }

    fn answers(self, sample: &Sample, orders: &[f64]) -> Option<(Vec<Reached>, Answers)> {
        let places = self.places(sample)?;
        let coverages = places
            .iter()
            .map(|place| sample.coverage_reached(*place))
            .collect();
        let of_order = |order: &f64| -> Vec<Option<f64>> {
            let curve = SizeCurve::new(sample, *order);
            let at = |place: &Reached| curve.as_ref().and_then(|curve| curve.at_reached(*place));
            places.iter().map(at).collect()
        };
        let diversities = orders.iter().flat_map(of_order).collect();
        Some((
            places,
            Answers {
                coverages,
                diversities,
            },
        ))
    }
}

fn points(sample: &Sample, ask: Ask, orders: &[f64], redraws: Option<Redraws>) -> Vec<CurvePoint> {
    let Some((places, found)) = ask.answers(sample, orders) else {
        return Vec::new();
    };
    let replicates =
        redraws.map_or_else(Vec::new, |redraws| replicates(sample, ask, orders, redraws));
    let drawn = redraws.map_or(0, |redraws| redraws.replicates);
    let spread = |of: &dyn Fn(&Answers) -> Option<f64>| -> Option<f64> {
        let values: Vec<f64> = replicates.iter().flatten().filter_map(of).collect();
        if values.len() * 10 < drawn * 9 {
            return None;
        }
        variance(&values).map(f64::sqrt)
    };
    let coverages: Vec<Redrawn> = (0..places.len())
        .map(|k| Redrawn {
            value: found.coverages[k],
            se: spread(&|answers| Some(answers.coverages[k])),
        })
        .collect();
    let of_order = |(j, order): (usize, &f64)| -> Vec<CurvePoint> {
        let point = |(k, place): (usize, &Reached)| {
            let at = j * places.len() + k;
            CurvePoint {
                order: *order,
                size: place.size(sample.size()),
                method: method(*place),
                coverage: coverages[k],
                diversity: found.diversities[at].map(|value| Redrawn {
                    value,
                    se: spread(&|answers| answers.diversities[at]),
                }),
            }
        };
        places.iter().enumerate().map(point).collect()
    };
    orders.iter().enumerate().flat_map(of_order).collect()
}

fn method(place: Reached) -> CurveMethod {
    match place {
        Reached::Within { .. } => CurveMethod::Rarefied,
        Reached::Beyond { further: 0.0 } => CurveMethod::Observed,
        Reached::Beyond { .. } => CurveMethod::Extrapolated,
    }
}

/// What further samples say, in their order.
fn replicates(sample: &Sample, ask: Ask, orders: &[f64], redraws: Redraws) -> Vec<Option<Answers>> {
    let assemblage = Assemblage::behind(sample);
    let replicate = |k: usize| {
        let name = ["diversity", redraws.name, &k.to_string()];
        let drawn = assemblage.draw(&mut Stream::named(redraws.seed, &name));
        ask.answers(&drawn, orders).map(|(_, answers)| answers)
    };
    (0..redraws.replicates)
        .into_par_iter()
        .map(replicate)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn girdled() -> Sample {
        let mut counts = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
        counts.extend([1; 12]);
        Sample::of_individuals(&counts)
    }

    const DRAW: Redraws = Redraws {
        replicates: 200,
        seed: 20,
        name: "girdled",
    };

    #[test]
    fn the_number_of_threads_does_not_show() {
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| by_size(&girdled(), &knots(168, 40), &[0.0, 1.0, 2.0], Some(DRAW)))
        };
        assert_eq!(on(1), on(3));
    }

    #[test]
    fn sizes_and_coverages_meet() {
        let sample = girdled();
        let by_cover = by_coverage(&sample, &[0.5, 0.9, 0.95, 1.0], &[0.0, 1.0], None);
        assert_eq!(by_cover.len(), 8);
        for point in &by_cover[..3] {
            assert!(
                (point.coverage.value
                    - [0.5, 0.9, 0.95]
                        [usize::from(point.size > 10.0) + usize::from(point.size > 100.0)])
                .abs()
                    < 1e-3
            );
        }
        assert_eq!(
            by_cover[3].diversity.unwrap().value,
            sample.asymptotic(0.0).unwrap()
        );
        assert!(
            by_cover
                .iter()
                .all(|point| point.diversity.unwrap().se.is_none())
        );
    }

    #[test]
    fn nothing_found_has_no_curve() {
        assert!(by_size(&Sample::of_individuals(&[]), &[1, 2], &[0.0], Some(DRAW)).is_empty());
    }

    #[test]
    fn errors_grow_beyond_the_sample() {
        let points = by_size(&girdled(), &[84, 168, 336], &[0.0], Some(DRAW));
        let se: Vec<f64> = points
            .iter()
            .map(|p| p.diversity.unwrap().se.unwrap())
            .collect();
        assert!(se[0] < se[1] && se[1] < se[2], "{se:?}");
    }
}
