//! Numbers of the estimators as a report tells them.

use aimak_core::{
    EffectAnswer, EffectUnit, EffectValue, Interval, IntervalKind, NoInterval, UnitRole, Withheld,
};

use super::super::{
    influence::{Effect, Samples},
    p_value::two_sided,
    paired::PairedChange,
    panel::{LeftOut, Panel, Start, Unit},
    staggered::Staggered,
};
use crate::methods::interval::StandardError;

/// A value with an error of few units.
pub(super) fn of_error(
    value: f64,
    error: StandardError,
    p: Option<f64>,
    (treated, comparison): (usize, usize),
) -> EffectValue {
    EffectValue {
        value,
        se: Some(error.se),
        df: Some(error.df),
        interval: error.interval(value, IntervalKind::AmongAimaks),
        p,
        treated,
        comparison,
    }
}

/// A value without an error.
pub(super) fn bare(
    value: f64,
    p: Option<f64>,
    (treated, comparison): (usize, usize),
) -> EffectValue {
    EffectValue {
        value,
        se: None,
        df: None,
        interval: Interval::Unavailable(NoInterval::TooFewUnits),
        p,
        treated,
        comparison,
    }
}

/// The default effect.
pub(super) fn staggered(effect: &Staggered) -> EffectValue {
    let units = (effect.treated, effect.comparison);
    of_error(effect.value, effect.error, Some(effect.p()), units)
}

/// An effect of an influence function, with Welch's error over starts: that of the function itself is too small for few units
/// (STATISTICS 6).
pub(super) fn influence(effect: &Effect, samples: &Samples, units: (usize, usize)) -> EffectValue {
    let Some(error) = effect.welch(samples) else {
        return bare(effect.att, None, units);
    };
    let p = two_sided(effect.att, error);
    of_error(effect.att, error, Some(p), units)
}

/// What the treated changed, nothing compared.
pub(super) fn paired(change: &Result<PairedChange, Withheld>, seed: u64) -> EffectAnswer {
    let change = change.as_ref().map_err(Clone::clone)?;
    let p = change.sign_flip(seed).p;
    Ok(of_error(
        change.mean,
        change.error,
        Some(p),
        (change.units(), 0),
    ))
}

/// Every unit with what it does.
pub(super) fn units(panel: &Panel, left_out: &[(&str, LeftOut)]) -> Vec<EffectUnit> {
    let last = panel.periods().last().copied();
    let role = |id: &str, start: Start| {
        let out = left_out.iter().find(|(unit, _)| *unit == id);
        match (out, start) {
            (Some((_, LeftOut::AlwaysTreated)), _) => UnitRole::AlwaysTreated,
            (Some((_, LeftOut::Unseen(_))), _) => UnitRole::Incomplete,
            (None, Start::Never) => UnitRole::Comparison,
            (None, Start::In(start)) if last.is_none_or(|last| start > last) => UnitRole::Later,
            (None, Start::In(_)) => UnitRole::Treated,
        }
    };
    let told = |unit: &Unit| EffectUnit {
        id: unit.id.clone(),
        role: role(&unit.id, unit.start),
        start: match unit.start {
            Start::In(start) => Some(start),
            Start::Never => None,
        },
        stratum: unit.stratum.clone(),
        outcomes: unit.outcomes.clone(),
        treated_share_percent: None,
    };
    panel.units().iter().map(told).collect()
}
