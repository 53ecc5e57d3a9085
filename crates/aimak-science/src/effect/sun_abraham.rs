//! What does a regression with an own effect for every cohort and time say?

mod interacted;

use aimak_core::{Message, Reason, Withheld};

use super::{
    aggregate::{Aggregate, By, by},
    group_time::{Base, Cell, Design, GroupTime},
    panel::{Balanced, Panel, Start, Unit},
};
use interacted::Interacted;

/// Whom a regression takes for untreated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Units never treated.
    NeverTreated,
    /// Nobody is never treated: those that began last, in the periods before they did.
    LastTreated(i32),
}

/// Effects by time since the start, as shares of cohorts weigh a regression's effects of each cohort.
///
/// # Formula
/// `Y_it = αᵢ + λ_t + Σ_g Σ_{t≠b(g)} δ_{g,t}·1{i in g}·1{t}`, least squares over cohorts and comparison units, b(g) the last period with
/// b + anticipation < g. Then `θ(e) = Σ p_g·δ_{g,g+e}/Σ p_g` over the cohorts seen at e. Errors by unit without a factor for few of
/// them (CR0): `ψᵢ = n·(X̃ᵀX̃)⁻¹Σ_t x̃_it·ê_it`, the tilde for unit and period means taken out.
///
/// # Units
/// That of the outcome.
///
/// # Range and edge cases
/// It is a check of another kind of arithmetic, not another opinion: without covariates each δ *equals* ATT(g,t) of
/// [`GroupTime`] with never-treated comparison and [`Base::Universal`], and so does its error. A plain regression with one effect for
/// all cohorts and times does not: it compares late cohorts with early ones that are treated already.
/// Units that begin after the panel take no part where there are never treated ones. Cohorts too small stand refused in
/// [`SunAbraham::effects`].
///
/// # Example
/// ```
/// use aimak_science::effect::{panel::{Panel, Start, Unit}, sun_abraham::{Compared, SunAbraham}};
/// let unit = |id: &str, start, outcomes: [f64; 3]| Unit {
///     id: id.into(), start, stratum: String::new(), outcomes: outcomes.map(Some).to_vec(), covariates: vec![],
/// };
/// // who began in 2016 rose by 3 then, who had not yet by 1: effect 2. Period 2017 has nobody left to compare with.
/// let panel = Panel::new(vec![2015, 2016, 2017], vec![], vec![
///     unit("a", Start::In(2016), [0.0, 2.0, 9.0]), unit("b", Start::In(2016), [0.0, 4.0, 9.0]),
///     unit("c", Start::In(2017), [5.0, 6.5, 9.0]), unit("d", Start::In(2017), [5.0, 5.5, 9.0]),
/// ]).balanced().0;
/// let found = SunAbraham::of(&panel, 0, 2).unwrap();
/// assert_eq!(found.compared, Compared::LastTreated(2017));
/// assert!((found.since_start.overall.att - 2.0).abs() < 1e-12);
/// // variances 1 and .25 (divisor n) over two units each
/// assert!((found.since_start.overall.se().unwrap() - 0.625_f64.sqrt()).abs() < 1e-12);
/// ```
///
/// # Reference
/// Sun & Abraham (2021), J. Econom. 225:175–199, equations 26–28.
#[derive(Clone, Debug, PartialEq)]
pub struct SunAbraham {
    /// Whom cohorts are compared with.
    pub compared: Compared,
    /// The effect of each cohort in each period.
    pub effects: GroupTime,
    /// By time since the start.
    pub since_start: Aggregate,
}

impl SunAbraham {
    /// Fits the regression; a cohort needs `least` units, and so does the comparison.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` where nobody begins within the panel, `NO_COMPARISON` with fewer comparison units than `least`,
    /// `TOO_FEW_YEARS` where fewer than two periods are left, or no period after a start.
    pub fn of(panel: &Balanced, anticipation: u32, least: usize) -> Result<Self, Withheld> {
        let (compared, panel) = compared(panel, anticipation)?;
        let design = Design {
            base: Base::Universal,
            anticipation,
            least_treated: least,
            least_comparison: least,
            ..Design::default()
        };
        // who is compared and refused is the same question there; the numbers are found anew
        let mut cells = GroupTime::of(&panel, &design)?.cells().to_vec();
        let regression = Interacted::of(&panel, &cells)?;
        for cell in cells.iter_mut().filter(|cell| is_estimated(cell)) {
            let effect = regression.effect(cell);
            cell.effect = Ok(effect.expect("invariant: every estimated cell was fitted"));
        }
        let effects = GroupTime::new(panel.starts().to_vec(), cells);
        Ok(Self {
            compared,
            since_start: by(&effects, By::SinceStart)?,
            effects,
        })
    }
}

/// True for a cell that is a column of the regression.
fn is_estimated(cell: &Cell) -> bool {
    cell.effect.is_ok() && !cell.is_base()
}

/// Who is compared, and the panel in which they are never treated.
fn compared(panel: &Balanced, anticipation: u32) -> Result<(Compared, Balanced), Withheld> {
    if panel.starts().contains(&Start::Never) {
        return Ok((Compared::NeverTreated, panel.clone()));
    }
    let last = panel.starts().iter().filter_map(|start| match start {
        Start::In(start) => Some(*start),
        Start::Never => None,
    });
    let Some(last) = last.max() else {
        return Err(Withheld::because(Reason::NoData));
    };
    let untouched = |&&period: &&i32| i64::from(period) + i64::from(anticipation) < i64::from(last);
    let periods: Vec<i32> = panel.periods().iter().filter(untouched).copied().collect();
    if periods.len() < 2 {
        let detail = Message::new("detail-periods").with("n", periods.len() as f64);
        return Err(Withheld::because(Reason::TooFewYears).with(detail.with("needed", 2.0)));
    }
    Ok((Compared::LastTreated(last), shortened(panel, periods, last)))
}

/// The first periods of a panel, in which those that began last are never treated.
fn shortened(panel: &Balanced, periods: Vec<i32>, last: i32) -> Balanced {
    let start = |unit: usize| match panel.starts()[unit] {
        Start::In(start) if start == last => Start::Never,
        other => other,
    };
    let unit = |unit: usize| {
        let outcomes = panel.outcomes(unit)[..periods.len()].iter();
        Unit {
            id: panel.names()[unit].clone(),
            start: start(unit),
            stratum: panel.strata()[unit].clone(),
            outcomes: outcomes.copied().map(Some).collect(),
            covariates: Vec::new(),
        }
    };
    let units = (0..panel.len()).map(unit).collect();
    Panel::new(periods, Vec::new(), units).balanced().0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn panel(outcomes: &[Vec<f64>], starts: &[Start], periods: &[i32]) -> Balanced {
        let units = outcomes.iter().zip(starts).enumerate();
        let units = units.map(|(place, (outcomes, start))| Unit {
            id: format!("{place:03}"),
            start: *start,
            stratum: String::new(),
            outcomes: outcomes.iter().copied().map(Some).collect(),
            covariates: vec![],
        });
        Panel::new(periods.to_vec(), vec![], units.collect())
            .balanced()
            .0
    }

    fn starts() -> impl Strategy<Value = Vec<Start>> {
        // two of each at least; 2018 lies between two periods, 2030 after all
        let some = prop::sample::select(vec![
            Start::In(2016),
            Start::In(2018),
            Start::In(2020),
            Start::In(2030),
            Start::Never,
        ]);
        prop::collection::vec(some, 4..12).prop_map(|mut starts| {
            starts.extend([Start::In(2016), Start::In(2016), Start::Never, Start::Never]);
            starts
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn the_regression_is_the_difference_of_means(starts in starts(), outcomes in prop::collection::vec(prop::collection::vec(-5.0..5.0_f64, 5), 16), anticipation in 0_u32..2) {
            let panel = panel(&outcomes[..starts.len()], &starts, &[2013, 2015, 2016, 2019, 2020]);
            let design = Design { base: Base::Universal, anticipation, ..Design::default() };
            let means = GroupTime::of(&panel, &design).unwrap();
            let found = SunAbraham::of(&panel, anticipation, 2).unwrap();
            prop_assert_eq!(found.compared, Compared::NeverTreated);
            for (cell, mean) in found.effects.cells().iter().zip(means.cells()) {
                prop_assert_eq!(cell.effect.is_ok(), mean.effect.is_ok());
                if let (Ok(cell), Ok(mean)) = (&cell.effect, &mean.effect) {
                    prop_assert!((cell.att - mean.att).abs() < 1e-9);
                    for (one, other) in cell.influence().iter().zip(mean.influence()) {
                        prop_assert!((one - other).abs() < 1e-8, "{} {}", one, other);
                    }
                }
            }
        }
    }

    #[test]
    fn nobody_to_compare_with() {
        let outcomes = vec![vec![1.0, 2.0]; 4];
        let refused = SunAbraham::of(
            &panel(&outcomes, &[Start::In(2016); 4], &[2015, 2016]),
            0,
            2,
        );
        assert_eq!(refused.unwrap_err().reason, Reason::TooFewYears);
        let alone = [
            Start::In(2016),
            Start::In(2016),
            Start::In(2016),
            Start::Never,
        ];
        let refused = SunAbraham::of(&panel(&outcomes, &alone, &[2015, 2016]), 0, 2);
        assert_eq!(refused.unwrap_err().reason, Reason::NoComparison);
    }
}
