//! What did each treated unit change beyond the comparison, and how does each unit depart from the mean?

use aimak_core::Withheld;

use crate::{
    effect::{
        panel::{Balanced, Start},
        staggered::Staggered,
    },
    methods::interval::mean,
};

/// The effect on one unit: a mean of what it changed, with all the luck of that unit in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitEffect {
    /// Its place in the panel.
    pub unit: usize,
    /// Its effect.
    pub effect: f64,
    /// In how many periods it was treated.
    pub treated_periods: usize,
}

/// The effect on each treated unit.
///
/// # Formula
/// `mean over t ≥ g of y_it − y_i,g−1`, less the mean of the same over the units never treated. Weighted by treated periods, their mean is
/// the value of [`Staggered::of`].
///
/// # Range and edge cases
/// For maps and for [`Moran`](super::Moran); no unit has an interval of its own.
///
/// # Example
/// ```
/// use aimak_science::effect::{sensitivity::unit_effects, staggered::Staggered, trial::Setting};
/// let panel = Setting::default().panel(1, 0);
/// let effects = unit_effects(&panel).unwrap();
/// let periods: usize = effects.iter().map(|unit| unit.treated_periods).sum();
/// let sum: f64 = effects.iter().map(|unit| unit.effect * unit.treated_periods as f64).sum();
/// assert!((sum / periods as f64 - Staggered::of(&panel).unwrap().value).abs() < 1e-12);
/// ```
///
/// # Errors
/// As [`Staggered::of`].
pub fn unit_effects(panel: &Balanced) -> Result<Vec<UnitEffect>, Withheld> {
    Staggered::of(panel)?;
    let never = panel.never_treated();
    let effects = (0..panel.len()).filter_map(|unit| {
        let first = first_treated(panel, unit)?;
        Some(UnitEffect {
            unit,
            effect: rise(panel, unit, first) - mean_rise(panel, &never, first),
            treated_periods: panel.periods().len() - first,
        })
    });
    Ok(effects.collect())
}

/// How far each unit that takes part departs from the mean of its side: the effect of a treated one from that of all, and the change of a
/// comparison unit, over the periods that it is asked for, from that of all comparison.
///
/// # Errors
/// As [`Staggered::of`].
pub fn departures(panel: &Balanced) -> Result<Vec<(usize, f64)>, Withheld> {
    let all = Staggered::of(panel)?.value;
    let effects = unit_effects(panel)?;
    let periods: usize = effects.iter().map(|effect| effect.treated_periods).sum();
    let never = panel.never_treated();
    let change = |unit: usize| -> f64 {
        let parts = effects.iter().map(|treated| {
            let first = panel.periods().len() - treated.treated_periods;
            treated.treated_periods as f64 * rise(panel, unit, first)
        });
        parts.sum::<f64>() / periods as f64
    };
    let changes: Vec<f64> = never.iter().map(|&unit| change(unit)).collect();
    let centre = mean(&changes).expect("invariant: the effect had a comparison");
    let mut departures: Vec<(usize, f64)> = effects
        .iter()
        .map(|treated| (treated.unit, treated.effect - all))
        .collect();
    departures.extend(
        never
            .iter()
            .zip(&changes)
            .map(|(&unit, change)| (unit, change - centre)),
    );
    departures.sort_by_key(|(unit, _)| *unit);
    Ok(departures)
}

/// The place of the first treated period of a unit that has a period before it.
fn first_treated(panel: &Balanced, unit: usize) -> Option<usize> {
    let Start::In(start) = panel.starts()[unit] else {
        return None;
    };
    let first = panel.periods().partition_point(|&period| period < start);
    (1..panel.periods().len()).contains(&first).then_some(first)
}

/// The mean from a period on, less the period before it.
fn rise(panel: &Balanced, unit: usize, first: usize) -> f64 {
    let outcomes = panel.outcomes(unit);
    let after = mean(&outcomes[first..]).expect("invariant: the first period is one of the panel");
    after - outcomes[first - 1]
}

fn mean_rise(panel: &Balanced, units: &[usize], first: usize) -> f64 {
    let rises: Vec<f64> = units.iter().map(|&unit| rise(panel, unit, first)).collect();
    mean(&rises).expect("invariant: the effect had a comparison")
}
