//! How likely was it, by its covariates, that a unit is treated?

use aimak_core::{Message, Reason, Withheld};

use super::{
    super::{
        least_squares::dot,
        logistic::{Logistic, NoModel},
    },
    contrast::{Contrast, dependent},
};

/// From this propensity on a unit has nobody like it on the other side.
const NO_OVERLAP: f64 = 0.999;
/// From this propensity on a comparison unit weighs nothing: its odds would outweigh all others.
const TRIMMED: f64 = 0.995;

/// The chance of each unit of a contrast to be treated.
///
/// # Formula
/// A logistic model. Influence of a unit on its γ: `H⁻¹xᵢ(Dᵢ − pᵢ)`, `H = mean of p(1 − p)xxᵀ`.
pub(super) struct Propensity {
    model: Logistic,
}

impl Propensity {
    pub(super) fn of(contrast: &Contrast) -> Result<Self, Withheld> {
        let treated: Vec<f64> = (0..contrast.len())
            .map(|row| contrast.treats(row))
            .collect();
        let model =
            Logistic::of(&contrast.design, contrast.width, &treated).map_err(|why| match why {
                NoModel::Dependent => dependent(contrast),
                NoModel::Apart => apart(contrast),
            })?;
        let found = Self { model };
        let compared = contrast.treated..contrast.len();
        let alone = found.model.p.iter().any(|&p| p >= NO_OVERLAP)
            || compared.clone().all(|row| found.odds(contrast, row) == 0.0);
        if alone {
            Err(apart(contrast))
        } else {
            Ok(found)
        }
    }

    /// The weight of a comparison unit: its odds of being treated, 0 for treated and trimmed ones.
    pub(super) fn odds(&self, contrast: &Contrast, row: usize) -> f64 {
        let p = self.model.p[row];
        if row < contrast.treated || p >= TRIMMED {
            0.0
        } else {
            p / (1.0 - p)
        }
    }

    /// What each unit adds through the model to a mean that moves by `slope` with γ.
    pub(super) fn through(&self, contrast: &Contrast, slope: &[f64]) -> Vec<f64> {
        let solved = self.model.information.solve(slope);
        (0..contrast.len())
            .map(|row| (contrast.treats(row) - self.model.p[row]) * dot(contrast.row(row), &solved))
            .collect()
    }
}

/// Refuses treated units that no comparison unit is like.
fn apart(contrast: &Contrast) -> Withheld {
    let detail = Message::new("detail-no-overlap")
        .with("treated", contrast.treated as f64)
        .with("comparison", (contrast.len() - contrast.treated) as f64);
    Withheld::because(Reason::NoComparison).with(detail)
}
