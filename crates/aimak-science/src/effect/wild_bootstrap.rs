//! How often would a coefficient be as far out if only the signs of each unit's residuals had fallen otherwise?

use aimak_core::{Message, Reason, Withheld};
use rand::RngExt as _;

use super::{cluster_robust::ClusteredRegression, draw::random, least_squares::dot};

/// What each cluster's residuals are multiplied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weights {
    /// ±1; all 2^G of them are tried for up to [`WildBootstrap::ENUMERATED_UP_TO`] clusters.
    Rademacher,
    /// ±√½, ±1, ±√(3/2), drawn: more values than signs where clusters are few.
    Webb,
}

impl Weights {
    /// The usual choice by the number of clusters: six points below twelve, as 2^G signs make a coarse scale of p.
    pub const fn usual(clusters: usize) -> Self {
        if clusters < 12 {
            Self::Webb
        } else {
            Self::Rademacher
        }
    }

    fn draw(self, seed: u64, clusters: usize, k: usize) -> Vec<f64> {
        let mut random = random(seed, &["wild bootstrap"], k);
        let mut one = || -> f64 {
            let sign = if random.random() { 1.0 } else { -1.0 };
            match self {
                Self::Rademacher => sign,
                Self::Webb => sign * (f64::from(random.random_range(1..4_u8)) / 2.0).sqrt(),
            }
        };
        (0..clusters).map(|_| one()).collect()
    }
}

/// Wild cluster bootstrap of a coefficient, with the null imposed (restricted; WCR-11).
///
/// # Formula
/// Under `H₀: β = r` the model is fitted without the column; `y* = fitted + v_g·ẽ_g` with one v a cluster; `t* = (β* − r)/SE*`, SE* with
/// CR1. Exact: `p = share(|t*| ≥ |t|)`, ties counted; drawn: `(1 + those as far)/(1 + draws)`. Factors of SE common to t and t* cancel.
///
/// # Range and edge cases
/// At least 2/2^G when exact. Unreliable with one or two treated clusters, whatever it says (MacKinnon & Webb 2017).
///
/// # Example
/// ```
/// use aimak_science::effect::{cluster_robust::ClusteredRegression, wild_bootstrap::{Weights, WildBootstrap}};
/// // the mean of three clusters, all above zero: of eight sets of signs only + + + and − − − reach as far
/// let mean = ClusteredRegression::of(&[vec![1.0; 3]], &[1.0, 2.0, 3.0], &[0, 1, 2], 0).unwrap();
/// let found = WildBootstrap::new(&mean, Weights::Rademacher, 7).p(0.0);
/// assert_eq!((found.ties_counted, found.strict, found.draws, found.exact), (0.25, 0.0, 8, true));
/// ```
///
/// # Reference
/// Cameron, Gelbach & Miller (2008), Rev. Econ. Stat. 90:414–427; Webb (2023), Can. J. Econ. 56:839–858; MacKinnon & Webb (2017), J. Appl.
/// Econometrics 32:233–254.
#[derive(Clone, Debug, PartialEq)]
pub struct WildBootstrap<'a> {
    regression: &'a ClusteredRegression,
    weights: Vec<Vec<f64>>,
    exact: bool,
}

/// A p-value of the bootstrap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WildP {
    /// Two-sided, draws as far as the data counted: the p to state.
    pub ties_counted: f64,
    /// Only draws farther than the data counted, as some peers do.
    pub strict: f64,
    /// How many draws.
    pub draws: usize,
    /// True where these were all there are.
    pub exact: bool,
}

impl<'a> WildBootstrap<'a> {
    /// Most clusters for which all signs are tried.
    pub const ENUMERATED_UP_TO: usize = 14;
    /// How many are drawn otherwise.
    pub const DRAWS: usize = 9_999;

    /// The draws for a regression.
    pub fn new(regression: &'a ClusteredRegression, weights: Weights, seed: u64) -> Self {
        let clusters = regression.clusters();
        let exact = weights == Weights::Rademacher && clusters <= Self::ENUMERATED_UP_TO;
        let sign = |set: usize, cluster: usize| if set >> cluster & 1 == 0 { 1.0 } else { -1.0 };
        let weights = if exact {
            let all = 0..1_usize << clusters;
            all.map(|set| (0..clusters).map(|cluster| sign(set, cluster)).collect())
                .collect()
        } else {
            (0..Self::DRAWS)
                .map(|k| weights.draw(seed, clusters, k))
                .collect()
        };
        Self {
            regression,
            weights,
            exact,
        }
    }

    /// The p-value of "the coefficient is `null`".
    pub fn p(&self, null: f64) -> WildP {
        let restricted = Restricted::under(self.regression, null);
        let (distance, squares) = restricted.seen;
        let (mut reached, mut passed) = (0_usize, 0_usize);
        for weights in &self.weights {
            let (drawn, drawn_squares) = restricted.drawn(weights);
            // |t*| against |t|, multiplied out: a draw without spread is no division by zero
            let there = drawn.abs() * squares.sqrt();
            let here = distance.abs() * drawn_squares.sqrt();
            // the same t summed in another order differs in its last digits
            let tie = 1e-9 * (here + (squares * drawn_squares).sqrt());
            reached += usize::from(there >= here - tie);
            passed += usize::from(there > here + tie);
        }
        let draws = self.weights.len();
        let share = |count: usize| {
            let seen = usize::from(!self.exact);
            (count + seen) as f64 / (draws + seen) as f64
        };
        WildP {
            ties_counted: share(reached),
            strict: share(passed),
            draws,
            exact: self.exact,
        }
    }

    /// The values that the test does not reject at 5 %, from the coefficient outwards.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` where so few clusters let it reject nothing.
    pub fn limits(&self) -> Result<(f64, f64), Withheld> {
        let (_, squares) = Restricted::under(self.regression, self.regression.coefficient).seen;
        let limit = |side: f64| self.limit(side * squares.sqrt());
        limit(-1.0).zip(limit(1.0)).ok_or_else(|| {
            let detail = Message::new("detail-effect-units").with("n", self.regression.clusters());
            Withheld::because(Reason::TooFewClusters).with(detail.with("needed", 6_usize))
        })
    }

    /// Where p falls below 5 % on one side; `step` is a standard error to that side.
    fn limit(&self, step: f64) -> Option<f64> {
        let centre = self.regression.coefficient;
        if step == 0.0 {
            return Some(centre);
        }
        let rejected = |steps: f64| self.p(centre + steps * step).ties_counted < 0.05;
        let mut outside = 1.0;
        while !rejected(outside) {
            outside *= 2.0;
            if outside > 1024.0 {
                return None;
            }
        }
        let mut inside = if outside > 1.0 { outside / 2.0 } else { 0.0 };
        for _ in 0..48 {
            let middle = f64::midpoint(inside, outside);
            if rejected(middle) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        Some(centre + outside * step)
    }
}

/// The regression under a null.
struct Restricted<'a> {
    direction: &'a [f64],
    /// Qᵀẽ of each cluster, ẽ the residuals under the null.
    scores: Vec<Vec<f64>>,
    /// `cᵀQᵀẽ` of each cluster.
    along: Vec<f64>,
    /// `G c` of each cluster.
    shadows: Vec<Vec<f64>>,
    /// β − r and the sum of squared scores, as the data have them.
    seen: (f64, f64),
}

impl<'a> Restricted<'a> {
    fn under(regression: &'a ClusteredRegression, null: f64) -> Self {
        let direction = &regression.direction;
        let distance = regression.coefficient - null;
        // what of the column no other column explains is Qc/|c|²
        let lift = distance / dot(direction, direction);
        let clusters = &regression.clusters;
        let times = |gram: &[Vec<f64>]| -> Vec<f64> {
            gram.iter().map(|row| dot(row, direction)).collect()
        };
        let shadows: Vec<Vec<f64>> = clusters
            .iter()
            .map(|cluster| times(&cluster.gram))
            .collect();
        let scores: Vec<Vec<f64>> = clusters
            .iter()
            .zip(&shadows)
            .map(|(cluster, shadow)| {
                let pairs = cluster.score.iter().zip(shadow);
                pairs.map(|(score, shadow)| score + lift * shadow).collect()
            })
            .collect();
        let squares = clusters
            .iter()
            .map(|cluster| dot(direction, &cluster.score).powi(2))
            .sum();
        Self {
            along: scores.iter().map(|score| dot(direction, score)).collect(),
            direction,
            scores,
            shadows,
            seen: (distance, squares),
        }
    }

    /// β* − r and the sum of squared scores of a draw.
    fn drawn(&self, weights: &[f64]) -> (f64, f64) {
        let mut total = vec![0.0; self.direction.len()];
        for (weight, score) in weights.iter().zip(&self.scores) {
            for (total, score) in total.iter_mut().zip(score) {
                *total += weight * score;
            }
        }
        let parts = weights.iter().zip(&self.along).zip(&self.shadows);
        let squares = parts
            .map(|((weight, along), shadow)| (weight * along - dot(shadow, &total)).powi(2))
            .sum();
        (dot(self.direction, &total), squares)
    }
}

#[cfg(test)]
mod tests;
