//! How likely is each unit to be treated, by what is known of it?

use super::{
    cholesky::{Cholesky, gram, weighted_sum},
    least_squares::dot,
};

/// Steps of Newton; a model with an answer needs about six.
const STEPS: usize = 50;

/// A logistic model of being treated.
///
/// # Formula
/// `p = 1/(1 + e^(−xᵀγ))`, γ by Newton's steps to the greatest likelihood.
///
/// # Range and edge cases
/// Where covariates tell the sides apart there is no greatest likelihood. Steps then go on until chances are 0 and 1 in all their
/// digits: who asks has to look at [`Logistic::p`].
///
/// # Reference
/// Agresti (2013), Categorical Data Analysis, 3rd ed., 5.5.4.
#[derive(Clone, Debug)]
pub(super) struct Logistic {
    /// The chance of each unit.
    pub p: Vec<f64>,
    /// `xᵀγ` of each unit.
    pub logits: Vec<f64>,
    /// Mean of `p(1 − p)xxᵀ`.
    pub information: Cholesky,
}

/// Why there is no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoModel {
    /// One covariate is the sum of others.
    Dependent,
    /// The covariates tell the sides apart.
    Apart,
}

impl Logistic {
    /// Of rows of `width` covariates, and of who is treated (1) and who is not (0).
    pub(super) fn of(rows: &[f64], width: usize, treated: &[f64]) -> Result<Self, NoModel> {
        let rows: Vec<&[f64]> = rows.chunks_exact(width).collect();
        let n = rows.len() as f64;
        let mut coefficients = vec![0.0; width];
        for step in 0..STEPS {
            let logits: Vec<f64> = rows.iter().map(|row| dot(row, &coefficients)).collect();
            let p: Vec<f64> = logits
                .iter()
                .map(|logit| 1.0 / (1.0 + (-logit).exp()))
                .collect();
            let weighted = p
                .iter()
                .zip(&rows)
                .map(|(p, row)| (p * (1.0 - p) / n, *row));
            // the first step weighs all alike: what fails then are the covariates, later it is the overlap
            let information = Cholesky::of(&gram(width, weighted), width).ok_or(if step == 0 {
                NoModel::Dependent
            } else {
                NoModel::Apart
            })?;
            let residuals = treated.iter().zip(&p).map(|(treated, p)| (treated - p) / n);
            let score = weighted_sum(width, residuals.zip(rows.iter().copied()));
            let change = information.solve(&score);
            // the decrement is free of the units of covariates
            if dot(&change, &score) < 1e-20 {
                return Ok(Self {
                    p,
                    logits,
                    information,
                });
            }
            for (coefficient, change) in coefficients.iter_mut().zip(&change) {
                *coefficient += change;
            }
        }
        Err(NoModel::Apart)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// With a constant among the covariates as many are expected as are treated, and so with every covariate.
        #[test]
        fn as_many_are_expected_as_are_treated(
            x in prop::collection::vec(-2.0..2.0_f64, 24),
            treated in prop::collection::vec(any::<bool>(), 24),
        ) {
            let rows: Vec<f64> = x.iter().flat_map(|x| [1.0, *x]).collect();
            let treated: Vec<f64> = treated.iter().map(|treated| f64::from(u8::from(*treated))).collect();
            if let Ok(model) = Logistic::of(&rows, 2, &treated) {
                let missed = |weight: &dyn Fn(usize) -> f64| -> f64 {
                    (0..24).map(|i| weight(i) * (treated[i] - model.p[i])).sum()
                };
                prop_assert!(missed(&|_| 1.0).abs() < 1e-6 && missed(&|i| x[i]).abs() < 1e-6);
            }
        }
    }
}
