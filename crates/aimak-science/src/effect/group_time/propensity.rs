//! How likely was it, by its covariates, that a unit is treated?

use aimak_core::{Message, Reason, Withheld};

use super::{
    super::cholesky::{Cholesky, dot, gram, weighted_sum},
    contrast::{Contrast, dependent},
};

/// From this propensity on a unit has nobody like it on the other side.
const NO_OVERLAP: f64 = 0.999;
/// From this propensity on a comparison unit weighs nothing: its odds would outweigh all others.
const TRIMMED: f64 = 0.995;
/// Steps of Newton; a model with an answer needs about six.
const STEPS: usize = 50;

/// A logistic model of being treated.
///
/// # Formula
/// `p = 1/(1 + e^(−xᵀγ))`, γ by Newton's steps to the greatest likelihood. Influence of a unit on γ: `H⁻¹xᵢ(Dᵢ − pᵢ)`,
/// `H = mean of p(1 − p)xxᵀ`.
pub(super) struct Propensity {
    /// Of each unit of the contrast.
    p: Vec<f64>,
    information: Cholesky,
}

impl Propensity {
    pub(super) fn of(contrast: &Contrast) -> Result<Self, Withheld> {
        let mut coefficients = vec![0.0; contrast.width];
        for step in 0..STEPS {
            let p = probabilities(contrast, &coefficients);
            let Some(information) = information(contrast, &p) else {
                // the first step weighs all alike: what fails then are the covariates, later it is the overlap
                return Err(if step == 0 {
                    dependent(contrast)
                } else {
                    apart(contrast)
                });
            };
            let n = contrast.len() as f64;
            let score = weighted_sum(
                contrast.width,
                (0..contrast.len()).map(|row| {
                    let residual = contrast.treats(row) - p[row];
                    (residual / n, contrast.row(row))
                }),
            );
            let change = information.solve(&score);
            // the decrement is free of the units of covariates
            if dot(&change, &score) < 1e-20 {
                return overlapping(contrast, p, information);
            }
            for (coefficient, change) in coefficients.iter_mut().zip(&change) {
                *coefficient += change;
            }
        }
        Err(apart(contrast))
    }

    /// The weight of a comparison unit: its odds of being treated, 0 for treated and trimmed ones.
    pub(super) fn odds(&self, contrast: &Contrast, row: usize) -> f64 {
        let p = self.p[row];
        if row < contrast.treated || p >= TRIMMED {
            0.0
        } else {
            p / (1.0 - p)
        }
    }

    /// What each unit adds through the model to a mean that moves by `slope` with γ.
    pub(super) fn through(&self, contrast: &Contrast, slope: &[f64]) -> Vec<f64> {
        let solved = self.information.solve(slope);
        (0..contrast.len())
            .map(|row| (contrast.treats(row) - self.p[row]) * dot(contrast.row(row), &solved))
            .collect()
    }
}

fn probabilities(contrast: &Contrast, coefficients: &[f64]) -> Vec<f64> {
    (0..contrast.len())
        .map(|row| 1.0 / (1.0 + (-dot(contrast.row(row), coefficients)).exp()))
        .collect()
}

fn information(contrast: &Contrast, p: &[f64]) -> Option<Cholesky> {
    let n = contrast.len() as f64;
    let rows = p
        .iter()
        .enumerate()
        .map(|(row, p)| (p * (1.0 - p) / n, contrast.row(row)));
    Cholesky::of(&gram(contrast.width, rows), contrast.width)
}

fn overlapping(
    contrast: &Contrast,
    p: Vec<f64>,
    information: Cholesky,
) -> Result<Propensity, Withheld> {
    if p.iter().any(|&p| p >= NO_OVERLAP) {
        return Err(apart(contrast));
    }
    let model = Propensity { p, information };
    let compared = contrast.treated..contrast.len();
    if compared.clone().all(|row| model.odds(contrast, row) == 0.0) {
        return Err(apart(contrast));
    }
    Ok(model)
}

/// Refuses treated units that no comparison unit is like.
fn apart(contrast: &Contrast) -> Withheld {
    let detail = Message::new("detail-no-overlap")
        .with("treated", contrast.treated as f64)
        .with("comparison", (contrast.len() - contrast.treated) as f64);
    Withheld::because(Reason::NoComparison).with(detail)
}
