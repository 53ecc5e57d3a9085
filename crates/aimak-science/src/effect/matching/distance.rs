//! How unlike are two units?

use aimak_core::{Message, Reason, Withheld};

use super::{super::least_squares::Basis, propensity::logits};

/// What "near" means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distance {
    /// Covariates in units of their spread within the sides, correlation taken out.
    Mahalanobis,
    /// Difference of the logits of the chance to be treated, in units of their standard deviation.
    Propensity,
}

/// Places of all units in a space in which the straight distance is the one asked for.
///
/// # Formula
/// Mahalanobis `d² = (x−z)ᵀS⁻¹(x−z)`, S the covariance pooled within both sides (n − 2): a difference between the sides is no spread.
///
/// # Errors
/// `TOO_FEW_OBSERVATIONS` where covariates do not vary within the sides or cannot be told apart, and as [`logits`].
pub fn places(
    distance: Distance,
    covariates: &[Vec<f64>],
    treated: &[bool],
) -> Result<Vec<Vec<f64>>, Withheld> {
    match distance {
        Distance::Mahalanobis => whitened(covariates, treated),
        Distance::Propensity => {
            let logits = logits(covariates, treated)?;
            let spread = crate::methods::interval::variance(&logits).map_or(0.0, f64::sqrt);
            let scaled = |logit: &f64| vec![if spread > 0.0 { logit / spread } else { 0.0 }];
            Ok(logits.iter().map(scaled).collect())
        }
    }
}

/// Straight distance.
pub fn between(one: &[f64], other: &[f64]) -> f64 {
    one.iter()
        .zip(other)
        .map(|(a, b)| (a - b) * (a - b))
        .sum::<f64>()
        .sqrt()
}

/// Covariates times R⁻¹·√(n−2), where QR are the covariates less the means of their side: `S = RᵀR/(n−2)`.
fn whitened(covariates: &[Vec<f64>], treated: &[bool]) -> Result<Vec<Vec<f64>>, Withheld> {
    let width = covariates.first().map_or(0, Vec::len);
    let column = |j: usize| -> Vec<f64> { covariates.iter().map(|row| row[j]).collect() };
    let within: Vec<Vec<f64>> = (0..width)
        .map(|j| less_side_means(&column(j), treated))
        .collect();
    let rows = covariates.len();
    let Some(basis) = Basis::of(&within).filter(|_| rows > 2) else {
        let detail = Message::new("detail-effect-collinear").with("columns", width);
        return Err(Withheld::because(Reason::TooFewObservations).with(detail.with("rows", rows)));
    };
    let scale = ((rows - 2) as f64).sqrt();
    let place = |row: &Vec<f64>| -> Vec<f64> {
        let along = |m: usize| {
            (0..width)
                .map(|j| row[j] * basis.direction(j)[m])
                .sum::<f64>()
        };
        (0..width).map(|m| scale * along(m)).collect()
    };
    Ok(covariates.iter().map(place).collect())
}

fn less_side_means(column: &[f64], treated: &[bool]) -> Vec<f64> {
    let mean = |side: bool| {
        let of = column
            .iter()
            .zip(treated)
            .filter(|(_, treated)| **treated == side);
        let (sum, n) = of.fold((0.0, 0.0), |(sum, n), (x, _)| (sum + x, n + 1.0));
        sum / n
    };
    let means = [mean(false), mean(true)];
    column
        .iter()
        .zip(treated)
        .map(|(x, treated)| x - means[usize::from(*treated)])
        .collect()
}
