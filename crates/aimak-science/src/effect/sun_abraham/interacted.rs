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

/// The fitted regression.
///
/// With unit and period means taken out, a regressor is `(1{i in g} − p_g)·(1{t} − 1/T)`. A cohort has one for every period but its base, and
/// these span the same space whichever period is left out. So `Σ_g (1{i in g} − p_g)·γ_{g,t}` is fitted, a small regression for each period, all with
/// the same matrix, and `δ_{g,t} = γ_{g,t} − γ_{g,b(g)}`.
pub(super) struct Interacted {
    /// The cohorts that are estimated, ascending: a column each.
    cohorts: Vec<i32>,
    periods: Vec<i32>,
    /// `γ` by period, then cohort.
    levels: Vec<Vec<f64>>,
    /// The units that take part.
    members: Vec<Member>,
    /// Units of the panel.
    units: usize,
    /// Influences below are those of units that are alike.
    rounding: f64,
}

/// A unit that takes part.
struct Member {
    unit: usize,
    /// `n·(CᵀC)⁻¹c`, a number for each cohort.
    pull: Vec<f64>,
    /// What the regression leaves over, by period.
    residuals: Vec<f64>,
}

impl Interacted {
    /// Fits the cohorts of which cells are estimated, beside the never treated.
    ///
    /// # Errors
    /// `NO_COMPARISON` where the columns are not independent.
    pub(super) fn of(panel: &Balanced, cells: &[Cell]) -> Result<Self, Withheld> {
        let cohorts = cohorts(cells);
        let contrasts = Contrasts::of(panel, &cohorts);
        let Some(inverse) = contrasts.inverse() else {
            let detail = Message::new("detail-regression-singular");
            return Err(Withheld::because(Reason::NoComparison)
                .with(detail.with("columns", cohorts.len() as f64)));
        };
        let swept = contrasts.swept(panel);
        let periods = panel.periods();
        let level = |place: usize| {
            let rows = swept.iter();
            let rows = rows.map(|(_, start, outcomes)| (outcomes[place], contrasts.row(*start)));
            inverse.solve(&weighted_sum(cohorts.len(), rows))
        };
        let levels: Vec<Vec<f64>> = (0..periods.len()).map(level).collect();
        let pulls = contrasts.pulls(&inverse, panel.len());
        let member = |(unit, start, outcomes): (usize, Start, Vec<f64>)| {
            let row = contrasts.row(start);
            let residual = |(outcome, level): (f64, &Vec<f64>)| outcome - dot(row, level);
            Member {
                unit,
                pull: pulls[&start].clone(),
                residuals: outcomes.into_iter().zip(&levels).map(residual).collect(),
            }
        };
        Ok(Self {
            members: swept.into_iter().map(member).collect(),
            periods: periods.to_vec(),
            units: panel.len(),
            rounding: ALIKE * largest(panel) * panel.len() as f64,
            cohorts,
            levels,
        })
    }

    /// The effect of a cell with its influences; `None` for a cell that is no column.
    pub(super) fn effect(&self, cell: &Cell) -> Option<Effect> {
        let column = self.cohorts.binary_search(&cell.cohort).ok()?;
        let now = self.periods.binary_search(&cell.period).ok()?;
        let base = self.periods.binary_search(&cell.base?).ok()?;
        let mut influence = vec![0.0; self.units];
        for Member {
            unit,
            pull,
            residuals,
        } in &self.members
        {
            influence[*unit] = pull[column] * (residuals[now] - residuals[base]);
        }
        if influence.iter().all(|psi| psi.abs() <= self.rounding) {
            influence.fill(0.0);
        }
        let att = self.levels[now][column] - self.levels[base][column];
        Some(Effect::new(att, influence))
    }
}

/// Cohorts of which any cell is estimated.
fn cohorts(cells: &[Cell]) -> Vec<i32> {
    let estimated = cells.iter().filter(|cell| is_estimated(cell));
    let mut cohorts: Vec<i32> = estimated.map(|cell| cell.cohort).collect();
    cohorts.sort_unstable();
    cohorts.dedup();
    cohorts
}

/// `1{i in g} − p_g` for each cohort g: the same for all units of one start.
struct Contrasts {
    /// The units of each start that takes part, and their row.
    starts: BTreeMap<Start, (Vec<usize>, Vec<f64>)>,
    columns: usize,
}

impl Contrasts {
    fn of(panel: &Balanced, cohorts: &[i32]) -> Self {
        let takes_part = |start: Start| match start {
            Start::Never => true,
            Start::In(start) => cohorts.binary_search(&start).is_ok(),
        };
        let mut units: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
        for (unit, &start) in panel.starts().iter().enumerate() {
            if takes_part(start) {
                units.entry(start).or_default().push(unit);
            }
        }
        let n: usize = units.values().map(Vec::len).sum();
        let share = |cohort: &i32| {
            let own = units.get(&Start::In(*cohort));
            own.map_or(0, Vec::len) as f64 / n as f64
        };
        let shares: Vec<f64> = cohorts.iter().map(share).collect();
        let row = |start: Start| {
            let own = |cohort: i32| f64::from(u8::from(Start::In(cohort) == start));
            let columns = cohorts.iter().zip(&shares);
            columns
                .map(|(&cohort, share)| own(cohort) - share)
                .collect()
        };
        let starts = units.iter();
        Self {
            starts: starts
                .map(|(&start, units)| (start, (units.clone(), row(start))))
                .collect(),
            columns: cohorts.len(),
        }
    }

    fn row(&self, start: Start) -> &[f64] {
        &self.starts[&start].1
    }

    fn inverse(&self) -> Option<Cholesky> {
        let rows = self.starts.values();
        let rows = rows.map(|(units, row)| (units.len() as f64, row.as_slice()));
        Cholesky::of(&gram(self.columns, rows), self.columns)
    }

    /// What each start's units pull with, `n·(CᵀC)⁻¹c`.
    fn pulls(&self, inverse: &Cholesky, n: usize) -> BTreeMap<Start, Vec<f64>> {
        let pull = |row: &[f64]| {
            let solved = inverse.solve(row).into_iter();
            solved.map(|part| n as f64 * part).collect()
        };
        let starts = self.starts.iter();
        starts
            .map(|(&start, (_, row))| (start, pull(row)))
            .collect()
    }

    /// Outcomes of the units that take part, without unit and period means.
    fn swept(&self, panel: &Balanced) -> Vec<(usize, Start, Vec<f64>)> {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let of_start = |(&start, (units, _)): (&Start, &(Vec<usize>, Vec<f64>))| -> Vec<_> {
            let unit = |&unit: &usize| {
                let own = mean(panel.outcomes(unit));
                let outcomes = panel.outcomes(unit).iter();
                (unit, start, outcomes.map(|outcome| outcome - own).collect())
            };
            units.iter().map(unit).collect()
        };
        let mut swept: Vec<(usize, Start, Vec<f64>)> =
            self.starts.iter().flat_map(of_start).collect();
        for place in 0..panel.periods().len() {
            let at: Vec<f64> = swept.iter().map(|(.., outcomes)| outcomes[place]).collect();
            let period = mean(&at);
            for (.., outcomes) in &mut swept {
                outcomes[place] -= period;
            }
        }
        swept
    }
}

/// The largest outcome.
fn largest(panel: &Balanced) -> f64 {
    let outcomes = (0..panel.len()).flat_map(|unit| panel.outcomes(unit));
    outcomes.fold(0.0, |largest, outcome| f64::max(largest, outcome.abs()))
}
