//! Are neighbours more alike than chance would have them?

use aimak_core::{Message, Reason, Withheld};
use rand::RngExt as _;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use super::departures;
use crate::{
    effect::{draw::random, panel::Balanced},
    methods::interval::mean,
};

/// Who is whose neighbour; need not be mutual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbours(Vec<Vec<usize>>);

/// How much a neighbour counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NeighbourWeights {
    /// The neighbours of a unit together count 1 (`W` of spdep).
    #[default]
    RowStandardised,
    /// Each neighbour counts 1 (`B` of spdep).
    Binary,
}

impl Neighbours {
    /// Neighbours by lists of places.
    ///
    /// # Panics
    /// Where a list names a place that is none, or its own.
    pub fn new(lists: Vec<Vec<usize>>) -> Self {
        for (unit, list) in lists.iter().enumerate() {
            assert!(
                list.iter()
                    .all(|&other| other < lists.len() && other != unit),
                "invariant: neighbours are other units"
            );
        }
        Self(lists)
    }

    /// The k nearest by straight distance; of equally near ones the first. Coordinates of a plane, in metres.
    ///
    /// ```
    /// use aimak_science::effect::sensitivity::Neighbours;
    /// let near = Neighbours::nearest(&[[0.0, 0.0], [1.0, 0.0], [3.0, 0.0]], 1);
    /// assert_eq!(near, Neighbours::new(vec![vec![1], vec![0], vec![1]]));
    /// ```
    pub fn nearest(places_m: &[[f64; 2]], k: usize) -> Self {
        let squared = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2);
        let lists = places_m.iter().enumerate().map(|(unit, &place)| {
            let others = places_m
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != unit);
            let mut others: Vec<(f64, usize)> = others
                .map(|(other, &there)| (squared(place, there), other))
                .collect();
            others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            others.truncate(k);
            let mut list: Vec<usize> = others.into_iter().map(|(_, other)| other).collect();
            list.sort_unstable();
            list
        });
        Self(lists.collect())
    }
}

/// Moran's I of values among neighbours.
///
/// # Formula
/// With `z = x − mean`, weights w and `S0 = Σw`: `I = n/S0 · Σ w_ij z_i z_j / Σ z²`, expected `−1/(n−1)`. Variance when values are shuffled, with
/// `S1 = ½ Σ (w_ij + w_ji)²`, `S2 = Σ (w_i. + w_.i)²`, `b = n Σz⁴/(Σz²)²`:
/// `{n[(n²−3n+3)S1 − nS2 + 3S0²] − b[(n²−n)S1 − 2nS2 + 6S0²]} / [(n−1)(n−2)(n−3)S0²] − 1/(n−1)²`.
///
/// # Range and edge cases
/// Four values at least, not all alike, and a neighbour for each. With some ten units the normal distribution is rough: ask
/// [`Moran::shuffled_p`]. Effects of neighbours that are alike mean fewer independent units than were counted.
///
/// # Example
/// ```
/// use aimak_science::effect::sensitivity::{Moran, NeighbourWeights, Neighbours};
/// // a row of four, neighbours side by side: pairs give (1.5·.5 − .5·.5 + .5·1.5)·2 = 2.5; Σz² = 5, S0 = 6: I = 4/6·2.5/5
/// let row = Neighbours::new(vec![vec![1], vec![0, 2], vec![1, 3], vec![2]]);
/// let found = Moran::of(&[1.0, 2.0, 3.0, 4.0], &row, NeighbourWeights::Binary).unwrap();
/// assert!((found.i - 1.0 / 3.0).abs() < 1e-12 && (found.expected + 1.0 / 3.0).abs() < 1e-12);
/// ```
///
/// # Reference
/// Moran (1950), Biometrika 37:17–23; Cliff & Ord (1981), Spatial Processes.
#[derive(Clone, Debug, PartialEq)]
pub struct Moran {
    /// The statistic.
    pub i: f64,
    /// What it would be without any likeness.
    pub expected: f64,
    /// Its variance when the values are shuffled.
    pub variance: f64,
    departures: Vec<f64>,
    /// Per unit its neighbours with their weights.
    weights: Vec<Vec<(usize, f64)>>,
}

impl Moran {
    /// The statistic of values.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` below four values, `NO_COMPARISON` where a unit has no neighbour, `NO_DATA` where all values are alike.
    pub fn of(
        values: &[f64],
        neighbours: &Neighbours,
        style: NeighbourWeights,
    ) -> Result<Self, Withheld> {
        let refuse = |reason, detail: &str, n: usize| {
            Err(Withheld::because(reason).with(Message::new(detail).with("n", n)))
        };
        let n = values.len();
        let alone = neighbours.0.iter().filter(|list| list.is_empty()).count();
        if n < 4 || neighbours.0.len() != n {
            return refuse(Reason::TooFewClusters, "detail-units-with-place", n);
        }
        if alone > 0 {
            return refuse(
                Reason::NoComparison,
                "detail-units-without-neighbour",
                alone,
            );
        }
        let centre = mean(values).expect("invariant: there are four values");
        let departures: Vec<f64> = values.iter().map(|value| value - centre).collect();
        if departures.iter().all(|&z| z == 0.0) {
            return refuse(Reason::NoData, "detail-no-spread", n);
        }
        let weights: Vec<Vec<(usize, f64)>> = neighbours
            .0
            .iter()
            .map(|list| {
                let weight = match style {
                    NeighbourWeights::RowStandardised => 1.0 / list.len() as f64,
                    NeighbourWeights::Binary => 1.0,
                };
                list.iter().map(|&other| (other, weight)).collect()
            })
            .collect();
        let expected = -1.0 / (n as f64 - 1.0);
        Ok(Self {
            i: statistic(&departures, &weights),
            expected,
            variance: variance(&departures, &weights) - expected * expected,
            departures,
            weights,
        })
    }

    /// The statistic of what is left of each unit once the effect is taken, among its k nearest: units that take part alone are neighbours.
    ///
    /// Units of different starts look at different periods, so a shock that they share need not make them alike: silence here is no proof.
    ///
    /// # Errors
    /// As [`Staggered::of`](crate::effect::staggered::Staggered::of) and [`Moran::of`].
    ///
    /// # Panics
    /// Where there is not one place for each unit of the panel.
    pub fn of_departures(
        panel: &Balanced,
        places_m: &[[f64; 2]],
        k: usize,
    ) -> Result<Self, Withheld> {
        assert_eq!(places_m.len(), panel.len(), "invariant: one place a unit");
        let (units, values): (Vec<usize>, Vec<f64>) = departures(panel)?.into_iter().unzip();
        let places: Vec<[f64; 2]> = units.iter().map(|&unit| places_m[unit]).collect();
        Self::of(
            &values,
            &Neighbours::nearest(&places, k),
            NeighbourWeights::default(),
        )
    }

    /// The standard score.
    pub fn z(&self) -> f64 {
        (self.i - self.expected) / self.variance.sqrt()
    }

    /// How often shuffled values are as alike among neighbours: `(1 + #)/(1 + B)`, one-sided.
    pub fn shuffled_p(&self, seed: u64, name: &str, draws: usize) -> f64 {
        let as_alike: usize = (0..draws)
            .into_par_iter()
            .with_min_len(64)
            .map(|k| {
                let mut random = random(seed, &["moran", name], k);
                let mut shuffled = self.departures.clone();
                for last in (1..shuffled.len()).rev() {
                    shuffled.swap(last, random.random_range(0..=last));
                }
                let found = statistic(&shuffled, &self.weights);
                usize::from(found >= self.i - 1e-9 * self.i.abs())
            })
            .sum();
        (1 + as_alike) as f64 / (1 + draws) as f64
    }
}

/// `n/S0 · Σ w z z / Σ z²`.
fn statistic(z: &[f64], weights: &[Vec<(usize, f64)>]) -> f64 {
    let squares: f64 = z.iter().map(|z| z * z).sum();
    let total: f64 = weights.iter().flatten().map(|(_, weight)| weight).sum();
    let pairs = weights.iter().zip(z).map(|(list, own)| {
        let others: f64 = list.iter().map(|&(other, weight)| weight * z[other]).sum();
        own * others
    });
    z.len() as f64 / total * pairs.sum::<f64>() / squares
}

/// The mean square of the statistic of shuffled values.
fn variance(z: &[f64], weights: &[Vec<(usize, f64)>]) -> f64 {
    let n = z.len() as f64;
    let (mut total, mut s1) = (0.0, 0.0);
    let mut sums = vec![0.0; z.len()];
    for (unit, list) in weights.iter().enumerate() {
        for &(other, weight) in list {
            let back = weights[other].iter().find(|(back, _)| *back == unit);
            total += weight;
            // a pair that is mutual is met twice, each time with half of (w + w')²
            s1 += match back {
                Some((_, back)) => (weight + back).powi(2) / 2.0,
                None => weight * weight,
            };
            sums[unit] += weight;
            sums[other] += weight;
        }
    }
    let s2: f64 = sums.iter().map(|sum| sum * sum).sum();
    let squares: f64 = z.iter().map(|z| z * z).sum();
    let kurtosis = n * z.iter().map(|z| z.powi(4)).sum::<f64>() / (squares * squares);
    let total = total * total;
    let spread = n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * total)
        - kurtosis * ((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * total);
    spread / ((n - 1.0) * (n - 2.0) * (n - 3.0) * total)
}
