//! Which standard error does the usual large-sample formula give?

use crate::effect::panel::{Balanced, Start};

/// The effect with the error of its influence function, as did computes it: right for many units, too small for few.
///
/// # Formula
/// For a cell (g, t) with comparison C of never treated and `Δ_i = y_it − y_i,g−1`: `ψ_i = n/n_g·(Δ_i − mean over g)` for units of g,
/// `−n/n_C·(Δ_i − mean over C)` for comparison. The mean over cells weighted by `p_g = n_g/n` adds, as the weights are estimated,
/// `Σ ATT·[(1{i in g} − p_g)/P − p_g·Σ(1{i in g} − p_g)/P²]`, P the sum of p over cells. `SE = √(mean ψ²/n)`.
///
/// # Range and edge cases
/// `None` without cells. Here to be compared with and warned of: with few units it rejects a true null 7 to 11 % of the time
/// (STATISTICS 6), because its variances have divisor n and its quantiles are normal.
///
/// # Example
/// ```
/// use aimak_science::effect::{staggered::Staggered, trial::{InfluenceError, Setting}};
/// let panel = Setting::default().panel(1, 0);
/// let (naive, ours) = (InfluenceError::of(&panel).unwrap(), Staggered::of(&panel).unwrap());
/// assert!((naive.value - ours.value).abs() < 1e-12 && naive.se < ours.error.se);
/// ```
///
/// # Reference
/// Callaway & Sant'Anna (2021), J. Econom. 225:200–230; did 2.5.1, `aggte(type = "simple")`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InfluenceError {
    /// The effect.
    pub value: f64,
    /// Its large-sample standard error.
    pub se: f64,
}

/// A cell with its effect and the share of units in its cohort.
struct Cell {
    start: i32,
    period: usize,
    base: usize,
    share: f64,
    treated_mean: f64,
    comparison_mean: f64,
}

impl InfluenceError {
    /// The effect on treated periods against units never treated.
    pub fn of(panel: &Balanced) -> Option<Self> {
        let never = panel.never_treated();
        let cohorts = panel.cohorts();
        let n = (never.len() + cohorts.values().map(Vec::len).sum::<usize>()) as f64;
        let mut cells = Vec::new();
        for (&start, units) in &cohorts {
            let first = panel.periods().partition_point(|&period| period < start);
            for period in first..panel.periods().len() {
                let base = first.checked_sub(1)?;
                cells.push(Cell {
                    start,
                    period,
                    base,
                    share: units.len() as f64 / n,
                    treated_mean: mean_change(panel, units, period, base)?,
                    comparison_mean: mean_change(panel, &never, period, base)?,
                });
            }
        }
        let total: f64 = cells.iter().map(|cell| cell.share).sum();
        let value: f64 = cells.iter().map(|cell| cell.share * cell.effect()).sum();
        let influence = |unit| {
            let psi = influence(panel, &cells, never.len() as f64 / n, unit, total);
            psi * psi
        };
        let squares: f64 = (0..panel.len()).map(influence).sum();
        (total > 0.0).then(|| Self {
            value: value / total,
            se: squares.sqrt() / n,
        })
    }
}

impl Cell {
    fn effect(&self) -> f64 {
        self.treated_mean - self.comparison_mean
    }

    fn change(&self, panel: &Balanced, unit: usize) -> f64 {
        panel.outcomes(unit)[self.period] - panel.outcomes(unit)[self.base]
    }
}

/// `ψ` of a unit.
fn influence(panel: &Balanced, cells: &[Cell], never: f64, unit: usize, total: f64) -> f64 {
    let start = panel.starts()[unit];
    let last = panel.periods().last().copied();
    if let Start::In(start) = start
        && last.is_none_or(|last| start > last)
    {
        return 0.0;
    }
    let inside = |cell: &Cell| f64::from(u8::from(start == Start::In(cell.start))) - cell.share;
    let inside_sum: f64 = cells.iter().map(inside).sum();
    let of_cell = |cell: &Cell| {
        let own = match start {
            Start::Never => -(cell.change(panel, unit) - cell.comparison_mean) / never,
            Start::In(start) if start == cell.start => {
                (cell.change(panel, unit) - cell.treated_mean) / cell.share
            }
            Start::In(_) => 0.0,
        };
        let weights = inside(cell) / total - cell.share * inside_sum / (total * total);
        cell.share / total * own + cell.effect() * weights
    };
    cells.iter().map(of_cell).sum()
}

fn mean_change(panel: &Balanced, units: &[usize], period: usize, base: usize) -> Option<f64> {
    let changes = units
        .iter()
        .map(|&unit| panel.outcomes(unit)[period] - panel.outcomes(unit)[base]);
    let changes: Vec<f64> = changes.collect();
    crate::methods::interval::mean(&changes)
}
