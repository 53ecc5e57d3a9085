//! How much more did treated units change than comparison units with the same covariates?
//!
//! `w₁ = D`, `w₀` the odds `p/(1 − p)` of comparison units, `m(x) = xᵀβ` the line through the changes of comparison units, E the mean
//! over the units of the contrast. Influences count that β and γ are estimated. Sant'Anna & Zhao (2020), J. Econom. 219:101–122.

use aimak_core::Withheld;

use super::{
    super::{
        cholesky::{Cholesky, gram, weighted_sum},
        least_squares::dot,
    },
    contrast::{Contrast, Found, dependent},
    propensity::Propensity,
};

/// `E[D(ΔY − m)]/E[D]`: the part of the change the line does not foretell.
pub(super) fn regression(contrast: &Contrast) -> Result<Found, Withheld> {
    let line = Line::of(contrast)?;
    let treated: Vec<f64> = (0..contrast.len())
        .map(|row| contrast.treats(row))
        .collect();
    let unexplained = Weighted::of(&line.residuals, &treated);
    let moved = line.through(contrast, &unexplained.mean_row(contrast));
    let influence = (0..contrast.len())
        .map(|row| unexplained.influence(row) - moved[row])
        .collect();
    Ok((unexplained.mean, influence))
}

/// `E[w₁ΔY]/E[w₁] − E[w₀ΔY]/E[w₀]`.
pub(super) fn weighting(contrast: &Contrast) -> Result<Found, Withheld> {
    let model = Propensity::of(contrast)?;
    Ok(difference(contrast, &contrast.changes, &model).0)
}

/// `E[w₁(ΔY − m)]/E[w₁] − E[w₀(ΔY − m)]/E[w₀]`.
pub(super) fn doubly_robust(contrast: &Contrast) -> Result<Found, Withheld> {
    let model = Propensity::of(contrast)?;
    let line = Line::of(contrast)?;
    let ((att, mut influence), rows) = difference(contrast, &line.residuals, &model);
    for (psi, moved) in influence.iter_mut().zip(line.through(contrast, &rows)) {
        *psi -= moved;
    }
    Ok((att, influence))
}

/// The weighted difference of means, and that of rows of covariates: what it moves by when β does.
fn difference(contrast: &Contrast, values: &[f64], model: &Propensity) -> (Found, Vec<f64>) {
    let treated: Vec<f64> = (0..contrast.len())
        .map(|row| contrast.treats(row))
        .collect();
    let odds: Vec<f64> = (0..contrast.len())
        .map(|row| model.odds(contrast, row))
        .collect();
    let (one, other) = (Weighted::of(values, &treated), Weighted::of(values, &odds));
    // the odds of a unit grow by odds·x with γ
    let slope = weighted_sum(
        contrast.width,
        (0..contrast.len()).map(|row| (other.influence(row) / other.units, contrast.row(row))),
    );
    let moved = model.through(contrast, &slope);
    let influence = (0..contrast.len())
        .map(|row| one.influence(row) - other.influence(row) - moved[row])
        .collect();
    let rows = one.mean_row(contrast);
    let rows = rows
        .iter()
        .zip(other.mean_row(contrast))
        .map(|(a, b)| a - b);
    ((one.mean - other.mean, influence), rows.collect())
}

/// A weighted mean.
struct Weighted<'a> {
    values: &'a [f64],
    weights: &'a [f64],
    units: f64,
    mean_weight: f64,
    mean: f64,
}

impl<'a> Weighted<'a> {
    fn of(values: &'a [f64], weights: &'a [f64]) -> Self {
        let units = values.len() as f64;
        let sum = weights.iter().sum::<f64>();
        Self {
            values,
            weights,
            units,
            mean_weight: sum / units,
            mean: dot(values, weights) / sum,
        }
    }

    /// The influence of a unit, weights taken as known.
    fn influence(&self, row: usize) -> f64 {
        self.weights[row] * (self.values[row] - self.mean) / self.mean_weight
    }

    /// The mean row of one and covariates, under the same weights.
    fn mean_row(&self, contrast: &Contrast) -> Vec<f64> {
        let share = self.units * self.mean_weight;
        let rows = self.weights.iter().enumerate();
        weighted_sum(
            contrast.width,
            rows.map(|(row, weight)| (weight / share, contrast.row(row))),
        )
    }
}

/// The line through the changes of comparison units.
struct Line {
    /// Change minus line, of all units.
    residuals: Vec<f64>,
    /// `E[(1 − D)xxᵀ]`.
    gram: Cholesky,
}

impl Line {
    fn of(contrast: &Contrast) -> Result<Self, Withheld> {
        let n = contrast.len() as f64;
        let compared = contrast.treated..contrast.len();
        let matrix = gram(
            contrast.width,
            compared.clone().map(|row| (1.0 / n, contrast.row(row))),
        );
        // n rows through n points leave no residual, and no error
        let gram = Cholesky::of(&matrix, contrast.width)
            .filter(|_| compared.len() > contrast.width)
            .ok_or_else(|| dependent(contrast))?;
        let right = weighted_sum(
            contrast.width,
            compared.map(|row| (contrast.changes[row] / n, contrast.row(row))),
        );
        let slopes = gram.solve(&right);
        let residuals = (0..contrast.len())
            .map(|row| contrast.changes[row] - dot(contrast.row(row), &slopes))
            .collect();
        Ok(Self { residuals, gram })
    }

    /// What each comparison unit adds through β to a mean that moves by `slope` with it.
    fn through(&self, contrast: &Contrast, slope: &[f64]) -> Vec<f64> {
        let solved = self.gram.solve(slope);
        (0..contrast.len())
            .map(|row| {
                (1.0 - contrast.treats(row)) * self.residuals[row] * dot(contrast.row(row), &solved)
            })
            .collect()
    }
}
