//! How far off can a loss be, and which factor is to blame?
//!
//! The errors of R, K, LS, C and P are those of equations and tables: they hit all cells of an aimak alike, so one multiplier for each
//! factor is drawn for the whole aimak. Nothing was sampled; the interval is of kind [`IntervalKind::Parameter`].

use aimak_core::{Interval, IntervalKind};
use rayon::prelude::*;

use crate::{
    methods::{
        interval::{LEVEL, mean, variance},
        quantile::quantile,
    },
    simulate::streams::Stream,
};

/// Fewer draws than this say nothing about the ends of an interval.
const FEWEST_DRAWS: usize = 100;

/// How a factor may differ from the value it was given: a multiplier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Logarithm normal with median 1: `σ = √ln(1 + CV²)`. The default of METHODS B.7.
    LogNormal {
        /// Coefficient of variation.
        cv: f64,
    },
    /// Any multiplier between two is as likely as any other.
    Uniform {
        /// Lowest multiplier.
        low: f64,
        /// Highest multiplier.
        high: f64,
    },
    /// One multiplier is likeliest, and two are the limits: for what an expert stated.
    Triangular {
        /// Lowest multiplier.
        low: f64,
        /// Likeliest multiplier.
        mode: f64,
        /// Highest multiplier.
        high: f64,
    },
}

impl Spread {
    /// True where the numbers describe a distribution of multipliers.
    pub fn is_possible(&self) -> bool {
        match *self {
            Self::LogNormal { cv } => cv.is_finite() && cv >= 0.0,
            Self::Uniform { low, high } => 0.0 <= low && low <= high && high.is_finite(),
            Self::Triangular { low, mode, high } => {
                0.0 <= low && low <= mode && mode <= high && high.is_finite()
            }
        }
    }

    /// The next multiplier of a stream.
    fn draw(&self, stream: &mut Stream) -> f64 {
        match *self {
            Self::LogNormal { cv } => stream.normal((1.0 + cv * cv).ln().sqrt()).exp(),
            Self::Uniform { low, high } => stream.between(low, high),
            Self::Triangular { low, mode, high } => {
                let (u, width) = (stream.uniform(), high - low);
                let (left, right) = (mode - low, high - mode);
                if u * width < left {
                    low + (u * width * left).sqrt()
                } else {
                    high - ((1.0 - u) * width * right).sqrt()
                }
            }
        }
    }
}

/// A factor and how uncertain it is. Its name is part of the name of its random numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertainFactor {
    /// Its symbol.
    pub name: &'static str,
    /// Its multiplier.
    pub spread: Spread,
}

impl UncertainFactor {
    /// The factors of soil loss with the CVs of METHODS B.7: R 0.30, K 0.25, LS 0.20, C 0.40, P 0.20.
    pub const DEFAULTS: [Self; 5] = [
        Self::log_normal("R", 0.30),
        Self::log_normal("K", 0.25),
        Self::log_normal("LS", 0.20),
        Self::log_normal("C", 0.40),
        Self::log_normal("P", 0.20),
    ];

    /// A factor whose logarithm is normal.
    pub const fn log_normal(name: &'static str, cv: f64) -> Self {
        Self {
            name,
            spread: Spread::LogNormal { cv },
        }
    }
}

/// The name of the random numbers of one result: the same seed, aimak and indicator give the same draws, on any number of
/// threads, whatever else is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawsOf<'a> {
    /// Seed of the run.
    pub seed: u64,
    /// Code of the aimak.
    pub aimak: &'a str,
    /// Id of the indicator.
    pub indicator: &'a str,
    /// How many draws, 100 or more.
    pub draws: usize,
}

impl DrawsOf<'_> {
    /// All multipliers of a factor; draw k is the k-th number of the factor's own stream.
    fn multipliers(&self, factor: &UncertainFactor, set: &str) -> Vec<f64> {
        let name = [self.aimak, self.indicator, factor.name, set];
        let mut stream = Stream::named(self.seed, &name);
        (0..self.draws)
            .map(|_| factor.spread.draw(&mut stream))
            .collect()
    }
}

/// Which part of the variance one factor carries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceShare {
    /// The factor.
    pub name: &'static str,
    /// Share that would go, were this factor known (Sobol's first-order index); estimated, so it may fall below 0 by chance.
    pub first_order: f64,
    /// Share that would stay, were this factor alone unknown (total index): what it does together with others counts too.
    pub total: f64,
}

/// What the uncertainty of the factors makes of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterUncertainty {
    /// Median of the draws.
    pub median: f64,
    /// Standard deviation of the draws.
    pub sd: f64,
    /// 95 % interval, kind parameter.
    pub interval: Interval,
    /// Shares of the variance, in the order of the factors; empty where nothing varies.
    pub shares: Vec<VarianceShare>,
}

/// Runs `model` on drawn multipliers (in the order of `factors`).
///
/// # Formula
/// Two independent sets A and B of draws and, for each factor i, A with column i from B:
/// `S_i = 1 − Σ(f(B) − f(AB_i))²/(2N·V)`, `S_Ti = Σ(f(A) − f(AB_i))²/(2N·V)`. The interval are the type-7 quantiles of A and B.
///
/// # Range and edge cases
/// Costs `N·(factors + 2)` runs. `None` for fewer than 100 draws, an impossible spread, two factors of one name, or where the
/// model has no value.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::uncertainty::{DrawsOf, UncertainFactor, monte_carlo};
/// let of = DrawsOf { seed: 1, aimak: "KG07232829000", indicator: "soil_loss", draws: 1000 };
/// let loss = |m: &[f64]| Some(59.0352 * m.iter().product::<f64>());
/// let found = monte_carlo(&of, &UncertainFactor::DEFAULTS, loss).unwrap();
/// let (lo, hi) = found.interval.bounds().unwrap();
/// assert!(lo < 30.0 && hi > 120.0);
/// assert_eq!(found, monte_carlo(&of, &UncertainFactor::DEFAULTS, loss).unwrap());
/// ```
///
/// # Reference
/// METHODS B.7; Jansen (1999), Comput. Phys. Commun. 117:35–43; Saltelli et al. (2010), Comput. Phys. Commun. 181:259–270.
pub fn monte_carlo(
    of: &DrawsOf<'_>,
    factors: &[UncertainFactor],
    model: impl Fn(&[f64]) -> Option<f64> + Sync,
) -> Option<ParameterUncertainty> {
    let distinct = (1..factors.len()).all(|i| {
        factors[..i]
            .iter()
            .all(|other| other.name != factors[i].name)
    });
    let possible = factors.iter().all(|factor| factor.spread.is_possible());
    if of.draws < FEWEST_DRAWS || !distinct || !possible {
        return None;
    }
    let columns = |set| -> Vec<Vec<f64>> {
        factors
            .iter()
            .map(|factor| of.multipliers(factor, set))
            .collect()
    };
    let (a, b) = (columns("a"), columns("b"));
    let runs = |swapped: Option<usize>, from: &[Vec<f64>]| -> Option<Vec<f64>> {
        let at = |k: usize| {
            let column = |i: usize| {
                if swapped == Some(i) {
                    b[i][k]
                } else {
                    from[i][k]
                }
            };
            let multipliers: Vec<f64> = (0..factors.len()).map(column).collect();
            model(&multipliers).filter(|value| value.is_finite())
        };
        (0..of.draws).into_par_iter().map(at).collect()
    };
    let (of_a, of_b) = (runs(None, &a)?, runs(None, &b)?);
    let both: Vec<f64> = of_a.iter().chain(&of_b).copied().collect();
    let variance = variance(&both)?;
    let mut shares = Vec::new();
    for (i, factor) in factors.iter().enumerate().filter(|_| variance > 0.0) {
        let mixed = runs(Some(i), &a)?;
        shares.push(VarianceShare {
            name: factor.name,
            first_order: 1.0 - mean_square_difference(&of_b, &mixed)? / (2.0 * variance),
            total: mean_square_difference(&of_a, &mixed)? / (2.0 * variance),
        });
    }
    Some(ParameterUncertainty {
        median: quantile(&both, 0.5)?,
        sd: variance.sqrt(),
        interval: interval(&both)?,
        shares,
    })
}

/// The 95 % interval of draws.
fn interval(draws: &[f64]) -> Option<Interval> {
    let tail = (1.0 - LEVEL) / 2.0;
    Some(Interval::Between {
        lo: quantile(draws, tail)?,
        hi: quantile(draws, 1.0 - tail)?,
        level: LEVEL,
        kind: IntervalKind::Parameter,
    })
}

/// Mean of `(a − b)²`.
fn mean_square_difference(a: &[f64], b: &[f64]) -> Option<f64> {
    let squares: Vec<f64> = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).collect();
    mean(&squares)
}

/// Share of each factor in the variance of ln A, for a plain product of independent log-normal factors; the shares sum to 1.
///
/// # Formula
/// `σᵢ²/Σσ²`, `σ² = ln(1 + CV²)`.
///
/// # Range and edge cases
/// Empty where nothing varies.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::uncertainty::log_variance_shares;
/// let shares = log_variance_shares(&[0.30, 0.25, 0.20, 0.40]);
/// assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// assert!((shares[3] - 0.443_78).abs() < 5e-6); // ln 1.16 = 0.148420 of 0.334443
/// ```
pub fn log_variance_shares(cvs: &[f64]) -> Vec<f64> {
    let variances: Vec<f64> = cvs.iter().map(|cv| (1.0 + cv * cv).ln()).collect();
    let sum: f64 = variances.iter().sum();
    if sum > 0.0 {
        variances.iter().map(|variance| variance / sum).collect()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: DrawsOf<'static> = DrawsOf {
        seed: 7,
        aimak: "KG07232829000",
        indicator: "soil_loss",
        draws: 100_000,
    };

    #[expect(clippy::unnecessary_wraps, reason = "a model may have no value")]
    fn product(multipliers: &[f64]) -> Option<f64> {
        Some(multipliers.iter().product())
    }

    #[test]
    fn the_analytic_check_of_methods_b7() {
        // test_vectors.json: B.mc.lognormal_product, R K LS C; two sets of 100 000 draws, within 2 %
        let found = monte_carlo(&OF, &UncertainFactor::DEFAULTS[..4], product).unwrap();
        let (lo, hi) = found.interval.bounds().unwrap();
        assert!((hi / found.median / 3.10641 - 1.0).abs() < 0.02);
        assert!((lo / found.median / 0.32191 - 1.0).abs() < 0.02);
        let mean = (0.5
            * [0.30_f64, 0.25, 0.20, 0.40]
                .map(|cv| (1.0 + cv * cv).ln())
                .iter()
                .sum::<f64>())
        .exp();
        assert!((found.sd / mean / 0.63021 - 1.0).abs() < 0.02);
        assert!(matches!(
            found.interval,
            Interval::Between {
                kind: IntervalKind::Parameter,
                ..
            }
        ));
    }

    #[test]
    fn shares_of_a_product_are_known() {
        // for log-normal factors S_i = CVᵢ²/(Π(1 + CV²) − 1) and S_Ti = CVᵢ²·Π_{j≠i}(1 + CVⱼ²)/(Π(1 + CV²) − 1)
        let cvs = [0.30_f64, 0.25, 0.20, 0.40];
        let all: f64 = cvs.iter().map(|cv| 1.0 + cv * cv).product();
        let found = monte_carlo(&OF, &UncertainFactor::DEFAULTS[..4], product).unwrap();
        for (share, cv) in found.shares.iter().zip(cvs) {
            let first = cv * cv / (all - 1.0);
            let total = first * all / (1.0 + cv * cv);
            assert!(
                (share.first_order - first).abs() < 0.02,
                "{share:?} {first}"
            );
            assert!((share.total - total).abs() < 0.02, "{share:?} {total}");
        }
    }

    #[test]
    fn draws_hang_on_their_name_alone() {
        let of = DrawsOf { draws: 500, ..OF };
        let r = UncertainFactor::DEFAULTS[0];
        assert_eq!(of.multipliers(&r, "a"), of.multipliers(&r, "a"));
        assert_eq!(of.multipliers(&r, "a"), OF.multipliers(&r, "a")[..500]);
        let others = [
            DrawsOf { seed: 8, ..of },
            DrawsOf {
                aimak: "KG07232847000",
                ..of
            },
            DrawsOf {
                indicator: "sediment_export",
                ..of
            },
        ];
        for other in others {
            assert_ne!(other.multipliers(&r, "a"), of.multipliers(&r, "a"));
        }
        assert_ne!(of.multipliers(&r, "b"), of.multipliers(&r, "a"));
    }

    #[test]
    fn stated_distributions_have_their_moments() {
        let moments = |spread| {
            let factor = UncertainFactor { name: "C", spread };
            let draws = OF.multipliers(&factor, "a");
            (mean(&draws).unwrap(), variance(&draws).unwrap())
        };
        let (low, mode, high) = (0.5, 0.9, 2.0);
        let (centre, spread) = moments(Spread::Triangular { low, mode, high });
        assert!((centre - (low + mode + high) / 3.0).abs() < 5e-3);
        let expected =
            (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18.0;
        assert!((spread - expected).abs() < 3e-3);
        let (centre, spread) = moments(Spread::Uniform { low, high });
        assert!((centre - 1.25).abs() < 5e-3 && (spread - 1.5 * 1.5 / 12.0).abs() < 3e-3);
    }

    #[test]
    fn a_correlated_pair_has_the_band_of_methods() {
        // test_vectors.json: B.mc.ratio_before_after_rho0.5; half of the variance of each age is shared, so it cancels
        let part = |name| {
            let variance = 1.04_f64.ln() / 2.0;
            UncertainFactor::log_normal(name, (variance.exp() - 1.0).sqrt())
        };
        let factors = [part("C shared"), part("C before"), part("C after")];
        let ratio = |m: &[f64]| Some((m[0] * m[2]) / (m[0] * m[1]));
        let found = monte_carlo(&OF, &factors, ratio).unwrap();
        let (lo, hi) = found.interval.bounds().unwrap();
        assert!((hi / 1.47426 - 1.0).abs() < 0.01 && (lo * 1.47426 - 1.0).abs() < 0.01);
        assert!(found.shares[0].total < 1e-20);
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let [r, k, ..] = UncertainFactor::DEFAULTS;
        let of = DrawsOf { draws: 200, ..OF };
        assert!(monte_carlo(&DrawsOf { draws: 99, ..of }, &[r], product).is_none());
        assert!(monte_carlo(&of, &[r, k, r], product).is_none());
        assert!(monte_carlo(&of, &[UncertainFactor::log_normal("R", -0.1)], product).is_none());
        assert!(monte_carlo(&of, &[r], |_| None).is_none());
        let certain = monte_carlo(&of, &[UncertainFactor::log_normal("R", 0.0)], product).unwrap();
        assert_eq!((certain.sd, certain.shares.len()), (0.0, 0));
        assert!(log_variance_shares(&[0.0]).is_empty());
    }
}
