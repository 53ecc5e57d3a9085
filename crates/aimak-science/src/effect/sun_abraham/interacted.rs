//! Least squares with an effect of every cohort in every period, and unit and period effects.

use std::collections::BTreeMap;

use aimak_core::{Message, Reason, Withheld};

use super::{
    super::{
        cholesky::{Cholesky, gram, weighted_sum},
        group_time::Cell,
        influence::Effect,
        least_squares::dot,
        panel::{Balanced, Start},
    },
    is_estimated,
};

/// Rounding, as a share of the largest outcome: below it units are alike.
const ALIKE: f64 = 1e-12;

/// The regressors with unit and period means taken out.
///
/// They are the same for all units of one start: there is a row for each (start, period), not for each observation.
pub(super) struct Interacted {
    /// The units that take part, by start: those of the cohorts that are estimated, and the never treated.
    units: BTreeMap<Start, Vec<usize>>,
    /// A row of regressors for each period, by start.
    rows: BTreeMap<Start, Vec<Vec<f64>>>,
    columns: usize,
}

impl Interacted {
    pub(super) fn of(panel: &Balanced, cells: &[Cell]) -> Self {
        let columns: Vec<&Cell> = cells.iter().filter(|cell| is_estimated(cell)).collect();
        let takes_part = |start: Start| {
            start == Start::Never || columns.iter().any(|cell| Start::In(cell.cohort) == start)
        };
        let mut units: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
        for (unit, &start) in panel.starts().iter().enumerate() {
            if takes_part(start) {
                units.entry(start).or_default().push(unit);
            }
        }
        let n: usize = units.values().map(Vec::len).sum();
        let periods = panel.periods();
        let row = |start: Start, period: i32| -> Vec<f64> {
            let regressor = |cell: &&Cell| {
                let own = f64::from(u8::from(Start::In(cell.cohort) == start));
                let now = f64::from(u8::from(cell.period == period));
                let share = cell.treated as f64 / n as f64;
                (own - share) * (now - 1.0 / periods.len() as f64)
            };
            columns.iter().map(regressor).collect()
        };
        let rows = units.keys().map(|&start| {
            let rows = periods.iter().map(|&period| row(start, period));
            (start, rows.collect())
        });
        Self {
            rows: rows.collect(),
            columns: columns.len(),
            units,
        }
    }

    /// The effect of each column with its influences.
    pub(super) fn effects(&self, panel: &Balanced) -> Result<Vec<Effect>, Withheld> {
        let matrix = self.units.iter().flat_map(|(start, units)| {
            let rows = self.rows[start].iter();
            rows.map(|row| (units.len() as f64, row.as_slice()))
        });
        let Some(inverse) = Cholesky::of(&gram(self.columns, matrix), self.columns) else {
            let detail = Message::new("detail-regression-singular");
            return Err(Withheld::because(Reason::NoComparison)
                .with(detail.with("columns", self.columns as f64)));
        };
        let observed = self.members().flat_map(|(rows, unit)| {
            let outcomes = panel.outcomes(unit).iter().copied();
            outcomes.zip(rows.iter().map(Vec::as_slice))
        });
        let effects = inverse.solve(&weighted_sum(self.columns, observed));
        let influences = self.influences(panel, &inverse, &effects);
        let rounding = ALIKE * largest(panel) * panel.len() as f64;
        let effect = |(att, influence): (f64, Vec<f64>)| {
            let is_still = influence.iter().all(|psi| psi.abs() <= rounding);
            let still = || vec![0.0; panel.len()];
            Effect::new(att, if is_still { still() } else { influence })
        };
        Ok(effects.into_iter().zip(influences).map(effect).collect())
    }

    /// The rows of each unit that takes part.
    fn members(&self) -> impl Iterator<Item = (&[Vec<f64>], usize)> {
        self.units.iter().flat_map(|(start, units)| {
            let rows = self.rows[start].as_slice();
            units.iter().map(move |&unit| (rows, unit))
        })
    }

    /// `n·(X̃ᵀX̃)⁻¹` times the score `Σ_t x̃_t·ê_t` of each unit, by column.
    ///
    /// Units of one start have the same rows: the system is solved once for each of those and not for each unit.
    fn influences(&self, panel: &Balanced, inverse: &Cholesky, effects: &[f64]) -> Vec<Vec<f64>> {
        let period_means = self.period_means(panel);
        let n = panel.len() as f64;
        let mut influences = vec![vec![0.0; panel.len()]; self.columns];
        for (start, units) in &self.units {
            let rows = &self.rows[start];
            let expected: Vec<f64> = rows.iter().map(|row| dot(row, effects)).collect();
            let solved = inverse.solve_each(rows.iter().map(Vec::as_slice));
            for &unit in units {
                let residuals = residuals(panel.outcomes(unit), &expected, &period_means);
                let rows = solved.iter().map(Vec::as_slice);
                let moved = weighted_sum(self.columns, residuals.into_iter().zip(rows));
                for (influence, moved) in influences.iter_mut().zip(moved) {
                    influence[unit] = n * moved;
                }
            }
        }
        influences
    }

    /// The mean outcome of each period, over the units that take part.
    fn period_means(&self, panel: &Balanced) -> Vec<f64> {
        let units: Vec<usize> = self.units.values().flatten().copied().collect();
        (0..panel.periods().len())
            .map(|place| {
                let outcomes = units.iter().map(|&unit| panel.outcomes(unit)[place]);
                outcomes.sum::<f64>() / units.len() as f64
            })
            .collect()
    }
}

/// What a unit's outcomes leave over once unit and period means and its expected effects are taken out.
fn residuals(outcomes: &[f64], expected: &[f64], period_means: &[f64]) -> Vec<f64> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (own, all) = (mean(outcomes), mean(period_means));
    let residuals = outcomes.iter().zip(period_means).zip(expected);
    residuals
        .map(|((outcome, period), expected)| outcome - own - period + all - expected)
        .collect()
}

/// The largest outcome.
fn largest(panel: &Balanced) -> f64 {
    let outcomes = (0..panel.len()).flat_map(|unit| panel.outcomes(unit));
    outcomes.fold(0.0, |largest, outcome| f64::max(largest, outcome.abs()))
}
