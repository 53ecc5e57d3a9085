//! Two groups, two periods: how much more did one change?

use aimak_core::{Message, Reason, Withheld};

use super::{
    super::{influence::Effect, panel::Balanced},
    Adjust, adjusted,
};

/// Rounding of differences, as a share of the largest outcome: below it units are alike.
const ALIKE: f64 = 1e-12;

/// Changes of treated and comparison units between two periods.
pub(super) struct Contrast {
    /// Units of the whole panel.
    panel: usize,
    /// The units of the contrast by their place in the panel, treated ones first.
    units: Vec<usize>,
    /// How many are treated.
    pub(super) treated: usize,
    /// The change of each.
    pub(super) changes: Vec<f64>,
    /// One and the covariates of each, row by row, covariates from their mean: no result depends on it, rounding does.
    pub(super) design: Vec<f64>,
    /// The width of a row.
    pub(super) width: usize,
    /// Largest outcome, for what counts as rounding.
    largest: f64,
}

/// An effect and the influence of each unit of the contrast on it.
pub(super) type Found = (f64, Vec<f64>);

impl Contrast {
    pub(super) fn of(
        panel: &Balanced,
        covariates: &[usize],
        treated: &[usize],
        compared: &[usize],
        (base, place): (usize, usize),
    ) -> Self {
        let units: Vec<usize> = treated.iter().chain(compared).copied().collect();
        let outcome = |unit: usize, place: usize| panel.outcomes(unit)[place];
        let changes = units
            .iter()
            .map(|&unit| outcome(unit, place) - outcome(unit, base))
            .collect();
        let sizes = units
            .iter()
            .map(|&unit| outcome(unit, place).abs().max(outcome(unit, base).abs()));
        Self {
            panel: panel.len(),
            treated: treated.len(),
            changes,
            design: centred(panel, covariates, &units),
            width: covariates.len() + 1,
            largest: sizes.fold(0.0, f64::max),
            units,
        }
    }

    /// How many units.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// 1 for treated, 0 for comparison units.
    pub(super) fn treats(&self, row: usize) -> f64 {
        f64::from(u8::from(row < self.treated))
    }

    /// One and the covariates of a unit.
    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.design[row * self.width..(row + 1) * self.width]
    }

    /// The effect, its influences spread over the panel: units outside have none.
    pub(super) fn effect(&self, adjust: Adjust) -> Result<Effect, Withheld> {
        let (att, influence) = if self.width == 1 {
            self.difference()
        } else {
            match adjust {
                Adjust::Regression => adjusted::regression(self),
                Adjust::Weighting => adjusted::weighting(self),
                Adjust::DoublyRobust => adjusted::doubly_robust(self),
            }?
        };
        let scale = self.panel as f64 / self.len() as f64;
        let mut spread = vec![0.0; self.panel];
        if influence
            .iter()
            .any(|psi| psi.abs() > ALIKE * self.largest * self.len() as f64)
        {
            for (&unit, psi) in self.units.iter().zip(&influence) {
                spread[unit] = scale * psi;
            }
        }
        Ok(Effect::new(att, spread))
    }

    /// The plain difference of mean changes.
    fn difference(&self) -> Found {
        let n = self.len() as f64;
        let (treated, compared) = self.changes.split_at(self.treated);
        let mean = |changes: &[f64]| changes.iter().sum::<f64>() / changes.len() as f64;
        let (rise, drift) = (mean(treated), mean(compared));
        let one = |change: &f64| (change - rise) * n / treated.len() as f64;
        let other = |change: &f64| (drift - change) * n / compared.len() as f64;
        let influence = treated
            .iter()
            .map(one)
            .chain(compared.iter().map(other))
            .collect();
        (rise - drift, influence)
    }
}

/// Refuses covariates of which one is the sum of others, in the comparison units or in all.
pub(super) fn dependent(contrast: &Contrast) -> Withheld {
    let detail = Message::new("detail-covariates-dependent")
        .with("covariates", (contrast.width - 1) as f64)
        .with("n", (contrast.len() - contrast.treated) as f64);
    Withheld::because(Reason::TooFewClusters).with(detail)
}

/// Rows of one and covariates from their mean over these units.
fn centred(panel: &Balanced, covariates: &[usize], units: &[usize]) -> Vec<f64> {
    let of = |unit: usize, covariate: usize| panel.covariates(unit)[covariate];
    let mean =
        |covariate| units.iter().map(|&unit| of(unit, covariate)).sum::<f64>() / units.len() as f64;
    let means: Vec<(usize, f64)> = covariates
        .iter()
        .map(|&covariate| (covariate, mean(covariate)))
        .collect();
    let row = |&unit: &usize| {
        let rest = means
            .iter()
            .map(move |&(covariate, mean)| of(unit, covariate) - mean);
        std::iter::once(1.0).chain(rest)
    };
    units.iter().flat_map(row).collect()
}
