//! By how much did the units that began in one period change by another, beyond those that did not begin?

mod adjusted;
mod contrast;
mod propensity;

use std::collections::BTreeMap;

use aimak_core::{Message, Reason, Withheld};

use super::{
    influence::Effect,
    panel::{Balanced, Start},
};
use contrast::Contrast;

/// Who stands for what would have happened without treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Units known never to begin.
    NeverTreated,
    /// Those, and units that begin only after both periods of the contrast, anticipation included.
    NotYetTreated,
}

/// How differences in covariates between the two sides are taken out. Without covariates all three are the difference of means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Adjust {
    /// The change that a line through the comparison units predicts for the treated.
    Regression,
    /// Comparison units weighted by the odds of being treated, weights summing to one.
    Weighting,
    /// Both: right where one of the two models is.
    DoublyRobust,
}

/// From which period a change before treatment is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// From the period just before it: each lead is a change from one period to the next.
    Varying,
    /// From the last period before treatment, as all later ones: leads show the path to it.
    Universal,
}

/// How effects by cohort and period are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    /// The comparison units.
    pub comparison: Comparison,
    /// How covariates are used.
    pub adjust: Adjust,
    /// Which covariates of the panel, by their place; none for the plain difference.
    pub covariates: Vec<usize>,
    /// From where leads count.
    pub base: Base,
    /// By how many units of time before its start treatment may act already (years, where periods are years: in a panel of 2015,
    /// 2019 and 2023 with 1 a cohort of 2019 still counts from 2015). The last period t with t + anticipation < start is the base.
    pub anticipation: u32,
    /// Fewest units of a cohort. One unit has no spread, and an error that leaves it out is too small.
    pub least_treated: usize,
    /// Fewest comparison units, for the same reason.
    pub least_comparison: usize,
}

impl Default for Design {
    /// Never-treated comparison, no covariates, base just before the start, no anticipation, two units on each side.
    fn default() -> Self {
        Self {
            comparison: Comparison::NeverTreated,
            adjust: Adjust::DoublyRobust,
            covariates: Vec::new(),
            base: Base::Varying,
            anticipation: 0,
            least_treated: 2,
            least_comparison: 2,
        }
    }
}

/// The effect on one cohort in one period, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// When the cohort began.
    pub cohort: i32,
    /// The period looked at.
    pub period: i32,
    /// The period from which the change is counted; `None` where there is none before treatment.
    pub base: Option<i32>,
    /// Units of the cohort.
    pub treated: usize,
    /// Comparison units.
    pub comparison: usize,
    /// The effect, in the unit of the outcome.
    pub effect: Result<Effect, Withheld>,
}

impl Cell {
    /// True from the start of the cohort on.
    pub fn is_after(&self) -> bool {
        self.cohort <= self.period
    }

    /// True in the period that all others are counted from: 0 by construction, and no finding.
    pub fn is_base(&self) -> bool {
        self.base == Some(self.period)
    }
}

/// Effects by cohort and period.
///
/// # Formula
/// Without covariates `ATT(g,t) = (Ȳ_{g,t} − Ȳ_{g,b}) − (Ȳ_{C,t} − Ȳ_{C,b})`, b the last period with b + anticipation < g once t ≥ g;
/// before, b is the period before t ([`Base::Varying`]) or the same b ([`Base::Universal`]). C is never treated, or not treated
/// by max(t, b) + anticipation. Influence of a treated unit `n/n_g·(ΔYᵢ − mean)`, of a comparison unit `−n/n_C·(ΔYᵢ − mean)`,
/// n all units of the panel. With covariates see the three ways of [`Adjust`].
///
/// # Units
/// The unit of the outcome.
///
/// # Range and edge cases
/// A cell is refused with too few units on a side, no base, covariates that repeat each other, or a treated unit so unlike all
/// others that nothing is left to compare (a propensity of 0.999 and more; comparison units of 0.995 and more weigh nothing).
/// A cohort may begin between two periods. Cohorts after the last period are no cohort and never "never treated"; they are "not
/// yet treated". Nothing is refused because other cells are.
///
/// # Example
/// ```
/// use aimak_science::effect::{group_time::{Design, GroupTime}, panel::{Panel, Start, Unit}};
/// let unit = |id: &str, start, outcomes: [f64; 2]| Unit {
///     id: id.into(), start, stratum: String::new(), outcomes: outcomes.map(Some).to_vec(), covariates: vec![],
/// };
/// // METHODS H.4: treated 1.80 → 2.10, comparison 1.85 → 1.95
/// let panel = Panel::new(vec![2015, 2019], vec![], vec![
///     unit("a", Start::In(2019), [1.70, 2.05]), unit("b", Start::In(2019), [1.90, 2.15]),
///     unit("c", Start::Never, [1.80, 1.85]), unit("d", Start::Never, [1.90, 2.05]),
/// ]).balanced().0;
/// let found = GroupTime::of(&panel, &Design::default()).unwrap();
/// let effect = found.cells()[0].effect.as_ref().unwrap();
/// assert!((effect.att - 0.20).abs() < 1e-12);
/// // changes .35 and .25, .05 and .15: each side has variance .0025 (divisor n) over 2 units
/// assert!((effect.se().unwrap() - 0.05).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS H.4; Callaway & Sant'Anna (2021), J. Econom. 225:200–230; Sant'Anna & Zhao (2020), J. Econom. 219:101–122;
/// compared with did 2.5.1.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupTime {
    starts: Vec<Start>,
    cells: Vec<Cell>,
}

impl GroupTime {
    /// Finds the effect of every cohort in every period, by cohort and period.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS` with fewer than two periods, `TOO_FEW_CLUSTERS` where nobody begins within the panel, `NO_COMPARISON` where
    /// nobody can be compared with anybody, and the first refusal of a cell where all cells are refused.
    ///
    /// # Panics
    /// Where a covariate is not in the panel.
    pub fn of(panel: &Balanced, design: &Design) -> Result<Self, Withheld> {
        let periods = panel.periods();
        if periods.len() < 2 {
            let detail = Message::new("detail-periods").with("n", periods.len() as f64);
            return Err(Withheld::because(Reason::TooFewYears).with(detail.with("needed", 2.0)));
        }
        let cohorts = panel.cohorts();
        if cohorts.is_empty() {
            let detail = Message::new("detail-organic-aimaks").with("n", 0.0);
            let detail = detail.with("needed", design.least_treated.max(1) as f64);
            return Err(Withheld::because(Reason::TooFewClusters).with(detail));
        }
        let skipped = usize::from(design.base == Base::Varying);
        let mut cells = Vec::with_capacity(cohorts.len() * periods.len());
        for (&cohort, treated) in &cohorts {
            for place in skipped..periods.len() {
                cells.push(cell(panel, design, (cohort, treated), place));
            }
        }
        let mut refusals = cells
            .iter()
            .filter(|cell| !cell.is_base())
            .map(|cell| cell.effect.as_ref());
        if refusals.clone().all(|effect| effect.is_err()) {
            let first = refusals.find_map(Result::err);
            return Err(first
                .cloned()
                .unwrap_or(Withheld::because(Reason::TooFewYears)));
        }
        Ok(Self {
            starts: panel.starts().to_vec(),
            cells,
        })
    }

    /// Cells that another method found.
    pub(super) fn new(starts: Vec<Start>, cells: Vec<Cell>) -> Self {
        Self { starts, cells }
    }

    /// The cells, by cohort and period.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// When each unit of the panel began, in its order.
    pub fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// How many units each cohort has, refused ones among them.
    pub fn cohort_sizes(&self) -> BTreeMap<i32, usize> {
        self.cells
            .iter()
            .map(|cell| (cell.cohort, cell.treated))
            .collect()
    }
}

/// One cell: who, from when, and the effect.
fn cell(
    panel: &Balanced,
    design: &Design,
    (cohort, treated): (i32, &Vec<usize>),
    place: usize,
) -> Cell {
    let periods = panel.periods();
    let period = periods[place];
    let base = base(periods, design, cohort, place);
    let compared = base.map_or(Vec::new(), |base| {
        comparison(panel, design, cohort, period.max(periods[base]))
    });
    let effect = refusal(
        design,
        cohort,
        treated.len(),
        compared.len(),
        base.is_some(),
    );
    let effect = effect.and_then(|()| {
        let base = base.expect("invariant: a cell without base is refused");
        let contrast = Contrast::of(panel, &design.covariates, treated, &compared, (base, place));
        contrast.effect(design.adjust)
    });
    Cell {
        cohort,
        period,
        base: base.map(|base| periods[base]),
        treated: treated.len(),
        comparison: compared.len(),
        effect,
    }
}

/// The place of the period a change is counted from.
fn base(periods: &[i32], design: &Design, cohort: i32, place: usize) -> Option<usize> {
    let is_before = cohort > periods[place];
    if is_before && design.base == Base::Varying {
        return place.checked_sub(1);
    }
    let acts = |&period: &i32| i64::from(period) + i64::from(design.anticipation) < cohort.into();
    periods.iter().rposition(acts)
}

/// The units a cohort is compared with until the later of its two periods.
fn comparison(panel: &Balanced, design: &Design, cohort: i32, until: i32) -> Vec<usize> {
    let untouched = |start: Start| match (start, design.comparison) {
        (Start::Never, _) => true,
        (Start::In(_), Comparison::NeverTreated) => false,
        (Start::In(start), Comparison::NotYetTreated) => {
            // before a start the cohort itself would qualify
            start != cohort && i64::from(start) > i64::from(until) + i64::from(design.anticipation)
        }
    };
    (0..panel.len())
        .filter(|&unit| untouched(panel.starts()[unit]))
        .collect()
}

/// Refuses what has too few on a side or nothing to count from.
fn refusal(
    design: &Design,
    cohort: i32,
    treated: usize,
    compared: usize,
    has_base: bool,
) -> Result<(), Withheld> {
    let said = |id: &str, n: usize, needed: usize| {
        let detail = Message::new(id).with("cohort", f64::from(cohort));
        detail.with("n", n as f64).with("needed", needed as f64)
    };
    if treated < design.least_treated.max(1) {
        let detail = said("detail-cohort-units", treated, design.least_treated);
        Err(Withheld::because(Reason::TooFewClusters).with(detail))
    } else if !has_base {
        let detail = said("detail-cohort-without-before", 0, 1);
        Err(Withheld::because(Reason::TooFewYears).with(detail))
    } else if compared < design.least_comparison.max(1) {
        let needed = design.least_comparison.max(1);
        let detail = said("detail-comparison-units", compared, needed);
        Err(Withheld::because(Reason::NoComparison).with(detail))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
