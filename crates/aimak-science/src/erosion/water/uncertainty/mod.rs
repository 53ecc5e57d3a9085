//! How far off can a loss be, and which factor is to blame?
//!
//! The errors of R, K, LS, C and P are those of equations and tables: they hit all cells of an aimak alike, so one multiplier for each
//! factor is drawn for the whole aimak. Nothing was sampled; the interval is of kind [`IntervalKind::Parameter`].

use aimak_core::{Interval, IntervalKind};
use rayon::prelude::*;

use crate::methods::{
    interval::{LEVEL, mean, variance},
    quantile::quantile,
};

mod draws;
mod export;
mod spread;
#[cfg(test)]
mod tests;

pub use draws::DrawsOf;
pub use export::{LossByConnectivity, SedimentUncertainty};
pub use spread::{Spread, UncertainFactor};

/// Fewer draws than this say nothing about the ends of an interval.
const FEWEST_DRAWS: usize = 100;

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
